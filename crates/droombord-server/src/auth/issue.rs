//! What an account is made of: a password, a secret for the second factor, and both in the form that may be stored.

use super::{
    password::{FIRST_BYTES, NewPassword},
    seal,
    totp::TotpSecret,
};
use crate::{
    clock::{Dice, NoDice},
    secret::{Purpose, Secret},
};
use data_encoding::HEXLOWER;
use uuid::Uuid;

/// A first password: shown once to whoever makes the account.
///
/// # Errors
/// When the machine has no randomness to give.
pub fn first_password(dice: &dyn Dice) -> Result<NewPassword, NoDice> {
    Ok(NewPassword::first(dice.bytes::<FIRST_BYTES>()?))
}

/// A secret for a second factor.
///
/// # Errors
/// When the machine has no randomness to give.
pub fn totp_secret(dice: &dyn Dice) -> Result<TotpSecret, NoDice> {
    Ok(TotpSecret::new(dice.bytes()?))
}

/// The secret of an account's second factor as it is stored: it opens for no other account, and not without the
/// server's secret file.
///
/// # Errors
/// When the machine has no randomness to give.
pub fn seal_totp(server: &Secret, account: Uuid, secret: &TotpSecret, dice: &dyn Dice) -> Result<String, NoDice> {
    let key = server.key(Purpose::SecondFactor);
    // Twenty bytes always fit, so sealing does not fail; an empty text would open for nobody.
    let sealed = seal::seal(&key, dice.bytes()?, account.as_bytes(), secret.as_bytes());
    Ok(sealed.map(|bytes| HEXLOWER.encode(&bytes)).unwrap_or_default())
}

/// Opens what [`seal_totp`] made; `None` when it was changed or the secret file is another one.
pub fn open_totp(server: &Secret, account: Uuid, sealed: &str) -> Option<TotpSecret> {
    let sealed = HEXLOWER.decode(sealed.as_bytes()).ok()?;
    let open = seal::open(&server.key(Purpose::SecondFactor), account.as_bytes(), &sealed)?;
    TotpSecret::try_from(open.as_slice()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemDice;

    #[test]
    fn a_sealed_secret_opens_for_its_account_alone() -> Result<(), NoDice> {
        let server = Secret::of([1; 32]);
        let (mine, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let secret = totp_secret(&SystemDice)?;
        let sealed = seal_totp(&server, mine, &secret, &SystemDice)?;
        assert_eq!(open_totp(&server, mine, &sealed), Some(secret));
        assert_eq!(open_totp(&server, other, &sealed), None);
        assert_eq!(open_totp(&Secret::of([2; 32]), mine, &sealed), None);
        assert_eq!(open_totp(&server, mine, ""), None);
        Ok(())
    }
}

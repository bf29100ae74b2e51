//! Passwords: hashed with argon2id, a few at a time. What a good password is stands in the domain's limits.

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use droombord_domain::{
    problem::{FieldCode, FieldError},
    staff::{MAX_PASSWORD, MIN_PASSWORD},
    text,
};
use std::{fmt, sync::Arc};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

/// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Number of hashings at once: two cores, and 38 MiB at most.
const AT_ONCE: usize = 2;
/// Number of hashings that wait for their turn (about a second of work); more hear "try again" at once.
const WAITING: usize = 48;

/// A password that is long enough to be kept. Its `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPassword(String);

impl NewPassword {
    /// Takes a password as typed; nothing is trimmed.
    ///
    /// # Errors
    /// One [`FieldError`] on the given field: too short in graphemes, or too long in bytes.
    pub fn parse(field: &str, raw: &str) -> Result<Self, FieldError> {
        let length = text::length(raw);
        if length < MIN_PASSWORD {
            return Err(FieldError::past_limit(field, FieldCode::TooShort, MIN_PASSWORD, length));
        }
        if raw.len() > MAX_PASSWORD {
            return Err(FieldError::past_limit(field, FieldCode::TooLong, MAX_PASSWORD, raw.len()));
        }
        Ok(Self(raw.to_owned()))
    }

    /// A password out of random bytes, easy to read over a phone: four groups of five, 100 bits.
    pub fn first(bytes: [u8; FIRST_BYTES]) -> Self {
        // Without `l`, `o`, `1` and `0`: nothing to mistake.
        const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let groups: Vec<String> = bytes
            .chunks(5)
            .map(|group| group.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect())
            .collect();
        Self(groups.join("-"))
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How many random bytes a first password is made of.
pub const FIRST_BYTES: usize = 20;

impl fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassword(…)")
    }
}

/// Why there is no answer about a password.
#[derive(Debug)]
pub enum HashFault {
    /// Too many wait already.
    Busy,
    /// The hashing itself failed: a mistake of ours, or no memory.
    Broken(String),
}

/// Hashes and checks passwords, at most two at once.
#[derive(Clone)]
pub struct Hashing {
    turns: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

impl Default for Hashing {
    fn default() -> Self {
        Self { turns: Arc::new(Semaphore::new(AT_ONCE)), places: Arc::new(Semaphore::new(AT_ONCE + WAITING)) }
    }
}

impl fmt::Debug for Hashing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hashing")
    }
}

impl Hashing {
    /// Hashes a new password: a PHC string with its own salt and parameters.
    ///
    /// # Errors
    /// [`HashFault::Busy`] when too many wait already.
    pub async fn hash(&self, password: NewPassword) -> Result<String, HashFault> {
        self.in_turn(move || hash_now(&password)).await?
    }

    /// Whether this is the password of the hash. Without a hash (nobody has that name) the same work is done, so that
    /// the time does not tell who has an account.
    ///
    /// # Errors
    /// [`HashFault::Busy`] when too many wait already.
    pub async fn check(&self, password: String, hash: Option<String>) -> Result<bool, HashFault> {
        self.in_turn(move || match hash.as_deref().map(PasswordHash::new) {
            // The parameters in the hash count, so old hashes stay good when ours grow.
            Some(Ok(hash)) => Ok(argon2()?.verify_password(even(&password).as_bytes(), &hash).is_ok()),
            // Some accounts have no hash at all, so that no password is right: the one that publishes samples.
            Some(Err(_)) | None => {
                let mut unused = [0; 32];
                argon2()?
                    .hash_password_into(even(&password).as_bytes(), b"nobody has this name", &mut unused)
                    .map_err(broken)?;
                Ok(false)
            }
        })
        .await?
    }

    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, HashFault> {
        let _place = self.places.clone().try_acquire_owned().map_err(|_| HashFault::Busy)?;
        let turn = self.turns.clone().acquire_owned().await.map_err(broken)?;
        // The turn moves into the work: a caller who hangs up does not make room for a third hashing.
        tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work()
        })
        .await
        .map_err(broken)
    }
}

/// Hashes on this very thread, for commands that have no server to spare.
///
/// # Errors
/// [`HashFault::Broken`] when there is no memory or no randomness.
pub fn hash_now(password: &NewPassword) -> Result<String, HashFault> {
    Ok(argon2()?.hash_password(even(password.as_str()).as_bytes()).map_err(broken)?.to_string())
}

/// The same for every keyboard's way to type an accent (NIST SP 800-63B-4, section 3.1.1.2, asks NFKC or NFC).
fn even(password: &str) -> String {
    password.nfc().collect()
}

fn argon2() -> Result<Argon2<'static>, HashFault> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(broken)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn broken(error: impl fmt::Display) -> HashFault {
    HashFault::Broken(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_characters_are_the_least_and_they_are_what_a_reader_calls_characters() {
        assert!(NewPassword::parse("password", "twaalf teken").is_ok());
        assert_eq!(
            NewPassword::parse("password", "elf tekens!").map_err(|e| (e.code, e.limit, e.actual)),
            Err((FieldCode::TooShort, Some(12), Some(11)))
        );
        assert!(NewPassword::parse("password", &"e\u{301}".repeat(11)).is_err());
        assert_eq!(
            NewPassword::parse("new_password", &"a".repeat(257)).map_err(|e| (e.field, e.code)),
            Err(("new_password".into(), FieldCode::TooLong))
        );
    }

    #[test]
    fn a_first_password_is_long_and_has_nothing_to_mistake() {
        let password = NewPassword::first(std::array::from_fn(|n| u8::try_from(n * 13).unwrap_or_default()));
        assert_eq!(password.as_str().len(), 23);
        assert!(NewPassword::parse("password", password.as_str()).is_ok());
        assert!(!password.as_str().contains(['0', '1', 'l', 'o']));
        assert_eq!(format!("{password:?}"), "NewPassword(…)");
    }

    #[tokio::test]
    async fn the_right_password_is_right_and_nobody_has_none() -> Result<(), HashFault> {
        let hashing = Hashing::default();
        let hash = hashing.hash(NewPassword("een goed wachtwoord".into())).await?;
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(hashing.check("een goed wachtwoord".into(), Some(hash.clone())).await?);
        assert!(!hashing.check("een ander wachtwoord".into(), Some(hash)).await?);
        let accented = hashing.hash(NewPassword("een goed idee\u{301}".into())).await?;
        assert!(hashing.check("een goed ide\u{e9}".into(), Some(accented)).await?);
        assert!(!hashing.check("een goed wachtwoord".into(), None).await?);
        assert!(!hashing.check("!".into(), Some("!".into())).await?);
        Ok(())
    }
}

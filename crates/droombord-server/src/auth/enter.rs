//! Signing in, from what was typed to a session. Wrong name, wrong password and wrong code are one answer after one
//! amount of work: which of them it was is not said.

use super::{
    cookie::Token,
    delay::TooMany,
    extract::SignedIn,
    issue,
    lifetime::hour_of,
    password::HashFault,
    sign_in::{Credentials, Way},
};
use crate::{
    error::{Error, Result},
    limits::Source,
    name::folded,
    secret::Purpose,
    state::App,
    store::{accounts::StoredAccount, sessions::SigningIn},
};
use droombord_domain::{api::SignIn, problem::ProblemCode};

/// Signs in: the token for the browser, and who is in.
///
/// # Errors
/// [`ProblemCode::SignInFailed`] when anything is wrong; what is still missing once the password was right;
/// [`Error::Wait`] when too many try this name from this source.
pub async fn enter(app: &App, source: Source, request: &SignIn) -> Result<(Token, SignedIn)> {
    let name = folded(&request.name);
    let turn = app.auth.delays.turn(&name, source).await.map_err(|TooMany(time)| Error::Wait(time))?;
    let account = app.store.account_named(&name).await?;
    let hash = account.as_ref().map(|account| account.credentials.password_hash.clone());
    let right = app.auth.hashing.check(request.password.clone(), hash).await?;
    let Some(account) = account.filter(|account| right && !account.disabled) else {
        turn.failed();
        return Err(ProblemCode::SignInFailed.into());
    };
    let (step, new_password) = match credentials(app, &account)?.judge(request, app.unix_time()) {
        Way::In { step, new_password } => (step, new_password),
        Way::Refused => {
            turn.failed();
            // The one failure that an operator should hear of: somebody may have the password.
            tracing::warn!(account = %account.name, "the password was right and the code was not");
            return Err(ProblemCode::SignInFailed.into());
        }
        Way::CodeMissing => return Err(ProblemCode::SecondFactorRequired.into()),
        Way::Enrol(enrolment) => return Err(Error::Enrolment(enrolment)),
        Way::ChoosePassword => return Err(ProblemCode::NewPasswordRequired.into()),
        Way::PasswordFault(fault) => return Err(vec![fault].into()),
    };
    let new_password_hash = match new_password {
        Some(password) => Some(app.auth.hashing.hash(password).await?),
        None => None,
    };
    let token = Token::new(app.dice.bytes()?);
    let now = app.clock.now();
    let session = app.dice.uuid()?;
    let signing_in = SigningIn {
        account: account.id,
        password_hash: &account.credentials.password_hash,
        step: i64::try_from(step).unwrap_or(i64::MAX),
        new_password_hash: new_password_hash.as_deref(),
        session,
        token_hash: &app.secret.mac_hex(Purpose::Session, &[token.as_bytes()]),
    };
    if !app.store.sign_in(signing_in, now).await? {
        // Somebody else used the code a moment ago, or the account was reset or disabled meanwhile.
        turn.failed();
        return Err(ProblemCode::SignInFailed.into());
    }
    turn.succeeded();
    app.auth.last_uses.sweep(now);
    app.auth.last_uses.look(session, now, hour_of(now), now, true);
    let StoredAccount { id, name, role, disabled: _, organisation: _, credentials: _, used_step: _ } = account;
    Ok((token, SignedIn { session, account: id, name, role, began_at: now, used_at: now }))
}

fn credentials(app: &App, account: &StoredAccount) -> Result<Credentials> {
    let secret = issue::open_totp(&app.secret, account.id, &account.credentials.sealed_secret)
        .ok_or(Error::Internal("a second factor cannot be opened: is the secret file the one of this database?"))?;
    Ok(Credentials {
        name: account.name.clone(),
        password_given: account.credentials.password_given,
        enrolled: account.credentials.enrolled,
        secret,
        used_step: account.used_step.and_then(|step| u64::try_from(step).ok()),
    })
}

impl App {
    fn unix_time(&self) -> u64 {
        u64::try_from(self.clock.now()).unwrap_or_default()
    }
}

impl From<HashFault> for Error {
    fn from(fault: HashFault) -> Self {
        match fault {
            HashFault::Busy => ProblemCode::Busy.into(),
            HashFault::Broken(error) => {
                tracing::error!(%error, "hashing failed");
                Self::Internal("a password could not be hashed")
            }
        }
    }
}

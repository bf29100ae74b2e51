//! The command `account`: for the operator's shell, where nobody can be signed in yet. It works beside a live server.
//!
//! A shell on this machine has the data folder, so nothing is asked of its user. An account made here can sign in at once: the
//! secret of its second factor is on the screen, and so on the phone, and is not shown again.

use super::{AccountCommand, CliError, Data};
use crate::{
    auth::{
        issue,
        password::{HashFault, NewPassword, hash_now},
        totp::TotpSecret,
    },
    clock::{Clock as _, Dice, SystemClock, SystemDice},
    name::{AccountName, folded},
    secret::Secret,
    store::{
        Store, StoreError,
        accounts::{Credentials, Doing, NewAccount, StoredAccount},
    },
};
use droombord_domain::{
    problem::{FieldCode, FieldError, ProblemCode},
    staff::{MAX_ACCOUNT_NAME, MAX_PASSWORD, MIN_PASSWORD, StaffRole},
};
use qrcode::{QrCode, render::unicode::Dense1x2};
use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write as _};
use uuid::Uuid;

/// Runs one command.
///
/// # Errors
/// In words for the operator.
pub async fn run(command: AccountCommand) -> Result<(), CliError> {
    match command {
        AccountCommand::Create { name, role, organisation, data } => {
            create(&name, role, organisation.as_deref(), &data).await
        }
        AccountCommand::Reset { name, data } => reset(&name, &data).await,
        AccountCommand::Disable { name, data } => disable(&name, &data).await,
        AccountCommand::List { data } => list(&data).await,
    }
}

async fn create(name: &str, role: StaffRole, organisation: Option<&str>, data: &Data) -> Result<(), CliError> {
    let name = AccountName::parse(name).map_err(|fault| said(&fault))?;
    let store = Store::open(&data.data).await?;
    let organisation = organisation_for(&store, role, organisation).await?;
    if store.account_named(&name.folded()).await?.is_some() {
        return Err(taken(name.as_str()));
    }
    let id = dice().uuid()?;
    let (secret, credentials) = credentials(data, id)?;
    let new =
        NewAccount { id, folded_name: name.folded(), name: name.as_str().to_owned(), role, organisation, credentials };
    let added = store.add_account(&new, here()).await;
    store.close().await;
    if matches!(added, Err(StoreError::Refused(ProblemCode::NameTaken))) {
        return Err(taken(name.as_str()));
    }
    added?;
    show(name.as_str(), role, &secret)
}

async fn reset(name: &str, data: &Data) -> Result<(), CliError> {
    let store = Store::open(&data.data).await?;
    let account = find(&store, name).await?;
    let (secret, credentials) = credentials(data, account.id)?;
    store.reset_account(account.id, &credentials, here()).await?;
    store.close().await;
    show(&account.name, account.role, &secret)
}

async fn disable(name: &str, data: &Data) -> Result<(), CliError> {
    let store = Store::open(&data.data).await?;
    let account = find(&store, name).await?;
    store.disable_account(account.id, false, here()).await?;
    let left = store.active_accounts(account.role).await?;
    store.close().await;
    say(&format!(
        "{} cannot sign in any more, and its sessions are ended. Accounts left that can act as {}: {left}.",
        account.name,
        account.role.code()
    ))
}

async fn list(data: &Data) -> Result<(), CliError> {
    let store = Store::open(&data.data).await?;
    let accounts = store.accounts().await?;
    store.close().await;
    if accounts.is_empty() {
        return say("There are no accounts yet. Make one: droombord-server account create NAME --role facilitator");
    }
    for account in accounts {
        let shown = account.shown();
        let state = match (shown.disabled, shown.ready) {
            (true, _) => "disabled",
            (false, true) => "ready",
            (false, false) => "waits for its first sign-in",
        };
        say(&format!("{:<14} {:<28} {}", shown.role.code(), state, shown.name))?;
    }
    Ok(())
}

/// An answerer answers for one organisation, and nobody else does.
async fn organisation_for(store: &Store, role: StaffRole, name: Option<&str>) -> Result<Option<Uuid>, CliError> {
    match (role, name) {
        (StaffRole::Answerer, Some(name)) => match store.organisation_named(&folded(name)).await? {
            Some(organisation) => Ok(Some(organisation.id)),
            None => Err(CliError::Said(format!(
                "there is no organisation {name:?}: see droombord-server organisation list"
            ))),
        },
        (StaffRole::Answerer, None) => {
            Err(CliError::Said("an answerer answers for an organisation: name it with --organisation".to_owned()))
        }
        (StaffRole::Facilitator | StaffRole::Administrator, Some(_)) => {
            Err(CliError::Said("only an answerer has an organisation".to_owned()))
        }
        (StaffRole::Facilitator | StaffRole::Administrator, None) => Ok(None),
    }
}

async fn find(store: &Store, name: &str) -> Result<StoredAccount, CliError> {
    store
        .account_named(&folded(name))
        .await?
        .ok_or_else(|| CliError::Said(format!("there is no account {name:?}: see droombord-server account list")))
}

/// Credentials that work at once: the operator chose the password and sees the secret.
fn credentials(data: &Data, account: Uuid) -> Result<(TotpSecret, Credentials), CliError> {
    let password = read_password()?;
    let server = Secret::open(&data.data, dice())?;
    let secret = issue::totp_secret(dice())?;
    let credentials = Credentials {
        password_hash: hash_now(&password).map_err(|fault| {
            CliError::Said(match fault {
                HashFault::Busy => "hashing is busy".to_owned(),
                HashFault::Broken(error) => format!("the password could not be hashed: {error}"),
            })
        })?,
        password_given: false,
        enrolled: true,
        sealed_secret: issue::seal_totp(&server, account, &secret, dice())?,
    };
    Ok((secret, credentials))
}

/// One line of standard input. Never an argument: those stand in the list of processes and in the shell's history.
fn read_password() -> Result<NewPassword, CliError> {
    let input = io::stdin();
    if input.is_terminal() {
        let _ = writeln!(io::stderr(), "Password (at least {MIN_PASSWORD} characters; it shows on the screen):");
    }
    let mut line = String::new();
    // A little more than the longest password, so that one that is too long is noticed.
    let most = u64::try_from(MAX_PASSWORD).unwrap_or(u64::MAX) + 3;
    let read = input.lock().take(most).read_line(&mut line);
    read.map_err(|error| CliError::Io("the password cannot be read from standard input".to_owned(), error))?;
    let line = line.strip_suffix('\n').unwrap_or(&line);
    NewPassword::parse("password", line.strip_suffix('\r').unwrap_or(line)).map_err(|fault| said(&fault))
}

fn show(name: &str, role: StaffRole, secret: &TotpSecret) -> Result<(), CliError> {
    let uri = secret.uri(name);
    say(&format!(
        "{name} can sign in now as {}, with the password and a code from an authenticator app.",
        role.code()
    ))?;
    say("The secret of the codes is shown this once. Scan it, or type it over:")?;
    say(&format!("secret {}", secret.base32()))?;
    say(&format!("uri {uri}"))?;
    if io::stdout().is_terminal()
        && let Ok(code) = QrCode::new(uri.as_bytes())
    {
        // Dark on light is what cameras want; most terminals are light on dark.
        let picture = code.render::<Dense1x2>().dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build();
        say(&picture)?;
    }
    Ok(())
}

fn say(line: &str) -> Result<(), CliError> {
    writeln!(io::stdout(), "{line}").map_err(|error| CliError::Io("standard output".to_owned(), error))
}

fn dice() -> &'static dyn Dice {
    &SystemDice
}

fn here() -> Doing {
    Doing { by: None, at: SystemClock.now() }
}

fn taken(name: &str) -> CliError {
    CliError::Said(format!(
        "the name {name:?} is in use, or looks like one that is (account list): choose another, or use account reset"
    ))
}

fn said(fault: &FieldError) -> CliError {
    let field = &fault.field;
    CliError::Said(match fault.code {
        FieldCode::TooShort => {
            format!("the {field} is too short: at least {MIN_PASSWORD} characters, as one line of standard input")
        }
        FieldCode::TooLong if field == "name" => format!("the name is too long: at most {MAX_ACCOUNT_NAME} characters"),
        FieldCode::TooLong => format!("the {field} is too long: at most {MAX_PASSWORD} bytes"),
        other @ (FieldCode::Missing
        | FieldCode::Empty
        | FieldCode::TooMany
        | FieldCode::UnknownValue
        | FieldCode::WrongType
        | FieldCode::UnknownField
        | FieldCode::ControlCharacters
        | FieldCode::TooManyMarks
        | FieldCode::NeedsYoungPerson
        | FieldCode::ContactDetails
        | FieldCode::NotShortened
        | FieldCode::Invalid) => format!("the {field} is not right: {}", other.code()),
    })
}

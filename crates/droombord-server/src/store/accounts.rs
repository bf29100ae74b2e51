//! Accounts: who may sign in, and what was done with them.

use super::{Result, Store, Tx, organisations::beside, rows};
use crate::{
    clock::{Seconds, rfc3339},
    name::look,
};
use droombord_domain::{
    api,
    organisation::OrganisationRef,
    problem::ProblemCode,
    staff::{AccountStep, StaffRole},
};
use sqlx::any::AnyRow;
use std::collections::HashMap;
use uuid::Uuid;

/// An account that is made.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// A random number.
    pub id: Uuid,
    /// Its name as it is shown.
    pub name: String,
    /// Its name as it is compared.
    pub folded_name: String,
    /// What it may do.
    pub role: StaffRole,
    /// The organisation for which an answerer answers.
    pub organisation: Option<Uuid>,
    /// What its owner must know and have.
    pub credentials: Credentials,
}

/// What an account's owner must know and have, as it is stored. Its `Debug` would show a hash only.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// argon2id, as a PHC string.
    pub password_hash: String,
    /// The password came from an administrator: its owner must choose another.
    pub password_given: bool,
    /// The secret is on the owner's phone.
    pub enrolled: bool,
    /// The secret of the second factor, sealed.
    pub sealed_secret: String,
}

/// An account as it is stored.
#[derive(Clone, Debug)]
pub struct StoredAccount {
    /// A random number.
    pub id: Uuid,
    /// Its name as it is shown.
    pub name: String,
    /// What it may do.
    pub role: StaffRole,
    /// It cannot sign in any more.
    pub disabled: bool,
    /// The organisation for which an answerer answers.
    pub organisation: Option<OrganisationRef>,
    /// What its owner must know and have.
    pub credentials: Credentials,
    /// The last step whose code was used.
    pub used_step: Option<i64>,
}

impl StoredAccount {
    /// As administrators see it.
    pub fn shown(&self) -> api::Account {
        api::Account {
            id: self.id,
            name: self.name.clone(),
            role: self.role,
            disabled: self.disabled,
            ready: self.credentials.enrolled && !self.credentials.password_given,
            organisation: self.organisation.clone(),
        }
    }
}

/// Who does something with an account, and when.
#[derive(Clone, Copy, Debug)]
pub struct Doing {
    /// The administrator; `None` for the command line.
    pub by: Option<Uuid>,
    /// When.
    pub at: Seconds,
}

const ACCOUNTS: &str = "SELECT a.id, a.name, a.role, a.disabled, a.password_hash, a.password_given, a.enrolled,
         a.sealed_secret, a.used_step, o.id AS o_id, o.name AS o_name
     FROM accounts a LEFT JOIN organisations o ON o.id = a.organisation";

impl Store {
    /// Adds an account.
    ///
    /// # Errors
    /// [`ProblemCode::NameTaken`], also when another name only looks like it; [`ProblemCode::NotFound`] when there is no such organisation.
    pub async fn add_account(&self, new: &NewAccount, doing: Doing) -> Result<()> {
        let NewAccount { id, name, folded_name, role, organisation, credentials } = new;
        let Credentials { password_hash, password_given, enrolled, sealed_secret } = credentials;
        let mut tx = self.begin().await?;
        if let Some(organisation) = organisation {
            let known: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM organisations WHERE id = $1")
                .bind(organisation.to_string())
                .fetch_one(tx.conn())
                .await?;
            if known == 0 {
                return Err(ProblemCode::NotFound.into());
            }
        }
        let names: Vec<String> = sqlx::query_scalar("SELECT name FROM accounts").fetch_all(tx.conn()).await?;
        if names.iter().any(|known| look(known) == look(name)) {
            return Err(ProblemCode::NameTaken.into());
        }
        let added = sqlx::query(
            "INSERT INTO accounts
               (id, name, folded_name, role, password_hash, password_given, enrolled, sealed_secret, disabled,
                organisation)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9)
             ON CONFLICT (folded_name) DO NOTHING",
        )
        .bind(id.to_string())
        .bind(name)
        .bind(folded_name)
        .bind(role.code())
        .bind(password_hash)
        .bind(i64::from(*password_given))
        .bind(i64::from(*enrolled))
        .bind(sealed_secret)
        .bind(organisation.map(|id| id.to_string()))
        .execute(tx.conn())
        .await?;
        if added.rows_affected() == 0 {
            return Err(ProblemCode::NameTaken.into());
        }
        add_event(&mut tx, *id, AccountStep::Made, doing).await?;
        tx.commit().await
    }

    /// The account with this name (as it is compared).
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn account_named(&self, folded_name: &str) -> Result<Option<StoredAccount>> {
        let query = format!("{ACCOUNTS} WHERE a.folded_name = $1");
        let row = sqlx::query(sqlx::AssertSqlSafe(query)).bind(folded_name).fetch_optional(self.read()).await?;
        row.as_ref().map(account).transpose()
    }

    /// The account with this id.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn account(&self, id: Uuid) -> Result<Option<StoredAccount>> {
        let query = format!("{ACCOUNTS} WHERE a.id = $1");
        let row = sqlx::query(sqlx::AssertSqlSafe(query)).bind(id.to_string()).fetch_optional(self.read()).await?;
        row.as_ref().map(account).transpose()
    }

    /// All accounts, by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn accounts(&self) -> Result<Vec<StoredAccount>> {
        let query = format!("{ACCOUNTS} ORDER BY a.folded_name");
        let rows = sqlx::query(sqlx::AssertSqlSafe(query)).fetch_all(self.read()).await?;
        rows.iter().map(account).collect()
    }

    /// What was done with each account, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn account_events(&self) -> Result<HashMap<Uuid, Vec<api::AccountEvent>>> {
        let query = "SELECT e.account, e.kind, e.at, d.name AS doer
             FROM account_events e LEFT JOIN accounts d ON d.id = e.doer ORDER BY e.id DESC";
        let mut events: HashMap<_, Vec<_>> = HashMap::new();
        for row in &sqlx::query(query).fetch_all(self.read()).await? {
            let event = api::AccountEvent {
                step: rows::code(row, "kind", AccountStep::from_code)?,
                at: rfc3339(rows::number(row, "at")?),
                by: rows::maybe_text(row, "doer")?,
            };
            events.entry(rows::id(row, "account")?).or_default().push(event);
        }
        Ok(events)
    }

    /// How many accounts of a role can sign in and did so at least once.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn active_accounts(&self, role: StaffRole) -> Result<i64> {
        Ok(sqlx::query_scalar(
            "SELECT COUNT(*) FROM accounts
             WHERE role = $1 AND disabled = 0 AND enrolled = 1 AND password_given = 0",
        )
        .bind(role.code())
        .fetch_one(self.read())
        .await?)
    }

    /// Gives an account other credentials, lets it sign in again if it was disabled, and ends its sessions.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`].
    pub async fn reset_account(&self, id: Uuid, credentials: &Credentials, doing: Doing) -> Result<()> {
        let Credentials { password_hash, password_given, enrolled, sealed_secret } = credentials;
        let mut tx = self.begin().await?;
        let changed = sqlx::query(
            "UPDATE accounts SET password_hash = $2, password_given = $3, enrolled = $4, sealed_secret = $5,
               used_step = NULL, disabled = 0
             WHERE id = $1",
        )
        .bind(id.to_string())
        .bind(password_hash)
        .bind(i64::from(*password_given))
        .bind(i64::from(*enrolled))
        .bind(sealed_secret)
        .execute(tx.conn())
        .await?;
        if changed.rows_affected() == 0 {
            return Err(ProblemCode::NotFound.into());
        }
        end_sessions(&mut tx, id).await?;
        add_event(&mut tx, id, AccountStep::Reset, doing).await?;
        tx.commit().await
    }

    /// Keeps an account from signing in, and ends its sessions. Done twice it is done once.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`]; [`ProblemCode::NotAllowedNow`] when `keep_one` and it is the last administrator that
    /// can sign in: nobody could let anybody in again but at the command line.
    pub async fn disable_account(&self, id: Uuid, keep_one: bool, doing: Doing) -> Result<()> {
        let mut tx = self.begin().await?;
        let changed = sqlx::query("UPDATE accounts SET disabled = 1 WHERE id = $1 AND disabled = 0")
            .bind(id.to_string())
            .execute(tx.conn())
            .await?;
        if changed.rows_affected() == 0 {
            let known: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM accounts WHERE id = $1")
                .bind(id.to_string())
                .fetch_one(tx.conn())
                .await?;
            return if known == 1 { Ok(()) } else { Err(ProblemCode::NotFound.into()) };
        }
        let left: i64 = sqlx::query_scalar(
            "SELECT COUNT(*) FROM accounts WHERE role = $1 AND disabled = 0 AND enrolled = 1 AND password_given = 0",
        )
        .bind(StaffRole::Administrator.code())
        .fetch_one(tx.conn())
        .await?;
        if keep_one && left == 0 {
            return Err(ProblemCode::NotAllowedNow.into());
        }
        end_sessions(&mut tx, id).await?;
        add_event(&mut tx, id, AccountStep::Disabled, doing).await?;
        tx.commit().await
    }
}

async fn end_sessions(tx: &mut Tx, account: Uuid) -> Result<()> {
    sqlx::query("DELETE FROM sessions WHERE account = $1").bind(account.to_string()).execute(tx.conn()).await?;
    Ok(())
}

async fn add_event(tx: &mut Tx, account: Uuid, step: AccountStep, doing: Doing) -> Result<()> {
    sqlx::query("INSERT INTO account_events (account, kind, at, doer) VALUES ($1, $2, $3, $4)")
        .bind(account.to_string())
        .bind(step.code())
        .bind(doing.at)
        .bind(doing.by.map(|id| id.to_string()))
        .execute(tx.conn())
        .await?;
    Ok(())
}

fn account(row: &AnyRow) -> Result<StoredAccount> {
    Ok(StoredAccount {
        id: rows::id(row, "id")?,
        name: rows::text(row, "name")?,
        role: rows::code(row, "role", StaffRole::from_code)?,
        disabled: rows::flag(row, "disabled")?,
        organisation: beside(row)?,
        credentials: Credentials {
            password_hash: rows::text(row, "password_hash")?,
            password_given: rows::flag(row, "password_given")?,
            enrolled: rows::flag(row, "enrolled")?,
            sealed_secret: rows::text(row, "sealed_secret")?,
        },
        used_step: rows::maybe_number(row, "used_step")?,
    })
}

//! Sessions of accounts. The store knows a session's token by its keyed hash only.

use super::{Result, Store, rows};
use crate::{
    auth::{
        lifetime::{self, hour_of},
        totp,
    },
    clock::Seconds,
};
use droombord_domain::staff::StaffRole;
use sqlx::any::AnyRow;
use uuid::Uuid;

/// What a sign-in changes, once everything about it was right.
#[derive(Clone, Debug)]
pub struct SigningIn<'a> {
    /// Whose session it is.
    pub account: Uuid,
    /// The password hash against which the password was right.
    pub password_hash: &'a str,
    /// The step whose code was right.
    pub step: i64,
    /// The hash of the password that the owner chose.
    pub new_password_hash: Option<&'a str>,
    /// The new session.
    pub session: Uuid,
    /// The keyed hash of its token.
    pub token_hash: &'a str,
}

/// A session with the account that it is bound to, as both are now.
#[derive(Clone, Debug)]
pub struct StoredSession {
    /// Names the session; it does not open it.
    pub id: Uuid,
    /// Whose it is.
    pub account: Uuid,
    /// The account's name.
    pub name: String,
    /// What the account may do now.
    pub role: StaffRole,
    /// When it began.
    pub began_at: Seconds,
    /// The hour in which it was used last.
    pub used_hour: Seconds,
}

const SELECT: &str = "SELECT sessions.id, sessions.account, accounts.name, accounts.role, sessions.began_at,
       sessions.used_hour
     FROM sessions JOIN accounts ON accounts.id = sessions.account
     WHERE accounts.disabled = 0";

impl Store {
    /// Begins a session: uses up the step of the code, keeps a new password, and clears away what has ended.
    ///
    /// `false` when the account changed since it was read: another sign-in used the code, or it was reset or disabled.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn sign_in(&self, signing_in: SigningIn<'_>, now: Seconds) -> Result<bool> {
        let SigningIn { account, password_hash, step, new_password_hash, session, token_hash } = signing_in;
        let mut tx = self.begin().await?;
        let used = sqlx::query(
            "UPDATE accounts SET used_step = $2, enrolled = 1, password_hash = COALESCE($3, password_hash),
               password_given = CASE WHEN $3 IS NULL THEN password_given ELSE 0 END
             WHERE id = $1 AND disabled = 0 AND password_hash = $4
                 AND (used_step IS NULL OR used_step < $2 OR used_step > $5)",
        )
        .bind(account.to_string())
        .bind(step)
        .bind(new_password_hash)
        .bind(password_hash)
        .bind(i64::try_from(totp::newest_step(u64::try_from(now).unwrap_or_default())).unwrap_or(i64::MAX))
        .execute(tx.conn())
        .await?;
        if used.rows_affected() == 0 {
            return Ok(false);
        }
        if new_password_hash.is_some() {
            // Sessions of the old password end.
            sqlx::query("DELETE FROM sessions WHERE account = $1").bind(account.to_string()).execute(tx.conn()).await?;
        }
        sqlx::query("DELETE FROM sessions WHERE began_at <= $1 OR used_hour <= $2 OR began_at > $3")
            .bind(now - lifetime::LONGEST)
            // The stored hour may be up to an hour before the use.
            .bind(now - lifetime::IDLE * 2)
            .bind(now + lifetime::AHEAD)
            .execute(tx.conn())
            .await?;
        sqlx::query("INSERT INTO sessions (id, token_hash, account, began_at, used_hour) VALUES ($1, $2, $3, $4, $5)")
            .bind(session.to_string())
            .bind(token_hash)
            .bind(account.to_string())
            .bind(now)
            .bind(hour_of(now))
            .execute(tx.conn())
            .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// The session that a token opens, unless its account is disabled.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn session(&self, token_hash: &str) -> Result<Option<StoredSession>> {
        let query = format!("{SELECT} AND sessions.token_hash = $1");
        let row = sqlx::query(sqlx::AssertSqlSafe(query)).bind(token_hash).fetch_optional(self.read()).await?;
        row.as_ref().map(session).transpose()
    }

    /// The sessions of an account, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn sessions_of(&self, account: Uuid) -> Result<Vec<StoredSession>> {
        let query = format!("{SELECT} AND sessions.account = $1 ORDER BY sessions.began_at DESC, sessions.id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(query)).bind(account.to_string()).fetch_all(self.read()).await?;
        rows.iter().map(session).collect()
    }

    /// Notes the hour in which a session is used.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn session_used(&self, id: Uuid, now: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        sqlx::query("UPDATE sessions SET used_hour = $2 WHERE id = $1")
            .bind(id.to_string())
            .bind(hour_of(now))
            .execute(tx.conn())
            .await?;
        tx.commit().await
    }

    /// Ends a session of this account; `false` when it has no such session.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn end_session(&self, id: Uuid, account: Uuid) -> Result<bool> {
        let mut tx = self.begin().await?;
        let ended = sqlx::query("DELETE FROM sessions WHERE id = $1 AND account = $2")
            .bind(id.to_string())
            .bind(account.to_string())
            .execute(tx.conn())
            .await?;
        tx.commit().await?;
        Ok(ended.rows_affected() > 0)
    }

    /// Ends every session of everybody: a copy from a backup must not bring back one that was ended since.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn end_all_sessions(&self) -> Result<()> {
        let mut tx = self.begin().await?;
        sqlx::query("DELETE FROM sessions").execute(tx.conn()).await?;
        tx.commit().await
    }
}

fn session(row: &AnyRow) -> Result<StoredSession> {
    Ok(StoredSession {
        id: rows::id(row, "id")?,
        account: rows::id(row, "account")?,
        name: rows::text(row, "name")?,
        role: rows::code(row, "role", StaffRole::from_code)?,
        began_at: rows::number(row, "began_at")?,
        used_hour: rows::number(row, "used_hour")?,
    })
}

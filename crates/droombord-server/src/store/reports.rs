//! What anybody says is wrong with something on the board. For the desk alone.

use super::{Result, Store, Tx, rows};
use crate::clock::{Seconds, rfc3339};
use droombord_domain::{
    problem::ProblemCode,
    report::{NewReport, OpenReport, Report, ReportReason},
};
use sqlx::{AnyConnection, any::AnyRow};
use uuid::Uuid;

/// The words of a report go so long after somebody saw to it.
pub(super) const KEPT: Seconds = 30 * 24 * 60 * 60;
/// The desk sees so many at once; the others follow when these are done.
const AT_ONCE: i64 = 100;

/// A report on its way in.
#[derive(Clone, Debug)]
pub struct Reporting {
    /// The id that it gets.
    pub id: Uuid,
    /// About which post or reply.
    pub post: Uuid,
    /// The keyed hash of the idempotency key.
    pub idempotency: String,
    /// The keyed hash of what came with it.
    pub body_mac: String,
    /// What is wrong.
    pub report: NewReport,
    /// Now.
    pub at: Seconds,
}

macro_rules! reports {
    ($where:literal) => {
        concat!(
            "SELECT w.id, w.post, w.reason, w.words, w.at, w.handled_at, a.name, r.text
             FROM reports w JOIN posts p ON p.id = w.post
             LEFT JOIN revisions r ON r.post = p.id AND r.number = p.revision
             LEFT JOIN accounts a ON a.id = w.account WHERE ",
            $where
        )
    };
}

impl Store {
    /// Takes a report in, once for each idempotency key.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`] when nobody can see the post; [`ProblemCode::IdempotencyKeyReused`].
    pub async fn report(&self, reporting: Reporting) -> Result<()> {
        let Reporting { id, post, idempotency, body_mac, report, at } = reporting;
        let mut tx = self.begin_more().await?;
        let before: Option<String> = sqlx::query_scalar("SELECT body_mac FROM reports WHERE key_mac = $1")
            .bind(idempotency.as_str())
            .fetch_optional(tx.conn())
            .await?;
        match before {
            Some(mac) if mac == body_mac => return Ok(()),
            Some(_) => return Err(ProblemCode::IdempotencyKeyReused.into()),
            None => {}
        }
        tx.post(post).await?.filter(|post| post.state.is_public()).ok_or(ProblemCode::NotFound)?;
        sqlx::query(
            "INSERT INTO reports (id, post, reason, words, at, key_mac, body_mac) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(id.to_string())
        .bind(post.to_string())
        .bind(report.reason().code())
        .bind(report.words())
        .bind(at)
        .bind(idempotency)
        .bind(body_mac)
        .execute(tx.conn())
        .await?;
        tx.commit().await
    }

    /// What nobody has seen to: danger first, then oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn open_reports(&self) -> Result<Vec<OpenReport>> {
        let found = sqlx::query(reports!(
            "w.handled_at IS NULL ORDER BY CASE w.reason WHEN $1 THEN 0 ELSE 1 END, w.at, w.id LIMIT $2"
        ))
        .bind(ReportReason::Danger.code())
        .bind(AT_ONCE)
        .fetch_all(self.read())
        .await?;
        found
            .iter()
            .map(|row| {
                let text = rows::maybe_text(row, "text")?.unwrap_or_default();
                Ok(OpenReport { report: report(row)?, post: rows::id(row, "post")?, text })
            })
            .collect()
    }

    /// Somebody saw to it. Doing it again changes nothing.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`].
    pub async fn report_handled(&self, id: Uuid, account: Uuid, at: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        let there: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM reports WHERE id = $1")
            .bind(id.to_string())
            .fetch_one(tx.conn())
            .await?;
        if there == 0 {
            return Err(ProblemCode::NotFound.into());
        }
        sqlx::query("UPDATE reports SET handled_at = $2, account = $3 WHERE id = $1 AND handled_at IS NULL")
            .bind(id.to_string())
            .bind(at)
            .bind(account.to_string())
            .execute(tx.conn())
            .await?;
        tx.commit().await
    }

    /// The words of old reports go.
    pub(super) async fn forget_reports(&self, now: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        let gone = sqlx::query("UPDATE reports SET words = NULL WHERE words IS NOT NULL AND handled_at <= $1")
            .bind(now - KEPT)
            .execute(tx.conn())
            .await?;
        if gone.rows_affected() > 0 {
            tx.words_gone();
        }
        tx.commit().await
    }
}

impl Tx {
    /// What was said of a post is seen to: it is off the board.
    pub(super) async fn reports_are_handled(&mut self, post: Uuid, account: Uuid, at: Seconds) -> Result<()> {
        sqlx::query("UPDATE reports SET handled_at = $2, account = $3 WHERE post = $1 AND handled_at IS NULL")
            .bind(post.to_string())
            .bind(at)
            .bind(account.to_string())
            .execute(self.conn())
            .await?;
        Ok(())
    }
}

/// What was said of a post, oldest first.
pub(super) async fn reports_of(conn: &mut AnyConnection, post: Uuid) -> Result<Vec<Report>> {
    let found = sqlx::query(reports!("w.post = $1 ORDER BY w.at, w.id")).bind(post.to_string()).fetch_all(conn).await?;
    found.iter().map(report).collect()
}

fn report(row: &AnyRow) -> Result<Report> {
    Ok(Report {
        id: rows::id(row, "id")?,
        reason: rows::code(row, "reason", ReportReason::from_code)?,
        words: rows::maybe_text(row, "words")?,
        at: rfc3339(rows::number(row, "at")?),
        handled_at: rows::maybe_number(row, "handled_at")?.map(rfc3339),
        handled_by: rows::maybe_text(row, "name")?,
    })
}

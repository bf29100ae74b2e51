//! The last moment at which the clock was trusted, and the absences: see [`crate::known_time`].

use super::{Result, Store, Tx, rows};
use crate::{
    clock::Seconds,
    known_time::{Absence, Gap, GapKind, KnownTime, began_before},
};

impl Store {
    /// What is known of the time; nothing before the first look.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn known_time(&self) -> Result<Option<KnownTime>> {
        let row = sqlx::query("SELECT known_at, gap, found_at, seen_at, ran, accepted FROM known_time")
            .fetch_optional(self.read())
            .await?;
        let Some(row) = row else { return Ok(None) };
        let gap = match rows::maybe_code(&row, "gap", GapKind::from_code)? {
            None => None,
            Some(kind) => Some(Gap {
                kind,
                found_at: rows::number(&row, "found_at")?,
                seen_at: rows::number(&row, "seen_at")?,
                ran: rows::number(&row, "ran")?,
            }),
        };
        Ok(Some(KnownTime { known_at: rows::number(&row, "known_at")?, gap, accepted: rows::flag(&row, "accepted")? }))
    }

    /// Writes down what is known of the time, and an absence that is over.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn set_known_time(&self, known: KnownTime, absence: Option<Absence>) -> Result<()> {
        let KnownTime { known_at, gap, accepted } = known;
        let mut tx = self.begin().await?;
        sqlx::query(
            "INSERT INTO known_time (one, known_at, gap, found_at, seen_at, ran, accepted)
             VALUES (1, $1, $2, $3, $4, $5, $6)
             ON CONFLICT (one) DO UPDATE SET known_at = excluded.known_at, gap = excluded.gap, found_at = excluded.found_at,
                 seen_at = excluded.seen_at, ran = excluded.ran, accepted = excluded.accepted",
        )
        .bind(known_at)
        .bind(gap.map(|gap| gap.kind.code()))
        .bind(gap.map(|gap| gap.found_at))
        .bind(gap.map(|gap| gap.seen_at))
        .bind(gap.map(|gap| gap.ran))
        .bind(i64::from(accepted))
        .execute(tx.conn())
        .await?;
        if let Some((began_at, ended_at)) = absence {
            sqlx::query(
                "INSERT INTO absences (began_at, ended_at) VALUES ($1, $2)
                 ON CONFLICT (began_at) DO UPDATE SET ended_at = excluded.ended_at",
            )
            .bind(began_at)
            .bind(ended_at)
            .execute(tx.conn())
            .await?;
        }
        tx.commit().await
    }

    /// The operator says that the clock is right: the next look of the server takes it.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn accept_clock(&self) -> Result<()> {
        let mut tx = self.begin().await?;
        sqlx::query("UPDATE known_time SET accepted = 1").execute(tx.conn()).await?;
        tx.commit().await
    }
}

impl Tx {
    /// The moment from which on a term of a writer has passed: what began then or earlier is over.
    pub(super) async fn writers_term(&mut self, term: Seconds, now: Seconds) -> Result<Seconds> {
        let found = sqlx::query("SELECT began_at, ended_at FROM absences").fetch_all(self.conn()).await?;
        let absences = found
            .iter()
            .map(|row| Ok((rows::number(row, "began_at")?, rows::number(row, "ended_at")?)))
            .collect::<Result<Vec<_>>>()?;
        Ok(began_before(now, term, &absences))
    }
}

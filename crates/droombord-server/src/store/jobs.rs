//! What happens by itself, once a day: reactions and the facts of the horizon are counted again, the board gets its order of
//! the day, texts that nobody may keep longer are erased, and the head of the trail's chain is exported. That the day of a
//! promise has passed is told within minutes.

use super::rows;
use super::{Result, Store, change::By};
use crate::{
    clock::{Seconds, day},
    known_time::GapKind,
};
use droombord_domain::life::PostState;

const DAY: Seconds = 24 * 60 * 60;

/// How long the words of a post that is not (or no longer) on the board are kept. `docs/privacy.md` has the same table.
const KEPT: [(PostState, Seconds); 4] = [
    (PostState::Withdrawn, 30 * DAY),
    (PostState::Expired, 30 * DAY),
    // A writer may still change and send again; another facilitator may still reverse.
    (PostState::Declined, 90 * DAY),
    (PostState::TakenDown, 90 * DAY),
];

impl Store {
    /// Does what is due today; `reading_days` is the promised reading time. Doing it again on the same day does nothing; after a day off it catches up.
    /// With a `gap` the clock cannot be trusted: what cannot be undone waits.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn daily(&self, reading_days: u32, now: Seconds, gap: Option<GapKind>) -> Result<()> {
        // On a full disk only what must not wait.
        if !self.inner.room.is_short() {
            self.renew_board(reading_days, now).await?;
        }
        if gap.is_none() { self.bring_to_an_end(now).await } else { Ok(()) }
    }

    /// What the board shows from today on.
    async fn renew_board(&self, reading_days: u32, now: Seconds) -> Result<()> {
        if self.job_is_due("supports", now).await? {
            self.renew_support_steps().await?;
            self.job_is_done("supports", now).await?;
        }
        if self.job_is_due("fair_turn", now).await? {
            self.renew_fair_turn().await?;
            self.job_is_done("fair_turn", now).await?;
        }
        if self.job_is_due("facts", now).await? {
            self.renew_facts(reading_days, now).await?;
            self.renew_facets().await?;
            self.job_is_done("facts", now).await?;
        }
        Ok(())
    }

    /// What only the time brings, and nobody can undo.
    async fn bring_to_an_end(&self, now: Seconds) -> Result<()> {
        if self.job_is_due("hand_backs", now).await? {
            self.look_after_hand_backs(now).await?;
            self.job_is_done("hand_backs", now).await?;
        }
        // By its own mark, not once a day: a day passes at midnight, whenever the other jobs ran.
        self.look_after_promises(now).await?;
        if self.job_is_due("retention", now).await? {
            self.erase_what_is_old(now).await?;
            self.forget_reports(now).await?;
            self.job_is_done("retention", now).await?;
        }
        if self.job_is_due("trail_head", now).await? {
            self.export_head(now).await?;
            self.job_is_done("trail_head", now).await?;
        }
        Ok(())
    }

    /// Whether a recipient, known by a hash, was not reminded today.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn digest_is_due(&self, recipient: &str, now: Seconds) -> Result<bool> {
        self.job_is_due(&digest(recipient), now).await
    }

    /// The recipient was reminded.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn digest_is_sent(&self, recipient: &str, now: Seconds) -> Result<()> {
        self.job_is_done(&digest(recipient), now).await
    }

    pub(super) async fn job_is_due(&self, name: &str, now: Seconds) -> Result<bool> {
        let row = sqlx::query("SELECT day FROM jobs WHERE name = $1").bind(name).fetch_optional(self.read()).await?;
        Ok(row.map(|row| rows::number(&row, "day")).transpose()? != Some(day(now)))
    }

    pub(super) async fn job_is_done(&self, name: &str, now: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        sqlx::query("INSERT INTO jobs (name, day) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET day = excluded.day")
            .bind(name)
            .bind(day(now))
            .execute(tx.conn())
            .await?;
        tx.commit().await
    }

    async fn erase_what_is_old(&self, now: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        for (state, kept) in KEPT {
            let until = tx.writers_term(kept, now).await?;
            let old = sqlx::query("SELECT id FROM posts WHERE state = $1 AND state_since <= $2")
                .bind(state.code())
                .bind(until)
                .fetch_all(tx.conn())
                .await?;
            for row in &old {
                if let Some(post) = tx.post(rows::id(row, "id")?).await? {
                    tx.erase(&post, By::nobody(now)).await?;
                }
            }
        }
        tx.commit().await
    }

    /// Erases what another database has erased: after restoring a backup, what went since must not be back.
    ///
    /// # Errors
    /// When a database cannot be read or written.
    pub async fn erase_again(&self, other: &Self, now: Seconds) -> Result<u32> {
        let gone = sqlx::query("SELECT id, key, sample FROM posts WHERE state = $1")
            .bind(PostState::Erased.code())
            .fetch_all(other.read())
            .await?;
        let mut tx = self.begin().await?;
        let mut erased = 0;
        for row in &gone {
            if let Some(post) = tx.post(rows::id(row, "id")?).await? {
                // Without its key it was erased with everything under it.
                if rows::maybe_text(row, "key")?.is_none() && !rows::flag(row, "sample")? && post.key.is_some() {
                    tx.forget(&post, now).await?;
                } else if post.state != PostState::Erased {
                    tx.erase(&post, By::nobody(now)).await?;
                } else {
                    continue;
                }
                erased += 1;
            }
        }
        // A key under which nothing is any more is gone too.
        sqlx::query("DELETE FROM keys WHERE id NOT IN (SELECT key FROM posts WHERE key IS NOT NULL)")
            .execute(tx.conn())
            .await?;
        tx.commit().await?;
        Ok(erased)
    }
}

/// The job of reminding one recipient.
fn digest(recipient: &str) -> String {
    format!("digest {recipient}")
}

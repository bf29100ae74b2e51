//! What waits for a batch of the live line. What happens to a post after it was placed is written at once, and its writer,
//! the desk and the answerers see it at once; everybody else sees it when it is released (THREATS.md, *the one who wants to
//! know who wrote it*). Whatever everybody reads is read through the views `released_…` of `0101_release.sql`.

use super::{Result, Store, Tx, rows};
use crate::clock::Seconds;
use droombord_domain::trail::TrailKind;
use std::sync::atomic::Ordering;
use uuid::Uuid;

/// One thing that happened and that only its batch makes public.
pub(super) struct Unreleased<'a> {
    /// A kind of trail event, or `words`, `promise` or `say`.
    pub(super) what: &'a str,
    /// Whose trail it is in.
    pub(super) post: Option<Uuid>,
    /// The asking or the promise.
    pub(super) subject: Uuid,
    /// The event of the trail.
    pub(super) event: Option<i64>,
    /// The code that is public until then.
    pub(super) was: Option<&'a str>,
    /// The number that is public until then.
    pub(super) was_number: Option<i64>,
}

/// Whether everybody sees an event of this kind only with its batch. That a post is placed shows at once: who placed it or
/// follows a link to it must find it.
pub(super) const fn waits(kind: TrailKind) -> bool {
    kind.is_public() && !matches!(kind, TrailKind::Published | TrailKind::Shortened)
}

impl Store {
    /// From now on what happens waits for [`Store::release`], or does not. A store that serves nobody never waits: what the
    /// operator's commands do is no decision on somebody's words.
    pub fn hold_back(&self, holds_back: bool) {
        self.inner.holds_back.store(holds_back, Ordering::Release);
    }

    /// Makes public what happened at `until` or before; everything when nothing waits any more. In the same change the cards
    /// of its posts are made again.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn release(&self, until: Seconds, now: Seconds) -> Result<()> {
        let until = if self.inner.holds_back.load(Ordering::Acquire) { until } else { Seconds::MAX };
        // Looked at without holding up a change: mostly there is nothing.
        let due = "SELECT 1 FROM unreleased WHERE at <= $1 OR at > $2 LIMIT 1";
        if sqlx::query(due).bind(until).bind(now).fetch_optional(self.read()).await?.is_none() {
            return Ok(());
        }
        let mut tx = self.begin().await?;
        let posts = sqlx::query("SELECT DISTINCT post FROM unreleased WHERE at <= $1 AND post IS NOT NULL")
            .bind(until)
            .fetch_all(tx.conn())
            .await?;
        for row in &posts {
            tx.card_changed(rows::id(row, "post")?);
        }
        sqlx::query("DELETE FROM unreleased WHERE at <= $1").bind(until).execute(tx.conn()).await?;
        // The clock was set back since: its age is counted from here.
        sqlx::query("UPDATE unreleased SET at = $1 WHERE at > $1").bind(now).execute(tx.conn()).await?;
        tx.board_changed();
        tx.commit().await
    }
}

impl Tx {
    /// Lets something wait for its batch; without batches everybody sees it after this change.
    pub(super) async fn release_later(&mut self, change: Unreleased<'_>, at: Seconds) -> Result<()> {
        let Unreleased { what, post, subject, event, was, was_number } = change;
        if !self.store.inner.holds_back.load(Ordering::Acquire) {
            if let Some(post) = post {
                self.card_changed(post);
            }
            self.board_changed();
            return Ok(());
        }
        sqlx::query(
            "INSERT INTO unreleased (at, what, post, subject, event, was, was_number)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(at)
        .bind(what)
        .bind(post.map(|id| id.to_string()))
        .bind(subject.to_string())
        .bind(event)
        .bind(was)
        .bind(was_number)
        .execute(self.conn())
        .await?;
        Ok(())
    }
}

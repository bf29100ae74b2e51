//! Supportive reactions: who gave one is known only as a keyed hash for this one post, and of the moment only the day.

use super::{Result, Store, change::PostRow};
use droombord_domain::{
    problem::ProblemCode,
    support::{Support, step_of},
};
use sqlx::Row as _;
use uuid::Uuid;

use super::rows;

/// A reaction as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reaction {
    /// To which post.
    pub post: Uuid,
    /// Which one.
    pub support: Support,
    /// The keyed hash of what the device made for this post.
    pub device: String,
    /// The calendar day.
    pub day: i64,
}

impl Store {
    /// Gives a reaction; giving it again changes nothing.
    ///
    /// # Errors
    /// `not_found` when the post is not on the board.
    pub async fn give_support(&self, reaction: Reaction) -> Result<()> {
        let Reaction { post, support, device, day } = reaction;
        let mut tx = self.begin_more().await?;
        let row = tx.post(post).await?.filter(PostRow::hangs_on_board);
        row.ok_or(ProblemCode::NotFound)?;
        sqlx::query("INSERT INTO supports (post, support, device, day) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING")
            .bind(post.to_string())
            .bind(support.code())
            .bind(device)
            .bind(day)
            .execute(tx.conn())
            .await?;
        tx.commit().await
    }

    /// Takes a reaction back; taking back what was not given changes nothing.
    ///
    /// # Errors
    /// `not_found` when the post is not on the board.
    pub async fn take_support_back(&self, post: Uuid, support: Support, device: &str) -> Result<()> {
        let mut tx = self.begin().await?;
        let row = tx.post(post).await?.filter(PostRow::hangs_on_board);
        row.ok_or(ProblemCode::NotFound)?;
        sqlx::query("DELETE FROM supports WHERE post = $1 AND support = $2 AND device = $3")
            .bind(post.to_string())
            .bind(support.code())
            .bind(device)
            .execute(tx.conn())
            .await?;
        tx.commit().await
    }

    /// Counts the reactions of every post and keeps the steps that everybody sees. Doing it again changes nothing.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(super) async fn renew_support_steps(&self) -> Result<()> {
        let counts = sqlx::query(
            "SELECT p.id, p.hear, p.recognise, p.join_in,
                 SUM(CASE WHEN s.support = 'hear' THEN 1 ELSE 0 END) AS hear_now,
                 SUM(CASE WHEN s.support = 'recognise' THEN 1 ELSE 0 END) AS recognise_now,
                 SUM(CASE WHEN s.support = 'join' THEN 1 ELSE 0 END) AS join_now
             FROM posts p LEFT JOIN supports s ON s.post = p.id
             WHERE p.state = 'published' AND p.reply_to IS NULL
                 -- Only those that have any, or had: on a large board most have none, and nothing to renew.
                 AND (p.hear IS NOT NULL OR p.recognise IS NOT NULL OR p.join_in IS NOT NULL
                     OR p.id IN (SELECT g.post FROM supports g))
             GROUP BY p.id, p.hear, p.recognise, p.join_in",
        )
        .fetch_all(self.read())
        .await?;
        let mut changed = Vec::new();
        for row in &counts {
            let step = |column| -> Result<Option<i64>> {
                let count: i64 = row.try_get(column)?;
                Ok(step_of(u32::try_from(count).unwrap_or_default()).map(i64::from))
            };
            let now = [step("hear_now")?, step("recognise_now")?, step("join_now")?];
            let before = [
                rows::maybe_number(row, "hear")?,
                rows::maybe_number(row, "recognise")?,
                rows::maybe_number(row, "join_in")?,
            ];
            if now != before {
                changed.push((rows::id(row, "id")?, now));
            }
        }
        if changed.is_empty() {
            return Ok(());
        }
        let mut tx = self.begin().await?;
        for (id, [hear, recognise, join]) in changed {
            tx.card_changed(id);
            sqlx::query(
                "UPDATE posts SET hear = $2, recognise = $3, join_in = $4 WHERE id = $1 AND state = 'published'",
            )
            .bind(id.to_string())
            .bind(hear)
            .bind(recognise)
            .bind(join)
            .execute(tx.conn())
            .await?;
        }
        tx.board_changed();
        tx.commit().await
    }
}

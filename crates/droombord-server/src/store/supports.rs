//! Supportive reactions: who gave one is known only as a keyed hash for this one post, and of the moment only the day.

use super::{Result, Store, change::PostRow, rows};
use droombord_domain::{
    problem::ProblemCode,
    support::{Support, SupportCounts, step_of},
};
use sqlx::any::AnyRow;
use uuid::Uuid;

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

    /// Counts the reactions of every post, for its writer, and keeps the steps that everybody sees. Doing it again changes nothing.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(super) async fn renew_support_steps(&self) -> Result<()> {
        let counts = sqlx::query(
            "SELECT p.id, p.hear, p.recognise, p.join_in, p.hear_told, p.recognise_told, p.join_told,
                 SUM(CASE WHEN s.support = 'hear' THEN 1 ELSE 0 END) AS hear_now,
                 SUM(CASE WHEN s.support = 'recognise' THEN 1 ELSE 0 END) AS recognise_now,
                 SUM(CASE WHEN s.support = 'join' THEN 1 ELSE 0 END) AS join_now
             FROM posts p LEFT JOIN supports s ON s.post = p.id
             WHERE p.state = 'published' AND p.reply_to IS NULL
                 -- Only those that have any, or had: on a large board most have none, and nothing to renew.
                 AND (p.hear_told + p.recognise_told + p.join_told > 0 OR p.id IN (SELECT g.post FROM supports g))
             GROUP BY p.id, p.hear, p.recognise, p.join_in, p.hear_told, p.recognise_told, p.join_told",
        )
        .fetch_all(self.read())
        .await?;
        let mut changed = Vec::new();
        for row in &counts {
            let told = SupportCounts {
                hear: rows::count(row, "hear_now")?,
                recognise: rows::count(row, "recognise_now")?,
                join: rows::count(row, "join_now")?,
            };
            let steps = [told.hear, told.recognise, told.join].map(|count| step_of(count).map(i64::from));
            let shown = [
                rows::maybe_number(row, "hear")?,
                rows::maybe_number(row, "recognise")?,
                rows::maybe_number(row, "join_in")?,
            ];
            if told != counts_told(row)? || steps != shown {
                changed.push((rows::id(row, "id")?, told, steps, steps != shown));
            }
        }
        if changed.is_empty() {
            return Ok(());
        }
        let mut tx = self.begin().await?;
        for (id, told, [hear, recognise, join], is_seen) in changed {
            if is_seen {
                tx.card_changed(id);
                tx.board_changed();
            }
            sqlx::query(
                "UPDATE posts SET hear = $2, recognise = $3, join_in = $4,
                     hear_told = $5, recognise_told = $6, join_told = $7 WHERE id = $1 AND state = 'published'",
            )
            .bind(id.to_string())
            .bind(hear)
            .bind(recognise)
            .bind(join)
            .bind(i64::from(told.hear))
            .bind(i64::from(told.recognise))
            .bind(i64::from(told.join))
            .execute(tx.conn())
            .await?;
        }
        tx.commit().await
    }
}

/// What the writer of a post is told of its reactions.
pub(super) fn counts_told(row: &AnyRow) -> Result<SupportCounts> {
    Ok(SupportCounts {
        hear: rows::count(row, "hear_told")?,
        recognise: rows::count(row, "recognise_told")?,
        join: rows::count(row, "join_told")?,
    })
}

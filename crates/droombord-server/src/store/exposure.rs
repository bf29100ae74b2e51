//! How often the board showed each post, and the order that follows from it, once a day.

use super::{Result, Store};
use std::collections::HashMap;
use uuid::Uuid;

impl Store {
    /// Adds how often posts were shown, in one change. A post that has left the board is not counted on.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn add_exposures(&self, counts: &HashMap<Uuid, u32>) -> Result<()> {
        if counts.is_empty() {
            return Ok(());
        }
        let mut tx = self.begin_more().await?;
        for (post, times) in counts {
            sqlx::query("UPDATE posts SET shown = shown + $2 WHERE id = $1 AND state = 'published'")
                .bind(post.to_string())
                .bind(i64::from(*times))
                .execute(tx.conn())
                .await?;
        }
        tx.commit().await
    }

    /// Gives every post its place in the order of the day: the least shown first. Doing it again changes nothing unless
    /// more was shown.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(super) async fn renew_fair_turn(&self) -> Result<()> {
        let mut tx = self.begin_more().await?;
        let moved = sqlx::query("UPDATE posts SET freshness = 0 - shown WHERE freshness <> 0 - shown")
            .execute(tx.conn())
            .await?;
        if moved.rows_affected() > 0 {
            tx.board_changed();
        }
        tx.commit().await
    }
}

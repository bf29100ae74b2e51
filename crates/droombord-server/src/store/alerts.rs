//! Which posts wait with an alert: the words show danger, and the writer asked that a facilitator looks at once.

use super::{Result, Store, Tx, change::FIRST, rows};
use crate::clock::Seconds;
use droombord_domain::life::PostState;
use uuid::Uuid;

/// Number of alerts in one answer at most.
const MOST: i64 = 100;

impl Store {
    /// Posts that wait with an alert, and since when; the oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn alerts(&self) -> Result<Vec<(Uuid, Seconds)>> {
        let found = sqlx::query(
            "SELECT id, waiting_since FROM posts WHERE alert = 1 AND waiting_since IS NOT NULL
             ORDER BY waiting_since, id LIMIT $1",
        )
        .bind(MOST)
        .fetch_all(self.read())
        .await?;
        found.iter().map(|row| Ok((rows::id(row, "id")?, rows::number(row, "waiting_since")?))).collect()
    }
}

impl Tx {
    /// Raises an alert for words that show danger and wait for a reader; for others it does nothing. `true` when it is new.
    pub(super) async fn raise_alert(&mut self, post: Uuid) -> Result<bool> {
        let raised = sqlx::query("UPDATE posts SET alert = 1 WHERE id = $1 AND state = $2 AND turn = $3 AND alert = 0")
            .bind(post.to_string())
            .bind(PostState::Received.code())
            .bind(FIRST)
            .execute(self.conn())
            .await?;
        Ok(raised.rows_affected() > 0)
    }
}

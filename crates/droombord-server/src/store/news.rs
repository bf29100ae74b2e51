//! How much came on the board in a stretch of time. Only what everybody may see is counted.

use super::{Result, Store, rows};
use crate::clock::Seconds;
use droombord_domain::api::News;

impl Store {
    /// What came after `since`, up to and with `until`, and still hangs there.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn news(&self, since: Seconds, until: Seconds) -> Result<News> {
        let row = sqlx::query(
            "SELECT (SELECT COUNT(*) FROM posts p
                     WHERE p.state = 'published' AND p.reply_to IS NULL
                         AND p.published_at > $1 AND p.published_at <= $2) AS posts,
                    (SELECT COUNT(*) FROM trail t JOIN posts p ON p.id = t.post
                     WHERE t.kind = 'answered' AND t.at > $1 AND t.at <= $2 AND p.state = 'published') AS answers,
                    (SELECT COUNT(DISTINCT t.post) FROM trail t JOIN posts p ON p.id = t.post
                     WHERE t.kind IN ('asked', 'answered', 'verdict', 'promised', 'kept', 'overdue', 'promise_withdrawn')
                         AND t.at > $1 AND t.at <= $2
                         AND p.state = 'published' AND p.reply_to IS NULL AND p.published_at <= $1) AS changes",
        )
        .bind(since)
        .bind(until)
        .fetch_one(self.read())
        .await?;
        Ok(News {
            posts: rows::count(&row, "posts")?,
            answers: rows::count(&row, "answers")?,
            changes: rows::count(&row, "changes")?,
        })
    }
}

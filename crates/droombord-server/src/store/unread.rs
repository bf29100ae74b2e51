//! How much waits for facilitators: what the digest tells. Numbers alone.

use super::{Result, Store, change::FIRST, rows};
use crate::clock::{Seconds, day};
use droombord_domain::{life::PostState, promise::PromiseState};

/// What waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// Posts and replies.
    pub posts: u32,
    /// Of these, with words that show danger.
    pub danger: u32,
    /// The whole days that the oldest of them waits.
    pub days: u32,
    /// Reports.
    pub reports: u32,
    /// Answers of organisations, and words of writers beside a verdict.
    pub answers: u32,
}

impl Unread {
    /// Everything together.
    pub const fn all(self) -> u32 {
        self.posts + self.reports + self.answers
    }

    /// For the sentences: posts, danger, days, reports, answers.
    pub const fn counts(self) -> [u32; 5] {
        [self.posts, self.danger, self.days, self.reports, self.answers]
    }
}

impl Store {
    /// How much waits.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn unread(&self, now: Seconds) -> Result<Unread> {
        let row = sqlx::query(
            "SELECT (SELECT COUNT(*) FROM posts WHERE state = $1) AS posts,
                    (SELECT COUNT(*) FROM posts WHERE state = $1 AND turn = $2) AS danger,
                    (SELECT MIN(state_since) FROM posts WHERE state = $1) AS oldest,
                    (SELECT COUNT(*) FROM reports WHERE handled_at IS NULL) AS reports,
                    (SELECT COUNT(*) FROM answers WHERE state = 'received')
                        + (SELECT COUNT(*) FROM verdicts WHERE words_state = 'received')
                        + (SELECT COUNT(*) FROM promises WHERE state = $3) AS answers",
        )
        .bind(PostState::Received.code())
        .bind(FIRST)
        .bind(PromiseState::Waiting.code())
        .fetch_one(self.read())
        .await?;
        let days = rows::maybe_number(&row, "oldest")?.map_or(0, |oldest| day(now) - day(oldest));
        Ok(Unread {
            posts: rows::count(&row, "posts")?,
            danger: rows::count(&row, "danger")?,
            days: u32::try_from(days).unwrap_or_default(),
            reports: rows::count(&row, "reports")?,
            answers: rows::count(&row, "answers")?,
        })
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
}

fn digest(recipient: &str) -> String {
    format!("digest {recipient}")
}

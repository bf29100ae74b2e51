//! Cards: published posts as everybody reads them, kept ready made beside their words.
//!
//! A card is made in the very change after which it is read, so it can be neither older than its post nor outlive it.

use super::{Result, Store, Tx, board::public_post_in, rows, status::standing};
use droombord_domain::status::Standing;
use uuid::Uuid;

/// Number of cards that are made in one transaction when a new version makes all of them.
const TOGETHER: i64 = 1_000;

/// A card tells of no day of waiting: who reads it counts them, see [`waiting`].
const NO_DAY: i64 = 0;
/// The end of a card of a post that waits for an answer.
const WAITS: &str = "\"days\":0}}";

/// The card of a post that waits since `asked_day`, as it is `today`.
pub(super) fn waiting(card: &str, asked_day: i64, today: i64) -> String {
    let days = u32::try_from(today - asked_day).unwrap_or_default();
    card.strip_suffix(WAITS).map_or_else(|| card.to_owned(), |card| format!("{card}\"days\":{days}}}}}"))
}

impl Tx {
    /// Makes the cards of this change, and takes those away whose posts left the board. Before the commit: by then everything
    /// that stands in them is written.
    pub(super) async fn renew_cards(&mut self) -> Result<()> {
        for post in std::mem::take(&mut self.cards) {
            self.renew_card(post).await?;
        }
        Ok(())
    }

    async fn renew_card(&mut self, post: Uuid) -> Result<()> {
        let public = public_post_in(self.conn(), post, NO_DAY).await?;
        // A post that is not public has no status: what its trail tells stays in the trail alone.
        let standing = match public {
            Some(_) => standing(self.conn(), post, NO_DAY).await?,
            None => Standing::of(&[], NO_DAY),
        };
        let card = public.and_then(|public| serde_json::to_string(&public).ok());
        sqlx::query(
            "UPDATE posts SET card = $2, answered = $3, promised = $4, heard = $5, waiting = $6, asked_day = $7
             WHERE id = $1",
        )
        .bind(post.to_string())
        .bind(card)
        .bind(i64::from(standing.status.answered))
        .bind(i64::from(standing.status.promised))
        .bind(i64::from(standing.heard))
        .bind(i64::from(standing.asked_day.is_some()))
        .bind(standing.asked_day)
        .execute(self.conn())
        .await?;
        self.renew_at_desk(post).await
    }
}

impl Store {
    /// Makes the cards that are not there: after a version that makes others, all of them.
    pub(super) async fn make_cards(&self) -> Result<()> {
        loop {
            let missing = sqlx::query(
                "SELECT id FROM posts WHERE state = 'published' AND reply_to IS NULL AND card IS NULL LIMIT $1",
            )
            .bind(TOGETHER)
            .fetch_all(self.read())
            .await?;
            if missing.is_empty() {
                return Ok(());
            }
            let mut tx = self.begin().await?;
            for row in &missing {
                tx.card_changed(rows::id(row, "id")?);
            }
            tx.commit().await?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::Row as _;

    /// Every start asks what is missing: that must not read the board.
    #[tokio::test]
    async fn what_is_missing_is_known_without_reading_the_board() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("droombord-cards-{}", Uuid::new_v4()));
        let store = Store::open(&folder).await?;
        let plan = sqlx::query(
            "EXPLAIN QUERY PLAN
             SELECT id FROM posts WHERE state = 'published' AND reply_to IS NULL AND card IS NULL LIMIT 1000",
        )
        .fetch_all(store.read())
        .await?;
        let steps = plan.iter().map(|row| row.try_get("detail")).collect::<Result<Vec<String>, _>>()?.join("; ");
        assert!(steps.contains("posts_without_card"), "{steps}");
        store.close().await;
        let _ = std::fs::remove_dir_all(folder);
        Ok(())
    }
}

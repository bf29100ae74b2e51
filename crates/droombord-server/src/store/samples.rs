//! Fictional sample posts: added and removed by the operator's command `demo`, never by `serve`.

use super::{
    Result, Store,
    change::{By, IN_TURN, PostRow},
    rows,
};
use crate::clock::Seconds;
use droombord_domain::{draft::NewPost, life::PostState, trail::TrailKind};
use uuid::Uuid;

/// A sample that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Which post.
    pub id: Uuid,
    /// Where it stands.
    pub state: PostState,
}

impl Store {
    /// Whether there are posts, or ever were: the row of a post stays when its words are erased.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn had_posts(&self) -> Result<bool> {
        let posts: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM (SELECT id FROM posts LIMIT 1) AS p")
            .fetch_one(self.read())
            .await?;
        Ok(posts > 0)
    }

    /// The sample with this text, unless it was erased.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn sample(&self, text: &str) -> Result<Option<Sample>> {
        let row = sqlx::query(
            "SELECT p.id, p.state FROM posts p JOIN revisions r ON r.post = p.id WHERE p.sample = 1 AND r.text = $1",
        )
        .bind(text)
        .fetch_optional(self.read())
        .await?;
        let sample =
            |row| Ok(Sample { id: rows::id(&row, "id")?, state: rows::code(&row, "state", PostState::from_code)? });
        row.map(sample).transpose()
    }

    /// Adds a sample, as if it had come in: it waits for a decision like every other post. It has no follow key.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn add_sample(&self, id: Uuid, post: &NewPost, at: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        sqlx::query("INSERT INTO posts (id, state, revision, sample, state_since) VALUES ($1, $2, 1, 1, $3)")
            .bind(id.to_string())
            .bind(PostState::Received.code())
            .bind(at)
            .execute(tx.conn())
            .await?;
        let row = PostRow {
            id,
            key: None,
            state: PostState::Received,
            revision: 1,
            was_published: false,
            danger: false,
            reply_to: None,
            asked_another: false,
        };
        tx.write_body(&row, post.body(), at).await?;
        // Nobody lived it: whatever the guard hears in it, one decision publishes it.
        sqlx::query("UPDATE posts SET turn = $2 WHERE id = $1")
            .bind(id.to_string())
            .bind(IN_TURN)
            .execute(tx.conn())
            .await?;
        tx.event(&row, TrailKind::Received, By::nobody(at)).await?;
        tx.commit().await
    }

    /// Erases every sample; gives how many there were.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn remove_samples(&self, at: Seconds) -> Result<u32> {
        let mut tx = self.begin().await?;
        let samples = sqlx::query("SELECT id FROM posts WHERE sample = 1 AND state <> $1")
            .bind(PostState::Erased.code())
            .fetch_all(tx.conn())
            .await?;
        let mut removed = 0;
        for row in &samples {
            if let Some(post) = tx.post(rows::id(row, "id")?).await? {
                tx.erase(&post, By::nobody(at)).await?;
                removed += 1;
            }
        }
        Self::remove_sample_organisations(&mut tx).await?;
        tx.commit().await?;
        Ok(removed)
    }
}

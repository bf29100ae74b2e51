//! What nobody of an organisation has read, by a fair turn: the posts that the fewest organisations have read come first, and of
//! these whatever hangs on the board longest. Of a reading only the organisation is kept: neither who nor when.

use super::{Result, Store, answered::post};
use crate::clock::Seconds;
use droombord_domain::{answering::UNREAD_TOGETHER, api::PublicPost, problem::ProblemCode};
use sqlx::AnyConnection;
use uuid::Uuid;

/// Walks along an index past what this organisation has read or was asked about, until there are enough; only these are looked at.
const UNREAD: &str = "SELECT p.card, p.asked_day
    FROM (SELECT i.id, i.read_by, i.published_at FROM posts i WHERE i.state = 'published' AND i.reply_to IS NULL
              AND NOT EXISTS (SELECT 1 FROM organisation_reads r WHERE r.post = i.id AND r.organisation = $1)
              AND NOT EXISTS (SELECT 1 FROM askings k WHERE k.post = i.id AND k.organisation = $1)
          ORDER BY i.read_by, i.published_at, i.id LIMIT $2) w CROSS JOIN posts p ON p.id = w.id
    WHERE p.card IS NOT NULL ORDER BY w.read_by, w.published_at, w.id";

/// The first posts that nobody of an organisation has read, as everybody sees them.
pub(super) async fn unread(look: &mut AnyConnection, organisation: Uuid, now: Seconds) -> Result<Vec<PublicPost>> {
    let found =
        sqlx::query(UNREAD).bind(organisation.to_string()).bind(i64::from(UNREAD_TOGETHER)).fetch_all(look).await?;
    found.iter().map(|row| post(row, now)).collect()
}

impl Store {
    /// Keeps that somebody of an organisation has read a post, and gives the first that nobody of it has. Doing it again changes
    /// nothing. Nothing public changes by it.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`] when the post does not hang on the board.
    pub async fn read_unasked(&self, post: Uuid, organisation: Uuid, now: Seconds) -> Result<Vec<PublicPost>> {
        let mut tx = self.begin_more().await?;
        tx.post(post).await?.filter(|post| post.hangs_on_board()).ok_or(ProblemCode::NotFound)?;
        let added = sqlx::query(
            "INSERT INTO organisation_reads (post, organisation) VALUES ($1, $2)
             ON CONFLICT (post, organisation) DO NOTHING",
        )
        .bind(post.to_string())
        .bind(organisation.to_string())
        .execute(tx.conn())
        .await?;
        if added.rows_affected() > 0 {
            sqlx::query("UPDATE posts SET read_by = read_by + 1 WHERE id = $1")
                .bind(post.to_string())
                .execute(tx.conn())
                .await?;
        }
        let unread = unread(tx.conn(), organisation, now).await?;
        tx.commit().await?;
        Ok(unread)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::rows, *};

    /// The board may be long: only what the organisation has read or was asked about is passed by.
    #[tokio::test]
    async fn what_is_unread_is_walked_along_an_index() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("droombord-reads-{}", Uuid::new_v4()));
        let store = Store::open(&folder).await?;
        let plan = format!("EXPLAIN QUERY PLAN {UNREAD}");
        let steps = sqlx::query(sqlx::AssertSqlSafe(plan)).bind("").bind(5).fetch_all(store.read()).await?;
        let steps = steps.iter().map(|step| rows::text(step, "detail")).collect::<Result<Vec<String>>>()?.join("; ");
        let (walk, rest) = steps.split_once("; SCAN w").unwrap_or_default();
        assert!(walk.contains("USING COVERING INDEX posts_least_read (state=? AND reply_to=?)"), "{steps}");
        assert!(walk.contains("SEARCH r USING PRIMARY KEY (post=? AND organisation=?)"), "{steps}");
        assert!(walk.contains("SEARCH k USING COVERING INDEX") && !walk.contains("TEMP B-TREE"), "{steps}");
        assert!(rest.contains("SEARCH p USING INDEX sqlite_autoindex_posts_1 (id=?)"), "{steps}");
        store.close().await;
        let _ = std::fs::remove_dir_all(folder);
        Ok(())
    }
}

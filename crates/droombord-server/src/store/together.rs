//! The desk together: who reads what now, notes among facilitators, texts that wait and look alike, and keywords that
//! become one.

use super::{
    Result, Store,
    change::{By, FIRST},
    rows,
};
use crate::clock::{Seconds, rfc3339};
use droombord_domain::{
    api::{Claim, DeskNote, SimilarPost, SimilarPosts},
    keyword::Keyword,
    life::PostState,
    problem::ProblemCode,
    similar,
    trail::TrailKind,
};
use sqlx::{AnyConnection, any::AnyRow};
use uuid::Uuid;

/// A claim ends by itself after so long: whoever went home does not keep a post.
const CLAIM: Seconds = 20 * 60;
/// Of the queue, so many texts are compared at once.
const COMPARED: i64 = 5_000;

impl Store {
    /// From now on this facilitator reads the post: an event of its trail, once a revision. Claiming again makes it last.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`]; [`ProblemCode::NotAllowedNow`] when it does not wait, or somebody else reads it.
    pub async fn claim(&self, id: Uuid, account: Uuid, at: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        let post = tx.post(id).await?.filter(|post| post.state != PostState::Erased).ok_or(ProblemCode::NotFound)?;
        let held: Option<String> =
            sqlx::query_scalar("SELECT account FROM claims WHERE post = $1 AND until > $2 AND until <= $3")
                .bind(id.to_string())
                .bind(at)
                // Longer than any claim lasts: it was made while the clock was wrong.
                .bind(at + CLAIM)
                .fetch_optional(tx.conn())
                .await?;
        let is_free = held.is_none_or(|by| by == account.to_string());
        if post.state != PostState::Received || !is_free {
            return Err(ProblemCode::NotAllowedNow.into());
        }
        tx.has_read(&post, By { at, reason: None, account: Some(account) }).await?;
        sqlx::query(
            "INSERT INTO claims (post, account, until) VALUES ($1, $2, $3)
             ON CONFLICT (post) DO UPDATE SET account = excluded.account, until = excluded.until",
        )
        .bind(id.to_string())
        .bind(account.to_string())
        .bind(at + CLAIM)
        .execute(tx.conn())
        .await?;
        tx.commit().await
    }

    /// This facilitator does not read it any more. Nothing changes when they did not.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn let_go(&self, id: Uuid, account: Uuid) -> Result<()> {
        let mut tx = self.begin().await?;
        sqlx::query("DELETE FROM claims WHERE post = $1 AND account = $2")
            .bind(id.to_string())
            .bind(account.to_string())
            .execute(tx.conn())
            .await?;
        tx.commit().await
    }

    /// Writes a note down for the other facilitators. The same words of the same person are one note: its answer was lost, and it was sent
    /// once more.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`], also for what the desk does not see any more.
    pub async fn note(&self, id: Uuid, words: &str, account: Uuid, at: Seconds) -> Result<()> {
        let mut tx = self.begin_more().await?;
        let post = tx.post(id).await?.filter(|post| post.state.is_for_the_desk()).ok_or(ProblemCode::NotFound)?;
        let before = sqlx::query("SELECT post FROM notes WHERE post = $1 AND account = $2 AND words = $3")
            .bind(post.id.to_string())
            .bind(account.to_string())
            .bind(words)
            .fetch_optional(tx.conn())
            .await?;
        if before.is_some() {
            return Ok(());
        }
        sqlx::query("INSERT INTO notes (post, account, at, words) VALUES ($1, $2, $3, $4)")
            .bind(post.id.to_string())
            .bind(account.to_string())
            .bind(at)
            .bind(words)
            .execute(tx.conn())
            .await?;
        tx.commit().await
    }

    /// What waits and looks alike: of the oldest that wait.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn similar(&self) -> Result<Vec<SimilarPosts>> {
        let found = sqlx::query(
            "SELECT p.id, p.revision, p.turn, p.waiting_since, r.text
             FROM posts p JOIN revisions r ON r.post = p.id AND r.number = p.revision
             WHERE p.state = $1 AND r.text IS NOT NULL ORDER BY p.state_since, p.id LIMIT $2",
        )
        .bind(PostState::Received.code())
        .bind(COMPARED)
        .fetch_all(self.read())
        .await?;
        let posts = found.iter().map(similar_post).collect::<Result<Vec<_>>>()?;
        let groups = tokio::task::spawn_blocking(move || {
            let texts: Vec<&str> = posts.iter().map(|post| post.text.as_str()).collect();
            let groups = similar::groups(&texts);
            let of = |places: Vec<usize>| places.into_iter().filter_map(|at| posts.get(at).cloned()).collect();
            groups.into_iter().map(|places| SimilarPosts { posts: of(places) }).collect()
        });
        groups.await.map_err(|_| ProblemCode::Internal.into())
    }

    /// Puts another word in the place of a keyword, wherever it stands; with a post that has both, one goes.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`] when no post has it.
    pub async fn rename_keyword(&self, from: &Keyword, to: &Keyword) -> Result<()> {
        let mut tx = self.begin().await?;
        if from != to {
            let twice = "DELETE FROM keywords WHERE keyword = $1
                AND post IN (SELECT k.post FROM keywords k WHERE k.keyword = $2)";
            let gone = sqlx::query(twice).bind(from.as_str()).bind(to.as_str()).execute(tx.conn()).await?;
            let renamed = sqlx::query("UPDATE keywords SET keyword = $2 WHERE keyword = $1")
                .bind(from.as_str())
                .bind(to.as_str())
                .execute(tx.conn())
                .await?;
            if gone.rows_affected() + renamed.rows_affected() == 0 {
                return Err(ProblemCode::NotFound.into());
            }
            tx.board_changed();
        }
        tx.commit().await
    }
}

fn similar_post(row: &AnyRow) -> Result<SimilarPost> {
    Ok(SimilarPost {
        id: rows::id(row, "id")?,
        revision: rows::count(row, "revision")?,
        text: rows::text(row, "text")?,
        waiting_since: rows::maybe_number(row, "waiting_since")?.map(rfc3339),
        danger: rows::number(row, "turn")? == FIRST,
    })
}

/// Who reads a post, out of the columns `c_name`, `c_account` and `c_until`.
pub(super) fn claim_of(row: &AnyRow, now: Seconds, reader: Option<Uuid>) -> Result<Option<Claim>> {
    let (Some(by), Some(until)) = (rows::maybe_text(row, "c_name")?, rows::maybe_number(row, "c_until")?) else {
        return Ok(None);
    };
    let mine =
        reader.is_some_and(|reader| rows::maybe_text(row, "c_account").ok().flatten() == Some(reader.to_string()));
    Ok((now < until && until <= now + CLAIM).then(|| Claim { by, mine, until: rfc3339(until) }))
}

/// The notes with a post.
pub(super) async fn notes_of(conn: &mut AnyConnection, post: Uuid) -> Result<Vec<DeskNote>> {
    let found = sqlx::query(
        "SELECT n.at, n.words, a.name FROM notes n JOIN accounts a ON a.id = n.account WHERE n.post = $1 ORDER BY n.id",
    )
    .bind(post.to_string())
    .fetch_all(conn)
    .await?;
    found
        .iter()
        .map(|row| {
            Ok(DeskNote {
                by: rows::text(row, "name")?,
                at: rfc3339(rows::number(row, "at")?),
                words: rows::text(row, "words")?,
            })
        })
        .collect()
}

impl super::Tx {
    /// Reading is an event of the trail, once a facilitator and revision.
    pub(super) async fn has_read(&mut self, post: &super::change::PostRow, by: By) -> Result<()> {
        let times: i64 = sqlx::query_scalar(
            "SELECT COUNT(*) FROM trail WHERE post = $1 AND kind = $2 AND revision = $3 AND account = $4",
        )
        .bind(post.id.to_string())
        .bind(TrailKind::Read.code())
        .bind(i64::from(post.revision))
        .bind(by.account.map(|id| id.to_string()))
        .fetch_one(self.conn())
        .await?;
        if times == 0 {
            self.event(post, TrailKind::Read, By { reason: None, ..by }).await?;
        }
        Ok(())
    }
}

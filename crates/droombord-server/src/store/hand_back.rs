//! Handing back: what a writer is asked, the yes, the second asking, and the end of waiting; and leaving something out.

use super::{
    Result, Store, Tx,
    change::{By, PostRow},
    rows,
};
use crate::{
    clock::{Seconds, rfc3339},
    moderation::ruling::{Ruling, agreed},
};
use droombord_domain::{
    api::{HandBack, OwnPost},
    hand_back::Swap,
    life::{PostState, Step},
    post::PostBody,
    problem::ProblemCode,
    trail::TrailKind,
};
use sqlx::any::AnyRow;
use uuid::Uuid;

const DAY: Seconds = 24 * 60 * 60;
/// After so long without an answer the writer is asked once more.
const REMINDED_AFTER: Seconds = 7 * DAY;
/// After so long again it is over: the product's promise.
const EXPIRED_AFTER: Seconds = 30 * DAY;
/// Time for which the words from which something was left out are kept, for their writer.
const BEFORE_KEPT: Seconds = 30 * DAY;

/// The columns of what a writer is asked, in statements that join `hand_backs h`.
macro_rules! hand_back_columns {
    () => {
        "h.swap_start, h.swap_end, h.instead, h.at AS h_at, h.reminded_at"
    };
}
pub(super) use hand_back_columns;

/// What a writer is asked, out of [`hand_back_columns`]; `None` when the post is not handed back.
pub(super) fn hand_back(row: &AnyRow) -> Result<Option<HandBack>> {
    let Some(at) = rows::maybe_number(row, "h_at")? else { return Ok(None) };
    Ok(Some(HandBack {
        swap: swap(row)?,
        at: rfc3339(at),
        reminded_at: rows::maybe_number(row, "reminded_at")?.map(rfc3339),
    }))
}

fn swap(row: &AnyRow) -> Result<Option<Swap>> {
    let Some(instead) = rows::maybe_text(row, "instead")? else { return Ok(None) };
    Ok(Some(Swap { start: rows::count(row, "swap_start")?, end: rows::count(row, "swap_end")?, instead }))
}

impl Store {
    /// The writer says yes to the words that were proposed: they are the newest revision from now on, and the words
    /// before are gone.
    ///
    /// # Errors
    /// `key_unknown`, `not_found`, `stale_revision`; `not_allowed_now` when it is not handed back, or without a proposal.
    pub async fn agree(&self, key: &str, id: Uuid, seen: u32, at: Seconds) -> Result<OwnPost> {
        let mut tx = self.begin().await?;
        let post = tx.own_row(key, id).await?;
        if post.revision != seen {
            return Err(ProblemCode::StaleRevision.into());
        }
        let row = sqlx::query("SELECT swap_start, swap_end, instead FROM hand_backs WHERE post = $1")
            .bind(id.to_string())
            .fetch_optional(tx.conn())
            .await?
            .ok_or(ProblemCode::NotAllowedNow)?;
        let swap = swap(&row)?.ok_or(ProblemCode::NotAllowedNow)?;
        let body = agreed(&tx.body(&post).await?, &swap).ok_or(ProblemCode::NotAllowedNow)?;
        tx.revise(&post, &body, at).await?;
        tx.view_and_commit(id, at).await
    }

    /// Asks once more where no answer came, ends what was never answered, and lets go of words from which something was
    /// left out. Doing it again at the same moment does nothing.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn look_after_hand_backs(&self, now: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        let asked_until = tx.writers_term(REMINDED_AFTER, now).await?;
        let late = sqlx::query("SELECT post FROM hand_backs WHERE reminded_at IS NULL AND at <= $1")
            .bind(asked_until)
            .fetch_all(tx.conn())
            .await?;
        for post in tx.posts_of(&late).await? {
            sqlx::query("UPDATE hand_backs SET reminded_at = $2 WHERE post = $1")
                .bind(post.id.to_string())
                .bind(now)
                .execute(tx.conn())
                .await?;
            tx.event(&post, TrailKind::Reminded, By::nobody(now)).await?;
        }
        let reminded_until = tx.writers_term(EXPIRED_AFTER, now).await?;
        let over = sqlx::query("SELECT post FROM hand_backs WHERE reminded_at <= $1")
            .bind(reminded_until)
            .fetch_all(tx.conn())
            .await?;
        for post in tx.posts_of(&over).await? {
            tx.step(&post, Step::Expire, By::nobody(now)).await?;
        }
        let shortened_until = tx.writers_term(BEFORE_KEPT, now).await?;
        let gone = sqlx::query(
            "UPDATE revisions SET text = NULL WHERE text IS NOT NULL AND EXISTS
                 (SELECT 1 FROM revisions r WHERE r.post = revisions.post AND r.number > revisions.number
                    AND r.received_at <= $1)",
        )
        .bind(shortened_until)
        .execute(tx.conn())
        .await?;
        if gone.rows_affected() > 0 {
            tx.words_gone();
        }
        tx.commit().await
    }
}

impl Tx {
    /// Keeps what the writer is asked. The step is taken already.
    pub(super) async fn ask_writer(
        &mut self,
        post: &PostRow,
        ruling: &Ruling,
        account: Uuid,
        at: Seconds,
    ) -> Result<()> {
        let swap = ruling.swap();
        sqlx::query(
            "INSERT INTO hand_backs (post, account, at, swap_start, swap_end, instead)
             VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(post.id.to_string())
        .bind(account.to_string())
        .bind(at)
        .bind(swap.map(|swap| i64::from(swap.start)))
        .bind(swap.map(|swap| i64::from(swap.end)))
        .bind(swap.map(|swap| swap.instead.clone()))
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Puts the words with something left out on the board. The words before stay for their writer, for a while.
    pub(super) async fn shorten(&mut self, post: &PostRow, body: &PostBody, by: By) -> Result<PostState> {
        let next = PostRow { revision: post.revision + 1, ..post.clone() };
        self.write_body(&next, body, by.at).await?;
        sqlx::query("UPDATE posts SET shortened = 1 WHERE id = $1")
            .bind(post.id.to_string())
            .execute(self.conn())
            .await?;
        self.step(&next, Step::Shorten, by).await
    }

    /// Who handed a post back, and whether the writer was asked once more since.
    pub(super) async fn handed_back_by(&mut self, post: Uuid) -> Result<Option<(Uuid, bool)>> {
        let row = sqlx::query("SELECT account, reminded_at FROM hand_backs WHERE post = $1")
            .bind(post.to_string())
            .fetch_optional(self.conn())
            .await?;
        row.map(|row| Ok((rows::id(&row, "account")?, rows::maybe_number(&row, "reminded_at")?.is_some()))).transpose()
    }

    /// Puts a facilitator's own sentence in the letter to the writer. The step is taken already.
    pub(super) async fn add_sentence(&mut self, post: &PostRow, ruling: &Ruling) -> Result<()> {
        sqlx::query("UPDATE posts SET sentence = $2 WHERE id = $1")
            .bind(post.id.to_string())
            .bind(ruling.sentence().map(str::to_owned))
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Nothing is asked or said any more: what staff wrote to the writer, or would have, goes, from the files too.
    pub(super) async fn letter_is_over(&mut self, post: &PostRow) -> Result<()> {
        let mut gone = 0;
        for statement in [
            "DELETE FROM proposals WHERE post = $1",
            "DELETE FROM hand_backs WHERE post = $1",
            "UPDATE posts SET sentence = NULL WHERE id = $1 AND sentence IS NOT NULL",
        ] {
            gone += sqlx::query(statement).bind(post.id.to_string()).execute(self.conn()).await?.rows_affected();
        }
        if gone > 0 {
            self.words_gone();
        }
        Ok(())
    }

    /// The words and choices of the newest revision.
    pub(super) async fn body(&mut self, post: &PostRow) -> Result<PostBody> {
        let row = sqlx::query(
            "SELECT p.kind, p.direction, p.lang, p.role, p.on_behalf, p.age_band, p.region, r.text
             FROM posts p JOIN revisions r ON r.post = p.id AND r.number = p.revision WHERE p.id = $1",
        )
        .bind(post.id.to_string())
        .fetch_one(self.conn())
        .await?;
        rows::body(&row)?.ok_or_else(|| ProblemCode::NotAllowedNow.into())
    }

    async fn posts_of(&mut self, found: &[AnyRow]) -> Result<Vec<PostRow>> {
        let mut posts = Vec::new();
        for row in found {
            posts.extend(self.post(rows::id(row, "post")?).await?);
        }
        Ok(posts)
    }
}

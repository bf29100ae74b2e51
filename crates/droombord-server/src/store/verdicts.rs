//! What a writer says of an answer: only they can say it, it may be said otherwise later, and silence is nothing. The words
//! beside it are read by a facilitator first; by two, when they show danger.

use super::{
    Result, Store, Tx,
    answers::Decided,
    asking::{AskingRow, asked_of, body},
    board::public_post_in,
    change::{About, By, PostRow},
    organisations::organisation_names,
    release::Unreleased,
    rows,
};
use crate::{
    clock::{Seconds, day, rfc3339},
    moderation::marks,
};
use droombord_domain::{
    answer::{NewVerdict, Understood, Verdict, WordsDecision, WordsRuling, WordsState},
    answering::DeskWords,
    api::OwnPost,
    problem::ProblemCode,
    reason::Reason,
    trail::TrailKind,
};
use uuid::Uuid;

const TOGETHER: i64 = 100;

impl Store {
    /// The writer says whether the first part of an answer was understood. Saying the same again changes nothing.
    ///
    /// # Errors
    /// `key_unknown`, `not_found`; `not_allowed_now` when the post is not on the board.
    pub async fn say_understood(
        &self,
        key: &str,
        post: Uuid,
        answer: Uuid,
        understood: Understood,
        at: Seconds,
    ) -> Result<OwnPost> {
        let mut tx = self.begin_more().await?;
        let (post, asking) = tx.own_answer(key, post, answer).await?;
        let said = tx.said(asking).await?;
        if said.understood != Some(understood) {
            sqlx::query("UPDATE verdicts SET understood = $2 WHERE asking = $1")
                .bind(answer.to_string())
                .bind(understood.code())
                .execute(tx.conn())
                .await?;
            let about = About { was: said.understood.map(Understood::code), ..asking.about(Some(understood.code())) };
            tx.event_about(&post, TrailKind::Understood, By::nobody(at), about).await?;
        }
        tx.view_and_commit(post.id, at).await
    }

    /// The writer says whether an answer feels heard, with words or without. Other words are another revision: they are read
    /// again, and those before are gone.
    ///
    /// # Errors
    /// `key_unknown`, `not_found`; `not_allowed_now` when the post is not on the board.
    pub async fn say_verdict(
        &self,
        key: &str,
        post: Uuid,
        answer: Uuid,
        verdict: &NewVerdict,
        at: Seconds,
    ) -> Result<OwnPost> {
        let mut tx = self.begin_more().await?;
        let (post, asking) = tx.own_answer(key, post, answer).await?;
        let said = tx.said(asking).await?;
        let other_words = said.words.as_deref() != verdict.words();
        sqlx::query("UPDATE verdicts SET verdict = $2 WHERE asking = $1")
            .bind(answer.to_string())
            .bind(verdict.verdict().code())
            .execute(tx.conn())
            .await?;
        if other_words {
            sqlx::query(
                "UPDATE verdicts SET words = $2, words_state = $3, words_at = $4, words_revision = words_revision + 1,
                     words_reason = NULL, first_reader = NULL
                 WHERE asking = $1",
            )
            .bind(answer.to_string())
            .bind(verdict.words())
            .bind(verdict.words().map(|_| WordsState::Received.code()))
            .bind(verdict.words().map(|_| at))
            .execute(tx.conn())
            .await?;
            if said.words.is_some() {
                tx.words_gone();
            }
        }
        if said.verdict != Some(verdict.verdict()) {
            let about = About { was: said.verdict.map(Verdict::code), ..asking.about(Some(verdict.verdict().code())) };
            tx.event_about(&post, TrailKind::Verdict, By::nobody(at), about).await?;
        }
        tx.board_changed();
        tx.view_and_commit(post.id, at).await
    }

    /// Writers' words that wait for a reader: those that show danger first, then longest waiting first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn words_to_read(&self, now: Seconds) -> Result<Vec<DeskWords>> {
        let mut look = self.read().begin().await?;
        let found = sqlx::query(
            "SELECT k.id, k.post, o.id AS o_id, o.name AS o_name, a.understood_text, a.does_text, a.by_name,
                 a.by_function, v.understood, v.verdict, v.words, v.words_revision, v.words_at, c.name AS read_by
             FROM verdicts v JOIN askings k ON k.id = v.asking JOIN organisations o ON o.id = k.organisation
             JOIN answers a ON a.asking = k.id LEFT JOIN accounts c ON c.id = v.first_reader
             WHERE v.words_state = $1 AND v.words IS NOT NULL ORDER BY v.words_at, k.id LIMIT $2",
        )
        .bind(WordsState::Received.code())
        .bind(TOGETHER)
        .fetch_all(&mut *look)
        .await?;
        let names = organisation_names(&mut look).await?;
        let mut waiting = Vec::new();
        for row in &found {
            let Some(post) = public_post_in(&mut look, rows::id(row, "post")?, day(now)).await? else { continue };
            let Some(answer) = body(row)? else { continue };
            let words = rows::text(row, "words")?;
            waiting.push(DeskWords {
                id: rows::id(row, "id")?,
                organisation: asked_of(row)?,
                post,
                answer,
                understood: rows::maybe_code(row, "understood", Understood::from_code)?,
                verdict: rows::code(row, "verdict", Verdict::from_code)?,
                findings: marks::findings(&words, &names),
                signals: marks::signals(&words),
                words,
                revision: rows::count(row, "words_revision")?,
                at: rfc3339(rows::number(row, "words_at")?),
                read_by: rows::maybe_text(row, "read_by")?,
            });
        }
        // A stable sort: among themselves they stay as they are.
        waiting.sort_by_key(|words| words.signals.is_empty());
        Ok(waiting)
    }

    /// Decides on the words that were read. Of words that show danger the first of two only says that they were read: the
    /// other one's decision holds.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`], [`ProblemCode::StaleRevision`], [`ProblemCode::NeedsAnotherFacilitator`];
    /// [`ProblemCode::NotAllowedNow`] when they do not wait, or the post is not on the board.
    pub async fn decide_words(&self, id: Uuid, ruling: WordsRuling, account: Uuid, at: Seconds) -> Result<()> {
        let WordsRuling { revision, decision, reason } = ruling;
        let mut tx = self.begin().await?;
        let asking = tx.asking(id).await?.ok_or(ProblemCode::NotFound)?;
        let post = tx.post(asking.post).await?.ok_or(ProblemCode::NotFound)?;
        let row =
            sqlx::query("SELECT words, words_state, words_revision, first_reader FROM verdicts WHERE asking = $1")
                .bind(id.to_string())
                .fetch_optional(tx.conn())
                .await?
                .ok_or(ProblemCode::NotFound)?;
        if rows::count(&row, "words_revision")? != revision {
            return Err(ProblemCode::StaleRevision.into());
        }
        let words = rows::maybe_text(&row, "words")?.ok_or(ProblemCode::NotAllowedNow)?;
        let state = rows::maybe_code(&row, "words_state", WordsState::from_code)?;
        if state != Some(WordsState::Received) || !post.state.is_public() {
            return Err(ProblemCode::NotAllowedNow.into());
        }
        let first_reader = rows::maybe_text(&row, "first_reader")?.and_then(|id| id.parse::<Uuid>().ok());
        if marks::shows_danger(&words) {
            match first_reader {
                None => {
                    sqlx::query("UPDATE verdicts SET first_reader = $2 WHERE asking = $1")
                        .bind(id.to_string())
                        .bind(account.to_string())
                        .execute(tx.conn())
                        .await?;
                    return tx.commit().await;
                }
                Some(first) if first == account => return Err(ProblemCode::NeedsAnotherFacilitator.into()),
                Some(_) => {}
            }
        }
        let next = match decision {
            WordsDecision::Publish => WordsState::Published,
            WordsDecision::Decline => WordsState::Declined,
        };
        sqlx::query("UPDATE verdicts SET words_state = $2, words_reason = $3 WHERE asking = $1")
            .bind(id.to_string())
            .bind(next.code())
            .bind(reason.map(Reason::code))
            .execute(tx.conn())
            .await?;
        let decided = Decided {
            what: "words",
            account,
            first_reader,
            revision,
            decision: decision.code(),
            reason: reason.map(Reason::code),
            at,
        };
        tx.decided_on_answer(asking, decided).await?;
        if next == WordsState::Published {
            let post = Some(post.id);
            let change =
                Unreleased { what: "words", post, subject: asking.id, event: None, was: None, was_number: None };
            tx.release_later(change, at).await?;
        }
        tx.commit().await
    }
}

/// What the writer said of an answer until now.
struct Said {
    understood: Option<Understood>,
    verdict: Option<Verdict>,
    words: Option<String>,
}

impl Tx {
    /// An own post on the board, and the published answer to it.
    async fn own_answer(&mut self, key: &str, post: Uuid, answer: Uuid) -> Result<(PostRow, AskingRow)> {
        let post = self.own_row(key, post).await?;
        let asking = self.asking(answer).await?.filter(|asking| asking.post == post.id && asking.answered);
        let asking = asking.ok_or(ProblemCode::NotFound)?;
        if !post.state.is_public() {
            return Err(ProblemCode::NotAllowedNow.into());
        }
        Ok((post, asking))
    }

    /// What was said until now; from here on there is a row to change.
    async fn said(&mut self, asking: AskingRow) -> Result<Said> {
        sqlx::query("INSERT INTO verdicts (asking) VALUES ($1) ON CONFLICT (asking) DO NOTHING")
            .bind(asking.id.to_string())
            .execute(self.conn())
            .await?;
        let row = sqlx::query("SELECT understood, verdict, words FROM verdicts WHERE asking = $1")
            .bind(asking.id.to_string())
            .fetch_one(self.conn())
            .await?;
        Ok(Said {
            understood: rows::maybe_code(&row, "understood", Understood::from_code)?,
            verdict: rows::maybe_code(&row, "verdict", Verdict::from_code)?,
            words: rows::maybe_text(&row, "words")?,
        })
    }
}

//! Answers: what an answerer sees and sends, and what facilitators read and decide. Every revision is read before it is
//! public; one that is public never changes.

use super::{
    Result, Store, StoreError, Tx,
    asking::{AskingRow, asked_of, askings, body, days, public_asking},
    board::public_post_in,
    change::By,
    organisation_reads::unread,
    organisations::organisation_names,
    rows,
};
use crate::{
    clock::{Seconds, day, rfc3339},
    moderation::marks,
};
use droombord_domain::{
    answer::{AnswerDecision, AnswerReason, AnswerRuling, AnswerState, NewAnswer},
    answering::{Asked, AskedPost, DeskAnswer, SentAnswer},
    asking::PublicAsking,
    organisation::Organisation,
    problem::ProblemCode,
    trail::TrailKind,
};
use sqlx::{AnyConnection, any::AnyRow};
use uuid::Uuid;

/// Number of rows of a list of staff at once: what is answered or read makes room for more.
const TOGETHER: i64 = 100;

impl Store {
    /// What is asked of an organisation, and what nobody of it has read. Of a post that is not on the board nothing is told.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn asked_of(&self, organisation: Organisation, now: Seconds) -> Result<Asked> {
        let mut look = self.read().begin().await?;
        let mut lists = [Vec::new(), Vec::new()];
        for (list, statement) in lists.iter_mut().zip([
            "SELECT k.id FROM askings k JOIN posts p ON p.id = k.post
             WHERE k.organisation = $1 AND p.state = 'published' AND k.answered_at IS NULL ORDER BY k.at, k.id LIMIT $2",
            "SELECT k.id FROM askings k JOIN posts p ON p.id = k.post
             WHERE k.organisation = $1 AND p.state = 'published' AND k.answered_at IS NOT NULL
             ORDER BY k.answered_at DESC, k.id LIMIT $2",
        ]) {
            let found = sqlx::query(statement)
                .bind(organisation.id.to_string())
                .bind(TOGETHER)
                .fetch_all(&mut *look)
                .await?;
            for row in &found {
                list.extend(asked_post(&mut look, rows::id(row, "id")?, organisation.id, now).await?);
            }
        }
        let [open, answered] = lists;
        let unread = unread(&mut look, organisation.id, now).await?;
        Ok(Asked { organisation, open, answered, unread })
    }

    /// One post of what is asked of an organisation.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`], also for what is asked of another organisation.
    pub async fn asked_post(&self, id: Uuid, organisation: Uuid, now: Seconds) -> Result<AskedPost> {
        let mut look = self.read().begin().await?;
        asked_post(&mut look, id, organisation, now).await?.ok_or_else(|| ProblemCode::NotFound.into())
    }

    /// Takes an answer in, or another revision of it: it waits for a facilitator from now on.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`] when it is not asked of this organisation, or the post is not on the board;
    /// [`ProblemCode::StaleRevision`]; [`ProblemCode::NotAllowedNow`] when it is public already.
    pub async fn answer(
        &self,
        id: Uuid,
        organisation: Uuid,
        seen: u32,
        answer: &NewAnswer,
        account: Uuid,
        at: Seconds,
    ) -> Result<()> {
        let mut tx = self.begin_more().await?;
        let asking = tx.asking(id).await?.filter(|asking| asking.organisation == organisation);
        let asking = asking.ok_or(ProblemCode::NotFound)?;
        tx.post(asking.post).await?.filter(|post| post.state.is_public()).ok_or(ProblemCode::NotFound)?;
        let before = tx.answer_row(id).await?;
        if before.map_or(0, |before| before.revision) != seen {
            return Err(ProblemCode::StaleRevision.into());
        }
        if asking.answered || before.is_some_and(|before| !before.state.may_change()) {
            return Err(ProblemCode::NotAllowedNow.into());
        }
        let words = answer.body();
        sqlx::query(
            "INSERT INTO answers (asking, state, revision, understood_text, does_text, by_name, by_function, account, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             ON CONFLICT (asking) DO UPDATE SET state = excluded.state, revision = excluded.revision,
                 understood_text = excluded.understood_text, does_text = excluded.does_text,
                 by_name = excluded.by_name, by_function = excluded.by_function, account = excluded.account, at = excluded.at,
                 reason = NULL, sentence = NULL",
        )
        .bind(id.to_string())
        .bind(AnswerState::Received.code())
        .bind(i64::from(seen) + 1)
        .bind(words.understood_text.as_str())
        .bind(words.does_text.as_str())
        .bind(words.by_name.clone())
        .bind(words.by_function.as_str())
        .bind(account.to_string())
        .bind(at)
        .execute(tx.conn())
        .await?;
        if before.is_some() {
            tx.words_gone();
        }
        tx.commit().await
    }

    /// Answers that wait for a reader, longest waiting first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn answers_to_read(&self, now: Seconds) -> Result<Vec<DeskAnswer>> {
        let mut look = self.read().begin().await?;
        let found = sqlx::query(
            "SELECT k.id, k.post, k.at AS asked, k.organisation, o.id AS o_id, o.name AS o_name, c.name AS account_name,
                 a.state, a.revision, a.understood_text, a.does_text, a.by_name, a.by_function, a.at, a.reason, a.sentence
             FROM answers a JOIN askings k ON k.id = a.asking JOIN organisations o ON o.id = k.organisation
             JOIN accounts c ON c.id = a.account
             WHERE a.state = $1 ORDER BY a.at, k.id LIMIT $2",
        )
        .bind(AnswerState::Received.code())
        .bind(TOGETHER)
        .fetch_all(&mut *look)
        .await?;
        let names = organisation_names(&mut look).await?;
        let mut answers = Vec::new();
        for row in &found {
            let (id, post) = (rows::id(row, "id")?, rows::id(row, "post")?);
            // What answers a post that is not on the board waits until it is, or goes with it.
            let Some(post) = public_post_in(&mut look, post, day(now)).await? else { continue };
            let sent = sent(row)?.ok_or(StoreError::Unknown("answer"))?;
            answers.push(DeskAnswer {
                id,
                organisation: asked_of(row)?,
                days: days(rows::number(row, "asked")?, now),
                by: rows::text(row, "account_name")?,
                understood_findings: marks::findings(&sent.body.understood_text, &names),
                does_findings: marks::findings(&sent.body.does_text, &names),
                earlier: earlier(&mut look, id, post.id, rows::id(row, "organisation")?, now).await?,
                post,
                sent,
            });
        }
        Ok(answers)
    }

    /// Decides on the revision of an answer that was read.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`], [`ProblemCode::StaleRevision`]; [`ProblemCode::NotAllowedNow`] when it does not wait for a
    /// decision, or the post is not on the board.
    pub async fn decide_answer(&self, id: Uuid, ruling: &AnswerRuling, account: Uuid, at: Seconds) -> Result<()> {
        let AnswerRuling { revision, decision, reason, sentence } = ruling;
        let mut tx = self.begin().await?;
        let asking = tx.asking(id).await?.ok_or(ProblemCode::NotFound)?;
        let before = tx.answer_row(id).await?.ok_or(ProblemCode::NotFound)?;
        let post = tx.post(asking.post).await?.ok_or(ProblemCode::NotFound)?;
        if before.revision != *revision {
            return Err(ProblemCode::StaleRevision.into());
        }
        let next = before.state.after(*decision).filter(|_| post.state.is_public());
        let next = next.ok_or(ProblemCode::NotAllowedNow)?;
        sqlx::query("UPDATE answers SET state = $2, reason = $3, sentence = $4 WHERE asking = $1")
            .bind(id.to_string())
            .bind(next.code())
            .bind(reason.map(AnswerReason::code))
            .bind(sentence.as_deref())
            .execute(tx.conn())
            .await?;
        let decided = Decided {
            what: "answer",
            account,
            first_reader: None,
            revision: *revision,
            decision: decision.code(),
            reason: reason.map(AnswerReason::code),
            at,
        };
        tx.decided_on_answer(asking, decided).await?;
        match decision {
            AnswerDecision::Publish => {
                sqlx::query("UPDATE askings SET answered_at = $2 WHERE id = $1")
                    .bind(id.to_string())
                    .bind(at)
                    .execute(tx.conn())
                    .await?;
                let by = By { account: Some(account), ..By::nobody(at) };
                tx.event_about(&post, TrailKind::Answered, by, asking.about(None)).await?;
                tx.board_changed();
            }
            AnswerDecision::HandBack | AnswerDecision::Decline => {}
        }
        tx.commit().await
    }
}

/// Where an answer stands, as far as a change asks.
#[derive(Clone, Copy, Debug)]
pub(super) struct AnswerRow {
    pub(super) state: AnswerState,
    pub(super) revision: u32,
}

/// A decision on an answer or on the words beside a verdict, as it is kept.
pub(super) struct Decided {
    pub(super) what: &'static str,
    pub(super) account: Uuid,
    pub(super) first_reader: Option<Uuid>,
    pub(super) revision: u32,
    pub(super) decision: &'static str,
    pub(super) reason: Option<&'static str>,
    pub(super) at: Seconds,
}

impl Tx {
    /// Where the answer to an asking stands.
    pub(super) async fn answer_row(&mut self, asking: Uuid) -> Result<Option<AnswerRow>> {
        let row = sqlx::query("SELECT state, revision FROM answers WHERE asking = $1")
            .bind(asking.to_string())
            .fetch_optional(self.conn())
            .await?;
        row.map(|row| {
            Ok(AnswerRow {
                state: rows::code(&row, "state", AnswerState::from_code)?,
                revision: rows::count(&row, "revision")?,
            })
        })
        .transpose()
    }

    /// Adds to the record of decisions.
    pub(super) async fn decided_on_answer(&mut self, asking: AskingRow, decided: Decided) -> Result<()> {
        let Decided { what, account, first_reader, revision, decision, reason, at } = decided;
        sqlx::query(
            "INSERT INTO answer_decisions
               (post, asking, number, what, account, first_reader, revision, decision, reason, at)
             VALUES ($1, $2, (SELECT COUNT(*) + 1 FROM answer_decisions WHERE asking = $2), $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(asking.post.to_string())
        .bind(asking.id.to_string())
        .bind(what)
        .bind(account.to_string())
        .bind(first_reader.map(|id| id.to_string()))
        .bind(i64::from(revision))
        .bind(decision)
        .bind(reason)
        .bind(at)
        .execute(self.conn())
        .await?;
        Ok(())
    }
}

/// One asking of an organisation with its post, as everybody sees that.
async fn asked_post(conn: &mut AnyConnection, id: Uuid, organisation: Uuid, now: Seconds) -> Result<Option<AskedPost>> {
    let row = sqlx::query(
        "SELECT k.id, k.post, a.state, a.revision, a.understood_text, a.does_text, a.by_name, a.by_function, a.at,
             a.reason, a.sentence
         FROM askings k LEFT JOIN answers a ON a.asking = k.id WHERE k.id = $1 AND k.organisation = $2",
    )
    .bind(id.to_string())
    .bind(organisation.to_string())
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let Some(post) = public_post_in(conn, rows::id(&row, "post")?, day(now)).await? else { return Ok(None) };
    let asking = sqlx::query(askings!("k.id = $1")).bind(id.to_string()).fetch_one(&mut *conn).await?;
    let PublicAsking { id, organisation: _, asked: _, days, answer } = public_asking(&asking, now)?;
    Ok(Some(AskedPost {
        id,
        days,
        earlier: earlier(conn, id, post.id, organisation, now).await?,
        post,
        sent: sent(&row)?,
        public: answer,
    }))
}

/// What an organisation was asked before about a post.
async fn earlier(
    conn: &mut AnyConnection,
    id: Uuid,
    post: Uuid,
    organisation: Uuid,
    now: Seconds,
) -> Result<Vec<PublicAsking>> {
    let found = sqlx::query(askings!(
        "k.post = $1 AND k.organisation = $2 AND k.round < (SELECT n.round FROM askings n WHERE n.id = $3)"
    ))
    .bind(post.to_string())
    .bind(organisation.to_string())
    .bind(id.to_string())
    .fetch_all(conn)
    .await?;
    found.iter().map(|row| public_asking(row, now)).collect()
}

/// What was sent; `None` when nothing was.
fn sent(row: &AnyRow) -> Result<Option<SentAnswer>> {
    let Some(body) = body(row)? else { return Ok(None) };
    Ok(Some(SentAnswer {
        revision: rows::count(row, "revision")?,
        state: rows::code(row, "state", AnswerState::from_code)?,
        body,
        at: rfc3339(rows::number(row, "at")?),
        reason: rows::maybe_code(row, "reason", AnswerReason::from_code)?,
        sentence: rows::maybe_text(row, "sentence")?,
    }))
}

//! Asking an organisation about a published post, and what everybody and the writer see of it. An answer that no
//! facilitator said yes to is not read here.

use super::{
    Result, Store, StoreError, Tx,
    change::{About, By},
    organisations::beside,
    rows,
};
use crate::clock::{Seconds, day, half_month, rfc3339};
use droombord_domain::{
    answer::{AnswerBody, AnswerState, Understood, Verdict, WordsState, may_ask_again},
    answering::DeskAsking,
    asking::{OwnAnswer, OwnAsking, OwnWords, PublicAnswer, PublicAsking},
    organisation::OrganisationRef,
    problem::ProblemCode,
    reason::Reason,
    trail::TrailKind,
    worklist::REMIND_DAYS,
};
use sqlx::{AnyConnection, any::AnyRow};
use uuid::Uuid;

const DAY: Seconds = 24 * 60 * 60;

/// What stands before the condition of every statement that reads askings: what is `released`, for everybody; all, for the
/// writer and the organisation.
macro_rules! askings {
    ($condition:literal) => {
        askings!("", $condition)
    };
    (released, $condition:literal) => {
        askings!("released_", $condition)
    };
    ($released:literal, $condition:literal) => {
        concat!(
            "SELECT k.id, k.post, k.at, k.answered_at, o.id AS o_id, o.name AS o_name, a.understood_text, a.does_text,
                 a.by_name, a.by_function, v.understood, v.verdict, v.words, v.words_state, v.words_reason
             FROM ",
            $released,
            "askings k JOIN organisations o ON o.id = k.organisation JOIN posts p ON p.id = k.post
             LEFT JOIN answers a ON a.asking = k.id AND a.state = 'published' AND k.answered_at IS NOT NULL
             LEFT JOIN ",
            $released,
            "verdicts v ON v.asking = a.asking
             WHERE ",
            $condition,
            " ORDER BY k.at, k.round, k.id"
        )
    };
}
pub(super) use askings;

/// The waiting: whole days of the calendar.
pub(super) fn days(asked: Seconds, until: Seconds) -> u32 {
    u32::try_from(day(until) - day(asked)).unwrap_or_default()
}

/// The words of an answer; `None` when there are none.
pub(super) fn body(row: &AnyRow) -> Result<Option<AnswerBody>> {
    let Some(understood_text) = rows::maybe_text(row, "understood_text")? else { return Ok(None) };
    Ok(Some(AnswerBody {
        understood_text,
        does_text: rows::text(row, "does_text")?,
        by_name: rows::maybe_text(row, "by_name")?,
        by_function: rows::text(row, "by_function")?,
    }))
}

/// Who was asked: the inner join sees to it that there is one.
pub(super) fn asked_of(row: &AnyRow) -> Result<OrganisationRef> {
    beside(row)?.ok_or(StoreError::Unknown("organisation"))
}

struct Times {
    asked: Seconds,
    answered: Option<Seconds>,
    days: u32,
}

fn times(row: &AnyRow, now: Seconds) -> Result<Times> {
    let asked = rows::number(row, "at")?;
    let answered = rows::maybe_number(row, "answered_at")?;
    Ok(Times { asked, answered, days: days(asked, answered.unwrap_or(now)) })
}

/// An asking as everybody sees it, out of [`askings`].
pub(super) fn public_asking(row: &AnyRow, now: Seconds) -> Result<PublicAsking> {
    let Times { asked, answered, days } = times(row, now)?;
    let answer = match (body(row)?, answered) {
        (Some(body), Some(answered)) => Some(PublicAnswer {
            body,
            answered: half_month(answered),
            understood: rows::maybe_code(row, "understood", Understood::from_code)?,
            verdict: rows::maybe_code(row, "verdict", Verdict::from_code)?,
            words: words(row)?.filter(|words| words.state == WordsState::Published).map(|words| words.text),
        }),
        (Some(_) | None, Some(_) | None) => None,
    };
    Ok(PublicAsking { id: rows::id(row, "id")?, organisation: asked_of(row)?, asked: half_month(asked), days, answer })
}

fn own_asking(row: &AnyRow, now: Seconds) -> Result<OwnAsking> {
    let Times { asked, answered, days } = times(row, now)?;
    let answer = match (body(row)?, answered) {
        (Some(body), Some(answered)) => Some(OwnAnswer {
            body,
            answered_at: rfc3339(answered),
            understood: rows::maybe_code(row, "understood", Understood::from_code)?,
            verdict: rows::maybe_code(row, "verdict", Verdict::from_code)?,
            words: words(row)?,
        }),
        (Some(_) | None, Some(_) | None) => None,
    };
    Ok(OwnAsking { id: rows::id(row, "id")?, organisation: asked_of(row)?, asked_at: rfc3339(asked), days, answer })
}

fn words(row: &AnyRow) -> Result<Option<OwnWords>> {
    let Some(text) = rows::maybe_text(row, "words")? else { return Ok(None) };
    Ok(Some(OwnWords {
        text,
        state: rows::code(row, "words_state", WordsState::from_code)?,
        reason: rows::maybe_code(row, "words_reason", Reason::from_code)?,
    }))
}

/// The askings about a post, as everybody sees them. The caller knows that the post is on the board.
pub(super) async fn public_askings(conn: &mut AnyConnection, post: &str, now: Seconds) -> Result<Vec<PublicAsking>> {
    let found =
        sqlx::query(askings!(released, "k.post = $1 AND p.state = 'published'")).bind(post).fetch_all(conn).await?;
    found.iter().map(|row| public_asking(row, now)).collect()
}

/// The askings about own posts, each with its post.
pub(super) async fn own_askings(
    conn: &mut AnyConnection,
    statement: &'static str,
    id: &str,
    now: Seconds,
) -> Result<Vec<(Uuid, OwnAsking)>> {
    let found = sqlx::query(statement).bind(id).fetch_all(conn).await?;
    found.iter().map(|row| Ok((rows::id(row, "post")?, own_asking(row, now)?))).collect()
}

impl Store {
    /// Asks an organisation about a published post. While an asking waits for its answer, asking again changes nothing.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`]; [`ProblemCode::NotAllowedNow`] when the post is not on the board or is a reply, the
    /// organisation does not take part, or it answered and the writer did not say that something is not right yet.
    pub async fn ask(&self, id: Uuid, post: Uuid, organisation: Uuid, account: Uuid, at: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        let row = tx.post(post).await?.ok_or(ProblemCode::NotFound)?;
        if !row.hangs_on_board() {
            return Err(ProblemCode::NotAllowedNow.into());
        }
        let active: Option<i64> = sqlx::query_scalar("SELECT active FROM organisations WHERE id = $1")
            .bind(organisation.to_string())
            .fetch_optional(tx.conn())
            .await?;
        let active = active.ok_or(ProblemCode::NotFound)? != 0;
        let last = sqlx::query(
            "SELECT k.round, k.answered_at, v.understood, v.verdict
             FROM askings k LEFT JOIN verdicts v ON v.asking = k.id
             WHERE k.post = $1 AND k.organisation = $2 ORDER BY k.round DESC LIMIT 1",
        )
        .bind(post.to_string())
        .bind(organisation.to_string())
        .fetch_optional(tx.conn())
        .await?;
        let round = match &last {
            None => 1,
            Some(last) if rows::maybe_number(last, "answered_at")?.is_none() => return Ok(()),
            Some(last) => {
                let understood = rows::maybe_code(last, "understood", Understood::from_code)?;
                let verdict = rows::maybe_code(last, "verdict", Verdict::from_code)?;
                if !may_ask_again(understood, verdict) {
                    return Err(ProblemCode::NotAllowedNow.into());
                }
                rows::number(last, "round")? + 1
            }
        };
        if !active {
            return Err(ProblemCode::NotAllowedNow.into());
        }
        sqlx::query("INSERT INTO askings (id, post, organisation, round, account, at) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(id.to_string())
            .bind(post.to_string())
            .bind(organisation.to_string())
            .bind(round)
            .bind(account.to_string())
            .bind(at)
            .execute(tx.conn())
            .await?;
        let about = About { subject: id, organisation, said: None, was: None };
        let by = By { account: Some(account), ..By::nobody(at) };
        tx.event_about(&row, TrailKind::Asked, by, about).await?;
        tx.board_changed();
        tx.commit().await
    }

    /// Keeps that an organisation was reminded of what it is asked: the desk sees when.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`]; [`ProblemCode::NotAllowedNow`] when it answered, or was reminded in the last days.
    pub async fn remind_of_asking(&self, asking: Uuid, at: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        tx.asking(asking).await?.ok_or(ProblemCode::NotFound)?;
        let reminded = sqlx::query(
            "UPDATE askings SET reminded_at = $2
             WHERE id = $1 AND answered_at IS NULL AND (reminded_at IS NULL OR reminded_at <= $3)",
        )
        .bind(asking.to_string())
        .bind(at)
        .bind(at - REMIND_DAYS * DAY)
        .execute(tx.conn())
        .await?;
        if reminded.rows_affected() == 0 {
            return Err(ProblemCode::NotAllowedNow.into());
        }
        tx.commit().await
    }

    /// Who was asked about a post, for the desk, oldest first.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`].
    pub async fn asked_about(&self, post: Uuid, now: Seconds) -> Result<Vec<DeskAsking>> {
        let found = sqlx::query(
            "SELECT k.id, k.organisation, k.at, k.answered_at, k.reminded_at, o.id AS o_id, o.name AS o_name,
                 c.name AS by_name, a.state, v.understood, v.verdict
             FROM askings k JOIN organisations o ON o.id = k.organisation JOIN accounts c ON c.id = k.account
             LEFT JOIN answers a ON a.asking = k.id LEFT JOIN verdicts v ON v.asking = k.id
             WHERE k.post = $1 ORDER BY k.at, k.round, k.id",
        )
        .bind(post.to_string())
        .fetch_all(self.read())
        .await?;
        let mut askings: Vec<DeskAsking> = Vec::new();
        for row in &found {
            let Times { asked, answered, days } = times(row, now)?;
            let organisation = asked_of(row)?;
            // Only the newest of one organisation can be followed by another.
            for earlier in askings.iter_mut().filter(|it| it.organisation.id == organisation.id) {
                earlier.may_ask_again = false;
            }
            let understood = rows::maybe_code(row, "understood", Understood::from_code)?;
            let verdict = rows::maybe_code(row, "verdict", Verdict::from_code)?;
            askings.push(DeskAsking {
                id: rows::id(row, "id")?,
                organisation,
                asked_at: rfc3339(asked),
                by: rows::text(row, "by_name")?,
                days,
                reminded_at: rows::maybe_number(row, "reminded_at")?.map(rfc3339),
                state: rows::maybe_code(row, "state", AnswerState::from_code)?,
                understood,
                verdict,
                may_ask_again: answered.is_some() && may_ask_again(understood, verdict),
            });
        }
        Ok(askings)
    }
}

/// An asking, to change what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AskingRow {
    pub(super) id: Uuid,
    pub(super) post: Uuid,
    pub(super) organisation: Uuid,
    pub(super) answered: bool,
}

impl AskingRow {
    /// What an event of it is about.
    pub(super) const fn about(self, said: Option<&'static str>) -> About {
        About { subject: self.id, organisation: self.organisation, said, was: None }
    }
}

impl Tx {
    /// Looks an asking up.
    pub(super) async fn asking(&mut self, id: Uuid) -> Result<Option<AskingRow>> {
        let row = sqlx::query("SELECT id, post, organisation, answered_at FROM askings WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(self.conn())
            .await?;
        row.map(|row| {
            Ok(AskingRow {
                id: rows::id(&row, "id")?,
                post: rows::id(&row, "post")?,
                organisation: rows::id(&row, "organisation")?,
                answered: rows::maybe_number(&row, "answered_at")?.is_some(),
            })
        })
        .transpose()
    }
}

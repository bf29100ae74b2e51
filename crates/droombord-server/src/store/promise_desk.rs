//! Promises as organisations make them and facilitators read them. Nothing of it is public before a facilitator's yes.

use super::{
    Result, Store, Tx,
    change::By,
    organisations::organisation_names,
    promises::{promise, promise_columns, promise_tables},
    release::Unreleased,
    rows,
};
use crate::{
    clock::{Seconds, rfc3339},
    moderation::marks,
};
use droombord_domain::{
    api::{SayingDecision, SayingReading, StaffPromise, StaffSaying},
    organisation::OrganisationNames,
    problem::{FieldCode, FieldError, ProblemCode},
    promise::{NewPromise, NewSaying, PromiseState, Saying},
    reason::Reason,
    trail::TrailKind,
};
use sqlx::{AnyConnection, any::AnyRow};
use uuid::Uuid;

/// Who says something of a promise, for which organisation, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The organisation that promises.
    pub organisation: Uuid,
    /// The account that writes it down.
    pub account: Uuid,
    /// Now.
    pub at: Seconds,
}

/// Why a promise was not taken in.
#[derive(Debug)]
pub enum NotMade {
    /// Fields that only the database can tell to be wrong.
    Fields(Vec<FieldError>),
    /// The store could not do it.
    Store(super::StoreError),
}

impl From<super::StoreError> for NotMade {
    fn from(error: super::StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<sqlx::Error> for NotMade {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

/// A facilitator's decision on one saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SayingVerdict {
    /// Which words were read.
    pub saying: Uuid,
    /// What is decided.
    pub decision: SayingDecision,
    /// With a no.
    pub reason: Option<Reason>,
}

/// What a look at promises is for: the desk sees who wrote something, and what the guard finds in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eyes {
    /// The organisation's own.
    Organisation(Uuid),
    /// The desk's.
    Desk,
}

/// The very same promise, while it waits for a reader.
async fn waits_already(conn: &mut AnyConnection, new: &NewPromise, by: Speaker) -> Result<Option<Uuid>> {
    let same = sqlx::query(
        "SELECT id FROM promises WHERE organisation = $1 AND state = $2 AND direction = $3 AND what = $4 AND owner = $5 AND due = $6",
    )
    .bind(by.organisation.to_string())
    .bind(PromiseState::Waiting.code())
    .bind(new.direction().code())
    .bind(new.what())
    .bind(new.owner())
    .bind(new.due().number())
    .fetch_all(&mut *conn)
    .await?;
    for row in &same {
        let id = rows::id(row, "id")?;
        let posts = sqlx::query("SELECT post FROM promise_posts WHERE promise = $1 ORDER BY place")
            .bind(id.to_string())
            .fetch_all(&mut *conn)
            .await?;
        let posts: Vec<Uuid> = posts.iter().map(|row| rows::id(row, "post")).collect::<Result<_>>()?;
        if posts == new.posts() {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

impl Store {
    /// Takes a promise in; it waits for a reader. The ids of the promise and of its first saying were thrown beforehand. One that waits
    /// already, word for word, is not made again: its answer was lost, and it was sent once more. Gives the id of the one that is there.
    ///
    /// # Errors
    /// A post that is not on the board, an organisation that does not exist.
    pub async fn make_promise(&self, ids: [Uuid; 2], new: &NewPromise, by: Speaker) -> Result<Uuid, NotMade> {
        let [id, saying] = ids;
        let mut tx = self.begin_more().await?;
        let known = sqlx::query("SELECT id FROM organisations WHERE id = $1")
            .bind(by.organisation.to_string())
            .fetch_optional(tx.conn())
            .await?;
        if known.is_none() {
            return Err(NotMade::Fields(vec![FieldError::new("organisation", FieldCode::UnknownValue)]));
        }
        for post in new.posts() {
            if !tx.post(*post).await?.is_some_and(|post| post.hangs_on_board()) {
                return Err(NotMade::Fields(vec![FieldError::new("posts", FieldCode::UnknownValue)]));
            }
        }
        if let Some(before) = waits_already(tx.conn(), new, by).await? {
            return Ok(before);
        }
        sqlx::query(
            "INSERT INTO promises (id, organisation, state, direction, what, owner, due)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(id.to_string())
        .bind(by.organisation.to_string())
        .bind(PromiseState::Waiting.code())
        .bind(new.direction().code())
        .bind(new.what())
        .bind(new.owner())
        .bind(new.due().number())
        .execute(tx.conn())
        .await?;
        for (place, post) in (0_i64..).zip(new.posts()) {
            sqlx::query("INSERT INTO promise_posts (promise, post, place) VALUES ($1, $2, $3)")
                .bind(id.to_string())
                .bind(post.to_string())
                .bind(place)
                .execute(tx.conn())
                .await?;
        }
        tx.write_saying(saying, id, 1, (Saying::Promised, None), by).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Takes in what an organisation says of its promise; it waits for a reader, one at a time.
    ///
    /// # Errors
    /// `not_found` when it is another organisation's, `not_allowed_now`.
    pub async fn say_for_organisation(&self, id: Uuid, saying: Uuid, new: &NewSaying, by: Speaker) -> Result<()> {
        let mut tx = self.begin_more().await?;
        let row = sqlx::query(
            "SELECT m.state, m.what, (SELECT MAX(n.number) FROM promise_sayings n WHERE n.promise = m.id) AS last,
                 (SELECT COUNT(*) FROM promise_sayings w WHERE w.promise = m.id AND w.reading = 'waiting') AS waiting
             FROM promises m WHERE m.id = $1 AND m.organisation = $2",
        )
        .bind(id.to_string())
        .bind(by.organisation.to_string())
        .fetch_optional(tx.conn())
        .await?
        .ok_or(ProblemCode::NotFound)?;
        let state = rows::code(&row, "state", PromiseState::from_code)?;
        let is_mark = rows::maybe_text(&row, "what")?.is_none();
        if is_mark || rows::number(&row, "waiting")? > 0 || state.after(new.says()).is_none() {
            return Err(ProblemCode::NotAllowedNow.into());
        }
        let number = rows::number(&row, "last")? + 1;
        tx.write_saying(saying, id, number, (new.says(), new.words()), by).await?;
        tx.commit().await
    }

    /// The organisation of a promise, for a facilitator who says something for it.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn organisation_of_promise(&self, id: Uuid) -> Result<Uuid> {
        let row = sqlx::query("SELECT organisation FROM promises WHERE id = $1")
            .bind(id.to_string())
            .fetch_optional(self.read())
            .await?
            .ok_or(ProblemCode::NotFound)?;
        rows::id(&row, "organisation")
    }

    /// A facilitator's yes or no to the words that were read. With the yes they are public, and the trails of the posts tell.
    ///
    /// # Errors
    /// `not_found`; `stale_revision` when these words do not wait any more, `not_allowed_now`.
    pub async fn rule_on_saying(&self, id: Uuid, verdict: SayingVerdict, account: Uuid, at: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        let row = sqlx::query(
            "SELECT m.state, m.said, n.says, n.number, n.reading FROM promises m JOIN promise_sayings n ON n.promise = m.id
             WHERE m.id = $1 AND n.id = $2",
        )
        .bind(id.to_string())
        .bind(verdict.saying.to_string())
        .fetch_optional(tx.conn())
        .await?
        .ok_or(ProblemCode::NotFound)?;
        if rows::code(&row, "reading", SayingReading::from_code)? != SayingReading::Waiting {
            return Err(ProblemCode::StaleRevision.into());
        }
        let says = rows::code(&row, "says", Saying::from_code)?;
        let before = rows::code(&row, "state", PromiseState::from_code)?;
        let (reading, state) = match verdict.decision {
            SayingDecision::Publish => (SayingReading::Public, before.after(says).ok_or(ProblemCode::NotAllowedNow)?),
            SayingDecision::Decline if says == Saying::Promised => (SayingReading::Declined, PromiseState::Declined),
            SayingDecision::Decline => (SayingReading::Declined, before),
        };
        sqlx::query("UPDATE promise_sayings SET reading = $2, reason = $3, reader = $4, read_at = $5 WHERE id = $1")
            .bind(verdict.saying.to_string())
            .bind(reading.code())
            .bind(verdict.reason.map(Reason::code))
            .bind(account.to_string())
            .bind(at)
            .execute(tx.conn())
            .await?;
        sqlx::query(
            "UPDATE promises SET state = $2, made_at = CASE WHEN $3 = 1 THEN $4 ELSE made_at END,
                 said = CASE WHEN $5 > 1 THEN $5 ELSE said END WHERE id = $1",
        )
        .bind(id.to_string())
        .bind(state.code())
        .bind(i64::from(before == PromiseState::Waiting && state == PromiseState::Open))
        .bind(at)
        .bind(if reading == SayingReading::Public { rows::number(&row, "number")? } else { 0 })
        .execute(tx.conn())
        .await?;
        if reading == SayingReading::Public {
            let (was, was_number) = (Some(before.code()), rows::maybe_number(&row, "said")?);
            let change = Unreleased { what: "promise", post: None, subject: id, event: None, was, was_number };
            tx.release_later(change, at).await?;
        }
        let kind = match (reading, says) {
            (SayingReading::Public, Saying::Promised) => Some(TrailKind::Promised),
            (SayingReading::Public, Saying::Kept) => Some(TrailKind::Kept),
            (SayingReading::Public, Saying::Withdrawn) => Some(TrailKind::PromiseWithdrawn),
            (SayingReading::Public, Saying::NotYet) | (SayingReading::Waiting | SayingReading::Declined, _) => None,
        };
        if let Some(kind) = kind {
            tx.tell_posts_of(id, kind, By { at, reason: None, account: Some(account) }).await?;
        }
        tx.commit().await
    }

    /// Promises of which something waits for a reader, what waits longest first; at most so many.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn waiting_promises(&self, limit: u32, now: Seconds) -> Result<Vec<StaffPromise>> {
        let mut look = self.read().begin().await?;
        let found = sqlx::query(concat!(
            "SELECT ",
            promise_columns!(""),
            promise_tables!(""),
            " JOIN promise_sayings w ON w.promise = m.id AND w.reading = 'waiting' ORDER BY w.at, w.id LIMIT $2"
        ))
        .bind(rows::SEPARATOR)
        .bind(i64::from(limit))
        .fetch_all(&mut *look)
        .await?;
        with_sayings(&mut look, &found, Eyes::Desk, now).await
    }

    /// Everything that an organisation promised, newest first; at most so many.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn promises_of_organisation(
        &self,
        organisation: Uuid,
        eyes: Eyes,
        limit: u32,
        now: Seconds,
    ) -> Result<Vec<StaffPromise>> {
        let mut look = self.read().begin().await?;
        let found = sqlx::query(concat!(
            "SELECT ",
            promise_columns!(""),
            promise_tables!(""),
            " JOIN promise_sayings f ON f.promise = m.id AND f.number = 1 WHERE m.organisation = $2
             ORDER BY f.at DESC, f.id LIMIT $3"
        ))
        .bind(rows::SEPARATOR)
        .bind(organisation.to_string())
        .bind(i64::from(limit))
        .fetch_all(&mut *look)
        .await?;
        with_sayings(&mut look, &found, eyes, now).await
    }

    /// One promise with everything that was said of it.
    ///
    /// # Errors
    /// `not_found`, also when it is another organisation's.
    pub async fn staff_promise(&self, id: Uuid, eyes: Eyes, now: Seconds) -> Result<StaffPromise> {
        let mut look = self.read().begin().await?;
        let found = sqlx::query(concat!(
            "SELECT ",
            promise_columns!(""),
            promise_tables!(""),
            " WHERE m.id = $2 AND ($3 = '' OR m.organisation = $3)"
        ))
        .bind(rows::SEPARATOR)
        .bind(id.to_string())
        .bind(match eyes {
            Eyes::Organisation(organisation) => organisation.to_string(),
            Eyes::Desk => String::new(),
        })
        .fetch_all(&mut *look)
        .await?;
        let mut promises = with_sayings(&mut look, &found, eyes, now).await?;
        promises.pop().ok_or_else(|| ProblemCode::NotFound.into())
    }
}

impl Tx {
    async fn write_saying(
        &mut self,
        id: Uuid,
        promise: Uuid,
        number: i64,
        (says, words): (Saying, Option<&str>),
        by: Speaker,
    ) -> Result<()> {
        sqlx::query(
            "INSERT INTO promise_sayings (id, promise, number, says, words, at, account, reading)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(id.to_string())
        .bind(promise.to_string())
        .bind(number)
        .bind(says.code())
        .bind(words.map(str::to_owned))
        .bind(by.at)
        .bind(by.account.to_string())
        .bind(SayingReading::Waiting.code())
        .execute(self.conn())
        .await?;
        Ok(())
    }
}

async fn with_sayings(
    look: &mut AnyConnection,
    found: &[AnyRow],
    eyes: Eyes,
    now: Seconds,
) -> Result<Vec<StaffPromise>> {
    let names = match eyes {
        Eyes::Desk => organisation_names(look).await?,
        Eyes::Organisation(_) => OrganisationNames::default(),
    };
    let mut promises = Vec::new();
    for row in found {
        let promise = promise(row, now)?;
        let sayings = sqlx::query(
            "SELECT n.id, n.says, n.words, n.at, n.reading, n.reason, a.name FROM promise_sayings n
             JOIN accounts a ON a.id = n.account WHERE n.promise = $1 ORDER BY n.number",
        )
        .bind(promise.id.to_string())
        .fetch_all(&mut *look)
        .await?;
        let words = [promise.what.as_deref(), promise.owner.as_deref()];
        let sayings = sayings.iter().map(|row| saying(row, words, eyes, &names)).collect::<Result<Vec<_>>>()?;
        promises.push(StaffPromise { promise, sayings });
    }
    Ok(promises)
}

fn saying(row: &AnyRow, of_promise: [Option<&str>; 2], eyes: Eyes, names: &OrganisationNames) -> Result<StaffSaying> {
    let reading = rows::code(row, "reading", SayingReading::from_code)?;
    let words = rows::maybe_text(row, "words")?;
    let (by, findings) = match eyes {
        Eyes::Organisation(_) => (None, Vec::new()),
        Eyes::Desk => {
            let by = Some(rows::text(row, "name")?);
            // The promise itself has its words, and the owner's function below them, in its own row.
            let read = words.clone().unwrap_or_else(|| of_promise.map(Option::unwrap_or_default).join("\n"));
            (by, if reading == SayingReading::Waiting { marks::findings(&read, names) } else { Vec::new() })
        }
    };
    Ok(StaffSaying {
        id: rows::id(row, "id")?,
        says: rows::code(row, "says", Saying::from_code)?,
        words,
        at: rfc3339(rows::number(row, "at")?),
        reading,
        reason: rows::maybe_code(row, "reason", Reason::from_code)?,
        by,
        findings,
    })
}

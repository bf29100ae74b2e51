//! Promises as everybody and the writers behind them see them; that a day has passed; and the mark that remains.

use super::{
    Place, Result, Store, StoreError, Tx,
    change::{About, By, PostRow},
    posts::key_id,
    release::Unreleased,
    rows,
};
use crate::clock::{Seconds, day, half_month};
use droombord_domain::{
    answer::Understood,
    api::{OwnPromise, PromisePost, PublicPromise, PublicSaying},
    organisation::OrganisationRef,
    post::Direction,
    problem::ProblemCode,
    promise::{PromiseState, Saying},
    trail::TrailKind,
    when::Day,
};
use sqlx::any::AnyRow;
use uuid::Uuid;

/// Which public promises are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PromiseFilter {
    /// Of one organisation only.
    pub organisation: Option<Uuid>,
    /// In one state only, as it is today.
    pub state: Option<PromiseState>,
    /// One direction only.
    pub direction: Option<Direction>,
}

/// The columns of a promise in every statement that reads one: from `promises m`, its organisation and its newest public
/// saying. `$1` stands between posts. With `released_` it is what everybody may see.
macro_rules! promise_columns {
    ($released:literal) => {
        concat!("m.id, m.organisation, g.name AS organisation_name, m.state, m.direction, m.what, m.owner, m.due, m.made_at,
             s.says AS said_says, s.words AS said_words, s.read_at AS said_at,
             (SELECT string_agg(l.post || ' ' || COALESCE(l.says, '-'), $1 ORDER BY l.place)
                FROM ", $released, "promise_posts l JOIN posts p ON p.id = l.post
                WHERE l.promise = m.id AND p.state = 'published') AS posts")
    };
}
pub(super) use promise_columns;

/// Where those columns come from.
macro_rules! promise_tables {
    ($released:literal) => {
        concat!(
            " FROM ",
            $released,
            "promises m JOIN organisations g ON g.id = m.organisation
             LEFT JOIN promise_sayings s ON s.promise = m.id AND s.number = m.said"
        )
    };
}
pub(super) use promise_tables;

impl Store {
    /// A page of the public promises by date, and the place of its last one when more follow.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn promises(
        &self,
        filter: PromiseFilter,
        after: Option<Place>,
        limit: u32,
        now: Seconds,
    ) -> Result<(Vec<PublicPromise>, Option<Place>)> {
        let today = day(now);
        let PromiseFilter { organisation, state, direction } = filter;
        // What is overdue is open, and its day has passed.
        let (state, from, before) = match state {
            None => (None, i64::MIN, i64::MAX),
            Some(PromiseState::Open) => (Some(PromiseState::Open), today, i64::MAX),
            Some(PromiseState::Overdue) => (Some(PromiseState::Open), i64::MIN, today),
            Some(PromiseState::Kept | PromiseState::Withdrawn) => (state, i64::MIN, i64::MAX),
            Some(PromiseState::Waiting | PromiseState::Declined) => return Ok((Vec::new(), None)),
        };
        let (last_due, last_id) = after.map_or((i64::MIN, Uuid::nil()), |place| (place.published_at, place.id));
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let found = sqlx::query(concat!(
            "SELECT ",
            promise_columns!("released_"),
            promise_tables!("released_"),
            " WHERE m.state IN ('open', 'kept', 'withdrawn') AND ($2 = '' OR m.state = $2)
                 AND ($3 = '' OR m.organisation = $3) AND ($4 = '' OR m.direction = $4)
                 AND m.due >= $5 AND m.due < $6 AND (m.due, m.id) > ($7, $8)
             ORDER BY m.due, m.id LIMIT $9"
        ))
        .bind(rows::SEPARATOR)
        .bind(state.map_or("", PromiseState::code))
        .bind(organisation.map(|id| id.to_string()).unwrap_or_default())
        .bind(direction.map_or("", Direction::code))
        .bind(from)
        .bind(before)
        .bind(last_due)
        .bind(last_id.to_string())
        // One more than asked tells whether more follow.
        .bind(i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1))
        .fetch_all(self.read())
        .await?;
        let promises = found.iter().take(limit).map(|row| promise(row, now)).collect::<Result<Vec<_>>>()?;
        let last = if found.len() > limit { found.get(limit.saturating_sub(1)) } else { None };
        let place = |row| {
            Ok::<_, StoreError>(Place {
                freshness: 0,
                published_at: rows::number(row, "due")?,
                id: rows::id(row, "id")?,
            })
        };
        Ok((promises, last.map(place).transpose()?))
    }

    /// One public promise.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn promise(&self, id: Uuid, now: Seconds) -> Result<Option<PublicPromise>> {
        let row = sqlx::query(concat!(
            "SELECT ",
            promise_columns!("released_"),
            promise_tables!("released_"),
            " WHERE m.id = $2 AND m.state IN ('open', 'kept', 'withdrawn')"
        ))
        .bind(rows::SEPARATOR)
        .bind(id.to_string())
        .fetch_optional(self.read())
        .await?;
        row.as_ref().map(|row| promise(row, now)).transpose()
    }

    /// The public promises that a post led to, by date.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn promises_of(&self, post: Uuid, now: Seconds) -> Result<Vec<PublicPromise>> {
        let found = sqlx::query(concat!(
            "SELECT ",
            promise_columns!("released_"),
            promise_tables!("released_"),
            " WHERE m.state IN ('open', 'kept', 'withdrawn')
                 AND m.id IN (SELECT k.promise FROM promise_posts k WHERE k.post = $2) ORDER BY m.due, m.id"
        ))
        .bind(rows::SEPARATOR)
        .bind(post.to_string())
        .fetch_all(self.read())
        .await?;
        found.iter().map(|row| promise(row, now)).collect()
    }

    /// The public promises that the posts of a follow key led to, by date; one that several led to stands there with each.
    ///
    /// # Errors
    /// `key_unknown`.
    pub async fn my_promises(&self, key: &str, now: Seconds) -> Result<Vec<OwnPromise>> {
        let mut look = self.read().begin().await?;
        let key = key_id(&mut look, key).await?.ok_or(ProblemCode::KeyUnknown)?;
        let found = sqlx::query(concat!(
            "SELECT k.post AS own, k.says AS my_say, ",
            promise_columns!(""),
            promise_tables!(""),
            " JOIN promise_posts k ON k.promise = m.id JOIN posts o ON o.id = k.post
             WHERE m.state IN ('open', 'kept', 'withdrawn') AND o.key = $2 ORDER BY m.due, m.id, k.place"
        ))
        .bind(rows::SEPARATOR)
        .bind(key.to_string())
        .fetch_all(&mut *look)
        .await?;
        found
            .iter()
            .map(|row| {
                let promise = promise(row, now)?;
                Ok(OwnPromise {
                    post: rows::id(row, "own")?,
                    my_say: rows::maybe_code(row, "my_say", Understood::from_code)?,
                    may_say: promise.state.asks_writers(promise.due, the_day(day(now))?),
                    promise,
                })
            })
            .collect()
    }

    /// What the writer of a post says of a promise that it led to. Saying it again changes it.
    ///
    /// # Errors
    /// `key_unknown`, `not_found`; `not_allowed_now` before its writers are asked.
    pub async fn say_of_promise(
        &self,
        key: &str,
        post: Uuid,
        promise: Uuid,
        says: Understood,
        now: Seconds,
    ) -> Result<()> {
        let mut tx = self.begin_more().await?;
        let row = tx.own_row(key, post).await?;
        let found = sqlx::query(
            "SELECT m.state, m.due, l.says FROM promises m JOIN promise_posts l ON l.promise = m.id
             WHERE m.id = $1 AND l.post = $2 AND m.state IN ('open', 'kept', 'withdrawn')",
        )
        .bind(promise.to_string())
        .bind(row.id.to_string())
        .fetch_optional(tx.conn())
        .await?
        .ok_or(ProblemCode::NotFound)?;
        let state = rows::code(&found, "state", PromiseState::from_code)?;
        if !state.asks_writers(the_day(rows::number(&found, "due")?)?, the_day(day(now))?) {
            return Err(ProblemCode::NotAllowedNow.into());
        }
        sqlx::query("UPDATE promise_posts SET says = $3 WHERE promise = $1 AND post = $2")
            .bind(promise.to_string())
            .bind(row.id.to_string())
            .bind(says.code())
            .execute(tx.conn())
            .await?;
        let was = rows::maybe_text(&found, "says")?;
        let change = Unreleased {
            what: "say",
            post: Some(row.id),
            subject: promise,
            event: None,
            was: was.as_deref(),
            was_number: None,
        };
        tx.release_later(change, now).await?;
        tx.commit().await
    }

    /// Tells the trails of the posts behind a promise that its day has passed; each promise does so once.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn look_after_promises(&self, now: Seconds) -> Result<()> {
        let late = "SELECT m.id FROM promises m WHERE m.state = 'open' AND m.overdue_at IS NULL AND m.due < $1";
        // Looked at without holding up a change: mostly there is nothing.
        if sqlx::query(late).bind(day(now)).fetch_optional(self.read()).await?.is_none() {
            return Ok(());
        }
        let mut tx = self.begin().await?;
        for row in sqlx::query(late).bind(day(now)).fetch_all(tx.conn()).await? {
            let id = rows::id(&row, "id")?;
            sqlx::query("UPDATE promises SET overdue_at = $2 WHERE id = $1")
                .bind(id.to_string())
                .bind(now)
                .execute(tx.conn())
                .await?;
            tx.tell_posts_of(id, TrailKind::Overdue, By::nobody(now)).await?;
        }
        tx.commit().await
    }
}

impl Tx {
    /// Adds to the trail of every post behind a promise.
    pub(super) async fn tell_posts_of(&mut self, promise: Uuid, kind: TrailKind, by: By) -> Result<()> {
        let row = sqlx::query("SELECT organisation FROM promises WHERE id = $1")
            .bind(promise.to_string())
            .fetch_one(self.conn())
            .await?;
        let about = About { subject: promise, organisation: rows::id(&row, "organisation")?, said: None, was: None };
        let posts = sqlx::query("SELECT post FROM promise_posts WHERE promise = $1 ORDER BY place")
            .bind(promise.to_string())
            .fetch_all(self.conn())
            .await?;
        for row in &posts {
            if let Some(post) = self.post(rows::id(row, "post")?).await? {
                self.event_about(&post, kind, by, about).await?;
            }
        }
        Ok(())
    }

    /// An erased post leads to nothing any more. Of a promise that has no other post the mark remains, without words; one
    /// that nobody read yet is never public.
    pub(super) async fn leave_promises(&mut self, post: &PostRow) -> Result<()> {
        let id = post.id.to_string();
        let promises = sqlx::query("SELECT promise FROM promise_posts WHERE post = $1")
            .bind(id.as_str())
            .fetch_all(self.conn())
            .await?;
        sqlx::query("DELETE FROM promise_posts WHERE post = $1").bind(id).execute(self.conn()).await?;
        for row in &promises {
            let promise = rows::text(row, "promise")?;
            for statement in [
                "UPDATE promises SET what = NULL, owner = NULL,
                     state = CASE WHEN state = 'waiting' THEN 'declined' ELSE state END
                 WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM promise_posts l WHERE l.promise = $1)",
                "UPDATE promise_sayings SET words = NULL,
                     reading = CASE WHEN reading = 'waiting' THEN 'declined' ELSE reading END
                 WHERE promise = $1 AND NOT EXISTS (SELECT 1 FROM promise_posts l WHERE l.promise = $1)",
            ] {
                sqlx::query(statement).bind(promise.as_str()).execute(self.conn()).await?;
            }
        }
        Ok(())
    }
}

/// A promise out of [`promise_columns`], as it is now.
pub(super) fn promise(row: &AnyRow, now: Seconds) -> Result<PublicPromise> {
    let due = the_day(rows::number(row, "due")?)?;
    let state = rows::code(row, "state", PromiseState::from_code)?;
    let said = match rows::maybe_code(row, "said_says", Saying::from_code)? {
        None => None,
        Some(says) => Some(PublicSaying {
            says,
            words: rows::maybe_text(row, "said_words")?,
            when: half_month(rows::maybe_number(row, "said_at")?.unwrap_or_default()),
        }),
    };
    Ok(PublicPromise {
        id: rows::id(row, "id")?,
        organisation: OrganisationRef {
            id: rows::id(row, "organisation")?,
            name: rows::text(row, "organisation_name")?,
        },
        direction: rows::code(row, "direction", Direction::from_code)?,
        what: rows::maybe_text(row, "what")?,
        owner: rows::maybe_text(row, "owner")?,
        due,
        state: state.on(due, the_day(day(now))?),
        made: half_month(rows::maybe_number(row, "made_at")?.unwrap_or(now)),
        said,
        posts: posts(&rows::maybe_text(row, "posts")?.unwrap_or_default())?,
    })
}

fn the_day(number: i64) -> Result<Day> {
    Day::of_number(number).ok_or(StoreError::Unknown("day"))
}

/// The posts of a promise, as the database joins them.
fn posts(joined: &str) -> Result<Vec<PromisePost>> {
    joined
        .split(rows::SEPARATOR)
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (id, says) = part.split_once(' ').ok_or(StoreError::Unknown("post of a promise"))?;
            Ok(PromisePost {
                id: id.parse().map_err(|_| StoreError::Unknown("post of a promise"))?,
                says: Understood::from_code(says),
            })
        })
        .collect()
}

//! The steps in the life of a post, as every change takes them: the writer's, the desk's, the clock's.
//!
//! A step changes the state, adds to the trail, and keeps the search and the board's version right, all in one [`Tx`].

use super::{
    Result, Tx,
    chain::Event,
    release::{Unreleased, waits},
    rows,
};
use crate::{clock::Seconds, moderation::marks};
use droombord_domain::{
    keyword::Keyword,
    life::{PostState, Step},
    post::PostBody,
    problem::ProblemCode,
    reason::Reason,
    trail::TrailKind,
};
use sqlx::Row as _;
use uuid::Uuid;

/// The turn of words that show danger.
pub(super) const FIRST: i64 = 0;
/// The turn of all others.
pub(super) const IN_TURN: i64 = 1;

/// When a text is read: what shows danger comes before all others.
pub(super) fn turn_of(text: &str) -> i64 {
    if marks::shows_danger(text) { FIRST } else { IN_TURN }
}

/// What a change must know of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PostRow {
    /// Which one.
    pub(crate) id: Uuid,
    /// The row of its follow key; samples have none.
    pub(crate) key: Option<Uuid>,
    /// Where it stands.
    pub(crate) state: PostState,
    /// Its newest revision.
    pub(crate) revision: u32,
    /// Whether it has been on the board before.
    pub(crate) was_published: bool,
    /// Its words show danger, and its reading is not over.
    pub(crate) danger: bool,
    /// The post that it replies to.
    pub(crate) reply_to: Option<Uuid>,
    /// Its writer asked another facilitator than who declined this revision.
    pub(crate) asked_another: bool,
}

impl PostRow {
    /// Whether it hangs on the board by itself: a reply is under its post. Only what does takes reactions, replies,
    /// askings and promises.
    pub(crate) const fn hangs_on_board(&self) -> bool {
        self.state.is_public() && self.reply_to.is_none()
    }
}

/// When, why and by whom a step is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct By {
    /// Now.
    pub(crate) at: Seconds,
    /// With handing back, declining and taking down.
    pub(crate) reason: Option<Reason>,
    /// The account; none for the writer and the clock.
    pub(crate) account: Option<Uuid>,
}

impl By {
    /// The writer or the clock.
    pub(crate) const fn nobody(at: Seconds) -> Self {
        Self { at, reason: None, account: None }
    }
}

/// What an event is about, beside its post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct About {
    /// The id of an asking or of a promise.
    pub(crate) subject: Uuid,
    /// Which organisation.
    pub(crate) organisation: Uuid,
    /// What the writer said.
    pub(crate) said: Option<&'static str>,
    /// What the writer had said before.
    pub(crate) was: Option<&'static str>,
}

impl Tx {
    /// Looks a post up, to change it.
    pub(crate) async fn post(&mut self, id: Uuid) -> Result<Option<PostRow>> {
        let row = sqlx::query(
            "SELECT id, key, state, revision, published_at, turn, reply_to, asked_another FROM posts WHERE id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(self.conn())
        .await?;
        let Some(row) = row else { return Ok(None) };
        let key = rows::maybe_text(&row, "key")?;
        Ok(Some(PostRow {
            id: rows::id(&row, "id")?,
            key: key.and_then(|key| key.parse().ok()),
            state: rows::code(&row, "state", PostState::from_code)?,
            revision: rows::count(&row, "revision")?,
            was_published: rows::maybe_number(&row, "published_at")?.is_some(),
            danger: rows::number(&row, "turn")? == FIRST,
            reply_to: rows::maybe_text(&row, "reply_to")?.and_then(|id| id.parse().ok()),
            asked_another: rows::maybe_number(&row, "asked_another")? == Some(rows::number(&row, "revision")?),
        }))
    }

    /// Takes a step: refused with `not_allowed_now` when the state does not allow it.
    ///
    /// [`Step::Revise`] and [`Step::Erase`] do more than this: see [`Tx::revise`] and [`Tx::erase`].
    pub(crate) async fn step(&mut self, post: &PostRow, step: Step, by: By) -> Result<PostState> {
        let next = post.state.after(step).ok_or(ProblemCode::NotAllowedNow)?;
        sqlx::query(
            "UPDATE posts SET state = $2, state_since = $3, reason = $4, waiting_since = NULL, turn = $6, alert = 0,
                 published_at = CASE WHEN $5 = 1 THEN COALESCE(published_at, $3) ELSE published_at END
             WHERE id = $1",
        )
        .bind(post.id.to_string())
        .bind(next.code())
        .bind(by.at)
        .bind(by.reason.map(Reason::code))
        .bind(i64::from(next.is_public()))
        // With the decision the flag of danger is gone.
        .bind(if post.danger && next == PostState::HandedBack { FIRST } else { IN_TURN })
        .execute(self.conn())
        .await?;
        sqlx::query("DELETE FROM claims WHERE post = $1").bind(post.id.to_string()).execute(self.conn()).await?;
        self.letter_is_over(post).await?;
        self.card_changed(post.id);
        match (post.state.is_public(), next.is_public()) {
            (false, true) => self.enter_board(post).await?,
            (true, false) => self.leave_board(post.id).await?,
            (true, true) | (false, false) => {}
        }
        let kind = match step {
            Step::Publish => TrailKind::Published,
            Step::HandBack => TrailKind::HandedBack,
            // What everybody may know: something was left out. That it hangs follows.
            Step::Shorten => TrailKind::Shortened,
            Step::Decline => TrailKind::Declined,
            Step::TakeDown => TrailKind::TakenDown,
            Step::Reverse => TrailKind::Reversed,
            Step::Revise => TrailKind::Revised,
            Step::AskAnother => TrailKind::SecondReader,
            Step::Withdraw => TrailKind::Withdrawn,
            Step::Expire => TrailKind::Expired,
            Step::Erase => TrailKind::Erased,
        };
        self.event(post, kind, by).await?;
        if matches!(step, Step::Reverse | Step::Shorten) && !post.was_published {
            // The first time on the board: everybody may see since when.
            self.event(post, TrailKind::Published, by).await?;
        }
        Ok(next)
    }

    /// Adds to the trail of a post.
    pub(crate) async fn event(&mut self, post: &PostRow, kind: TrailKind, by: By) -> Result<()> {
        self.append(&event(post, kind, by)).await.map(|_| ())
    }

    /// Adds something that is about more than the post. Everybody sees it with its batch.
    pub(crate) async fn event_about(&mut self, post: &PostRow, kind: TrailKind, by: By, about: About) -> Result<()> {
        let About { subject, organisation, said, was } = about;
        let event = Event {
            subject: Some(subject.to_string()),
            organisation: Some(organisation.to_string()),
            said: said.map(str::to_owned),
            ..event(post, kind, by)
        };
        let event = Some(self.append(&event).await?).filter(|_| waits(kind));
        // The desk knows it at once; the card stays as it is until the batch.
        self.card_changed(post.id);
        if event.is_none() {
            return Ok(());
        }
        let change = Unreleased { what: kind.code(), post: Some(post.id), subject, event, was, was_number: None };
        self.release_later(change, by.at).await
    }

    /// Puts a new revision in the place of the newest one, whose words go at once: nobody needs them any more.
    pub(crate) async fn revise(&mut self, post: &PostRow, body: &PostBody, at: Seconds) -> Result<()> {
        let next = PostRow { revision: post.revision + 1, ..post.clone() };
        self.step(&next, Step::Revise, By::nobody(at)).await?;
        self.write_body(&next, body, at).await?;
        sqlx::query("UPDATE revisions SET text = NULL WHERE post = $1 AND number < $2")
            .bind(post.id.to_string())
            .bind(i64::from(next.revision))
            .execute(self.conn())
            .await?;
        self.words_gone();
        Ok(())
    }

    /// The words wait for a reader once more, as they are: somebody else than who declined them.
    pub(crate) async fn ask_another(&mut self, post: &PostRow, at: Seconds) -> Result<()> {
        self.step(post, Step::AskAnother, By::nobody(at)).await?;
        let turn = turn_of(&self.body(post).await?.text);
        sqlx::query("UPDATE posts SET waiting_since = $2, turn = $3, asked_another = revision WHERE id = $1")
            .bind(post.id.to_string())
            .bind(at)
            .bind(turn)
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Writes words and choices of the newest revision, which waits for a reader from now on.
    pub(crate) async fn write_body(&mut self, post: &PostRow, body: &PostBody, at: Seconds) -> Result<()> {
        let PostBody { kind, direction, text, lang, role, on_behalf, age_band, region } = body;
        sqlx::query(
            "UPDATE posts SET revision = $2, waiting_since = $3, kind = $4, direction = $5, lang = $6, role = $7,
                 on_behalf = $8, age_band = $9, region = $10, turn = $11
             WHERE id = $1",
        )
        .bind(post.id.to_string())
        .bind(i64::from(post.revision))
        .bind(at)
        .bind(kind.code())
        .bind(direction.map(|it| it.code()))
        .bind(lang.code())
        .bind(role.map(|it| it.code()))
        .bind(i64::from(*on_behalf))
        .bind(age_band.map(|it| it.code()))
        .bind(region.map(|it| it.code()))
        .bind(turn_of(text))
        .execute(self.conn())
        .await?;
        sqlx::query("INSERT INTO revisions (post, number, received_at, text) VALUES ($1, $2, $3, $4)")
            .bind(post.id.to_string())
            .bind(i64::from(post.revision))
            .bind(at)
            .bind(text.as_str())
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Takes away every word and choice. What stays: the id, its key, the trail, and that it was sent before.
    pub(crate) async fn erase(&mut self, post: &PostRow, by: By) -> Result<()> {
        self.step(post, Step::Erase, by).await?;
        self.leave_promises(post).await?;
        for statement in [
            "DELETE FROM verdicts WHERE asking IN (SELECT id FROM askings WHERE post = $1)",
            "DELETE FROM answers WHERE asking IN (SELECT id FROM askings WHERE post = $1)",
            "DELETE FROM askings WHERE post = $1",
            "DELETE FROM unreleased WHERE post = $1",
            "DELETE FROM revisions WHERE post = $1",
            "DELETE FROM keywords WHERE post = $1",
            "DELETE FROM supports WHERE post = $1",
            "DELETE FROM claims WHERE post = $1",
            "DELETE FROM notes WHERE post = $1",
            "DELETE FROM organisation_reads WHERE post = $1",
            "DELETE FROM reports WHERE post = $1",
            "UPDATE idempotency SET body_mac = NULL WHERE post = $1",
            "UPDATE posts SET lang = NULL, kind = NULL, direction = NULL, role = NULL, on_behalf = 0, age_band = NULL,
                 region = NULL, published_at = NULL, shortened = 0, hear = NULL, recognise = NULL, join_in = NULL, shown = 0,
                 hear_told = 0, recognise_told = 0, join_told = 0,
                 freshness = 0, read_by = 0, reply_to = NULL, asked_another = NULL, card = NULL
             WHERE id = $1",
        ] {
            sqlx::query(statement).bind(post.id.to_string()).execute(self.conn()).await?;
        }
        self.forget_facets().await?;
        self.words_gone();
        Ok(())
    }

    /// Gives a post these keywords and no others.
    pub(crate) async fn set_keywords(&mut self, post: &PostRow, keywords: &[Keyword]) -> Result<()> {
        let id = post.id.to_string();
        sqlx::query("DELETE FROM keywords WHERE post = $1").bind(id.as_str()).execute(self.conn()).await?;
        for (place, keyword) in (0_i64..).zip(keywords) {
            sqlx::query("INSERT INTO keywords (post, place, keyword) VALUES ($1, $2, $3)")
                .bind(id.as_str())
                .bind(place)
                .bind(keyword.as_str())
                .execute(self.conn())
                .await?;
        }
        if post.state.is_public() {
            self.card_changed(post.id);
            self.board_changed();
        }
        Ok(())
    }

    /// From now on the search finds the newest revision. It finds no replies.
    async fn enter_board(&mut self, post: &PostRow) -> Result<()> {
        self.board_changed();
        if post.reply_to.is_some() {
            return Ok(());
        }
        let row = sqlx::query(
            "SELECT r.text FROM posts p JOIN revisions r ON r.post = p.id AND r.number = p.revision WHERE p.id = $1",
        )
        .bind(post.id.to_string())
        .fetch_one(self.conn())
        .await?;
        let text: Option<String> = row.try_get("text")?;
        self.find_by_words(post.id, &text.unwrap_or_default()).await
    }

    /// From now on no search finds it.
    async fn leave_board(&mut self, post: Uuid) -> Result<()> {
        self.find_no_more(post).await?;
        self.board_changed();
        // The words of the index stood in the log as well.
        self.words_gone();
        Ok(())
    }
}

/// An event about a post alone.
fn event(post: &PostRow, kind: TrailKind, by: By) -> Event {
    Event {
        post: post.id.to_string(),
        kind: kind.code().to_owned(),
        at: by.at,
        revision: i64::from(post.revision),
        reason: by.reason.map(|reason| reason.code().to_owned()),
        account: by.account.map(|id| id.to_string()),
        subject: None,
        organisation: None,
        said: None,
    }
}

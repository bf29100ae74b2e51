//! What facilitators read, and what they decide. Only the desk's routes (and the samples' own facilitator) come here.

use super::{
    Place, Result, Store, Tx,
    change::{By, FIRST, IN_TURN, PostRow, turn_of},
    hand_back::{hand_back, hand_back_columns},
    organisations::organisation_names,
    reports::reports_of,
    rows,
    together::{claim_of, notes_of},
};
use crate::{
    clock::{Seconds, rfc3339},
    moderation::{
        marks,
        ruling::{Ruling, Settled, Standing},
    },
};
use droombord_domain::{
    api::{Decision, DeskPost, Proposal},
    keyword::Keyword,
    life::PostState,
    organisation::OrganisationNames,
    problem::ProblemCode,
    reason::Reason,
    staff::StaffRole,
    trail::{TrailEvent, TrailKind},
};
use sqlx::{Row as _, any::AnyRow};
use uuid::Uuid;

/// Number of waiting texts that a new guard looks at before the next are read.
const LOOKED_AT_TOGETHER: i64 = 100;

/// A place in a list of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeskPlace {
    /// Whether its words show danger: then it comes before all others.
    pub danger: bool,
    /// Since when the post is in the state of the list.
    pub since: Seconds,
    /// Which post: of two of the same second, one must be first.
    pub id: Uuid,
}

// A cursor seals one number and an id: the lowest bit of the number tells of danger.
impl From<Place> for DeskPlace {
    fn from(place: Place) -> Self {
        Self { danger: place.published_at & 1 == 1, since: place.published_at >> 1, id: place.id }
    }
}

impl From<DeskPlace> for Place {
    fn from(place: DeskPlace) -> Self {
        Self { freshness: 0, published_at: place.since << 1 | i64::from(place.danger), id: place.id }
    }
}

/// How long the queue is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// How many posts wait for a reader.
    pub posts: u32,
    /// Since when the oldest of them waits.
    pub oldest_since: Option<Seconds>,
}

/// What stands before the further conditions of every statement that reads posts for the desk. Posts that their writer
/// withdrew or erased, or that expired, are not for the desk any more.
macro_rules! desk_posts {
    () => {
        concat!("SELECT p.id, p.state, p.state_since, p.turn, p.revision, p.waiting_since, p.kind, p.direction, p.lang, p.role,
             p.on_behalf, p.age_band, p.region, p.sample, p.reply_to, p.sentence, p.alert,
             CASE WHEN p.state = 'received' AND p.asked_another = p.revision THEN 1 ELSE 0 END AS asked_another, s.text AS reply_text, r.text,
             o.decision AS o_decision, o.keywords AS o_keywords, o.reason AS o_reason, o.sentence AS o_sentence, o.at AS o_at, a.name AS o_name,
             c.account AS c_account, c.until AS c_until, b.name AS c_name, ", hand_back_columns!(), ",
             (SELECT string_agg(k.keyword, $2 ORDER BY k.place) FROM keywords k WHERE k.post = p.id) AS keywords
         FROM posts p JOIN revisions r ON r.post = p.id AND r.number = p.revision
         LEFT JOIN proposals o ON o.post = p.id
         LEFT JOIN accounts a ON a.id = o.account
         LEFT JOIN hand_backs h ON h.post = p.id
         LEFT JOIN claims c ON c.post = p.id
         LEFT JOIN accounts b ON b.id = c.account
         LEFT JOIN posts q ON q.id = p.reply_to AND q.state = 'published'
         LEFT JOIN revisions s ON s.post = q.id AND s.number = q.revision
         WHERE r.text IS NOT NULL
           AND p.state IN ('received', 'handed_back', 'published', 'declined', 'taken_down')")
    };
}

pub(super) use desk_posts;

impl Store {
    /// A page of the posts in one state, and the place of its last post when more follow. Of what waits, words that show
    /// danger come first, then the others, each oldest first; everything else comes newest decision first. What hangs on the board is
    /// listed in `desk_board.rs`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn desk_posts(
        &self,
        state: PostState,
        after: Option<DeskPlace>,
        limit: u32,
        now: Seconds,
    ) -> Result<(Vec<DeskPost>, Option<DeskPlace>)> {
        let (statement, start) = if state == PostState::Received {
            (
                concat!(
                    desk_posts!(),
                    " AND p.state = $1 AND (p.turn, p.state_since, p.id) > ($6, $3, $4)
                     ORDER BY p.turn, p.state_since, p.id LIMIT $5"
                ),
                DeskPlace { danger: true, since: Seconds::MIN, id: Uuid::nil() },
            )
        } else {
            (
                concat!(
                    desk_posts!(),
                    " AND p.state = $1 AND (p.state_since, p.id) < ($3, $4)
                     ORDER BY p.state_since DESC, p.id DESC LIMIT $5"
                ),
                DeskPlace { danger: true, since: Seconds::MAX, id: Uuid::max() },
            )
        };
        let DeskPlace { danger, since, id } = after.unwrap_or(start);
        let mut query = sqlx::query(statement)
            .bind(state.code())
            .bind(rows::SEPARATOR)
            .bind(since)
            .bind(id.to_string())
            // One more than asked tells whether more follow.
            .bind(i64::from(limit) + 1);
        if state == PostState::Received {
            query = query.bind(if danger { FIRST } else { IN_TURN });
        }
        let mut look = self.read().begin().await?;
        let found = query.fetch_all(&mut *look).await?;
        let names = organisation_names(&mut look).await?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let posts =
            found.iter().take(limit).map(|row| desk_post(row, now, None, &names)).collect::<Result<Vec<_>>>()?;
        let last = if found.len() > limit { found.get(limit.saturating_sub(1)) } else { None };
        Ok((posts, last.map(place).transpose()?))
    }

    /// How long the queue is.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn waiting(&self) -> Result<Waiting> {
        let row = sqlx::query("SELECT COUNT(*) AS posts, MIN(state_since) AS oldest FROM posts WHERE state = $1")
            .bind(PostState::Received.code())
            .fetch_one(self.read())
            .await?;
        Ok(Waiting { posts: rows::count(&row, "posts")?, oldest_since: rows::maybe_number(&row, "oldest")? })
    }

    /// One post with its trail and the names of accounts, as this facilitator sees it.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`].
    pub async fn desk_post(&self, id: Uuid, reader: Uuid, now: Seconds) -> Result<DeskPost> {
        // One look at one moment: a post and its trail must fit together.
        let mut look = self.read().begin().await?;
        let row = sqlx::query(concat!(desk_posts!(), " AND p.id = $1"))
            .bind(id.to_string())
            .bind(rows::SEPARATOR)
            .fetch_optional(&mut *look)
            .await?
            .ok_or(ProblemCode::NotFound)?;
        let names = organisation_names(&mut look).await?;
        let mut post = desk_post(&row, now, Some(reader), &names)?;
        let events = sqlx::query(
            "SELECT t.kind, t.at, t.revision, t.reason, t.subject, t.said, a.name, o.id AS o_id, o.name AS o_name
             FROM trail t LEFT JOIN accounts a ON a.id = t.account LEFT JOIN organisations o ON o.id = t.organisation
             WHERE t.post = $1 ORDER BY t.id",
        )
        .bind(id.to_string())
        .fetch_all(&mut *look)
        .await?;
        post.trail = events.iter().map(event).collect::<Result<_>>()?;
        post.together = marks::together(&post.body.text, &names);
        post.notes = notes_of(&mut look, id).await?;
        post.reports = reports_of(&mut look, id).await?;
        if !post.signals.is_empty() {
            let others: i64 = sqlx::query_scalar(
                "SELECT COUNT(*) FROM accounts
                 WHERE role = $1 AND disabled = 0 AND enrolled = 1 AND password_given = 0 AND id <> $2",
            )
            .bind(StaffRole::Facilitator.code())
            .bind(reader.to_string())
            .fetch_one(&mut *look)
            .await?;
            post.alone = others == 0;
        }
        Ok(post)
    }

    /// The keywords of posts on the board, most used first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn keywords_in_use(&self) -> Result<Vec<String>> {
        let rows = sqlx::query(
            "SELECT k.keyword FROM keywords k JOIN posts p ON p.id = k.post WHERE p.state = 'published'
             GROUP BY k.keyword ORDER BY COUNT(*) DESC, k.keyword",
        )
        .fetch_all(self.read())
        .await?;
        rows.iter().map(|row| rows::text(row, "keyword")).collect()
    }

    /// Makes a decision hold, or keeps it as what the first of two would do: the state, the trail, the record of decisions,
    /// keywords and search, all or nothing.
    ///
    /// # Errors
    /// [`ProblemCode::NotFound`], [`ProblemCode::StaleRevision`], [`ProblemCode::NotAllowedNow`],
    /// [`ProblemCode::NeedsAnotherFacilitator`].
    pub async fn decide(&self, id: Uuid, ruling: &Ruling, account: Uuid, at: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        let mut post = tx.post(id).await?.ok_or(ProblemCode::NotFound)?;
        // The writers of sample posts know them.
        if post.key.is_some() && matches!(post.state, PostState::Received | PostState::HandedBack) {
            post.danger |= turn_of(&tx.body(&post).await?.text) == FIRST;
        }
        let before = last_decision(&mut tx, id).await?;
        let first_reader = proposed_by(&mut tx, id).await?;
        let standing = Standing {
            state: post.state,
            revision: post.revision,
            decided_by: before
                .as_ref()
                .map_or([None, None], |decision| [Some(decision.account), decision.first_reader]),
            danger: post.danger,
            proposed_by: first_reader,
            handed_back: tx.handed_back_by(id).await?,
            asked_another: post.asked_another,
        };
        let settled = ruling.settle(standing, account).map_err(|refusal| refusal.code())?;
        let by = By { at, reason: ruling.reason(), account: Some(account) };
        tx.has_read(&post, by).await?;
        match settled {
            Settled::Proposed => {
                // The reason is not the writer's to know before it is decided.
                tx.event(&post, TrailKind::SecondReader, By { reason: None, ..by }).await?;
                propose(&mut tx, &post, ruling, account, at).await?;
                // It is the other one's to read now.
                sqlx::query("DELETE FROM claims WHERE post = $1").bind(id.to_string()).execute(tx.conn()).await?;
            }
            Settled::Decided(next) => {
                if ruling.decision() == Decision::Shorten {
                    let body = ruling.shortened(&tx.body(&post).await?).ok_or(ProblemCode::NotAllowedNow)?;
                    tx.shorten(&post, &body, by).await?;
                } else {
                    tx.step(&post, ruling.step(), by).await?;
                }
                if ruling.decision() == Decision::TakeDown {
                    tx.reports_are_handled(id, account, at).await?;
                }
                if ruling.decision() == Decision::HandBack {
                    tx.ask_writer(&post, ruling, account, at).await?;
                }
                if ruling.sentence().is_some() {
                    tx.add_sentence(&post, ruling).await?;
                }
                if next.is_public() && post.reply_to.is_none() {
                    tx.set_keywords(&post, ruling.keywords()).await?;
                }
                let number = before.map_or(1, |decision| decision.number + 1);
                sqlx::query(
                    "INSERT INTO decisions (post, number, account, revision, decision, reason, at, first_reader)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                )
                .bind(id.to_string())
                .bind(number)
                .bind(account.to_string())
                .bind(i64::from(post.revision))
                .bind(ruling.decision().code())
                .bind(ruling.reason().map(Reason::code))
                .bind(at)
                .bind(first_reader.map(|id| id.to_string()))
                .execute(tx.conn())
                .await?;
            }
        }
        tx.commit().await
    }

    /// Looks at everything that waits with the guard of this version: a newer one may see danger that an older one did
    /// not. Doing it again changes nothing. Few at a time, beside everybody's work: until a text's turn has come it stands in
    /// the queue where the older guard put it, and [`Store::decide`] looks at its words itself.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn look_for_danger(&self) -> Result<()> {
        let mut last = String::new();
        loop {
            let waiting = sqlx::query(
                "SELECT p.id, p.turn, p.revision, r.text FROM posts p JOIN revisions r ON r.post = p.id AND r.number = p.revision
                 WHERE p.state IN ($1, $2) AND r.text IS NOT NULL AND p.id > $3 ORDER BY p.id LIMIT $4",
            )
            .bind(PostState::Received.code())
            .bind(PostState::HandedBack.code())
            .bind(last.as_str())
            .bind(LOOKED_AT_TOGETHER)
            .fetch_all(self.read())
            .await?;
            let Some(end) = waiting.last() else { return Ok(()) };
            last = rows::text(end, "id")?;
            let mut others = Vec::new();
            for row in &waiting {
                // Each look is milliseconds of work: whoever calls meanwhile is answered between two.
                tokio::task::yield_now().await;
                let turn = turn_of(&rows::text(row, "text")?);
                if turn != rows::number(row, "turn")? {
                    others.push((rows::text(row, "id")?, rows::number(row, "revision")?, turn));
                }
            }
            if others.is_empty() {
                continue;
            }
            let mut tx = self.begin().await?;
            for (id, revision, turn) in others {
                // Somebody may have changed or decided it since.
                sqlx::query("UPDATE posts SET turn = $3 WHERE id = $1 AND revision = $2 AND state IN ($4, $5)")
                    .bind(id)
                    .bind(revision)
                    .bind(turn)
                    .bind(PostState::Received.code())
                    .bind(PostState::HandedBack.code())
                    .execute(tx.conn())
                    .await?;
            }
            tx.commit().await?;
        }
    }
}

/// Keeps what the first of two would do.
async fn propose(tx: &mut Tx, post: &PostRow, ruling: &Ruling, account: Uuid, at: Seconds) -> Result<()> {
    let keywords: Vec<&str> = ruling.keywords().iter().map(Keyword::as_str).collect();
    sqlx::query(
        "INSERT INTO proposals (post, account, decision, keywords, reason, sentence, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(post.id.to_string())
    .bind(account.to_string())
    .bind(ruling.decision().code())
    .bind(keywords.join(rows::SEPARATOR))
    .bind(ruling.reason().map(Reason::code))
    .bind(ruling.sentence().map(str::to_owned))
    .bind(at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

async fn proposed_by(tx: &mut Tx, post: Uuid) -> Result<Option<Uuid>> {
    let row = sqlx::query("SELECT account FROM proposals WHERE post = $1")
        .bind(post.to_string())
        .fetch_optional(tx.conn())
        .await?;
    row.map(|row| rows::id(&row, "account")).transpose()
}

struct LastDecision {
    number: i64,
    account: Uuid,
    /// The other one, when two decided.
    first_reader: Option<Uuid>,
}

async fn last_decision(tx: &mut Tx, post: Uuid) -> Result<Option<LastDecision>> {
    let row =
        sqlx::query("SELECT number, account, first_reader FROM decisions WHERE post = $1 ORDER BY number DESC LIMIT 1")
            .bind(post.to_string())
            .fetch_optional(tx.conn())
            .await?;
    row.map(|row| {
        Ok(LastDecision {
            number: rows::number(&row, "number")?,
            account: rows::id(&row, "account")?,
            first_reader: rows::maybe_text(&row, "first_reader")?.and_then(|id| id.parse().ok()),
        })
    })
    .transpose()
}

/// A post out of a row of [`desk_posts`].
pub(super) fn desk_post(
    row: &AnyRow,
    now: Seconds,
    reader: Option<Uuid>,
    names: &OrganisationNames,
) -> Result<DeskPost> {
    // The statement asks for posts with words only.
    let body = rows::body(row)?.ok_or(super::StoreError::Unknown("text"))?;
    let danger = rows::number(row, "turn")? == FIRST;
    Ok(DeskPost {
        id: rows::id(row, "id")?,
        state: rows::code(row, "state", PostState::from_code)?,
        revision: rows::count(row, "revision")?,
        keywords: rows::keywords(row, "keywords")?,
        reply_to: rows::replied_to(row)?,
        sample: rows::flag(row, "sample")?,
        waiting_since: rows::maybe_number(row, "waiting_since")?.map(rfc3339),
        findings: marks::findings(&body.text, names),
        together: Vec::new(),
        signals: if danger { marks::signals(&body.text) } else { Vec::new() },
        alert: rows::flag(row, "alert")?,
        proposal: proposal(row)?,
        hand_back: hand_back(row)?,
        sentence: rows::maybe_text(row, "sentence")?,
        alone: false,
        asked_another: rows::flag(row, "asked_another")?,
        claim: claim_of(row, now, reader)?,
        notes: Vec::new(),
        reports: Vec::new(),
        trail: Vec::new(),
        body,
    })
}

fn proposal(row: &AnyRow) -> Result<Option<Proposal>> {
    let Some(by) = rows::maybe_text(row, "o_name")? else { return Ok(None) };
    Ok(Some(Proposal {
        by,
        at: rfc3339(rows::number(row, "o_at")?),
        decision: rows::code(row, "o_decision", Decision::from_code)?,
        keywords: rows::keywords(row, "o_keywords")?,
        reason: rows::maybe_code(row, "o_reason", Reason::from_code)?,
        sentence: rows::maybe_text(row, "o_sentence")?,
    }))
}

fn event(row: &AnyRow) -> Result<TrailEvent> {
    let kind = rows::code(row, "kind", TrailKind::from_code)?;
    Ok(TrailEvent {
        kind,
        at: rfc3339(rows::number(row, "at")?),
        revision: rows::count(row, "revision")?,
        reason: rows::maybe_code(row, "reason", Reason::from_code)?,
        by: row.try_get("name")?,
        about: rows::about(row, kind)?,
    })
}

fn place(row: &AnyRow) -> Result<DeskPlace> {
    Ok(DeskPlace {
        danger: rows::number(row, "turn")? == FIRST,
        since: rows::number(row, "state_since")?,
        id: rows::id(row, "id")?,
    })
}

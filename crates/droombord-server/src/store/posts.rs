//! Posts as their writer sends, sees and changes them, by follow key.

use super::{
    Result, Store, Tx,
    asking::{askings, own_askings},
    change::{By, PostRow},
    hand_back::{hand_back, hand_back_columns},
    rows,
    supports::counts_told,
};
use crate::{
    clock::{Seconds, rfc3339},
    moderation::marks,
};
use droombord_domain::{
    api::OwnPost,
    draft::NewPost,
    life::{PostState, Step},
    post::{Kind, PostBody},
    problem::ProblemCode,
    reason::Reason,
    support::SupportCounts,
    trail::{TrailEvent, TrailKind},
};
use sqlx::AnyConnection;
use uuid::Uuid;

/// A post that comes in.
#[derive(Clone, Debug)]
pub struct Sending {
    /// Its id, thrown beforehand.
    pub id: Uuid,
    /// The id of its follow key, in case that the key is new.
    pub key_id: Uuid,
    /// The keyed hash of the follow key.
    pub key: String,
    /// The keyed hash of the idempotency key.
    pub idempotency: String,
    /// The keyed hash of follow key and body.
    pub body_mac: String,
    /// The post that it replies to, if it is a reply.
    pub reply_to: Option<Uuid>,
    /// The words and choices.
    pub post: NewPost,
    /// Now.
    pub at: Seconds,
}

/// How a sending ended.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The post as it stands.
    pub post: OwnPost,
    /// Whether this call made it; otherwise it was sent before.
    pub fresh: bool,
    /// Whether this call raised an alert.
    pub rings: bool,
}

impl Store {
    /// Whether anything is stored under a follow key.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn knows_key(&self, hash: &str) -> Result<bool> {
        let row = sqlx::query("SELECT 1 FROM keys WHERE hash = $1").bind(hash).fetch_optional(self.read()).await?;
        Ok(row.is_some())
    }

    /// The posts of a follow key, newest first.
    ///
    /// # Errors
    /// `key_unknown`.
    pub async fn mine(&self, key: &str, now: Seconds) -> Result<Vec<OwnPost>> {
        // One look at one moment: a post and its trail must fit together.
        let mut look = self.read().begin().await?;
        let key = key_id(&mut look, key).await?.ok_or(ProblemCode::KeyUnknown)?;
        own_posts(&mut look, Whose::Key(key), now).await
    }

    /// Puts a new revision in the place of the one that the writer saw.
    ///
    /// # Errors
    /// `key_unknown`, `not_found`, `stale_revision`, `not_allowed_now`; `invalid_fields` when a reply would be something
    /// else from now on.
    pub async fn revise(&self, key: &str, id: Uuid, seen: u32, post: NewPost, at: Seconds) -> Result<OwnPost> {
        let mut tx = self.begin_more().await?;
        let row = tx.own_row(key, id).await?;
        if row.revision != seen {
            return Err(ProblemCode::StaleRevision.into());
        }
        row.state.after(Step::Revise).ok_or(ProblemCode::NotAllowedNow)?;
        // A reply stays one, and nothing else becomes one.
        if row.reply_to.is_some() != (post.body().kind == Kind::Reply) {
            return Err(ProblemCode::InvalidFields.into());
        }
        tx.revise(&row, post.body(), at).await?;
        if post.asks_alert() {
            tx.raise_alert(id).await?;
        }
        tx.view_and_commit(id, at).await
    }

    /// The writer does not want it read or shown.
    ///
    /// # Errors
    /// `key_unknown`, `not_found`, `not_allowed_now`.
    pub async fn withdraw(&self, key: &str, id: Uuid, at: Seconds) -> Result<OwnPost> {
        let mut tx = self.begin().await?;
        let row = tx.own_row(key, id).await?;
        tx.step(&row, Step::Withdraw, By::nobody(at)).await?;
        tx.view_and_commit(id, at).await
    }

    /// The writer of a declined post asks somebody else to read it.
    ///
    /// # Errors
    /// `key_unknown`, `not_found`; `not_allowed_now` when it is not declined, when this revision was asked about before, or
    /// when there is nobody else.
    pub async fn ask_another(&self, key: &str, id: Uuid, at: Seconds) -> Result<OwnPost> {
        let mut tx = self.begin().await?;
        let row = tx.own_row(key, id).await?;
        let may = own_post(tx.conn(), id, at).await?.is_some_and(|post| post.may_ask_another);
        may.then_some(()).ok_or(ProblemCode::NotAllowedNow)?;
        tx.ask_another(&row, at).await?;
        tx.view_and_commit(id, at).await
    }

    /// The writer takes every word away. Doing it again changes nothing.
    ///
    /// # Errors
    /// `key_unknown`, `not_found`.
    pub async fn erase(&self, key: &str, id: Uuid, at: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        let row = tx.own_row(key, id).await?;
        if row.state != PostState::Erased {
            tx.erase(&row, By::nobody(at)).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// From now on other words open the posts of a follow key.
    ///
    /// # Errors
    /// `key_unknown`, `key_taken`.
    pub async fn replace_key(&self, old: &str, new: &str) -> Result<()> {
        let mut tx = self.begin().await?;
        let id = key_id(tx.conn(), old).await?.ok_or(ProblemCode::KeyUnknown)?;
        if key_id(tx.conn(), new).await?.is_some() {
            return Err(ProblemCode::KeyTaken.into());
        }
        sqlx::query("UPDATE keys SET hash = $2 WHERE id = $1")
            .bind(id.to_string())
            .bind(new)
            .execute(tx.conn())
            .await?;
        // The old hash goes from the files too: it would still show that these words were in use here.
        tx.words_gone();
        tx.commit().await
    }
}

impl Tx {
    /// Takes a post in, once for each idempotency key. What was sent before is answered again.
    pub(super) async fn take_in(&mut self, sending: Sending) -> Result<Sent> {
        let Sending { id, key_id, key, idempotency, body_mac, reply_to, post, at } = sending;
        let before = sqlx::query("SELECT body_mac, post FROM idempotency WHERE key_mac = $1")
            .bind(idempotency.as_str())
            .fetch_optional(self.conn())
            .await?;
        if let Some(before) = before {
            return match rows::maybe_text(&before, "body_mac")? {
                None => Err(ProblemCode::Erased.into()),
                Some(mac) if mac == body_mac => {
                    let id = rows::id(&before, "post")?;
                    // Who tried without it, and then asks for a facilitator, sends the same words again.
                    let rings = post.asks_alert() && self.raise_alert(id).await?;
                    let post = own_post(self.conn(), id, at).await?.ok_or(ProblemCode::Erased)?;
                    Ok(Sent { post, fresh: false, rings })
                }
                Some(_) => Err(ProblemCode::IdempotencyKeyReused.into()),
            };
        }
        if let Some(to) = reply_to {
            // Replies to replies would be talks beside the board.
            let there = self.post(to).await?.is_some_and(|to| to.hangs_on_board());
            there.then_some(()).ok_or(ProblemCode::NotFound)?;
        }
        let key_id = self.key_made(key_id, &key).await?;
        sqlx::query(
            "INSERT INTO posts (id, key, state, revision, state_since, reply_to) VALUES ($1, $2, $3, 1, $4, $5)",
        )
        .bind(id.to_string())
        .bind(key_id.to_string())
        .bind(PostState::Received.code())
        .bind(at)
        .bind(reply_to.map(|to| to.to_string()))
        .execute(self.conn())
        .await?;
        let row = PostRow {
            id,
            key: Some(key_id),
            state: PostState::Received,
            revision: 1,
            was_published: false,
            danger: false,
            reply_to,
            asked_another: false,
        };
        self.write_body(&row, post.body(), at).await?;
        let rings = post.asks_alert() && self.raise_alert(id).await?;
        self.event(&row, TrailKind::Received, By::nobody(at)).await?;
        sqlx::query("INSERT INTO idempotency (key_mac, body_mac, post) VALUES ($1, $2, $3)")
            .bind(idempotency)
            .bind(body_mac)
            .bind(id.to_string())
            .execute(self.conn())
            .await?;
        let post = match reply_to {
            None => new_post(&row, post.body().clone(), at),
            Some(_) => own_post(self.conn(), id, at).await?.ok_or(ProblemCode::Internal)?,
        };
        Ok(Sent { post, fresh: true, rings })
    }

    /// The row of a follow key, made when the key is new.
    async fn key_made(&mut self, id: Uuid, hash: &str) -> Result<Uuid> {
        let made = "INSERT INTO keys (id, hash) VALUES ($1, $2) ON CONFLICT (hash) DO UPDATE SET hash = excluded.hash RETURNING id";
        rows::id(&sqlx::query(made).bind(id.to_string()).bind(hash).fetch_one(self.conn()).await?, "id")
    }

    /// A post, when it belongs to this follow key.
    pub(super) async fn own_row(&mut self, key: &str, id: Uuid) -> Result<PostRow> {
        let key = key_id(self.conn(), key).await?.ok_or(ProblemCode::KeyUnknown)?;
        let row = self.post(id).await?.filter(|row| row.key == Some(key));
        row.ok_or_else(|| ProblemCode::NotFound.into())
    }

    /// What the writer sees after the change.
    pub(super) async fn view_and_commit(mut self, id: Uuid, now: Seconds) -> Result<OwnPost> {
        let view = own_post(self.conn(), id, now).await?.ok_or(ProblemCode::NotFound)?;
        self.commit().await?;
        Ok(view)
    }
}

pub(super) async fn key_id(conn: &mut AnyConnection, hash: &str) -> Result<Option<Uuid>> {
    let row = sqlx::query("SELECT id FROM keys WHERE hash = $1").bind(hash).fetch_optional(conn).await?;
    row.map(|row| rows::id(&row, "id")).transpose()
}

/// Which own posts.
#[derive(Clone, Copy)]
enum Whose {
    /// Those of the follow key in this row.
    Key(Uuid),
    /// This one.
    Post(Uuid),
}

/// The same statement with another condition.
macro_rules! own_posts {
    ($condition:literal) => {
        concat!(
            "SELECT p.id, p.state, p.revision, p.kind, p.direction, p.lang, p.role, p.on_behalf, p.age_band, p.region,
                 p.reason, p.sentence, p.waiting_since, p.shortened, p.hear_told, p.recognise_told, p.join_told, p.reply_to,
                 s.text AS reply_text, r.text, b.text AS text_before, ",
            hand_back_columns!(),
            ",
                 CASE WHEN p.state = 'declined' AND COALESCE(p.asked_another, 0) <> p.revision AND EXISTS (SELECT 1 FROM accounts a
                     WHERE a.role = 'facilitator' AND a.disabled = 0 AND a.enrolled = 1 AND a.password_given = 0
                         AND a.id NOT IN (SELECT d.account FROM decisions d WHERE d.post = p.id AND d.revision = p.revision)
                         AND a.id NOT IN (SELECT d.first_reader FROM decisions d WHERE d.post = p.id AND d.revision = p.revision
                             AND d.first_reader IS NOT NULL)) THEN 1 ELSE 0 END AS may_ask_another,
                 (SELECT string_agg(k.keyword, $2 ORDER BY k.place) FROM keywords k WHERE k.post = p.id) AS keywords,
                 (SELECT string_agg(w.id, $2 ORDER BY w.published_at DESC, w.id) FROM (
                     SELECT y.id, y.published_at FROM posts y
                     WHERE y.reply_to = p.id AND y.state = 'published' AND p.state = 'published'
                     ORDER BY y.published_at DESC, y.id LIMIT 100) w) AS replies
             FROM posts p LEFT JOIN revisions r ON r.post = p.id AND r.number = p.revision
             LEFT JOIN revisions b ON b.post = p.id AND b.number = p.revision - 1
             LEFT JOIN hand_backs h ON h.post = p.id
             LEFT JOIN posts q ON q.id = p.reply_to AND q.state = 'published'
             LEFT JOIN revisions s ON s.post = q.id AND s.number = q.revision
             WHERE ",
            $condition,
            " ORDER BY (SELECT min(t.id) FROM trail t WHERE t.post = p.id) DESC"
        )
    };
}

macro_rules! own_trails {
    ($condition:literal) => {
        concat!(
            "SELECT t.post, t.kind, t.at, t.revision, t.reason, t.subject, t.said, o.id AS o_id, o.name AS o_name
             FROM trail t JOIN posts p ON p.id = t.post LEFT JOIN organisations o ON o.id = t.organisation WHERE ",
            $condition,
            " ORDER BY t.id"
        )
    };
}

/// What [`own_post`] reads of a post that came in at this moment, and is no reply: many come in when everybody waits.
fn new_post(row: &PostRow, body: PostBody, at: Seconds) -> OwnPost {
    let received = TrailEvent {
        kind: TrailKind::Received,
        at: rfc3339(at),
        revision: row.revision,
        reason: None,
        by: None,
        about: None,
    };
    OwnPost {
        id: row.id,
        state: row.state,
        revision: row.revision,
        body: Some(body),
        reply_to: None,
        keywords: Vec::new(),
        reason: None,
        sentence: None,
        help: Vec::new(),
        may_ask_another: false,
        hand_back: None,
        shortened: false,
        before: None,
        waiting_since: Some(rfc3339(at)),
        trail: vec![received],
        askings: Vec::new(),
        supports: SupportCounts::default(),
        replies: Vec::new(),
    }
}

async fn own_post(conn: &mut AnyConnection, id: Uuid, now: Seconds) -> Result<Option<OwnPost>> {
    Ok(own_posts(conn, Whose::Post(id), now).await?.pop())
}

/// Own posts with their trails and who was asked about them, newest first.
async fn own_posts(conn: &mut AnyConnection, whose: Whose, now: Seconds) -> Result<Vec<OwnPost>> {
    let (posts, trails, asked, id) = match whose {
        Whose::Key(key) => {
            (own_posts!("p.key = $1"), own_trails!("p.key = $1"), askings!("p.key = $1"), key.to_string())
        }
        Whose::Post(post) => {
            (own_posts!("p.id = $1"), own_trails!("p.id = $1"), askings!("p.id = $1"), post.to_string())
        }
    };
    let mut own = Vec::new();
    for row in sqlx::query(posts).bind(id.as_str()).bind(rows::SEPARATOR).fetch_all(&mut *conn).await? {
        let body = rows::body(&row)?;
        let reason = rows::maybe_code(&row, "reason", Reason::from_code)?;
        // A reason is about the newest revision: these are the words that were decided upon.
        let help = reason.zip(body.as_ref()).map(|(reason, body)| reason.help_lines(&marks::danger(&body.text)));
        own.push(OwnPost {
            id: rows::id(&row, "id")?,
            state: rows::code(&row, "state", PostState::from_code)?,
            revision: rows::count(&row, "revision")?,
            body,
            reply_to: rows::replied_to(&row)?,
            keywords: rows::keywords(&row, "keywords")?,
            reason,
            sentence: rows::maybe_text(&row, "sentence")?,
            help: help.unwrap_or_default(),
            may_ask_another: rows::flag(&row, "may_ask_another")?,
            hand_back: hand_back(&row)?,
            shortened: rows::flag(&row, "shortened")?,
            before: rows::maybe_text(&row, "text_before")?,
            waiting_since: rows::maybe_number(&row, "waiting_since")?.map(rfc3339),
            trail: Vec::new(),
            askings: Vec::new(),
            supports: counts_told(&row)?,
            replies: rows::ids(&row, "replies")?,
        });
    }
    for row in sqlx::query(trails).bind(id.as_str()).fetch_all(&mut *conn).await? {
        let post = rows::id(&row, "post")?;
        let kind = rows::code(&row, "kind", TrailKind::from_code)?;
        let event = TrailEvent {
            kind,
            at: rfc3339(rows::number(&row, "at")?),
            revision: rows::count(&row, "revision")?,
            reason: rows::maybe_code(&row, "reason", Reason::from_code)?,
            by: None,
            about: rows::about(&row, kind)?,
        };
        if let Some(own) = own.iter_mut().find(|own| own.id == post) {
            own.trail.push(event);
        }
    }
    for (post, asking) in own_askings(conn, asked, &id, now).await? {
        if let Some(own) = own.iter_mut().find(|own| own.id == post) {
            own.askings.push(asking);
        }
    }
    Ok(own)
}

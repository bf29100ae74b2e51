//! What everybody may see: published posts, their replies and their trails. Nothing else is read here. The pages of the board are
//! read in `page.rs`.

use super::{Result, Store, asking::public_askings, rows, status::standing};
use crate::clock::{Seconds, day, half_month};
use droombord_domain::{
    api::{PublicPost, PublicReply, PublicTrail},
    filter::{BoardFilter, Order},
    status::{PostStatus, Standing},
    support::SupportSteps,
    trail::{PublicTrailEvent, TrailKind},
};
use sqlx::{AnyConnection, any::AnyRow};
use uuid::Uuid;

/// A place in an order of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// How little it was shown: see `0080_fair_turn.sql`. No part of the order of the newest.
    pub freshness: i64,
    /// When the post came on the board.
    pub published_at: Seconds,
    /// Which post: of two that came in the same second, one must be first.
    pub id: Uuid,
}

impl Place {
    /// Before the first post.
    pub const START: Self = Self { freshness: i64::MAX, published_at: Seconds::MAX, id: Uuid::max() };
}

/// A post as everybody reads it, ready made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Which post.
    pub id: Uuid,
    /// A [`PublicPost`] as JSON.
    pub json: String,
}

/// Which posts of the board are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardQuery {
    /// Only these.
    pub filter: BoardFilter,
    /// In which order.
    pub order: Order,
    /// The day until which waiting is counted, as [`day`] counts days.
    pub today: i64,
    /// Only posts with words that begin like all of these (folded).
    pub words: Vec<String>,
    /// Only what comes after this place.
    pub after: Place,
    /// At most so many.
    pub limit: u32,
}

/// What stands before the further conditions of every statement that reads public posts.
macro_rules! public_posts {
    () => {
        "SELECT p.id, p.freshness, p.published_at, p.kind, p.direction, p.lang, p.role, p.on_behalf, p.age_band, p.region,
             p.sample, p.shortened, p.hear, p.recognise, p.join_in, r.text,
             (SELECT string_agg(k.keyword, $2 ORDER BY k.place) FROM keywords k WHERE k.post = p.id) AS keywords
         FROM posts p JOIN revisions r ON r.post = p.id AND r.number = p.revision
         WHERE p.state = 'published' AND p.reply_to IS NULL"
    };
}

impl Store {
    /// One published post.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn public_post(&self, id: Uuid, now: Seconds) -> Result<Option<PublicPost>> {
        public_post_in(&mut *self.read().acquire().await?, id, day(now)).await
    }

    /// A page of the replies under a published post, oldest first, and the place of its last one when more follow; `None`
    /// when the post is not on the board.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn public_replies(
        &self,
        post: Uuid,
        after: Option<Place>,
        limit: u32,
    ) -> Result<Option<(Vec<PublicReply>, Option<Place>)>> {
        let mut look = self.read().begin().await?;
        let on_board: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM posts WHERE id = $1 AND state = 'published' AND reply_to IS NULL")
                .bind(post.to_string())
                .fetch_one(&mut *look)
                .await?;
        if on_board == 0 {
            return Ok(None);
        }
        let (since, id) = after.map_or((Seconds::MIN, Uuid::nil()), |after| (after.published_at, after.id));
        let found = sqlx::query(
            "SELECT p.id, p.freshness, p.published_at, p.kind, p.direction, p.lang, p.role, p.on_behalf, p.age_band,
                 p.region, p.shortened, r.text
             FROM posts p JOIN revisions r ON r.post = p.id AND r.number = p.revision
             WHERE p.state = 'published' AND p.reply_to = $1 AND (p.published_at, p.id) > ($2, $3)
             ORDER BY p.published_at, p.id LIMIT $4",
        )
        .bind(post.to_string())
        .bind(since)
        .bind(id.to_string())
        .bind(i64::from(limit) + 1)
        .fetch_all(&mut *look)
        .await?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let replies = found.iter().take(limit).map(public_reply).collect::<Result<Vec<_>>>()?;
        let last = if found.len() > limit { found.get(limit.saturating_sub(1)) } else { None };
        Ok(Some((replies, last.map(place).transpose()?)))
    }

    /// The public trail of a published post, and who was asked about it; `None` when it is not on the board.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn public_trail(&self, id: Uuid, now: Seconds) -> Result<Option<PublicTrail>> {
        // One look at one moment: events and answers must fit together.
        let mut look = self.read().begin().await?;
        let found = sqlx::query(
            "SELECT t.kind, t.at, t.subject, t.said, o.id AS o_id, o.name AS o_name
             FROM released_trail t JOIN posts p ON p.id = t.post LEFT JOIN organisations o ON o.id = t.organisation
             WHERE t.post = $1 AND p.state = 'published' AND p.reply_to IS NULL ORDER BY t.id",
        )
        .bind(id.to_string())
        .fetch_all(&mut *look)
        .await?;
        if found.is_empty() {
            return Ok(None);
        }
        let mut events = Vec::new();
        for row in &found {
            let kind = rows::code(row, "kind", TrailKind::from_code)?;
            if kind.is_public() {
                let when = half_month(rows::number(row, "at")?);
                events.push(PublicTrailEvent { kind, when, about: rows::about(row, kind)? });
            }
        }
        let askings = public_askings(&mut look, &id.to_string(), now).await?;
        Ok(Some(PublicTrail { events, askings, promises: Vec::new() }))
    }
}

/// One published post, in a look that sees more; its waiting is counted until `today`.
pub(super) async fn public_post_in(conn: &mut AnyConnection, id: Uuid, today: i64) -> Result<Option<PublicPost>> {
    let row = sqlx::query(concat!(public_posts!(), " AND p.id = $1"))
        .bind(id.to_string())
        .bind(rows::SEPARATOR)
        .fetch_optional(&mut *conn)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let Standing { status, .. } = standing(conn, id, today).await?;
    Ok(Some(public_post(&row, status)?))
}

fn public_post(row: &AnyRow, status: PostStatus) -> Result<PublicPost> {
    let step = |column| -> Result<Option<u32>> {
        Ok(rows::maybe_number(row, column)?.and_then(|step| u32::try_from(step).ok()))
    };
    Ok(PublicPost {
        id: rows::id(row, "id")?,
        // A published post has words: the inner join and the erasing, which changes the state, see to it.
        body: rows::body(row)?.ok_or(super::StoreError::Unknown("text"))?,
        keywords: rows::keywords(row, "keywords")?,
        published: half_month(rows::number(row, "published_at")?),
        shortened: rows::flag(row, "shortened")?,
        sample: rows::flag(row, "sample")?,
        supports: SupportSteps { hear: step("hear")?, recognise: step("recognise")?, join: step("join_in")? },
        status,
    })
}

fn public_reply(row: &AnyRow) -> Result<PublicReply> {
    Ok(PublicReply {
        id: rows::id(row, "id")?,
        body: rows::body(row)?.ok_or(super::StoreError::Unknown("text"))?,
        published: half_month(rows::number(row, "published_at")?),
        shortened: rows::flag(row, "shortened")?,
    })
}

pub(super) fn place(row: &AnyRow) -> Result<Place> {
    Ok(Place {
        freshness: rows::number(row, "freshness")?,
        published_at: rows::number(row, "published_at")?,
        id: rows::id(row, "id")?,
    })
}

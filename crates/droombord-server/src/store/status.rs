//! The status of a post, out of the public events of its trail.

use super::{Result, Tx, rows};
use crate::clock::day;
use droombord_domain::{
    status::{DeskStatus, Standing, StatusEvent, StatusFilter},
    trail::TrailKind,
};
use sqlx::{AnyConnection, any::AnyRow};
use uuid::Uuid;

/// The status of a post by what is released of its trail; `today` is a day as [`day`] counts them.
pub(super) async fn standing(conn: &mut AnyConnection, post: Uuid, today: i64) -> Result<Standing> {
    let found = sqlx::query(
        "SELECT t.kind, t.at, t.subject, t.said, o.id AS o_id, o.name AS o_name
         FROM released_trail t JOIN organisations o ON o.id = t.organisation
         WHERE t.post = $1 ORDER BY t.id",
    )
    .bind(post.to_string())
    .fetch_all(conn)
    .await?;
    let events = found.iter().filter_map(|row| event(row).transpose()).collect::<Result<Vec<_>>>()?;
    Ok(Standing::of(&events, today))
}

/// An event of which everybody may know, and that is about more than the post.
fn event(row: &AnyRow) -> Result<Option<StatusEvent>> {
    let kind = rows::code(row, "kind", TrailKind::from_code)?;
    let about = rows::about(row, kind)?.filter(|_| kind.is_public()).unwrap_or_default();
    let (Some(subject), Some(organisation)) = (about.asking.or(about.promise), about.organisation) else {
        return Ok(None);
    };
    Ok(Some(StatusEvent { kind, subject, organisation, day: day(rows::number(row, "at")?), verdict: about.verdict }))
}

/// The condition of a post `p` that this choice finds. Each has its indices: see `0100_post_status.sql`.
pub(super) const fn condition(status: StatusFilter) -> &'static str {
    match status {
        StatusFilter::Answered => "p.answered = 1",
        StatusFilter::Promised => "p.promised = 1",
        StatusFilter::Heard => "p.heard = 1",
        StatusFilter::Waiting => "p.waiting = 1",
    }
}

/// The bit of `at_desk` that tells this of a post: see `0130_desk_board.sql`.
pub(super) const fn desk_bit(status: DeskStatus) -> i64 {
    match status {
        DeskStatus::Unasked => 1,
        DeskStatus::Waiting => 2,
        DeskStatus::Answered => 4,
        DeskStatus::Promised => 8,
        DeskStatus::Heard => 16,
    }
}

/// How far a post is now, whether everybody sees it yet or not.
const AT_DESK: &str = "UPDATE posts SET at_desk = CASE WHEN state <> 'published' OR reply_to IS NOT NULL THEN 0 ELSE
         CASE WHEN EXISTS (SELECT 1 FROM askings k WHERE k.post = posts.id) THEN 0 ELSE 1 END
         + CASE WHEN EXISTS (SELECT 1 FROM askings k WHERE k.post = posts.id AND k.answered_at IS NULL) THEN 2 ELSE 0 END
         + CASE WHEN EXISTS (SELECT 1 FROM askings k WHERE k.post = posts.id AND k.answered_at IS NOT NULL) THEN 4 ELSE 0 END
         + CASE WHEN EXISTS (SELECT 1 FROM promise_posts l JOIN promises m ON m.id = l.promise
                             WHERE l.post = posts.id AND m.state IN ('open', 'kept')) THEN 8 ELSE 0 END
         + CASE WHEN EXISTS (SELECT 1 FROM askings k JOIN verdicts v ON v.asking = k.id
                             WHERE k.post = posts.id AND k.answered_at IS NOT NULL AND v.verdict = 'heard') THEN 16 ELSE 0 END
     END WHERE id = $1";

/// The keywords of a post are found and counted by what is so of the post.
const KEYWORDS: &str = "UPDATE keywords SET
         number = (SELECT p.number FROM posts p WHERE p.id = keywords.post),
         answered = (SELECT CASE WHEN p.number IS NULL OR p.sample = 1 THEN NULL WHEN (p.at_desk & 4) <> 0 THEN 1 ELSE 0 END
                     FROM posts p WHERE p.id = keywords.post)
     WHERE post = $1";

impl Tx {
    /// Keeps what the desk looks a post up by. Before the commit, when everything else of the change is written.
    pub(super) async fn renew_at_desk(&mut self, post: Uuid) -> Result<()> {
        for statement in [AT_DESK, KEYWORDS] {
            sqlx::query(statement).bind(post.to_string()).execute(self.conn()).await?;
        }
        Ok(())
    }
}

//! The status of a post, out of the public events of its trail.

use super::{Result, rows};
use crate::clock::day;
use droombord_domain::{
    status::{Standing, StatusEvent, StatusFilter},
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

//! From rows to the domain's types, for every file of the store. No statements.

use super::{Result, StoreError};
use droombord_domain::{
    answer::{Understood, Verdict},
    api::RepliedTo,
    keyword::Keyword,
    organisation::OrganisationRef,
    post::{AgeBand, Direction, Kind, Lang, PostBody, Region, Role},
    trail::{EventAbout, TrailKind},
};
use sqlx::{Row as _, any::AnyRow};
use uuid::Uuid;

/// Stands between keywords where the database joins them: no keyword can hold a control character.
pub(super) const SEPARATOR: &str = "\u{1f}";

/// A text column.
pub(super) fn text(row: &AnyRow, column: &str) -> Result<String> {
    Ok(row.try_get(column)?)
}

/// A text column that may be empty.
pub(super) fn maybe_text(row: &AnyRow, column: &str) -> Result<Option<String>> {
    Ok(row.try_get(column)?)
}

/// A number that may be missing.
pub(super) fn maybe_number(row: &AnyRow, column: &str) -> Result<Option<i64>> {
    Ok(row.try_get(column)?)
}

/// Bytes.
pub(super) fn bytes(row: &AnyRow, column: &str) -> Result<Vec<u8>> {
    Ok(row.try_get(column)?)
}

/// A number.
pub(super) fn number(row: &AnyRow, column: &str) -> Result<i64> {
    Ok(row.try_get(column)?)
}

/// A number that is counted from 0 up.
pub(super) fn count(row: &AnyRow, column: &'static str) -> Result<u32> {
    u32::try_from(number(row, column)?).map_err(|_| StoreError::Unknown(column))
}

/// Truth, kept as 0 or 1.
pub(super) fn flag(row: &AnyRow, column: &str) -> Result<bool> {
    Ok(number(row, column)? != 0)
}

/// An id.
pub(super) fn id(row: &AnyRow, column: &'static str) -> Result<Uuid> {
    text(row, column)?.parse().map_err(|_| StoreError::Unknown(column))
}

/// An id that may be missing.
pub(super) fn maybe_id(row: &AnyRow, column: &'static str) -> Result<Option<Uuid>> {
    maybe_text(row, column)?.map(|id| id.parse().map_err(|_| StoreError::Unknown(column))).transpose()
}

/// Ids that the database joined with [`SEPARATOR`].
pub(super) fn ids(row: &AnyRow, column: &'static str) -> Result<Vec<Uuid>> {
    let joined = maybe_text(row, column)?.unwrap_or_default();
    let each = joined.split(SEPARATOR).filter(|part| !part.is_empty());
    each.map(|id| id.parse().map_err(|_| StoreError::Unknown(column))).collect()
}

/// A code of a closed list.
pub(super) fn code<T>(row: &AnyRow, column: &'static str, from_code: fn(&str) -> Option<T>) -> Result<T> {
    from_code(&text(row, column)?).ok_or(StoreError::Unknown(column))
}

/// A code of a closed list, or nothing.
pub(super) fn maybe_code<T>(row: &AnyRow, column: &'static str, from_code: fn(&str) -> Option<T>) -> Result<Option<T>> {
    maybe_text(row, column)?.map(|code| from_code(&code).ok_or(StoreError::Unknown(column))).transpose()
}

/// The words and choices, out of the columns of `posts` and the `text` of a revision; `None` when they are erased.
pub(super) fn body(row: &AnyRow) -> Result<Option<PostBody>> {
    let Some(text) = maybe_text(row, "text")? else { return Ok(None) };
    Ok(Some(PostBody {
        kind: code(row, "kind", Kind::from_code)?,
        direction: maybe_code(row, "direction", Direction::from_code)?,
        text,
        lang: code(row, "lang", Lang::from_code)?,
        role: maybe_code(row, "role", Role::from_code)?,
        on_behalf: flag(row, "on_behalf")?,
        age_band: maybe_code(row, "age_band", AgeBand::from_code)?,
        region: maybe_code(row, "region", Region::from_code)?,
    }))
}

/// To what a post replies, out of `reply_to` and `reply_text`.
pub(super) fn replied_to(row: &AnyRow) -> Result<Option<RepliedTo>> {
    let Some(id) = maybe_text(row, "reply_to")? else { return Ok(None) };
    let id = id.parse().map_err(|_| StoreError::Unknown("reply_to"))?;
    Ok(Some(RepliedTo { id, text: maybe_text(row, "reply_text")? }))
}

/// The keywords of one post, joined by [`SEPARATOR`].
pub(super) fn keywords(row: &AnyRow, column: &str) -> Result<Vec<Keyword>> {
    maybe_text(row, column)?
        .unwrap_or_default()
        .split(SEPARATOR)
        .filter(|word| !word.is_empty())
        .map(|word| Keyword::parse(word).map_err(|_| StoreError::Unknown("keyword")))
        .collect()
}

/// What an event of this kind is about beside its post, out of `subject` and `said`, and the organisation's `o_id` and
/// `o_name`.
pub(super) fn about(row: &AnyRow, kind: TrailKind) -> Result<Option<EventAbout>> {
    let subject = maybe_text(row, "subject")?.and_then(|id| id.parse().ok());
    let (asking, promise) = match kind {
        TrailKind::Asked | TrailKind::Answered | TrailKind::Understood | TrailKind::Verdict => (subject, None),
        TrailKind::Promised | TrailKind::Kept | TrailKind::Overdue | TrailKind::PromiseWithdrawn => (None, subject),
        TrailKind::Received
        | TrailKind::Read
        | TrailKind::SecondReader
        | TrailKind::HandedBack
        | TrailKind::Reminded
        | TrailKind::Revised
        | TrailKind::Published
        | TrailKind::Shortened
        | TrailKind::Declined
        | TrailKind::TakenDown
        | TrailKind::Reversed
        | TrailKind::Withdrawn
        | TrailKind::Expired
        | TrailKind::Erased => (None, None),
    };
    let organisation = match (maybe_text(row, "o_id")?, maybe_text(row, "o_name")?) {
        (Some(_), Some(name)) => Some(OrganisationRef { id: id(row, "o_id")?, name }),
        (Some(_) | None, Some(_) | None) => None,
    };
    let code = maybe_text(row, "said")?;
    let said = |is: TrailKind| code.as_deref().filter(|_| is == kind);
    let about = EventAbout {
        asking,
        promise,
        organisation,
        understood: said(TrailKind::Understood).and_then(Understood::from_code),
        verdict: said(TrailKind::Verdict).and_then(Verdict::from_code),
    };
    Ok(Some(about).filter(|about| *about != EventAbout::default()))
}

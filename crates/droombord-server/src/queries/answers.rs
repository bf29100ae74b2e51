//! The public answers of an organisation, for its page and for callers.

use crate::{cursor, error::Result, state::App, store::Answered};
use droombord_domain::api::OrganisationAnswers;
use uuid::Uuid;

/// A page of the public answers of an organisation, from the beginning or from a cursor.
///
/// # Errors
/// A cursor of another list, or the database.
pub async fn answers_page(
    app: &App,
    organisation: Uuid,
    cursor: Option<&str>,
    limit: u32,
) -> Result<OrganisationAnswers> {
    let list = format!("answers?{organisation}");
    let after = cursor.map(|cursor| cursor::open(app, &list, cursor)).transpose()?;
    let Answered { items, last, waiting } = app.store.answers_of(organisation, after, limit, app.clock.now()).await?;
    let next_cursor = last.map(|place| cursor::seal(app, &list, place)).transpose()?;
    Ok(OrganisationAnswers { items, next_cursor, waiting })
}

//! Reading the public promises, as the API and the first HTML both tell them.

use crate::{cursor, error::Result, extract::Query, state::App, store::PromiseFilter};
use droombord_domain::{
    api::{DEFAULT_LIMIT, Page, PublicPromise},
    post::Direction,
    problem::{FieldCode, FieldError},
    promise::PromiseState,
};

/// What the list of promises is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromisesRequest {
    /// Only these.
    pub filter: PromiseFilter,
    cursor: Option<String>,
    limit: u32,
}

impl PromisesRequest {
    /// Reads the query of the call.
    ///
    /// # Errors
    /// Every value that does not exist.
    pub fn parse(query: &Query) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut unknown = |field| errors.push(FieldError::new(field, FieldCode::UnknownValue));
        let organisation = query.get("organisation").and_then(|id| {
            let id = id.parse().ok();
            if id.is_none() {
                unknown("organisation");
            }
            id
        });
        let state = query.get("state").and_then(|code| {
            let state = PromiseState::from_code(code).filter(|state| state.is_public());
            if state.is_none() {
                unknown("state");
            }
            state
        });
        let direction = query.get("direction").and_then(|code| {
            let direction = Direction::from_code(code);
            if direction.is_none() {
                unknown("direction");
            }
            direction
        });
        let limit = query.limit().unwrap_or_else(|error| {
            errors.push(error);
            DEFAULT_LIMIT
        });
        let filter = PromiseFilter { organisation, state, direction };
        let cursor = query.get("cursor").map(str::to_owned);
        if errors.is_empty() { Ok(Self { filter, cursor, limit }) } else { Err(errors) }
    }

    /// A page under these filters, from the beginning or from a cursor.
    pub fn of(filter: PromiseFilter, cursor: Option<String>, limit: u32) -> Self {
        Self { filter, cursor, limit }
    }

    /// Names the list with everything that a cursor is bound to.
    fn list(&self) -> String {
        let PromiseFilter { organisation, state, direction } = self.filter;
        format!(
            "promises?{}&{}&{}",
            organisation.map(|id| id.to_string()).unwrap_or_default(),
            state.map_or("", PromiseState::code),
            direction.map_or("", Direction::code),
        )
    }
}

/// A page of the public promises.
///
/// # Errors
/// A cursor of another list, or the database.
pub async fn promises_page(app: &App, asked: &PromisesRequest) -> Result<Page<PublicPromise>> {
    let list = asked.list();
    let after = asked.cursor.as_deref().map(|cursor| cursor::open(app, &list, cursor)).transpose()?;
    let (items, last) = app.store.promises(asked.filter, after, asked.limit, app.clock.now()).await?;
    Ok(Page { items, next_cursor: last.map(|place| cursor::seal(app, &list, place)).transpose()? })
}

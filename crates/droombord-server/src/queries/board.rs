//! Reading the board and what hangs there, as the API and the first HTML both tell it.

use crate::{
    cache::Kept,
    clock::day,
    cursor,
    error::Result,
    extract::Query,
    packed::Packed,
    search,
    state::App,
    store::{BoardQuery, Card, Place},
};
use droombord_domain::{
    api::{DEFAULT_LIMIT, Page, PublicReply, PublicTrail},
    filter::{BoardFilter, Order},
    problem::{FieldCode, FieldError},
};
use uuid::Uuid;

/// What the board is asked for.
#[derive(Clone, Debug)]
pub struct BoardRequest {
    filter: BoardFilter,
    order: Order,
    search: String,
    cursor: Option<String>,
    limit: u32,
}

impl BoardRequest {
    /// The board's first page under these filters, as a page of the app shows it.
    pub fn first(filter: BoardFilter, order: Order) -> Self {
        Self { filter, order, search: String::new(), cursor: None, limit: DEFAULT_LIMIT }
    }

    /// Reads the query of the call: other names are refused, so that a typing error is not an unfiltered board.
    ///
    /// # Errors
    /// Every value that does not exist, and a search that is too long.
    pub fn parse(query: &Query) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        let pairs = query.0.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let filter = BoardFilter::parse(pairs).unwrap_or_else(|all| {
            errors.extend(all);
            BoardFilter::default()
        });
        let order = match query.get("order") {
            None => Order::DEFAULT,
            Some(code) => Order::from_code(code).unwrap_or_else(|| {
                errors.push(FieldError::new("order", FieldCode::UnknownValue));
                Order::DEFAULT
            }),
        };
        let limit = query.limit().unwrap_or_else(|error| {
            errors.push(error);
            DEFAULT_LIMIT
        });
        let search = query.search().unwrap_or_else(|error| {
            errors.push(error);
            ""
        });
        if errors.is_empty() {
            let cursor = query.get("cursor").map(str::to_owned);
            Ok(Self { filter, order, search: search.to_owned(), cursor, limit })
        } else {
            Err(errors)
        }
    }

    /// Names the list with everything that a cursor is bound to.
    fn list(&self) -> String {
        format!("board?{}&order={}&limit={}", self.filter.to_query(), self.order.code(), self.limit)
    }
}

/// A page of the board; first pages without a search are kept in memory.
///
/// # Errors
/// A cursor of another list, or the database.
pub async fn board_page(app: &App, asked: &BoardRequest) -> Result<Kept> {
    let version = app.store.board_version();
    let list = asked.list();
    let keep = app.cache && asked.cursor.is_none() && asked.search.is_empty();
    // Waiting is told in whole days: tomorrow the same posts are another page.
    let today = day(app.clock.now());
    let name = format!("{today} {list}");
    if keep && let Some(kept) = app.kept.get(version, &name) {
        return Ok(kept);
    }
    // The search is no part of the list's name in memory; for a cursor it is.
    let bound = format!("{list}&q={}", asked.search);
    let after = asked.cursor.as_deref().map_or(Ok(Place::START), |cursor| cursor::open(app, &bound, cursor))?;
    let query = BoardQuery {
        filter: asked.filter.clone(),
        order: asked.order,
        words: search::wanted(&asked.search),
        after,
        limit: asked.limit,
        today,
    };
    let (cards, last) = app.store.board(&query).await?;
    let next_cursor = last.map(|place| cursor::seal(app, &bound, place)).transpose()?;
    let json = page_of(&cards, next_cursor.as_deref());
    let json = if keep { Packed::often(json) } else { Packed::once(json) };
    let kept = Kept { json, shows: app.exposures.page(cards.iter().map(|card| card.id), keep) };
    if keep {
        app.kept.keep(version, name, kept.clone());
    }
    Ok(kept)
}

/// A [`Page`] of posts in JSON, out of cards that are JSON already.
fn page_of(cards: &[Card], next_cursor: Option<&str>) -> String {
    let mut json = String::with_capacity(100 + cards.iter().map(|card| card.json.len() + 1).sum::<usize>());
    json.push_str("{\"items\":[");
    for (at, card) in cards.iter().enumerate() {
        if at > 0 {
            json.push(',');
        }
        json.push_str(&card.json);
    }
    json.push_str("],\"next_cursor\":");
    match next_cursor {
        // Letters, digits, - and _ alone: see `cursor`.
        Some(cursor) => json.extend(["\"", cursor, "\""]),
        None => json.push_str("null"),
    }
    json.push('}');
    json
}

/// A page of the replies under a post; `None` when it is not on the board.
///
/// # Errors
/// A cursor of another list, or the database.
pub async fn replies_to(app: &App, id: Uuid, cursor: Option<&str>, limit: u32) -> Result<Option<Page<PublicReply>>> {
    let list = format!("replies?post={id}");
    let after = cursor.map(|cursor| cursor::open(app, &list, cursor)).transpose()?;
    let Some((items, last)) = app.store.public_replies(id, after, limit).await? else { return Ok(None) };
    let next_cursor = last.map(|place| cursor::seal(app, &list, place)).transpose()?;
    Ok(Some(Page { items, next_cursor }))
}

/// What everybody may know of what happened to a post, and what was promised because of it; `None` when it is not on the board.
///
/// # Errors
/// When the database cannot be read.
pub async fn trail_of(app: &App, id: Uuid) -> Result<Option<PublicTrail>> {
    let Some(trail) = app.store.public_trail(id, app.clock.now()).await? else { return Ok(None) };
    let promises = app.store.promises_of(id, app.clock.now()).await?;
    Ok(Some(PublicTrail { promises, ..trail }))
}

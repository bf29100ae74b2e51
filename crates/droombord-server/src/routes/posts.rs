//! Posts: the board that everybody reads, sending one, and what its writer does with it.

use super::{json, json_bytes, with_key};
use crate::{
    cache::Kept,
    cursor,
    error::{Result, created, done},
    extract::{Body, Id, IdempotencyKey, KeyHash, Query, Source},
    search,
    secret::Purpose,
    state::{App, AppState},
    store::{BoardQuery, Place, Sending},
};
use axum::{
    Router,
    body::Bytes,
    extract::State,
    response::Response,
    routing::{get, post},
};
use droombord_domain::{
    api::{Agreement, DEFAULT_LIMIT, MAX_LIMIT, OwnPost, Page, PublicPost, PublicTrail, Revision},
    draft::{Draft, NewPost},
    filter::BoardFilter,
    paths,
    problem::{FieldCode, FieldError, Problem, ProblemCode},
};
use std::sync::Arc;

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(paths::POSTS, get(board).post(send))
        .route("/api/posts/{id}", get(one).patch(revise).delete(erase))
        .route("/api/posts/{id}/trail", get(trail))
        .route("/api/posts/{id}/withdrawal", post(withdraw))
        .route("/api/posts/{id}/agreement", post(agree))
}

/// What the board is asked for, read from a query.
#[derive(Clone, Debug)]
pub struct Asked {
    filter: BoardFilter,
    search: String,
    cursor: Option<String>,
    limit: u32,
}

impl Asked {
    /// The board's first page under these filters, as a page of the app shows it.
    pub fn first(filter: BoardFilter) -> Self {
        Self { filter, search: String::new(), cursor: None, limit: DEFAULT_LIMIT }
    }

    /// Reads the query of the call: other names are refused, so that a typing error is not an unfiltered board.
    fn parse(query: &Query) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        let pairs = query.0.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let filter = BoardFilter::parse(pairs).unwrap_or_else(|all| {
            errors.extend(all);
            BoardFilter::default()
        });
        if query.get("order").is_some_and(|order| order != "newest") {
            errors.push(FieldError::new("order", FieldCode::UnknownValue));
        }
        let limit = match query.get("limit").map(str::parse::<u32>) {
            None => DEFAULT_LIMIT,
            Some(Ok(limit @ 1..=MAX_LIMIT)) => limit,
            Some(_) => {
                errors.push(FieldError::new("limit", FieldCode::Invalid));
                DEFAULT_LIMIT
            }
        };
        let search = query.get("q").unwrap_or_default();
        let length = search.chars().count();
        if length > search::MAX_SEARCH {
            errors.push(FieldError::past_limit("q", FieldCode::TooLong, search::MAX_SEARCH, length));
        }
        if errors.is_empty() {
            Ok(Self { filter, search: search.to_owned(), cursor: query.get("cursor").map(str::to_owned), limit })
        } else {
            Err(errors)
        }
    }

    /// Names the list with everything that a cursor is bound to.
    fn list(&self) -> String {
        format!("board?{}&limit={}", self.filter.to_query(), self.limit)
    }
}

#[utoipa::path(
    get, path = "/api/posts", tag = "board",
    params(
        ("kind" = Option<droombord_domain::post::Kind>, Query),
        ("direction" = Option<droombord_domain::post::Direction>, Query),
        ("role" = Option<droombord_domain::post::Role>, Query),
        ("region" = Option<droombord_domain::post::Region>, Query),
        ("keyword" = Option<String>, Query),
        ("q" = Option<String>, Query, description = "Words; each may be the beginning of one. Case and accents do not matter."),
        ("order" = Option<String>, Query, pattern = "^(newest)?$", description = "`newest`"),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before, with the same filters"),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 100),
    ),
    responses((status = 200, description = "Published posts", body = Page<PublicPost>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// Published posts, newest first.
async fn board(State(app): State<AppState>, query: Query) -> Result<Response> {
    Ok(json_bytes(page(&app, &Asked::parse(&query)?).await?.json))
}

/// A page of the board; first pages without a search are kept in memory.
pub async fn page(app: &App, asked: &Asked) -> Result<Kept> {
    let version = app.store.board_version();
    let list = asked.list();
    let keep = app.cache && asked.cursor.is_none() && asked.search.is_empty();
    if keep && let Some(kept) = app.kept.get(version, &list) {
        return Ok(kept);
    }
    // The search is no part of the list's name in memory; for a cursor it is.
    let bound = format!("{list}&q={}", asked.search);
    let after = asked.cursor.as_deref().map_or(Ok(Place::START), |cursor| cursor::open(app, &bound, cursor))?;
    let query =
        BoardQuery { filter: asked.filter.clone(), words: search::wanted(&asked.search), after, limit: asked.limit };
    let (items, last) = app.store.board(&query).await?;
    let next_cursor = last.map(|place| cursor::seal(app, &bound, place)).transpose()?;
    let page = Page { items, next_cursor };
    let json = Bytes::from(serde_json::to_vec(&page).unwrap_or_default());
    let kept = Kept { json, page: Arc::new(page) };
    if keep {
        app.kept.keep(version, list, kept.clone());
    }
    Ok(kept)
}

#[utoipa::path(
    post, path = "/api/posts", tag = "own posts",
    params(("idempotency-key" = uuid::Uuid, Header, description = "Made by the caller. The same key and body answer the same post.")),
    request_body = Draft,
    responses(
        (status = 201, description = "Taken in: it is on the disk", body = OwnPost),
        (status = 200, description = "It was sent before: the post as it stands", body = OwnPost),
        (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"),
    ),
    security(("follow_key" = []))
)]
/// A new post under a follow key, which may be new too.
async fn send(
    State(app): State<AppState>,
    source: Source,
    idempotency: IdempotencyKey,
    key: KeyHash,
    body: Body<Draft>,
) -> Result<Response> {
    let post = body.parse(|draft| draft.parse())?;
    let key = key.valid()?;
    let at = app.clock.now();
    app.limits.posting(source, &key, at)?;
    let canonical = serde_json::to_vec(post.body()).unwrap_or_default();
    let sending = Sending {
        id: app.dice.uuid()?,
        key_id: app.dice.uuid()?,
        idempotency: app.secret.mac_hex(Purpose::IdempotencyKey, &[idempotency.0.as_bytes()]),
        body_mac: app.secret.mac_hex(Purpose::IdempotentBody, &[key.as_bytes(), &canonical]),
        key,
        post,
        at,
    };
    let sent = app.store.send(sending).await?;
    let body = json(&sent.post);
    Ok(if sent.fresh { created(&paths::post(sent.post.id), body) } else { body })
}

#[utoipa::path(
    get, path = "/api/posts/{id}", tag = "board",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "A published post", body = PublicPost), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// One published post.
async fn one(State(app): State<AppState>, Id(id): Id) -> Result<Response> {
    Ok(json(&app.store.public_post(id).await?.ok_or(ProblemCode::NotFound)?))
}

#[utoipa::path(
    get, path = "/api/posts/{id}/trail", tag = "board",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "What everybody may know of what happened", body = PublicTrail), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// The public trail of a published post.
async fn trail(State(app): State<AppState>, Id(id): Id) -> Result<Response> {
    Ok(json(&app.store.public_trail(id).await?.ok_or(ProblemCode::NotFound)?))
}

#[utoipa::path(
    patch, path = "/api/posts/{id}", tag = "own posts",
    params(("id" = uuid::Uuid, Path)),
    request_body = Revision,
    responses((status = 200, description = "The post as it stands", body = OwnPost), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// Changes an own post before publication.
async fn revise(
    State(app): State<AppState>,
    Id(id): Id,
    source: Source,
    key: KeyHash,
    body: Body<Revision>,
) -> Result<Response> {
    let (seen, post) = body.parse(revision)?;
    let at = app.clock.now();
    let own = with_key(&app, source, &key, async {
        app.limits.posting(source, &key.hash, at)?;
        Ok(app.store.revise(&key.hash, id, seen, post, at).await?)
    });
    Ok(json(&own.await?))
}

fn revision(revision: Revision) -> Result<(u32, NewPost), Vec<FieldError>> {
    let Revision { revision, draft } = revision;
    draft.parse().map(|post| (revision, post)).map_err(|errors| {
        errors.into_iter().map(|error| FieldError { field: format!("draft.{}", error.field), ..error }).collect()
    })
}

#[utoipa::path(
    delete, path = "/api/posts/{id}", tag = "own posts",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 204, description = "Every word is gone"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// Erases an own post. Doing it again changes nothing.
async fn erase(State(app): State<AppState>, Id(id): Id, source: Source, key: KeyHash) -> Result<Response> {
    let at = app.clock.now();
    with_key(&app, source, &key, async { Ok(app.store.erase(&key.hash, id, at).await?) }).await?;
    Ok(done())
}

#[utoipa::path(
    post, path = "/api/posts/{id}/withdrawal", tag = "own posts",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "The post as it stands", body = OwnPost), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// The writer does not want an own post read or shown any more.
async fn withdraw(State(app): State<AppState>, Id(id): Id, source: Source, key: KeyHash) -> Result<Response> {
    let at = app.clock.now();
    let own = with_key(&app, source, &key, async { Ok(app.store.withdraw(&key.hash, id, at).await?) });
    Ok(json(&own.await?))
}

#[utoipa::path(
    post, path = "/api/posts/{id}/agreement", tag = "own posts",
    params(("id" = uuid::Uuid, Path)),
    request_body = Agreement,
    responses((status = 200, description = "The post as it stands: the proposed words wait for a reader", body = OwnPost), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// The writer says yes to the words that a facilitator proposed.
async fn agree(
    State(app): State<AppState>,
    Id(id): Id,
    source: Source,
    key: KeyHash,
    body: Body<Agreement>,
) -> Result<Response> {
    let Agreement { revision } = body.plain()?;
    let at = app.clock.now();
    let own = with_key(&app, source, &key, async { Ok(app.store.agree(&key.hash, id, revision, at).await?) });
    Ok(json(&own.await?))
}

//! What belongs to a follow key: all its posts, every byte that is kept, erasing all of it, and other words for it.

use super::{json, with_key};
use crate::{
    error::{Result, done},
    extract::{Body, KeyHash, Source},
    state::AppState,
};
use axum::{
    Router,
    extract::State,
    response::Response,
    routing::{get, put},
};
use droombord_domain::{
    api::{NewKey, OwnPost, Page, Stored},
    follow_key::FollowKey,
    paths,
    problem::{FieldCode, FieldError, Problem},
};

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(paths::MINE, get(mine).delete(forget))
        .route(paths::MINE_KEY, put(new_key))
        .route(paths::MINE_STORED, get(stored))
}

#[utoipa::path(
    get, path = "/api/mine", tag = "own posts",
    responses((status = 200, description = "Everything that is kept under the key, newest first", body = Page<OwnPost>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// The posts of a follow key: all of them, so `next_cursor` is always null.
async fn mine(State(app): State<AppState>, source: Source, key: KeyHash) -> Result<Response> {
    let now = app.clock.now();
    let items = with_key(&app, source, &key, async { Ok(app.store.mine(&key.hash, now).await?) }).await?;
    Ok(json(&Page { items, next_cursor: None }))
}

#[utoipa::path(
    get, path = "/api/mine/stored", tag = "own posts",
    responses((status = 200, description = "Every row of every table that belongs to the key", body = Stored), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// Every byte that is kept under a follow key.
async fn stored(State(app): State<AppState>, source: Source, key: KeyHash) -> Result<Response> {
    let stored = with_key(&app, source, &key, async { Ok(app.store.stored(&key.hash).await?) }).await?;
    Ok(json(&stored))
}

#[utoipa::path(
    delete, path = "/api/mine", tag = "own posts",
    responses((status = 204, description = "Every word, every choice, the trails and the key are gone"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// Erases everything under a follow key, and the key: afterwards it opens nothing.
async fn forget(State(app): State<AppState>, source: Source, key: KeyHash) -> Result<Response> {
    let at = app.clock.now();
    with_key(&app, source, &key, async { Ok(app.store.forget(&key.hash, at).await?) }).await?;
    Ok(done())
}

#[utoipa::path(
    put, path = "/api/mine/key", tag = "own posts",
    request_body = NewKey,
    responses((status = 204, description = "The new words open the posts; the old ones open nothing"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// Other words for a follow key that somebody else has seen.
async fn new_key(State(app): State<AppState>, source: Source, key: KeyHash, body: Body<NewKey>) -> Result<Response> {
    let new = body.parse(|NewKey { new_key }| {
        FollowKey::parse(&new_key).map_err(|_| vec![FieldError::new("new_key", FieldCode::Invalid)])
    })?;
    let new = KeyHash::of(&app, &new);
    with_key(&app, source, &key, async { Ok(app.store.replace_key(&key.hash, &new.hash).await?) }).await?;
    Ok(done())
}

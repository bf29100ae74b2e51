//! The routes: one file a subject. A handler is a short paragraph: extract, authorise, act, answer. No SQL, no status
//! codes.
//!
//! Conventions: a file has `pub fn routes() -> Router<AppState>`; handlers return [`crate::error::Result`]; a body is
//! [`crate::extract::Body`], an id [`crate::extract::Id`]; success is [`json`], [`crate::error::created`] or
//! [`crate::error::done`].

mod accounts;
mod alerts;
mod answers;
mod events;
mod health;
mod insight;
mod mine;
mod moderation;
mod openapi;
mod organisations;
mod posts;
mod promises;
mod reports;
mod session;
mod supports;
mod together;
mod worklist;

use crate::{
    error::{Error, Result},
    extract::{KeyHash, Source},
    state::{App, AppState},
};
use axum::{
    Router,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use droombord_domain::problem::ProblemCode;
use serde::Serialize;

/// Everything under `/api`, and the operators' pages.
pub fn api() -> Router<AppState> {
    Router::new()
        .merge(accounts::routes())
        .merge(alerts::routes())
        .merge(answers::routes())
        .merge(events::routes())
        .merge(health::routes())
        .merge(insight::routes())
        .merge(mine::routes())
        .merge(moderation::routes())
        .merge(openapi::routes())
        .merge(organisations::routes())
        .merge(posts::routes())
        .merge(promises::routes())
        .merge(session::routes())
        .merge(reports::routes())
        .merge(supports::routes())
        .merge(together::routes())
        .merge(worklist::routes())
        .method_not_allowed_fallback(method_not_allowed)
}

/// An answer in JSON that nobody may keep.
pub fn json(body: &impl Serialize) -> Response {
    match serde_json::to_vec(body) {
        Ok(bytes) => json_bytes(bytes),
        Err(_) => Error::Internal("an answer could not be written as JSON").into_response(),
    }
}

/// JSON that is written already. Also what is public is not kept by browsers: a shared phone must not hold it, and what
/// leaves the board must leave at once.
pub fn json_bytes(bytes: impl IntoResponse) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Does something with a follow key. Who tries words that open nothing is slowed, and nobody else.
///
/// A source that tried too many is told to wait for each further wrong key; a right one opens all the same, since a school or a group home
/// is one source, and a neighbour who guesses must not shut a writer out. Against guessing itself stand 77 bits: at a million tries a
/// second, among a million keys, a right one takes thousands of years. The waiting keeps the guesser from the rest of the server: its key is only
/// looked up.
pub async fn with_key<T>(app: &App, source: Source, key: &KeyHash, act: impl Future<Output = Result<T>>) -> Result<T> {
    let now = app.clock.now();
    if let Some(time) = app.limits.wait_for_wrong_key(source, now)
        && !app.store.knows_key(&key.hash).await?
    {
        return Err(Error::Wait(time));
    }
    let outcome = act.await;
    if outcome.as_ref().is_err_and(|error| error.code() == ProblemCode::KeyUnknown) {
        app.limits.tried_wrong_key(source, now);
    }
    outcome
}

async fn method_not_allowed() -> Error {
    ProblemCode::MethodNotAllowed.into()
}

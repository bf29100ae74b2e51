//! The routes: one file a subject. A handler is a short paragraph: extract, authorise, act, answer. No SQL, no status
//! codes.
//!
//! Conventions: a file has `pub fn routes() -> Router<AppState>`; handlers return [`crate::error::Result`]; a body is
//! [`crate::extract::Body`], an id [`crate::extract::Id`]; success is [`json`], [`crate::error::created`] or
//! [`crate::error::done`].

mod accounts;
mod session;

use crate::{error::Error, state::AppState};
use axum::{
    Router,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use droombord_domain::problem::ProblemCode;
use serde::Serialize;

/// Everything under `/api`, and the operators' pages.
pub fn api() -> Router<AppState> {
    Router::new().merge(accounts::routes()).merge(session::routes()).method_not_allowed_fallback(method_not_allowed)
}

/// An answer in JSON that nobody may keep.
pub fn json(body: &impl Serialize) -> Response {
    match serde_json::to_vec(body) {
        Ok(bytes) => {
            let mut response = bytes.into_response();
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(_) => Error::Internal("an answer could not be written as JSON").into_response(),
    }
}

async fn method_not_allowed() -> Error {
    ProblemCode::MethodNotAllowed.into()
}

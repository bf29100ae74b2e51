//! The board's server.
//!
//! `routes` (no SQL, no status codes) → `store` (the only SQL); `error` has the only status codes; `auth` and
//! `moderation` know who may do what; `pages` and `files` give the first HTML and the built app. See ARCHITECTURE.md.

pub mod alert;
pub mod auth;
pub mod backup;
pub mod cache;
pub mod cli;
pub mod clock;
pub mod cursor;
pub mod data_folder;
pub mod error;
pub mod etag;
pub mod exposure;
pub mod extract;
pub mod files;
pub mod forwarded;
pub mod known_time;
pub mod limits;
pub mod line;
pub mod live;
pub mod mail;
pub mod moderation;
pub mod name;
pub mod origin;
pub mod packed;
pub mod pages;
pub mod proof;
pub mod queries;
pub mod reading;
pub mod routes;
pub mod search;
pub mod secret;
pub mod security;
pub mod serve;
pub mod services;
pub mod settings;
pub mod state;
pub mod storage;
pub mod store;
pub mod template;
pub mod warnings;

use axum::{Router, middleware::from_fn_with_state};
use state::AppState;
use tower_http::compression::{
    CompressionLayer,
    predicate::{DefaultPredicate, Predicate as _, SizeAbove},
};

/// Everything that the server answers, ready to be served.
///
/// From the outside in: what every answer carries and every change must prove ([`security::around`]), packing, and then the
/// call itself. Few layers: each is walked by every call.
pub fn router(app: AppState) -> Router {
    routes::api()
        .fallback(pages::any)
        .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(SizeAbove::new(512))))
        .layer(from_fn_with_state(app.clone(), security::around))
        .with_state(app)
}

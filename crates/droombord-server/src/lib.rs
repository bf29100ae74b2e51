//! The board's server.
//!
//! `routes` (no SQL, no status codes) → `store` (the only SQL); `error` has the only status codes; `auth` and
//! `moderation` know who may do what; `pages` and `files` give the first HTML and the built app. See ARCHITECTURE.md.

pub mod account;
pub mod auth;
pub mod cli;
pub mod clock;
pub mod error;
pub mod extract;
pub mod limits;
pub mod moderation;
pub mod routes;
pub mod search;
pub mod secret;
pub mod serve;
pub mod settings;
pub mod state;
pub mod store;

use axum::Router;
use state::AppState;

/// Everything that the server answers, ready to be served.
pub fn router(app: AppState) -> Router {
    Router::new().merge(routes::api()).with_state(app)
}

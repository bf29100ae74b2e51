//! Insight: what the board is about, how long people wait and how much is answered. For facilitators alone.

use super::json;
use crate::{auth::extract::Facilitator, error::Result, state::AppState};
use axum::{Router, extract::State, response::Response, routing::get};
use droombord_domain::{insight::Insight, paths, problem::Problem};

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new().route(paths::INSIGHT, get(insight))
}

#[utoipa::path(
    get, path = "/api/moderation/insight", tag = "desk",
    responses((status = 200, description = "Numbers of all posts together; of fewer than five posts with a keyword none", body = Insight), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Insight in numbers. For facilitators.
pub(super) async fn insight(State(app): State<AppState>, _: Facilitator) -> Result<Response> {
    Ok(json(&app.store.insight(app.clock.now()).await?))
}

//! Alerts: whether somebody reads now, for everybody; and who asks that a facilitator looks at once, for facilitators alone.

use super::json;
use crate::{auth::extract::Facilitator, clock::rfc3339, error::Result, state::AppState};
use axum::{Router, extract::State, response::Response, routing::get};
use droombord_domain::{
    api::{Alert, Page, ReadsNow},
    paths,
    problem::Problem,
};

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new().route(paths::READS_NOW, get(reads_now)).route(paths::ALERTS, get(alerts))
}

#[utoipa::path(
    get, path = "/api/reads-now", tag = "board",
    responses((status = 200, description = "Whether a facilitator reads just now", body = ReadsNow), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// Whether a facilitator reads just now: within the hours that are set, with somebody at the desk in the last ten to twenty minutes.
pub(super) async fn reads_now(State(app): State<AppState>) -> Result<Response> {
    Ok(json(&ReadsNow { reads_now: app.reads_now() }))
}

#[utoipa::path(
    get, path = "/api/moderation/alerts", tag = "desk",
    responses((status = 200, description = "Posts whose words show danger and whose writer asked that a facilitator looks at once, oldest first; a hundred at most", body = Page<Alert>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Who asks that a facilitator looks at once. For facilitators.
pub(super) async fn alerts(State(app): State<AppState>, _: Facilitator) -> Result<Response> {
    let waiting = app.store.alerts().await?;
    let items = waiting.into_iter().map(|(id, since)| Alert { id, since: rfc3339(since) }).collect();
    Ok(json(&Page { items, next_cursor: None }))
}

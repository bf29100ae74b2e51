//! Worklist of the desk: what is to be done. For facilitators alone.

use super::json;
use crate::{auth::extract::Facilitator, error::Result, extract::Query, state::AppState};
use axum::{Router, extract::State, response::Response, routing::get};
use droombord_domain::{
    paths,
    problem::{FieldCode, FieldError, Problem},
    worklist::{WorkKind, Worklist},
};

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new().route(paths::WORKLIST, get(worklist))
}

#[utoipa::path(
    get, path = "/api/moderation/worklist", tag = "desk",
    params(("kind" = Option<WorkKind>, Query, description = "One kind alone: then up to 50 of it, else the first five of each")),
    responses((status = 200, description = "What is to be done, the most urgent kind first", body = Worklist), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// What is to be done at the desk. For facilitators.
pub(super) async fn worklist(State(app): State<AppState>, _: Facilitator, query: Query) -> Result<Response> {
    let unknown = || vec![FieldError::new("kind", FieldCode::UnknownValue)];
    let only = query.get("kind").map(|code| WorkKind::from_code(code).ok_or_else(unknown)).transpose()?;
    Ok(json(&app.store.worklist(only, app.settings.asking_days, app.clock.now()).await?))
}

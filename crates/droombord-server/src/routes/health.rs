//! For operators: whether the server lives, and whether it can do its work.

use super::json;
use crate::{error::Result, state::AppState, warnings::Warning};
use axum::{Router, extract::State, response::Response, routing::get};
use droombord_domain::{problem::Problem, staff::StaffRole};
use serde::Serialize;
use utoipa::ToSchema;

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new().route("/healthz", get(health)).route("/readyz", get(ready))
}

/// Whether the server lives.
#[derive(Serialize, ToSchema)]
pub(super) struct Health {
    /// Always `ok`.
    status: &'static str,
}

/// Whether the server can do its work.
#[derive(Serialize, ToSchema)]
pub(super) struct Readiness {
    /// Always `ready`; otherwise the answer is a problem.
    status: &'static str,
    /// What the operator must look at.
    warnings: Vec<Warning>,
}

#[utoipa::path(
    get, path = "/healthz", tag = "operators",
    responses((status = 200, description = "The server lives", body = Health))
)]
/// Asks nothing of the database.
pub(super) async fn health() -> Response {
    json(&Health { status: "ok" })
}

#[utoipa::path(
    get, path = "/readyz", tag = "operators",
    responses((status = 200, description = "The server can do its work", body = Readiness), (status = "default", body = Problem, content_type = "application/problem+json", description = "It cannot"))
)]
/// Reads the database.
pub(super) async fn ready(State(app): State<AppState>) -> Result<Response> {
    let few = app.store.active_accounts(StaffRole::Facilitator).await? < 2;
    app.warnings.set(Warning::FewFacilitators, few);
    app.judge_clock().await?;
    Ok(json(&Readiness { status: "ready", warnings: app.warnings.all(app.clock.now()) }))
}

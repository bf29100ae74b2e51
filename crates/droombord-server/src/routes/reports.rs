//! *Hier klopt iets niet*: anybody tells the desk what is wrong; the desk sees to it.

use super::json;
use crate::{
    auth::extract::Facilitator,
    error::{Result, done},
    extract::{Body, Field, Id, IdempotencyKey, Shape, Source, Type},
    secret::Purpose,
    state::AppState,
    store::Reporting,
};
use axum::{
    Router,
    extract::State,
    response::Response,
    routing::{get, post},
};
use droombord_domain::{
    api::Page,
    paths,
    problem::Problem,
    report::{OpenReport, ReportDraft},
};

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/api/posts/{id}/reports", post(report))
        .route(paths::REPORTS, get(open))
        .route("/api/moderation/reports/{id}/handled", post(handled))
}

impl Shape for ReportDraft {
    const FIELDS: &'static [Field] = &[Field::optional("reason", Type::Text), Field::optional("words", Type::Text)];
}

#[utoipa::path(
    post, path = "/api/posts/{id}/reports", tag = "board",
    params(("id" = uuid::Uuid, Path), ("idempotency-key" = uuid::Uuid, Header, description = "Made by the caller. The same key and body come once.")),
    request_body = ReportDraft,
    responses((status = 204, description = "Taken in: it is on the disk, and a facilitator reads it"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// Something is wrong with a post or a reply on the board. Nobody asks who says so, and nobody but facilitators reads it.
async fn report(
    State(app): State<AppState>,
    Id(post): Id,
    source: Source,
    idempotency: IdempotencyKey,
    body: Body<ReportDraft>,
) -> Result<Response> {
    let report = body.parse(|draft| draft.parse())?;
    let at = app.clock.now();
    app.limits.reporting(source, at)?;
    let canonical = serde_json::to_vec(&report).unwrap_or_default();
    app.store
        .report(Reporting {
            id: app.dice.uuid()?,
            post,
            idempotency: app.secret.mac_hex(Purpose::IdempotencyKey, &[idempotency.0.as_bytes()]),
            body_mac: app.secret.mac_hex(Purpose::IdempotentBody, &[post.as_bytes(), &canonical]),
            report,
            at,
        })
        .await?;
    Ok(idempotency.taken_in(done()))
}

#[utoipa::path(
    get, path = "/api/moderation/reports", tag = "desk",
    responses((status = 200, description = "What nobody has seen to: danger first, then oldest first", body = Page<OpenReport>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// What people say is wrong. For facilitators.
pub(super) async fn open(State(app): State<AppState>, _: Facilitator) -> Result<Response> {
    Ok(json(&Page { items: app.store.open_reports().await?, next_cursor: None }))
}

#[utoipa::path(
    post, path = "/api/moderation/reports/{id}/handled", tag = "desk",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 204, description = "Somebody saw to it; doing it again changes nothing"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// I saw to it: the post stays, or was taken down.
pub(super) async fn handled(
    State(app): State<AppState>,
    Facilitator(facilitator): Facilitator,
    Id(id): Id,
) -> Result<Response> {
    app.store.report_handled(id, facilitator.account, app.clock.now()).await?;
    Ok(done())
}

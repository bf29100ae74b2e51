//! Participating organisations: everybody may know them, administrators add and change them.

use super::json;
use crate::{
    auth::extract::Administrator,
    error::{Result, created, done},
    extract::{Body, Field, Id, Query, Shape, Type},
    mail::mail_address,
    name::folded,
    queries::answers::answers_page,
    state::AppState,
};
use axum::{
    Router,
    extract::State,
    response::Response,
    routing::{get, put},
};
use droombord_domain::{
    api::{OrganisationAnswers, Page},
    organisation::{NewOrganisation, Organisation, OrganisationForm, OrganisationMail},
    paths,
    problem::{Problem, ProblemCode},
};

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(paths::ORGANISATIONS, get(list).post(make))
        .route("/api/organisations/{id}", put(change))
        .route("/api/organisations/{id}/answers", get(answers))
        .route("/api/organisations/{id}/mail", get(mail).put(set_mail))
}

impl Shape for OrganisationMail {
    const FIELDS: &'static [Field] = &[Field::required("mail", Type::Text)];
}

impl Shape for OrganisationForm {
    const FIELDS: &'static [Field] = &[
        Field::required("name", Type::Text),
        Field::required("group", Type::Count),
        Field::optional("active", Type::Flag),
    ];
}

#[utoipa::path(
    get, path = "/api/organisations", tag = "board",
    responses((status = 200, description = "All of them, by group and name: `next_cursor` is always null", body = Page<Organisation>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// The participating organisations. Everybody may know them.
pub(super) async fn list(State(app): State<AppState>) -> Result<Response> {
    Ok(json(&Page { items: app.store.organisations().await?, next_cursor: None }))
}

#[utoipa::path(
    get, path = "/api/organisations/{id}/answers", tag = "board",
    params(
        ("id" = uuid::Uuid, Path),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before"),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 100),
    ),
    responses((status = 200, description = "Public answers, newest first, and what waits for one", body = OrganisationAnswers), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// The public answers of an organisation, each with the post that it answers.
pub(super) async fn answers(State(app): State<AppState>, Id(id): Id, query: Query) -> Result<Response> {
    let limit = query.limit().map_err(|error| vec![error])?;
    app.store.organisation(id).await?.ok_or(ProblemCode::NotFound)?;
    Ok(json(&answers_page(&app, id, query.get("cursor"), limit).await?))
}

#[utoipa::path(
    post, path = "/api/organisations", tag = "accounts",
    request_body = OrganisationForm,
    responses((status = 201, description = "The organisation", body = Organisation), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Adds an organisation. For administrators.
pub(super) async fn make(
    State(app): State<AppState>,
    _: Administrator,
    body: Body<OrganisationForm>,
) -> Result<Response> {
    let new: NewOrganisation = body.parse(|form| form.parse())?;
    let id = app.dice.uuid()?;
    app.store.add_organisation(id, &new, &folded(new.name()), false).await?;
    let made =
        Organisation { id, name: new.name().to_owned(), group: new.group(), active: new.active(), sample: false };
    Ok(created(paths::ORGANISATIONS, json(&made)))
}

#[utoipa::path(
    put, path = "/api/organisations/{id}", tag = "accounts",
    params(("id" = uuid::Uuid, Path)),
    request_body = OrganisationForm,
    responses((status = 204, description = "It is so from now on, everywhere"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Another name or group, or taking part or not. Nothing new is asked of an organisation that does not take part; what was
/// asked before still waits. For administrators.
pub(super) async fn change(
    State(app): State<AppState>,
    _: Administrator,
    Id(id): Id,
    body: Body<OrganisationForm>,
) -> Result<Response> {
    let new: NewOrganisation = body.parse(|form| form.parse())?;
    app.store.change_organisation(id, &new, &folded(new.name())).await?;
    Ok(done())
}

#[utoipa::path(
    get, path = "/api/organisations/{id}/mail", tag = "accounts",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "The address, or an empty one", body = OrganisationMail), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// The mail address to which an organisation is reminded. For administrators.
pub(super) async fn mail(State(app): State<AppState>, _: Administrator, Id(id): Id) -> Result<Response> {
    Ok(json(&OrganisationMail { mail: app.store.organisation_mail(id).await?.unwrap_or_default() }))
}

#[utoipa::path(
    put, path = "/api/organisations/{id}/mail", tag = "accounts",
    params(("id" = uuid::Uuid, Path)),
    request_body = OrganisationMail,
    responses((status = 204, description = "It is so from now on"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Sets the mail address to which an organisation is reminded; an empty one takes it away. For administrators.
pub(super) async fn set_mail(
    State(app): State<AppState>,
    _: Administrator,
    Id(id): Id,
    body: Body<OrganisationMail>,
) -> Result<Response> {
    let address = body.parse(|form| mail_address(&form.mail).map_err(|fault| vec![fault]))?;
    app.store.set_organisation_mail(id, address.as_deref()).await?;
    Ok(done())
}

//! Accounts, for administrators: make, list, reset, disable. The first password is in one answer and nowhere else.

use super::json;
use crate::{
    auth::{extract::Administrator, issue, password::NewPassword},
    error::{Result, created, done},
    extract::{Body, Field, Id, Shape, Type},
    name::AccountName,
    state::{App, AppState},
    store::accounts::{Credentials, Doing, NewAccount, StoredAccount},
};
use axum::{
    Router,
    extract::State,
    response::Response,
    routing::{get, post},
};
use droombord_domain::{
    api::{self, AccountIssued, Page},
    paths,
    problem::{FieldCode, FieldError, Problem, ProblemCode},
    staff::StaffRole,
};
use serde::Deserialize;
use uuid::Uuid;

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(paths::ACCOUNTS, get(list).post(make))
        .route("/api/accounts/{id}/reset", post(reset))
        .route("/api/accounts/{id}/disable", post(disable))
}

/// [`api::NewAccount`] with its role as text, so that a role that does not exist is an error of its field.
#[derive(Debug, Deserialize)]
pub(super) struct NewAccountBody {
    name: String,
    role: String,
    #[serde(default)]
    organisation: Option<String>,
}

impl Shape for NewAccountBody {
    const FIELDS: &'static [Field] = &[
        Field::required("name", Type::Text),
        Field::required("role", Type::Text),
        Field::optional("organisation", Type::Text),
    ];
}

impl NewAccountBody {
    fn parse(self) -> Result<(AccountName, StaffRole, Option<Uuid>), Vec<FieldError>> {
        let Self { name, role, organisation } = self;
        let role = StaffRole::from_code(&role).ok_or_else(|| FieldError::new("role", FieldCode::UnknownValue));
        let organisation = match (&role, organisation) {
            (Ok(StaffRole::Answerer), None) => Err(FieldCode::Missing),
            (Ok(StaffRole::Facilitator | StaffRole::Administrator), Some(_)) => Err(FieldCode::Invalid),
            (Ok(_) | Err(_), None) => Ok(None),
            (Ok(_) | Err(_), Some(id)) => id.parse().map(Some).map_err(|_| FieldCode::UnknownValue),
        };
        let organisation = organisation.map_err(|code| FieldError::new("organisation", code));
        match (AccountName::parse(&name), role, organisation) {
            (Ok(name), Ok(role), Ok(organisation)) => Ok((name, role, organisation)),
            (name, role, organisation) => {
                Err(name.err().into_iter().chain(role.err()).chain(organisation.err()).collect())
            }
        }
    }
}

#[utoipa::path(
    get, path = "/api/accounts", tag = "accounts",
    responses((status = 200, description = "All accounts, by name", body = Page<api::AccountEntry>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// All accounts, each with what was done with it. For administrators.
pub(super) async fn list(State(app): State<AppState>, _: Administrator) -> Result<Response> {
    let mut events = app.store.account_events().await?;
    let entry = |account: &StoredAccount| {
        let events = events.remove(&account.id).unwrap_or_default();
        api::AccountEntry { account: account.shown(), events }
    };
    let items: Vec<_> = app.store.accounts().await?.iter().map(entry).collect();
    Ok(json(&Page { items, next_cursor: None }))
}

#[utoipa::path(
    post, path = "/api/accounts", tag = "accounts",
    request_body = api::NewAccount,
    responses((status = 201, description = "The account and its first password", body = AccountIssued), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Makes an account. Its owner sets up the second factor and chooses a password at the first sign-in.
pub(super) async fn make(
    State(app): State<AppState>,
    Administrator(administrator): Administrator,
    body: Body<NewAccountBody>,
) -> Result<Response> {
    let (name, role, organisation) = body.parse(NewAccountBody::parse)?;
    let id = app.dice.uuid()?;
    let (first_password, credentials) = first_credentials(&app, id).await?;
    let new =
        NewAccount { id, folded_name: name.folded(), name: name.as_str().to_owned(), role, organisation, credentials };
    app.store.add_account(&new, doing(&app, administrator.account)).await?;
    Ok(created(paths::ACCOUNTS, json(&issued(&app, id, first_password).await?)))
}

#[utoipa::path(
    post, path = "/api/accounts/{id}/reset", tag = "accounts",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "The account and its new first password", body = AccountIssued), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Gives another first password and second factor: the way back for an account that was disabled, or whose owner lost the phone.
pub(super) async fn reset(
    State(app): State<AppState>,
    Administrator(administrator): Administrator,
    Id(id): Id,
) -> Result<Response> {
    not_oneself(administrator.account, id)?;
    let (first_password, credentials) = first_credentials(&app, id).await?;
    app.store.reset_account(id, &credentials, doing(&app, administrator.account)).await?;
    Ok(json(&issued(&app, id, first_password).await?))
}

#[utoipa::path(
    post, path = "/api/accounts/{id}/disable", tag = "accounts",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 204, description = "It cannot sign in any more; its sessions are ended"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Keeps an account from signing in.
pub(super) async fn disable(
    State(app): State<AppState>,
    Administrator(administrator): Administrator,
    Id(id): Id,
) -> Result<Response> {
    not_oneself(administrator.account, id)?;
    app.store.disable_account(id, true, doing(&app, administrator.account)).await?;
    Ok(done())
}

/// Nobody resets or disables the account with which they do it: so one administrator always stays who can sign in.
fn not_oneself(administrator: Uuid, account: Uuid) -> Result<()> {
    if administrator == account { Err(ProblemCode::NotAllowedNow.into()) } else { Ok(()) }
}

fn doing(app: &App, administrator: Uuid) -> Doing {
    Doing { by: Some(administrator), at: app.clock.now() }
}

/// Credentials that their owner must make their own: another password, and a second factor.
async fn first_credentials(app: &App, account: Uuid) -> Result<(NewPassword, Credentials)> {
    let password = issue::first_password(app.dice.as_ref())?;
    let secret = issue::totp_secret(app.dice.as_ref())?;
    let credentials = Credentials {
        password_hash: app.auth.hashing.hash(password.clone()).await?,
        password_given: true,
        enrolled: false,
        sealed_secret: issue::seal_totp(&app.secret, account, &secret, app.dice.as_ref())?,
    };
    Ok((password, credentials))
}

async fn issued(app: &App, id: Uuid, first_password: NewPassword) -> Result<AccountIssued> {
    let account = app.store.account(id).await?.ok_or(ProblemCode::NotFound)?;
    Ok(AccountIssued { account: account.shown(), first_password: first_password.as_str().to_owned() })
}

//! Signing in and out, and the list of one's own sessions.

use super::json;
use crate::{
    auth::{
        cookie,
        enter::enter,
        extract::{Loopback, SignedIn},
    },
    clock::rfc3339,
    error::{Result, done},
    extract::{Body, Field, Id, Shape, Type},
    limits::Source,
    state::AppState,
    warnings::Warning,
};
use axum::{
    Router,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::Response,
    routing::{delete, get},
};
use droombord_domain::{
    api::{Page, Session, SessionEntry, SignIn},
    origin::keeps_no_session,
    paths,
    problem::{Problem, ProblemCode},
};

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(paths::SESSION, get(who).post(sign_in).delete(sign_out))
        .route(paths::SESSIONS, get(list))
        .route("/api/sessions/{id}", delete(end))
}

impl Shape for SignIn {
    const FIELDS: &'static [Field] = &[
        Field::required("name", Type::Text),
        Field::required("password", Type::Text),
        Field::optional("code", Type::Text),
        Field::optional("new_password", Type::Text),
    ];
}

#[utoipa::path(
    post, path = "/api/session", tag = "accounts",
    request_body = SignIn,
    responses((status = 200, description = "Signed in: the cookie opens the session", body = Session), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// Signs in, with a password and a code. What is still missing is told once the password was right.
pub(super) async fn sign_in(
    State(app): State<AppState>,
    source: Source,
    Loopback(loopback): Loopback,
    headers: HeaderMap,
    body: Body<SignIn>,
) -> Result<Response> {
    // Browsers send it with every sign-in; what was refused so early was no try of a password.
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
    if origin.is_some_and(keeps_no_session) {
        if app.warnings.raise_for_a_day(Warning::PlainHttp, app.clock.now()) {
            tracing::warn!(
                "somebody wants to sign in over plain http: no browser keeps that session; see HTTPS in docs/operations.md"
            );
        }
        return Err(ProblemCode::NeedsHttps.into());
    }
    let (token, signed_in) = enter(&app, source, &body.plain()?).await?;
    Ok(with_cookies(json(&signed_in.shown()), token.cookies(loopback)))
}

#[utoipa::path(
    get, path = "/api/session", tag = "accounts",
    responses((status = 200, description = "Who is signed in", body = Session), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Who is signed in.
pub(super) async fn who(signed_in: SignedIn) -> Response {
    json(&signed_in.shown())
}

#[utoipa::path(
    delete, path = "/api/session", tag = "accounts",
    responses((status = 204, description = "Signed out"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security((), ("session" = []))
)]
/// Signs out. Whoever is not signed in (any more) is signed out all the same: the cookie goes.
pub(super) async fn sign_out(
    State(app): State<AppState>,
    Loopback(loopback): Loopback,
    signed_in: Result<SignedIn>,
) -> Result<Response> {
    if let Ok(signed_in) = signed_in {
        app.store.end_session(signed_in.session, signed_in.account).await?;
        app.alerts.left(signed_in.session);
    }
    Ok(with_cookies(done(), cookie::cleared(loopback)))
}

#[utoipa::path(
    get, path = "/api/sessions", tag = "accounts",
    responses((status = 200, description = "The sessions of this account, newest first", body = Page<SessionEntry>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// The sessions of the account that is signed in.
pub(super) async fn list(State(app): State<AppState>, signed_in: SignedIn) -> Result<Response> {
    let now = app.clock.now();
    let sessions = app.store.sessions_of(signed_in.account).await?;
    let items = sessions
        .into_iter()
        .filter(|it| app.auth.last_uses.look(it.id, it.began_at, it.used_hour, now, false).is_some())
        .map(|session| SessionEntry {
            id: session.id,
            began_at: rfc3339(session.began_at),
            used_at: rfc3339(session.used_hour),
            current: session.id == signed_in.session,
        })
        .collect();
    Ok(json(&Page { items, next_cursor: None }))
}

#[utoipa::path(
    delete, path = "/api/sessions/{id}", tag = "accounts",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 204, description = "The session is ended"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Ends one of one's own sessions.
pub(super) async fn end(State(app): State<AppState>, signed_in: SignedIn, Id(id): Id) -> Result<Response> {
    app.alerts.left(id);
    if app.store.end_session(id, signed_in.account).await? { Ok(done()) } else { Err(ProblemCode::NotFound.into()) }
}

fn with_cookies(mut response: Response, cookies: Vec<HeaderValue>) -> Response {
    for cookie in cookies {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

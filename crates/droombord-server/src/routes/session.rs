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
};
use axum::{
    Router,
    extract::State,
    http::{HeaderValue, header},
    response::Response,
    routing::{delete, get},
};
use droombord_domain::{
    api::{Page, SessionEntry, SignIn},
    paths,
    problem::ProblemCode,
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

async fn sign_in(
    State(app): State<AppState>,
    source: Source,
    Loopback(loopback): Loopback,
    body: Body<SignIn>,
) -> Result<Response> {
    let (token, signed_in) = enter(&app, source, &body.plain()?).await?;
    Ok(with_cookies(json(&signed_in.shown()), token.cookies(loopback)))
}

async fn who(signed_in: SignedIn) -> Response {
    json(&signed_in.shown())
}

/// Whoever is not signed in (any more) is signed out by this all the same: the cookie goes.
async fn sign_out(
    State(app): State<AppState>,
    Loopback(loopback): Loopback,
    signed_in: Result<SignedIn>,
) -> Result<Response> {
    if let Ok(signed_in) = signed_in {
        app.store.end_session(signed_in.session, signed_in.account).await?;
    }
    Ok(with_cookies(done(), cookie::cleared(loopback)))
}

async fn list(State(app): State<AppState>, signed_in: SignedIn) -> Result<Response> {
    let now = app.clock.now();
    let sessions = app.store.sessions_of(signed_in.account).await?;
    let items = sessions
        .into_iter()
        .filter(|session| app.auth.last_uses.lives(session.id, session.began_at, session.used_hour, now))
        .map(|session| SessionEntry {
            id: session.id,
            began_at: rfc3339(session.began_at),
            used_at: rfc3339(session.used_hour),
            current: session.id == signed_in.session,
        })
        .collect();
    Ok(json(&Page { items, next_cursor: None }))
}

async fn end(State(app): State<AppState>, signed_in: SignedIn, Id(id): Id) -> Result<Response> {
    if app.store.end_session(id, signed_in.account).await? { Ok(done()) } else { Err(ProblemCode::NotFound.into()) }
}

fn with_cookies(mut response: Response, cookies: Vec<HeaderValue>) -> Response {
    for cookie in cookies {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

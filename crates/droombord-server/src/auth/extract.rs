//! Authority is an extractor: a handler that takes [`Facilitator`] cannot be reached by anybody else.
//!
//! The role is that of the account at this very call, not of the moment of signing in.

use super::{cookie::Token, lifetime};
use crate::{
    clock::{Seconds, rfc3339},
    error::Error,
    secret::Purpose,
    state::{App, AppState},
};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};
use droombord_domain::{
    api, organisation::Organisation, origin::is_loopback, paths, problem::ProblemCode, staff::StaffRole,
};
use uuid::Uuid;

/// Somebody who is signed in, whatever the role.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Names the session.
    pub session: Uuid,
    /// Names the account.
    pub account: Uuid,
    /// The account's name.
    pub name: String,
    /// What the account may do.
    pub role: StaffRole,
    /// When the session began.
    pub began_at: Seconds,
    /// When it was used last.
    pub used_at: Seconds,
}

impl SignedIn {
    /// As the browser hears it.
    pub fn shown(self) -> api::Session {
        let ends_at = rfc3339(self.began_at + lifetime::LONGEST);
        let idle_at = rfc3339(self.used_at + lifetime::IDLE);
        api::Session { name: self.name, role: self.role, ends_at, idle_at }
    }
}

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Error> {
        let loopback = Loopback::of(&parts.headers, app);
        let token = Token::of_request(&parts.headers, loopback.0).ok_or(ProblemCode::NotSignedIn)?;
        let hash = app.secret.mac_hex(Purpose::Session, &[token.as_bytes()]);
        let stored = app.store.session(&hash).await?.ok_or(ProblemCode::NotSignedIn)?;
        let now = app.clock.now();
        let is_use = is_use(parts);
        let uses = &app.auth.last_uses;
        let Some(used_at) = uses.look(stored.id, stored.began_at, stored.used_hour, now, is_use) else {
            // A session that has ended is not kept for later.
            app.alerts.left(stored.id);
            app.store.end_session(stored.id, stored.account).await?;
            return Err(ProblemCode::NotSignedIn.into());
        };
        if is_use && lifetime::hour_of(now) > stored.used_hour {
            app.store.session_used(stored.id, now).await?;
        }
        if stored.role == StaffRole::Facilitator {
            app.alerts.saw(stored.id, used_at);
        }
        Ok(Self {
            session: stored.id,
            account: stored.account,
            name: stored.name,
            role: stored.role,
            began_at: stored.began_at,
            used_at,
        })
    }
}

/// Whether a call is the doing of a person, and so use of the session: a change, or a call that says so. All else may be the page's own
/// doing, every few minutes, also beside an empty chair: a call that somebody forgets to mark ends the session early and never late.
fn is_use(parts: &Parts) -> bool {
    !parts.method.is_safe() || parts.headers.contains_key(paths::USE)
}

/// Who may read what waits and decide on it.
#[derive(Clone, Debug)]
pub struct Facilitator(pub SignedIn);

impl FromRequestParts<AppState> for Facilitator {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Error> {
        with_role(parts, app, StaffRole::Facilitator).await.map(Self)
    }
}

/// Who may make, reset and disable accounts. Not more: an administrator cannot read what waits.
#[derive(Clone, Debug)]
pub struct Administrator(pub SignedIn);

impl FromRequestParts<AppState> for Administrator {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Error> {
        with_role(parts, app, StaffRole::Administrator).await.map(Self)
    }
}

/// Who may answer, for one organisation.
#[derive(Clone, Debug)]
pub struct Answerer {
    /// Names the account.
    pub account: Uuid,
    /// The organisation for which it answers.
    pub organisation: Organisation,
}

impl FromRequestParts<AppState> for Answerer {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Error> {
        let signed_in = with_role(parts, app, StaffRole::Answerer).await?;
        let organisation = app.store.organisation_of(signed_in.account).await?;
        // An account from before there were organisations answers for nobody.
        Ok(Self { account: signed_in.account, organisation: organisation.ok_or(ProblemCode::Forbidden)? })
    }
}

async fn with_role(parts: &mut Parts, app: &AppState, role: StaffRole) -> Result<SignedIn, Error> {
    let signed_in = SignedIn::from_request_parts(parts, app).await?;
    if signed_in.role == role { Ok(signed_in) } else { Err(ProblemCode::Forbidden.into()) }
}

/// Whether the call came over plain HTTP to the machine itself, as far as the server can know: no browser takes a page of
/// another host for `localhost`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loopback(pub bool);

impl Loopback {
    fn of(headers: &HeaderMap, app: &App) -> Self {
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        Self(!app.settings.is_https() && is_loopback(host))
    }
}

impl FromRequestParts<AppState> for Loopback {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Self::Rejection> {
        Ok(Self::of(&parts.headers, app))
    }
}

//! Supportive reactions: given and taken back by a device that is known only by a hash made for this one post.

use crate::{
    clock::day,
    error::{Error, Result, done},
    extract::{Id, Source, path_part},
    secret::Purpose,
    state::AppState,
    store::Reaction,
};
use axum::{
    Router,
    extract::{FromRequestParts, State},
    http::request::Parts,
    response::Response,
    routing::put,
};
use droombord_domain::{
    paths,
    problem::{FieldCode, FieldError, Problem, ProblemCode},
    support::Support,
};
use uuid::Uuid;

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new().route("/api/posts/{id}/supports/{support}", put(give).delete(take_back))
}

/// The last part of the address; an unknown reaction names nothing.
struct Which(Support);

impl FromRequestParts<AppState> for Which {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self> {
        let code = path_part(parts, "support").await?;
        Support::from_code(&code).map(Self).ok_or_else(|| ProblemCode::NotFound.into())
    }
}

/// The device's hash for this post: 64 hexadecimal digits.
struct Device(String);

impl FromRequestParts<AppState> for Device {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self> {
        let invalid = |code| Error::Fields(vec![FieldError::new(paths::DEVICE, code)]);
        let value = parts.headers.get(paths::DEVICE).ok_or_else(|| invalid(FieldCode::Missing))?;
        let value = value.to_str().ok().filter(|it| it.len() == 64 && it.bytes().all(|b| b.is_ascii_hexdigit()));
        value.map(|value| Self(value.to_ascii_lowercase())).ok_or_else(|| invalid(FieldCode::Invalid))
    }
}

impl Device {
    /// How the store knows it: nobody who has the database can try devices against it.
    fn mac(&self, app: &AppState, post: Uuid) -> String {
        app.secret.mac_hex(Purpose::Device, &[post.as_bytes(), self.0.as_bytes()])
    }
}

#[utoipa::path(
    put, path = "/api/posts/{id}/supports/{support}", tag = "board",
    params(("id" = Uuid, Path), ("support" = Support, Path), ("droombord-device" = String, Header, pattern = "^[0-9a-f]{64}$", description = "64 hexadecimal digits that the device made for this one post")),
    responses((status = 204, description = "Given; giving it again changes nothing"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// Gives a supportive reaction.
async fn give(
    State(app): State<AppState>,
    Id(post): Id,
    Which(support): Which,
    source: Source,
    device: Device,
) -> Result<Response> {
    let now = app.clock.now();
    app.limits.reacting(source, now)?;
    let device = device.mac(&app, post);
    app.store.give_support(Reaction { post, support, device, day: day(now) }).await?;
    Ok(done())
}

#[utoipa::path(
    delete, path = "/api/posts/{id}/supports/{support}", tag = "board",
    params(("id" = Uuid, Path), ("support" = Support, Path), ("droombord-device" = String, Header, pattern = "^[0-9a-f]{64}$", description = "The same digits as when it was given")),
    responses((status = 204, description = "Taken back; doing it again changes nothing"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// Takes a supportive reaction back.
async fn take_back(
    State(app): State<AppState>,
    Id(post): Id,
    Which(support): Which,
    source: Source,
    device: Device,
) -> Result<Response> {
    app.limits.reacting(source, app.clock.now())?;
    app.store.take_support_back(post, support, &device.mac(&app, post)).await?;
    Ok(done())
}

//! `GET /api/events`: the live stream.
//!
//! It stands in no OpenAPI document: version 3.1 cannot describe an answer that does not end, and a checker that reads
//! it would wait for ever. `docs/api.md` describes it.

use crate::{error::Result, extract::Query, state::AppState};
use axum::{
    Router,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{
        IntoResponse as _, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::get,
};
use droombord_domain::paths;
use futures_util::stream;
use std::{convert::Infallible, time::Duration};

/// Proxies close what is silent for longer.
const STILL_HERE: Duration = Duration::from_secs(25);
/// Whose line breaks comes back after this time, and by chance up to as long again: not all in the same second.
const COME_BACK: u64 = 8_000;

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new().route(paths::EVENTS, get(events))
}

/// Says how much is new on the board, whenever a batch is released.
async fn events(State(app): State<AppState>, query: Query, headers: HeaderMap) -> Result<Response> {
    // A browser that comes back says it in a header; a page that opens a new stream cannot, and says it in the address.
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok()).or_else(|| query.get("after"));
    let last = last.and_then(|id| id.parse().ok());
    let wait = COME_BACK + u64::from_le_bytes(app.dice.bytes()?) % COME_BACK;
    let listener = app.live.listen(app.store.clone(), last)?;
    let events = stream::unfold(listener, move |mut listener| async move {
        let (at, news) = listener.next().await?;
        let data = serde_json::to_string(&news).ok()?;
        let event =
            Event::default().id(at.to_string()).retry(Duration::from_millis(wait)).event(paths::NEWS).data(data);
        Some((Ok::<_, Infallible>(event), listener))
    });
    let mut response = Sse::new(events).keep_alive(KeepAlive::new().interval(STILL_HERE)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Proxies that gather an answer before they pass it on must not do so here.
    headers.insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    Ok(response)
}

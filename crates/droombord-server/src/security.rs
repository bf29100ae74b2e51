//! What every answer carries and every change must prove: headers, the same-site check, a time limit, the access log.

use crate::{error::Error, files::FOR_EVER, settings::Settings, state::AppState};
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use droombord_domain::{paths, problem::ProblemCode};
use futures_util::FutureExt as _;
use std::{
    panic::AssertUnwindSafe,
    time::{Duration, Instant},
};

/// An answer must be there within this time. Reading the body has a shorter time of its own.
const TIME: Duration = Duration::from_secs(30);

const ALWAYS: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    // Not in a search engine: the board is for those who come to it.
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
];

/// For what a browser can show as a page. The parts of one, which are most of a first visit, would carry them in vain: half a kilobyte each.
const OF_A_PAGE: [(HeaderName, &str); 3] = [
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), \
         encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), \
         local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
         screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()",
    ),
];

/// What is not a page may load and embed nothing.
const NOTHING: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A part of a page may load nothing either. The guard's worker is one: it runs the program that its page gives it, for which Firefox wants
/// the worker's own leave.
const PART: &str =
    "default-src 'none'; script-src 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Around every call: it must come from here when it changes something, runs to its end, and its answer carries the headers
/// and leaves one line in the log.
pub async fn around(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = known_method(request.method());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let number = call_number(request.headers());
    let mut response = if request.method().is_safe() || is_same_site(request.headers(), &app.settings) {
        to_the_end(request, next).await
    } else {
        Error::from(ProblemCode::CrossSite).into_response()
    };
    add_headers(response.headers_mut(), &app.settings);
    if let Some(number) = number {
        response.headers_mut().insert(HeaderName::from_static(paths::CALL), number);
    }
    // Method, route, status, time. No address, no query, no words, no key.
    tracing::info!(
        target: "access",
        method,
        route = route.as_ref().map_or("(other)", MatchedPath::as_str),
        status = response.status().as_u16(),
        ms = began.elapsed().as_secs_f64() * 1_000.0,
    );
    response
}

/// The number of the call, which every answer repeats. A few letters and digits: what else somebody sends is not repeated.
fn call_number(headers: &HeaderMap) -> Option<HeaderValue> {
    let number = headers.get(paths::CALL)?;
    let bytes = number.as_bytes();
    let plain =
        (1..=64).contains(&bytes.len()) && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    plain.then(|| number.clone())
}

/// A page brings its own content policy.
fn add_headers(headers: &mut HeaderMap, settings: &Settings) {
    let is_part = headers.get(header::CACHE_CONTROL).is_some_and(|value| value == FOR_EVER);
    let of_a_page: &[_] = if is_part { &[] } else { &OF_A_PAGE };
    headers.reserve(ALWAYS.len() + of_a_page.len() + 2);
    for (name, value) in ALWAYS.iter().chain(of_a_page) {
        headers.insert(name.clone(), HeaderValue::from_static(value));
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        let policy = if is_part { PART } else { NOTHING };
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    }
    if settings.is_https() {
        let two_years = HeaderValue::from_static("max-age=63072000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, two_years);
    }
}

/// Browsers tell where a request comes from; programs tell nothing, and carry no visitor's cookies.
fn is_same_site(headers: &HeaderMap, settings: &Settings) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if !matches!(text(HeaderName::from_static("sec-fetch-site")), None | Some("same-origin" | "none")) {
        return false;
    }
    match (text(header::ORIGIN), &settings.origin) {
        (None, _) => true,
        (Some(origin), Some(own)) => origin.eq_ignore_ascii_case(own),
        // No public address is set: the address that this very request came to.
        (Some(origin), None) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            host.is_some() && host == text(header::HOST)
        }
    }
}

/// Runs a change to its end even when the caller hangs up, so that nothing is left half done; answers for every call that
/// takes too long or breaks.
async fn to_the_end(request: Request, next: Next) -> Response {
    let is_change = !request.method().is_safe();
    let call = AssertUnwindSafe(next.run(request)).catch_unwind();
    let call = async { if is_change { tokio::spawn(call).await.ok().and_then(Result::ok) } else { call.await.ok() } };
    match tokio::time::timeout(TIME, call).await {
        Ok(Some(response)) => response,
        Ok(None) => Error::Internal("a handler broke").into_response(),
        Err(_) => Error::from(ProblemCode::Timeout).into_response(),
    }
}

/// A caller can make up a method: only known ones stand in the log.
fn known_method(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "(other)",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Given;

    fn judged(public_url: Option<&str>, pairs: &[(&'static str, &'static str)]) -> Option<bool> {
        let given = Given { public_url: public_url.map(str::to_owned), ..Given::default() };
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        Settings::parse(given).ok().map(|settings| is_same_site(&headers, &settings))
    }

    #[test]
    fn only_our_own_pages_and_programs_may_change_anything() {
        let own = Some("https://droombord.example");
        for (url, pairs, allowed) in [
            (own, vec![], true),
            (own, vec![("origin", "https://droombord.example"), ("sec-fetch-site", "same-origin")], true),
            (own, vec![("origin", "https://evil.example")], false),
            (own, vec![("origin", "null")], false),
            (own, vec![("sec-fetch-site", "cross-site")], false),
            (own, vec![("sec-fetch-site", "same-site")], false),
            (own, vec![("sec-fetch-site", "none")], true),
            (None, vec![("host", "127.0.0.1:8080"), ("origin", "http://127.0.0.1:8080")], true),
            (None, vec![("host", "127.0.0.1:8080"), ("origin", "http://127.0.0.1:9090")], false),
        ] {
            assert_eq!(judged(url, &pairs), Some(allowed), "{pairs:?}");
        }
    }
}

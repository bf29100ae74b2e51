//! What every answer carries and every change must prove: headers, the same-site check, a time limit, the access log.

use crate::{
    error::Error,
    files::FOR_EVER,
    origin::origin,
    settings::Settings,
    state::{App, AppState},
    warnings::Warning,
};
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
    let caller = if request.method().is_safe() { Caller::Us } else { Caller::of(request.headers(), &app.settings) };
    let mut response = match caller {
        Caller::Us => to_the_end(request, next).await,
        Caller::Unset(origin) => {
            say_unset(&app, &origin);
            Error::from(ProblemCode::CrossSite).into_response()
        }
        Caller::Others => Error::from(ProblemCode::CrossSite).into_response(),
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

/// Whose page a change comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Caller {
    /// Ours, or no page at all: programs tell nothing, and carry no visitor's cookies.
    Us,
    /// A page at this origin, which nobody set: ours under another name, or a stranger's.
    Unset(String),
    /// A stranger's.
    Others,
}

impl Caller {
    /// Reads what browsers tell.
    ///
    /// `Sec-Fetch-Site` is the browser's own word about page and request, which no page can change: `same-origin` is true under
    /// every name. A name that a stranger leads to this server is another host for the browser: it has neither the cookies nor the keys
    /// of ours.
    fn of(headers: &HeaderMap, settings: &Settings) -> Self {
        let site = only(headers, &HeaderName::from_static("sec-fetch-site"));
        let Some(came) = only(headers, &header::ORIGIN) else {
            return if matches!(site, None | Some("same-origin" | "none")) { Self::Us } else { Self::Others };
        };
        // Also `null`: whoever hides where it comes from is not us.
        let Some(came) = origin(came) else { return Self::Others };
        let is_ours = || match &settings.origin {
            Some(_) => settings.origins().any(|own| own == came),
            // No address is set: the one that this very request came to.
            None => came.split_once("://").is_some_and(|(scheme, _)| {
                let host = only(headers, &header::HOST).and_then(|host| origin(&format!("{scheme}://{host}")));
                host.as_ref() == Some(&came)
            }),
        };
        match site {
            Some("same-origin") => Self::Us,
            None | Some("none") if is_ours() => Self::Us,
            None | Some("none") => Self::Unset(came),
            Some(_) => Self::Others,
        }
    }
}

/// The one value of a header; several, or one that is no text, are `?`.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?;
    Some(if values.next().is_some() { "?" } else { first.to_str().unwrap_or("?") })
}

/// Tells the operator of a name that may be missing in the settings: whoever comes by it can change nothing.
fn say_unset(app: &App, came: &str) {
    if app.warnings.raise_for_a_day(Warning::UnknownHost, app.clock.now()) {
        let set = app.settings.origins().collect::<Vec<_>>().join(" ");
        // A caller can make up a name of any length.
        let came: String = came.chars().take(120).collect();
        tracing::warn!(
            %came,
            %set,
            "a change was refused: it came from a page at a name that is not set. If it is yours, add it with --alternative-url"
        );
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

    #[test]
    fn only_our_own_pages_and_programs_may_change_anything() {
        let set = Given {
            public_url: Some("https://droombord.example".to_owned()),
            alternative_url: vec!["https://desk.droombord.example".to_owned(), "https://[2001:db8::1]:8443".to_owned()],
            ..Given::default()
        };
        let set = Settings::parse(set).ok();
        let unset = Settings::parse(Given::default()).ok();
        let caller = |settings: &Option<Settings>, pairs: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in pairs {
                headers.append(*name, HeaderValue::from_static(value));
            }
            settings.as_ref().map(|settings| Caller::of(&headers, settings))
        };
        let site = "sec-fetch-site";
        let unknown = |origin: &str| Caller::Unset(origin.to_owned());
        for (pairs, expected) in [
            (vec![], Caller::Us),
            (vec![("origin", "https://droombord.example"), (site, "same-origin")], Caller::Us),
            (vec![("origin", "https://Droombord.Example:443")], Caller::Us),
            (vec![("origin", "https://droombord.example.")], Caller::Us),
            (vec![("origin", "https://desk.droombord.example")], Caller::Us),
            (vec![("origin", "https://[2001:DB8:0::1]:8443")], Caller::Us),
            (vec![("origin", "http://droombord.example")], unknown("http://droombord.example")),
            (vec![("origin", "https://droombord.example:8443")], unknown("https://droombord.example:8443")),
            (vec![("origin", "https://www.droombord.example")], unknown("https://www.droombord.example")),
            // The browser's word counts under every name, and only the browser's.
            (vec![("origin", "https://www.droombord.example"), (site, "same-origin")], Caller::Us),
            (vec![(site, "same-origin")], Caller::Us),
            (vec![(site, "none")], Caller::Us),
            (vec![("origin", "https://evil.example"), (site, "none")], unknown("https://evil.example")),
            (vec![("origin", "https://evil.example"), ("host", "evil.example")], unknown("https://evil.example")),
            (vec![("origin", "null")], Caller::Others),
            (vec![("origin", "null"), (site, "same-origin")], Caller::Others),
            (vec![("origin", "https://droombord.example/x"), (site, "same-origin")], Caller::Others),
            (vec![("origin", "https://droombord.example"), ("origin", "https://evil.example")], Caller::Others),
            (vec![("origin", "https://droombord.example"), (site, "cross-site")], Caller::Others),
            (vec![("origin", "https://droombord.example"), (site, "same-site")], Caller::Others),
            (vec![("origin", "https://droombord.example"), (site, "Same-Origin")], Caller::Others),
            (vec![(site, "same-origin"), (site, "cross-site")], Caller::Others),
            (vec![(site, "cross-site")], Caller::Others),
            (vec![(site, "same-site")], Caller::Others),
        ] {
            assert_eq!(caller(&set, &pairs), Some(expected), "{pairs:?}");
        }
        for (host, origin, expected) in [
            ("127.0.0.1:8080", "http://127.0.0.1:8080", Caller::Us),
            ("127.0.0.1", "http://127.0.0.1:80", Caller::Us),
            ("Droombord.example.:443", "https://droombord.example", Caller::Us),
            ("[::1]:8080", "http://[0:0::1]:8080", Caller::Us),
            ("127.0.0.1:8080", "http://127.0.0.1:9090", unknown("http://127.0.0.1:9090")),
            ("droombord.example:80", "https://droombord.example", unknown("https://droombord.example")),
        ] {
            assert_eq!(caller(&unset, &[("host", host), ("origin", origin)]), Some(expected), "{host} {origin}");
        }
    }
}

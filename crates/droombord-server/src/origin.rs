//! Origins (RFC 6454) and hosts, as they are compared: one spelling for one place.

use std::net::IpAddr;
use url::{Host, Url};

/// The origin of an http(s) address, in one spelling, and the rest of the address from its path on. Case, a default port, a dot
/// at the end of the host and the ways to write an IPv6 address make no difference.
pub fn origin_of(url: &str) -> Option<(String, String)> {
    // The parser mends addresses as browsers do; here only what is whole counts.
    let (_, rest) = url.split_once("://")?;
    if rest.starts_with(['/', '?', '#']) || url.contains(['\\', ' ', '\t', '\n', '\r']) {
        return None;
    }
    let url = Url::parse(url).ok()?;
    if !matches!(url.scheme(), "http" | "https") || !url.username().is_empty() || url.password().is_some() {
        return None;
    }
    let host = host(&url)?;
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let mut rest = url.path().to_owned();
    for (mark, part) in [('?', url.query()), ('#', url.fragment())] {
        rest.extend(part.into_iter().flat_map(|part| [mark].into_iter().chain(part.chars())));
    }
    Some((format!("{}://{host}{port}", url.scheme()), rest))
}

/// An address that is nothing but an origin.
pub fn origin(url: &str) -> Option<String> {
    origin_of(url).filter(|(_, rest)| rest.trim_end_matches('/').is_empty()).map(|(origin, _)| origin)
}

fn host(url: &Url) -> Option<Host<String>> {
    match url.host()? {
        Host::Domain(name) => {
            let name = name.strip_suffix('.').unwrap_or(name);
            (!name.is_empty() && !name.ends_with('.')).then(|| Host::Domain(name.to_owned()))
        }
        Host::Ipv4(four) => Some(Host::Ipv4(four)),
        Host::Ipv6(six) => Some(Host::Ipv6(six)),
    }
}

/// Whether the host of an address is this machine itself.
pub fn is_this_machine(url: &str) -> bool {
    let Ok(url) = Url::parse(url) else { return false };
    // Of another scheme than the web's the host is not parsed any further.
    match url.host() {
        Some(Host::Domain(name)) => {
            let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
            name == "localhost"
                || name.ends_with(".localhost")
                || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
        }
        Some(Host::Ipv4(four)) => four.is_loopback(),
        Some(Host::Ipv6(six)) => IpAddr::V6(six).to_canonical().is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling_for_one_origin() {
        for (url, same) in [
            ("https://Droombord.Example/", Some("https://droombord.example")),
            ("HTTPS://droombord.example:443", Some("https://droombord.example")),
            ("http://droombord.example:80", Some("http://droombord.example")),
            ("http://droombord.example:443", Some("http://droombord.example:443")),
            ("https://droombord.example.", Some("https://droombord.example")),
            ("https://www.droombord.example", Some("https://www.droombord.example")),
            ("https://[2001:DB8:0:0::1]:443", Some("https://[2001:db8::1]")),
            ("http://[::1]:8080", Some("http://[::1]:8080")),
            ("http://127.0.0.1:8080", Some("http://127.0.0.1:8080")),
            ("https://dröombord.example", Some("https://xn--drombord-o4a.example")),
            ("null", None),
            ("droombord.example", None),
            ("https:droombord.example", None),
            ("https:///droombord.example", None),
            ("https://", None),
            ("https://.", None),
            ("https://droombord.example..", None),
            ("https://kim@droombord.example", None),
            ("https://droombord.example\\evil.example", None),
            ("https://droombord.example/board", None),
            ("https://droombord.example?x", None),
            ("ftp://droombord.example", None),
            ("https://droombord.example:99999", None),
        ] {
            assert_eq!(origin(url).as_deref(), same, "{url}");
        }
        let whole = Some(("https://a.example".to_owned(), "/b?c#d".to_owned()));
        assert_eq!(origin_of("https://A.example/b?c#d"), whole);
    }

    #[test]
    fn this_machine_is_no_name_that_begins_like_it() {
        for (url, is) in [
            ("http://localhost:8080", true),
            ("http://board.localhost", true),
            ("http://127.8.0.1", true),
            ("http://[::1]:8080", true),
            ("http://[::ffff:127.0.0.1]", true),
            ("smtp://127.0.0.1:25", true),
            ("smtp://LOCALHOST", true),
            ("smtp://[::1]:25", true),
            ("http://localhost.evil.example", false),
            ("http://127.0.0.1.evil.example", false),
            ("smtp://mail.example", false),
            ("http://10.0.0.1", false),
        ] {
            assert_eq!(is_this_machine(url), is, "{url}");
        }
    }
}

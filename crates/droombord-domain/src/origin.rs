//! Origins: the scheme and host that a browser has in front of it, and whether it can sign anybody in from there.

use core::net::IpAddr;

/// Whether a browser at this origin keeps no sign-in: it drops the session cookie, which is for https alone, in the moment that it gets it.
/// Plain http is enough on the machine itself. The page and the server ask this same question.
pub fn keeps_no_session(origin: &str) -> bool {
    let (scheme, host) = origin.split_once("://").unwrap_or_default();
    scheme.eq_ignore_ascii_case("http") && !is_loopback(host)
}

/// Whether a host, with or without a port, names the machine itself.
pub fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(six) => six.split(']').next(),
        None => host.split(':').next(),
    };
    name.is_some_and(|name| {
        name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_itself_has_few_names() {
        for host in ["localhost", "LOCALHOST:8080", "127.0.0.1:8080", "127.9.9.9", "[::1]:8080"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in ["", "localhost.example", "127.0.0.1.example", "10.0.0.1", "[::2]", "droombord.example:443"] {
            assert!(!is_loopback(host), "{host}");
        }
    }

    #[test]
    fn a_session_needs_https_or_the_machine_itself() {
        for (origin, lost) in [
            ("http://192.168.1.5:8080", true),
            ("http://192.168.1.5", true),
            ("http://board.local:8080", true),
            ("HTTP://droombord.example", true),
            ("http://[fe80::1]:8080", true),
            ("https://192.168.1.5:8443", false),
            ("https://droombord.example", false),
            ("http://localhost:8080", false),
            ("http://127.0.0.1:8080", false),
            ("http://[::1]:8080", false),
            // Programs, and pages that tell nothing: no browser of which anything is known.
            ("null", false),
            ("", false),
        ] {
            assert_eq!(keeps_no_session(origin), lost, "{origin}");
        }
    }
}

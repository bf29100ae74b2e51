//! The session's token and the cookie that carries it. The token is all that opens a session; the server keeps only a
//! keyed hash of it.
//!
//! The name begins with `__Host-`: a browser takes such a cookie only when it is `Secure`, for this host alone and for all
//! its paths, so that no other host can plant one. Over plain HTTP on the machine itself, Safari and Chromium before 140
//! take no such cookie; there, and only there, the same token also travels in one without prefix.

use axum::http::{HeaderMap, HeaderValue, header};
use data_encoding::BASE64URL_NOPAD;
use std::fmt;

/// The session cookie.
pub const NAME: &str = "__Host-droombord";
/// The same over plain HTTP on the machine itself.
pub const LOOPBACK_NAME: &str = "droombord-loopback";

/// How many random bytes a token has.
pub const TOKEN_BYTES: usize = 32;

/// What opens a session. Its `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; TOKEN_BYTES]);

impl Token {
    /// Makes a token out of random bytes; the caller brings the dice.
    pub fn new(bytes: [u8; TOKEN_BYTES]) -> Self {
        Self(bytes)
    }

    /// The bytes, to hash them.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The token that a request carries. The cookie without prefix counts only where `loopback` says so.
    pub fn of_request(headers: &HeaderMap, loopback: bool) -> Option<Self> {
        let cookies = || {
            let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
            lines.flat_map(|line| line.split(';')).filter_map(|cookie| cookie.trim().split_once('='))
        };
        let named =
            |wanted: &str| cookies().filter(|(name, _)| *name == wanted).find_map(|(_, value)| Self::parse(value));
        named(NAME).or_else(|| named(LOOPBACK_NAME).filter(|_| loopback))
    }

    fn parse(value: &str) -> Option<Self> {
        BASE64URL_NOPAD.decode(value.as_bytes()).ok()?.try_into().ok().map(Self)
    }

    /// The headers that give the token to the browser. Without `Max-Age`: closing the browser signs out.
    pub fn cookies(&self, loopback: bool) -> Vec<HeaderValue> {
        lines(&BASE64URL_NOPAD.encode(&self.0), "", loopback)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// The headers that take the token away.
pub fn cleared(loopback: bool) -> Vec<HeaderValue> {
    lines("", "; Max-Age=0", loopback)
}

fn lines(value: &str, age: &str, loopback: bool) -> Vec<HeaderValue> {
    let mut lines = vec![format!("{NAME}={value}; HttpOnly; Secure; SameSite=Strict; Path=/{age}")];
    if loopback {
        lines.push(format!("{LOOPBACK_NAME}={value}; HttpOnly; SameSite=Strict; Path=/{age}"));
    }
    lines
        .into_iter()
        .filter_map(|line| HeaderValue::try_from(line).ok())
        .map(|mut line| {
            line.set_sensitive(true);
            line
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carrying(cookie: &str) -> HeaderMap {
        HeaderMap::from_iter(HeaderValue::from_str(cookie).map(|value| (header::COOKIE, value)))
    }

    #[test]
    fn what_a_browser_was_given_it_can_give_back() {
        let token = Token::new([5; TOKEN_BYTES]);
        let given = token.cookies(false);
        assert_eq!(given.len(), 1);
        let line = given[0].to_str().unwrap_or_default();
        assert!(line.ends_with("; HttpOnly; Secure; SameSite=Strict; Path=/"), "{line}");
        let (pair, _) = line.split_once(';').unwrap_or_default();
        assert_eq!(Token::of_request(&carrying(&format!("a=b; {pair}; c=d")), false), Some(token));
    }

    #[test]
    fn a_cookie_without_prefix_counts_only_on_the_machine_itself() {
        let token = Token::new([5; TOKEN_BYTES]);
        let planted = carrying(&format!("{LOOPBACK_NAME}={}", BASE64URL_NOPAD.encode(token.as_bytes())));
        assert_eq!(Token::of_request(&planted, false), None);
        assert_eq!(Token::of_request(&planted, true), Some(token));
    }

    #[test]
    fn nonsense_is_no_token() {
        for cookie in ["", "=", "__Host-droombord", "__Host-droombord=", "__Host-droombord=abc", "__host-droombord=x"] {
            assert_eq!(Token::of_request(&carrying(cookie), true), None, "{cookie:?}");
        }
    }
}

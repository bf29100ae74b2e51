//! The built app: `dist/board` for readers, `dist/own` for writers, `dist/desk` for the desk. In a release they stand in the binary; in a
//! debug build they are read from the disk at every call, so that a new build shows at once.

use crate::{
    error::{Error, page_status},
    etag,
    packed::accepts_brotli,
};
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use droombord_domain::problem::ProblemCode;
use rust_embed::{EmbeddedFile, RustEmbed};

/// What browsers are told of a file whose name changes with its content.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// What readers download.
#[derive(RustEmbed)]
#[folder = "../../dist/board"]
#[allow_missing = true]
struct BoardFiles;

/// What writers download.
#[derive(RustEmbed)]
#[folder = "../../dist/own"]
#[allow_missing = true]
struct OwnFiles;

/// What the desk downloads; no visitor does.
#[derive(RustEmbed)]
#[folder = "../../dist/desk"]
#[allow_missing = true]
struct DeskFiles;

/// Which folder of the built app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The board, and what all visitors' pages share.
    Board,
    /// Writing and own posts.
    Own,
    /// The desk.
    Desk,
}

impl Side {
    /// One built file.
    pub fn file(self, name: &str) -> Option<EmbeddedFile> {
        match self {
            Self::Board => BoardFiles::get(name),
            Self::Own => OwnFiles::get(name),
            Self::Desk => DeskFiles::get(name),
        }
    }

    /// Answers with a built file; the page's template is no file of its own.
    pub fn answer(self, name: &str, headers: &HeaderMap) -> Response {
        if name.is_empty() || has_ending(name, "html") || has_ending(name, "br") {
            return Error::from(ProblemCode::NotFound).into_response();
        }
        let Some(plain) = self.file(name) else { return Error::from(ProblemCode::NotFound).into_response() };
        let packed = if accepts_brotli(headers) { self.file(&format!("{name}.br")) } else { None };
        let is_packed = packed.is_some();
        let kind = plain.metadata.mimetype().to_owned();
        let tag = tag_of(&plain, is_packed);
        let unchanged = etag::is_known(headers, &tag);
        let file = packed.unwrap_or(plain);
        let body = if unchanged { Body::empty() } else { Body::from(file.data.into_owned()) };
        let mut response = body.into_response();
        let out = response.headers_mut();
        let mut put = |name, value: &str| {
            if let Ok(value) = HeaderValue::from_str(value) {
                out.insert(name, value);
            }
        };
        put(header::VARY, "accept-encoding");
        put(header::ETAG, &tag);
        put(header::CACHE_CONTROL, if is_hashed(name) { FOR_EVER } else { "no-cache" });
        if unchanged {
            // What tells of the bytes goes with them (RFC 9110 section 15.4.5).
            *response.status_mut() = page_status(304);
            return response;
        }
        put(header::CONTENT_TYPE, &kind);
        if is_packed {
            put(header::CONTENT_ENCODING, "br");
        }
        response
    }
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, last)| last.eq_ignore_ascii_case(ending))
}

fn tag_of(file: &EmbeddedFile, is_packed: bool) -> String {
    let hash = data_encoding::HEXLOWER.encode(&file.metadata.sha256_hash()[..12]);
    format!("\"{hash}{}\"", if is_packed { "-br" } else { "" })
}

/// Whether the name has a part of eight hexadecimal digits or more: it changes whenever the file does.
fn is_hashed(name: &str) -> bool {
    name.split(['-', '.', '_', '/']).any(|part| {
        part.len() >= 8 && part.bytes().all(|b| b.is_ascii_hexdigit()) && part.bytes().any(|b| b.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_hash_in_the_name_lets_a_file_be_kept_for_ever() {
        for (name, hashed) in [
            ("droombord-4f3a5b6c7d8e9f00.js", true),
            ("droombord-4f3a5b6c7d8e9f00_bg.wasm", true),
            ("font/hyperlegible-nl.woff2", false),
            ("sw.js", false),
            ("facade.css", false),
        ] {
            assert_eq!(is_hashed(name), hashed, "{name}");
        }
    }
}

//! Public bytes and their compressed form: made well for what is sent often, quickly for what is sent once. Everything else is
//! compressed on its way, in `lib.rs`.
//!
//! Only what everybody may read may stand here: the size of compressed secrets tells something of them.

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use brotli::enc::BrotliEncoderParams;
use std::{
    ops::RangeInclusive,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
};

/// How hard brotli tries (0 to 11) while somebody waits: some milliseconds for a first HTML, once a change of the board.
const EFFORT: i32 = 9;
/// How hard it tries beside that: a quarter of a second for a first HTML, which is a twelfth smaller by it.
const ALL_EFFORT: i32 = 11;
/// How hard it tries for one caller: a twentieth more bytes than well, for a hundredth of the time.
const ONE_EFFORT: i32 = 3;
/// What was sent so often will be sent again.
const OFTEN: u32 = 3;
/// Brotli's window, as a power of two: no smaller and no greater than this. What it does not need costs as much as the work itself.
const WINDOW: RangeInclusive<u32> = 16..=20;
/// So few bytes are sent as they are.
const TINY: usize = 512;

/// Public bytes, and when they are sent often their compressed form: the first caller who understands brotli has it made for
/// all.
#[derive(Clone, Debug)]
pub struct Packed {
    plain: Bytes,
    brotli: Option<Arc<Brotli>>,
}

#[derive(Debug, Default)]
struct Brotli {
    sent: AtomicU32,
    quick: OnceLock<Bytes>,
    small: OnceLock<Bytes>,
}

impl Brotli {
    /// The smallest there is by now.
    fn of(self: &Arc<Self>, plain: &Bytes) -> Bytes {
        if let Some(small) = self.small.get() {
            return small.clone();
        }
        if self.sent.fetch_add(1, Ordering::Relaxed) >= OFTEN {
            self.try_harder(plain);
        }
        self.quick.get_or_init(|| compress(plain, EFFORT)).clone()
    }

    /// Makes the smallest form, beside everything else. One at a time: nobody can have the server do nothing else.
    fn try_harder(self: &Arc<Self>, plain: &Bytes) {
        static BUSY: AtomicBool = AtomicBool::new(false);
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        if BUSY.swap(true, Ordering::Relaxed) {
            return;
        }
        let (this, plain) = (Arc::clone(self), plain.clone());
        runtime.spawn_blocking(move || {
            this.small.get_or_init(|| compress(&plain, ALL_EFFORT));
            BUSY.store(false, Ordering::Relaxed);
        });
    }
}

impl Packed {
    /// For many callers.
    pub fn often(plain: impl Into<Bytes>) -> Self {
        Self { plain: plain.into(), brotli: Some(Arc::default()) }
    }

    /// For one caller: to compress it well would take longer than it saves.
    pub fn once(plain: impl Into<Bytes>) -> Self {
        Self { plain: plain.into(), brotli: None }
    }

    /// As they are.
    pub fn plain(&self) -> Bytes {
        self.plain.clone()
    }

    /// The bytes in the way that the caller understands, with the headers that say so.
    pub fn answer(&self, headers: &HeaderMap) -> Response {
        if self.plain.len() < TINY || !accepts_brotli(headers) {
            return self.plain().into_response();
        }
        let packed = match &self.brotli {
            Some(brotli) => brotli.of(&self.plain),
            None => compress(&self.plain, ONE_EFFORT),
        };
        let says = [
            (header::CONTENT_ENCODING, HeaderValue::from_static("br")),
            (header::VARY, HeaderValue::from_static("accept-encoding")),
        ];
        (says, packed).into_response()
    }
}

/// Whether the caller understands brotli.
pub fn accepts_brotli(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            let is_brotli = parts.next() == Some("br");
            is_brotli
                && !parts.filter_map(|part| part.strip_prefix("q=")?.parse().ok()).any(|weight: f32| weight == 0.0)
        })
}

fn compress(plain: &[u8], quality: i32) -> Bytes {
    let needed = usize::BITS - plain.len().leading_zeros();
    let lgwin = needed.clamp(*WINDOW.start(), *WINDOW.end()).cast_signed();
    let params = BrotliEncoderParams { quality, lgwin, size_hint: plain.len(), ..BrotliEncoderParams::default() };
    let mut packed = Vec::with_capacity(plain.len() / 3);
    // Reading from memory and writing to memory cannot fail.
    let _ = brotli::BrotliCompress(&mut &plain[..], &mut packed, &params);
    packed.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_understands_brotli_gets_it() {
        for (says, understood) in [
            ("gzip, deflate, br", true),
            ("br;q=0.5", true),
            ("gzip, br; q=0", false),
            ("br;q=0.000", false),
            ("brotli", false),
            ("*", false),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(says))]);
            assert_eq!(accepts_brotli(&headers), understood, "{says}");
        }
    }

    #[test]
    fn what_is_packed_is_the_same_when_it_is_unpacked() {
        let words = "Ik wil dat jullie luisteren. ".repeat(200);
        for effort in [ONE_EFFORT, EFFORT, ALL_EFFORT] {
            let packed = compress(words.as_bytes(), effort);
            assert!(packed.len() < 200, "{}", packed.len());
            let mut unpacked = Vec::new();
            assert!(brotli::BrotliDecompress(&mut packed.as_ref(), &mut unpacked).is_ok());
            assert_eq!(unpacked, words.as_bytes());
        }
    }

    #[test]
    fn what_is_sent_once_is_packed_too_for_whoever_understands_it() {
        let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip, br"))]);
        let long = Packed::once("Ik wil dat jullie luisteren. ".repeat(200));
        assert_eq!(
            long.answer(&headers).headers().get(header::CONTENT_ENCODING),
            Some(&HeaderValue::from_static("br"))
        );
        assert_eq!(long.answer(&HeaderMap::new()).headers().get(header::CONTENT_ENCODING), None);
        assert_eq!(Packed::once("Kort.").answer(&headers).headers().get(header::CONTENT_ENCODING), None);
    }

    #[tokio::test]
    async fn what_is_sent_often_becomes_smaller_by_itself() {
        let plain = Bytes::from_static(include_bytes!("packed.rs"));
        let brotli = Arc::new(Brotli::default());
        let first = brotli.of(&plain);
        for _ in 0..1_000 {
            if brotli.of(&plain).len() < first.len() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        assert!(brotli.of(&plain).len() < first.len());
    }
}

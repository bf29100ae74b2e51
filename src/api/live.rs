//! Live events: how much is new on the board.

use crate::browser::Stream;
use droombord_domain::{api::News, paths};

/// Listens until the stream is dropped, from where an earlier one ended: `heard` gets what the next one goes on from, and what
/// is new. `refused` is called when the server has no room.
pub fn news(after: Option<&str>, heard: impl Fn(String, News) + 'static, refused: impl Fn() + 'static) -> Stream {
    let path = after.map_or_else(|| paths::EVENTS.to_owned(), |after| format!("{}?after={after}", paths::EVENTS));
    let heard = move |id, data: String| {
        if let Some(news) = crate::json::read(&data) {
            heard(id, news);
        }
    };
    Stream::open(&path, paths::NEWS, heard, refused)
}

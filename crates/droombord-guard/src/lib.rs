//! Finds personal data in Dutch text, on the device where it is typed, and again on the server.
//!
//! [`find`] is the whole of it: text in, findings out, with the range that *is* the datum and the range that reads well
//! when it is replaced. What belongs in a span is in `docs/guard.md`.
//!
//! What may not live here: any knowledge of the board (posts, moderation, screens), sentences for people (only codes;
//! the words are the app's), input or output, clocks, randomness, and code that needs more than linear time.

#![allow(clippy::nonminimal_bool, reason = "conditions stand as their sentences are said: this or that, but not those")]

mod address;
mod allow;
mod cases;
mod dates;
mod doc;
mod email;
mod finding;
mod handles;
mod lists;
mod names;
mod numbers;
mod offsets;
mod orgs;
mod phone;
mod plates;
mod resolve;
mod seen;
pub mod signals;
pub mod together;
mod towns;
mod urls;
mod words;

pub use finding::{Cue, Finding, Kind, Suggestion, TextRange};
pub use names::has_surname;
pub use offsets::Offsets;
pub use seen::Places;

use doc::Doc;
use resolve::Candidates;
use seen::Seen;

/// Settings of a search that depend on who writes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// Words and names that are no personal data here, in any spelling of case: the word of "dit is geen naam", or the
    /// participating organisations when an answerer writes. Compared with the whole datum.
    pub allow: &'a [&'a str],
}

/// Finds personal data in a Dutch text.
///
/// It looks at the text as the eye reads it: figures of any script are figures, and a name with a soft hyphen in it is that
/// name. The findings lie in the text as it was written. They are in the order of the text and their
/// spans do not overlap. Time is linear in the length of the text.
#[must_use]
pub fn find(text: &str) -> Vec<Finding> {
    find_with(text, Options::default())
}

/// Like [`find`], with words that are allowed in this text.
#[must_use]
pub fn find_with(text: &str, options: Options<'_>) -> Vec<Finding> {
    let seen = Seen::new(text);
    let doc = Doc::new(&seen.text);
    let mut found = Candidates::new(&doc);
    allow::mark(&doc, &mut found);
    email::scan(&doc, &mut found);
    urls::scan(&doc, &mut found);
    handles::scan(&doc, &mut found);
    numbers::scan_iban(&doc, &mut found);
    cases::scan(&doc, &mut found);
    dates::scan(&doc, &mut found);
    phone::scan(&doc, &mut found);
    numbers::scan_bsn(&doc, &mut found);
    plates::scan(&doc, &mut found);
    address::scan_postcodes(&doc, &mut found);
    address::scan_streets(&doc, &mut found);
    orgs::scan(&doc, &mut found);
    names::scan(&doc, &mut found);
    towns::scan(&doc, &mut found);
    found.finish(&doc, text, &seen.places, options.allow)
}

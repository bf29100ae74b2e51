//! Insight: what the board is about, how long people wait, how much is answered.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use droombord_domain::insight::{Theme, Wait};

type Text = &'static str;

/// Insight in numbers.
pub struct Insight {
    pub title: Text,
    pub link: Text,
    pub lead: Text,
    /// How many posts, and how many of them are answered.
    pub sum: fn(u32, u32) -> String,
    pub empty: Text,
    pub empty_more: Text,
    pub few: Text,
    pub none: Text,
    pub themes: Text,
    /// The most used keyword, if one may be named.
    pub most: fn(Option<&Theme>) -> String,
    pub themes_table: Text,
    pub keyword: Text,
    pub posts: Text,
    pub answered: Text,
    /// How many keywords may not be named.
    pub others: fn(u32) -> String,
    pub waits: Text,
    /// Until a text was read, and until it was answered.
    pub half: fn(Option<Wait>, Option<Wait>) -> String,
    pub waits_table: Text,
    pub what: Text,
    pub median: Text,
    pub longest: Text,
    pub until_read: Text,
    pub until_answered: Text,
    pub days: fn(u32) -> String,
    pub share: Text,
    /// Of how many of how many in the last twelve months.
    pub share_of: fn(u32, u32) -> String,
    pub share_table: Text,
    pub month: Text,
    pub month_is: fn(&str, i16) -> String,
    /// A number, and the percentage that it is.
    pub part: fn(u32, u32) -> String,
    pub directions: Text,
    /// To start, to stop and to turn back in the last twelve months.
    pub asked: fn([u32; 3]) -> String,
    pub directions_table: Text,
    /// Start, stop, turn back and none, with a place where a long word may break.
    pub direction: [Text; 4],
}

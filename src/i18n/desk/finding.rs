//! Looking for a post among those that hang on the board.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use droombord_domain::status::DeskStatus;

type Text = &'static str;

/// Search and filters.
pub struct Finding {
    pub control: Text,
    pub words: Text,
    pub how_far: Text,
    pub status: fn(DeskStatus) -> Text,
    pub about: Text,
    pub kind: Text,
    pub role: Text,
    pub region: Text,
    pub any: Text,
    pub go: Text,
    /// How many are here, and whether there are more.
    pub found: fn(usize, bool) -> String,
    pub none: Text,
    pub none_more: Text,
}

//! The sentences that stand on the board whatever hangs there, as one type. Only the server says them: readers' phones do not hold them.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use droombord_domain::settings::Facts;

type Text = &'static str;

/// Above the board, and the choices that few need.
pub struct Standing {
    pub heading: Text,
    pub lead: Text,
    /// A draft waits on this device.
    pub begun: Text,
    pub begun_go: Text,
    pub how: Text,
    pub how_write: Text,
    pub how_write_more: Text,
    pub how_read: Text,
    pub how_see: Text,
    pub how_see_more: Text,
    /// How far the fire has spread.
    pub facts: fn(Facts) -> String,
    pub see_answers: Text,
    pub see_promises: Text,
    pub any: Text,
    pub filter_kind: Text,
    pub filter_role: Text,
    pub filter_region: Text,
    pub filter_keyword: Text,
    /// Beside the numbers of the choices.
    pub counted: Text,
    pub filter_go: Text,
}

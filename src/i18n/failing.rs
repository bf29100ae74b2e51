//! Why something that a writer sent or wanted did not happen, and what waits. The first sentences of readers are in `States`.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use droombord_domain::outcome::Cause;

type Text = &'static str;

/// Why it did not happen.
pub struct Failing {
    /// What a writer wanted with an own post, or with all of them.
    pub change: fn(Cause) -> Text,
    /// A text that was to come on the board.
    pub sending: fn(Cause) -> Text,
    /// What was wanted with an own post waits on the phone.
    pub waits: fn(Cause) -> Text,
    /// Of a text that waits: somebody else answered.
    pub waits_foreign: Text,
    /// Of what waits: the server is busy.
    pub busy: Text,
    pub busy_more: Text,
    /// The device cannot read now what waits.
    pub unread: Text,
    pub unread_more: Text,
    pub unread_throw: Text,
    /// It may have left: it cannot be taken back any more.
    pub has_left: Text,
    /// It is neither here nor on the board.
    pub lost: Text,
    /// Of all that was under a key.
    pub opens_nothing: Text,
    /// To the field for other words.
    pub type_new: Text,
}

impl Failing {
    /// Why it did not happen; `again` when it may the next time, and nobody in between is in the way.
    pub fn why(&self, cause: Cause, again: Text) -> Text {
        if matches!(cause, Cause::Silence | Cause::NotNow) { again } else { (self.change)(cause) }
    }
}

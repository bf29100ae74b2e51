//! What is to be done at the desk, by kind.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use droombord_domain::worklist::WorkKind;

type Text = &'static str;

/// The worklist.
pub struct Work {
    pub heading: Text,
    /// The way to it, with how much there is.
    pub link: fn(u32) -> String,
    pub kind: fn(WorkKind) -> Text,
    pub to_do: fn(WorkKind) -> Text,
    /// Days that it waits.
    pub waits: fn(i64) -> String,
    /// Days until a promise's day; below 0 when it is over.
    pub due: fn(i64) -> String,
    /// Who has it.
    pub by: fn(&str) -> String,
    pub more: Text,
    pub nothing: Text,
    /// All other ways, behind one control on a phone.
    pub elsewhere: Text,
    /// A post was placed: what comes next.
    pub placed: Text,
    pub ask_now: Text,
    pub remind: Text,
    pub remind_about: fn(&str) -> String,
    pub reminded_now: Text,
    pub reminded: fn(&str) -> String,
    pub reminded_before: Text,
}

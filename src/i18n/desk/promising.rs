//! Sentences about promising, and about reading what is said of promises, at the desk.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use super::Text;
use droombord_domain::{
    api::{SayingDecision, SayingReading},
    problem::FieldCode,
    promise::Saying,
    when::Day,
};

/// Promises, from whoever makes them to whoever reads them.
pub struct Promising {
    pub title: Text,
    /// What an answerer sees.
    pub own: OwnWords,
    /// A promise that is being made.
    pub form: FormWords,
    /// Saying how it goes.
    pub follow: FollowWords,
    /// What facilitators read.
    pub read: ReadingWords,
}

/// What an answerer sees.
pub struct OwnWords {
    pub link: Text,
    pub heading: Text,
    pub lead: Text,
    pub none: Text,
    pub none_more: Text,
    pub make: Text,
    /// Everything that was said of one promise.
    pub sayings: Text,
    pub reading: fn(SayingReading) -> Text,
    pub declined: fn(&str) -> String,
    pub waits: Text,
}

/// A promise that is being made.
pub struct FormWords {
    pub title: Text,
    pub heading: Text,
    pub heading_for: Text,
    pub lead: Text,
    pub lead_for: Text,
    pub back: Text,
    pub organisation: Text,
    pub organisation_none: Text,
    pub organisation_missing: Text,
    pub no_organisations: Text,
    pub direction: Text,
    pub direction_missing: Text,
    pub what: Text,
    pub what_hint: fn(usize) -> String,
    pub owner: Text,
    pub owner_hint: Text,
    pub owner_is_name: Text,
    pub text_fault: fn(FieldCode, usize) -> String,
    pub due: Text,
    pub due_hint: Text,
    pub due_missing: Text,
    pub due_fault: Text,
    pub posts: Text,
    pub posts_hint: Text,
    pub posts_missing: Text,
    pub posts_too_many: fn(usize) -> String,
    pub posts_fault: Text,
    pub search: Text,
    pub search_hint: Text,
    /// How many were found, and whether there are more.
    pub found: fn(usize, bool) -> String,
    pub search_more: Text,
    pub post_loading: Text,
    pub post_gone: Text,
    pub post_failed: Text,
    pub fixed: Text,
    pub summary: fn(usize) -> Text,
    pub send: Text,
    pub sent: Text,
}

/// Saying how it goes.
pub struct FollowWords {
    pub open: Text,
    pub about: fn(&str) -> String,
    pub heading: Text,
    pub question: Text,
    pub choice: fn(Saying) -> Text,
    pub choice_missing: Text,
    pub words: Text,
    pub words_hint: fn(usize) -> String,
    pub why: Text,
    pub why_hint: fn(usize) -> String,
    pub why_missing: Text,
    pub send: Text,
    pub rather_not: Text,
    pub sent: Text,
    pub stale: Text,
    pub stale_more: Text,
}

/// What facilitators read.
pub struct ReadingWords {
    pub link: fn(usize) -> String,
    pub heading: Text,
    pub lead: fn(usize) -> String,
    pub done: Text,
    pub done_more: Text,
    pub next: Text,
    pub make: Text,
    /// What an organisation says, written down by a facilitator.
    pub says: Text,
    pub says_lead: Text,
    pub none: Text,
    pub said: fn(&str, Saying) -> String,
    pub by: fn(&str) -> String,
    pub owner: Text,
    pub due: fn(Day, Text) -> String,
    pub posts: Text,
    pub no_posts: Text,
    pub promise: Text,
    pub no_words: Text,
    pub check: Text,
    pub check_said: Text,
    pub action: fn(SayingDecision) -> Text,
    pub confirm: fn(SayingDecision) -> Text,
    pub reasons: Text,
    pub sent: fn(SayingDecision) -> Text,
}

//! *Hier klopt iets niet*: the page, and the names of what can be wrong, which the desk says too.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use droombord_domain::report::ReportReason;

type Text = &'static str;

/// What can be wrong.
pub struct Reports {
    pub name: fn(ReportReason) -> Text,
}

/// The page.
pub struct ReportPage {
    pub title: Text,
    pub title_sent: Text,
    pub heading: Text,
    pub lead: Text,
    pub what: Text,
    pub words: Text,
    pub words_hint: Text,
    pub send: Text,
    pub no_answer: Text,
    pub in_danger: Text,
    pub who_listens: Text,
    pub reason_missing: Text,
    pub words_fault: fn(usize) -> String,
    pub sent: Text,
    pub sent_more: Text,
    pub gone: Text,
    pub gone_more: Text,
    pub back: Text,
}

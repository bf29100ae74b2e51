//! Sentences about asking, answering and reading answers at the desk, and about organisations.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use super::Text;
use droombord_domain::{
    answer::{AnswerDecision, AnswerReason, AnswerState, Understood, Verdict, WordsDecision},
    problem::FieldCode,
};

/// Answers, from whoever asks to whoever reads.
pub struct Answering {
    /// What an answerer sees.
    pub asked: AskedWords,
    /// What nobody of an organisation has read.
    pub unread: UnreadWords,
    /// Whom a facilitator asks.
    pub asks: AsksWords,
    /// What facilitators read.
    pub read: ReadWords,
    /// How hard an answer is to read.
    pub readable: ReadableWords,
    /// Organisations, for administrators.
    pub organisations: OrganisationWords,
}

/// What an answerer sees.
pub struct AskedWords {
    pub heading: fn(&str) -> String,
    pub lead: fn(usize) -> String,
    pub none: Text,
    pub none_more: Text,
    pub answered: Text,
    pub answered_none: Text,
    /// Days since the organisation was asked.
    pub waits: fn(u32) -> String,
    pub took: fn(u32) -> String,
    pub again: Text,
    pub state: fn(AnswerState) -> Text,
    pub back: Text,
    pub not_there: Text,
    pub not_there_more: Text,
    pub earlier: Text,
    pub no_guess: Text,
    pub no_guess_more: Text,
    pub write: Text,
    pub rewrite: Text,
    pub part_heard: Text,
    pub part_heard_hint: fn(usize) -> String,
    pub part_does: Text,
    pub part_does_hint: fn(usize) -> String,
    pub name: Text,
    pub name_hint: Text,
    pub name_missing: Text,
    pub name_fault: Text,
    pub function: Text,
    pub function_hint: Text,
    pub fault: fn(FieldCode, usize) -> String,
    pub heard_first: Text,
    pub summary: fn(usize) -> Text,
    pub send: Text,
    pub send_again: Text,
    pub kept: Text,
    pub sending: Text,
    pub sent: Text,
    pub sent_more: Text,
    pub handed_back: Text,
    pub declined: Text,
    pub reason: fn(AnswerReason) -> Text,
    pub stale: Text,
    pub stale_more: Text,
    pub public: Text,
    /// What the writer says, and silence.
    pub understood: fn(Option<Understood>) -> Text,
    pub verdict: fn(Option<Verdict>) -> Text,
    pub writer: Text,
}

/// What nobody of an organisation has read.
pub struct UnreadWords {
    pub heading: Text,
    pub lead: Text,
    pub none: Text,
    pub read: Text,
}

/// Whom a facilitator asks.
pub struct AsksWords {
    pub heading: Text,
    pub lead: Text,
    pub nobody: Text,
    pub no_organisations: Text,
    pub choose: Text,
    pub choose_none: Text,
    pub group: fn(u32) -> String,
    pub go: Text,
    pub missing: Text,
    pub asked_now: fn(&str) -> String,
    pub not_now: Text,
    pub all_asked: Text,
    pub stands: fn(Option<AnswerState>) -> Text,
    pub by: fn(&str) -> String,
    pub again: Text,
    pub again_about: fn(&str) -> String,
}

/// What facilitators read.
pub struct ReadWords {
    pub title: Text,
    pub link: fn(usize) -> String,
    pub heading: Text,
    pub lead: fn(usize) -> String,
    pub done: Text,
    pub done_more: Text,
    pub next: Text,
    pub answers_what: Text,
    pub revision: fn(u32, &str) -> String,
    pub check: Text,
    pub words_heading: Text,
    pub words_check: Text,
    pub decide: Text,
    pub action: fn(AnswerDecision) -> Text,
    pub confirm: fn(AnswerDecision) -> Text,
    pub words_action: fn(WordsDecision) -> Text,
    pub words_confirm: fn(WordsDecision) -> Text,
    pub reasons: Text,
    pub words_reasons: Text,
    pub reason_missing: Text,
    pub sentence: Text,
    pub sentence_hint: fn(usize) -> String,
    pub sentence_fault: Text,
    pub sent: fn(AnswerDecision) -> Text,
    pub words_sent: fn(WordsDecision) -> Text,
    pub words_first: Text,
    pub two: Text,
    pub two_more: Text,
    pub two_mine: Text,
    pub stale: Text,
    pub stale_more: Text,
}

/// How hard an answer is to read. The answer is Dutch, and so is what to say instead.
pub struct ReadableWords {
    pub easy: Text,
    pub hard: Text,
    pub score: fn(u8) -> String,
    pub long: Text,
    pub official: fn(&str, &str) -> String,
    pub ask: Text,
    /// How many long sentences, and which official words.
    pub counts: fn(usize, &str) -> String,
    pub ask_more: Text,
    pub change: Text,
    pub send: Text,
}

/// Organisations, for administrators.
pub struct OrganisationWords {
    pub title: Text,
    pub link: Text,
    pub heading: Text,
    pub lead: Text,
    pub none: Text,
    pub group: fn(u32) -> String,
    pub inactive: Text,
    pub make: Text,
    pub change: Text,
    pub change_about: fn(&str) -> String,
    pub change_heading: fn(&str) -> String,
    pub name: Text,
    pub name_fault: fn(FieldCode, usize) -> String,
    pub name_taken: Text,
    pub group_label: Text,
    pub group_hint: Text,
    pub group_fault: fn(u32) -> String,
    pub active: Text,
    pub active_hint: Text,
    pub mail: Text,
    pub mail_hint: Text,
    pub mail_fault: Text,
    pub make_go: Text,
    pub change_go: Text,
    pub rather_not: Text,
    pub made: fn(&str) -> String,
    pub changed: fn(&str) -> String,
    /// For the account of an answerer.
    pub of_account: Text,
    pub of_account_none: Text,
    pub of_account_missing: Text,
}

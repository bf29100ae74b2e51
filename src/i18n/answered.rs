//! The sentences about answers of organisations, and what the writer says of them, as one type for each
//! use.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use droombord_domain::answer::{Understood, Verdict, WordsState};

type Text = &'static str;

/// How far a step of a trail is, before what it is.
pub struct Trail {
    pub now: Text,
    pub not_yet: Text,
    /// Of a plan.
    pub first: Text,
    pub then: Text,
}

/// Answers: on the page of a post, and at an own post.
pub struct Answers {
    /// By the organisation, and which of its answers it is when there are more.
    pub from: fn(&str, Option<usize>) -> String,
    /// The two parts, as the organisation gives them.
    pub understands: Text,
    pub does: Text,
    pub writer_understood: fn(Understood) -> Text,
    pub writer_verdict: fn(Verdict) -> Text,
    pub writer_silent: Text,
    pub asked: fn(&str, Option<usize>) -> String,
    pub no_answer: Text,
    pub waits: fn(u32) -> String,
    pub waited: fn(u32) -> String,
    pub later: Text,
    pub later_more: Text,
}

/// What only the writer says of an answer.
pub struct Verdicts {
    /// Where the post stands: it waits for an answer.
    pub waiting: Text,
    pub news: Text,
    pub they_understand: Text,
    pub they_do: Text,
    pub do_they: Text,
    pub say_understood: fn(Understood) -> Text,
    pub does_it: Text,
    pub say_verdict: fn(Verdict) -> Text,
    pub said: Text,
    /// After a no, or not yet: what can follow.
    pub said_not: fn(&str) -> String,
    pub not_arrived: Text,
    pub words: Text,
    pub words_more: Text,
    pub words_send: Text,
    pub words_sent: Text,
    pub words_state: fn(WordsState) -> Text,
    pub no_words: Text,
}

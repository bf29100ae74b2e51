//! The sentences under which a writer reads what is kept, instead of the names that a database has for it.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use droombord_domain::{api::Decision, post::Lang};

type Text = &'static str;

/// What a kept value is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    About,
    State,
    StateSince,
    WaitsSince,
    Published,
    Sample,
    Language,
    Kind,
    Direction,
    Role,
    OnBehalf,
    Age,
    Region,
    Reason,
    Shortened,
    ShownToAll,
    Told,
    OftenShown,
    AskedAnother,
    Sentence,
    Alert,
    Card,
    Version,
    Received,
    Text,
    Event,
    When,
    YouSaid,
    Decision,
    DecisionAbout,
    Turn,
    Keywords,
    From,
    To,
    Instead,
    Reminded,
    ReadUntil,
    Note,
    Answered,
    ReadBy,
    Understood,
    Does,
    By,
    Verdict,
    OwnWords,
    OwnWordsState,
    Reaction,
    SearchWords,
}

/// What is kept, in words.
pub struct KeptWords {
    pub label: fn(Label) -> Text,
    pub yes: Text,
    pub no: Text,
    pub language: fn(Lang) -> Text,
    pub decision: fn(Decision) -> Text,
    /// About which of the words a decision is: an answer, or the writer's own.
    pub about_answer: Text,
    pub about_words: Text,
    /// A reason that was for the organisation.
    pub other_reason: Text,
    /// Of reactions, as everybody sees them.
    pub more_than: fn(&str) -> String,
    pub people: fn(&str) -> String,
    /// Words that are gone.
    pub gone: Text,
    /// Number of values that only the computer reads.
    pub finders: fn(usize) -> String,
    /// Opens the same as the computer keeps it.
    pub raw: Text,
    pub raw_more: Text,
}

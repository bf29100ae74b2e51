//! The sentences that tell a writer what is new at an own post.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use droombord_domain::answer::WordsState;

type Text = &'static str;

/// What is new at an own post since its writer looked last.
pub struct Told {
    pub new: Text,
    /// Number of people who gave this reaction, by its word.
    pub reacted: fn(u32, Text) -> String,
    /// Over the reactions that are not new.
    pub reactions: Text,
    pub reactions_more: Text,
    /// Number of replies that were placed.
    pub replies: fn(usize) -> String,
    /// An organisation says of its promise that it is not done yet; with its words.
    pub not_yet: fn(&str) -> String,
    /// What became of the words beside a verdict.
    pub words: fn(WordsState) -> Text,
    /// Behind what a promise is called: its words and its day.
    pub promise: fn(&str, &str) -> String,
    /// Before a day: from then on the writer is asked.
    pub asked_from: fn(&str) -> String,
    /// What the writer said, when it is not asked now.
    pub you_said: fn(Text) -> String,
}

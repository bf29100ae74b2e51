//! English: looking for a post among those that hang on the board.

use crate::i18n::desk::Finding;
use droombord_domain::status::DeskStatus;

/// The sentences.
pub(in crate::i18n::desk) static FINDING: Finding = Finding {
    control: "Search and choose",
    words: "Word or keyword",
    how_far: "How far is it?",
    status: |status| match status {
        DeskStatus::Unasked => "Nobody was asked yet",
        DeskStatus::Waiting => "Waits for an answer",
        DeskStatus::Answered => "With an answer",
        DeskStatus::Promised => "With a promise",
        DeskStatus::Heard => "This feels heard",
    },
    about: "What is it about?",
    kind: "Dream or story",
    role: "From whom",
    region: "Where in the Netherlands",
    any: "Everything",
    go: "Search",
    found: |n, more| match (n, more) {
        (n, true) => format!("More than {n} found."),
        (0, false) => "Nothing found.".into(),
        (n, false) => format!("{n} found."),
    },
    none: "Nothing fits this",
    none_more: "Search with another word. Or show everything.",
};

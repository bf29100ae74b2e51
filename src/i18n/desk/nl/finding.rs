//! Dutch: looking for a post among those that hang on the board.

use crate::i18n::desk::Finding;
use droombord_domain::status::DeskStatus;

/// The sentences.
pub(in crate::i18n::desk) static FINDING: Finding = Finding {
    control: "Zoek en kies",
    words: "Woord of trefwoord",
    how_far: "Hoe ver is het?",
    status: |status| match status {
        DeskStatus::Unasked => "Nog aan niemand gevraagd",
        DeskStatus::Waiting => "Wacht op antwoord",
        DeskStatus::Answered => "Met antwoord",
        DeskStatus::Promised => "Met belofte",
        DeskStatus::Heard => "Zo voelt het gehoord",
    },
    about: "Waar gaat het om?",
    kind: "Droom of verhaal",
    role: "Van wie",
    region: "Waar in Nederland",
    any: "Alles",
    go: "Zoek",
    found: |n, more| match (n, more) {
        (n, true) => format!("Meer dan {n} gevonden."),
        (0, false) => "Niets gevonden.".into(),
        (n, false) => format!("{n} gevonden."),
    },
    none: "Hier past niets bij",
    none_more: "Zoek met een ander woord. Of laat alles zien.",
};

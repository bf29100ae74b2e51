//! Dutch: what is new at an own post.

use crate::i18n::told::Told;
use droombord_domain::answer::WordsState;

/// What is new.
pub(in crate::i18n) static TOLD: Told = Told {
    new: "Nieuw voor jou",
    reacted: |n, word| {
        if n == 1 { format!("Iemand zegt: ‘{word}’.") } else { format!("{n} mensen zeggen: ‘{word}’.") }
    },
    reactions: "Wat anderen zeggen",
    reactions_more: "Hoeveel het er zijn, zie alleen jij. Wij tellen één keer per dag.",
    replies: |n| {
        if n == 1 { "Er staat een reactie bij.".into() } else { format!("Er staan {n} nieuwe reacties bij.") }
    },
    not_yet: |what| format!("Nog niet gedaan: {what}"),
    words: |state| match state {
        WordsState::Received => "Je woorden wachten op een lezer.",
        WordsState::Published => "Jouw woorden staan nu bij het antwoord.",
        WordsState::Declined => "Jouw woorden staan niet bij het antwoord.",
    },
    promise: |what, day| format!("{what} ({day})"),
    asked_from: |day| format!("Is het zo? Dat vragen wij je vanaf {day}."),
    you_said: |said| format!("Jij zei: {said}."),
};

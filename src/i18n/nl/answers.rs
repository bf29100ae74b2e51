//! Dutch: answers of organisations.

use crate::i18n::answered::{Answers, Trail, Verdicts};
use droombord_domain::answer::{Understood, Verdict, WordsState};

/// How far a step of a trail is.
pub(in crate::i18n) static TRAIL: Trail = Trail { now: "Nu:", not_yet: "Nog niet:", first: "Eerst:", then: "Daarna:" };

/// Answers.
pub(in crate::i18n) static ANSWERS: Answers = Answers {
    from: |name, which| format!("{} van {name}", nth(which)),
    understands: "Wat ik van jou begrijp",
    does: "Wat wij doen",
    writer_understood: |said| match said {
        Understood::Yes => "De schrijver zegt: ja, jullie begrijpen mij.",
        Understood::Partly => "De schrijver zegt: jullie begrijpen mij voor een deel.",
        Understood::No => "De schrijver zegt: dit klopt niet.",
    },
    writer_verdict: |said| match said {
        Verdict::Heard => "De schrijver zegt: zo voelt het gehoord.",
        Verdict::Partly => "De schrijver zegt: voor een deel gehoord.",
        Verdict::NotYet => "De schrijver zegt: nog niet gehoord.",
    },
    writer_silent: "De schrijver heeft nog niets gezegd.",
    asked: |name, which| format!("{} gevraagd aan {name}", nth(which)),
    no_answer: "Nog geen antwoord. Dat zeggen we eerlijk.",
    waits: |n| match n {
        0 => "Vandaag gevraagd".into(),
        1 => "Wacht 1 dag".into(),
        n => format!("Wacht {n} dagen"),
    },
    waited: |n| match n {
        0 => "Het antwoord kwam dezelfde dag.".into(),
        1 => "Het wachten duurde 1 dag.".into(),
        n => format!("Het wachten duurde {n} dagen."),
    },
    later: "De schrijver zegt: zo voelt het gehoord",
    later_more: "Alleen de schrijver kan dit zeggen.",
};

/// What only the writer says of them.
pub(in crate::i18n) static VERDICTS: Verdicts = Verdicts {
    waiting: "Wacht op een antwoord",
    news: "Je hebt een antwoord",
    they_understand: "Wat zij van jou begrijpen",
    they_do: "Wat zij doen",
    do_they: "Begrijpen ze jou?",
    say_understood: |said| match said {
        Understood::Yes => "Ja, klopt",
        Understood::Partly => "Voor een deel",
        Understood::No => "Nee, klopt niet",
    },
    does_it: "Voelt het gehoord?",
    say_verdict: |said| match said {
        Verdict::Heard => "Zo voelt het gehoord",
        Verdict::Partly => "Voor een deel",
        Verdict::NotYet => "Nog niet",
    },
    said: "Dank je. Iedereen ziet nu wat jij zegt.",
    said_not: |name| format!("Dank je. Iedereen ziet nu wat jij zegt. Een begeleider kan {name} nog een keer vragen."),
    not_arrived: "Dat lukte niet. Tik nog een keer.",
    words: "Wil je er iets bij zeggen?",
    words_more: "Het hoeft niet. Een begeleider leest het eerst.",
    words_send: "Verstuur mijn woorden",
    words_sent: "Dank je. Een begeleider leest je woorden.",
    words_state: |state| match state {
        WordsState::Received => "Wacht op een lezer",
        WordsState::Published => "Staat bij het antwoord",
        WordsState::Declined => "Niet geplaatst. Je mag het anders zeggen.",
    },
    no_words: "Er staat nog niets. Schrijf eerst iets.",
};

/// One of several answers.
pub(super) fn nth(which: Option<usize>) -> String {
    match which {
        None => "Antwoord".into(),
        Some(1) => "Eerste antwoord".into(),
        Some(2) => "Tweede antwoord".into(),
        Some(3) => "Derde antwoord".into(),
        Some(n) => format!("Antwoord {n}"),
    }
}

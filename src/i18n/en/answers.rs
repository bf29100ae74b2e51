//! English: answers of organisations.

use crate::i18n::answered::{Answers, Trail, Verdicts};
use droombord_domain::answer::{Understood, Verdict, WordsState};

/// How far a step of a trail is.
pub(in crate::i18n) static TRAIL: Trail = Trail { now: "Now:", not_yet: "Not yet:", first: "First:", then: "Then:" };

/// Answers.
pub(in crate::i18n) static ANSWERS: Answers = Answers {
    from: |name, which| format!("{} of {name}", nth(which)),
    understands: "What I understand of you",
    does: "What we do",
    writer_understood: |said| match said {
        Understood::Yes => "The writer says: yes, you understand me.",
        Understood::Partly => "The writer says: you understand me partly.",
        Understood::No => "The writer says: this is not right.",
    },
    writer_verdict: |said| match said {
        Verdict::Heard => "The writer says: this feels heard.",
        Verdict::Partly => "The writer says: partly heard.",
        Verdict::NotYet => "The writer says: not heard yet.",
    },
    writer_silent: "The writer has not said anything yet.",
    asked: |name, which| format!("{} asked of {name}", nth(which)),
    no_answer: "No answer yet. We say so honestly.",
    waits: |n| match n {
        0 => "Asked today".into(),
        1 => "Waits for 1 day".into(),
        n => format!("Waits for {n} days"),
    },
    waited: |n| match n {
        0 => "The answer came on the same day.".into(),
        1 => "The waiting took 1 day.".into(),
        n => format!("The waiting took {n} days."),
    },
    later: "The writer says: this feels heard",
    later_more: "Only the writer can say this.",
};

/// What only the writer says of them.
pub(in crate::i18n) static VERDICTS: Verdicts = Verdicts {
    waiting: "Waits for an answer",
    news: "You have an answer",
    they_understand: "What they understand of you",
    they_do: "What they do",
    do_they: "Do they understand you?",
    say_understood: |said| match said {
        Understood::Yes => "Yes, that is right",
        Understood::Partly => "Partly",
        Understood::No => "No, that is not right",
    },
    does_it: "Does it feel heard?",
    say_verdict: |said| match said {
        Verdict::Heard => "This feels heard",
        Verdict::Partly => "Partly",
        Verdict::NotYet => "Not yet",
    },
    said: "Thank you. Everybody now sees what you say.",
    said_not: |name| format!("Thank you. Everybody now sees what you say. A facilitator can ask {name} once more."),
    not_arrived: "That did not work. Tap once more.",
    words: "Do you want to say something about it?",
    words_more: "You do not have to. A facilitator reads it first.",
    words_send: "Send my words",
    words_sent: "Thank you. A facilitator will read your words.",
    words_state: |state| match state {
        WordsState::Received => "Waits for a reader",
        WordsState::Published => "Stands with the answer",
        WordsState::Declined => "Not placed. You may say it differently.",
    },
    no_words: "There is nothing yet. Write something first.",
};

/// One of several answers.
pub(super) fn nth(which: Option<usize>) -> String {
    match which {
        None => "Answer".into(),
        Some(1) => "First answer".into(),
        Some(2) => "Second answer".into(),
        Some(3) => "Third answer".into(),
        Some(n) => format!("Answer {n}"),
    }
}

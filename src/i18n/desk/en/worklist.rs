//! English: what is to be done at the desk.

use crate::i18n::desk::Work;
use droombord_domain::worklist::WorkKind;

fn days(n: i64) -> String {
    if n == 1 { "1 day".into() } else { format!("{n} days") }
}

/// The sentences.
pub(in crate::i18n::desk) static WORK: Work = Work {
    heading: "What is to be done?",
    link: |n| format!("What is to be done? ({n})"),
    kind: |kind| match kind {
        WorkKind::Danger => "Worries: read first",
        WorkKind::Report => "Something is wrong here",
        WorkKind::Queue => "Waits for a reader",
        WorkKind::Answer => "Answers to read",
        WorkKind::Saying => "Promises to read",
        WorkKind::Unasked => "Nobody was asked yet",
        WorkKind::Asking => "Waits too long for an answer",
        WorkKind::NotHeard => "Not heard yet",
        WorkKind::Promise => "The day is near, or over",
        WorkKind::HandBack => "The writer does not react",
    },
    to_do: |kind| match kind {
        WorkKind::Danger => "Read these first. They are on top of the queue.",
        WorkKind::Report => "Look at what is wrong.",
        WorkKind::Queue => "They are in the queue. The oldest comes first.",
        WorkKind::Answer => "Read what is said. May it be on the board?",
        WorkKind::Saying => "Read what is promised. May it be on the board?",
        WorkKind::Unasked => "Choose who can do something with it.",
        WorkKind::Asking => "Remind them. Or ask somebody else.",
        WorkKind::NotHeard => "The writer does not feel heard. Ask once more.",
        WorkKind::Promise => "Call or mail them. How is it going?",
        WorkKind::HandBack => "Leave out what cannot stay. Or wait a little.",
    },
    waits: |n| if n == 0 { "Since today".into() } else { format!("Waits {}", days(n)) },
    due: |n| match n {
        0 => "Today is the day".into(),
        n if n < 0 => format!("{} late", days(-n)),
        n => format!("{} left", days(n)),
    },
    by: |name| format!("With {name}"),
    more: "Show more",
    nothing: "Everything is done. Thank you.",
    elsewhere: "More at the desk",
    placed: "This is on the board now:",
    ask_now: "Who is asked?",
    remind: "Remind",
    remind_about: |name| format!(" {name} of this question"),
    reminded_now: "Reminded. Everybody at the desk sees that.",
    reminded: |when| format!("Reminded: {when}"),
    reminded_before: "They were reminded this week. Or they answered by now.",
};

//! English: the desk together.

use crate::i18n::desk::Together;
use droombord_domain::problem::FieldCode;

/// The sentences.
pub(in crate::i18n::desk) static TOGETHER: Together = Together {
    title_reports: "Reports – Reading desk – Droombord",
    title_more: "More – Reading desk – Droombord",
    claim: "I am reading this now",
    claim_more: "The others see that. After 20 minutes it ends by itself.",
    claim_mine: "You are reading this. The others see that.",
    let_go: "I stop reading",
    claimed: |name| format!("{name} is reading this now."),
    claimed_more: "Better choose another. Is it urgent? Then you may simply decide.",
    taken: "Somebody else is reading this already.",
    reported: "Somebody says: something is wrong here",
    reported_more: "We do not know who says this. The writer does not see it.",
    see_to: "I have seen to this",
    seen_now: "Seen to. The others see that too.",
    seen: "Said earlier",
    seen_by: |name, when| format!("Seen to by {name}, {when}"),
    notes: "For each other",
    no_notes: "Nothing is there yet.",
    note: "Write something for the other facilitators",
    note_hint: "The writer finds this at ‘What do you know about me?’. Your name is not there.",
    note_go: "Add it",
    note_added: "Your note is there.",
    note_fault: |code, max| match code {
        FieldCode::Missing | FieldCode::Empty => "Write something first.".into(),
        FieldCode::TooLong => format!("Make it shorter. {max} characters fit."),
        FieldCode::ContactDetails => "Take numbers, addresses and accounts out.".into(),
        FieldCode::TooShort
        | FieldCode::TooMany
        | FieldCode::UnknownValue
        | FieldCode::WrongType
        | FieldCode::UnknownField
        | FieldCode::ControlCharacters
        | FieldCode::TooManyMarks
        | FieldCode::NeedsYoungPerson
        | FieldCode::NotShortened
        | FieldCode::Invalid => "Take strange characters out.".into(),
    },
    reports_link: |n| if n == 0 { "Reports".into() } else { format!("Reports ({n})") },
    reports: "Something is wrong here",
    reports_lead: "This is what people say about texts on the board. We do not know who they are. Danger is on top.",
    no_reports: "Nothing was reported",
    no_reports_more: "Or everything has been seen to. Good.",
    read_whole: "Open the text at the desk",
    more_link: "More",
    more: "More at the desk",
    alike: "They look alike",
    alike_lead: "These texts wait and look alike. You may decline them together, for one reason. Every writer gets a letter.",
    no_alike: "No texts that look alike are waiting.",
    group: |n| format!("{n} texts"),
    choose_all: "Choose all, or none",
    choose_first: "Choose one text or more first.",
    reason: "Why?",
    reason_choose: "Choose …",
    reason_first: "Choose a reason. The writer gets to read it.",
    decline: |n| format!("Decline what you chose ({n})"),
    declined: |done, refused| match refused {
        0 => format!("{done} declined."),
        _ => format!("{done} declined. {refused} not: they have changed, or somebody else must do it."),
    },
    keywords: "Keywords",
    keywords_lead: "Give a keyword another word. Is that word in use already? Then they become one.",
    no_keywords: "There are no keywords yet.",
    keyword_from: "This keyword",
    keyword_to: "becomes",
    keyword_choose: "Choose a keyword.",
    keyword_missing: "Type the new word.",
    keyword_go: "Change it",
    keyword_done: |from, to| format!("‘{from}’ is called ‘{to}’ now."),
    log: "Log",
    log_lead: "A list of what happened, for a table. No words of writers are in it.",
    log_from: "From",
    log_until: "Up to and including",
    log_go: "Get the log",
    log_days: "Choose two days. The first comes before the last.",
};

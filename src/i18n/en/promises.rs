//! English: promises.

use crate::i18n::promised::{PromisePages, Promises};
use droombord_domain::{
    answer::Understood,
    promise::{PromiseState, Saying},
};

/// Promises.
pub(in crate::i18n) static PROMISES: Promises = Promises {
    state: |state| match state {
        PromiseState::Waiting => "Waits for a reader",
        PromiseState::Declined => "Not shown",
        PromiseState::Open => "Not done yet",
        PromiseState::Overdue => "Too late",
        PromiseState::Kept => "Done",
        PromiseState::Withdrawn => "Taken back",
    },
    stands: "This is how it stands: ",
    is_about: "It is about: ",
    by_day: |state| match state {
        PromiseState::Overdue => "Was due by",
        PromiseState::Waiting
        | PromiseState::Declined
        | PromiseState::Open
        | PromiseState::Kept
        | PromiseState::Withdrawn => "By",
    },
    month: super::month,
    for_posts: |n| if n == 1 { "For 1 dream".into() } else { format!("For {n} dreams") },
    for_none: "The dream behind it is not on the board now.",
    post: |n| format!("Dream {n}"),
    about: |promise| format!(" about the promise: {promise}"),
    organisation_says: "The organisation says",
    writer_says: "The writer says",
    says: |says| match says {
        Saying::Promised => "Promised",
        Saying::NotYet => "Not done yet",
        Saying::Kept => "Done",
        Saying::Withdrawn => "We will not do this any more",
    },
    not_said: "Nothing said yet",
    writer: |says| match says {
        Understood::Yes => "Yes, it is so",
        Understood::Partly => "Partly",
        Understood::No => "No, not yet",
    },
    mark: "There was a promise here. The writer took the dream away. The words went with it.",
    promised: "This was promised",
    is_it_so: "Is it so?",
    say_it: |says| match says {
        Understood::Yes => "Yes",
        Understood::Partly => "Partly",
        Understood::No => "No, not yet",
    },
    said: "Thank you. Everybody now sees what you say.",
    said_only: "Thank you. What you say is kept.",
    not_arrived: "That did not work. Tap once more.",
};

/// Their pages.
pub(in crate::i18n) static PROMISE_PAGES: PromisePages = PromisePages {
    title: "Promises – Droombord",
    heading: "Promises",
    lead: "This is what organisations promise. It says who does it, and when it is done.",
    of: "Answers and promises of",
    title_of: "An organisation – Droombord",
    never_gone: "A promise cannot be deleted.",
    which_state: "How is it going?",
    list: "The promises",
    by_date: "The earliest date comes first.",
    none: "Nothing has been promised yet",
    none_more: "When there is a promise, it will be here.",
    none_chosen: "No promises with this choice",
    none_chosen_more: "Choose something else. Or show everything.",
    organisations: "Organisations",
    more: "More promises",
    answers: "Answers",
    answers_newest: "The newest answer comes first.",
    answer_to: |which| format!("{} to: ", super::answers::nth(which)),
    waiting: |askings, days| {
        let who = if askings == 1 { "1 dream waits".into() } else { format!("{askings} dreams wait") };
        let longest = match (askings, days) {
            (_, 0) => "It was asked today.".into(),
            (1, 1) => "It has waited 1 day.".into(),
            (1, n) => format!("It has waited {n} days."),
            (_, 1) => "The longest waits 1 day.".into(),
            (_, n) => format!("The longest waits {n} days."),
        };
        format!("{who} for an answer. {longest}")
    },
    no_answer: "No answer yet",
    no_answer_more: "When there is an answer, it will be here.",
    more_answers: "More answers",
    to_answers: "To the answers",
    to_promises: "To the promises",
    to_begin: "Back to the beginning",
};

//! English: promising, and reading what is said of promises.

use crate::i18n::desk::promising::{FollowWords, FormWords, OwnWords, Promising, ReadingWords};
use droombord_domain::{
    api::{SayingDecision, SayingReading},
    problem::FieldCode,
    promise::Saying,
};

/// The sentences.
pub(in crate::i18n::desk) const PROMISING: Promising = Promising {
    title: "Promises – Reading desk – Droombord",
    own: OwnWords {
        link: "Your promises",
        heading: "Your promises",
        lead: "Everybody sees what you promise, and what comes of it. A promise cannot be erased.",
        none: "You have not promised anything yet",
        none_more: "Did you hear something that you will do something about? Promise it here.",
        make: "Promise something",
        sayings: "What was said of it",
        reading: |reading| match reading {
            SayingReading::Waiting => "Waits for a facilitator",
            SayingReading::Public => "Everybody sees this",
            SayingReading::Declined => "Not placed",
        },
        declined: |reason| format!("Why: {reason}."),
        waits: "A facilitator reads this first. After that you can say more about it.",
    },
    form: FormWords {
        title: "Making a promise – Reading desk – Droombord",
        heading: "Promise something",
        heading_for: "Write down a promise for an organisation",
        lead: "Promise only what you will really do. Once it is placed you cannot change the words.",
        lead_for: "Only what the organisation itself has promised. A facilitator still reads it afterwards.",
        back: "Back to the promises",
        organisation: "Which organisation promises this?",
        organisation_none: "Choose an organisation",
        organisation_missing: "Choose the organisation.",
        no_organisations: "No organisation takes part yet. An administrator can add them.",
        direction: "What will you do?",
        direction_missing: "Choose: start, stop or turn back.",
        what: "What will be different?",
        what_hint: |limit| {
            format!("One or two plain sentences. Do not write a child’s name. At most {limit} characters.")
        },
        owner: "Who sees to it?",
        owner_hint: "A function, not a name. For example: teamleider wonen.",
        owner_is_name: "Write a function. Not a person’s name.",
        text_fault: |code, limit| match code {
            FieldCode::Missing | FieldCode::Empty => "Please fill this in.".into(),
            FieldCode::TooLong => format!("This is too long. {limit} characters fit."),
            FieldCode::ContactDetails => "There is a number, address or account in it. Take it out.".into(),
            FieldCode::TooShort
            | FieldCode::TooMany
            | FieldCode::UnknownValue
            | FieldCode::WrongType
            | FieldCode::UnknownField
            | FieldCode::ControlCharacters
            | FieldCode::TooManyMarks
            | FieldCode::NeedsYoungPerson
            | FieldCode::NotShortened
            | FieldCode::Invalid => "There are strange characters in it. Type it again.".into(),
        },
        due: "By which day?",
        due_hint: "Is it not done by then? Then it says by itself: too late.",
        due_missing: "Choose a day.",
        due_fault: "Choose a day that is still to come, within three years.",
        posts: "Because of which dream or story?",
        posts_hint: "Choose at least one. Whoever wrote it sees this promise at ‘My dreams’.",
        posts_missing: "Choose at least one dream or story.",
        posts_too_many: |limit| format!("Choose at most {limit}."),
        posts_fault: "One of these dreams is not on the board. Take it out.",
        search: "Search the board",
        search_hint: "Type a word of the dream. Without a word you see all of them.",
        found: |n, more| match (n, more) {
            (0, _) => "Nothing found. Try another word.".into(),
            (n, false) => format!("{n} found."),
            (n, true) => format!("You see {n} now. There are more."),
        },
        search_more: "Show more",
        post_loading: "The dream is loading.",
        post_gone: "This dream is no longer on the board.",
        post_failed: "This dream could not be loaded.",
        fixed: "A facilitator reads this first. Then everybody sees it.",
        summary: |n| if n == 1 { "One more thing, then it can go" } else { "A few more things, then it can go" },
        send: "Send the promise",
        sent: "The promise has arrived. A facilitator reads it first.",
    },
    follow: FollowWords {
        open: "Say how it goes",
        about: |promise| format!(" with the promise: {promise}"),
        heading: "How does it go?",
        question: "How far is it?",
        choice: |says| match says {
            Saying::Promised => "Promised",
            Saying::NotYet => "It is not done yet",
            Saying::Kept => "It is done",
            Saying::Withdrawn => "We will not do this any more",
        },
        choice_missing: "Choose how it goes.",
        words: "Would you like to say more?",
        words_hint: |limit| format!("May stay empty. At most {limit} characters."),
        why: "Why will this not happen any more?",
        why_hint: |limit| format!("Everybody reads this. The promise stays. At most {limit} characters."),
        why_missing: "Write why this will not happen any more.",
        send: "Send",
        rather_not: "Rather not",
        sent: "That has arrived. A facilitator reads it first.",
        stale: "This promise has just changed",
        stale_more: "Look first at what is there now. What you typed is still there.",
    },
    read: ReadingWords {
        link: |n| if n == 0 { "Read promises".into() } else { format!("Read promises ({n})") },
        heading: "Reading promises",
        lead: |n| match n {
            0 => "Nothing waits.".into(),
            1 => "1 text waits. Nobody sees it before you say yes.".into(),
            n => format!("{n} texts wait. Nobody sees them before you say yes."),
        },
        done: "Everything is read",
        done_more: "Does an organisation promise something? Then it stands here.",
        next: "Skip, read the next one",
        make: "Write down a promise for an organisation",
        says: "What does an organisation say of its promise?",
        says_lead: "Did you hear it from the organisation itself? Write it down here. A facilitator still reads it afterwards.",
        none: "This organisation has not promised anything yet.",
        said: |organisation, says| match says {
            Saying::Promised => format!("{organisation} promises"),
            Saying::NotYet => format!("{organisation} says: not done yet"),
            Saying::Kept => format!("{organisation} says: done"),
            Saying::Withdrawn => format!("{organisation} says: we will not do this any more"),
        },
        by: |name| format!("written down by {name}"),
        owner: "Who sees to it?",
        due: |day, month| format!("By {} {month} {}", day.day(), day.year()),
        posts: "Because of these dreams",
        no_posts: "The dreams behind it are not on the board now.",
        promise: "The promise",
        no_words: "There are no words with it.",
        check: "Is it clear what will come, who sees to it and when? Does it fit the dream? No name, plain words.",
        check_said: "Read whether a child understands this. No name, no blame, plain words.",
        action: |decision| match decision {
            SayingDecision::Publish => "Place",
            SayingDecision::Decline => "Do not place",
        },
        confirm: |decision| match decision {
            SayingDecision::Publish => "Place this",
            SayingDecision::Decline => "Do not place this",
        },
        reasons: "Why? The organisation sees this",
        sent: |decision| match decision {
            SayingDecision::Publish => "Everybody can read it now.",
            SayingDecision::Decline => "It is not placed. The organisation sees why.",
        },
    },
};

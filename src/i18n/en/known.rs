//! English: what is kept about a writer.

use crate::i18n::messages::Known;
use droombord_domain::api::StoredIn;

/// What is kept about a writer.
pub(in crate::i18n) static KNOWN: Known = Known {
    heading: "This is what we know about you",
    lead: "This is everything in our computer that belongs to your dream key. We did not ask your name. We do not know which phone you have.",
    part: |part| match part {
        StoredIn::Words => "Your words",
        StoredIn::Posts => "What you chose with them",
        StoredIn::Keywords => "Keywords",
        StoredIn::Trail => "The trail",
        StoredIn::Decisions => "What facilitators decided",
        StoredIn::Promises => "Promises",
        StoredIn::Reactions => "Reactions of others",
        StoredIn::Key => "Your key",
        StoredIn::Search => "Words for searching",
        StoredIn::Sending => "That you sent it",
        StoredIn::Chain => "The lock on the trail",
        StoredIn::Answers => "Answers, and what you think of them",
    },
    part_more: |part| match part {
        StoredIn::Words => "The text that you wrote.",
        StoredIn::Posts => "Your choices, where your dream is now, and since when.",
        StoredIn::Keywords => "A facilitator chose them.",
        StoredIn::Trail => "Everything that happened to your dream. Nobody can change it.",
        StoredIn::Decisions => "Placed or not, and why. And what facilitators wrote about it.",
        StoredIn::Promises => "Which promise your dream led to. And what you say of it.",
        StoredIn::Reactions => "What they said. Whose it is, we do not know. Today counts tomorrow.",
        StoredIn::Key => "Your 7 words are not there. Only a number that the computer makes of them.",
        StoredIn::Search => "That is how people find your dream on the board.",
        StoredIn::Sending => "So a dream never arrives twice. And never comes back when it is gone.",
        StoredIn::Chain => "Numbers. They show us when somebody secretly changes the trail.",
        StoredIn::Answers => "Whom we asked for an answer, what they said, and what you said of it.",
    },
    nothing: "There is nothing here.",
    show: |part, n| {
        let lines = if n == 1 { "1 line".into() } else { format!("{n} lines") };
        match part {
            StoredIn::Words => format!("Show my words ({lines})"),
            StoredIn::Posts => format!("Show my choices ({lines})"),
            StoredIn::Keywords => format!("Show the keywords ({lines})"),
            StoredIn::Trail => format!("Show the trail ({lines})"),
            StoredIn::Decisions => format!("Show the decisions ({lines})"),
            StoredIn::Promises => format!("Show the promises ({lines})"),
            StoredIn::Reactions => format!("Show the reactions ({lines})"),
            StoredIn::Key => format!("Show the number ({lines})"),
            StoredIn::Search => format!("Show the search words ({lines})"),
            StoredIn::Sending => format!("Show that ({lines})"),
            StoredIn::Chain => format!("Show the lock ({lines})"),
            StoredIn::Answers => format!("Show the answers ({lines})"),
        }
    },
    backups: |days| {
        format!(
            "Do you take everything away? Then it is gone from our computer at once. It may stand in a copy a little longer. Such a copy should be gone after {days} days."
        )
    },
    why: "Read why we keep this",
    erase: "Take everything away",
    erase_ask: "Do you want to take away everything that belongs to this key? All your dreams, the trail and the key itself? We cannot bring it back.",
    erase_yes: "Yes, take everything away",
    erase_no: "No, leave it",
    erased: "Everything is gone. Your key too. It opens nothing any more.",
    close: "Back",
};

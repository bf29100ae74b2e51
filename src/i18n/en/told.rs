//! English: what is new at an own post.

use crate::i18n::told::Told;
use droombord_domain::answer::WordsState;

/// What is new.
pub(in crate::i18n) static TOLD: Told = Told {
    new: "New for you",
    reacted: |n, word| {
        if n == 1 { format!("Somebody says: ‘{word}’.") } else { format!("{n} people say: ‘{word}’.") }
    },
    reactions: "What others say",
    reactions_more: "Only you see how many there are. We count once a day.",
    replies: |n| if n == 1 { "There is a reply.".into() } else { format!("There are {n} new replies.") },
    not_yet: |what| format!("Not done yet: {what}"),
    words: |state| match state {
        WordsState::Received => "Your words are waiting for a reader.",
        WordsState::Published => "Your words now stand beside the answer.",
        WordsState::Declined => "Your words do not stand beside the answer.",
    },
    promise: |what, day| format!("{what} ({day})"),
    asked_from: |day| format!("Is it so? We ask you from {day} on."),
    you_said: |said| format!("You said: {said}."),
};

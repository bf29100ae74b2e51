//! English: own posts.

use crate::i18n::messages::{Mine, Moment};
use droombord_domain::life::PostState;

/// Own posts.
pub(in crate::i18n) static MINE: Mine = Mine {
    title: "My dreams – Droombord",
    heading: "My dreams",
    lead: "Here you see what happens with what you wrote.",
    news: |n, all| match (n, all) {
        (0, 1) => "You follow 1 dream or story.".into(),
        (0, all) => format!("You follow {all} dreams and stories."),
        (_, 1) => "There is news about your dream.".into(),
        (n, all) => format!("There is news about {n} of your {all} dreams."),
    },
    none: "You do not follow a dream yet",
    none_more: "Type your dream key, or write a dream.",
    write: "Write your dream",
    follow: "Do you have a dream key?",
    follow_more: "Follow another dream?",
    type_key: "Type your dream key",
    type_key_hint: "7 words, with a space between them.",
    waits_signal: "Waiting for a signal",
    waits_signal_more: "This goes by itself when you have internet again. Open the board then. Until that moment it is on this phone.",
    waits_signal_tried: "This goes by itself when you have internet again. Open the board then. Perhaps it arrived already. You can take it away after that.",
    waits_signal_change: "What you chose is waiting for a signal. Open the board later.",
    waits_signal_stop: "Do not send it after all",
    not_sent: "Not sent",
    taken_back: "This was not sent, as you wished.",
    taken_back_kept: "This was not sent. Your text is ready again under ‘Write’.",
    not_sent_throw: "All right, take this away",
    not_changed: "That was no longer possible",
    not_changed_more: "Something had changed meanwhile. See how it stands now.",
    not_kept_here: "We do not keep your dreams on this phone. With internet you see them again.",
    remember: "Remember my key on this phone",
    remember_more: "Only do this on your own phone.",
    open: "Open my dream",
    opened: |n| {
        if n == 1 {
            "You now follow 1 dream or story.".into()
        } else {
            format!("You now follow {n} dreams and stories.")
        }
    },
    of_key: |n| format!("Dream key {n}"),
    state: |state| match state {
        PostState::Received => "Waits for a reader",
        PostState::HandedBack => "We ask you something",
        PostState::Published => "Placed on the board",
        PostState::Declined => "Not on the board",
        PostState::TakenDown => "Taken off the board",
        PostState::Withdrawn => "Not placed after all",
        PostState::Expired => "We heard nothing from you for too long",
        PostState::Erased => "Taken away",
    },
    state_more: |state| match state {
        PostState::Received => "A facilitator reads it.",
        PostState::HandedBack => "We wait for you. Take your time.",
        PostState::Published => "Everybody can read it now.",
        PostState::Declined => "The reason is below. You can still change it.",
        PostState::TakenDown => "The reason is below.",
        PostState::Withdrawn => "That is what you wanted. Nobody else sees it.",
        PostState::Expired => "It does not go on the board. You may write again.",
        PostState::Erased => "The words are gone everywhere.",
    },
    waits: "Waits for a reader",
    not_read: "Not read yet",
    not_read_more: |n| {
        let days = if n == 1 { "1 day".into() } else { format!("{n} days") };
        format!("This has been waiting for {days}. That is longer than we promised. Sorry.")
    },
    waits_hours: |n| match n {
        0 => "Waiting for less than an hour".into(),
        1 => "Waiting for 1 hour".into(),
        n => format!("Waiting for {n} hours"),
    },
    waits_days: |n| if n == 1 { "Waiting for 1 day".into() } else { format!("Waiting for {n} days") },
    reason: |reason| format!("The reason: {}.", lower_first(reason)),
    on_board: "It hangs on the board.",
    reply_to: "Reply to: ",
    reply_to_gone: "What you replied to is not on the board now. Then your reply cannot be seen either.",
    see_on_board: "See it on the board",
    later: "Placed on the board",
    trail: "The trail",
    moment,
    change: "I will change it myself",
    change_label: "Your text",
    change_lead: "A facilitator reads it again after that.",
    change_send: "Send my new text",
    change_cancel: "Leave it as it was",
    changed: "Your new text has arrived. A facilitator is going to read it.",
    changed_meanwhile: "Something changed meanwhile. Your text is still here. See whether it is right.",
    not_allowed_now: "That is not possible any more. See what happened meanwhile.",
    same_text: "Nothing has changed in your text yet.",
    agree: "Yes, this is fine",
    agreed: "Thank you. The new text is in. A facilitator reads it once more.",
    now_there: "Now it says",
    becomes: "It becomes",
    left_out: "That piece goes",
    asked_again: "We asked once more. If you say nothing, a facilitator may only leave something out.",
    before: "This stood there first",
    before_more: "We got no answer from you. So something was left out. After 30 days the old text is gone.",
    another: "Let somebody else read it",
    another_lead: "Do you not agree? Tell us. Then somebody else reads it.",
    another_done: "Good. Another facilitator is going to read it.",
    withdraw: "Do not place it after all",
    withdraw_ask: "Do you want us not to place it? Then nobody reads it any more.",
    withdraw_yes: "Yes, do not place it",
    withdraw_no: "No, leave it",
    withdrawn: "Good. We do not place it.",
    erase: "Take it away",
    erase_ask: "Do you want to take this away? Then it is gone everywhere. We cannot bring it back.",
    erase_yes: "Yes, take it away",
    erase_no: |hangs| if hangs { "No, let it hang" } else { "No, leave it" },
    erased: "It is gone. Everywhere.",
    about: |heading| format!(": {heading}"),
    boss: "You are in charge",
    known: "What do you know about me?",
    new_words: "New words",
    new_words_why: "Did somebody see your words? Take new ones. The old ones stop working after that.",
    new_words_first: "First write down these new words. Your old words still work.",
    new_words_use: "Use the new words",
    new_words_cancel: "Keep my old words",
    new_words_done: "Your new words work now. The old ones do not.",
    ask_again: "Ask for my words again",
    ask_again_on: "We ask for your words again after a quarter of an hour. Also when you close this tab. So keep them safe.",
    ask_again_off: "This phone remembers your words again.",
    asked_again_lead: "You wanted us to ask for your words again. Type them below.",
    forget: "Forget my key on this phone",
    forget_ask: "This phone forgets your key. Do you have the 7 words on paper?",
    forget_yes: "Yes, forget it",
    forget_no: "Not yet",
    forgotten: "This phone does not know your key any more.",
    close: "Close my dreams",
};

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn moment(moment: Moment) -> String {
    let Moment { days_ago, year, month: number, day, hour, minute } = moment;
    let time = format!("{hour}:{minute:02}");
    match (days_ago, year) {
        (0, _) => format!("Today, {time}"),
        (1, _) => format!("Yesterday, {time}"),
        (_, None) => format!("{day} {}, {time}", super::month(number)),
        (_, Some(year)) => format!("{day} {} {year}, {time}", super::month(number)),
    }
}

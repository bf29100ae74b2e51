//! English: writing, the follow key, and what is not right in a form.

use crate::i18n::messages::{Faults, Key, Share};
use droombord_domain::post::{Direction, Kind};

/// Writing.
pub(in crate::i18n) static SHARE: Share = Share {
    title: |step| match step {
        1 => "Step 1: choose – Droombord",
        2 => "Step 2: write – Droombord",
        3 => "Step 3: who you are – Droombord",
        _ => "Step 4: look and send – Droombord",
    },
    title_thanks: "Thank you – Droombord",
    title_stop: "Stop – Droombord",
    step: |step| format!("Step {step} of 4"),
    no_script: "Writing only works when JavaScript is on.",
    what: "What do you want to tell?",
    what_lead: "You do not have to give a name. No e-mail address either. A human reads what you write.",
    reply: "Join the talk",
    reply_lead: "You need not give a name. No mail address either. A facilitator reads your reply first.",
    reply_to: "You reply to this",
    reply_gone: "This is no longer on the board. Then you cannot reply.",
    which_kind: "Is it a dream or a story?",
    kind: |kind| match kind {
        Kind::Dream => "A dream",
        Kind::Story => "A story",
        Kind::Reply => "A reply",
    },
    kind_more: |kind| match kind {
        Kind::Dream => "How it should be.",
        Kind::Story => "How it was. Or how it is now.",
        Kind::Reply => "How you see it.",
    },
    which_direction: "What must happen?",
    direction_more: |direction| match direction {
        Direction::Start => "This must come.",
        Direction::Stop => "They must stop doing this.",
        Direction::TurnBack => "They must look at this again. Or put it right.",
    },
    unsure: "I do not know",
    unsure_more: "That is fine too.",
    borrowed: "This is not my phone",
    borrowed_more: "Then we remember nothing here.",
    borrowed_means: "Good. Stay on this page until you are done. Otherwise your text is gone.",
    next: "Next",
    back: "Back",
    stop: "Stop writing",
    words: |kind| match kind {
        Kind::Dream => "Write your dream",
        Kind::Story => "Write your story",
        Kind::Reply => "Write your reply",
    },
    words_lead: "Short is good. Mistakes do not matter.",
    starters_label: "No beginning yet? Tap a sentence",
    starters: |kind| match kind {
        Kind::Dream => ["I dream that …", "I wish that …", "It helps when …"],
        Kind::Story => ["This is how it went: …", "I remember that …", "Then I said: …"],
        Kind::Reply => ["I know this: …", "What helped me: …", "I want to tell you that …"],
    },
    saved: "Kept on this phone. Not sent yet.",
    unsaved: "Not sent yet.",
    not_kept: "We keep nothing here. Not sent yet.",
    full: "Your phone has no room. Copy your text by hand, or send it now.",
    count: |n, max| format!("{} of {} letters", thousands(n), thousands(max)),
    near_limit: "You have 50 letters left, or fewer.",
    past_limit: "Your text is too long.",
    worried: "Are you not doing well right now?",
    worried_link: "Here you can call or chat",
    worried_kept: "Your text stays.",
    turn_back: "Copy nothing out of a file. Do you want somebody to look at it with you? A confidential counsellor is on your side.",
    who: "Who are you?",
    who_lead: |kind| match kind {
        Kind::Dream => "No name needed. This stands beside your dream, so that people know who speaks.",
        Kind::Story => "No name needed. This stands beside your story, so that people know who speaks.",
        Kind::Reply => "No name needed. This stands beside your reply, so that people know who speaks.",
    },
    i_am: "I am",
    more_roles: "More choices",
    rather_not: "I would rather not say",
    how_old: "About how old are you?",
    not_said: "I will not say",
    whereabouts: "Where in the Netherlands?",
    may_skip: "You may skip this",
    on_behalf: "I write for somebody else",
    on_behalf_more: "We add: ‘written down for somebody else’.",
    skip: "Skip",
    look: "Is it right this way?",
    look_lead: |kind| match kind {
        Kind::Dream => "This is how your dream will hang. You can still change everything.",
        Kind::Story => "This is how your story will hang. You can still change everything.",
        Kind::Reply => "This is how your reply will stand there. You can still change everything.",
    },
    change_words: "Change the text",
    change_who: "Change who I am",
    what_next: "What happens next?",
    next_read: "A facilitator reads it",
    next_read_more: "Nobody else sees it yet.",
    next_hear: "You can see whether it can stay like this",
    next_hear_more: "Look at My dreams. Is there something? Then the reason is there.",
    next_hang: |kind| match kind {
        Kind::Dream => "Your dream hangs on the board",
        Kind::Story => "Your story hangs on the board",
        Kind::Reply => "Your reply is on the board",
    },
    next_hang_more: "Only after a yes from the facilitator.",
    same_key: "Does this belong to your earlier dreams?",
    same_key_lead: "If you choose nothing, you get new words.",
    same_key_yes: "Yes, they belong together",
    same_key_yes_more: "You follow all of it with the same 7 words.",
    same_key_no: "No, keep it apart",
    same_key_no_more: "You get 7 new words.",
    send: |kind| match kind {
        Kind::Dream => "Send my dream",
        Kind::Story => "Send my story",
        Kind::Reply => "Send my reply",
    },
    sending: |kind| match kind {
        Kind::Dream => "Your dream is on its way",
        Kind::Story => "Your story is on its way",
        Kind::Reply => "Your reply is on its way",
    },
    sending_more: "Leave this page open a little longer.",
    busy: "It is busy. One moment: your phone works something out.",
    failed: "It was not sent",
    failed_kept: |kind| match kind {
        Kind::Dream => "Your dream is safe on this phone.",
        Kind::Story => "Your story is safe on this phone.",
        Kind::Reply => "Your reply is safe on this phone.",
    },
    failed_here: "Your text is still on this page. Leave the page open.",
    failed_borrowed: "This is not your phone. We keep nothing here to send later. Leave the page open.",
    failed_again: "Tap ‘Try again’.",
    gone: "This was sent before, and taken away",
    gone_more: "Do you want to send it again after all? You may.",
    thanks: |kind| match kind {
        Kind::Dream => "Your dream has arrived",
        Kind::Story => "Your story has arrived",
        Kind::Reply => "Your reply has arrived",
    },
    thanks_lead: |_| "Thank you. A facilitator is going to read it.",
    thanks_same_key: "You follow this with the same 7 words as before.",
    waits: |kind| match kind {
        Kind::Dream => "Your dream is waiting for a signal",
        Kind::Story => "Your story is waiting for a signal",
        Kind::Reply => "Your reply is waiting for a signal",
    },
    waits_lead: "This goes by itself when you have internet again. Open the board then. Until that moment it is on this phone.",
    to_mine: "To My dreams",
    no_words_yet: "You have not typed the words yet",
    no_words_yet_more: "Without the words you cannot look any more.",
    to_words: "Back to the words",
    do_not_follow: "I do not want to follow",
    stop_heading: "Do you want to stop writing?",
    stop_kept: "Your text stays on this phone.",
    stop_not_kept: "We keep nothing here. When you stop, your text is gone.",
    keep_and_stop: "Keep it and stop",
    throw_away: "Throw it away",
    write_on: "Write on",
};

/// The follow key.
pub(in crate::i18n) static KEY: Key = Key {
    heading: "Your dream key",
    lead: "With these 7 words you see what happens with your dream.",
    write_down: "Write them down.",
    write_down_more: "We cannot give them again. Whoever has these words can read your trail.",
    can_forget: "A phone can forget your words. Keep them on paper too.",
    copy: "Copy",
    copied: "The words are copied. Paste them in a safe place.",
    copy_yourself: "Copying did not work by itself. The words are selected now. Copy them yourself.",
    print: "Print",
    check: "Do you have them? Type two of them",
    word: |place| format!("Word {place}"),
    skip: "Skip, I do not want to follow",
    done: "Done",
};

/// What is not right in a form.
pub(in crate::i18n) static ERRORS: Faults = Faults {
    summary: |n| {
        if n == 1 { "1 thing left, then you can go on".into() } else { format!("{n} things left, then you can go on") }
    },
    no_kind: "First choose: a dream or a story.",
    no_text: "First write something. One sentence is enough.",
    too_long: |n| {
        let letters = if n == 1 { "1 letter".into() } else { format!("{} letters", thousands(n as usize)) };
        format!("Your text is {letters} too long. Take something out, or make two dreams of it.")
    },
    odd_signs: "There are signs in it that we cannot show. Take them out.",
    choose_again: "We do not know this choice. Choose once more.",
    age_alone: "Your age belongs to ‘Child or young person’. Choose that, or skip your age.",
    word: |place| format!("Word {place} is not right. Look at your note once more."),
    unknown_word: |place, word, near| match near {
        Some(near) => format!("We do not know word {place} (‘{word}’). Do you mean ‘{near}’?"),
        None => format!("We do not know word {place} (‘{word}’). Look at your note once more."),
    },
    word_count: |n| match n {
        0 => "Type your 7 words here.".into(),
        1 => "We see 1 word. There are always 7.".into(),
        n => format!("We see {n} words. There are always 7."),
    },
    key: "These words do not fit a dream. See whether you have 7, with a space between them.",
    too_often: |minutes| match minutes {
        None => "That was too often. Wait a moment and try again.".into(),
        Some(1) => "That was too often. Wait 1 minute and try again.".into(),
        Some(n) => format!("That was too often. Wait {n} minutes and try again."),
    },
};

fn thousands(n: usize) -> String {
    if n < 1_000 { n.to_string() } else { format!("{},{:03}", n / 1_000, n % 1_000) }
}

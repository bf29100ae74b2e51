//! The desk in English: as plain as the Dutch.

mod answering;
pub(super) mod digest;
mod finding;
mod insight;
mod promising;
mod together;
mod worklist;

use super::Ended;
use super::{Alert, Decide, DeskMessages, Devices, HandBack, Keys, Marks, People, Queue, Review, Room, SignIn};
use crate::clock::Waited;
use droombord_domain::{
    api::Decision,
    life::PostState,
    mark::{FactKind, FindingCue, FindingKind, SignalKind},
    problem::FieldCode,
    settings::HelpLine,
    staff::{AccountStep, StaffRole},
    trail::TrailKind,
};

/// The sentences.
pub(super) static MESSAGES: DeskMessages = DeskMessages {
    room: Room {
        title: "Reading desk – Droombord",
        heading: "Reading desk",
        opening: "The reading desk is opening.",
        needs_app: "The reading desk works with the app in this page. Does it take long? Load the page again. Is JavaScript off? Then switch it on.",
        who: |name, role| format!("Signed in: {name}, {}", role_name(role)),
        role: role_name,
        devices: "Where you are signed in",
        sign_out: "Sign out",
        signed_out: "You are signed out.",
        no_page: "This page does not exist",
        to_desk: "To the reading desk",
        not_sent: "That did not work",
        not_sent_more: "What you chose is still there. Please try again.",
        offline: "You have no internet",
        offline_more: "What you chose is still there. Try again later.",
        storage_full: "The board’s computer is full. Ask the administrator for room.",
        not_yours: "You may not do this. Your task may have changed. Sign in again.",
        loading: "Loading.",
        load_failed: "Loading did not work",
        load_failed_more: "Wait a moment and try again.",
        still_there: "Looking whether you are still signed in.",
        hidden_more: "We do not know whether you are still signed in. So nothing is shown here for now. What you chose is still there.",
    },
    sign_in: SignIn {
        heading: "Sign in",
        lead: "Facilitators read here. Do you want to write something? You can on the board, without signing in.",
        name: "Name",
        password: "Password",
        code: "Code from your app",
        code_hint: "6 digits. Is it your first time? Leave this empty.",
        show_passwords: "Show what I type",
        go: "Sign in",
        going: "Looking whether it is right …",
        back: "Back",
        signed_in: "You are signed in.",
        ended: "You are signed out",
        ended_more: |how| match how {
            Ended::Idle => "Nothing happened here for an hour. Sign in again. What you chose is still there.",
            Ended::Elsewhere => "You did that in another tab. Sign in again if you want to go on.",
            Ended::Otherwise => {
                "Your time was up. Or you were signed out elsewhere. Sign in again. What you chose is still there."
            }
        },
        needs_https: "You cannot sign in at this address",
        needs_https_more: "This address begins with http, not with https. Your browser would not keep you signed in. And somebody on the network could read your password. Ask the administrator for the address with https.",
        summary: |n| {
            if n == 1 { "One more thing, then you can go on" } else { "A few more things, then you can go on" }
        },
        name_missing: "Type your name.",
        password_missing: "Type your password.",
        code_missing: "Type the code from your app too.",
        code_shape: "The code has 6 digits.",
        wrong: "Name, password or code is not right. A code works once. Take the newest.",
        busy: |seconds| match seconds.map(|seconds| seconds.div_ceil(60)) {
            None => "There are too many tries. Try again in a few minutes.".into(),
            Some(0 | 1) => "There are too many tries. Try again in 1 minute.".into(),
            Some(n) => format!("There are too many tries. Try again in {n} minutes."),
        },
        first_heading: "The first time",
        first_lead: "Your password is right. From now on you also sign in with a code. An app on your phone makes that code.",
        first_app: "No app yet? Take one that makes codes. In the store they are called ‘authenticator’.",
        first_secret: "Type this into the app. Or paste it.",
        first_secret_label: "Secret for the app",
        first_link: "Put it into the app on this device",
        first_keep: "Show this to nobody. After today you do not see it any more.",
        first_code: "Code from the app",
        first_code_hint: "6 digits. The app makes a new one every half minute.",
        copy: "Copy",
        copied: "Copied.",
        not_copied: "Copying did not work. Type it over.",
        new_password: "Choose a password of your own",
        new_password_hint: |least| format!("At least {least} letters or digits. A few loose words in a row are fine."),
        new_password_wanted: "Somebody gave you your password. Now choose one of your own.",
        new_password_fault: |code, limit| match code {
            FieldCode::Missing | FieldCode::Empty => {
                format!("Fill in a password of your own. Take at least {limit} letters or digits.")
            }
            FieldCode::TooShort => {
                format!("Your password is too short. Take at least {limit} letters or digits.")
            }
            FieldCode::TooLong => "Your password is too long. Make it shorter.".into(),
            FieldCode::Invalid
            | FieldCode::TooMany
            | FieldCode::UnknownValue
            | FieldCode::WrongType
            | FieldCode::UnknownField
            | FieldCode::ControlCharacters
            | FieldCode::TooManyMarks
            | FieldCode::NeedsYoungPerson
            | FieldCode::ContactDetails
            | FieldCode::NotShortened => "Choose another password than you were given.".into(),
        },
    },
    queue: Queue {
        lead: |waiting, oldest, days| {
            let days = if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
            match (waiting, oldest) {
                (0, _) | (_, None) => format!("Nothing is waiting. We promised: within {days}."),
                (1, Some(oldest)) => {
                    format!("1 is waiting. The oldest waits {}. We promised: within {days}.", waited(oldest))
                }
                (n, Some(oldest)) => {
                    format!("{n} are waiting. The oldest waits {}. We promised: within {days}.", waited(oldest))
                }
            }
        },
        lists: "Lists",
        list: |state| match state {
            PostState::Published => "On the board",
            PostState::Declined => "Not placed",
            PostState::TakenDown => "Off the board",
            PostState::HandedBack => "With the writer",
            PostState::Received | PostState::Withdrawn | PostState::Expired | PostState::Erased => "Waiting",
        },
        heading: |state| match state {
            PostState::Published => "On the board",
            PostState::Declined => "Not placed",
            PostState::TakenDown => "Taken off the board",
            PostState::HandedBack => "With the writer",
            PostState::Received | PostState::Withdrawn | PostState::Expired | PostState::Erased => "Queue",
        },
        waits: |time| format!("Waits {}", waited(time)),
        danger: "Worries: read first",
        second: "Waits for a second reader",
        another: "Asks for another reader",
        claimed: |name| format!("{name} is reading"),
        findings: |n| if n == 1 { "1 finding".into() } else { format!("{n} findings") },
        more: "Load more",
        all_shown: "These are all of them.",
        done: "Everything has been read",
        done_more: "Thank you. Look again tomorrow.",
        empty: |state| match state {
            PostState::Published => "Nothing hangs on the board yet.",
            PostState::Declined => "There is nothing that was not placed.",
            PostState::TakenDown => "Nothing was taken off the board.",
            PostState::HandedBack => "Nothing is with a writer.",
            PostState::Received | PostState::Withdrawn | PostState::Expired | PostState::Erased => {
                "Everything has been read."
            }
        },
        choose: "Choose a dream from the queue",
        choose_more: "Worries are at the top. Then the oldest.",
        read_oldest: "Read the top one",
    },
    review: Review {
        title: "Reading desk: a dream – Droombord",
        heading: "Reading this dream",
        back: "Back to the queue",
        first_listen: "First read what the writer wants to say. Only then look at the findings. Do not guess who it is.",
        rules: "Our rules",
        rule: [
            "First hear, then look. Every dream deserves a reader.",
            "Nothing changes without the writer knowing.",
            "Nothing goes away without a reason.",
            "Angry is fine. Recognisable is not.",
            "In danger: never decide alone. A second reader decides with you.",
        ],
        trail: "What happened",
        trail_step: |kind| match kind {
            TrailKind::Received => "Received",
            TrailKind::Read => "Read",
            TrailKind::SecondReader => "Second reader",
            TrailKind::HandedBack => "Handed back",
            TrailKind::Reminded => "Asked once more",
            TrailKind::Revised => "Changed by the writer",
            TrailKind::Published => "Placed on the board",
            TrailKind::Shortened => "Shortened",
            TrailKind::Declined => "Not placed",
            TrailKind::Asked => "Answer asked",
            TrailKind::Answered => "Answer",
            TrailKind::Understood => "The writer said whether it is right",
            TrailKind::Verdict => "The writer said how it feels",
            TrailKind::Promised => "Promise is on",
            TrailKind::Kept => "Promise kept",
            TrailKind::Overdue => "Promise late",
            TrailKind::PromiseWithdrawn => "Promise taken back",
            TrailKind::TakenDown => "Taken off the board",
            TrailKind::Reversed => "Turned back",
            TrailKind::Withdrawn => "The writer does not want it placed",
            TrailKind::Expired => "No answer from the writer for too long",
            TrailKind::Erased => "Taken away by the writer",
        },
        by: |name| format!("by {name}"),
        reason_was: |reason| format!("Reason: {reason}"),
        text_version: |n| format!("Text {n}"),
        reply_to: "Reply to",
        reply_to_gone: "What this replies to is no longer on the board.",
        see_on_board: "See it on the board",
        not_there: "This dream is not here (any more)",
        not_there_more: "Maybe the writer took it away. That is allowed.",
        changed: "The writer has just changed it",
        changed_more: "Here is the new text. Read it first. What you chose is still there.",
    },
    marks: Marks {
        heading: |n| match n {
            0 => "Findings".into(),
            1 => "1 finding".into(),
            n => format!("{n} findings"),
        },
        none: "We see nothing by which somebody can be recognised. Look for yourself too.",
        tag: |kind| match kind {
            FindingKind::PersonName => "name",
            FindingKind::Phone => "phone",
            FindingKind::Email => "mail",
            FindingKind::Address => "address",
            FindingKind::Postcode => "postcode",
            FindingKind::Bsn => "bsn",
            FindingKind::Birthdate => "day of birth",
            FindingKind::CaseNumber => "file",
            FindingKind::Institution => "institution",
            FindingKind::School => "school",
            FindingKind::Handle => "name in an app",
            FindingKind::Url => "website",
            FindingKind::Iban => "bank account",
            FindingKind::LicencePlate => "number plate",
            FindingKind::CityPlace => "place",
        },
        looks_like: |kind| match kind {
            FindingKind::PersonName => "Looks like a name.",
            FindingKind::Phone => "Looks like a phone number.",
            FindingKind::Email => "Looks like a mail address.",
            FindingKind::Address => "Looks like an address.",
            FindingKind::Postcode => "Looks like a postcode.",
            FindingKind::Bsn => "Looks like a citizen service number.",
            FindingKind::Birthdate => "Looks like a day of birth.",
            FindingKind::CaseNumber => "Looks like the number of a file.",
            FindingKind::Institution => "Looks like an institution or group.",
            FindingKind::School => "Looks like a school.",
            FindingKind::Handle => "Looks like a name in an app.",
            FindingKind::Url => "Looks like a website.",
            FindingKind::Iban => "Looks like a bank account.",
            FindingKind::LicencePlate => "Looks like a number plate.",
            FindingKind::CityPlace => "A place. It may stay.",
        },
        how_sure: |percent| match percent {
            90.. => "Nearly certain.",
            60..90 => "Likely.",
            0..60 => "Perhaps.",
        },
        because: |cue| match cue {
            FindingCue::Shape => "It looks so.",
            FindingCue::Checksum => "Its digits are right for it.",
            FindingCue::Keyword => "A word beside it says so.",
            FindingCue::Introduction => "Somebody says a name.",
            FindingCue::Title => "Something like ‘Mrs’ stands before it.",
            FindingCue::Role => "Something like ‘my mentor’ stands before it.",
            FindingCue::Greeting => "It stands in a greeting.",
            FindingCue::Company => "It stands beside another person.",
            FindingCue::List => "It stands in a list of names.",
            FindingCue::Context => "The sentence around it fits a person.",
            FindingCue::Repeated => "It is there more than once.",
        },
        together: |facts| {
            let facts = facts.iter().map(|fact| match fact {
                FactKind::Age => "age",
                FactKind::Date => "day",
                FactKind::Birthday => "birthday",
                FactKind::Place => "place",
                FactKind::Rare => "something rare",
                FactKind::Count => "how many there are",
                FactKind::Only => "being the only one",
                FactKind::Role => "work of family",
            });
            format!("Recognisable together: {}.", facts.collect::<Vec<_>>().join(" + "))
        },
        danger: "Worries: read this with two people",
        danger_tag: "worries",
        maybe: |kind| match kind {
            SignalKind::SelfHarm => "Perhaps somebody hurts themself.",
            SignalKind::Suicide => "Perhaps somebody does not want to live any more.",
            SignalKind::Violence => "Perhaps it is not safe somewhere.",
            SignalKind::SexualAbuse => "Perhaps there is sexual abuse.",
            SignalKind::RunningAway => "Perhaps somebody runs away.",
        },
        line: |line| match line {
            HelpLine::Emergency => "Call 112:",
            HelpLine::Kindertelefoon => "De Kindertelefoon (children’s helpline):",
            HelpLine::Line113 => "113, day and night:",
            HelpLine::VeiligThuis => "Veilig Thuis (safe at home), day and night:",
            HelpLine::Jeugdstem => "Jeugdstem:",
        },
        danger_now: "Is there danger now? Call at once:",
        danger_more: "We do not know who wrote this. The letter ‘We are worried’ says who can help.",
    },
    decide: Decide {
        heading: "What do you do?",
        action: |decision| match decision {
            Decision::Publish => "Place",
            Decision::HandBack => "Hand back",
            Decision::Decline => "Do not place",
            Decision::Shorten => "Leave something out and place",
            Decision::TakeDown => "Take off the board",
            Decision::Reverse => "Turn back",
        },
        confirm: |decision| match decision {
            Decision::Publish => "Place on the board",
            Decision::HandBack => "Hand back to the writer",
            Decision::Decline => "Do not place, and send the letter",
            Decision::Shorten => "Place on the board, shortened",
            Decision::TakeDown => "Take off the board, and send the letter",
            Decision::Reverse => "Place on the board after all",
        },
        sending: "Sending …",
        sent: |decision| match decision {
            Decision::Publish => "Placed on the board.",
            Decision::HandBack => "Handed back. The writer gets the letter.",
            Decision::Decline => "Not placed. The writer gets the letter.",
            Decision::Shorten => "Placed. It says: shortened by a facilitator.",
            Decision::TakeDown => "Taken off the board. The writer gets the letter.",
            Decision::Reverse => "Turned back. The dream hangs on the board.",
        },
        next_is: "This is the next one.",
        none_left: "Nothing waits any more.",
        patterns: "What went wrong?",
        patterns_hint: "Choose at least one. Then it is not about one case.",
        pattern_missing: "Choose what went wrong. Then it can go on the board.",
        keywords: "Keywords",
        keywords_chosen: "Chosen keywords",
        keywords_hint: |most, needed| match needed {
            true => format!("At most {most}, with what you have chosen."),
            false => format!("At most {most}. None is fine too."),
        },
        keyword_add: "Add",
        keyword_remove: |word| format!("Take away: {word}"),
        keyword_fault: |code, limit| match code {
            FieldCode::TooMany => format!("There is room for {limit}. First take one away."),
            FieldCode::TooLong => format!("This word is too long. It has room for {limit} letters."),
            FieldCode::Missing | FieldCode::Empty => "Type a word first.".into(),
            FieldCode::Invalid
            | FieldCode::TooShort
            | FieldCode::UnknownValue
            | FieldCode::WrongType
            | FieldCode::UnknownField
            | FieldCode::ControlCharacters
            | FieldCode::TooManyMarks
            | FieldCode::NeedsYoungPerson
            | FieldCode::ContactDetails
            | FieldCode::NotShortened => "This word has strange characters. Type it again.".into(),
        },
        keyword_added: |word| format!("{word} is added."),
        keyword_removed: |word| format!("{word} is gone."),
        reasons: "Why? The writer sees this",
        more_reasons: |n| format!("{n} more reasons"),
        reason_missing: "First choose a reason. The writer sees it.",
        letter: "This is what the writer reads",
        letter_waits: "Choose a reason. Then the letter is here.",
        letter_help: "Does a help line fit? It stands under it by itself.",
        case: "This is about one case or one person",
        case_more: "With turning back, no number of a file goes on the board, and no name. Hand it back with other words.",
        reaches: "Somebody could be reached by this",
        reaches_more: "A reply may not do that: so everything stays on the board. Hand it back, or decline it.",
        handled: "Another facilitator has dealt with this one already. Go to the next.",
        gone: "The writer has just taken this one away. That is allowed. Go to the next.",
        to_next: "To the next",
        needs_another: "Another facilitator does this",
        needs_another_more: "You decided on this the last time. Turning back takes a second person. Ask a colleague.",
        another: "The writer asks for another reader",
        another_lead: "A colleague did not place this. The reason is in the trail. Read it with fresh eyes.",
        another_more: "You did not place this the last time. Now the writer asks for somebody else. Ask a colleague.",
        two: "Two people decide on this",
        two_first: "You read first. Choose what you would do. Then a second facilitator reads.",
        two_alone: "There is no second facilitator",
        two_alone_more: "Ask the administrator for somebody else. You can already choose what you would do.",
        two_second: |name, decision| match decision {
            Decision::Publish | Decision::HandBack | Decision::Shorten | Decision::Reverse => {
                format!("{name} read this first, and would place it.")
            }
            Decision::Decline | Decision::TakeDown => format!("{name} read this first, and would not place it."),
        },
        two_second_more: "Read it yourself too. Choose the same, or something else. Your choice holds.",
        two_waits: |decision| match decision {
            Decision::Publish | Decision::HandBack | Decision::Shorten | Decision::Reverse => {
                "You read this first, and would place it.".into()
            }
            Decision::Decline | Decision::TakeDown => "You read this first, and would not place it.".into(),
        },
        two_waits_more: "Now another facilitator reads, and decides. Talk about it together.",
        propose: |decision| match decision {
            Decision::Publish => "Say: I would place this",
            Decision::HandBack => "Hand back to the writer",
            Decision::Shorten => "Place on the board, shortened",
            Decision::Decline => "Say: I would not place this",
            Decision::TakeDown => "Take it off the board and send the letter",
            Decision::Reverse => "Place it on the board after all",
        },
        proposed: "Thank you. Now a second facilitator reads.",
        nothing_now: |state| match state {
            PostState::HandedBack => {
                "This one is with the writer. After 7 days we ask once more. Then you may leave something out."
            }
            PostState::Withdrawn => "The writer does not want it placed. You do not have to do anything.",
            PostState::Expired => "The writer gave no answer. You do not have to do anything.",
            PostState::Erased => "The writer took it away. That is allowed.",
            PostState::Received | PostState::Published | PostState::Declined | PostState::TakenDown => {
                "You do not have to do anything now."
            }
        },
    },
    hand_back: HandBack {
        heading: "Your proposal",
        hint: "Choose a piece of the text and say what it becomes. The writer decides. No proposal is fine too.",
        take: |piece| format!("Take: {piece}"),
        stretch: "This piece",
        stretch_hint: "Exactly as it stands in the text.",
        stretch_missing: "This piece is not in the text like this, or it stays the same.",
        instead: "It becomes",
        instead_hint: "If you leave this empty, the piece goes.",
        preview: "This is what you ask the writer",
        sentence: "A sentence of your own",
        sentence_sent: "Own sentence in the letter",
        sentence_hint: |most| format!("None is fine too. At most {most} letters. Every facilitator can read this."),
        fault: |code| match code {
            FieldCode::TooLong => "This is too long. Make it shorter.",
            FieldCode::ContactDetails => {
                "There is a number, address or account here. Take it out. So nobody can reach a writer."
            }
            FieldCode::NotShortened => "You may only leave something out. Other words are not allowed.",
            FieldCode::Missing
            | FieldCode::Empty
            | FieldCode::Invalid
            | FieldCode::TooShort
            | FieldCode::TooMany
            | FieldCode::UnknownValue
            | FieldCode::WrongType
            | FieldCode::UnknownField
            | FieldCode::ControlCharacters
            | FieldCode::TooManyMarks
            | FieldCode::NeedsYoungPerson => "This does not fit the text. Look again.",
        },
        left_out: "What is left",
        left_out_hint: "Take out what cannot be there. Add nothing. The writer can see what stood there for 30 days.",
        left_out_wrong: "Take something out, and change nothing else. Other words need the writer’s yes.",
        asked: "This is what we ask the writer",
        asked_at: |when| format!("Asked on {when}"),
        asked_again: |when| format!("Asked once more on {when}. No answer came."),
    },
    together: &together::TOGETHER,
    worklist: &worklist::WORK,
    finding: &finding::FINDING,
    insight: &insight::INSIGHT,
    alert: Alert {
        title: |n| format!("Read now: {n}"),
        heading: |n| {
            if n == 1 {
                "A writer asks you to look at once".into()
            } else {
                format!("{n} writers ask you to look at once")
            }
        },
        read: |waited| match waited {
            Some(waited) => format!("Read now. {}", (MESSAGES.queue.waits)(waited)),
            None => "Read now".into(),
        },
        sound_ask: "Do you want a sound when a writer asks for help?",
        sound_on: "Sound on",
        sound_off: "Sound off",
        sound_is_on: "The sound is on.",
        sound_is_off: "The sound is off.",
    },
    keys: Keys {
        heading: "Keyboard shortcuts",
        on: "Keyboard shortcuts on",
        note: "They do not work while you type. This choice is kept on this device.",
        next: "Next in the queue",
        previous: "Previous in the queue",
        choose: |decision| match decision {
            Decision::Publish => "Choose: place",
            Decision::HandBack => "Choose: hand back",
            Decision::Decline => "Choose: do not place",
            Decision::Shorten => "Choose: leave something out and place",
            Decision::TakeDown => "Choose: take off the board",
            Decision::Reverse => "Choose: turn back",
        },
        enter: "Do what the large button says",
        enter_key: "Enter",
    },
    devices: Devices {
        title: "Reading desk: signed in – Droombord",
        heading: "Where you are signed in",
        lead: "Is there one you do not know? Sign out there and ask for a new password.",
        here: "This one",
        began: |when| format!("Began on {when}"),
        used: |when| format!("Last used: {when}"),
        end: "Sign out there",
        end_about: |when| format!(", began on {when}"),
        ended: "You are signed out there now.",
    },
    people: People {
        heading: "Who can sign in",
        lead: "You manage who can sign in. Only facilitators read what waits.",
        few: |n| if n == 0 { "There is no facilitator yet" } else { "There is only one facilitator" },
        few_more: "With worries, two facilitators always decide. Turning back takes another one too. Add somebody.",
        you: "This is you",
        ready: "Ready to begin",
        not_ready: "Must still sign in once",
        disabled: "Cannot sign in",
        happened: "What happened",
        step: |step| match step {
            AccountStep::Made => "Made",
            AccountStep::Reset => "New first password",
            AccountStep::Disabled => "Cannot sign in any more",
        },
        by: |name| format!("by {name}"),
        by_command: "at the server itself",
        reset: "New first password",
        reset_ask: |name| {
            format!("Give {name} a new first password? The old one stops working. The app with codes too.")
        },
        reset_yes: "Yes, make a new one",
        allow: "Let sign in again",
        allow_ask: |name| format!("Let {name} sign in again? You get a new first password."),
        allow_yes: "Yes, let sign in again",
        disable: "Stop signing in",
        disable_ask: |name| format!("Stop {name} from signing in? {name} is signed out everywhere at once."),
        disable_yes: "Yes, stop it",
        about: |name| format!(": {name}"),
        no: "No, leave it",
        disabled_now: |name| format!("{name} cannot sign in any more."),
        make: "Add somebody",
        name: "Name",
        name_hint: "Colleagues see this name. It stands with every choice.",
        role: "What will this person do?",
        role_hint: |role| match role {
            StaffRole::Facilitator => "Reads everything first and decides.",
            StaffRole::Answerer => "Answers for an organisation. Reads what everybody reads.",
            StaffRole::Administrator => "Manages who can sign in. Reads nothing that waits.",
        },
        make_go: "Make",
        name_taken: "This name exists already, or looks like one. Choose another.",
        name_fault: |code, limit| match code {
            FieldCode::Missing | FieldCode::Empty => "Type a name.".into(),
            FieldCode::TooLong => format!("The name is too long. It has room for {limit} letters."),
            FieldCode::Invalid
            | FieldCode::TooShort
            | FieldCode::TooMany
            | FieldCode::UnknownValue
            | FieldCode::WrongType
            | FieldCode::UnknownField
            | FieldCode::ControlCharacters
            | FieldCode::TooManyMarks
            | FieldCode::NeedsYoungPerson
            | FieldCode::ContactDetails
            | FieldCode::NotShortened => "The name has strange characters. Type it again.".into(),
        },
        role_missing: "Choose what this person will do.",
        not_now: "You cannot do that to yourself. Ask another administrator.",
        first_password: |name| format!("The first password of {name}"),
        first_password_once: "You see this once. We cannot show it again.",
        first_password_label: "First password",
        what_to_do: [
            "Give it yourself, on paper or on the phone. Not in an e-mail.",
            "Say with it: sign in at the reading desk with name and password.",
            "The app with codes and an own password come after that.",
        ],
        noted: "I have written it down",
    },
    answering: answering::ANSWERING,
    promising: promising::PROMISING,
};

fn role_name(role: StaffRole) -> &'static str {
    match role {
        StaffRole::Facilitator => "facilitator",
        StaffRole::Answerer => "answerer",
        StaffRole::Administrator => "administrator",
    }
}

fn waited(time: Waited) -> String {
    match time {
        Waited::Minutes(1) => "1 minute".into(),
        Waited::Minutes(n) => format!("{n} minutes"),
        Waited::Hours(1) => "1 hour".into(),
        Waited::Hours(n) => format!("{n} hours"),
        Waited::Days(1) => "1 day".into(),
        Waited::Days(n) => format!("{n} days"),
    }
}

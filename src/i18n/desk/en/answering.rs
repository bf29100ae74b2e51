//! English: asking, answering and reading answers, and organisations.

use crate::i18n::desk::answering::{
    Answering, AskedWords, AsksWords, OrganisationWords, ReadWords, ReadableWords, UnreadWords,
};
use droombord_domain::{
    answer::{AnswerDecision, AnswerReason, AnswerState, Understood, Verdict, WordsDecision},
    problem::FieldCode,
};

/// The sentences.
pub(in crate::i18n::desk) const ANSWERING: Answering = Answering {
    asked: AskedWords {
        heading: |name| format!("Asked of {name}"),
        lead: |n| match n {
            0 => "Nobody waits for you now.".into(),
            1 => "1 dream or story waits for your answer.".into(),
            n => format!("{n} dreams and stories wait for your answer. What waits longest is on top."),
        },
        none: "Nothing waits for you",
        none_more: "When a facilitator asks you something, it is here.",
        answered: "Answered",
        answered_none: "You have not answered anything yet.",
        waits: |days| match days {
            0 => "Asked today".into(),
            1 => "Waits 1 day".into(),
            n => format!("Waits {n} days"),
        },
        took: |days| match days {
            0 => "Answered the same day".into(),
            1 => "The waiting took 1 day".into(),
            n => format!("The waiting took {n} days"),
        },
        again: "A second answer is asked for",
        state: |state| match state {
            AnswerState::Received => "Waits for a facilitator",
            AnswerState::HandedBack => "A facilitator asks you something",
            AnswerState::Published => "Stands with the dream",
            AnswerState::Declined => "Not placed",
        },
        back: "Back to what is asked",
        not_there: "This is not asked of you (any more)",
        not_there_more: "Maybe the writer took the dream away. That is always allowed.",
        earlier: "What you said before",
        no_guess: "Do not guess who this is",
        no_guess_more: "You see what everybody sees. Do you know this story? Do not let it show. Write no name, place or date. Write to the writer: you.",
        write: "Your answer",
        rewrite: "Change your answer",
        part_heard: "1. What I understand of you",
        part_heard_hint: |limit| {
            format!("First give back what you heard. No explanation yet, no plan yet. At most {limit} characters.")
        },
        part_does: "2. What we do",
        part_does_hint: |limit| format!("What will you do? And what can you not promise? At most {limit} characters."),
        name: "Your first name",
        name_hint: "A person answers, not a logo. Everybody reads this name. What they call you at work is enough. You may choose another first name, too.",
        name_missing: "Write your first name. Another first name is fine, too.",
        name_fault: "Write a first name only. No surname and no signs. Are there two? Put a hyphen between them.",
        function: "Your job",
        function_hint: "For example: team leader living. Everybody reads this. Your next answer begins with this name and job.",
        fault: |code, limit| match code {
            FieldCode::Missing | FieldCode::Empty => "Fill this in.".into(),
            FieldCode::TooLong => format!("This is too long. There is room for {limit} characters."),
            FieldCode::ContactDetails => {
                "There is a number, address or account in it. Take it out. The writer is safe here without.".into()
            }
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
        heard_first: "First write what you understand of the writer. Only then what you do.",
        summary: |n| if n == 1 { "One more thing, then it can go" } else { "A few more things, then it can go" },
        send: "Send the answer",
        send_again: "Send it like this",
        kept: "What you type stays on this device. Until you send it or sign out.",
        sending: "Sending …",
        sent: "Your answer waits for a facilitator",
        sent_more: "They read it first. Then the writer sees it. Until then you can change it.",
        handed_back: "A facilitator asks for other words",
        declined: "This answer is not placed. Write another.",
        reason,
        stale: "One of you changed this answer",
        stale_more: "Look first at what is there now. What you typed is still here.",
        public: "This stands with the dream. It does not change any more.",
        understood: |understood| match understood {
            None => "About understanding the writer has not said anything yet.",
            Some(Understood::Yes) => "The writer says: yes, you understand me.",
            Some(Understood::Partly) => "The writer says: you understand me in part.",
            Some(Understood::No) => "The writer says: this is not right.",
        },
        verdict: |verdict| match verdict {
            None => "Whether it feels heard, the writer has not said yet. That counts as nothing.",
            Some(Verdict::Heard) => "The writer says: this feels heard.",
            Some(Verdict::Partly) => "The writer says: this feels heard in part.",
            Some(Verdict::NotYet) => "The writer says: not yet.",
        },
        writer: "The writer says",
    },
    unread: UnreadWords {
        heading: "Not read by any of you yet",
        lead: "Nobody asked you about these. Every dream gets its turn. Read it? Then the next one comes. Only the writer can see it.",
        none: "You have read everything. When there is more, it will be here.",
        read: "I have read it",
    },
    asks: AsksWords {
        heading: "Who is asked?",
        lead: "Choose who can do something about this. Everybody sees that it was asked, and how long it waits.",
        nobody: "Nobody was asked for an answer yet.",
        no_organisations: "No organisations take part yet. An administrator can add them.",
        choose: "Organisation",
        choose_none: "Choose an organisation",
        group: |n| format!("Group {n}"),
        go: "Ask for an answer",
        missing: "Choose an organisation first.",
        asked_now: |name| format!("{name} is asked."),
        not_now: "That is not possible now. Maybe the dream left the board, or the organisation has just answered.",
        all_asked: "All organisations were asked.",
        stands: |state| match state {
            None => "No answer yet",
            Some(AnswerState::Received) => "The answer waits for a reader",
            Some(AnswerState::HandedBack) => "The answer was handed back",
            Some(AnswerState::Published) => "Answered",
            Some(AnswerState::Declined) => "The answer was not placed",
        },
        by: |name| format!("asked by {name}"),
        again: "Ask for a second answer",
        again_about: |name| format!(" of {name}"),
    },
    read: ReadWords {
        title: "Reading answers – Reading desk – Droombord",
        link: |n| if n == 0 { "Read answers".into() } else { format!("Read answers ({n})") },
        heading: "Reading answers",
        lead: |n| match n {
            0 => "Nothing waits.".into(),
            1 => "1 text waits. Nobody sees it before you say yes.".into(),
            n => format!("{n} texts wait. Nobody sees them before you say yes."),
        },
        done: "Everything is read",
        done_more: "When an organisation answers, it is here.",
        next: "Skip, read the next",
        answers_what: "The dream",
        revision: |n, by| format!("Version {n}, by {by}"),
        check: "Read whether a child recognises this as an answer. First heard, then what they do. No name in the text, no reproach, plain words. Under it stands a first name at most, no surname.",
        words_heading: "The writer’s words with an answer",
        words_check: "The writer has given this verdict already. You only read whether the words can stand with it.",
        decide: "What do you do?",
        action: |decision| match decision {
            AnswerDecision::Publish => "Place",
            AnswerDecision::HandBack => "Hand back",
            AnswerDecision::Decline => "Do not place",
        },
        confirm: |decision| match decision {
            AnswerDecision::Publish => "Place this answer",
            AnswerDecision::HandBack => "Hand back to the organisation",
            AnswerDecision::Decline => "Do not place this answer",
        },
        words_action: |decision| match decision {
            WordsDecision::Publish => "Show",
            WordsDecision::Decline => "Do not show",
        },
        words_confirm: |decision| match decision {
            WordsDecision::Publish => "Show these words",
            WordsDecision::Decline => "Do not show these words",
        },
        reasons: "Why? The organisation sees this",
        words_reasons: "Why? The writer sees this",
        reason_missing: "Choose why.",
        sentence: "A sentence of your own",
        sentence_hint: |limit| format!("May stay empty. At most {limit} characters."),
        sentence_fault: "This sentence is too long, or there are strange characters in it.",
        sent: |decision| match decision {
            AnswerDecision::Publish => "The answer stands with the dream.",
            AnswerDecision::HandBack => "The answer is back with the organisation.",
            AnswerDecision::Decline => "The answer is not placed. The organisation sees why.",
        },
        words_sent: |decision| match decision {
            WordsDecision::Publish => "The words stand with the answer.",
            WordsDecision::Decline => "The words stay away. The writer sees why.",
        },
        words_first: "You have read it. Now a second facilitator reads.",
        two: "Two of you read these words",
        two_more: "There may be danger in them. Do not decide alone.",
        two_mine: "You read this already. Another facilitator decides.",
        stale: "This text has just changed",
        stale_more: "Read the new text. Then decide again.",
    },
    readable: ReadableWords {
        easy: "Easy to read.",
        hard: "Hard to read.",
        score: |n| format!("Reading score {n} of 100. From 60 on it is plain Dutch."),
        long: "Long sentence. Cut it in two:",
        official: |word, instead| format!("‘{word}’. Rather say: {instead}."),
        ask: "This is hard to read",
        counts: |sentences, words| match (sentences, words) {
            (0, "") => "The words are long.".into(),
            (0, words) => format!("Hard words: {words}."),
            (n, "") => format!("Long sentences: {n}."),
            (n, words) => format!("Long sentences: {n}. Hard words: {words}."),
        },
        ask_more: "Make it shorter, or choose ‘Place it anyway’. A facilitator reads it too.",
        change: "I make it shorter",
        send: "Place it anyway",
    },
    organisations: OrganisationWords {
        title: "Organisations – Reading desk – Droombord",
        link: "Organisations",
        heading: "Organisations that take part",
        lead: "Facilitators ask them for an answer. Everybody can see who takes part.",
        none: "No organisation takes part yet.",
        group: |n| format!("Group {n}"),
        inactive: "Does not take part any more",
        make: "Add an organisation",
        change: "Change",
        change_about: |name| format!(": {name}"),
        change_heading: |name| format!("Change {name}"),
        name: "Name",
        name_fault: |code, limit| match code {
            FieldCode::TooLong => format!("The name is too long. There is room for {limit} characters."),
            FieldCode::Missing | FieldCode::Empty => "Type a name.".into(),
            FieldCode::TooShort
            | FieldCode::TooMany
            | FieldCode::UnknownValue
            | FieldCode::WrongType
            | FieldCode::UnknownField
            | FieldCode::ControlCharacters
            | FieldCode::TooManyMarks
            | FieldCode::NeedsYoungPerson
            | FieldCode::ContactDetails
            | FieldCode::NotShortened
            | FieldCode::Invalid => "The name has strange characters. Type it again.".into(),
        },
        name_taken: "This organisation is there already. Or its name looks too much like another.",
        group_label: "Group",
        group_hint: "The first group is 1, the second is 2.",
        group_fault: |limit| format!("Type a number from 1 to {limit}."),
        active: "Takes part",
        active_hint: "Without a tick nobody asks them anything new. What was asked still waits.",
        mail: "Mail address for reminders",
        mail_hint: "We mail there how much waits. Take one of the organisation itself. It may be empty.",
        mail_fault: "The mail address for reminders is not right. Type all of it, or leave it empty.",
        make_go: "Add",
        change_go: "Save",
        rather_not: "Rather not",
        made: |name| format!("{name} takes part."),
        changed: |name| format!("{name} is changed."),
        of_account: "For which organisation?",
        of_account_none: "No organisation takes part yet. Add one first.",
        of_account_missing: "Choose the organisation.",
    },
};

fn reason(reason: AnswerReason) -> &'static str {
    match reason {
        AnswerReason::Recognisable => "It says who the writer is, or guesses",
        AnswerReason::NotHeard => "It does not give back what the writer said",
        AnswerReason::NoDeed => "It does not say what you do",
        AnswerReason::HardWords => "There are hard words in it",
        AnswerReason::HurtfulWords => "There are words in it that hurt",
        AnswerReason::ContactDetails => "There is a number, address or account in it",
    }
}

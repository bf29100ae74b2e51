//! English: as plain as the Dutch.

pub(super) mod answers;
pub(super) mod failing;
pub(super) mod guard;
pub(super) mod info;
pub(super) mod kept;
pub(super) mod known;
pub(super) mod mine;
pub(super) mod promises;
pub(super) mod reported;
pub(super) mod share;
pub(super) mod standing;
pub(super) mod told;
pub(super) mod without;

use super::messages::{Board, Frame, Kept, Messages, Names, Post, Reasons, States};
use droombord_domain::{
    api::News,
    post::{AgeBand, Direction, Kind, Lang, Region, Role},
    reason::Reason,
    support::Support,
    trail::TrailKind,
};

/// The sentences.
pub(super) static MESSAGES: Messages = Messages {
    lang: Lang::En,
    frame: Frame {
        skip: "Skip to the content",
        brand: "Droombord",
        brand_goal: ": to the board",
        menu: "Menu",
        board: "Board",
        share: "Write",
        mine: "My dreams",
        promises: "Promises",
        help: "Need help?",
        exit: "Leave now",
        exit_to: |host| match host {
            Some(host) => format!(", to {host}"),
            None => ", to another page".into(),
        },
        about_movement: "Droombord belongs to the movement Radicale vernieuwing jeugdzorg. No account. No e-mail. No followers.",
        how: "How does it work?",
        rules: "Our rules",
        privacy: "What do you know about me?",
        accessibility: "Can you read this well?",
        other_lang_name: "Nederlands",
        other_lang: Lang::Nl,
        panic_title: "Something went wrong",
        panic_lead: "That is our fault, not yours. What was kept stays kept.",
        reload: "Open the page again",
    },
    names: Names {
        kind: |kind| match kind {
            Kind::Dream => "Dream",
            Kind::Story => "Story",
            Kind::Reply => "Reply",
        },
        direction: |direction| match direction {
            Direction::Start => "Start",
            Direction::Stop => "Stop",
            Direction::TurnBack => "Turn back",
        },
        no_direction: |kind| match kind {
            Kind::Dream => "Free dream",
            Kind::Story => "Free story",
            Kind::Reply => "Join the talk",
        },
        by,
        on_behalf: "written down for somebody else",
        role: |role| match role {
            Role::YoungPerson => "Child or young person",
            Role::Parent => "Parent or carer",
            Role::Family => "Grandparent or other family",
            Role::Professional => "I work in youth care",
            Role::ExpertByExperience => "Expert by experience",
            Role::CouncilMember => "Member of a client council",
            Role::Director => "Director",
        },
        age_band: |band| match band {
            AgeBand::UpTo12 => "10\u{a0}to\u{a0}12\u{a0}years",
            AgeBand::From13To15 => "13\u{a0}to\u{a0}15\u{a0}years",
            AgeBand::From16To17 => "16\u{a0}to\u{a0}17\u{a0}years",
            AgeBand::From18 => "18\u{a0}to\u{a0}20\u{a0}years",
        },
        region: |region| match region {
            Region::North => "North of the Netherlands",
            Region::East => "East of the Netherlands",
            Region::Middle => "Middle of the Netherlands",
            Region::West => "West of the Netherlands",
            Region::South => "South of the Netherlands",
        },
        support: |support| match support {
            Support::Hear => "I hear you",
            Support::Recognise => "I know this too",
            Support::Join => "I join in",
        },
        keywords: "Keywords: choose one and see more dreams",
        press: |chosen| if chosen { "Chosen. Choose it again to take the choice away." } else { "Show only this." },
        sample: "Sample",
        shortened: "shortened by a facilitator",
        half_month: |when| {
            let half = if when.half == 1 { "early" } else { "late" };
            format!("{half} {} {}", month(when.month), when.year)
        },
        trail: |kind| match kind {
            TrailKind::Received => "Received",
            TrailKind::Read => "Read by a facilitator",
            TrailKind::SecondReader => "Two facilitators read it",
            TrailKind::HandedBack => "We ask you something",
            TrailKind::Reminded => "We asked once more",
            TrailKind::Revised => "You changed it",
            TrailKind::Published => "Placed on the board",
            TrailKind::Shortened => "Shortened by a facilitator",
            TrailKind::Declined => "Not on the board",
            TrailKind::Asked => "An answer was asked for",
            TrailKind::Answered => "Answer",
            TrailKind::Understood => "The writer says whether it is right",
            TrailKind::Verdict => "The writer says how it feels",
            TrailKind::Promised => "A promise was made",
            TrailKind::Kept => "Promise kept",
            TrailKind::Overdue => "Promise is late",
            TrailKind::PromiseWithdrawn => "Promise taken back",
            TrailKind::TakenDown => "Taken off the board",
            TrailKind::Reversed => "On the board after all",
            TrailKind::Withdrawn => "Not placed after all",
            TrailKind::Expired => "We heard nothing from you for too long",
            TrailKind::Erased => "Taken away by the writer",
        },
        days: |n| if n == 1 { "1 day".into() } else { format!("{n} days") },
        confidant: "Call Jeugdstem:",
    },
    board: Board {
        title: "The board – Droombord",
        write: "Write your dream",
        list_heading: "Dreams and stories",
        about_what: "What do you want to read about?",
        how_to_read: "How do you want to read?",
        wall: "Wall",
        list: "List",
        search: "Search",
        search_label: "Search for a word",
        search_go: "Search",
        search_clear: "Stop searching",
        more_filters: "More choices",
        keyword_is: |keyword| format!("Keyword: {keyword}"),
        unread_first: "Dreams that few have read yet come first.",
        newest_first: "The newest come first.",
        unread: "Few readers first",
        newest: "Newest first",
        read_on: "Read on",
        status: [
            "Read and placed",
            "Waiting for an answer",
            "Has an answer",
            "The writer says: for a part",
            "The writer says: not yet",
            "The writer says: this feels heard",
            "Something is promised",
            "The promise is late",
            "Done",
        ],
        waiting: |days, name| {
            if days == 0 {
                ["Asked today: ", name].concat()
            } else {
                ["Waiting ", &(MESSAGES.names.days)(days), " for an answer from ", name].concat()
            }
        },
        renewed: "Something happened with a dream.",
        about_status: "What happened with it?",
        filter_status: ["With an answer", "With a promise", "Feels heard", "Waits for an answer"],
        filters: "Choose what you read",
        react: "React",
        more: "Show more dreams",
        all_shown: "These are all of them.",
        news: |News { posts, answers, .. }| match (posts, answers) {
            (0, 0 | 1) => "There is a new answer.".into(),
            (0, answers) => format!("There are {answers} new answers."),
            (1, _) => "There is a new dream.".into(),
            (posts, _) => format!("There are {posts} new dreams."),
        },
        news_show: "Show",
        shown: |n| if n == 1 { "1 dream or story".into() } else { format!("{n} dreams and stories") },
        shown_about: |n, direction| {
            let direction = match direction {
                Direction::Start => "starting",
                Direction::Stop => "stopping",
                Direction::TurnBack => "turning back",
            };
            format!("{n} {} about {direction}", if n == 1 { "dream" } else { "dreams" })
        },
    },
    post: Post {
        title: |kind| match kind {
            Kind::Dream | Kind::Reply => "A dream – Droombord",
            Kind::Story => "A story – Droombord",
        },
        back: "Back to the board",
        let_know: "Show that you read this",
        thanks: |support| match support {
            Support::Hear => "Thank you. Your ‘I hear you’ counts.",
            Support::Recognise => "Thank you. Your ‘I know this too’ counts.",
            Support::Join => "Thank you. Your ‘I join in’ counts.",
        },
        taken_back: "Your reaction is gone.",
        not_arrived: "That did not work. Tap once more.",
        more_than: |n, support| {
            let said = match support {
                Support::Hear => "I hear you",
                Support::Recognise => "I know this too",
                Support::Join => "I join in",
            };
            format!("More than {n} people said: {said}.")
        },
        too_few: "We only show something once more than 5 people react.",
        trail: "The trail of this dream",
        waits: "That is waiting for a signal. Open the board again later.",
        waits_busy: "It is busy, this goes by itself.",
        placed_more: "Nothing was changed without a yes from the writer.",
        nobody_asked: "Nobody to answer this yet",
        turn_back: "Should they look again at something of yours too? A confidential counsellor is on your side.",
        nobody_asked_more: "A facilitator can ask an organisation.",
        talk: "Join the talk",
        talk_lead: "A facilitator reads every reply first.",
        talk_none: "There are no replies yet.",
        talk_write: "Write a reply",
        wrong: "Something is wrong here",
        talk_more: "Show more replies",
    },
    states: States {
        loading: "Dreams are loading.",
        failed: "Loading did not work",
        failed_more: "That is our fault, not yours. Wait a moment and try again.",
        foreign: "This answer did not come from the board. Perhaps from the wifi or a filter.",
        again: "Try again",
        offline: "You have no internet",
        offline_more: "This needs internet. Try again later.",
        busy: "It is busy. Try again in a minute.",
        empty: "Nothing hangs here yet",
        empty_more: "You can be the first. One sentence is enough.",
        nothing_found: "No dreams with this choice",
        nothing_found_more: "Choose something else. Or show everything.",
        show_all: "Show everything",
        no_post: "This dream is not here (any more)",
        no_post_more: "Perhaps the writer took it away. That is allowed.",
        no_page_title: "Not found – Droombord",
        no_page: "This page does not exist",
        no_page_more: "Perhaps the address is wrong. You can go on from the board.",
        to_board: "To the board",
        reading_on_time: |n| format!("Usually within {}.", if n == 1 { "1 day".into() } else { format!("{n} days") }),
        reading_late: |n| {
            format!(
                "It is busy now. It takes longer than {}. Sorry.",
                if n == 1 { "1 day".into() } else { format!("{n} days") }
            )
        },
        reading_nobody: "Nobody is able to read just now. What you write waits safely.",
    },
    kept: Kept {
        old: "There is no connection now.",
        old_at: "This is how it was on",
        old_again: "Try again",
        newer: "There is a new version. First finish what you are writing.",
        renew: "Renew the page",
    },
};

/// The ten reasons and their letters.
pub(super) static REASONS: Reasons = Reasons {
    name: |reason| match reason {
        Reason::Recognisable => "Somebody can be recognised",
        Reason::ContactDetails => "It has a number, address or account in it",
        Reason::CaseFile => "It has something from a case file in it",
        Reason::AnotherChild => "It is also about another child",
        Reason::Accusation => "Somebody is accused",
        Reason::HurtfulWords => "It has words that hurt",
        Reason::Worried => "We are worried",
        Reason::OffTopic => "It is not about youth care",
        Reason::Duplicate => "This is already here",
        Reason::Unclear => "We do not fully understand it yet",
    },
    handed_back,
    declined,
    help: "These people listen to you.",
    sentence_of: "The facilitator adds",
    two_readers: "Two of us have read it.",
    after_declined: "You can change it and send it once more. Then we read it again.",
    after_taken_down: "You cannot change this text any more. You may always write a new one.",
};

fn by(role: Option<Role>, band: Option<AgeBand>) -> String {
    let who = match role {
        None => return String::new(),
        Some(Role::YoungPerson) if band == Some(AgeBand::UpTo12) => "a child",
        Some(Role::YoungPerson) => "a young person",
        Some(Role::Parent) => "a parent",
        Some(Role::Family) => "a grandparent or other family",
        Some(Role::Professional) => "somebody who works in youth care",
        Some(Role::ExpertByExperience) => "an expert by experience",
        Some(Role::CouncilMember) => "somebody on a client council",
        Some(Role::Director) => "a director",
    };
    match band {
        Some(band) => format!("by {who}, {}", (MESSAGES.names.age_band)(band)),
        None => format!("by {who}"),
    }
}

fn month(month: u8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

fn handed_back(reason: Reason, proposed: bool) -> String {
    let ask = |with: &'static str, without: &'static str| if proposed { with } else { without };
    match reason {
        Reason::Recognisable => format!(
            "Thank you for your dream. We would like to place it. Something in it could show who you or somebody else is. {}",
            ask("We have a proposal. Is that all right with you?", "Can you leave that out?")
        ),
        Reason::ContactDetails => format!(
            "Thank you. Your dream may go on the board. There is a number, address or account in it. We would rather take that out, so that nobody bothers you. {}",
            ask("Is that all right?", "Can you leave it out?")
        ),
        Reason::CaseFile => format!(
            "Thank you. What you want matters. A number or a part of a case file cannot go on the board. Your point can. {} Would you like somebody to look at your file with you? Jeugdstem does that.",
            ask("We have a proposal.", "Tell it in your own words.")
        ),
        Reason::AnotherChild => "Thank you. You also write about another child. That child cannot decide with us now. Can you tell only your part? We are glad to help you.".into(),
        Reason::Accusation => "Thank you for telling this. It is good that you say it. On the board we cannot say that one person did something. Tell us what must change. And talk to somebody who stands beside you.".into(),
        Reason::HurtfulWords => format!(
            "Thank you. We read how angry you are. You may be angry. Some words hurt somebody else. Can you say it in another way?{}",
            ask(" We have a proposal.", "")
        ),
        Reason::Worried => "Thank you for daring to write this. We are worried about you. You do not have to do this alone. Talk to somebody. Your dream is safe with us. You decide what happens with it.".into(),
        Reason::OffTopic => "Thank you for your dream. This board is about youth care. That is why we do not hang it here. Is it about help after all, or about where you live? Tell us how. Then we read it once more.".into(),
        Reason::Duplicate => "Thank you. This dream hangs here already. Maybe you tapped send twice. Your one dream just stays. Do you want to add something? You can.".into(),
        Reason::Unclear => "Thank you. We want to understand well what you mean. We do not manage yet. Can you add one thing: what must be different?".into(),
    }
}

/// First what is good about it, then what is so, then what you can do.
fn declined(reason: Reason) -> String {
    match reason {
        Reason::Recognisable => "Thank you for your dream. What you want matters. Something in it could show who you or somebody else is. That is why it does not hang on the board. Leave out who it is and where it was.".into(),
        Reason::ContactDetails => "Thank you for your dream. What you want matters. There is a number, address or account in it. With it somebody could bother you. That is why it does not hang on the board. Leave out the number or address.".into(),
        Reason::CaseFile => "Thank you. What you want matters. There is something from a case file in it. That cannot go on the board. Your point can. Tell it in your own words. Would you like somebody to look at your file with you? Jeugdstem does that.".into(),
        Reason::AnotherChild => "Thank you. What you want matters. You also write about another child. That child cannot decide with us now. That is why it does not hang on the board. Tell only your part.".into(),
        Reason::Accusation => "Thank you for telling this. It is good that you say it. What one person did cannot stand on the board. Tell us what must change. And talk to somebody who stands beside you.".into(),
        Reason::HurtfulWords => "Thank you. We read how angry you are. You may be angry. Some words hurt somebody else. That is why it does not hang on the board. Say it in other words.".into(),
        Reason::Worried => "Thank you for daring to write this. We are worried about you. That is why your dream does not hang on the board. You do not have to do this alone. Talk to somebody. Your dream is safe with us. You decide what happens with it.".into(),
        Reason::OffTopic => "Thank you for your dream. This board is about youth care. That is why we do not hang it here. Is it about help after all, or about where you live? Tell us how.".into(),
        Reason::Duplicate => "Thank you. This dream is here already. Maybe you tapped send twice. Your one dream just stays. You do not have to do anything.".into(),
        Reason::Unclear => "Thank you. We want to understand well what you mean. We do not manage yet. That is why it does not hang on the board yet. Add one thing: what must be different?".into(),
    }
}

//! English: insight in numbers.

use crate::i18n::desk::Insight;
use droombord_domain::insight::Wait;

fn days(n: u32) -> String {
    match n {
        0 => "the same day".into(),
        1 => "1 day".into(),
        n => format!("{n} days"),
    }
}

fn within(wait: Option<Wait>, sentence: fn(&str) -> String) -> String {
    wait.map_or_else(String::new, |Wait { median_days, .. }| match median_days {
        0 => sentence("the same day"),
        n => sentence(&format!("within {}", days(n))),
    })
}

/// The sentences.
pub(in crate::i18n::desk) static INSIGHT: Insight = Insight {
    title: "Insight – Reading desk – Droombord",
    link: "Insight",
    lead: "These are numbers, no names. Samples are not counted.",
    sum: |posts, answered| {
        let posts = if posts == 1 {
            "1 dream or story hangs here.".into()
        } else {
            format!("{posts} dreams and stories hang here.")
        };
        let answered = match answered {
            0 => "None has an answer yet.".into(),
            1 => "1 of them has an answer.".into(),
            n => format!("{n} of them have an answer."),
        };
        [posts, answered].join(" ")
    },
    empty: "Nothing hangs on the board yet",
    empty_more: "Here you will see what dreams are about. Look again later.",
    few: "fewer than 5",
    none: "none",
    too_few: "too few yet",
    themes: "What is it about?",
    most: |theme| match theme {
        Some(theme) => format!("Most often about ‘{}’.", theme.keyword.as_str()),
        None => "No keyword is with 5 dreams or more.".into(),
    },
    themes_table: "How often a keyword hangs here. At most 40, the most on top.",
    keyword: "Keyword",
    posts: "On the board",
    answered: "With an answer",
    others: |n| if n == 1 { "1 other keyword".into() } else { format!("{n} other keywords") },
    waits: "How long do people wait?",
    half: |read, answered| {
        let said = [
            within(read, |when| format!(" Half was read {when}.")),
            within(answered, |when| format!(" Half got an answer {when}.")),
        ]
        .concat();
        if said.is_empty() { "There is too little to count yet.".into() } else { said.trim_start().to_owned() }
    },
    waits_table: "How long it took with the last 1,000. What still waits is not counted.",
    what: "Until when",
    median: "Half within",
    longest: "The longest",
    until_read: "Until somebody reads it",
    until_answered: "Until there is an answer",
    days,
    share: "How much gets an answer?",
    share_of: |posts, answered| match posts {
        0 => "Nothing came this year.".into(),
        posts => format!("New in a year: {posts}. With an answer: {answered}."),
    },
    share_table: "What came on the board in a month, and what has an answer now.",
    month: "Month",
    month_is: |month, year| {
        let month = month.replace("ber", "\u{ad}ber").replace("uary", "\u{ad}uary");
        format!("{month} {year}")
    },
    part: |n, percent| format!("{n} ({percent}%)"),
    directions: "What must be different?",
    asked: |[start, stop, turn_back]| format!("Start: {start}. Stop: {stop}. Turn back: {turn_back}."),
    directions_table: "What dreams and stories ask for, by month.",
    direction: ["Start", "Stop", "Turn back", "No choice"],
};

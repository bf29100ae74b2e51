//! Dutch: insight in numbers.

use crate::i18n::desk::Insight;
use droombord_domain::insight::Wait;

fn days(n: u32) -> String {
    match n {
        0 => "dezelfde dag".into(),
        1 => "1 dag".into(),
        n => format!("{n} dagen"),
    }
}

fn within(wait: Option<Wait>, sentence: fn(&str) -> String) -> String {
    wait.map_or_else(String::new, |Wait { median_days, .. }| match median_days {
        0 => sentence("dezelfde dag"),
        n => sentence(&format!("binnen {}", days(n))),
    })
}

/// The sentences.
pub(in crate::i18n::desk) static INSIGHT: Insight = Insight {
    title: "Inzicht – Leestafel – Droombord",
    link: "Inzicht",
    lead: "Dit zijn getallen, geen namen. Voorbeelden tellen niet mee.",
    sum: |posts, answered| {
        let posts = if posts == 1 {
            "Er hangt 1 droom of verhaal.".into()
        } else {
            format!("Er hangen {posts} dromen en verhalen.")
        };
        let answered = match answered {
            0 => "Nog niets heeft een antwoord.".into(),
            1 => "1 ervan heeft een antwoord.".into(),
            n => format!("{n} ervan hebben een antwoord."),
        };
        [posts, answered].join(" ")
    },
    empty: "Er hangt nog niets op het bord",
    empty_more: "Hier zie je straks waar dromen over gaan. Kijk later nog eens.",
    few: "minder dan 5",
    none: "geen",
    too_few: "nog te weinig",
    themes: "Waar gaat het over?",
    most: |theme| match theme {
        Some(theme) => format!("Het meest over ‘{}’.", theme.keyword.as_str()),
        None => "Geen trefwoord hoort bij 5 dromen of meer.".into(),
    },
    themes_table: "Hoe vaak een trefwoord er hangt. Hoogstens 40, de meeste bovenaan.",
    keyword: "Trefwoord",
    posts: "Op het bord",
    answered: "Met antwoord",
    others: |n| if n == 1 { "1 ander tref\u{ad}woord".into() } else { format!("{n} andere tref\u{ad}woorden") },
    waits: "Hoe lang wachten mensen?",
    half: |read, answered| {
        let said = [
            within(read, |when| format!(" De helft is {when} gelezen.")),
            within(answered, |when| format!(" De helft kreeg {when} antwoord.")),
        ]
        .concat();
        if said.is_empty() { "Er is nog te weinig om te tellen.".into() } else { said.trim_start().to_owned() }
    },
    waits_table: "Hoe lang het duurde bij de laatste 1.000. Wat nog wacht, telt niet mee.",
    what: "Tot wanneer",
    median: "De helft binnen",
    longest: "Het langst",
    until_read: "Tot iemand het leest",
    until_answered: "Tot er antwoord is",
    days,
    share: "Hoeveel krijgt antwoord?",
    share_of: |posts, answered| match posts {
        0 => "Er kwam dit jaar niets bij.".into(),
        posts => format!("Nieuw in een jaar: {posts}. Met antwoord: {answered}."),
    },
    share_table: "Wat er in een maand kwam, en wat nu antwoord heeft.",
    month: "Maand",
    month_is: |month, year| {
        let month = month.replace("ber", "\u{ad}ber").replace("ari", "\u{ad}ari").replace("tus", "\u{ad}tus");
        format!("{month} {year}")
    },
    part: |n, percent| format!("{n} ({percent}%)"),
    directions: "Wat moet er anders?",
    asked: |[start, stop, turn_back]| format!("Starten: {start}. Stoppen: {stop}. Terugdraaien: {turn_back}."),
    directions_table: "Waar dromen en verhalen om vragen, per maand.",
    direction: ["Star\u{ad}ten", "Stop\u{ad}pen", "Terug\u{ad}draai\u{ad}en", "Geen keuze"],
};

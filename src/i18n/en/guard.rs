//! English: the privacy guard, and who is near.

use crate::i18n::messages::Guard;
use droombord_guard::{Kind, together::FactKind};

/// The guard beside a text.
pub(in crate::i18n) static GUARD: Guard = Guard {
    title: "Could somebody recognise you?",
    lead: "Only you see this, and you choose.",
    looks_like: |kind| match kind {
        Kind::PersonName => "looks like a name.",
        Kind::Phone => "looks like a phone number.",
        Kind::Email => "looks like an e-mail address.",
        Kind::Address | Kind::Postcode => "looks like an address.",
        Kind::Bsn => "looks like your number at the government.",
        Kind::Birthdate => "looks like a birthday.",
        Kind::CaseNumber => "looks like the number of a file.",
        Kind::Institution => "looks like the place where you live.",
        Kind::School => "looks like a school.",
        Kind::Handle => "looks like your name in an app.",
        Kind::Url => "looks like the address of a website.",
        Kind::Iban => "looks like a bank account.",
        Kind::LicencePlate => "looks like a number plate.",
        Kind::CityPlace => "looks like a town.",
    },
    times: |n| format!("It stands here {n} times."),
    mark: |kind| match kind {
        Kind::PersonName | Kind::Handle => "[name]",
        Kind::Institution => "[place]",
        Kind::Email | Kind::Address | Kind::Postcode | Kind::Url => "[address]",
        Kind::Birthdate => "[date]",
        Kind::School => "[school]",
        Kind::CityPlace => "[town]",
        Kind::Phone | Kind::Bsn | Kind::CaseNumber | Kind::Iban | Kind::LicencePlate => "[number]",
    },
    my_role: |role| format!("my {role}"),
    where_i_live: "where I live",
    my_house: "my house",
    my_school: "my school",
    some_day: "[date]",
    some_number: "[number]",
    put: |words| format!("Write ‘{words}’"),
    remove: "Take it out",
    choose: "Choose yourself",
    leave: "Leave it",
    no_name: "This is no name",
    all: "Change all",
    together: |facts| {
        let facts: Vec<&str> = facts.iter().map(|fact| fact_name(*fact)).collect();
        match facts.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} and {last} together.", rest.join(", ")),
            Some(_) | None => format!("{}.", facts.concat()),
        }
    },
    together_more: "That is how somebody could recognise you.",
    safer: |kind, lead, words| match (kind, lead, words) {
        (FactKind::Place, "naar", _) => "here",
        (FactKind::Place, "uit" | "van" | "vanuit", _) => "from here",
        (FactKind::Place, "bij" | "nabij", _) => "near here",
        (FactKind::Place, ..) => "here",
        (_, _, "morgen" | "overmorgen") => "soon",
        (FactKind::Birthday, _, day) if day.starts_with(|c: char| c.is_ascii_digit()) => "once",
        (FactKind::Birthday, ..) => "just",
        (_, _, day) if day.starts_with(|c: char| c.is_ascii_digit()) => "one day",
        _ => "lately",
    },
    more: |n| format!("More: {n}"),
    place_stays: |places| format!("{places}: a town may stay."),
    nothing: "We see nothing by which somebody could recognise you. Have a look yourself too.",
    changed: "Changed.",
    left: "This stays.",
    undo: "Put it back",
    undone: "It is as it was.",
    choose_below: "Below your text you can choose.",
    near: "You do not have to do this alone",
    near_lead: "Call or chat with somebody. You can just go on writing.",
    near_below: "Below your text you find whom you can call.",
    near_hide: "Hide this",
    alert: "Should a facilitator see this at once?",
    alert_more: "You may. You do not have to. We always read your text.",
    alerted: "You asked that a facilitator looks at once.",
    reads_now: "Somebody is reading now.",
    reads_nobody: "Nobody is reading now.",
    reads_unknown: "We do not know if somebody reads now.",
    reads_asking: "We look if somebody is reading now.",
    listen_above: "The people above do listen.",
    listen_below: "These people do listen:",
};

fn fact_name(fact: FactKind) -> &'static str {
    match fact {
        FactKind::Age => "your age",
        FactKind::Date => "this day",
        FactKind::Birthday => "your birthday",
        FactKind::Place => "your town",
        FactKind::Rare => "something rare",
        FactKind::Count => "how many there are",
        FactKind::Only => "that you are the only one",
        FactKind::Role => "the work of your family",
    }
}

//! Dutch: the privacy guard, and who is near.

use crate::i18n::messages::Guard;
use droombord_guard::{Kind, together::FactKind};

/// The guard beside a text.
pub(in crate::i18n) static GUARD: Guard = Guard {
    title: "Kan iemand jou herkennen?",
    lead: "Alleen jij ziet dit, en jij kiest.",
    looks_like: |kind| match kind {
        Kind::PersonName => "lijkt een naam.",
        Kind::Phone => "lijkt een telefoonnummer.",
        Kind::Email => "lijkt een mailadres.",
        Kind::Address | Kind::Postcode => "lijkt een adres.",
        Kind::Bsn => "lijkt een nummer van jou bij de overheid.",
        Kind::Birthdate => "lijkt een verjaardag.",
        Kind::CaseNumber => "lijkt een nummer van een dossier.",
        Kind::Institution => "lijkt de plek waar je woont.",
        Kind::School => "lijkt een school.",
        Kind::Handle => "lijkt jouw naam op een app.",
        Kind::Url => "lijkt een adres van een website.",
        Kind::Iban => "lijkt een rekeningnummer.",
        Kind::LicencePlate => "lijkt een kenteken.",
        Kind::CityPlace => "lijkt een plaats.",
    },
    times: |n| format!("Dit staat er {n} keer."),
    mark: |kind| match kind {
        Kind::PersonName | Kind::Handle => "[naam]",
        Kind::Institution => "[plek]",
        Kind::Email | Kind::Address | Kind::Postcode | Kind::Url => "[adres]",
        Kind::Birthdate => "[datum]",
        Kind::School => "[school]",
        Kind::CityPlace => "[plaats]",
        Kind::Phone | Kind::Bsn | Kind::CaseNumber | Kind::Iban | Kind::LicencePlate => "[nummer]",
    },
    my_role: |role| format!("mijn {role}"),
    where_i_live: "waar ik woon",
    my_house: "mijn huis",
    my_school: "mijn school",
    some_day: "[datum]",
    some_number: "[nummer]",
    put: |words| format!("Schrijf ‘{words}’"),
    remove: "Haal weg",
    choose: "Kies zelf",
    leave: "Laat staan",
    no_name: "Dit is geen naam",
    all: "Verander alles",
    together: |facts| {
        let facts: Vec<&str> = facts.iter().map(|fact| fact_name(*fact)).collect();
        match facts.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} en {last} samen.", rest.join(", ")),
            Some(_) | None => format!("{}.", facts.concat()),
        }
    },
    together_more: "Zo kan iemand jou herkennen.",
    safer: |kind, lead, words| match (kind, lead, words) {
        (FactKind::Place, "naar", _) => "hier naartoe",
        (FactKind::Place, "uit" | "van" | "vanuit", _) => "van hier",
        (FactKind::Place, "bij" | "nabij", _) => "hier in de buurt",
        (FactKind::Place, ..) => "hier",
        (_, _, "morgen" | "overmorgen") => "binnenkort",
        (FactKind::Birthday, _, day) if day.starts_with(|c: char| c.is_ascii_digit()) => "een keer",
        (FactKind::Birthday, ..) => "net",
        (_, _, day) if day.starts_with(|c: char| c.is_ascii_digit()) => "op een dag",
        _ => "laatst",
    },
    more: |n| format!("Nog {n}"),
    place_stays: |places| format!("{places}: een plaats mag blijven staan."),
    nothing: "Wij zien niets waardoor iemand jou kan herkennen. Kijk zelf ook nog even.",
    changed: "Veranderd.",
    left: "Dit blijft staan.",
    undo: "Zet terug",
    undone: "Het staat weer zoals eerst.",
    choose_below: "Onder je tekst kun je kiezen.",
    near: "Je hoeft dit niet alleen te doen",
    near_lead: "Bel of chat met iemand. Je mag gewoon verder schrijven.",
    near_below: "Onder je tekst staat wie je kunt bellen.",
    near_hide: "Verberg dit",
    alert: "Moet een begeleider dit meteen zien?",
    alert_more: "Het mag. Het hoeft niet. Wij lezen jouw tekst altijd.",
    alerted: "Je vroeg of een begeleider meteen kijkt.",
    reads_now: "Er leest nu iemand mee.",
    reads_nobody: "Nu leest niemand mee.",
    reads_unknown: "Wij weten niet of er nu iemand leest.",
    reads_asking: "Wij kijken of er nu iemand leest.",
    listen_above: "De mensen hierboven luisteren wel.",
    listen_below: "Deze mensen luisteren wel:",
};

fn fact_name(fact: FactKind) -> &'static str {
    match fact {
        FactKind::Age => "je leeftijd",
        FactKind::Date => "deze dag",
        FactKind::Birthday => "je verjaardag",
        FactKind::Place => "je plaats",
        FactKind::Rare => "iets bijzonders",
        FactKind::Count => "hoeveel het er zijn",
        FactKind::Only => "dat je de enige bent",
        FactKind::Role => "het werk van je familie",
    }
}

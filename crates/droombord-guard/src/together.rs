//! Facts that are fine alone and recognisable together: an age, a place, a day, something rare.
//!
//! Young people in care are recognised by small facts. This looks for the small facts and says which combinations would point
//! at one person. What may live here: the facts, the table of combinations, ranges and codes. What may not: sentences for
//! people, and the search for names and numbers (that is [`crate::find`]; only the ranges of its places come in).
//! Linear time, no panic.

use crate::{Offsets, TextRange};
use core::ops::Range;

/// A small fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactKind {
    /// An age of one person: "ik ben 9", "van dertien jaar".
    Age,
    /// A day that can be looked up: "vandaag", "gisteren", "op 3 mei", "2 mei 2024".
    Date,
    /// A birthday: "ik ben vandaag 9", "jarig".
    Birthday,
    /// A town, village, island or quarter.
    Place,
    /// Something that few people have or live through: "tweeling", "brand", "in de krant", a rare illness or sport.
    Rare,
    /// How many children or houses: "met zeven broers en zussen", "mijn negende pleeggezin".
    Count,
    /// "de enige …", "als enige", "de eerste …".
    Only,
    /// What a parent is known for: "mijn vader is burgemeester".
    Role,
}

impl FactKind {
    /// The name in data and over the wire, in snake case.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            FactKind::Age => "age",
            FactKind::Date => "date",
            FactKind::Birthday => "birthday",
            FactKind::Place => "place",
            FactKind::Rare => "rare",
            FactKind::Count => "count",
            FactKind::Only => "only",
            FactKind::Role => "role",
        }
    }
}

/// Which combination it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TogetherRule {
    /// "Ik ben vandaag 9": age and day make a date of birth.
    BirthDate,
    /// "De enige … in Ommen".
    OnlyInPlace,
    /// A twin, a fire, a champion and a place.
    RareInPlace,
    /// Age, place and day.
    AgePlaceDate,
    /// Age, place and the size of a family or the number of houses.
    AgePlaceCount,
    /// A family's size, or number of houses, with a place and something rare.
    FamilyInPlace,
    /// A parent's known work and a place.
    RoleInPlace,
    /// Age, day and something rare, without a place.
    RareOnDate,
}

impl TogetherRule {
    /// The name in data and over the wire, in snake case.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            TogetherRule::BirthDate => "birth_date",
            TogetherRule::OnlyInPlace => "only_in_place",
            TogetherRule::RareInPlace => "rare_in_place",
            TogetherRule::AgePlaceDate => "age_place_date",
            TogetherRule::AgePlaceCount => "age_place_count",
            TogetherRule::FamilyInPlace => "family_in_place",
            TogetherRule::RoleInPlace => "role_in_place",
            TogetherRule::RareOnDate => "rare_on_date",
        }
    }
}

/// The combinations, the surest first. A rule holds when the text has all its facts.
pub const RULES: &[(TogetherRule, &[FactKind])] = &[
    (TogetherRule::BirthDate, &[FactKind::Age, FactKind::Birthday]),
    (TogetherRule::OnlyInPlace, &[FactKind::Only, FactKind::Place]),
    (TogetherRule::RareInPlace, &[FactKind::Rare, FactKind::Place]),
    (TogetherRule::AgePlaceDate, &[FactKind::Age, FactKind::Place, FactKind::Date]),
    (TogetherRule::AgePlaceCount, &[FactKind::Age, FactKind::Place, FactKind::Count]),
    (TogetherRule::FamilyInPlace, &[FactKind::Count, FactKind::Place]),
    (TogetherRule::RoleInPlace, &[FactKind::Role, FactKind::Place]),
    (TogetherRule::RareOnDate, &[FactKind::Rare, FactKind::Age, FactKind::Date]),
];

/// A fact in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it tells.
    pub kind: FactKind,
    /// Where it stands.
    pub range: TextRange,
}

/// A combination that points at one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// Which combination.
    pub rule: TogetherRule,
    /// Its facts, one of each kind (the first in the text), in the order of the text.
    pub facts: Vec<Fact>,
}

/// A word with its place and its folded form.
struct Word<'a> {
    range: Range<usize>,
    raw: &'a str,
    low: String,
    /// A full stop, question mark or new line stands before it.
    opens: bool,
}

const MONTHS: &[&str] = &[
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "jan",
    "feb",
    "mrt",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "okt",
    "nov",
    "dec",
];

const DAYS: &[&str] =
    &["vandaag", "gisteren", "gister", "eergisteren", "morgen", "overmorgen", "vanmorgen", "vanmiddag", "vanavond"];

const NUMBERS: &[(&str, u32)] = &[
    ("een", 1),
    ("twee", 2),
    ("drie", 3),
    ("vier", 4),
    ("vijf", 5),
    ("zes", 6),
    ("zeven", 7),
    ("acht", 8),
    ("negen", 9),
    ("tien", 10),
    ("elf", 11),
    ("twaalf", 12),
    ("dertien", 13),
    ("veertien", 14),
    ("vijftien", 15),
    ("zestien", 16),
    ("zeventien", 17),
    ("achttien", 18),
    ("negentien", 19),
    ("twintig", 20),
];

const RARE: &[&str] = &[
    "tweeling",
    "tweelingbroer",
    "tweelingbroertje",
    "tweelingzus",
    "tweelingzusje",
    "drieling",
    "vierling",
    "brand",
    "afgebrand",
    "overval",
    "ramp",
    "krant",
    "journaal",
    "televisie",
    "kampioen",
    "kampioene",
    "kampioenschap",
    "rolstoel",
    "blind",
    "doof",
    "kunstbeen",
    "prothese",
    "vermoord",
    "schietpartij",
    "steekpartij",
    "verongelukt",
    "vliegtuigramp",
    "explosie",
    "ontploffing",
    "ontvoerd",
    "ontvoering",
    "gevangenis",
    "albino",
    "syndroom",
    "donor",
    "transplantatie",
    "musical",
    "winnares",
    "koninklijke",
    "lintje",
    "olympische",
    "adoptie",
    "geadopteerd",
    "vondeling",
];

const ROLES: &[&str] = &[
    "burgemeester",
    "wethouder",
    "dominee",
    "imam",
    "pastoor",
    "huisarts",
    "dokter",
    "directeur",
    "politieagent",
    "wijkagent",
    "rechter",
    "notaris",
    "bakker",
    "slager",
    "schoolhoofd",
    "profvoetballer",
    "zanger",
    "zangeres",
    "acteur",
    "molenaar",
    "kapper",
    "boswachter",
];

const PARENTS: &[&str] = &[
    "vader",
    "moeder",
    "papa",
    "mama",
    "pa",
    "ma",
    "opa",
    "oma",
    "stiefvader",
    "stiefmoeder",
    "pleegvader",
    "pleegmoeder",
    "oom",
    "tante",
    "ouders",
];

const FAMILY: &[&str] = &[
    "broers",
    "broertjes",
    "zussen",
    "zusjes",
    "kinderen",
    "broertje",
    "zusje",
    "gezinnen",
    "pleeggezinnen",
    "huizen",
    "groepen",
    "plekken",
];

const PLACE_CUES: &[&str] = &["in", "uit", "bij", "te", "nabij", "van"];

/// Words with a capital that are no place.
const NO_PLACE: &[&str] = &[
    "ik",
    "nederland",
    "nederlandse",
    "nederlands",
    "engels",
    "instagram",
    "tiktok",
    "snapchat",
    "youtube",
    "minecraft",
    "roblox",
    "fortnite",
    "facebook",
    "whatsapp",
    "god",
    "allah",
    "sinterklaas",
    "kerst",
    "pasen",
    "europa",
    "mijn",
    "de",
    "het",
    "een",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
];

/// Finds combinations of small facts that point at one person.
///
/// `places` are byte ranges that another search already knows to be places (of `find`: its `city_place`); places behind "in",
/// "uit" or "bij" with a capital are found here too. The rules come in the order of [`RULES`]; a rule whose facts all stand in an
/// earlier one is left out.
#[must_use]
pub fn together(text: &str, places: &[Range<usize>]) -> Vec<Together> {
    let words = split(text);
    let mut facts = facts(&words);
    for place in places {
        if place.start < place.end && text.get(place.clone()).is_some() {
            facts.push((FactKind::Place, place.clone()));
        }
    }
    facts.sort_by_key(|(kind, range)| (range.start, range.end, *kind));
    let offsets = Offsets::new(text);
    let mut out: Vec<Together> = Vec::new();
    for (rule, kinds) in RULES {
        let Some(mut chosen) =
            kinds.iter().map(|kind| facts.iter().find(|(other, _)| other == kind).cloned()).collect::<Option<Vec<_>>>()
        else {
            continue;
        };
        chosen.sort_by_key(|(kind, range)| (range.start, range.end, *kind));
        let told: Vec<Fact> =
            chosen.into_iter().map(|(kind, range)| Fact { kind, range: offsets.range(range) }).collect();
        if !out.iter().any(|earlier| told.iter().all(|fact| earlier.facts.contains(fact))) {
            out.push(Together { rule: *rule, facts: told });
        }
    }
    out
}

fn split(text: &str) -> Vec<Word<'_>> {
    let mut out = Vec::new();
    let mut from: Option<usize> = None;
    let mut opens = true;
    let ends = text.char_indices().map(|(at, c)| (at, Some(c))).chain([(text.len(), None)]);
    for (at, c) in ends {
        let inside = c.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '\'' || c == '\u{2019}');
        match (inside, from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                let raw = text.get(start..at).unwrap_or_default();
                out.push(Word { range: start..at, raw, low: raw.to_lowercase(), opens });
                opens = false;
                from = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
        if matches!(c, Some('.' | '!' | '?' | '\n')) {
            opens = true;
        }
    }
    out
}

/// The value of a figure or a number word.
fn number(word: &str) -> Option<u32> {
    word.parse().ok().or_else(|| NUMBERS.iter().find(|(name, _)| *name == word).map(|&(_, value)| value))
}

/// "9e", "negende", "elfde": a place in a row.
fn ordinal(word: &str) -> Option<u32> {
    let short = word.strip_suffix("de").or_else(|| word.strip_suffix("ste")).or_else(|| word.strip_suffix('e'));
    match word {
        "eerste" => Some(1),
        "derde" => Some(3),
        "achtste" => Some(8),
        _ => short.and_then(number),
    }
}

fn facts(words: &[Word<'_>]) -> Vec<(FactKind, Range<usize>)> {
    let low = |at: usize| words.get(at).map_or("", |word| word.low.as_str());
    let span = |from: usize, to: usize| {
        let start = words.get(from).map_or(0, |word| word.range.start);
        start..words.get(to).map_or(start, |word| word.range.end)
    };
    let mut out = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let before = |steps: usize| at.checked_sub(steps).map_or("", |place| low(place));
        let value = number(&word.low);
        // Ages: "9 jaar", "ik ben (vandaag) 9", "ik word morgen tien", "meisje van 12".
        if let Some(value) = value
            && (3..=25).contains(&value)
        {
            let years = matches!(low(at + 1), "jaar" | "jr" | "jarige") || low(at + 1).starts_with("jaar");
            let mut back = 1;
            while DAYS.contains(&before(back))
                || matches!(before(back), "net" | "pas" | "nu" | "al" | "bijna" | "ook" | "weer")
            {
                back += 1;
            }
            let am = matches!(before(back), "ben" | "word" | "werd" | "ik" | "geworden" | "is" | "wordt")
                && !matches!(
                    low(at + 1),
                    "keer" | "uur" | "weken" | "maanden" | "dagen" | "kinderen" | "van" | "mei" | "broers" | "zussen"
                )
                && !MONTHS.contains(&low(at + 1))
                && (before(back) == "ik"
                    || before(back + 1) == "ik"
                    || before(back) == "ben"
                    || matches!(low(at + 1), "geworden"));
            let of = before(1) == "van"
                && matches!(
                    before(2),
                    "meisje" | "jongen" | "kind" | "zoon" | "dochter" | "zusje" | "broertje" | "jongetje"
                );
            if (years && low(at + 2) != "geleden" && !matches!(before(1), "al" | "na" | "over" | "sinds")) || am || of {
                out.push((FactKind::Age, span(at, if years { at + 1 } else { at })));
                if am
                    && (1..back).any(|step| {
                        matches!(
                            before(step),
                            "vandaag" | "gisteren" | "gister" | "morgen" | "overmorgen" | "eergisteren"
                        )
                    })
                    || DAYS.contains(&low(at + 1))
                {
                    let day =
                        (1..back).map(|step| at - step).find(|&place| DAYS.contains(&low(place))).unwrap_or(at + 1);
                    out.push((FactKind::Birthday, span(day, day)));
                }
            }
        }
        if word.low.ends_with("-jarige") || word.low.ends_with("jarige") && word.low.len() > 6 {
            out.push((FactKind::Age, word.range.clone()));
        }
        // Days: "3 mei", "3 mei 2024", "vandaag", "afgelopen zaterdag".
        if value.is_some_and(|value| (1..=31).contains(&value)) && MONTHS.contains(&low(at + 1)) {
            let year = low(at + 2).parse::<u32>().is_ok_and(|year| (1990..=2100).contains(&year));
            let whole = span(at, if year { at + 2 } else { at + 1 });
            out.push((FactKind::Date, whole.clone()));
            if matches!(before(1), "jarig" | "geboren") || matches!(before(2), "jarig" | "geboren") {
                out.push((FactKind::Birthday, whole));
            }
        }
        if DAYS.contains(&word.low.as_str()) {
            out.push((FactKind::Date, word.range.clone()));
            if matches!(low(at + 1), "jarig") || before(1) == "jarig" || before(2) == "jarig" || low(at + 2) == "jarig"
            {
                out.push((FactKind::Birthday, word.range.clone()));
            }
        }
        if matches!(word.low.as_str(), "afgelopen" | "vorige") && low(at + 1).ends_with("dag") {
            out.push((FactKind::Date, span(at, at + 1)));
        }
        // Places: "in Ommen", "uit Den Helder", "op Texel", "in ons dorp".
        let cue = PLACE_CUES.contains(&before(1)) || before(1) == "op";
        if cue
            && !word.opens
            && word.raw.chars().next().is_some_and(char::is_uppercase)
            && word.raw.chars().count() > 2
            && !NO_PLACE.contains(&word.low.as_str())
            && (before(1) != "van" || before(2) == "uit" || before(2) == "dorp")
        {
            let more = words.get(at + 1).is_some_and(|next| {
                !next.opens
                    && next.raw.chars().next().is_some_and(char::is_uppercase)
                    && matches!(
                        word.low.as_str(),
                        "den" | "sint" | "nieuw" | "oude" | "noord" | "oud" | "west" | "zuid" | "oost"
                    )
            });
            out.push((FactKind::Place, span(at, if more { at + 1 } else { at })));
        }
        if matches!(word.low.as_str(), "dorp" | "dorpje" | "eiland" | "gehucht")
            && matches!(before(1), "ons" | "dit" | "mijn" | "het" | "een" | "klein" | "kleine")
        {
            out.push((FactKind::Place, span(at.saturating_sub(1), at)));
        }
        // Rare things.
        if RARE.contains(&word.low.as_str()) {
            out.push((FactKind::Rare, word.range.clone()));
        }
        // Families and houses in number: "negen broers en zussen", "mijn achtste pleeggezin".
        if let Some(value) = value
            && (FAMILY.contains(&low(at + 1)) && value >= 4)
        {
            out.push((FactKind::Count, span(at, at + 1)));
        }
        if ordinal(&word.low).is_some_and(|value| value >= 4)
            && matches!(
                low(at + 1),
                "pleeggezin" | "gezin" | "groep" | "huis" | "plek" | "instelling" | "school" | "kind" | "gezinshuis"
            )
        {
            out.push((FactKind::Count, span(at, at + 1)));
        }
        // "de enige", "als enige", "het enige meisje"; not "het enige wat ik wil".
        if matches!(word.low.as_str(), "enige" | "enigste")
            && !matches!(low(at + 1), "wat" | "dat" | "waar" | "manier" | "reden" | "wens" | "droom" | "ding")
        {
            out.push((FactKind::Only, word.range.clone()));
        }
        // "mijn vader is burgemeester", "mijn moeder is de huisarts".
        if ROLES.contains(&word.low.as_str()) {
            let parent = (1..=4).find(|&back| PARENTS.contains(&before(back)));
            if let Some(back) = parent
                && (1..back).any(|step| matches!(before(step), "is" | "was" | "werkt"))
            {
                out.push((FactKind::Role, span(at - back, at)));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn codes(text: &str) -> Vec<&'static str> {
        together(text, &[]).iter().map(|found| found.rule.code()).collect()
    }

    #[test]
    fn facts_that_point_at_one_person_are_found_together() {
        let table = [
            ("Ik ben vandaag 9 en ik krijg een taart.", "birth_date"),
            ("Ik ben gisteren 12 geworden", "birth_date"),
            ("ik word morgen tien!", "birth_date"),
            ("Ik ben 11 en ik ben op 4 maart jarig geweest, ik ben jarig 4 maart", "birth_date"),
            ("Ik ben de enige met een rode rolstoel in Ommen.", "only_in_place"),
            ("Mijn broertje en ik zijn een tweeling en wonen in Grolloo.", "rare_in_place"),
            ("Wij zijn de tweeling van ons dorp", "rare_in_place"),
            ("Ik ben 14 jaar en op 3 mei 2024 kwam ik in Kampen wonen.", "age_place_date"),
            ("Ik ben 15 jaar, woon in Zwolle en dit is mijn negende pleeggezin.", "age_place_count"),
            ("Ik heb negen broers en we wonen in Urk.", "family_in_place"),
            ("Mijn vader is burgemeester en we wonen in Vaals.", "role_in_place"),
            ("Ik ben 13 jaar en gisteren was er brand op mijn groep.", "rare_on_date"),
        ];
        for (text, code) in table {
            assert!(codes(text).contains(&code), "{text}: {:?}", codes(text));
        }
    }

    #[test]
    fn a_fact_alone_is_no_hint() {
        for text in [
            "Ik ben 9 jaar en ik wil een hond.",
            "Ik woon in Zwolle en het is er leuk.",
            "Vandaag eten we pannenkoeken.",
            "Ik heb een tweelingbroer.",
            "Ik ben de enige die dat vindt.",
            "Het enige wat ik wil is een kamer in Utrecht.",
            "Op 3 mei is er een bijeenkomst in Zwolle.",
            "Ik ben 3 keer verhuisd.",
            "Al 5 jaar wacht ik in Zwolle, vandaag ook.",
            "Ik heb twee zusjes in Almere.",
            "",
        ] {
            assert_eq!(codes(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn places_that_are_passed_in_count() {
        let text = "wij zijn een drieling, groetjes uit ommen";
        let start = text.find("ommen").unwrap_or_default();
        let place = start..start + 5;
        assert_eq!(
            together(text, std::slice::from_ref(&place)).first().map(|found| found.rule),
            Some(TogetherRule::RareInPlace)
        );
        assert!(codes(text).is_empty());
    }

    proptest! {
        #[test]
        fn any_text_gives_ranges_on_the_borders_of_letters(text in "(\\PC|ik ben |vandaag |9 |in |Ommen |tweeling |\u{301}|😀){0,60}", from in 0usize..90, long in 0usize..9) {
            let place = from..from + long;
            for found in together(&text, std::slice::from_ref(&place)) {
                for fact in found.facts {
                    prop_assert!(text.get(fact.range.bytes.clone()).is_some());
                }
            }
        }
    }
}

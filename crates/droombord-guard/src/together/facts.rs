//! Looks for the small facts in a text: ages, days, places, what is rare. Which of them point at one person is not known here.

use crate::doc::{letter, upper_case};
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

/// A word with its place and its folded form.
pub(super) struct Word<'a> {
    range: Range<usize>,
    raw: &'a str,
    low: String,
    /// A full stop, question mark or new line stands before it.
    opens: bool,
}

const MONTHS: &str = "januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr jun \
    jul aug sep sept okt nov dec";

const DAYS: &str = "vandaag gisteren gister eergisteren morgen overmorgen vanmorgen vanmiddag vanavond";

/// The numbers from one, in words.
const NUMBERS: &str = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig";

const RARE: &str = "tweeling tweelingbroer tweelingbroertje tweelingzus tweelingzusje drieling vierling brand afgebrand overval \
    ramp krant journaal televisie kampioen kampioene kampioenschap rolstoel blind doof kunstbeen prothese vermoord \
    schietpartij steekpartij verongelukt vliegtuigramp explosie ontploffing ontvoerd ontvoering gevangenis albino \
    syndroom donor transplantatie musical winnares koninklijke lintje olympische adoptie geadopteerd vondeling";

const ROLES: &str = "burgemeester wethouder dominee imam pastoor huisarts dokter directeur politieagent wijkagent rechter notaris \
    bakker slager schoolhoofd profvoetballer zanger zangeres acteur molenaar kapper boswachter";

const PARENTS: &str =
    "vader moeder papa mama pa ma opa oma stiefvader stiefmoeder pleegvader pleegmoeder oom tante ouders";

const FAMILY: &str =
    "broers broertjes zussen zusjes kinderen broertje zusje gezinnen pleeggezinnen huizen groepen plekken";

const PLACE_CUES: &str = "in uit bij te nabij van";

/// Words with a capital that are no place.
const NO_PLACE: &str = "ik nederland nederlandse nederlands engels instagram tiktok snapchat youtube minecraft roblox fortnite \
    facebook whatsapp god allah sinterklaas kerst pasen europa mijn de het een maandag dinsdag woensdag donderdag \
    vrijdag zaterdag zondag";

pub(super) fn split(text: &str) -> Vec<Word<'_>> {
    let mut out = Vec::new();
    let mut from: Option<usize> = None;
    let mut opens = true;
    let ends = text.char_indices().map(|(at, c)| (at, Some(c))).chain([(text.len(), None)]);
    for (at, c) in ends {
        let inside = c.is_some_and(|c| letter(c) || c.is_ascii_digit() || c == '-' || c == '\'' || c == '\u{2019}');
        match (inside, from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                let raw = text.get(start..at).unwrap_or_default();
                out.push(Word { range: start..at, raw, low: raw.to_ascii_lowercase(), opens });
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

/// Whether a list of words, with spaces between, holds a word.
fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// The value of a figure or a number word.
fn number(word: &str) -> Option<u32> {
    word.parse().ok().or_else(|| (1..).zip(NUMBERS.split(' ')).find(|(_, name)| *name == word).map(|(value, _)| value))
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

/// All facts, in the order in which their words end.
pub(super) fn facts(words: &[Word<'_>]) -> Vec<(FactKind, Range<usize>)> {
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
            while has(DAYS, before(back))
                || matches!(before(back), "net" | "pas" | "nu" | "al" | "bijna" | "ook" | "weer")
            {
                back += 1;
            }
            let am = matches!(before(back), "ben" | "word" | "werd" | "ik" | "geworden" | "is" | "wordt")
                && !matches!(
                    low(at + 1),
                    "keer" | "uur" | "weken" | "maanden" | "dagen" | "kinderen" | "van" | "mei" | "broers" | "zussen"
                )
                && !has(MONTHS, low(at + 1))
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
                    || has(DAYS, low(at + 1))
                {
                    let day = (1..back).map(|step| at - step).find(|&place| has(DAYS, low(place))).unwrap_or(at + 1);
                    out.push((FactKind::Birthday, span(day, day)));
                }
            }
        }
        if word.low.ends_with("-jarige") || word.low.ends_with("jarige") && word.low.len() > 6 {
            out.push((FactKind::Age, word.range.clone()));
        }
        // Days: "3 mei", "3 mei 2024", "vandaag", "afgelopen zaterdag".
        if value.is_some_and(|value| (1..=31).contains(&value)) && has(MONTHS, low(at + 1)) {
            let year = low(at + 2).parse::<u32>().is_ok_and(|year| (1990..=2100).contains(&year));
            let whole = span(at, if year { at + 2 } else { at + 1 });
            out.push((FactKind::Date, whole.clone()));
            if matches!(before(1), "jarig" | "geboren") || matches!(before(2), "jarig" | "geboren") {
                out.push((FactKind::Birthday, whole));
            }
        }
        if has(DAYS, &word.low) {
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
        let cue = has(PLACE_CUES, before(1)) || before(1) == "op";
        if cue
            && !word.opens
            && word.raw.chars().next().is_some_and(upper_case)
            && word.raw.chars().count() > 2
            && !has(NO_PLACE, &word.low)
            && (before(1) != "van" || before(2) == "uit" || before(2) == "dorp")
        {
            let more = words.get(at + 1).is_some_and(|next| {
                !next.opens
                    && next.raw.chars().next().is_some_and(upper_case)
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
        if has(RARE, &word.low) {
            out.push((FactKind::Rare, word.range.clone()));
        }
        // Families and houses in number: "negen broers en zussen", "mijn achtste pleeggezin".
        if let Some(value) = value
            && (has(FAMILY, low(at + 1)) && value >= 4)
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
        if has(ROLES, &word.low) {
            let parent = (1..=4).find(|&back| has(PARENTS, before(back)));
            if let Some(back) = parent
                && (1..back).any(|step| matches!(before(step), "is" | "was" | "werkt"))
            {
                out.push((FactKind::Role, span(at - back, at)));
            }
        }
    }
    out
}

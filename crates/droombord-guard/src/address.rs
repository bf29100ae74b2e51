//! Streets with a house number, and postcodes (PostNL: no leading 0; never SA, SD or SS).

use crate::doc::{Case, Doc, Sort};
use crate::finding::{Cue, Kind, Suggestion};
use crate::lists::{self, List};
use crate::phone::spoken;
use crate::resolve::Candidates;
use crate::words::{self, Class};

/// Endings that nearly always make a street.
const SURE: [&str; 30] = [
    "straat",
    "laan",
    "plein",
    "gracht",
    "kade",
    "singel",
    "steeg",
    "burgwal",
    "plantsoen",
    "dreef",
    "straatje",
    "pleintje",
    "laantje",
    "boulevard",
    "allee",
    "wetering",
    "straatweg",
    "grachtje",
    "weg",
    "pad",
    "dijk",
    "hof",
    "weteringkade",
    "straat",
    "laen",
    "dwarsstraat",
    "strt",
    "plnts",
    "weggetje",
    "loane",
];
/// Endings that make a street when a house number and a place word are there.
const LIKELY: [&str; 40] = [
    "baan", "ring", "wal", "haven", "markt", "park", "erf", "akker", "weide", "horst", "donk", "brink", "dam", "sluis",
    "poort", "passage", "gaarde", "hage", "kamp", "zoom", "vaart", "tocht", "meent", "stede", "veld", "berg", "heuvel",
    "dal", "es", "oord", "eind", "einde", "hoek", "kant", "bos", "rade", "werf", "borg", "gouw", "tuin",
];

/// Words that end like a street and are none, with a number behind them.
fn common(word: &str) -> bool {
    words::is(word, Class::NoStreet)
}

/// Finds streets with a number, and "ik woon op Nieuwland 14".
pub fn scan_streets(doc: &Doc<'_>, found: &mut Candidates) {
    for i in 0..doc.tokens.len() {
        let Some(token) = doc.word(i).copied() else { continue };
        if found.taken(i) {
            continue;
        }
        let word = doc.fold(&token);
        let old = matches!(doc.before(i, 1), "oude" | "nieuwe" | "lange" | "korte" | "grote" | "kleine");
        let sure = word.len() > 2
            && SURE.iter().any(|end| {
                word.ends_with(end)
                    && (word.len() > end.len() + 1
                        || old
                        || i > 0 && doc.tokens.get(i - 1).is_some_and(|t| t.capital() && !t.opens) && token.capital())
            });
        let likely =
            !sure && word.len() > 4 && LIKELY.iter().any(|end| word.ends_with(end) && word.len() > end.len() + 1);
        let lived = lived(doc, i);
        // "op de Nieuwe Rijn": the place stands before the row of capitals.
        let mut row = i;
        while row > 0
            && i - row < 3
            && doc.tokens.get(row - 1).is_some_and(|t| t.sort == Sort::Word && t.capital() && !t.opens)
        {
            row -= 1;
        }
        let known = !old && common(word) && !(token.capital() && !token.opens);
        let number = house(doc, i + 1);
        if let Some((end, odd)) = number {
            let unit = !odd && doc.of(end, Class::Unit) && !lived;
            let place =
                matches!(doc.before(row, 1), "de" | "het" | "'t" | "op" | "aan" | "in" | "adres" | ":" | "naar")
                    || doc.was(row, 1, Class::Place)
                    || doc.was(row, 1, Class::Prep);
            let unnamed = !old && !token.capital() && token.is(List::Dutch);
            let good = if sure {
                !known && !unit && (!unnamed || lived || odd)
            } else if likely {
                !known && !unit && (token.capital() && place || lived && !unnamed)
            } else {
                // Any name behind "ik woon op": the number must close the phrase.
                let named = token.capital() && !token.opens
                    || lived && place && !token.is(List::Dutch) && !token.of(Class::Stop);
                lived && place && named && !unit && !counted(word) && !token.of(Class::Num) && !token.of(Class::Month)
            };
            if good {
                add(doc, i, end, if sure { 94 } else { 78 }, found);
            }
            continue;
        }
        // A street alone tells where somebody lives only when they say so.
        let home =
            (1..=4).any(|n| matches!(doc.before(i, n), "woon" | "wonen" | "woont" | "adres" | "woonde" | "woonden"));
        if sure && !known && home && (token.capital() || !token.is(List::Dutch)) && doc.number(i + 1).is_none() {
            add(doc, i, i + 1, 60, found);
        }
    }
}

/// What is counted or numbered without being a street: "kamer 14".
fn counted(word: &str) -> bool {
    words::is(word, Class::Counted)
}

/// Whether the words before say that somebody lives there.
fn lived(doc: &Doc<'_>, i: usize) -> bool {
    (1..=9).any(|n| doc.was(i, n, Class::Lives))
}

/// A house number at token `i`: its end, and whether it has an addition ("14b", "nr 14"), which no counted thing has.
fn house(doc: &Doc<'_>, i: usize) -> Option<(usize, bool)> {
    let (mut at, mut odd) = (i, false);
    if doc.at(at) == "," && doc.number(at + 1).is_some() {
        at += 1;
    }
    if matches!(doc.at(at), "nr" | "nummer" | "huisnummer" | "no" | "huisnr" | "nummertje" | "numero") {
        odd = true;
        at += 1;
        if matches!(doc.at(at), "." | ":") {
            at += 1;
        }
    }
    let token = doc.tokens.get(at)?;
    if token.line {
        return None;
    }
    if token.sort != Sort::Number {
        // In words only behind "nummer", or as a number above ten.
        let value = spoken(doc.fold(token)).filter(|v| odd || v.0 > 10)?;
        let plain = value.0 > 0 && (odd || !doc.of(at + 1, Class::Unit));
        return plain.then_some((at + 1, odd));
    }
    let size = token.end - token.start;
    if size > 5 || doc.fold(token).starts_with('0') {
        return None;
    }
    let mut end = at + 1;
    // A time or amount: "14:30", "14.30", "14,50".
    if matches!(doc.at(end), ":" | "." | ",") && doc.glued(end) && doc.glued(end + 1) && doc.number(end + 1).is_some() {
        return None;
    }
    let letter = |j: usize| doc.word(j).is_some_and(|t| t.end - t.start <= 2 && doc.fold(t).is_ascii());
    if doc.glued(end) && (letter(end) || matches!(doc.at(end), "hs" | "bis" | "huis" | "rood" | "zw" | "ter" | "iii")) {
        if matches!(doc.at(end), "e" | "de" | "km" | "x" | "m" | "cm" | "st") {
            return None;
        }
        odd = true;
        end += 1;
    } else if matches!(doc.at(end), "hs" | "bis" | "boven" | "rood" | "ii" | "iii")
        || doc.word(end).is_some_and(|t| {
            t.spaced
                && t.end - t.start == 1
                && !t.line
                && matches!(doc.fold(t), "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h")
                && (t.case != Case::Lower
                    || doc
                        .tokens
                        .get(end + 1)
                        .is_none_or(|n| n.sort != Sort::Word || n.opens || n.of(Class::Place) || n.of(Class::Stop)))
        })
    {
        odd = true;
        end += 1;
    }
    if matches!(doc.at(end), "-" | "/")
        && doc.glued(end)
        && doc.glued(end + 1)
        && (doc.number(end + 1).is_some()
            || letter(end + 1)
            || matches!(doc.at(end + 1), "hs" | "bis" | "boven" | "huis" | "iii"))
    {
        odd = true;
        end += 2;
        if doc.glued(end) && letter(end) {
            end += 1;
        }
    }
    Some((end, odd))
}

/// Words that begin a street of several words, also without capitals.
fn opener(word: &str) -> bool {
    words::is(word, Class::StreetOpens)
}

/// Adds a street from its last word to its number; looks to the left for its first words, and for "in de".
fn add(doc: &Doc<'_>, street: usize, end: usize, sure: u8, found: &mut Candidates) {
    let mut start = street;
    let low = doc.tokens.get(street).is_some_and(|t| !t.capital());
    for _ in 0..4 {
        let Some(left) = start.checked_sub(1) else { break };
        let Some(token) = doc.tokens.get(left) else { break };
        let word = doc.fold(token);
        if found.taken(left) || doc.tokens.get(start).is_some_and(|t| t.line) {
            break;
        }
        let dash = word == "-" && doc.glued(left) && doc.glued(start);
        let particle = token.of(Class::Particle) && left > 0 && {
            let before = doc.tokens.get(left - 1);
            // "Jan van Galenstraat", "van der Helstplein"; not "op de Lindelaan".
            let name = before.is_some_and(|t| {
                t.capital() && !t.opens && t.sort == Sort::Word && !t.of(Class::Stop)
                    || low
                        && (t.is(List::First) || opener(doc.before(left, 1)))
                        && !t.of(Class::Prep)
                        && !t.of(Class::Particle)
            });
            let nested = before.is_some_and(|t| matches!(doc.fold(t), "van" | "aan") && !(low && left < 2))
                && matches!(word, "der" | "den" | "de" | "het" | "'t");
            name || nested && !matches!(doc.before(left, 1), "aan" | "in")
        };
        let capital_particle = token.of(Class::Particle) && token.capital() && !token.opens;
        let capital = token.sort == Sort::Word
            && (token.capital() || token.case == Case::Upper)
            && !token.of(Class::Stop)
            && !token.of(Class::Prep)
            && !token.of(Class::Det)
            && !token.of(Class::Verb)
            && !(token.opens && !opener(word) && !token.is(List::First) && !lists::holds(List::Surname, word))
            && !matches!(word, "op" | "in" | "aan" | "bij" | "adres");
        let named = low && opener(word) && !words::is(word, Class::StreetWeak);
        let first = low
            && matches!(word, "jan" | "nieuwe" | "oude" | "grote" | "kleine" | "lange" | "korte")
            && matches!(doc.before(left, 1), "de" | "op" | "in" | "aan" | "het");
        let ordinal = token.sort == Sort::Word
            && matches!(word, "e" | "de")
            && doc.glued(left)
            && left > 0
            && doc.number(left - 1).is_some();
        let initial = word == "."
            && doc.glued(left)
            && left > 0
            && doc.word(left - 1).is_some_and(|t| {
                t.end - t.start < 5
                    && (t.case != Case::Lower
                        || matches!(doc.fold(t), "dr" | "st" | "mr" | "burg" | "prof" | "gen" | "ds"))
            });
        if ordinal || initial {
            start = left - 1;
        } else if dash || particle || capital_particle || capital || named || first {
            start = left;
        } else {
            break;
        }
    }
    if doc.at(start) == "-" {
        start += 1;
    }
    let Some(added) = found.add(doc, Kind::Address, start..end, sure, Cue::Shape) else { return };
    // "op de Lindelaan 14" is replaced as a whole.
    let mut from = start;
    if matches!(doc.before(from, 1), "de" | "het" | "'t" | "t") {
        from -= 1;
    }
    if matches!(doc.before(from, 1), "op" | "aan" | "in") {
        from -= 1;
        added.suggestion = Suggestion::WhereILive;
        if let Some(token) = doc.tokens.get(from) {
            added.replace.start = token.start;
        }
    }
}

/// Two letters that are a word or a measure: "1500 km", "2020 al".
fn short_word(word: &str) -> bool {
    words::is(word, Class::Pair)
}

/// Finds the postcodes.
pub fn scan_postcodes(doc: &Doc<'_>, found: &mut Candidates) {
    for i in 0..doc.tokens.len() {
        let Some(figures) = doc.number(i).copied() else { continue };
        let text = doc.fold(&figures);
        if text.len() != 4
            || text.starts_with('0')
            || found.taken(i)
            || i > 0
                && !figures.spaced
                && (matches!(doc.before(i, 1), "-" | "." | "," | "/" | "€" | ":" | "#" | "_")
                    && doc.tokens.get(i - 1).is_some_and(|t| !t.spaced)
                    && doc.tokens.get(i.wrapping_sub(2)).is_some_and(|t| t.sort == Sort::Number)
                    || doc.word(i - 1).is_some())
        {
            continue;
        }
        let mut at = i + 1;
        if matches!(doc.at(at), "-" | ".") && doc.word(at + 1).is_some() && doc.glued(at) {
            at += 1;
        }
        let Some(letters) = doc.word(at).copied() else { continue };
        let pair = doc.fold(&letters);
        // "7411 X X"
        let apart = pair.len() == 1
            && doc.word(at + 1).is_some_and(|t| t.end - t.start == 1 && t.case != Case::Lower)
            && letters.case != Case::Lower;
        let end = if apart { at + 2 } else { at + 1 };
        let size = doc.text.get(letters.start..letters.end).is_some_and(|t| t.len() == 2 && t.is_ascii());
        if letters.line || !(size || apart) || matches!(pair, "sa" | "sd" | "ss") && !apart {
            continue;
        }
        let closes = !(doc.glued(end) && doc.tokens.get(end).is_some_and(|t| t.sort != Sort::Sign));
        if !closes || doc.at(end) == "-" && doc.glued(end) && doc.glued(end + 1) {
            continue;
        }
        let upper = doc.text.get(letters.start..letters.end).is_some_and(|t| t.chars().all(crate::doc::upper_case))
            && letters.case != Case::Lower;
        let word = short_word(pair);
        let said = (1..=3).any(|n| matches!(doc.before(i, n), "postcode" | "postkode" | "pc"))
            || after_address(doc, i, found)
            || before_town(doc, end);
        let glued = !letters.spaced;
        let euro = doc.before(i, 1) == "€";
        let good = said || upper && !euro || glued && !word && !euro || !word && !letters.spaced;
        let spaced_low = !upper
            && letters.spaced
            && !word
            && !letters.is(List::Dutch)
            && pair.chars().all(|c| c.is_ascii_lowercase())
            && letters.case == Case::Lower
            && !year(text);
        if good || spaced_low {
            let sure = if upper || said { 96 } else { 75 };
            found.add(doc, Kind::Postcode, i..end, sure, Cue::Shape);
        }
    }
}

fn year(text: &str) -> bool {
    text.starts_with("19") || text.starts_with("20")
}

fn after_address(doc: &Doc<'_>, i: usize, _found: &Candidates) -> bool {
    // A street and number just before: "havenweg 3b 2802 ab".
    (1..=4).any(|n| SURE.iter().any(|end| doc.before(i, n).len() > end.len() + 1 && doc.before(i, n).ends_with(end)))
        && doc.tokens.get(i.wrapping_sub(1)).is_some_and(|t| t.sort == Sort::Number || t.end - t.start <= 2)
}

fn before_town(doc: &Doc<'_>, i: usize) -> bool {
    doc.word(i).is_some_and(|t| lists::holds(List::Town, doc.fold(t)) && (t.capital() || !t.is(List::Dutch)))
}

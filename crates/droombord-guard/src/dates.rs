//! Dates of birth and birthdays: a date with a word near it that says so. Ordinary dates are nobody's datum.

use crate::doc::{Doc, Sort};
use crate::finding::{Cue, Kind};
use crate::phone::spoken;
use crate::resolve::Candidates;
use crate::words::{self, Class};

/// A date in the text.
struct Date {
    end: usize,
    full: bool,
}

/// Finds them all.
pub fn scan(doc: &Doc<'_>, found: &mut Candidates) {
    let mut i = 0;
    while i < doc.tokens.len() {
        let Some(date) = date(doc, i) else {
            i += 1;
            continue;
        };
        let born = said(doc, i, date.end);
        let listed = date.full
            && doc.before(i, 1) == "("
            && doc.at(date.end) == ")"
            && i > 1
            && doc.tokens.get(i - 2).is_some_and(|t| t.capital() || t.is(crate::lists::List::First));
        if born {
            found.add(doc, Kind::Birthdate, i..date.end, if date.full { 96 } else { 85 }, Cue::Keyword);
        } else if listed {
            found.add(doc, Kind::Birthdate, i..date.end, 75, Cue::Context);
        }
        i = date.end;
    }
}

fn cue(word: &str) -> bool {
    words::is(word, Class::Born)
}

/// Whether a word near the date (in the same sentence) says that somebody was born then.
fn said(doc: &Doc<'_>, start: usize, end: usize) -> bool {
    let mut back = None;
    for n in 1..=9 {
        let Some(j) = start.checked_sub(n) else { break };
        let word = doc.at(j);
        if matches!(word, "." | "!" | "?") && doc.tokens.get(j + 1).is_some_and(|t| t.opens) {
            break;
        }
        // "vandaag 9 geworden" and another date between: each date has its own words.
        if word == "ter" && !(doc.at(j + 1) == "wereld") {
            continue;
        }
        if cue(word) {
            back = Some(j);
            break;
        }
    }
    if let Some(j) = back {
        let thing = (0..=7).any(|n| doc.was(j, n, Class::NotBorn));
        return !thing;
    }
    // "ik word 18 op 12 september"
    if matches!(doc.before(start, 1), "op" | "in") {
        let age = start
            .checked_sub(2)
            .is_some_and(|j| doc.number(j).is_some_and(|t| t.end - t.start <= 2) || spoken(doc.at(j)).is_some())
            || doc.before(start, 2) == "jaar";
        if age && (3..=5).any(|n| matches!(doc.before(start, n), "word" | "werd" | "wordt" | "worden" | "geworden")) {
            return true;
        }
    }
    for n in 0..7 {
        let word = doc.at(end + n);
        if matches!(word, "." | "!" | "?" | "") {
            break;
        }
        if matches!(word, "word" | "werd" | "wordt") {
            let age = |j: usize| {
                doc.number(j).is_some_and(|t| t.end - t.start <= 2) || spoken(doc.at(j)).is_some_and(|v| v.0 >= 3)
            };
            return (1..=3).any(|k| {
                age(end + n + k) && !doc.of(end + n + k + 1, Class::Unit)
                    || age(end + n + k) && doc.at(end + n + k + 1) == "jaar"
            });
        }
        if cue(word) && word != "ter" {
            // "op 14 oktober hoorden we dat ze jarig …" is rare; a birthday that is a thing of a day is not.
            return true;
        }
    }
    false
}

fn small(doc: &Doc<'_>, i: usize, max: u32) -> bool {
    doc.number(i).is_some_and(|_| doc.at(i).len() <= 2 && doc.at(i).parse::<u32>().is_ok_and(|v| v >= 1 && v <= max))
}

fn year(doc: &Doc<'_>, i: usize) -> bool {
    doc.number(i).is_some_and(|_| {
        let text = doc.at(i);
        text.len() == 4 && (text.starts_with("19") || text.starts_with("20")) || text.len() == 2
    })
}

fn long_year(doc: &Doc<'_>, i: usize) -> bool {
    year(doc, i) && doc.at(i).len() == 4
}

/// A date that begins at token `i`.
fn date(doc: &Doc<'_>, i: usize) -> Option<Date> {
    if doc.tokens.get(i)?.sort == Sort::Sign || (i > 0 && doc.glued(i) && matches!(doc.before(i, 1), "-" | "." | "/")) {
        return None;
    }
    let sep = |j: usize| matches!(doc.at(j), "-" | "/" | "." | "\\");
    if sep(i + 1) && sep(i + 3) {
        let day_first = small(doc, i, 31) && (small(doc, i + 2, 12) || doc.of(i + 2, Class::Month)) && year(doc, i + 4);
        let year_first = long_year(doc, i) && small(doc, i + 2, 12) && small(doc, i + 4, 31);
        // English order, and days before months that are wrong, still look like a date.
        if day_first || year_first || small(doc, i, 12) && small(doc, i + 2, 31) && long_year(doc, i + 4) {
            return Some(Date { end: i + 5, full: true });
        }
    }
    if sep(i + 1)
        && doc.glued(i + 1)
        && doc.glued(i + 2)
        && small(doc, i, 31)
        && small(doc, i + 2, 12)
        && !(doc.glued(i + 3) && doc.number(i + 3).is_some())
    {
        return Some(Date { end: i + 3, full: false });
    }
    // Three groups with spaces: "12 03 2011".
    if small(doc, i, 31) && small(doc, i + 1, 12) && long_year(doc, i + 2) {
        return Some(Date { end: i + 3, full: true });
    }
    if doc.number(i).is_some() && doc.at(i).len() == 8 {
        let text = doc.at(i);
        let part = |a: usize, b: usize| text.get(a..b).and_then(|t| t.parse::<u32>().ok()).unwrap_or_default();
        if (1..=31).contains(&part(0, 2)) && (1..=12).contains(&part(2, 4)) && (1920..=2040).contains(&part(4, 8)) {
            return Some(Date { end: i + 1, full: true });
        }
        return None;
    }
    let mut at = i;
    let day = small(doc, i, 31) || spoken(doc.at(i)).is_some_and(|v| (1..=31).contains(&v.0)) || ordinal(doc.at(i));
    if day {
        at += 1;
        if doc.glued(at) && matches!(doc.at(at), "e" | "de" | "ste") {
            at += 1;
        }
        if matches!(doc.at(at), "van" | "-" | "/") && doc.of(at + 1, Class::Month) {
            at += 1;
        }
    }
    let month = doc.of(at, Class::Month)
        && (day || doc.at(at).len() > 4 || doc.at(at) == "mei" || doc.at(at) == "juni" || doc.at(at) == "juli");
    if !month {
        return None;
    }
    at += 1;
    if doc.at(at) == "." && doc.number(at + 1).is_some() || doc.at(at) == "-" && doc.glued(at) && long_year(doc, at + 1)
    {
        at += 1;
    }
    if matches!(doc.at(at), "'" | ",") && year(doc, at + 1) {
        at += 1;
    }
    if long_year(doc, at)
        || year(doc, at)
            && (doc.before(at, 1) == "'" || doc.at(at).starts_with('0') || doc.at(at).starts_with('1'))
            && !doc.of(at + 1, Class::Unit)
            && !(doc.at(at + 1) == ":" || doc.at(at + 1) == "uur")
    {
        return Some(Date { end: at + 1, full: day });
    }
    if doc.at(at).starts_with("tweeduizend") || doc.at(at).starts_with("negentien") && at > i + 1 {
        let end = if spoken(doc.at(at + 1)).is_some() { at + 2 } else { at + 1 };
        return Some(Date { end, full: day });
    }
    if !day {
        return None;
    }
    // A bare full stop behind a short month is the sentence's.
    Some(Date { end: at, full: false })
}

fn ordinal(word: &str) -> bool {
    words::is(word, Class::Ordinal)
}

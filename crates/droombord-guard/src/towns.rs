//! Towns and villages: marked, but they may stay.

use crate::doc::{Case, Doc};
use crate::finding::{Cue, Kind, Suggestion};
use crate::lists::{self, List};
use crate::resolve::Candidates;
use crate::words::Class;

/// Finds them all, the longest name first ("Bergen op Zoom").
pub fn scan(doc: &Doc<'_>, found: &mut Candidates) {
    let mut i = 0;
    while i < doc.tokens.len() {
        i = one(doc, i, found).unwrap_or(i + 1);
    }
}

/// The end of the town that begins at token `i` and whether it is in the sure list.
pub fn town(doc: &Doc<'_>, i: usize) -> Option<(usize, bool)> {
    let first = doc.word(i)?;
    let capital = first.case != Case::Lower || doc.at(i).starts_with('\'');
    let mut name = String::with_capacity(24);
    let mut best = None;
    for n in 0..5 {
        let Some(token) = doc.tokens.get(i + n) else { break };
        let word = doc.fold(token);
        if n > 0 && (token.line || !(doc.word(i + n).is_some() || word == "-" && !token.spaced)) {
            break;
        }
        if n > 0 && token.spaced {
            name.push(' ');
        }
        name.push_str(word);
        // Two words and more are no accident; one is checked for capitals below.
        if lists::holds(List::Town, &name) {
            best = Some((i + n + 1, true));
        } else if capital && lists::holds(List::CommonTown, &name) {
            best = Some((i + n + 1, n > 1));
        }
        if !capital && n == 1 {
            break;
        }
    }
    best
}

fn one(doc: &Doc<'_>, i: usize, found: &mut Candidates) -> Option<usize> {
    if found.taken(i) {
        return None;
    }
    let (end, sure) = town(doc, i)?;
    let token = doc.tokens.get(i)?;
    let placed = doc.was(i, 1, Class::Place)
        || matches!(
            doc.before(i, 1),
            "naar" | "van" | "bij" | "gemeente" | "stad" | "dorp" | "vanuit" | "tussen" | "heel" | "woonplaats"
        );
    let strict = doc.was(i, 1, Class::Place) || matches!(doc.before(i, 1), "naar" | "gemeente" | "woonplaats");
    let low = token.case == Case::Lower && !doc.at(i).starts_with('\'');
    let plain = !token.is(List::Dutch) && !token.is(List::First) && !token.of(Class::Stop);
    let good = if low {
        sure && (placed && plain || end > i + 1 && plain) || sure && strict && !token.is(List::Dutch)
    } else {
        sure && (plain || placed) || strict
    };
    if !good {
        return None;
    }
    let added = found.add(doc, Kind::CityPlace, i..end, if low { 70 } else { 88 }, Cue::List)?;
    if let Some(before) = i.checked_sub(1).and_then(|j| doc.tokens.get(j)).filter(|t| t.of(Class::Place)) {
        added.replace.start = before.start;
        added.suggestion = Suggestion::WhereILive;
    }
    Some(end)
}

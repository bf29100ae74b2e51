//! Bank account numbers (ISO 13616, remainder 97) and citizen service numbers (eleven-test).

use crate::doc::{Doc, Sort};
use crate::finding::{Cue, Kind};
use crate::resolve::Candidates;
use crate::words::{self, Class};

/// Length of an IBAN by land.
fn iban_length(land: &str) -> Option<usize> {
    Some(match land {
        "no" => 15,
        "be" => 16,
        "nl" | "dk" | "fi" => 18,
        "at" | "lu" | "lt" | "ee" => 20,
        "ch" | "lv" | "hr" => 21,
        "de" | "gb" | "ie" | "bg" => 22,
        "es" | "se" | "ro" | "cz" | "sk" => 24,
        "pt" => 25,
        "tr" => 26,
        "fr" | "it" | "gr" => 27,
        "pl" | "hu" | "cy" | "ma" => 28,
        "ua" => 29,
        "mt" => 31,
        _ => return None,
    })
}

/// Whether the remainder by 97 is right; letters and figures only.
#[must_use]
pub fn iban_holds(iban: &str) -> bool {
    if iban.len() < 15 || !iban.is_ascii() {
        return false;
    }
    let (head, tail) = iban.split_at(4);
    let mut rest: u32 = 0;
    for c in tail.chars().chain(head.chars()) {
        let Some(value) = c.to_digit(36) else { return false };
        rest = if value < 10 { rest * 10 + value } else { rest * 100 + value } % 97;
    }
    rest == 1
}

/// The eleven-test of a citizen service number of eight or nine figures.
#[must_use]
pub fn bsn_holds(figures: &str) -> bool {
    let values: Vec<i32> = figures.chars().filter_map(|c| c.to_digit(10)).map(|v| v as i32).collect();
    if !(8..=9).contains(&values.len()) || values.iter().all(|v| *v == 0) {
        return false;
    }
    let size = values.len() as i32;
    let sum: i32 =
        values.iter().zip(0..).map(|(value, i)| if i == size - 1 { -value } else { value * (size - i) }).sum();
    sum % 11 == 0
}

/// Finds the account numbers.
pub fn scan_iban(doc: &Doc<'_>, found: &mut Candidates) {
    for i in 0..doc.tokens.len() {
        let Some(first) = doc.word(i) else { continue };
        let word = doc.fold(first);
        let Some(want) = word.get(..2).and_then(iban_length) else { continue };
        if word.len() != 2 || doc.number(i + 1).is_none() || found.taken(i) {
            continue;
        }
        let mut text = String::with_capacity(want);
        let (mut at, mut end) = (i, None);
        while text.len() < want && at < i + 40 {
            let Some(token) = doc.tokens.get(at) else { break };
            match token.sort {
                Sort::Sign if matches!(doc.fold(token), "." | "-" | "_" | "/") && doc.glued(at) => {}
                Sort::Sign => break,
                Sort::Word | Sort::Number => text.push_str(doc.fold(token)),
            }
            at += 1;
            if text.len() == want {
                end = Some(at);
            }
        }
        let holds = end.is_some() && iban_holds(&text);
        let shape = text.starts_with("nl")
            && text.get(2..4).is_some_and(|t| t.chars().all(|c| c.is_ascii_digit()))
            && text.get(4..8).is_some_and(|t| t.chars().all(crate::doc::letter))
            && text.get(8..).is_some_and(|t| t.chars().all(|c| c.is_ascii_digit()));
        if let Some(end) = end.filter(|_| holds || shape) {
            let (sure, cue) = if holds { (99, Cue::Checksum) } else { (85, Cue::Shape) };
            found.add(doc, Kind::Iban, i..end, sure, cue);
        } else if shape && text.len() >= 15 && text.len() < want {
            // One or two figures short: still somebody's account.
            found.add(doc, Kind::Iban, i..at.min(doc.tokens.len()), 65, Cue::Shape);
        }
    }
}

fn bsn_word(word: &str) -> bool {
    words::is(word, Class::BsnWord)
}

/// Finds the citizen service numbers.
pub fn scan_bsn(doc: &Doc<'_>, found: &mut Candidates) {
    for i in 0..doc.tokens.len() {
        let Some(first) = doc.number(i) else { continue };
        if found.taken(i)
            || i > 0
                && !first.spaced
                && (doc.number(i - 1).is_some()
                    || matches!(doc.before(i, 1), "." | "-" | "€" | ",")
                        && doc.tokens.get(i.wrapping_sub(2)).is_some_and(|t| t.sort == Sort::Number))
        {
            continue;
        }
        let said = (1..=7).any(|n| bsn_word(doc.before(i, n))) || bsn_word(doc.at(i + 1));
        let (mut text, mut at, mut end, mut groups) = (String::new(), i, i, 0);
        while at < i + 18 {
            let Some(token) = doc.tokens.get(at) else { break };
            match token.sort {
                Sort::Number => {
                    if text.len() + (token.end - token.start) > 9 {
                        break;
                    }
                    text.push_str(doc.fold(token));
                    groups += 1;
                    end = at + 1;
                }
                Sort::Sign if matches!(doc.fold(token), "." | "-" | "/") && doc.number(at + 1).is_some() => {}
                Sort::Sign | Sort::Word => break,
            }
            at += 1;
        }
        let glued = doc.glued(end)
            && doc.tokens.get(end).is_some_and(|t| t.sort != Sort::Sign || matches!(doc.at(end), "€" | "%"));
        let holds = bsn_holds(&text);
        let even = groups == 1 && text.len() == 9 || groups == 3 && text.len() == 9 && doc.at(i).len() >= 3;
        let euro = matches!(doc.before(i, 1), "€" | "$");
        if glued || euro {
            continue;
        }
        if said && (8..=9).contains(&text.len()) {
            found.add(
                doc,
                Kind::Bsn,
                i..end,
                if holds { 99 } else { 80 },
                if holds { Cue::Checksum } else { Cue::Keyword },
            );
        } else if holds && even {
            found.add(doc, Kind::Bsn, i..end, 80, Cue::Checksum);
        }
    }
}

//! E-mail addresses, as such and written around the sign: "naam at provider punt nl".

use crate::allow;
use crate::doc::{Doc, Sort};
use crate::finding::{Cue, Kind};
use crate::resolve::Candidates;
use crate::words::{self, Class};
use core::ops::Range;

/// Most tokens on either side of the sign; keeps the work linear.
const REACH: usize = 16;

/// Top-level domains that Dutch people mail to.
pub fn top_level(word: &str) -> bool {
    words::is(word, Class::Domain)
}

/// Finds them all.
pub fn scan(doc: &Doc<'_>, found: &mut Candidates) {
    for i in 0..doc.tokens.len() {
        let Some((sign, plain)) = at_sign(doc, i) else { continue };
        let Some((start, end)) = around(doc, &sign, plain) else { continue };
        if allow::public_address(doc, start..end) {
            found.allow(start..end);
        } else {
            let cue = if plain { Cue::Shape } else { Cue::Context };
            found.add(doc, Kind::Email, start..end, if plain { 99 } else { 92 }, cue);
        }
    }
}

/// The sign or what stands for it at token `i`, and whether it is the sign itself.
fn at_sign(doc: &Doc<'_>, i: usize) -> Option<(Range<usize>, bool)> {
    let word = doc.at(i);
    match word {
        "@" => Some((i..i + 1, true)),
        "at" | "apenstaartje" | "apestaartje" | "apestaart" | "aapje" | "apenstaart" => Some((i..i + 1, false)),
        "(" | "[" | "{" | "<" | "*" => {
            let inner = matches!(
                doc.at(i + 1),
                "at" | "@" | "apenstaartje" | "apestaartje" | "apestaart" | "aapje" | "apenstaart"
            );
            (inner && matches!(doc.at(i + 2), ")" | "]" | "}" | ">" | "*")).then_some((i..i + 3, false))
        }
        _ => None,
    }
}

/// A dot or what stands for it at token `i`: the number of its tokens.
pub fn dot(doc: &Doc<'_>, i: usize) -> Option<usize> {
    match doc.at(i) {
        "." if doc.glued(i) && doc.glued(i + 1) => Some(1),
        "punt" | "dot" | "punkt" | "punnt" => Some(1),
        "(" | "[" | "{"
            if matches!(doc.at(i + 1), "punt" | "dot" | ".") && matches!(doc.at(i + 2), ")" | "]" | "}") =>
        {
            Some(3)
        }
        _ => None,
    }
}

fn part(doc: &Doc<'_>, i: usize) -> bool {
    doc.tokens.get(i).is_some_and(|t| t.sort != Sort::Sign) || matches!(doc.at(i), "_" | "-" | "+" | "%")
}

fn around(doc: &Doc<'_>, sign: &Range<usize>, plain: bool) -> Option<(usize, usize)> {
    let before = sign.start.checked_sub(1)?;
    let glued = plain && doc.glued(sign.start);
    // "iemand @naam.nl" is a handle: the sign is glued on both sides or on none.
    if plain && !glued && doc.glued(sign.end) {
        return None;
    }
    if !part(doc, before) || doc.tokens.get(sign.start).is_some_and(|t| t.line) {
        return None;
    }
    // To the left: what is glued, and "naam punt achternaam".
    let mut start = before;
    for _ in 0..REACH {
        let Some(left) = start.checked_sub(1) else { break };
        if doc.glued(start) && (part(doc, left) || doc.at(left) == "." && left > 0 && doc.glued(left)) {
            start = left;
        } else if !glued
            && left > 0
            && matches!(doc.at(left), "punt" | "dot" | "underscore" | "streepje" | "laagstreepje")
            && part(doc, left - 1)
        {
            start = left - 1;
        } else {
            break;
        }
    }
    while doc.at(start) == "." && start < before {
        start += 1;
    }
    // To the right: parts with dots between, the last a top-level domain.
    let (mut end, mut dots, mut last) = (sign.end, 0, "");
    for _ in 0..REACH {
        if !part(doc, end) || end > sign.end && !doc.glued(end) && dots == 0 && plain {
            break;
        }
        last = doc.at(end);
        end += 1;
        while doc.glued(end) && part(doc, end) {
            last = doc.at(end);
            end += 1;
            if end - sign.end > 4 * REACH {
                return None;
            }
        }
        match dot(doc, end) {
            Some(width)
                if part(doc, end + width) && !(dots > 0 && top_level(last) && !top_level(doc.at(end + width))) =>
            {
                dots += 1;
                end += width;
            }
            Some(_) | None => break,
        }
    }
    let provider = words::is(last, Class::Provider);
    let good = if dots == 0 {
        provider && (glued || !plain)
    } else if glued {
        last.len() >= 2 && last.chars().all(crate::doc::letter)
    } else {
        top_level(last)
    };
    (good && end > sign.end).then_some((start, end))
}

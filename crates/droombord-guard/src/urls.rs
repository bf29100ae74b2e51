//! Web addresses, with and without "https://", also "www punt … punt nl".

use crate::allow;
use crate::doc::{Doc, Sort};
use crate::email::dot;
use crate::finding::{Cue, Kind};
use crate::resolve::Candidates;
use crate::words::{self, Class};

/// Longest address in tokens; keeps the work linear.
const REACH: usize = 400;

/// Top-level domains that are no Dutch words, so that a forgotten space behind a full stop is no address.
fn sure_domain(word: &str) -> bool {
    words::is(word, Class::SureDomain)
}

/// Finds them all.
pub fn scan(doc: &Doc<'_>, found: &mut Candidates) {
    let mut i = 0;
    while i < doc.tokens.len() {
        let next = one(doc, i).filter(|end| *end > i);
        let Some(end) = next.filter(|_| !found.taken(i)) else {
            i += 1;
            continue;
        };
        if allow::public_address(doc, i..end) {
            found.allow(i..end);
        } else {
            found.add(doc, Kind::Url, i..end, 97, Cue::Shape);
        }
        i = end;
    }
}

/// The end of the address that begins at token `i`.
fn one(doc: &Doc<'_>, i: usize) -> Option<usize> {
    doc.word(i).or_else(|| doc.number(i))?;
    let word = doc.at(i);
    let scheme =
        matches!(word, "http" | "https" | "htpps" | "hhtps" | "ftp") && doc.at(i + 1) == ":" && doc.at(i + 2) == "/";
    if scheme {
        let mut start = i + 1;
        while matches!(doc.at(start), ":" | "/") && start < i + 5 {
            start += 1;
        }
        return Some(trail(doc, start, i + 3));
    }
    if word == "www" {
        let first = dot(doc, i + 1).or_else(|| (doc.at(i + 1) == ".").then_some(1))?;
        let mut end = i + 1 + first;
        loop {
            end += 1;
            while doc.glued(end)
                && (doc.tokens.get(end).is_some_and(|t| t.sort != Sort::Sign) || matches!(doc.at(end), "-" | "_"))
            {
                end += 1;
            }
            match dot(doc, end) {
                Some(width) if end < i + REACH => end += width,
                Some(_) | None => break,
            }
        }
        return Some(if doc.glued(end) { trail(doc, end, end) } else { end.min(doc.tokens.len()) });
    }
    // "mijn insta is anouk.nl" is a handle.
    if (1..=4).any(|n| doc.was(i, n, Class::Network)) {
        return None;
    }
    // A bare host: parts with dots, the last one sure.
    if doc.glued(i) && i > 0 && matches!(doc.before(i, 1), "@" | "." | "-" | "_" | "/") {
        return None;
    }
    let (mut end, mut dots, mut last) = (i + 1, 0, word);
    while end < i + REACH && doc.glued(end) {
        if doc.tokens.get(end).is_some_and(|t| t.sort != Sort::Sign) {
            last = doc.at(end);
        } else if doc.at(end) == "."
            && doc.glued(end + 1)
            && doc.tokens.get(end + 1).is_some_and(|t| t.sort != Sort::Sign)
        {
            dots += 1;
        } else if !matches!(doc.at(end), "-" | "_") {
            break;
        }
        end += 1;
    }
    let lower = doc.tokens.get(end - 1).is_some_and(|t| t.case == crate::doc::Case::Lower);
    if dots == 0 || !sure_domain(last) || !lower || doc.at(end) == "@" || (word.len() < 2 && dots == 1) {
        // "mijnsite punt nl", when the text says that it is a site.
        let sited =
            (1..=4).any(|n| matches!(doc.before(i, n), "site" | "website" | "webpagina" | "blog" | "link" | "vlog"));
        return (sited && doc.at(i + 1) == "punt" && sure_domain(doc.at(i + 2))).then_some(i + 3);
    }
    Some(if matches!(doc.at(end), "/" | "?" | "#" | ":") && doc.glued(end) { trail(doc, end, end) } else { end })
}

/// Everything that is glued on, without the punctuation of the sentence at its end.
fn trail(doc: &Doc<'_>, start: usize, least: usize) -> usize {
    let mut end = start + 1;
    while end < start + REACH && end < doc.tokens.len() && doc.glued(end) {
        end += 1;
    }
    end = end.min(doc.tokens.len());
    while end > least
        && matches!(doc.before(end, 1), "." | "," | "!" | "?" | ")" | ";" | ":" | "\"" | "'" | "”" | "]" | ">")
    {
        end -= 1;
    }
    end
}

//! Names on social networks and in games: "@naam", "mijn insta is …", "naam#1234".

use crate::doc::{Doc, Sort};
use crate::finding::{Cue, Kind};
use crate::resolve::Candidates;
use crate::words::{self, Class};

fn network(word: &str) -> bool {
    words::is(word, Class::Network)
}

/// Words between a network's name and the handle.
fn between(word: &str) -> bool {
    words::is(word, Class::HandleWay)
}

/// Finds them all.
pub fn scan(doc: &Doc<'_>, found: &mut Candidates) {
    for i in 0..doc.tokens.len() {
        if found.taken(i) {
            continue;
        }
        let word = doc.at(i);
        if word == "@" && !(doc.glued(i) && i > 0 && doc.tokens.get(i - 1).is_some_and(|t| t.sort != Sort::Sign)) {
            let end = body(doc, i + 1);
            let crowd = doc.of(i + 1, Class::Crowd);
            if doc.glued(i + 1) && end > i + 1 && !(crowd && end == i + 2) && width(doc, i + 1, end) >= 2 {
                found.add(doc, Kind::Handle, i..end, 97, Cue::Shape);
            }
            continue;
        }
        let Some(token) = doc.tokens.get(i).filter(|t| t.sort != Sort::Sign || word == "_") else { continue };
        if i > 0 && !token.spaced && matches!(doc.before(i, 1), "_" | "." | "@" | "/" | "-") {
            continue;
        }
        if matches!(word, "u" | "r")
            && doc.at(i + 1) == "/"
            && doc.glued(i + 1)
            && doc.glued(i + 2)
            && word == "u"
            && doc.word(i + 2).is_some()
        {
            found.add(doc, Kind::Handle, i..body(doc, i + 2), 90, Cue::Shape);
            continue;
        }
        let end = body(doc, i);
        if doc.at(end) == "#"
            && doc.glued(end)
            && doc.glued(end + 1)
            && doc.number(end + 1).is_some_and(|t| (3..=5).contains(&(t.end - t.start)))
        {
            found.add(doc, Kind::Handle, i..end + 2, 95, Cue::Shape);
            continue;
        }
        // An underscore inside letters is how handles look.
        let under = (i..end).any(|j| doc.at(j) == "_");
        if under && (i..end).any(|j| doc.word(j).is_some()) && width(doc, i, end) >= 4 && !found.any(i..end) {
            found.add(doc, Kind::Handle, i..end, 85, Cue::Shape);
            continue;
        }
        if network(word) {
            named(doc, i, found);
        }
    }
}

fn width(doc: &Doc<'_>, start: usize, end: usize) -> usize {
    (start..end).map(|j| doc.at(j).len()).sum()
}

/// The end of the glued letters, figures, dots, dashes and underscores from token `i` on.
fn body(doc: &Doc<'_>, i: usize) -> usize {
    let mut end = i;
    while end < i + 24 && (end == i || doc.glued(end)) {
        let sign = matches!(doc.at(end), "_" | "." | "-" | "~");
        if doc.tokens.get(end).is_none_or(|t| t.sort == Sort::Sign && !sign) {
            break;
        }
        end += 1;
    }
    while end > i && matches!(doc.before(end, 1), "." | "-" | "~") {
        end -= 1;
    }
    end
}

/// A handle behind the network's name: "mijn insta is …", "snap: …", "op tiktok heet ik …".
fn named(doc: &Doc<'_>, i: usize, found: &mut Candidates) {
    let (mut at, mut glue) = (i + 1, 0);
    while glue < 6 && between(doc.at(at)) {
        at += 1;
        glue += 1;
    }
    if matches!(doc.at(at), "\"" | "'" | "“" | "„" | "(") {
        at += 1;
    }
    let end = body(doc, at);
    let Some(token) = doc.tokens.get(at) else { return };
    if end <= at || token.line {
        return;
    }
    let odd = end - at > 1 || doc.word(at).is_some() && doc.number(at + 1).is_some() && doc.glued(at + 1);
    let mixed = odd && (at..end).any(|j| doc.word(j).is_some());
    // Without a figure or sign in it the way to it must be clear: "mijn insta is x", "snap: x".
    let owned = (1..=3).any(|n| {
        matches!(doc.before(i, n), "mijn" | "mn" | "m'n" | "me" | "haar" | "zijn" | "zn" | "add" | "adden" | "volg")
    });
    let clear = (i + 1..at).any(|j| matches!(doc.at(j), ":" | "="))
        || owned && doc.at(i + 1) == "is"
        || (i + 1..at).any(|j| doc.at(j) == "heet");
    let usual = token.of(Class::Stop)
        || token.of(Class::Det)
        || token.of(Class::Own)
        || token.of(Class::Prep)
        || token.is(crate::lists::List::Dutch)
        || token.of(Class::Num);
    let bare = clear && !usual && doc.word(at).is_some();
    if mixed && doc.word(at).is_some_and(|t| !(t.of(Class::Stop) && doc.at(at + 1) == "-")) || bare {
        found.add(doc, Kind::Handle, at..end, if mixed { 90 } else { 80 }, Cue::Keyword);
    }
}

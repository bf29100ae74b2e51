//! Names of houses and schools: where one begins and ends, and how a find of one is added.

use crate::doc::{Case, Doc, Token};
use crate::finding::{Cue, Kind, Suggestion};
use crate::lists::{self, List};
use crate::resolve::Candidates;
use crate::towns;
use crate::words::Class;

/// A name that begins at token `at`: article, then capitals; or, without capitals, one word that houses are called after.
pub(super) fn name(doc: &Doc<'_>, at: usize, low: bool, found: &Candidates) -> Option<usize> {
    let mut end = at;
    let quote = matches!(doc.at(end), "\"" | "'" | "“" | "„" | "‘");
    if quote {
        end += 1;
    }
    let article = matches!(doc.at(end), "de" | "het" | "'t" | "den" | "d'" | "'s" | "t") && doc.word(end + 1).is_some();
    let capital_article = article && doc.tokens.get(end).is_some_and(|t| t.case != Case::Lower);
    let inside = matches!(doc.at(end), "in" | "op" | "aan")
        && doc.tokens.get(end).is_some_and(Token::capital)
        && matches!(doc.at(end + 1), "de" | "het" | "'t" | "den");
    if article {
        end += 1;
    } else if inside {
        end += 2;
    }
    let first = doc.word(end)?;
    if first.line || found.taken(end) {
        return None;
    }
    let word = doc.fold(first);
    let capital = first.case == Case::Title && !first.of(Class::Stop)
        || first.case == Case::Mixed
        || capital_article && first.capital();
    if !capital {
        let fits = first.of(Class::House)
            || !first.is(List::Dutch)
                && !first.is(List::First)
                && !first.of(Class::Stop)
                && !first.of(Class::Verb)
                && !first.of(Class::Prep)
                && !first.of(Class::Place)
                && !verbish(word)
                && word.len() > 3;
        let own = doc.was(at, 2, Class::Det) || doc.was(at, 2, Class::Own);
        let loose = !article && !first.of(Class::House);
        if !low
            || !fits
            || loose && (own || first.of(Class::Role) || first.of(Class::Unit))
            || first.case == Case::Upper
            || article && own && !first.of(Class::House)
        {
            return None;
        }
        return Some(if quote && matches!(doc.at(end + 1), "\"" | "'" | "”" | "’") { end + 2 } else { end + 1 });
    }
    // Somebody behind "groep": "groep Sanne" is unlikely; a weekday or language is no name.
    end += 1;
    for _ in 0..4 {
        let Some(token) = doc.word(end) else {
            if doc.at(end) == "-"
                && doc.glued(end)
                && doc.glued(end + 1)
                && doc.word(end + 1).is_some_and(Token::capital)
            {
                end += 2;
                continue;
            }
            break;
        };
        let more = token.capital() && !token.opens && !token.line && !token.of(Class::Stop) && !found.taken(end);
        let joined = matches!(doc.fold(token), "van" | "de" | "der" | "den" | "voor" | "en" | "&" | "aan") && {
            let next = if matches!(doc.at(end + 1), "de" | "den" | "het" | "der") { end + 2 } else { end + 1 };
            doc.fold(token) != "en"
                && doc.word(next).is_some_and(|t| t.capital() && !t.opens && !t.is(List::First))
                && towns::town(doc, next).is_none()
        };
        if more || joined {
            end += 1;
        } else {
            break;
        }
    }
    Some(if quote && matches!(doc.at(end), "\"" | "'" | "”" | "’") { end + 1 } else { end })
}

/// A word that looks like a form of a verb.
pub(super) fn verbish(word: &str) -> bool {
    ["te", "de", "ten", "den", "ende", "end", "t"].iter().any(|end| word.ends_with(end))
}

/// Whether a word is two Dutch words written as one.
pub fn splits(word: &str) -> bool {
    if !(7..=40).contains(&word.len()) || !word.is_ascii() {
        return false;
    }
    (3..=word.len() - 3).any(|cut| {
        let (head, tail) = word.split_at(cut);
        let joint = head.strip_suffix('s').or_else(|| head.strip_suffix("en")).filter(|h| h.len() > 3);
        tail.len() > 2
            && head.len().max(tail.len()) > 4
            && (head.len() > 3 || tail.len() > 3)
            && lists::holds(List::Dutch, tail)
            && (lists::holds(List::Dutch, head) || joint.is_some_and(|h| lists::holds(List::Dutch, h)))
    })
}

/// Adds a find, with the article before it and what may stand instead.
pub(super) fn add(doc: &Doc<'_>, kind: Kind, start: usize, end: usize, sure: u8, cue: Cue, found: &mut Candidates) {
    let Some(added) = found.add(doc, kind, start..end, sure, cue) else { return };
    let article = start.checked_sub(1).filter(|j| matches!(doc.at(*j), "de" | "het" | "een" | "'t"));
    if let Some(token) = article.and_then(|j| doc.tokens.get(j)) {
        added.replace.start = token.start;
    }
    if kind == Kind::School {
        added.suggestion = Suggestion::MySchool;
    } else if doc.was(article.unwrap_or(start), 1, Class::Prep)
        && (2..=6).any(|n| matches!(doc.before(start, n), "woon" | "woonde" | "verblijf" | "zit" | "slaap"))
    {
        added.suggestion = Suggestion::WhereILive;
    }
}

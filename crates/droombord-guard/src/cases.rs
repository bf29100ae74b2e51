//! Numbers of cases, files and clients, behind a word that says so; court and letter-and-figure forms by shape.

use crate::doc::{Case, Doc, Sort};
use crate::finding::{Cue, Kind};
use crate::resolve::Candidates;
use crate::words::{self, Class};

/// Words that a number of this kind always follows.
fn strong(word: &str) -> bool {
    let stem = [
        "zaak",
        "dossier",
        "client",
        "klant",
        "patient",
        "referentie",
        "rekest",
        "parket",
        "rol",
        "beschikking",
        "beschikkings",
        "indicatie",
        "casus",
        "polis",
        "melding",
        "meldings",
        "registratie",
        "leerling",
        "proces",
        "proces-verbaal",
        "kenmerk",
        "aanvraag",
        "aanmeld",
        "verwijs",
        "verwijzings",
        "relatie",
        "jeugdzorg",
        "behandel",
        "traject",
        "correspondentie",
        "pv",
        "aangifte",
        "klacht",
        "deelnemer",
        "deelnemers",
        "verzekerden",
        "verzekerings",
        "clienten",
        "bewoners",
        "persoons",
        "burger",
    ];
    let base = word
        .strip_suffix("nummer")
        .or_else(|| word.strip_suffix("nr"))
        .or_else(|| word.strip_suffix("nrs"))
        .or_else(|| word.strip_suffix("id"))
        .or_else(|| word.strip_suffix("code"));
    base.is_some_and(|base| stem.contains(&base) && base != "burger")
        || matches!(
            word,
            "kenmerk"
                | "referentie"
                | "zaaknr"
                | "clientid"
                | "casenummer"
                | "casenr"
                | "dossiernumer"
                | "zaaknumer"
                | "clientnumer"
        )
}

/// Words that may have a number behind them.
fn weak(word: &str) -> bool {
    words::is(word, Class::CaseWeak)
}

/// Finds them all.
pub fn scan(doc: &Doc<'_>, found: &mut Candidates) {
    for i in 0..doc.tokens.len() {
        let word = doc.at(i);
        let is_strong = strong(word)
            || (matches!(word, "zaak" | "dossier" | "client" | "klant" | "kenmerk" | "case")
                && doc.at(i + 1) == "-"
                && doc.glued(i + 1)
                && matches!(doc.at(i + 2), "nummer" | "nr" | "id"));
        if is_strong || weak(word) {
            behind(doc, i, is_strong, found);
        } else if doc.word(i).is_some() && !found.taken(i) {
            shaped(doc, i, found);
        }
    }
}

fn behind(doc: &Doc<'_>, cue: usize, strong: bool, found: &mut Candidates) {
    let (mut at, mut said) = (cue + 1, strong);
    for _ in 0..6 {
        let word = doc.at(at);
        match word {
            "nummer" | "nr" | "no" | "numer" | "nummertje" | "id" | "code" => said = true,
            ":" | "is" | "." | "-" | "#" | "=" | "(" | "met" | "van" | "dat" | "was" | "onder" | "het" | "in"
            | "mij" | "kind" | "de" | "zaak" | "mijn" | "ons" | "uw" | "staat" | "heb" | "ik" | "luidt" | "en"
            | "over" | "rechtbank" | "n" | "°" => {}
            _ => break,
        }
        at += 1;
    }
    // A small step further for "kenmerk van de brief: X".
    let Some((end, figures, plain)) = token_run(doc, at) else { return };
    let year = plain && figures == 4 && matches!(doc.at(at).get(..2), Some("19" | "20"));
    if figures < 2
        || width(doc, at, end) < 3
        || (!said && (year || plain && figures < 4))
        || (said && plain && figures < 3)
    {
        return;
    }
    // "dossier 1234 keer": counted things are no number of a case.
    if plain && !said && doc.of(end, crate::words::Class::Unit) && figures < 5 {
        return;
    }
    found.add(doc, Kind::CaseNumber, at..end, if said { 95 } else { 85 }, Cue::Keyword);
}

fn width(doc: &Doc<'_>, start: usize, end: usize) -> usize {
    (start..end).map(|j| doc.at(j).len()).sum()
}

/// Glued letters, figures and signs from token `at` on, and court-like groups: the end, the figures in it, and whether it is figures only.
fn token_run(doc: &Doc<'_>, at: usize) -> Option<(usize, usize, bool)> {
    let (mut end, mut figures, mut plain) = (at, 0, true);
    while end < at + 24 {
        let Some(token) = doc.tokens.get(end) else { break };
        let text = doc.fold(token);
        if end > at && token.spaced {
            // "C/10/612345 / JE RK 20-1234", "JZ 20418", "2020 0001": a next group with figures close by.
            let letters = (at..end).all(|j| doc.at(j).chars().all(|c| !c.is_ascii_digit()));
            let slash = text == "/"
                && doc
                    .tokens
                    .get(end + 1)
                    .is_some_and(|t| t.sort != Sort::Sign && t.case != Case::Lower || t.sort == Sort::Number);
            let court = matches!(text, "je" | "rk" | "fa" | "ha" | "za") && token.case != Case::Lower;
            let after_court =
                token.sort == Sort::Number && matches!(doc.before(end, 1), "rk" | "je" | "za" | "fa" | "/");
            let after_slash = doc.before(end, 1) == "/" && token.case == Case::Upper;
            let groups = token.sort == Sort::Number
                && figures >= 2
                && plain
                && text.len() >= 3
                && doc.before(end, 1).len() >= 3
                && !doc.of(end + 1, crate::words::Class::Unit);
            if !(letters && token.sort == Sort::Number && end - at <= 2 && text.len() >= 3
                || slash
                || court
                || after_court
                || after_slash
                || groups)
            {
                break;
            }
        }
        match token.sort {
            Sort::Number => figures += text.len(),
            // A short word in lower case that is spaced off is no part.
            Sort::Word if end == at && token.case == Case::Lower && text.len() > 4 => return None,
            Sort::Word => plain = false,
            Sort::Sign if matches!(text, "-" | "/" | "." | "_" | "#" | "\\") && end > at => plain &= text == ".",
            Sort::Sign => break,
        }
        end += 1;
    }
    while end > at && doc.tokens.get(end - 1).is_some_and(|t| t.sort == Sort::Sign) {
        end -= 1;
    }
    // Letters alone, or a word that was glued behind nothing.
    (figures > 0 && end > at).then_some((end, figures, plain))
}

/// "JZ-20418", "C/09/612345": by shape.
fn shaped(doc: &Doc<'_>, i: usize, found: &mut Candidates) {
    let Some(token) = doc.word(i) else { return };
    let (word, size) = (doc.fold(token), token.end - token.start);
    if token.case == Case::Lower
        || size > 4
        || !matches!(doc.at(i + 1), "-" | "/")
        || !doc.glued(i + 1)
        || !doc.glued(i + 2)
    {
        return;
    }
    if i > 0 && !token.spaced && doc.before(i, 1) != "(" {
        return;
    }
    let number = doc.number(i + 2).map_or(0, |t| t.end - t.start);
    let court = word == "c" && doc.at(i + 1) == "/" && number == 2 && doc.at(i + 3) == "/";
    let known = matches!(word, "nen" | "iso" | "en" | "covid" | "din" | "ts" | "ps" | "bwv" | "nta" | "dsm" | "icd");
    let lettered = size >= 2 && number >= 4 && !known && token.case == Case::Upper;
    if (court || lettered)
        && let Some((end, _, _)) = token_run(doc, i)
    {
        found.add(doc, Kind::CaseNumber, i..end, 75, Cue::Shape);
    }
}

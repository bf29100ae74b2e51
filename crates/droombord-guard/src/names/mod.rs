//! Names of people. Cues and context decide, with the lists as one witness among others.
//!
//! Every word gets a sum of evidence: what it is (`own`), what stands before it and behind it (`cues`). Enough evidence makes
//! it a name; initials, particles and surnames are joined to it (`surname`); a name that was met with good evidence counts
//! again wherever it stands. Nothing else than people is found here.

mod cues;
mod shape;
mod surname;

use crate::doc::{Case, Doc, Sort, Token};
use crate::finding::{Cue, Kind, Suggestion};
use crate::lists::{self, List};
use crate::orgs::splits;
use crate::resolve::{Candidates, folded};
use crate::towns;
use crate::words::Class;
use cues::Before;

/// The sum from which a word is a name.
const ENOUGH: i16 = 50;
/// The sum from which a word is a name elsewhere in the text too.
const SURE: i16 = 75;

/// From here a word in no list looks like a name: one name in twenty is below, and nine Dutch words in ten.
const NAME_LIKE: i32 = -2;

/// What a word is by itself, for the question whether it is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort1 {
    /// In the list of names, and hardly ever anything else.
    First,
    /// A name and a thing.
    Thing,
    /// A name and a word.
    Wordy,
    /// A surname, and no first name.
    Surname,
    /// In no list.
    Unknown,
    /// A Dutch word.
    Dutch,
    /// Never a name.
    Never,
}

/// Finds them all: first with evidence of their own, then those that were met before.
pub fn scan(doc: &Doc<'_>, found: &mut Candidates) {
    let mut known: Vec<(u32, u64)> = Vec::new();
    let mut i = 0;
    let mut left_name = None;
    while i < doc.tokens.len() {
        match one(doc, i, left_name, found) {
            Some((end, name)) => {
                known.extend(name.iter().map(|name| (lists::hash(name), 0)));
                left_name = Some(end);
                i = end;
            }
            None => i += 1,
        }
    }
    if known.is_empty() {
        return;
    }
    let known = lists::sorted(known);
    for i in 0..doc.tokens.len() {
        again(doc, i, &known, found);
    }
}

/// Whether a name that should be a first name has a surname in it: a part that is known as a surname and as no first name. A second
/// word must be known as a first name and as no surname; other scripts are in no list.
#[must_use]
pub fn has_surname(name: &str) -> bool {
    let name = folded(name);
    let is_surname = |place: usize, part: &str| {
        let is = |list| lists::holds(list, part);
        let is_first = is(List::First) || is(List::Thing) || is(List::Wordy);
        if place == 0 { !is_first && is(List::Surname) } else { part.is_ascii() && (!is_first || is(List::Surname)) }
    };
    let mut words = name.split_whitespace().enumerate();
    words.any(|(place, word)| word.split('-').any(|part| is_surname(place, part)))
}

/// What the word at a token is.
fn sort(doc: &Doc<'_>, token: &Token, word: &str) -> Sort1 {
    let low = token.case == Case::Lower;
    if !(2..=60).contains(&word.len()) || !word.chars().all(|c| crate::doc::letter(c) || c == '\'') {
        return Sort1::Never;
    }
    let _ = doc;
    if token.of(Class::Month) && low {
        return Sort1::Never;
    }
    if token.of(Class::Stop)
        || token.of(Class::Det)
        || token.of(Class::Own)
        || token.of(Class::Verb) && low
        || token.of(Class::Num)
    {
        let list = token.is(List::Wordy) || token.is(List::Thing) || token.is(List::First);
        return if list && !low && !(token.of(Class::Stop) && token.opens) { Sort1::Wordy } else { Sort1::Never };
    }
    if token.of(Class::Kin) && low {
        Sort1::Dutch
    } else if token.is(List::First) {
        Sort1::First
    } else if token.is(List::Thing) {
        Sort1::Thing
    } else if token.is(List::Wordy) {
        Sort1::Wordy
    } else if token.is(List::Dutch) {
        Sort1::Dutch
    } else if token.is(List::Surname) {
        Sort1::Surname
    } else if token.classed() {
        Sort1::Dutch
    } else {
        Sort1::Unknown
    }
}

/// Whether a word without capitals looks like an inflected or built Dutch word.
fn dutch_looking(word: &str) -> bool {
    let built = [
        "ing",
        "heid",
        "lijk",
        "lijke",
        "isch",
        "ische",
        "tie",
        "ties",
        "ers",
        "schap",
        "atie",
        "baar",
        "loos",
        "jes",
        "tjes",
        "tje",
        "aal",
        "ief",
        "ieve",
        "ieel",
        "ende",
        "end",
        "igd",
        "eerd",
        "eert",
        "eren",
        "iging",
        "ingen",
        "heden",
        "zorg",
        "hulp",
        "dag",
        "werk",
        "plan",
        "ouders",
        "kind",
        "kinderen",
        "ig",
        "ige",
        "aar",
        "aars",
        "sters",
        "isme",
        "ist",
        "isten",
        "iteit",
        "kamer",
        "school",
        "huis",
        "tijd",
        "groep",
        "ster",
        "els",
        "kies",
        "ies",
        "moes",
        "soep",
        "saus",
        "taart",
        "brood",
        "koek",
        "spel",
        "feest",
        "boek",
        "fiets",
        "water",
        "stad",
        "beest",
        "boom",
        "kast",
        "doos",
        "jurk",
        "broek",
        "stoel",
        "plaat",
        "machine",
        "meter",
        "lamp",
        "band",
        "blad",
        "vogel",
        "worst",
        "kaart",
        "straat",
        "weg",
        "trein",
        "auto",
        "muziek",
        "film",
        "serie",
        "club",
        "winkel",
        "markt",
        "wedstrijd",
        "training",
        "toets",
        "cijfer",
        "stage",
        "foto",
        "filmpje",
    ];
    word.len() > 5 && built.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end)) || splits(word)
}

/// An inflected form by its ending: "voetbalt", "luisterde".
fn inflected(word: &str) -> bool {
    let ending = ["te", "de", "ten", "den", "dde", "tte", "t", "en", "d"].iter().any(|end| word.ends_with(end));
    ending && word.len() > 3
}

/// The evidence of a word by itself.
fn own(doc: &Doc<'_>, i: usize, token: &Token, word: &str, kind: Sort1) -> i16 {
    let capital = token.capital();
    let inside = capital && !token.opens;
    match kind {
        Sort1::First if inside => 85,
        Sort1::First if capital => 75,
        Sort1::First => 58,
        Sort1::Thing if inside => 55,
        Sort1::Thing => 10,
        Sort1::Wordy if inside => 38,
        Sort1::Wordy if capital => -5,
        Sort1::Wordy => -20,
        Sort1::Surname if towns::town(doc, i).is_some() => 5,
        Sort1::Surname if inside => 45,
        Sort1::Surname if capital => 22,
        Sort1::Surname => 0,
        Sort1::Unknown | Sort1::Dutch if token.case == Case::Mixed || token.case == Case::Upper => {
            // "SANNE" alone is loud; "GGZ" is no name.
            if token.case == Case::Upper && kind == Sort1::Unknown && word.len() > 4 { 5 } else { -40 }
        }
        Sort1::Unknown => {
            let looks = dutch_looking(word);
            let vowel = word.chars().any(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
            let base = if inside {
                35
            } else if capital && !inflected(word) {
                26
            } else if capital {
                8
            } else if word.len() < 3 {
                -30
            } else {
                0
            };
            let nation = inside && (word.ends_with("se") || word.ends_with("ns") || word.ends_with("sch"));
            base - if looks || nation { 35 } else { 0 }
                - if !capital && inflected(word) { 22 } else { 0 }
                - if vowel && word.len() < 16 { 0 } else { 60 }
                - if towns::town(doc, i).is_some() { 40 } else { 0 }
        }
        Sort1::Dutch if inside => 0,
        Sort1::Dutch if capital => -30,
        Sort1::Dutch => -40,
        Sort1::Never => -500,
    }
}

/// Tries the word at token `i`: its end, and its parts when they are sure enough to be known elsewhere.
fn one(doc: &Doc<'_>, i: usize, left_name: Option<usize>, found: &mut Candidates) -> Option<(usize, Vec<String>)> {
    if found.taken(i) {
        return None;
    }
    let token = doc.word(i).copied()?;
    if let Some(end) = surname::initials(doc, i, found) {
        let (start, end) = (i, end);
        let before = cues::before(doc, i);
        let last = doc.tokens.get(end - 1).map(|t| doc.fold(t).to_owned());
        push(doc, start, end, 90, &before, Cue::List, found)?;
        return Some((end, last.into_iter().filter(|w| w.len() > 3 && !lists::holds(List::Dutch, w)).collect()));
    }
    let whole = doc.fold(&token);
    let before = cues::before(doc, i);
    // "mevrouw van Ginkel", "familie de Boer", "de voogd heet ten Hove": the particle opens the name.
    let called = before.cue == Cue::Introduction
        && before.sum >= 75
        && doc
            .tokens
            .get(i + 1)
            .is_some_and(|t| t.is(List::Surname) || t.capital() && !t.opens || t.of(Class::Particle));
    // "rechter De Vries", "onze voogd de Boer"; not "de voogd van Sanne", "de rechter in Almere".
    let in_office = before.cue == Cue::Role && before.introduced && !token.opens && {
        let preposition = matches!(doc.at(i), "van" | "in" | "op" | "het" | "te" | "aan" | "uit" | "al");
        let next = doc.tokens.get(i + 1);
        token.capital() || !preposition && next.is_some_and(|t| t.is(List::Surname) && t.capital() && !t.opens)
    };
    if (before.titled || called || in_office) && token.of(Class::Particle) {
        if let Some(end) = surname::behind_title(doc, i, found) {
            push(doc, i, end, 94, &before, before.cue, found)?;
            let last = doc.tokens.get(end - 1).map(|t| doc.fold(t).to_owned());
            return Some((end, last.into_iter().filter(|w| !lists::holds(List::Dutch, w)).collect()));
        }
        return None;
    }
    let (word, cut) = stem(doc, &token, whole, before.sum);
    let kind = if cut > 0 { sort_of(word) } else { sort(doc, &token, whole) };
    let (mut kind, word) = (kind, word);
    // A repeated letter is a typing error or a voice: "sannneee".
    let squeezed = if kind == Sort1::Unknown { squeeze(word) } else { None };
    if squeezed.as_deref().is_some_and(|w| sort_of(w) == Sort1::First) {
        kind = Sort1::First;
    }
    let self_sum = own(doc, i, &token, word, kind);
    if self_sum < -200 {
        return None;
    }
    let company = left_name
        .is_some_and(|end| end + 1 == i && matches!(doc.before(i, 1), "," | "en" | "&" | "of" | "+" | "/" | "n"));
    let after = cues::after(doc, i + 1, kind != Sort1::First && kind != Sort1::Unknown);
    let mut sum = self_sum + before.sum + after.sum;
    // A bare "rechter" weighs a little less than "de rechter", and is the ground all the same.
    let mut cue = if before.sum >= 40 || before.cue == Cue::Role && before.introduced && before.sum >= 38 {
        before.cue
    } else if after.sum >= 40 {
        after.cue
    } else if matches!(kind, Sort1::First) {
        Cue::List
    } else {
        Cue::Context
    };
    if company && (token.capital() || !matches!(kind, Sort1::Dutch | Sort1::Wordy)) && before.sum >= 0 {
        let plain_unknown = kind == Sort1::Unknown && !token.capital();
        sum += if plain_unknown { 25 } else { 40 };
        cue = Cue::Company;
    }
    // A thing without its article is a name: "ik speel met roos".
    if kind == Sort1::Thing && !token.capital() && before.bare && before.sum >= 0 {
        sum += if doc.was(i, 1, Class::Prep)
            && matches!(doc.before(i, 1), "met" | "van" | "aan" | "bij" | "tegen" | "zonder" | "voor")
        {
            28
        } else {
            0
        };
    }
    if kind == Sort1::Thing && before.bare && before.sum >= 0 && after.human && !doc.was(i, 1, Class::Prep) {
        sum += 30;
    }
    // A word that is no Dutch word, where only a person stands: "shoutout naar zylvana", "zylvana snapt dat".
    if kind == Sort1::Unknown
        && !token.capital()
        && self_sum == 0
        && before.bare
        && before.sum >= 0
        && before.sum < 30
        && word.len() > 3
        // "noodles", "pinguins": many more things than people end like this.
        && !word.ends_with('s')
    {
        let opens = token.opens || i == 0;
        let left = doc.was(i, 1, Class::Prep)
            && !matches!(doc.before(i, 1), "op" | "na" | "sinds" | "rond" | "wegens" | "zonder")
            || doc.was(i, 1, Class::Verb) && !matches!(doc.before(i, 1), "is" | "was" | "zijn" | "wordt" | "werd")
            || matches!(
                doc.before(i, 1),
                "mis"
                    | "ken"
                    | "toen"
                    | "dat"
                    | "of"
                    | "als"
                    | "waarom"
                    | "hebben"
                    | "snapt"
                    | "zeggen"
                    | "geef"
                    | "help"
                    | "vraag"
            );
        let next = doc.tokens.get(i + 1);
        let right = next.is_none_or(|t| {
            t.line
                || t.of(Class::Verb)
                || t.of(Class::Stop)
                || t.of(Class::Particle) && !t.of(Class::Det)
                || matches!(doc.fold(t), "," | "." | "!" | "?" | "die" | ")")
        });
        if left && right && !opens {
            sum += 52;
        } else if opens && doc.of(i + 1, Class::Verb) {
            sum += 30;
        }
        cue = Cue::Context;
    }
    if cut > 0 && doc.at(i).contains('\'') && matches!(kind, Sort1::First | Sort1::Thing | Sort1::Unknown) {
        // "storm's moeder"; but "panda's" are many.
        let plural = word.ends_with(['a', 'e', 'i', 'o', 'u', 'y']);
        sum += if token.capital() || kind == Sort1::First {
            20
        } else if kind == Sort1::Thing && !plural {
            45
        } else {
            5
        };
    }
    // A capital that opens a sentence is no evidence.
    let plain = !token.capital() || token.opens;
    if sum >= ENOUGH && kind == Sort1::Unknown && plain && cue == Cue::Context && shape::looks(word) < NAME_LIKE {
        return None;
    }
    if sum < ENOUGH {
        return None;
    }
    // "Ouwe-Jan": the part before the dash.
    let start = if i > 1
        && doc.glued(i)
        && doc.before(i, 1) == "-"
        && doc.glued(i - 1)
        && !found.any(i - 2..i)
        && doc.word(i - 2).is_some_and(|t| t.case == token.case && !t.of(Class::Stop))
    {
        i - 2
    } else {
        i
    };
    let strong = before.introduced || before.titled || after.sum >= 60;
    let end = if cut > 0 { i + 1 } else { surname::behind(doc, i, strong, found) };
    let confidence = (45 + sum / 2).clamp(50, 98) as u8;
    push_cut(doc, start, end, cut, confidence, &before, cue, found)?;
    let mut parts = Vec::new();
    if sum >= SURE || kind == Sort1::First {
        parts.push(word.to_owned());
        // The surname alone counts later too, when it is no Dutch word.
        let last = doc.tokens.get(end - 1).filter(|_| end > i + 1);
        parts.extend(
            last.filter(|t| t.sort == Sort::Word && !t.is(List::Dutch) && t.end - t.start > 3)
                .map(|t| doc.fold(t).to_owned()),
        );
    }
    Some((end, parts))
}

/// What a word is when only its letters are known.
fn sort_of(word: &str) -> Sort1 {
    let hash = lists::hash(word);
    let class = crate::words::classes(hash);
    if class >> (Class::Stop as u32) & 1 == 1
        || class >> (Class::Det as u32) & 1 == 1
        || class >> (Class::Own as u32) & 1 == 1
    {
        Sort1::Never
    } else if lists::has(List::First, hash) {
        Sort1::First
    } else if lists::has(List::Thing, hash) {
        Sort1::Thing
    } else if lists::has(List::Wordy, hash) {
        Sort1::Wordy
    } else if lists::has(List::Dutch, hash) || class != 0 {
        Sort1::Dutch
    } else {
        Sort1::Unknown
    }
}

/// The name in a possessive: "Sanne's", "Omars"; and how many bytes are cut off.
fn stem<'a>(doc: &Doc<'_>, token: &Token, word: &'a str, before: i16) -> (&'a str, usize) {
    if let Some(base) = word.strip_suffix("'s").or_else(|| word.strip_suffix("'")).filter(|b| b.len() > 1) {
        let written = doc.text.get(token.start..token.end).unwrap_or_default();
        let cut = written
            .char_indices()
            .rev()
            .find(|(_, c)| matches!(c, '\'' | '’' | '‘' | '´' | '`'))
            .map_or(2, |(at, _)| written.len() - at);
        return (base, cut);
    }
    if let Some(base) = word.strip_suffix('s') {
        let listed = token.is(List::First)
            || token.is(List::Thing)
            || token.is(List::Wordy)
            || token.is(List::Surname) && before > 0;
        if !listed
            && base.len() > 2
            && (!token.is(List::Dutch) || token.capital())
            && (lists::holds(List::First, base)
                || lists::holds(List::Thing, base)
                    && doc.word(doc_next(doc, token)).is_some_and(|t| !t.of(Class::Stop)))
        {
            return (base, last_letter(doc, token));
        }
    }
    (word, 0)
}

/// The index of the token behind this one.
fn doc_next(doc: &Doc<'_>, token: &Token) -> usize {
    doc.tokens.partition_point(|t| t.start <= token.start)
}

/// Bytes of a word's last letter, with its accents.
fn last_letter(doc: &Doc<'_>, token: &Token) -> usize {
    let written = doc.text.get(token.start..token.end).unwrap_or_default();
    let at = written.char_indices().next_back().map_or(0, |(at, _)| at);
    written.len() - at
}

/// One letter for a letter that is written three times and more, or none when nothing is.
fn squeeze(word: &str) -> Option<String> {
    let mut out = String::with_capacity(word.len());
    let (mut last, mut run, mut changed) = ('\0', 0, false);
    for c in word.chars() {
        run = if c == last { run + 1 } else { 1 };
        last = c;
        if run > 2 {
            changed = true;
            continue;
        }
        out.push(c);
    }
    if !changed {
        return None;
    }
    while out.len() > 2 && out.is_ascii() && out.as_bytes().get(out.len() - 1) == out.as_bytes().get(out.len() - 2) {
        out.pop();
    }
    Some(out)
}

/// Adds a name over whole tokens.
fn push(
    doc: &Doc<'_>,
    start: usize,
    end: usize,
    sure: u8,
    before: &Before,
    cue: Cue,
    found: &mut Candidates,
) -> Option<()> {
    push_cut(doc, start, end, 0, sure, before, cue, found)
}

/// Adds a name, without the last `cut` bytes of its last token.
#[allow(clippy::too_many_arguments, reason = "one private call that names each part")]
fn push_cut(
    doc: &Doc<'_>,
    start: usize,
    end: usize,
    cut: usize,
    sure: u8,
    before: &Before,
    cue: Cue,
    found: &mut Candidates,
) -> Option<()> {
    let added = found.add(doc, Kind::PersonName, start..end, sure, cue)?;
    if cut > 0 {
        added.span.end = added.span.end.saturating_sub(cut).max(added.span.start + 1);
        added.replace.end = added.span.end;
    }
    if let Some(token) = before.from.and_then(|j| doc.tokens.get(j)) {
        added.replace.start = token.start;
        if let Some(role) = before.role {
            let role = doc.at(role).to_owned();
            added.suggestion = if before.mine { Suggestion::MyRole(role) } else { Suggestion::Role(role) };
        }
    }
    Some(())
}

/// A name that was met elsewhere in the text with better evidence.
fn again(doc: &Doc<'_>, i: usize, known: &[(u32, u64)], found: &mut Candidates) {
    if found.taken(i) {
        return;
    }
    let Some(token) = doc.word(i).copied() else { return };
    let whole = doc.fold(&token);
    let is_known = |word: &str| known.binary_search(&(lists::hash(word), 0)).is_ok();
    let exact = is_known(whole);
    let (word, cut) = if exact {
        (whole, 0)
    } else {
        let base = whole
            .strip_suffix("'s")
            .map(|b| (b, 2))
            .or_else(|| whole.strip_suffix('s').filter(|_| !token.is(List::Dutch)).map(|b| (b, 1)));
        match base.filter(|(b, _)| b.len() > 2 && is_known(b)) {
            Some((base, _)) => (base, stem(doc, &token, whole, 0).1.max(last_letter(doc, &token))),
            None => return,
        }
    };
    let before = cues::before(doc, i);
    let kind = sort_of(word);
    let fits = match kind {
        Sort1::First | Sort1::Unknown | Sort1::Surname => before.sum > -80,
        Sort1::Thing => before.sum >= 0 && (token.capital() || before.bare),
        Sort1::Wordy | Sort1::Dutch => {
            token.capital() && (!token.opens || cues::after(doc, i + 1, false).human) && before.sum >= 0
        }
        Sort1::Never => token.capital() && !token.opens && before.sum >= 0,
    };
    if fits {
        let end = if cut > 0 { i + 1 } else { surname::behind(doc, i, false, found) };
        push_cut(doc, i, end, cut, 72, &before, Cue::Repeated, found);
    }
}

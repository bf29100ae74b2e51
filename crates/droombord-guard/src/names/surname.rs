//! What is joined to a name: initials, particles, second first names, surnames.

use crate::doc::{Case, Doc, Sort, Token};
use crate::lists::{self, List};
use crate::resolve::Candidates;
use crate::towns;
use crate::words::Class;

/// Most parts behind a first name.
const PARTS: usize = 6;

/// "J. de Vries", "J.P. Jansen": the end, when token `i` opens such a name.
pub fn initials(doc: &Doc<'_>, i: usize, found: &Candidates) -> Option<usize> {
    let mut at = i;
    while at < i + 10 && initial(doc, at) && doc.at(at + 1) == "." && doc.glued(at + 1) {
        at += 2;
    }
    if at == i {
        return None;
    }
    if i > 0 && doc.glued(i) && !matches!(doc.before(i, 1), "(" | "\"" | "“" | "/" | "-" | "'" | ",") {
        return None;
    }
    let head = at;
    while at < head + 3 && doc.of(at, Class::Particle) {
        at += 1;
    }
    let last = doc.word(at)?;
    if found.any(i..at + 1) || last.line {
        return None;
    }
    let capital = last.capital() && !(last.of(Class::Stop) && !last.is(List::Surname));
    // "A. Eerste punt" in a list of points, "Klas B. Wij": no name.
    let list =
        doc.tokens.get(i).is_some_and(|t| t.line) && at == head && last.is(List::Dutch) && !last.is(List::Surname);
    let ended = at == head
        && last.is(List::Dutch)
        && !last.is(List::Surname)
        && i > 0
        && doc.tokens.get(i - 1).is_some_and(|t| {
            t.sort == Sort::Word
                && !t.of(Class::Title)
                && !t.of(Class::Prep)
                && !t.of(Class::Job)
                && !t.of(Class::Role)
                && !t.of(Class::Family)
                && doc.fold(t) != "is"
                && doc.fold(t) != "ben"
        });
    let low = last.case == Case::Lower
        && (last.is(List::Surname) && !last.is(List::Dutch) || last.is(List::Surname) && at > head);
    if !(capital && !list && !ended || low) {
        return None;
    }
    Some(second(doc, at + 1, found))
}

/// One capital letter (or a digraph like "Th").
fn initial(doc: &Doc<'_>, i: usize) -> bool {
    doc.word(i).is_some_and(|t| {
        t.case != Case::Lower && doc.fold(t).chars().count() == 1
            || t.capital() && matches!(doc.fold(t), "th" | "ch" | "ph" | "st" | "sj" | "fr" | "ij")
    })
}

/// A second surname with a capital: "Van der Kloot Meijers"; or one behind a dash.
fn second(doc: &Doc<'_>, end: usize, found: &Candidates) -> usize {
    let more = doc.word(end).is_some_and(|t| {
        t.capital() && !t.opens && !t.line && !t.of(Class::Stop) && (t.is(List::Surname) || !t.is(List::Dutch))
    });
    let end = if more && !found.taken(end) && towns::town(doc, end).is_none() { end + 1 } else { end };
    double(doc, end, found)
}

/// A second part of a surname behind a dash: "Jansen-de Vries".
fn double(doc: &Doc<'_>, end: usize, found: &Candidates) -> usize {
    if doc.at(end) == "-" && doc.glued(end) && doc.word(end + 1).is_some() && doc.glued(end + 1) {
        let mut at = end + 1;
        while at < end + 4 && doc.of(at, Class::Particle) {
            at += 1;
        }
        if doc.word(at).is_some_and(|t| t.case != Case::Lower || at == end + 1 || t.is(List::Surname))
            && !found.any(end..at + 1)
        {
            return at + 1;
        }
    }
    end
}

/// "van Ginkel", "Ten Brinke", "el Amrani" behind a title: the end of the name.
pub fn behind_title(doc: &Doc<'_>, i: usize, found: &Candidates) -> Option<usize> {
    // "het gezin van A. Jhinkoe": the particle is a preposition.
    if doc.at(i) == "van"
        && (doc.was(i, 1, Class::Family)
            && doc.before(i, 1) != "familie"
            && !doc.tokens.get(i).is_some_and(Token::capital)
            || doc.tokens.get(i + 1).is_some_and(|t| t.end - t.start == 1))
    {
        return None;
    }
    let mut at = i;
    while at < i + 3 && doc.of(at, Class::Particle) && !doc.tokens.get(at).is_some_and(|t| t.line && at > i) {
        at += 1;
    }
    let last = doc.word(at)?;
    if found.any(i..at + 1) || last.line {
        return None;
    }
    let capital = last.capital() && (!last.of(Class::Stop) || last.is(List::Surname));
    let unknown = !last.is(List::Dutch)
        && !last.of(Class::Stop)
        && !last.of(Class::Verb)
        && !last.of(Class::Job)
        && !last.of(Class::Prep);
    // "mevrouw van de gemeente", "meneer de wethouder" are nobody's names.
    let first = doc.at(i);
    let office = matches!(first, "van" | "in" | "op" | "aan" | "uit" | "te")
        && matches!(doc.at(i + 1), "de" | "het" | "mijn")
        && !capital
        && (last.is(List::Dutch) && !last.is(List::Surname) || !last.is(List::Surname))
        || matches!(first, "in" | "op" | "te" | "het" | "al" | "do" | "la" | "del") && !capital;
    if office
        || towns::town(doc, at).is_some_and(|t| t.1)
            && first == "van"
            && at == i + 1
            && !last.is(List::Surname)
            && !capital
    {
        return None;
    }
    (capital || last.is(List::Surname) || unknown && at > i).then(|| second(doc, at + 1, found))
}

/// The end of the name whose first part is token `i`.
pub fn behind(doc: &Doc<'_>, i: usize, strong: bool, found: &Candidates) -> usize {
    let mut end = i + 1;
    let low = doc.tokens.get(i).is_some_and(|t| t.case == Case::Lower);
    for _ in 0..PARTS {
        let Some(next) = part(doc, end, i, low, strong, found) else { break };
        end = next;
    }
    end
}

/// One more part from token `at` on.
fn part(doc: &Doc<'_>, at: usize, first: usize, low: bool, strong: bool, found: &Candidates) -> Option<usize> {
    let token = doc.tokens.get(at).copied()?;
    if token.line || found.taken(at) {
        return None;
    }
    let word = doc.fold(&token);
    if word == "-" && !token.spaced && doc.glued(at + 1) {
        // "Jan-Willem", "Sanne-Fleur"; not "Sanne-achtig".
        let next = doc.word(at + 1)?;
        return (next.capital() || next.is(List::First) || next.is(List::Surname)).then_some(at + 2);
    }
    if token.sort != Sort::Word {
        return None;
    }
    // "Sanne K.", "Mo B": an initial behind the name.
    if doc.fold(&token).chars().count() == 1 {
        let dot = doc.at(at + 1) == "." && doc.glued(at + 1);
        if token.case != Case::Lower && !matches!(word, "x" | "u" | "ik") && !token.opens {
            return Some(if dot { at + 2 } else { at + 1 });
        }
        // "sanne k." in small letters.
        let more = doc.tokens.get(at + 2).is_some_and(|t| !t.line);
        return (dot && more && !matches!(word, "x" | "u" | "k" | "n" | "s" | "t") || dot && word == "k" && more)
            .then_some(at + 2);
    }
    if token.of(Class::Particle) {
        return particle(doc, at, low, strong, found);
    }
    joined(doc, at, first, &token, low, strong).then_some(at + 1)
}

/// "de Vries", "van den Berg", "el Amrani".
fn particle(doc: &Doc<'_>, at: usize, low: bool, strong: bool, found: &Candidates) -> Option<usize> {
    let mut last = at;
    while last < at + 3 && doc.of(last, Class::Particle) {
        last += 1;
    }
    let token = doc.word(last)?;
    if token.line || found.any(at..last + 1) {
        return None;
    }
    let first = doc.at(at);
    let single = last == at + 1;
    let capital = token.capital() && (!token.of(Class::Stop) || token.is(List::Surname));
    let place = single && first == "van" && towns::town(doc, last).is_some() && !token.is(List::Surname);
    if place
        || single
            && matches!(first, "in" | "op" | "het" | "te" | "aan" | "do" | "al" | "la" | "du")
            && !doc.tokens.get(at).is_some_and(Token::capital)
            && !(matches!(first, "al" | "la" | "te" | "du" | "do") && capital)
    {
        return None;
    }
    let arabic = matches!(first, "el" | "al" | "ben" | "bin" | "ait" | "ould" | "abu");
    if doc.at(last - 1) == "'t" || capital {
        // "Sanne de Kubus": an article and a house are somebody and something.
        return (capital
            && !(single && matches!(first, "de" | "het") && token.of(Class::House) && !token.is(List::Surname)))
        .then(|| double(doc, last + 1, found));
    }
    if token.of(Class::Stop)
        || token.of(Class::Role)
        || token.of(Class::Job)
        || token.of(Class::Care)
        || token.of(Class::School) && !token.is(List::Surname)
    {
        return None;
    }
    let surname = token.is(List::Surname);
    let odd = !token.is(List::Dutch) && !token.is(List::First) && !token.of(Class::Verb);
    // In small letters "van de groep" is a place: the surname list or a word that is no Dutch word must say so.
    let good = low && (surname || odd && (strong || arabic || single && first == "van" || !single))
        || surname && !token.is(List::Dutch);
    let verb_like =
        odd && !surname && !arabic && (doc.fold(token).ends_with("t") || crate::orgs::splits(doc.fold(token)));
    (good && !verb_like).then(|| double(doc, last + 1, found))
}

/// Whether a word directly behind a name belongs to it.
fn joined(doc: &Doc<'_>, at: usize, first: usize, token: &Token, low: bool, strong: bool) -> bool {
    if token.of(Class::Stop) || token.of(Class::Month) || token.opens || token.of(Class::Prep) || token.of(Class::Det) {
        return false;
    }
    let word = doc.fold(token);
    if token.capital() {
        let whole = lists::holds(List::Town, word) && !token.is(List::Surname) && !token.is(List::First);
        return !whole
            && !token.of(Class::Title)
            && !token.of(Class::Sign)
            && !matches!(
                word,
                "jeugdzorg" | "instagram" | "whatsapp" | "snapchat" | "tiktok" | "youtube" | "minecraft" | "nederland"
            );
    }
    if token.case != Case::Lower {
        // "Sanne EN ik" is shouting, "SANNE JANSEN" both.
        return token.is(List::Surname) && !token.is(List::Dutch);
    }
    if !low || token.of(Class::Verb) || token.of(Class::Role) || token.of(Class::Job) {
        return false;
    }
    let sur = token.is(List::Surname);
    if token.is(List::Dutch) {
        // "ik ben sanne bakker": a surname that is a word too needs a clear introduction.
        return sur && strong && matches!(doc.at(at + 1), "" | "," | "." | "en" | "!" | "(" | "uit" | "van" | "is");
    }
    let given = token.is(List::First) && at == first + 1 && !doc.of(at + 1, Class::Particle);
    let unknown = strong
        && at == first + 1
        && !super::inflected(word)
        && !super::dutch_looking(word)
        && word.len() > 3
        && !token.is(List::Thing)
        && !token.is(List::Wordy);
    sur || given || unknown
}

//! Houses and schools by their place in the sentence: behind an article, or bare behind "bij". No word of care or school names them.

use super::name::{add, name, splits, verbish};
use crate::doc::{Case, Doc, Sort, Token};
use crate::finding::{Cue, Kind};
use crate::lists::List;
use crate::resolve::Candidates;
use crate::towns;
use crate::words::{self, Class};

/// Capitals behind an article that are no house or school.
fn public(word: &str) -> bool {
    words::is(word, Class::Public)
}

/// "bij De Springplank", "op 't Palet", "ik zit op het vlierpad".
pub(super) fn article(doc: &Doc<'_>, i: usize, found: &mut Candidates) {
    let Some(token) = doc.word(i).copied() else { return };
    let word = doc.fold(&token);
    let is_article = matches!(word, "de" | "het" | "'t" | "den" | "'s" | "d'" | "t");
    if !is_article {
        bare(doc, i, &token, found);
        return;
    }
    let Some(next) = doc.word(i + 1).copied() else { return };
    let head = doc.fold(&next);
    let before = doc.before(i, 1);
    let role = doc.was(i, 1, Class::Title)
        || doc.was(i, 1, Class::Role)
        || doc.was(i, 1, Class::Job)
        || doc.was(i, 1, Class::Kin)
        || doc.was(i, 1, Class::Family);
    if found.taken(i + 1)
        || next.line
        || role
        || public(head)
        || towns::town(doc, i).is_some_and(|t| t.1)
        || next.of(Class::Month)
        || next.of(Class::Title) && head != "ridder"
    {
        return;
    }
    let placed = matches!(
        before,
        "bij" | "op" | "in" | "van" | "naar" | "uit" | "door" | "aan" | "voor" | "met" | "vanuit" | "binnen" | "via"
    );
    let big = token.case != Case::Lower && !token.opens || word == "'t" && next.capital() && !next.of(Class::Stop);
    let named = i > 0
        && doc.tokens.get(i - 1).is_some_and(|t| t.is(List::First) || t.capital() && !t.opens && t.sort == Sort::Word);
    let capital = next.capital() && !next.opens;
    let particle = i > 0
        && doc.fold(&token) != "het"
        && (doc.before(i, 1) == "van"
            && doc.tokens.get(i.wrapping_sub(2)).is_some_and(|t| t.capital() && !t.opens || t.is(List::First)));
    // "juf Carolien van De Zandloper": a surname has its small letters behind a first name.
    let house = big && capital && !next.is(List::Surname);
    if named || particle && !house {
        return;
    }
    let called = matches!(before, "heet" | "heette")
        && matches!(doc.before(i, 2), "school" | "basisschool" | "groep" | "leefgroep" | "woongroep" | "gezinshuis");
    let context = around(doc, i);
    let verb = (1..=6).any(|n| doc.was(i, n, Class::Stays));
    let good = if called {
        !next.of(Class::Stop)
    } else if big && capital {
        // "De" with a capital inside a sentence.
        !(next.is(List::Surname) && !next.of(Class::House) && !placed)
    } else if capital && token.opens {
        next.of(Class::House) || word == "'t" && !next.of(Class::Stop)
    } else if capital {
        // A small article before a capital: a house by its name, or a word that is no Dutch word.
        placed && (next.of(Class::House) || verb && (!next.is(List::Dutch)) && !next.is(List::First))
    } else if next.case == Case::Lower && placed {
        // Nothing has capitals: only with a verb of place and the world of school or care around it.
        let house = next.of(Class::House) && (context.school || context.care) && verb && matches!(before, "bij" | "op");
        let unknown = matches!(before, "op")
            && !next.is(List::Dutch)
            && !next.is(List::First)
            && !next.of(Class::Stop)
            && !verbish(head)
            && head.len() > 4
            && verb
            && (context.school || context.care || head.ends_with("pad") || head.ends_with("hof"))
            && !splits(head);
        let sure_house = matches!(before, "op" | "bij") && verb && house_only(head);
        // "wij zitten op de vuurvlinder": built on the name of a house.
        let built = before == "op"
            && matches!(doc.before(i, 2), "zit" | "zitten" | "zat")
            && (3..head.len().saturating_sub(3))
                .any(|cut| head.get(cut..).is_some_and(|tail| words::is(tail, Class::House)));
        house || unknown || sure_house || built
    } else {
        false
    };
    if !good || doc.number(i + 2).is_some() {
        return;
    }
    let Some(end) = name(doc, i, true, found).or(Some(i + 2)).filter(|end| *end > i + 1) else { return };
    let school = match before {
        "op" => context.school || !context.care,
        _ => context.school && !context.care,
    };
    let with_article = token.case != Case::Lower || word == "'t" || !capital || next.of(Class::House);
    let start = if with_article && !(word == "het" && !capital) { i } else { i + 1 };
    let kind = if school { Kind::School } else { Kind::Institution };
    add(doc, kind, start, end, if big { 85 } else { 68 }, Cue::Context, found);
}

/// House names that are hardly ever the thing itself in talk about where one sits.
fn house_only(word: &str) -> bool {
    words::is(word, Class::HouseOnly)
}

/// A name without article: "Bij Entrea hebben wij", "ik woon bij Zorgwaard".
fn bare(doc: &Doc<'_>, i: usize, token: &Token, found: &mut Candidates) {
    if !(token.capital() || token.case == Case::Mixed)
        || token.opens
        || token.is(List::First)
        || token.is(List::Thing)
        || token.is(List::Wordy)
        || token.of(Class::Stop)
        || token.of(Class::Month)
    {
        return;
    }
    let word = doc.fold(token);
    let before = doc.before(i, 1);
    if !matches!(before, "bij" | "van" | "door" | "binnen" | "vanuit" | "in" | "aan" | "namens")
        || word.len() < 4
        || public(word)
        || towns::town(doc, i).is_some()
    {
        return;
    }
    let shaped = ["zorg", "jeugd", "hulp", "huis", "horst", "hoeve", "groep"]
        .iter()
        .any(|part| word.len() > part.len() + 2 && (word.ends_with(part) || word.starts_with(part)))
        && !token.is(List::Dutch)
        && !words::is(word, Class::CareThing);
    let we = before == "bij"
        && (1..=3).any(|n| {
            matches!(
                doc.at(i + n),
                "hebben" | "werken" | "doen" | "werk" | "zijn" | "proberen" | "vragen" | "kiezen" | "gaan" | "mogen"
            ) && matches!(doc.at(i + n + 1), "wij" | "we" | "ik" | "jongeren" | "kinderen")
        });
    let works = (2..=5).any(|n| doc.was(i, n, Class::Works));
    if !(shaped || (we || works) && !token.is(List::Dutch) && !token.is(List::Surname)) {
        return;
    }
    let Some(end) = name(doc, i, false, found) else { return };
    add(doc, Kind::Institution, i, end, if shaped { 75 } else { 65 }, Cue::Context, found);
}

/// What the sentences around are about.
struct Context {
    school: bool,
    care: bool,
}

fn around(doc: &Doc<'_>, i: usize) -> Context {
    let (mut school, mut care) = (false, false);
    for token in doc.tokens.iter().skip(i.saturating_sub(20)).take(40) {
        school |= token.of(Class::School);
        care |= token.of(Class::Care);
    }
    Context { school, care }
}

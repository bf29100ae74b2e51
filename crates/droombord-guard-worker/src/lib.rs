//! What a page and the guard's worker say to each other: a question is one string, an answer is one string.
//!
//! Both sides are here, so that they cannot differ: [`ask`] and [`parse`] for the page, [`answer`] for the worker. A page that uses only its
//! own two holds nothing of the search. Ranges are in bytes. What may not live here: sentences for people, and the search itself.

use core::{fmt::Write, ops::Range};
use droombord_guard::{
    Kind, Suggestion, find,
    signals::{SignalKind, signals},
    together::{FactKind, RULES, TogetherRule, together},
};

/// Between the parts of a line.
const PART: char = '\t';

/// What the guard says of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Personal data, in the order of the text.
    pub findings: Vec<Found>,
    /// What kinds of danger the words tell of, each once.
    pub dangers: Vec<SignalKind>,
    /// Facts that are recognisable together.
    pub together: Vec<Joined>,
}

/// One piece of personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// The datum.
    pub span: Range<usize>,
    /// What reads well when it is replaced; holds the span.
    pub replace: Range<usize>,
    /// What may stand in its place.
    pub suggestion: Suggestion,
}

/// Facts that are fine alone and recognisable together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// Which combination.
    pub rule: TogetherRule,
    /// Its facts, in the order of the text.
    pub facts: Vec<(FactKind, Range<usize>)>,
}

/// The question: what is in this text? The number comes back with the answer.
#[must_use]
pub fn ask(number: u32, text: &str) -> String {
    format!("{number}\n{text}")
}

/// The worker's answer to a question.
#[must_use]
pub fn answer(question: &str) -> String {
    let (number, text) = question.split_once('\n').unwrap_or((question, ""));
    let findings = find(text);
    let places: Vec<Range<usize>> =
        findings.iter().filter(|one| one.kind == Kind::CityPlace).map(|one| one.span.bytes.clone()).collect();
    let mut out = number.to_owned();
    // Writing to a string cannot fail.
    for one in &findings {
        let (span, replace) = (&one.span.bytes, &one.replace.bytes);
        let _ = write!(out, "\nf{PART}{}{PART}{}{PART}{}", index(Kind::ALL, one.kind), span.start, span.end);
        let (code, role) = (one.suggestion.code(), one.suggestion.role().unwrap_or_default());
        let _ = write!(out, "{PART}{}{PART}{}{PART}{code}{PART}{role}", replace.start, replace.end);
    }
    for one in signals(text) {
        let _ = write!(out, "\ns{PART}{}", index(SignalKind::ALL, one.kind));
        let _ = write!(out, "{PART}{}{PART}{}", one.range.bytes.start, one.range.bytes.end);
    }
    for one in together(text, &places) {
        let Some(rule) = RULES.iter().position(|(rule, _)| *rule == one.rule) else { continue };
        let _ = write!(out, "\nt{PART}{rule}");
        for fact in &one.facts {
            let kind = RULES.get(rule).map_or(0, |(_, kinds)| index(kinds, fact.kind));
            let _ = write!(out, "{PART}{kind}{PART}{}{PART}{}", fact.range.bytes.start, fact.range.bytes.end);
        }
    }
    out
}

fn index<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|other| *other == one).unwrap_or_default()
}

/// The number of the question, and what the guard says. Nothing when it is no answer.
#[must_use]
pub fn parse(answer: &str) -> Option<(u32, Look)> {
    let mut lines = answer.split('\n');
    let number = lines.next()?.parse().ok()?;
    let mut look = Look::default();
    for line in lines {
        let mut parts = line.split(PART);
        match parts.next()? {
            "f" => look.findings.push(Found {
                kind: *Kind::ALL.get(figure(&mut parts)?)?,
                span: range(&mut parts)?,
                replace: range(&mut parts)?,
                suggestion: suggestion(parts.next()?, parts.next()?)?,
            }),
            "s" => {
                let kind = *SignalKind::ALL.get(figure(&mut parts)?)?;
                if !look.dangers.contains(&kind) {
                    look.dangers.push(kind);
                }
            }
            "t" => {
                let (rule, kinds) = RULES.get(figure(&mut parts)?)?;
                let mut facts = Vec::new();
                while let Some(kind) = figure(&mut parts) {
                    facts.push((*kinds.get(kind)?, range(&mut parts)?));
                }
                look.together.push(Joined { rule: *rule, facts });
            }
            _ => return None,
        }
    }
    Some((number, look))
}

fn figure<'a>(parts: &mut impl Iterator<Item = &'a str>) -> Option<usize> {
    parts.next()?.parse().ok()
}

fn range<'a>(parts: &mut impl Iterator<Item = &'a str>) -> Option<Range<usize>> {
    Some(figure(parts)?..figure(parts)?)
}

fn suggestion(code: &str, role: &str) -> Option<Suggestion> {
    let all = [
        Suggestion::Mark,
        Suggestion::Remove,
        Suggestion::MyRole(role.to_owned()),
        Suggestion::Role(role.to_owned()),
        Suggestion::WhereILive,
        Suggestion::MyHouse,
        Suggestion::MySchool,
        Suggestion::MyAge,
        Suggestion::MyDetails,
    ];
    all.into_iter().find(|one| one.code() == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn look(text: &str) -> Look {
        let (number, look) = parse(&answer(&ask(7, text))).unwrap_or_default();
        assert_eq!(number, 7);
        look
    }

    #[test]
    fn what_the_worker_finds_the_page_reads() {
        let text = "Mijn mentor Sanne belt 06 12 34 56 78 😀.";
        let look = look(text);
        let said: Vec<_> = look.findings.iter().map(|one| (one.kind, text.get(one.span.clone()))).collect();
        assert_eq!(said, [(Kind::PersonName, Some("Sanne")), (Kind::Phone, Some("06 12 34 56 78"))]);
        let first = look.findings.first().map(|one| (text.get(one.replace.clone()), one.suggestion.clone()));
        assert_eq!(first, Some((Some("Mijn mentor Sanne"), Suggestion::MyRole("mentor".into()))));
    }

    #[test]
    fn dangers_and_facts_come_along() {
        assert_eq!(look("Ik wil niet meer leven. Ik wil dood.").dangers, [SignalKind::Suicide]);
        let text = "Wij zijn een tweeling en wonen in Zwolle.";
        let together = look(text).together;
        assert_eq!(together.first().map(|one| one.rule), Some(TogetherRule::RareInPlace));
        let facts = together.first().map(|one| one.facts.iter().map(|(kind, at)| (*kind, &text[at.clone()])).collect());
        assert_eq!(facts, Some(vec![(FactKind::Rare, "tweeling"), (FactKind::Place, "Zwolle")]));
    }

    #[test]
    fn what_is_no_answer_is_nothing() {
        for bad in ["", "x", "1\n", "1\nq", "1\nf\t99", "1\nf\t0\t1\t2\t1\t2\tno\t", "1\ns", "1\nt\t0\t5\t0\t1"] {
            assert_eq!(parse(bad), None, "{bad:?}");
        }
        assert_eq!(parse("3"), Some((3, Look::default())));
    }

    proptest! {
        #[test]
        fn any_text_gives_an_answer_that_can_be_read(text in "(\\PC|\n|\t|Sanne |ik ben 9 |06 12345678|in Ommen ){0,40}") {
            let (_, look) = parse(&answer(&ask(1, &text))).ok_or(TestCaseError::fail("no answer"))?;
            for one in look.findings {
                prop_assert!(text.get(one.span.clone()).is_some() && text.get(one.replace.clone()).is_some());
                prop_assert!(one.replace.start <= one.span.start && one.span.end <= one.replace.end);
            }
        }
    }
}

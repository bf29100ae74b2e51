//! Facts that are fine alone and recognisable together: an age, a place, a day, something rare.
//!
//! Young people in care are recognised by small facts. This looks for the small facts and says which combinations would point
//! at one person. What may live here: the facts, the table of combinations, ranges and codes. What may not: sentences for
//! people, and the search for names and numbers (that is [`crate::find`]; only the ranges of its places come in).
//! Linear time, no panic.

mod facts;

use crate::lists::sorted;
use crate::seen::Seen;
use crate::{Offsets, TextRange};
use core::ops::Range;
pub use facts::FactKind;
use facts::{facts, split};

/// Which combination it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TogetherRule {
    /// "Ik ben vandaag 9": age and day make a date of birth.
    BirthDate,
    /// "De enige … in Ommen".
    OnlyInPlace,
    /// A twin, a fire, a champion and a place.
    RareInPlace,
    /// Age, place and day.
    AgePlaceDate,
    /// Age, place and the size of a family or the number of houses.
    AgePlaceCount,
    /// A family's size, or number of houses, with a place and something rare.
    FamilyInPlace,
    /// A parent's known work and a place.
    RoleInPlace,
    /// Age, day and something rare, without a place.
    RareOnDate,
}

impl TogetherRule {
    /// The name in data and over the wire, in snake case.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            TogetherRule::BirthDate => "birth_date",
            TogetherRule::OnlyInPlace => "only_in_place",
            TogetherRule::RareInPlace => "rare_in_place",
            TogetherRule::AgePlaceDate => "age_place_date",
            TogetherRule::AgePlaceCount => "age_place_count",
            TogetherRule::FamilyInPlace => "family_in_place",
            TogetherRule::RoleInPlace => "role_in_place",
            TogetherRule::RareOnDate => "rare_on_date",
        }
    }
}

/// The combinations, the surest first. A rule holds when the text has all its facts.
pub const RULES: &[(TogetherRule, &[FactKind])] = &[
    (TogetherRule::BirthDate, &[FactKind::Age, FactKind::Birthday]),
    (TogetherRule::OnlyInPlace, &[FactKind::Only, FactKind::Place]),
    (TogetherRule::RareInPlace, &[FactKind::Rare, FactKind::Place]),
    (TogetherRule::AgePlaceDate, &[FactKind::Age, FactKind::Place, FactKind::Date]),
    (TogetherRule::AgePlaceCount, &[FactKind::Age, FactKind::Place, FactKind::Count]),
    (TogetherRule::FamilyInPlace, &[FactKind::Count, FactKind::Place]),
    (TogetherRule::RoleInPlace, &[FactKind::Role, FactKind::Place]),
    (TogetherRule::RareOnDate, &[FactKind::Rare, FactKind::Age, FactKind::Date]),
];

/// A fact in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it tells.
    pub kind: FactKind,
    /// Where it stands.
    pub range: TextRange,
}

/// A combination that points at one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// Which combination.
    pub rule: TogetherRule,
    /// Its facts, one of each kind (the first in the text), in the order of the text.
    pub facts: Vec<Fact>,
}

/// Finds combinations of small facts that point at one person.
///
/// `places` are byte ranges that another search already knows to be places (of `find`: its `city_place`); places behind "in",
/// "uit" or "bij" with a capital are found here too. The rules come in the order of [`RULES`]; a rule whose facts all stand in an
/// earlier one is left out.
#[must_use]
pub fn together(text: &str, places: &[Range<usize>]) -> Vec<Together> {
    let seen = Seen::new(text);
    let words = split(&seen.text);
    let mut facts = facts(&words);
    for (_, place) in &mut facts {
        *place = seen.places.back(place);
    }
    for place in places {
        if place.start < place.end && text.get(place.clone()).is_some() {
            facts.push((FactKind::Place, place.clone()));
        }
    }
    let offsets = Offsets::new(text);
    let mut out: Vec<Together> = Vec::new();
    for (rule, kinds) in RULES {
        let first = |kind: &FactKind| {
            facts.iter().filter(|(other, _)| other == kind).map(|(kind, at)| (at.start, at.end, *kind)).min()
        };
        let Some(chosen) = kinds.iter().map(first).collect::<Option<Vec<_>>>() else { continue };
        let told: Vec<Fact> = sorted(chosen)
            .into_iter()
            .map(|(start, end, kind)| Fact { kind, range: offsets.range(start..end) })
            .collect();
        if !out.iter().any(|earlier| told.iter().all(|fact| earlier.facts.contains(fact))) {
            out.push(Together { rule: *rule, facts: told });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn codes(text: &str) -> Vec<&'static str> {
        together(text, &[]).iter().map(|found| found.rule.code()).collect()
    }

    #[test]
    fn facts_that_point_at_one_person_are_found_together() {
        let table = [
            ("Ik ben vandaag 9 en ik krijg een taart.", "birth_date"),
            ("Ik ben gisteren 12 geworden", "birth_date"),
            ("ik word morgen tien!", "birth_date"),
            ("Ik ben 11 en ik ben op 4 maart jarig geweest, ik ben jarig 4 maart", "birth_date"),
            ("Ik ben de enige met een rode rolstoel in Ommen.", "only_in_place"),
            ("Mijn broertje en ik zijn een tweeling en wonen in Grolloo.", "rare_in_place"),
            ("Wij zijn de tweeling van ons dorp", "rare_in_place"),
            ("Ik ben 14 jaar en op 3 mei 2024 kwam ik in Kampen wonen.", "age_place_date"),
            ("Ik ben 15 jaar, woon in Zwolle en dit is mijn negende pleeggezin.", "age_place_count"),
            ("Ik heb negen broers en we wonen in Urk.", "family_in_place"),
            ("Mijn vader is burgemeester en we wonen in Vaals.", "role_in_place"),
            ("Ik ben 13 jaar en gisteren was er brand op mijn groep.", "rare_on_date"),
        ];
        for (text, code) in table {
            assert!(codes(text).contains(&code), "{text}: {:?}", codes(text));
        }
    }

    #[test]
    fn a_fact_alone_is_no_hint() {
        for text in [
            "Ik ben 9 jaar en ik wil een hond.",
            "Ik woon in Zwolle en het is er leuk.",
            "Vandaag eten we pannenkoeken.",
            "Ik heb een tweelingbroer.",
            "Ik ben de enige die dat vindt.",
            "Het enige wat ik wil is een kamer in Utrecht.",
            "Op 3 mei is er een bijeenkomst in Zwolle.",
            "Ik ben 3 keer verhuisd.",
            "Al 5 jaar wacht ik in Zwolle, vandaag ook.",
            "Ik heb twee zusjes in Almere.",
            "",
        ] {
            assert_eq!(codes(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn places_that_are_passed_in_count() {
        let text = "wij zijn een drieling, groetjes uit ommen";
        let start = text.find("ommen").unwrap_or_default();
        let place = start..start + 5;
        assert_eq!(
            together(text, std::slice::from_ref(&place)).first().map(|found| found.rule),
            Some(TogetherRule::RareInPlace)
        );
        assert!(codes(text).is_empty());
    }

    proptest! {
        #[test]
        fn any_text_gives_ranges_on_the_borders_of_letters(text in "(\\PC|ik ben |vandaag |9 |in |Ommen |tweeling |\u{301}|😀){0,60}", from in 0usize..90, long in 0usize..9) {
            let place = from..from + long;
            for found in together(&text, std::slice::from_ref(&place)) {
                for fact in found.facts {
                    prop_assert!(text.get(fact.range.bytes.clone()).is_some());
                }
            }
        }
    }
}

//! What the list says of facts that are recognisable together: one hint for each sentence at most, and safer words for it. Pure.

use super::edit::{Edit, fitted};
use crate::i18n::Guard as Say;
use droombord_guard::together::{FactKind, TogetherRule};
use droombord_guard_worker::Joined;
use std::{collections::BTreeSet, ops::Range};

/// The fact of a combination that other words make safe, the first that it has. Every combination has one of these.
const SAFER: [FactKind; 3] = [FactKind::Place, FactKind::Birthday, FactKind::Date];
/// Words that lead to a place or a day.
const LEADS: [&str; 9] = ["in", "op", "uit", "bij", "te", "naar", "van", "vanuit", "nabij"];
/// Words between those and a place.
const BETWEEN: [&str; 8] = ["een", "het", "de", "dit", "ons", "mijn", "klein", "kleine"];

/// A combination that the list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The combination.
    pub joined: Joined,
    /// Others in the same sentences, of which nothing is said beside it.
    pub behind: Vec<TogetherRule>,
}

impl Hint {
    /// Every combination that a press on *Laat staan* leaves.
    pub fn rules(&self) -> Vec<TogetherRule> {
        [self.joined.rule].into_iter().chain(self.behind.iter().copied()).collect()
    }
}

/// The surest combination of each sentence; those that share a sentence with it stand behind it.
pub fn hints(text: &str, all: &[Joined]) -> Vec<Hint> {
    let mut hints: Vec<(Hint, BTreeSet<usize>)> = Vec::new();
    for joined in all {
        let sentences: BTreeSet<usize> = joined.facts.iter().map(|(_, at)| sentence_of(text, at.start)).collect();
        match hints.iter_mut().find(|(_, taken)| !taken.is_disjoint(&sentences)) {
            Some((hint, _)) => hint.behind.push(joined.rule),
            None => hints.push((Hint { joined: joined.clone(), behind: Vec::new() }, sentences)),
        }
    }
    hints.into_iter().map(|(hint, _)| hint).collect()
}

/// How many sentences have ended before this place.
fn sentence_of(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let next = before.chars().skip(1).map(Some).chain([None]);
    let ends = |(c, next): &(char, Option<char>)| {
        *c == '\n' || matches!(c, '.' | '!' | '?' | '…') && next.is_none_or(char::is_whitespace)
    };
    before.chars().zip(next).filter(ends).count()
}

/// Safer words for a combination, and where they go.
pub fn safer(text: &str, joined: &Joined, say: &Say) -> Option<Edit> {
    let of = |kind: &FactKind| joined.facts.iter().find(|(other, _)| other == kind);
    let (kind, range) = SAFER.iter().find_map(of)?;
    let (start, lead) = lead(text, range);
    let words = text.get(range.clone())?.to_lowercase();
    Some(fitted(text, start..range.end, (say.safer)(*kind, &lead, &words)))
}

/// The word that leads to a fact, in small letters, and where it begins; none when the fact stands by itself.
fn lead(text: &str, range: &Range<usize>) -> (usize, String) {
    let mut at = range.start;
    loop {
        let before = text.get(..at).unwrap_or_default().trim_end_matches(' ');
        let start = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |place| {
            place + before.get(place..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
        });
        let word = before.get(start..).unwrap_or_default().to_lowercase();
        if LEADS.contains(&word.as_str()) {
            return (start, word);
        }
        if !BETWEEN.contains(&word.as_str()) {
            return (range.start, String::new());
        }
        at = start;
    }
}

#[cfg(test)]
mod tests {
    use super::{super::edit::edited, *};
    use crate::i18n::messages;
    use droombord_domain::post::Lang;
    use droombord_guard::together::RULES;
    use droombord_guard_worker::{answer, ask, parse};

    fn joined(text: &str) -> Vec<Joined> {
        parse(&answer(&ask(1, text))).map(|(_, look)| look.together).unwrap_or_default()
    }

    #[test]
    fn every_combination_has_safer_words_and_is_gone_with_them() {
        use TogetherRule as R;
        let table = [
            (R::BirthDate, "Ik ben vandaag 9 en ik krijg een taart.", "Ik ben net 9 en ik krijg een taart."),
            (R::BirthDate, "Ik ben gisteren 12 geworden.", "Ik ben net 12 geworden."),
            (R::BirthDate, "ik word morgen tien!", "ik word binnenkort tien!"),
            (R::OnlyInPlace, "Ik ben de enige met een rolstoel in Ommen.", "Ik ben de enige met een rolstoel hier."),
            (R::RareInPlace, "Wij zijn een tweeling en wonen in Grolloo.", "Wij zijn een tweeling en wonen hier."),
            (R::RareInPlace, "In Zwolle zijn wij de enige tweeling.", "Hier zijn wij de enige tweeling."),
            (R::RareInPlace, "Wij zijn de tweeling van ons dorp.", "Wij zijn de tweeling van hier."),
            (R::RareInPlace, "Wij zijn een tweeling in een klein dorp.", "Wij zijn een tweeling hier."),
            (R::RareInPlace, "Met mijn tweelingzus kom ik uit Ommen.", "Met mijn tweelingzus kom ik van hier."),
            (
                R::AgePlaceDate,
                "Ik ben 14 jaar en op 3 mei 2024 kwam ik in Kampen wonen.",
                "Ik ben 14 jaar en op 3 mei 2024 kwam ik hier wonen.",
            ),
            (
                R::AgePlaceCount,
                "Ik ben 15 jaar, woon in Zwolle en dit is mijn negende pleeggezin.",
                "Ik ben 15 jaar, woon hier en dit is mijn negende pleeggezin.",
            ),
            (R::FamilyInPlace, "Ik heb negen broers en we wonen op Texel.", "Ik heb negen broers en we wonen hier."),
            (R::RoleInPlace, "Mijn vader is dokter bij Vaals.", "Mijn vader is dokter hier in de buurt."),
            (
                R::RareOnDate,
                "Ik ben 13 jaar en gisteren was er brand op mijn groep.",
                "Ik ben 13 jaar en laatst was er brand op mijn groep.",
            ),
            (R::RareOnDate, "Op 3 mei was er brand en ik ben 13 jaar.", "Op een dag was er brand en ik ben 13 jaar."),
        ];
        for (rule, _) in RULES {
            assert!(table.iter().any(|(other, ..)| other == rule), "{rule:?}");
        }
        let say = messages(Lang::Nl).guard();
        for (rule, text, new) in table {
            let found = joined(text).into_iter().find(|joined| joined.rule == rule);
            let changed = found.and_then(|joined| safer(text, &joined, say)).map(|edit| edited(text, &edit));
            assert_eq!(changed.as_deref(), Some(new));
            assert!(joined(new).iter().all(|joined| joined.rule != rule), "{new}");
        }
    }

    #[test]
    fn a_sentence_has_one_hint_at_most_and_nothing_is_lost_behind_it() {
        for (text, shown) in [
            ("Ik ben vandaag 9.", 1),
            ("Ik ben vandaag 9 en de enige tweeling in Ommen, en mijn vader is dokter.", 1),
            ("Ik ben vandaag 9. Wij zijn een tweeling en wonen in Ommen.", 2),
            ("Ik ben vandaag 9.\nWij zijn een tweeling en wonen in Ommen. Mijn vader is dokter.", 2),
            ("Ik hou van pannenkoeken.", 0),
        ] {
            let all = joined(text);
            let hints = hints(text, &all);
            assert_eq!(hints.len(), shown, "{text}");
            let mut taken = BTreeSet::new();
            for hint in &hints {
                let own: BTreeSet<_> = hint.joined.facts.iter().map(|(_, at)| sentence_of(text, at.start)).collect();
                assert!(own.iter().all(|sentence| taken.insert(*sentence)), "{text}");
            }
            assert_eq!(hints.iter().map(|hint| hint.rules().len()).sum::<usize>(), all.len(), "{text}");
        }
    }
}

//! Texts that look alike: one that was sent many times with small changes is declined once, not forty times.

use std::collections::{BTreeMap, BTreeSet};

/// Texts that share so many of a hundred of their pairs of words look alike.
const ALIKE: usize = 60;
/// What begins so many groups ("ik droom van") says nothing of one of them.
const COMMON: usize = 500;

/// The texts that look alike, as groups of places in `texts`: each in order, two at least, the group of the earliest
/// text first. A text is in one group at most.
///
/// A text belongs to the group with whose first text it has most in common, when of the pairs of neighbouring words that
/// the two have together (Jaccard) enough are shared.
pub fn groups(texts: &[&str]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(Pairs, Vec<usize>)> = Vec::new();
    let mut holders: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (at, text) in texts.iter().enumerate() {
        let pairs = pairs(text);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for group in pairs.iter().filter_map(|pair| holders.get(pair)).filter(|all| all.len() <= COMMON).flatten() {
            *shared.entry(*group).or_default() += 1;
        }
        let nearest = shared.into_iter().max_by_key(|(group, shared)| (*shared, std::cmp::Reverse(*group)));
        match nearest.and_then(|(group, _)| groups.get_mut(group)).filter(|(first, _)| are_alike(first, &pairs)) {
            Some((_, members)) => members.push(at),
            None => {
                for pair in &pairs {
                    holders.entry(pair.clone()).or_default().push(groups.len());
                }
                groups.push((pairs, vec![at]));
            }
        }
    }
    groups.into_iter().map(|(_, members)| members).filter(|members| members.len() > 1).collect()
}

type Pairs = BTreeSet<(String, String)>;

fn are_alike(one: &Pairs, other: &Pairs) -> bool {
    let shared = one.intersection(other).count();
    shared * 100 >= (one.len() + other.len() - shared) * ALIKE
}

/// Neighbouring words, without case and signs. The ends of the text are words too, so that one word is a pair.
fn pairs(text: &str) -> Pairs {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase);
    let words: Vec<String> = std::iter::once(String::new()).chain(words).chain([String::new()]).collect();
    words.windows(2).filter_map(|pair| Some((pair.first()?.clone(), pair.get(1)?.clone()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_changes_look_alike_and_another_dream_does_not() {
        let texts = [
            "Koop nu goedkope telefoons bij ons, vandaag nog!",
            "Ik droom van een hond.",
            "koop nu goedkope telefoons bij ons vandaag nog",
            "Koop NU goedkope telefoons bij ons, morgen nog!",
            "Ik droom van een vaste begeleider.",
            "Mooi",
            "mooi!",
        ];
        assert_eq!(groups(&texts), [vec![0, 2, 3], vec![5, 6]]);
        assert_eq!(groups(&[]), Vec::<Vec<usize>>::new());
        assert_eq!(groups(&["", ""]), [[0, 1]], "nothing is like nothing");
    }

    #[test]
    fn a_flood_is_one_group_and_what_only_begins_alike_is_none() {
        let many: Vec<String> = (0..2_000).map(|n| format!("Ik droom van huis {n}a en straat {}b.", n * 7)).collect();
        let flood = (0..1_000).map(|n| format!("Doe mee met onze grote actie en win een prijs, code {n}!"));
        let all: Vec<String> = many.into_iter().chain(flood).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        assert_eq!(groups(&all), [(2_000..3_000).collect::<Vec<_>>()]);
    }
}

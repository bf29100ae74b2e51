//! The closed word classes that cues are made of, from `words.txt`: one class a line, its name first.
//!
//! A word may be in several classes. No names and no open lists here; those are in `lists`.

use crate::lists;
use std::sync::OnceLock;

static TABLE: &str = include_str!("words.txt");

/// A class of words; the order is that of `words.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Articles and what stands in their place.
    Det,
    /// Owners: "mijn", "haar".
    Own,
    /// Prepositions that people stand behind.
    Prep,
    /// Prepositions that places stand behind.
    Place,
    /// Who somebody is to the writer: "broertje".
    Role,
    /// What somebody does: "mentor".
    Job,
    /// Titles: "mevrouw".
    Title,
    /// Family titles: "oma".
    Kin,
    /// "familie", "gezin".
    Family,
    /// Openings of a letter.
    Greet,
    /// Closings of a letter.
    Sign,
    /// Verbs that stand behind a person.
    Verb,
    /// Roles as they stand behind "is mijn".
    KinWord,
    /// Animals and things that are given names.
    Pet,
    /// Number words.
    Num,
    /// Months.
    Month,
    /// What is counted, behind a number.
    Unit,
    /// Words that are never a name in lower case.
    Stop,
    /// Particles of surnames.
    Particle,
    /// The world of school.
    School,
    /// The world of care.
    Care,
    /// What houses, groups and schools are called after: "De Regenboog".
    House,
}

/// How many classes there are.
const CLASSES: usize = 22;

/// The classes of a word, one bit each; the word's hash is that of [`lists::hash`].
#[must_use]
pub fn classes(hash: u32) -> u32 {
    static WORDS: OnceLock<Vec<(u32, u32)>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut all: Vec<(u32, u32)> = Vec::with_capacity(2048);
        for (class, line) in TABLE.lines().take(CLASSES).enumerate() {
            all.extend(line.split(' ').skip(1).map(|word| (lists::hash(word), 1 << class)));
        }
        all.sort_unstable();
        all.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 |= next.1;
            }
            same
        });
        all
    });
    words.binary_search_by_key(&hash, |w| w.0).ok().and_then(|i| words.get(i)).map_or(0, |w| w.1)
}

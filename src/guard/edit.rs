//! Places in a text that goes on changing, and what is written in their stead. Pure; all ranges are in bytes.

use std::ops::Range;

/// Other words for a place in the text; none leaves it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The place.
    pub range: Range<usize>,
    /// What comes there.
    pub put: String,
}

/// Where a place of `old` is in `new`; nothing when just there something changed.
pub fn carried(old: &str, new: &str, range: &Range<usize>) -> Option<Range<usize>> {
    carry(old, new)(range)
}

/// The same for many places of the same two texts: what changed is looked for once.
pub fn carry(old: &str, new: &str) -> impl Fn(&Range<usize>) -> Option<Range<usize>> + use<> {
    let changed = changed(old, new);
    let (before, after) = (old.len(), new.len());
    move |range| {
        if range.end <= changed.start && range.end <= after {
            Some(range.clone())
        } else if range.start >= changed.end {
            // The end of what changed in `old` lies as far from its end as in `new`.
            Some(range.start + after - before..range.end + after - before)
        } else {
            None
        }
    }
}

/// The part of `old` in whose stead something else stands in `new`.
pub fn changed(old: &str, new: &str) -> Range<usize> {
    let start: usize = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (left, right) = (old.get(start..).unwrap_or_default(), new.get(start..).unwrap_or_default());
    let same: usize =
        left.chars().rev().zip(right.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    start..old.len() - same
}

/// Other words for a place, so that the sentence still reads well: a capital where one stood at its beginning.
pub fn fitted(text: &str, range: Range<usize>, put: &str) -> Edit {
    let before = text.get(..range.start).unwrap_or_default();
    let old = text.get(range.clone()).unwrap_or_default();
    let begins = before.trim_end().chars().next_back().is_none_or(|c| matches!(c, '.' | '!' | '?'))
        || before.trim_end_matches(' ').ends_with('\n');
    let capital = begins && old.chars().next().is_some_and(char::is_uppercase);
    Edit { range, put: if capital { capitalised(put) } else { put.to_owned() } }
}

/// With a capital at the beginning.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The text after this edit.
pub fn edited(text: &str, edit: &Edit) -> String {
    let Edit { range, put } = edit;
    let (before, after) = (text.get(..range.start), text.get(range.end..));
    [before.unwrap_or(text), put.as_str(), after.unwrap_or_default()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_moves_with_the_text_round_it() {
        let old = "Ik ken Sanne al lang.";
        for (new, there) in [
            (old, Some("Sanne")),
            ("Hoi. Ik ken Sanne al lang.", Some("Sanne")),
            ("Ik ken Sanne al heel lang.", Some("Sanne")),
            ("ken Sanne al lang.", Some("Sanne")),
            ("Ik ken Sannes al lang.", Some("Sanne")),
            ("Ik ken Snne al lang.", None),
            ("", None),
            ("Iets heel anders 😀", None),
        ] {
            let found = carried(old, new, &(7..12)).map(|range| &new[range]);
            assert_eq!(found, there, "{new}");
        }
        assert_eq!(carried("é😀 Bo", "é😀😀 Bo", &(7..9)), Some(11..13));
        assert_eq!(carried("aaa", "aa", &(0..1)), Some(0..1));
    }

    #[test]
    fn other_words_fit_in_the_sentence() {
        for (text, old, put, new) in [
            ("Meneer De Graaf snapt mij.", "Meneer De Graaf", "mijn mentor", "Mijn mentor snapt mij."),
            ("meneer de graaf snapt mij.", "meneer de graaf", "mijn mentor", "mijn mentor snapt mij."),
            ("Hoi.\nSanne komt.", "Sanne", "[naam]", "Hoi.\n[naam] komt."),
            ("Ik ken Meneer X wel.", "Meneer X", "mijn mentor", "Ik ken mijn mentor wel."),
        ] {
            let start = text.find(old).unwrap_or_default();
            assert_eq!(edited(text, &fitted(text, start..start + old.len(), put)), new, "{text}");
        }
    }
}

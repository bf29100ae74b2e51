//! Handing back: a safer wording for a stretch of a post, which only its writer can agree to; and leaving out, which is
//! all that somebody else may do without the writer's yes (promise 4).

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation as _;

/// A facilitator's own sentence under a letter, also under a no, has at most so many graphemes.
pub const MAX_SENTENCE: usize = 300;

/// Other words in the place of a stretch of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Swap {
    /// Where the stretch begins, in Unicode code points.
    pub start: u32,
    /// Where it has ended.
    pub end: u32,
    /// The safer words; empty when it is better left out.
    pub instead: String,
}

/// A text, cut at a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut<'a> {
    /// What stands before the stretch.
    pub before: &'a str,
    /// The stretch.
    pub stretch: &'a str,
    /// What stands behind it.
    pub after: &'a str,
}

impl Swap {
    /// These words in the place of the first stretch that reads so.
    pub fn of(text: &str, stretch: &str, instead: &str) -> Option<Self> {
        let at = text.find(stretch).filter(|_| !stretch.is_empty())?;
        let count = |part: &str| u32::try_from(part.chars().count()).ok();
        let start = count(text.get(..at)?)?;
        Some(Self { start, end: start + count(stretch)?, instead: instead.to_owned() })
    }

    /// The text, cut at the stretch; `None` when there is no such stretch.
    pub fn cut<'a>(&self, text: &'a str) -> Option<Cut<'a>> {
        let place = |count: u32| {
            let count = usize::try_from(count).ok()?;
            text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(count)
        };
        let (start, end) = (place(self.start)?, place(self.end)?);
        let stretch = text.get(start..end).filter(|stretch| !stretch.is_empty())?;
        Some(Cut { before: text.get(..start)?, stretch, after: text.get(end..)? })
    }

    /// The text with the other words; `None` when there is no such stretch, or nothing would be different.
    pub fn apply(&self, text: &str) -> Option<String> {
        let Cut { before, stretch, after } = self.cut(text)?;
        (stretch != self.instead).then(|| [before, &self.instead, after].concat())
    }
}

/// Whether a text is another one with something left out, and nothing else: whole words, numbers and signs, in their
/// order. Only the space between them may be otherwise.
pub fn is_shortened(before: &str, after: &str) -> bool {
    let parts = |text| str::split_word_bounds(text).filter(|part| !part.trim().is_empty());
    let mut left = parts(before);
    let mut kept = 0;
    for part in parts(after) {
        if !left.any(|there| there == part) {
            return false;
        }
        kept += 1;
    }
    kept > 0 && kept < parts(before).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_swap_is_about_whole_letters_and_changes_something() {
        let text = "👩‍👩‍👧 … en Juf Marieke vindt dat ook.";
        let swap = Swap::of(text, "Juf Marieke", "mijn juf");
        assert_eq!(swap.as_ref().and_then(|it| it.apply(text)).as_deref(), Some("👩‍👩‍👧 … en mijn juf vindt dat ook."));
        let cut = swap.as_ref().and_then(|it| it.cut(text));
        assert_eq!(cut.map(|it| it.stretch), Some("Juf Marieke"));
        assert_eq!(Swap::of(text, "Juf Anna", "mijn juf"), None);
        assert_eq!(Swap::of(text, "", "iets"), None);
        for (start, end, instead) in
            [(3, 3, "x"), (4, 3, "x"), (0, 999, "x"), (999, 1_000, "x"), (u32::MAX, u32::MAX, "")]
        {
            assert_eq!(Swap { start, end, instead: instead.into() }.apply(text), None, "{start}..{end}");
        }
        assert_eq!(Swap { start: 0, end: 2, instead: "ab".into() }.apply("abc"), None, "nothing is different");
    }

    #[test]
    fn leaving_out_is_not_rewording() {
        let before = "Ik heet Sanne. Mijn nummer is 0612345678, en ik wil naar huis.";
        for (after, is) in [
            ("Ik wil naar huis.", true),
            ("En ik wil naar huis.", false),
            ("ik wil naar huis.", true),
            ("Ik heet. Mijn nummer is, en ik wil naar huis.", true),
            ("Ik heet .\n\nen ik wil naar  huis.", true),
            ("Ik heet Sanne. Mijn nummer is 0612345678, en ik wil naar huis.", false),
            ("Ik heet Sanne. Mijn nummer is 0612345678, en ik wil naar huis", true),
            ("Ik heet San. Mijn nummer is 06, en ik wil naar huis.", false),
            ("naar huis ik wil", false),
            ("Ik heet niet Sanne.", false),
            ("", false),
            ("  ", false),
        ] {
            assert_eq!(is_shortened(before, after), is, "{after:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(text in any::<String>(), other in any::<String>(), start in 0u32..40, end in 0u32..40) {
            let _ = Swap { start, end, instead: other.clone() }.apply(&text);
            let _ = is_shortened(&text, &other);
            let _ = Swap::of(&text, &other, "");
        }

        #[test]
        fn what_is_left_when_words_go_is_shortened(words in prop::collection::vec("[a-z]{1,6}", 2..12), keep in prop::collection::vec(any::<bool>(), 12)) {
            let kept: Vec<&str> = words.iter().zip(&keep).filter(|(_, keep)| **keep).map(|(word, _)| word.as_str()).collect();
            let expected = !kept.is_empty() && kept.len() < words.len();
            prop_assert_eq!(is_shortened(&words.join(" "), &kept.join(" ")), expected);
        }
    }
}

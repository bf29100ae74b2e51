//! Words as the search sees them: lower case, without accents. Pure.

use std::collections::BTreeSet;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A search looks for at most so many words; more narrow nothing down that these did not.
pub const MAX_SEARCH_WORDS: usize = 8;
/// A search has at most so many characters.
pub const MAX_SEARCH: usize = 200;
/// Longer words are cut: nobody types them, and an index must not hold a page as one word.
const MAX_WORD: usize = 40;

/// The different words of a text, folded: `Één vríend` gives `een` and `vriend`.
pub fn words(text: &str) -> BTreeSet<String> {
    let folded: String = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(MAX_WORD).collect())
        .collect()
}

/// The first folded words of what somebody searches; each is the beginning of a word.
pub fn wanted(search: &str) -> Vec<String> {
    words(search).into_iter().take(MAX_SEARCH_WORDS).collect()
}

/// Every word that begins with `prefix` sorts (by code point) from `prefix` up to and without this.
pub fn end_of_prefix(prefix: &str) -> String {
    format!("{prefix}{}", char::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_do_not_matter() {
        for spelling in ["Één vriend", "een VRIEND", "e\u{301}e\u{301}n, vríend!"] {
            assert_eq!(words(spelling), ["een", "vriend"].map(String::from).into(), "{spelling}");
        }
        assert_eq!(words("zo’n ĳsje: 10-jarige"), ["10", "ijsje", "jarige", "n", "zo"].map(String::from).into());
    }

    #[test]
    fn a_prefix_ends_after_every_word_that_begins_with_it() {
        let end = end_of_prefix("vri");
        assert!("vriend" < end.as_str() && "vrizzz" < end.as_str() && "vrj" > end.as_str());
    }
}

//! What counts as a text, and how long it is.
//!
//! Length is counted in extended grapheme clusters (Unicode Standard Annex 29): what a reader calls a letter.

use unicode_segmentation::UnicodeSegmentation;

/// A grapheme with more code points than this is no letter of any language or emoji, but an attack on the page.
/// The longest emoji sequences in use (families with skin tones) have eleven.
pub const MAX_CODE_POINTS_PER_GRAPHEME: usize = 16;

/// A heading is cut before it has more code points than this when the first sentence is longer.
pub const KEEP_SHORT: usize = 120;

/// Why a text cannot be taken as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing but white space.
    Empty,
    /// Too many graphemes: so many are there.
    TooLong(usize),
    /// A control character, or one that turns the direction of the text or hides in it.
    ControlCharacters,
    /// Combining marks heaped on one letter.
    TooManyMarks,
}

/// A text that may be stored: trimmed, with `\n` for line ends, without hidden characters, not too long.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Text(String);

impl Text {
    /// Takes a text of at most `max` graphemes.
    ///
    /// # Errors
    /// The first [`TextFault`] that applies.
    pub fn parse(raw: &str, max: usize) -> Result<Self, TextFault> {
        let text = raw.replace("\r\n", "\n");
        let text = text.trim();
        if text.is_empty() {
            return Err(TextFault::Empty);
        }
        if text.chars().any(is_hidden) {
            return Err(TextFault::ControlCharacters);
        }
        let mut length = 0;
        for grapheme in text.graphemes(true) {
            if grapheme.chars().nth(MAX_CODE_POINTS_PER_GRAPHEME).is_some() {
                return Err(TextFault::TooManyMarks);
            }
            length += 1;
        }
        if length > max {
            return Err(TextFault::TooLong(length));
        }
        Ok(Self(text.to_owned()))
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
}

/// How many graphemes `Text::parse` would count.
pub fn length(raw: &str) -> usize {
    raw.replace("\r\n", "\n").trim().graphemes(true).count()
}

/// Leaves out what [`Text::parse`] refuses and no reader would miss.
///
/// For the writing page: chat programs put invisible characters into copied text, and a writer cannot take out what
/// cannot be seen. The server does not use it; it refuses.
pub fn without_hidden(raw: &str) -> String {
    raw.replace("\r\n", "\n").chars().filter(|c| !is_hidden(*c)).collect()
}

/// A character that may not be in a text: controls (but for line end and tab), direction controls, invisible ones.
/// Zero-width joiner and variation selectors stay: emoji and several scripts need them.
fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        // Soft hyphen, Arabic letter mark, Mongolian vowel separator.
        '\u{ad}' | '\u{61c}' | '\u{180e}' => true,
        // Zero-width space; direction marks; embeddings and overrides; word joiner up to deprecated formats; BOM.
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => true,
        // Interlinear annotations, object replacement, tags.
        '\u{fff9}'..='\u{fffc}' | '\u{e0000}'..='\u{e0fff}' => true,
        other => other.is_control(),
    }
}

/// The first sentence of a text, without its line end. When it has more than `max` code points it is cut at the last blank
/// before, so that no word and no letter is broken; without a blank it stays whole.
///
/// Counts no graphemes on purpose: readers' phones then need no tables for them.
pub fn first_sentence(text: &str, max: usize) -> &str {
    let line_end = text.find('\n').unwrap_or(text.len());
    let mut previous_ends = false;
    let mut end = line_end;
    for (at, c) in text[..line_end].char_indices() {
        if previous_ends && c.is_whitespace() {
            end = at;
            break;
        }
        previous_ends =
            matches!(c, '.' | '!' | '?' | '…') || (previous_ends && matches!(c, '’' | '”' | '"' | '\'' | ')'));
    }
    let sentence = text[..end].trim_end();
    let Some((most, _)) = sentence.char_indices().nth(max) else { return sentence };
    sentence[..most].rfind(char::is_whitespace).map_or(sentence, |at| sentence[..at].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_refused() {
        for (raw, fault) in [
            ("", TextFault::Empty),
            (" \n\t ", TextFault::Empty),
            ("a\0b", TextFault::ControlCharacters),
            ("a\u{202e}b", TextFault::ControlCharacters),
            ("a\u{2068}b\u{2069}", TextFault::ControlCharacters),
            ("abcdef", TextFault::TooLong(6)),
            (&format!("a{}", "\u{301}".repeat(10_000)), TextFault::TooManyMarks),
        ] {
            assert_eq!(Text::parse(raw, 5), Err(fault), "{raw:?}");
        }
    }

    #[test]
    fn a_letter_is_what_a_reader_calls_a_letter() {
        for (raw, count) in [("één", 3), ("e\u{301}", 1), ("👩‍👩‍👧‍👦", 1), ("🇳🇱", 1), ("a\r\nb", 3), ("  hoi ", 3)]
        {
            assert_eq!(length(raw), count, "{raw:?}");
            assert!(Text::parse(raw, count).is_ok(), "{raw:?}");
        }
    }

    #[test]
    fn the_first_sentence_is_the_heading() {
        for (text, heading) in [
            ("Ik droom. En dan?", "Ik droom."),
            ("Zij vroeg: ‘Mag dat?’ Ja.", "Zij vroeg: ‘Mag dat?’"),
            ("Zonder punt", "Zonder punt"),
            ("Regel een\nregel twee", "Regel een"),
            ("Dat is 3.5 keer zo veel. Ja", "Dat is 3.5 keer zo veel."),
        ] {
            assert_eq!(first_sentence(text, KEEP_SHORT), heading);
        }
        assert_eq!(first_sentence("Ik wil naar huis", 14), "Ik wil naar");
        assert_eq!(first_sentence("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3), "👩‍👩‍👧‍👦👩‍👩‍👧‍👦");
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic_and_tidy_text_is_never_refused_for_hidden_characters(raw in any::<String>()) {
            let _ = Text::parse(&raw, 20);
            let _ = first_sentence(&raw, 7);
            let tidy = without_hidden(&raw);
            prop_assert_ne!(Text::parse(&tidy, usize::MAX).err(), Some(TextFault::ControlCharacters));
        }

        #[test]
        fn parsing_twice_changes_nothing(raw in any::<String>()) {
            if let Ok(text) = Text::parse(&raw, 1_000) {
                prop_assert_eq!(Text::parse(text.as_str(), 1_000), Ok(text.clone()));
                prop_assert_eq!(length(&raw), length(text.as_str()));
            }
        }
    }
}

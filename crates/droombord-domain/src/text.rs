//! What counts as a text, and how long it is.
//!
//! Length is counted in extended grapheme clusters (Unicode Standard Annex 29): what a reader calls a letter.

use unicode_segmentation::UnicodeSegmentation;

/// A grapheme with more code points than this is no letter of any language or emoji, but an attack on the page.
/// The longest emoji sequences in use (families with skin tones) have eleven.
pub const MAX_CODE_POINTS_PER_GRAPHEME: usize = 16;

/// Limit of one grapheme in bytes of UTF-8.
pub const MAX_GRAPHEME_BYTES: usize = 4 * MAX_CODE_POINTS_PER_GRAPHEME;

/// A heading is cut before it has more code points than this when the first sentence is longer.
pub const KEEP_SHORT: usize = 120;

/// Why a text cannot be taken as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing in it can be seen: see [`is_blank`].
    Empty,
    /// Too many graphemes: so many are there.
    TooLong(usize),
    /// A control character, or one that turns the direction of the text or hides in it.
    ControlCharacters,
    /// Combining marks heaped on one letter.
    TooManyMarks,
}

/// A text that may be stored: trimmed, with `\n` for every kind of line end, without hidden characters, not too long.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Text(String);

impl Text {
    /// Takes a text of at most `max` graphemes.
    ///
    /// # Errors
    /// The first [`TextFault`] that applies.
    pub fn parse(raw: &str, max: usize) -> Result<Self, TextFault> {
        if is_blank(raw) {
            return Err(TextFault::Empty);
        }
        let raw = raw.trim();
        if signs(raw).any(|(_, _, hidden)| hidden) {
            return Err(TextFault::ControlCharacters);
        }
        let text = without_hidden(raw);
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
        Ok(Self(text))
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
    without_hidden(raw).trim().graphemes(true).count()
}

/// Whether nobody can see anything in a text: white space, letters without a shape, marks without a letter, code points
/// that no font may know.
pub fn is_blank(raw: &str) -> bool {
    !raw.chars().any(is_visible)
}

/// The text with `\n` for every kind of line end, and without what [`Text::parse`] refuses and no reader would miss.
///
/// For the writing page: chat programs put invisible characters into copied text, and a writer cannot take out what
/// cannot be seen. The server turns line ends too, but refuses hidden characters.
pub fn without_hidden(raw: &str) -> String {
    cleaned(raw).into_iter().map(|(_, c)| c).collect()
}

/// The characters of [`without_hidden`], each with its byte in the raw text.
///
/// Words never grow together: where something was taken out that parts words, a space comes in its place.
pub fn cleaned(raw: &str) -> Vec<(usize, char)> {
    let mut kept: Vec<(usize, char)> = Vec::with_capacity(raw.len());
    let mut before = '\0';
    let mut parted = None;
    for (at, c, hidden) in signs(raw) {
        let second = c == '\n' && before == '\r';
        before = c;
        if hidden {
            if parts_words(c) {
                parted = parted.or(Some(at));
            }
            continue;
        }
        if second {
            continue;
        }
        let c = if ends_line(c) { '\n' } else { c };
        if let Some(gap) = parted.take()
            && !c.is_whitespace()
            && kept.last().is_some_and(|(_, last)| !last.is_whitespace())
        {
            kept.push((gap, ' '));
        }
        kept.push((at, c));
    }
    kept
}

/// Every character with its byte, and whether it may not be in a text.
fn signs(raw: &str) -> impl Iterator<Item = (usize, char, bool)> {
    let mut flag_ends = 0;
    raw.char_indices().map(move |(at, c)| {
        if c == BLACK_FLAG {
            flag_ends = end_of_flag(raw, at);
        }
        (at, c, is_hidden(c) && at >= flag_ends)
    })
}

const BLACK_FLAG: char = '\u{1f3f4}';

/// Where the tags behind a black flag have ended that make it the flag of a part of a country, such as Scotland: three to
/// six letters or figures and the closing tag (Unicode Technical Standard 51, annex C). Any other tags only hide.
fn end_of_flag(raw: &str, at: usize) -> usize {
    let tags = raw.get(at + BLACK_FLAG.len_utf8()..).unwrap_or_default();
    let region =
        tags.chars().take_while(|c| matches!(c, '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}')).count();
    let closed = tags.chars().nth(region) == Some('\u{e007f}');
    if closed && (3..=6).contains(&region) { at + (region + 2) * BLACK_FLAG.len_utf8() } else { at }
}

/// A line end of any program: CR, vertical tab, form feed, next line, line and paragraph separator (Unicode Standard, 5.8).
/// Of CR LF both are one.
fn ends_line(c: char) -> bool {
    matches!(c, '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A character that may not be in a text: controls (but for line ends and tab), direction controls, invisible ones.
/// Zero-width joiners and variation selectors stay: emoji and several scripts need them.
fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        // Soft hyphen, Arabic letter mark, Mongolian vowel separator.
        '\u{ad}' | '\u{61c}' | '\u{180e}' => true,
        // Zero-width space; direction marks; embeddings and overrides; word joiner up to deprecated formats; BOM.
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => true,
        // Interlinear annotations, object replacement, controls of shorthand and music, tags.
        '\u{fff0}'..='\u{fffc}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' => true,
        '\u{e0000}'..='\u{e0fff}' => true,
        other => other.is_control() && !ends_line(other),
    }
}

/// Whether words would grow together without this hidden character: what a control did is not known, and an object
/// replacement is the place of a picture.
fn parts_words(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fff9}'..='\u{fffc}')
}

/// Whether a character shows something by itself.
fn is_visible(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_graphic(),
        // Letters without a shape: fillers of Hangul, the empty pattern of braille, the null note head.
        '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{1d159}' => false,
        // Emoji, also those that are younger than the tables of this program.
        '\u{1f000}'..='\u{1faff}' => true,
        // What Rust shows as an escape is no character, nobody's, white space, or a mark; spacing marks it shows.
        _ => !is_hidden(c) && c.escape_debug().len() == 1 && String::from_iter(['a', c]).graphemes(true).count() == 2,
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
        previous_ends = matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔')
            || (previous_ends && matches!(c, '’' | '”' | '"' | '\'' | ')'));
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
            ("\u{200b}\u{202e}", TextFault::Empty),
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
    fn line_ends_of_every_program_are_line_ends() {
        for end in ["\n", "\r\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
            let raw = format!("{end}een{end}twee{end}{end}drie{end}");
            assert_eq!(Text::parse(&raw, 15).map(String::from).as_deref(), Ok("een\ntwee\n\ndrie"), "{end:?}");
            assert_eq!(without_hidden(&raw), "\neen\ntwee\n\ndrie\n", "{end:?}");
            assert_eq!(length(&raw), 14, "{end:?}");
        }
        assert_eq!(without_hidden("a\r\r\n\nb\n\rc"), "a\n\n\nb\n\nc");
    }

    #[test]
    fn a_flag_keeps_its_country_and_other_tags_go() {
        let flag = |region: &str| -> String {
            let tags = region.bytes().filter_map(|b| char::from_u32(0xe_0000 + u32::from(b)));
            [BLACK_FLAG].into_iter().chain(tags).chain(['\u{e007f}']).collect()
        };
        for region in ["gbsct", "gbeng", "gbwls", "ustx", "fr75"] {
            let text = format!("Ik kom uit {}!", flag(region));
            assert_eq!(without_hidden(&text), text, "{region}");
            assert_eq!(Text::parse(&text, 13).map(String::from), Ok(text), "{region}");
        }
        let open: String = flag("gbsct").chars().take(6).collect();
        for (text, left) in [
            (flag(""), "🏴".to_owned()),
            (flag("geheime boodschap"), "🏴".to_owned()),
            (flag("GBSCT"), "🏴".to_owned()),
            (open, "🏴".to_owned()),
            (flag("gbsct").replace(BLACK_FLAG, "a"), "a".to_owned()),
            (flag("gbsct").repeat(2) + "\u{e0061}", flag("gbsct").repeat(2)),
        ] {
            assert_eq!(without_hidden(&text), left, "{text:?}");
            assert_eq!(Text::parse(&text, 9), Err(TextFault::ControlCharacters), "{text:?}");
        }
    }

    #[test]
    fn what_nobody_can_see_is_empty() {
        let nothing = [
            "\u{115f}",
            "\u{1160}",
            "\u{3164}",
            "\u{ffa0}",
            "\u{2800}",
            "\u{ad}",
            "\u{200b}",
            "\u{200c}",
            "\u{200d}",
            "\u{2060}",
            "\u{feff}",
            "\u{180e}",
            "\u{61c}",
            "\u{200f}",
            "\u{202e}",
            "\u{2066}",
            "\u{34f}",
            "\u{17b4}",
            "\u{e0067}\u{e0062}\u{e007f}",
            "\u{301}",
            "\u{903}",
            "\u{20e3}",
            "\u{fe0f}",
            "\u{e0100}",
            "\u{e000}",
            "\u{f8ff}",
            "\u{f0000}",
            "\u{10fffd}",
            "\u{378}",
            "\u{ffff}",
            "\u{fdd0}",
            "\u{50000}",
            "\u{fffc}",
            "\u{fff9}",
            "\t",
            "\n",
            "\r",
            "\u{b}",
            "\u{85}",
            "\u{2028}",
            "\u{a0}",
            "\u{2003}",
            "\u{3000}",
            "\u{202f}",
            "\u{1680}",
            "\0",
            "\u{7f}",
            "\u{9b}",
            "\u{1d159}",
            "\u{1d173}",
        ];
        for one in nothing.iter().copied().chain([nothing.concat().as_str()]) {
            for raw in [one.to_owned(), one.repeat(3), format!(" {one}\n{one}")] {
                assert!(is_blank(&raw), "{raw:?}");
                assert_eq!(Text::parse(&raw, 1_000), Err(TextFault::Empty), "{raw:?}");
                assert_eq!(Text::parse(&without_hidden(&raw), 1_000), Err(TextFault::Empty), "{raw:?}");
            }
        }
        for seen in [
            "a",
            ".",
            "1",
            "é",
            "e\u{301}",
            "ن",
            "中",
            "👍",
            "👍🏽",
            "\u{1f3fd}",
            "🇳🇱",
            "❤\u{fe0f}",
            "ᅡ",
            "¶",
            "…",
            "\u{fffd}",
        ] {
            assert!(!is_blank(seen) && Text::parse(seen, 1).is_ok(), "{seen:?}");
        }
    }

    #[test]
    fn words_never_grow_together() {
        for (raw, clean) in [
            ("een\u{1f}twee", "een twee"),
            ("een\u{fffc}\u{200b}twee", "een twee"),
            ("een \u{fffc}twee\u{fffc} drie\u{fffc}", "een twee drie"),
            ("\0een\0", "een"),
            // What touches in the field goes on touching.
            ("af\u{ad}breken, jeugd\u{200b}zorg", "afbreken, jeugdzorg"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("👩\u{200d}👧 ❤\u{fe0f}", "👩\u{200d}👧 ❤\u{fe0f}"),
        ] {
            assert_eq!(without_hidden(raw), clean, "{raw:?}");
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
            ("لماذا نحن؟ لا أحد يجيب.", "لماذا نحن؟"),
            ("Regel een\nregel twee", "Regel een"),
            ("Dat is 3.5 keer zo veel. Ja", "Dat is 3.5 keer zo veel."),
        ] {
            assert_eq!(first_sentence(text, KEEP_SHORT), heading);
        }
        assert_eq!(first_sentence("Ik wil naar huis", 14), "Ik wil naar");
        assert_eq!(first_sentence("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3), "👩‍👩‍👧‍👦👩‍👩‍👧‍👦");
    }

    /// Signs that other programs leave in a text, among letters.
    fn odd_text() -> impl Strategy<Value = String> {
        let signs = [
            "a",
            "b",
            " ",
            "\n",
            "\r",
            "\r\n",
            "\u{b}",
            "\u{c}",
            "\u{85}",
            "\u{2028}",
            "\u{2029}",
            "\t",
            "\0",
            "\u{1f}",
            "\u{ad}",
            "\u{200b}",
            "\u{200c}",
            "\u{200d}",
            "\u{202e}",
            "\u{2069}",
            "\u{fffc}",
            "\u{fff9}",
            "\u{301}",
            "\u{fe0f}",
            "🏴",
            "\u{e0067}",
            "\u{e0062}",
            "\u{e0065}",
            "\u{e007f}",
            "👍",
            "\u{2800}",
            "\u{3164}",
            "\u{e000}",
            "\u{a0}",
            "ن",
        ];
        prop::collection::vec(
            prop_oneof![9 => prop::sample::select(signs.to_vec()).prop_map(str::to_owned), 1 => "\\PC"],
            0..40,
        )
        .prop_map(|all| all.concat())
    }

    proptest! {
        #[test]
        fn what_is_cleaned_is_what_is_stored(raw in odd_text()) {
            let clean = without_hidden(&raw);
            prop_assert!(clean.len() <= raw.len() && clean.chars().count() <= raw.chars().count(), "it grows");
            prop_assert_eq!(&without_hidden(&clean), &clean);
            match Text::parse(&clean, 1_000) {
                Ok(text) => {
                    prop_assert_eq!(text.as_str(), clean.trim());
                    prop_assert_eq!(length(&raw), text.as_str().graphemes(true).count());
                    // The server takes it as it was, or says what is wrong: it never stores other words.
                    let there = Text::parse(&raw, 1_000);
                    prop_assert!(there == Ok(text) || there == Err(TextFault::ControlCharacters));
                }
                Err(fault) => prop_assert!(matches!(fault, TextFault::Empty | TextFault::TooManyMarks), "{:?}", fault),
            }
        }

        #[test]
        fn the_places_of_what_is_kept_rise_and_words_stay_apart(raw in odd_text()) {
            let kept = cleaned(&raw);
            prop_assert!(kept.windows(2).all(|two| two[0].0 < two[1].0));
            for (at, c) in &kept {
                let there = raw.get(*at..).and_then(|rest| rest.chars().next());
                prop_assert!(there == Some(*c) || *c == '\n' || *c == ' ', "{:?}", there);
            }
            let apart = |text: &str| text.split(|c: char| c.is_whitespace() || parts_words(c)).filter(|word| word.contains(['a', 'b'])).count();
            prop_assert_eq!(apart(&raw), apart(&without_hidden(&raw)));
        }

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

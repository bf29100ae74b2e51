//! The first name by which somebody signs an answer: one name, without anything by which a person can be looked up.
//!
//! The shape alone is looked at here; which words are surnames, the guard knows on the server.

use crate::{
    organisation::line,
    problem::{FieldCode, FieldError},
};
use unicode_segmentation::UnicodeSegmentation;

/// A first name has at most so many graphemes.
pub const MAX_FIRST_NAME: usize = 30;
/// "Jan Willem": a name has at most so many words.
const MAX_NAMES: usize = 2;
/// What stands before or inside a surname, and is no name of its own beside another.
const PARTICLES: [&str; 17] =
    ["van", "von", "de", "den", "der", "het", "'t", "ten", "ter", "te", "el", "al", "da", "di", "du", "la", "le"];

/// Reads a first name: letters of any script with their marks, one hyphen or apostrophe between letters, at most two words.
///
/// # Errors
/// With `contact_details` when figures or an at sign are in it; `invalid` when it is no first name, or looks like one with a
/// surname; else what every line of text is refused for.
pub fn first_name(field: &str, raw: &str) -> Result<String, FieldError> {
    let name = line(field, raw, MAX_FIRST_NAME)?;
    let refused = |code| Err(FieldError::new(field, code));
    if name.contains(|c: char| c.is_numeric() || c == '@') {
        return refused(FieldCode::ContactDetails);
    }
    let words: Vec<&str> = name.split(' ').collect();
    let alone = words.len() == 1;
    let is_name = |word: &&str| is_word(word) && (alone || !is_of_surname(word));
    if words.len() > MAX_NAMES || !words.iter().all(is_name) {
        return refused(FieldCode::Invalid);
    }
    Ok(name)
}

/// The parts of a name between blanks and hyphens.
pub fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', '-', '\u{2010}', '\u{2011}']).filter(|part| !part.is_empty())
}

/// Whether a word is letters with their marks, a hyphen or an apostrophe only beside one, and more than an initial.
fn is_word(word: &str) -> bool {
    let mut after_letter = None;
    let fits = word.graphemes(true).all(|letter| {
        let is_letter = letter.starts_with(char::is_alphabetic);
        let fits = match letter {
            "-" | "\u{2010}" | "\u{2011}" => after_letter == Some(true),
            "'" | "’" | "‘" => after_letter != Some(false),
            _ => is_letter,
        };
        after_letter = Some(is_letter);
        fits
    });
    fits && after_letter == Some(true) && !(word.len() == 1 && word.is_ascii())
}

fn is_of_surname(word: &str) -> bool {
    let word = word.to_lowercase().replace('’', "'");
    PARTICLES.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_names_as_people_have_them() {
        for name in [
            "Samira",
            "Jan Willem",
            "Anne-Marie",
            "Sjoukje",
            "Tsjikke",
            "Wytske",
            "Jûn",
            "Zoë",
            "Zoe\u{308}",
            "Şeyma",
            "S\u{327}eyma",
            "Çağla",
            "İlknur",
            "Iğdır",
            "Noël",
            "D'Angelo",
            "D’Angelo",
            "Ma'ruf",
            "O’Neal",
            "محمد",
            "مُحَمَّد",
            "عبد الرحمن",
            "Łucja",
            "Nguyễn",
            "Ольга",
            "李",
            "Bo",
            "Ab",
            "El",
            "Ye-jin",
            "प्रिया",
            "Al",
        ] {
            assert_eq!(first_name("by_name", name).as_deref(), Ok(name));
            assert_eq!(first_name("by_name", &format!("  {name}\n")).as_deref(), Ok(name), "white space is made even");
        }
        assert_eq!(first_name("by_name", "Jan   Willem").as_deref(), Ok("Jan Willem"));
        assert!(first_name("by_name", &"a\u{301}".repeat(MAX_FIRST_NAME)).is_ok(), "graphemes are counted");
    }

    #[test]
    fn nothing_else_is_a_first_name() {
        use FieldCode::{ContactDetails, ControlCharacters, Empty, Invalid, TooLong};
        for (name, code) in [
            ("", Empty),
            (" \n ", Empty),
            (&"a".repeat(MAX_FIRST_NAME + 1), TooLong),
            ("Sam\u{202e}ira", ControlCharacters),
            ("06 12345678", ContactDetails),
            ("Samira ٠٦", ContactDetails),
            ("samira@voorbeeld.nl", ContactDetails),
            ("@samira", ContactDetails),
            ("Samira, teamleider", Invalid),
            ("Samira B.", Invalid),
            ("S. Bakker", Invalid),
            ("Samira B", Invalid),
            ("S", Invalid),
            ("Samira de Vries", Invalid),
            ("De Vries", Invalid),
            ("Van Dijk", Invalid),
            ("Samira van", Invalid),
            ("'t Hart", Invalid),
            ("Samira El Amrani", Invalid),
            ("el Amrani", Invalid),
            ("voorbeeld.nl", Invalid),
            ("Samira/Kim", Invalid),
            ("Samira_x", Invalid),
            ("-Samira", Invalid),
            ("Samira-", Invalid),
            ("Anne--Marie", Invalid),
            ("Samira'", Invalid),
            ("'", Invalid),
            ("Samira 😀", Invalid),
            ("😀", Invalid),
            ("<b>Samira", Invalid),
        ] {
            assert_eq!(
                first_name("by_name", name).map_err(|it| (it.field, it.code)),
                Err(("by_name".to_owned(), code)),
                "{name}"
            );
        }
    }

    #[test]
    fn a_name_has_parts() {
        assert_eq!(parts("Anne-Marie Bo").collect::<Vec<_>>(), ["Anne", "Marie", "Bo"]);
    }
}

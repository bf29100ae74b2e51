//! The name of an account: how it is shown, how it is compared, and whether it only looks like another.

use droombord_domain::{
    draft::text_error,
    problem::FieldError,
    staff::MAX_ACCOUNT_NAME,
    text::{Text, TextFault},
};
use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;

/// A name that may be given to an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountName(String);

impl AccountName {
    /// Takes a name as typed; white space is made even.
    ///
    /// # Errors
    /// One [`FieldError`] on the field `name`.
    pub fn parse(raw: &str) -> Result<Self, FieldError> {
        let fault = |fault: TextFault| text_error("name", fault, MAX_ACCOUNT_NAME);
        Text::parse(&even(raw), MAX_ACCOUNT_NAME).map(|text| Self(text.into())).map_err(fault)
    }

    /// As it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is compared.
    pub fn folded(&self) -> String {
        folded(&self.0)
    }
}

/// A typed name as it is compared: the same whatever the case, the width and the way in which an accent was typed. It
/// takes any input, also what could never be a name, and cuts it: nobody's name is that long.
pub fn folded(raw: &str) -> String {
    even(raw).nfkc().take(MAX_ACCOUNT_NAME * 16).flat_map(char::to_lowercase).collect()
}

/// What a name looks like: the same for names that nobody can tell apart by looking (Unicode Technical Standard 39). Not for showing,
/// nor for signing in: only a name that is new is compared in this way.
pub fn look(name: &str) -> String {
    // Letters that are empty places.
    let shown = name.replace(['\u{115f}', '\u{1160}', '\u{2800}', '\u{3164}', '\u{ffa0}'], " ");
    // Before the case is made one, since a capital I looks like an l, and after it for what only small letters look like. An i is the
    // small form of that capital: all three are one.
    let first: String = skeleton(&even(&shown).nfkc().collect::<String>()).collect();
    even(&skeleton(&first.to_lowercase()).map(|c| if c == 'i' { 'l' } else { c }).collect::<String>())
}

fn even(raw: &str) -> String {
    raw.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_however_it_is_typed() {
        for typed in ["Zoë  de Vries", " zoe\u{308} DE vries ", "ＺＯË de vries"] {
            assert_eq!(folded(typed), "zoë de vries");
        }
        assert_eq!(AccountName::parse(" Zoë  de Vries ").map(|name| name.0), Ok("Zoë de Vries".to_owned()));
    }

    #[test]
    fn names_that_only_look_alike_have_one_look() {
        for (one, other) in [
            ("Sam", "S\u{430}m"),
            ("SAM", "\u{405}\u{410}\u{41c}"),
            ("Sam", "Ｓam"),
            ("Sam", "Sa\u{200b}m"),
            ("Sam", "Sa\u{ad}m\u{2060}"),
            ("Sam de Wit", "Sam  de\u{a0}Wit"),
            ("Sam de Wit", "Sam\u{3164}de Wit"),
            ("Sam", "sAM"),
            ("Zoë", "Zoe\u{308}"),
            ("Iris", "lris"),
            ("Iris", "1ris"),
            ("Iris", "lRIS"),
            ("Iris", "IR\u{406}S"),
            ("Huis", "HUIS"),
            ("Joost", "J00st"),
            ("Tim", "Tirn"),
            ("O'Brien", "O\u{2019}Brien"),
            ("Anne-Marie", "Anne\u{2010}Marie"),
            ("Eva", "\u{395}va"),
        ] {
            assert_eq!(look(one), look(other), "{one} {other:?}");
        }
        for (one, other) in [("Sam", "Sem"), ("Zoë", "Zoe"), ("Anna", "Hanna"), ("Sam 1", "Sam 2"), ("Kim", "Kirn.")] {
            assert_ne!(look(one), look(other), "{one} {other}");
        }
    }

    #[test]
    fn what_cannot_be_a_name() {
        for raw in ["", "  ", "a\u{202e}b", &"a".repeat(61)] {
            assert!(AccountName::parse(raw).is_err(), "{raw:?}");
        }
        assert!(folded(&"a".repeat(100_000)).len() < 2_000);
    }
}

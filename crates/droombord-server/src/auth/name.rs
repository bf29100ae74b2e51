//! The name of an account: how it is shown, and how it is compared.

use droombord_domain::{
    draft::text_error,
    problem::FieldError,
    staff::MAX_ACCOUNT_NAME,
    text::{Text, TextFault},
};
use unicode_normalization::UnicodeNormalization;

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
    fn what_cannot_be_a_name() {
        for raw in ["", "  ", "a\u{202e}b", &"a".repeat(61)] {
            assert!(AccountName::parse(raw).is_err(), "{raw:?}");
        }
        assert!(folded(&"a".repeat(100_000)).len() < 2_000);
    }
}

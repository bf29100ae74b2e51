//! Keywords, chosen by facilitators when they publish.

use crate::{
    draft::text_error,
    post::Direction,
    problem::{FieldCode, FieldError},
    text::Text,
};
use serde::{Deserialize, Serialize};

/// At most so many keywords stand with one post.
pub const MAX_KEYWORDS: usize = 5;
/// A keyword has at most so many graphemes.
pub const MAX_KEYWORD_LENGTH: usize = 30;

/// Keywords that name a pattern and no case. A post about turning something back is placed with one of them at least.
pub const PATTERNS: [&str; 10] = [
    "besluit zonder gesprek",
    "te snel besloten",
    "niet opnieuw gekeken",
    "plek zonder overleg",
    "contact beperkt",
    "afspraak niet nagekomen",
    "niet geluisterd",
    "verkeerd begrepen",
    "fout in het dossier",
    "regel zonder reden",
];

/// Whether a post with this direction lacks the pattern that it needs before it is placed.
pub fn lacks_pattern<'a>(direction: Option<Direction>, mut keywords: impl Iterator<Item = &'a str>) -> bool {
    direction == Some(Direction::TurnBack) && !keywords.any(|word| PATTERNS.contains(&word))
}

/// One keyword: lower case, single spaces, no line ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Keyword(String);

impl Keyword {
    /// Takes a keyword as typed: case and white space are made even.
    ///
    /// # Errors
    /// One [`FieldError`] on the field `keywords`.
    pub fn parse(raw: &str) -> Result<Self, FieldError> {
        let even = raw.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        Text::parse(&even, MAX_KEYWORD_LENGTH)
            .map(|text| Self(text.into()))
            .map_err(|fault| text_error("keywords", fault, MAX_KEYWORD_LENGTH))
    }

    /// Takes a keyword out of an address that the app wrote, as it stands there. What somebody typed in its place finds
    /// nothing, or is made even by the server. Readers' phones then need no tables of the world's letters.
    pub fn from_address(raw: &str) -> Option<Self> {
        let tidy = !raw.trim().is_empty() && !raw.chars().any(char::is_control);
        (tidy && raw.chars().count() <= 4 * MAX_KEYWORD_LENGTH).then(|| Self(raw.trim().to_owned()))
    }

    /// Takes the keywords of one post; doubles fall together.
    ///
    /// # Errors
    /// Every error at once.
    pub fn parse_all(raw: &[String]) -> Result<Vec<Self>, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut keywords = Vec::new();
        for one in raw {
            match Self::parse(one) {
                Ok(keyword) if keywords.contains(&keyword) => {}
                Ok(keyword) => keywords.push(keyword),
                Err(error) => errors.push(error),
            }
        }
        if keywords.len() > MAX_KEYWORDS {
            errors.push(FieldError::past_limit("keywords", FieldCode::TooMany, MAX_KEYWORDS, keywords.len()));
        }
        if errors.is_empty() { Ok(keywords) } else { Err(errors) }
    }

    /// Whether it names a pattern (see [`PATTERNS`]).
    pub fn is_pattern(&self) -> bool {
        PATTERNS.contains(&self.as_str())
    }

    /// The word itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_spaces_are_made_even_and_doubles_fall_together() {
        let keywords = Keyword::parse_all(&["  Vaste   Begeleider ".into(), "vaste begeleider".into()]);
        assert_eq!(keywords, Ok(vec![Keyword("vaste begeleider".into())]));
    }

    #[test]
    fn every_pattern_is_a_keyword_as_it_stands() {
        for pattern in PATTERNS {
            assert_eq!(Keyword::parse(pattern), Ok(Keyword(pattern.into())));
        }
    }

    #[test]
    fn what_must_be_turned_back_and_nothing_else_needs_a_pattern() {
        for (direction, keywords, lacks) in [
            (Some(Direction::TurnBack), &[][..], true),
            (Some(Direction::TurnBack), &["besluit", "gesprek"], true),
            (Some(Direction::TurnBack), &["besluit", "besluit zonder gesprek"], false),
            (Some(Direction::Stop), &[], false),
            (Some(Direction::Start), &["besluit"], false),
            (None, &[], false),
        ] {
            assert_eq!(lacks_pattern(direction, keywords.iter().copied()), lacks, "{direction:?} {keywords:?}");
        }
    }

    #[test]
    fn five_is_the_most() {
        let six: Vec<String> = (0..6).map(|n| format!("woord {n}")).collect();
        assert_eq!(Keyword::parse_all(&six).err().map(|e| e[0].code), Some(FieldCode::TooMany));
        assert!(Keyword::parse_all(&six[..5]).is_ok());
    }
}

//! Participating care organisations, in groups: who can be asked for an answer, and who promises.

use crate::{
    draft::text_error,
    problem::{FieldCode, FieldError},
    text::Text,
};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use uuid::Uuid;

/// An organisation's name has at most so many graphemes.
pub const MAX_ORGANISATION_NAME: usize = 80;
/// Groups are counted from 1 up to this one.
pub const MAX_GROUP: u32 = 99;

/// An organisation where it is named beside something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrganisationRef {
    /// Which one.
    pub id: Uuid,
    /// Its name as of now.
    pub name: String,
}

/// A participating organisation, as everybody sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Organisation {
    /// Which one.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// The group in which it joined: the first, the second…
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 99))]
    pub group: u32,
    /// It takes part; nothing new is asked of one that does not.
    pub active: bool,
    /// A fictional sample.
    pub sample: bool,
}

/// What an administrator fills in. Changing sends all of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OrganisationForm {
    /// Its name: unique, whatever the case.
    pub name: String,
    /// From 1.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 99))]
    pub group: u32,
    /// Whether it takes part; it does when this is not said.
    #[serde(default = "yes")]
    pub active: bool,
}

const fn yes() -> bool {
    true
}

/// A mail address has at most so many bytes (RFC 5321 section 4.5.3.1.3, without the angle brackets).
pub const MAX_MAIL: usize = 254;

/// The functional mail address of an organisation, for the mail that reminds it. Administrators alone know it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OrganisationMail {
    /// The address; empty when there is none.
    #[cfg_attr(feature = "openapi", schema(max_length = 254))]
    pub mail: String,
}

/// An organisation that may be stored. Only [`OrganisationForm::parse`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOrganisation {
    name: String,
    group: u32,
    active: bool,
}

impl OrganisationForm {
    /// Reads every field and reports every error at once; white space in the name is made even.
    ///
    /// # Errors
    /// All fields that are not right, with codes.
    pub fn parse(&self) -> Result<NewOrganisation, Vec<FieldError>> {
        let Self { name, group, active } = self;
        let name = line("name", name, MAX_ORGANISATION_NAME);
        let group = if (1..=MAX_GROUP).contains(group) {
            Ok(*group)
        } else {
            Err(FieldError::new("group", FieldCode::UnknownValue))
        };
        match (name, group) {
            (Ok(name), Ok(group)) => Ok(NewOrganisation { name, group, active: *active }),
            (name, group) => Err(name.err().into_iter().chain(group.err()).collect()),
        }
    }
}

impl NewOrganisation {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its group.
    pub const fn group(&self) -> u32 {
        self.group
    }

    /// Whether it takes part.
    pub const fn active(&self) -> bool {
        self.active
    }
}

/// The `meta` element of writers' pages that has the names, one a line: the guard on the phone knows them by it.
pub const ORGANISATIONS_META: &str = "droombord-organisations";
/// Words before the name that people use: "Vlierpad" for "Stichting Jeugdhulp Vlierpad".
const BEFORE_THE_NAME: &str = "stichting organisatie jeugdhulp jeugdzorg jeugdbescherming zorggroep zorg ggz";

/// The names of participating organisations, to tell them apart in a text from a place where somebody lives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationNames(Vec<String>);

impl OrganisationNames {
    /// Takes names as they are registered; what stands behind a name in brackets is no part of it.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let bare = |name: &'a str| name.split(" (").next().unwrap_or(name).trim().to_owned();
        Self(names.into_iter().map(bare).filter(|name| !name.is_empty()).collect())
    }

    /// What of a text is one of them.
    pub fn in_text<'a>(&'a self, text: &'a str) -> NamesIn<'a> {
        NamesIn { names: self, text, places: self.places(text) }
    }

    /// Where a text has one of them, in bytes, in capitals or not.
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let starts = || text.char_indices().map(|(at, _)| at).filter(|at| is_border(text, *at));
        let place = |name: &str, at: usize| {
            let rest = text.get(at..)?;
            let mut letters = rest.char_indices();
            let same = name.chars().all(|c| letters.next().is_some_and(|(_, other)| lower(c).eq(lower(other))));
            let end = letters.next().map_or(text.len(), |(long, _)| at + long);
            (same && is_border(text, end)).then(|| from_foundation(text, at)..end)
        };
        self.0.iter().flat_map(|name| starts().filter_map(move |at| place(name, at))).collect()
    }

    /// Whether these words alone are how people call one of them.
    fn holds_short(&self, words: &str) -> bool {
        self.0.iter().any(|name| {
            let mut rest = name.as_str();
            while let Some((first, more)) = rest.split_once(' ')
                && BEFORE_THE_NAME.split(' ').any(|word| word == first.to_lowercase())
            {
                rest = more;
            }
            rest.chars().flat_map(lower).eq(words.chars().flat_map(lower))
        })
    }
}

/// The names of organisations in one text.
#[derive(Clone, Debug)]
pub struct NamesIn<'a> {
    names: &'a OrganisationNames,
    text: &'a str,
    places: Vec<Range<usize>>,
}

impl NamesIn<'_> {
    /// Whether a stretch of the text, in bytes, stands inside a name. What looks like the address of a house or like an institution
    /// may also be the short name.
    pub fn cover(&self, stretch: &Range<usize>, is_place: bool) -> bool {
        let is_short = || self.text.get(stretch.clone()).is_some_and(|words| self.names.holds_short(words));
        self.places.iter().any(|name| name.start <= stretch.start && stretch.end <= name.end) || is_place && is_short()
    }
}

fn lower(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase()
}

/// Whether no word goes on here.
fn is_border(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !(is_letter(before.chars().next_back()) && is_letter(after.chars().next()))
}

/// Where the name begins with "Stichting" before it.
fn from_foundation(text: &str, at: usize) -> usize {
    const WORD: &str = "stichting ";
    let start = at.checked_sub(WORD.len()).filter(|start| {
        text.get(*start..at).is_some_and(|before| before.eq_ignore_ascii_case(WORD)) && is_border(text, *start)
    });
    start.unwrap_or(at)
}

/// A text of one line: white space is made even.
pub(crate) fn line(field: &str, raw: &str, max: usize) -> Result<String, FieldError> {
    let even = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    Text::parse(&even, max).map(String::from).map_err(|fault| text_error(field, fault, max))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisations_are_known_in_a_text_by_their_whole_name() {
        let names = OrganisationNames::of(["Jeugdhulp Vlierpad (voorbeeld)", "Élan", ""]);
        for (text, found) in [
            ("Ik woon bij Jeugdhulp Vlierpad.", &["Jeugdhulp Vlierpad"][..]),
            ("jeugdhulp vlierpad en JEUGDHULP VLIERPAD", &["jeugdhulp vlierpad", "JEUGDHULP VLIERPAD"]),
            ("Stichting Jeugdhulp Vlierpad", &["Stichting Jeugdhulp Vlierpad"]),
            ("Mijn stichting, Jeugdhulp Vlierpad", &["Jeugdhulp Vlierpad"]),
            ("Ik woon op Vlierpad 14.", &[]),
            ("Jeugdhulp Vlierpaden", &[]),
            ("élan! 😀", &["élan"]),
            ("", &[]),
        ] {
            let places = names.places(text);
            assert_eq!(places.iter().map(|place| &text[place.clone()]).collect::<Vec<_>>(), found, "{text}");
        }
        for (words, short) in
            [("Vlierpad", true), ("vlierpad", true), ("Jeugdhulp Vlierpad", false), ("Vlier", false), ("", false)]
        {
            assert_eq!(names.holds_short(words), short, "{words}");
            let place = names.in_text(words).cover(&(0..words.len()), true);
            assert_eq!(place, short || words == "Jeugdhulp Vlierpad", "{words}");
        }
        let text = "Stichting Jeugdhulp Vlierpad 14";
        let named = names.in_text(text);
        assert!(named.cover(&(20..28), false) && !named.cover(&(20..31), true), "with a number it is an address");
    }

    #[test]
    fn a_name_and_a_group_make_an_organisation() {
        for (name, group, codes) in [
            (" Jeugdhulp  Vlierpad ", 1, vec![]),
            ("", 0, vec![("name", FieldCode::Empty), ("group", FieldCode::UnknownValue)]),
            ("Vlierpad", 100, vec![("group", FieldCode::UnknownValue)]),
            (&"a".repeat(81), 99, vec![("name", FieldCode::TooLong)]),
        ] {
            let parsed = OrganisationForm { name: name.into(), group, active: true }.parse();
            let found: Vec<_> = parsed.as_ref().err().into_iter().flatten().map(|it| (&*it.field, it.code)).collect();
            assert_eq!(found, codes, "{name}");
            assert!(parsed.is_err() || parsed.is_ok_and(|it| it.name() == "Jeugdhulp Vlierpad"));
        }
    }
}

//! Participating care organisations, in groups: who can be asked for an answer, and who promises.

use crate::{
    draft::text_error,
    problem::{FieldCode, FieldError},
    text::Text,
};
use serde::{Deserialize, Serialize};
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

/// A text of one line: white space is made even.
pub(crate) fn line(field: &str, raw: &str, max: usize) -> Result<String, FieldError> {
    let even = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    Text::parse(&even, max).map(String::from).map_err(|fault| text_error(field, fault, max))
}

#[cfg(test)]
mod tests {
    use super::*;

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

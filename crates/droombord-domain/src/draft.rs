//! From what somebody filled in to what may be stored: parse, don't validate.
//!
//! The form and the server use the same [`Draft::parse`]; the store takes only its result.

use crate::{
    post::{AgeBand, Direction, Kind, Lang, PostBody, Region, Role},
    problem::{FieldCode, FieldError},
    text::{Text, TextFault},
};
use serde::{Deserialize, Serialize};

/// What the form holds and `POST /api/posts` takes. Codes are plain strings here, so that all errors come at once.
///
/// There is no field for a name, an address or any other contact (promise 2), and unknown fields are refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Draft {
    /// [`Kind`]; must be chosen. `reply` only to change one: it is sent as a [`ReplyDraft`].
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Kind, required = true))]
    pub kind: Option<String>,
    /// [`Direction`].
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Direction>))]
    pub direction: Option<String>,
    /// The words. A dream has at most 1,000 graphemes, a story 3,000.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, required = true, min_length = 1))]
    pub text: Option<String>,
    /// [`Lang`]; Dutch when it is not said.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Lang>))]
    pub lang: Option<String>,
    /// [`Role`].
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Role>))]
    pub role: Option<String>,
    /// Written down for somebody else.
    #[serde(default)]
    pub on_behalf: bool,
    /// [`AgeBand`]; only with the role `young_person`.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<AgeBand>))]
    pub age_band: Option<String>,
    /// [`Region`].
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Region>))]
    pub region: Option<String>,
    /// The writer asks that a facilitator looks at once. Heeded when the server's own guard sees danger in the words, else ignored: nobody
    /// gets before others by it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub alert: bool,
}

/// A post that may be stored. Only [`Draft::parse`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPost {
    body: PostBody,
    alert: bool,
}

impl NewPost {
    /// The words and choices.
    pub fn body(&self) -> &PostBody {
        &self.body
    }

    /// Whether the writer asks that a facilitator looks at once.
    pub fn asks_alert(&self) -> bool {
        self.alert
    }

    /// The same without that question.
    #[must_use]
    pub fn without_alert(self) -> Self {
        Self { alert: false, ..self }
    }

    /// The words and choices, to keep.
    pub fn into_body(self) -> PostBody {
        self.body
    }
}

impl Draft {
    /// Reads every field and reports every error at once, in the order of the form.
    ///
    /// # Errors
    /// All fields that are not right, with codes.
    pub fn parse(&self) -> Result<NewPost, Vec<FieldError>> {
        let mut errors = Vec::new();
        let kind = choice(&mut errors, "kind", self.kind.as_deref(), Kind::from_code);
        if kind.is_none() && self.kind.is_none() {
            errors.push(FieldError::new("kind", FieldCode::Missing));
        }
        let direction = choice(&mut errors, "direction", self.direction.as_deref(), Direction::from_code);
        // Without a kind the longer limit holds: one error a cause.
        let max = kind.unwrap_or(Kind::Story).max_length();
        let text = match self.text.as_deref() {
            None => {
                errors.push(FieldError::new("text", FieldCode::Missing));
                None
            }
            Some(raw) => Text::parse(raw, max).map_err(|fault| errors.push(text_error("text", fault, max))).ok(),
        };
        let lang = choice(&mut errors, "lang", self.lang.as_deref(), Lang::from_code);
        let role = choice(&mut errors, "role", self.role.as_deref(), Role::from_code);
        let age_band = choice(&mut errors, "age_band", self.age_band.as_deref(), AgeBand::from_code);
        if age_band.is_some() && role != Some(Role::YoungPerson) {
            errors.push(FieldError::new("age_band", FieldCode::NeedsYoungPerson));
        }
        let region = choice(&mut errors, "region", self.region.as_deref(), Region::from_code);
        if kind == Some(Kind::Reply) {
            // A reply says its words and from whom, and no more.
            let too_much = [("direction", direction.is_some()), ("region", region.is_some())];
            errors
                .extend(too_much.iter().filter(|(_, is)| *is).map(|(at, _)| FieldError::new(*at, FieldCode::Invalid)));
        }
        match (kind, text) {
            (Some(kind), Some(text)) if errors.is_empty() => {
                let (text, lang, on_behalf) = (text.into(), lang.unwrap_or(Lang::Nl), self.on_behalf);
                let body = PostBody { kind, direction, text, lang, role, on_behalf, age_band, region };
                Ok(NewPost { body, alert: self.alert })
            }
            _ => Err(errors),
        }
    }
}

/// What `POST /api/posts/{id}/replies` takes: words, and from whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReplyDraft {
    /// The words: at most 1,000 graphemes.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, required = true, min_length = 1))]
    pub text: Option<String>,
    /// [`Lang`]; Dutch when it is not said.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Lang>))]
    pub lang: Option<String>,
    /// [`Role`].
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Role>))]
    pub role: Option<String>,
    /// Written down for somebody else.
    #[serde(default)]
    pub on_behalf: bool,
    /// [`AgeBand`]; only with the role `young_person`.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<AgeBand>))]
    pub age_band: Option<String>,
    /// The writer asks that a facilitator looks at once: see [`Draft::alert`].
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub alert: bool,
}

impl ReplyDraft {
    /// Reads every field and reports every error at once.
    ///
    /// # Errors
    /// All fields that are not right, with codes.
    pub fn parse(&self) -> Result<NewPost, Vec<FieldError>> {
        let Self { text, lang, role, on_behalf, age_band, alert } = self.clone();
        let kind = Some(Kind::Reply.code().to_owned());
        Draft { kind, direction: None, text, lang, role, on_behalf, age_band, region: None, alert }.parse()
    }
}

impl From<Draft> for ReplyDraft {
    /// What of a form belongs to a reply.
    fn from(draft: Draft) -> Self {
        let Draft { kind: _, direction: _, text, lang, role, on_behalf, age_band, region: _, alert } = draft;
        Self { text, lang, role, on_behalf, age_band, alert }
    }
}

impl From<PostBody> for Draft {
    /// The form of a post that is there already, to change it.
    fn from(body: PostBody) -> Self {
        let PostBody { kind, direction, text, lang, role, on_behalf, age_band, region } = body;
        Self {
            kind: Some(kind.code().into()),
            direction: direction.map(|it| it.code().into()),
            text: Some(text),
            lang: Some(lang.code().into()),
            role: role.map(|it| it.code().into()),
            on_behalf,
            age_band: age_band.map(|it| it.code().into()),
            region: region.map(|it| it.code().into()),
            alert: false,
        }
    }
}

/// The field error that says what is wrong with a text.
pub fn text_error(field: &str, fault: TextFault, max: usize) -> FieldError {
    match fault {
        TextFault::Empty => FieldError::new(field, FieldCode::Empty),
        TextFault::TooLong(actual) => FieldError::past_limit(field, FieldCode::TooLong, max, actual),
        TextFault::ControlCharacters => FieldError::new(field, FieldCode::ControlCharacters),
        TextFault::TooManyMarks => FieldError::new(field, FieldCode::TooManyMarks),
    }
}

/// The chosen value, if any; a code that does not exist is reported.
pub(crate) fn choice<T>(
    errors: &mut Vec<FieldError>,
    field: &str,
    code: Option<&str>,
    from_code: fn(&str) -> Option<T>,
) -> Option<T> {
    let code = code?;
    let value = from_code(code);
    if value.is_none() {
        errors.push(FieldError::new(field, FieldCode::UnknownValue));
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn draft(kind: &str, text: &str) -> Draft {
        Draft { kind: Some(kind.into()), text: Some(text.into()), ..Draft::default() }
    }

    fn errors(draft: &Draft) -> Vec<(String, FieldCode)> {
        draft.parse().err().unwrap_or_default().into_iter().map(|e| (e.field, e.code)).collect()
    }

    #[test]
    fn all_errors_come_at_once() {
        let wrong = Draft {
            direction: Some("sideways".into()),
            role: Some("king".into()),
            age_band: Some("from_18".into()),
            region: Some("utrecht".into()),
            lang: Some("xx".into()),
            ..Draft::default()
        };
        assert_eq!(
            errors(&wrong),
            [
                ("kind".into(), FieldCode::Missing),
                ("direction".into(), FieldCode::UnknownValue),
                ("text".into(), FieldCode::Missing),
                ("lang".into(), FieldCode::UnknownValue),
                ("role".into(), FieldCode::UnknownValue),
                ("age_band".into(), FieldCode::NeedsYoungPerson),
                ("region".into(), FieldCode::UnknownValue),
            ]
        );
    }

    #[test]
    fn a_dream_and_a_story_have_their_own_limit() {
        for (kind, length, fits) in
            [("dream", 1_000, true), ("dream", 1_001, false), ("story", 3_000, true), ("story", 3_001, false)]
        {
            assert_eq!(draft(kind, &"a".repeat(length)).parse().is_ok(), fits, "{kind} of {length}");
        }
    }

    #[test]
    fn an_age_band_is_for_a_young_person_only() {
        let mut with_age = draft("dream", "hoi");
        with_age.age_band = Some("up_to_12".into());
        assert_eq!(errors(&with_age), [("age_band".into(), FieldCode::NeedsYoungPerson)]);
        with_age.role = Some("young_person".into());
        assert_eq!(errors(&with_age), []);
    }

    #[test]
    fn a_reply_says_its_words_and_from_whom_and_no_more() {
        let reply = ReplyDraft { text: Some("Mooi".into()), role: Some("parent".into()), ..ReplyDraft::default() };
        let body = reply.parse().map(NewPost::into_body);
        assert_eq!(body.as_ref().map(|body| (body.kind, body.role)), Ok((Kind::Reply, Some(Role::Parent))));
        let more = Draft { direction: Some("stop".into()), region: Some("north".into()), ..draft("reply", "Mooi") };
        let invalid = |field: &str| (field.to_owned(), FieldCode::Invalid);
        assert_eq!(errors(&more), [invalid("direction"), invalid("region")]);
    }

    #[test]
    fn dutch_is_the_language_when_none_is_said() {
        assert_eq!(draft("dream", "hoi").parse().map(|post| post.into_body().lang), Ok(Lang::Nl));
    }

    proptest! {
        #[test]
        fn what_parses_parses_again_to_the_same(kind in "dream|story|reply", text in any::<String>()) {
            if let Ok(post) = draft(&kind, &text).parse() {
                let again = Draft::from(post.body().clone()).parse();
                prop_assert_eq!(again, Ok(post));
            }
        }
    }
}

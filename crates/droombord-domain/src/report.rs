//! *Hier klopt iets niet*: anybody tells the desk what is wrong with something on the board, without a key. It reaches
//! facilitators and nobody else, the writer included: it is no private way to a child.

use crate::{
    codes::codes,
    draft::{choice, text_error},
    problem::{FieldCode, FieldError},
    text::{Text, is_blank},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The words of a report have at most so many graphemes.
pub const MAX_REPORT: usize = 500;

codes! {
    /// What is wrong, in the order of the screen.
    ReportReason {
        /// It is about whoever reports, or somebody they know.
        AboutMe = "about_me",
        /// Somebody can be recognised.
        Recognisable = "recognisable",
        /// It hurts.
        Hurtful = "hurtful",
        /// It is not true.
        Untrue = "untrue",
        /// Somebody is not safe.
        Danger = "danger",
        /// Something else.
        Other = "other",
    }
}

/// What `POST /api/posts/{id}/reports` takes. There is no field for who reports (promise 2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportDraft {
    /// [`ReportReason`]; must be chosen.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = ReportReason, required = true))]
    pub reason: Option<String>,
    /// In words, if they want: at most 500 graphemes. Blank words are none.
    #[serde(default)]
    pub words: Option<String>,
}

/// A report that may be stored. Only [`ReportDraft::parse`] makes one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewReport {
    reason: ReportReason,
    words: Option<String>,
}

impl NewReport {
    /// What is wrong.
    pub const fn reason(&self) -> ReportReason {
        self.reason
    }

    /// In words.
    pub fn words(&self) -> Option<&str> {
        self.words.as_deref()
    }
}

impl ReportDraft {
    /// Reads every field and reports every error at once.
    ///
    /// # Errors
    /// All fields that are not right, with codes.
    pub fn parse(&self) -> Result<NewReport, Vec<FieldError>> {
        let mut errors = Vec::new();
        let reason = choice(&mut errors, "reason", self.reason.as_deref(), ReportReason::from_code);
        if self.reason.is_none() {
            errors.push(FieldError::new("reason", FieldCode::Missing));
        }
        let words = self.words.as_deref().filter(|words| !is_blank(words)).and_then(|words| {
            let parsed = Text::parse(words, MAX_REPORT).map_err(|fault| text_error("words", fault, MAX_REPORT));
            parsed.map_err(|error| errors.push(error)).ok()
        });
        match reason {
            Some(reason) if errors.is_empty() => Ok(NewReport { reason, words: words.map(String::from) }),
            Some(_) | None => Err(errors),
        }
    }
}

/// A report at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Report {
    /// A random number.
    pub id: Uuid,
    /// What is wrong.
    pub reason: ReportReason,
    /// In words; they go 30 days after somebody saw to it.
    pub words: Option<String>,
    /// When it came: RFC 3339 in UTC.
    pub at: String,
    /// When somebody saw to it.
    pub handled_at: Option<String>,
    /// Who saw to it: the account's name.
    pub handled_by: Option<String>,
}

/// A report that waits, with what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenReport {
    /// The report.
    #[serde(flatten)]
    pub report: Report,
    /// The post, or the reply.
    pub post: Uuid,
    /// Its words as they hang there.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_has_a_reason_and_words_if_they_want() {
        for (reason, words, found) in [
            (Some("untrue"), None, vec![]),
            (Some("untrue"), Some("  "), vec![]),
            (Some("untrue"), Some("\u{2800}\u{200b}"), vec![]),
            (None, Some("Dat ben ik."), vec![("reason", FieldCode::Missing)]),
            (
                Some("boos"),
                Some("a\u{202e}b"),
                vec![("reason", FieldCode::UnknownValue), ("words", FieldCode::ControlCharacters)],
            ),
        ] {
            let draft = ReportDraft { reason: reason.map(str::to_owned), words: words.map(str::to_owned) };
            let parsed = draft.parse();
            let errors: Vec<_> = parsed.as_ref().err().into_iter().flatten().map(|it| (&*it.field, it.code)).collect();
            assert_eq!(errors, found, "{draft:?}");
            assert!(parsed.is_err() || parsed.is_ok_and(|report| report.words().is_none()));
        }
        let long = ReportDraft { reason: Some("other".into()), words: Some("a".repeat(MAX_REPORT + 1)) };
        assert_eq!(long.parse().err().map(|all| all[0].code), Some(FieldCode::TooLong));
    }
}

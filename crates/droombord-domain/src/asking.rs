//! Who was asked for an answer, as everybody and the writer of the post see it. What each of them may see is in the shape: an answer that
//! no facilitator has read is in neither.

use crate::{
    answer::{AnswerBody, Understood, Verdict, WordsState},
    organisation::OrganisationRef,
    reason::Reason,
    when::HalfMonth,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An asking as everybody sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicAsking {
    /// Names the asking, and its answer.
    pub id: Uuid,
    /// Who was asked.
    pub organisation: OrganisationRef,
    /// The half month in which it was asked.
    pub asked: HalfMonth,
    /// The waiting, in whole days of the calendar in Europe/Amsterdam: until today, or until the answer was public.
    pub days: u32,
    /// `None` while there is no answer: silence is shown as silence.
    pub answer: Option<PublicAnswer>,
}

/// A published answer as everybody sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicAnswer {
    /// Its words.
    #[serde(flatten)]
    pub body: AnswerBody,
    /// The half month in which it was public first.
    pub answered: HalfMonth,
    /// What the writer said of the first part; `None` is silence.
    pub understood: Option<Understood>,
    /// What the writer said of the whole; `None` is silence, and counts as nothing.
    pub verdict: Option<Verdict>,
    /// The writer's words beside the verdict, when a facilitator has said yes to them.
    pub words: Option<String>,
}

/// An asking as the writer of the post sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnAsking {
    /// Names the asking, and its answer.
    pub id: Uuid,
    /// Who was asked.
    pub organisation: OrganisationRef,
    /// When: RFC 3339 in UTC.
    pub asked_at: String,
    /// The waiting, in whole days of the calendar in Europe/Amsterdam: until today, or until the answer was public.
    pub days: u32,
    /// The published answer. One that no facilitator has read is for nobody, the writer included.
    pub answer: Option<OwnAnswer>,
}

/// A published answer as the writer of the post sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnAnswer {
    /// Its words.
    #[serde(flatten)]
    pub body: AnswerBody,
    /// When it was public: RFC 3339 in UTC.
    pub answered_at: String,
    /// What the writer said of the first part.
    pub understood: Option<Understood>,
    /// What the writer said of the whole.
    pub verdict: Option<Verdict>,
    /// The words beside it, and where they stand.
    pub words: Option<OwnWords>,
}

/// The writer's own words beside a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnWords {
    /// The words.
    pub text: String,
    /// Where they stand: a facilitator reads them first.
    pub state: WordsState,
    /// Why they are not shown, when a facilitator said so.
    pub reason: Option<Reason>,
}

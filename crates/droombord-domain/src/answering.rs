//! Who was asked for an answer, as the answerer and the desk see it: also what no facilitator has read yet.

use crate::{
    answer::{AnswerBody, AnswerReason, AnswerState, Understood, Verdict},
    api::PublicPost,
    asking::{PublicAnswer, PublicAsking},
    mark::{Finding, Signal},
    organisation::{Organisation, OrganisationRef},
    problem::{FieldCode, FieldError},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The most posts that nobody of an organisation has read that are shown at once.
pub const UNREAD_TOGETHER: u32 = 5;

/// What is asked of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Asked {
    /// The organisation of whoever is signed in.
    pub organisation: Organisation,
    /// What has no public answer yet, longest waiting first.
    pub open: Vec<AskedPost>,
    /// What was answered, newest first, with what the writer said.
    pub answered: Vec<AskedPost>,
    /// Posts on the board that it was not asked about and that nobody of it has read: the first [`UNREAD_TOGETHER`].
    pub unread: Vec<PublicPost>,
}

/// One post about which an organisation was asked. An answerer sees no more of it than everybody does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskedPost {
    /// Names the asking, and its answer.
    pub id: Uuid,
    /// The waiting, in whole days of the calendar in Europe/Amsterdam: until today, or until the answer was public.
    pub days: u32,
    /// The post as everybody sees it.
    pub post: PublicPost,
    /// What this organisation was asked before about this post, oldest first.
    pub earlier: Vec<PublicAsking>,
    /// What was sent, if anything.
    pub sent: Option<SentAnswer>,
    /// What everybody sees of it, once it is public: with it what the writer said.
    pub public: Option<PublicAnswer>,
}

/// An answer as staff see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SentAnswer {
    /// The newest revision; the first is 1. A change and a decision name it.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub revision: u32,
    /// Where it stands.
    pub state: AnswerState,
    /// Its words.
    #[serde(flatten)]
    pub body: AnswerBody,
    /// When this revision was sent.
    pub at: String,
    /// Why it is not placed as it is, when a facilitator said so.
    pub reason: Option<AnswerReason>,
    /// A sentence of that facilitator.
    pub sentence: Option<String>,
}

/// What facilitators read of answers: nothing here is public yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnswersToRead {
    /// Answers that wait for a reader, longest waiting first.
    pub answers: Vec<DeskAnswer>,
    /// Writers' words beside a verdict that wait for a reader: those that show danger first, then longest waiting first.
    pub words: Vec<DeskWords>,
}

/// An answer at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskAnswer {
    /// Names the asking, and its answer.
    pub id: Uuid,
    /// Whose answer.
    pub organisation: OrganisationRef,
    /// The post that it answers.
    pub post: PublicPost,
    /// Days since the organisation was asked.
    pub days: u32,
    /// What was sent.
    pub sent: SentAnswer,
    /// The account that sent it.
    pub by: String,
    /// What the guard finds in the first part.
    pub understood_findings: Vec<Finding>,
    /// What the guard finds in the second part.
    pub does_findings: Vec<Finding>,
    /// What this organisation was asked before about this post, oldest first.
    pub earlier: Vec<PublicAsking>,
}

/// A writer's words beside a verdict, at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskWords {
    /// Names the answer.
    pub id: Uuid,
    /// Whose answer.
    pub organisation: OrganisationRef,
    /// The post.
    pub post: PublicPost,
    /// The answer that they are about.
    pub answer: AnswerBody,
    /// What the writer says of the first part.
    pub understood: Option<Understood>,
    /// What the writer says of the whole.
    pub verdict: Verdict,
    /// The words.
    pub words: String,
    /// The revision of the words: a decision names it.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub revision: u32,
    /// Since when they wait.
    pub at: String,
    /// What the guard finds in them.
    pub findings: Vec<Finding>,
    /// They show danger: two facilitators publish or decline them.
    pub signals: Vec<Signal>,
    /// Who read them first of two.
    pub read_by: Option<String>,
}

/// A facilitator asks an organisation about a published post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AskForm {
    /// The organisation's id.
    #[cfg_attr(feature = "openapi", schema(value_type = Uuid))]
    pub organisation: String,
}

impl AskForm {
    /// Reads which organisation.
    ///
    /// # Errors
    /// It is no id.
    pub fn parse(&self) -> Result<Uuid, Vec<FieldError>> {
        self.organisation.parse().map_err(|_| vec![FieldError::new("organisation", FieldCode::UnknownValue)])
    }
}

/// An asking at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskAsking {
    /// Names the asking, and its answer.
    pub id: Uuid,
    /// Who was asked.
    pub organisation: OrganisationRef,
    /// When.
    pub asked_at: String,
    /// The facilitator who asked.
    pub by: String,
    /// The waiting, in whole days of the calendar in Europe/Amsterdam: until today, or until the answer was public.
    pub days: u32,
    /// When the organisation was reminded last.
    pub reminded_at: Option<String>,
    /// Where its answer stands; `None` while there is none.
    pub state: Option<AnswerState>,
    /// What the writer said of the first part.
    pub understood: Option<Understood>,
    /// What the writer said of the whole.
    pub verdict: Option<Verdict>,
    /// It was answered, the writer said that it is not right yet, and the organisation was not asked again since.
    pub may_ask_again: bool,
}

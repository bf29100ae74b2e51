//! The answers of one organisation as everybody sees them, and what it has not answered.

use super::{Page, PublicPost, PublicPromise};
use crate::{asking::PublicAsking, organisation::OrganisationRef};
use serde::{Deserialize, Serialize};

/// A page of the answers of one organisation, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OrganisationAnswers {
    /// Each with the post that it answers.
    pub items: Vec<AnsweredPost>,
    /// Where the next page starts; `None` at the end. Sealed: only the server can read it.
    pub next_cursor: Option<String>,
    /// What waits for an answer; `None` when nothing does.
    pub waiting: Option<WaitingAskings>,
}

/// A public answer with the post that it answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnsweredPost {
    /// The post as everybody sees it.
    pub post: PublicPost,
    /// Which asking of this organisation about this post: 1 is the first.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub round: u32,
    /// The asking, with its answer.
    pub asking: PublicAsking,
}

/// What waits for an answer of one organisation: silence is shown as silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingAskings {
    /// The number of askings about posts on the board.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub askings: u32,
    /// The longest waiting, in whole days of the calendar in Europe/Amsterdam.
    pub days: u32,
}

/// What the page of one organisation shows: the page without a program has no other way to hear it. A later page of one list is that
/// list alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownOrganisation {
    /// Whose page it is.
    pub organisation: OrganisationRef,
    /// Its answers.
    pub answers: Option<OrganisationAnswers>,
    /// Its promises, by date.
    pub promises: Option<Page<PublicPromise>>,
}

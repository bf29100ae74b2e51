//! Promises as they travel: to everybody, to the writers whose posts led to them, to the organisation and to the desk.

use crate::{
    answer::Understood,
    mark::Finding,
    organisation::OrganisationRef,
    post::Direction,
    promise::{PromiseDraft, PromiseState, Saying},
    reason::Reason,
    when::{Day, HalfMonth},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Page;

/// A promise as everybody sees it. Facts side by side: no count, no score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicPromise {
    /// A random number.
    pub id: Uuid,
    /// Who promises.
    pub organisation: OrganisationRef,
    /// One of the movement's questions.
    pub direction: Direction,
    /// What is promised; `None` once the last post behind it was erased: then the mark of it remains, without words.
    pub what: Option<String>,
    /// The function of who sees to it; goes with the words.
    pub owner: Option<String>,
    /// The last day.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub due: Day,
    /// Where it stands today.
    pub state: PromiseState,
    /// The half month in which it was read and made public.
    pub made: HalfMonth,
    /// The newest that the organisation says of it.
    pub said: Option<PublicSaying>,
    /// The posts that led to it and are on the board, each with what its writer says.
    pub posts: Vec<PromisePost>,
}

/// What an organisation says of its promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicSaying {
    /// What.
    pub says: Saying,
    /// In words.
    pub words: Option<String>,
    /// The half month in which it was read.
    pub when: HalfMonth,
}

/// A post that led to a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PromisePost {
    /// Which post.
    pub id: Uuid,
    /// Whether it is so, as its writer says; silence is `None` and counts as nothing.
    pub says: Option<Understood>,
}

/// A promise as the writer of a post behind it sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnPromise {
    /// Which of the writer's posts led to it.
    pub post: Uuid,
    /// As everybody sees it.
    #[serde(flatten)]
    pub promise: PublicPromise,
    /// What this writer says of it.
    pub my_say: Option<Understood>,
    /// The writer is asked whether it is so: [`PromiseState::asks_writers`].
    pub may_say: bool,
}

/// What the writer says of a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PromiseSay {
    /// Whether it is so.
    pub says: Understood,
}

/// A promise as its organisation and the desk see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffPromise {
    /// As everybody sees it, or would.
    #[serde(flatten)]
    pub promise: PublicPromise,
    /// Everything that was said of it, oldest first; the first is the promise itself.
    pub sayings: Vec<StaffSaying>,
}

crate::codes::codes! {
    /// How far the reading of words is.
    SayingReading { Waiting = "waiting", Public = "public", Declined = "declined" }
}

/// One thing that was said of a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffSaying {
    /// A decision names it: its words never change.
    pub id: Uuid,
    /// What.
    pub says: Saying,
    /// In words; `None` with the promise itself, whose words are the promise's.
    pub words: Option<String>,
    /// When.
    pub at: String,
    /// Whether a facilitator read it.
    pub reading: SayingReading,
    /// Why a facilitator said no.
    pub reason: Option<Reason>,
    /// The account that said it; only for the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// What the guard finds in the words while they wait; only for the desk.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

/// A promise that a facilitator enters for an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PromiseFor {
    /// Who promises.
    #[cfg_attr(feature = "openapi", schema(value_type = Uuid))]
    pub organisation: String,
    /// What.
    pub promise: PromiseDraft,
}

crate::codes::codes! {
    /// What a facilitator decides on what an organisation says.
    SayingDecision { Publish = "publish", Decline = "decline" }
}

/// A facilitator's decision on the words that were read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SayingRuling {
    /// Which words were read.
    pub saying: Uuid,
    /// What is decided.
    pub decision: SayingDecision,
    /// With `decline`, required.
    #[serde(default)]
    pub reason: Option<Reason>,
}

/// What the page of promises shows: the page without a program has no other way to hear it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownPromises {
    /// All organisations, by name.
    pub organisations: Vec<OrganisationRef>,
    /// The promises, by date.
    pub page: Page<PublicPromise>,
}

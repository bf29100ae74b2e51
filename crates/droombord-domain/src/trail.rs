//! The trail: everything that happened to a post, append-only (promise 5).

use crate::{
    answer::{Understood, Verdict},
    codes::codes,
    organisation::OrganisationRef,
    reason::Reason,
    when::HalfMonth,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

codes! {
    /// What happened.
    TrailKind {
        Received = "received",
        Read = "read",
        SecondReader = "second_reader",
        HandedBack = "handed_back",
        Reminded = "reminded",
        Revised = "revised",
        Published = "published",
        Shortened = "shortened",
        Declined = "declined",
        Asked = "asked",
        Answered = "answered",
        Understood = "understood",
        Verdict = "verdict",
        Promised = "promised",
        Kept = "kept",
        Overdue = "overdue",
        PromiseWithdrawn = "promise_withdrawn",
        TakenDown = "taken_down",
        Reversed = "reversed",
        Withdrawn = "withdrawn",
        Expired = "expired",
        Erased = "erased",
    }
}

impl TrailKind {
    /// Whether everybody may see events of this kind; all others are for the writer and the desk.
    pub const fn is_public(self) -> bool {
        match self {
            Self::Published
            | Self::Shortened
            | Self::Asked
            | Self::Answered
            | Self::Understood
            | Self::Verdict
            | Self::Promised
            | Self::Kept
            | Self::Overdue
            | Self::PromiseWithdrawn => true,
            Self::Received
            | Self::Read
            | Self::SecondReader
            | Self::HandedBack
            | Self::Reminded
            | Self::Revised
            | Self::Declined
            | Self::TakenDown
            | Self::Reversed
            | Self::Withdrawn
            | Self::Expired
            | Self::Erased => false,
        }
    }
}

/// An event as everybody sees it: coarse in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicTrailEvent {
    /// Only kinds for which [`TrailKind::is_public`] holds.
    pub kind: TrailKind,
    /// The half month in which it happened.
    pub when: HalfMonth,
    /// What it is about, beside the post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<EventAbout>,
}

/// What an event is about, beside the post.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EventAbout {
    /// With `asked`, `answered`, `understood` and `verdict`: which asking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asking: Option<Uuid>,
    /// With the events of promises: which promise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise: Option<Uuid>,
    /// Which organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationRef>,
    /// With `understood`: what the writer said then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub understood: Option<Understood>,
    /// With `verdict`: what the writer said then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
}

/// An event as the writer and the desk see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrailEvent {
    /// What happened.
    pub kind: TrailKind,
    /// When: RFC 3339 in UTC, whole seconds.
    pub at: String,
    /// Which revision of the text it was about.
    pub revision: u32,
    /// The reason, with `handed_back`, `declined` and `taken_down`.
    pub reason: Option<Reason>,
    /// The account's name; only for the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// What it is about, beside the post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<EventAbout>,
}

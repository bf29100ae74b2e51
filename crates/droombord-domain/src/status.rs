//! Status of a post on the board: how far its trail is, as everybody sees it beside the words.

use crate::{codes::codes, organisation::OrganisationRef};
use serde::{Deserialize, Serialize};

codes! {
    /// What is said of a post in one sentence: what still waits before what is done, else what happened last.
    StatusCode {
        /// Read and placed; nobody was asked yet.
        Placed = "placed",
        /// An organisation was asked and has not answered in public.
        Waiting = "waiting",
        /// It has an answer, and its writer said nothing of it.
        Answered = "answered",
        /// The writer says: for a part.
        Partly = "partly",
        /// The writer says: not yet.
        NotYet = "not_yet",
        /// The writer says: this feels heard.
        Heard = "heard",
        /// Something is promised.
        Promised = "promised",
        /// The day of the promise is over, and nobody said that it is kept.
        Overdue = "overdue",
        /// The organisation says that the promise is kept.
        Kept = "kept",
    }
}

codes! {
    /// What the board can be narrowed down to. Unlike [`StatusCode`], one post can be in several.
    StatusFilter {
        /// With a public answer.
        Answered = "answered",
        /// Something was promised because of it, and not withdrawn.
        Promised = "promised",
        /// Its writer said of an answer that it feels heard.
        Heard = "heard",
        /// An organisation was asked and has not answered.
        Waiting = "waiting",
    }
}

/// How far the trail of a post is. It changes in batches, as live events do: never at the second of a decision (THREATS.md).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostStatus {
    /// What is said of it.
    pub code: StatusCode,
    /// The third ember: it has a public answer.
    #[serde(default, skip_serializing_if = "is_false")]
    pub answered: bool,
    /// The fourth ember: something was promised because of it, and not withdrawn.
    #[serde(default, skip_serializing_if = "is_false")]
    pub promised: bool,
    /// With `waiting`: who was asked, of several the one that waits longest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationRef>,
    /// With `waiting`: since the asking, in whole days of the calendar in Europe/Amsterdam.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
}

// The attribute of serde hands over a reference.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

impl PostStatus {
    /// A post that was read and placed, and of which nothing else is known.
    pub const PLACED: Self =
        Self { code: StatusCode::Placed, answered: false, promised: false, organisation: None, days: None };

    /// How high the glow rises: 2 when it only hangs there, 3 with an answer, 4 with a promise.
    pub const fn heat(&self) -> u8 {
        if self.promised {
            4
        } else if self.answered {
            3
        } else {
            2
        }
    }
}

impl Default for PostStatus {
    fn default() -> Self {
        Self::PLACED
    }
}

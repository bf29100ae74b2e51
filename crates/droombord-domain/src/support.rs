//! Supportive reactions. There is no down-vote and no order by them (promise 8).

use crate::codes::codes;
use serde::{Deserialize, Serialize};

codes! {
    /// The only reactions.
    Support { Hear = "hear", Recognise = "recognise", Join = "join" }
}

/// How many people gave one support, in steps: nothing under 5, then 5, 10, 20, 30 and so on ("meer dan").
///
/// The word says "more than": the step is shown once the count has passed it.
pub const fn step_of(count: u32) -> Option<u32> {
    match count {
        0..=5 => None,
        6..=10 => Some(5),
        more => Some((more - 1) / 10 * 10),
    }
}

/// What everybody may know about the reactions to a post; renewed once a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SupportSteps {
    /// More than so many people said: *ik hoor je*.
    pub hear: Option<u32>,
    /// More than so many people said: *dat herken ik*.
    pub recognise: Option<u32>,
    /// More than so many people said: *ik doe mee*.
    pub join: Option<u32>,
}

impl SupportSteps {
    /// The step of one support.
    pub const fn get(self, support: Support) -> Option<u32> {
        match support {
            Support::Hear => self.hear,
            Support::Recognise => self.recognise,
            Support::Join => self.join,
        }
    }
}

/// How many reactions a post has: for its writer alone, and renewed once a day, so that no visit tells when one came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SupportCounts {
    /// Number of people who said *ik hoor je*.
    pub hear: u32,
    /// Number of people who said *dat herken ik*.
    pub recognise: u32,
    /// Number of people who said *ik doe mee*.
    pub join: u32,
}

impl SupportCounts {
    /// The number of one support.
    pub const fn get(self, support: Support) -> u32 {
        match support {
            Support::Hear => self.hear,
            Support::Recognise => self.recognise,
            Support::Join => self.join,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_means_more_than() {
        for (count, step) in [
            (0, None),
            (4, None),
            (5, None),
            (6, Some(5)),
            (10, Some(5)),
            (11, Some(10)),
            (20, Some(10)),
            (21, Some(20)),
            (100, Some(90)),
            (101, Some(100)),
        ] {
            assert_eq!(step_of(count), step, "{count}");
        }
    }
}

//! Insight for facilitators: what the board is about, how long people wait, and how much is answered. Numbers only: no account, no
//! writer, no post. Samples are not counted.

use crate::keyword::Keyword;
use serde::{Deserialize, Serialize};

/// A group of fewer is not told of: its number could point to one of them (k-anonymity).
pub const FEWEST: u32 = 5;
/// Most keywords that are named, the most used first.
pub const MOST_THEMES: u32 = 40;
/// Months of the calendar that are told of, the present one included.
pub const MONTHS: u32 = 12;
/// Texts and answers of which the waiting is told: the newest.
pub const LATEST: u32 = 1_000;

/// Everything that is told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Insight {
    /// How many posts hang on the board now.
    pub posts: u32,
    /// How many of them have an answer.
    pub answered: u32,
    /// What they are about, the most used keyword first.
    pub themes: Vec<Theme>,
    /// How many keywords have fewer than five posts: none of them is named.
    pub few: u32,
    /// The last twelve months of the calendar in Europe/Amsterdam, oldest first.
    pub months: Vec<MonthInsight>,
    /// Until a facilitator read a text, of the last thousand that were read; null below five.
    pub until_read: Option<Wait>,
    /// Until an organisation answered, of the last thousand answers; null below five.
    pub until_answered: Option<Wait>,
}

/// Posts on the board with one keyword.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Theme {
    /// Which keyword.
    pub keyword: Keyword,
    /// How many posts: five at least.
    pub posts: u32,
    /// How many of them have an answer; null when there are some, and fewer than five.
    pub answered: Option<u32>,
}

impl Theme {
    /// A keyword with its numbers: a small group of answered posts is left out.
    pub fn of(keyword: Keyword, posts: u32, answered: u32) -> Self {
        Self { keyword, posts, answered: Some(answered).filter(|answered| *answered == 0 || *answered >= FEWEST) }
    }
}

/// What came on the board in one month, and still hangs there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MonthInsight {
    /// The calendar year.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// How many posts.
    pub posts: u32,
    /// How many of them have an answer by now.
    pub answered: u32,
    /// How many are about something to start.
    pub start: u32,
    /// How many are about something to stop.
    pub stop: u32,
    /// How many are about something to turn back.
    pub turn_back: u32,
}

impl MonthInsight {
    /// How many have no direction.
    pub const fn undirected(&self) -> u32 {
        self.posts.saturating_sub(self.start + self.stop + self.turn_back)
    }
}

/// How long people waited, in whole days of the calendar in Europe/Amsterdam.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Wait {
    /// Half of them waited so long at most: the median.
    pub median_days: u32,
    /// Nobody waited longer.
    pub longest_days: u32,
}

impl Wait {
    /// Out of every one's days, in any order; `None` when there are too few to be told of.
    pub fn of(mut days: Vec<u32>) -> Option<Self> {
        if days.len() < usize::try_from(FEWEST).unwrap_or(usize::MAX) {
            return None;
        }
        days.sort_unstable();
        let middle = (days.len() - 1) / 2;
        Some(Self { median_days: *days.get(middle)?, longest_days: *days.last()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_fewer_than_five_nothing_is_told() {
        assert_eq!(Wait::of(vec![3, 1, 2, 4]), None);
        assert_eq!(Wait::of(vec![9, 1, 2, 4, 3]), Some(Wait { median_days: 3, longest_days: 9 }));
        // Half of them waited so long at most: the lower of two in the middle.
        assert_eq!(Wait::of(vec![1, 2, 3, 4, 5, 6]).map(|wait| wait.median_days), Some(3));
        let answered = |answered| Keyword::parse("eten").ok().and_then(|it| Theme::of(it, 9, answered).answered);
        assert_eq!([0, 1, 4, 5, 9].map(answered), [Some(0), None, None, Some(5), Some(9)]);
    }
}

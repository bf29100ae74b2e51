//! Insight: what the board is about, how long people wait, how much is answered.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use droombord_domain::insight::{Theme, Wait};

type Text = &'static str;

/// Insight in numbers.
pub struct Insight {
    pub title: Text,
    pub link: Text,
    pub lead: Text,
    /// How many posts, and how many of them are answered.
    pub sum: fn(u32, u32) -> String,
    pub empty: Text,
    pub empty_more: Text,
    pub few: Text,
    pub none: Text,
    /// Nothing is told of how long people waited.
    pub too_few: Text,
    pub themes: Text,
    /// The most used keyword, if one may be named.
    pub most: fn(Option<&Theme>) -> String,
    pub themes_table: Text,
    pub keyword: Text,
    pub posts: Text,
    pub answered: Text,
    /// How many keywords may not be named.
    pub others: fn(u32) -> String,
    pub waits: Text,
    /// Until a text was read, and until it was answered.
    pub half: fn(Option<Wait>, Option<Wait>) -> String,
    pub waits_table: Text,
    pub what: Text,
    pub median: Text,
    pub longest: Text,
    pub until_read: Text,
    pub until_answered: Text,
    pub days: fn(u32) -> String,
    pub share: Text,
    /// Of how many of how many in the last twelve months.
    pub share_of: fn(u32, u32) -> String,
    pub share_table: Text,
    pub month: Text,
    /// A month and its year, with a place where a long word may break.
    pub month_is: fn(&str, i16) -> String,
    /// A number, and the percentage that it is.
    pub part: fn(u32, u32) -> String,
    pub directions: Text,
    /// To start, to stop and to turn back in the last twelve months.
    pub asked: fn([u32; 3]) -> String,
    pub directions_table: Text,
    /// Start, stop, turn back and none, with a place where a long word may break.
    pub direction: [Text; 4],
}

#[cfg(test)]
mod tests {
    use crate::i18n::desk::desk_messages;
    use droombord_domain::{insight::Wait, post::Lang, readability::readability, status::DeskStatus};

    #[test]
    fn what_is_said_of_numbers_and_of_choices_is_plain() {
        let (say, find) = (desk_messages(Lang::Nl).insight, desk_messages(Lang::Nl).finding);
        let wait = |days| Some(Wait { median_days: days, longest_days: days });
        let mut all: Vec<String> =
            [say.lead, say.empty, say.empty_more, say.themes, say.themes_table, say.waits, say.waits_table]
                .into_iter()
                .chain([say.share, say.share_table, say.directions, say.directions_table, find.none, find.none_more])
                .chain([find.how_far, find.about])
                .chain(DeskStatus::ALL.iter().map(|status| (find.status)(*status)))
                .map(str::to_owned)
                .collect();
        for n in [0, 1, 12] {
            all.extend([
                (say.sum)(n, n),
                (say.half)(wait(n), wait(n)),
                (say.half)(None, wait(n)),
                (say.half)(None, None),
                (say.share_of)(n, n),
                (say.asked)([n, n, n]),
                (say.most)(None),
                (find.found)(12, n > 0),
            ]);
        }
        for said in &all {
            for sentence in said.split_inclusive(['.', '?', ':']) {
                assert!(sentence.split_whitespace().count() <= 12, "{sentence}");
            }
        }
        let score = readability(&all.join(". ")).score().unwrap_or_default();
        assert!(score >= 80.0, "{score}");
    }
}

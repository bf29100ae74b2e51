//! English: what stands on the board whatever hangs there.

use crate::i18n::Standing;
use droombord_domain::settings::Facts;

/// Above the board.
pub(in crate::i18n) static STANDING: Standing = Standing {
    heading: "What do you dream of?",
    lead: "Here are dreams and stories about youth care. A human reads them all. And you see what happens next.",
    begun: "You had already begun.",
    begun_go: "Go on",
    how: "How it works",
    how_write: "You write",
    how_write_more: "One sentence is enough. No name.",
    how_read: "A human reads it",
    how_see: "You see what happens next",
    how_see_more: "With your dream key.",
    facts: |facts| {
        let Facts { read, answered, kept, on_time: _ } = facts;
        let posts = if read == 1 { "1 dream".into() } else { format!("{read} dreams") };
        let promises = if kept == 1 { "1 promise".into() } else { format!("{kept} promises") };
        format!("It glows under the ground: {posts} read, {answered} with an answer, {promises} kept.")
    },
    see_answers: "Read the answers",
    see_promises: "See the promises",
    any: "Everything",
    filter_kind: "Dream or story",
    filter_role: "Who wrote it",
    filter_region: "Where in the Netherlands",
    filter_keyword: "Keyword",
    counted: "We count the numbers once a day.",
    filter_go: "Show",
};

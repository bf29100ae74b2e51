//! Lighthouse's opinion of the pages of a visitor. The measuring is `tests/bench/lighthouse.mjs`.

use anyhow::Result;

use super::in_browser;
use crate::budgets::PERFORMANCE;
use crate::row::Row;

const PAGES: [(&str, &str); 5] =
    [("board", "/"), ("post", "/droom/:id"), ("share", "/deel"), ("help", "/hulp"), ("mine", "/mijn")];

/// Measures the release build.
pub(crate) fn run() -> Result<Vec<Row>> {
    let seen = in_browser("lighthouse.mjs")?;
    let row = |(name, path): (&str, &str)| -> Result<Row> {
        let score = |kind: &str| seen.get(&format!("{name}_{kind}"));
        let scores = [score("performance")?, score("accessibility")?, score("best_practices")?];
        let kept = scores.iter().zip([PERFORMANCE.promised, 100.0, 100.0]).all(|(score, bar)| *score >= bar);
        let reached = scores.map(|score| format!("{score:.0}")).join(" / ");
        Ok(Row::measured(
            &format!("Lighthouse of `{path}`: performance / accessibility / best practices"),
            &format!("{} / 100 / 100", PERFORMANCE.bar()),
            reached,
            kept,
        ))
    };
    PAGES.into_iter().map(row).collect()
}

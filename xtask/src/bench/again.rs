//! The second visit of the board beside a static page from the browser's cache. The measuring is `tests/bench/again.mjs`.

use anyhow::Result;

use super::in_browser;
use crate::budgets;
use crate::row::Row;

/// Measures the release build.
pub(crate) fn run() -> Result<Vec<Row>> {
    let seen = in_browser("again.mjs")?;
    let ms = |name: &str| seen.get(name).map(|time| format!("{time:.0} ms"));
    let beside = |way: &str| -> Result<Row> {
        let what = format!("  largest paint {way}, beside the static page from the cache");
        budgets::AGAIN.row(&what, seen.get(&format!("{way}_ratio"))?, |it| {
            Ok(format!("{it:.2} x: {} (static page {})", ms(&format!("{way}_lcp"))?, ms("page_lcp")?))
        })
    };
    Ok(vec![
        budgets::WAITED_FOR.row(
            "second visit of `/`: over the wire before the text stands",
            seen.get("waits_bytes")?,
            |it| Ok(format!("{it:.0} bytes; while nothing arrives it stands after {}", ms("held_lcp")?)),
        )?,
        beside("online")?,
        beside("offline")?,
        Row::stated(
            "  over the wire, all told, until the app is there",
            format!("{:.1} KB", seen.get("online_all")? / 1000.0),
        ),
    ])
}

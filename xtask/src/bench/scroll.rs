//! A board of 10,000 posts, scrolled to its end. The measuring is `tests/bench/scroll.mjs`; the file is made by `tests/bench/server.rs`.

use anyhow::Result;

use super::in_browser_with;
use crate::budgets;
use crate::row::Row;

/// Measures the release build.
pub(crate) fn run() -> Result<Vec<Row>> {
    let seen = in_browser_with("scroll.mjs", Some("fill"))?;
    let mb = |name: &str| seen.get(name).map(|it| format!("{it:.1} MB"));
    Ok(vec![
        budgets::LONG_BOARD.row(
            &format!("{:.0} posts scrolled to the end: the renderer's own memory, for each 1,000", seen.get("posts")?),
            seen.get("process_growth")?,
            |it| Ok(format!("{it:.1} MB: from {} to {}", mb("first_process")?, mb("last_process")?)),
        )?,
        Row::stated(
            "  of that in use, as the browser counts it: scripts, elements, the program's memory",
            format!("{} + {} + {}", mb("script_growth")?, mb("elements_growth")?, mb("program_growth")?),
        ),
        Row::stated("  nodes at the end", format!("{:.0}", seen.get("last_nodes")?)),
        budgets::SCROLLED.row("  longest task", seen.get("longest")?, |it| Ok(format!("{it:.0} ms")))?,
        Row::stated("  all of it took", format!("{:.0} s", seen.get("took_s")?)),
    ])
}

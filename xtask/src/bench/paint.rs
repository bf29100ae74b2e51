//! The first visit of the board beside a static page with the same words. The measuring is `tests/bench/paint.mjs`.

use anyhow::Result;

use super::in_browser;
use crate::budgets;
use crate::row::Row;

/// Measures the release build.
pub(crate) fn run() -> Result<Vec<Row>> {
    let seen = in_browser("paint.mjs")?;
    let ms = |name: &str| seen.get(name).map(|time| format!("{time:.0} ms"));
    let beside = |what: &str| -> Result<String> {
        Ok(format!("{} (static page {})", ms(&format!("app_{what}"))?, ms(&format!("page_{what}"))?))
    };
    let paint = seen.get("lcp_ratio")?;
    let tap = seen.get("tap_ratio")?;
    let blocked = seen.get("app_blocking")?;
    let shift = seen.get("app_cls")?;
    let kilobytes = seen.get("app_bytes")? / 1000.0;
    let requests = seen.get("app_requests")?;
    Ok(vec![
        budgets::PAINT.row("largest paint of `/` beside the static page", paint, |it| {
            Ok(format!("{it:.2} x: {}", beside("lcp")?))
        })?,
        Row::stated(
            "  beside the bare words, without style sheet and font",
            format!("{:.2} x: {}", seen.get("lcp_ratio_bare")?, ms("bare_lcp")?),
        ),
        Row::stated("  first paint", beside("fcp")?),
        Row::stated("  loaded", beside("load")?),
        budgets::TAP.row(
            "  a tap at the first paint is answered on the screen, beside the static page's load",
            tap,
            |it| Ok(format!("{it:.2} x: {}", ms("app_answered")?)),
        )?,
        Row::stated("  the app has it, and sends it", format!("{:.2} x: {}", seen.get("sent_ratio")?, ms("app_sent")?)),
        Row::stated(
            "  taken over by the app; of that, after the last byte of its program",
            format!("{}; {}", ms("app_taken")?, ms("app_takeover")?),
        ),
        budgets::BLOCKED
            .row("  blocked, in all; longest task", blocked, |it| Ok(format!("{it:.0} ms; {}", ms("app_longest")?)))?,
        budgets::SHIFT.row("  layout shift", shift, |it| Ok(format!("{it:.4}")))?,
        budgets::VISIT.row("  over the wire, with heads", kilobytes, |it| {
            Ok(format!("{it:.1} KB (static page {:.1} KB)", seen.get("page_bytes")? / 1000.0))
        })?,
        budgets::REQUESTS.row("  requests", requests, |it| Ok(format!("{it:.0}")))?,
    ])
}

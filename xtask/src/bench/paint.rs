//! The first visit of the board beside a static page with the same words. The measuring is `tests/bench/paint.mjs`.

use anyhow::Result;

use super::{Row, in_browser};

const RATIO: f64 = 1.5;
const MOST_REQUESTS: f64 = 10.0;

/// Measures the release build.
pub(crate) fn run() -> Result<Vec<Row>> {
    let seen = in_browser("paint.mjs")?;
    let ms = |name: &str| seen.get(name).map(|time| format!("{time:.0} ms"));
    let beside = |what: &str| -> Result<String> {
        Ok(format!("{} (static page {})", ms(&format!("app_{what}"))?, ms(&format!("page_{what}"))?))
    };
    let ratio = seen.get("lcp_ratio")?;
    let requests = seen.get("app_requests")?;
    Ok(vec![
        Row::measured(
            "largest paint of `/` beside the static page",
            "<= 1.5 x",
            format!("{ratio:.2} x: {}", beside("lcp")?),
            ratio <= RATIO,
        ),
        Row::stated(
            "  beside the bare words, without style sheet and font",
            format!("{:.2} x: {}", seen.get("lcp_ratio_bare")?, ms("bare_lcp")?),
        ),
        Row::stated("  first paint", beside("fcp")?),
        Row::stated("  loaded", beside("load")?),
        Row::stated(
            "  taken over by the app; of that, after the last byte of its program",
            format!("{}; {}", ms("app_taken")?, ms("app_takeover")?),
        ),
        Row::stated(
            "  first tap answered by the app, beside the static page's load",
            format!("{:.2} x: {}", seen.get("tap_ratio")?, ms("app_answered")?),
        ),
        Row::stated("  blocked, in all; longest task", format!("{}; {}", ms("app_blocking")?, ms("app_longest")?)),
        Row::stated("  layout shift", format!("{:.4}", seen.get("app_cls")?)),
        Row::stated(
            "  over the wire, with heads",
            format!(
                "{:.1} KB (static page {:.1} KB)",
                seen.get("app_bytes")? / 1000.0,
                seen.get("page_bytes")? / 1000.0
            ),
        ),
        Row::measured("  requests", "<= 10", format!("{requests:.0}"), requests <= MOST_REQUESTS),
    ])
}

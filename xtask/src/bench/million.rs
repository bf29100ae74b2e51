//! A board of a million posts. The measuring is `tests/bench/million.rs`; the file is kept in `target/bench/million`.

use anyhow::Result;

use super::of_server;
use crate::place;
use crate::row::Row;

const KEPT: f64 = 0.7;
const READ: f64 = 0.15;
const DEEP: f64 = 1.5;
const SEARCH_MS: f64 = 30.0;
const HTML: f64 = 0.5;

/// Measures the release build.
pub(crate) fn run() -> Result<Vec<Row>> {
    let seen = of_server("million", &[&place::target("bench").join("million")])?;
    let speed = |name: &str| -> Result<String> {
        let (rate, cost) = (seen.get(&format!("{name}_per_s"))?, seen.get(&format!("{name}_us"))?);
        Ok(format!("{rate:.0} a second, {cost:.0} µs of processor each"))
    };
    let beside = |what: &str, name: &str, bar: f64| -> Result<Row> {
        let ratio = seen.get(&format!("{name}_ratio"))?;
        let said = format!("{ratio:.2} x ({})", speed(name)?);
        Ok(Row::measured(what, &format!(">= {bar} x"), said, ratio >= bar))
    };
    let deep = |what: &str, name: &str| -> Result<Row> {
        let ratio = seen.get(&format!("{name}_deep_ratio"))?;
        let (first, deep) = (seen.get(&format!("{name}_first_ms"))?, seen.get(&format!("{name}_deep_ms"))?);
        let said = format!("{ratio:.2} x: {deep:.2} ms (first page {first:.2} ms)");
        Ok(Row::measured(what, &format!("<= {DEEP} x"), said, ratio <= DEEP))
    };
    let (plain, packed) = (seen.get("plain_bytes")? / 1000.0, seen.get("packed_bytes")? / 1000.0);
    let (half, p95, p99) = (seen.get("search_ms")?, seen.get("search_p95_ms")?, seen.get("search_p99_ms")?);
    Ok(vec![
        Row::stated(&format!("the first 24 of 1,000,000 posts ({plain:.1} KB) from memory"), speed("bytes")?),
        beside("  `GET /api/posts` beside it, caches on", "kept", KEPT)?,
        beside("  `GET /api/posts` beside it, caches off", "read", READ)?,
        Row::stated(&format!("the same, packed ({packed:.1} KB) as browsers ask for it"), speed("bytes_packed")?),
        beside("  `GET /api/posts` beside it, caches on", "kept_packed", KEPT)?,
        beside("  `GET /api/posts` beside it, caches off: packed anew for each", "read_packed", READ)?,
        beside("first HTML of `/` beside `GET /api/posts`, both packed, caches on", "html_kept", HTML)?,
        beside("first HTML of `/`, rendered for each, beside `GET /api/posts`, caches off", "html_read", HTML)?,
        deep("10,000 pages down beside the first page, fair order, caches off", "unread")?,
        deep("10,000 pages down beside the first page, newest first, caches off", "newest")?,
        Row::measured(
            "search: 95 of 100 within",
            "<= 30 ms",
            format!("{p95:.1} ms (half within {half:.1} ms, 99 of 100 within {p99:.1} ms)"),
            p95 <= SEARCH_MS,
        ),
        Row::stated("server, start to ready", format!("{:.3} s", seen.get("start_s")?)),
        Row::stated(
            "server, memory of its own after the load above",
            format!("{:.1} MB", seen.get("loaded_kb")? / 1024.0),
        ),
    ])
}

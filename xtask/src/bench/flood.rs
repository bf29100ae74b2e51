//! Two hundred posts a second for a minute. The measuring is `tests/bench/flood.rs`, in `target/bench/flood`: on a real disk.

use anyhow::Result;

use super::of_server;
use crate::place;
use crate::row::Row;

const TIMES_THE_DISK: f64 = 3.0;
const TIMES_ALONE: f64 = 2.0;

/// Measures the release build.
pub(crate) fn run() -> Result<Vec<Row>> {
    let seen = of_server("flood", &[&place::target("bench").join("flood")])?;
    let (disk, write) = (seen.get("disk_p99_ms")?, seen.get("write_p99_ms")?);
    let (alone, beside) = (seen.get("alone_p99_ms")?, seen.get("beside_p99_ms")?);
    let (sent, answered, lost) = (seen.get("sent")?, seen.get("answered")?, seen.get("lost")?);
    let half = |name: &str| -> Result<f64> { seen.get(&format!("{name}_ms")) };
    Ok(vec![
        Row::stated(
            "the disk's own sync of 4 KB: 99 of 100 within",
            format!("{disk:.1} ms (half within {:.1} ms)", half("disk")?),
        ),
        Row::measured(
            "a post, from its moment to its 201, beside the disk: 99 of 100",
            "<= 3 x",
            format!("{:.2} x: {write:.1} ms (half within {:.1} ms)", write / disk, half("write")?),
            write <= TIMES_THE_DISK * disk,
        ),
        Row::measured(
            "posts answered and lost when the server is killed",
            "0",
            format!("{lost:.0} of {answered:.0} ({sent:.0} sent)"),
            lost < 0.5 && answered >= sent,
        ),
        Row::measured(
            "`GET /api/posts` meanwhile beside before: 99 of 100",
            "<= 2 x",
            format!("{:.2} x: {beside:.2} ms (before {alone:.2} ms)", beside / alone),
            beside <= TIMES_ALONE * alone,
        ),
    ])
}

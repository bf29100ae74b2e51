//! Five thousand who listen to what is new. The measuring is `tests/bench/listeners.rs`.

use anyhow::Result;

use super::of_server;
use crate::row::Row;

const MB: f64 = 150.0;
const REACHED_S: f64 = 1.0;

/// Measures the release build.
pub(crate) fn run() -> Result<Vec<Row>> {
    let seen = of_server("listeners", &[])?;
    let mb = |name: &str| -> Result<f64> { Ok(seen.get(&format!("{name}_kb"))? / 1024.0) };
    let most = mb("listening")?.max(mb("heard")?);
    let reached = seen.get("reached_s")?;
    Ok(vec![
        Row::measured(
            "server, memory with 5,000 listeners",
            "<= 150 MB",
            format!("{most:.1} MB (without {:.1} MB)", mb("alone")?),
            most <= MB,
        ),
        Row::measured(
            "news, from the first who hears it to the last; the longest of five",
            "<= 1 s",
            format!("{reached:.3} s"),
            reached <= REACHED_S,
        ),
    ])
}

//! The server: its answers beside the same bytes from memory, its start, its memory. The measuring is `tests/bench/server.rs`.

use anyhow::Result;

use super::of_server;
use crate::row::Row;

const RATIO: f64 = 0.5;
const START_S: f64 = 0.5;
const IDLE_MB: f64 = 40.0;
const MINE_MS: f64 = 15.0;
const QUEUE_MS: f64 = 20.0;

/// Measures the release build.
pub(crate) fn run() -> Result<Vec<Row>> {
    let seen = of_server("server", &[])?;
    let speed = |name: &str| -> Result<String> {
        let (rate, cost) = (seen.get(&format!("{name}_per_s"))?, seen.get(&format!("{name}_us"))?);
        Ok(format!("{rate:.0} a second, {cost:.0} µs of processor each"))
    };
    let ratio = |name: &str| -> Result<(f64, String)> {
        let ratio = seen.get(&format!("{name}_ratio"))?;
        Ok((ratio, format!("{ratio:.2} x ({})", speed(name)?)))
    };
    let (kept, kept_said) = ratio("kept")?;
    let (kept_packed, kept_packed_said) = ratio("kept_packed")?;
    let wait = |name: &str| -> Result<(f64, String)> {
        let (half, most) = (seen.get(&format!("{name}_ms"))?, seen.get(&format!("{name}_p95_ms"))?);
        Ok((half, format!("{half:.1} ms; 95 of 100 within {most:.1} ms")))
    };
    let (mine, mine_said) = wait("mine")?;
    let (queue, queue_said) = wait("queue")?;
    let start = seen.get("start_s")?;
    let idle = seen.get("idle_kb")? / 1024.0;
    let (plain, packed) = (seen.get("plain_bytes")? / 1000.0, seen.get("packed_bytes")? / 1000.0);
    Ok(vec![
        Row::stated(&format!("the first 24 of 10,000 posts ({plain:.1} KB) from memory"), speed("bytes")?),
        Row::measured("  `GET /api/posts` beside it, caches on", ">= 0.5 x", kept_said, kept >= RATIO),
        Row::stated("  `GET /api/posts` beside it, caches off", ratio("read")?.1),
        Row::stated(&format!("the same, packed ({packed:.1} KB) as browsers ask for it"), speed("bytes_packed")?),
        Row::measured("  `GET /api/posts` beside it, caches on", ">= 0.5 x", kept_packed_said, kept_packed >= RATIO),
        Row::stated("  `GET /api/posts` beside it, caches off", ratio("read_packed")?.1),
        Row::measured("`GET /api/mine`, 50 posts, 1,000 trail events", "<= 15 ms", mine_said, mine <= MINE_MS),
        Row::measured("the desk's queue, 10,000 posts waiting", "<= 20 ms", queue_said, queue <= QUEUE_MS),
        Row::measured("server, start to ready, sample posts", "<= 0.5 s", format!("{start:.3} s"), start <= START_S),
        Row::stated("server, start to ready, 10,000 posts", format!("{:.3} s", seen.get("start_10000_s")?)),
        Row::measured("server, memory idle, sample posts", "<= 40 MB", format!("{idle:.1} MB"), idle <= IDLE_MB),
        Row::stated(
            "server, memory of its own after the load above",
            format!("{:.1} MB", seen.get("loaded_kb")? / 1024.0),
        ),
    ])
}

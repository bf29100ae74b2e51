//! `docs/benchmarks.md`: what was measured last, a section a bench. A run rewrites the sections of what it measured and leaves the
//! others.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};

use super::BENCHES;
use crate::node;
use crate::place;
use crate::row::Row;

const HEAD: &str = "\
# What was measured

Written by `cargo xtask bench`; do not change it by hand. `cargo xtask dist` first, then all of it with `cargo xtask bench`, or a part with
`cargo xtask bench NAME`; a run rewrites the sections of what it measured. Node and Chromium are needed for what a browser measures.

Ratios are of one run: what is compared takes turns, nine rounds (Lighthouse: five), and the median counts. The slow network is Chromium's own
(1.6 Mbit/s, 150 ms), and so is the slow processor (4 ×); nothing is simulated. It reaches no service worker: on the second visit (`again`)
all bytes pass a line of our own that is as slow (`tests/bench/line.mjs`), and the worker, started anew for each visit, computes at full speed.
Keys and scrolling are measured with a quick network. The static page is `tests/bench/static`: the visible words of
the board with the sample posts, written as somebody would by hand, with the board's font and a style sheet of 1 KB, sent compressed.
";

/// On what something was measured.
pub(crate) struct Machine {
    before: String,
}

impl Machine {
    /// Before the measuring.
    pub(crate) fn look() -> Self {
        Self { before: load() }
    }

    /// After it, in words.
    fn line(&self) -> String {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let after = load();
        let busy = [&self.before, &after].iter().any(|load| {
            load.parse::<f64>().is_ok_and(|load| load > 1.5 * f64::from(u32::try_from(cores).unwrap_or(1)))
        });
        let said = if busy { " **The machine was busy: times are longer than they would be.**" } else { "" };
        format!(
            "On {} ({cores} cores, {}), {}. Load before and after: {}, {after}.{said}",
            processor().unwrap_or_else(|| "an unknown processor".to_owned()),
            memory().unwrap_or_else(|| "unknown memory".to_owned()),
            system().unwrap_or_else(|| std::env::consts::OS.to_owned()),
            self.before,
        )
    }
}

/// Puts rows in the place of those that stood there.
pub(crate) fn write(bench: &str, machine: &Machine, rows: &[Row]) -> Result<()> {
    let path = place::at("docs/benchmarks.md");
    let old = fs::read_to_string(&path).unwrap_or_default();
    let new = section(bench, &machine.line(), rows);
    fs::write(&path, page(&old, bench, &new)).context("docs/benchmarks.md cannot be written")
}

/// The page with one section renewed, all of them in the order of [`BENCHES`].
fn page(old: &str, bench: &str, new: &str) -> String {
    let mut page = HEAD.to_owned();
    for one in &BENCHES {
        let title = format!("\n## {}\n", one.name);
        if one.name == bench {
            page += &format!("{title}{new}");
        } else if let Some((_, after)) = old.split_once(&title) {
            let end = after.find("\n## ").unwrap_or(after.len());
            page += &format!("{title}{}", after.get(..end).unwrap_or_default());
        }
    }
    page
}

fn section(bench: &str, machine: &str, rows: &[Row]) -> String {
    let what = BENCHES.iter().find(|one| one.name == bench).map_or("", |one| one.what);
    let mut text =
        format!("`cargo xtask bench {bench}`: {what}. {machine}\n\n| what | bar | reached |\n|---|---|---|\n");
    for row in rows {
        let kept = match row.kept {
            Some(true) | None => "",
            Some(false) => " **not kept**",
        };
        // Spaces at the beginning are for the terminal.
        let _ = writeln!(text, "| {} | {} | {}{kept} |", row.what.trim_start(), row.bar, row.reached);
    }
    text
}

fn load() -> String {
    let loads = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    loads.split(' ').next().filter(|load| !load.is_empty()).unwrap_or("unknown").to_owned()
}

fn processor() -> Option<String> {
    let about = fs::read_to_string("/proc/cpuinfo").ok()?;
    let name = about.lines().find_map(|line| line.strip_prefix("model name"))?;
    Some(name.trim_start_matches([' ', '\t', ':']).to_owned())
}

fn memory() -> Option<String> {
    let about = fs::read_to_string("/proc/meminfo").ok()?;
    let kilobytes: u64 =
        about.lines().find_map(|line| line.strip_prefix("MemTotal:"))?.split_whitespace().next()?.parse().ok()?;
    Some(format!("{} GB", kilobytes.div_ceil(1024 * 1024)))
}

fn system() -> Option<String> {
    let about = fs::read_to_string("/etc/os-release").ok()?;
    let name = about.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?.trim_matches('"').to_owned();
    Some(match node::chromium_version() {
        Some(chromium) => format!("{name}, {chromium}"),
        None => name,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_renews_its_own_section_and_leaves_the_others_in_their_order() {
        let first = page("", "server", "one\n");
        let both = page(&first, "sizes", "two\n");
        assert_eq!(both, format!("{HEAD}\n## sizes\ntwo\n\n## server\none\n"));
        assert_eq!(page(&both, "server", "three\n"), format!("{HEAD}\n## sizes\ntwo\n\n## server\nthree\n"));
    }
}

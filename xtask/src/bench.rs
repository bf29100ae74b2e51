//! `cargo xtask bench`: measures what the project promises, and prints `what | bar | reached`.
//!
//! A bench is a function that gives rows; it stands in [`BENCHES`] and in a module of its own below `bench/`.

use std::process::ExitCode;

use anyhow::{Result, bail};

mod guard;
mod sizes;
mod wire;

/// One line of the table.
pub(crate) struct Row {
    /// What was measured.
    pub(crate) what: String,
    /// What was promised.
    pub(crate) bar: String,
    /// What was measured, in words.
    pub(crate) reached: String,
    /// Whether the promise is kept; nothing when the number is for information.
    pub(crate) kept: Option<bool>,
}

impl Row {
    /// A row with a bar.
    pub(crate) fn measured(what: &str, bar: &str, reached: String, kept: bool) -> Self {
        Self { what: what.to_owned(), bar: bar.to_owned(), reached, kept: Some(kept) }
    }

    /// A row for information.
    pub(crate) fn stated(what: &str, reached: String) -> Self {
        Self { what: what.to_owned(), bar: String::new(), reached, kept: None }
    }
}

struct Bench {
    name: &'static str,
    what: &'static str,
    run: fn() -> Result<Vec<Row>>,
}

/// All benches. The server's (ratio against bytes from memory, start, memory) and Lighthouse come in here as two more entries.
const BENCHES: [Bench; 2] = [
    Bench { name: "sizes", what: "what a phone downloads for the board, and in how many requests", run: sizes::run },
    Bench { name: "guard", what: "how much the privacy guard finds, and how quickly", run: guard::run },
];

/// Prints what there is.
pub(crate) fn list() {
    println!("\nBenches:");
    for bench in &BENCHES {
        println!("  {:8} {}", bench.name, bench.what);
    }
}

/// Runs the named benches, or all. A bench that cannot run, or a bar that is not reached, is a failure.
pub(crate) fn run(names: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = names.iter().find(|name| BENCHES.iter().all(|bench| bench.name != *name)) {
        list();
        bail!("there is no bench `{unknown}`");
    }
    let mut rows = Vec::new();
    for bench in BENCHES.iter().filter(|bench| names.is_empty() || names.iter().any(|name| name == bench.name)) {
        println!("== {}: {}", bench.name, bench.what);
        match (bench.run)() {
            Ok(mut more) => rows.append(&mut more),
            Err(error) => {
                println!("error: {error:#}");
                rows.push(Row::measured(bench.what, "", "could not be measured".to_owned(), false));
            }
        }
    }
    print(&rows);
    Ok(if rows.iter().any(|row| row.kept == Some(false)) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn print(rows: &[Row]) {
    let width = |cell: fn(&Row) -> &str, head: &str| {
        let widest = rows.iter().map(|row| cell(row).chars().count()).max();
        widest.unwrap_or(0).max(head.len())
    };
    let what = width(|row| &row.what, "what");
    let bar = width(|row| &row.bar, "bar");
    println!("\n| {:what$} | {:bar$} | reached", "what", "bar");
    println!("|-{}-|-{}-|--------", "-".repeat(what), "-".repeat(bar));
    for row in rows {
        let kept = match row.kept {
            Some(true) => " (kept)",
            Some(false) => " (NOT KEPT)",
            None => "",
        };
        println!("| {:what$} | {:bar$} | {}{kept}", row.what, row.bar, row.reached);
    }
}

//! `cargo xtask bench`: measures what the project promises, prints `what | bar | reached`, and keeps it in `docs/benchmarks.md`.
//!
//! A bench is a function that gives rows; it stands in [`BENCHES`] and in a module of its own below `bench/`.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

use self::numbers::Numbers;
use crate::cmd::{Kept, cmd};
use crate::row::Row;
use crate::server::{Serving, prepare, start, wait_until_ready};
use crate::{node, place, web};

mod again;
mod flood;
mod guard;
mod keys;
mod lighthouse;
mod listeners;
mod million;
mod numbers;
mod page;
mod paint;
mod scroll;
mod server;
mod sizes;
mod wire;

struct Bench {
    name: &'static str,
    what: &'static str,
    run: fn() -> Result<Vec<Row>>,
}

/// All benches.
const BENCHES: [Bench; 11] = [
    Bench { name: "sizes", what: "what a phone downloads for the board, and in how many requests", run: sizes::run },
    Bench { name: "paint", what: "the first visit of the board beside a static page, really slowed", run: paint::run },
    Bench {
        name: "again",
        what: "the second visit, beside a static page from the cache, really slowed",
        run: again::run,
    },
    Bench { name: "keys", what: "from a key to the paint after it, in a long story, really slowed", run: keys::run },
    Bench { name: "scroll", what: "10,000 posts, scrolled to the end, really slowed", run: scroll::run },
    Bench { name: "lighthouse", what: "Lighthouse's opinion of five pages, really slowed", run: lighthouse::run },
    Bench { name: "server", what: "the server's answers, start and memory", run: server::run },
    Bench {
        name: "million",
        what: "a board of 1,000,000 posts: first page, far pages, search, HTML",
        run: million::run,
    },
    Bench {
        name: "flood",
        what: "200 posts a second for a minute, each on the disk before its answer",
        run: flood::run,
    },
    Bench { name: "listeners", what: "5,000 who listen to what is new", run: listeners::run },
    Bench { name: "guard", what: "how much the privacy guard finds, and how quickly", run: guard::run },
];

/// The server as it is released, made of these very sources.
fn release() -> Result<PathBuf> {
    if !place::server().is_file() || !web::is_fresh()? {
        bail!("the release build is not there or not of these sources: `cargo xtask dist` makes it");
    }
    Ok(place::server())
}

/// Runs a bench of `tests/bench/server.rs` on the release build; `more` stands behind the server's path.
fn of_server(name: &str, more: &[&Path]) -> Result<Numbers> {
    let server = release()?;
    // As many open files as the system lets anybody have: thousands listen at once.
    let raise = "ulimit -n \"$(ulimit -H -n)\" 2>/dev/null; exec \"$@\"";
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let bench = cmd("sh")
        .args(["-c", raise, "sh"])
        .args([cargo])
        .args(["bench", "--quiet", "--locked", "--package", "droombord-tests", "--bench", "server", "--", name])
        .args([server.as_path()])
        .args(more)
        .dir(place::at(""));
    Numbers::of(bench)
}

/// A board, for as long as the first part is kept; and where it listens. With the sample posts, or with what a bench of
/// `tests/bench/server.rs` puts in its folder.
fn board(name: &str, filled: Option<&str>) -> Result<(Kept, String)> {
    let program = release()?;
    let data = place::target("bench").join(name);
    let _ = fs::remove_dir_all(&data);
    if let Some(filled) = filled {
        of_server(filled, &[&data])?;
    }
    let listen = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
    let rest = vec!["--no-limits".to_owned()];
    let serving = Serving { empty: filled.is_some(), data, listen: listen.clone(), rest };
    prepare(&program, &serving)?;
    let mut server = Kept(start(&program, &serving)?);
    wait_until_ready(&mut server.0, &listen)?;
    Ok((server, listen))
}

/// Runs a script of `tests/bench` on a board with the sample posts, with its own packages and the system's Chromium.
fn in_browser(script: &str) -> Result<Numbers> {
    in_browser_with(script, None)
}

/// The same on a [`board`] that was filled.
fn in_browser_with(script: &str, filled: Option<&str>) -> Result<Numbers> {
    node::node()?;
    let folder = place::at("tests/bench");
    node::npm_ci(&folder)?;
    let (chromium, _) = node::chromium()?;
    let (server, listen) = board(script, filled)?;
    let seen = Numbers::of(cmd("node").args([script, &format!("http://{listen}")]).args([chromium]).dir(folder))?;
    drop(server);
    Ok(seen)
}

/// Prints what there is.
pub(crate) fn list() {
    println!("\nBenches:");
    for bench in &BENCHES {
        println!("  {:9} {}", bench.name, bench.what);
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
        let machine = page::Machine::look();
        match (bench.run)() {
            Ok(mut more) => {
                page::write(bench.name, &machine, &more)?;
                rows.append(&mut more);
            }
            Err(error) => {
                println!("error: {error:#}");
                rows.push(Row::measured(bench.what, "", "could not be measured".to_owned(), false));
            }
        }
    }
    print(&rows);
    Ok(if rows.iter().any(|row| row.kept == Some(false)) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The table, on the terminal.
pub(crate) fn print(rows: &[Row]) {
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

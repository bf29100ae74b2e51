//! `cargo xtask prove`: what is too long for every change and still has to hold, tried on the built board. Prints `what | bar | reached`,
//! and keeps it with what was found in `docs/proofs/`.
//!
//! A proof is a suite of `tests/browser/proofs`, or tests of the server that go on for longer than in the gate. Each test leaves a
//! [`record::Record`], and the proof makes rows of their sums.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use self::record::Record;
use crate::cmd::{cargo, cmd};
use crate::suites::needs::{self, BROWSER, FEATURES, Need};
use crate::{bench, row::Row};
use crate::{guard, node, place};

mod faults;
mod listen;
mod page;
mod proxies;
mod record;
mod storage;

/// One proof.
pub(crate) struct Proof {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    /// How it is done and how it is done again: the head of its page.
    about: &'static str,
    how: How,
    /// What the sums must be.
    rows: fn(&Record) -> Vec<Row>,
}

/// What a proof runs.
enum How {
    /// The suite of its name, in a real browser.
    Browser {
        /// What it needs beside the server, Playwright and Chromium.
        prepare: fn() -> Result<()>,
        /// How many tests at a time.
        workers: usize,
    },
    /// Tests of `tests/it`, one after another.
    Server {
        /// Their files.
        files: &'static [&'static str],
        /// How long or how often each tries.
        measure: &'static [(&'static str, &'static str)],
    },
}

impl How {
    /// What it runs on.
    const fn needs(&self) -> &'static [Need] {
        match self {
            Self::Browser { .. } => &[Need::Server, Need::Playwright, Need::Chromium],
            Self::Server { .. } => &[Need::Server, Need::Tests],
        }
    }
}

const PROOFS: [Proof; 4] = [faults::PROOF, listen::PROOF, proxies::PROOF, storage::PROOF];

/// Prints what there is.
pub(crate) fn list() {
    println!("\nProofs:");
    for proof in &PROOFS {
        println!("  {:9} {}", proof.name, proof.what);
    }
    println!(
        "\n`-- FLAGS` go to Playwright. SEED=17 walks one seed of `faults` again, RUNS=20 only the first twenty.\n\
         DROOMBORD_SERVER=PATH tries another server than the one that is built for it."
    );
}

/// Runs the named proofs; names none, and it says which there are.
pub(crate) fn run(names: &[String], rest: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = names.iter().find(|name| PROOFS.iter().all(|proof| proof.name != *name)) {
        list();
        bail!("there is no proof `{unknown}`");
    }
    if names.is_empty() {
        list();
        return Ok(ExitCode::SUCCESS);
    }
    let named = std::env::var_os("DROOMBORD_SERVER");
    let chosen = PROOFS.iter().filter(|proof| names.iter().any(|name| name == proof.name));
    let needs = chosen.flat_map(|proof| proof.how.needs());
    let (lacking, _) = needs::prepare(needs.filter(|need| named.is_none() || **need != Need::Server))?;
    if let Some(need) = lacking.first() {
        bail!("{} could not be prepared; the error stands above", need.what());
    }
    let mut rows = Vec::new();
    for proof in PROOFS.iter().filter(|proof| names.iter().any(|name| name == proof.name)) {
        println!("\n== {}: {}", proof.name, proof.what);
        match prove(proof, rest) {
            Ok(mut more) => rows.append(&mut more),
            Err(error) => {
                println!("\nerror: {error:#}");
                rows.push(Row::measured(proof.what, "", "could not be tried".to_owned(), false));
            }
        }
    }
    bench::print(&rows);
    Ok(if rows.iter().any(|row| row.kept == Some(false)) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Runs one and keeps its page.
fn prove(proof: &Proof, rest: &[String]) -> Result<Vec<Row>> {
    let folder = place::target("proofs").join(proof.name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let command = match proof.how {
        How::Browser { prepare, workers } => {
            prepare()?;
            let (chromium, _) = node::chromium()?;
            cmd("npx")
                .args(["--no-install", "playwright", "test", "--config=proofs.config.ts", "--reporter=list"])
                .args([format!("--workers={workers}"), format!("{}.spec.ts", proof.name)])
                .args(rest)
                .dir(place::at(BROWSER))
                .env(
                    "DROOMBORD_GUARD",
                    std::env::var_os("DROOMBORD_GUARD").unwrap_or_else(|| guard::native_path().into()),
                )
                .env("CHROMIUM_PATH", chromium)
        }
        How::Server { files, measure } => measure.iter().fold(
            cargo()
                .args(["test", "--locked", "--workspace", "--features", FEATURES, "--test", "it", "--"])
                .args(files)
                .args(["--test-threads=1", "--nocapture"])
                .args(rest)
                .dir(place::at("")),
            |command, (name, value)| command.env(name, value),
        ),
    };
    let (status, _) = command
        .env("DROOMBORD_PROOF", &folder)
        .env("DROOMBORD_SERVER", std::env::var_os("DROOMBORD_SERVER").unwrap_or_else(|| place::server().into()))
        .tee()?;
    let record = Record::read(&folder)?;
    let mut rows = (proof.rows)(&record);
    if !status.success() && rows.iter().all(|row| row.kept != Some(false)) {
        rows.push(Row::measured("every test of it ended well", "all", "no: see what was printed".to_owned(), false));
    }
    // A part of it is no evidence for all of it.
    if rest.is_empty() && std::env::var_os("SEED").is_none() {
        page::write(proof, &rows, &record)?;
    }
    Ok(rows)
}

impl Proof {
    /// The head of its page.
    pub(crate) fn about(&self) -> &'static str {
        self.about
    }
}

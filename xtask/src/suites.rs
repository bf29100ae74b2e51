//! The test suites: which there are, how long each may take, and the one line at the end.
//!
//! A suite that cannot run has failed; nothing is passed over in silence. The numbers are the runners' own.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

use self::needs::{BROWSER, FEATURES, Need, has_nextest, runner};
use crate::cmd::{Cmd, cargo, cmd};
use crate::count::{Count, count};
use crate::say::took;
use crate::{budgets, guard, node, pins, place};

pub(crate) mod needs;

/// One suite.
struct Suite {
    name: &'static str,
    what: &'static str,
    /// What it may take once everything is compiled. CI fails a suite that takes more than [`FAR`] times as long.
    budget: Duration,
    /// Whether `cargo xtask check` has it too.
    quick: bool,
    /// What is prepared before, outside its budget.
    needs: &'static [Need],
    run: fn(&Wishes) -> Result<Count>,
}

/// Ordered so that the quickest "no" comes first. All budgets together stay under twelve minutes.
const SUITES: [Suite; 6] = [
    Suite {
        name: "format",
        what: "every Rust file as rustfmt has it",
        budget: Duration::from_secs(10),
        quick: true,
        needs: &[],
        run: format,
    },
    Suite {
        name: "lints",
        what: "clippy, warnings denied: server side, browser side, tests, tools",
        budget: Duration::from_secs(90),
        quick: true,
        needs: &[Need::WasmTarget],
        run: lints,
    },
    Suite {
        name: "unit",
        what: "the tests that live in the crates",
        budget: Duration::from_secs(40),
        quick: true,
        needs: &[Need::Tests],
        run: unit,
    },
    Suite {
        name: "http",
        what: "the server from outside: contract, store, model, durability, tidy",
        budget: Duration::from_secs(60),
        quick: false,
        needs: &[Need::Tests],
        run: http,
    },
    Suite {
        name: "weight",
        what: "what phones download, beside its budget",
        budget: Duration::from_secs(10),
        quick: false,
        needs: &[Need::Server],
        run: |_| budgets::test(),
    },
    Suite {
        name: "browser",
        what: "journeys and accessibility in a real Chromium",
        budget: Duration::from_secs(480),
        quick: false,
        needs: &[Need::Server, Need::Playwright, Need::Chromium],
        run: browser,
    },
];

/// How far over its budget a suite may go before CI calls it a failure.
const FAR: u32 = 3;

/// How many tests of a suite may need a second try, which only CI gives them.
const AGAIN: usize = 2;

/// What was asked beside the names of the suites.
struct Wishes {
    /// Flags for the browser tests' runner.
    rest: Vec<String>,
}

/// `cargo xtask test`.
pub(crate) fn test(only: &[String], rest: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = only.iter().find(|name| SUITES.iter().all(|suite| suite.name != *name)) {
        let names: Vec<_> = SUITES.iter().map(|suite| suite.name).collect();
        bail!("there is no suite `{unknown}`; there are {}", names.join(", "));
    }
    let chosen: Vec<_> =
        SUITES.iter().filter(|suite| only.is_empty() || only.iter().any(|name| name == suite.name)).collect();
    all(&chosen, &Wishes { rest: rest.to_vec() })
}

/// `cargo xtask check`.
pub(crate) fn check() -> Result<ExitCode> {
    let chosen: Vec<_> = SUITES.iter().filter(|suite| suite.quick).collect();
    all(&chosen, &Wishes { rest: Vec::new() })
}

fn all(chosen: &[&Suite], wishes: &Wishes) -> Result<ExitCode> {
    let began = Instant::now();
    let mut total = Count::default();
    let mut report = Vec::new();

    let (lacking, took_to_prepare) = needs::prepare(chosen.iter().flat_map(|suite| suite.needs))?;
    if chosen.iter().any(|suite| !suite.needs.is_empty()) {
        report.push(format!("  {:8} {took_to_prepare}", "prepare"));
    }
    for (at, suite) in chosen.iter().enumerate() {
        println!("\n== {}/{} {}: {}", at + 1, chosen.len(), suite.name, suite.what);
        let began = Instant::now();
        let outcome = match suite.needs.iter().find(|need| lacking.contains(need)) {
            Some(need) => Err(anyhow!("not tried: {} could not be prepared; the error stands above", need.what())),
            None => (suite.run)(wishes),
        };
        let mut count = outcome.unwrap_or_else(|error| {
            println!("\nerror: {error:#}");
            Count { failed: 1, ..Count::default() }
        });
        let time = began.elapsed();
        let mut note = String::new();
        if time > suite.budget {
            note = format!(", over its budget of {}", took(suite.budget));
            if time > suite.budget * FAR && std::env::var_os("CI").is_some() {
                note += ": FAILED by that";
                count.failed += 1;
            }
        }
        if count.again > 0 {
            note += &format!("; {} only at the second try", count.again);
            // A few may be the machine's; more are ours.
            if count.again > AGAIN {
                note += ": FAILED by that";
                count.failed += 1;
            }
        }
        report.push(format!(
            "  {:8} {} passed, {} failed, in {}{note}",
            suite.name,
            count.passed,
            count.failed,
            took(time)
        ));
        total += count;
    }

    println!("\nSuites, {} in all:\n{}\n", took(began.elapsed()), report.join("\n"));
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn format(_: &Wishes) -> Result<Count> {
    cargo().args(["fmt", "--all", "--check"]).dir(place::at("")).run().context("mend it with `cargo fmt --all`")?;
    // A gate, not a test: it counts only when it fails.
    Ok(Count::default())
}

fn lints(_: &Wishes) -> Result<Count> {
    let clippy = |args: &[&str]| {
        cargo().args(["clippy", "--locked"]).args(args).args(["--", "-D", "warnings"]).dir(place::at("")).run()
    };
    clippy(&["--workspace", "--all-targets", "--features", FEATURES])?;
    // The app as a browser gets it: other code is compiled there.
    clippy(&["--package", "droombord", "--features", "csr", "--target", pins::WASM_TARGET])?;
    Ok(Count::default())
}

/// Where the tests from outside are.
const OUTSIDE: &str = "droombord-tests";

fn unit(_: &Wishes) -> Result<Count> {
    if !has_nextest() {
        return counted(runner().args(["--exclude", OUTSIDE]));
    }
    let mut all = counted(runner().args(["--no-fail-fast", "-E", &format!("not package({OUTSIDE})")]))?;
    // nextest leaves out the examples in doc comments.
    let (status, text) =
        cargo().args(["test", "--doc", "--locked", "--workspace", "--features", FEATURES]).dir(place::at("")).tee()?;
    let docs = count(&text);
    all += docs;
    if !status.success() && docs.failed == 0 {
        bail!("the examples in doc comments cannot be tested");
    }
    Ok(all)
}

fn http(_: &Wishes) -> Result<Count> {
    let server = place::at("target/debug/droombord-server");
    if has_nextest() {
        counted(runner().args(["--no-fail-fast", "-E", &format!("package({OUTSIDE})")]).env("DROOMBORD_SERVER", server))
    } else {
        let test = cargo().args(["test", "--locked", "--no-fail-fast", "--package", OUTSIDE]).dir(place::at(""));
        counted(test.env("DROOMBORD_SERVER", server))
    }
}

fn browser(wishes: &Wishes) -> Result<Count> {
    let (chromium, _) = node::chromium()?;
    counted(
        cmd("npx")
            // Another reporter would end in words that cannot be counted.
            .args(["--no-install", "playwright", "test", "--reporter=list"])
            .args(&wishes.rest)
            .dir(place::at(BROWSER))
            .env("DROOMBORD_SERVER", place::server())
            .env("DROOMBORD_GUARD", guard::native_path())
            .env("CHROMIUM_PATH", chromium),
    )
}

/// Runs a test runner and reads its numbers. One that ran nothing has proven nothing.
fn counted(runner: Cmd) -> Result<Count> {
    let line = runner.line();
    let (status, text) = runner.tee()?;
    let mut count = count(&text);
    if count == Count::default() {
        bail!("`{line}` ran no test ({status})");
    }
    if !status.success() && count.failed == 0 {
        println!("\nerror: `{line}` failed ({status}) although it counts no failed test");
        count.failed += 1;
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_budgets_together_stay_under_twelve_minutes() {
        let all: Duration = SUITES.iter().map(|suite| suite.budget).sum();
        assert!(all < Duration::from_secs(12 * 60), "{all:?}");
    }
}

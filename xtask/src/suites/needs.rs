//! What suites need before they run: set up and compiled once for all of them, and apart from their budgets, so that a budget measures
//! the tests and not the machine.
//!
//! A need that cannot be met fails the suites that have it, and no others: without Node the contract is still tested.

use anyhow::Result;

use crate::artifact::Mode;
use crate::cmd::{Cmd, cargo, find};
use crate::say::{Outcome, Steps};
use crate::web;
use crate::{guard, node, place, server, tools};

/// One thing to have ready.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// The compiler's standard library for browsers.
    WasmTarget,
    /// All tests that cargo runs, compiled.
    Tests,
    /// The server in release with the app inside, and so the app and its tools.
    Server,
    /// The packages of the browser tests.
    Playwright,
    /// A browser.
    Chromium,
}

impl Need {
    /// What it is, in words.
    pub(crate) fn what(self) -> &'static str {
        match self {
            Self::WasmTarget => "the compiler's target for browsers",
            Self::Tests => "the compiled tests",
            Self::Server => "the server with the app inside",
            Self::Playwright => "the packages of the browser tests",
            Self::Chromium => "Chromium",
        }
    }

    fn steps(self) -> usize {
        match self {
            Self::Server => tools::STEPS + web::STEPS + 2,
            Self::WasmTarget | Self::Tests | Self::Playwright | Self::Chromium => 1,
        }
    }

    fn meet(self, steps: &mut Steps) -> Result<()> {
        match self {
            Self::WasmTarget => steps.step("The compiler's target for browsers", tools::wasm_target),
            Self::Tests => steps.step("The tests, compiled", || {
                runner().args(["--no-run"]).run()?;
                // Some tests start the server as a process. Built here, with the same features: in a test it would be
                // compiled with others, and that takes minutes.
                cargo()
                    .args(["build", "--locked", "--workspace", "--bin", "droombord-server", "--features", FEATURES])
                    .dir(place::at(""))
                    .run()?;
                Ok(Outcome::Done)
            }),
            Self::Server => {
                tools::install(steps)?;
                web::build(steps, Mode::Release)?;
                steps.step("The server, with the app inside", || server::build(Mode::Release))?;
                steps.step("The guard, to compare with", guard::native)
            }
            Self::Playwright => steps.step("The browser tests' packages, by npm", || {
                node::node()?;
                node::npm_ci(&place::at(BROWSER))
            }),
            Self::Chromium => steps.step("Chromium", || Ok(node::chromium()?.1)),
        }
    }
}

/// Meets all needs, each once; gives those that could not be met, and how long it took.
pub(crate) fn prepare<'a>(needs: impl Iterator<Item = &'a Need>) -> Result<(Vec<Need>, String)> {
    let mut needs: Vec<_> = needs.copied().collect();
    needs.sort();
    needs.dedup();
    web::folders()?;
    let mut steps = Steps::new(needs.iter().map(|need| need.steps()).sum());
    let mut lacking = Vec::new();
    let mut end = 0;
    for need in needs {
        end += need.steps();
        if let Err(error) = need.meet(&mut steps) {
            println!("\nerror: {error:#}\n");
            lacking.push(need);
            steps.skip_to(end);
        }
    }
    Ok((lacking, steps.took()))
}

/// The app as the server uses it, and all of our tools.
pub(crate) const FEATURES: &str = "droombord/ssr,xtask/pack";

/// The folder of the browser tests.
pub(crate) const BROWSER: &str = "tests/browser";

/// Compiles every test of the workspace in one way, whichever of them run: choosing them by package would compile the libraries again.
pub(crate) fn runner() -> Cmd {
    let runner = cargo().dir(place::at(""));
    let runner = if has_nextest() { runner.args(["nextest", "run"]) } else { runner.args(["test"]) };
    runner.args(["--locked", "--workspace", "--features", FEATURES])
}

/// Whether the quicker test runner is there.
pub(crate) fn has_nextest() -> bool {
    find("cargo-nextest").is_some()
}

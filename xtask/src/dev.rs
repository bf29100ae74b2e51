//! `cargo xtask dev`: builds quickly, serves, and does both again when a file changes.
//!
//! It looks at the files twice a second: no library for that. Open pages load again by a line of script that only this build puts into
//! them (`web::RELOAD`).

use std::path::Path;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use crate::artifact::Mode;
use crate::cmd::Kept;
use crate::say::Steps;
use crate::server::{self, Serving};
use crate::web;
use crate::{place, tools};

const WATCHED: [&str; 11] = [
    "src",
    "style",
    "assets",
    "crates",
    "index.html",
    "own.html",
    "desk.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "xtask/src",
];

/// Watches, for ever.
pub(crate) fn watch(serving: &Serving) -> Result<ExitCode> {
    tools::install(&mut Steps::new(tools::STEPS))?;
    let mut running: Option<Kept> = None;
    loop {
        let seen = newest()?;
        match once(serving, running.take()) {
            Ok(child) => {
                running = Some(child);
                println!(
                    "\nReady: http://{} (open pages load again by themselves; waiting for a change)",
                    serving.listen
                );
            }
            Err(error) => println!("\nerror: {error:#}\nWaiting for a change"),
        }
        while newest()? == seen {
            thread::sleep(Duration::from_millis(500));
        }
        println!("\nSomething changed");
    }
}

fn once(serving: &Serving, before: Option<Kept>) -> Result<Kept> {
    let mut steps = Steps::new(web::STEPS + 3);
    web::build(&mut steps, Mode::Dev)?;
    steps.step("The server", || server::build(Mode::Dev))?;
    let binary = place::target("debug/droombord-server");
    // The old one serves until the new one is built.
    drop(before);
    steps.step("The folder of data", || server::prepare(&binary, serving))?;
    let mut child = None;
    steps.step("The board opens", || {
        let mut started = Kept(server::start(&binary, serving)?);
        server::wait_until_ready(&mut started.0, &serving.listen)?;
        child = Some(started);
        web::tell_pages()?;
        Ok(crate::say::Outcome::Done)
    })?;
    child.ok_or_else(|| anyhow::anyhow!("the server did not start"))
}

/// When the newest of all watched files was written, and how many there are: a deleted file counts too.
fn newest() -> Result<(SystemTime, usize)> {
    let mut seen = (SystemTime::UNIX_EPOCH, 0);
    for path in WATCHED {
        look(&place::at(path), &mut seen);
    }
    Ok(seen)
}

fn look(path: &Path, seen: &mut (SystemTime, usize)) {
    // A file may vanish between listing and looking; the next look sees it right.
    let Ok(about) = path.metadata() else { return };
    if about.is_dir() {
        let Ok(inside) = path.read_dir() else { return };
        inside.flatten().for_each(|entry| look(&entry.path(), seen));
    } else if let Ok(time) = about.modified() {
        *seen = (seen.0.max(time), seen.1 + 1);
    }
}

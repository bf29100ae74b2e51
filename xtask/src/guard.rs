//! The privacy guard's own program: compiled apart from the pages, since it runs in a worker and only where somebody writes.
//!
//! Two files come out, named alike by their content: a script and its code. A page names them in a `meta` element and loads them later.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::artifact::Mode;
use crate::cmd::{cargo, cmd};
use crate::fingerprint::Fingerprint;
use crate::program::Program;
use crate::say::Outcome;
use crate::{pins, place};

const PACKAGE: &str = "droombord-guard-worker";

/// Compiles it.
pub(crate) fn compile(mode: Mode) -> Result<()> {
    cargo()
        .args(["build", "--locked", "--package", PACKAGE, "--profile", mode.profile(), "--target", pins::WASM_TARGET])
        .dir(place::at(""))
        .run()
}

/// Compiles it for this machine: the browser tests compare what both say.
pub(crate) fn native() -> Result<Outcome> {
    cargo().args(["build", "--locked", "--package", PACKAGE]).dir(place::at("")).run()?;
    Ok(Outcome::Done)
}

/// Where that is.
pub(crate) fn native_path() -> PathBuf {
    place::target("debug").join(PACKAGE)
}

/// Puts both files into a folder and gives the element with which a page names them.
pub(crate) fn put(dist: &Path, public_url: &str, mode: Mode) -> Result<String> {
    let work = place::target("guard");
    let built = place::target(pins::WASM_TARGET).join(mode.folder()).join(format!("{PACKAGE}.wasm"));
    cmd(place::tool("bin/wasm-bindgen"))
        .args(["--target", "no-modules", "--no-typescript", "--out-name", "guard", "--out-dir"])
        .args([work.as_os_str(), built.as_os_str()])
        .output()
        .context("wasm-bindgen cannot read the guard")?;
    let (code, script) = (work.join("guard_bg.wasm"), work.join("guard.js"));
    let begin = fs::read_to_string(place::at("crates/droombord-guard-worker/worker.js"))?;
    fs::write(&script, format!("{}\n{begin}", fs::read_to_string(&script)?))?;
    if mode == Mode::Release {
        Program { code: &code, script: &script, is_module: false }.lighten()?;
    }
    let (code, script) = (fs::read(&code)?, fs::read_to_string(&script)?);
    let name = format!("guard-{}", Fingerprint::new().bytes(&code).bytes(script.as_bytes()));
    fs::write(dist.join(format!("{name}.wasm")), code)?;
    fs::write(dist.join(format!("{name}.js")), script)?;
    Ok(format!("<meta name=\"droombord-guard\" content=\"{public_url}{name}\">\n"))
}

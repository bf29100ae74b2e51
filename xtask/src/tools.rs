//! The build tools: fetched once, pinned, into `.tools` in the workspace and nowhere else.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::cmd::{cargo, cmd};
use crate::say::{Outcome, Steps};
use crate::{node, pins, place};

/// How many steps [`install`] takes.
pub(crate) const STEPS: usize = 4;

/// Sets up everything that the build of the app needs.
pub(crate) fn install(steps: &mut Steps) -> Result<()> {
    fs::create_dir_all(place::tool("bin")).context("cannot make the folder .tools in the workspace")?;
    steps.step("The compiler's target for browsers", wasm_target)?;
    steps.step(&format!("Trunk {} (the first time: some minutes)", pins::TRUNK), || {
        from_source(
            "trunk",
            pins::TRUNK,
            // Its TLS and its look for a newer self are never used here.
            &["--locked", "--no-default-features"],
        )
    })?;
    let bindgen = locked_version("wasm-bindgen")?;
    steps.step(&format!("wasm-bindgen {bindgen} (as in Cargo.lock)"), || {
        // No --locked: its lock file does not build.
        let outcome = from_source("wasm-bindgen-cli", &bindgen, &["--bin", "wasm-bindgen"])?;
        // Both tools share what they compile; now nothing needs it any more.
        let _ = fs::remove_dir_all(place::tool("build"));
        Ok(outcome)
    })?;
    steps.step("wasm-opt and terser, by npm", node::tools)
}

/// PATH with our tools before the user's own.
pub(crate) fn path() -> Result<std::ffi::OsString> {
    let user = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(place::tool("bin")).chain(std::env::split_paths(&user));
    std::env::join_paths(paths).context("PATH holds a name that cannot be used")
}

/// Installs the compiler's standard library for browsers.
pub(crate) fn wasm_target() -> Result<Outcome> {
    let sysroot = cmd("rustc").args(["--print", "sysroot"]).output()?;
    let installed = std::path::Path::new(sysroot.trim()).join("lib/rustlib").join(pins::WASM_TARGET);
    if installed.is_dir() {
        return Ok(Outcome::Fresh);
    }
    cmd("rustup")
        .args(["target", "add", pins::WASM_TARGET])
        .run()
        .with_context(|| {
            format!(
                "the compiler cannot build for browsers yet. With rustup: `rustup target add {0}`. Without rustup: install your \
                 system's package of Rust's standard library for {0}",
                pins::WASM_TARGET
            )
        })?;
    Ok(Outcome::Done)
}

fn from_source(name: &str, version: &str, more: &[&str]) -> Result<Outcome> {
    // cargo keeps this list for each folder it installs into.
    let list = fs::read_to_string(place::tool(".crates.toml")).unwrap_or_default();
    if list.contains(&format!("\"{name} {version} (")) {
        return Ok(Outcome::Fresh);
    }
    let mut install = cargo()
        .args(["install", name, "--version", &format!("={version}"), "--force"])
        .args(more)
        .args(["--root".as_ref(), place::tool("").as_os_str()])
        .args(["--target-dir".as_ref(), place::tool("build").as_os_str()])
        .dir(place::at(""));
    for (variable, value) in pins::TOOL_PROFILE {
        install = install.env(variable, value);
    }
    install.run().with_context(|| {
        format!(
            "cannot build {name} {version}. It needs a C compiler and the network (crates.io). Run the same command again: it goes on \
             where it stopped"
        )
    })?;
    Ok(Outcome::Done)
}

/// The version of a package in the workspace's lock file.
fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(place::at("Cargo.lock")).context("cannot read Cargo.lock")?;
    match version_in(&lock, package) {
        Some(version) => Ok(version.to_owned()),
        None => bail!("Cargo.lock has no package {package}"),
    }
}

fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, after) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    after.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_package_with_exactly_this_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}

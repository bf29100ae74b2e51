//! What comes by npm: `wasm-opt` and `terser` for smaller downloads, Playwright for the browser tests. And the browser itself.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::cmd::{cmd, find};
use crate::fingerprint::Fingerprint;
use crate::say::Outcome;
use crate::{pins, place};

/// Where a tool that makes downloads smaller is, when it could be installed.
pub(crate) fn tool_path(name: &str) -> Option<PathBuf> {
    let path = place::tool("node/node_modules/.bin").join(name);
    (path.exists() && node().is_ok()).then_some(path)
}

/// Installs `wasm-opt` and `terser`. The app also works without: then it is larger, and that is said.
pub(crate) fn tools() -> Result<Outcome> {
    const WITHOUT: &str = "The app is built without wasm-opt and terser: it works, and is a little larger";
    if let Err(why) = node() {
        return Ok(Outcome::Without(format!("{why}. {WITHOUT}")));
    }
    let folder = place::tool("node");
    fs::create_dir_all(&folder)?;
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        fs::copy(place::at("xtask").join(file), folder.join(file))
            .with_context(|| format!("cannot copy xtask/{file} to .tools/node"))?;
    }
    match npm_ci(&folder) {
        Ok(outcome) => Ok(outcome),
        Err(error) => Ok(Outcome::Without(format!("{error:#}. {WITHOUT}"))),
    }
}

/// Installs exactly what a folder's lock file says, unless that was done before.
pub(crate) fn npm_ci(folder: &Path) -> Result<Outcome> {
    let lock = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("{} has no package-lock.json", folder.display()))?;
    let wanted = Fingerprint::new().bytes(&lock);
    let stamp = folder.join("node_modules/.droombord");
    if wanted.is_at(&stamp) {
        return Ok(Outcome::Fresh);
    }
    cmd("npm")
        .args(["ci", "--no-audit", "--no-fund"])
        .dir(folder)
        // Playwright would fetch a browser of its own; the system's Chromium is used.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .output()
        .context("npm cannot install the packages")?;
    wanted.leave(&stamp)?;
    Ok(Outcome::Done)
}

/// Whether Node is there and new enough.
pub(crate) fn node() -> Result<()> {
    let way_out = format!("Install Node {} or newer, with npm, from your system's packages", pins::NODE_MAJOR);
    let Ok(version) = cmd("node").args(["--version"]).output() else {
        bail!("Node is not installed. {way_out}");
    };
    match major(&version) {
        Some(major) if major >= pins::NODE_MAJOR => {}
        Some(_) | None => bail!("Node {} is too old. {way_out}", version.trim()),
    }
    if find("npm").is_none() {
        bail!("Node is there, but npm is not. {way_out}");
    }
    Ok(())
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// A Chromium for the tests: the one that is named, or found, or (as root on Debian and its like) installed now.
pub(crate) fn chromium() -> Result<(PathBuf, Outcome)> {
    for variable in ["CHROMIUM_PATH", "CHROMIUM"] {
        if let Some(path) = std::env::var_os(variable).map(PathBuf::from) {
            if path.is_file() {
                return Ok((path, Outcome::Fresh));
            }
            bail!("{variable} names {}, which is not there", path.display());
        }
    }
    if let Some(path) = chromium_in_path() {
        return Ok((path, Outcome::Fresh));
    }
    let root = cmd("id").args(["-u"]).output().is_ok_and(|id| id.trim() == "0");
    if root && find("apt-get").is_some() {
        println!("      No Chromium here: installing it with `apt-get install chromium`");
        cmd("apt-get").args(["update", "-q"]).output()?;
        cmd("apt-get")
            .args(["install", "-y", "-q", "--no-install-recommends", "chromium"])
            .env("DEBIAN_FRONTEND", "noninteractive")
            .output()?;
        if let Some(path) = chromium_in_path() {
            return Ok((path, Outcome::Done));
        }
    }
    bail!(
        "the browser tests need Chromium. Install it (Debian, Ubuntu: `sudo apt-get install chromium`), or name one: \
         `CHROMIUM=/path/to/chromium cargo xtask test`"
    )
}

/// What the browser calls itself, when there is one.
pub(crate) fn chromium_version() -> Option<String> {
    let said = cmd(chromium_in_path()?).args(["--version"]).output().ok()?;
    Some(said.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
}

fn chromium_in_path() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| find(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_node_says() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("something else"), None);
    }
}

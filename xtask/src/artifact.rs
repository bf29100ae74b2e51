//! What every build step for browsers shares: for whom it builds, how files are named, and the program that makes them small.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::cmd::cargo;
use crate::fingerprint::Fingerprint;
use crate::place;

/// For whom the app is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Small and slow to build: for phones.
    Release,
    /// Quick to build: for whoever changes it.
    Dev,
}

impl Mode {
    /// The profile of the browser's programs.
    pub(crate) fn profile(self) -> &'static str {
        match self {
            Self::Release => "wasm-release",
            Self::Dev => "dev",
        }
    }

    /// Where cargo puts what has this profile.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Release => "wasm-release",
            Self::Dev => "debug",
        }
    }
}

/// `pack` is a program of its own: what it needs takes a minute to compile, and only this module waits for it.
pub(crate) fn pack(args: &[impl AsRef<std::ffi::OsStr>]) -> Result<()> {
    cargo()
        .args(["run", "--quiet", "--package", "xtask", "--features", "pack", "--bin", "pack", "--"])
        .args(args)
        .dir(place::at(""))
        .run()
}

/// `name.ext` becomes `name-<hash of the content>.ext`.
pub(crate) fn hashed_name(path: &Path) -> Result<String> {
    hashed(&path.file_stem().unwrap_or_default().to_string_lossy(), path)
}

/// The same, with a name of its own.
pub(crate) fn hashed(stem: &str, path: &Path) -> Result<String> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    Ok(format!("{stem}-{}.{extension}", Fingerprint::new().bytes(&bytes)))
}

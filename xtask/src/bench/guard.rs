//! The privacy guard on the texts of `tests/corpus`. The measuring is the guard's own example; here its words pass through.

use std::fs;

use anyhow::{Context, Result, bail};

use super::Row;
use crate::cmd::cargo;
use crate::place;

/// Runs the example on every file of the corpus.
pub(crate) fn run() -> Result<Vec<Row>> {
    let folder = place::at("tests/corpus");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .with_context(|| format!("there is no {}", folder.display()))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("{} has no file *.jsonl", folder.display());
    }
    cargo()
        .args(["run", "--quiet", "--release", "--package", "droombord-guard", "--example", "measure", "--"])
        .args(&files)
        .dir(place::at(""))
        .run()?;
    Ok(vec![Row::stated("privacy guard", "its own table stands above".to_owned())])
}

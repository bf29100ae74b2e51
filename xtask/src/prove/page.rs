//! `docs/proofs/NAME.md`: what was proven last, on which commit, and what was found.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};

use super::{Proof, record::Record};
use crate::cmd::cmd;
use crate::place;
use crate::row::Row;

/// Writes the page of a proof again.
pub(super) fn write(proof: &Proof, rows: &[Row], record: &Record) -> Result<()> {
    let folder = place::at("docs/proofs");
    fs::create_dir_all(&folder).context("cannot make docs/proofs")?;
    let path = folder.join(proof.name).with_extension("md");
    fs::write(&path, page(proof, &commit(), rows, record))
        .with_context(|| format!("{} cannot be written", path.display()))
}

fn page(proof: &Proof, commit: &str, rows: &[Row], record: &Record) -> String {
    let mut text = format!(
        "# {}\n\nWritten by `cargo xtask prove {}`; do not change it by hand. Of {commit}.\n\n{}\n| what | bar | reached |\n|---|---|---|\n",
        proof.name,
        proof.name,
        proof.about()
    );
    for row in rows {
        let kept = if row.kept == Some(false) { " **not kept**" } else { "" };
        let _ = writeln!(text, "| {} | {} | {}{kept} |", row.what.trim_start(), row.bar, row.reached);
    }
    for words in &record.words {
        let _ = write!(text, "\n{words}\n");
    }
    text
}

/// The commit that was tried.
fn commit() -> String {
    let other =
        std::env::var_os("DROOMBORD_SERVER").map_or("", |_| ", tried on a server that was named (`DROOMBORD_SERVER`)");
    let git = |args: &[&str]| cmd("git").args(args).dir(place::at("")).output().unwrap_or_default();
    let changed =
        if git(&["status", "--porcelain", "--untracked-files=no"]).trim().is_empty() { "" } else { ", with changes" };
    match git(&["rev-parse", "--short", "HEAD"]).trim() {
        "" => "sources outside of git".to_owned(),
        commit => format!("commit {commit}{changed}{other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_of_what_it_is_what_was_reached_and_what_was_found() {
        let rows = [Row::measured("walks", "200", "3".to_owned(), false), Row::stated("  steps", "40".to_owned())];
        let mut record = Record::default();
        record.words.push("SEED=7".to_owned());
        let page = page(&super::super::PROOFS[0], "commit 1234abc", &rows, &record);
        assert!(page.contains("Of commit 1234abc."), "{page}");
        assert!(page.ends_with("| walks | 200 | 3 **not kept** |\n| steps |  | 40 |\n\nSEED=7\n"), "{page}");
    }
}

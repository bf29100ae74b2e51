//! `cargo xtask t NAME`: one unit or HTTP test, without any program for the browser.
//!
//! Only the package in which the test stands is compiled, with what it needs itself: the whole workspace would bring the build tools along.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::cmd::cargo;
use crate::{place, web};

/// Where tests that cargo runs stand: the folder, and the flags that choose its target.
const HOMES: [(&str, &[&str]); 6] = [
    ("tests/it", &["--package", "droombord-tests", "--test", "it"]),
    ("crates/droombord-server/src", &["--package", "droombord-server", "--lib"]),
    ("crates/droombord-domain/src", &["--package", "droombord-domain", "--lib"]),
    ("crates/droombord-guard/src", &["--package", "droombord-guard", "--lib"]),
    ("crates/droombord-guard-worker/src", &["--package", "droombord-guard-worker", "--lib"]),
    ("src", &["--package", "droombord", "--lib", "--features", "ssr"]),
];

/// Runs every test whose name contains one of these.
pub(crate) fn run(names: &[String]) -> Result<()> {
    let [name] = names else { bail!("name one test, or a part of its name: cargo xtask t NAME") };
    // Rust names a test `file::name`; in the sources only the last part stands beside `fn`.
    let wanted = name.rsplit("::").next().unwrap_or(name);
    let mut homes = BTreeSet::new();
    for (index, (folder, _)) in HOMES.iter().enumerate() {
        for path in rust_files(&place::at(folder))? {
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            if text.lines().any(|line| is_test(line, wanted)) {
                homes.insert(index);
            }
        }
    }
    if homes.is_empty() {
        bail!(
            "no test that cargo runs has `{wanted}` in its name; those of the browser: cargo xtask test --only browser -- -g NAME"
        );
    }
    // The server takes the app from these folders; an empty one is enough for its own tests.
    web::folders()?;
    for (_, flags) in homes.into_iter().filter_map(|index| HOMES.get(index)) {
        let line =
            cargo().dir(place::at("")).args(["test", "--quiet", "--locked"]).args(*flags).args(["--", name.as_str()]);
        println!("{}", line.line());
        line.run()?;
    }
    Ok(())
}

fn is_test(line: &str, wanted: &str) -> bool {
    let line = line.trim_start();
    let line = line.strip_prefix("pub ").unwrap_or(line);
    let line = line.strip_prefix("async ").unwrap_or(line);
    line.strip_prefix("fn ").and_then(|rest| rest.split('(').next()).is_some_and(|name| name.contains(wanted))
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_is_found_by_a_part_of_its_name() {
        for (line, found) in [
            ("async fn another_site_changes_nothing() {", true),
            ("    fn a_site_is_ours() {", true),
            ("// fn site()", false),
            ("fn other() -> Result<()> { site() }", false),
        ] {
            assert_eq!(is_test(line, "site"), found, "{line}");
        }
    }
}

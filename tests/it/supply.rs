//! What others made and we build on: from where it comes, and what it lets us do.

use serde::Deserialize;
use std::{collections::BTreeSet, fs, path::PathBuf, process::Command};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// They ask for their text to be kept and nothing more.
const LICENCES: [&str; 11] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Zlib",
];

/// The server's machine, and browsers. Crates for other machines are in the lock file and never built.
const TARGETS: [&str; 2] = ["x86_64-unknown-linux-gnu", "wasm32-unknown-unknown"];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    license: Option<String>,
    source: Option<String>,
}

fn packages(target: &str) -> Vec<Package> {
    let told = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked", "--filter-platform", target])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    serde_json::from_slice::<Metadata>(&told.stdout).unwrap().packages
}

/// Whether an SPDX expression leaves a way that is open to us: of what is joined by "and" every part, of "or" one.
fn open_to_us(expression: &str) -> bool {
    expression.split(" AND ").all(|part| {
        part.trim_matches(['(', ')']).replace('/', " OR ").split(" OR ").any(|one| LICENCES.contains(&one.trim()))
    })
}

#[test]
fn every_crate_comes_from_the_registry_under_a_licence_that_is_open_to_us() {
    let mut closed = BTreeSet::new();
    let mut elsewhere = BTreeSet::new();
    let mut looked_at = 0;
    for Package { name, license, source } in TARGETS.into_iter().flat_map(packages) {
        looked_at += 1;
        if !license.as_deref().is_some_and(open_to_us) {
            closed.insert(format!("{name}: {license:?}"));
        }
        if source.as_ref().is_some_and(|source| !source.starts_with("registry+")) {
            elsewhere.insert(format!("{name}: {source:?}"));
        }
    }
    assert!(looked_at > 100, "the crates were found: {looked_at}");
    assert!(closed.is_empty(), "{closed:#?}");
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
    for closed in ["GPL-3.0-only", "MIT AND LGPL-2.1-only", "(GPL-2.0 OR SSPL-1.0) AND MIT", ""] {
        assert!(!open_to_us(closed), "{closed:?}");
    }
}

/// So that whoever builds decides from where packages come, and what came is what was pinned.
#[test]
fn the_lock_files_of_node_hold_sums_and_no_addresses() {
    for folder in ["xtask", "tests/browser"] {
        let path = root().join(folder).join("package-lock.json");
        let lock: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let packages = lock["packages"].as_object().unwrap();
        assert!(packages.len() > 1, "{folder} pins nothing");
        for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
            assert!(package.get("resolved").is_none(), "{folder}: {name} has an address");
            assert!(package.get("integrity").is_some(), "{folder}: {name} has no sum");
        }
    }
}

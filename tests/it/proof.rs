//! What a test tells `cargo xtask prove`: sums, in a file each, as `xtask/src/prove/record.rs` reads them.

use std::{env, fs, path::Path};

/// Keeps the numbers of a test, when it is a part of a proof.
pub fn keep(test: &str, numbers: &[(&str, u64)]) {
    eprintln!("{test}: {numbers:?}");
    if let Some(folder) = env::var_os("DROOMBORD_PROOF") {
        let lines: String =
            numbers.iter().map(|(name, value)| format!("{} {value}\n", name.replace(' ', "-"))).collect();
        fs::write(Path::new(&folder).join(format!("{test}.record")), lines).unwrap();
    }
}

//! Where things are in the workspace.

use std::path::{Path, PathBuf};

/// A path inside the workspace.
pub(crate) fn at(path: impl AsRef<Path>) -> PathBuf {
    // xtask/ stands directly in the workspace.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).join(path)
}

/// A path inside the folder of tools, which git ignores.
pub(crate) fn tool(path: impl AsRef<Path>) -> PathBuf {
    at(".tools").join(path)
}

/// A path inside cargo's target folder.
pub(crate) fn target(path: impl AsRef<Path>) -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => std::env::current_dir().unwrap_or_default().join(dir).join(path),
        None => at("target").join(path),
    }
}

/// The server as `cargo build --release` leaves it.
pub(crate) fn server() -> PathBuf {
    target("release/droombord-server")
}

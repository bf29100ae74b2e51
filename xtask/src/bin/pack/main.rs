//! `pack`: the part of the web build that needs large crates. Called by `cargo xtask`, not by people.
//!
//! `pack css STYLE_DIR OUT_DIR [URL=NEW_URL]…` joins the style sheets; `pack compress DIR…` compresses what a browser fetches.
//! `pack fewer CODE`, `pack alike CODE` and `pack short CODE SCRIPT` make a program smaller, see `wasm.rs`.

use std::path::Path;

use anyhow::{Result, bail};

mod compress;
mod css;
mod wasm;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["css", style, out, renamed @ ..] => css::join(Path::new(style), Path::new(out), renamed),
        ["compress", folders @ ..] => folders.iter().try_for_each(|folder| compress::folder(Path::new(folder))),
        ["fewer", program] => wasm::fewer(Path::new(program)),
        ["alike", program] => wasm::alike(Path::new(program)),
        ["short", program, script] => wasm::short(Path::new(program), Path::new(script)),
        other => bail!("pack does not know {other:?}; see its first lines"),
    }
}

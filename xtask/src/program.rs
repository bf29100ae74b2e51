//! Programs for browsers, made as small as they can be: code, the script that starts it, and scripts that are no part of one.

use std::path::Path;

use anyhow::{Context, Result};

use crate::artifact::pack;
use crate::cmd::cmd;
use crate::{node, pins};

/// What a browser downloads to run one of the app's programs.
pub(crate) struct Program<'a> {
    pub(crate) code: &'a Path,
    pub(crate) script: &'a Path,
    /// Whether pages import the script, or a worker runs it.
    pub(crate) is_module: bool,
}

impl Program<'_> {
    /// Makes both files smaller, in their places. Without Node, only as far as it goes without.
    pub(crate) fn lighten(&self) -> Result<()> {
        let (code, script) = (self.code.as_os_str(), self.script.as_os_str());
        pack(&["fewer".as_ref(), code])?;
        if let Some(wasm_opt) = node::tool_path("wasm-opt") {
            let optimise = |args: &[&str]| {
                cmd(&wasm_opt).args(args).args(pins::WASM_FEATURES).args([code, "-o".as_ref(), code]).output()
            };
            optimise(&pins::WASM_OPT)?;
            pack(&["alike".as_ref(), code])?;
            optimise(&["--reorder-functions-by-name"])?;
        }
        pack(&["short".as_ref(), code, script])?;
        lighten_script(self.script, self.is_module)
    }
}

/// Makes a script smaller, in its place. Without Node it stays as it is.
pub(crate) fn lighten_script(script: &Path, is_module: bool) -> Result<()> {
    let Some(terser) = node::tool_path("terser") else { return Ok(()) };
    cmd(terser)
        .args(is_module.then_some("--module"))
        .args(pins::TERSER)
        .args(["--output".as_ref(), script.as_os_str(), "--".as_ref(), script.as_os_str()])
        .output()
        .with_context(|| format!("terser cannot read {}", script.display()))?;
    Ok(())
}

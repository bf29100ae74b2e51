//! Brotli, once and as small as it gets, instead of at every request.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;

/// What gains by it. Fonts and pictures are compressed already; the pages themselves are filled by the server.
const ENDINGS: [&str; 6] = ["css", "js", "json", "svg", "wasm", "webmanifest"];

/// Writes `file.br` beside every file of the folder that becomes smaller by it.
pub(crate) fn folder(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    thread::scope(|scope| {
        let running: Vec<_> = files.iter().map(|path| scope.spawn(move || file(path))).collect();
        for thread in running {
            match thread.join() {
                Ok(result) => result?,
                Err(_) => bail!("a thread broke down"),
            }
        }
        Ok(())
    })
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| ENDINGS.iter().any(|ending| extension == *ending)) {
            files.push(path);
        }
    }
    Ok(())
}

fn file(path: &Path) -> Result<()> {
    let plain = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let params =
        BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: plain.len(), ..BrotliEncoderParams::default() };
    let mut small = Vec::new();
    let mut writer = brotli::CompressorWriter::with_params(&mut small, 64 * 1024, &params);
    writer.write_all(&plain)?;
    drop(writer);
    let beside = PathBuf::from(format!("{}.br", path.display()));
    if small.len() < plain.len() {
        fs::write(&beside, small).with_context(|| format!("cannot write {}", beside.display()))?;
    }
    Ok(())
}

//! The style sheets: joined in the order of their layers, small, and understood by the oldest browser we promise.
//!
//! Three sheets come out: `board.css` for who reads, `own.css` with what only writers see, and `desk.css` with the blocks of the desk too.
//! Newer CSS is rewritten where the oldest browsers need it (nesting, `light-dark()`); a test of this module says what must not slip through.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

/// Chrome and Android WebView 111, Safari 16.4, Firefox 115.
fn oldest_browsers() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Targets::from(Browsers {
        android: version(111, 0),
        chrome: version(111, 0),
        firefox: version(115, 0),
        ios_saf: version(16, 4),
        safari: version(16, 4),
        ..Browsers::default()
    })
}

/// The folders of blocks; each sheet has those of the one before it, and one more.
const FOLDERS: [&str; 3] = ["block", "own", "desk"];

/// Writes the sheets.
pub(crate) fn join(style: &Path, out: &Path, renamed: &[&str]) -> Result<()> {
    for (name, count) in [("board", 1), ("own", 2), ("desk", 3)] {
        let folders = FOLDERS.get(..count).unwrap_or_default();
        let mut all = String::new();
        for file in in_order(style, folders)? {
            let css = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
            // Alone first: then an error names its file and line.
            small(&css, &file.to_string_lossy())?;
            all += &css;
        }
        for pair in renamed {
            let (old, new) = pair.split_once('=').context("a new name is given as OLD=NEW")?;
            all = all.replace(old, new);
        }
        let path = out.join(name).with_extension("css");
        fs::write(&path, small(&all, name)?).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn in_order(style: &Path, folders: &[&str]) -> Result<Vec<PathBuf>> {
    let mut files: Vec<_> = ["layers", "reset", "tokens", "base", "layout"]
        .iter()
        .map(|name| style.join(name).with_extension("css"))
        .collect();
    for folder in folders {
        let folder = style.join(folder);
        let mut blocks: Vec<_> = fs::read_dir(&folder)
            .with_context(|| format!("cannot read {}", folder.display()))?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<Vec<_>>>()?;
        blocks.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
        blocks.sort();
        files.append(&mut blocks);
    }
    files.push(style.join("utility.css"));
    Ok(files)
}

fn small(css: &str, name: &str) -> Result<String> {
    let told = |error: String| anyhow!("{name}: {error}");
    let targets = oldest_browsers();
    let options = ParserOptions { filename: name.to_owned(), ..ParserOptions::default() };
    let mut sheet = StyleSheet::parse(css, options).map_err(|error| told(error.to_string()))?;
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| told(error.to_string()))?;
    let printed = sheet
        .to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })
        .map_err(|error| told(error.to_string()))?;
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_for_light_and_dark_are_rewritten_in_tokens_and_in_blocks() -> Result<()> {
        let css = small(
            ":root{color-scheme:light dark;--ink:light-dark(#123456,#fedcba)} :root[data-theme=dark]{color-scheme:dark} a{color:light-dark(red,blue)}",
            "test",
        )?;
        assert!(!css.contains("light-dark("), "{css}");
        assert!(css.contains("prefers-color-scheme:dark"), "{css}");
        assert!(css.contains("#123456") && css.contains("#fedcba"), "{css}");
        Ok(())
    }

    #[test]
    fn nesting_is_rewritten() -> Result<()> {
        assert_eq!(small("a{color:red;& > b{color:#00f}}", "test")?, "a{color:red}a>b{color:#00f}");
        Ok(())
    }

    #[test]
    fn an_error_names_its_file() {
        let error = small("a{color:red", "style/block/note.css").and_then(|_| small("a{{}}}", "style/block/note.css"));
        let error = error.map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.contains("style/block/note.css")));
    }

    /// Every control that can be chosen, as often as its file says so, with the selector that makes it look so.
    const CHOSEN: [(&str, &str); 13] = [
        ("components/frame.rs", ".tabs__link[aria-current]"),
        ("components/note.rs", ".note__tags a[aria-current]"),
        ("components/reactions.rs", ".reactions__button[aria-pressed=true]"),
        ("desk/decide.rs", ".button[aria-pressed=true]"),
        ("desk/judging.rs", ".button[aria-pressed=true]"),
        ("desk/keywords.rs", ".button[aria-pressed=true]"),
        ("desk/reading.rs", ".desk__list[aria-current]"),
        ("desk/reading.rs", ".queue__row[aria-current]"),
        ("pages/board.rs", ".filter__chip[aria-current]"),
        ("pages/mine/answered.rs", ".button[aria-pressed=true]"),
        ("pages/mine/boss.rs", ".button[aria-pressed=true]"),
        ("pages/mine/promised.rs", ".button[aria-pressed=true]"),
        ("pages/promises.rs", ".filter__chip[aria-current]"),
    ];

    #[test]
    fn everything_that_can_be_chosen_looks_chosen_by_more_than_its_colour() -> Result<()> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut css = String::new();
        for file in in_order(&root.join("style"), &FOLDERS)? {
            css += &fs::read_to_string(file)?;
        }
        let css = small(&css, "all")?;
        let mut folders = vec![root.join("src")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let chooses = fs::read_to_string(&path)?.lines().any(|line| {
                    let line = line.trim_start();
                    !line.starts_with("//") && ["aria-pressed=", "aria-current="].iter().any(|it| line.contains(it))
                });
                let name = path.strip_prefix(root.join("src"))?.to_string_lossy().into_owned();
                assert!(
                    !chooses || CHOSEN.iter().any(|(file, _)| *file == name),
                    "{name}: what can be chosen is named"
                );
            }
        }
        for (file, selector) in CHOSEN.iter() {
            let mut rules = css.split('}').filter_map(|rule| {
                let (selectors, looks) = rule.rsplit_once('{')?;
                selectors.contains(selector).then_some(looks)
            });
            let shape = ["font-weight", "border", "outline", "text-decoration", "box-shadow"];
            assert!(rules.any(|looks| shape.iter().any(|it| looks.contains(it))), "{file}: {selector}");
        }
        Ok(())
    }
}

//! What makes the app one that a phone can keep: manifest, icons, the script of every page, the service worker.
//!
//! The worker gets a number that changes with anything that phones keep, and the names of the files that it may keep.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::artifact::{Mode, hashed_name};
use crate::fingerprint::Fingerprint;
use crate::program::lighten_script;
use crate::{node, place};

/// The icons that the manifest names.
const ICONS: [&str; 4] = ["icon.svg", "icon-192.png", "icon-512.png", "icon-maskable-512.png"];
/// The icon of a phone that does not read the manifest's.
const TOUCH_ICON: &str = "icon-192.png";
const SCRIPT: &str = "phone.js";
/// For pages where somebody writes, and for the worker.
const OUTBOX: &str = "outbox.js";
/// *Weg hier*, in every page.
pub(crate) const EXIT: &str = "exit.js";
/// What is done before the program is there, in every page that has one.
pub(crate) const EARLY: &str = "early.js";
/// These two travel in every page, so their size is a promise: in bytes, made small and not packed. Packed, both together are 2.6 KB of a
/// first visit.
const EXIT_LIMIT: usize = 1_800;
const EARLY_LIMIT: usize = 4_800;
const FILES_MARK: &str = "/*droombord:files*/ { build: \"\", looks: [], programs: [], sums: {} }";

/// Makes the scripts that pages name or hold, as small as they can be.
pub(crate) fn scripts(mode: Mode) -> Result<()> {
    for name in [SCRIPT, OUTBOX, EXIT, EARLY] {
        fs::copy(asset(name), part(name)).with_context(|| format!("cannot copy assets/{name}"))?;
        if mode == Mode::Release {
            lighten_script(&part(name), false)?;
        }
    }
    if mode == Mode::Release && node::tool_path("terser").is_some() {
        for (name, limit) in [(EXIT, EXIT_LIMIT), (EARLY, EARLY_LIMIT)] {
            let bytes = inline(name)?.len();
            ensure!(bytes <= limit, "assets/{name} has {bytes} bytes; it is in every page and may have {limit}");
        }
    }
    Ok(())
}

/// A script that stands in pages.
pub(crate) fn inline(name: &str) -> Result<String> {
    fs::read_to_string(part(name)).with_context(|| format!("cannot read {name}"))
}

/// Puts the script of every page beside the app.
pub(crate) fn share(dist: &Path) -> Result<()> {
    copied(dist, &part(SCRIPT)).map(|_| ())
}

/// The elements of every visitors' page that link to it, to the manifest and to the icon.
pub(crate) fn links(public_url: &str) -> Result<String> {
    let (script, touch) = (hashed_name(&part(SCRIPT))?, hashed_name(&asset(TOUCH_ICON))?);
    Ok(format!(
        "<link rel=\"manifest\" href=\"/manifest.webmanifest\">\n\
         <link rel=\"apple-touch-icon\" href=\"{public_url}{touch}\">\n\
         <script defer src=\"{public_url}{script}\" fetchpriority=\"low\"></script>\n"
    ))
}

/// Puts the outbox beside the app of those who write, and gives the element that loads it.
pub(crate) fn outbox(dist: &Path, public_url: &str) -> Result<String> {
    let script = copied(dist, &part(OUTBOX))?;
    Ok(format!("<script defer src=\"{public_url}{script}\" fetchpriority=\"low\"></script>\n"))
}

/// Writes what stands at the root of the site. The folders hold everything else by now.
pub(crate) fn put(board: &Path, own: &Path) -> Result<()> {
    let mut manifest = fs::read_to_string(asset("manifest.webmanifest"))?;
    for icon in ICONS {
        let (old, new) = (format!("\"{icon}\""), format!("\"/app/{}\"", copied(board, &asset(icon))?));
        ensure!(manifest.contains(&old), "the manifest does not name {icon}");
        manifest = manifest.replace(&old, &new);
    }
    fs::write(board.join("manifest.webmanifest"), manifest)?;

    let (shared, of_board) = files(board, "/app/")?;
    let (_, of_own) = files(own, "/own/")?;
    let programs: Vec<String> = of_board.into_iter().chain(of_own).collect();
    let worker = fs::read_to_string(asset("sw.js"))?;
    ensure!(worker.matches(FILES_MARK).count() == 1, "assets/sw.js must hold {FILES_MARK} exactly once");
    let outbox = fs::read_to_string(asset(OUTBOX))?;
    let mut number = Fingerprint::new().bytes(worker.as_bytes()).bytes(outbox.as_bytes());
    for page in [board.join("index.html"), board.join("words.html"), own.join("index.html")] {
        number = number.bytes(&fs::read(&page).with_context(|| format!("cannot read {}", page.display()))?);
    }
    // Some files share one number in their names: what each is, is written beside it.
    let mut sums = Vec::new();
    for (folder, public_url) in [(board, "/app/"), (own, "/own/")] {
        for name in shared.iter().chain(&programs).filter_map(|file| file.strip_prefix(public_url)) {
            let sum = Fingerprint::new().bytes(&fs::read(folder.join(name))?).to_string();
            if !name.contains(&sum) {
                sums.push(format!("\"{public_url}{name}\": \"{sum}\""));
            }
        }
    }
    let list = |files: &[String]| files.iter().map(|file| format!("\"{file}\"")).collect::<Vec<_>>().join(", ");
    let filled = format!(
        "{{ build: \"{number}\", looks: [{}], programs: [{}], sums: {{ {} }} }}",
        list(&shared),
        list(&programs),
        sums.join(", ")
    );
    let sw = board.join("sw.js");
    fs::write(&sw, format!("{outbox}{}", worker.replace(FILES_MARK, &filled)))?;
    lighten_script(&sw, false)?;
    fs::copy(asset("farewell.js"), board.join("farewell.js"))?;
    Ok(())
}

/// What a phone keeps of a folder: first what every page needs, then programs. Their names change with their content.
fn files(dist: &Path, public_url: &str) -> Result<(Vec<String>, Vec<String>)> {
    let mut names: Vec<String> = fs::read_dir(dist)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    names.sort();
    let is_program = |name: &str| {
        (name.ends_with(".js") || name.ends_with(".wasm"))
            && (name.starts_with("droombord") || name.starts_with("guard-") || name.starts_with("outbox-"))
    };
    let is_look = |name: &str| {
        let page_icon = name.starts_with("icon-") && name.ends_with(".svg");
        name.ends_with(".css") || name.ends_with(".woff2") || page_icon || name.starts_with("phone-")
    };
    let named = |chosen: &dyn Fn(&str) -> bool| {
        names.iter().filter(|name| chosen(name)).map(|name| format!("{public_url}{name}")).collect::<Vec<_>>()
    };
    Ok((named(&is_look), named(&is_program)))
}

fn asset(name: &str) -> PathBuf {
    place::at("assets").join(name)
}

/// A script that was made small.
fn part(name: &str) -> PathBuf {
    place::at("dist/parts").join(name)
}

/// Copies a file under a name that changes with its content.
fn copied(dist: &Path, file: &Path) -> Result<String> {
    let new = hashed_name(file)?;
    fs::copy(file, dist.join(&new)).with_context(|| format!("cannot copy {}", file.display()))?;
    Ok(new)
}

//! The web app: style sheets, Trunk for each page, smaller programs, and everything compressed beforehand.
//!
//! Leaves `dist/board` (readers, under `/app/`), `dist/own` (writers, under `/own/`) and `dist/desk` (the desk, under `/staff/`).
//! `dist/board/words.html` is the page without a program. Nothing is done again when nothing
//! changed. File names carry a hash of what is in them, so the server may let browsers keep them for ever.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, bail, ensure};

use crate::artifact::{Mode, hashed, hashed_name, pack};
use crate::cmd::{cargo, cmd};
use crate::fingerprint::Fingerprint;
use crate::program::Program;
use crate::say::{Outcome, Steps};
use crate::template::{Filling, fill};
use crate::{guard, node, phone, pins, place, tools};

/// How many steps [`build`] takes.
pub(crate) const STEPS: usize = 4;

/// One of the pages that Trunk builds.
struct Entry {
    /// Its folder in `dist`.
    name: &'static str,
    page: &'static str,
    bin: &'static str,
    public_url: &'static str,
}

const ENTRIES: [Entry; 3] = [
    Entry { name: "board", page: "index.html", bin: "droombord", public_url: "/app/" },
    Entry { name: "own", page: "own.html", bin: "droombord-own", public_url: "/own/" },
    Entry { name: "desk", page: "desk.html", bin: "droombord-desk", public_url: "/staff/" },
];

/// Everything that the app is made of.
const SOURCES: [&str; 14] = [
    "src",
    "style",
    "assets",
    "crates/droombord-domain",
    "crates/droombord-guard",
    "crates/droombord-guard-worker",
    "index.html",
    "own.html",
    "desk.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "xtask/src",
];

/// Builds both pages, each step only when something changed.
pub(crate) fn build(steps: &mut Steps, mode: Mode) -> Result<()> {
    let stamp = place::at("dist/.stamp");
    let now = fingerprint(mode)?;
    let fresh = now.is_at(&stamp) && ENTRIES.iter().all(|entry| place::at("dist").join(entry.name).is_dir());
    if !fresh {
        // A build that stops half-way must not look like the one before it.
        let _ = fs::remove_file(&stamp);
    }
    let step = |steps: &mut Steps, what: &str, work: &dyn Fn() -> Result<()>| {
        steps.step(what, || {
            if fresh {
                return Ok(Outcome::Fresh);
            }
            work().map(|()| Outcome::Done)
        })
    };
    step(steps, "Style sheets: joined, checked and made small", &style_sheets)?;
    step(steps, "The app, compiled for the browser", &|| compile(mode))?;
    step(steps, "Pages: Trunk, and smaller programs", &|| pages(mode))?;
    step(steps, "Everything compressed beforehand", &|| compress(mode))?;
    if !fresh {
        now.leave(&stamp)?;
    }
    Ok(())
}

/// Makes the folders that the server takes the app from: without an app, it too compiles, and can be checked and tested.
pub(crate) fn folders() -> Result<()> {
    for entry in &ENTRIES {
        let folder = place::at("dist").join(entry.name);
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    Ok(())
}

/// Whether `dist` holds the app of these very sources, in release.
pub(crate) fn is_fresh() -> Result<bool> {
    Ok(fingerprint(Mode::Release)?.is_at(&place::at("dist/.stamp")))
}

fn fingerprint(mode: Mode) -> Result<Fingerprint> {
    let with = match mode {
        Mode::Dev => "dev",
        Mode::Release if node::tool_path("wasm-opt").is_some() => "release, smaller",
        Mode::Release => "release",
    };
    Fingerprint::new().bytes(with.as_bytes()).tree(&SOURCES)
}

fn style_sheets() -> Result<()> {
    fs::create_dir_all(place::at("dist/parts"))?;
    // The sheets name fonts as they stand in the workspace; they are served by one address for all programs, named by their content.
    let mut args = vec!["css".to_owned(), "style".to_owned(), "dist/parts".to_owned()];
    for font in FONTS {
        args.push(format!("../{font}={SHARED}{}", hashed_name(&place::at(font))?));
    }
    pack(&args)
}

/// All programs in one go: the long links at the end then run side by side, and Trunk finds its work done.
fn compile(mode: Mode) -> Result<()> {
    let bins = ENTRIES.iter().flat_map(|entry| ["--bin", entry.bin]);
    cargo()
        .args(["build", "--locked", "--features", "csr", "--profile", mode.profile(), "--target", pins::WASM_TARGET])
        .args(bins)
        .dir(place::at(""))
        .run()?;
    guard::compile(mode)
}

fn pages(mode: Mode) -> Result<()> {
    phone::scripts(mode)?;
    for entry in &ENTRIES {
        trunk(entry, mode)?;
    }
    // `wasm-opt` keeps one core busy for long; there are several files.
    thread::scope(|scope| {
        let running = ENTRIES.iter().map(|entry| scope.spawn(move || finish(entry, mode))).collect::<Vec<_>>();
        for entry in running {
            match entry.join() {
                Ok(result) => result?,
                Err(_) => bail!("a thread broke down"),
            }
        }
        Ok(())
    })?;
    match mode {
        Mode::Release => phone::put(&place::at("dist/board"), &place::at("dist/own")),
        // Somebody who changes the app wants to see the change.
        Mode::Dev => Ok(()),
    }
}

fn trunk(entry: &Entry, mode: Mode) -> Result<()> {
    let dist = Path::new("dist").join(entry.name);
    let mut trunk = cmd(place::tool("bin/trunk"))
        .args(["build", entry.page, "--public-url", entry.public_url])
        .args(["--dist".as_ref(), dist.as_os_str()])
        .dir(place::at(""))
        .env("PATH", tools::path()?)
        // cargo's switch for colours is not one that Trunk understands.
        .env("NO_COLOR", "true");
    if mode == Mode::Release {
        trunk = trunk.args(["--release"]);
    }
    trunk.output().with_context(|| format!("Trunk cannot build {}", entry.page))?;
    Ok(())
}

/// What comes after Trunk: smaller code, names by content, and the page as the server needs it.
fn finish(entry: &Entry, mode: Mode) -> Result<()> {
    let dist = place::at("dist").join(entry.name);
    let mut renamed = Vec::new();
    if mode == Mode::Release {
        let (code, script) = (only_file(&dist, "_bg.wasm")?, only_file(&dist, ".js")?);
        Program { code: &code, script: &script, is_module: true }.lighten()?;
        // Trunk named the files after what came in; their names must follow what goes out.
        for path in [code, script] {
            let new = hashed(entry.bin, &path)?;
            fs::rename(&path, dist.join(&new))?;
            let old = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            renamed.push((old, new));
        }
    }
    if entry.public_url == SHARED {
        share(&dist)?;
        phone::share(&dist)?;
    }
    let mut links = links()?;
    if entry.name != "desk" {
        links += &phone::links(SHARED)?;
    }
    if entry.name == "own" {
        // Somebody writes there.
        links += &phone::outbox(&dist, entry.public_url)?;
        links += &guard::put(&dist, entry.public_url, mode)?;
    }
    let (exit, early) = (phone::inline(phone::EXIT)?, phone::inline(phone::EARLY)?);
    let icons = fs::read_to_string(place::at("assets/icons.svg")).context("cannot read assets/icons.svg")?;
    let style = place::at("dist/parts").join(entry.name).with_extension("css");
    let style = fs::read_to_string(style).context("cannot read the style sheet")?;
    let page = dist.join("index.html");
    let filling =
        Filling { exit: &exit, early: &early, style: &style, icons: &icons, links: &links, renamed: &renamed };
    let filled = fill(&fs::read_to_string(&page)?, &filling).with_context(|| format!("{} does not fit", entry.page))?;
    let filled = match mode {
        Mode::Release => filled,
        Mode::Dev => filled.replace("</head>", &format!("<script>{RELOAD}</script>\n</head>")),
    };
    if entry.name == "board" {
        fs::write(dist.join("words.html"), without_program(&filled, early.trim())?)?;
    }
    fs::write(&page, filled)?;
    Ok(())
}

/// Only in pages of `cargo xtask dev`: loads the page again once a new build is served.
const RELOAD: &str = "let built;setInterval(async()=>{try{const now=await(await fetch('/app/built.txt',{cache:'no-store'})).text();\
                      if(built&&built!==now)location.reload();built=now}catch{}},1000)";

/// Tells open pages of `cargo xtask dev` that a new build is served.
pub(crate) fn tell_pages() -> Result<()> {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Ok(fs::write(place::at("dist/board/built.txt"), now.as_millis().to_string())?)
}

/// The page of words: nothing takes it over, so it is ready as it comes.
fn without_program(page: &str, early: &str) -> Result<String> {
    let early = format!("<script>{early}</script>");
    ensure!(page.contains(&early), "the page has no script for what is done before its program is there");
    let mut page = page.replace(&early, "").replace("<div id=\"app\">", "<div id=\"app\" data-ready>");
    // Trunk writes these, as Trunk.toml says.
    for (from, to) in [
        ("<script type=\"module\">", "</script>"),
        ("<link rel=\"modulepreload\"", ">"),
        ("<link rel=\"preload\" href=\"/app/droombord", ">"),
    ] {
        let begin = page.find(from).with_context(|| format!("the page has no {from}"))?;
        let length = page[begin..].find(to).with_context(|| format!("{from} has no end"))? + to.len();
        page.replace_range(begin..begin + length, "");
    }
    Ok(page)
}

/// Where the files are served from that all programs look with.
const SHARED: &str = "/app/";
const ICON: &str = "assets/icon.svg";

/// Puts fonts and icon beside the readers' program, named by their content.
fn share(dist: &Path) -> Result<()> {
    for file in FONTS.into_iter().chain([ICON]) {
        fs::copy(place::at(file), dist.join(hashed_name(&place::at(file))?))?;
    }
    Ok(())
}

/// The elements of every page that link to them.
fn links() -> Result<String> {
    let mut links = String::new();
    for font in FONTS {
        let name = hashed_name(&place::at(font))?;
        links +=
            &format!("<link rel=\"preload\" href=\"{SHARED}{name}\" as=\"font\" type=\"font/woff2\" crossorigin>\n");
    }
    let name = hashed_name(&place::at(ICON))?;
    links += &format!("<link rel=\"icon\" href=\"{SHARED}{name}\" type=\"image/svg+xml\">\n");
    Ok(links)
}

/// The fonts of the first page. Asked for at once, since they are wanted by every page and small: without this, a browser learns of
/// them only after the style sheet.
const FONTS: [&str; 1] = ["assets/font/hyperlegible-nl.woff2"];

fn compress(mode: Mode) -> Result<()> {
    match mode {
        Mode::Release => pack(&["compress", "dist/board", "dist/own", "dist/desk", "dist/parts"]),
        Mode::Dev => Ok(()),
    }
}

fn only_file(folder: &Path, ending: &str) -> Result<PathBuf> {
    let mut found = fs::read_dir(folder)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.to_string_lossy().ends_with(ending));
    match (found.next(), found.next()) {
        (Some(path), None) => Ok(path),
        (None, _) => bail!("{} has no file *{ending}", folder.display()),
        (Some(_), Some(_)) => bail!("{} has more than one file *{ending}", folder.display()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_words_loads_no_program() -> Result<()> {
        let page = "<script>/* exit */</script><script>keep()</script><script type=\"module\">go()</script><link rel=\"preload\" href=\"/app/font.woff2\">\
                    <link rel=\"modulepreload\" href=\"/app/a.js\"><link rel=\"preload\" href=\"/app/droombord.wasm\"><div id=\"app\"></div>";
        assert_eq!(
            without_program(page, "keep()")?,
            "<script>/* exit */</script><link rel=\"preload\" href=\"/app/font.woff2\"><div id=\"app\" data-ready></div>"
        );
        Ok(())
    }
}

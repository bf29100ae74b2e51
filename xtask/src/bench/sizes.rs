//! What the first visit to the board costs a phone: counted on the wire, in a real Chromium, on an empty profile.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::wire::{Fetched, Wire};
use super::{Row, board};
use crate::cmd::cmd;
use crate::{node, place};

const LIMIT_KB: f64 = 260.0;
const LIMIT_CSS_KB: f64 = 14.0;
const LIMIT_REQUESTS: usize = 10;
const LIMIT_GUARD_KB: f64 = 90.0;

/// Opens `/` of a board with the sample posts once.
pub(crate) fn run() -> Result<Vec<Row>> {
    let (server, listen) = board("sizes")?;
    let wire = Wire::before(&listen)?;
    let profile = place::target("bench/profile");
    let _ = fs::remove_dir_all(&profile);
    open(&format!("http://{}/", wire.listen), &profile)?;
    let seen = wire.seen();
    drop(server);
    rows(&seen)
}

/// Lets Chromium load a page and all that it asks for.
fn open(url: &str, profile: &std::path::Path) -> Result<()> {
    let (chromium, _) = node::chromium()?;
    cmd(chromium)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        .args(["--disable-component-update", "--disable-sync", "--no-first-run", "--window-size=390,844"])
        .args([&format!("--user-data-dir={}", profile.display()), "--virtual-time-budget=8000", "--dump-dom", url])
        .output()
        .context("Chromium cannot open the board")?;
    // Requests that the page sends at its very end still arrive.
    std::thread::sleep(Duration::from_millis(300));
    Ok(())
}

fn rows(seen: &[Fetched]) -> Result<Vec<Row>> {
    if let Some(bad) = seen.iter().find(|fetched| fetched.status != 200) {
        bail!("{} answers {}", bad.path, bad.status);
    }
    let all: usize = seen.iter().map(|fetched| fetched.body).sum();
    let css: usize = of_kind(seen, "css").map(|fetched| fetched.body).sum();
    let mut rows = vec![
        Row::measured("board, everything, first visit", "<= 260 KB", kb(all), kilo(all) <= LIMIT_KB),
        Row::measured("css", "<= 14 KB", kb(css), kilo(css) <= LIMIT_CSS_KB),
        guard()?,
        Row::measured("requests", "<= 10", seen.len().to_string(), seen.len() <= LIMIT_REQUESTS),
    ];
    for fetched in seen {
        let how = if fetched.compressed { ", compressed" } else { "" };
        rows.push(Row::stated(&format!("  {}", fetched.path), format!("{}{how}", kb(fetched.body))));
    }
    Ok(rows)
}

/// What somebody who writes downloads more: the guard's script and code.
fn guard() -> Result<Row> {
    let mut all = 0;
    for entry in fs::read_dir(place::at("dist/own"))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("guard-") && name.ends_with(".br") {
            all += usize::try_from(entry.metadata()?.len())?;
        }
    }
    Ok(Row::measured(
        "guard download, brotli, only when writing",
        "<= 90 KB",
        kb(all),
        all > 0 && kilo(all) <= LIMIT_GUARD_KB,
    ))
}

fn of_kind<'a>(seen: &'a [Fetched], ending: &'a str) -> impl Iterator<Item = &'a Fetched> {
    seen.iter().filter(move |fetched| fetched.path.ends_with(ending))
}

fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

fn kb(bytes: usize) -> String {
    format!("{:.1} KB", kilo(bytes))
}

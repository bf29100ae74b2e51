//! What the first visit to the board costs a phone: counted on the wire, in a real Chromium, on an empty profile.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::board;
use super::wire::{Fetched, Wire};
use crate::budgets;
use crate::cmd::cmd;
use crate::row::Row;
use crate::{node, place};

/// Opens `/` of a board with the sample posts once.
pub(crate) fn run() -> Result<Vec<Row>> {
    let (server, listen) = board("sizes", None)?;
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
    let mut rows = vec![
        budgets::VISIT.row("board, everything, first visit", kilo(all), |it| Ok(format!("{it:.1} KB")))?,
        budgets::REQUESTS.row("requests", seen.len() as f64, |it| Ok(format!("{it:.0}")))?,
    ];
    for budget in &budgets::FILES {
        rows.push(budget.bar.row(budget.what, kilo(budget.reached()?), |it| Ok(format!("{it:.1} KB")))?);
    }
    for fetched in seen {
        let how = if fetched.compressed { ", compressed" } else { "" };
        rows.push(Row::stated(&format!("  {}", fetched.path), format!("{}{how}", kb(fetched.body))));
    }
    Ok(rows)
}

fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

fn kb(bytes: usize) -> String {
    format!("{:.1} KB", kilo(bytes))
}

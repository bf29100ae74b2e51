//! `prove listen`: what a real screen reader says. The walks are `tests/browser/proofs/listen.spec.ts`.

use anyhow::{Context, Result, bail};

use super::record::Record;
use super::{How, Proof};
use crate::cmd::{cmd, find};
use crate::row::Row;

pub(super) const PROOF: Proof = Proof {
    name: "listen",
    what: "a screen reader (Orca) with Firefox and Chromium: every change is told, once, in twelve words, and typing repeats nothing",
    about: "\
Orca in Dutch reads real browsers on a virtual screen; its voice writes what it would say (`tests/browser/support/listen`). Each walk presses keys
as people do who do not see the screen, and states what should be heard after each act. «…» was said. It is what the reader sent to its voice, not
how a voice pronounces it, and other readers may do otherwise. In the gate the page-wide region is tested after every step of the journeys, and
the comparing itself in `tests/browser/specs/speech.spec.ts`.
",
    // There is one screen.
    how: How::Browser { prepare: packages, workers: 1 },
    rows,
};

/// A program of each Debian package, or a file that it brings.
const PACKAGES: [(&str, &str); 14] = [
    ("orca", "/usr/bin/orca"),
    ("at-spi2-core", "/usr/libexec/at-spi-bus-launcher"),
    ("gir1.2-atspi-2.0", "/usr/share/doc/gir1.2-atspi-2.0"),
    ("gir1.2-wnck-3.0", "/usr/share/doc/gir1.2-wnck-3.0"),
    ("python3-pyatspi", "/usr/share/doc/python3-pyatspi"),
    ("python3-speechd", "/usr/share/doc/python3-speechd"),
    ("dbus", "/usr/bin/dbus-daemon"),
    ("xvfb", "/usr/bin/Xvfb"),
    ("openbox", "/usr/bin/openbox"),
    ("xdotool", "/usr/bin/xdotool"),
    ("x11-utils", "/usr/bin/xdpyinfo"),
    ("locales", "/usr/sbin/locale-gen"),
    ("firefox-esr", "/usr/bin/firefox-esr"),
    ("firefox-esr-l10n-nl", "/usr/share/doc/firefox-esr-l10n-nl"),
];

/// Installs what is missing, as root on Debian; else says what is.
fn packages() -> Result<()> {
    let missing: Vec<_> =
        PACKAGES.iter().filter(|(_, brings)| !std::path::Path::new(brings).exists()).map(|(name, _)| *name).collect();
    if !missing.is_empty() {
        let root = cmd("id").args(["-u"]).output().is_ok_and(|id| id.trim() == "0");
        if !root || find("apt-get").is_none() {
            bail!("missing: {0}. Install them (Debian: `sudo apt-get install {0}`)", missing.join(" "));
        }
        println!("Installing with apt-get: {}", missing.join(" "));
        cmd("apt-get").args(["update", "-q"]).output()?;
        cmd("apt-get")
            .args(["install", "-y", "-q", "--no-install-recommends"])
            .args(&missing)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .output()?;
    }
    // Orca speaks Dutch when its surroundings do.
    let locales = cmd("locale").args(["-a"]).output().unwrap_or_default();
    if !locales.lines().any(|line| line.eq_ignore_ascii_case("nl_NL.utf8")) {
        cmd("localedef")
            .args(["-i", "nl_NL", "-f", "UTF-8", "nl_NL.UTF-8"])
            .output()
            .context("the Dutch locale cannot be made: `sudo localedef -i nl_NL -f UTF-8 nl_NL.UTF-8`")?;
    }
    Ok(())
}

fn rows(record: &Record) -> Vec<Row> {
    let (acts, told) = (record.sum("changes"), record.sum("told"));
    let none = |what: &str, name: &str| {
        let found = record.sum(name);
        Row::measured(what, "0", found.to_string(), found == 0)
    };
    vec![
        Row::measured(
            "changes of screen, list and state that are told",
            "all",
            format!("{told} of {acts}"),
            acts > 0 && told == acts,
        ),
        none("  said more than once", "repeated"),
        none("  in more than 12 words", "long"),
        none("said again by typing", "by-typing"),
        Row::stated("  walks", record.sum("walks").to_string()),
    ]
}

//! What the browser's side may cost: the one place. `cargo xtask bench` reads its bars here, and `cargo xtask test` refuses a build whose
//! files are larger, since bytes are the same on every machine. Times are not: they are measured on a quiet one.

use std::fs;

use anyhow::{Result, ensure};

use crate::count::Count;
use crate::place;
use crate::row::Row;

/// What was promised, and what no build may go beyond.
pub(crate) struct Bar {
    /// What issues and the product ask for.
    pub(crate) promised: f64,
    /// A little above what is reached, so that nothing grows unseen while the promise is not kept.
    held: f64,
    /// Whether more is better.
    more: bool,
    unit: &'static str,
}

impl Bar {
    const fn at_most(promised: f64, unit: &'static str) -> Self {
        Self { promised, held: promised, more: false, unit }
    }

    const fn at_least(promised: f64, unit: &'static str) -> Self {
        Self { promised, held: promised, more: true, unit }
    }

    const fn held_at(self, held: f64) -> Self {
        Self { held, ..self }
    }

    /// What was promised, in words.
    pub(crate) fn bar(&self) -> String {
        let sign = if self.more { ">=" } else { "<=" };
        format!("{sign} {} {}", self.promised, self.unit).trim_end().to_owned()
    }

    /// A row of a bench.
    pub(crate) fn row(&self, what: &str, value: f64, said: impl Fn(f64) -> Result<String>) -> Result<Row> {
        let kept = if self.more { value >= self.promised } else { value <= self.promised };
        Ok(Row::measured(what, &self.bar(), said(value)?, kept))
    }
}

/// Largest paint of `/`, beside that of the static page.
pub(crate) const PAINT: Bar = Bar::at_most(1.15, "x");
/// A tap, answered, beside the load of the static page.
pub(crate) const TAP: Bar = Bar::at_most(2.5, "x");
/// How long taps have to wait, in all.
pub(crate) const BLOCKED: Bar = Bar::at_most(80.0, "ms");
/// How far something jumps.
pub(crate) const SHIFT: Bar = Bar::at_most(0.01, "");
/// The first visit of the board, all told.
pub(crate) const VISIT: Bar = Bar::at_most(200.0, "KB");
/// Its requests.
pub(crate) const REQUESTS: Bar = Bar::at_most(8.0, "");
/// What the second visit waits for, over the wire.
pub(crate) const WAITED_FOR: Bar = Bar::at_most(0.0, "bytes");
/// Largest paint of the second visit, beside that of the static page from the browser's cache.
pub(crate) const AGAIN: Bar = Bar::at_most(1.1, "x");
/// From a key to the paint after it: 95 of 100.
pub(crate) const KEY: Bar = Bar::at_most(50.0, "ms");
/// What 1,000 posts more cost the phone's memory.
pub(crate) const LONG_BOARD: Bar = Bar::at_most(3.0, "MB");
/// The longest task while the board is scrolled.
pub(crate) const SCROLLED: Bar = Bar::at_most(100.0, "ms");
/// Lighthouse's mark.
pub(crate) const PERFORMANCE: Bar = Bar::at_least(97.0, "");

/// Files of `dist`, packed as a phone downloads them.
pub(crate) struct Files {
    /// What they are.
    pub(crate) what: &'static str,
    folder: &'static str,
    begin: &'static str,
    end: &'static str,
    /// In thousands of bytes.
    pub(crate) bar: Bar,
}

/// What is downloaded by whom.
pub(crate) const FILES: [Files; 7] = [
    Files {
        what: "readers: code",
        folder: "board",
        begin: "droombord-",
        end: ".wasm.br",
        bar: Bar::at_most(160.0, "KB"),
    },
    Files {
        what: "readers: the script that starts it",
        folder: "board",
        begin: "droombord-",
        end: ".js.br",
        bar: Bar::at_most(4.5, "KB"),
    },
    Files {
        what: "writers: code",
        folder: "own",
        begin: "droombord-own-",
        end: ".wasm.br",
        bar: Bar::at_most(420.0, "KB").held_at(456.0),
    },
    Files {
        what: "the desk: code",
        folder: "desk",
        begin: "droombord-desk-",
        end: ".wasm.br",
        bar: Bar::at_most(500.0, "KB").held_at(545.0),
    },
    Files {
        what: "the guard, only when writing",
        folder: "own",
        begin: "guard-",
        end: ".br",
        bar: Bar::at_most(90.0, "KB").held_at(145.0),
    },
    Files {
        what: "style sheet; it stands in the page",
        folder: "parts",
        begin: "board.css",
        end: ".br",
        bar: Bar::at_most(14.0, "KB"),
    },
    Files {
        what: "what every page does beside its words",
        folder: "board",
        begin: "phone-",
        end: ".js.br",
        bar: Bar::at_most(1.5, "KB"),
    },
];

impl Files {
    /// How many bytes they have.
    pub(crate) fn reached(&self) -> Result<usize> {
        let mut all = 0;
        for entry in fs::read_dir(place::at("dist").join(self.folder))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(self.begin) && name.ends_with(self.end) {
                all += usize::try_from(entry.metadata()?.len())?;
            }
        }
        ensure!(all > 0, "{}: there is no such file in dist/{}", self.what, self.folder);
        Ok(all)
    }
}

/// The files beside their budgets: a suite of `cargo xtask test`.
pub(crate) fn test() -> Result<Count> {
    let mut count = Count::default();
    for files in &FILES {
        let reached = files.reached()? as f64 / 1000.0;
        let kept = reached <= files.bar.held;
        println!(
            "{} {}: {reached:.1} KB of {} ({})",
            if kept { "    ok" } else { "FAILED" },
            files.what,
            files.bar.held,
            files.bar.bar()
        );
        if kept { count.passed += 1 } else { count.failed += 1 }
    }
    Ok(count)
}

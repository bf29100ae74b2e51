//! The privacy guard and the danger signals on the texts of `tests/corpus`, against the bars of their issue.
//!
//! The examples of the guard do the measuring; here stand the bars, and the 95% interval of each share. The rules were mended, and the weights
//! learned, on these very texts: what new texts gave at first sight is in `docs/guard.md`.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use crate::cmd::cargo;
use crate::place;
use crate::row::Row;

/// What is found, of how many; the name is that of `measure --counts`.
const SHARES: [(&str, &str, f64); 25] = [
    ("all", "recall, all required kinds", 0.93),
    ("names, normal", "names, written normally", 0.96),
    ("names, lower case", "names, lower case", 0.80),
    ("phone", "phone", 0.98),
    ("phone in words", "phone in words", 0.90),
    ("email", "e-mail", 0.98),
    ("postcode", "postcode", 0.98),
    ("bsn", "bsn", 1.0),
    ("iban", "iban", 1.0),
    ("url", "url", 0.98),
    ("birthdate", "birthdate", 0.97),
    ("licence_plate", "licence plate", 0.95),
    ("address", "address", 0.93),
    ("case_number", "case number", 0.93),
    ("handle", "handle", 0.90),
    ("institution", "institution", 0.85),
    ("school", "school", 0.90),
    ("teen", "recall, posts of teens", 0.90),
    ("child", "recall, posts of children", 0.92),
    ("parent", "recall, posts of parents", 0.93),
    ("grandparent", "recall, posts of grandparents", 0.93),
    ("professional", "recall, posts of professionals", 0.93),
    ("facilitator", "recall, posts of facilitators", 0.93),
    ("precision", "span precision", 0.93),
    ("recall", "danger signals, recall", 0.88),
];

type Counts = BTreeMap<String, (f64, f64)>;

/// Runs both examples and holds their counts against the bars.
pub(crate) fn run() -> Result<Vec<Row>> {
    let mut counts = read("measure", &["guard.jsonl", "guard-looks.jsonl"])?;
    let signals = read("measure_signals", &["danger.jsonl", "danger-held.jsonl", "danger-looks.jsonl"])?;
    let alarms = signals.get("false alarms").copied().unwrap_or((0.0, 1.0));
    counts.extend(signals.into_iter().filter(|(name, _)| name == "recall"));
    let mut rows: Vec<Row> =
        SHARES.iter().filter_map(|(name, what, bar)| Some(share(what, *bar, *counts.get(*name)?))).collect();
    if let (Some(right), Some(all)) = (counts.get("precision"), counts.get("all")) {
        let (precision, recall) = (right.0 / right.1.max(1.0), all.0 / all.1.max(1.0));
        let f1 = 2.0 * precision * recall / (precision + recall);
        rows.push(Row::measured("F1", "0.93", format!("{f1:.3}"), f1 >= 0.93));
    }
    if let Some((wrong, words)) = counts.get("false alarms") {
        let rate = wrong * 1000.0 / words;
        let reached = format!("{rate:.2} ({wrong} in {words} words)");
        rows.push(Row::measured("false alarms per 1,000 words of innocent text", "at most 3", reached, rate <= 3.0));
    }
    let (rate, (low, high)) = (alarms.0 / alarms.1.max(1.0), wilson(alarms));
    let reached = format!("{rate:.3} [{low:.3}, {high:.3}] ({} of {})", alarms.0, alarms.1);
    rows.push(Row::measured("danger signals, false alarms", "at most 0.08", reached, rate <= 0.08));
    if let Some((nanoseconds, _)) = counts.get("nanoseconds") {
        let time = nanoseconds / 1e6;
        rows.push(Row::measured("32 words, native, one core", "0.15 ms", format!("{time:.3} ms"), time <= 0.15));
    }
    Ok(rows)
}

fn share(what: &str, bar: f64, count: (f64, f64)) -> Row {
    let (found, all) = count;
    let (low, high) = wilson(count);
    let reached = format!("{:.3} [{low:.3}, {high:.3}] ({found} of {all})", found / all.max(1.0));
    Row::measured(what, &format!("{bar:.2}"), reached, found >= bar * all)
}

/// The 95% interval of a share (Wilson 1927).
fn wilson((found, all): (f64, f64)) -> (f64, f64) {
    if all == 0.0 {
        return (0.0, 1.0);
    }
    let (share, z) = (found / all, 1.96_f64);
    let middle = share + z * z / (2.0 * all);
    let half = z * (share * (1.0 - share) / all + z * z / (4.0 * all * all)).sqrt();
    let below = 1.0 + z * z / all;
    ((middle - half) / below, (middle + half) / below)
}

/// The counts that an example gives for files of the corpus, by name.
fn read(example: &str, files: &[&str]) -> Result<Counts> {
    let text = cargo()
        .args(["run", "--quiet", "--release", "--package", "droombord-guard", "--example", example, "--", "--counts"])
        .args(files.iter().map(|file| place::at("tests/corpus").join(file)))
        .dir(place::at(""))
        .output()?;
    text.lines()
        .map(|line| {
            let mut parts = line.split('\t');
            let name = parts.next().context("a line without a name")?;
            let mut number =
                || parts.next().and_then(|part| part.parse::<f64>().ok()).context("a line without its counts");
            Ok((name.to_owned(), (number()?, number()?)))
        })
        .collect()
}

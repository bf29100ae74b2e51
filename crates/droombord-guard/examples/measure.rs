//! Measures the guard on rows of JSON lines: recall by kind and voice with 95% Wilson intervals, precision, false alarms, time.
//!
//! `cargo run --release -p droombord-guard --example measure -- [--misses] [--counts] FILE…`
//!
//! `--counts` prints what a program can read, and nothing else: name, found and all, between tabs.
//!
//! A row: `{"id","voice","kind":"pos"|"neg","text","spans":[{"start","end","type"}],"neutral":[{"start","end"}]}`, ranges in code
//! points. A span is found when a finding of its type overlaps it; *exact* asks for the same range. A finding is right when it
//! overlaps a span of its type; findings inside a neutral range and towns are neither right nor wrong. What is measured on
//! made-up text is no safety claim.

#![allow(clippy::print_stdout, clippy::expect_used, reason = "a program for people at a terminal")]

use droombord_guard::{Finding, Kind, find};
use serde_json::Value;
use std::collections::BTreeMap;
use std::time::Instant;

#[derive(Default, Clone, Copy)]
struct Count {
    all: usize,
    found: usize,
    exact: usize,
}

/// The 95% interval of a share (Wilson 1927).
fn wilson(found: usize, all: usize) -> (f64, f64) {
    if all == 0 {
        return (0.0, 1.0);
    }
    let (n, p, z) = (all as f64, found as f64 / all as f64, 1.96_f64);
    let middle = p + z * z / (2.0 * n);
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    ((middle - half) / (1.0 + z * z / n), (middle + half) / (1.0 + z * z / n))
}

fn line(name: &str, c: Count) {
    let (low, high) = wilson(c.found, c.all);
    let share = |n: usize| n as f64 / c.all.max(1) as f64;
    println!(
        "{name:<28} {:>5} of {:>5}  recall {:.3} [{low:.3}, {high:.3}]  exact {:.3}",
        c.found,
        c.all,
        share(c.found),
        share(c.exact)
    );
}

fn range(value: &Value) -> (usize, usize) {
    let at = |key: &str| value.get(key).and_then(Value::as_u64).unwrap_or_default() as usize;
    (at("start"), at("end"))
}

fn main() {
    let (mut misses, mut counts) = (false, false);
    let mut files = Vec::new();
    for arg in std::env::args().skip(1) {
        if arg == "--misses" {
            misses = true;
        } else if arg == "--counts" {
            counts = true;
        } else {
            files.push(arg);
        }
    }
    let mut kinds: BTreeMap<String, Count> = BTreeMap::new();
    let mut voices: BTreeMap<String, Count> = BTreeMap::new();
    let mut names: BTreeMap<&str, Count> = BTreeMap::new();
    let (mut all, mut phone_words) = (Count::default(), Count::default());
    let (mut right, mut wrong, mut exact_right) = (0usize, 0usize, 0usize);
    let (mut neg_words, mut neg_rows, mut neg_alarms, mut rows) = (0usize, 0usize, 0usize, 0usize);
    let mut texts = Vec::new();
    for file in &files {
        let content = std::fs::read_to_string(file).expect("a file that can be read");
        for row in content.lines().filter(|l| !l.trim().is_empty()) {
            let row: Value = serde_json::from_str(row).expect("a row of JSON");
            let text = |key: &str| row.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            let (body, voice, id) = (text("text"), text("voice"), text("id"));
            let chars: Vec<char> = body.chars().collect();
            let cut = |r: (usize, usize)| chars.get(r.0..r.1).map(|c| c.iter().collect::<String>()).unwrap_or_default();
            let found: Vec<Finding> = find(&body);
            rows += 1;
            let spans: Vec<((usize, usize), Kind)> = row
                .get("spans")
                .and_then(Value::as_array)
                .map(|spans| {
                    spans.iter().filter_map(|s| Some((range(s), Kind::from_code(s.get("type")?.as_str()?)?))).collect()
                })
                .unwrap_or_default();
            let neutral: Vec<(usize, usize)> =
                row.get("neutral").and_then(Value::as_array).map(|n| n.iter().map(range).collect()).unwrap_or_default();
            let touch = |f: &Finding, r: (usize, usize)| f.span.chars.start < r.1 && r.0 < f.span.chars.end;
            for (r, kind) in &spans {
                if *kind == Kind::CityPlace {
                    continue;
                }
                let hit = found.iter().any(|f| f.kind == *kind && touch(f, *r));
                let exact = found.iter().any(|f| f.kind == *kind && (f.span.chars.start, f.span.chars.end) == *r);
                let tell = |c: &mut Count| {
                    c.all += 1;
                    c.found += usize::from(hit);
                    c.exact += usize::from(exact);
                };
                tell(&mut all);
                tell(kinds.entry(kind.code().to_owned()).or_default());
                tell(voices.entry(voice.clone()).or_default());
                let datum = cut(*r);
                if *kind == Kind::PersonName {
                    let low = datum.chars().all(|c| !c.is_uppercase());
                    tell(names.entry(if low { "names, lower case" } else { "names, normal" }).or_default());
                }
                if *kind == Kind::Phone && datum.chars().filter(|c| c.is_alphabetic()).count() > 6 {
                    tell(&mut phone_words);
                }
                if misses && !exact {
                    println!("{} {id} {voice} {} [{datum}] in: {body}", if hit { "edge" } else { "MISS" }, kind.code());
                }
            }
            for f in found.iter().filter(|f| f.kind != Kind::CityPlace) {
                let good = spans.iter().any(|(r, kind)| *kind == f.kind && touch(f, *r));
                let inside = neutral.iter().any(|n| n.0 <= f.span.chars.start && f.span.chars.end <= n.1);
                if good {
                    right += 1;
                    exact_right += usize::from(
                        spans.iter().any(|(r, kind)| *kind == f.kind && (f.span.chars.start, f.span.chars.end) == *r),
                    );
                } else if !inside {
                    wrong += 1;
                    if misses {
                        println!(
                            "FALSE {id} {voice} {} [{}] ({}, {}) in: {body}",
                            f.kind.code(),
                            cut((f.span.chars.start, f.span.chars.end)),
                            f.cue.code(),
                            f.confidence
                        );
                    }
                }
            }
            if text("kind") == "neg" {
                neg_rows += 1;
                neg_words += body.split_whitespace().count();
                neg_alarms += found.iter().filter(|f| f.kind != Kind::CityPlace).count();
            }
            texts.push(body);
        }
    }
    if counts {
        let tell = |name: &str, found: usize, all: usize| println!("{name}\t{found}\t{all}");
        tell("all", all.found, all.all);
        for (name, c) in kinds.iter().chain(voices.iter()) {
            tell(name, c.found, c.all);
        }
        for (name, c) in &names {
            tell(name, c.found, c.all);
        }
        tell("phone in words", phone_words.found, phone_words.all);
        tell("precision", right, right + wrong);
        tell("false alarms", neg_alarms, neg_words);
        tell("nanoseconds", (time(&texts) * 1e3) as usize, 1);
        return;
    }
    println!("rows {rows}, of which without personal data {neg_rows} ({neg_words} words)");
    line("all required kinds", all);
    for (name, c) in kinds.iter().chain(voices.iter()) {
        line(name, *c);
    }
    for (name, c) in &names {
        line(name, *c);
    }
    line("phone in words", phone_words);
    let precision = right as f64 / (right + wrong).max(1) as f64;
    let recall = all.found as f64 / all.all.max(1) as f64;
    let (low, high) = wilson(right, right + wrong);
    println!(
        "span precision {precision:.3} [{low:.3}, {high:.3}] ({right} right, {exact_right} exact, {wrong} wrong)  F1 {:.3}",
        2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE)
    );
    println!(
        "false alarms per 1,000 words of rows without personal data: {:.2} ({neg_alarms} in {neg_words} words)",
        neg_alarms as f64 * 1000.0 / neg_words.max(1) as f64
    );
    println!("median time for a post of 32 words: {:.1} µs", time(&texts));
}

/// Median time in microseconds of a post of 32 words that is cut from the rows.
fn time(texts: &[String]) -> f64 {
    let words: Vec<&str> = texts.iter().flat_map(|t| t.split_whitespace()).collect();
    let posts: Vec<String> = words.chunks(32).filter(|c| c.len() == 32).map(|c| c.join(" ")).take(500).collect();
    let mut times: Vec<f64> = Vec::new();
    for _ in 0..5 {
        for post in &posts {
            let start = Instant::now();
            let found = find(post).len();
            let spent = start.elapsed().as_secs_f64() * 1e6;
            times.push(if found > 10_000 { f64::MAX } else { spent });
        }
    }
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

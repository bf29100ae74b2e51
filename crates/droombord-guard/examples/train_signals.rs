//! Learns the weights of the danger signals from sentences: `cargo run --release -p droombord-guard --example train_signals -- OUT FILE…`
//!
//! A file is JSON lines (`{"text","signal","kinds"}`, or rows of the guard's corpus, whose texts count as innocent unless they say otherwise) or
//! `.txt` with templates: `kind|sentence`, with `(a|b)` for choices and `@name` for a list. Written sentences weigh more than filled templates.
//! Logistic regression by FTRL-Proximal (McMahan and others, 2013): few weights are not zero. The same files give the same bytes.

#![allow(clippy::print_stdout, clippy::expect_used, reason = "a program for people at a terminal")]

use droombord_guard::signals::{MARKS, SignalKind, marks};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Sentences that are made of one template.
const FILLINGS: usize = 16;
/// How often each sentence is seen.
const ROUNDS: usize = 30;
/// How much a written sentence counts, beside one of a template.
const WRITTEN: f32 = 3.0;
const ALPHA: f32 = 0.3;
const L1: f32 = 0.1;
const L2: f32 = 0.3;
/// In so many sentences a mark must stand to be learned: what stands in fewer tells of those sentences only.
const STANDS_IN: u32 = 4;

struct Row {
    windows: Vec<Vec<usize>>,
    kind: Option<usize>,
    counts: f32,
}

/// A small generator of numbers; the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n.max(1)
    }
}

fn kind(code: &str) -> Option<usize> {
    SignalKind::ALL.iter().position(|kind| kind.code() == code)
}

fn written(text: &str, rows: &mut Vec<Row>) {
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let row: Value = serde_json::from_str(line).expect("a row of JSON");
        let said = row.get("signal").and_then(Value::as_bool).unwrap_or_default();
        let code = row.get("kinds").and_then(|kinds| kinds.get(0)).and_then(Value::as_str).unwrap_or_default();
        let body = row.get("text").and_then(Value::as_str).unwrap_or_default();
        rows.push(Row { windows: marks(body), kind: if said { kind(code) } else { None }, counts: WRITTEN });
    }
}

fn templates(text: &str, rows: &mut Vec<Row>, dice: &mut Dice) {
    let mut lists: BTreeMap<String, String> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        if let Some((name, list)) = line.strip_prefix('@').and_then(|rest| rest.split_once('=')) {
            lists.insert(format!("@{name}"), list.to_owned());
            continue;
        }
        let (code, sentence) = line.split_once('|').expect("kind|sentence");
        // Longer names first: "@person" is not "@per" and "son".
        let whole = lists.iter().rev().fold(sentence.to_owned(), |text, (name, list)| text.replace(name, list));
        let pieces: Vec<&str> = whole.split(['(', ')']).collect();
        let mut made = BTreeSet::new();
        for _ in 0..FILLINGS * 2 {
            if made.len() == FILLINGS {
                break;
            }
            let mut out = String::new();
            for (at, piece) in pieces.iter().enumerate() {
                let choices: Vec<&str> = if at % 2 == 1 { piece.split('|').collect() } else { vec![piece] };
                out.push_str(choices.get(dice.below(choices.len())).copied().unwrap_or_default());
            }
            let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
            if made.insert(out.clone()) {
                rows.push(Row { windows: marks(&out), kind: kind(code), counts: 1.0 });
            }
        }
    }
}

/// The state of the regression.
struct Model {
    z: Vec<f32>,
    n: Vec<f32>,
    learned: Vec<bool>,
}

impl Model {
    fn weight(&self, at: usize) -> f32 {
        let (z, n) = (self.z[at], self.n[at]);
        // The last place is the base, which every window has: it is not held small.
        let l1 = if at == MARKS { 0.0 } else { L1 };
        if z.abs() <= l1 { 0.0 } else { -(z - z.signum() * l1) / ((1.0 + n.sqrt()) / ALPHA + L2) }
    }

    fn odds(&self, window: &[usize]) -> f32 {
        let sum: f32 = window.iter().map(|&at| self.weight(at)).sum();
        self.weight(MARKS) + sum / (window.len().max(1) as f32).sqrt()
    }

    fn learn(&mut self, window: &[usize], danger: bool, counts: f32) {
        let p = 1.0 / (1.0 + (-self.odds(window)).exp());
        let slope = (p - f32::from(u8::from(danger))) * counts;
        let size = 1.0 / (window.len().max(1) as f32).sqrt();
        for (at, x) in window.iter().map(|&at| (at, size)).chain([(MARKS, 1.0)]) {
            if !self.learned[at] {
                continue;
            }
            let (weight, g) = (self.weight(at), slope * x);
            let sigma = ((self.n[at] + g * g).sqrt() - self.n[at].sqrt()) / ALPHA;
            self.z[at] += g - sigma * weight;
            self.n[at] += g * g;
        }
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().expect("the file to write");
    let (mut rows, mut dice) = (Vec::new(), Dice(7));
    for file in arguments {
        let text = std::fs::read_to_string(&file).expect("a file that can be read");
        if file.ends_with(".txt") {
            templates(&text, &mut rows, &mut dice);
        } else {
            written(&text, &mut rows);
        }
    }
    let mut stands = vec![0_u32; MARKS];
    for &mark in rows.iter().flat_map(|row| row.windows.iter().flatten()) {
        stands[mark] += 1;
    }
    let mut model = Model {
        z: vec![0.0; MARKS + 1],
        n: vec![0.0; MARKS + 1],
        learned: stands.iter().map(|&n| n >= STANDS_IN).chain([true]).collect(),
    };
    let mut order: Vec<usize> = (0..rows.len()).collect();
    for _ in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, dice.below(at + 1));
        }
        for row in order.iter().filter_map(|&at| rows.get(at)) {
            if row.kind.is_some() {
                // Somewhere in the text is the danger: most likely where it sounds so already.
                let loudest = row.windows.iter().max_by(|a, b| model.odds(a).total_cmp(&model.odds(b)));
                if let Some(window) = loudest {
                    model.learn(window, true, row.counts);
                }
            } else {
                for window in &row.windows {
                    model.learn(window, false, row.counts);
                }
            }
        }
    }
    // For which kind a mark speaks: where it stands most often, against how often that kind is there.
    let mut counts = vec![[0.0_f32; 5]; MARKS];
    let mut all = [1.0_f32; 5];
    for row in &rows {
        let Some(kind) = row.kind else { continue };
        for &mark in row.windows.iter().flatten() {
            counts[mark][kind] += row.counts;
            all[kind] += row.counts;
        }
    }
    let weights: Vec<f32> = (0..MARKS).map(|at| model.weight(at)).collect();
    let largest = weights.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
    let step = largest * 0.5 / 15.0;
    let mut bytes: Vec<u8> = (0..MARKS)
        .map(|at| {
            let level = (weights[at] / step).round().clamp(-16.0, 15.0) as i8;
            let share = |kind: &usize| counts[at][*kind] / all[*kind];
            let kind = (0..5).max_by(|a, b| share(a).total_cmp(&share(b))).unwrap_or_default();
            // A small weight has no say in the kind: so the bytes are fewer and pack better.
            (level << 3).cast_unsigned() | if level > 1 { kind as u8 } else { 0 }
        })
        .collect();
    let used = bytes.iter().filter(|byte| **byte != 0).count();
    bytes.extend(model.weight(MARKS).to_le_bytes());
    bytes.extend(step.to_le_bytes());
    std::fs::write(&out, &bytes).expect("a file that can be written");
    let danger = rows.iter().filter(|row| row.kind.is_some()).count();
    println!(
        "{} sentences, {danger} with danger; {used} of {MARKS} marks weigh; base {:.2}, step {step:.3}",
        rows.len(),
        model.weight(MARKS)
    );
}

//! Measures the danger signals on JSON lines: `measure_signals FILE…` (or standard input) with
//! `{"id","voice","text","signal","kinds"}` a line. Prints recall and false alarms with 95% intervals (Wilson, 1927), by kind
//! and by voice; with `--counts` what a program can read: name, how many, of how many, between tabs. With `--rows` it names the rows that went wrong, and nothing of their text beyond the id.

use droombord_guard::signals::{SignalKind, signals};
use std::collections::BTreeMap;
use std::io::{Read, Write};

/// One row of a corpus.
#[derive(Debug, Default)]
struct Row {
    id: String,
    voice: String,
    text: String,
    signal: bool,
    kinds: Vec<String>,
}

/// How many of how many.
#[derive(Debug, Default, Clone, Copy)]
struct Share {
    hit: u32,
    of: u32,
}

impl Share {
    fn add(&mut self, hit: bool) {
        self.of += 1;
        self.hit += u32::from(hit);
    }

    /// The Wilson score interval at 95%.
    fn interval(self) -> (f64, f64) {
        if self.of == 0 {
            return (0.0, 1.0);
        }
        let (n, z) = (f64::from(self.of), 1.959_964_f64);
        let p = f64::from(self.hit) / n;
        let middle = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
        let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt() / (1.0 + z * z / n);
        ((middle - half).max(0.0), (middle + half).min(1.0))
    }

    fn line(self) -> String {
        let (low, high) = self.interval();
        let share = if self.of == 0 { 0.0 } else { f64::from(self.hit) / f64::from(self.of) };
        format!("{share:.3} ({}/{}; {low:.3}-{high:.3})", self.hit, self.of)
    }
}

/// Reads one flat JSON object of strings, booleans and lists of strings: all that a corpus row has.
fn row(line: &str) -> Option<Row> {
    let mut row = Row::default();
    let mut rest = line.trim().strip_prefix('{')?;
    loop {
        rest = rest.trim_start_matches([' ', ',']);
        if rest.starts_with('}') {
            return Some(row);
        }
        let (key, after) = string(rest)?;
        rest = after.trim_start().strip_prefix(':')?.trim_start();
        if rest.starts_with('"') {
            let (value, after) = string(rest)?;
            rest = after;
            match key.as_str() {
                "id" => row.id = value,
                "voice" => row.voice = value,
                "text" => row.text = value,
                _ => {}
            }
        } else if let Some(mut list) = rest.strip_prefix('[') {
            loop {
                list = list.trim_start_matches([' ', ',']);
                if let Some(after) = list.strip_prefix(']') {
                    rest = after;
                    break;
                }
                let (value, after) = string(list)?;
                if key == "kinds" {
                    row.kinds.push(value);
                }
                list = after;
            }
        } else {
            let end = rest.find([',', '}'])?;
            if key == "signal" {
                row.signal = rest.get(..end)?.trim() == "true";
            }
            rest = rest.get(end..)?;
        }
    }
}

/// Reads a JSON string; gives what stands behind it too.
fn string(text: &str) -> Option<(String, &str)> {
    let body = text.strip_prefix('"')?;
    let mut out = String::new();
    let mut letters = body.char_indices();
    while let Some((at, c)) = letters.next() {
        match c {
            '"' => return Some((out, body.get(at + 1..)?)),
            '\\' => match letters.next()?.1 {
                'n' => out.push('\n'),
                't' => out.push('\t'),
                'u' => {
                    let hex: String = letters.by_ref().take(4).map(|(_, c)| c).collect();
                    out.push(u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32).unwrap_or('\u{fffd}'));
                }
                other => out.push(other),
            },
            other => out.push(other),
        }
    }
    None
}

fn main() -> std::io::Result<()> {
    let (mut show, mut counts) = (false, false);
    let mut text = String::new();
    let mut files = 0;
    for argument in std::env::args().skip(1) {
        if argument == "--rows" {
            show = true;
        } else if argument == "--counts" {
            counts = true;
        } else {
            text.push_str(&std::fs::read_to_string(argument)?);
            text.push('\n');
            files += 1;
        }
    }
    if files == 0 {
        std::io::stdin().read_to_string(&mut text)?;
    }
    let mut out = std::io::stdout().lock();
    let (mut recall, mut alarm, mut right_kind) = (Share::default(), Share::default(), Share::default());
    let mut by_kind: BTreeMap<String, Share> = BTreeMap::new();
    let mut by_voice: BTreeMap<String, (Share, Share)> = BTreeMap::new();
    let mut false_kinds: BTreeMap<&str, u32> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let Some(row) = row(line) else {
            writeln!(out, "not a row: {} bytes", line.len())?;
            continue;
        };
        let found: Vec<SignalKind> = signals(&row.text).iter().map(|signal| signal.kind).collect();
        let voice = by_voice.entry(row.voice.clone()).or_default();
        if row.signal {
            recall.add(!found.is_empty());
            voice.0.add(!found.is_empty());
            for kind in &row.kinds {
                by_kind.entry(kind.clone()).or_default().add(!found.is_empty());
            }
            if !found.is_empty() {
                right_kind.add(found.iter().any(|kind| row.kinds.iter().any(|code| code == kind.code())));
            }
        } else {
            alarm.add(!found.is_empty());
            voice.1.add(!found.is_empty());
            for kind in &found {
                *false_kinds.entry(kind.code()).or_default() += 1;
            }
        }
        if show && row.signal == found.is_empty() {
            let codes: Vec<&str> = found.iter().map(|kind| kind.code()).collect();
            writeln!(out, "{} {} {}", row.id, if row.signal { "missed" } else { "false alarm" }, codes.join(" "))?;
        }
    }
    if counts {
        writeln!(out, "recall\t{}\t{}", recall.hit, recall.of)?;
        return writeln!(out, "false alarms\t{}\t{}", alarm.hit, alarm.of);
    }
    writeln!(out, "recall            {}", recall.line())?;
    writeln!(out, "false alarms      {}", alarm.line())?;
    writeln!(out, "kind right if hit {}", right_kind.line())?;
    for (kind, share) in &by_kind {
        let wrong = false_kinds.get(kind.as_str()).copied().unwrap_or(0);
        writeln!(out, "  {kind:<13} recall {}   false alarms of this kind {wrong}", share.line())?;
    }
    for (voice, (hit, wrong)) in &by_voice {
        writeln!(out, "  {voice:<13} recall {}   false alarms {}", hit.line(), wrong.line())?;
    }
    Ok(())
}

//! A bounded fuzz run: mixes pieces that wake the scanners with random letters until the time is over; stops at the first fault.
//!
//! `cargo run --release -p droombord-guard --example fuzz -- SECONDS [SEED]`

#![allow(clippy::print_stdout, clippy::panic, reason = "a program for people at a terminal")]

use droombord_guard::{TextRange, find, signals::signals, together::together};
use std::time::{Duration, Instant};

/// A small generator of its own (xorshift), so that a seed gives the same run everywhere.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

/// Whether a range lies on the borders of letters, and says the same in its three measures.
fn fits(text: &str, range: &TextRange) -> Result<(), String> {
    let (Some(before), Some(inside)) = (text.get(..range.bytes.start), text.get(range.bytes.clone())) else {
        return Err(format!("borders: {text:?}"));
    };
    let chars = before.chars().count()..before.chars().count() + inside.chars().count();
    let start = before.encode_utf16().count();
    if range.chars != chars || range.utf16 != (start..start + inside.encode_utf16().count()) {
        return Err(format!("measures: {text:?}"));
    }
    Ok(())
}

fn check(text: &str) -> Result<(), String> {
    let mut end = 0;
    let mut places = Vec::new();
    for f in find(text) {
        if f.span.bytes.start < end || f.span.bytes.is_empty() {
            return Err(format!("order: {text:?}"));
        }
        end = f.span.bytes.end;
        fits(text, &f.span)?;
        fits(text, &f.replace)?;
        places.push(f.span.bytes);
    }
    for signal in signals(text) {
        fits(text, &signal.range)?;
    }
    for fact in together(text, &places).iter().flat_map(|one| &one.facts) {
        fits(text, &fact.range)?;
    }
    Ok(())
}

fn main() {
    let mut args = std::env::args().skip(1).filter_map(|a| a.parse::<u64>().ok());
    let seconds = args.next().unwrap_or(10);
    let mut dice = Dice(args.next().unwrap_or(0x9e37_79b9_7f4a_7c15).max(1));
    let words = include_str!("../src/words.txt");
    let danger = include_str!("../../../tests/corpus/danger_templates.txt");
    let words: Vec<&str> = words.split_whitespace().chain(danger.split([' ', '(', ')', '|', '\n'])).collect();
    let signs: Vec<&str> = " , . - / ( ) @ ' ’ \" : ; # _ + & € \n 🙂 👨‍👩‍👧 \u{301} \u{fe0f} \u{202e} İ ı ß ĳ Ĳ 中 نور Олена \u{0} \u{feff} 0 06 12 1234 31 NL91 BE68 AB x A. J. www. http:// .nl punt at".split(' ').collect();
    let names = [
        "Sanne",
        "omar",
        "van der",
        "De Vries",
        "Lindelaan",
        "Bergen op Zoom",
        "Jan-Willem",
        "Zylvana",
        "roos",
        "'t Palet",
        "A-77.410",
        "9-ZZZ-99",
        "7411 XX",
    ];
    let (start, mut runs, mut longest) = (Instant::now(), 0u64, Duration::ZERO);
    while start.elapsed() < Duration::from_secs(seconds) {
        let mut text = String::new();
        for _ in 0..dice.next(60) {
            match dice.next(8) {
                0..=2 => text.push_str(words.get(dice.next(words.len())).copied().unwrap_or_default()),
                3 | 4 => text.push_str(signs.get(dice.next(signs.len())).copied().unwrap_or_default()),
                5 => text.push_str(names.get(dice.next(names.len())).copied().unwrap_or_default()),
                6 => text.extend(char::from_u32(dice.next(0x11_0000) as u32)),
                _ => text.extend((0..dice.next(12)).map(|_| char::from(b'0' + dice.next(10) as u8))),
            }
            if dice.next(3) > 0 {
                text.push(' ');
            }
        }
        let began = Instant::now();
        if let Err(fault) = check(&text) {
            panic!("{fault}");
        }
        longest = longest.max(began.elapsed());
        runs += 1;
    }
    println!("{runs} texts in {} s, no fault; the slowest took {longest:?}", start.elapsed().as_secs());
}

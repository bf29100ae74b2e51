//! The command `guard`: the privacy guard and the danger signals over JSON lines, from standard input to standard output.
//!
//! For checking old notes and for measuring: no folder of data, no database. What is read is kept no longer than its
//! answer needs, and no word of it goes into an error; those name the line. What the answers mean is in `docs/guard.md`.

use super::CliError;
use droombord_guard::{TextRange, find, signals};
use serde::{Deserialize, Serialize};
use serde_json::{error::Category, value::RawValue};
use std::io::{self, BufRead, Read as _, Write};

/// The longest line that is read, in bytes: what a line takes in memory is some tens of times its length.
pub const MAX_LINE: usize = 16 * 1024 * 1024;

/// A line of the input; other fields are left alone.
#[derive(Deserialize)]
struct Row<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    text: String,
}

/// A line of the output. The `id` stands as it was written, so that no large number loses digits.
#[derive(Serialize)]
struct Answer<'a> {
    id: Option<&'a RawValue>,
    spans: Vec<Span>,
    signal: bool,
    signals: Vec<SignalSpan>,
}

/// Personal data, in code points.
#[derive(Serialize)]
struct Span {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: &'static str,
}

/// A danger signal, in code points.
#[derive(Serialize)]
struct SignalSpan {
    #[serde(flatten)]
    span: Span,
    cue: &'static str,
    confidence: u8,
}

/// Why a line has no answer.
#[derive(Clone, Copy)]
enum Fault {
    TooLong,
    NoUtf8,
    NoJson,
    NoRow,
}

impl Fault {
    const fn sentence(self) -> &'static str {
        match self {
            Fault::TooLong => "is too long",
            Fault::NoUtf8 => "is not UTF-8",
            Fault::NoJson => "is not JSON",
            Fault::NoRow => "is not an object with a \"text\" that is a string",
        }
    }
}

/// Answers standard input, line by line.
///
/// # Errors
/// When standard input or output fails, or when at least one line had no answer.
pub fn run() -> Result<(), CliError> {
    match answer_all(&mut io::stdin().lock(), &mut io::stdout().lock(), &mut io::stderr().lock()) {
        Ok(0) => Ok(()),
        Ok(1) => Err(CliError::Said("1 line could not be read".to_owned())),
        Ok(broken) => Err(CliError::Said(format!("{broken} lines could not be read"))),
        Err(error) => Err(CliError::Io("standard input or output".to_owned(), error)),
    }
}

/// Answers every line as soon as it is there, and goes on after a broken one; gives the number of those.
fn answer_all(input: &mut impl BufRead, out: &mut impl Write, faults: &mut impl Write) -> io::Result<usize> {
    let (mut line, mut number, mut broken) = (Vec::new(), 0_usize, 0);
    while let Some(whole) = next_line(input, &mut line)? {
        number += 1;
        let answered = if whole { answer(&line) } else { Err(Fault::TooLong) };
        match answered {
            Ok(Some(answer)) => {
                out.write_all(answer.as_bytes())?;
                out.write_all(b"\n")?;
                out.flush()?;
            }
            Ok(None) => {}
            Err(fault) => {
                broken += 1;
                writeln!(faults, "line {number}: {}", fault.sentence())?;
            }
        }
    }
    Ok(broken)
}

/// Reads a line; nothing at the end, and `false` when the line was longer than [`MAX_LINE`] and was passed over.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    line.clear();
    let most = u64::try_from(MAX_LINE).unwrap_or(u64::MAX).saturating_add(1);
    if input.by_ref().take(most).read_until(b'\n', line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') || line.len() <= MAX_LINE {
        return Ok(Some(true));
    }
    line.clear();
    input.skip_until(b'\n')?;
    Ok(Some(false))
}

/// The answer to one line as JSON; nothing for an empty one.
fn answer(line: &[u8]) -> Result<Option<String>, Fault> {
    let line = std::str::from_utf8(line).map_err(|_| Fault::NoUtf8)?;
    // A byte order mark opens what some programs for tables write.
    let line = line.trim_start_matches('\u{feff}').trim();
    if line.is_empty() {
        return Ok(None);
    }
    let row: Row<'_> = serde_json::from_str(line).map_err(|error| match error.classify() {
        Category::Data => Fault::NoRow,
        Category::Io | Category::Syntax | Category::Eof => Fault::NoJson,
    })?;
    let signals: Vec<SignalSpan> = signals::signals(&row.text)
        .into_iter()
        .map(|signal| SignalSpan {
            span: span(&signal.range, signal.kind.code()),
            cue: signal.cue,
            confidence: signal.confidence,
        })
        .collect();
    let answer = Answer {
        id: row.id,
        spans: find(&row.text).iter().map(|found| span(&found.span, found.kind.code())).collect(),
        signal: !signals.is_empty(),
        signals,
    };
    serde_json::to_string(&answer).map(Some).map_err(|_| Fault::NoRow)
}

fn span(range: &TextRange, kind: &'static str) -> Span {
    Span { start: range.chars.start, end: range.chars.end, kind }
}

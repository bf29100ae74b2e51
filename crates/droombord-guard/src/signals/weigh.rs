//! The second ear: a sum of small learned weights over a few sentences, for danger that no rule's words tell.
//!
//! A rule hears words that belong together; most danger is told around them. Each window of one to three sentences is broken into
//! marks (words, their beginnings, neighbours, classes), a mark is a number below [`MARKS`], and `weights.bin` holds a byte for each:
//! five bits of weight and three of the kind of danger it speaks for. `examples/train_signals.rs` learns them from `tests/corpus`.
//! No word and no method can be read out of the weights. Linear time: a mark is looked up once, windows overlap a bounded number of times.

use super::SignalKind;
use super::words::Word;
use crate::lists::{hash, sorted};

/// How many different marks there are.
pub const MARKS: usize = 1 << 15;
/// Sentences in a window.
pub(super) const SENTENCES: usize = 3;
/// The most words in a window; a longer sentence is cut.
const WORDS: usize = 48;
/// Letters of a beginning.
const BEGINNING: usize = 5;
/// What stands before the first and behind the last word.
const EDGE: &str = "^";

static WEIGHTS: &[u8] = include_bytes!("weights.bin");

/// The windows of a text, first and last word of each: every sentence, and with it the one or two behind it. Danger in one
/// sentence is heard whatever stands round it, and danger that takes more than one is heard too.
pub(super) fn windows(words: &[Word]) -> Vec<(usize, usize)> {
    let mut sentences: Vec<(usize, usize)> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        match sentences.last_mut() {
            Some(last)
                if words.get(last.0).is_some_and(|first| first.sentence == word.sentence) && at - last.0 < WORDS =>
            {
                last.1 = at;
            }
            _ => sentences.push((at, at)),
        }
    }
    let mut windows = Vec::with_capacity(sentences.len() * SENTENCES);
    for (at, &(first, end)) in sentences.iter().enumerate() {
        windows.push((first, end));
        let more = sentences.iter().skip(at + 1).take(SENTENCES - 1);
        windows.extend(more.map(|next| (first, next.1)).take_while(|&(first, last)| last - first < WORDS));
    }
    windows
}

/// The marks of the words in a window, each once. `classes` gives the names of a word's classes.
pub(super) fn marks<'a>(
    words: &[Word],
    first: usize,
    last: usize,
    classes: impl Fn(usize) -> Vec<&'a str>,
) -> Vec<usize> {
    let word = |at: Option<usize>| {
        at.filter(|at| (first..=last).contains(at))
            .and_then(|at| words.get(at))
            .map_or(EDGE, |word| word.folded.as_str())
    };
    let mark = |sort: u32, a: &str, b: &str| {
        let mixed = hash(a).rotate_left(7) ^ hash(b).wrapping_mul(0x9e37_79b1) ^ sort.wrapping_mul(0x85eb_ca6b);
        (mixed.wrapping_mul(0xc2b2_ae35) >> 17) as usize % MARKS
    };
    let mut found = Vec::new();
    for at in first..=last + 1 {
        let (here, before) = (word(Some(at)), word(at.checked_sub(1)));
        found.push(mark(1, before, here));
        if at > last {
            break;
        }
        found.push(mark(2, here, ""));
        if let Some((end, _)) = here.char_indices().nth(BEGINNING) {
            found.push(mark(3, here.get(..end).unwrap_or_default(), ""));
        }
        found.extend(classes(at).into_iter().map(|class| mark(4, class, "")));
    }
    let mut found = sorted(found);
    found.dedup();
    found
}

/// Weighs a window: how likely danger is, as log odds, and the kind that its marks speak for most.
pub(super) fn weigh(marks: &[usize]) -> (f32, Option<SignalKind>) {
    let mut sum = 0;
    let mut kinds = [0_i32; 5];
    for &mark in marks {
        let byte = WEIGHTS.get(mark).copied().unwrap_or_default();
        let weight = i32::from(byte.cast_signed() >> 3);
        sum += weight;
        if weight > 1
            && let Some(kind) = kinds.get_mut(usize::from(byte & 7))
        {
            *kind += weight;
        }
    }
    let best =
        kinds.iter().enumerate().max_by_key(|(_, sum)| **sum).and_then(|(at, _)| SignalKind::ALL.get(at).copied());
    // Behind the marks: what every window starts with, and the size of a step.
    let number = |at: usize| {
        let bytes = WEIGHTS.get(MARKS + at..MARKS + at + 4).and_then(|four| <[u8; 4]>::try_from(four).ok());
        f32::from_le_bytes(bytes.unwrap_or_default())
    };
    (number(0) + number(4) * sum as f32 / (marks.len().max(1) as f32).sqrt(), best)
}

//! Turns byte positions into code points and UTF-16 units, once a text, in linear time.

use crate::finding::TextRange;
use core::ops::Range;

/// A walk through a text that answers positions in rising or falling order; a mark every 64 bytes keeps each answer short.
#[derive(Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    ascii: bool,
    marks: Vec<(usize, usize, usize)>,
}

/// Bytes between two marks.
const STEP: usize = 64;

impl<'a> Offsets<'a> {
    /// Prepares the marks: one pass over the text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut marks = vec![(0, 0, 0)];
        let ascii = text.is_ascii();
        if ascii {
            return Self { text, ascii, marks };
        }
        let (mut chars, mut units, mut next) = (0, 0, STEP);
        for (at, c) in text.char_indices() {
            if at >= next {
                marks.push((at, chars, units));
                next = at + STEP;
            }
            chars += 1;
            units += c.len_utf16();
        }
        Self { text, ascii, marks }
    }

    /// Code points and UTF-16 units before a byte position; a position inside a letter counts as the letter's start.
    #[must_use]
    pub fn at(&self, byte: usize) -> (usize, usize) {
        if self.ascii {
            let at = byte.min(self.text.len());
            return (at, at);
        }
        let found = self.marks.partition_point(|mark| mark.0 <= byte).saturating_sub(1);
        let (start, mut chars, mut units) = self.marks.get(found).copied().unwrap_or_default();
        let rest = self.text.get(start..).unwrap_or_default();
        for (at, c) in rest.char_indices() {
            if start + at + c.len_utf8() > byte {
                break;
            }
            chars += 1;
            units += c.len_utf16();
        }
        (chars, units)
    }

    /// The same range in all three measures.
    #[must_use]
    pub fn range(&self, bytes: Range<usize>) -> TextRange {
        let (start, end) = (self.at(bytes.start), self.at(bytes.end));
        TextRange { bytes, chars: start.0..end.0, utf16: start.1..end.1 }
    }
}

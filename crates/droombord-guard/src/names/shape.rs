//! Whether a word in no list looks like a name, by its letters: small weights that `lists/shape.py` learned from names and Dutch words.
//!
//! It takes evidence away where no cue is near ("courgettes"), and never makes a name. No lists here.

use crate::lists::hash;

static WEIGHTS: &[u8] = include_bytes!("shape.bin");
/// How many weights there are, two in a byte behind the first.
const SLOTS: usize = 2048;
/// Letters of the longest word that is looked at.
const LONGEST: usize = 40;

/// How much a folded word looks like a name; a Dutch word is mostly below nothing.
pub fn looks(word: &str) -> i32 {
    let mut framed = String::with_capacity(word.len() + 2);
    framed.push('^');
    framed.extend(word.chars().take(LONGEST));
    framed.push('$');
    let start = WEIGHTS.first().map_or(0, |byte| i32::from(byte.cast_signed()));
    let mut met: Vec<usize> = Vec::with_capacity(2 * framed.len());
    for size in [2, 3] {
        for at in 0..framed.len() {
            let Some(group) = framed.get(at..at + size) else { continue };
            let slot = hash(group) as usize % SLOTS;
            if !met.contains(&slot) {
                met.push(slot);
            }
        }
    }
    let weight = |slot: &usize| {
        let byte = WEIGHTS.get(1 + slot / 2).copied().unwrap_or_default();
        let four = if slot.is_multiple_of(2) { byte << 4 } else { byte & 0xf0 };
        i32::from(four.cast_signed() >> 4)
    };
    start + met.iter().map(weight).sum::<i32>()
}

//! The word lists: sets of names, towns and Dutch words, compiled by `lists/build.py` into `lists.bin`.
//!
//! Each list is a sorted set of hashes, Golomb-Rice coded: a member is always found; a word that is no member is taken
//! for one once in 2^k times (k is 8 to 10, and 5 for the Dutch words). Nothing but the lists lives here.

use std::collections::BinaryHeap;
use std::sync::OnceLock;

static BLOB: &[u8] = include_bytes!("lists.bin");

/// Which list; the order is that of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// First names that are hardly ever anything else.
    First,
    /// First names that are things too ("roos"): a bare one, without article, is a name.
    Thing,
    /// First names that are words too ("hoop"): they need a cue.
    Wordy,
    /// Surnames without particles.
    Surname,
    /// Towns.
    Town,
    /// Towns that are words or names too ("Best").
    CommonTown,
    /// Usual Dutch words.
    Dutch,
}

/// One list in memory.
#[derive(Debug, Default)]
struct Set {
    span: u64,
    values: Vec<u32>,
}

/// Hash of a folded word; the same as `fnv` in `lists/build.py`.
#[must_use]
pub fn hash(word: &str) -> u32 {
    let mut h: u32 = 0x811c_9dc5;
    for b in word.bytes() {
        h = (h ^ u32::from(b)).wrapping_mul(0x0100_0193);
    }
    h ^= h >> 15;
    h = h.wrapping_mul(0x2c1b_3c6d);
    h ^ (h >> 12)
}

fn number(at: usize) -> u32 {
    let byte = |i: usize| u32::from(BLOB.get(at + i).copied().unwrap_or_default());
    byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24
}

fn read() -> [Set; 7] {
    let mut at = 0;
    core::array::from_fn(|_| {
        let (words, count) = (number(at), number(at + 4) as usize);
        let k = u32::from(BLOB.get(at + 8).copied().unwrap_or_default()).min(20);
        let len = number(at + 9) as usize;
        let body = BLOB.get(at + 13..at + 13 + len).unwrap_or_default();
        at += 13 + len;
        let mut bits = body.iter().flat_map(|byte| (0..8).rev().map(move |i| byte >> i & 1 == 1));
        let (mut values, mut last) = (Vec::with_capacity(count.min(1 << 16)), 0u32);
        'values: for _ in 0..count {
            let mut gap = 0u32;
            loop {
                match bits.next() {
                    Some(true) => gap += 1,
                    Some(false) => break,
                    None => break 'values,
                }
            }
            for _ in 0..k {
                gap = gap << 1 | u32::from(bits.next().unwrap_or_default());
            }
            last = last.wrapping_add(gap);
            values.push(last);
        }
        Set { span: u64::from(words) << k, values }
    })
}

/// In order. By a heap, always: the sorts of the standard library are faster on long lists, and weigh twenty times as much on a phone.
pub fn sorted<T: Ord>(all: Vec<T>) -> Vec<T> {
    BinaryHeap::from(all).into_sorted_vec()
}

/// Whether a hash (see [`hash`]) is in a list.
#[must_use]
pub fn has(list: List, hash: u32) -> bool {
    static SETS: OnceLock<[Set; 7]> = OnceLock::new();
    let set = SETS.get_or_init(read).get(list as usize);
    set.is_some_and(|set| {
        let value = ((u64::from(hash) * set.span) >> 32) as u32;
        set.values.binary_search(&value).is_ok()
    })
}

/// Whether a folded word is in a list.
#[must_use]
pub fn holds(list: List, word: &str) -> bool {
    has(list, hash(word))
}

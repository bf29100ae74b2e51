//! Words with numbers, found by the hash of a key. The standard map hashes more safely and weighs more on a phone; these words are our own.

use crate::lists::hash;

/// Buckets, a power of two; there are a few thousand words.
const BUCKETS: usize = 1 << 11;

/// What stands under a key, in the order in which it was put there. Different keys may share a bucket: the reader compares words.
#[derive(Debug)]
pub(super) struct Table {
    buckets: Vec<Vec<(&'static str, u16)>>,
}

impl Table {
    pub(super) fn new() -> Self {
        Self { buckets: vec![Vec::new(); BUCKETS] }
    }

    /// Everything in the bucket of a key.
    pub(super) fn under(&self, key: &str) -> &[(&'static str, u16)] {
        self.buckets.get(hash(key) as usize % BUCKETS).map_or(&[], Vec::as_slice)
    }

    /// The numbers of a word that is its own key.
    pub(super) fn of<'a>(&'a self, word: &'a str) -> impl Iterator<Item = u16> + 'a {
        self.under(word).iter().filter(move |(other, _)| *other == word).map(|&(_, id)| id)
    }

    pub(super) fn put(&mut self, key: &str, word: &'static str, id: u16) {
        if let Some(bucket) = self.buckets.get_mut(hash(key) as usize % BUCKETS) {
            bucket.push((word, id));
        }
    }
}

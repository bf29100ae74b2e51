//! Names of posts in a sequence.

/// Names one of the posts that were sent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Index(pub(super) usize);

impl Index {
    /// Its place among so many.
    pub(super) fn index(self, length: usize) -> usize {
        self.0 % length
    }
}

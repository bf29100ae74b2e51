//! Whether anything changed: one number for the content of many files.
//!
//! Content, not times: a fresh clone or a changed branch must not look new when it is not. The hash guards against accidents,
//! not against an attacker.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::place;

/// FNV-1a, 64 bits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    /// Of nothing yet.
    pub(crate) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Adds bytes.
    pub(crate) fn bytes(mut self, bytes: &[u8]) -> Self {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        // A length between parts, so that moving a byte from one part to the next is seen.
        self.0 = (self.0 ^ bytes.len() as u64).wrapping_mul(0x0000_0100_0000_01b3);
        self
    }

    /// Adds files and whole folders of the workspace, with their names. What does not exist adds nothing.
    pub(crate) fn tree(mut self, paths: &[&str]) -> Result<Self> {
        for path in paths {
            self = self.path(&place::at(path))?;
        }
        Ok(self)
    }

    fn path(mut self, path: &Path) -> Result<Self> {
        if path.is_dir() {
            let mut inside: Vec<_> = fs::read_dir(path)?.collect::<std::io::Result<_>>()?;
            inside.sort_by_key(fs::DirEntry::file_name);
            for entry in inside {
                self = self.path(&entry.path())?;
            }
        } else if path.is_file() {
            let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            self = self.bytes(path.as_os_str().as_encoded_bytes()).bytes(&bytes);
        }
        Ok(self)
    }

    /// Whether a stamp of the same fingerprint was left at this place.
    pub(crate) fn is_at(self, stamp: &Path) -> bool {
        fs::read_to_string(stamp).is_ok_and(|text| text == self.to_string())
    }

    /// Leaves a stamp.
    pub(crate) fn leave(self, stamp: &Path) -> Result<()> {
        fs::write(stamp, self.to_string()).with_context(|| format!("cannot write {}", stamp.display()))
    }
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_that_moves_to_the_next_part_is_seen() {
        let one = Fingerprint::new().bytes(b"ab").bytes(b"c");
        let two = Fingerprint::new().bytes(b"a").bytes(b"bc");
        assert!(one != two);
    }

    #[test]
    fn what_does_not_exist_adds_nothing() -> Result<()> {
        assert!(Fingerprint::new().tree(&["no/such/file"])? == Fingerprint::new());
        Ok(())
    }
}

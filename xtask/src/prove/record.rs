//! What the tests of a proof leave behind: a file each, with lines `name value` up to the first empty one, and words after it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The sums over all tests of a proof.
#[derive(Default)]
pub(crate) struct Record {
    sums: BTreeMap<String, u64>,
    /// What tests said in words, in the order of their names.
    pub(crate) words: Vec<String>,
}

impl Record {
    /// Reads a folder of them.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let mut files: Vec<_> = fs::read_dir(folder)
            .with_context(|| format!("cannot read {}", folder.display()))?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == "record"))
            .collect();
        files.sort();
        let mut all = Self::default();
        for file in files {
            all.add(&fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?);
        }
        Ok(all)
    }

    fn add(&mut self, text: &str) {
        let (numbers, words) = text.split_once("\n\n").unwrap_or((text, ""));
        for line in numbers.lines() {
            if let Some((name, value)) = line.split_once(' ')
                && let Ok(value) = value.trim().parse::<u64>()
            {
                *self.sums.entry(name.to_owned()).or_default() += value;
            }
        }
        if !words.trim().is_empty() {
            self.words.push(words.trim().to_owned());
        }
    }

    /// One sum; nought when no test had such a number.
    pub(crate) fn sum(&self, name: &str) -> u64 {
        self.sums.get(name).copied().unwrap_or_default()
    }

    /// All sums whose names begin so, without that beginning.
    pub(crate) fn of(&self, prefix: &str) -> Vec<(&str, u64)> {
        self.sums.iter().filter_map(|(name, value)| Some((name.strip_prefix(prefix)?, *value))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_added_up_and_words_are_kept() {
        let mut all = Record::default();
        all.add("walks 1\ncompared:weg 2\n");
        all.add("walks 1\ncompared:weg 3\nfault:words-lost 1\n\nseed 7: lost\n");
        assert_eq!((all.sum("walks"), all.sum("fault:words-lost"), all.sum("fault:twice")), (2, 1, 0));
        assert_eq!(all.of("compared:"), [("weg", 5)]);
        assert_eq!(all.words, ["seed 7: lost"]);
    }
}

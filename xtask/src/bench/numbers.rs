//! What a measuring program prints: lines `name value`. Here they are read; what they must be stands in the bench that asked.

use std::collections::HashMap;

use anyhow::{Context, Result, bail};

use crate::cmd::Cmd;

/// Numbers by name.
pub(crate) struct Numbers(HashMap<String, f64>);

impl Numbers {
    /// Runs a program in full view and reads its numbers.
    pub(crate) fn of(program: Cmd) -> Result<Self> {
        let line = program.line();
        let (status, text) = program.tee()?;
        if !status.success() {
            bail!("`{line}` failed ({status})");
        }
        Ok(Self::read(&text))
    }

    fn read(text: &str) -> Self {
        let number = |line: &str| {
            let (name, value) = line.split_once(' ')?;
            Some((name.to_owned(), value.trim().parse().ok()?))
        };
        Self(text.lines().filter_map(number).collect())
    }

    /// One of them.
    pub(crate) fn get(&self, name: &str) -> Result<f64> {
        self.0.get(name).copied().with_context(|| format!("the number {name} was not measured"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_is_not_there_is_an_error_and_other_lines_are_words() -> Result<()> {
        let numbers = Numbers::read("Measuring now\nstart_s 0.25\nidle_kb 31000\n");
        assert!((numbers.get("start_s")? - 0.25).abs() < 1e-9);
        assert!(numbers.get("Measuring").is_err());
        assert!(numbers.get("load").is_err());
        Ok(())
    }
}

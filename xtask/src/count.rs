//! What the test runners say at their end, as numbers: the real counts, read from their own words.

use std::ops::AddAssign;

/// Tests that ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// As they should.
    pub(crate) passed: usize,
    /// Not as they should, or not at all although they should have.
    pub(crate) failed: usize,
    /// As they should at the second try only. They count as passed, and are told.
    pub(crate) again: usize,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.again += other.again;
    }
}

/// Every runner that we use: `cargo nextest`, `cargo test` and Playwright. A text may hold several endings.
pub(crate) fn count(text: &str) -> Count {
    let mut all = Count::default();
    for line in text.lines() {
        let line = plain(line);
        // Nextest shows what a failed test printed, an ending among it, with a margin: that test is in its own summary.
        let is_result = line.starts_with("test result: ");
        let line = line.trim();
        if line.starts_with("Summary [") || is_result {
            // `Summary [ 0.004s] 5 tests run: 3 passed, 2 failed, 1 skipped`, `test result: ok. 3 passed; 0 failed; …`
            let failed = before(line, "failed") + before(line, "timed out");
            all += Count { passed: before(line, "passed"), failed, again: 0 };
        } else if let Some(kind) = playwright(line) {
            all += kind;
        }
    }
    all
}

/// Playwright's ending has a line for each kind: `  12 passed (3.4s)`.
fn playwright(line: &str) -> Option<Count> {
    let (number, rest) = line.split_once(' ')?;
    let number = number.parse().ok()?;
    let kind = rest.split(" (").next()?;
    match kind {
        "passed" => Some(Count { passed: number, ..Count::default() }),
        "flaky" => Some(Count { passed: number, again: number, failed: 0 }),
        "failed" | "interrupted" | "did not run" => Some(Count { failed: number, ..Count::default() }),
        _ => None,
    }
}

/// The number that stands before a word.
fn before(line: &str, word: &str) -> usize {
    let Some((head, _)) = line.split_once(&format!(" {word}")) else {
        return 0;
    };
    head.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// A line without the colours of a terminal.
fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((text, escape)) = rest.split_once('\u{1b}') {
        out.push_str(text);
        rest = escape.split_once(|c: char| c.is_ascii_alphabetic()).map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nextest_is_read() {
        let text = "     Summary [   1.204s] 7 tests run: 4 passed (1 slow), 2 failed, 1 timed out, 3 skipped\n";
        assert_eq!(count(text), Count { passed: 4, failed: 3, again: 0 });
        let quoted = "    test result: FAILED. 0 passed; 1 failed; 0 ignored\n     Summary [   0.1s] 2 tests run: 1 passed, 1 failed\n";
        assert_eq!(count(quoted), Count { passed: 1, failed: 1, again: 0 });
    }

    #[test]
    fn cargo_test_is_read_and_its_parts_are_added() {
        let text = "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\ntest result: FAILED. 1 passed; 2 failed; 0 ignored\n";
        assert_eq!(count(text), Count { passed: 4, failed: 2, again: 0 });
    }

    #[test]
    fn playwright_is_read_with_colours_and_what_did_not_run_has_failed() {
        let text = "  \u{1b}[31m1 failed\u{1b}[39m\n    [chromium] › a.spec.ts:3:1 › 2 passed the door\n  2 did not run\n  1 flaky\n  3 skipped\n\u{1b}[32m  10 passed\u{1b}[39m (3.4s)\n";
        assert_eq!(count(text), Count { passed: 11, failed: 3, again: 1 });
    }

    #[test]
    fn other_words_are_not_read() {
        assert_eq!(count("3 passed the exam\nall well\n"), Count::default());
    }
}

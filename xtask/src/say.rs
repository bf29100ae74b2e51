//! What the person at the terminal sees: which step runs, how far it is, how long it took.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// How a step ended well.
pub(crate) enum Outcome {
    /// It did its work.
    Done,
    /// Its work was done already.
    Fresh,
    /// It could not do its work, and the rest goes on without; the words say why and what follows.
    Without(String),
}

/// Numbered steps, `[3/7] …`.
pub(crate) struct Steps {
    of: usize,
    at: usize,
    began: Instant,
}

impl Steps {
    /// Begins a number of steps.
    pub(crate) fn new(of: usize) -> Self {
        Self { of, at: 0, began: Instant::now() }
    }

    /// Announces a step, does it, and says how it ended.
    pub(crate) fn step(&mut self, what: &str, work: impl FnOnce() -> Result<Outcome>) -> Result<()> {
        self.at += 1;
        let began = Instant::now();
        println!("[{}/{}] {what}", self.at, self.of);
        let outcome = work().with_context(|| format!("step {} of {} failed: {what}", self.at, self.of))?;
        match outcome {
            Outcome::Done => println!("      done in {}", took(began.elapsed())),
            Outcome::Fresh => println!("      nothing to do"),
            Outcome::Without(why) => println!("      WITHOUT: {why}"),
        }
        Ok(())
    }

    /// Goes on after so many steps, although some before were not reached.
    pub(crate) fn skip_to(&mut self, at: usize) {
        self.at = at;
    }

    /// How long all of it has taken so far.
    pub(crate) fn took(&self) -> String {
        took(self.began.elapsed())
    }
}

/// A length of time as people say it: `0.4 s`, `12.3 s`, `3 min 05 s`.
pub(crate) fn took(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_reads_as_people_say_it() {
        assert_eq!(took(Duration::from_millis(430)), "0.4 s");
        assert_eq!(took(Duration::from_secs(185)), "3 min 05 s");
    }
}

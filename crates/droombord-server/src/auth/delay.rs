//! Slows the guessing of passwords and codes. Delays, never a lock: a lock would let anybody shut a facilitator out.
//!
//! The delay grows with the failures of a *name* (also one that nobody has), whoever makes them, and stops growing at
//! [`Pace::most`]. Tries for one name from one source take turns; other sources do not wait for them, so that a flood
//! from one place costs the owner elsewhere one delay and no more. Everything is in memory only.

use std::{
    collections::HashMap,
    hash::{BuildHasher, Hash, RandomState},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// How fast tries may follow each other.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Number of failures without a delay: people mistype.
    pub free: u32,
    /// The first delay; it doubles with each failure.
    pub first: Duration,
    /// And never grows beyond this.
    pub most: Duration,
    /// Number of tries of one source for one name that may wait; more are told to come back. All of them must have their turn
    /// before the server gives a call up.
    pub waiting: usize,
    /// A name is forgotten so long after its last failure.
    pub forget: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            free: 3,
            first: Duration::from_millis(500),
            most: Duration::from_secs(8),
            waiting: 2,
            forget: Duration::from_secs(60 * 60),
        }
    }
}

impl Pace {
    /// No delays: for tests that sign in a lot.
    pub fn off() -> Self {
        Self { first: Duration::ZERO, most: Duration::ZERO, waiting: usize::MAX / 2, ..Self::default() }
    }

    /// How long a try waits after so many failures.
    pub fn delay(&self, failures: u32) -> Duration {
        match failures.checked_sub(self.free) {
            None | Some(0) => Duration::ZERO,
            Some(past) => self.first.saturating_mul(1_u32.checked_shl(past - 1).unwrap_or(u32::MAX)).min(self.most),
        }
    }
}

/// More names than this are not remembered at once (about a megabyte); the ones that were quiet longest go first.
const MOST_NAMES: usize = 10_000;

/// The failures of each name, and who waits.
#[derive(Debug)]
pub struct Delays {
    pace: Pace,
    /// Makes short keys of names, different at each start: the memory holds nothing that somebody typed.
    keys: RandomState,
    book: Mutex<Book>,
}

#[derive(Debug, Default)]
struct Book {
    failures: HashMap<u64, Failures>,
    lanes: HashMap<u64, Lane>,
}

#[derive(Clone, Copy, Debug)]
struct Failures {
    count: u32,
    last: Instant,
}

/// Those who try one name from one source: one at a time, in the order in which they came.
type Lane = Arc<tokio::sync::Mutex<()>>;

/// Too many tries wait already: come back after so long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany(pub Duration);

/// A try whose turn it is. Others in its lane wait until it is told how it ended, or dropped.
#[derive(Debug)]
pub struct Turn<'a> {
    delays: &'a Delays,
    name: u64,
    _lane: tokio::sync::OwnedMutexGuard<()>,
}

impl Delays {
    /// Starts with nothing remembered.
    pub fn new(pace: Pace) -> Self {
        Self { pace, keys: RandomState::new(), book: Mutex::default() }
    }

    /// Waits for the turn of a try, and then as long as the earlier failures ask. `name` must be folded: the same for
    /// every spelling that opens the same account.
    ///
    /// # Errors
    /// [`TooMany`] when too many tries of this source for this name wait already.
    pub async fn turn(&self, name: &str, source: impl Hash) -> Result<Turn<'_>, TooMany> {
        let lane = self.lane(self.keys.hash_one((name, source)))?;
        let name = self.keys.hash_one(name);
        let lane = lane.lock_owned().await;
        // Read after the waiting: the tries before this one have failed or succeeded by now.
        tokio::time::sleep(self.pace.delay(self.failures(name))).await;
        Ok(Turn { delays: self, name, _lane: lane })
    }

    fn lane(&self, key: u64) -> Result<Lane, TooMany> {
        let mut book = self.book();
        if book.lanes.len() >= MOST_NAMES {
            book.lanes.retain(|_, lane| Arc::strong_count(lane) > 1);
        }
        let lane = book.lanes.entry(key).or_default().clone();
        // The map holds one, this call one, the try whose turn it is another.
        if Arc::strong_count(&lane) >= self.pace.waiting + 3 {
            return Err(TooMany(self.pace.most));
        }
        Ok(lane)
    }

    fn failures(&self, name: u64) -> u32 {
        let book = self.book();
        let failures = book.failures.get(&name).filter(|failures| failures.last.elapsed() < self.pace.forget);
        failures.map_or(0, |failures| failures.count)
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        // Nothing in here can be left half changed by a panic.
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn<'_> {
    /// Name, password or code was wrong.
    pub fn failed(self) {
        let count = self.delays.failures(self.name).saturating_add(1);
        let mut book = self.delays.book();
        if book.failures.len() >= MOST_NAMES && !book.failures.contains_key(&self.name) {
            let mut times: Vec<Instant> = book.failures.values().map(|failures| failures.last).collect();
            let (_, middle, _) = times.select_nth_unstable(MOST_NAMES / 2);
            let middle = *middle;
            book.failures.retain(|_, failures| failures.last > middle);
        }
        book.failures.insert(self.name, Failures { count, last: Instant::now() });
    }

    /// All was right: the name starts afresh.
    pub fn succeeded(self) {
        self.delays.book().failures.remove(&self.name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quick() -> Pace {
        Pace { first: Duration::from_millis(20), most: Duration::from_millis(80), ..Pace::default() }
    }

    #[test]
    fn the_delay_grows_and_stops_growing() {
        let pace = Pace::default();
        let delays: Vec<u128> = (0..10).map(|failures| pace.delay(failures).as_millis()).collect();
        assert_eq!(delays, [0, 0, 0, 0, 500, 1_000, 2_000, 4_000, 8_000, 8_000]);
        assert_eq!(pace.delay(u32::MAX), pace.most);
    }

    #[tokio::test]
    async fn no_number_of_failures_locks_a_name() -> Result<(), TooMany> {
        let delays = Delays::new(quick());
        for _ in 0..12 {
            delays.turn("joris", 1).await?.failed();
        }
        let begun = Instant::now();
        delays.turn("joris", 1).await?.succeeded();
        assert!(begun.elapsed() >= quick().most);
        let begun = Instant::now();
        delays.turn("joris", 1).await?.succeeded();
        assert!(begun.elapsed() < quick().first, "a success starts afresh");
        Ok(())
    }

    #[tokio::test]
    async fn a_flood_from_one_source_costs_another_source_one_delay() -> Result<(), TooMany> {
        let delays = Arc::new(Delays::new(quick()));
        for _ in 0..12 {
            delays.turn("joris", "flood").await?.failed();
        }
        let mut flood = Vec::new();
        for _ in 0..50 {
            let delays = delays.clone();
            flood.push(tokio::spawn(async move {
                match delays.turn("joris", "flood").await {
                    Ok(turn) => turn.failed(),
                    Err(TooMany(_)) => return 1,
                }
                0
            }));
        }
        tokio::task::yield_now().await;
        let begun = Instant::now();
        delays.turn("joris", "owner").await?.succeeded();
        assert!(begun.elapsed() < quick().most * 3);
        let mut sent_away = 0;
        for one in flood {
            sent_away += one.await.unwrap_or_default();
        }
        assert_eq!(sent_away, 50 - 1 - quick().waiting);
        Ok(())
    }
}

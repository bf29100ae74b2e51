//! Batches: what happened to posts becomes public, and live events tell how much is new on the board. How much, never what;
//! never at the second of a decision, so that nobody learns from the board or the stream when somebody's words were read.

use crate::{
    clock::{Dice, Seconds},
    error::Result,
    settings::LIVE_PAUSE,
    store::Store,
};
use droombord_domain::{api::News, problem::ProblemCode};
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::sync::watch;

/// What is younger than this part of the pause between two batches waits for the next one.
const LEAST_AGE: u32 = 6;
/// Who was away longer than this sees the board as it is anyway.
const LONGEST_AWAY: Seconds = 24 * 60 * 60;
/// Number of listeners at once; more are asked to come later.
const MOST: usize = 10_000;

/// What was released last. The moments are those up to which the board had been looked at, not those of any decision.
#[derive(Clone, Copy, Debug, Default)]
struct Batch {
    since: Seconds,
    until: Seconds,
    news: News,
    /// Whether the server ends.
    closed: bool,
}

/// Who listens, and what they hear.
#[derive(Debug, Default)]
pub struct Live {
    batch: watch::Sender<Batch>,
    listeners: Arc<AtomicUsize>,
}

impl Live {
    /// Makes public what happened to posts (`store/release.rs`), and tells what came on the board since the last time. The
    /// pause between two batches is in seconds.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub async fn release(&self, store: &Store, pause: u32, now: Seconds) -> Result<()> {
        // At least a moment: a second that has not ended may still bring something.
        let least_age = Seconds::from((pause / LEAST_AGE).max(2));
        let (since, until) = (self.batch.borrow().until, now.saturating_sub(least_age));
        store.release(until, now).await?;
        if until <= since {
            if since - until > LONGEST_AWAY {
                // The clock was set back: what follows is counted from here.
                self.batch.send_modify(|batch| *batch = Batch { since: until, until, news: News::default(), ..*batch });
            }
            return Ok(());
        }
        // After a start nobody has heard anything yet: there is nothing to compare with.
        let news = if since == 0 { News::default() } else { store.news(since, until).await? };
        if since == 0 || !news.is_empty() {
            self.batch.send_modify(|batch| *batch = Batch { since, until, news, ..*batch });
        }
        Ok(())
    }

    /// How long to wait before the next batch: by chance, so that nobody can reckon with it.
    pub fn pause(pause: u32, dice: &dyn Dice) -> Duration {
        // Nothing waits for a batch of 0: events still come in batches.
        let pause = u64::from(match pause {
            0 => LIVE_PAUSE,
            pause => pause,
        });
        Duration::from_secs(pause + dice.bytes().map_or(0, u64::from_le_bytes) % pause.max(1))
    }

    /// Ends every stream.
    pub fn close(&self) {
        self.batch.send_modify(|batch| batch.closed = true);
    }

    /// Begins to listen, where an earlier stream of the same listener ended when it says so.
    ///
    /// # Errors
    /// When too many listen already.
    pub fn listen(&self, store: Store, last_heard: Option<Seconds>) -> Result<Listener> {
        let place = Place(self.listeners.clone());
        if place.0.fetch_add(1, Ordering::Relaxed) >= MOST {
            return Err(ProblemCode::Busy.into());
        }
        let batches = self.batch.subscribe();
        let until = batches.borrow().until;
        let known = (until.saturating_sub(LONGEST_AWAY)..=until).contains(&last_heard.unwrap_or(until));
        let heard = last_heard.filter(|_| known).unwrap_or(until);
        Ok(Listener { store, batches, heard, said_hello: false, _place: place })
    }
}

/// Counts one listener for as long as it lives.
#[derive(Debug)]
struct Place(Arc<AtomicUsize>);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// One open stream.
#[derive(Debug)]
pub struct Listener {
    store: Store,
    batches: watch::Receiver<Batch>,
    heard: Seconds,
    said_hello: bool,
    _place: Place,
}

impl Listener {
    /// Waits until more is new: up to which moment, and how much. The first time at once, so that the listener knows from where
    /// to go on after a break. `None` when the server ends.
    pub async fn next(&mut self) -> Option<(Seconds, News)> {
        if !std::mem::replace(&mut self.said_hello, true) {
            return Some((self.heard, News::default()));
        }
        loop {
            let Batch { since, until, news, closed } = *self.batches.borrow_and_update();
            if closed {
                return None;
            }
            if until > self.heard {
                let from = std::mem::replace(&mut self.heard, until);
                // Who missed a batch asks for all that came since.
                let news = if from == since { news } else { self.store.news(from, until).await.ok()? };
                if from != 0 && !news.is_empty() {
                    return Some((until, news));
                }
            } else {
                self.heard = until;
                self.batches.changed().await.ok()?;
            }
        }
    }
}

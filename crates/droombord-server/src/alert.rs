//! What alerts remember: who is at the desk just now, and when the next mail may go.

use crate::clock::Seconds;
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use uuid::Uuid;

/// Between two mails passes so much time at least.
const PAUSE: Duration = Duration::from_secs(5 * 60);
/// A facilitator who was seen in this stretch of time or the one before is at the desk. The stretches are the same for everybody, so that the end of
/// somebody's work is told to no minute: it would tell when a decision was made.
const STRETCH: Seconds = 10 * 60;

/// What alerts remember, in memory only.
#[derive(Debug, Default)]
pub struct Alerts {
    /// When each session of a facilitator was used last.
    seen: Mutex<HashMap<Uuid, Seconds>>,
    mail: Mutex<Turn>,
}

/// Whose turn it is to send a mail.
#[derive(Debug, Default)]
pub struct Turn {
    /// A task is on its way, or waits for the end of the pause.
    under_way: bool,
    /// Before this moment no mail goes.
    not_before: Option<Instant>,
}

impl Turn {
    /// How long the next mail waits; `None` when one is on its way, which will count everything that waits then.
    pub fn take(&mut self, now: Instant) -> Option<Duration> {
        let is_free = !std::mem::replace(&mut self.under_way, true);
        is_free.then(|| self.not_before.map_or(Duration::ZERO, |not_before| not_before.saturating_duration_since(now)))
    }

    /// The mail goes now.
    pub fn goes(&mut self, now: Instant) {
        *self = Self { under_way: false, not_before: Some(now + PAUSE) };
    }
}

impl Alerts {
    /// A facilitator's session was used at this moment last.
    pub fn saw(&self, session: Uuid, used_at: Seconds) {
        self.seen().insert(session, used_at);
    }

    /// A session has ended.
    pub fn left(&self, session: Uuid) {
        self.seen().remove(&session);
    }

    /// Whether a facilitator is at the desk.
    pub fn is_somebody_there(&self, now: Seconds) -> bool {
        let since = now - now.rem_euclid(STRETCH) - STRETCH;
        let mut seen = self.seen();
        seen.retain(|_, used_at| *used_at >= since);
        !seen.is_empty()
    }

    fn seen(&self) -> MutexGuard<'_, HashMap<Uuid, Seconds>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whose turn it is to send a mail.
    pub fn turn(&self) -> MutexGuard<'_, Turn> {
        self.mail.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mail_goes_at_once_and_the_next_after_the_pause() {
        let start = Instant::now();
        let mut turn = Turn::default();
        assert_eq!(turn.take(start), Some(Duration::ZERO));
        assert_eq!(turn.take(start), None, "it is on its way");
        turn.goes(start);
        let later = start + Duration::from_secs(60);
        assert_eq!(turn.take(later), Some(PAUSE - Duration::from_secs(60)));
        assert_eq!(turn.take(later), None, "one waits already");
        turn.goes(start + PAUSE);
        assert_eq!(turn.take(start + PAUSE * 3), Some(Duration::ZERO));
    }

    #[test]
    fn whoever_was_seen_in_the_last_minutes_is_there_until_a_border_of_time() {
        let alerts = Alerts::default();
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert!(!alerts.is_somebody_there(0));
        // Both were used last within one stretch, at other moments, and are gone at the same one.
        for (session, used_at) in [(one, STRETCH * 100 + 1), (two, STRETCH * 100 + STRETCH - 1)] {
            alerts.saw(session, used_at);
            assert!(alerts.is_somebody_there(STRETCH * 102 - 1));
            assert!(!alerts.is_somebody_there(STRETCH * 102));
        }
        alerts.saw(one, STRETCH * 200);
        alerts.left(one);
        assert!(!alerts.is_somebody_there(STRETCH * 200), "who signed out is not there");
    }
}

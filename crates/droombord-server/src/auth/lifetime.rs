//! How long a session lives: eight hours at most, and one hour without use.
//!
//! When it was used last is stored by the hour only (nobody needs a record of a facilitator's minutes); the exact moment
//! is in memory. After a restart the stored hour counts, so that a session may then end early and never late.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};
use uuid::Uuid;

/// A session ends so many seconds after it began.
pub const LONGEST: i64 = 8 * HOUR;
/// And so many seconds after it was used last.
pub const IDLE: i64 = HOUR;

/// A session that began further in the future began while the clock was wrong: it has ended.
pub const AHEAD: i64 = 5 * 60;

const HOUR: i64 = 60 * 60;

/// The hour of a moment: what is stored of it. Seconds since 1970.
pub const fn hour_of(now: i64) -> i64 {
    now - now.rem_euclid(HOUR)
}

/// When each session was used last, exactly. In memory only.
#[derive(Debug, Default)]
pub struct LastUses(Mutex<HashMap<Uuid, i64>>);

impl LastUses {
    /// When a session was used last, if it still lives. `is_use`: it is used now; else it is only looked at.
    pub fn look(&self, session: Uuid, began_at: i64, stored_hour: i64, now: i64, is_use: bool) -> Option<i64> {
        let mut uses = self.uses();
        let last = uses.get(&session).copied().unwrap_or(stored_hour).max(stored_hour);
        let is_past = began_at <= now + AHEAD && last <= now + AHEAD;
        if !is_past || now >= began_at + LONGEST || now >= last + IDLE {
            uses.remove(&session);
            return None;
        }
        if is_use {
            uses.insert(session, now);
        }
        Some(if is_use { now } else { last })
    }

    /// Forgets what cannot live any more, so that ended sessions do not stay.
    pub fn sweep(&self, now: i64) {
        self.uses().retain(|_, last| now < *last + IDLE);
    }

    fn uses(&self) -> MutexGuard<'_, HashMap<Uuid, i64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SESSION: Uuid = Uuid::from_u128(1);
    const BEGAN: i64 = 10 * HOUR + 50 * 60;

    #[test]
    fn an_hour_without_use_ends_a_session_to_the_second() {
        let uses = LastUses::default();
        let look = |now, is_use| uses.look(SESSION, BEGAN, hour_of(BEGAN), now, is_use);
        assert_eq!(look(BEGAN, true), Some(BEGAN));
        assert_eq!(look(BEGAN + IDLE - 1, true), Some(BEGAN + IDLE - 1));
        assert_eq!(look(BEGAN + IDLE - 1 + IDLE, true), None);
    }

    #[test]
    fn looking_is_no_use() {
        let uses = LastUses::default();
        let look = |minute: i64, is_use| uses.look(SESSION, BEGAN, hour_of(BEGAN), BEGAN + minute * 60, is_use);
        assert!(look(0, true).is_some());
        for minute in 1..110 {
            let last = if minute < 50 { BEGAN } else { BEGAN + 50 * 60 };
            assert_eq!(look(minute, minute == 50), Some(last), "{minute}");
        }
        assert_eq!(look(110, false), None);
    }

    #[test]
    fn eight_hours_end_it_however_busy() {
        let uses = LastUses::default();
        let mut now = BEGAN;
        while now < BEGAN + LONGEST {
            assert!(uses.look(SESSION, BEGAN, hour_of(now), now, true).is_some());
            now += IDLE / 2;
        }
        assert_eq!(uses.look(SESSION, BEGAN, hour_of(now), now, true), None);
    }

    #[test]
    fn what_began_or_was_used_in_the_future_has_ended() {
        let leap = 200 * 24 * HOUR;
        let look = |began_at, used_at| LastUses::default().look(SESSION, began_at, hour_of(used_at), BEGAN, true);
        assert!(look(BEGAN + AHEAD, BEGAN).is_some());
        assert_eq!(look(BEGAN + leap, BEGAN + leap), None);
        assert_eq!(look(BEGAN, BEGAN + leap), None);
    }

    #[test]
    fn after_a_restart_the_stored_hour_counts() {
        let restarted = |now| LastUses::default().look(SESSION, BEGAN, hour_of(BEGAN), now, false);
        assert!(restarted(11 * HOUR - 1).is_some());
        assert_eq!(restarted(11 * HOUR), None);
    }
}

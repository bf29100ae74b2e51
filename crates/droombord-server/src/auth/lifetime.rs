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
    /// Whether a session still lives; if so, it counts as used now.
    pub fn touch(&self, session: Uuid, began_at: i64, stored_hour: i64, now: i64) -> bool {
        let lives = self.lives(session, began_at, stored_hour, now);
        if lives {
            self.uses().insert(session, now);
        } else {
            self.uses().remove(&session);
        }
        lives
    }

    /// Whether a session still lives; asking is not using.
    pub fn lives(&self, session: Uuid, began_at: i64, stored_hour: i64, now: i64) -> bool {
        let last = self.uses().get(&session).copied().unwrap_or(stored_hour).max(stored_hour);
        began_at <= now + AHEAD && last <= now + AHEAD && now < began_at + LONGEST && now < last + IDLE
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
        assert!(uses.touch(SESSION, BEGAN, hour_of(BEGAN), BEGAN));
        assert!(uses.touch(SESSION, BEGAN, hour_of(BEGAN), BEGAN + IDLE - 1));
        assert!(!uses.touch(SESSION, BEGAN, hour_of(BEGAN), BEGAN + IDLE - 1 + IDLE));
    }

    #[test]
    fn eight_hours_end_it_however_busy() {
        let uses = LastUses::default();
        let mut now = BEGAN;
        while now < BEGAN + LONGEST {
            assert!(uses.touch(SESSION, BEGAN, hour_of(now), now));
            now += IDLE / 2;
        }
        assert!(!uses.touch(SESSION, BEGAN, hour_of(now), now));
    }

    #[test]
    fn what_began_or_was_used_in_the_future_has_ended() {
        let day = 24 * HOUR;
        assert!(LastUses::default().touch(SESSION, BEGAN + AHEAD, hour_of(BEGAN), BEGAN));
        assert!(!LastUses::default().touch(SESSION, BEGAN + 200 * day, hour_of(BEGAN + 200 * day), BEGAN));
        assert!(!LastUses::default().touch(SESSION, BEGAN, hour_of(BEGAN + 200 * day), BEGAN));
    }

    #[test]
    fn after_a_restart_the_stored_hour_counts() {
        assert!(LastUses::default().touch(SESSION, BEGAN, hour_of(BEGAN), 11 * HOUR - 1));
        assert!(!LastUses::default().touch(SESSION, BEGAN, hour_of(BEGAN), 11 * HOUR));
    }
}

//! How honest the promised reading time is just now (promise 14), worked out at most once a minute; and what else every
//! page needs.

use crate::{clock::Seconds, error::Result, store::Store};
use droombord_domain::{
    settings::{Facts, Reading},
    staff::StaffRole,
};
use std::sync::{Mutex, PoisonError};

const MINUTE: Seconds = 60;
const DAY: Seconds = 24 * 60 * 60;

/// What was worked out, and when.
#[derive(Debug, Default)]
pub struct ReadingClock(Mutex<Option<(Seconds, Reading)>>, Mutex<Option<(u64, Facts)>>);

/// What pages say of the reading time.
const fn judge(facilitators: i64, oldest_since: Option<Seconds>, days: u32, now: Seconds) -> Reading {
    if facilitators == 0 {
        return Reading::Nobody;
    }
    match oldest_since {
        Some(since) if now - since > 2 * DAY * (days as Seconds) => Reading::Late,
        Some(_) | None => Reading::OnTime,
    }
}

impl ReadingClock {
    /// Whether the promised reading time of `days` is what happens. Worked out each time unless it may be kept in memory.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn reading(&self, store: &Store, days: u32, keeps: bool, now: Seconds) -> Result<Reading> {
        let known = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, reading)) = known
            && keeps
            && (0..MINUTE).contains(&(now - at))
        {
            return Ok(reading);
        }
        let facilitators = store.active_accounts(StaffRole::Facilitator).await?;
        let oldest = store.waiting().await?.oldest_since;
        let reading = judge(facilitators, oldest, days, now);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, reading));
        Ok(reading)
    }

    /// What the horizon tells: read again when what everybody may see has changed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn facts(&self, store: &Store, keeps: bool) -> Result<Facts> {
        let version = store.board_version();
        let known = *self.1.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, facts)) = known
            && keeps
            && at == version
        {
            return Ok(facts);
        }
        let facts = store.facts().await?;
        *self.1.lock().unwrap_or_else(PoisonError::into_inner) = Some((version, facts));
        Ok(facts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn late_is_more_than_twice_the_promise_and_nobody_is_nobody() {
        for (facilitators, waited, reading) in [
            (0, None, Reading::Nobody),
            (1, None, Reading::OnTime),
            (1, Some(4 * DAY), Reading::OnTime),
            (1, Some(4 * DAY + 1), Reading::Late),
            (0, Some(9 * DAY), Reading::Nobody),
        ] {
            assert_eq!(judge(facilitators, waited.map(|waited| 1_000_000_000 - waited), 2, 1_000_000_000), reading);
        }
    }
}

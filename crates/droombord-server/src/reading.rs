//! How honest the promised reading time is just now (promise 14), worked out at most once a minute; and what else every
//! page needs.

use crate::{clock::Seconds, error::Result, state::App};
use droombord_domain::{
    settings::{Facts, PublicSettings, Reading},
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

impl App {
    /// Whether the promised reading time is what happens.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn reading(&self) -> Result<Reading> {
        let now = self.clock.now();
        let known = *self.reading.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, reading)) = known
            && self.cache
            && (0..MINUTE).contains(&(now - at))
        {
            return Ok(reading);
        }
        let facilitators = self.store.active_accounts(StaffRole::Facilitator).await?;
        let oldest = self.store.waiting().await?.oldest_since;
        let reading = judge(facilitators, oldest, self.settings.reading_days, now);
        *self.reading.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, reading));
        Ok(reading)
    }

    /// What the horizon tells: read anew when what everybody may see has changed.
    async fn facts(&self) -> Result<Facts> {
        let version = self.store.board_version();
        let known = *self.reading.1.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, facts)) = known
            && self.cache
            && at == version
        {
            return Ok(facts);
        }
        let facts = self.store.facts().await?;
        *self.reading.1.lock().unwrap_or_else(PoisonError::into_inner) = Some((version, facts));
        Ok(facts)
    }

    /// What every page needs of the settings.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn public_settings(&self) -> Result<PublicSettings> {
        let settings = &self.settings;
        Ok(PublicSettings {
            exit_url: settings.exit_url.clone(),
            reading_days: settings.reading_days,
            reading: self.reading().await?,
            kindertelefoon_hours: settings.kindertelefoon_hours.clone(),
            jeugdstem_hours: settings.jeugdstem_hours.clone(),
            controller: settings.controller.clone(),
            contact: settings.contact.clone(),
            facts: self.facts().await?,
        })
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

//! Time and dice, handed in from outside: tests bring their own.

use jiff::{Timestamp, tz::TimeZone};
use std::{
    fmt::Debug,
    sync::OnceLock,
    time::{SystemTime, UNIX_EPOCH},
};
use uuid::Uuid;

use droombord_domain::when::HalfMonth;

/// Seconds since 1970-01-01T00:00:00Z: how the store keeps a moment.
pub type Seconds = i64;

/// Tells the time.
pub trait Clock: Debug + Send + Sync {
    /// Now.
    fn now(&self) -> Seconds;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Seconds {
        // A clock before 1970 is broken; nothing sensible can be told then.
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| Seconds::try_from(since.as_secs()).unwrap_or(Seconds::MAX))
    }
}

/// The machine's clock, so many days ahead: what is due then happens now. For tests; a board with people never has one.
#[derive(Clone, Copy, Debug)]
pub struct AheadClock {
    /// How many days.
    pub days: u16,
}

impl Clock for AheadClock {
    fn now(&self) -> Seconds {
        SystemClock.now().saturating_add(Seconds::from(self.days) * 24 * 60 * 60)
    }
}

/// Throws random bytes, good enough for keys.
pub trait Dice: Debug + Send + Sync {
    /// Fills the bytes.
    ///
    /// # Errors
    /// When the machine has no randomness to give.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoDice>;
}

/// The machine has no randomness to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the machine gives no random bytes")]
pub struct NoDice;

/// The machine's cryptographic source.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDice;

impl Dice for SystemDice {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoDice> {
        getrandom::fill(bytes).map_err(|_| NoDice)
    }
}

impl dyn Dice + '_ {
    /// Random bytes.
    ///
    /// # Errors
    /// When the machine has no randomness to give.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], NoDice> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// A random UUID (version 4): it does not tell the moment.
    ///
    /// # Errors
    /// When the machine has no randomness to give.
    pub fn uuid(&self) -> Result<Uuid, NoDice> {
        Ok(uuid::Builder::from_random_bytes(self.bytes()?).into_uuid())
    }
}

/// A moment as the writer and the desk see it: RFC 3339 in UTC, whole seconds.
pub fn rfc3339(at: Seconds) -> String {
    Timestamp::from_second(at).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
}

/// The half month of a moment: the finest time that everybody may see.
pub fn half_month(at: Seconds) -> HalfMonth {
    let day = amsterdam(at);
    // Months and days are always within a byte.
    HalfMonth::of(
        day.year(),
        u8::try_from(day.month()).unwrap_or_default(),
        u8::try_from(day.day()).unwrap_or_default(),
    )
}

/// The hour of the day in Europe/Amsterdam, from 0.
pub fn hour(at: Seconds) -> u8 {
    u8::try_from(amsterdam(at).hour()).unwrap_or_default()
}

/// The day of the week (0 is Monday) and the minute of the day, in Europe/Amsterdam.
pub fn week_minute(at: Seconds) -> (u8, u16) {
    let here = amsterdam(at);
    let weekday = u8::try_from(here.weekday().to_monday_zero_offset()).unwrap_or_default();
    let minute = i32::from(here.hour()) * 60 + i32::from(here.minute());
    (weekday, u16::try_from(minute).unwrap_or_default())
}

/// The calendar day of a moment in Europe/Amsterdam, as `2026-11-21`.
pub fn date(at: Seconds) -> String {
    amsterdam(at).date().to_string()
}

/// The calendar day of a moment in Europe/Amsterdam, as days since 1970-01-01.
pub fn day(at: Seconds) -> i64 {
    let epoch = jiff::civil::date(1970, 1, 1);
    i64::from((amsterdam(at).date() - epoch).get_days())
}

/// A month of the calendar in Europe/Amsterdam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// The calendar year.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// Its first second.
    pub begins: Seconds,
}

/// The month of a moment and those before it, oldest first; `many` in all.
pub fn months(at: Seconds, many: u32) -> Vec<Month> {
    let here = amsterdam(at);
    let first = here.date().first_of_month();
    let before = |months: u32| {
        let date = first.checked_sub(jiff::Span::new().try_months(months).ok()?).ok()?;
        let begins = date.to_zoned(here.time_zone().clone()).ok()?.timestamp().as_second();
        Some(Month { year: date.year(), month: u8::try_from(date.month()).unwrap_or_default(), begins })
    };
    (0..many).rev().filter_map(before).collect()
}

fn amsterdam(at: Seconds) -> jiff::Zoned {
    static ZONE: OnceLock<TimeZone> = OnceLock::new();
    let zone = ZONE.get_or_init(|| TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC));
    Timestamp::from_second(at).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_is_that_of_amsterdam() {
        // 2026-11-15T23:30:00Z is the 16th in Amsterdam.
        let at = 1_794_785_400;
        assert_eq!(rfc3339(at), "2026-11-15T23:30:00Z");
        assert_eq!(half_month(at), HalfMonth { year: 2026, month: 11, half: 2 });
        // A Monday, half an hour after midnight.
        assert_eq!(week_minute(at), (0, 30));
        assert_eq!(day(at), day(at + 60 * 60));
        assert_eq!(day(at) - 1, day(at - 60 * 60));
    }

    #[test]
    fn a_month_begins_at_midnight_in_amsterdam_in_winter_and_in_summer() {
        // 2026-04-30T22:30:00Z is half past midnight on 1 May in Amsterdam.
        let months = months(1_777_588_200, 6);
        let told = |month: &Month| format!("{}-{} {}", month.year, month.month, rfc3339(month.begins));
        assert_eq!(
            months.iter().map(told).collect::<Vec<_>>(),
            [
                "2025-12 2025-11-30T23:00:00Z",
                "2026-1 2025-12-31T23:00:00Z",
                "2026-2 2026-01-31T23:00:00Z",
                "2026-3 2026-02-28T23:00:00Z",
                "2026-4 2026-03-31T22:00:00Z",
                "2026-5 2026-04-30T22:00:00Z",
            ]
        );
    }
}

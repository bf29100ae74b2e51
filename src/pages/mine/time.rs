//! Time for the writer: how long a post waits, and exact moments in Europe/Amsterdam. Pure; the clock is an argument.

use crate::i18n::Moment;

/// Where the dates of the product are.
pub const ZONE: &str = "Europe/Amsterdam";

const HOUR: f64 = 3_600_000.0;

/// How long a post has been waiting for a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// Whole hours, less than a day.
    Hours(u32),
    /// Whole days.
    Days(u32),
}

impl Waiting {
    /// Between two moments in milliseconds. A device whose clock is behind says nothing odd.
    pub fn between(since: f64, now: f64) -> Self {
        // Saturating: a number of hours is small, and never below none.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, as meant")]
        let hours = ((now - since) / HOUR).floor() as u32;
        if hours < 24 { Self::Hours(hours) } else { Self::Days(hours / 24) }
    }

    /// Whether it is longer than was promised. A day that has begun counts only when it is over.
    pub const fn is_past(self, promised_days: u32) -> bool {
        match self {
            Self::Hours(_) => false,
            Self::Days(days) => days > promised_days,
        }
    }

    /// Whole days.
    pub const fn days(self) -> u32 {
        match self {
            Self::Hours(_) => 0,
            Self::Days(days) => days,
        }
    }
}

/// A wall clock (year, month, day, hour, minute) as a moment seen from another wall clock.
pub fn moment(at: [i64; 5], now: [i64; 5]) -> Moment {
    let [year, month, day, hour, minute] = at;
    let small = |number: i64| u8::try_from(number).unwrap_or_default();
    Moment {
        days_ago: day_number(now) - day_number(at),
        year: (year != now[0]).then_some(year),
        month: small(month),
        day: small(day),
        hour: small(hour),
        minute: small(minute),
    }
}

/// A number that grows by one each calendar day (Gregorian; the year begins in March, so that a leap day is its last).
fn day_number([year, month, day, ..]: [i64; 5]) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_is_said_in_hours_then_in_days() {
        for (hours, waiting, past) in [
            (-3.0, Waiting::Hours(0), false),
            (0.5, Waiting::Hours(0), false),
            (23.9, Waiting::Hours(23), false),
            (24.0, Waiting::Days(1), false),
            (71.0, Waiting::Days(2), false),
            (72.0, Waiting::Days(3), true),
        ] {
            let waits = Waiting::between(0.0, hours * HOUR);
            assert_eq!((waits, waits.is_past(2)), (waiting, past), "{hours}");
        }
    }

    #[test]
    fn today_and_yesterday_are_calendar_days() {
        let now = [2026, 3, 1, 0, 5];
        for (at, days_ago, year) in [
            ([2026, 3, 1, 0, 1], 0, None),
            ([2026, 2, 28, 23, 59], 1, None),
            ([2026, 1, 31, 12, 0], 29, None),
            ([2025, 12, 31, 12, 0], 60, Some(2025)),
            ([2024, 2, 29, 12, 0], 731, Some(2024)),
        ] {
            let seen = moment(at, now);
            assert_eq!((seen.days_ago, seen.year), (days_ago, year), "{at:?}");
        }
    }
}

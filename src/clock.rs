//! The moment as the server has it. The clock of a phone may be days off, and every date that is shown was made by the server's.
//!
//! Each answer of the server tells its moment; by how much this device's clock differs is kept here. What is compared with a moment
//! of the server asks [`now`]; how long something lasts on this device alone may be measured with [`here`].

use crate::browser;
use std::cell::Cell;

thread_local! {
    /// How many milliseconds the server's clock is ahead of this device's; nothing before the first answer.
    static AHEAD: Cell<Option<f64>> = const { Cell::new(None) };
}

/// An answer of the server came just now. `date` is its moment, as the header of that name has it.
pub fn heard(date: &str) {
    if let Some(moment) = browser::parse_time(date) {
        AHEAD.set(Some(moment - here()));
    }
}

/// Now by the server's clock, in milliseconds since 1970; `None` before it has answered.
pub fn now() -> Option<f64> {
    AHEAD.get().map(|ahead| here() + ahead)
}

/// Now by this device's own clock, which may leap.
pub fn here() -> f64 {
    browser::now()
}

/// How long something waits, as people say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waited {
    /// Less than an hour; at least 1.
    Minutes(u32),
    /// Less than a day.
    Hours(u32),
    /// Whole days.
    Days(u32),
}

impl Waited {
    /// From one moment to another, both in milliseconds since 1970. A clock that is late gives one minute.
    pub fn between(since: f64, now: f64) -> Self {
        const MINUTE: f64 = 60_000.0;
        let minutes = ((now - since) / MINUTE).floor().clamp(1.0, f64::from(u32::MAX));
        // Clamped above: it fits.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and u32::MAX")]
        let minutes = minutes as u32;
        match minutes {
            ..60 => Self::Minutes(minutes),
            60..1440 => Self::Hours(minutes / 60),
            1440.. => Self::Days(minutes / 1440),
        }
    }

    /// Since a moment in RFC 3339; `None` when it is none, or before the clock is known.
    pub fn since(moment: &str, now: Option<f64>) -> Option<Self> {
        Some(Self::between(browser::parse_time(moment)?, now?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_is_said_in_minutes_then_hours_then_days() {
        const HOUR: f64 = 3_600_000.0;
        for (milliseconds, expected) in [
            (-5.0, Waited::Minutes(1)),
            (20_000.0, Waited::Minutes(1)),
            (20.0 * 60_000.0, Waited::Minutes(20)),
            (HOUR - 1.0, Waited::Minutes(59)),
            (HOUR, Waited::Hours(1)),
            (24.0 * HOUR - 1.0, Waited::Hours(23)),
            (24.0 * HOUR, Waited::Days(1)),
            (100.0 * HOUR, Waited::Days(4)),
        ] {
            assert_eq!(Waited::between(1e12, 1e12 + milliseconds), expected);
        }
    }
}

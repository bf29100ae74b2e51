//! Time at the desk: how long something waits, and exact moments in Europe/Amsterdam. The clock is the server's: see [`crate::clock`].

use super::device;
use crate::{browser, clock};
use droombord_domain::{post::Lang, when::Day};

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

/// The calendar day in Europe/Amsterdam so many days ago, as `2026-11-21`; empty before the clock is known.
pub fn days_ago(days: i64) -> String {
    let day = || {
        let [year, month, day, ..] = browser::wall_clock(clock::now()?, "Europe/Amsterdam")?;
        Day::of_number(Day::parse(&format!("{year:04}-{month:02}-{day:02}"))?.number() - days)
    };
    day().map(|day| day.to_string()).unwrap_or_default()
}

/// An exact moment, for people: "21 november 2026 om 23:10".
pub fn exact(moment: &str, lang: Lang) -> String {
    let locale = match lang {
        Lang::Nl => "nl-NL",
        Lang::En => "en-GB",
    };
    device::time_in_words(moment, locale)
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

//! Moments and days at the desk, in Europe/Amsterdam. The clock is the server's: see [`crate::clock`].

use super::device;
use crate::{browser, clock};
use droombord_domain::{post::Lang, when::Day};

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

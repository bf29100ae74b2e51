//! Coarse time for everybody. Where the exact moment is known, the server keeps it for the writer and the desk.
//! And calendar days, for what somebody promised to do before one.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Half a month in Europe/Amsterdam: the finest public time (1 is up to and including the 15th).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HalfMonth {
    /// The calendar year.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 or 2.
    pub half: u8,
}

impl HalfMonth {
    /// The half month of a calendar day in Europe/Amsterdam.
    pub const fn of(year: i16, month: u8, day: u8) -> Self {
        Self { year, month, half: if day <= 15 { 1 } else { 2 } }
    }
}

/// A calendar day in Europe/Amsterdam, from 1970 to 9999. As text it is `2027-03-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    year: i16,
    month: u8,
    day: u8,
}

impl Day {
    /// Reads `2027-03-01`; `None` for a day that no calendar has.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            parts.next().filter(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let (year, month, day) =
            (part(4)?.parse::<i16>().ok()?, part(2)?.parse::<u8>().ok()?, part(2)?.parse::<u8>().ok()?);
        let there_is = year >= 1970 && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        (parts.next().is_none() && there_is).then_some(Self { year, month, day })
    }

    /// The day that is so many days after 1970-01-01; `None` outside of 1970 to 9999.
    pub fn of_number(number: i64) -> Option<Self> {
        // Counted in eras of 400 years that begin on 1 March, so that a leap day comes last.
        let shifted = number.checked_add(719_468)?;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        Some(Self {
            year: i16::try_from(year).ok().filter(|year| (1970..=9999).contains(year))?,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        })
    }

    /// How many days it is after 1970-01-01.
    pub fn number(self) -> i64 {
        let Self { year, month, day } = self;
        let year = i64::from(year) - i64::from(month <= 2);
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let from_march = (i64::from(month) + 9) % 12;
        let of_year = (153 * from_march + 2) / 5 + i64::from(day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719_468
    }

    /// The calendar year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }
}

const fn days_in(year: i16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, day } = self;
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl TryFrom<String> for Day {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("no such day")
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_days_of_the_calendar_are_days() {
        for (text, number) in [
            ("1970-01-01", Some(0)),
            ("1970-03-01", Some(59)),
            ("2000-02-29", Some(11_016)),
            ("2027-03-01", Some(20_878)),
            ("2027-02-29", None),
            ("2100-02-29", None),
            ("2027-13-01", None),
            ("2027-00-10", None),
            ("2027-01-32", None),
            ("1969-12-31", None),
            ("2027-3-1", None),
            ("+027-03-01", None),
            ("2027-03-01-", None),
            ("2027-03", None),
            ("", None),
        ] {
            assert_eq!(Day::parse(text).map(Day::number), number, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_day_and_its_number_are_the_same(number in 0_i64..2_932_896) {
            let day = Day::of_number(number);
            prop_assert_eq!(day.map(Day::number), Some(number));
            prop_assert_eq!(day.and_then(|day| Day::parse(&day.to_string())), day);
            prop_assert!(Day::of_number(number + 1) > day);
        }

        #[test]
        fn nothing_makes_it_panic(text in any::<String>(), number in any::<i64>()) {
            let _ = Day::parse(&text);
            let _ = Day::of_number(number);
        }
    }
}

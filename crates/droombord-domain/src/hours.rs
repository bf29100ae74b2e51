//! Hours of a week, as an operator writes them: `ma-vr 09:00-17:00, za 10:00-12:00`. Days and times are those of the board's own calendar.

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// The days, Monday first, as they are written.
const DAYS: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];

/// When somebody is there, each week again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekHours(Vec<Stretch>);

/// One stretch of hours on some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    /// Which days, Monday first.
    days: [bool; 7],
    /// The minute of the day from which it is.
    from: u16,
    /// The minute at which it has ended. Not after `from`: it ends on the next day.
    to: u16,
}

/// What is written is no hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekHoursError;

impl WeekHours {
    /// Reads what an operator wrote.
    ///
    /// # Errors
    /// [`WeekHoursError`] when any of it is not right, or nothing is there.
    pub fn parse(text: &str) -> Result<Self, WeekHoursError> {
        text.split(',').map(stretch).collect::<Option<Vec<_>>>().map(Self).ok_or(WeekHoursError)
    }

    /// Whether it is within these hours: on a day (0 is Monday), at a minute of that day.
    pub fn is_open(&self, weekday: u8, minute: u16) -> bool {
        let on = |one: &Stretch, day: u8| one.days.get(usize::from(day % 7)).copied().unwrap_or_default();
        let yesterday = weekday % 7 + 6;
        self.0.iter().any(|one| {
            if one.from < one.to {
                on(one, weekday) && (one.from..one.to).contains(&minute)
            } else {
                (on(one, weekday) && minute >= one.from) || (on(one, yesterday) && minute < one.to)
            }
        })
    }
}

/// `ma-vr 09:00-17:00`, or one day.
fn stretch(text: &str) -> Option<Stretch> {
    let text = text.trim().to_lowercase();
    let (days, times) = text.split_once(char::is_whitespace)?;
    let (first, last) = days.split_once('-').unwrap_or((days, days));
    let day = |name: &str| DAYS.iter().position(|day| *day == name);
    let (first, last) = (day(first)?, day(last)?);
    let mut on = [false; 7];
    // From Saturday to Monday goes over the end of the week.
    for step in 0..=(last + 7 - first) % 7 {
        *on.get_mut((first + step) % 7)? = true;
    }
    let (from, to) = times.trim().split_once('-')?;
    let (from, to) = (minute(from)?, minute(to)?);
    // Nothing begins when the day is over, and an empty stretch is a typing error.
    (from < DAY && to > 0 && from != to).then_some(Stretch { days: on, from, to })
}

/// A time of the day, as minutes; 24:00 is its end.
fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once([':', '.'])?;
    let number = |digits: &str| {
        let plain = digits.len() <= 2 && digits.chars().all(|it| it.is_ascii_digit());
        plain.then(|| digits.parse::<u16>().ok()).flatten()
    };
    let (hour, minute) = (number(hour)?, number(minute)?);
    let at = hour * 60 + minute;
    (minute < 60 && at <= DAY).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hours_of_a_week_are_open_when_they_say_so() -> Result<(), WeekHoursError> {
        let at = |hour: u16, minute: u16| hour * 60 + minute;
        for (text, weekday, minute, open) in [
            ("ma-vr 09:00-17:00", 0, at(9, 0), true),
            ("ma-vr 09:00-17:00", 0, at(8, 59), false),
            ("ma-vr 09:00-17:00", 4, at(16, 59), true),
            ("ma-vr 09:00-17:00", 4, at(17, 0), false),
            ("ma-vr 09:00-17:00", 5, at(12, 0), false),
            ("MA-VR 9.00-17.00", 2, at(12, 0), true),
            ("ma-vr 09:00 - 17:00", 2, at(12, 0), true),
            ("ma-vr 09:00-17:00, za 10:00-12:00", 5, at(11, 0), true),
            ("ma-vr 09:00-17:00, za 10:00-12:00", 6, at(11, 0), false),
            ("wo 13:00-24:00", 2, at(23, 59), true),
            ("za-ma 10:00-12:00", 6, at(10, 0), true),
            ("za-ma 10:00-12:00", 0, at(10, 0), true),
            ("za-ma 10:00-12:00", 1, at(10, 0), false),
            // Over midnight, and from Sunday into Monday.
            ("vr 22:00-02:00", 4, at(23, 0), true),
            ("vr 22:00-02:00", 5, at(1, 59), true),
            ("vr 22:00-02:00", 5, at(2, 0), false),
            ("vr 22:00-02:00", 4, at(1, 0), false),
            ("zo 22:00-02:00", 0, at(1, 0), true),
            ("ma-zo 00:00-24:00", 3, 0, true),
        ] {
            assert_eq!(WeekHours::parse(text)?.is_open(weekday, minute), open, "{text} on {weekday} at {minute}");
        }
        Ok(())
    }

    #[test]
    fn what_is_no_hours_is_refused() {
        for text in [
            "",
            "altijd",
            "ma",
            "ma 9-17",
            "ma 09:00",
            "maandag 09:00-17:00",
            "ma-xx 09:00-17:00",
            "ma 09:00-25:00",
            "ma 09:60-17:00",
            "ma 24:00-02:00",
            "ma 09:00-09:00",
            "ma 09:00-17:00,",
            "ma +9:00-17:00",
        ] {
            assert_eq!(WeekHours::parse(text), Err(WeekHoursError), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(text in any::<String>(), weekday in any::<u8>(), minute in any::<u16>()) {
            if let Ok(hours) = WeekHours::parse(&text) {
                let _ = hours.is_open(weekday, minute);
            }
            let _ = WeekHours::parse("vr 22:00-02:00").map(|hours| hours.is_open(weekday, minute));
        }
    }
}

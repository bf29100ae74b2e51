//! Whether the machine's clock can be trusted with what cannot be undone: erasing after a term, the end of a writer's
//! term, an event of the trail that only the time brings.
//!
//! The server keeps the last moment at which it trusted its clock. A clock that stands more than [`FAR`] days from that
//! moment either leapt, or the server was away for so long. Found at a start it is an absence: what cannot be undone waits
//! until the server has run for [`SETTLED`] with it. Found while the server runs it is a leap: it waits until the operator
//! says `clock accept`. When the clock comes back near the known moment, nothing has happened.
//!
//! The judgement is pure; the time that passed is an argument.

use crate::clock::{Seconds, day};

/// A clock may stand so many calendar days from the last one that the server knew.
pub const FAR: i64 = 3;
/// After an absence, so many seconds of running make the clock trusted again.
pub const SETTLED: Seconds = 24 * 60 * 60;

/// What the server knows of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownTime {
    /// The last moment at which the clock was trusted.
    pub known_at: Seconds,
    /// A clock that stands far from it.
    pub gap: Option<Gap>,
    /// The operator said that the clock is right.
    pub accepted: bool,
}

/// A clock that stands far from the known moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// How it was found.
    pub kind: GapKind,
    /// What the clock said when it was found: nobody could reach the board until then.
    pub found_at: Seconds,
    /// What it said last.
    pub seen_at: Seconds,
    /// Seconds that the server has run since.
    pub ran: Seconds,
}

/// How a gap was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapKind {
    /// At a start: the server was away, or the machine started with a wrong clock.
    Absence,
    /// While the server ran.
    Leap,
}

impl GapKind {
    /// As the database keeps it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Absence => "absence",
            Self::Leap => "leap",
        }
    }

    /// Reads what the database keeps.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Absence, Self::Leap].into_iter().find(|kind| kind.code() == code)
    }
}

/// A stretch of time in which nobody could reach the board, from and until.
pub type Absence = (Seconds, Seconds);

impl KnownTime {
    /// A server that knows nothing yet trusts its clock.
    pub const fn new(now: Seconds) -> Self {
        Self { known_at: now, gap: None, accepted: false }
    }

    /// Looks at the clock: what is known from now on, and the absence that is over. `starting` is the first look of a
    /// program; `ran` are the seconds since the look before.
    pub fn look(self, now: Seconds, starting: bool, ran: Seconds) -> (Self, Option<Absence>) {
        let Self { known_at, gap, accepted } = self;
        if !is_far(known_at, now) {
            // Near again, or never away. A clock that is set back a little is followed.
            return (Self::new(now), None);
        }
        let gap = match gap {
            Some(gap) if !is_far(gap.seen_at, now) => {
                Gap { found_at: gap.found_at.min(now), seen_at: now, ran: gap.ran + ran, ..gap }
            }
            // Another leap: what the first one was does not matter any more.
            Some(_) => Gap { kind: GapKind::Leap, found_at: now, seen_at: now, ran: 0 },
            None => {
                let kind = if starting { GapKind::Absence } else { GapKind::Leap };
                Gap { kind, found_at: now, seen_at: now, ran: 0 }
            }
        };
        if accepted || (gap.kind == GapKind::Absence && gap.ran >= SETTLED) {
            return (Self::new(now), (gap.found_at > known_at).then_some((known_at, gap.found_at)));
        }
        (Self { known_at, gap: Some(gap), accepted }, None)
    }
}

/// Whether a clock stands further from a moment than the server trusts.
fn is_far(known_at: Seconds, now: Seconds) -> bool {
    (day(now) - day(known_at)).abs() > FAR
}

/// The moment from which on a term has passed now, without the absences: what began then or earlier is over.
pub fn began_before(now: Seconds, term: Seconds, absences: &[Absence]) -> Seconds {
    // From now backwards: each absence lies between two stretches that count.
    let mut left = term;
    let mut end = now;
    let mut newest_first: Vec<&Absence> = absences.iter().collect();
    newest_first.sort_unstable_by_key(|(_, until)| std::cmp::Reverse(*until));
    for &&(from, until) in &newest_first {
        if until >= end {
            // A clock that was set back into an absence.
            end = end.min(from.max(0));
            continue;
        }
        if end - until >= left {
            break;
        }
        left -= end - until;
        end = from;
    }
    end - left
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Seconds = 1_795_262_400;
    const DAY: Seconds = 24 * 60 * 60;

    #[test]
    fn a_leap_and_back_changes_nothing() {
        for leap in [4 * DAY, 200 * DAY, -4 * DAY, -200 * DAY] {
            for starting in [true, false] {
                let known = KnownTime::new(NOW);
                let (leapt, absence) = known.look(NOW + leap, starting, 60);
                assert!(leapt.gap.is_some() && absence.is_none(), "{leap}");
                assert_eq!(leapt.look(NOW + 70, false, 60), (KnownTime::new(NOW + 70), None), "{leap}");
            }
        }
    }

    #[test]
    fn three_days_are_followed() {
        for days in -3..=3 {
            let now = NOW + days * DAY;
            assert_eq!(KnownTime::new(NOW).look(now, false, 0), (KnownTime::new(now), None));
        }
    }

    #[test]
    fn an_absence_is_over_after_a_day_of_running() {
        let away = NOW + 40 * DAY;
        let (mut known, _) = KnownTime::new(NOW).look(away, true, 0);
        assert_eq!(known.gap.map(|gap| gap.kind), Some(GapKind::Absence));
        let mut ended = None;
        for minute in 1..=24 * 60 {
            assert_eq!(ended, None, "after {minute} minutes");
            (known, ended) = known.look(away + minute * 60, minute == 700, 60);
        }
        assert_eq!(ended, Some((NOW, away)));
        assert_eq!(known, KnownTime::new(away + DAY));
    }

    #[test]
    fn a_leap_waits_for_the_operator_however_long_it_runs() {
        let leapt = NOW + 40 * DAY;
        let (mut known, _) = KnownTime::new(NOW).look(leapt, false, 0);
        for day in 1..=30 {
            let ended;
            // A start does not make an absence of it.
            (known, ended) = known.look(leapt + day * DAY, day == 3, DAY);
            assert_eq!((known.gap.map(|gap| gap.kind), ended), (Some(GapKind::Leap), None));
        }
        let accepted = KnownTime { accepted: true, ..known };
        assert_eq!(accepted.look(leapt + 31 * DAY, false, 60), (KnownTime::new(leapt + 31 * DAY), Some((NOW, leapt))));
    }

    #[test]
    fn a_leap_during_an_absence_is_a_leap() {
        let (known, _) = KnownTime::new(NOW).look(NOW + 5 * DAY, true, 0);
        let (known, _) = known.look(NOW + 205 * DAY, false, 60);
        assert_eq!(known.gap.map(|gap| gap.kind), Some(GapKind::Leap));
    }

    #[test]
    fn a_term_does_not_run_in_an_absence() {
        let absences = [(NOW - 50 * DAY, NOW - 10 * DAY), (NOW - 90 * DAY, NOW - 80 * DAY)];
        for (term, days) in [(5, 5), (10, 10), (11, 51), (40, 80), (41, 91), (60, 110)] {
            assert_eq!(began_before(NOW, term * DAY, &absences), NOW - days * DAY, "{term}");
        }
        assert_eq!(began_before(NOW, 30 * DAY, &[]), NOW - 30 * DAY);
        // Set back into the absence: nothing of it counts.
        assert_eq!(began_before(NOW, 5 * DAY, &[(NOW - 2 * DAY, NOW + DAY)]), NOW - 7 * DAY);
    }
}

//! What the operator must look at: raised where it is noticed, shown by `/readyz` until it is over, and said once in the log.

use crate::clock::Seconds;
use serde::Serialize;
use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};
use utoipa::ToSchema;

/// What the operator must look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// Fewer than two facilitators can sign in: nothing is published or reversed when one is away.
    FewFacilitators,
    /// The clock leapt while the server ran: what cannot be undone waits for `clock accept`.
    ClockLeap,
    /// The server was away for days, or its clock is wrong: what cannot be undone waits for a day of running.
    ClockAbsence,
    /// In the last day a change was refused that came from a page at a host name that is not set.
    UnknownHost,
    /// A trusted proxy does not tell who calls: all who come through it count as one source.
    ForwardedForMissing,
    /// In the last day a proxy told who calls that is not a trusted one: all who come through it count as one source.
    ForwardedForIgnored,
    /// The mail server refuses the mail that reminds, or one of its recipients.
    MailRefused,
    /// The mail server does not take the mail that reminds now.
    MailUnreachable,
    /// The mail server does not take the mail of an alert: a writer in danger asks for a facilitator.
    AlertNotMailed,
    /// In the last day somebody wanted to sign in over plain http from another machine: browsers keep no session there.
    PlainHttp,
    /// Words that were erased stand in the log of the database for long: a program reads it without an end.
    ErasedWordsInLog,
    /// The disk of the data folder has little room left.
    StorageLow,
    /// The disk is full: new words are refused, and what must go on uses the room that is kept aside.
    StorageFull,
}

/// What calls show stands for so long after the last call that showed it: whoever causes it may have gone for good.
const SHOWN: Seconds = 24 * 60 * 60;

/// The warnings that hold now, and until when.
#[derive(Debug, Default)]
pub struct Warnings(Mutex<BTreeMap<Warning, Seconds>>);

impl Warnings {
    fn held(&self) -> MutexGuard<'_, BTreeMap<Warning, Seconds>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Raises a warning. True when it did not hold before: then, and only then, it is worth a line in the log.
    pub fn raise(&self, warning: Warning) -> bool {
        self.held().insert(warning, Seconds::MAX).is_none()
    }

    /// Raises a warning that a call shows; it ends by itself a day after the last such call. True when it did not hold before.
    pub fn raise_for_a_day(&self, warning: Warning, now: Seconds) -> bool {
        let until = self.held().insert(warning, now.saturating_add(SHOWN));
        until.is_none_or(|until| until <= now)
    }

    /// Ends a warning. True when it held.
    pub fn end(&self, warning: Warning) -> bool {
        self.held().remove(&warning).is_some()
    }

    /// Raises or ends a warning. True when that is a change.
    pub fn set(&self, warning: Warning, holds: bool) -> bool {
        if holds { self.raise(warning) } else { self.end(warning) }
    }

    /// The warnings that hold now, in the order of their definition.
    pub fn all(&self, now: Seconds) -> Vec<Warning> {
        self.held().iter().filter(|(_, until)| **until > now).map(|(warning, _)| *warning).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_is_news_once() {
        let warnings = Warnings::default();
        assert!(warnings.raise(Warning::FewFacilitators));
        assert!(!warnings.set(Warning::FewFacilitators, true));
        assert_eq!(warnings.all(0), [Warning::FewFacilitators]);
        assert!(warnings.end(Warning::FewFacilitators));
        assert!(!warnings.end(Warning::FewFacilitators));
    }

    #[test]
    fn what_a_call_shows_ends_a_day_after_the_last_such_call() {
        let warnings = Warnings::default();
        assert!(warnings.raise_for_a_day(Warning::UnknownHost, 0));
        assert!(!warnings.raise_for_a_day(Warning::UnknownHost, SHOWN - 1));
        assert_eq!(warnings.all(SHOWN), [Warning::UnknownHost]);
        assert_eq!(warnings.all(SHOWN * 2), []);
        assert!(warnings.raise_for_a_day(Warning::UnknownHost, SHOWN * 2), "news again");
    }
}

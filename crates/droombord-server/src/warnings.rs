//! What the operator must look at: raised where it is noticed, shown by `/readyz` until it is over, and said once in the log.

use serde::Serialize;
use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
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
}

/// The warnings that hold now.
#[derive(Debug, Default)]
pub struct Warnings(Mutex<BTreeSet<Warning>>);

impl Warnings {
    /// Raises a warning. True when it did not hold before: then, and only then, it is worth a line in the log.
    pub fn raise(&self, warning: Warning) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(warning)
    }

    /// Ends a warning. True when it held.
    pub fn end(&self, warning: Warning) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&warning)
    }

    /// Raises or ends a warning. True when that is a change.
    pub fn set(&self, warning: Warning, holds: bool) -> bool {
        if holds { self.raise(warning) } else { self.end(warning) }
    }

    /// The warnings that hold, in the order of their definition.
    pub fn all(&self) -> Vec<Warning> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().copied().collect()
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
        assert_eq!(warnings.all(), [Warning::FewFacilitators]);
        assert!(warnings.end(Warning::FewFacilitators));
        assert!(!warnings.end(Warning::FewFacilitators));
    }
}

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

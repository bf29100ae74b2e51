//! Coarse time for everybody. Where the exact moment is known, the server keeps it for the writer and the desk.

use serde::{Deserialize, Serialize};

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

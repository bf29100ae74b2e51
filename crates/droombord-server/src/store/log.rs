//! The log of the desk, for a table: what happened, when, by whom of the staff. It holds no word of anybody.

use super::{Result, Store, rows};
use crate::clock::{Seconds, day, rfc3339};
use droombord_domain::problem::ProblemCode;
use std::ops::RangeInclusive;

impl Store {
    /// The events between two moments that happened on one of these days in Europe/Amsterdam, as CSV with a line of
    /// headings.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn log(&self, from: Seconds, until: Seconds, days: RangeInclusive<i64>) -> Result<Vec<u8>> {
        let found = sqlx::query(
            "SELECT t.post, t.kind, t.at, t.revision, t.reason, t.said, a.name, o.name AS organisation
             FROM trail t LEFT JOIN accounts a ON a.id = t.account LEFT JOIN organisations o ON o.id = t.organisation
             WHERE t.at >= $1 AND t.at < $2 ORDER BY t.id",
        )
        .bind(from)
        .bind(until)
        .fetch_all(self.read())
        .await?;
        let mut lines = csv::Writer::from_writer(Vec::new());
        let broken = |_| ProblemCode::Internal;
        lines
            .write_record(["post", "event", "at", "revision", "reason", "said", "by", "organisation"])
            .map_err(broken)?;
        for row in &found {
            let at = rows::number(row, "at")?;
            if !days.contains(&day(at)) {
                continue;
            }
            let maybe = |column| rows::maybe_text(row, column).map(|text| harmless(text.unwrap_or_default()));
            lines
                .write_record([
                    rows::text(row, "post")?,
                    rows::text(row, "kind")?,
                    rfc3339(at),
                    rows::number(row, "revision")?.to_string(),
                    maybe("reason")?,
                    maybe("said")?,
                    maybe("name")?,
                    maybe("organisation")?,
                ])
                .map_err(broken)?;
        }
        lines.into_inner().map_err(|_| ProblemCode::Internal.into())
    }
}

/// A name that begins like a formula is none in a table.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text }
}

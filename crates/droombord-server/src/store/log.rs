//! The log of the desk, for a table: what happened, when, by whom of the staff. It holds no word of anybody.

use super::{Result, Store, rows};
use crate::clock::{Seconds, day, rfc3339};
use droombord_domain::problem::ProblemCode;
use futures_util::{Stream, stream};
use std::ops::RangeInclusive;

/// Number of events that are read at once: a read transaction is short, and erasing never waits for a slow download.
const AT_ONCE: i64 = 200;

/// Which part of the log.
#[derive(Clone, Debug)]
pub struct LogSpan {
    /// From this moment on.
    pub from: Seconds,
    /// Before this one.
    pub until: Seconds,
    /// And on one of these days in Europe/Amsterdam.
    pub days: RangeInclusive<i64>,
}

/// Some lines, and the event after which the next ones stand.
struct Lines {
    csv: Vec<u8>,
    after: Option<i64>,
}

impl Store {
    /// The events as CSV with a line of headings, read bit by bit as they are taken.
    ///
    /// # Errors
    /// When the database cannot be read; the first bit is read before this returns.
    pub async fn log(&self, span: LogSpan) -> Result<impl Stream<Item = Result<Vec<u8>>> + use<>> {
        let Lines { csv, after } = self.log_lines(&span, None).await?;
        let rest = stream::try_unfold((self.clone(), span, after), async |(store, span, after)| {
            let Some(after) = after else { return Ok(None) };
            let Lines { csv, after } = store.log_lines(&span, Some(after)).await?;
            Ok(Some((csv, (store, span, after))))
        });
        Ok(stream::StreamExt::chain(stream::iter([Ok(csv)]), rest))
    }

    async fn log_lines(&self, span: &LogSpan, after: Option<i64>) -> Result<Lines> {
        let found = sqlx::query(
            "SELECT t.id, t.post, t.kind, t.at, t.revision, t.reason, t.said, a.name, o.name AS organisation
             FROM trail t LEFT JOIN accounts a ON a.id = t.account LEFT JOIN organisations o ON o.id = t.organisation
             WHERE t.id > $1 AND t.at >= $2 AND t.at < $3 ORDER BY t.id LIMIT $4",
        )
        .bind(after.unwrap_or(i64::MIN))
        .bind(span.from)
        .bind(span.until)
        .bind(AT_ONCE)
        .fetch_all(self.read())
        .await?;
        let mut lines = csv::Writer::from_writer(Vec::new());
        let broken = |_| ProblemCode::Internal;
        if after.is_none() {
            lines
                .write_record(["post", "event", "at", "revision", "reason", "said", "by", "organisation"])
                .map_err(broken)?;
        }
        for row in &found {
            let at = rows::number(row, "at")?;
            if !span.days.contains(&day(at)) {
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
        let is_last = i64::try_from(found.len()).is_ok_and(|found| found < AT_ONCE);
        let last = found.last().filter(|_| !is_last).map(|row| rows::number(row, "id")).transpose()?;
        Ok(Lines { csv: lines.into_inner().map_err(|_| ProblemCode::Internal)?, after: last })
    }
}

/// A name that begins like a formula is none in a table.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text }
}

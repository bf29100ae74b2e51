//! From a key to the paint after it, while a long story is written. The measuring is `tests/bench/keys.mjs`.

use anyhow::Result;

use super::in_browser;
use crate::budgets;
use crate::row::Row;

/// Measures the release build.
pub(crate) fn run() -> Result<Vec<Row>> {
    let seen = in_browser("keys.mjs")?;
    let said = |name: &str, p95: f64| -> Result<String> {
        let (half, most) = (seen.get(&format!("{name}_half"))?, seen.get(&format!("{name}_most"))?);
        Ok(format!("{p95:.0} ms (half within {half:.0} ms, the longest {most:.0} ms)"))
    };
    let letters = seen.get("app_letters")?;
    Ok(vec![
        budgets::KEY.row(
            &format!(
                "200 keys at the end of a story of {letters:.0} letters, by Event Timing: 95 of 100 painted within"
            ),
            seen.get("app_p95")?,
            |p95| said("app", p95),
        )?,
        Row::stated("  in a bare text area with the same words", said("bare", seen.get("bare_p95")?)?),
        Row::stated("  longest task meanwhile", format!("{:.0} ms", seen.get("app_longest")?)),
    ])
}

//! The answers of one organisation as everybody sees them, newest first, and how long it lets others wait.

use super::{
    Place, Result, Store, StoreError,
    asking::{askings, days, public_asking},
    cards::waiting,
    rows,
};
use crate::clock::{Seconds, day};
use droombord_domain::api::{AnsweredPost, PublicPost, WaitingAskings};
use sqlx::{AnyConnection, any::AnyRow};
use uuid::Uuid;

/// A page of what was answered, in the order of an index of its own, and of that what is released.
const ANSWERED: &str = "SELECT n.id, n.answered_at, n.round, p.card, p.asked_day
    FROM askings n CROSS JOIN posts p ON p.id = n.post
    WHERE n.organisation = $1 AND n.answered_at IS NOT NULL AND (n.answered_at, n.id) < ($2, $3)
        AND p.state = 'published' AND p.reply_to IS NULL AND p.card IS NOT NULL
        AND EXISTS (SELECT 1 FROM released_askings k WHERE k.id = n.id AND k.answered_at IS NOT NULL)
    ORDER BY n.answered_at DESC, n.id DESC LIMIT $4";

/// How many wait, and since when the longest: also those whose answer waits for its batch.
const WAITING: &str = "SELECT COUNT(*) AS askings, MIN(k.at) AS since
    FROM released_askings k CROSS JOIN posts p ON p.id = k.post
    WHERE k.id IN (SELECT n.id FROM askings n WHERE n.organisation = $1 AND n.answered_at IS NULL
                   UNION SELECT n.id FROM unreleased u CROSS JOIN askings n ON n.id = u.subject
                   WHERE u.what = 'answered' AND n.organisation = $1)
        AND k.answered_at IS NULL AND p.state = 'published' AND p.reply_to IS NULL";

/// What is read of an organisation's answers at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// A page of them, newest first.
    pub items: Vec<AnsweredPost>,
    /// The place of the last one, when more follow.
    pub last: Option<Place>,
    /// What waits.
    pub waiting: Option<WaitingAskings>,
}

impl Store {
    /// A page of the public answers of an organisation.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn answers_of(
        &self,
        organisation: Uuid,
        after: Option<Place>,
        limit: u32,
        now: Seconds,
    ) -> Result<Answered> {
        let Place { freshness: _, published_at, id } = after.unwrap_or(Place::START);
        // One look at one moment: what waits is not answered.
        let mut look = self.read().begin().await?;
        let found = sqlx::query(ANSWERED)
            .bind(organisation.to_string())
            .bind(published_at)
            .bind(id.to_string())
            // One more than asked tells whether more follow.
            .bind(i64::from(limit) + 1)
            .fetch_all(&mut *look)
            .await?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let mut items = Vec::new();
        for row in found.iter().take(limit) {
            items.push(answered(&mut look, row, now).await?);
        }
        let last = found.get(limit).and_then(|_| found.get(limit.saturating_sub(1))).map(place).transpose()?;
        let row = sqlx::query(WAITING).bind(organisation.to_string()).fetch_one(&mut *look).await?;
        let since = rows::maybe_number(&row, "since")?;
        let askings = rows::count(&row, "askings")?;
        let waiting = since.map(|since| WaitingAskings { askings, days: days(since, now) });
        Ok(Answered { items, last, waiting })
    }
}

async fn answered(look: &mut AnyConnection, row: &AnyRow, now: Seconds) -> Result<AnsweredPost> {
    let asking = sqlx::query(askings!(released, "k.id = $1")).bind(rows::text(row, "id")?).fetch_one(look).await?;
    Ok(AnsweredPost { post: post(row, now)?, round: rows::count(row, "round")?, asking: public_asking(&asking, now)? })
}

/// A post as everybody reads it, out of its `card` and `asked_day`.
pub(super) fn post(row: &AnyRow, now: Seconds) -> Result<PublicPost> {
    let card = rows::text(row, "card")?;
    let card = rows::maybe_number(row, "asked_day")?.map_or(card.clone(), |asked| waiting(&card, asked, day(now)));
    serde_json::from_str(&card).map_err(|_| StoreError::Unknown("card"))
}

fn place(row: &AnyRow) -> Result<Place> {
    Ok(Place { freshness: 0, published_at: rows::number(row, "answered_at")?, id: rows::id(row, "id")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An organisation may have answered thousands of times: a page reads no more than it shows.
    #[tokio::test]
    async fn a_page_of_answers_and_what_waits_are_looked_up_in_indices_of_their_own() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("droombord-answered-{}", Uuid::new_v4()));
        let store = Store::open(&folder).await?;
        for (statement, indices) in [
            (
                ANSWERED,
                ["organisation_answered (organisation=?", "(answered_at,id)<(?,?)", "sqlite_autoindex_posts_1 (id=?)"],
            ),
            (
                WAITING,
                [
                    "organisation_unanswered (organisation=?)",
                    "sqlite_autoindex_askings_1 (id=?)",
                    "unreleased_by_subject",
                ],
            ),
        ] {
            let plan = format!("EXPLAIN QUERY PLAN {statement}");
            let steps = sqlx::query(sqlx::AssertSqlSafe(plan)).bind("").bind(0).bind("").bind(0);
            let steps = steps.fetch_all(store.read()).await?;
            let steps =
                steps.iter().map(|step| rows::text(step, "detail")).collect::<Result<Vec<String>>>()?.join("; ");
            assert!(indices.iter().all(|index| steps.contains(index)), "{steps}");
            assert!(!steps.contains("TEMP B-TREE FOR ORDER BY") && !steps.contains("SCAN k"), "{steps}");
        }
        store.close().await;
        let _ = std::fs::remove_dir_all(folder);
        Ok(())
    }
}

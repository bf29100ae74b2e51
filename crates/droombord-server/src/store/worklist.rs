//! What waits for facilitators, by what is to be done: counted, and the first of each kind.

use super::{Result, Store, organisations::beside, rows};
use crate::clock::{Seconds, day};
use droombord_domain::{
    post::Lang,
    text::{KEEP_SHORT, first_sentence},
    worklist::{FIRST_ITEMS, MOST_ITEMS, NEAR_DAYS, OwnWork, REMIND_DAYS, WorkGroup, WorkItem, WorkKind, Worklist},
};
use sqlx::{AnyConnection, any::AnyRow};
use uuid::Uuid;

const DAY: Seconds = 24 * 60 * 60;

/// The condition of a promise `m` of which somebody should hear how it goes: it has words still, its day comes until `$3`, and nothing was
/// said of it since `$4`.
macro_rules! unheard_promise {
    () => {
        "m.state = 'open' AND m.what IS NOT NULL AND m.due <= $3
             AND NOT EXISTS (SELECT 1 FROM promise_sayings s WHERE s.promise = m.id AND s.number > 1
                 AND s.reading <> 'declined' AND s.at > $4)"
    };
}

/// How much of each [`OwnWork`] an organisation (`$1`) has on a day (`$2`).
const OWN_COUNTS: &str = concat!(
    "SELECT $2 AS today, $3 AS due, $4 AS said, a.asked, a.handed_back, b.near, b.late FROM
         (SELECT COALESCE(SUM(w.state IS NULL), 0) AS asked,
              COALESCE(SUM(w.state IN ('handed_back', 'declined')), 0) AS handed_back
          FROM askings k CROSS JOIN posts p ON p.id = k.post LEFT JOIN answers w ON w.asking = k.id
          WHERE k.organisation = $1 AND k.answered_at IS NULL AND p.state = 'published') a,
         (SELECT COALESCE(SUM(m.due >= $2), 0) AS near, COALESCE(SUM(m.due < $2), 0) AS late
          FROM promises m WHERE m.organisation = $1 AND ",
    unheard_promise!(),
    ") b"
);

/// What a statement of one kind gives: `post`, `subject`, `organisation`, `since` (a moment; with promises a day), `account` (who has
/// it) and `rank` (lower comes first). Its parameters are those of [`Marks`].
const fn statement(kind: WorkKind) -> (&'static str, &'static str) {
    match kind {
        WorkKind::Danger => (
            "SELECT p.id AS post, NULL AS subject, NULL AS organisation, p.state_since AS since, f.account, 0 AS rank
             FROM posts p LEFT JOIN proposals f ON f.post = p.id WHERE p.state = 'received' AND p.turn = 0",
            "p.state_since, p.id",
        ),
        WorkKind::Queue => (
            "SELECT p.id AS post, NULL AS subject, NULL AS organisation, p.state_since AS since, NULL AS account, 0 AS rank
             FROM posts p WHERE p.state = 'received' AND p.turn = 1",
            "p.state_since, p.id",
        ),
        WorkKind::Report => (
            "SELECT w.post, w.id AS subject, NULL AS organisation, w.at AS since, NULL AS account,
                 CASE w.reason WHEN 'danger' THEN 0 ELSE 1 END AS rank
             FROM reports w WHERE w.handled_at IS NULL",
            "6, w.at, w.id",
        ),
        WorkKind::Answer => (
            // What answers a post that is not on the board waits until it is, or goes with it.
            "SELECT k.post, k.id AS subject, k.organisation, a.at AS since, NULL AS account, 0 AS rank
             FROM answers a CROSS JOIN askings k ON k.id = a.asking CROSS JOIN posts p ON p.id = k.post
             WHERE a.state = 'received' AND p.state = 'published'
             UNION ALL
             SELECT k.post, k.id AS subject, k.organisation, v.words_at AS since, v.first_reader AS account, 0 AS rank
             FROM verdicts v CROSS JOIN askings k ON k.id = v.asking CROSS JOIN posts p ON p.id = k.post
             WHERE v.words_state = 'received' AND p.state = 'published'",
            "4, 2",
        ),
        WorkKind::Saying => (
            "SELECT NULL AS post, s.promise AS subject, m.organisation, s.at AS since, NULL AS account, 0 AS rank
             FROM promise_sayings s JOIN promises m ON m.id = s.promise WHERE s.reading = 'waiting'",
            "s.at, s.id",
        ),
        WorkKind::Unasked => (
            "SELECT p.id AS post, NULL AS subject, NULL AS organisation, p.published_at AS since, NULL AS account, 0 AS rank
             FROM posts p WHERE p.state = 'published' AND p.reply_to IS NULL
                 AND NOT EXISTS (SELECT 1 FROM askings k WHERE k.post = p.id)",
            "p.published_at, p.id",
        ),
        // `CROSS JOIN`: in this order, whatever the planner thinks of it. Few wait, and many hang on the board.
        // The next step was taken when the organisation was reminded, or another one was asked: then nothing is to be done for a while.
        WorkKind::Asking => (
            "SELECT k.post, k.id AS subject, k.organisation, k.at AS since, k.account, 0 AS rank
             FROM askings k CROSS JOIN posts p ON p.id = k.post LEFT JOIN answers a ON a.asking = k.id
             WHERE k.answered_at IS NULL AND k.at <= $1 AND (k.reminded_at IS NULL OR k.reminded_at <= $2)
                 AND p.state = 'published' AND (a.state IS NULL OR a.state <> 'received')
                 AND NOT EXISTS (SELECT 1 FROM askings l WHERE l.post = k.post AND l.at > $2)",
            "k.at, k.id",
        ),
        // One that does not take part any more cannot be asked again: then any other is.
        WorkKind::NotHeard => (
            "SELECT k.post, k.id AS subject, k.organisation, k.answered_at AS since, k.account, 0 AS rank
             FROM verdicts v CROSS JOIN askings k ON k.id = v.asking CROSS JOIN posts p ON p.id = k.post
             JOIN organisations g ON g.id = k.organisation
             WHERE (v.understood = 'no' OR v.verdict = 'not_yet') AND k.answered_at IS NOT NULL AND p.state = 'published'
                 AND NOT EXISTS (SELECT 1 FROM askings l WHERE l.post = k.post AND l.at >= k.answered_at
                     AND ((l.organisation = k.organisation AND l.round > k.round)
                         OR (l.organisation <> k.organisation AND g.active = 0)))",
            "k.answered_at, k.id",
        ),
        WorkKind::Promise => (
            concat!(
                "SELECT NULL AS post, m.id AS subject, m.organisation, m.due AS since, NULL AS account, 0 AS rank
                 FROM promises m WHERE ",
                unheard_promise!()
            ),
            "m.due, m.id",
        ),
        WorkKind::HandBack => (
            "SELECT h.post, NULL AS subject, NULL AS organisation, h.at AS since, h.account, 0 AS rank
             FROM hand_backs h WHERE h.reminded_at IS NOT NULL",
            "h.at, h.post",
        ),
    }
}

/// Moments and days that part what is to be done from what is not yet: the parameters of every statement.
#[derive(Clone, Copy, Debug)]
struct Marks {
    /// `$1`: an asking from before waits too long.
    asked: Seconds,
    /// `$2`: a reminder since then counts.
    reminded: Seconds,
    /// `$3`: the last day that is near.
    due: i64,
    /// `$4`: what was said of a promise since then counts.
    said: Seconds,
}

impl Marks {
    fn at(now: Seconds, asking_days: u32) -> Self {
        Self {
            asked: now - Seconds::from(asking_days) * DAY,
            reminded: now - REMIND_DAYS * DAY,
            due: day(now) + NEAR_DAYS,
            said: now - NEAR_DAYS * DAY,
        }
    }
}

/// How many there are of each kind, in the order of [`WorkKind::ALL`].
fn counting() -> String {
    let counts = WorkKind::ALL
        .iter()
        .map(|kind| format!("(SELECT COUNT(*) FROM ({}) w) AS {}", statement(*kind).0, kind.code()))
        .collect::<Vec<_>>();
    // Named in every statement, so that each has the same parameters.
    format!("SELECT $1 AS asked, $2 AS reminded, $3 AS due, $4 AS said, {}", counts.join(", "))
}

/// The first of one kind, with what names them.
fn listing(kind: WorkKind, most: u32) -> String {
    let (statement, order) = statement(kind);
    format!(
        "SELECT w.post, w.subject, w.since, w.rank, o.id AS o_id, o.name AS o_name, COALESCE(b.name, a.name) AS by_name,
             COALESCE(r.text, m.what) AS heading, p.lang, COALESCE(p.sample, 0) AS sample,
             $1 AS asked, $2 AS reminded, $3 AS due, $4 AS said
         FROM (SELECT * FROM ({statement} ORDER BY {order} LIMIT {most})) w
         LEFT JOIN posts p ON p.id = w.post LEFT JOIN revisions r ON r.post = p.id AND r.number = p.revision
         LEFT JOIN promises m ON w.post IS NULL AND m.id = w.subject
         LEFT JOIN organisations o ON o.id = w.organisation
         LEFT JOIN claims c ON c.post = w.post AND c.until > $5
         LEFT JOIN accounts b ON b.id = c.account LEFT JOIN accounts a ON a.id = w.account"
    )
}

impl Store {
    /// What is to be done: of each kind the first, or more of one kind alone.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn worklist(&self, only: Option<WorkKind>, asking_days: u32, now: Seconds) -> Result<Worklist> {
        let marks = Marks::at(now, asking_days);
        // One moment: what is counted is what is listed.
        let mut look = self.read().begin().await?;
        let mut groups = Vec::new();
        for (kind, count) in count(&mut look, marks).await? {
            if count == 0 || only.is_some_and(|only| only != kind) {
                continue;
            }
            let most = if only.is_some() { MOST_ITEMS } else { FIRST_ITEMS };
            groups.push(WorkGroup { kind, count, items: items(&mut look, kind, most, marks, now).await? });
        }
        Ok(Worklist { groups, asking_days })
    }

    /// How much of each kind is to be done.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn work_counts(&self, asking_days: u32, now: Seconds) -> Result<Vec<(WorkKind, u32)>> {
        count(&mut *self.read().acquire().await?, Marks::at(now, asking_days)).await
    }

    /// How much of each kind an organisation has to do.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn own_work(&self, organisation: Uuid, now: Seconds) -> Result<Vec<(OwnWork, u32)>> {
        // What is said of a promise rests as long for the organisation as for the desk.
        let Marks { due, said, .. } = Marks::at(now, 0);
        let row = sqlx::query(OWN_COUNTS)
            .bind(organisation.to_string())
            .bind(day(now))
            .bind(due)
            .bind(said)
            .fetch_one(self.read())
            .await?;
        OwnWork::ALL.iter().map(|kind| Ok((*kind, rows::count(&row, kind.code())?))).collect()
    }
}

async fn count(look: &mut AnyConnection, marks: Marks) -> Result<Vec<(WorkKind, u32)>> {
    let row = marked(&counting(), marks).fetch_one(look).await?;
    WorkKind::ALL.iter().map(|kind| Ok((*kind, rows::count(&row, kind.code())?))).collect()
}

async fn items(
    look: &mut AnyConnection,
    kind: WorkKind,
    most: u32,
    marks: Marks,
    now: Seconds,
) -> Result<Vec<WorkItem>> {
    let found = marked(&listing(kind, most), marks).bind(now).fetch_all(look).await?;
    let mut items = found.iter().map(|row| item(row, kind, now)).collect::<Result<Vec<_>>>()?;
    // The joins keep no order.
    items.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(items.into_iter().map(|(_, item)| item).collect())
}

type Query<'q> = sqlx::query::Query<'q, sqlx::Any, sqlx::any::AnyArguments>;

fn marked(statement: &str, Marks { asked, reminded, due, said }: Marks) -> Query<'static> {
    // Safe: only fixed text and numbers of this file stand in it, every other value is bound.
    sqlx::query(sqlx::AssertSqlSafe(statement.to_owned())).bind(asked).bind(reminded).bind(due).bind(said)
}

/// An item, and its place among the others.
fn item(row: &AnyRow, kind: WorkKind, now: Seconds) -> Result<((i64, i64, String), WorkItem)> {
    let since = rows::number(row, "since")?;
    let (post, subject) = (rows::maybe_id(row, "post")?, rows::maybe_id(row, "subject")?);
    let heading = rows::maybe_text(row, "heading")?.unwrap_or_default();
    let days = if kind == WorkKind::Promise { since - day(now) } else { (day(now) - day(since)).max(0) };
    let id = subject.or(post).map(|id| id.to_string()).unwrap_or_default();
    let item = WorkItem {
        post,
        subject,
        heading: first_sentence(&heading, KEEP_SHORT).to_owned(),
        lang: rows::maybe_code(row, "lang", Lang::from_code)?.unwrap_or(Lang::Nl),
        sample: rows::flag(row, "sample")?,
        organisation: beside(row)?,
        days,
        by: rows::maybe_text(row, "by_name")?,
    };
    Ok(((rows::number(row, "rank")?, since, id), item))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn opened() -> Result<(std::path::PathBuf, Store)> {
        let folder = std::env::temp_dir().join(format!("droombord-worklist-{}", Uuid::new_v4()));
        Ok((folder.clone(), Store::open(&folder).await?))
    }

    /// Nothing may read the whole board to find what is to be done.
    #[tokio::test]
    async fn every_kind_is_looked_up_in_an_index() -> Result<()> {
        let (folder, store) = opened().await?;
        for (kind, index) in [
            (WorkKind::Danger, "posts_in_turn (state=? AND turn=?)"),
            (WorkKind::Queue, "posts_in_turn (state=? AND turn=?)"),
            (WorkKind::Report, "reports_to_see_to"),
            (WorkKind::Answer, "answers_in_state (state=?)"),
            (WorkKind::Saying, "sayings_in_turn (reading=?)"),
            (WorkKind::Unasked, "posts_on_board (state=? AND reply_to=?)"),
            (WorkKind::Asking, "askings_open (at<?)"),
            (WorkKind::Promise, "promises_open (due<?)"),
        ] {
            let plan = format!("EXPLAIN QUERY PLAN {}", listing(kind, FIRST_ITEMS));
            let steps = marked(&plan, Marks::at(0, 14)).bind(0).fetch_all(store.read()).await?;
            let steps =
                steps.iter().map(|step| rows::text(step, "detail")).collect::<Result<Vec<String>>>()?.join("; ");
            assert!(steps.contains(index) && !steps.contains("SCAN p"), "{kind:?}: {steps}");
        }
        let plan = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {OWN_COUNTS}"));
        let steps = sqlx::query(plan).bind("").bind(0).bind(0).bind(0).fetch_all(store.read()).await?;
        let steps = steps.iter().map(|step| rows::text(step, "detail")).collect::<Result<Vec<String>>>()?.join("; ");
        let indexed = ["k USING INDEX organisation_unanswered", "m USING INDEX promises_of_organisation"];
        assert!(indexed.iter().all(|index| steps.contains(index)), "{steps}");
        store.close().await;
        let _ = std::fs::remove_dir_all(folder);
        Ok(())
    }
}

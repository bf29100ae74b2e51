//! The numbers of the board's horizon: published facts, counted once a day, so that no visit tells what happened today.

use super::{Result, Store, rows};
use crate::clock::Seconds;
use droombord_domain::settings::Facts;

const DAY: Seconds = 24 * 60 * 60;
/// The share that was read in time is told of so long.
const TOLD: Seconds = 30 * DAY;
/// Of fewer texts no share is told: it would tell of one of them.
const FEW: i64 = 10;

/// Of the texts that came between `$1` and `$2`, how many there were, and how many a facilitator said something of within
/// `$3` seconds. Not counted: samples, and what its writer changed or took away before.
const IN_TIME: &str = "SELECT COUNT(*) AS came, COALESCE(SUM(c.in_time), 0) AS in_time FROM (
    SELECT EXISTS (
        SELECT 1 FROM trail d WHERE d.post = t.post AND d.id > t.id AND d.revision = t.revision AND d.at <= t.at + $3
            AND d.kind IN ('published', 'handed_back', 'declined', 'second_reader')) AS in_time,
        EXISTS (
        SELECT 1 FROM trail g WHERE g.post = t.post AND g.id > t.id AND g.at <= t.at + $3
            AND g.kind IN ('revised', 'withdrawn', 'erased')) AS gone
    FROM trail t JOIN posts p ON p.id = t.post
    WHERE t.kind IN ('received', 'revised') AND t.at > $1 AND t.at <= $2 AND p.sample = 0
) c WHERE c.in_time = 1 OR c.gone = 0";

/// What is counted, by its name in the table. Everything counted is public already.
const COUNTED: [(&str, &str); 3] = [
    ("read", "SELECT COUNT(*) FROM posts WHERE state = 'published' AND reply_to IS NULL"),
    (
        "answered",
        "SELECT COUNT(DISTINCT k.post) FROM released_askings k JOIN posts p ON p.id = k.post
         WHERE k.answered_at IS NOT NULL AND p.state = 'published'",
    ),
    ("kept", "SELECT COUNT(*) FROM released_promises WHERE state = 'kept'"),
];

impl Store {
    /// The numbers of today.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn facts(&self) -> Result<Facts> {
        let mut facts = Facts::default();
        for row in sqlx::query("SELECT fact, number FROM facts").fetch_all(self.read()).await? {
            let number = rows::count(&row, "number")?;
            match rows::text(&row, "fact")?.as_str() {
                "read" => facts.read = number,
                "answered" => facts.answered = number,
                "kept" => facts.kept = number,
                "on_time" => facts.on_time = Some(number),
                _ => {}
            }
        }
        Ok(facts)
    }

    /// Counts again.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(super) async fn renew_facts(&self, reading_days: u32, now: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        let promised = Seconds::from(reading_days) * DAY;
        let row = sqlx::query(IN_TIME)
            .bind(now - promised - TOLD)
            .bind(now - promised)
            .bind(promised)
            .fetch_one(tx.conn())
            .await?;
        let (came, in_time): (i64, i64) = (rows::number(&row, "came")?, rows::number(&row, "in_time")?);
        sqlx::query("DELETE FROM facts WHERE fact = 'on_time'").execute(tx.conn()).await?;
        if came >= FEW {
            sqlx::query("INSERT INTO facts (fact, number) VALUES ('on_time', $1)")
                .bind(in_time * 100 / came)
                .execute(tx.conn())
                .await?;
        }
        for (fact, count) in COUNTED {
            let number: i64 = sqlx::query_scalar(count).fetch_one(tx.conn()).await?;
            sqlx::query(
                "INSERT INTO facts (fact, number) VALUES ($1, $2)
                 ON CONFLICT (fact) DO UPDATE SET number = excluded.number",
            )
            .bind(fact)
            .bind(number)
            .execute(tx.conn())
            .await?;
        }
        // They stand in the board's first HTML, which is kept.
        tx.board_changed();
        tx.commit().await
    }
}

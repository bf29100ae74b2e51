//! *Wat weten jullie van mij?*: every row that belongs to a follow key, column by column; and erasing all of it.
//!
//! A table or a column that stands neither in [`TABLES`] nor in [`ELSEWHERE`] fails the test below: nobody can keep
//! something about a writer that the writer does not see.

use super::{
    Result, Store, Tx,
    change::{By, PostRow},
    posts::key_id,
    rows,
};
use crate::clock::{Seconds, rfc3339};
use droombord_domain::{
    api::{Stored, StoredField, StoredIn, StoredRows},
    life::PostState,
    problem::ProblemCode,
};
use sqlx::{Row as _, TypeInfo as _, ValueRef as _, any::AnyRow};

/// Backups are thrown away after so many days: `docs/operations.md` asks it of the operator.
pub const BACKUP_DAYS: u32 = 30;

/// One table: where it is shown, what belongs to the key, and its columns. A moment is shown as one.
struct Table {
    shown_in: StoredIn,
    name: &'static str,
    /// A statement with the id of the key as `$1`.
    rows: &'static str,
    moments: &'static [&'static str],
    /// Kept, but not shown: ids of staff, and links between tables that are shown already.
    #[cfg_attr(not(test), expect(dead_code, reason = "what is left out is compared with the schema"))]
    left_out: &'static [&'static str],
}

/// Everything that belongs to a key.
const TABLES: [Table; 22] = [
    Table {
        shown_in: StoredIn::Key,
        name: "keys",
        rows: "SELECT id, hash FROM keys WHERE id = $1",
        moments: &[],
        left_out: &[],
    },
    Table {
        shown_in: StoredIn::Posts,
        name: "posts",
        rows:
            "SELECT id, key, state, revision, sample, lang, kind, direction, role, on_behalf, age_band, region, reason,
                   waiting_since, state_since, published_at, shortened, hear, recognise, join_in,
                   hear_told, recognise_told, join_told, turn, shown, freshness, reply_to, asked_another, card, number,
                   sentence, alert, answered, promised, heard, waiting, asked_day, at_desk, read_by
               FROM posts WHERE key = $1 ORDER BY id",
        moments: &["waiting_since", "state_since", "published_at"],
        left_out: &[],
    },
    Table {
        shown_in: StoredIn::Words,
        name: "revisions",
        rows: "SELECT r.post, r.number, r.received_at, r.text FROM revisions r JOIN posts p ON p.id = r.post
               WHERE p.key = $1 ORDER BY r.post, r.number",
        moments: &["received_at"],
        left_out: &[],
    },
    Table {
        shown_in: StoredIn::Trail,
        name: "trail",
        rows: "SELECT t.id, t.post, t.kind, t.at, t.revision, t.reason, t.subject, t.organisation, t.said
               FROM trail t JOIN posts p ON p.id = t.post WHERE p.key = $1 ORDER BY t.id",
        moments: &["at"],
        left_out: &["account"],
    },
    Table {
        shown_in: StoredIn::Chain,
        name: "chain",
        rows: "SELECT c.event, c.commitment, c.link FROM chain c JOIN trail t ON t.id = c.event
               JOIN posts p ON p.id = t.post WHERE p.key = $1 ORDER BY c.event",
        moments: &[],
        left_out: &[],
    },
    Table {
        shown_in: StoredIn::Chain,
        name: "trail_salts",
        rows: "SELECT s.event, s.salt FROM trail_salts s JOIN trail t ON t.id = s.event
               JOIN posts p ON p.id = t.post WHERE p.key = $1 ORDER BY s.event",
        moments: &[],
        left_out: &[],
    },
    Table {
        shown_in: StoredIn::Decisions,
        name: "decisions",
        rows: "SELECT d.post, d.number, d.revision, d.decision, d.reason, d.at FROM decisions d
               JOIN posts p ON p.id = d.post WHERE p.key = $1 ORDER BY d.post, d.number",
        moments: &["at"],
        left_out: &["account", "first_reader"],
    },
    Table {
        shown_in: StoredIn::Decisions,
        name: "proposals",
        rows: "SELECT o.post, o.decision, o.keywords, o.reason, o.at FROM proposals o JOIN posts p ON p.id = o.post
               WHERE p.key = $1 ORDER BY o.post",
        moments: &["at"],
        // What nobody decided yet reaches no writer: one facilitator alone would have a way to a child.
        left_out: &["account", "sentence"],
    },
    Table {
        shown_in: StoredIn::Decisions,
        name: "hand_backs",
        rows: "SELECT h.post, h.at, h.swap_start, h.swap_end, h.instead, h.reminded_at FROM hand_backs h
               JOIN posts p ON p.id = h.post WHERE p.key = $1 ORDER BY h.post",
        moments: &["at", "reminded_at"],
        left_out: &["account"],
    },
    Table {
        shown_in: StoredIn::Decisions,
        name: "claims",
        rows: "SELECT c.post, c.until FROM claims c JOIN posts p ON p.id = c.post WHERE p.key = $1 ORDER BY c.post",
        moments: &["until"],
        left_out: &["account"],
    },
    Table {
        shown_in: StoredIn::Decisions,
        name: "notes",
        rows: "SELECT n.post, n.at, n.words FROM notes n JOIN posts p ON p.id = n.post WHERE p.key = $1 ORDER BY n.id",
        moments: &["at"],
        left_out: &["id", "account"],
    },
    Table {
        shown_in: StoredIn::Answers,
        name: "askings",
        rows: "SELECT k.id, k.post, k.organisation, k.round, k.at, k.answered_at, k.reminded_at FROM askings k
               JOIN posts p ON p.id = k.post WHERE p.key = $1 ORDER BY k.post, k.at, k.id",
        moments: &["at", "answered_at", "reminded_at"],
        left_out: &["account"],
    },
    Table {
        shown_in: StoredIn::Answers,
        name: "answers",
        // Words of staff that no facilitator has read reach no writer, by no path.
        rows: "SELECT a.asking, a.state, a.revision, a.understood_text, a.does_text, a.by_name, a.by_function, a.at,
                   a.reason
               FROM answers a JOIN askings k ON k.id = a.asking JOIN posts p ON p.id = k.post
               WHERE p.key = $1 AND a.state = 'published' ORDER BY a.asking",
        moments: &["at"],
        left_out: &["account", "sentence"],
    },
    Table {
        shown_in: StoredIn::Answers,
        name: "verdicts",
        rows: "SELECT v.asking, v.understood, v.verdict, v.words, v.words_state, v.words_revision, v.words_at,
                   v.words_reason
               FROM verdicts v JOIN askings k ON k.id = v.asking JOIN posts p ON p.id = k.post
               WHERE p.key = $1 ORDER BY v.asking",
        moments: &["words_at"],
        left_out: &["first_reader"],
    },
    Table {
        shown_in: StoredIn::Decisions,
        name: "answer_decisions",
        rows: "SELECT d.post, d.asking, d.number, d.what, d.revision, d.decision, d.reason, d.at
               FROM answer_decisions d JOIN posts p ON p.id = d.post WHERE p.key = $1 ORDER BY d.asking, d.number",
        moments: &["at"],
        left_out: &["account", "first_reader"],
    },
    Table {
        shown_in: StoredIn::Answers,
        name: "organisation_reads",
        rows: "SELECT r.post, r.organisation, o.name FROM organisation_reads r JOIN posts p ON p.id = r.post
               JOIN organisations o ON o.id = r.organisation WHERE p.key = $1 ORDER BY r.post, r.organisation",
        moments: &[],
        left_out: &[],
    },
    Table {
        shown_in: StoredIn::Answers,
        name: "unreleased",
        rows: "SELECT u.id, u.at, u.what, u.post, u.subject, u.event, u.was, u.was_number
               FROM unreleased u JOIN posts p ON p.id = u.post WHERE p.key = $1 ORDER BY u.id",
        moments: &["at"],
        left_out: &[],
    },
    Table {
        shown_in: StoredIn::Promises,
        name: "promise_posts",
        rows: "SELECT l.promise, l.post, l.place, l.says FROM promise_posts l JOIN posts p ON p.id = l.post
               WHERE p.key = $1 ORDER BY l.promise, l.post",
        moments: &[],
        left_out: &[],
    },
    Table {
        shown_in: StoredIn::Keywords,
        name: "keywords",
        rows: "SELECT k.post, k.place, k.keyword, k.number, k.answered FROM keywords k JOIN posts p ON p.id = k.post
               WHERE p.key = $1 ORDER BY k.post, k.place",
        moments: &[],
        left_out: &[],
    },
    Table {
        shown_in: StoredIn::Search,
        name: "post_words",
        rows: "SELECT w.post, w.word FROM post_words w JOIN posts p ON p.id = w.post WHERE p.key = $1
               ORDER BY w.post, w.word",
        moments: &[],
        left_out: &[],
    },
    Table {
        shown_in: StoredIn::Reactions,
        name: "supports",
        // Who gave them, and when, is somebody else's: shown are those of the days before the last daily count, so that no
        // look tells that one came just now.
        rows: "SELECT s.post, s.support FROM supports s JOIN posts p ON p.id = s.post WHERE p.key = $1
                   AND s.day < COALESCE((SELECT j.day FROM jobs j WHERE j.name = 'supports'), 0)
               ORDER BY s.post, s.support",
        moments: &[],
        left_out: &["device", "day"],
    },
    Table {
        shown_in: StoredIn::Sending,
        name: "idempotency",
        rows: "SELECT i.key_mac, i.body_mac, i.post FROM idempotency i JOIN posts p ON p.id = i.post WHERE p.key = $1
               ORDER BY i.post",
        moments: &[],
        left_out: &[],
    },
];

/// Tables that hold nothing that belongs to a key.
#[cfg(test)]
const ELSEWHERE: [&str; 16] = [
    "_sqlx_migrations",
    // Moments of the server, not of anybody.
    "absences",
    "account_events",
    "accounts",
    "chain_end",
    // Numbers of all posts together.
    "facets",
    "facts",
    // Only numbers of events that belong to nobody any more.
    "forgotten",
    "jobs",
    "known_time",
    "organisations",
    // Words of organisations, and what facilitators did with them. What leads from a post to them is shown above.
    "promise_sayings",
    "promises",
    // Words of somebody else, for the desk alone: shown to the writer they would be a private way to a child.
    "reports",
    "sessions",
    // The words of all posts together: which of them a writer's posts have is shown above.
    "word_lists",
];

impl Store {
    /// Every byte that is kept under a follow key.
    ///
    /// # Errors
    /// `key_unknown`.
    pub async fn stored(&self, key: &str) -> Result<Stored> {
        let mut look = self.read().begin().await?;
        let key = key_id(&mut look, key).await?.ok_or(ProblemCode::KeyUnknown)?.to_string();
        let mut tables = Vec::new();
        for Table { shown_in, name, rows, moments, left_out: _ } in &TABLES {
            let found = sqlx::query(*rows).bind(key.as_str()).fetch_all(&mut *look).await?;
            let rows = found.iter().map(|row| fields(row, moments)).collect::<Result<Vec<_>>>()?;
            tables.push(StoredRows { shown_in: *shown_in, table: (*name).to_owned(), rows });
        }
        Ok(Stored { tables, backup_days: BACKUP_DAYS })
    }

    /// Erases everything under a follow key, and the key. What stays belongs to nobody: that there was a post, so that it
    /// never comes back by a late sending, and what staff decided about it.
    ///
    /// # Errors
    /// `key_unknown`.
    pub async fn forget(&self, key: &str, at: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        let key = key_id(tx.conn(), key).await?.ok_or(ProblemCode::KeyUnknown)?;
        let posts =
            sqlx::query("SELECT id FROM posts WHERE key = $1").bind(key.to_string()).fetch_all(tx.conn()).await?;
        for row in &posts {
            if let Some(post) = tx.post(rows::id(row, "id")?).await? {
                tx.forget(&post, at).await?;
            }
        }
        sqlx::query("DELETE FROM keys WHERE id = $1").bind(key.to_string()).execute(tx.conn()).await?;
        tx.words_gone();
        tx.commit().await
    }
}

impl Tx {
    /// Erases a post, and what its trail was too.
    pub(super) async fn forget(&mut self, post: &PostRow, at: Seconds) -> Result<()> {
        if post.state != PostState::Erased {
            self.erase(post, By::nobody(at)).await?;
        }
        let id = post.id.to_string();
        // The moment of erasing is told by nothing else, so it goes as well.
        sqlx::query("UPDATE posts SET key = NULL, state_since = 0, waiting_since = NULL, reason = NULL WHERE id = $1")
            .bind(id.as_str())
            .execute(self.conn())
            .await?;
        let events =
            sqlx::query("SELECT id FROM trail WHERE post = $1").bind(id.as_str()).fetch_all(self.conn()).await?;
        for row in &events {
            self.forget_event(rows::number(row, "id")?).await?;
        }
        self.words_gone();
        Ok(())
    }
}

/// One row, column by column, as text.
fn fields(row: &AnyRow, moments: &[&str]) -> Result<Vec<StoredField>> {
    let mut fields = Vec::new();
    for (at, column) in row.columns().iter().enumerate() {
        let name = sqlx::Column::name(column);
        let raw = row.try_get_raw(at)?;
        let value = if raw.is_null() {
            None
        } else if moments.contains(&name) {
            Some(rfc3339(rows::number(row, name)?))
        } else if raw.type_info().name() == "TEXT" {
            rows::maybe_text(row, name)?
        } else {
            Some(rows::number(row, name)?.to_string())
        };
        fields.push(StoredField { name: name.to_owned(), value });
    }
    Ok(fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use uuid::Uuid;

    /// A new table or column must be shown to whom it is about, or be named as one that is about no writer.
    #[tokio::test]
    async fn every_column_of_every_table_is_shown_or_named() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("droombord-stored-{}", Uuid::new_v4()));
        let store = Store::open(&folder).await?;
        let columns = sqlx::query(
            "SELECT m.name AS at, c.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'",
        )
        .fetch_all(store.read())
        .await?;
        let mut unseen = BTreeSet::new();
        for row in &columns {
            let (table, column) = (rows::text(row, "at")?, rows::text(row, "name")?);
            let listed = TABLES.iter().any(|it| {
                let shown = it.rows.split("FROM").next().unwrap_or_default();
                let shown = shown.split([',', ' ', '\n']).map(|part| part.rsplit('.').next().unwrap_or_default());
                it.name == table && shown.chain(it.left_out.iter().copied()).any(|name| name == column)
            });
            if !listed && !ELSEWHERE.contains(&table.as_str()) && !table.starts_with("sqlite_") {
                unseen.insert(format!("{table}.{column}"));
            }
        }
        store.close().await;
        let _ = std::fs::remove_dir_all(folder);
        assert_eq!(unseen, BTreeSet::new());
        Ok(())
    }

    /// What is shown is read by children: each column has words, or is one of the numbers that are counted only.
    #[test]
    fn every_column_that_is_shown_has_words() {
        for Table { name, rows, .. } in &TABLES {
            let shown = rows.split("FROM").next().unwrap_or_default().trim_start_matches("SELECT");
            let columns = shown.split(',').map(|part| part.trim().rsplit('.').next().unwrap_or_default());
            for column in columns {
                assert!(droombord::pages::kept::how(name, column).is_some(), "{name}.{column}");
            }
        }
    }
}

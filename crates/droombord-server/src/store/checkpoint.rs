//! The write-ahead log: written back into the database file, and emptied of what was erased, without holding anybody up.
//!
//! SQLite's `TRUNCATE` and `RESTART` keep the writer's place for as long as they wait for readers. So they never wait here: the
//! connection that does it gives up at once (`busy_timeout` 0), what can be done beside everybody (`PASSIVE`) is done before, and
//! what a reader stands in the way of is tried again by the job of every second.

use super::{Result, Store};
use crate::data_folder::DATABASE;
use std::{fs, sync::atomic::Ordering, time::Duration};

/// Pages in the log (WAL) from which it is checkpointed in the background: 96 MB. A writer at that moment waits for the disk a little
/// longer, so it is rare.
const LOG_PAGES: i64 = 24_000;
/// Never more than this part of what is free waits in the log.
const PART: u64 = 8;
/// A page, in bytes.
const PAGE: u64 = 4096;
/// A short read is over after such pauses; a long one is not waited for.
const PAUSES: [Duration; 4] =
    [Duration::ZERO, Duration::from_millis(2), Duration::from_millis(5), Duration::from_millis(10)];

const PASSIVE: &str = "PRAGMA wal_checkpoint(PASSIVE)";
const RESTART: &str = "PRAGMA wal_checkpoint(RESTART)";
const TRUNCATE: &str = "PRAGMA wal_checkpoint(TRUNCATE)";

impl Store {
    /// Writes the log back into the database file and empties it, so that erased words are in no file any more. A reader of
    /// whatever program keeps them there: then [`Store::is_unswept`] goes on saying so. Does nothing when nothing was erased
    /// since the last time.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn sweep(&self) -> Result<()> {
        // When room is scarce, the log gives back what it has.
        if self.is_unswept() || self.inner.room.is_short() && self.has_log() {
            self.checkpoint(TRUNCATE).await?;
        }
        Ok(())
    }

    fn has_log(&self) -> bool {
        fs::metadata(self.folder().join(format!("{DATABASE}-wal"))).is_ok_and(|log| log.len() > 0)
    }

    /// Whether words that were erased may still stand in the log.
    pub fn is_unswept(&self) -> bool {
        self.inner.unswept.load(Ordering::Acquire)
    }

    /// Writes the log back into the database file beside everybody's work, when it has grown; so that no change has to.
    /// Does nothing else: what was erased is [`Store::sweep`]'s.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn write_back(&self) -> Result<()> {
        // The less room there is, the less may wait: writing back must fit into what is left.
        let room = self.inner.room.free().unwrap_or(u64::MAX) / PART / PAGE;
        self.write_back_from(i64::try_from(room).unwrap_or(LOG_PAGES).clamp(1, LOG_PAGES)).await
    }

    pub(super) async fn write_back_from(&self, pages: i64) -> Result<()> {
        // The size of the file tells nothing: the log begins again in the file that is there.
        let (log, back) = self.log_pages().await?;
        if log.saturating_sub(back) >= pages {
            self.checkpoint(RESTART).await?;
        }
        Ok(())
    }

    /// How many pages stand in the log, and how many of them in the database file too.
    pub(super) async fn log_pages(&self) -> Result<(i64, i64)> {
        let (_, log, back) = self.pragma("PRAGMA wal_checkpoint(NOOP)").await?;
        Ok((log, back))
    }

    /// Writes back what readers allow, and then, when that is everything, lets the log begin again or empties it.
    async fn checkpoint(&self, statement: &'static str) -> Result<()> {
        if self.inner.only_reads {
            return Ok(());
        }
        let (log, back) = self.log_pages().await?;
        self.inner.room.make(u64::try_from(log - back).unwrap_or_default().saturating_mul(PAGE));
        for pause in PAUSES {
            tokio::time::sleep(pause).await;
            let (busy, log, back) = self.pragma(PASSIVE).await?;
            if busy == 0 && log == back {
                return self.begin_anew(statement).await;
            }
        }
        Ok(())
    }

    /// What came in since is little. Writers of this program wait meanwhile: without them, whoever reads now reads from the
    /// database file, and is not in the way.
    async fn begin_anew(&self, statement: &'static str) -> Result<()> {
        let mut alone = self.inner.write.acquire().await?;
        for pause in PAUSES {
            tokio::time::sleep(pause).await;
            let (busy, ..) = self.pragma(statement).await?;
            if busy == 0 {
                if statement == TRUNCATE {
                    self.inner.unswept.store(false, Ordering::Release);
                }
                // A log that begins again looks as if another program had written: once is enough.
                self.see_others(&mut alone).await?;
                break;
            }
        }
        Ok(())
    }

    /// Whether something was in the way, how many pages stand in the log, and how many of them are written back.
    async fn pragma(&self, checkpoint: &'static str) -> Result<(i64, i64, i64)> {
        Ok(sqlx::query_as(checkpoint).fetch_one(&self.inner.log).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;
    use uuid::Uuid;

    async fn change(store: &Store) -> Result<()> {
        let mut tx = store.begin().await?;
        let insert = sqlx::query("INSERT INTO keys (id, hash) VALUES ($1, $1)").bind(Uuid::new_v4().to_string());
        insert.execute(tx.conn()).await?;
        tx.commit().await
    }

    async fn new_store(name: &str) -> Result<(Store, std::path::PathBuf)> {
        let folder = std::env::temp_dir().join(format!("droombord-{name}-{}", Uuid::new_v4()));
        Ok((Store::open(&folder).await?, folder))
    }

    #[tokio::test]
    async fn a_log_is_written_back_when_it_has_grown_and_begins_anew_in_its_file() -> Result<()> {
        let (store, folder) = new_store("log").await?;
        for _ in 0..5 {
            change(&store).await?;
        }
        let (log, _) = store.log_pages().await?;
        store.write_back().await?;
        assert_eq!(store.log_pages().await?, (log, 0), "little waits for more");
        store.write_back_from(log).await?;
        assert_eq!(store.log_pages().await?.1, log, "all of it is in the database file");
        change(&store).await?;
        let (anew, back) = store.log_pages().await?;
        assert!(anew < log && back == 0, "{anew} of {log}, {back}");
        store.write_back_from(log).await?;
        assert_eq!(store.log_pages().await?, (anew, 0), "the size of its file tells nothing");
        store.close().await;
        let _ = std::fs::remove_dir_all(folder);
        Ok(())
    }

    /// Whichever way the log should begin again: a reader from before and one of everything hold up nobody, and what waited for
    /// them is done after them.
    #[tokio::test]
    async fn a_reader_holds_up_no_writer_and_the_log_is_emptied_after_it() -> Result<()> {
        let (store, folder) = new_store("reader").await?;
        for changes_behind_it in [0, 3] {
            change(&store).await?;
            let mut reader = store.read().begin().await?;
            sqlx::query("SELECT COUNT(*) FROM keys").fetch_one(&mut *reader).await?;
            for _ in 0..changes_behind_it {
                change(&store).await?;
            }
            store.inner.unswept.store(true, Ordering::Release);
            let began = Instant::now();
            for _ in 0..5 {
                store.sweep().await?;
                store.write_back_from(0).await?;
                change(&store).await?;
            }
            // The patience of one writer, which was lost five times, is five seconds.
            assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
            assert!(store.is_unswept(), "it says that the log still holds them");
            reader.rollback().await?;
            store.notice_others().await?;
            store.inner.unswept.store(true, Ordering::Release);
            store.sweep().await?;
            assert!(!store.is_unswept());
            assert!(!store.notice_others().await?, "nobody else has written");
            let log = folder.join(format!("{}-wal", DATABASE));
            assert_eq!(std::fs::metadata(log).map(|log| log.len()).ok(), Some(0), "{changes_behind_it}");
        }
        store.close().await;
        let _ = std::fs::remove_dir_all(folder);
        Ok(())
    }
}

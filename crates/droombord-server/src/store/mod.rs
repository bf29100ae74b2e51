//! The store: the only SQL. One file a subject, each an `impl Store`.
//!
//! One SQL text for every database: `$1` parameters, `ON CONFLICT`, `RETURNING`, truth as `INTEGER` 0 or 1, moments as
//! `INTEGER` seconds, ids and hashes as text. Why it is so: `docs/decisions/0001-store.md`.
//!
//! Changes go through one connection, in a [`Tx`], one after another; reading has a few connections of its own and is
//! never held up by a change. A change that is committed is on the disk (`synchronous=FULL`).

pub mod accounts;
pub mod sessions;

mod answers;
mod asking;
mod board;
mod cards;
mod chain;
mod change;
pub mod desk;
mod exposure;
mod facts;
mod hand_back;
mod jobs;
mod known_time;
mod log;
mod news;
mod organisations;
mod page;
mod posts;
pub mod promise_desk;
mod promises;
mod reports;
mod rows;
mod samples;
mod sending;
mod stored;
mod supports;
mod together;
mod unread;
mod verdicts;
mod words;

pub use board::{BoardQuery, Card, Place};
pub use chain::{Fault, HEADS, Head, Proof, heads_of};
pub use log::LogSpan;
pub use posts::{Sending, Sent};
pub use promises::PromiseFilter;
pub use reports::Reporting;
pub use samples::Sample;
pub use stored::BACKUP_DAYS;
pub use supports::Reaction;
pub use unread::Unread;

use crate::{
    clock::{NoDice, SystemDice},
    secret::{Secret, SecretFault},
};
use droombord_domain::problem::ProblemCode;
use sqlx::{Any, AnyConnection, AnyPool, Connection as _, any::AnyPoolOptions, migrate::MigrateError};
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering},
    },
    time::Duration,
};
use uuid::Uuid;

/// The database file's name in the data folder.
pub const FILE: &str = "droombord.sqlite";
/// Whoever holds this file makes the tables.
const LOCK: &str = "lock";
/// So many pages in the log are written back in the background: 96 MB. Who writes at that moment waits for the disk a little
/// longer, so it is seldom.
const LOG_PAGES: i64 = 24_000;
/// So many readers at once; more wait for each other.
const READERS: u32 = 4;

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!();

/// What the store could not do.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A rule of the board, found broken when writing: the reason is the answer.
    #[error("{}", .0.code())]
    Refused(ProblemCode),
    /// There is no room left to write.
    #[error("no room left to write")]
    Full,
    /// Another process holds the database for too long.
    #[error("the database is busy")]
    Busy,
    /// The database says something else.
    #[error("database: {0}")]
    Database(sqlx::Error),
    /// A migration failed.
    #[error("migration: {0}")]
    Migrate(#[from] MigrateError),
    /// The folder or a file cannot be used.
    #[error("{path}: {source}")]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The key of the trail cannot be had.
    #[error(transparent)]
    Secret(#[from] SecretFault),
    /// No randomness.
    #[error(transparent)]
    NoDice(#[from] NoDice),
    /// The database holds something that no version of ours wrote.
    #[error("the database holds an unknown {0}")]
    Unknown(&'static str),
}

impl StoreError {
    /// What a caller may know of it.
    pub const fn code(&self) -> ProblemCode {
        match self {
            Self::Refused(code) => *code,
            Self::Full => ProblemCode::StorageFull,
            Self::Busy => ProblemCode::Busy,
            Self::Database(_)
            | Self::Migrate(_)
            | Self::File { .. }
            | Self::Secret(_)
            | Self::NoDice(_)
            | Self::Unknown(_) => ProblemCode::Internal,
        }
    }
}

impl From<ProblemCode> for StoreError {
    fn from(code: ProblemCode) -> Self {
        Self::Refused(code)
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if matches!(error, sqlx::Error::PoolTimedOut) {
            return Self::Busy;
        }
        // SQLite's primary result code is the low byte of the extended one: 5 busy, 6 locked, 13 full.
        let code = error.as_database_error().and_then(|it| it.code()).and_then(|code| code.parse::<u32>().ok());
        match code.map(|code| code & 0xff) {
            Some(5 | 6) => Self::Busy,
            Some(13) => Self::Full,
            _ => Self::Database(error),
        }
    }
}

/// What the store answers.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// The way to the database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    read: AnyPool,
    write: AnyPool,
    folder: PathBuf,
    /// The key of the trail, read when it is needed first.
    secret: OnceLock<Secret>,
    /// Grows with every change of what everybody may see: what a cache keeps under it stays true.
    board: AtomicU64,
    /// The number by which the database tells that another process wrote.
    others: AtomicI64,
    /// Words were erased and still stand in the write-ahead log.
    unswept: AtomicBool,
    /// Posts that came in and are not written yet.
    sendings: sending::Queue,
}

impl Store {
    /// Opens the database of a folder; makes folder, file and tables when they are not there.
    ///
    /// # Errors
    /// When the folder cannot be used, or the database is of a newer version.
    pub async fn open(folder: &Path) -> Result<Self> {
        sqlx::any::install_default_drivers();
        make_private_folder(folder).map_err(|source| StoreError::File { path: folder.to_owned(), source })?;
        let url = format!("sqlite://{}?mode=rwc", percent_encoded(&folder.join(FILE)));
        let write = pool(1).connect(&url).await?;
        {
            // One at a time: another process may start in this folder at this moment.
            let path = folder.join(LOCK);
            let fault = |source| StoreError::File { path: path.clone(), source };
            let file = fs::OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(fault)?;
            let waiting = tokio::task::spawn_blocking(move || file.lock().map(|()| file)).await;
            let _alone = waiting.map_err(io::Error::other).flatten().map_err(fault)?;
            MIGRATIONS.run(&write).await?;
        }
        let read = pool(READERS).connect(&url).await?;
        let inner = Inner {
            read,
            write,
            folder: folder.to_owned(),
            secret: OnceLock::new(),
            board: AtomicU64::new(0),
            others: AtomicI64::new(0),
            unswept: AtomicBool::new(true),
            sendings: sending::Queue::default(),
        };
        let store = Self { inner: Arc::new(inner) };
        store.sweep().await?;
        store.make_cards().await?;
        Ok(store)
    }

    /// The connections for reading.
    pub(crate) fn read(&self) -> &AnyPool {
        &self.inner.read
    }

    /// Begins a change. Nothing of it exists before [`Tx::commit`]; dropping it undoes it.
    ///
    /// # Errors
    /// When another process writes for too long.
    pub(crate) async fn begin(&self) -> Result<Tx> {
        // Taken at once, not at the first write: a change that has read may never find that somebody else wrote since.
        let tx = self.inner.write.begin_with("BEGIN IMMEDIATE").await?;
        Ok(Tx { tx, store: self.clone(), cards: BTreeSet::new(), board_changed: false, words_gone: false })
    }

    /// The secret of the folder, for the key of the trail. Not read at the start: a folder that is being restored may get
    /// its secret later.
    fn secret(&self) -> Result<Secret> {
        if let Some(secret) = self.inner.secret.get() {
            return Ok(secret.clone());
        }
        let secret = Secret::open(&self.inner.folder, &SystemDice)?;
        Ok(self.inner.secret.get_or_init(|| secret).clone())
    }

    /// The folder of the database.
    pub fn folder(&self) -> &Path {
        &self.inner.folder
    }

    /// Grows with every change of what everybody may see.
    pub fn board_version(&self) -> u64 {
        self.inner.board.load(Ordering::Acquire)
    }

    /// Writes the log back into the database file and empties it, so that erased words are in no file any more.
    /// Does nothing when nothing was erased since the last time.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn sweep(&self) -> Result<()> {
        if self.inner.unswept.load(Ordering::Acquire) {
            let row: (i64, i64, i64) =
                sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&self.inner.write).await?;
            // The first number says that a reader was in the way: the daily jobs and the next erasing try again.
            self.inner.unswept.store(row.0 != 0, Ordering::Release);
        }
        Ok(())
    }

    /// Writes the log back into the database file beside everybody's work, when it has grown; so that no change has to.
    /// Does nothing else: what was erased is [`Store::sweep`]'s.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn write_back(&self) -> Result<()> {
        self.write_back_from(LOG_PAGES).await
    }

    async fn write_back_from(&self, pages: i64) -> Result<()> {
        // The size of the file tells nothing: the log begins anew in the file that is there.
        let (log, back) = self.log_pages().await?;
        if log.saturating_sub(back) >= pages {
            // Nobody waits for the first; what comes in meanwhile is little, and with it the log begins anew.
            sqlx::query("PRAGMA wal_checkpoint(PASSIVE)").execute(self.read()).await?;
            sqlx::query("PRAGMA wal_checkpoint(RESTART)").execute(&self.inner.write).await?;
        }
        Ok(())
    }

    /// How many pages stand in the log, and how many of them in the database file too.
    async fn log_pages(&self) -> Result<(i64, i64)> {
        let (_, log, back): (i64, i64, i64) =
            sqlx::query_as("PRAGMA wal_checkpoint(NOOP)").fetch_one(self.read()).await?;
        Ok((log, back))
    }

    /// Looks whether another process changed the database since the last look, and if so makes what is kept in memory old.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn notice_others(&self) -> Result<bool> {
        // On the writing connection this number changes only when somebody else has written.
        let (version,): (i64,) = sqlx::query_as("PRAGMA data_version").fetch_one(&self.inner.write).await?;
        let changed = self.inner.others.swap(version, Ordering::AcqRel) != version;
        if changed {
            self.inner.board.fetch_add(1, Ordering::AcqRel);
        }
        Ok(changed)
    }

    /// Writes a whole copy of the database, as of this moment, without what was erased.
    ///
    /// # Errors
    /// When the file is there already, or cannot be written.
    pub async fn copy_to(&self, file: &Path) -> Result<()> {
        sqlx::query("VACUUM INTO $1").bind(file.to_string_lossy().into_owned()).execute(self.read()).await?;
        Ok(())
    }

    /// For tests: from now on it is as if the disk were full.
    ///
    /// # Errors
    /// When the database cannot be reached.
    #[doc(hidden)]
    pub async fn let_it_be_full(&self) -> Result<()> {
        // SQLite never makes the limit smaller than the file is.
        sqlx::query("PRAGMA max_page_count = 1").execute(&self.inner.write).await?;
        Ok(())
    }

    /// Closes every connection; the last one writes the log back.
    pub async fn close(&self) {
        self.inner.read.close().await;
        self.inner.write.close().await;
    }
}

/// A change: everything in it happens, or nothing.
pub(crate) struct Tx {
    tx: sqlx::Transaction<'static, Any>,
    store: Store,
    /// Posts whose cards are not right any more.
    cards: BTreeSet<Uuid>,
    board_changed: bool,
    words_gone: bool,
}

impl Tx {
    /// The connection, to run statements on.
    pub(crate) fn conn(&mut self) -> &mut AnyConnection {
        &mut self.tx
    }

    /// The secret that the trail's key is made of.
    fn secret(&self) -> Result<Secret> {
        self.store.secret()
    }

    /// What everybody reads of a post is different after this change, or may not be read any more.
    pub(crate) fn card_changed(&mut self, post: Uuid) {
        self.cards.insert(post);
    }

    /// What everybody may see is different after this change.
    pub(crate) fn board_changed(&mut self) {
        self.board_changed = true;
    }

    /// Words are gone after this change, and must be gone from the files too.
    pub(crate) fn words_gone(&mut self) {
        self.words_gone = true;
    }

    /// Makes the change hold: it is on the disk when this returns.
    pub(crate) async fn commit(mut self) -> Result<()> {
        self.renew_cards().await?;
        let Self { tx, store, cards: _, board_changed, words_gone } = self;
        let inner = &store.inner;
        tx.commit().await?;
        if board_changed {
            inner.board.fetch_add(1, Ordering::AcqRel);
        }
        if words_gone {
            inner.unswept.store(true, Ordering::Release);
            // The change holds already: when the log cannot be emptied now, a later try does it.
            if let Err(error) = store.sweep().await {
                tracing::warn!(%error, "the log still holds erased words; it is emptied later");
            }
        }
        Ok(())
    }
}

fn pool(connections: u32) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .min_connections(1)
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(10))
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        // When the disk fails while a change is committed, SQLite has undone the change and the driver believes to be in the
        // middle of it, for ever: such a connection is thrown away.
        .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
        .after_connect(|connection, _| {
            Box::pin(async move {
                for pragma in [
                    "PRAGMA busy_timeout = 5000",
                    "PRAGMA journal_mode = WAL",
                    "PRAGMA synchronous = FULL",
                    // In pages. Whoever commits would do it, and everybody behind would wait: see `Store::write_back`. This is for
                    // programs without jobs.
                    "PRAGMA wal_autocheckpoint = 32000",
                    "PRAGMA foreign_keys = ON",
                    "PRAGMA secure_delete = ON",
                    // What is sorted or indexed on the way may hold words: never in a file of its own.
                    "PRAGMA temp_store = MEMORY",
                    "PRAGMA cache_size = -2000",
                    // As much as SQLite allows. Read where the system keeps it, without a copy; and what is not there yet comes
                    // from the disk with all that stands around it, not page by page.
                    "PRAGMA mmap_size = 2147418112",
                ] {
                    sqlx::query(pragma).execute(&mut *connection).await?;
                }
                Ok(())
            })
        })
}

/// A path as it stands in a database address.
fn percent_encoded(path: &Path) -> String {
    path.to_string_lossy()
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

/// Makes a folder for its owner only.
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn change(store: &Store) -> Result<()> {
        let mut tx = store.begin().await?;
        let insert = sqlx::query("INSERT INTO keys (id, hash) VALUES ($1, $1)").bind(Uuid::new_v4().to_string());
        insert.execute(tx.conn()).await?;
        tx.commit().await
    }

    #[tokio::test]
    async fn a_log_is_written_back_when_it_has_grown_and_begins_anew_in_its_file() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("droombord-log-{}", Uuid::new_v4()));
        let store = Store::open(&folder).await?;
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
}

//! The store: the only SQL. One file a subject, each an `impl Store`.
//!
//! One SQL text for every database: `$1` parameters, `ON CONFLICT`, `RETURNING`, truth as `INTEGER` 0 or 1, moments as
//! `INTEGER` seconds, ids and hashes as text. Why it is so: `docs/decisions/0001-store.md`.
//!
//! Changes go through one connection, in a [`Tx`], one after another; reading has a few connections of its own and is
//! never held up by a change. A change that is committed is on the disk (`synchronous=FULL`).

pub mod accounts;
pub mod sessions;

mod alerts;
mod answered;
mod answers;
mod asking;
mod board;
mod cards;
mod chain;
mod change;
mod checkpoint;
pub mod desk;
mod desk_board;
mod exposure;
mod facets;
mod facts;
mod hand_back;
mod insight;
mod jobs;
mod known_time;
mod log;
#[cfg(test)]
mod many;
mod news;
mod organisation_reads;
mod organisations;
mod page;
mod posts;
pub mod promise_desk;
mod promises;
mod release;
mod reports;
mod room;
mod rows;
mod samples;
mod sending;
mod snapshot;
mod status;
mod stored;
mod supports;
mod together;
mod verdicts;
mod words;
mod worklist;

pub use answered::Answered;
pub use board::{BoardQuery, Card, Place};
pub use chain::{Fault, Head, Proof, heads_of};
pub use desk_board::DeskQuery;
pub use log::LogSpan;
pub use posts::{Sending, Sent};
pub use promises::PromiseFilter;
pub use reports::Reporting;
pub use room::Space;
pub use samples::Sample;
pub use snapshot::Snapshot;
pub use stored::BACKUP_DAYS;
pub use supports::Reaction;

use crate::{
    clock::{NoDice, SystemDice},
    data_folder::{DATABASE, FolderError, LOCK, ROOM, check_owner, hand_over, make_private_folder, private_options},
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

/// Number of reading connections; more readers wait for each other.
const READERS: u32 = 4;

/// Who finds the database in use waits, at most so many milliseconds.
const PATIENT: &str = "PRAGMA busy_timeout = 5000";
/// Who finds it in use does something else.
const IMPATIENT: &str = "PRAGMA busy_timeout = 0";

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!();

/// What the store could not do.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A rule of the board, found broken when writing: the reason is the answer.
    #[error("{}", .0.code())]
    Refused(ProblemCode),
    /// There is no room left to write, or nothing may be written.
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

impl From<FolderError> for StoreError {
    fn from(FolderError { path, source }: FolderError) -> Self {
        Self::File { path, source }
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
        // SQLite's primary result code is the low byte of the extended one.
        let code = error.as_database_error().and_then(|it| it.code()).and_then(|code| code.parse::<u32>().ok());
        match code.map(|code| (code & 0xff, code)) {
            // Busy, locked.
            Some((5 | 6, _)) => Self::Busy,
            // Only to be read, and full.
            Some((8 | 13, _)) => Self::Full,
            // Writing, making shorter, and the file of the index failed: so are quotas told.
            Some((10, 778 | 1546 | 4618 | 4874 | 5386)) => Self::Full,
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
    /// For the log alone: never waits for anybody.
    log: AnyPool,
    folder: PathBuf,
    room: room::Room,
    /// Opened without any room: nothing can be written before the next start.
    only_reads: bool,
    /// The key of the trail, read when it is needed first.
    secret: OnceLock<Secret>,
    /// Grows with every change of what everybody may see: what a cache keeps under it stays true.
    board: AtomicU64,
    /// The number by which the database tells that another process wrote.
    others: AtomicI64,
    /// Words were erased and still stand in the write-ahead log.
    unswept: AtomicBool,
    /// Whether what happens to a post is public only with a batch: see [`Store::release`].
    holds_back: AtomicBool,
    /// Posts that came in and are not written yet.
    sendings: sending::Queue,
}

impl Store {
    /// Opens the database of a folder; makes folder, file and tables when they are not there. Without any room on the disk it is
    /// opened for reading.
    ///
    /// # Errors
    /// When the folder cannot be used, or the database is of a newer version.
    pub async fn open(folder: &Path) -> Result<Self> {
        sqlx::any::install_default_drivers();
        check_owner(folder)?;
        make_private_folder(folder).map_err(|source| StoreError::File { path: folder.to_owned(), source })?;
        let room = room::Room::of(folder);
        room.make_to_start();
        match Self::open_to_write(folder, room).await {
            Ok(store) => {
                hand_over(folder);
                Ok(store)
            }
            Err(error) if !matches!(error, StoreError::Migrate(_)) && can_only_be_read(folder) => {
                tracing::error!(folder = %folder.display(), %error, "nothing can be written here: opened for reading only. Make room, and start again");
                Self::open_to_read(folder).await
            }
            Err(StoreError::Full) => {
                let source = io::Error::new(io::ErrorKind::StorageFull, "no room left to write");
                Err(StoreError::File { path: folder.join(DATABASE), source })
            }
            Err(error) => Err(error),
        }
    }

    async fn open_to_write(folder: &Path, room: room::Room) -> Result<Self> {
        let path = folder.join(DATABASE);
        let fault = |source| StoreError::File { path: path.clone(), source };
        // Before SQLite does: for its owner only. What SQLite makes beside it gets the same mode, and the same owner. One that is
        // there is not touched: closing it would end the locks that this process has on it.
        match private_options().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(fault(error)),
            _ => {}
        }
        hand_over(folder);
        let url = url_of(&path, "mode=rwc");
        let write = pool(1, PATIENT).connect(&url).await?;
        {
            // One at a time: another process may start in this folder at this moment.
            let path = folder.join(LOCK);
            let fault = |source| StoreError::File { path: path.clone(), source };
            let file = private_options().create(true).append(true).open(&path).map_err(fault)?;
            let waiting = tokio::task::spawn_blocking(move || file.lock().map(|()| file)).await;
            let _alone = waiting.map_err(io::Error::other).flatten().map_err(fault)?;
            MIGRATIONS.run(&write).await?;
        }
        let read = pool(READERS, PATIENT).connect(&url).await?;
        let log = pool(1, IMPATIENT).connect(&url).await?;
        let store = Self::of(folder, room, [read, write, log], false);
        if let Err(error) = store.sweep().await {
            tracing::warn!(%error, folder = %folder.display(), "the log cannot be emptied now; it is tried again");
        }
        store.make_cards().await?;
        Ok(store)
    }

    /// Without a log and its index, which would need room: true only as long as nobody writes.
    async fn open_to_read(folder: &Path) -> Result<Self> {
        let url = url_of(&folder.join(DATABASE), "mode=ro&immutable=1");
        let pools = [
            pool(READERS, PATIENT).connect(&url).await?,
            pool(1, PATIENT).connect(&url).await?,
            pool(1, IMPATIENT).connect(&url).await?,
        ];
        Ok(Self::of(folder, room::Room::of(folder), pools, true))
    }

    fn of(folder: &Path, room: room::Room, [read, write, log]: [AnyPool; 3], only_reads: bool) -> Self {
        let inner = Inner {
            read,
            write,
            log,
            folder: folder.to_owned(),
            room,
            only_reads,
            secret: OnceLock::new(),
            board: AtomicU64::new(0),
            others: AtomicI64::new(0),
            unswept: AtomicBool::new(!only_reads),
            holds_back: AtomicBool::new(false),
            sendings: sending::Queue::default(),
        };
        Self { inner: Arc::new(inner) }
    }

    /// The connections for reading.
    pub(crate) fn read(&self) -> &AnyPool {
        &self.inner.read
    }

    /// Begins a change with new words of people, or one that may wait. Refused first when room becomes scarce.
    ///
    /// # Errors
    /// [`StoreError::Full`]; when another process writes for too long.
    pub(crate) async fn begin_more(&self) -> Result<Tx> {
        self.inner.room.is_there()?;
        self.begin().await
    }

    /// Begins a change, for which room is kept aside. Nothing of it exists before [`Tx::commit`]; dropping it undoes it.
    ///
    /// # Errors
    /// When another process writes for too long.
    pub(crate) async fn begin(&self) -> Result<Tx> {
        if self.inner.only_reads {
            return Err(StoreError::Full);
        }
        self.inner.room.make(0);
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

    /// Keeps room aside again as soon as there is some, and says how much there is.
    ///
    /// # Errors
    /// When the file that is kept aside cannot be written.
    pub async fn look_for_room(&self) -> Result<Space> {
        if self.inner.only_reads {
            return Ok(Space::Full);
        }
        let store = self.clone();
        let looked = tokio::task::spawn_blocking(move || store.inner.room.look()).await;
        hand_over(self.folder());
        let fault = |source| StoreError::File { path: self.folder().join(ROOM), source };
        looked.map_err(io::Error::other).flatten().map_err(fault)
    }

    /// Grows with every change of what everybody may see.
    pub fn board_version(&self) -> u64 {
        self.inner.board.load(Ordering::Acquire)
    }

    /// Looks whether another process changed the database since the last look, and if so makes what is kept in memory old.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn notice_others(&self) -> Result<bool> {
        let mut write = self.inner.write.acquire().await?;
        let changed = self.see_others(&mut write).await?;
        if changed {
            // It may have erased, and been in the way of a reader.
            self.inner.unswept.store(true, Ordering::Release);
        }
        Ok(changed)
    }

    /// On the writing connection this number changes only when another connection has written, or let the log begin again.
    async fn see_others(&self, write: &mut AnyConnection) -> Result<bool> {
        let (version,): (i64,) = sqlx::query_as("PRAGMA data_version").fetch_one(write).await?;
        let changed = self.inner.others.swap(version, Ordering::AcqRel) != version;
        if changed {
            self.inner.board.fetch_add(1, Ordering::AcqRel);
        }
        Ok(changed)
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
        self.inner.log.close().await;
        self.inner.write.close().await;
        hand_over(self.folder());
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
        let committed = tx.commit().await.map_err(StoreError::from);
        if matches!(committed, Err(StoreError::Full)) {
            inner.room.was_refused();
        }
        committed?;
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

fn pool(connections: u32, patience: &'static str) -> AnyPoolOptions {
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
        .after_connect(move |connection, _| {
            Box::pin(async move {
                for pragma in [
                    PATIENT,
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
                    patience,
                ] {
                    sqlx::query(pragma).execute(&mut *connection).await?;
                }
                Ok(())
            })
        })
}

/// The address of a database.
fn url_of(path: &Path, options: &str) -> String {
    let path: String = path
        .to_string_lossy()
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect();
    format!("sqlite://{path}?{options}")
}

/// Whether the database can be read and nothing can be written: the disk has no room, or does not let anybody write. Only when
/// no log stands beside it: its changes would be missing.
fn can_only_be_read(folder: &Path) -> bool {
    let file = folder.join(DATABASE);
    let is_there = fs::metadata(&file).is_ok_and(|file| file.len() > 0);
    let has_log = fs::metadata(folder.join(format!("{DATABASE}-wal"))).is_ok_and(|log| log.len() > 0);
    is_there && !has_log && !room::is_writable(folder)
}

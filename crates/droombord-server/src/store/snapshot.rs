//! The database as of one moment, page by page: what a backup is made of.
//!
//! SQLite's `sqlite_dbpage` gives the pages as a read transaction sees them, with the log. So nothing is copied on the disk, little
//! is held in memory, and who writes meanwhile is not held up. `.cargo/config.toml` lets SQLite have that table.

use super::{PATIENT, Result, Store, rows, url_of};
use crate::data_folder::DATABASE;
use futures_util::{Stream, StreamExt as _};
use sqlx::{AnyConnection, Connection as _};

// Found out here, and not by the first backup.
const _: () = assert!(
    option_env!("LIBSQLITE3_FLAGS").is_some(),
    "SQLite lacks sqlite_dbpage: build inside the repository, whose .cargo/config.toml sets LIBSQLITE3_FLAGS"
);

/// The database as of the moment at which this was made.
#[derive(Debug)]
pub struct Snapshot {
    connection: AnyConnection,
    bytes: u64,
}

impl Store {
    /// Holds on to the database as it is now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn snapshot(&self) -> Result<Snapshot> {
        let mut connection = AnyConnection::connect(&url_of(&self.inner.folder.join(DATABASE), "mode=rw")).await?;
        // Every page is read once: a view of the whole file would only count as memory.
        for statement in [PATIENT, "PRAGMA mmap_size = 0", "PRAGMA temp_store = MEMORY", "BEGIN"] {
            sqlx::query(statement).execute(&mut connection).await?;
        }
        let row =
            sqlx::query("SELECT p.page_count * s.page_size AS bytes FROM pragma_page_count p, pragma_page_size s")
                .fetch_one(&mut connection)
                .await?;
        let bytes = u64::try_from(rows::number(&row, "bytes")?).unwrap_or_default();
        Ok(Snapshot { connection, bytes })
    }
}

impl Snapshot {
    /// How many bytes all pages have.
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The pages, in their order: one after another they are a database file.
    pub fn pages(&mut self) -> impl Stream<Item = Result<Vec<u8>>> + Unpin + '_ {
        let pages = sqlx::query("SELECT data FROM sqlite_dbpage ORDER BY pgno").fetch(&mut self.connection);
        pages.map(|row| rows::bytes(&row?, "data"))
    }

    /// Lets go of it.
    ///
    /// # Errors
    /// When the database cannot be closed.
    pub async fn close(self) -> Result<()> {
        Ok(self.connection.close().await?)
    }
}

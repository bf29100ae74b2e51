//! Counting of what the board shows, and writing it down in batches.

use crate::{error::Result, exposure::Showing, limits::Source, state::App};

impl App {
    /// This page of the board was answered. Who asks again and again does not count: nobody can push a post
    /// back by loading it.
    pub fn showed(&self, source: Source, page: &Showing) {
        if !page.is_empty() && self.limits.looks(source, self.clock.now()) {
            self.exposures.count(page);
        }
    }

    /// Writes what was counted. What cannot be written is counted on.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn write_exposures(&self) -> Result<()> {
        let counts = self.exposures.take();
        if let Err(error) = self.store.add_exposures(&counts).await {
            self.exposures.add(counts);
            return Err(error.into());
        }
        Ok(())
    }
}

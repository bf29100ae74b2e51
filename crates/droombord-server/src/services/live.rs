//! Batches of the live line, as this server is set up.

use crate::{error::Result, live::Live, state::App};
use std::time::Duration;

impl App {
    /// Makes public what waits for a batch, and tells who listens.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub async fn release_batch(&self) -> Result<()> {
        self.live.release(&self.store, self.settings.live_pause, self.clock.now()).await
    }

    /// How long to wait before the next batch.
    pub fn batch_pause(&self) -> Duration {
        Live::pause(self.settings.live_pause, &*self.dice)
    }
}

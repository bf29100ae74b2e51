//! Looking after the files of the data folder while the server runs: every second, beside the other jobs and never behind them.

use crate::{
    state::{App, AppState},
    store::Space,
    warnings::Warning,
};
use std::time::Duration;
use tokio::time::Instant;

/// How often it looks.
const LOOK: Duration = Duration::from_secs(1);
/// Erased words stand in the log so long before the operator is told.
const STANDS: Duration = Duration::from_secs(60);

/// What one look tells the next.
#[derive(Debug, Default)]
pub struct Keeper {
    /// Since when erased words stand in the log.
    unswept_since: Option<Instant>,
    /// Whether the last try failed, and was said.
    failing: bool,
}

/// Looks until the server ends.
pub async fn keep(app: AppState) {
    let mut keeper = Keeper::default();
    let mut look = tokio::time::interval(LOOK);
    look.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        look.tick().await;
        keeper.look(&app, Instant::now()).await;
    }
}

impl Keeper {
    /// Writes the log back when it has grown, empties it of what was erased as soon as no reader stands in the way, and keeps
    /// room aside.
    pub async fn look(&mut self, app: &App, now: Instant) {
        let done = async {
            app.store.sweep().await?;
            app.store.write_back().await?;
            app.store.look_for_room().await
        };
        match done.await {
            Ok(space) => {
                self.failing = false;
                tell_of_room(app, space);
            }
            Err(error) if !self.failing => {
                self.failing = true;
                let folder = app.store.folder().display();
                tracing::error!(%error, %folder, "the database's files cannot be looked after; it is tried again every second");
            }
            Err(_) => {}
        }
        self.tell_of_log(app, now);
    }

    fn tell_of_log(&mut self, app: &App, now: Instant) {
        self.unswept_since = app.store.is_unswept().then(|| self.unswept_since.unwrap_or(now));
        let stands = self.unswept_since.is_some_and(|since| now.duration_since(since) >= STANDS);
        if app.warnings.set(Warning::ErasedWordsInLog, stands) {
            let folder = app.store.folder().display();
            if stands {
                tracing::warn!(%folder, "erased words still stand in the log of the database, because a program has been reading it for long: a backup, a copy, a shell with an open transaction. They go within seconds after it ends");
            } else {
                tracing::info!(%folder, "erased words are out of the log of the database");
            }
        }
    }
}

fn tell_of_room(app: &App, space: Space) {
    let folder = app.store.folder().display();
    if app.warnings.set(Warning::StorageFull, space == Space::Full) {
        if space == Space::Full {
            tracing::error!(%folder, "the disk is full: new words are refused (507). Reading, erasing, signing in and deciding go on in the room that is kept aside");
        } else {
            tracing::info!(%folder, "there is room again");
        }
    }
    if app.warnings.set(Warning::StorageLow, space == Space::Low) && space == Space::Low {
        tracing::warn!(%folder, "the disk has little room left");
    }
}

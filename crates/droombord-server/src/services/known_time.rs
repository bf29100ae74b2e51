//! Looking at the clock: what cannot be undone waits while it stands far from the last known moment.

use crate::{
    clock::{Seconds, date},
    error::Result,
    known_time::{GapKind, KnownTime},
    state::App,
    warnings::Warning,
};
use std::sync::atomic::Ordering;

/// The known moment is written down when it is so many seconds old.
const RENEWED: Seconds = 60 * 60;

impl App {
    /// Looks at the clock: the moment, and the gap that keeps what cannot be undone waiting. `ran` are the seconds that
    /// the server ran since the look before.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub async fn look_at_clock(&self, ran: Seconds) -> Result<(Seconds, Option<GapKind>)> {
        let now = self.clock.now();
        let before = self.store.known_time().await?;
        let starting = !self.looked.swap(true, Ordering::AcqRel);
        let (known, absence) = before.unwrap_or(KnownTime::new(now)).look(now, starting, ran);
        let is_news = before.is_none_or(|before| {
            known.gap != before.gap || known.accepted != before.accepted || now - before.known_at >= RENEWED
        }) || before.is_some_and(|before| now < before.known_at && known.gap.is_none());
        if is_news {
            self.store.set_known_time(known, absence).await?;
        }
        let kind = known.gap.map(|gap| gap.kind);
        self.warn_of_gap(kind, known.known_at, now);
        Ok((now, kind))
    }

    /// Does what is due today, as far as the clock can be trusted, and reminds facilitators. `ran` as for
    /// [`App::look_at_clock`].
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub async fn daily(&self, ran: Seconds) -> Result<()> {
        let (now, gap) = self.look_at_clock(ran).await?;
        self.store.daily(self.settings.reading_days, now, gap).await?;
        // A mail cannot be called back either; after an absence it is needed most.
        if gap == Some(GapKind::Leap) { Ok(()) } else { self.remind().await }
    }

    /// What `/readyz` tells of the clock at this very moment. Nothing is written.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn judge_clock(&self) -> Result<()> {
        let now = self.clock.now();
        let Some(before) = self.store.known_time().await? else { return Ok(()) };
        let (known, _) = before.look(now, !self.looked.load(Ordering::Acquire), 0);
        self.warn_of_gap(known.gap.map(|gap| gap.kind), known.known_at, now);
        Ok(())
    }

    fn warn_of_gap(&self, kind: Option<GapKind>, known_at: Seconds, now: Seconds) {
        let (known, now) = (date(known_at), date(now));
        if self.warnings.set(Warning::ClockLeap, kind == Some(GapKind::Leap)) {
            match kind {
                Some(_) => tracing::warn!(
                    known,
                    now,
                    "the clock leapt: nothing is erased, ended or called overdue until it is back, or until you say \
                     `droombord-server clock accept`"
                ),
                None => tracing::info!(now, "the clock is trusted again"),
            }
        }
        if self.warnings.set(Warning::ClockAbsence, kind == Some(GapKind::Absence)) {
            match kind {
                Some(_) => tracing::warn!(
                    known,
                    now,
                    "the server was away, or its clock is wrong: nothing is erased, ended or called overdue for a day of \
                     running, or until you say `droombord-server clock accept`"
                ),
                None => tracing::info!(now, "the clock is trusted again"),
            }
        }
    }
}

//! An alert: the writer of words that show danger asks that a facilitator looks at once. Who is at the desk just now, and the mail of
//! numbers that goes at once.

use crate::{
    clock::{Seconds, week_minute},
    digest::Digest,
    state::{App, AppState},
    warnings::Warning,
};
use droombord::i18n::desk::digest_messages;
use droombord_domain::post::Lang;
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use uuid::Uuid;

/// Between two mails passes so much time at least.
const PAUSE: Duration = Duration::from_secs(5 * 60);
/// A facilitator who was seen in this stretch of time or the one before is at the desk. The stretches are the same for everybody, so that the end of
/// somebody's work is told to no minute: it would tell when a decision was made.
const STRETCH: Seconds = 10 * 60;

/// What alerts remember, in memory only.
#[derive(Debug, Default)]
pub struct Alerts {
    /// When each session of a facilitator was used last.
    seen: Mutex<HashMap<Uuid, Seconds>>,
    mail: Mutex<Turn>,
}

/// Whose turn it is to send a mail.
#[derive(Debug, Default)]
struct Turn {
    /// A task is on its way, or waits for the end of the pause.
    under_way: bool,
    /// Before this moment no mail goes.
    not_before: Option<Instant>,
}

impl Turn {
    /// How long the next mail waits; `None` when one is on its way, which will count everything that waits then.
    fn take(&mut self, now: Instant) -> Option<Duration> {
        let is_free = !std::mem::replace(&mut self.under_way, true);
        is_free.then(|| self.not_before.map_or(Duration::ZERO, |not_before| not_before.saturating_duration_since(now)))
    }

    /// The mail goes now.
    fn goes(&mut self, now: Instant) {
        *self = Self { under_way: false, not_before: Some(now + PAUSE) };
    }
}

impl Alerts {
    /// A facilitator's session was used at this moment last.
    pub fn saw(&self, session: Uuid, used_at: Seconds) {
        self.seen().insert(session, used_at);
    }

    /// A session has ended.
    pub fn left(&self, session: Uuid) {
        self.seen().remove(&session);
    }

    /// Whether a facilitator is at the desk.
    pub fn is_somebody_there(&self, now: Seconds) -> bool {
        let since = now - now.rem_euclid(STRETCH) - STRETCH;
        let mut seen = self.seen();
        seen.retain(|_, used_at| *used_at >= since);
        !seen.is_empty()
    }

    fn seen(&self) -> MutexGuard<'_, HashMap<Uuid, Seconds>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn turn(&self) -> MutexGuard<'_, Turn> {
        self.mail.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    /// Whether somebody reads just now: it is within the hours that are set, and a facilitator is at the desk.
    pub fn reads_now(&self) -> bool {
        let now = self.clock.now();
        let (weekday, minute) = week_minute(now);
        self.settings.alert_hours.as_ref().is_none_or(|hours| hours.is_open(weekday, minute))
            && self.alerts.is_somebody_there(now)
    }

    /// Sends the mail of numbers, in a task of its own: a mail server that does not answer holds nothing up. What fails is tried again
    /// after the pause, as long as somebody waits.
    pub fn ring(self: &AppState) {
        let Some(wait) = self.settings.alert.as_ref().and_then(|_| self.alerts.turn().take(Instant::now())) else {
            return;
        };
        let app = AppState::clone(self);
        tokio::spawn(async move {
            tokio::time::sleep(wait).await;
            app.alerts.turn().goes(Instant::now());
            if !app.send_alert().await {
                app.ring();
            }
        });
    }

    /// Tells every recipient how many ask. `false` when it must be tried again.
    async fn send_alert(&self) -> bool {
        let Some(mail) = &self.settings.alert else { return true };
        let count = match self.store.alerts().await {
            Ok(waiting) if waiting.is_empty() => return true,
            Ok(waiting) => u32::try_from(waiting.len()).unwrap_or(u32::MAX),
            Err(error) => {
                tracing::error!(%error, "who asks for a facilitator could not be counted");
                return false;
            }
        };
        let reached = self.mail_alert(mail, count).await;
        if self.warnings.set(Warning::AlertNotMailed, !reached) && !reached {
            tracing::warn!("the mail server does not take the mail of an alert; it is tried again in minutes");
        }
        reached
    }

    async fn mail_alert(&self, mail: &Digest, count: u32) -> bool {
        let say = digest_messages(Lang::Nl);
        let (subject, lines) = ((say.alert_subject)(count), [(say.alert_line)(count)]);
        let mut reached = true;
        for to in mail.recipients() {
            let sent = match self.dice.uuid() {
                Ok(number) => mail.send(to, &number.to_string(), &subject, &lines, &self.desk_address()).await,
                Err(_) => false,
            };
            reached &= sent;
        }
        reached
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mail_goes_at_once_and_the_next_after_the_pause() {
        let start = Instant::now();
        let mut turn = Turn::default();
        assert_eq!(turn.take(start), Some(Duration::ZERO));
        assert_eq!(turn.take(start), None, "it is on its way");
        turn.goes(start);
        let later = start + Duration::from_secs(60);
        assert_eq!(turn.take(later), Some(PAUSE - Duration::from_secs(60)));
        assert_eq!(turn.take(later), None, "one waits already");
        turn.goes(start + PAUSE);
        assert_eq!(turn.take(start + PAUSE * 3), Some(Duration::ZERO));
    }

    #[test]
    fn whoever_was_seen_in_the_last_minutes_is_there_until_a_border_of_time() {
        let alerts = Alerts::default();
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert!(!alerts.is_somebody_there(0));
        // Both were used last within one stretch, at other moments, and are gone at the same one.
        for (session, used_at) in [(one, STRETCH * 100 + 1), (two, STRETCH * 100 + STRETCH - 1)] {
            alerts.saw(session, used_at);
            assert!(alerts.is_somebody_there(STRETCH * 102 - 1));
            assert!(!alerts.is_somebody_there(STRETCH * 102));
        }
        alerts.saw(one, STRETCH * 200);
        alerts.left(one);
        assert!(!alerts.is_somebody_there(STRETCH * 200), "who signed out is not there");
    }
}

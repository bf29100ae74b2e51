//! An alert: the writer of words that show danger asks that a facilitator looks at once. The mail of numbers goes at once.

use crate::{
    clock::week_minute,
    mail::Mailer,
    state::{App, AppState},
    warnings::Warning,
};
use droombord::i18n::desk::digest_messages;
use droombord_domain::post::Lang;
use std::time::Instant;

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

    async fn mail_alert(&self, mail: &Mailer, count: u32) -> bool {
        let say = digest_messages(Lang::Nl);
        let (subject, lines) = ((say.alert_subject)(count), [(say.alert_line)(count)]);
        let mut reached = true;
        for to in mail.recipients() {
            let sent = match self.dice.uuid() {
                Ok(number) => mail.send(to, &number.to_string(), &subject, &lines, &self.desk_address()).await.is_ok(),
                Err(_) => false,
            };
            reached &= sent;
        }
        reached
    }
}

//! Once a day a mail that reminds, when one is set up: to facilitators how much there is to do at the desk, to an organisation how much waits
//! for it. It holds numbers, and no word of anybody.
//!
//! Each recipient gets a mail of its own, and is remembered by itself: who got one today gets no other, whatever befalls the rest.

use crate::{
    clock::{Seconds, hour},
    error::Result,
    mail::MailError,
    secret::Purpose,
    state::App,
    warnings::Warning,
};
use droombord::i18n::desk::digest_messages;
use droombord_domain::post::Lang;
use lettre::message::Mailbox;
use uuid::Uuid;

/// Somebody who is reminded.
#[derive(Debug)]
struct Recipient {
    /// Not the address itself: what remembers who was reminded holds none of anybody.
    known: String,
    to: Mailbox,
    /// For which organisation; a facilitator without.
    organisation: Option<Uuid>,
}

/// A mail that is due.
struct Reminder {
    recipient: Recipient,
    subject: String,
    lines: Vec<String>,
}

impl App {
    /// Reminds those who were not reminded today, when it is time and something waits for them. A mail that was refused is tried again
    /// tomorrow; one that found nobody, after a while.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub async fn remind(&self) -> Result<()> {
        let Some(mail) = self.settings.digest.as_ref().or(self.settings.alert.as_ref()) else { return Ok(()) };
        let now = self.clock.now();
        if hour(now) < mail.hour() {
            return Ok(());
        }
        let address = self.desk_address();
        let mut due = self.reminders(now).await?.into_iter();
        while let Some(Reminder { recipient: Recipient { known, to, .. }, subject, lines }) = due.next() {
            let id = self.dice.uuid()?.to_string();
            match mail.send(&to, &id, &subject, &lines, &address).await {
                Ok(()) => {
                    self.tries.taken(&known, now);
                    self.store.digest_is_sent(&known, now).await?;
                }
                Err(MailError { failure, is_for_all }) => {
                    self.tries.failed(&known, failure, now);
                    if is_for_all {
                        due.by_ref().for_each(|other| self.tries.failed(&other.recipient.known, failure, now));
                    }
                }
            }
        }
        self.say_of_mail();
        Ok(())
    }

    /// Everybody who may be reminded now and for whom something waits.
    async fn reminders(&self, now: Seconds) -> Result<Vec<Reminder>> {
        let recipients = self.recipients().await?;
        self.tries.keep(recipients.iter().map(|it| it.known.as_str()));
        let say = digest_messages(Lang::Nl);
        // The same for every facilitator.
        let mut of_desk = None;
        let mut due = Vec::new();
        for recipient in recipients {
            if !self.tries.may(&recipient.known, now) || !self.store.digest_is_due(&recipient.known, now).await? {
                continue;
            }
            let (total, lines) = match (recipient.organisation, &of_desk) {
                (Some(organisation), _) => told(&self.store.own_work(organisation, now).await?, say.own_line),
                (None, Some(of_desk)) => Clone::clone(of_desk),
                (None, None) => {
                    let counts = self.store.work_counts(self.settings.asking_days, now).await?;
                    of_desk.insert(told(&counts, say.line)).clone()
                }
            };
            if total > 0 {
                due.push(Reminder { recipient, subject: (say.subject)(total), lines });
            }
        }
        Ok(due)
    }

    /// Facilitators by the settings, and organisations of which an administrator set the address.
    async fn recipients(&self) -> Result<Vec<Recipient>> {
        let known = |parts: &[&[u8]]| self.secret.mac_hex(Purpose::DigestRecipient, parts);
        let facilitators = self.settings.digest.iter().flat_map(|digest| digest.recipients());
        let mut all: Vec<Recipient> = facilitators
            .map(|to| {
                let address: &str = to.email.as_ref();
                Recipient { known: known(&[address.as_bytes()]), to: to.clone(), organisation: None }
            })
            .collect();
        for (organisation, address) in self.store.organisations_to_remind().await? {
            let known = known(&[address.as_bytes(), organisation.as_bytes()]);
            match address.parse() {
                Ok(to) => all.push(Recipient { known, to, organisation: Some(organisation) }),
                Err(_) => tracing::error!(%organisation, "the mail address of an organisation cannot be read"),
            }
        }
        Ok(all)
    }

    /// Where the desk is, for a mail.
    pub fn desk_address(&self) -> String {
        let origin = self.settings.origin.clone().unwrap_or_else(|| format!("http://{}", self.settings.listen));
        format!("{origin}/leestafel")
    }

    fn say_of_mail(&self) {
        let refused = self.tries.any_refused();
        if self.warnings.set(Warning::MailRefused, refused) && refused {
            tracing::warn!(
                "the mail server refuses mail that reminds, or one of its recipients; it is tried again tomorrow"
            );
        }
        let unreachable = self.tries.any_unreachable();
        if self.warnings.set(Warning::MailUnreachable, unreachable) && unreachable {
            tracing::warn!("the mail server does not take mail that reminds now; it is tried again, ever more seldom");
        }
    }
}

/// How much there is in all, and a sentence for each kind of which there is something.
fn told<K: Copy>(counts: &[(K, u32)], line: fn(K, u32) -> String) -> (u32, Vec<String>) {
    let there = counts.iter().filter(|(_, count)| *count > 0);
    (counts.iter().map(|(_, count)| count).sum(), there.map(|(kind, count)| line(*kind, *count)).collect())
}

//! Once a day a mail that reminds, when one is set up: to facilitators how much there is to do at the desk, to an organisation how much waits
//! for it. It holds numbers, and no word of anybody.
//!
//! Each recipient gets a mail of its own, and is remembered by itself: who got one today gets no other, whatever befalls the rest.

use crate::{
    clock::{Seconds, day, hour},
    error::Result,
    origin::is_this_machine,
    secret::Purpose,
    state::App,
    warnings::Warning,
};
use droombord::i18n::desk::digest_messages;
use droombord_domain::{
    organisation::MAX_MAIL,
    post::Lang,
    problem::{FieldCode, FieldError},
};
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
    transport::smtp::{self, response::Category},
};
use std::{
    collections::{HashMap, HashSet},
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use url::{Host, Url};
use uuid::Uuid;

/// A mail server that does not answer is given up after so long; a later look tries again.
const PATIENCE: Duration = Duration::from_secs(20);
/// The pause after the first failure that may pass; it doubles with each further one.
const PAUSE: Seconds = 10 * 60;
/// The look at its end may come so much earlier.
const SLACK: Seconds = 30;
/// It doubles so often at most: to two and a half hours.
const DOUBLINGS: u32 = 4;

/// That no machine should answer (RFC 3834 section 5), and how Exchange is told the same.
const NO_ANSWER: [(HeaderName, &str); 2] = [
    (HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated"),
    (HeaderName::new_from_ascii_str("X-Auto-Response-Suppress"), "All"),
];

/// The address of somebody who is reminded, as it is kept; `None` when it is empty. A name beside it is not kept.
///
/// # Errors
/// When it is no mail address.
pub fn mail_address(text: &str) -> Result<Option<String>, FieldError> {
    let text = text.trim();
    if text.len() > MAX_MAIL {
        return Err(FieldError::past_limit("mail", FieldCode::TooLong, MAX_MAIL, text.len()));
    }
    let address = (!text.is_empty()).then(|| text.parse::<Mailbox>().map(|mailbox| mailbox.email.to_string()));
    address.transpose().map_err(|_| FieldError::new("mail", FieldCode::Invalid))
}

/// The way mails go, and to whom. Whoever prints it sees no password.
#[derive(Clone)]
pub struct Digest {
    server: AsyncSmtpTransport<Tokio1Executor>,
    given: (String, Mailbox, Vec<Mailbox>),
    hour: u8,
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Digest").field("to", &self.given.2.len()).field("hour", &self.hour).finish_non_exhaustive()
    }
}

impl PartialEq for Digest {
    fn eq(&self, other: &Self) -> bool {
        (&self.given, self.hour) == (&other.given, other.hour)
    }
}

impl Eq for Digest {}

impl Digest {
    /// Reads what the operator set.
    ///
    /// # Errors
    /// Which part is not right, without what was given: it may hold a password.
    pub fn parse(url: &str, from: &str, (name, to): (&str, &[String]), hour: u8) -> Result<Self, String> {
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| "smtp-url is no smtp(s) address".to_owned())?;
        if shows_its_password(url) {
            return Err("smtp-url would send its password unencrypted to another machine: write smtps://… for \
                        TLS from the start, or add ?tls=required for STARTTLS"
                .to_owned());
        }
        let from = from.parse::<Mailbox>().map_err(|_| "digest-from is no mail address".to_owned())?;
        let to = to.iter().map(|to| to.trim().parse::<Mailbox>()).collect::<Result<Vec<_>, _>>();
        let mut to =
            to.ok().filter(|to| !to.is_empty()).ok_or_else(|| format!("{name} has no mail address, or a wrong one"))?;
        to.sort_by(|one, other| one.email.cmp(&other.email));
        to.dedup_by(|one, other| one.email == other.email);
        let given = (url.to_owned(), from, to);
        Ok(Self { server: server.timeout(Some(PATIENCE)).build(), given, hour })
    }

    /// To whom it goes.
    pub fn recipients(&self) -> &[Mailbox] {
        &self.given.2
    }

    /// Sends a mail now. `false` when it was not taken.
    pub async fn send(&self, to: &Mailbox, number: &str, subject: &str, lines: &[String], address: &str) -> bool {
        let Some(letter) = self.letter(to, number, subject, lines, address) else { return false };
        match self.server.send(letter).await {
            Ok(_) => true,
            Err(error) => {
                let code = error.status().map(|code| code.to_string()).unwrap_or_default();
                tracing::info!(failure = ?Failure::of(&error), code, "a mail was not taken");
                false
            }
        }
    }

    fn letter(&self, to: &Mailbox, number: &str, subject: &str, lines: &[String], address: &str) -> Option<Message> {
        let link = digest_messages(Lang::Nl).link;
        let body = format!("{}\n\n{link}\n{address}\n", lines.join("\n"));
        let (_, from, _) = &self.given;
        // Its name is of the domain that sends; the name of this machine is nobody's business.
        let domain = from.email.domain();
        let domain = Host::parse(domain).map_or_else(|_| domain.to_owned(), |host| host.to_string());
        let letter = Message::builder().from(from.clone()).to(to.clone()).subject(subject);
        let letter = letter.message_id(Some(format!("<{number}@{domain}>"))).header(ContentType::TEXT_PLAIN);
        let mut letter = letter.body(body).ok()?;
        for (name, value) in NO_ANSWER {
            letter.headers_mut().insert_raw(HeaderValue::new(name, value.to_owned()));
        }
        Some(letter)
    }
}

/// Whether a password would go in the open over a network. STARTTLS that is not required is none: whoever stands between takes the offer out.
fn shows_its_password(url: &str) -> bool {
    let Ok(parsed) = Url::parse(url) else { return false };
    let encrypts =
        parsed.scheme() == "smtps" || parsed.query_pairs().any(|(name, how)| name == "tls" && how == "required");
    parsed.password().is_some() && !encrypts && !is_this_machine(url)
}

/// Why a mail was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failure {
    /// It will not be, however often it is tried: a wrong password, an address that is not there.
    Refused,
    /// It may be another time.
    Unreachable,
}

impl Failure {
    fn of(error: &smtp::Error) -> Self {
        if error.is_permanent() || error.is_client() { Self::Refused } else { Self::Unreachable }
    }

    /// Whether no other recipient would fare better: there is no answer at all, or it is about the connection or who signs in.
    fn is_for_all(error: &smtp::Error) -> bool {
        error.status().is_none_or(|code| matches!(code.category, Category::Connections | Category::Unspecified3))
    }
}

/// What became of the mails of today, by recipient as the database knows it. In memory: after a restart, which may have brought better settings,
/// everybody who got none today is tried again.
#[derive(Debug, Default)]
pub struct Tries(Mutex<HashMap<String, Try>>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Try {
    Taken { day: i64 },
    Refused { day: i64 },
    Unreachable { failures: u32, again: Seconds },
}

impl Tries {
    fn all(&self) -> MutexGuard<'_, HashMap<String, Try>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn may(&self, recipient: &str, now: Seconds) -> bool {
        match self.all().get(recipient) {
            None => true,
            Some(Try::Taken { day: that } | Try::Refused { day: that }) => *that != day(now),
            // A clock that was set back must not make it wait for ever.
            Some(Try::Unreachable { again, .. }) => *again <= now || *again > now + (PAUSE << DOUBLINGS),
        }
    }

    fn taken(&self, recipient: &str, now: Seconds) {
        self.all().insert(recipient.to_owned(), Try::Taken { day: day(now) });
    }

    fn failed(&self, recipient: &str, failure: Failure, now: Seconds) {
        let mut all = self.all();
        let before = match all.get(recipient) {
            Some(Try::Unreachable { failures, .. }) => *failures,
            Some(Try::Taken { .. } | Try::Refused { .. }) | None => 0,
        };
        let next = match failure {
            Failure::Refused => Try::Refused { day: day(now) },
            Failure::Unreachable => Try::Unreachable {
                failures: before.saturating_add(1),
                again: now + (PAUSE << before.min(DOUBLINGS)) - SLACK,
            },
        };
        all.insert(recipient.to_owned(), next);
    }

    /// Forgets whoever is no recipient any more.
    fn keep(&self, recipients: &[Recipient]) {
        let known: HashSet<&str> = recipients.iter().map(|it| it.known.as_str()).collect();
        self.all().retain(|recipient, _| known.contains(recipient.as_str()));
    }

    fn any(&self, which: impl Fn(&Try) -> bool) -> bool {
        self.all().values().any(which)
    }
}

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
        if hour(now) < mail.hour {
            return Ok(());
        }
        let address = self.desk_address();
        let mut due = self.reminders(now).await?.into_iter();
        while let Some(Reminder { recipient: Recipient { known, to, .. }, subject, lines }) = due.next() {
            let id = self.dice.uuid()?.to_string();
            let Some(letter) = mail.letter(&to, &id, &subject, &lines, &address) else {
                tracing::error!("a mail that reminds could not be written");
                continue;
            };
            match mail.server.send(letter).await {
                Ok(_) => {
                    self.tries.taken(&known, now);
                    self.store.digest_is_sent(&known, now).await?;
                }
                Err(error) => {
                    let failure = Failure::of(&error);
                    // The answer of a mail server can hold addresses: its number alone.
                    let code = error.status().map(|code| code.to_string()).unwrap_or_default();
                    tracing::info!(?failure, code, "a mail that reminds was not taken");
                    self.tries.failed(&known, failure, now);
                    if Failure::is_for_all(&error) {
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
        self.tries.keep(&recipients);
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
        let refused = self.tries.any(|one| matches!(one, Try::Refused { .. }));
        if self.warnings.set(Warning::MailRefused, refused) && refused {
            tracing::warn!(
                "the mail server refuses mail that reminds, or one of its recipients; it is tried again tomorrow"
            );
        }
        let unreachable = self.tries.any(|one| matches!(one, Try::Unreachable { .. }));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_goes_over_a_network_only_encrypted() {
        for (url, fine) in [
            ("smtps://naam:geheim@mail.example", true),
            ("smtp://naam:geheim@mail.example?tls=required", true),
            ("smtp://naam:geheim@127.0.0.1:2525", true),
            ("smtp://naam:geheim@[::1]:2525", true),
            ("smtp://naam:geheim@localhost", true),
            ("smtp://mail.example", true),
            ("smtp://naam:geheim@mail.example", false),
            ("smtp://naam:geheim@mail.example?tls=opportunistic", false),
            ("smtp://naam:geheim@10.0.0.1:25", false),
            ("smtp://naam:geheim@localhost.example", false),
            ("smtp://naam:geheim@127.0.0.1.example", false),
            ("SMTP://naam:geheim@mail.example:587", false),
        ] {
            let parsed =
                Digest::parse(url, "droombord@bord.example", ("digest-to", &["anna@zorg.example".to_owned()]), 7);
            assert_eq!(parsed.is_ok(), fine, "{url}");
            assert!(parsed.err().is_none_or(|fault| !fault.contains("geheim")), "{url}");
        }
    }

    #[test]
    fn an_address_is_one_way_to_one_recipient() {
        let kept = |address: &str| Ok(Some(address.to_owned()));
        for (text, address) in [
            ("", Ok(None)),
            ("  ", Ok(None)),
            (" antwoorden@vlierpad.example ", kept("antwoorden@vlierpad.example")),
            ("Kim <kim@vlierpad.example>", kept("kim@vlierpad.example")),
            ("vlierpad", Err(FieldCode::Invalid)),
            ("@vlierpad.example", Err(FieldCode::Invalid)),
            ("a@vlierpad.example, b@vlierpad.example", Err(FieldCode::Invalid)),
            ("a@vlierpad.example\r\nBcc: b@ander.example", Err(FieldCode::Invalid)),
            ("a@vlierpad.example>\r\nRCPT TO:<b@ander.example", Err(FieldCode::Invalid)),
            (&"a".repeat(255), Err(FieldCode::TooLong)),
        ] {
            assert_eq!(mail_address(text).map_err(|fault| fault.code), address, "{text}");
        }
    }

    #[test]
    fn pauses_grow_and_a_refusal_lasts_until_tomorrow() {
        let tries = Tries::default();
        let noon = 1_800_000_000;
        let mut now = noon;
        for minutes in [10, 20, 40, 80, 160, 160] {
            assert!(tries.may("0", now));
            tries.failed("0", Failure::Unreachable, now);
            assert!(!tries.may("0", now + (minutes - 2) * 60), "{minutes}");
            now += minutes * 60;
        }
        assert!(tries.may("0", now) && tries.may("0", noon - 24 * 60 * 60), "also when the clock was set back");
        tries.failed("0", Failure::Refused, noon);
        tries.taken("1", noon);
        for recipient in ["0", "1"] {
            assert!(!tries.may(recipient, noon + 3_600) && tries.may(recipient, noon + 24 * 3_600), "{recipient}");
        }
    }
}

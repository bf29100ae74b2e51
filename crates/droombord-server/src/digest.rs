//! Once a day a mail to facilitators, when one is set up: how many wait. It holds numbers, and no word of anybody.
//!
//! Each recipient gets a mail of its own, and is remembered by itself: who got one today gets no other, whatever befalls the rest.

use crate::{
    clock::{Seconds, day, hour},
    error::Result,
    origin::is_this_machine,
    secret::Purpose,
    state::App,
    store::Unread,
    warnings::Warning,
};
use droombord::i18n::desk::{Digest as Sentences, desk_messages};
use droombord_domain::post::Lang;
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
    transport::smtp::{self, response::Category},
};
use std::{
    collections::HashMap,
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use url::{Host, Url};

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

/// How facilitators are reminded. Whoever prints it sees no password.
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
        let link = desk_messages(Lang::Nl).digest.link;
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

/// What became of the mails of today, by recipient. In memory: after a restart, which may have brought better settings, everybody who got none
/// today is tried again.
#[derive(Debug, Default)]
pub struct Tries(Mutex<HashMap<usize, Try>>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Try {
    Taken { day: i64 },
    Refused { day: i64 },
    Unreachable { failures: u32, again: Seconds },
}

impl Tries {
    fn all(&self) -> MutexGuard<'_, HashMap<usize, Try>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn may(&self, recipient: usize, now: Seconds) -> bool {
        match self.all().get(&recipient) {
            None => true,
            Some(Try::Taken { day: that } | Try::Refused { day: that }) => *that != day(now),
            // A clock that was set back must not make it wait for ever.
            Some(Try::Unreachable { again, .. }) => *again <= now || *again > now + (PAUSE << DOUBLINGS),
        }
    }

    fn taken(&self, recipient: usize, now: Seconds) {
        self.all().insert(recipient, Try::Taken { day: day(now) });
    }

    fn failed(&self, recipient: usize, failure: Failure, now: Seconds) {
        let mut all = self.all();
        let before = match all.get(&recipient) {
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
        all.insert(recipient, next);
    }

    fn any(&self, which: impl Fn(&Try) -> bool) -> bool {
        self.all().values().any(which)
    }
}

impl App {
    /// Reminds those facilitators who were not reminded today, when it is time and something waits. A mail that was refused is tried again
    /// tomorrow; one that found nobody, after a while.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub async fn remind(&self) -> Result<()> {
        let Some(digest) = &self.settings.digest else { return Ok(()) };
        let now = self.clock.now();
        if hour(now) < digest.hour {
            return Ok(());
        }
        let mut due = Vec::new();
        for (number, to) in digest.given.2.iter().enumerate() {
            // Not the address itself: the database holds none of anybody.
            let address: &str = to.email.as_ref();
            let known = self.secret.mac_hex(Purpose::DigestRecipient, &[address.as_bytes()]);
            if self.tries.may(number, now) && self.store.digest_is_due(&known, now).await? {
                due.push((number, to, known));
            }
        }
        let unread = if due.is_empty() { Unread::default() } else { self.store.unread(now).await? };
        if unread.all() == 0 {
            return Ok(());
        }
        let Sentences { subject, lines, .. } = &desk_messages(Lang::Nl).digest;
        let (subject, lines, address) = (subject(unread.all()), lines(unread.counts()), self.desk_address());
        let mut due = due.into_iter();
        while let Some((number, to, known)) = due.next() {
            let id = self.dice.uuid()?.to_string();
            let Some(letter) = digest.letter(to, &id, &subject, &lines, &address) else {
                tracing::error!("the digest could not be written");
                return Ok(());
            };
            match digest.server.send(letter).await {
                Ok(_) => {
                    self.tries.taken(number, now);
                    self.store.digest_is_sent(&known, now).await?;
                }
                Err(error) => {
                    let failure = Failure::of(&error);
                    // The answer of a mail server can hold addresses: its number alone.
                    let code = error.status().map(|code| code.to_string()).unwrap_or_default();
                    tracing::info!(?failure, code, "a digest was not taken");
                    self.tries.failed(number, failure, now);
                    if Failure::is_for_all(&error) {
                        due.by_ref().for_each(|(number, _, _)| self.tries.failed(number, failure, now));
                    }
                }
            }
        }
        self.say_of_mail();
        Ok(())
    }

    /// Where the desk is, for a mail.
    pub fn desk_address(&self) -> String {
        let origin = self.settings.origin.clone().unwrap_or_else(|| format!("http://{}", self.settings.listen));
        format!("{origin}/leestafel")
    }

    fn say_of_mail(&self) {
        let refused = self.tries.any(|one| matches!(one, Try::Refused { .. }));
        if self.warnings.set(Warning::MailRefused, refused) && refused {
            tracing::warn!("the mail server refuses the digest, or one of its recipients; it is tried again tomorrow");
        }
        let unreachable = self.tries.any(|one| matches!(one, Try::Unreachable { .. }));
        if self.warnings.set(Warning::MailUnreachable, unreachable) && unreachable {
            tracing::warn!("the mail server does not take the digest now; it is tried again, ever more seldom");
        }
    }
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
    fn pauses_grow_and_a_refusal_lasts_until_tomorrow() {
        let tries = Tries::default();
        let noon = 1_800_000_000;
        let mut now = noon;
        for minutes in [10, 20, 40, 80, 160, 160] {
            assert!(tries.may(0, now));
            tries.failed(0, Failure::Unreachable, now);
            assert!(!tries.may(0, now + (minutes - 2) * 60), "{minutes}");
            now += minutes * 60;
        }
        assert!(tries.may(0, now) && tries.may(0, noon - 24 * 60 * 60), "also when the clock was set back");
        tries.failed(0, Failure::Refused, noon);
        tries.taken(1, noon);
        for recipient in [0, 1] {
            assert!(!tries.may(recipient, noon + 3_600) && tries.may(recipient, noon + 24 * 3_600), "{recipient}");
        }
    }
}

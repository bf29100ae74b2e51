//! Mail: the way it goes, to whom, and what became of it today. It holds numbers, and no word of anybody.

use crate::{
    clock::{Seconds, day},
    origin::is_this_machine,
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

/// The way mails go, and to whom. Its `Debug` shows no password.
#[derive(Clone)]
pub struct Mailer {
    server: AsyncSmtpTransport<Tokio1Executor>,
    given: (String, Mailbox, Vec<Mailbox>),
    hour: u8,
}

impl fmt::Debug for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mailer").field("to", &self.given.2.len()).field("hour", &self.hour).finish_non_exhaustive()
    }
}

impl PartialEq for Mailer {
    fn eq(&self, other: &Self) -> bool {
        (&self.given, self.hour) == (&other.given, other.hour)
    }
}

impl Eq for Mailer {}

impl Mailer {
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

    /// The hour of the day from which it goes, when it goes daily.
    pub const fn hour(&self) -> u8 {
        self.hour
    }

    /// Sends a mail now. `number` makes its id; `address` is the link at its end.
    ///
    /// # Errors
    /// When the mail server did not take it.
    pub async fn send(
        &self,
        to: &Mailbox,
        number: &str,
        subject: &str,
        lines: &[String],
        address: &str,
    ) -> Result<(), MailError> {
        let Some(letter) = self.letter(to, number, subject, lines, address) else {
            tracing::error!("a mail could not be written");
            return Err(MailError { failure: Failure::Refused, is_for_all: false });
        };
        match self.server.send(letter).await {
            Ok(_) => Ok(()),
            Err(error) => {
                let error_of_mail = MailError::of(&error);
                // The answer of a mail server can hold addresses: its number alone.
                let code = error.status().map(|code| code.to_string()).unwrap_or_default();
                tracing::info!(failure = ?error_of_mail.failure, code, "a mail was not taken");
                Err(error_of_mail)
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
pub enum Failure {
    /// It will not be, however often it is tried: a wrong password, an address that is not there.
    Refused,
    /// It may be another time.
    Unreachable,
}

/// A mail that was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a mail was not taken")]
pub struct MailError {
    /// Why.
    pub failure: Failure,
    /// No other recipient would fare better: there is no answer at all, or it is about the connection or who signs in.
    pub is_for_all: bool,
}

impl MailError {
    fn of(error: &smtp::Error) -> Self {
        let failure = if error.is_permanent() || error.is_client() { Failure::Refused } else { Failure::Unreachable };
        let connection = |category| matches!(category, Category::Connections | Category::Unspecified3);
        Self { failure, is_for_all: error.status().is_none_or(|code| connection(code.category)) }
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

    /// Whether a recipient may be tried now.
    pub fn may(&self, recipient: &str, now: Seconds) -> bool {
        match self.all().get(recipient) {
            None => true,
            Some(Try::Taken { day: that } | Try::Refused { day: that }) => *that != day(now),
            // A clock that was set back must not make it wait for ever.
            Some(Try::Unreachable { again, .. }) => *again <= now || *again > now + (PAUSE << DOUBLINGS),
        }
    }

    /// The mail to a recipient was taken.
    pub fn taken(&self, recipient: &str, now: Seconds) {
        self.all().insert(recipient.to_owned(), Try::Taken { day: day(now) });
    }

    /// The mail to a recipient was not taken.
    pub fn failed(&self, recipient: &str, failure: Failure, now: Seconds) {
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

    /// Forgets who is no recipient any more.
    pub fn keep<'a>(&self, recipients: impl Iterator<Item = &'a str>) {
        let known: HashSet<&str> = recipients.collect();
        self.all().retain(|recipient, _| known.contains(recipient.as_str()));
    }

    /// Whether the mail server refused one today.
    pub fn any_refused(&self) -> bool {
        self.all().values().any(|one| matches!(one, Try::Refused { .. }))
    }

    /// Whether one found no mail server.
    pub fn any_unreachable(&self) -> bool {
        self.all().values().any(|one| matches!(one, Try::Unreachable { .. }))
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
                Mailer::parse(url, "droombord@bord.example", ("digest-to", &["anna@zorg.example".to_owned()]), 7);
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

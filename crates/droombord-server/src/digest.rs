//! Once a day a mail to facilitators, when one is set up: how many wait. It holds numbers, and no word of anybody.

use crate::{clock::hour, error::Result, state::App, store::Unread};
use droombord::i18n::desk::{Digest as Sentences, desk_messages};
use droombord_domain::post::Lang;
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};
use std::{fmt, time::Duration};

/// A mail server that does not answer is given up after so long; the next look tries again.
const PATIENCE: Duration = Duration::from_secs(20);

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
    pub fn parse(url: &str, from: &str, to: &[String], hour: u8) -> Result<Self, String> {
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| "smtp-url is no smtp(s) address".to_owned())?;
        let from = from.parse::<Mailbox>().map_err(|_| "digest-from is no mail address".to_owned())?;
        let to = to.iter().map(|to| to.trim().parse::<Mailbox>()).collect::<Result<Vec<_>, _>>();
        let to = to.ok().filter(|to| !to.is_empty()).ok_or("digest-to has no mail address, or a wrong one")?;
        let given = (url.to_owned(), from, to);
        Ok(Self { server: server.timeout(Some(PATIENCE)).build(), given, hour })
    }

    fn letter(&self, unread: Unread, address: &str) -> Option<Message> {
        let Sentences { subject, lines, link } = &desk_messages(Lang::Nl).digest;
        let body = format!("{}\n\n{link}\n{address}\n", lines(unread.counts()).join("\n"));
        let (_, from, to) = &self.given;
        let letter = Message::builder().from(from.clone()).subject(subject(unread.all()));
        // Nobody needs to see who else is reminded.
        let letter = to.iter().fold(letter.to(from.clone()), |letter, to| letter.bcc(to.clone()));
        letter.header(ContentType::TEXT_PLAIN).body(body).ok()
    }
}

impl App {
    /// Reminds facilitators when it is time, something waits, and nobody was reminded today. A mail that could not be sent
    /// is tried again at the next look.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub async fn remind(&self) -> Result<()> {
        let Some(digest) = &self.settings.digest else { return Ok(()) };
        let now = self.clock.now();
        if hour(now) < digest.hour || !self.store.digest_is_due(now).await? {
            return Ok(());
        }
        let unread = self.store.unread(now).await?;
        if unread.all() == 0 {
            return Ok(());
        }
        let origin = self.settings.origin.clone().unwrap_or_else(|| format!("http://{}", self.settings.listen));
        let Some(letter) = digest.letter(unread, &format!("{origin}/leestafel")) else {
            tracing::error!("the digest could not be written");
            return Ok(());
        };
        if let Err(error) = digest.server.send(letter).await {
            // The answer of a mail server can hold addresses.
            tracing::warn!(permanent = error.is_permanent(), "the digest could not be sent; it is tried again");
            return Ok(());
        }
        Ok(self.store.digest_is_sent(now).await?)
    }
}

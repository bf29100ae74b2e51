//! The trail's keyed hash chain: every event is committed to, in order, under a key that is not in the database.
//!
//! The only place where an event is written, and where the chain is proven. An event's contents and salt stand beside the
//! chain (`trail`, `trail_salts`); the chain alone (`chain`) tells nothing. What the chain cannot show by itself, that
//! the whole of it was put back to an earlier day, the heads show that are exported every day.

use super::{Result, Store, StoreError, Tx, rows};
use crate::{
    clock::{Dice, Seconds, SystemDice, date},
    data_folder::HEADS,
    secret::{Purpose, Secret},
};
use data_encoding::HEXLOWER;
use sqlx::{AnyConnection, any::AnyRow};
use std::{
    fmt, fs,
    io::{self, Write as _},
    path::Path,
};

/// What stands before the first link.
const BEGINNING: &str = "";
/// Number of events that are checked together.
const TOGETHER: i64 = 1_000;

/// An event with the columns of its row, as they are committed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    pub(super) post: String,
    pub(super) kind: String,
    pub(super) at: Seconds,
    pub(super) revision: i64,
    pub(super) reason: Option<String>,
    pub(super) account: Option<String>,
    /// The id of what it is about beside the post, if anything.
    pub(super) subject: Option<String>,
    /// The id of the organisation that it is about, if any.
    pub(super) organisation: Option<String>,
    /// A code: what somebody said, if anything.
    pub(super) said: Option<String>,
}

impl Event {
    fn of(row: &AnyRow) -> Result<Self> {
        Ok(Self {
            post: rows::text(row, "post")?,
            kind: rows::text(row, "kind")?,
            at: rows::number(row, "at")?,
            revision: rows::number(row, "revision")?,
            reason: rows::maybe_text(row, "reason")?,
            account: rows::maybe_text(row, "account")?,
            subject: rows::maybe_text(row, "subject")?,
            organisation: rows::maybe_text(row, "organisation")?,
            said: rows::maybe_text(row, "said")?,
        })
    }

    fn commitment(&self, secret: &Secret, number: i64, salt: &str) -> String {
        let Self { post, kind, at, revision, reason, account, subject, organisation, said } = self;
        // Nothing and an empty text are different.
        let maybe = |text: &Option<String>| text.as_ref().map_or_else(|| "-".to_owned(), |text| format!("={text}"));
        let mut parts = vec![
            "event".to_owned(),
            salt.to_owned(),
            number.to_string(),
            post.clone(),
            kind.clone(),
            at.to_string(),
            revision.to_string(),
            maybe(reason),
            maybe(account),
        ];
        // Only when they are there: an event from before there were any keeps its commitment.
        for (name, what) in [("subject", subject), ("organisation", organisation), ("said", said)] {
            parts.extend(what.as_ref().map(|what| format!("{name}={what}")));
        }
        let parts: Vec<&[u8]> = parts.iter().map(String::as_bytes).collect();
        secret.mac_hex(Purpose::Trail, &parts)
    }
}

fn link(secret: &Secret, before: &str, number: i64, commitment: &str) -> String {
    let number = number.to_string();
    secret.mac_hex(Purpose::Trail, &[b"link", before.as_bytes(), number.as_bytes(), commitment.as_bytes()])
}

fn seal(secret: &Secret, number: i64, link: &str) -> String {
    secret.mac_hex(Purpose::Trail, &[b"end", number.to_string().as_bytes(), link.as_bytes()])
}

fn forgetting(secret: &Secret, number: i64) -> String {
    secret.mac_hex(Purpose::Trail, &[b"forgotten", number.to_string().as_bytes()])
}

/// The end of the chain on some day, as it is exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The calendar day in Europe/Amsterdam.
    pub day: String,
    /// The number of the last event.
    pub event: i64,
    /// Its link.
    pub link: String,
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.day, self.event, self.link)
    }
}

impl Head {
    /// Reads a line of the exported heads.
    pub fn parse(line: &str) -> Option<Self> {
        let mut parts = line.split_whitespace();
        let head =
            Self { day: parts.next()?.to_owned(), event: parts.next()?.parse().ok()?, link: parts.next()?.to_owned() };
        parts.next().is_none().then_some(head)
    }
}

/// What was found wrong with the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The event's contents or salt are others than were committed to.
    Altered(i64),
    /// The chain knows the event, and its contents are gone.
    Gone(i64),
    /// It stands in the trail, and the chain does not know it.
    Inserted(i64),
    /// Its link does not follow from the link before it: something between was taken out, put in or changed.
    Broken(i64),
    /// The chain does not end where it was sealed: events at its end were cut off or added.
    End(i64),
    /// The chain is not the one whose head was exported on this day.
    NotAsExported(Head),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Altered(event) => write!(f, "event {event} was altered"),
            Self::Gone(event) => write!(f, "event {event} was deleted"),
            Self::Inserted(event) => write!(f, "event {event} was inserted"),
            Self::Broken(event) => {
                write!(f, "the chain is broken at event {event}: an event before it was deleted, or it was inserted")
            }
            Self::End(event) => write!(
                f,
                "the chain ends at event {event}, and that is not where it was sealed: events were deleted or inserted at its end"
            ),
            Self::NotAsExported(head) => {
                write!(f, "the chain is not the one of {}: event {} had another link", head.day, head.event)
            }
        }
    }
}

/// What a proof found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// How many events the chain has.
    pub events: u64,
    /// How many exported heads were compared.
    pub heads: usize,
    /// Everything that is wrong; nothing when the trail is whole.
    pub faults: Vec<Fault>,
}

struct End {
    event: i64,
    link: String,
}

impl Tx {
    /// Adds an event to the trail and to its chain.
    pub(super) async fn append(&mut self, event: &Event) -> Result<i64> {
        let end = self.chain_end().await?;
        let number = end.event + 1;
        let Event { post, kind, at, revision, reason, account, subject, organisation, said } = event;
        sqlx::query(
            "INSERT INTO trail (id, post, kind, at, revision, reason, account, subject, organisation, said)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(number)
        .bind(post.as_str())
        .bind(kind.as_str())
        .bind(*at)
        .bind(*revision)
        .bind(reason.as_deref())
        .bind(account.as_deref())
        .bind(subject.as_deref())
        .bind(organisation.as_deref())
        .bind(said.as_deref())
        .execute(self.conn())
        .await?;
        let end = self.commit_to(&end, number, event).await?;
        self.seal_end(&end).await?;
        Ok(number)
    }

    /// The end of the chain. A trail that is older than the chain is committed to first, once.
    async fn chain_end(&mut self) -> Result<End> {
        let row = sqlx::query("SELECT e.event, c.link FROM chain_end e JOIN chain c ON c.event = e.event")
            .fetch_optional(self.conn())
            .await?;
        if let Some(row) = row {
            return Ok(End { event: rows::number(&row, "event")?, link: rows::text(&row, "link")? });
        }
        let mut end = End { event: 0, link: BEGINNING.to_owned() };
        let older = sqlx::query(
            "SELECT id, post, kind, at, revision, reason, account, subject, organisation, said FROM trail ORDER BY id",
        )
        .fetch_all(self.conn())
        .await?;
        for row in &older {
            end = self.commit_to(&end, rows::number(row, "id")?, &Event::of(row)?).await?;
        }
        if !older.is_empty() {
            self.seal_end(&end).await?;
        }
        Ok(end)
    }

    async fn commit_to(&mut self, end: &End, number: i64, event: &Event) -> Result<End> {
        let salt: [u8; 16] = (&SystemDice as &dyn Dice).bytes()?;
        let salt = HEXLOWER.encode(&salt);
        let secret = self.secret()?;
        let commitment = event.commitment(&secret, number, &salt);
        let link = link(&secret, &end.link, number, &commitment);
        sqlx::query("INSERT INTO trail_salts (event, salt) VALUES ($1, $2)")
            .bind(number)
            .bind(salt)
            .execute(self.conn())
            .await?;
        sqlx::query("INSERT INTO chain (event, commitment, link) VALUES ($1, $2, $3)")
            .bind(number)
            .bind(commitment)
            .bind(link.as_str())
            .execute(self.conn())
            .await?;
        Ok(End { event: number, link })
    }

    /// Takes away what an event was, and its salt; the chain keeps its commitment. Only for posts that were erased with
    /// everything under their key: the database refuses any other.
    pub(super) async fn forget_event(&mut self, number: i64) -> Result<()> {
        let seal = forgetting(&self.secret()?, number);
        sqlx::query("INSERT INTO forgotten (event, seal) VALUES ($1, $2)")
            .bind(number)
            .bind(seal)
            .execute(self.conn())
            .await?;
        for statement in ["DELETE FROM trail_salts WHERE event = $1", "DELETE FROM trail WHERE id = $1"] {
            sqlx::query(statement).bind(number).execute(self.conn()).await?;
        }
        Ok(())
    }

    async fn seal_end(&mut self, end: &End) -> Result<()> {
        let seal = seal(&self.secret()?, end.event, &end.link);
        sqlx::query(
            "INSERT INTO chain_end (place, event, seal) VALUES (1, $1, $2)
             ON CONFLICT (place) DO UPDATE SET event = excluded.event, seal = excluded.seal",
        )
        .bind(end.event)
        .bind(seal)
        .execute(self.conn())
        .await?;
        Ok(())
    }
}

impl Store {
    /// Writes the head of the chain into the file of the heads and into the log, once a day: doing it again on the same
    /// day changes nothing.
    ///
    /// # Errors
    /// When the database or the file cannot be written.
    pub(super) async fn export_head(&self, now: Seconds) -> Result<()> {
        let mut tx = self.begin().await?;
        let End { event, link } = tx.chain_end().await?;
        tx.commit().await?;
        let head = Head { day: date(now), event, link };
        let path = self.folder().join(HEADS);
        let known = heads_of(&path)?.last().is_some_and(|last| last.day == head.day);
        // A board on which nothing happened has no head yet.
        if known || event == 0 {
            return Ok(());
        }
        add_line(&path, &head).map_err(|source| StoreError::File { path, source })?;
        tracing::info!(day = head.day, event, link = head.link, "the head of the trail's chain");
        Ok(())
    }

    /// Looks at every event and every link, and compares with the exported heads of the folder and with these ones.
    ///
    /// # Errors
    /// When the database or the file of heads cannot be read.
    pub async fn prove(&self, more_heads: &[Head]) -> Result<Proof> {
        let secret = self.secret()?;
        let mut heads = heads_of(&self.folder().join(HEADS))?;
        heads.extend_from_slice(more_heads);
        let mut proof = Proof { heads: heads.len(), ..Proof::default() };
        // One look at one moment.
        let mut look = self.read().begin().await?;
        let mut end = End { event: 0, link: BEGINNING.to_owned() };
        loop {
            let rows = links_after(&mut look, end.event).await?;
            for row in &rows {
                let number = rows::number(row, "event")?;
                let committed = rows::text(row, "commitment")?;
                let stored = rows::text(row, "link")?;
                match contents(row)? {
                    None if rows::maybe_text(row, "forgotten")? == Some(forgetting(&secret, number)) => {}
                    None => proof.faults.push(Fault::Gone(number)),
                    Some((event, salt)) => {
                        if event.commitment(&secret, number, &salt.unwrap_or_default()) != committed {
                            proof.faults.push(Fault::Altered(number));
                        }
                    }
                }
                if link(&secret, &end.link, number, &committed) != stored {
                    proof.faults.push(Fault::Broken(number));
                }
                for head in heads.iter().filter(|head| head.event == number && head.link != stored) {
                    proof.faults.push(Fault::NotAsExported(head.clone()));
                }
                // From the stored link on, so that one fault is named once and not at every event after it.
                end = End { event: number, link: stored };
                proof.events += 1;
            }
            if rows.is_empty() {
                break;
            }
        }
        for head in heads.into_iter().filter(|head| head.event > end.event) {
            proof.faults.push(Fault::NotAsExported(head));
        }
        let unknown = sqlx::query("SELECT id FROM trail WHERE id NOT IN (SELECT event FROM chain) ORDER BY id")
            .fetch_all(&mut *look)
            .await?;
        for row in &unknown {
            proof.faults.push(Fault::Inserted(rows::number(row, "id")?));
        }
        let sealed = sqlx::query("SELECT event, seal FROM chain_end").fetch_optional(&mut *look).await?;
        let sealed = sealed.map(|row| Ok::<_, StoreError>((rows::number(&row, "event")?, rows::text(&row, "seal")?)));
        let right = (end.event > 0).then(|| (end.event, seal(&secret, end.event, &end.link)));
        if sealed.transpose()? != right {
            proof.faults.push(Fault::End(end.event));
        }
        Ok(proof)
    }
}

async fn links_after(look: &mut AnyConnection, event: i64) -> Result<Vec<AnyRow>> {
    Ok(sqlx::query(
        "SELECT c.event, c.commitment, c.link, t.id, t.post, t.kind, t.at, t.revision, t.reason, t.account, t.subject,
             t.organisation, t.said, s.salt, f.seal AS forgotten
         FROM chain c LEFT JOIN trail t ON t.id = c.event LEFT JOIN trail_salts s ON s.event = c.event
             LEFT JOIN forgotten f ON f.event = c.event
         WHERE c.event > $1 ORDER BY c.event LIMIT $2",
    )
    .bind(event)
    .bind(TOGETHER)
    .fetch_all(look)
    .await?)
}

/// What stands beside a link: the event, and its salt.
fn contents(row: &AnyRow) -> Result<Option<(Event, Option<String>)>> {
    match rows::maybe_number(row, "id")? {
        None => Ok(None),
        Some(_) => Ok(Some((Event::of(row)?, rows::maybe_text(row, "salt")?))),
    }
}

/// The heads in a file; none when there is no file.
///
/// # Errors
/// When it is there and cannot be read, or holds something else.
pub fn heads_of(path: &Path) -> Result<Vec<Head>> {
    match fs::read_to_string(path) {
        Ok(text) => {
            text.lines().map(|line| Head::parse(line).ok_or(StoreError::Unknown("line in the heads"))).collect()
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(source) => Err(StoreError::File { path: path.to_owned(), source }),
    }
}

fn add_line(path: &Path, head: &Head) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().create(true).append(true).open(path)?;
    file.write_all(format!("{head}\n").as_bytes())?;
    file.sync_all()
}

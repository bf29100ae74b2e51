//! How often one source, one key and everybody together may do something. In memory only.
//!
//! A source is a salted hash of an address (IPv6: its /64); the salt is thrown away every hour with everything that
//! was counted under it, so that nothing here can be joined to a visit later. A meeting, a school or a group home is
//! one address: bursts of forty are allowed.

use crate::{clock::Seconds, error::Error, forwarded::Client};
use std::{
    collections::HashMap,
    hash::{BuildHasher, Hash, RandomState},
    net::IpAddr,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// Where a call comes from: a salted hash, never the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Source(u64);

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doing {
    /// Sending or changing a post.
    Posting,
    /// A supportive reaction, given or taken back.
    Reacting,
    /// Saying that something is wrong with a post.
    Reporting,
    /// Looking at a page of the board, as far as it counts.
    Looking,
    /// Asking that a facilitator looks at once.
    Alerting,
    /// Trying a follow key that opens nothing.
    WrongKey,
}

/// A bucket: so many at once, and one more after each `every`.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// How many at once.
    pub burst: u32,
    /// How long until one more is allowed.
    pub every: Duration,
}

impl Rate {
    const fn new(burst: u32, every_millis: u64) -> Self {
        Self { burst, every: Duration::from_millis(every_millis) }
    }
}

/// The rates of one server.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    /// Posts of one source.
    pub posts_of_source: Rate,
    /// Posts under one follow key.
    pub posts_of_key: Rate,
    /// Posts of everybody: above it, a proof of work is asked.
    pub posts_of_all: Rate,
    /// Alerts of one source.
    pub alerts_of_source: Rate,
    /// Alerts under one follow key.
    pub alerts_of_key: Rate,
    /// Reactions of one source.
    pub reactions_of_source: Rate,
    /// Reports of one source.
    pub reports_of_source: Rate,
    /// Looks of one source that count.
    pub looks_of_source: Rate,
    /// Wrong follow keys of one source.
    pub wrong_keys_of_source: Rate,
}

impl Default for Rates {
    fn default() -> Self {
        Self {
            posts_of_source: Rate::new(40, 15_000),
            posts_of_key: Rate::new(20, 60_000),
            posts_of_all: Rate::new(300, 1_000),
            alerts_of_source: Rate::new(20, 60_000),
            alerts_of_key: Rate::new(3, 10 * 60_000),
            reactions_of_source: Rate::new(120, 1_000),
            reports_of_source: Rate::new(20, 60_000),
            looks_of_source: Rate::new(40, 15_000),
            wrong_keys_of_source: Rate::new(20, 3_000),
        }
    }
}

impl Rates {
    /// No limits worth the name: for measuring and for tests that send a lot.
    pub const fn off() -> Self {
        let off = Rate::new(u32::MAX, 0);
        Self {
            posts_of_source: off,
            posts_of_key: off,
            posts_of_all: off,
            alerts_of_source: off,
            alerts_of_key: off,
            reactions_of_source: off,
            reports_of_source: off,
            looks_of_source: off,
            wrong_keys_of_source: off,
        }
    }
}

/// The salt and everything that is counted under it live this long.
const SALT_TIME: Seconds = 60 * 60;
/// More buckets than this are not kept at once (about four megabytes): the fullest ones, which forbid nothing, go.
const MOST_BUCKETS: usize = 50_000;

/// Everything that is counted.
#[derive(Debug)]
pub struct Limits {
    rates: Rates,
    book: Mutex<Book>,
}

#[derive(Debug)]
struct Book {
    salt: RandomState,
    since: Seconds,
    buckets: HashMap<(Doing, Whose), Bucket>,
    /// Posts of everybody came too quickly, and have not slowed down since.
    flooded: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Whose {
    Source(Source),
    Key(u64),
    Everybody,
}

/// The moment until which the bucket is empty, in milliseconds (the generic cell rate algorithm).
type Bucket = u64;

impl Limits {
    /// Starts with nothing counted.
    pub fn new(rates: Rates) -> Self {
        let book = Book { salt: RandomState::new(), since: Seconds::MIN, buckets: HashMap::new(), flooded: false };
        Self { rates, book: Mutex::new(book) }
    }

    /// The source of a call by this client.
    pub fn source(&self, client: &Client, now: Seconds) -> Source {
        let salt = &self.book(now).salt;
        Source(match client {
            Client::Address(IpAddr::V4(four)) => salt.hash_one(u128::from(four.to_bits())),
            Client::Address(IpAddr::V6(six)) => salt.hash_one(six.to_bits() >> 64 << 64 | 1),
            Client::Named(name) => salt.hash_one(name),
        })
    }

    /// A post is sent or changed.
    ///
    /// # Errors
    /// [`Error::Wait`].
    pub fn posting(&self, source: Source, key: &str, now: Seconds) -> Result<(), Error> {
        let mut book = self.book(now);
        let key = Whose::Key(book.salt.hash_one(key));
        let own = [(Whose::Source(source), self.rates.posts_of_source), (key, self.rates.posts_of_key)];
        book.take_all(Doing::Posting, &own, now)?;
        // It never refuses: with a proof of work everybody's posts are taken in, however many there are.
        book.take((Doing::Posting, Whose::Everybody), self.rates.posts_of_all, now);
        Ok(())
    }

    /// Whether so many send at once that new posts are taken in with a proof of work only: from when everybody's bucket is
    /// empty until it is half full again.
    pub fn is_flooded(&self, now: Seconds) -> bool {
        let mut book = self.book(now);
        let bucket = (Doing::Posting, Whose::Everybody);
        let rate = self.rates.posts_of_all;
        let half = Rate { burst: rate.burst / 2, ..rate };
        book.flooded =
            book.wait(bucket, rate, now).is_some() || (book.flooded && book.wait(bucket, half, now).is_some());
        book.flooded
    }

    /// Whether an alert is heeded: not more of one source or under one key. The post itself is taken in all the same.
    pub fn alerting(&self, source: Source, key: &str, now: Seconds) -> bool {
        let mut book = self.book(now);
        let key = Whose::Key(book.salt.hash_one(key));
        let own = [(Whose::Source(source), self.rates.alerts_of_source), (key, self.rates.alerts_of_key)];
        book.take_all(Doing::Alerting, &own, now).is_ok()
    }

    /// A reaction is given or taken back.
    ///
    /// # Errors
    /// [`Error::Wait`].
    pub fn reacting(&self, source: Source, now: Seconds) -> Result<(), Error> {
        let rate = self.rates.reactions_of_source;
        self.book(now).take_all(Doing::Reacting, &[(Whose::Source(source), rate)], now)
    }

    /// Somebody says that something is wrong with a post.
    ///
    /// # Errors
    /// [`Error::Wait`].
    pub fn reporting(&self, source: Source, now: Seconds) -> Result<(), Error> {
        let rate = self.rates.reports_of_source;
        self.book(now).take_all(Doing::Reporting, &[(Whose::Source(source), rate)], now)
    }

    /// Whether looking at a page of the board counts. Looking itself is never slowed.
    pub fn looks(&self, source: Source, now: Seconds) -> bool {
        let rate = self.rates.looks_of_source;
        self.book(now).take_all(Doing::Looking, &[(Whose::Source(source), rate)], now).is_ok()
    }

    /// How long a source must wait until a wrong key is looked at again; `None` when it need not.
    pub fn wait_for_wrong_key(&self, source: Source, now: Seconds) -> Option<Duration> {
        let rate = self.rates.wrong_keys_of_source;
        self.book(now).wait((Doing::WrongKey, Whose::Source(source)), rate, now)
    }

    /// A source tried a key that opens nothing.
    pub fn tried_wrong_key(&self, source: Source, now: Seconds) {
        self.book(now).take((Doing::WrongKey, Whose::Source(source)), self.rates.wrong_keys_of_source, now);
    }

    fn book(&self, now: Seconds) -> MutexGuard<'_, Book> {
        // Nothing in here can be left half changed by a panic.
        let mut book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        if now.saturating_sub(book.since) >= SALT_TIME || now < book.since {
            *book = Book { salt: RandomState::new(), since: now, buckets: HashMap::new(), flooded: false };
        }
        book
    }
}

impl Book {
    /// Takes one out of each bucket, or none at all.
    fn take_all(&mut self, doing: Doing, buckets: &[(Whose, Rate)], now: Seconds) -> Result<(), Error> {
        let longest = buckets.iter().filter_map(|(whose, rate)| self.wait((doing, *whose), *rate, now)).max();
        if let Some(time) = longest {
            return Err(Error::Wait(time));
        }
        for (whose, rate) in buckets {
            self.take((doing, *whose), *rate, now);
        }
        Ok(())
    }

    /// How long until the bucket has one; `None` when it has one now.
    fn wait(&self, bucket: (Doing, Whose), rate: Rate, now: Seconds) -> Option<Duration> {
        let now = millis(now);
        let every = u64::try_from(rate.every.as_millis()).unwrap_or(u64::MAX);
        let room = every.saturating_mul(u64::from(rate.burst.saturating_sub(1)));
        let empty_until = self.buckets.get(&bucket).copied().unwrap_or(0);
        let wait = empty_until.saturating_sub(now).saturating_sub(room);
        (wait > 0).then(|| Duration::from_millis(wait))
    }

    fn take(&mut self, bucket: (Doing, Whose), rate: Rate, now: Seconds) {
        let now = millis(now);
        if self.buckets.len() >= MOST_BUCKETS {
            self.buckets.retain(|_, empty_until| *empty_until > now);
            if self.buckets.len() >= MOST_BUCKETS {
                self.buckets.clear();
            }
        }
        let every = u64::try_from(rate.every.as_millis()).unwrap_or(u64::MAX);
        let empty_until = self.buckets.entry(bucket).or_insert(now);
        // However much was taken beyond it: after the time of two bursts there is one again.
        let most = every.saturating_mul(u64::from(rate.burst).saturating_mul(2)).saturating_add(now);
        *empty_until = (*empty_until).max(now).saturating_add(every).min(most);
    }
}

fn millis(at: Seconds) -> u64 {
    u64::try_from(at).unwrap_or_default().saturating_mul(1_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv6Addr;

    const NOW: Seconds = 1_800_000_000;

    fn address(text: &str) -> Client {
        Client::Address(text.parse().unwrap_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED)))
    }

    #[test]
    fn forty_at_once_and_then_one_by_one_but_never_for_somebody_else() {
        let limits = Limits::new(Rates::default());
        let home = limits.source(&address("192.0.2.1"), NOW);
        let other = limits.source(&address("192.0.2.2"), NOW);
        for n in 0..40 {
            assert!(limits.posting(home, &n.to_string(), NOW).is_ok(), "{n}");
        }
        assert!(matches!(limits.posting(home, "x", NOW), Err(Error::Wait(time)) if time == Duration::from_secs(15)));
        assert!(limits.posting(other, "x", NOW).is_ok());
        assert!(limits.posting(home, "x", NOW + 15).is_ok());
        assert!(limits.posting(home, "x", NOW + 15).is_err());
    }

    #[test]
    fn who_guesses_waits_and_comes_back() {
        let limits = Limits::new(Rates::default());
        let home = limits.source(&address("2001:db8::1"), NOW);
        assert_eq!(home, limits.source(&address("2001:db8::2"), NOW), "one /64 is one source");
        assert_ne!(home, limits.source(&address("2001:db8:0:1::2"), NOW));
        assert_ne!(limits.source(&Client::Named("_a".into()), NOW), limits.source(&Client::Named("_b".into()), NOW));
        for n in 0..20 {
            assert_eq!(limits.wait_for_wrong_key(home, NOW), None, "{n}");
            limits.tried_wrong_key(home, NOW);
        }
        assert_eq!(limits.wait_for_wrong_key(home, NOW), Some(Duration::from_secs(3)));
        assert_eq!(limits.wait_for_wrong_key(home, NOW + 3), None);
    }
}

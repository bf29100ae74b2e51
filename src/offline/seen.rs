//! What the writer has seen of own posts. It is on the device alone, and only where the device remembers the key; else it lives as long as
//! the page.
//!
//! A post is named by a hash of its number with the key that opens it: who holds the device without the key cannot tell which post it is.

use super::{Device, keys};
use crate::{browser, hex::hex};
use droombord_domain::{
    follow_key::FollowKey,
    support::{Support, SupportCounts},
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Where it stands: a line for each post.
const SEEN: &str = "droombord.gezien";
/// Number of posts that are remembered.
const POSTS: usize = 200;

/// What was seen of one post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Number of events of its trail.
    pub events: usize,
    /// Its reactions.
    pub supports: SupportCounts,
    /// Marks of what else was seen: replies, and what is said of promises and words.
    pub marks: Vec<String>,
}

impl Seen {
    fn parse(line: &str) -> Option<Self> {
        let mut parts = line.split(' ');
        let mut number = || parts.next()?.parse::<u32>().ok();
        let events = usize::try_from(number()?).ok()?;
        let supports = SupportCounts { hear: number()?, recognise: number()?, join: number()? };
        Some(Self { events, supports, marks: parts.map(str::to_owned).collect() })
    }

    fn write(&self) -> String {
        let numbers = Support::ALL.iter().map(|support| self.supports.get(*support).to_string());
        let all = std::iter::once(self.events.to_string()).chain(numbers).chain(self.marks.iter().cloned());
        all.collect::<Vec<_>>().join(" ")
    }
}

/// A short mark of something that can be seen.
pub fn mark(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hex(&hash.finalize()).chars().take(12).collect()
}

/// What was seen of a post; nothing at first.
pub fn of(device: Device, key: &FollowKey, post: Uuid) -> Seen {
    let name = name(key, post);
    let here = device.read_in_tab(&name);
    let kept = || Some(lines(device).into_iter().find(|(other, _)| *other == name)?.1);
    here.or_else(kept).and_then(|line| Seen::parse(&line)).unwrap_or_default()
}

/// This was shown to the writer.
pub fn remember(device: Device, key: &FollowKey, post: Uuid, seen: &Seen) {
    let name = name(key, post);
    let line = seen.write();
    if device.is_borrowed_now() || browser::is_borrowed_tab() || !keys::remembered(device).contains(key) {
        return device.write_in_tab(&name, &line, false);
    }
    let mut lines = lines(device);
    lines.retain(|(other, _)| *other != name);
    lines.push((name, line));
    let first = lines.len().saturating_sub(POSTS);
    keep(device, lines.get(first..).unwrap_or_default());
}

/// These posts are not followed here any more, or by another key from now on.
pub fn move_to(device: Device, old: &FollowKey, posts: &[Uuid], new: Option<&FollowKey>) {
    let mut lines = lines(device);
    for post in posts {
        let before = name(old, *post);
        device.forget_in_tab(&before);
        match new {
            Some(new) => lines.iter_mut().filter(|line| line.0 == before).for_each(|line| line.0 = name(new, *post)),
            None => lines.retain(|line| line.0 != before),
        }
    }
    keep(device, &lines);
}

/// Nothing was seen here.
pub fn forget(device: Device) {
    device.forget(SEEN);
}

fn name(key: &FollowKey, post: Uuid) -> String {
    mark(&[key.as_str(), &post.to_string()])
}

fn lines(device: Device) -> Vec<(String, String)> {
    let kept = device.read(SEEN).unwrap_or_default();
    kept.lines().filter_map(|line| line.split_once(' ')).map(|(name, seen)| (name.into(), seen.into())).collect()
}

fn keep(device: Device, lines: &[(String, String)]) {
    if lines.is_empty() {
        return device.forget(SEEN);
    }
    let all: Vec<String> = lines.iter().map(|(name, seen)| format!("{name} {seen}")).collect();
    // A device that refuses tells the news once more.
    let _ = device.write(SEEN, &all.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use droombord_domain::follow_key::ENTROPY_BYTES;

    #[test]
    fn what_was_seen_is_read_as_it_was_written_and_anything_else_is_nothing() {
        let supports = SupportCounts { hear: 3, recognise: 0, join: 1 };
        for marks in [vec![], vec![mark(&["a"]), mark(&["b"])]] {
            let seen = Seen { events: 7, supports, marks };
            assert_eq!(Seen::parse(&seen.write()), Some(seen));
        }
        for line in ["", "7", "7 3 0", "7 3 0 x", "-1 0 0 0"] {
            assert_eq!(Seen::parse(line), None, "{line}");
        }
        assert_ne!(mark(&["ab", "c"]), mark(&["a", "bc"]));
    }

    #[test]
    fn without_the_key_nobody_tells_which_post_was_seen() {
        let [one, other] = [1, 2].map(|byte| FollowKey::from_entropy([byte; ENTROPY_BYTES]));
        let post = Uuid::from_u128(9);
        assert_ne!(name(&one, post), name(&other, post));
        assert!(!post.to_string().replace('-', "").contains(&name(&one, post)));
    }
}

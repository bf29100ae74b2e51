//! What is being written, as the device keeps it until it is sent or thrown away.

use super::Device;
use crate::browser::NotStored;
use droombord_domain::{draft::Draft, follow_key::FollowKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Where a dream or a story stands.
pub const CONCEPT: &str = "droombord.concept";
/// Where replies stand: they must not take the place of a dream that is being written.
pub const REPLY: &str = "droombord.reactie";

/// What a text is, and so where it stands on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// A dream or a story: one at a time.
    Post,
    /// A reply to this post: each post has its own.
    Reply(Uuid),
}

/// Replies that are being written, by the post that each is for.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Replies {
    /// Whichever was sent last: its words come before another reply.
    sent: Option<Sent>,
    writing: BTreeMap<Uuid, Writing>,
}

/// What the device keeps of somebody's writing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
#[allow(clippy::large_enum_variant, reason = "there is one on a device")]
pub enum Concept {
    /// Not sent, as far as this device knows.
    Writing(Writing),
    /// Sent under words that the writer may not have written down yet.
    Sent(Sent),
}

/// A text under way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Writing {
    /// What the form holds. `Some("")` is a choice too: *weet ik niet*, *dat zeg ik liever niet*.
    pub draft: Draft,
    /// Made at the first try to send, so that the next try is the same post.
    pub attempt: Option<Attempt>,
    /// Words that the privacy guard no longer asks about.
    #[serde(default)]
    pub left: Vec<String>,
    /// With a reply: to which post.
    #[serde(default)]
    pub reply_to: Option<Uuid>,
}

/// One post on its way, however often it must be tried.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// Makes the call repeatable.
    pub id: Uuid,
    /// The words under which it goes.
    key: String,
    /// Whether the words were there before, so that they need not be shown.
    pub known_key: bool,
    /// What was tried, as hashes: the words themselves need not stay when the writer changes them.
    tried: Vec<String>,
}

/// What came after sending.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// The words that open it.
    key: String,
    /// Dream or story, as a code.
    pub kind: String,
    /// Its number in the outbox, where it may still wait.
    #[serde(default)]
    pub id: Option<Uuid>,
    /// It asked that a facilitator looks at once.
    #[serde(default)]
    pub alerted: bool,
}

// The words of a key are not shown by accident.
impl std::fmt::Debug for Attempt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Attempt").field("id", &self.id).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Sent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sent(…)")
    }
}

impl Attempt {
    /// A first try; nothing has left the device yet.
    pub fn new(id: Uuid, key: &FollowKey, known_key: bool) -> Self {
        Self { id, key: key.as_str().to_owned(), known_key, tried: Vec::new() }
    }

    /// The words under which it goes.
    pub fn key(&self) -> Option<FollowKey> {
        FollowKey::parse(&self.key).ok()
    }

    /// Notes that these words are about to leave the device.
    pub fn try_with(&mut self, draft: &Draft) {
        let hash = hash(draft);
        if !self.tried.contains(&hash) {
            self.tried.push(hash);
        }
    }

    /// Whether something may have arrived already.
    pub fn was_tried(&self) -> bool {
        !self.tried.is_empty()
    }

    /// Whether exactly this was tried.
    pub fn has_tried(&self, draft: &Draft) -> bool {
        self.tried.contains(&hash(draft))
    }
}

impl Sent {
    /// Sent under these words.
    pub fn new(key: &FollowKey, kind: &str, id: Option<Uuid>) -> Self {
        Self { key: key.as_str().to_owned(), kind: kind.to_owned(), id, alerted: false }
    }

    /// The words that open it.
    pub fn key(&self) -> Option<FollowKey> {
        FollowKey::parse(&self.key).ok()
    }
}

impl Concept {
    /// What the device kept; what it cannot read any more is as good as nothing.
    pub fn load(device: Device, at: At) -> Option<Self> {
        match at {
            At::Post => Self::parse(&device.read(CONCEPT)?),
            At::Reply(post) => {
                let Replies { sent, mut writing } = Replies::load(device);
                sent.map(Self::Sent).or_else(|| writing.remove(&post).map(Self::Writing))
            }
        }
    }

    /// Keeps it.
    ///
    /// # Errors
    /// When the device has no room or refuses.
    pub fn save(self, device: Device, at: At) -> Result<(), NotStored> {
        let At::Reply(post) = at else {
            return device.write(CONCEPT, &crate::json::write(&self).ok_or(NotStored)?);
        };
        let mut replies = Replies::load(device);
        match self {
            Self::Writing(writing) => {
                // What the server did not want is being written again.
                let tried = writing.attempt.as_ref().map(|attempt| attempt.id);
                replies.sent = replies.sent.filter(|sent| sent.id.is_none() || sent.id != tried);
                replies.writing.insert(post, writing);
            }
            Self::Sent(sent) => {
                replies.writing.remove(&post);
                replies.sent = Some(sent);
            }
        }
        replies.save(device)
    }

    /// Forgets what [`Self::load`] gives.
    pub fn forget(device: Device, at: At) {
        let At::Reply(post) = at else { return device.forget(CONCEPT) };
        let mut replies = Replies::load(device);
        if replies.sent.take().is_none() {
            replies.writing.remove(&post);
        }
        // A device that refuses to write still lets go.
        if replies.save(device).is_err() {
            device.forget(REPLY);
        }
    }

    /// Something that waited to be sent will not be: the page where it was written no longer says that it was. Its text, if it is given, is
    /// a draft again where there is no other; `true` when it is.
    pub fn take_back(device: Device, at: At, id: &str, text: Option<Draft>) -> bool {
        let is_its = |sent: &Sent| sent.id.is_some_and(|sent| sent.to_string() == id);
        let draft = text.map(|draft| Writing { draft, ..Writing::default() });
        match at {
            At::Post => {
                let other = match Self::load(device, at) {
                    None => false,
                    Some(Self::Sent(sent)) => !is_its(&sent),
                    Some(Self::Writing(_)) => true,
                };
                match draft {
                    _ if other => false,
                    Some(writing) => Self::Writing(writing).save(device, at).is_ok(),
                    None => {
                        device.forget(CONCEPT);
                        false
                    }
                }
            }
            At::Reply(post) => {
                let mut replies = Replies::load(device);
                replies.sent = replies.sent.filter(|sent| !is_its(sent));
                let kept = draft.filter(|_| !replies.writing.contains_key(&post));
                let is_kept = kept.is_some();
                replies.writing.extend(kept.map(|writing| (post, writing)));
                replies.save(device).is_ok() && is_kept
            }
        }
    }

    fn parse(kept: &str) -> Option<Self> {
        crate::json::read(kept)
    }
}

impl Replies {
    fn load(device: Device) -> Self {
        device.read(REPLY).map(|kept| Self::parse(&kept)).unwrap_or_default()
    }

    fn save(&self, device: Device) -> Result<(), NotStored> {
        if *self == Self::default() {
            device.forget(REPLY);
            return Ok(());
        }
        device.write(REPLY, &crate::json::write(self).ok_or(NotStored)?)
    }

    fn parse(kept: &str) -> Self {
        match Concept::parse(kept) {
            // Kept by an earlier version, which knew one reply.
            Some(Concept::Sent(sent)) => Self { sent: Some(sent), ..Self::default() },
            Some(Concept::Writing(writing)) => {
                Self { sent: None, writing: writing.reply_to.map(|post| (post, writing)).into_iter().collect() }
            }
            None => crate::json::read(kept).unwrap_or_default(),
        }
    }
}

/// A draft's hash: over the post that it makes, so that what cannot be seen makes no difference.
fn hash(draft: &Draft) -> String {
    let post = draft.parse().ok().and_then(|post| crate::json::write(post.body())).unwrap_or_default();
    crate::hex::hex(&Sha256::digest(post))
}

#[cfg(test)]
mod tests {
    use super::*;
    use droombord_domain::follow_key::ENTROPY_BYTES;

    fn draft(text: &str) -> Draft {
        Draft { kind: Some("dream".into()), text: Some(text.into()), ..Draft::default() }
    }

    #[test]
    fn what_is_kept_is_read_again() -> Result<(), serde_json::Error> {
        let key = FollowKey::from_entropy([9; ENTROPY_BYTES]);
        let mut attempt = Attempt::new(Uuid::from_u128(7), &key, false);
        attempt.try_with(&draft("Hoi"));
        let writing = Writing {
            draft: Draft { role: Some(String::new()), ..draft("Hoi") },
            attempt: Some(attempt),
            left: vec!["sanne".into()],
            reply_to: Some(Uuid::from_u128(8)),
        };
        for concept in [
            Concept::Writing(Writing::default()),
            Concept::Writing(writing),
            Concept::Sent(Sent::new(&key, "story", Some(Uuid::from_u128(7)))),
        ] {
            let kept = serde_json::to_string(&concept)?;
            assert_eq!(Concept::parse(&kept), Some(concept));
        }
        Ok(())
    }

    #[test]
    fn what_cannot_be_read_is_nothing() {
        for kept in ["", "null", "{}", r#"{"state":"writing"}"#, r#"{"state":"other","draft":{}}"#] {
            assert_eq!(Concept::parse(kept), None, "{kept}");
        }
    }

    #[test]
    fn each_reply_is_kept_for_its_own_post() {
        leptos::prelude::Owner::new().with(|| {
            // A device that keeps things in memory only, as one that is somebody else's.
            let device = Device::get();
            device.set_borrowed(true, &[]);
            let [here, there] = [8, 9].map(|id| At::Reply(Uuid::from_u128(id)));
            let writing = |text| Concept::Writing(Writing { draft: draft(text), ..Writing::default() });
            assert_eq!(writing("Bij deze").save(device, here), Ok(()));
            assert_eq!(Concept::load(device, there), None);
            assert_eq!(writing("Bij die").save(device, there), Ok(()));
            assert_eq!(writing("Een droom").save(device, At::Post), Ok(()));
            assert_eq!(Concept::load(device, here), Some(writing("Bij deze")));
            Concept::forget(device, there);
            assert_eq!(Concept::load(device, there), None);
            assert_eq!(Concept::load(device, here), Some(writing("Bij deze")));
            assert_eq!(Concept::load(device, At::Post), Some(writing("Een droom")));

            let id = Uuid::from_u128(7);
            let sent = || Concept::Sent(Sent::new(&FollowKey::from_entropy([9; ENTROPY_BYTES]), "reply", Some(id)));
            assert_eq!(sent().save(device, there), Ok(()));
            assert_eq!(Concept::load(device, here), Some(sent()), "its words come first, wherever somebody goes on");
            assert!(Concept::take_back(device, there, &id.to_string(), Some(draft("Bij die"))));
            assert_eq!(Concept::load(device, there), Some(writing("Bij die")));
            assert_eq!(Concept::load(device, here), Some(writing("Bij deze")));
            assert!(!Concept::take_back(device, here, &id.to_string(), Some(draft("Iets anders"))));
            assert_eq!(Concept::load(device, here), Some(writing("Bij deze")));
        });
    }

    #[test]
    fn the_one_reply_of_an_earlier_version_stays_with_its_post() -> Result<(), serde_json::Error> {
        let post = Uuid::from_u128(8);
        let writing = Writing { draft: draft("Hoi"), reply_to: Some(post), ..Writing::default() };
        let kept = serde_json::to_string(&Concept::Writing(writing.clone()))?;
        assert_eq!(Replies::parse(&kept), Replies { sent: None, writing: [(post, writing)].into() });
        assert_eq!(Replies::parse("x"), Replies::default());
        Ok(())
    }

    #[test]
    fn a_try_is_known_again_without_its_words() -> Result<(), serde_json::Error> {
        let key = FollowKey::from_entropy([9; ENTROPY_BYTES]);
        let mut attempt = Attempt::new(Uuid::from_u128(7), &key, false);
        assert!(!attempt.was_tried());
        attempt.try_with(&draft("Een geheim"));
        attempt.try_with(&draft(" Een geheim\n"));
        assert_eq!(attempt.tried.len(), 1);
        assert!(attempt.has_tried(&draft("Een geheim")) && !attempt.has_tried(&draft("Iets anders")));
        assert!(!serde_json::to_string(&attempt)?.contains("geheim"));
        assert!(!format!("{attempt:?}").contains(key.as_str()));
        Ok(())
    }
}

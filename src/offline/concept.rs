//! What is being written, as the device keeps it until it is sent or thrown away.

use super::Device;
use crate::browser::NotStored;
use droombord_domain::{draft::Draft, follow_key::FollowKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Where a dream or a story stands.
pub const CONCEPT: &str = "droombord.concept";
/// Where a reply stands: it must not take the place of a dream that is being written.
pub const REPLY: &str = "droombord.reactie";

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
        Self { key: key.as_str().to_owned(), kind: kind.to_owned(), id }
    }

    /// The words that open it.
    pub fn key(&self) -> Option<FollowKey> {
        FollowKey::parse(&self.key).ok()
    }
}

impl Concept {
    /// What the device kept; what it cannot read any more is as good as nothing.
    pub fn load(device: Device, at: &str) -> Option<Self> {
        Self::parse(&device.read(at)?)
    }

    /// Keeps it.
    ///
    /// # Errors
    /// When the device has no room or refuses.
    pub fn save(&self, device: Device, at: &str) -> Result<(), NotStored> {
        device.write(at, &crate::json::write(self).ok_or(NotStored)?)
    }

    fn parse(kept: &str) -> Option<Self> {
        crate::json::read(kept)
    }
}

/// A draft's hash: over the post that it makes, so that what cannot be seen makes no difference.
fn hash(draft: &Draft) -> String {
    let post = draft.parse().ok().and_then(|post| crate::json::write(post.body())).unwrap_or_default();
    super::hex(&Sha256::digest(post))
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

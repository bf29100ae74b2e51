//! What somebody writes about promises and has not sent yet. It outlives every page, a reload, and a session that ends in
//! the middle; it is gone when its writer signs out, and nobody else on this device gets to see it.

use droombord_domain::promise::{PromiseDraft, SayingDraft};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Where the device keeps it.
const PLACE: &str = "droombord.leestafel.beloftes";

/// A promise that is being made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Making {
    /// Who promises, when a facilitator writes it down: the id as it stands in the form.
    pub organisation: String,
    /// The form.
    pub draft: PromiseDraft,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    owner: String,
    making: Making,
    /// What is being said of promises.
    sayings: BTreeMap<Uuid, SayingDraft>,
}

/// What is being written. Copy it freely.
#[derive(Clone, Copy)]
pub struct Drafts(RwSignal<Kept>);

impl Drafts {
    /// For the whole desk.
    pub fn provide() -> Self {
        let drafts = Self::new();
        provide_context(drafts);
        drafts
    }

    fn new() -> Self {
        Self(RwSignal::default())
    }

    /// Those of this desk.
    pub fn get() -> Self {
        use_context().unwrap_or_else(Self::new)
    }

    /// Somebody sits down. What somebody else left is forgotten.
    pub fn sit(self, owner: &str) {
        if self.0.with_untracked(|kept| kept.owner == owner) {
            return;
        }
        let stored = crate::browser::stored(PLACE).and_then(|kept| crate::json::read::<Kept>(&kept));
        let kept = stored.filter(|kept| kept.owner == owner).unwrap_or_else(|| {
            crate::browser::forget(PLACE);
            Kept { owner: owner.to_owned(), ..Kept::default() }
        });
        self.0.set(kept);
    }

    /// Nothing of it stays in this tab.
    pub fn wipe(self) {
        self.0.set(Kept::default());
    }

    /// Nor on this device.
    pub fn forget(self) {
        self.wipe();
        crate::browser::forget(PLACE);
    }

    /// The promise that is being made.
    pub fn making(self) -> Making {
        self.0.with(|kept| kept.making.clone())
    }

    /// The same, without watching.
    pub fn making_untracked(self) -> Making {
        self.0.with_untracked(|kept| kept.making.clone())
    }

    /// Changes the promise that is being made.
    pub fn make(self, change: impl FnOnce(&mut Making)) {
        self.keep(|kept| change(&mut kept.making));
    }

    /// What is being said of a promise.
    pub fn saying(self, promise: Uuid) -> SayingDraft {
        self.0.with(|kept| kept.sayings.get(&promise).cloned().unwrap_or_default())
    }

    /// The same, without watching.
    pub fn saying_untracked(self, promise: Uuid) -> SayingDraft {
        self.0.with_untracked(|kept| kept.sayings.get(&promise).cloned().unwrap_or_default())
    }

    /// Changes what is being said of a promise.
    pub fn say(self, promise: Uuid, change: impl FnOnce(&mut SayingDraft)) {
        self.keep(|kept| change(kept.sayings.entry(promise).or_default()));
    }

    /// What was being said is sent, or can be said no more.
    pub fn drop_saying(self, promise: Uuid) {
        self.keep(|kept| {
            kept.sayings.remove(&promise);
        });
    }

    fn keep(self, change: impl FnOnce(&mut Kept)) {
        self.0.update(change);
        self.0.with_untracked(|kept| {
            if kept.making == Making::default() && kept.sayings.is_empty() {
                crate::browser::forget(PLACE);
            } else if let Some(kept) = crate::json::write(kept) {
                // A device that keeps nothing still has it while the page lives.
                let _ = crate::browser::store(PLACE, &kept);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_its_writers_alone() {
        Owner::new().with(|| {
            let drafts = Drafts::new();
            drafts.sit("Kim");
            drafts.make(|making| making.draft.what = Some("Een vaste begeleider.".into()));
            drafts.say(Uuid::nil(), |saying| saying.words = Some("Bijna.".into()));
            drafts.sit("Kim");
            assert_eq!(drafts.making_untracked().draft.what.as_deref(), Some("Een vaste begeleider."));
            assert_eq!(drafts.saying_untracked(Uuid::nil()).words.as_deref(), Some("Bijna."));
            drafts.sit("Bo");
            assert_eq!(drafts.making_untracked(), Making::default());
            assert_eq!(drafts.saying_untracked(Uuid::nil()), SayingDraft::default());
            drafts.make(|making| making.draft.owner = Some("teamleider".into()));
            drafts.forget();
            assert_eq!(drafts.making_untracked(), Making::default());
        });
    }
}

//! Context of the card of one own post: what its parts share.

use crate::{
    api::{self, Failure, Flight, Later},
    browser,
    components::summary::Wrongs,
    i18n::use_words,
    offline::{
        Device, keys,
        outbox::{self, About, Done},
        seen::{self, Seen},
    },
};
use droombord_domain::{
    api::{OwnPost, OwnPromise},
    follow_key::FollowKey,
    outcome::Cause,
};
use leptos::prelude::*;
use uuid::Uuid;

/// Counts what happened to own posts while the page is open: what tells of them looks again.
#[derive(Clone, Copy)]
pub(super) struct Changes(pub(super) RwSignal<u32>);

impl Changes {
    /// Those of this page.
    pub(super) fn get() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(0)))
    }

    /// Something happened.
    pub(super) fn tell(self) {
        self.0.try_update(|count| *count += 1);
    }
}

/// What is open in the card.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    Nothing,
    Change,
    Withdraw,
    Erase,
}

/// What a card shares with its parts. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Mine {
    pub(super) id: Uuid,
    pub(super) failing: &'static crate::i18n::Failing,
    pub(super) device: Device,
    pub(super) key: StoredValue<FollowKey>,
    pub(super) post: RwSignal<OwnPost>,
    pub(super) open: RwSignal<Open>,
    pub(super) busy: RwSignal<bool>,
    pub(super) said: RwSignal<String>,
    /// The text that is being changed.
    pub(super) text: RwSignal<String>,
    pub(super) wrongs: Wrongs,
    pub(super) erased: RwSignal<bool>,
    /// The words do not open it any more.
    pub(super) closed: RwSignal<bool>,
    pub(super) changes: Changes,
    /// What was promised because of it.
    pub(super) promises: StoredValue<Vec<OwnPromise>>,
    /// What the writer had seen of it before.
    pub(super) before: StoredValue<Seen>,
}

impl Mine {
    /// The context of one card.
    pub(super) fn new(post: OwnPost, promises: Vec<OwnPromise>, seen: Seen, key: FollowKey) -> Self {
        Self {
            id: post.id,
            failing: use_words().say.failing(),
            device: Device::get(),
            key: StoredValue::new(key),
            post: RwSignal::new(post),
            open: RwSignal::new(Open::Nothing),
            busy: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            text: RwSignal::new(String::new()),
            wrongs: Wrongs::new(),
            erased: RwSignal::new(false),
            closed: RwSignal::new(false),
            changes: Changes::get(),
            promises: StoredValue::new(promises),
            before: StoredValue::new(seen),
        }
    }

    pub(super) fn heading_id(self) -> String {
        format!("mijn-{}", self.id)
    }

    /// Where a text about it stands while it is being written.
    pub(super) fn change_name(self) -> String {
        format!("wijzig/{}", self.id)
    }

    /// The text that was being changed, and whether the post has been changed meanwhile.
    pub(super) fn kept_change(self) -> Option<(String, bool)> {
        let kept = self.device.read_in_tab(&self.change_name())?;
        let (revision, text) = kept.split_once(' ')?;
        let now = self.post.with_untracked(|post| post.revision);
        Some((text.to_owned(), revision.parse() != Ok(now)))
    }

    /// Nothing that is being written about it stays.
    pub(super) fn forget_texts(self) {
        self.device.forget_in_tab(&self.change_name());
        let askings = self.post.with_untracked(|post| post.askings.iter().map(|asking| asking.id).collect::<Vec<_>>());
        for asking in askings {
            self.device.forget_in_tab(&words_name(asking));
        }
        seen::move_to(self.device, &self.key(), &[self.id], None);
    }

    /// Keeps a text that is being written. It outlives the page only where the device remembers the key without asking: else it could be
    /// read here by who has no key.
    pub(super) fn keep(self, name: &str, text: &str) {
        let lasts = !keys::are_asked_again(self.device)
            && self.key.with_value(|key| keys::remembered(self.device).contains(key));
        self.device.write_in_tab(name, text, lasts);
    }

    /// The key that opens it.
    pub(super) fn key(self) -> FollowKey {
        self.key.get_value()
    }

    /// Begins a call; `false` while another one is under way.
    pub(super) fn begin(self) -> bool {
        !self.busy.try_update(|busy| std::mem::replace(busy, true)).unwrap_or(true)
    }

    /// The call has ended; `false` when the card is gone meanwhile.
    pub(super) fn end(self) -> bool {
        self.busy.try_set(false).is_none()
    }

    /// Why the server did not take what the writer says of an answer, or this when it may the next time.
    pub(super) fn why(self, why: &Failure, again: &'static str) -> &'static str {
        self.failing.why(why.cause(), again)
    }

    /// Closes what is open, says what came of it, and puts the focus where it is said.
    pub(super) fn close(self, said: &str) {
        self.device.forget_in_tab(&self.change_name());
        if self.open.try_set(Open::Nothing).is_none() {
            self.closed.set(false);
            self.said.set(said.to_owned());
            browser::focus_soon(self.heading_id());
        }
    }

    /// What came of a call, for whoever made it. Nothing when the card is gone meanwhile; nor when nobody of ours has judged the call: it
    /// waits on the device then, and the card says so.
    pub(super) async fn heard<T>(
        self,
        answer: Result<T, Failure>,
        later: Later,
        done: Option<Done>,
    ) -> Option<Result<T, Failure>> {
        let number = outbox::change_of(self.id);
        let waits = match &answer {
            Err(why) if why.goes_again() => {
                let heading = |post: &OwnPost| post.body.as_ref().map(|body| body.heading().to_owned());
                // New words are shown as long as they wait, and when they cannot come any more: they stand nowhere else.
                let text = match &done {
                    Some(Done::Text(text)) => text.clone(),
                    Some(Done::State(_)) | None => self.post.try_with_untracked(heading).flatten().unwrap_or_default(),
                };
                outbox::put(self.device, &number, &later, &About::Change { text }, done, why.wait()).await.is_ok()
            }
            Ok(_) => {
                self.device.forget_in_tab(&self.change_name());
                // What waited about this post was wished before.
                outbox::forget(&number).await;
                self.changes.tell();
                false
            }
            Err(_) => false,
        };
        if !self.end() {
            return None;
        }
        match answer {
            Err(why) if waits => {
                self.close((self.failing.waits)(why.cause()));
                None
            }
            answer => Some(answer),
        }
    }

    /// Says why it did not happen. What was done meanwhile is looked at; words that open nothing lead on to others.
    pub(super) async fn not_done(self, why: &Failure) {
        let cause = why.cause();
        if cause == Cause::Changed {
            self.look_again().await;
            return self.close((self.failing.change)(cause));
        }
        self.closed.try_set(matches!(cause, Cause::KeyUnknown | Cause::NotThere));
        self.said.try_set((self.failing.change)(cause).to_owned());
    }

    /// The post as it stands now: something happened to it meanwhile.
    pub(super) async fn look_again(self) {
        let key = self.key.get_value();
        if let Ok(page) = api::mine(&key, &Flight::new()).await
            && let Some(post) = page.items.into_iter().find(|post| post.id == self.id)
        {
            self.post.try_set(post);
            self.changes.tell();
        }
    }
}

/// Where a word beside the verdict stands while it is being written.
pub(super) fn words_name(asking: Uuid) -> String {
    format!("woorden/{asking}")
}

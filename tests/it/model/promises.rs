//! Promises in the sequences: made because of posts that hang, read first, followed up, overdue by the clock, and without
//! words once their last post is erased.

use super::{READERS, World, index::Index};
use crate::{
    app::{files_with, id_of},
    staff::{Caller, Outcome},
};
use droombord_domain::{
    life::PostState,
    paths,
    promise::{PromiseState, Saying},
    when::Day,
    worklist::NEAR_DAYS,
};
use droombord_server::clock::day;
use proptest::prelude::*;
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A promise is due so many days after it was made: in the middle of the second week.
const DAYS: i64 = 10;

/// One call about promises.
#[derive(Clone, Debug)]
pub(super) enum PromiseCall {
    Make { posts: [Index; 2] },
    Read { promise: Index, reader: usize, publish: bool, stale: bool },
    Follow { promise: Index, says: &'static str },
}

pub(super) fn promise_call() -> impl Strategy<Value = PromiseCall> {
    let index = || any::<u16>().prop_map(|number| Index(number.into()));
    let says = prop::sample::select(vec!["not_yet", "not_yet", "kept", "withdrawn"]);
    prop_oneof![
        2 => (index(), index()).prop_map(|(one, other)| PromiseCall::Make { posts: [one, other] }),
        4 => (index(), 0..READERS, prop::bool::weighted(0.7), prop::bool::weighted(0.1))
            .prop_map(|(promise, reader, publish, stale)| PromiseCall::Read { promise, reader, publish, stale }),
        3 => (index(), says).prop_map(|(promise, says)| PromiseCall::Follow { promise, says }),
    ]
}

/// What must be true of one promise.
#[derive(Debug)]
pub(super) struct Promised {
    id: Uuid,
    mark: String,
    /// Those of its posts that were not erased.
    posts: Vec<Uuid>,
    /// As it was last said; that its day has passed comes from the clock.
    state: PromiseState,
    due: i64,
    /// What waits for a reader, and its word.
    waits: Option<(Saying, String)>,
    /// The word of what the organisation said last, as a facilitator read it.
    said: Option<String>,
    /// What was read before: it cannot be read again.
    read: Option<Uuid>,
    /// When the organisation said how it goes, but for what no facilitator placed.
    told_at: Vec<i64>,
}

impl Promised {
    /// Its last post was erased: a mark without words.
    fn is_bare(&self) -> bool {
        self.posts.is_empty()
    }

    pub(super) fn is_waiting(&self) -> bool {
        self.waits.is_some()
    }

    pub(super) fn is_kept(&self) -> bool {
        self.state == PromiseState::Kept
    }

    /// Whether it was made because of a post, and not withdrawn.
    pub(super) fn holds_for(&self, post: Uuid) -> bool {
        matches!(self.state, PromiseState::Open | PromiseState::Kept) && self.posts.contains(&post)
    }

    /// Whether somebody should hear how it goes: its day is near or over, and nothing was said since then.
    pub(super) fn is_unheard(&self, today: i64, since: i64) -> bool {
        let near = self.due <= today + NEAR_DAYS;
        self.state == PromiseState::Open && !self.is_bare() && near && !self.told_at.iter().any(|at| *at > since)
    }
}

impl World {
    pub(super) async fn make_of_promises(&mut self, call: &PromiseCall) -> Outcome {
        let mark = self.new_mark();
        match call {
            PromiseCall::Make { posts } => {
                let chosen: BTreeSet<usize> = posts.iter().map(|post| self.among(*post, super::Model::hangs)).collect();
                let hang = chosen.iter().all(|at| self.posts[*at].hangs());
                let posts: Vec<Uuid> = chosen.iter().map(|at| self.posts[*at].id).collect();
                let due = self.today() + DAYS;
                let body = json!({
                    "direction": "start", "what": format!("Wij doen {mark}."), "owner": "teamleider",
                    "due": Day::of_number(due).ok_or("a day")?.to_string(), "posts": posts,
                });
                let reply = self.desk.call(&self.answerer, Method::POST, paths::OWN_PROMISES, Some(body)).await?;
                assert_eq!(reply.status.as_u16(), if hang { 201 } else { 422 }, "{}", reply.text);
                if hang {
                    self.promises.push(Promised {
                        id: id_of(&reply.json()),
                        mark: mark.clone(),
                        posts,
                        state: PromiseState::Waiting,
                        due,
                        waits: Some((Saying::Promised, mark)),
                        said: None,
                        read: None,
                        told_at: Vec::new(),
                    });
                }
            }
            PromiseCall::Read { promise, reader, publish, stale } => {
                let Some(at) = self.which(*promise, |it| it.waits.is_some()) else { return Ok(()) };
                let promise = &self.promises[at];
                let listed = self.desk.get(&self.readers[*reader], paths::DESK_PROMISES).await?.json();
                let waiting = saying_of(&listed, promise.id);
                assert_eq!(waiting.is_some(), promise.waits.is_some(), "what waits is at the desk: {promise:?}");
                let named = if *stale { promise.read } else { waiting.or(promise.read) };
                let Some(named) = named else { return Ok(()) };
                let mut body = json!({"saying": named, "decision": "publish"});
                if !publish {
                    body = json!({"saying": named, "decision": "decline", "reason": "unclear"});
                }
                let path = paths::promise_decision(promise.id);
                let reply = self.desk.post(&self.readers[*reader], &path, body).await?;
                let promise = &mut self.promises[at];
                let waits = if Some(named) == waiting { promise.waits.take() } else { None };
                assert_eq!(reply.status.is_success(), waits.is_some(), "reading {promise:?}: {reply:?}");
                let Some((says, mark)) = waits else { return Ok(()) };
                promise.read = Some(named);
                match (publish, says) {
                    (true, Saying::Promised) => promise.state = PromiseState::Open,
                    (true, Saying::NotYet | Saying::Kept | Saying::Withdrawn) => {
                        promise.state = promise.state.after(says).ok_or("a step")?;
                        promise.said = Some(mark);
                    }
                    (false, Saying::Promised) => promise.state = PromiseState::Declined,
                    (false, Saying::NotYet | Saying::Kept | Saying::Withdrawn) => {
                        promise.told_at.pop();
                    }
                }
            }
            PromiseCall::Follow { promise, says } => {
                let Some(at) = self.which(*promise, |it| it.state == PromiseState::Open) else { return Ok(()) };
                let promise = &mut self.promises[at];
                let body = json!({"says": says, "words": format!("Het gaat {mark}.")});
                let path = paths::own_sayings(promise.id);
                let reply = self.desk.call(&self.answerer, Method::POST, &path, Some(body)).await?;
                let says = Saying::from_code(says).ok_or("a saying")?;
                let may = !promise.is_bare() && promise.waits.is_none() && promise.state.after(says).is_some();
                assert_eq!(reply.status.as_u16() < 300, may, "following up {promise:?}: {reply:?}");
                if may {
                    promise.waits = Some((says, mark));
                    promise.told_at.push(self.desk.app.clock.now());
                }
            }
        }
        Ok(())
    }

    pub(super) fn today(&self) -> i64 {
        day(self.desk.app.clock.now())
    }

    /// A promise, most often one of those that such a call is for.
    fn which(&self, promise: Index, wanted: impl Fn(&Promised) -> bool) -> Option<usize> {
        let wanted: Vec<usize> = (0..self.promises.len()).filter(|at| wanted(&self.promises[*at])).collect();
        match (self.promises.is_empty(), wanted.is_empty()) {
            (true, _) => None,
            (false, true) => Some(promise.index(self.promises.len())),
            (false, false) => Some(wanted[promise.index(wanted.len())]),
        }
    }

    /// An erased post leads to nothing any more.
    pub(super) fn leave_promises(&mut self) {
        let erased = |id: &Uuid| self.posts.iter().any(|post| post.id == *id && post.state == PostState::Erased);
        for promise in &mut self.promises {
            promise.posts.retain(|id| !erased(id));
            if promise.is_bare() {
                promise.waits = None;
                promise.said = None;
                if promise.state == PromiseState::Waiting {
                    promise.state = PromiseState::Declined;
                }
            }
        }
    }

    /// Everybody sees the promises that were read, as they stand today, with the words that were read and no others.
    pub(super) async fn look_at_promises(&self) -> Outcome {
        let today = Day::of_number(self.today()).ok_or("a day")?;
        let listed = self.desk.get(&Caller::Anonymous, &format!("{}?limit=100", paths::PROMISES)).await?;
        let items = listed.json()["items"].as_array().cloned().unwrap_or_default();
        let public: Vec<&Promised> = self.promises.iter().filter(|it| it.state.is_public()).collect();
        assert_eq!(items.len(), public.len(), "no promise is lost, doubled or hidden");
        for promise in &public {
            let item = items.iter().find(|it| it["id"] == json!(promise.id)).ok_or("a promise is not in the list")?;
            let due = Day::of_number(promise.due).ok_or("a day")?;
            assert_eq!(item["state"], promise.state.on(due, today).code(), "{promise:?}");
            assert_eq!(item["what"].is_null(), promise.is_bare(), "{promise:?}");
            let hang = |id: &&Uuid| self.posts.iter().any(|post| post.id == **id && post.hangs());
            let shown = promise.posts.iter().filter(hang).count();
            assert_eq!(item["posts"].as_array().map(Vec::len), Some(shown), "{promise:?}");
        }
        let words = public.iter().filter(|it| !it.is_bare()).flat_map(|it| it.said.iter().chain([&it.mark]));
        let words: BTreeSet<&str> = words.map(String::as_str).collect();
        assert_eq!(self.words_of_promises(&listed.text), words, "the list of promises");
        let page = self.desk.get(&Caller::Anonymous, "/beloftes").await?;
        assert!(self.words_of_promises(&page.text).is_subset(&words), "the page of promises");
        Ok(())
    }

    /// What is kept of a promise goes with its last post.
    pub(super) fn look_at_files_of_promises(&self) {
        for promise in &self.promises {
            let files = files_with(self.desk.folder(), &promise.mark);
            assert_eq!(files.is_empty(), promise.is_bare(), "{promise:?} in {files:?}");
        }
    }

    fn words_of_promises(&self, text: &str) -> BTreeSet<&str> {
        let waiting = self.promises.iter().filter_map(|it| it.waits.as_ref().map(|(_, mark)| mark));
        let all = self.promises.iter().flat_map(|it| it.said.iter().chain([&it.mark])).chain(waiting);
        all.map(String::as_str).filter(|mark| text.contains(mark)).collect()
    }
}

fn saying_of(listed: &Value, promise: Uuid) -> Option<Uuid> {
    let one = listed["items"].as_array()?.iter().find(|one| one["id"] == json!(promise))?;
    let waits = one["sayings"].as_array()?.iter().find(|saying| saying["reading"] == "waiting")?;
    waits["id"].as_str()?.parse().ok()
}

//! `/mijn`: own posts with their whole trail, opened by a droomsleutel that was typed, or that this device remembers.
//!
//! No key is ever in an address. A key that was only typed lives as long as this page.

mod actions;
mod answered;
mod asked;
mod boss;
mod card;
mod change;
mod context;
pub mod kept;
mod known;
mod letter;
mod news;
mod post;
mod promised;
mod time;
mod trail;
mod typing;
mod waiting;
mod words;

use crate::{
    announcer,
    api::{self, Failure},
    browser,
    components::notice::{Blank, Failed, Loading},
    first,
    i18n::use_words,
    load::{Load, Loader},
    offline::{
        Device, keys,
        seen::{self, Seen},
    },
    places::Place,
};
use boss::Boss;
use card::Card;
use context::Changes;
use droombord_domain::{
    api::{OwnPost, OwnPromise},
    follow_key::FollowKey,
    life::PostState,
    outcome::{Cause, Outcome},
    problem::ProblemCode,
    trail::TrailKind,
};
use leptos::prelude::*;
use std::{collections::BTreeMap, time::Duration};
use typing::{FIELD, TypeKey};
use uuid::Uuid;
use waiting::{Waits, use_waiting};

/// A key and what it opens.
#[derive(Clone, PartialEq)]
struct Followed {
    key: FollowKey,
    posts: Vec<OwnPost>,
    promises: Vec<OwnPromise>,
    /// What the writer had seen of each post when it was looked at.
    seen: BTreeMap<Uuid, Seen>,
}

impl Followed {
    fn promises_of(&self, post: &OwnPost) -> Vec<OwnPromise> {
        self.promises.iter().filter(|promise| promise.post == post.id).cloned().collect()
    }

    /// The posts of which something is new.
    fn with_news(&self) -> impl Iterator<Item = Uuid> {
        let is_new = |post: &&OwnPost| {
            let seen = self.seen.get(&post.id).cloned().unwrap_or_default();
            !news::since(post, &self.promises_of(post), &seen).is_empty()
        };
        self.posts.iter().filter(is_new).map(|post| post.id)
    }
}

/// Counts what was shown to the writer while the page is open.
#[derive(Clone, Copy)]
struct Shown(RwSignal<Vec<Uuid>>);

/// Own posts.
#[component]
pub fn MinePage() -> impl IntoView {
    let words = use_words();
    let say = words.say.mine();
    first::use_title(say.title);
    let device = Device::get();
    let following = RwSignal::new(keys::remembered(device));
    let said = RwSignal::new("");
    announcer::follow(said);
    let loader = Loader::new(Signal::from(following), None, move |following: Vec<FollowKey>, flight| async move {
        let mut all = Vec::new();
        for key in following {
            let posts = match api::mine(&key, &flight).await {
                Ok(page) => page.items,
                // Its last post was erased, or it was replaced elsewhere.
                Err(why) if why.code() == Some(ProblemCode::KeyUnknown) => Vec::new(),
                Err(why) => return Err(why),
            };
            // Only whose trail tells of a promise is asked once more.
            let promised = |post: &OwnPost| post.trail.iter().any(|event| event.kind == TrailKind::Promised);
            let promises =
                if posts.iter().any(promised) { api::my_promises(&key, &flight).await?.items } else { Vec::new() };
            let seen = posts.iter().map(|post| (post.id, seen::of(device, &key, post.id))).collect();
            all.push(Followed { key, posts, promises, seen });
        }
        Ok(all)
    });
    provide_context(Changes(RwSignal::new(0)));
    let shown = RwSignal::new(Vec::<Uuid>::new());
    provide_context(Shown(shown));
    let waits = use_waiting();
    // What has gone from there is on the server now.
    Effect::new(move |before: Option<usize>| {
        let now = waits.with(Vec::len);
        if before.is_some_and(|before| now < before) {
            loader.again();
        }
        now
    });
    // Who is asked again is asked in an open page too.
    Effect::new(move |_| {
        let look = move || {
            if keys::are_asked_again(device)
                && keys::remembered(device).is_empty()
                && following.with_untracked(|it| !it.is_empty())
            {
                following.set(Vec::new());
            }
        };
        let shown = window_event_listener_untyped("visibilitychange", move |_| look());
        let minute = set_interval_with_handle(look, Duration::from_secs(60));
        on_cleanup(move || {
            shown.remove();
            if let Ok(minute) = minute {
                minute.clear();
            }
        });
    });
    // Where the app was put on the phone, its icon says of how many posts something is new that was not shown yet; not of words that were
    // typed on somebody else's.
    Effect::new(move |_| {
        let follows = following.with(|it| !it.is_empty()) && !keys::remembered(device).is_empty();
        match loader.state.get() {
            Load::Ready(all) if follows => {
                let new = all.iter().flat_map(Followed::with_news);
                browser::mark_icon(shown.with(|shown| new.filter(|post| !shown.contains(post)).count()));
            }
            Load::Ready(_) | Load::Waiting | Load::Failed(_) => {
                if !follows {
                    browser::mark_icon(0);
                }
            }
        }
    });
    // A key was typed: when what it opens is there, the focus leaves the field for the top of the page. Not before: where the field is
    // emptied at the same moment, a screen reader stays in it.
    let opened = RwSignal::new(false);
    Effect::new(move |before: Option<String>| {
        let now = match loader.state.get() {
            Load::Waiting => return before.unwrap_or_default(),
            Load::Ready(all) if !all.is_empty() => told(&all, say),
            Load::Ready(_) | Load::Failed(_) => String::new(),
        };
        let just_opened = opened.get_untracked();
        if just_opened {
            opened.set(false);
            browser::to_top();
            browser::focus_soon("mijn");
        }
        if just_opened || before.as_ref() != Some(&now) {
            announcer::say(&now);
        }
        now
    });
    let posts = Callback::new(move |key: FollowKey| match loader.state.get_untracked() {
        Load::Ready(all) => {
            let of_key = all.into_iter().filter(|followed| followed.key == key);
            of_key.flat_map(|followed| followed.posts).map(|post| post.id).collect()
        }
        Load::Waiting | Load::Failed(_) => Vec::new(),
    });
    let any = Memo::new(move |_| following.with(|following| !following.is_empty()));
    let own = move || {
        any.get().then(|| match loader.state.get() {
            Load::Waiting => view! { <Loading /> }.into_any(),
            Load::Failed(why) => {
                let offline = why == Failure::Offline;
                view! {
                    <Failed why again=Callback::new(move |()| loader.again()) />
                    {offline.then(|| view! { <p>{say.not_kept_here}</p> })}
                }
                .into_any()
            }
            Load::Ready(all) if all.iter().all(|followed| followed.posts.is_empty()) => {
                view! { <Show when=move || waits.with(Vec::is_empty)><Nothing /></Show> }.into_any()
            }
            Load::Ready(all) => view! { <Own all /> }.into_any(),
        })
    };
    view! {
        <div class="page page--narrow page--first stack stack--loose">
            <div class="stack stack--tight">
                <h1 class="steps__heading" id="mijn" tabindex="-1">{say.heading}</h1>
                {move || {
                    let lead = if keys::are_asked_again(device) { say.asked_again_lead } else { say.lead };
                    (!any.get()).then(|| view! { <p>{lead}</p> })
                }}
                <p class="mine__said">{move || said.get()}</p>
            </div>
            <Waits all=waits.into() said />
            {own}
            <TypeKey following any=any.into() opened />
            {move || any.get().then(|| view! { <Boss following said posts /> })}
        </div>
    }
}

/// How many posts the keys open, and of how many of them something is new.
fn told(all: &[Followed], say: &crate::i18n::Mine) -> String {
    match all.iter().map(|followed| followed.posts.len()).sum() {
        0 => say.none.to_owned(),
        count => (say.news)(all.iter().flat_map(Followed::with_news).count(), count),
    }
}

/// What the keys open.
#[component]
fn Own(all: Vec<Followed>) -> impl IntoView {
    let say = use_words().say.mine();
    // What is taken away here is followed no longer.
    let (first, gone) = (StoredValue::new(all.clone()), RwSignal::new(Vec::<Uuid>::new()));
    let follows = move || {
        let mut left = first.get_value();
        gone.with(|gone| left.iter_mut().for_each(|it| it.posts.retain(|post| !gone.contains(&post.id))));
        left.iter().any(|it| !it.posts.is_empty()).then(|| view! { <p>{told(&left, say)}</p> })
    };
    let several = all.len() > 1;
    let groups = (1..)
        .zip(all)
        .map(|(number, followed)| {
            let heading = several.then(|| view! { <p class="filter__label">{(say.of_key)(number)}</p> });
            let cards = followed
                .posts
                .iter()
                .map(|post| {
                    let promises = followed.promises_of(post);
                    let seen = followed.seen.get(&post.id).cloned().unwrap_or_default();
                    view! { <Card post=post.clone() promises seen key=followed.key.clone() gone /> }
                })
                .collect_view();
            view! { <div class="stack">{heading} {cards}</div> }
        })
        .collect_view();
    view! {
        {follows}
        {groups}
    }
}

/// The keys open nothing.
#[component]
fn Nothing() -> impl IntoView {
    let words = use_words();
    let say = words.say.mine();
    view! {
        <Blank title=say.none more=say.none_more>
            <a class="button" href=Place::Share.href(words.lang)>{say.write}</a>
        </Blank>
    }
}

/// Whether the writer is asked or told something.
fn is_news(post: &OwnPost) -> bool {
    asks(post.state) || answered::has_news(post)
}

/// Whether a facilitator asks or tells the writer something.
const fn asks(state: PostState) -> bool {
    match state {
        PostState::HandedBack | PostState::Declined | PostState::TakenDown | PostState::Expired => true,
        PostState::Received | PostState::Published | PostState::Withdrawn | PostState::Erased => false,
    }
}

/// The way from words that open nothing to others.
#[component]
fn OtherWords() -> impl IntoView {
    let word = use_words().say.failing().type_new;
    view! { <p><button class="button button--small" type="button" on:click=move |_| browser::focus(FIELD)>{word}</button></p> }
}

/// Why something that was wanted with a key did not happen: with another try, or with the way to other words.
#[component]
fn NotDone(why: Failure, again: Callback<()>) -> impl IntoView {
    let say = use_words().say.failing();
    match why.cause() {
        cause if cause.outcome() == Outcome::Again => view! { <Failed why again /> }.into_any(),
        cause => {
            let unknown = cause == Cause::KeyUnknown;
            view! {
                <p class="notice notice--danger">{if unknown { say.opens_nothing } else { (say.change)(cause) }}</p>
                {unknown.then(|| view! { <OtherWords /> })}
            }
            .into_any()
        }
    }
}

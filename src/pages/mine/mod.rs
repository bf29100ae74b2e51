//! `/mijn`: own posts with their whole trail, opened by a droomsleutel that was typed, or that this device remembers.
//!
//! No key is ever in an address. A key that was only typed lives as long as this page.

mod answered;
mod asked;
mod card;
mod change;
mod known;
mod letter;
mod promised;
mod time;
mod trail;
mod waiting;
mod words;

use crate::{
    announcer,
    api::{self, Failure, Flight},
    browser,
    components::{
        icon::Icon,
        key::{KeyCard, KeyCheck, key_field, new_key},
        notice::{Blank, Failed, Loading},
        summary::{ErrorSummary, Fault, FieldError, Wrong, Wrongs, described, invalid},
    },
    first,
    i18n::{Messages, use_words},
    load::{Load, Loader},
    offline::{Device, keys, outbox},
    places::Place,
};
use card::Card;
use droombord_domain::{
    api::{OwnPost, OwnPromise},
    follow_key::{FollowKey, FollowKeyFault, WORDS},
    life::PostState,
    outcome::{Cause, Outcome},
    problem::ProblemCode,
    trail::TrailKind,
};
use known::Known;
use leptos::{ev::SubmitEvent, prelude::*};
use std::time::Duration;
use uuid::Uuid;
use waiting::{Waits, use_waiting};

/// The field in which a key is typed.
const FIELD: &str = "sleutel";

/// A key and what it opens.
#[derive(Clone, PartialEq)]
struct Followed {
    key: FollowKey,
    posts: Vec<OwnPost>,
    promises: Vec<OwnPromise>,
}

/// Counts what happened to own posts while the page is open: what tells of them looks again.
#[derive(Clone, Copy)]
struct Changes(RwSignal<u32>);

impl Changes {
    /// Those of this page.
    fn get() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(0)))
    }

    /// Something happened.
    fn tell(self) {
        self.0.try_update(|count| *count += 1);
    }
}

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
    let loader = Loader::new(Signal::from(following), None, |following: Vec<FollowKey>, flight| async move {
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
            all.push(Followed { key, posts, promises });
        }
        Ok(all)
    });
    provide_context(Changes(RwSignal::new(0)));
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
    // Where the app was put on the phone, its icon says that something is asked or told; not of words that were typed on
    // somebody else's.
    Effect::new(move |_| {
        let follows = following.with(|it| !it.is_empty()) && !keys::remembered(device).is_empty();
        match loader.state.get() {
            Load::Ready(all) if follows => {
                let posts = all.iter().flat_map(|followed| &followed.posts);
                browser::mark_icon(posts.filter(|post| is_news(post)).count());
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

/// How many posts the keys open, and how many of them have news.
fn told(all: &[Followed], say: &crate::i18n::Mine) -> String {
    let posts = || all.iter().flat_map(|followed| &followed.posts);
    match posts().count() {
        0 => say.none.to_owned(),
        count => (say.news)(posts().filter(|post| is_news(post)).count(), count),
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
        .map(|(number, Followed { key, posts, promises })| {
            let heading = several.then(|| view! { <p class="filter__label">{(say.of_key)(number)}</p> });
            let cards = posts
                .into_iter()
                .map(|post| {
                    let promises = promises.iter().filter(|promise| promise.post == post.id).cloned().collect();
                    view! { <Card post promises key=key.clone() gone /> }
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

/// Opens posts by typed words.
#[component]
fn TypeKey(following: RwSignal<Vec<FollowKey>>, any: Signal<bool>, opened: RwSignal<bool>) -> impl IntoView {
    let words = use_words();
    let say = words.say.mine();
    let device = Device::get();
    let typed = RwSignal::new(String::new());
    let remember = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<Failure>);
    let wrongs = Wrongs::new();
    let wrong = wrongs.of(FIELD);
    let write = move |event| {
        let text = event_target_value(&event);
        wrongs.look_again(FIELD, faults(&text, words.say).into_iter().next());
        typed.set(text);
    };
    let open = move || {
        if busy.get_untracked() {
            return;
        }
        failed.set(None);
        let text = typed.get_untracked();
        let list: Vec<Wrong> = faults(&text, words.say).into_iter().map(|say| Wrong::new(FIELD, say)).collect();
        let right = list.is_empty();
        wrongs.show(list);
        let (true, Ok(key)) = (right, FollowKey::parse(&text)) else { return };
        busy.set(true);
        crate::task::run(async move {
            let answer = api::mine(&key, &Flight::new()).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(_) => {
                    let keeps = remember.get_untracked() || keys::are_asked_again(device);
                    if keeps && !device.is_borrowed_now() {
                        // A device that refuses asks again next time.
                        let _ = keys::remember(device, &key);
                    }
                    typed.set(String::new());
                    opened.set(true);
                    following.update(|following| {
                        following.retain(|other| *other != key);
                        following.push(key);
                    });
                }
                Err(Failure::Busy(seconds)) => {
                    let minutes = seconds.map(|seconds| seconds.div_ceil(60).max(1));
                    wrongs.show(vec![Wrong::new(FIELD, (words.say.errors().busy)(minutes))]);
                }
                Err(why) if why.code() == Some(ProblemCode::KeyUnknown) => {
                    wrongs.show(vec![Wrong::new(FIELD, words.say.errors().key)]);
                }
                Err(why) => failed.set(Some(why)),
            }
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        open();
    };
    let remember_choice = move || {
        (!device.is_borrowed()).then(|| {
            view! {
                <label class="choice">
                    <input
                        class="choice__input"
                        type="checkbox"
                        id="onthoud"
                        prop:checked=move || remember.get()
                        on:change=move |event| remember.set(event_target_checked(&event))
                    />
                    <span class="choice__body">
                        <span class="choice__title">{say.remember}</span>
                        <span class="choice__hint">{say.remember_more}" "{words.say.key().can_forget}</span>
                    </span>
                </label>
            }
        })
    };
    view! {
        <section class="stack" aria-labelledby="openen">
            <h2 id="openen">{move || if any.get() { say.follow_more } else { say.follow }}</h2>
            <form class="stack" method="dialog" autocomplete="off" novalidate aria-labelledby="openen" on:submit=submit>
                <ErrorSummary wrongs />
                <div class="field">
                    <label class="field__label field__label--small" for=FIELD>{say.type_key}</label>
                    <p class="field__hint" id="sleutel-uitleg">{say.type_key_hint}</p>
                    <FieldError at=FIELD wrong />
                    <input
                        {..key_field()}
                        type="text"
                        class="field__input"
                        id=FIELD
                        aria-describedby=described(FIELD, "sleutel-uitleg", wrong)
                        aria-invalid=invalid(wrong)
                        prop:value=move || typed.get()
                        on:input=write
                    />
                </div>
                {remember_choice}
                {move || {
                    failed.get().map(|why| view! { <Failed why again=Callback::new(move |()| open()) /> })
                }}
                <div>
                    <button class="button" type="submit" aria-disabled=move || busy.get().then_some("true")>
                        <Icon name="key" />
                        {say.open}
                    </button>
                </div>
            </form>
        </section>
    }
}

/// What is wrong with typed words: each word that does not exist, and their number.
fn faults(typed: &str, say: &Messages) -> Vec<Fault> {
    let Err(FollowKeyFault { count, unknown }) = FollowKey::parse(typed) else { return Vec::new() };
    let say = say.errors();
    let unknown = unknown.iter().map(|word| Fault {
        say: (say.unknown_word)(word.place, &word.typed, word.near),
        steady: Some((say.word)(word.place)),
    });
    let count = (count != WORDS)
        .then(|| Fault { say: (say.word_count)(count), steady: (count > 0).then(|| say.key.to_owned()) });
    count.into_iter().chain(unknown).collect()
}

/// What is open under *Jij bent de baas*.
#[derive(Clone, PartialEq)]
enum Open {
    Nothing,
    /// New words for this key; they work only when the writer has them.
    NewWords {
        old: FollowKey,
        new: FollowKey,
    },
    Forget,
    /// What is kept under this key.
    Known(FollowKey),
}

/// The writer decides: what is known, new words, and that this device forgets.
#[component]
fn Boss(
    following: RwSignal<Vec<FollowKey>>,
    said: RwSignal<&'static str>,
    /// The posts that a key opens.
    posts: Callback<FollowKey, Vec<Uuid>>,
) -> impl IntoView {
    let words = use_words();
    let say = words.say.mine();
    let device = Device::get();
    let open = RwSignal::new(Open::Nothing);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<Failure>);
    let remembered = move || {
        following.track();
        keys::remembered(device)
    };
    let close = move || {
        failed.set(None);
        open.set(Open::Nothing);
        browser::focus_soon("baas");
    };
    let tell = move |sentence: &'static str| {
        said.set(sentence);
        browser::to_top();
        browser::focus_soon("mijn");
    };
    let use_new = move |old: FollowKey, new: FollowKey| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        crate::task::run(async move {
            let flight = Flight::new();
            let answer = match api::replace_key(&old, &new, &flight).await {
                // The answer to an earlier try was lost: the new words tell whether it was done.
                Err(why) if why.cause() == Cause::KeyUnknown => {
                    api::mine(&new, &flight).await.map(|_| ()).map_err(|_| why)
                }
                answer => answer,
            };
            if answer.is_ok() {
                let _ = keys::replace(device, &old, &new);
            }
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => {
                    tell(say.new_words_done);
                    following.update(|following| {
                        for key in following.iter_mut().filter(|key| **key == old) {
                            *key = new.clone();
                        }
                    });
                }
                Err(why) => failed.set(Some(why)),
            }
        });
    };
    let asked = RwSignal::new(keys::are_asked_again(device));
    let ask_again = move |_| {
        let ask = !asked.get_untracked();
        if keys::ask_again(device, ask).is_ok() {
            asked.set(ask);
            device.forget_all_in_tab();
            said.set(if ask { say.ask_again_on } else { say.ask_again_off });
        }
    };
    let forget = move |_| {
        keys::forget(device);
        device.forget_all_in_tab();
        following.set(Vec::new());
        tell(say.forgotten);
    };
    let close_all = move |_| {
        device.forget_all_in_tab();
        following.set(keys::remembered(device));
        browser::to_top();
        browser::focus_soon("mijn");
    };
    let forget_one = move |gone: &FollowKey| {
        // What waited about these posts would show their words, and can do nothing any more.
        let erased = posts.run(gone.clone());
        crate::task::run(async move {
            for post in erased {
                outbox::forget(&outbox::change_of(post)).await;
            }
        });
        // Before the key is gone from the list: the panel must not ask for it again.
        open.set(Open::Nothing);
        keys::forget_one(device, gone);
        device.forget_all_in_tab();
        tell(words.say.known().erased);
        following.update(|following| following.retain(|key| key != gone));
    };
    let choices = move || {
        let several = following.with(|following| following.len() > 1);
        let several_about = move |number| several.then(|| (say.about)(&(say.of_key)(number)));
        let known = following
            .get()
            .into_iter()
            .zip(1..)
            .map(|(key, number)| {
                let press = move |_| {
                    open.set(Open::Known(key.clone()));
                    browser::focus_soon(known::HEADING);
                };
                view! {
                    <li>
                        <button class="button button--small" type="button" on:click=press>
                            {say.known} {several_about(number)}
                        </button>
                    </li>
                }
            })
            .collect_view();
        let new_words = following
            .get()
            .into_iter()
            .zip(1..)
            .map(|(old, number)| {
                let press = move |_| {
                    if let Some(new) = new_key() {
                        open.set(Open::NewWords { old: old.clone(), new });
                        browser::focus_soon("nieuwe-woorden");
                    }
                };
                let about = several_about(number);
                view! {
                    <li>
                        <button class="button button--small" type="button" on:click=press>{say.new_words} {about}</button>
                    </li>
                }
            })
            .collect_view();
        let typed_only = following.with(|following| {
            let kept = keys::remembered(device);
            following.iter().any(|key| !kept.contains(key))
        });
        view! {
            <p class="small">{say.new_words_why}</p>
            <ul class="mine__choices">
                {known}
                {new_words}
                {typed_only.then(|| {
                    view! {
                        <li><button class="button button--small" type="button" on:click=close_all>{say.close}</button></li>
                    }
                })}
                {(asked.get() || !remembered().is_empty()).then(|| {
                    view! {
                        <li>
                            <button
                                class="button button--small"
                                type="button"
                                aria-pressed=move || if asked.get() { "true" } else { "false" }
                                on:click=ask_again
                            >
                                {say.ask_again}
                            </button>
                        </li>
                    }
                })}
                {(!remembered().is_empty()).then(|| {
                    let press = move |_| {
                        open.set(Open::Forget);
                        browser::focus_soon("vergeten");
                    };
                    view! {
                        <li><button class="button button--small" type="button" on:click=press>{say.forget}</button></li>
                    }
                })}
            </ul>
        }
    };
    let panel = move || match open.get() {
        Open::Nothing => choices().into_any(),
        Open::Forget => view! {
            <div class="mine__ask" role="group" id="vergeten" tabindex="-1" aria-labelledby="vergeten-woorden">
                <p id="vergeten-woorden">{say.forget_ask}</p>
                <div class="cluster">
                    <button class="button button--danger" type="button" on:click=forget>{say.forget_yes}</button>
                    <button class="button" type="button" on:click=move |_| close()>{say.forget_no}</button>
                </div>
            </div>
        }
        .into_any(),
        Open::Known(key) => {
            let gone = key.clone();
            let erased = Callback::new(move |()| forget_one(&gone));
            view! { <Known key close=Callback::new(move |()| close()) erased /> }.into_any()
        }
        Open::NewWords { old, new } => {
            let replace = {
                let new = new.clone();
                Callback::new(move |()| use_new(old.clone(), new.clone()))
            };
            let again = move |()| replace.run(());
            view! {
                <div class="stack">
                    <p class="unprinted" id="nieuwe-woorden" tabindex="-1">{say.new_words_first}</p>
                    <KeyCard key=new.clone() />
                    {move || failed.get().map(|why| view! { <NotDone why again=Callback::new(again) /> })}
                    <KeyCheck key=new.clone() done=replace done_word=Signal::stored(say.new_words_use) busy=busy.into()>
                        <button class="button" type="button" on:click=move |_| close()>{say.new_words_cancel}</button>
                    </KeyCheck>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <section class="stack stack--tight" aria-labelledby="baas">
            <h2 class="steps__heading" id="baas" tabindex="-1">{say.boss}</h2>
            {panel}
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::messages;
    use droombord_domain::{follow_key::ENTROPY_BYTES, post::Lang};

    #[test]
    fn every_word_that_does_not_exist_is_named() {
        let say = messages(Lang::Nl);
        let key = FollowKey::from_entropy([3; ENTROPY_BYTES]);
        let mut words: Vec<&str> = key.words().collect();
        let faults = |typed: &str| faults(typed, say).into_iter().map(|fault| fault.say).collect::<Vec<_>>();
        assert_eq!(faults(&words.join(" ")), Vec::<String>::new());
        words[1] = "xqzx";
        let near = &words[4][1..];
        words[4] = near;
        let faulty = faults(&words.join(" "));
        assert_eq!(faulty.len(), 2);
        assert_eq!(faulty[0], "Woord 2 (‘xqzx’) kennen wij niet. Kijk nog eens op je briefje.");
        assert!(faulty[1].starts_with(&format!("Woord 5 (‘{near}’) kennen wij niet.")), "{faulty:?}");
        let few = (say.errors().word_count)(6);
        assert_eq!(faults(&words[5..].join(" ")), [(say.errors().word_count)(2)]);
        assert_eq!(faults(&words[..6].join(" "))[0], few);
        assert_eq!(faults(""), [(say.errors().word_count)(0)]);
    }
}

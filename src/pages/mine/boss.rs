//! *Jij bent de baas*: what is known about a writer, new words for a key, and a device that forgets.

use super::{
    NotDone,
    known::{self, Known},
};
use crate::{
    api::{self, Failure, Flight},
    browser,
    components::key::{KeyCard, KeyCheck, new_key},
    i18n::use_words,
    offline::{Device, keys, outbox, seen},
};
use droombord_domain::{follow_key::FollowKey, outcome::Cause};
use leptos::prelude::*;
use uuid::Uuid;

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
pub(super) fn Boss(
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
                seen::move_to(device, &old, &posts.run(old.clone()), Some(&new));
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
        keys::forget_all(device);
        seen::forget(device);
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
        seen::move_to(device, gone, &erased, None);
        crate::task::run(async move {
            for post in erased {
                outbox::forget(&outbox::change_of(post)).await;
            }
        });
        // Before the key is gone from the list: the panel must not ask for it again.
        open.set(Open::Nothing);
        keys::forget_one(device, gone);
        if keys::remembered(device).is_empty() {
            seen::forget(device);
        }
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

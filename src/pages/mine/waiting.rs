//! What waits for a network: shown with its words, and taken back as long as it cannot have left this device.

use crate::{
    announcer, browser,
    components::icon::Icon,
    i18n::use_words,
    offline::{
        At, Concept, Device, keys,
        outbox::{self, About, Waiting},
    },
};
use droombord_domain::{draft::Draft, outcome::Cause, post::Kind};
use leptos::prelude::*;

/// Everything that waits on this device, kept up to date whichever tab changes it.
pub(super) fn use_waiting() -> RwSignal<Vec<Waiting>> {
    let device = Device::get();
    let all = RwSignal::new(Vec::new());
    let look = move || {
        crate::task::run(async move {
            if let Some(now) = outbox::waiting(device).await
                && all.try_with_untracked(|all| *all != now) == Some(true)
            {
                all.try_set(now);
            }
        });
    };
    Effect::new(move |_| {
        look();
        let changed = window_event_listener_untyped(outbox::CHANGED, move |_| look());
        on_cleanup(move || changed.remove());
    });
    all
}

/// What waits, each with what can be done about it.
#[component]
pub(super) fn Waits(all: Signal<Vec<Waiting>>, said: RwSignal<&'static str>) -> impl IntoView {
    let device = Device::get();
    let say = use_words().say.mine();
    Effect::new(move |before: Option<usize>| {
        let refused = all.with(|all| all.iter().filter(|one| one.refused.is_some()).count());
        if before.is_some_and(|before| before < refused) {
            announcer::say(say.not_sent);
        }
        refused
    });
    let show = move || {
        let hidden = keys::are_asked_again(device);
        all.get().into_iter().map(|one| view! { <Waits1 one hidden said /> }).collect_view()
    };
    view! { <div class="stack">{show}</div> }
}

/// It will not be sent. What was taken back before it left is a draft again, if there is no other; `true` when it stands where dreams and
/// stories do.
fn ends(device: Device, one: &Waiting) -> bool {
    let About::Post { kind, text, reply_to } = &one.about else { return false };
    let at = match reply_to {
        Some(post) => At::Reply(*post),
        // Kept by an earlier version, which did not say for which post: it must not stand under another.
        None if Kind::from_code(kind) == Some(Kind::Reply) => return false,
        None => At::Post,
    };
    let draft = Draft { kind: Some(kind.clone()), text: Some(text.clone()), ..Draft::default() };
    Concept::take_back(device, at, &one.id, Some(draft).filter(|_| one.refused.is_none() && !one.unread))
        && at == At::Post
}

#[component]
fn Waits1(one: Waiting, hidden: bool, said: RwSignal<&'static str>) -> impl IntoView {
    let say = use_words().say.mine();
    let device = Device::get();
    let whole = one.clone();
    let failing = use_words().say.failing();
    let Waiting { id, tried, refused, foreign, busy, unread, about } = one;
    let (text, is_post) = match about {
        About::Post { kind: _, text, reply_to: _ } => (text, true),
        About::Change { text } | About::Reaction { text } => (text, false),
    };
    let cause = refused.as_deref().map(outbox::cause_of);
    let (state, more) = match cause {
        _ if unread => (failing.unread, failing.unread_more),
        Some(cause) if is_post => (say.not_sent, (failing.sending)(cause)),
        Some(Cause::Changed) => (say.not_changed, say.not_changed_more),
        Some(cause) => (say.not_changed, (failing.change)(cause)),
        None if busy => (failing.busy, failing.busy_more),
        None if foreign => (say.waits_signal, failing.waits_foreign),
        None if !is_post => (say.waits_signal, say.waits_signal_change),
        None if tried => (say.waits_signal, say.waits_signal_tried),
        None => (say.waits_signal, say.waits_signal_more),
    };
    // What is over, or cannot be read, is thrown away; what has not left is taken back.
    let is_over = cause.is_some() || unread;
    let stops = (is_over || !tried).then(|| {
        let word = match (unread, is_over) {
            (true, _) => failing.unread_throw,
            (false, true) => say.not_sent_throw,
            (false, false) => say.waits_signal_stop,
        };
        let press = move |_| {
            let (id, whole) = (id.clone(), whole.clone());
            crate::task::run(async move {
                if is_over {
                    ends(device, &whole);
                    outbox::forget(&id).await;
                } else if outbox::take_back(&id).await {
                    let is_draft = ends(device, &whole);
                    said.try_set(if is_draft { say.taken_back_kept } else { say.taken_back });
                } else {
                    said.try_set(failing.has_left);
                }
            });
            browser::focus_soon("mijn");
        };
        view! { <div><button class="button button--small" type="button" on:click=press>{word}</button></div> }
    });
    let words = (!hidden && !text.is_empty()).then(|| view! { <p class="mine__rest" dir="auto">{text}</p> });
    view! {
        <article class="mine mine--asks" translate="no">
            <div class="mine__meta"><span class="mine__news"><Icon name="offline" />" "{state}</span></div>
            {words}
            <p>{more}</p>
            {stops}
        </article>
    }
}

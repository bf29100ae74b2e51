//! *Wat weten jullie van mij?*: everything that is kept under one key, and erasing all of it. Shown as it is kept.

use super::{Changes, NotDone};
use crate::{
    api::{self, Failure, Flight},
    browser,
    components::notice::Loading,
    i18n::use_words,
    load::{Load, Loader},
    offline::outbox,
    places::Place,
};
use droombord_domain::{
    api::{Stored, StoredField, StoredIn},
    follow_key::FollowKey,
};
use leptos::prelude::*;

/// Where the focus goes when it opens.
pub(super) const HEADING: &str = "bekend";

/// What is kept under a key.
#[component]
pub(super) fn Known(
    key: FollowKey,
    /// Back to the other choices.
    close: Callback<()>,
    /// Everything is gone.
    erased: Callback<()>,
) -> impl IntoView {
    let words = use_words();
    let say = words.say.known();
    let changes = Changes::get();
    let key = StoredValue::new(key);
    // Nothing of what stood there stays while it is asked for again.
    let asked_for = Signal::derive(move || (key.get_value(), changes.0.get()));
    let loader = Loader::new(asked_for, None, |(key, _), flight| async move { api::stored(&key, &flight).await });
    follow_elsewhere(key, loader);
    let asked = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<Failure>);
    let erase = move || {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        crate::task::run(async move {
            let key = key.get_value();
            let answer = outbox::taking_away(api::erase_all(&key, &Flight::new())).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => erased.run(()),
                // They may have been erased a moment ago, or replaced: the list says so in the place of what stood there.
                Err(why) if !why.goes_again() => {
                    asked.set(false);
                    changes.tell();
                }
                Err(why) => failed.set(Some(why)),
            }
        });
    };
    let shown = move || match loader.state.get() {
        Load::Waiting => view! { <Loading /> }.into_any(),
        Load::Failed(why) => view! { <NotDone why again=Callback::new(move |()| loader.again()) /> }.into_any(),
        Load::Ready(stored) => {
            let backups = (say.backups)(stored.backup_days);
            view! {
                <Tables stored />
                <p>{backups}</p>
            }
            .into_any()
        }
    };
    let ask = move |_| {
        asked.set(true);
        browser::focus_soon("alles-weg");
    };
    let rather_not = move |_| {
        asked.set(false);
        failed.set(None);
        browser::focus_soon(HEADING);
    };
    let end = move || {
        if asked.get() {
            view! {
                <div class="mine__ask" role="group" id="alles-weg" tabindex="-1" aria-labelledby="alles-weg-woorden">
                    <p id="alles-weg-woorden">{say.erase_ask}</p>
                    {move || failed.get().map(|why| view! { <NotDone why again=Callback::new(move |()| erase()) /> })}
                    <div class="cluster">
                        <button
                            class="button button--danger"
                            type="button"
                            aria-disabled=move || busy.get().then_some("true")
                            on:click=move |_| erase()
                        >
                            {say.erase_yes}
                        </button>
                        <button class="button" type="button" on:click=rather_not>{say.erase_no}</button>
                    </div>
                </div>
            }
            .into_any()
        } else {
            view! {
                <div class="cluster">
                    <button class="button button--danger" type="button" on:click=ask>{say.erase}</button>
                    <button class="button" type="button" on:click=move |_| close.run(())>{say.close}</button>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <div class="known">
            <h3 class="known__heading" id=HEADING tabindex="-1">{say.heading}</h3>
            <p>{say.lead}</p>
            {shown}
            <p><a class="prose__link" href=Place::Privacy.href(words.lang)>{say.why}</a></p>
            {end}
        </div>
    }
}

/// What was taken away in another tab, or on another phone, does not go on standing here.
fn follow_elsewhere(key: StoredValue<FollowKey>, loader: Loader<Stored>) {
    let look = move || {
        if browser::is_hidden() || !matches!(loader.state.get_untracked(), Load::Ready(_)) {
            return;
        }
        crate::task::run(async move {
            let Some(key) = key.try_get_value() else { return };
            let now = match api::stored(&key, &Flight::new()).await {
                Ok(stored) => Load::Ready(stored),
                Err(why) if why.goes_again() => return,
                Err(why) => Load::Failed(why),
            };
            if loader.state.try_with_untracked(|before| *before != now) == Some(true) {
                loader.state.set(now);
            }
        });
    };
    Effect::new(move |_| {
        let all =
            ["visibilitychange", outbox::CHANGED].map(|when| window_event_listener_untyped(when, move |_| look()));
        on_cleanup(move || all.into_iter().for_each(|one| one.remove()));
    });
}

/// Every heading, with what is kept under it.
#[component]
fn Tables(stored: Stored) -> impl IntoView {
    let say = use_words().say.known();
    StoredIn::ALL
        .iter()
        .map(|part| {
            let tables: Vec<_> = stored.tables.iter().filter(|table| table.shown_in == *part).cloned().collect();
            let count = tables.iter().map(|table| table.rows.len()).sum::<usize>();
            let rows = tables
                .into_iter()
                .flat_map(|table| table.rows)
                .map(|row| view! { <li class="known__row"><dl class="known__values">{values(row)}</dl></li> })
                .collect_view();
            let all = if count == 0 {
                view! { <p class="soft">{say.nothing}</p> }.into_any()
            } else {
                // What somebody wrote is why they look: it stands open.
                view! {
                    <details class="choice__more" open=*part == StoredIn::Words>
                        <summary class="choice__summary">{(say.show)(*part, count)}</summary>
                        <ol class="known__rows" translate="no">{rows}</ol>
                    </details>
                }
                .into_any()
            };
            view! {
                <h4 class="known__part">{(say.part)(*part)}</h4>
                <p>{(say.part_more)(*part)}</p>
                {all}
            }
        })
        .collect_view()
}

/// The columns as they are called in the database: shown as they are, so that nobody has to believe us.
fn values(row: Vec<StoredField>) -> impl IntoView {
    row.into_iter()
        .filter_map(|StoredField { name, value }| {
            let value = value?;
            Some(view! {
                <div>
                    <dt lang="en">{name}</dt>
                    <dd dir="auto">{value}</dd>
                </div>
            })
        })
        .collect_view()
}

//! *Wat weten jullie van mij?*: everything that is kept under one key, in words, and erasing all of it; as the computer keeps it, for who wants that.

use super::{
    Changes, NotDone,
    kept::{Row, rows},
};
use crate::{
    api::{self, Failure, Flight},
    browser,
    components::notice::Loading,
    i18n::use_words,
    json,
    load::{Load, Loader},
    offline::outbox,
    places::Place,
};
use droombord_domain::{
    api::{Stored, StoredIn},
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
                <Tables stored=stored.clone() />
                <Raw stored />
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
    let words = use_words();
    let say = words.say.known();
    StoredIn::ALL
        .iter()
        .map(|part| {
            let tables = stored.tables.iter().filter(|table| table.shown_in == *part);
            let kept: Vec<Row> = tables.flat_map(|table| rows(words.say, &stored, &table.table)).collect();
            let count = kept.len();
            let rows = kept.into_iter().map(|row| view! { <li class="known__row">{values(row)}</li> }).collect_view();
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

/// What one row says, and how many numbers for the computer it has beside that.
fn values(Row { lines, finders }: Row) -> impl IntoView {
    let say = use_words().say.kept();
    let lines =
        lines.into_iter().map(|(label, words)| view! { <div><dt>{label}</dt><dd dir="auto">{words}</dd></div> });
    let lines = lines.collect::<Vec<_>>();
    view! {
        {(!lines.is_empty()).then(|| view! { <dl class="known__values">{lines}</dl> })}
        {(finders > 0).then(|| view! { <p class="small soft">{(say.finders)(finders)}</p> })}
    }
}

/// All of it as the computer keeps it: made when somebody opens it.
#[component]
fn Raw(stored: Stored) -> impl IntoView {
    let say = use_words().say.kept();
    let open = RwSignal::new(false);
    let text = move || open.get().then(|| json::write(&stored).unwrap_or_default());
    view! {
        <details class="choice__more" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary class="choice__summary">{say.raw}</summary>
            <p>{say.raw_more}</p>
            {move || text().map(|text| view! {
                <pre class="known__raw" lang="en" dir="ltr" translate="no" tabindex="0" aria-label=say.raw>{text}</pre>
            })}
        </details>
    }
}

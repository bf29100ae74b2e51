//! `/leestafel/apparaten`: where somebody is signed in, and signing out there.

use super::{
    device, moment, places,
    say::{Failed, Loading, Way},
    table::Table,
};
use crate::{
    api::{Failure, Flight, desk as api},
    components::icon::Icon,
    i18n::{desk::use_desk_words, use_words},
    load::{Load, Loader},
};
use droombord_domain::api::SessionEntry;
use leptos::prelude::*;

/// The id of the heading: the focus goes there.
pub const HEADING: &str = "apparaten";

/// The list of one's own sessions.
#[component]
pub fn DevicesPage() -> impl IntoView {
    let words = use_words();
    let say = &use_desk_words().devices;
    let table = Table::get();
    let trouble = RwSignal::new(None::<Failure>);
    let loader = Loader::new(Signal::stored(()), None, move |(), flight| async move {
        table.heed(api::sessions(&flight).await).map(|page| page.items)
    });
    let end = Callback::new(move |entry: SessionEntry| {
        trouble.set(None);
        crate::task::run(async move {
            match table.heed(api::end_session(entry.id, &Flight::new()).await) {
                Ok(()) => {
                    table.say(say.ended);
                    loader.again();
                    device::focus_soon(HEADING);
                }
                Err(why) => {
                    trouble.try_set(Some(why));
                }
            }
        });
    });
    let again = Callback::new(move |()| {
        trouble.set(None);
        loader.again();
    });
    view! {
        <p>
            <a class="button button--quiet button--small" href=places::base(words.lang)>
                <Icon name="back" />
                {use_desk_words().room.to_desk}
            </a>
        </p>
        <section class="stack desk__sheet" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{say.heading}</h2>
            <p class="soft">{say.lead}</p>
            {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again /> })}
            {move || match loader.state.get() {
                Load::Waiting => view! { <Loading /> }.into_any(),
                Load::Failed(why) => view! { <Failed why way=Way::Load again id="lijst-mislukt" /> }.into_any(),
                Load::Ready(entries) => {
                    let rows = entries.into_iter().map(|entry| view! { <Entry entry end /> }).collect_view();
                    view! { <ul class="desk__entries">{rows}</ul> }.into_any()
                }
            }}
        </section>
    }
}

#[component]
fn Entry(entry: SessionEntry, end: Callback<SessionEntry>) -> impl IntoView {
    let words = use_words();
    let say = &use_desk_words().devices;
    let began = moment::exact(&entry.began_at, words.lang);
    let used = moment::exact(&entry.used_at, words.lang);
    let side = if entry.current {
        view! { <strong>{say.here}</strong> }.into_any()
    } else {
        let label = format!("{}{}", say.end, (say.end_about)(&began));
        let entry = entry.clone();
        view! {
            <button class="button button--small" type="button" aria-label=label on:click=move |_| end.run(entry.clone())>
                {say.end}
            </button>
        }
        .into_any()
    };
    view! {
        <li class="desk__entry">
            <div>
                <p>{(say.began)(&began)}</p>
                <p class="small soft">{(say.used)(&used)}</p>
            </div>
            {side}
        </li>
    }
}

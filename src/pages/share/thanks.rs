//! Thank you: the droomsleutel, once.

use super::{After, Go, Page, Step};
use crate::{
    announcer, browser,
    components::{
        key::{KeyCard, KeyCheck},
        reading::reading_time,
        who_reads::{WhoReads, follow_reads},
    },
    offline::{Concept, keys, outbox::Fate},
    places::Place,
};
use droombord_domain::{follow_key::FollowKey, post::Kind};
use leptos::prelude::*;

/// What was sent is there.
#[component]
pub(super) fn Thanks(page: Page, asked: Memo<Step>) -> impl IntoView {
    let say = page.words.say.share();
    Effect::new(move |before: Option<Step>| {
        let now = asked.get();
        if before.is_some_and(|before| before != now) {
            browser::focus_soon("stap");
        }
        now
    });
    let is_gone =
        Memo::new(move |_| page.fate.with(|fate| matches!(fate, Fate::Refused(_) | Fate::TakenBack | Fate::Unknown)));
    move || match page.after.get() {
        None => ().into_any(),
        Some(After::SameWords(kind) | After::NewWords(_, kind)) if is_gone.get() => view! {
            <div class="page page--narrow page--first stack stack--loose">
                <div class="stack stack--tight">
                    <Came page kind />
                </div>
                <p>
                    <a class="button button--primary" href=Place::Mine.href(page.words.lang)>{say.to_mine}</a>
                </p>
            </div>
        }
        .into_any(),
        Some(After::SameWords(kind)) => view! {
            <div class="page page--narrow page--first stack stack--loose">
                <div class="stack stack--tight">
                    <Came page kind />
                    <p>{say.thanks_same_key}</p>
                </div>
                <p>
                    <a class="button button--primary" href=Place::Mine.href(page.words.lang)>{say.to_mine}</a>
                </p>
            </div>
        }
        .into_any(),
        Some(After::NewWords(key, kind)) if asked.get() == Step::Thanks => view! {
            <div class="page page--narrow page--first stack stack--loose">
                <div class="stack stack--tight unprinted">
                    <Came page kind />
                </div>
                <KeyCard key=key.clone() />
                <KeyCheck
                    key=key.clone()
                    done=Callback::new(move |()| have_them(page, &key))
                    done_word=Signal::stored(page.words.say.key().done)
                >
                    <button class="button button--quiet" type="button" on:click=move |_| leave(page, Place::Board)>
                        {page.words.say.key().skip}
                    </button>
                </KeyCheck>
                <HomeScreen page />
            </div>
        }
        .into_any(),
        Some(After::NewWords(..)) => view! {
            <div class="page page--narrow page--first stack stack--loose">
                <div class="stack stack--tight">
                    <h1 class="steps__heading" id="stap" tabindex="-1">{say.no_words_yet}</h1>
                    <p>{say.no_words_yet_more}</p>
                </div>
                <div class="cluster">
                    <button
                        class="button button--primary"
                        type="button"
                        on:click=move |_| page.go.run(Go::To(Step::Thanks))
                    >
                        {say.to_words}
                    </button>
                    <button class="button" type="button" on:click=move |_| leave(page, Place::Board)>
                        {say.do_not_follow}
                    </button>
                </div>
            </div>
        }
        .into_any(),
    }
}

/// Where the device remembers that this was said.
const HOME_SCREEN: &str = "droombord.beginscherm";

/// Says once that the board can be put beside the apps of the phone, where the browser can do so (`assets/phone.js`). Not on somebody
/// else's phone.
#[component]
fn HomeScreen(page: Page) -> impl IntoView {
    let say = page.words.say.share();
    let can = browser::has("html[data-installs]") && !page.device.is_borrowed_now() && !browser::is_borrowed_tab();
    let first = can && page.device.read(HOME_SCREEN).is_none();
    first.then(|| {
        // When it does not fit it is said again.
        let _ = page.device.write(HOME_SCREEN, "1");
        let by_hand = browser::has("html[data-installs=hand]");
        view! {
            <div class="stack stack--tight unprinted">
                <p class="soft">{say.home_screen}</p>
                {if by_hand {
                    view! { <p class="soft">{say.home_screen_by_hand}</p> }.into_any()
                } else {
                    view! { <p><button class="button" type="button" data-install="">{say.home_screen_put}</button></p> }.into_any()
                }}
            </div>
        }
    })
}

/// It is there, or it waits for a network and will be, or it did not go.
#[component]
fn Came(page: Page, kind: Kind) -> impl IntoView {
    let say = page.words.say.share();
    let mine = page.words.say.mine();
    let failing = page.words.say.failing();
    let heading = move || match page.fate.get() {
        Fate::Waits | Fate::Foreign | Fate::Unread => (say.waits)(kind),
        Fate::Busy => failing.busy,
        Fate::Arrived => (say.thanks)(kind),
        Fate::Refused(_) | Fate::TakenBack | Fate::Unknown => mine.not_sent,
    };
    // The first of them has the focus.
    Effect::new(move |before: Option<&'static str>| {
        let now = heading();
        if before.is_some_and(|before| before != now) {
            announcer::say(now);
        }
        now
    });
    let lead = move || match page.fate.get() {
        Fate::Waits => say.waits_lead.to_owned(),
        Fate::Arrived => format!("{} {}", (say.thanks_lead)(kind), reading_time()),
        Fate::Busy => failing.busy_more.to_owned(),
        Fate::Foreign => failing.waits_foreign.to_owned(),
        Fate::Unread => format!("{}. {}", failing.unread, failing.unread_more),
        Fate::Refused(cause) => (failing.sending)(cause).to_owned(),
        Fate::TakenBack => mine.taken_back.to_owned(),
        Fate::Unknown => failing.lost.to_owned(),
    };
    view! {
        <h1 class="steps__heading" id="stap" tabindex="-1">{heading}</h1>
        <p>{lead}</p>
        {move || page.alerted.get().then(|| view! {
            <div class="near">
                <p>{page.words.say.guard().alerted}</p>
                <WhoReads reads=follow_reads() id="wie-leest" />
            </div>
        })}
    }
}

/// The writer has the words: this device may remember them, unless it is somebody else's.
fn have_them(page: Page, key: &FollowKey) {
    if page.device.is_borrowed_now() {
        return leave(page, Place::Board);
    }
    // When it does not fit, *Mijn dromen* asks for the words.
    let _ = keys::remember(page.device, key);
    leave(page, Place::Mine);
}

/// The words are not kept here any longer.
fn leave(page: Page, to: Place) {
    Concept::forget(page.device, page.at());
    page.go.run(Go::Away(to));
}

//! Thank you: the droomsleutel, once.

use super::{After, Go, Page, Step};
use crate::{
    browser,
    components::{
        key::{KeyCard, KeyCheck},
        reading::reading_time,
    },
    offline::{CONCEPT, keys},
    places::Place,
};
use droombord_domain::follow_key::FollowKey;
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
    move || match page.after.get() {
        None => ().into_any(),
        Some(After::SameWords(kind)) => view! {
            <div class="page page--narrow page--first stack stack--loose">
                <div class="stack stack--tight">
                    <h1 class="steps__heading" id="stap" tabindex="-1">{(say.thanks)(kind)}</h1>
                    <p>{(say.thanks_lead)(kind)} " " {reading_time()}</p>
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
                    <h1 class="steps__heading" id="stap" tabindex="-1">{(say.thanks)(kind)}</h1>
                    <p>{(say.thanks_lead)(kind)} " " {reading_time()}</p>
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
    page.device.forget(CONCEPT);
    page.go.run(Go::Away(to));
}

//! What a page says while its program is missing. Only in the first HTML: it goes with it once the program is there.

use super::icon::Icon;
use crate::{
    i18n::use_words,
    places::{Entry, Place, in_lang},
    route::Route,
};
use droombord_domain::post::Lang;
use leptos::prelude::*;

/// Hidden until the program has been too long, or is broken (`assets/early.js`); and what is said where JavaScript is off.
#[component]
pub fn WithoutProgram() -> impl IntoView {
    if cfg!(target_arch = "wasm32") {
        return ().into_any();
    }
    let words = use_words();
    let say = words.say.no_program();
    let path = Route::get().path_now();
    // Where JavaScript is off, writing and the desk have a sentence of their own.
    let (more, told) = match Entry::of(&path) {
        Entry::Board => (say.reader, false),
        Entry::Own => (say.writer, in_lang(Lang::Nl, &path) == Place::Share.path()),
        Entry::Desk => (say.desk, true),
        // Nothing there needs one.
        Entry::Words => return ().into_any(),
    };
    view! {
        {(!told).then(|| view! { <noscript><p class="notice">{say.no_script}</p></noscript> })}
        <div class="kept kept--stuck" id="zonder-app" hidden>
            <div class="notice notice--wait">
                <Icon name="clock" class="icon" />
                <div class="notice__body">
                    <p class="notice__title">{say.title}</p>
                    <p>{more}</p>
                    <p>{say.slow}</p>
                    <p class="cluster">
                        <a class="button button--small" href="" rel="external">{say.reload}</a>
                        <a class="prose__link" href=Place::Help.href(words.lang)>{say.help}</a>
                    </p>
                </div>
            </div>
        </div>
    }
    .into_any()
}

//! What a press on a chip does, for who hears it: its description. Its name stays the word that is seen, and `aria-current` says that it is
//! chosen.

use crate::i18n::use_words;
use leptos::prelude::*;

/// For `aria-describedby` of a choice that is a link. [`ChipHints`] stands beside the choices.
pub const fn press_of(chosen: bool) -> &'static str {
    if chosen { "kies-weg" } else { "kies-dit" }
}

/// What a press does, by whether it is chosen: once in a page, seen by nobody.
#[component]
pub fn ChipHints() -> impl IntoView {
    let press = use_words().say.names.press;
    [false, true].map(|chosen| view! { <p id=press_of(chosen) hidden="">{press(chosen)}</p> })
}

//! The icons: drawings in `assets/icons.svg`, which stands once in every page. Always beside a word.

use leptos::prelude::*;

/// One drawing; `name` is its id in the sprite without `i-`.
#[component]
pub fn Icon(
    /// Which drawing.
    name: &'static str,
    /// Its class.
    #[prop(default = "icon icon--small")]
    class: &'static str,
) -> impl IntoView {
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true">
            <use href=format!("#i-{name}") />
        </svg>
    }
}

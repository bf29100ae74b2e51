//! The desk: where facilitators read. A second entry, so that no visitor downloads it.
use leptos::prelude::*;
/// Being written.
#[component]
pub fn Desk() -> impl IntoView {
    view! { <p></p> }
}

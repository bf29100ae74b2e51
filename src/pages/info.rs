//! Being written.
use leptos::prelude::*;
/// Being written.
#[component]
pub fn InfoPage(place: crate::places::Place) -> impl IntoView {
    let _ = place;
    view! { <p></p> }
}

//! Being written.
use leptos::prelude::*;
/// Being written.
#[component]
pub fn SharePage() -> impl IntoView {
    view! { <p></p> }
}

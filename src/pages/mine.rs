//! Being written.
use leptos::prelude::*;
/// Being written.
#[component]
pub fn MinePage() -> impl IntoView {
    view! { <p></p> }
}

//! The browser app as a library.
use leptos::prelude::*;

/// The app.
#[component]
pub fn App() -> impl IntoView {
    view! { <p>"Droombord"</p> }
}

//! A list that only grows, and what makes it grow.

use leptos::prelude::*;
use std::sync::Arc;

/// Shows `count` things. When there are more, those that are there stay as they are.
///
/// What shows one is in a box, so that the code which compares two lists is in a program once.
pub fn growing(count: Memo<usize>, show: impl Fn(usize) -> AnyView + Send + Sync + 'static) -> AnyView {
    let show: Arc<dyn Fn(usize) -> AnyView + Send + Sync> = Arc::new(show);
    view! { <For each=move || 0..count.get() key=|at| *at let:at>{show(at)}</For> }.into_any()
}

/// The button for more.
#[component]
pub fn More(
    /// What it says.
    word: &'static str,
    /// Brings more.
    more: Callback<()>,
) -> impl IntoView {
    view! { <p><button class="button" type="button" on:click=move |_| more.run(())>{word}</button></p> }
}

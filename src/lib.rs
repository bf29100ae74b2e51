//! The browser app as a library: visitors' pages, the desk as a second entry, and the first HTML of both.
//!
//! The server renders the very same components with the feature `ssr` ([`first_html`]); the browser takes over with the
//! feature `csr` ([`takeover`]). The app never knows the server: it talks to it through [`api`] alone.

// Views are types; the board's is a deep one.
#![recursion_limit = "256"]

pub mod api;
pub mod app;
pub mod browser;
pub mod components;
pub mod desk;
pub mod first;
pub mod guard;
pub mod i18n;
pub mod load;
pub mod offline;
pub mod pages;
pub mod places;
#[cfg(target_arch = "wasm32")]
pub mod takeover;

/// The path of the page that is being shown or made.
fn browser_path() -> String {
    #[cfg(target_arch = "wasm32")]
    return web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    #[cfg(all(not(target_arch = "wasm32"), feature = "ssr"))]
    return leptos::prelude::use_context::<leptos_router::location::RequestUrl>()
        .map(|url| url.as_ref().to_owned())
        .unwrap_or_default();
    #[cfg(all(not(target_arch = "wasm32"), not(feature = "ssr")))]
    String::new()
}

#[cfg(feature = "ssr")]
pub use first::{FirstHtml, first_html};

//! The browser app as a library: visitors' pages, the desk as a second entry, and the first HTML of both.
//!
//! The server renders the very same components with the feature `ssr` ([`render_page`]); the browser takes over with the
//! feature `csr` ([`takeover`]). The app never knows the server: it talks to it through [`api`] alone.

// Views are types; the board's is a deep one.
#![recursion_limit = "256"]

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

pub mod announcer;
pub mod api;
pub mod app;
pub mod browser;
pub mod clock;
pub mod components;
pub mod desk;
pub mod first;
pub mod guard;
pub mod hex;
pub mod i18n;
pub mod json;
pub mod load;
pub mod offline;
pub mod pages;
pub mod pieces;
pub mod places;
pub mod route;
#[cfg(feature = "ssr")]
pub mod ssr;
#[cfg(target_arch = "wasm32")]
pub mod takeover;
pub mod task;

#[cfg(feature = "ssr")]
pub use ssr::{RenderedPage, render_page};

//! The server's endpoints as short functions, in domain types.

pub mod desk;
mod live;
#[cfg(target_arch = "wasm32")]
mod pages;
mod posts;
mod transport;

pub use live::news;
#[cfg(target_arch = "wasm32")]
pub use pages::html;
pub use posts::*;
pub use transport::{Failure, Flight, Later};

//! What the server does with its own parts: methods of [`App`](crate::state::App) that stand above `state`, so that the parts themselves
//! know nothing of it.

pub mod alert;
pub mod client;
pub mod digest;
pub mod exposure;
pub mod known_time;
pub mod live;

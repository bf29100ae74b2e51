//! The server's endpoints as short functions, in domain types. Components never call these; pages do.

pub mod desk;
mod posts;
mod transport;

pub use posts::*;
pub use transport::{Failure, Flight};

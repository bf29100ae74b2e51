//! What the device keeps, and what it must not keep.
//!
//! Everything goes through [`Device`]: under *dit is niet mijn telefoon* it keeps things in memory only.

mod concept;
mod device;
pub mod keys;
pub mod outbox;
pub mod seen;

pub use concept::{At, Attempt, CONCEPT, Concept, REPLY, Sent, Writing};
pub use device::Device;

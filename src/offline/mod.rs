//! What the device keeps, and what it must not keep.
//!
//! Everything goes through [`Device`]: under *dit is niet mijn telefoon* it keeps things in memory only.

mod device;

pub use device::Device;

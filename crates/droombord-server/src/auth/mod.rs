//! Accounts' ways in: passwords, the second factor, sessions, and who may call what.
//!
//! What lives here: the rules of signing in and the extractors that carry authority. What may not: SQL (the store), status
//! codes (the error), anything about posts. Visitors have no account; follow keys are not here.

pub mod cookie;
pub mod delay;
pub mod enter;
pub mod extract;
pub mod issue;
pub mod lifetime;
pub mod password;
pub mod seal;
pub mod sign_in;
pub mod totp;

use delay::{Delays, Pace};
use lifetime::LastUses;
use password::Hashing;

/// What signing in remembers, in memory only.
#[derive(Debug)]
pub struct Auth {
    /// Hashes passwords, a few at a time.
    pub hashing: Hashing,
    /// Slows guessing.
    pub delays: Delays,
    /// When each session was used last.
    pub last_uses: LastUses,
}

impl Auth {
    /// Starts with nothing remembered.
    pub fn new(pace: Pace) -> Self {
        Self { hashing: Hashing::default(), delays: Delays::new(pace), last_uses: LastUses::default() }
    }
}

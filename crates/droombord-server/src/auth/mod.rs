//! Accounts' ways in: passwords, the second factor, sessions, and who may call what.
//!
//! What lives here: the rules of signing in and the extractors that carry authority. What may not: SQL (the store), status
//! codes (the error), anything about posts. Visitors have no account; follow keys are not here.

pub mod cookie;
pub mod delay;
pub mod lifetime;
pub mod password;
pub mod seal;
pub mod sign_in;
pub mod totp;

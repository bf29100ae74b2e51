//! What a facilitator's decision needs and does. Pure: no SQL, no clock, no HTTP.
//!
//! Which step may follow which state is the domain's ([`droombord_domain::life`]); what is added here is that a decision
//! is about the revision that was read, that turning one back takes somebody else, and that words which show danger are
//! read by two.

pub mod marks;
pub mod ruling;

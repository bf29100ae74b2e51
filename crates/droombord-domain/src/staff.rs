//! People with an account: they read, answer or administer. Visitors have none.

use crate::codes::codes;

codes! {
    /// What an account may do. Least rights: an administrator cannot read the queue.
    StaffRole { Facilitator = "facilitator", Answerer = "answerer", Administrator = "administrator" }
}

codes! {
    /// What was done with an account.
    AccountStep { Made = "made", Reset = "reset", Disabled = "disabled" }
}

/// A password has at least so many characters (NIST SP 800-63B-4 asks 15 without, 8 with a second factor; we take 12).
pub const MIN_PASSWORD: usize = 12;
/// And at most so many bytes, so that hashing it costs no more than it should.
pub const MAX_PASSWORD: usize = 256;
/// An account's name has at most so many graphemes.
pub const MAX_ACCOUNT_NAME: usize = 60;

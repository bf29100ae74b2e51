//! The tests that look at the whole from outside.

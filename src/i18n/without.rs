//! What is said where a page's program, or the network, is missing.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

type Text = &'static str;

/// The program of a page is not there: it is slow, broken, or this browser cannot run it.
pub struct NoProgram {
    pub title: Text,
    /// What works and what does not: on a page for reading, on one where something is typed, at the desk.
    pub reader: Text,
    pub writer: Text,
    pub desk: Text,
    /// It may still come.
    pub slow: Text,
    pub reload: Text,
    pub help: Text,
    /// JavaScript is off.
    pub no_script: Text,
}

/// The page in the place of one that neither the network nor the phone has.
pub struct NoNetwork {
    pub title: Text,
    pub heading: Text,
    pub lead: Text,
    pub more: Text,
    pub again: Text,
    pub to_board: Text,
    pub help: Text,
}

//! One line of `what | bar | reached`: the result of a bench or a proof.

/// One line of the table.
pub(crate) struct Row {
    /// What was measured.
    pub(crate) what: String,
    /// What was promised.
    pub(crate) bar: String,
    /// What was measured, in words.
    pub(crate) reached: String,
    /// Whether the promise is kept; nothing when the number is for information.
    pub(crate) kept: Option<bool>,
}

impl Row {
    /// A row with a bar.
    pub(crate) fn measured(what: &str, bar: &str, reached: String, kept: bool) -> Self {
        Self { what: what.to_owned(), bar: bar.to_owned(), reached, kept: Some(kept) }
    }

    /// A row for information.
    pub(crate) fn stated(what: &str, reached: String) -> Self {
        Self { what: what.to_owned(), bar: String::new(), reached, kept: None }
    }
}

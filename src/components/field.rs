//! What every field has in which somebody writes, at visitors' pages and at the desk.
//!
//! Nothing that is written leaves the phone before it is sent. Browsers and extensions have helpers that send it to a company while it is
//! written: spelling and style checkers, writing suggestions, translators. A page cannot choose the local ones among them: all of them are
//! asked to stay away.

use leptos::attr::{Attribute, custom::custom_attribute};

/// Asks helpers to leave a field alone: those of browsers (`spellcheck`: Chromium and Edge may check on a server; `writingsuggestions`;
/// `translate`), of Microsoft Editor, Grammarly and LanguageTool.
pub fn no_helpers() -> impl Attribute {
    (
        custom_attribute("spellcheck", "false"),
        custom_attribute("writingsuggestions", "false"),
        custom_attribute("translate", "no"),
        custom_attribute("data-ms-editor", "false"),
        custom_attribute("data-gramm", "false"),
        custom_attribute("data-gramm_editor", "false"),
        custom_attribute("data-enable-grammarly", "false"),
        custom_attribute("data-lt-active", "false"),
    )
}

/// The same for what nobody is to find later: the browser does not offer what was written there before.
pub fn private() -> impl Attribute {
    (no_helpers(), custom_attribute("autocomplete", "off"))
}

/// The same for words that are no language (keys, names, addresses): a keyboard that corrects or begins with a capital would change them.
pub fn private_exact() -> impl Attribute {
    (private(), custom_attribute("autocapitalize", "none"), custom_attribute("autocorrect", "off"))
}

//! What every field has in which somebody writes, at visitors' pages and at the desk.
//!
//! Nothing that is written leaves the phone before it is sent. Browsers and extensions have helpers that send it to a company while it is
//! written: spelling and style checkers, writing suggestions, translators. A page cannot choose the local ones among them: all of them are
//! asked to stay away.

use leptos::{
    attr::{Attribute, NextAttribute},
    tachys::renderer::{Rndr, types::Element},
};

/// Attributes that never change, as one: readers download the code for them once, and not once an attribute.
#[derive(Clone, Copy)]
pub struct Fixed(&'static [(&'static str, &'static str)]);

/// Asks helpers to leave a field alone: those of browsers (`spellcheck`: Chromium and Edge may check on a server; `writingsuggestions`;
/// `translate`), of Microsoft Editor, Grammarly and LanguageTool.
pub fn no_helpers() -> Fixed {
    Fixed(EXACT.get(3..).unwrap_or_default())
}

/// The same for what nobody is to find later: the browser does not offer what was written there before.
pub fn private() -> Fixed {
    Fixed(EXACT.get(2..).unwrap_or_default())
}

/// The same for words that are no language (keys, names, addresses): a keyboard that corrects or begins with a capital would change them.
pub fn private_exact() -> Fixed {
    Fixed(EXACT)
}

/// Each of the three has all that stand behind its first.
const EXACT: &[(&str, &str)] = &[
    ("autocapitalize", "none"),
    ("autocorrect", "off"),
    ("autocomplete", "off"),
    ("spellcheck", "false"),
    ("writingsuggestions", "false"),
    ("translate", "no"),
    ("data-ms-editor", "false"),
    ("data-gramm", "false"),
    ("data-gramm_editor", "false"),
    ("data-enable-grammarly", "false"),
    ("data-lt-active", "false"),
];

impl Attribute for Fixed {
    const MIN_LENGTH: usize = 0;
    type State = ();
    type AsyncOutput = Self;
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn html_len(&self) -> usize {
        self.0.iter().map(|(name, value)| name.len() + value.len() + 4).sum()
    }

    fn to_html(self, html: &mut String, _class: &mut String, _style: &mut String, _inner_html: &mut String) {
        for part in self.0.iter().flat_map(|(name, value)| [" ", name, "=\"", value, "\""]) {
            html.push_str(part);
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element) {
        self.build(element);
    }

    fn build(self, element: &Element) {
        self.0.iter().for_each(|(name, value)| Rndr::set_attribute(element, name, value));
    }

    fn rebuild(self, (): &mut ()) {}

    fn into_cloneable(self) -> Self {
        self
    }

    fn into_cloneable_owned(self) -> Self {
        self
    }

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }
}

impl NextAttribute for Fixed {
    type Output<NewAttr: Attribute> = (Self, NewAttr);

    fn add_any_attr<NewAttr: Attribute>(self, new: NewAttr) -> (Self, NewAttr) {
        (self, new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_set_has_what_it_is_for() {
        let html = |set: Fixed| {
            let mut html = String::new();
            set.to_html(&mut html, &mut String::new(), &mut String::new(), &mut String::new());
            assert!(html.ends_with(" data-lt-active=\"false\"") && html.contains(" spellcheck=\"false\""), "{html}");
            html
        };
        assert!(!html(no_helpers()).contains("autoco"));
        assert!(html(private()).starts_with(" autocomplete=\"off\""));
        assert!(html(private_exact()).starts_with(" autocapitalize=\"none\" autocorrect=\"off\" autocomplete"));
    }
}

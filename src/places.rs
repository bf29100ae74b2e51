//! Where the pages are. Every link in the app is made here; nothing else writes an address of a page.

use droombord_domain::{filter::BoardFilter, post::Lang};
use uuid::Uuid;

/// What stands before every address in this language; Dutch stands at the root.
pub const fn root(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "",
        Lang::En => "/en",
    }
}

/// The language of the page at this path.
pub fn lang_of(path: &str) -> Lang {
    if path == "/en" || path.starts_with("/en/") || path.starts_with("/en?") { Lang::En } else { Lang::Nl }
}

/// A page that has no parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The board.
    Board,
    /// Writing.
    Share,
    /// Own posts.
    Mine,
    /// Help lines.
    Help,
    /// How it works.
    About,
    /// The rules.
    Rules,
    /// What is stored, and why.
    Privacy,
    /// How well everybody can use it.
    Accessibility,
    /// The desk.
    Desk,
}

impl Place {
    /// The path without language.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Board => "/",
            Self::Share => "/deel",
            Self::Mine => "/mijn",
            Self::Help => "/hulp",
            Self::About => "/over",
            Self::Rules => "/regels",
            Self::Privacy => "/privacy",
            Self::Accessibility => "/toegankelijkheid",
            Self::Desk => "/leestafel",
        }
    }

    /// The address in a language.
    pub fn href(self, lang: Lang) -> String {
        format!("{}{}", root(lang), self.path())
    }
}

/// The board under filters.
pub fn board(lang: Lang, filter: &BoardFilter) -> String {
    let query = filter.to_query();
    let path = Place::Board.href(lang);
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// One post.
pub fn post(lang: Lang, id: Uuid) -> String {
    format!("{}/droom/{id}", root(lang))
}

/// The same page in another language.
pub fn in_lang(lang: Lang, path: &str) -> String {
    let bare = path.strip_prefix("/en").filter(|rest| rest.is_empty() || rest.starts_with('/')).unwrap_or(path);
    let bare = if bare.is_empty() { "/" } else { bare };
    format!("{}{bare}", root(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_same_address_in_each_language_after_its_root() {
        for (path, dutch, english) in [
            ("/", "/", "/en/"),
            ("/en/", "/", "/en/"),
            ("/en", "/", "/en/"),
            ("/hulp", "/hulp", "/en/hulp"),
            ("/energie", "/energie", "/en/energie"),
        ] {
            assert_eq!(in_lang(Lang::Nl, path), dutch);
            assert_eq!(in_lang(Lang::En, path), english);
        }
        assert_eq!(lang_of("/en/hulp"), Lang::En);
        assert_eq!(lang_of("/energie"), Lang::Nl);
    }
}

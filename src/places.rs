//! Where the pages are. Every link in the app is made here; nothing else writes an address of a page.

use droombord_domain::post::Lang;
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
    /// What organisations promise.
    Promises,
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
    /// In the place of a page that neither the network nor the phone has.
    Offline,
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
            Self::Promises => "/beloftes",
            Self::Help => "/hulp",
            Self::About => "/over",
            Self::Rules => "/regels",
            Self::Privacy => "/privacy",
            Self::Accessibility => "/toegankelijkheid",
            Self::Offline => "/zonder-internet",
            Self::Desk => "/leestafel",
        }
    }

    /// The address in a language.
    pub fn href(self, lang: Lang) -> String {
        format!("{}{}", root(lang), self.path())
    }
}

/// The board, as a query (without `?`) asks for it.
pub fn board(lang: Lang, query: &str) -> String {
    let path = Place::Board.href(lang);
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// Writing, as a query (without `?`) asks for it.
pub fn share(lang: Lang, query: &str) -> String {
    let path = Place::Share.href(lang);
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// Writing a reply to a post.
pub fn reply(lang: Lang, id: Uuid) -> String {
    share(lang, &format!("bij={id}"))
}

/// Telling that something is wrong with a post or a reply.
pub fn report(lang: Lang, id: Uuid) -> String {
    format!("{}{REPORT}?bij={id}", root(lang))
}

const REPORT: &str = "/melden";

/// One post.
pub fn post(lang: Lang, id: Uuid) -> String {
    format!("{}/droom/{id}", root(lang))
}

/// One organisation.
pub fn organisation(lang: Lang, id: Uuid) -> String {
    format!("{}/organisatie/{id}", root(lang))
}

/// The same page in another language.
pub fn in_lang(lang: Lang, path: &str) -> String {
    let bare = path.strip_prefix("/en").filter(|rest| rest.is_empty() || rest.starts_with('/')).unwrap_or(path);
    let bare = if bare.is_empty() { "/" } else { bare };
    format!("{}{bare}", root(lang))
}

/// What a page downloads beside its words. Each is a program of its own but [`Entry::Words`], which is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The board and one post.
    Board,
    /// Writing, own posts, and telling that something is wrong.
    Own,
    /// Pages that are words (promises too: the server makes them whole), and addresses where nothing is.
    Words,
    /// The desk.
    Desk,
}

impl Entry {
    /// The entry that serves this path.
    pub fn of(path: &str) -> Self {
        let bare = in_lang(Lang::Nl, path);
        let first = bare.split('/').nth(1).unwrap_or_default();
        match first {
            "" | "droom" => Self::Board,
            "deel" | "mijn" | "melden" => Self::Own,
            "leestafel" => Self::Desk,
            _ => Self::Words,
        }
    }

    /// Whether this entry can show the path by itself; otherwise the browser loads the page.
    ///
    /// Help is a page of words, but who is writing gets there without losing what only this page remembers.
    pub fn shows(self, path: &str) -> bool {
        Self::of(path) == self || (self == Self::Own && in_lang(Lang::Nl, path) == Place::Help.path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_one_entry() {
        for (path, entry) in [
            ("/", Entry::Board),
            ("/en/", Entry::Board),
            ("/en", Entry::Board),
            ("/droom/1", Entry::Board),
            ("/deel", Entry::Own),
            ("/en/mijn", Entry::Own),
            ("/melden", Entry::Own),
            ("/hulp", Entry::Words),
            ("/beloftes", Entry::Words),
            ("/en/organisatie/1", Entry::Words),
            ("/nergens", Entry::Words),
            ("/en/leestafel/1", Entry::Desk),
            ("/leestafels", Entry::Words),
        ] {
            assert_eq!(Entry::of(path), entry, "{path}");
        }
        assert!(Entry::Own.shows("/en/hulp") && !Entry::Board.shows("/hulp"));
    }

    #[test]
    fn the_service_worker_keeps_every_page_that_never_changes() {
        let worker = include_str!("../assets/sw.js");
        let list = worker.split_once("const SAME = [").and_then(|(_, after)| after.split_once(']')).map(|it| it.0);
        let kept: Vec<&str> = list.unwrap_or_default().split(", ").map(|path| path.trim_matches('"')).collect();
        let pages = [
            Place::Board,
            Place::Share,
            Place::Mine,
            // Not the promises: what stands there changes.
            Place::Help,
            Place::About,
            Place::Rules,
            Place::Privacy,
            Place::Accessibility,
            Place::Offline,
            Place::Desk,
        ];
        let same = pages.map(Place::path).into_iter();
        let same: Vec<&str> = same.filter(|path| matches!(Entry::of(path), Entry::Own | Entry::Words)).collect();
        assert_eq!(kept, same);
    }

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

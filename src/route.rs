//! Where somebody is: the address, links that are followed without a load, and Back.
//!
//! The address is the state of a page, and nothing else reads or changes it. There are two pages in a program, or four, side by side: a
//! router library would bring nested pages, lazy ones and transitions, and a seventh of what a reader downloads (`docs/decisions/`).

use crate::{
    browser,
    places::{Entry, Place, in_lang, lang_of},
};
use droombord_domain::post::Lang;
use leptos::prelude::*;

/// Path and query of an address.
#[derive(Clone, Debug, Default)]
pub struct Address {
    path: String,
    query: Vec<(String, String)>,
    came: Came,
}

/// How somebody came to where they are.
#[derive(Clone, Copy, Debug, Default)]
struct Came {
    by_back: bool,
    /// How far the page before was scrolled when it was left, in CSS pixels.
    left_at: f64,
}

impl Address {
    /// Reads an address without its origin. Whatever it is, it is one.
    pub fn parse(address: &str) -> Self {
        let address = address.split_once('#').map_or(address, |(address, _)| address);
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let pair = |pair: &str| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        };
        let query = query.split('&').filter(|it| !it.is_empty()).map(pair).collect();
        Self { path: path.to_owned(), query, came: Came::default() }
    }

    /// The path as it stands in the address.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What the query says under a name; the last one counts.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.query.iter().rfind(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// A part of the path, counted after the language.
    pub fn part(&self, at: usize) -> Option<String> {
        in_lang(Lang::Nl, &self.path).split('/').filter(|part| !part.is_empty()).nth(at).map(str::to_owned)
    }

    /// Whether the path has these parts; `:` stands for any.
    fn has(&self, parts: &[&str]) -> bool {
        let fits = |(at, part): (usize, &&str)| self.part(at).is_some_and(|it| *part == ":" || it == *part);
        parts.iter().enumerate().all(fits) && self.part(parts.len()).is_none()
    }
}

/// A value of a query as it was meant: `+` is a space, `%` and two digits a byte.
fn decoded(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let digit = |at: usize| after.get(at).and_then(|digit| char::from(*digit).to_digit(16));
        match (first, digit(0).zip(digit(1))) {
            (b'%', Some((high, low))) => {
                bytes.push((high * 16 + low) as u8);
                rest = after.get(2..).unwrap_or_default();
            }
            (b'+', _) => bytes.push(b' '),
            (other, _) => bytes.push(*other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Where somebody is now. Copy it freely.
#[derive(Clone, Copy)]
pub struct Route(RwSignal<Address>);

impl Route {
    /// Reads the address, and follows links to what `entry` shows, to the board when it is `at_hand`. Gives the language of the address: another
    /// language is another load.
    pub fn provide(entry: Entry, at_hand: fn() -> bool) -> Lang {
        // On the server it is the one that was asked for.
        let address = use_context::<Address>().unwrap_or_else(|| Address::parse(&browser::address()));
        let lang = lang_of(address.path());
        let route = Self(RwSignal::new(address));
        provide_context(route);
        browser::on_link(move |link| {
            let is_board = in_lang(Lang::Nl, &link.path) == Place::Board.path();
            let here = entry.shows(&link.path) && lang_of(&link.path) == lang && (!is_board || at_hand());
            if here {
                route.change(&link.address, false);
                if !link.keeps_place {
                    browser::to_top();
                }
            }
            here
        });
        browser::on_back(move || route.look(true));
        lang
    }

    /// Where somebody is now.
    pub fn get() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(Address::default())))
    }

    /// The path.
    pub fn path(self) -> Memo<String> {
        Memo::new(move |_| self.0.with(|now| now.path.clone()))
    }

    /// What the address says to this page, as long as it is shown: on the way to another page it stays what it was.
    pub fn read<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Address) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let page = self.0.with_untracked(|now| now.part(0));
        Memo::new(move |before: Option<&T>| {
            self.0.with(|now| match before {
                Some(before) if now.part(0) != page => before.clone(),
                Some(_) | None => read(now),
            })
        })
    }

    /// Shows another page, from its top.
    pub fn go(self, address: &str) {
        self.change(address, false);
        browser::to_top();
    }

    /// Shows something else of this page: its place stays. Back leads to what was shown before, unless this is to `replace` it.
    pub fn stay(self, address: &str, replace: bool) {
        self.change(address, replace);
    }

    /// The path, as it is at this moment.
    pub fn path_now(self) -> String {
        self.0.with_untracked(|now| now.path.clone())
    }

    /// Whether the address has this value at this moment.
    pub fn has_now(self, name: &str, value: &str) -> bool {
        self.0.with_untracked(|now| now.value(name) == Some(value))
    }

    /// Whether Back (or Forward) led here.
    pub fn came_by_back(self) -> bool {
        self.0.with_untracked(|now| now.came.by_back)
    }

    /// How far the page before was scrolled when it was left, in CSS pixels.
    pub fn left_at(self) -> f64 {
        self.0.with_untracked(|now| now.came.left_at)
    }

    fn change(self, address: &str, replace: bool) {
        if address != browser::address() {
            // First: the browser remembers the place for Back, as it is now.
            browser::set_address(address, replace);
        }
        self.look(false);
    }

    fn look(self, by_back: bool) {
        let mut now = Address::parse(&browser::address());
        now.came = Came { by_back, left_at: browser::place() };
        if self.0.with_untracked(|before| before.path != now.path || before.query != now.query) {
            self.0.set(now);
        }
    }
}

/// The pages of a program: what the parts of their paths are (`:` stands for any), and what shows them.
pub type Pages = &'static [(&'static [&'static str], fn() -> AnyView)];

/// The page of the address, or `missing`. It is built again only when another page is asked for.
pub fn show(pages: Pages, missing: fn() -> AnyView) -> impl IntoView {
    let Route(address) = Route::get();
    let chosen = Memo::new(move |_| address.with(|now| pages.iter().position(|(parts, _)| now.has(parts))));
    move || {
        let page = chosen.get().and_then(|at| pages.get(at)).map_or(missing, |(_, page)| *page);
        untrack(page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_meant() {
        let address = Address::parse("/en/droom/1?a=b+c&keyword=gez%C3%ADn%2b&a=d&leeg&=x&half=%4&kapot=%ff#daar");
        assert_eq!(address.path(), "/en/droom/1");
        assert_eq!(address.value("a"), Some("d"));
        assert_eq!(address.value("keyword"), Some("gezín+"));
        assert_eq!(address.value("leeg"), Some(""));
        assert_eq!(address.value("half"), Some("%4"));
        assert_eq!(address.value("kapot"), Some("\u{fffd}"));
        assert_eq!(address.value("niet"), None);
        assert_eq!(Address::parse("/?").value(""), None);
    }

    #[test]
    fn a_page_is_chosen_by_the_parts_of_its_path() {
        for (path, parts, fits) in [
            ("/", &[][..], true),
            ("/en", &[], true),
            ("/en/", &[], true),
            ("/hulp", &[], false),
            ("/hulp", &["hulp"], true),
            ("/en/hulp", &["hulp"], true),
            ("/hulp/x", &["hulp"], false),
            ("/droom/1", &["droom", ":"], true),
            ("/droom", &["droom", ":"], false),
            ("/droom/1/2", &["droom", ":"], false),
        ] {
            assert_eq!(Address::parse(path).has(parts), fits, "{path} {parts:?}");
        }
    }
}

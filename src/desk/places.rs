//! Where things are at the desk. Every address inside it is made and read here.

use crate::{
    places::{Place, in_lang},
    route::Address,
};
use droombord_domain::{
    filter::{DeskFilter, query},
    life::PostState,
    post::Lang,
};
use uuid::Uuid;

/// The lists of the desk, in the order of the screen.
pub const LISTS: [PostState; 5] =
    [PostState::Received, PostState::HandedBack, PostState::Published, PostState::Declined, PostState::TakenDown];

/// What an address of the desk names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The list; for administrators the people who can sign in.
    List,
    /// One post, beside the list; for answerers what is asked about one.
    Post(Uuid),
    /// Where somebody is signed in.
    Devices,
    /// Answers that wait for a reader.
    Answers,
    /// The participating organisations.
    Organisations,
    /// What people say is wrong with posts on the board.
    Reports,
    /// Look-alikes, keywords, the log.
    More,
    /// What the board is about, how long people wait, how much is answered.
    Insight,
    /// For answerers what their organisation promised; for facilitators what is said of promises and waits for a reader.
    Promises,
    /// A promise that is being made.
    NewPromise,
    /// Nothing.
    Missing,
}

impl Spot {
    /// The post, if it is one.
    pub const fn post(self) -> Option<Uuid> {
        match self {
            Self::Post(id) => Some(id),
            Self::List
            | Self::Devices
            | Self::Answers
            | Self::Organisations
            | Self::Reports
            | Self::More
            | Self::Insight
            | Self::Promises
            | Self::NewPromise
            | Self::Missing => None,
        }
    }

    /// What stands at this path.
    pub fn of(path: &str) -> Self {
        let bare = in_lang(Lang::Nl, path);
        match bare.strip_prefix(Place::Desk.path()).map(|rest| rest.trim_matches('/')) {
            Some("") => Self::List,
            Some(DEVICES) => Self::Devices,
            Some(ANSWERS) => Self::Answers,
            Some(ORGANISATIONS) => Self::Organisations,
            Some(REPORTS) => Self::Reports,
            Some(MORE) => Self::More,
            Some(INSIGHT) => Self::Insight,
            Some(PROMISES) => Self::Promises,
            Some(NEW_PROMISE) => Self::NewPromise,
            Some(id) => id.parse().map_or(Self::Missing, Self::Post),
            None => Self::Missing,
        }
    }
}

/// The id of the pane with the list: the focus goes there.
pub const LIST_PANE: &str = "rij";
/// Asks that the page begins at whom to ask.
pub const ASKING: &str = "vragen";
const DEVICES: &str = "apparaten";
const ANSWERS: &str = "antwoorden";
const ORGANISATIONS: &str = "organisaties";
const REPORTS: &str = "meldingen";
const MORE: &str = "meer";
const INSIGHT: &str = "inzicht";
const PROMISES: &str = "beloftes";
const NEW_PROMISE: &str = "beloftes/nieuw";

/// The list that `?state=` names; without one, what waits.
pub fn list_of(code: Option<&str>) -> PostState {
    code.and_then(PostState::from_code).filter(|state| LISTS.contains(state)).unwrap_or(PostState::Received)
}

/// A list, and what it is narrowed down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which list.
    pub list: PostState,
    /// Of what hangs on the board, only this.
    pub filter: DeskFilter,
    /// Of what hangs on the board, only what has these words. They stand behind the `#`: no server gets them with an address.
    pub words: String,
}

impl Asked {
    /// All of a list.
    pub fn all(list: PostState) -> Self {
        Self { list, filter: DeskFilter::default(), words: String::new() }
    }

    /// What an address asks for, but for the words. One that somebody mistyped shows everything rather than nothing.
    pub fn of(address: &Address) -> Self {
        let list = list_of(address.value("state"));
        let names = ["kind", "direction", "role", "region", "keyword", "status"];
        let pairs = names.into_iter().filter_map(|name| Some((name, address.value(name)?)));
        let pairs = pairs.filter(|_| list == PostState::Published);
        Self { filter: DeskFilter::from_address(pairs).unwrap_or_default(), ..Self::all(list) }
    }

    /// The same with the words behind the `#`.
    pub fn with(self, fragment: &str) -> Self {
        let words = Address::parse(&["?", fragment].concat()).value(WORDS).unwrap_or_default().trim().to_owned();
        Self { words: if self.list == PostState::Published { words } else { String::new() }, ..self }
    }

    /// Whether it is less than all of the list.
    pub fn is_narrow(&self) -> bool {
        !self.filter.is_empty() || !self.words.is_empty()
    }

    /// The address of the list, or of a post beside it.
    pub fn href(&self, lang: Lang, post: Option<Uuid>) -> String {
        let Self { list, filter, words } = self;
        let mut address = base(lang);
        if let Some(id) = post {
            address.extend(["/", &id.to_string()]);
        }
        let state = (*list != PostState::Received).then_some(("state", list.code()));
        let asked = query(state.into_iter().chain(filter.pairs()));
        if !asked.is_empty() {
            address.extend(["?", &asked]);
        }
        if !words.is_empty() {
            address.extend(["#", &query([(WORDS, words.as_str())])]);
        }
        address
    }
}

/// The name of the words that are searched for.
const WORDS: &str = "q";

/// What every address of the desk begins with.
pub fn base(lang: Lang) -> String {
    Place::Desk.href(lang)
}

/// A list.
pub fn list(lang: Lang, list: PostState) -> String {
    Asked::all(list).href(lang, None)
}

/// A post beside a list.
pub fn post(lang: Lang, list: PostState, id: Uuid) -> String {
    Asked::all(list).href(lang, Some(id))
}

/// A post on the board, at whom to ask about it.
pub fn asking(lang: Lang, id: Uuid) -> String {
    format!("{}&{ASKING}=1", post(lang, PostState::Published, id))
}

/// Where somebody is signed in.
pub fn devices(lang: Lang) -> String {
    format!("{}/{DEVICES}", base(lang))
}

/// Answers that wait for a reader.
pub fn answers(lang: Lang) -> String {
    format!("{}/{ANSWERS}", base(lang))
}

/// The participating organisations.
pub fn organisations(lang: Lang) -> String {
    format!("{}/{ORGANISATIONS}", base(lang))
}

/// What people say is wrong with posts on the board.
pub fn reports(lang: Lang) -> String {
    format!("{}/{REPORTS}", base(lang))
}

/// Look-alikes, keywords, the log.
pub fn more(lang: Lang) -> String {
    format!("{}/{MORE}", base(lang))
}

/// What the board is about, how long people wait, how much is answered.
pub fn insight(lang: Lang) -> String {
    format!("{}/{INSIGHT}", base(lang))
}

/// What was promised, or what is said of promises and waits for a reader.
pub fn promises(lang: Lang) -> String {
    format!("{}/{PROMISES}", base(lang))
}

/// A promise that is being made.
pub fn new_promise(lang: Lang) -> String {
    format!("{}/{NEW_PROMISE}", base(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_what_it_names() {
        let id = Uuid::from_u128(7);
        for lang in Lang::ALL {
            for state in LISTS {
                for (address, spot) in [(list(*lang, state), Spot::List), (post(*lang, state, id), Spot::Post(id))] {
                    let (path, query) = address.split_once("?state=").map_or((&*address, None), |(p, q)| (p, Some(q)));
                    assert_eq!((Spot::of(path), list_of(query)), (spot, state), "{address}");
                }
            }
            assert_eq!(Spot::of(&devices(*lang)), Spot::Devices);
            assert_eq!(Spot::of(&answers(*lang)), Spot::Answers);
            assert_eq!(Spot::of(&organisations(*lang)), Spot::Organisations);
            assert_eq!(Spot::of(&reports(*lang)), Spot::Reports);
            assert_eq!(Spot::of(&more(*lang)), Spot::More);
            assert_eq!(Spot::of(&insight(*lang)), Spot::Insight);
            assert_eq!(Spot::of(&promises(*lang)), Spot::Promises);
            assert_eq!(Spot::of(&new_promise(*lang)), Spot::NewPromise);
            assert_eq!(Spot::of(&format!("{}/", base(*lang))), Spot::List);
            assert_eq!(Spot::of(&format!("{}/iets", base(*lang))), Spot::Missing);
        }
        assert_eq!(list_of(Some("erased")), PostState::Received);
        let read = |address: &str| {
            let (address, fragment) = address.split_once('#').unwrap_or((address, ""));
            Asked::of(&Address::parse(address)).with(fragment)
        };
        let chosen =
            "/leestafel?state=published&direction=stop&role=parent&keyword=broer+%26+zus&status=unasked#q=hond+%26+kat";
        let asked = read(chosen);
        assert_eq!((asked.words.as_str(), asked.is_narrow()), ("hond & kat", true));
        assert_eq!(asked.href(Lang::Nl, None), chosen);
        assert_eq!(read(&asked.href(Lang::En, Some(id))), asked, "beside a post too");
        // Whatever somebody typed: everything, never nothing; and of another list nothing is left out.
        for address in [
            "/leestafel?state=published&status=placed",
            "/leestafel?state=published&direction=up&role=parent",
            "/leestafel?state=published#hond",
        ] {
            assert_eq!(read(address), Asked::all(PostState::Published), "{address}");
        }
        assert_eq!(read("/leestafel?direction=stop#q=hond"), Asked::all(PostState::Received));
        assert_eq!(list_of(Some("nonsense")), PostState::Received);
    }
}

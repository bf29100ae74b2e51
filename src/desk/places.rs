//! Where things are at the desk. Every address inside it is made and read here.

use crate::places::{Place, in_lang};
use droombord_domain::{life::PostState, post::Lang};
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
const PROMISES: &str = "beloftes";
const NEW_PROMISE: &str = "beloftes/nieuw";

/// The list that `?state=` names; without one, what waits.
pub fn list_of(code: Option<&str>) -> PostState {
    code.and_then(PostState::from_code).filter(|state| LISTS.contains(state)).unwrap_or(PostState::Received)
}

/// What every address of the desk begins with.
pub fn base(lang: Lang) -> String {
    Place::Desk.href(lang)
}

/// A list.
pub fn list(lang: Lang, list: PostState) -> String {
    with_list(base(lang), list)
}

/// A post beside a list.
pub fn post(lang: Lang, list: PostState, id: Uuid) -> String {
    with_list(format!("{}/{id}", base(lang)), list)
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

/// What was promised, or what is said of promises and waits for a reader.
pub fn promises(lang: Lang) -> String {
    format!("{}/{PROMISES}", base(lang))
}

/// A promise that is being made.
pub fn new_promise(lang: Lang) -> String {
    format!("{}/{NEW_PROMISE}", base(lang))
}

fn with_list(path: String, list: PostState) -> String {
    if list == PostState::Received { path } else { format!("{path}?state={}", list.code()) }
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
            assert_eq!(Spot::of(&promises(*lang)), Spot::Promises);
            assert_eq!(Spot::of(&new_promise(*lang)), Spot::NewPromise);
            assert_eq!(Spot::of(&format!("{}/", base(*lang))), Spot::List);
            assert_eq!(Spot::of(&format!("{}/iets", base(*lang))), Spot::Missing);
        }
        assert_eq!(list_of(Some("erased")), PostState::Received);
        assert_eq!(list_of(Some("nonsense")), PostState::Received);
    }
}

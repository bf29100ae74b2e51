//! `/beloftes`: what organisations promised, by date. A page without a program: the server makes it whole, and the choices are
//! links.

use crate::{
    components::{
        chip::{ChipHints, press_of},
        direction::{shape, tone},
        icon::Icon,
        notice::Blank,
        promise::{PromiseCard, look},
    },
    first::{self, First},
    i18n::use_words,
    places::{self, Place},
    route::Route,
};
use droombord_domain::{
    api::{Page, PublicPromise, Shown, ShownPromises},
    organisation::OrganisationRef,
    post::Direction,
    promise::PromiseState,
};
use leptos::prelude::*;

/// The states in the order of the screen: what is late comes first.
pub(super) const STATES: [PromiseState; 4] =
    [PromiseState::Overdue, PromiseState::Open, PromiseState::Kept, PromiseState::Withdrawn];

fn shown() -> Option<ShownPromises> {
    match First::take() {
        Shown::Promises(shown) => Some(*shown),
        Shown::Nothing | Shown::Board(_) | Shown::Post(..) | Shown::NoPost | Shown::Organisation(_) => None,
    }
}

/// What the address says. A value that does not exist shows everything rather than nothing.
#[derive(Clone, Copy)]
struct Asked {
    direction: Option<Direction>,
    state: Option<PromiseState>,
}

impl Asked {
    fn here() -> Self {
        let asked = Route::get().read(|address| {
            let state = address.value("state").and_then(PromiseState::from_code).filter(|state| STATES.contains(state));
            (address.value("direction").and_then(Direction::from_code), state)
        });
        let (direction, state) = asked.get_untracked();
        Self { direction, state }
    }

    fn href(self, path: &str, cursor: Option<&str>) -> String {
        let pairs = [
            ("direction", self.direction.map(Direction::code)),
            ("state", self.state.map(PromiseState::code)),
            ("cursor", cursor),
        ];
        let query = droombord_domain::filter::query(pairs.into_iter().filter_map(|(name, value)| Some((name, value?))));
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

/// The promises of all organisations.
#[component]
pub fn PromisesPage() -> impl IntoView {
    let words = use_words();
    let say = words.say.promise_pages();
    first::use_title(say.title);
    let asked = Asked::here();
    let path = Place::Promises.href(words.lang);
    let nothing = ShownPromises { organisations: Vec::new(), page: Page { items: Vec::new(), next_cursor: None } };
    let ShownPromises { organisations, page } = shown().unwrap_or(nothing);
    let Page { items, next_cursor } = page;
    let chosen = asked.direction.is_some() || asked.state.is_some();
    let list = if items.is_empty() {
        let (title, more) = if chosen { (say.none_chosen, say.none_chosen_more) } else { (say.none, say.none_more) };
        let all = chosen.then(|| view! { <a class="button" href=path.clone()>{words.say.states.show_all}</a> });
        view! { <Blank title more>{all}</Blank> }.into_any()
    } else {
        cards(items, true)
    };
    view! {
        <div class="page page--first stack stack--loose">
            <div class="stack stack--tight">
                <h1>{say.heading}</h1>
                <p>{say.lead}</p>
                <p>{say.never_gone}</p>
            </div>
            {choices(asked, &path)}
            <section class="stack" aria-labelledby="beloftes">
                <h2 id="beloftes">{say.list}</h2>
                <p class="small soft">{say.by_date}</p>
                {list}
                {more(asked, &path, next_cursor)}
            </section>
            {by_name(organisations)}
        </div>
    }
    .into_any()
}

pub(super) fn cards(promises: Vec<PublicPromise>, with_organisation: bool) -> AnyView {
    let cards =
        promises.into_iter().map(|promise| view! { <li><PromiseCard promise with_organisation /></li> }).collect_view();
    view! { <ul class="grid grid--wide">{cards}</ul> }.into_any()
}

/// The choices: links, so that they work without a program.
fn choices(asked: Asked, path: &str) -> AnyView {
    let say = use_words().say;
    let directions = Direction::ALL
        .iter()
        .map(|one| {
            let chosen = asked.direction == Some(*one);
            let href = Asked { direction: (!chosen).then_some(*one), ..asked }.href(path, None);
            view! {
                <li>
                    <a
                        class=format!("filter__chip direction--{}", tone(Some(*one)))
                        href=href
                        aria-current=chosen.then_some("true")
                        aria-describedby=press_of(chosen)
                    >
                        <Icon name=shape(Some(*one)) class="direction__shape" />
                        {(say.names.direction)(*one)}
                    </a>
                </li>
            }
        })
        .collect_view();
    let states = STATES
        .iter()
        .map(|one| {
            let chosen = asked.state == Some(*one);
            let href = Asked { state: (!chosen).then_some(*one), ..asked }.href(path, None);
            view! {
                <li>
                    <a
                        class="filter__chip"
                        href=href
                        aria-current=chosen.then_some("true")
                        aria-describedby=press_of(chosen)
                    >
                        <Icon name=look(*one).1 />
                        {(say.promises().state)(*one)}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="stack stack--tight">
            <ChipHints />
            <div>
                <p class="filter__label" id="waarover">{say.board.about_what}</p>
                <ul class="filter__chips filter__ways" aria-labelledby="waarover">{directions}</ul>
            </div>
            <div>
                <p class="filter__label" id="hoe-staat-het">{say.promise_pages().which_state}</p>
                <ul class="filter__chips" aria-labelledby="hoe-staat-het">{states}</ul>
            </div>
        </div>
    }
    .into_any()
}

fn more(asked: Asked, path: &str, cursor: Option<String>) -> Option<AnyView> {
    let href = asked.href(path, Some(&cursor?));
    Some(view! { <p><a class="button" href=href>{use_words().say.promise_pages().more}</a></p> }.into_any())
}

/// The ways to each organisation: by name, and nothing else is said of them here.
fn by_name(organisations: Vec<OrganisationRef>) -> Option<AnyView> {
    let words = use_words();
    let links = organisations
        .iter()
        .map(|one| {
            let href = places::organisation(words.lang, one.id);
            view! { <li><a class="prose__link" href=href>{one.name.clone()}</a></li> }
        })
        .collect_view();
    (!organisations.is_empty()).then(|| {
        view! {
            <section class="stack stack--tight" aria-labelledby="organisaties">
                <h2 id="organisaties">{words.say.promise_pages().organisations}</h2>
                <ul>{links}</ul>
            </section>
        }
        .into_any()
    })
}

//! Looking for a post among those that hang on the board: by words, by how far it is, and by what the board is narrowed down by too.
//!
//! The address is the state (`places.rs`). What is chosen stands beside the list, also while the choices are folded.

use super::{
    device,
    places::{Asked, LIST_PANE},
    rows::Rows,
    say::Blank,
};
use crate::{
    browser,
    components::{field::private, icon::Icon},
    i18n::{desk::use_desk_words, use_words},
    route::Route,
};
use droombord_domain::{
    filter::DeskFilter,
    life::PostState,
    post::{Direction, Kind, Region, Role},
    status::DeskStatus,
};
use leptos::{
    ev::{self, SubmitEvent},
    html,
    prelude::*,
};

/// The choices, by name, and the id of each.
const CHOICES: [(&str, &str); 5] = [
    ("status", "kies-stand"),
    ("direction", "kies-richting"),
    ("kind", "kies-soort"),
    ("role", "kies-wie"),
    ("region", "kies-waar"),
];
const WORDS: &str = "zoekwoord";
/// The control that unfolds the choices: the focus goes back to it.
const CONTROL: &str = "zoeken";

/// What the address asks for, and how to ask for something else.
#[derive(Clone, Copy)]
pub struct Search {
    /// What is asked for.
    pub asked: Memo<Asked>,
    /// The words behind the `#` are others.
    moved: RwSignal<()>,
    route: Route,
    lang: droombord_domain::post::Lang,
}

impl Search {
    /// Reads the address as long as the list is shown.
    pub fn provide() -> Self {
        let (route, moved) = (Route::get(), RwSignal::new(()));
        let (path, asked) = (route.path(), route.read(Asked::of));
        let asked = Memo::new(move |_| {
            path.track();
            moved.track();
            asked.get().with(&device::fragment())
        });
        // Back, when nothing but the words differs.
        let back = window_event_listener(ev::popstate, move |_| moved.set(()));
        on_cleanup(move || back.remove());
        let search = Self { asked, moved, route, lang: use_words().lang };
        provide_context(search);
        search
    }

    /// What is asked for here.
    pub fn get() -> Self {
        expect_context()
    }

    /// Asks for something else.
    fn go(self, asked: &Asked) {
        if self.asked.with_untracked(|now| now == asked) {
            return;
        }
        let address = asked.href(self.lang, None);
        browser::set_address(&address, false);
        // Only path and query: that is what the route knows of an address.
        self.route.stay(address.split('#').next().unwrap_or_default(), false);
        self.moved.set(());
    }

    /// Asks for everything.
    pub fn all(self) {
        self.go(&Asked::all(PostState::Published));
        device::focus_soon(LIST_PANE);
    }
}

/// How much of what is asked for is here.
pub fn found(rows: &Rows) -> String {
    (use_desk_words().finding.found)(rows.items.len(), rows.next.is_some())
}

/// The choices behind one control; what is chosen, and how much is found.
#[component]
pub fn Finding(rows: RwSignal<Rows>) -> impl IntoView {
    let say = use_desk_words().finding;
    let names = &use_words().say.names;
    let search = Search::get();
    let chosen = move || {
        let Asked { filter: DeskFilter { board, status }, words, .. } = search.asked.get();
        [
            status.map(|it| (say.status)(it).to_owned()),
            board.direction.map(|it| (names.direction)(it).to_owned()),
            board.kind.map(|it| (names.kind)(it).to_owned()),
            board.role.map(|it| (names.role)(it).to_owned()),
            board.region.map(|it| (names.region)(it).to_owned()),
            board.keyword.map(|it| it.as_str().to_owned()),
            Some(words).filter(|words| !words.is_empty()),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
    };
    let here = Memo::new(move |_| rows.with(|rows| rows.here.then(|| found(rows))));
    view! {
        <Choices />
        {move || search.asked.with(Asked::is_narrow).then(|| view! {
            <div class="small">
                <p dir="auto">{chosen}</p>
                <p>
                    {move || here.get()}" "
                    <button class="button button--small" type="button" on:click=move |_| search.all()>
                        {use_words().say.states.show_all}
                    </button>
                </p>
            </div>
        })}
    }
}

/// The form.
#[component]
fn Choices() -> impl IntoView {
    let say = use_desk_words().finding;
    let names = &use_words().say.names;
    let search = Search::get();
    let details = NodeRef::<html::Details>::new();
    let typed = RwSignal::new(String::new());
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        let [status, direction, kind, role, region] = CHOICES.map(|(_, id)| browser::chosen(id).unwrap_or_default());
        let mut asked = search.asked.get_untracked();
        asked.words = typed.get_untracked().trim().to_owned();
        asked.filter.status = DeskStatus::from_code(&status);
        asked.filter.board.direction = Direction::from_code(&direction);
        asked.filter.board.kind = Kind::of_board(&kind);
        asked.filter.board.role = Role::from_code(&role);
        asked.filter.board.region = Region::from_code(&region);
        search.go(&asked);
        // On a phone what is found would stand far below.
        if let Some(details) = details.get_untracked() {
            let _ = details.remove_attribute("open");
        }
        browser::focus(CONTROL);
    };
    // What the address says is what the fields say.
    Effect::new(move |_| {
        search.asked.with(|asked| {
            typed.set(asked.words.clone());
            let pairs = asked.filter.pairs();
            for (name, id) in CHOICES {
                browser::set_chosen(id, pairs.iter().find(|pair| pair.0 == name).map_or("", |pair| pair.1));
            }
        });
    });
    view! {
        <details class="filter__more" node_ref=details>
            <summary class="filter__chip filter__chip--plain" id=CONTROL><Icon name="search" />{say.control}</summary>
            <form class="filter__form" role="search" aria-label=say.control on:submit=go>
                <div class="field">
                    <label class="field__label field__label--small" id="zoekwoord-naam" for=WORDS>{say.words}</label>
                    <input
                        {..private()}
                        class="field__input"
                        id=WORDS
                        aria-labelledby="zoekwoord-naam"
                        type="search"
                        dir="auto"
                        maxlength="80"
                        prop:value=typed
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                </div>
                {choice(0, say.how_far, DeskStatus::ALL.iter().map(|it| (it.code(), (say.status)(*it))).collect())}
                {choice(1, say.about, Direction::ALL.iter().map(|it| (it.code(), (names.direction)(*it))).collect())}
                {choice(2, say.kind, Kind::BOARD.iter().map(|it| (it.code(), (names.kind)(*it))).collect())}
                {choice(3, say.role, Role::ALL.iter().map(|it| (it.code(), (names.role)(*it))).collect())}
                {choice(4, say.region, Region::ALL.iter().map(|it| (it.code(), (names.region)(*it))).collect())}
                <button class="button" type="submit">{say.go}</button>
            </form>
        </details>
    }
}

/// One choice of [`CHOICES`], with everything before its options.
fn choice(at: usize, label: &'static str, options: Vec<(&'static str, &'static str)>) -> AnyView {
    let (_, id) = CHOICES.get(at).copied().unwrap_or_default();
    let options = options.into_iter().map(|(code, word)| view! { <option value=code>{word}</option> }).collect_view();
    // `aria-labelledby` beside `for`: what looks for names in closed details (checkers, some readers) finds only the former.
    view! {
        <div class="field">
            <label class="field__label field__label--small" id=format!("{id}-naam") for=id>{label}</label>
            <select class="field__input" id=id aria-labelledby=format!("{id}-naam")>
                <option value="">{use_desk_words().finding.any}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// Nothing is like what is asked for.
#[component]
pub fn NotFound() -> impl IntoView {
    let say = use_desk_words().finding;
    let search = Search::get();
    view! {
        <Blank title=say.none more=say.none_more>
            <button class="button" type="button" on:click=move |_| search.all()>{use_words().say.states.show_all}</button>
        </Blank>
    }
}

//! `/`: the board. The wall and the list are the same posts in the same order, with the same actions.
//!
//! The address is the state: filters and the way of reading stand in it. Only the free-text search does not: it may be
//! telling, so it lives in this page alone. Every change of what hangs here passes [`Board::apply`].

use crate::{
    api::{self, Failure, Flight},
    components::{
        direction::shape,
        direction::tone,
        icon::Icon,
        note::{Note, Row},
        notice::{Blank, Failed, Loading},
        reading::reading_time,
    },
    first::{self, First},
    i18n::use_words,
    load::{Load, Loader},
    places::{self, Place},
};
use droombord_domain::{
    api::{Page, PublicPost, Shown},
    filter::BoardFilter,
    post::{Direction, Kind, Region, Role},
};
use leptos::{ev::SubmitEvent, prelude::*};
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
};

/// How somebody reads: a wall of paper, or a list. Nothing else differs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Wall,
    List,
}

/// What the address says.
#[derive(Clone, PartialEq, Eq)]
struct Asked {
    filter: BoardFilter,
    way: Way,
}

impl Asked {
    fn href(&self, lang: droombord_domain::post::Lang) -> String {
        let address = places::board(lang, &self.filter);
        match self.way {
            Way::Wall => address,
            Way::List if self.filter.is_empty() => format!("{address}?view=list"),
            Way::List => format!("{address}&view=list"),
        }
    }
}

/// What hangs on the board, page by page.
#[derive(Clone, Debug, Default)]
struct Board {
    pages: Vec<Vec<PublicPost>>,
    next: Option<String>,
    asking: bool,
    failed: Option<Failure>,
}

/// Everything that can change what hangs here.
enum BoardEvent {
    /// More was asked for.
    Asked,
    /// A page came: the first, or more.
    Came(Page<PublicPost>),
    /// More did not come.
    Failed(Failure),
}

impl Board {
    fn apply(&mut self, event: BoardEvent) {
        match event {
            BoardEvent::Asked => {
                self.asking = true;
                self.failed = None;
            }
            BoardEvent::Came(Page { mut items, next_cursor }) => {
                // A post that moved between two calls hangs only once.
                items.retain(|post| !self.pages.iter().flatten().any(|there| there.id == post.id));
                self.pages.push(items);
                self.next = next_cursor;
                self.asking = false;
            }
            BoardEvent::Failed(why) => {
                self.asking = false;
                self.failed = Some(why);
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.pages.iter().all(Vec::is_empty)
    }

    fn len(&self) -> usize {
        self.pages.iter().map(Vec::len).sum()
    }
}

/// The board.
#[component]
pub fn BoardPage() -> impl IntoView {
    let words = use_words();
    let say = &words.say.board;
    first::use_title(say.title);
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|query| {
            let value = |name: &'static str| Some((name, query.get_str(name)?));
            let pairs = ["kind", "direction", "role", "region", "keyword"].into_iter().filter_map(value);
            Asked {
                // An address somebody mistyped shows everything rather than nothing.
                filter: BoardFilter::parse(pairs).unwrap_or_default(),
                way: if query.get_str("view") == Some("list") { Way::List } else { Way::Wall },
            }
        })
    });
    let filter = Memo::new(move |_| asked.with(|asked| asked.filter.clone()));
    let way = Memo::new(move |_| asked.with(|asked| asked.way));
    let search = RwSignal::new(String::new());
    let first = match First::take() {
        Shown::Board(page) => Some(page),
        Shown::Nothing | Shown::Post(..) | Shown::NoPost => None,
    };
    let key = Signal::derive(move || (filter.get(), search.get()));
    let loader =
        Loader::new(
            key,
            first,
            |(filter, search), flight| async move { api::board(&filter, &search, None, &flight).await },
        );

    view! {
        <Horizon />
        <section class="page page--first board" aria-labelledby="dromen">
            <h2 class="only-heard" id="dromen">{say.list_heading}</h2>
            <Bar asked search />
            {move || match loader.state.get() {
                Load::Waiting => view! { <Loading /> }.into_any(),
                Load::Failed(why) => view! { <Failed why again=Callback::new(move |()| loader.again()) /> }.into_any(),
                Load::Ready(page) => view! { <Hanging page key way=way.into() /> }.into_any(),
            }}
        </section>
    }
}

/// First light above the peat, the one question, and how it works.
#[component]
fn Horizon() -> impl IntoView {
    let words = use_words();
    let say = &words.say.board;
    let step = |what: &'static str, more: String| {
        view! {
            <li class="trail__step" data-state="done">
                <p class="trail__what">{what}</p>
                <p class="trail__when">{more}</p>
            </li>
        }
    };
    view! {
        <section class="horizon" aria-labelledby="vraag">
            <div class="horizon__sky">
                <div class="horizon__say">
                    <h1 class="horizon__title" id="vraag">{say.heading}</h1>
                    <p class="horizon__lead">{say.lead}</p>
                    <a class="button button--primary" href=Place::Share.href(words.lang)>
                        <Icon name="pencil" />
                        {say.write}
                    </a>
                </div>
                <ol class="trail horizon__how" aria-label=say.how>
                    {step(say.how_write, say.how_write_more.into())}
                    {step(say.how_read, reading_time())}
                    {step(say.how_see, say.how_see_more.into())}
                </ol>
            </div>
            <svg class="horizon__land" viewBox="0 0 1200 140" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
                <use href="#land" />
            </svg>
            <div class="horizon__peat"></div>
        </section>
    }
    .into_any()
}

/// The filters. They are links and a form, so that they work before the app is there.
#[component]
fn Bar(asked: Memo<Asked>, search: RwSignal<String>) -> impl IntoView {
    let words = use_words();
    let say = words.say;
    let direction = move |direction: Direction| {
        let chosen = move || asked.with(|asked| asked.filter.direction == Some(direction));
        let href = move || {
            let mut asked = asked.get();
            asked.filter.direction = (!chosen()).then_some(direction);
            asked.href(words.lang)
        };
        view! {
            <li>
                <a
                    class=format!("filter__chip direction--{}", tone(Some(direction)))
                    href=href
                    aria-current=move || chosen().then_some("true")
                    data-noscroll=""
                >
                    <Icon name=shape(Some(direction)) class="direction__shape" />
                    {(say.names.direction)(direction)}
                </a>
            </li>
        }
    };
    let switch = move |way: Way, icon: &'static str, word: &'static str| {
        let href = move || Asked { way, ..asked.get() }.href(words.lang);
        let chosen = move || asked.with(|asked| asked.way == way).then_some("true");
        view! {
            <li>
                <a class="filter__switch" href=href aria-current=chosen data-noscroll=""><Icon name=icon />{word}</a>
            </li>
        }
    };
    view! {
        <div class="board__bar">
            <div>
                <h3 class="filter__label" id="waarover">{say.board.about_what}</h3>
                <ul class="filter__chips filter__ways" aria-labelledby="waarover">
                    {Direction::ALL.iter().map(|one| direction(*one)).collect_view()}
                </ul>
            </div>
            <div class="filter__tools">
                <ul class="filter__view" aria-label=say.board.how_to_read>
                    {switch(Way::Wall, "board", say.board.wall)}
                    {switch(Way::List, "list", say.board.list)}
                </ul>
                <Search search />
                <Choices asked />
            </div>
            {move || {
                let keyword = asked.with(|asked| asked.filter.keyword.clone())?;
                Some(view! { <p class="board__line">{(say.board.keyword_is)(keyword.as_str())}</p> })
            }}
            <p class="board__line small soft">
                <span>{say.board.newest_first}</span>
                {move || {
                    let all = Asked { filter: BoardFilter::default(), ..asked.get() };
                    (!asked.with(|asked| asked.filter.is_empty()))
                        .then(|| view! { <a class="filter__all" href=all.href(words.lang) data-noscroll="">{say.states.show_all}</a> })
                }}
            </p>
        </div>
    }
}

/// Search by words. The field has no name: nothing of it can get into an address, not even before the app is there.
#[component]
fn Search(search: RwSignal<String>) -> impl IntoView {
    let say = &use_words().say.board;
    let typed = RwSignal::new(String::new());
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        search.set(typed.get_untracked().trim().to_owned());
    };
    let stop = move |_| {
        typed.set(String::new());
        search.set(String::new());
        crate::browser::focus("zoekwoord");
    };
    // `aria-labelledby` beside `for`: what looks for names in closed details (checkers, some readers) finds only the former.
    view! {
        <details class="filter__more">
            <summary class="filter__chip filter__chip--plain"><Icon name="search" />{say.search}</summary>
            <form class="filter__form" role="search" on:submit=go>
                <label class="field__label" id="zoekwoord-naam" for="zoekwoord">{say.search_label}</label>
                <div class="cluster">
                    <input
                        class="field__input filter__words"
                        id="zoekwoord"
                        aria-labelledby="zoekwoord-naam"
                        type="search"
                        maxlength="80"
                        autocomplete="off"
                        prop:value=typed
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                    <button class="button" type="submit">{say.search_go}</button>
                    <Show when=move || search.with(|search| !search.is_empty())>
                        <button class="button button--quiet" type="button" on:click=stop>{say.search_clear}</button>
                    </Show>
                </div>
            </form>
        </details>
    }
    .into_any()
}

/// The choices that few need: kind, role, region.
#[component]
fn Choices(asked: Memo<Asked>) -> impl IntoView {
    let words = use_words();
    let say = words.say;
    let navigate = use_navigate();
    let kind = NodeRef::new();
    let role = NodeRef::new();
    let region = NodeRef::new();
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        let chosen = |select: NodeRef<leptos::html::Select>| {
            select.get_untracked().map(|select| select.value()).unwrap_or_default()
        };
        let mut asked = asked.get_untracked();
        asked.filter.kind = Kind::from_code(&chosen(kind));
        asked.filter.role = Role::from_code(&chosen(role));
        asked.filter.region = Region::from_code(&chosen(region));
        navigate(
            &asked.href(words.lang),
            NavigateOptions { resolve: false, scroll: false, ..NavigateOptions::default() },
        );
    };
    let options = |codes: Vec<(&'static str, &'static str)>, chosen: Signal<Option<&'static str>>| {
        let all = view! { <option value="">{say.board.any}</option> };
        let rest = codes
            .into_iter()
            .map(
                |(code, word)| view! { <option value=code selected=move || chosen.get() == Some(code)>{word}</option> },
            )
            .collect_view();
        (all, rest)
    };
    let chosen_kind = Signal::derive(move || asked.with(|asked| asked.filter.kind.map(Kind::code)));
    let chosen_role = Signal::derive(move || asked.with(|asked| asked.filter.role.map(Role::code)));
    let chosen_region = Signal::derive(move || asked.with(|asked| asked.filter.region.map(Region::code)));
    let kinds = Kind::ALL.iter().map(|it| (it.code(), (say.names.kind)(*it))).collect();
    let roles = Role::ALL.iter().map(|it| (it.code(), (say.names.role)(*it))).collect();
    let regions = Region::ALL.iter().map(|it| (it.code(), (say.names.region)(*it))).collect();
    // What the form does not ask stays as it is, also without the app.
    let kept = move || {
        let Asked { filter, way } = asked.get();
        let hidden = |name: &'static str, value: String| view! { <input type="hidden" name=name value=value /> };
        (
            filter.direction.map(|it| hidden("direction", it.code().into())),
            filter.keyword.map(|it| hidden("keyword", it.as_str().into())),
            (way == Way::List).then(|| hidden("view", "list".into())),
        )
    };
    view! {
        <details class="filter__more">
            <summary class="filter__chip filter__chip--plain">{say.board.more_filters}</summary>
            <form class="filter__form" action=Place::Board.href(words.lang) method="get" on:submit=go>
                {kept}
                <div class="field">
                    <label class="field__label" id="kies-soort-naam" for="kies-soort">{say.board.filter_kind}</label>
                    <select class="field__input" id="kies-soort" aria-labelledby="kies-soort-naam" name="kind" node_ref=kind>{options(kinds, chosen_kind)}</select>
                </div>
                <div class="field">
                    <label class="field__label" id="kies-wie-naam" for="kies-wie">{say.board.filter_role}</label>
                    <select class="field__input" id="kies-wie" aria-labelledby="kies-wie-naam" name="role" node_ref=role>{options(roles, chosen_role)}</select>
                </div>
                <div class="field">
                    <label class="field__label" id="kies-waar-naam" for="kies-waar">{say.board.filter_region}</label>
                    <select class="field__input" id="kies-waar" aria-labelledby="kies-waar-naam" name="region" node_ref=region>
                        {options(regions, chosen_region)}
                    </select>
                </div>
                <button class="button" type="submit">{say.board.filter_go}</button>
            </form>
        </details>
    }
    .into_any()
}

/// The posts. Each page of "meer laden" has its own columns, so that nothing that is being read moves.
#[component]
fn Hanging(page: Page<PublicPost>, key: Signal<(BoardFilter, String)>, way: Signal<Way>) -> impl IntoView {
    let words = use_words();
    let say = words.say;
    let mut board = Board::default();
    board.apply(BoardEvent::Came(page));
    let board = RwSignal::new(board);
    let count = Memo::new(move |_| board.with(|board| board.pages.len()));
    let more = move || {
        let cursor = board.with_untracked(|board| (!board.asking).then(|| board.next.clone())).flatten();
        let Some(cursor) = cursor else { return };
        board.update(|board| board.apply(BoardEvent::Asked));
        let (filter, search) = key.get_untracked();
        leptos::task::spawn_local(async move {
            let event = match api::board(&filter, &search, Some(&cursor), &Flight::new()).await {
                Ok(page) => BoardEvent::Came(page),
                Err(why) => BoardEvent::Failed(why),
            };
            board.try_update(|board| board.apply(event));
        });
    };
    let everything = key.with_untracked(|(filter, search)| filter.is_empty() && search.is_empty());
    if board.with_untracked(Board::is_empty) {
        return if everything {
            view! {
                <Blank title=say.states.empty more=say.states.empty_more>
                    <a class="button" href=Place::Share.href(words.lang)>{say.board.write}</a>
                </Blank>
            }
            .into_any()
        } else {
            view! {
                <Blank title=say.states.nothing_found more=say.states.nothing_found_more>
                    <a class="button" href=Place::Board.href(words.lang) rel="external">{say.states.show_all}</a>
                </Blank>
            }
            .into_any()
        };
    }
    let posts_of = move |at: usize| board.with_untracked(|board| board.pages.get(at).cloned().unwrap_or_default());
    let hang = move |at: usize| {
        move || match way.get() {
            Way::Wall => {
                let notes = posts_of(at)
                    .into_iter()
                    .map(|post| view! { <li class="board__item"><Note post /></li> })
                    .collect_view();
                view! { <ul class="board__wall">{notes}</ul> }.into_any()
            }
            Way::List => {
                let rows = posts_of(at)
                    .into_iter()
                    .map(|post| view! { <li class="outline__row"><Row post /></li> })
                    .collect_view();
                view! { <ul class="outline">{rows}</ul> }.into_any()
            }
        }
    };
    let foot = move || {
        let (next, asking, failed) = board.with(|board| (board.next.is_some(), board.asking, board.failed.clone()));
        if let Some(why) = failed {
            return view! { <Failed why again=Callback::new(move |()| more()) /> }.into_any();
        }
        if asking {
            return view! { <Loading /> }.into_any();
        }
        if next {
            return view! {
                <p><button class="button" type="button" on:click=move |_| more()>{say.board.more}</button></p>
            }
            .into_any();
        }
        view! { <p class="small soft">{say.board.all_shown}</p> }.into_any()
    };
    view! {
        <p class="only-heard" role="status">{move || (say.board.shown)(board.with(Board::len))}</p>
        <For each=move || 0..count.get() key=|at| *at let:at>{hang(at)}</For>
        {foot}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use droombord_domain::{post::PostBody, support::SupportSteps, when::HalfMonth};
    use uuid::Uuid;

    fn post(number: u128) -> PublicPost {
        PublicPost {
            id: Uuid::from_u128(number),
            body: PostBody {
                kind: Kind::Dream,
                direction: None,
                text: "Hoi".into(),
                lang: droombord_domain::post::Lang::Nl,
                role: None,
                on_behalf: false,
                age_band: None,
                region: None,
            },
            keywords: vec![],
            published: HalfMonth::of(2026, 11, 1),
            shortened: false,
            sample: false,
            supports: SupportSteps::default(),
        }
    }

    #[test]
    fn a_post_that_moved_between_two_calls_hangs_once() {
        let mut board = Board::default();
        board.apply(BoardEvent::Came(Page { items: vec![post(1), post(2)], next_cursor: Some("x".into()) }));
        board.apply(BoardEvent::Asked);
        board.apply(BoardEvent::Came(Page { items: vec![post(2), post(3)], next_cursor: None }));
        assert_eq!(board.len(), 3);
        assert_eq!(board.pages.len(), 2);
        assert!(!board.asking && board.next.is_none());
    }

    #[test]
    fn what_hangs_stays_when_more_does_not_come() {
        let mut board = Board::default();
        board.apply(BoardEvent::Came(Page { items: vec![post(1)], next_cursor: Some("x".into()) }));
        board.apply(BoardEvent::Asked);
        board.apply(BoardEvent::Failed(Failure::Offline));
        assert_eq!(board.len(), 1);
        assert!(board.next.is_some() && board.failed.is_some() && !board.asking);
    }
}

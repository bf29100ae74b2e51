//! `/`: the board. The wall and the list are the same posts in the same order, with the same actions.
//!
//! The address is the state: filters and the way of reading stand in it. Only the free-text search does not: it may be
//! telling, so it lives in this page alone. What hangs here is in `hanging.rs`.

use super::{
    hanging::{Hanging, Left, Way},
    news::NewsLine,
    standing::{CHOICES, Fields, Horizon},
};
use crate::{
    api, browser,
    components::{
        chip::{ChipHints, press_of},
        direction::shape,
        direction::tone,
        field::private,
        icon::Icon,
        note::Renewed,
        notice::{Failed, Loading},
    },
    first::{self, First},
    i18n::use_words,
    load::{Load, Loader},
    pieces::piece,
    places::{self, Place},
    route::Route,
};
use droombord_domain::{
    api::{News, Shown},
    filter::{BoardFilter, Order, query},
    keyword::Keyword,
    post::{Direction, Kind, Region, Role},
    status::StatusFilter,
};
use leptos::{ev::SubmitEvent, prelude::*};

/// What the address says.
#[derive(Clone, PartialEq, Eq)]
struct Asked {
    filter: BoardFilter,
    order: Order,
    way: Way,
}

impl Asked {
    fn href(&self, lang: droombord_domain::post::Lang) -> String {
        let list = (self.way == Way::List).then_some(("view", "list"));
        places::board(lang, &query(self.filter.pairs().into_iter().chain(self.order.pair()).chain(list)))
    }
}

/// The board.
#[component]
pub fn BoardPage() -> impl IntoView {
    let words = use_words();
    let say = &words.say.board;
    first::use_title(say.title);
    let asked = Route::get().read(|address| {
        let value = |name: &'static str| Some((name, address.value(name)?));
        let pairs = ["kind", "direction", "role", "region", "keyword", "status"].into_iter().filter_map(value);
        Asked {
            // An address somebody mistyped shows everything rather than nothing.
            filter: BoardFilter::from_address(pairs).unwrap_or_default(),
            order: address.value("order").and_then(Order::from_code).unwrap_or_default(),
            way: if address.value("view") == Some("list") { Way::List } else { Way::Wall },
        }
    });
    let shown = Memo::new(move |_| asked.with(|asked| (asked.filter.clone(), asked.order)));
    let way = Memo::new(move |_| asked.with(|asked| asked.way));
    let search = RwSignal::new(String::new());
    let first = match First::take() {
        Shown::Board(page) => Some(page),
        Shown::Nothing | Shown::Post(..) | Shown::NoPost | Shown::Promises(_) | Shown::Organisation(_) => None,
    };
    let key = Signal::derive(move || (shown.get(), search.get()));
    let left = key.with_untracked(Left::take);
    let first = left.as_ref().map(Left::first).or(first);
    // What the service worker had kept is shown at once, and looked at by who shows it.
    let kept = left.is_none() && first.is_some() && browser::may_be_old();
    // What the first HTML shows is read with the page; whatever comes after it is said.
    let read = left.is_none() && first.is_some();
    let mut at_first = (left, kept, read);
    let new = RwSignal::new(News::default());
    let heard = RwSignal::new(None);
    provide_context(Renewed(RwSignal::new(Vec::new())));
    let loader = Loader::new(key, first, |((filter, order), search), flight| async move {
        api::board(&filter, order, &search, None, &flight).await
    });

    let show = Callback::new(move |()| {
        loader.again();
        browser::focus("dromen");
    });

    view! {
        {piece(|| view! { <Horizon /> }.into_any())}
        <section class="page page--first board" aria-labelledby="dromen">
            <h2 class="only-heard" id="dromen" tabindex="-1">{say.list_heading}</h2>
            {piece(move || view! { <Bar asked search /> }.into_any())}
            {move || match loader.state.get() {
                Load::Waiting => view! { <Loading /> }.into_any(),
                Load::Failed(why) => view! { <Failed why again=Callback::new(move |()| loader.again()) /> }.into_any(),
                Load::Ready(page) => {
                    let (left, kept, read) = std::mem::take(&mut at_first);
                    view! { <Hanging page key way=way.into() left kept read new heard /> }.into_any()
                }
            }}
            <NewsLine new heard show />
        </section>
    }
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
                    aria-describedby=move || press_of(chosen())
                    data-noscroll=""
                >
                    <Icon name=shape(Some(direction)) class="direction__shape" />
                    {(say.names.direction)(direction)}
                </a>
            </li>
        }
    };
    let status = move |status: StatusFilter| {
        let chosen = move || asked.with(|asked| asked.filter.status == Some(status));
        let href = move || {
            let mut asked = asked.get();
            asked.filter.status = (!chosen()).then_some(status);
            asked.href(words.lang)
        };
        view! {
            <li>
                <a
                    class="filter__chip filter__chip--plain"
                    href=href
                    aria-current=move || chosen().then_some("true")
                    aria-describedby=move || press_of(chosen())
                    data-noscroll=""
                >
                    {say.board.filter_status.get(status as usize).copied()}
                </a>
            </li>
        }
    };
    let switch = move |way: Way, icon: &'static str, word: &'static str| {
        let href = move || Asked { way, ..asked.get() }.href(words.lang);
        let chosen = move || asked.with(|asked| asked.way == way);
        view! {
            <li>
                <a
                    class="filter__switch"
                    href=href
                    aria-current=move || chosen().then_some("true")
                    // Pressed again it changes nothing.
                    aria-describedby=move || (!chosen()).then_some(press_of(false))
                    data-noscroll=""
                >
                    <Icon name=icon />
                    {word}
                </a>
            </li>
        }
    };
    let order = move || {
        let (now, other, order) = match asked.with(|asked| asked.order) {
            Order::Unread => (say.board.unread_first, say.board.newest, Order::Newest),
            Order::Newest => (say.board.newest_first, say.board.unread, Order::Unread),
        };
        let href = Asked { order, ..asked.get() }.href(words.lang);
        view! { <span>{now}</span>" "<a class="filter__all" href=href data-noscroll="">{other}</a> }
    };
    // What is chosen stands where it is read, also while the choices are closed.
    let chosen = move || {
        let filter = asked.with(|asked| asked.filter.clone());
        (!filter.is_empty()).then(|| {
            let direction = filter.direction.map(|it| (say.names.direction)(it).to_owned());
            let status =
                filter.status.and_then(|it| say.board.filter_status.get(it as usize)).map(|it| (*it).to_owned());
            let keyword = filter.keyword.map(|it| (say.board.keyword_is)(it.as_str()));
            let all = Asked { filter: BoardFilter::default(), ..asked.get() };
            view! {
                <p class="board__line">
                    <span>{[direction, status, keyword].into_iter().flatten().collect::<Vec<_>>().join(" · ")}</span>
                    <a class="filter__all" href=all.href(words.lang) data-noscroll="">{say.states.show_all}</a>
                </p>
            }
        })
    };
    view! {
        <div class="board__bar">
            <ChipHints />
            <details class="filter">
                <summary class="filter__chip filter__chip--plain"><Icon name="list" />{say.board.filters}</summary>
                <div class="filter__within">
                    <div>
                        <h3 class="filter__label" id="waarover">{say.board.about_what}</h3>
                        <ul class="filter__chips filter__ways" aria-labelledby="waarover">
                            {Direction::ALL.iter().map(|one| direction(*one)).collect_view()}
                        </ul>
                    </div>
                    <div>
                        <h3 class="filter__label" id="hoever">{say.board.about_status}</h3>
                        <ul class="filter__chips" aria-labelledby="hoever">
                            {StatusFilter::ALL.iter().map(|one| status(*one)).collect_view()}
                        </ul>
                    </div>
                    <Search search />
                    <Choices asked />
                    <p class="board__line small soft">{order}</p>
                </div>
            </details>
            <ul class="filter__view" aria-label=say.board.how_to_read>
                {switch(Way::Wall, "board", say.board.wall)}
                {switch(Way::List, "list", say.board.list)}
            </ul>
            {chosen}
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
                        {..private()}
                        class="field__input filter__words"
                        id="zoekwoord"
                        aria-labelledby="zoekwoord-naam"
                        type="search"
                        dir="auto"
                        maxlength="80"
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

/// The choices that few need. Its fields are what the server made (`standing.rs`).
#[component]
fn Choices(asked: Memo<Asked>) -> impl IntoView {
    let words = use_words();
    let route = Route::get();
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        let [kind, role, region, keyword] = CHOICES.map(|(_, id)| browser::chosen(id).unwrap_or_default());
        let mut asked = asked.get_untracked();
        asked.filter.kind = Kind::of_board(&kind);
        asked.filter.role = Role::from_code(&role);
        asked.filter.region = Region::from_code(&region);
        asked.filter.keyword = Keyword::from_address(&keyword);
        route.stay(&asked.href(words.lang), false);
    };
    // What the address says later. At first it says what the server chose, and somebody may have chosen something since.
    Effect::new(move |before: Option<()>| {
        let Asked { filter, .. } = asked.get();
        if before.is_some() {
            let pairs = filter.pairs();
            for (name, id) in CHOICES {
                browser::set_chosen(id, pairs.iter().find(|pair| pair.0 == name).map_or("", |pair| pair.1));
            }
        }
    });
    view! {
        <details class="filter__more">
            <summary class="filter__chip filter__chip--plain">{words.say.board.more_filters}</summary>
            <form action=Place::Board.href(words.lang) method="get" on:submit=go><Fields /></form>
        </details>
    }
    .into_any()
}

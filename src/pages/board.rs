//! `/`: the board. The wall and the list are the same posts in the same order, with the same actions.
//!
//! The address is the state: filters and the way of reading stand in it. Only the free-text search does not: it may be
//! telling, so it lives in this page alone. What hangs here is in `hanging.rs`.

use super::{
    hanging::{Hanging, Left, Way},
    news::NewsLine,
};
use crate::{
    api, browser,
    components::{
        chip::{ChipHints, press_of},
        direction::shape,
        direction::tone,
        field::private,
        frame::use_settings,
        icon::Icon,
        notice::{Failed, Loading},
        reading::reading_time,
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
    post::{Direction, Kind, Region, Role},
    settings::Facts,
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
        let pairs = ["kind", "direction", "role", "region", "keyword"].into_iter().filter_map(value);
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
        Shown::Nothing | Shown::Post(..) | Shown::NoPost | Shown::Promises(_) => None,
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
                    view! { <Hanging page key way=way.into() left kept read new /> }.into_any()
                }
            }}
            <NewsLine new show />
        </section>
    }
}

/// First light above the peat, the one question, and how it works.
#[component]
fn Horizon() -> impl IntoView {
    let words = use_words();
    let say = &words.say.board;
    let facts = use_settings().with_value(|settings| settings.facts);
    let told = (facts != Facts::default()).then(|| {
        view! {
            <p class="horizon__count">
                <span>{(say.facts)(facts)}</span>
                <a href=Place::Promises.href(words.lang)>{say.see_promises}</a>
            </p>
        }
    });
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
            <div class="horizon__peat">{told}</div>
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
                    aria-describedby=move || press_of(chosen())
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
    view! {
        <div class="board__bar">
            <ChipHints />
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
                {move || {
                    let (now, other, order) = match asked.with(|asked| asked.order) {
                        Order::Unread => (say.board.unread_first, say.board.newest, Order::Newest),
                        Order::Newest => (say.board.newest_first, say.board.unread, Order::Unread),
                    };
                    let href = Asked { order, ..asked.get() }.href(words.lang);
                    view! { <span>{now}</span>" "<a class="filter__all" href=href data-noscroll="">{other}</a>" " }
                }}
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

/// The choices that few need: kind, role, region.
#[component]
fn Choices(asked: Memo<Asked>) -> impl IntoView {
    let words = use_words();
    let say = words.say;
    let route = Route::get();
    let kind = NodeRef::new();
    let role = NodeRef::new();
    let region = NodeRef::new();
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        let chosen = |select: NodeRef<leptos::html::Select>| {
            select.get_untracked().map(|select| select.value()).unwrap_or_default()
        };
        let mut asked = asked.get_untracked();
        asked.filter.kind = Kind::of_board(&chosen(kind));
        asked.filter.role = Role::from_code(&chosen(role));
        asked.filter.region = Region::from_code(&chosen(region));
        route.stay(&asked.href(words.lang), false);
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
    let kinds = Kind::BOARD.iter().map(|it| (it.code(), (say.names.kind)(*it))).collect();
    let roles = Role::ALL.iter().map(|it| (it.code(), (say.names.role)(*it))).collect();
    let regions = Region::ALL.iter().map(|it| (it.code(), (say.names.region)(*it))).collect();
    // What the form does not ask stays as it is, also without the app.
    let kept = move || {
        let Asked { filter, order, way } = asked.get();
        let hidden = |name: &'static str, value: String| view! { <input type="hidden" name=name value=value /> };
        (
            filter.direction.map(|it| hidden("direction", it.code().into())),
            filter.keyword.map(|it| hidden("keyword", it.as_str().into())),
            order.pair().map(|(name, value)| hidden(name, value.into())),
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

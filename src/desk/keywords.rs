//! The keywords of a post: typed or taken from those in use, at most five, each to be taken away by keyboard.

use super::{
    device,
    say::{FieldSays, Missing, wrong_at},
    table::Table,
};
use crate::components::{
    field::private,
    summary::{FieldError, described, invalid},
};
use crate::{
    announcer,
    api::{Flight, desk as api},
    components::icon::Icon,
    i18n::desk::use_desk_words,
};
use droombord_domain::{
    api::DeskPost,
    keyword::{Keyword, MAX_KEYWORD_LENGTH, MAX_KEYWORDS, PATTERNS},
    post::Direction,
    problem::FieldCode,
};
use leptos::{ev, prelude::*};

const FIELD: &str = "trefwoord";
/// The id of the first pattern.
pub const PATTERN: &str = "patroon";

/// The patterns, the field, the suggestions and the keywords that are chosen.
#[component]
pub fn Keywords(
    /// The post that gets them.
    post: StoredValue<DeskPost>,
    /// What is not right yet.
    missing: RwSignal<Vec<Missing>>,
) -> impl IntoView {
    let say = &use_desk_words().decide;
    let table = Table::get();
    let chosen = Memo::new(move |_| post.with_value(|post| table.choice(post)).keywords);
    let typed = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let in_use = RwSignal::new(Vec::<Keyword>::new());
    Effect::new(move |_| {
        let flight = Flight::new();
        on_cleanup({
            let flight = flight.clone();
            move || flight.abort()
        });
        crate::task::run(async move {
            // Without suggestions somebody can still type.
            if let Ok(page) = table.heed(api::keywords(&flight).await) {
                in_use.try_set(page.items);
            }
        });
    });

    let refuse = move |code: FieldCode, limit: usize| {
        let sentence = (say.keyword_fault)(code, limit);
        announcer::say(&sentence);
        fault.set(Some(sentence));
    };
    let add = move || {
        let raw = typed.get_untracked();
        match Keyword::parse(&raw) {
            Err(error) => refuse(error.code, MAX_KEYWORD_LENGTH),
            Ok(keyword) => {
                let word = keyword.as_str().to_owned();
                let there = chosen.with_untracked(|chosen| chosen.contains(&word));
                if !there && chosen.with_untracked(Vec::len) >= MAX_KEYWORDS {
                    return refuse(FieldCode::TooMany, MAX_KEYWORDS);
                }
                fault.set(None);
                typed.set(String::new());
                announcer::say(&(say.keyword_added)(&word));
                if !there {
                    post.with_value(|post| table.choose(post, |choice| choice.keywords.push(word)));
                }
            }
        }
        crate::browser::focus(FIELD);
    };
    // Enter adds what is typed; with an empty field it does what the main button says.
    let key = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && !typed.with_untracked(|typed| typed.trim().is_empty()) && !event.is_composing() {
            event.prevent_default();
            add();
        }
    };
    let remove = move |word: String| {
        announcer::say(&(say.keyword_removed)(&word));
        fault.set(None);
        post.with_value(|post| table.choose(post, |choice| choice.keywords.retain(|other| *other != word)));
        device::focus_soon(FIELD);
    };
    let suggestions = move || {
        let words = in_use
            .get()
            .into_iter()
            .filter(|keyword| !chosen.with(|chosen| chosen.iter().any(|it| it == keyword.as_str())));
        words.map(|keyword| view! { <option value=keyword.as_str().to_owned()></option> }).collect_view()
    };
    let toggle = Callback::new(move |word: &'static str| {
        missing.update(|missing| missing.retain(|one| one.field != PATTERN));
        let there = chosen.with_untracked(|chosen| chosen.iter().any(|it| it == word));
        if !there && chosen.with_untracked(Vec::len) >= MAX_KEYWORDS {
            return refuse(FieldCode::TooMany, MAX_KEYWORDS);
        }
        fault.set(None);
        post.with_value(|post| {
            table.choose(post, |choice| match there {
                true => choice.keywords.retain(|other| other != word),
                false => choice.keywords.push(word.to_owned()),
            });
        });
    });
    let turned = post.with_value(|post| post.body.direction == Some(Direction::TurnBack));
    view! {
        {turned.then(|| view! { <Patterns chosen toggle missing /> })}
        <div class="field">
            <label class="field__label field__label--small" for=FIELD>{say.keywords}</label>
            <p class="field__hint" id="trefwoord-uitleg">{(say.keywords_hint)(MAX_KEYWORDS, turned)}</p>
            <FieldError at=FIELD wrong=fault.into() />
            <div class="keywords__line">
                <input
                    {..private()}
                    class="field__input"
                    id=FIELD
                    type="text"
                    list="trefwoorden-in-gebruik"
                    dir="auto"
                    autocapitalize="none"
                    aria-describedby=described(FIELD, "trefwoord-uitleg", fault.into())
                    aria-invalid=invalid(fault.into())
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                    on:keydown=key
                />
                <button class="button" type="button" on:click=move |_| add()>{say.keyword_add}</button>
            </div>
            <datalist id="trefwoorden-in-gebruik">{suggestions}</datalist>
            <ul class="keywords__chosen" aria-label=say.keywords_chosen hidden=move || chosen.with(Vec::is_empty)>
                <For each=move || chosen.get() key=String::clone let:word>
                    <Chosen word remove=Callback::new(remove) />
                </For>
            </ul>
        </div>
    }
}

/// What went wrong, out of a fixed list: what must be turned back is placed with one of these at least.
#[component]
fn Patterns(
    /// Every keyword of the post.
    chosen: Memo<Vec<String>>,
    /// Chooses one, or takes it away.
    toggle: Callback<&'static str>,
    /// What is not right yet.
    missing: RwSignal<Vec<Missing>>,
) -> impl IntoView {
    let say = &use_desk_words().decide;
    let wrong = wrong_at(PATTERN, missing);
    let buttons = PATTERNS.iter().enumerate().map(|(at, word)| {
        // The summary leads to the first.
        let id = if at == 0 { PATTERN.to_owned() } else { format!("{PATTERN}-{at}") };
        let is_chosen = move || chosen.with(|chosen| chosen.iter().any(|it| it == word));
        view! {
            <button
                class="button button--small"
                type="button"
                id=id
                lang="nl"
                dir="auto"
                aria-pressed=move || if is_chosen() { "true" } else { "false" }
                on:click=move |_| toggle.run(word)
            >
                {*word}
            </button>
        }
    });
    view! {
        <div class="field" role="group" aria-labelledby="patroon-kop" aria-describedby=described(PATTERN, "patroon-uitleg", wrong)>
            <p class="filter__label" id="patroon-kop">{say.patterns}</p>
            <p class="field__hint" id="patroon-uitleg">{say.patterns_hint}</p>
            <FieldSays field=PATTERN missing=missing.into() />
            <div class="keywords__patterns">{buttons.collect_view()}</div>
        </div>
    }
}

/// One keyword that is chosen; pressing it takes it away.
#[component]
fn Chosen(word: String, remove: Callback<String>) -> impl IntoView {
    let label = (use_desk_words().decide.keyword_remove)(&word);
    let shown = word.clone();
    view! {
        <li>
            <button class="button button--small" type="button" aria-label=label on:click=move |_| remove.run(word.clone())>
                <bdi>{shown}</bdi>
                <Icon name="cross" />
            </button>
        </li>
    }
}

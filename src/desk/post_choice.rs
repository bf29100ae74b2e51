//! Which posts led to a promise: those about which the organisation was asked, and others that a search of the board finds.

use super::{
    drafts::Drafts,
    say::{Failed, FieldSays, Loading, Missing, Way, wrong_at},
};
use crate::{
    announcer,
    api::{Failure, Flight, desk as api, post as post_on_board},
    components::{field::private, summary::described},
    i18n::{desk::use_desk_words, use_words},
    load::{Load, Loader},
};
use droombord_domain::{api::PublicPost, post::Lang, problem::ProblemCode, promise::MAX_POSTS};
use leptos::{ev::KeyboardEvent, prelude::*};
use uuid::Uuid;

/// The field of the form: the focus goes there.
pub const POSTS: &str = "belofte-dromen";
const SEARCH: &str = "belofte-zoek";

/// A post of which it is known how it begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    id: Uuid,
    heading: String,
    lang: Lang,
}

impl From<PublicPost> for Known {
    fn from(post: PublicPost) -> Self {
        Self { id: post.id, heading: post.body.heading().to_owned(), lang: post.body.lang }
    }
}

/// The posts of a list, each once.
pub fn each_once(posts: impl Iterator<Item = PublicPost>) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    for post in posts.map(Known::from) {
        if known.iter().all(|one| one.id != post.id) {
            known.push(post);
        }
    }
    known
}

/// How far a search is.
#[derive(Clone, Debug, PartialEq)]
enum Phase {
    /// Nobody searched.
    Idle,
    /// On its way: for the first posts, or for more.
    Looking,
    /// What was found is there.
    Here,
    /// It did not come.
    Failed(Failure),
}

/// What is chosen in the draft. Copy it freely.
#[derive(Clone, Copy)]
struct Chosen {
    drafts: Drafts,
    ids: Memo<Vec<String>>,
    typed: Callback<&'static str>,
}

impl Chosen {
    fn holds(self, id: Uuid) -> bool {
        self.ids.with(|chosen| chosen.iter().any(|other| *other == id.to_string()))
    }

    fn is_too_many(self) -> bool {
        self.ids.with(|chosen| chosen.len() > MAX_POSTS)
    }

    fn set(self, id: Uuid, wanted: bool) {
        let id = id.to_string();
        self.typed.run(POSTS);
        self.drafts.make(|making| {
            making.draft.posts.retain(|other| *other != id);
            if wanted {
                making.draft.posts.push(id);
            }
        });
        if wanted && self.is_too_many() {
            announcer::say(&(use_desk_words().promising.form.posts_too_many)(MAX_POSTS));
        }
    }
}

/// What was asked and what is chosen, and under it the search.
#[component]
pub fn Posts(
    /// About which posts the own organisation was asked.
    asked: Vec<Known>,
    /// What the form still needs.
    missing: RwSignal<Vec<Missing>>,
    /// Somebody changed something here.
    typed: Callback<&'static str>,
) -> impl IntoView {
    let say = &use_desk_words().promising.form;
    let drafts = Drafts::get();
    let chosen = Chosen { drafts, ids: Memo::new(move |_| drafts.making().draft.posts), typed };
    let known = RwSignal::new(asked);
    // What was chosen once stays above when its tick is taken away: it can be chosen again.
    let rows = Memo::new(move |before: Option<&Vec<Uuid>>| {
        let mut rows = before.cloned().unwrap_or_else(|| known.with(|known| known.iter().map(|one| one.id).collect()));
        for id in chosen.ids.get().iter().filter_map(|id| id.parse().ok()) {
            if !rows.contains(&id) {
                rows.push(id);
            }
        }
        rows
    });
    let row = move |id: Uuid| {
        let name = known.with_untracked(|known| known.iter().find(|one| one.id == id).cloned());
        view! { <Row chosen id name /> }
    };
    let by = described(POSTS, &format!("{POSTS}-uitleg"), wrong_at(POSTS, missing));
    view! {
        <fieldset id=POSTS tabindex="-1" class="stack stack--tight" aria-describedby=by>
            <legend class="field__label field__label--small">{say.posts}</legend>
            <p class="field__hint" id=format!("{POSTS}-uitleg")>{say.posts_hint}</p>
            <FieldSays field=POSTS missing=missing.into() />
            <For each=move || rows.get() key=|id| *id children=row />
            <Search chosen known />
        </fieldset>
    }
}

/// One post that can be chosen.
#[component]
fn Row(chosen: Chosen, id: Uuid, name: Option<Known>) -> impl IntoView {
    let name = match name {
        Some(Known { id: _, heading, lang }) => view! { <span lang=lang.code() dir="auto">{heading}</span> }.into_any(),
        None => view! { <PostName id /> }.into_any(),
    };
    view! {
        <label class="choice">
            <input
                class="choice__input"
                type="checkbox"
                prop:checked=move || chosen.holds(id)
                on:change=move |event| chosen.set(id, event_target_checked(&event))
            />
            <span class="choice__body"><span class="choice__title">{name}</span></span>
        </label>
    }
}

/// A search of the board. It is no form of its own: one cannot stand in another.
#[component]
fn Search(chosen: Chosen, known: RwSignal<Vec<Known>>) -> impl IntoView {
    let say = &use_desk_words().promising.form;
    let board = &use_words().say.board;
    let typed = RwSignal::new(String::new());
    let found = RwSignal::new(Vec::<Known>::new());
    let next = RwSignal::new(None::<String>);
    let phase = RwSignal::new(Phase::Idle);
    let asked = StoredValue::new((String::new(), Flight::new()));
    on_cleanup(move || {
        asked.try_with_value(|(_, flight)| flight.abort());
    });
    let look = Callback::new(move |more: bool| {
        let flight = Flight::new();
        asked.update_value(|(words, before)| {
            before.abort();
            *before = flight.clone();
            if !more {
                *words = typed.with_untracked(|typed| typed.trim().to_owned());
            }
        });
        let cursor = next.get_untracked().filter(|_| more);
        if !more {
            found.set(Vec::new());
            next.set(None);
        }
        phase.set(Phase::Looking);
        let words = asked.with_value(|(words, _)| words.clone());
        crate::task::run(async move {
            let answer = api::search_board(&words, cursor.as_deref(), &flight).await;
            if flight.is_aborted() {
                return;
            }
            match answer {
                Ok(page) => {
                    let posts = each_once(page.items.into_iter());
                    let first = posts.first().filter(|_| more).map(|post| row_id(post.id));
                    let fresh = |all: &mut Vec<Known>| {
                        for post in &posts {
                            if all.iter().all(|one| one.id != post.id) {
                                all.push(post.clone());
                            }
                        }
                    };
                    known.update(fresh);
                    found.update(fresh);
                    next.set(page.next_cursor);
                    phase.set(Phase::Here);
                    announcer::say(&count(say.found, found, next));
                    // The way to more may be gone: whoever pressed it goes on with what it brought.
                    if let Some(first) = first {
                        crate::browser::focus_soon(first);
                    }
                }
                Err(why) => phase.set(Phase::Failed(why)),
            }
        });
    });
    let key = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            look.run(false);
        }
    };
    let row = move |post: Known| {
        let id = post.id;
        view! { <div id=row_id(id) tabindex="-1"><Row chosen id name=Some(post) /></div> }
    };
    let again = Callback::new(move |()| look.run(next.with_untracked(Option::is_some)));
    let hint_id = format!("{SEARCH}-uitleg");
    view! {
        <div class="field" role="search" aria-labelledby=format!("{SEARCH}-naam")>
            <label class="field__label field__label--small" id=format!("{SEARCH}-naam") for=SEARCH>{say.search}</label>
            <p class="field__hint" id=hint_id.clone()>{say.search_hint}</p>
            <div class="keywords__line">
                <input
                    {..private()}
                    class="field__input"
                    id=SEARCH
                    type="search"
                    dir="auto"
                    maxlength="80"
                    enterkeyhint="search"
                    aria-describedby=hint_id
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                    on:keydown=key
                />
                <button class="button" type="button" on:click=move |_| look.run(false)>{board.search_go}</button>
            </div>
            {move || {
                let is_there = phase.get() == Phase::Here || found.with(|found| !found.is_empty());
                is_there.then(|| view! { <p class="small soft">{count(say.found, found, next)}</p> })
            }}
            <div class="stack stack--tight" role="group" aria-label=say.search hidden=move || found.with(Vec::is_empty)>
                <For each=move || found.get() key=|post| post.id children=row />
            </div>
            {move || match phase.get() {
                Phase::Looking => view! { <Loading /> }.into_any(),
                Phase::Failed(why) => view! { <Failed why way=Way::Load again id="zoeken-mislukt" /> }.into_any(),
                Phase::Idle | Phase::Here => ().into_any(),
            }}
            {move || chosen.is_too_many().then(|| view! { <p class="field__error">{(say.posts_too_many)(MAX_POSTS)}</p> })}
            <Show when=move || phase.get() == Phase::Here && next.with(Option::is_some)>
                <button class="button button--small" type="button" on:click=move |_| look.run(true)>{say.search_more}</button>
            </Show>
        </div>
    }
}

/// Where a post stands among what was found.
fn row_id(post: Uuid) -> String {
    format!("vondst-{post}")
}

fn count(say: fn(usize, bool) -> String, found: RwSignal<Vec<Known>>, next: RwSignal<Option<String>>) -> String {
    say(found.with_untracked(Vec::len), next.with_untracked(Option::is_some))
}

/// How a post on the board begins.
#[component]
pub fn PostName(
    /// Which post.
    id: Uuid,
) -> impl IntoView {
    let say = &use_desk_words().promising.form;
    let loader = Loader::new(Signal::stored(id), None, move |id, flight| async move {
        match post_on_board(id, &flight).await {
            Ok(post) => Ok(Some(post)),
            Err(why) if why.code() == Some(ProblemCode::NotFound) => Ok(None),
            Err(why) => Err(why),
        }
    });
    move || match loader.state.get() {
        Load::Waiting => say.post_loading.into_any(),
        Load::Failed(_) => say.post_failed.into_any(),
        Load::Ready(None) => say.post_gone.into_any(),
        Load::Ready(Some(post)) => {
            view! { <span lang=post.body.lang.code() dir="auto">{post.body.heading().to_owned()}</span> }.into_any()
        }
    }
}

//! What was promised because of an own post, and what its writer says of it.

use crate::{
    announcer,
    api::{self, Flight},
    components::promise::{Stands, due_day},
    i18n::{Messages, use_words},
    places,
};
use droombord_domain::{
    answer::Understood,
    api::{OwnPromise, PublicPromise, PublicSaying},
    follow_key::FollowKey,
    promise::PromiseState,
    trail::EventAbout,
};
use leptos::prelude::*;

/// Which promise an event is about: its words and its day.
pub(super) fn of_promise(say: &Messages, promises: &[OwnPromise], about: Option<&EventAbout>) -> Option<String> {
    let id = about?.promise?;
    let OwnPromise { promise, .. } = promises.iter().find(|one| one.promise.id == id)?;
    let day = due_day(say.promises(), promise.state, promise.due);
    Some((say.told().promise)(promise.what.as_deref()?, &lower_first(&day)))
}

/// The promises that one post led to: those of which the writer is asked something first. Of several, those fold of which everything is
/// said.
#[component]
pub(super) fn Promised(
    /// All of them.
    promises: Vec<OwnPromise>,
    /// The key that opens the post.
    key: StoredValue<FollowKey>,
    /// Everybody sees the post, and what its writer says.
    is_public: Signal<bool>,
) -> impl IntoView {
    let say = use_words().say.promises();
    (!promises.is_empty()).then(|| {
        let mut promises = promises;
        promises.sort_by_key(|promise| !(promise.may_say && promise.my_say.is_none()));
        let all = (0..)
            .zip(promises)
            .map(|(place, promise)| {
                let PublicPromise { state, what, .. } = &promise.promise;
                let is_over = matches!(state, PromiseState::Kept | PromiseState::Withdrawn);
                let folds = place > 0 && is_over && (promise.my_say.is_some() || !promise.may_say);
                let title = folds.then(|| format!("{}: {}", (say.state)(*state), what.as_deref().unwrap_or(say.mark)));
                let one = view! { <One promise key is_public /> };
                match title {
                    None => one.into_any(),
                    Some(title) => view! {
                        <details class="choice__more">
                            <summary class="choice__summary"><bdi>{title}</bdi></summary>
                            {one}
                        </details>
                    }
                    .into_any(),
                }
            })
            .collect_view();
        view! {
            <div class="stack stack--tight">
                <h3 class="mine__reason">{say.promised}</h3>
                {all}
            </div>
        }
    })
}

/// One promise: the day, the words, what the organisation says, and the writer's own yes or no.
#[component]
fn One(promise: OwnPromise, key: StoredValue<FollowKey>, is_public: Signal<bool>) -> impl IntoView {
    let words = use_words();
    let say = words.say.promises();
    let OwnPromise { post, promise, my_say, may_say } = promise;
    let PublicPromise { id, organisation, direction: _, what, owner, due, state, made: _, said, posts: _ } = promise;
    let mine = RwSignal::new(my_say);
    let told = RwSignal::new("");
    announcer::follow(told);
    let busy = RwSignal::new(false);
    let question = format!("zo-{post}-{id}");
    let press = move |says: Understood| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        told.set("");
        crate::task::run(async move {
            let answer = api::say_of_promise(post, id, says, &key.get_value(), &Flight::new()).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => {
                    mine.set(Some(says));
                    told.set(if is_public.get_untracked() { say.said } else { say.said_only });
                }
                Err(why) => told.set(words.say.failing().why(why.cause(), say.not_arrived)),
            }
        });
    };
    let buttons = Understood::ALL
        .iter()
        .map(|says| {
            let pressed = move || if mine.get() == Some(*says) { "true" } else { "false" };
            view! {
                <button
                    class="button button--small"
                    type="button"
                    aria-pressed=pressed
                    aria-disabled=move || busy.get().then_some("true")
                    on:click=move |_| press(*says)
                >
                    {(say.say_it)(*says)}
                </button>
            }
        })
        .collect_view();
    let asked = view! {
        <div class="stack stack--tight" role="group" aria-labelledby=question.clone()>
            <p id=question.clone()><strong>{say.is_it_so}</strong></p>
            <div class="cluster">{buttons}</div>
            <p class="mine__said">{move || told.get()}</p>
        </div>
    };
    let new = words.say.told();
    let not_yet = match my_say {
        None => (new.asked_from)(&format!("{} {} {}", due.day(), (say.month)(due.month()), due.year())),
        Some(says) => (new.you_said)((say.say_it)(says)),
    };
    let not_yet = view! { <p class="small">{not_yet}</p> };
    let said = said.map(|PublicSaying { says, words: said, when: _ }| {
        view! {
            <p class="small">
                {say.organisation_says} ": " {(say.says)(says)}
                {said.map(|said| view! { <span class="promise__words" lang="nl" dir="auto">{said}</span> })}
            </p>
        }
    });
    view! {
        <div class="mine__swap">
            <p class="cluster">
                <Stands state />
                <time class="small" datetime=due.to_string()>{due_day(say, state, due)}</time>
            </p>
            <p lang="nl" dir="auto"><strong>{what}</strong></p>
            <p class="small">
                {owner.map(|owner| view! { <span lang="nl" dir="auto">{owner}", "</span> })}
                <a class="mine__link" href=places::organisation(words.lang, organisation.id)><bdi>{organisation.name}</bdi></a>
            </p>
            {said}
            {if may_say { asked.into_any() } else { not_yet.into_any() }}
        </div>
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

//! A promise: a torn-off calendar leaf with its day, what is promised and by whom, and always two sides: what the
//! organisation says, and what the writers say. Facts, no count of them.

use super::{
    direction::{shape, tone},
    icon::Icon,
};
use crate::{
    i18n::{Promises, use_words},
    places,
};
use droombord_domain::{
    api::{PromisePost, PublicPromise, PublicSaying},
    promise::PromiseState,
    when::Day,
};
use leptos::prelude::*;

/// One promise. Its heading is a third-level one.
#[component]
pub fn PromiseCard(
    /// What was promised.
    promise: PublicPromise,
    /// With the name of the organisation, and the way to its page: where it is not the page's own.
    #[prop(optional)]
    with_organisation: bool,
) -> impl IntoView {
    let words = use_words();
    let names = &words.say.names;
    let say = words.say.promises();
    let PublicPromise { id, organisation, direction, what, owner, due, state, made: _, said, posts } = promise;
    let (look, _) = look(state);
    let heading = format!("belofte-{id}");
    let about = what.as_deref().map(say.about).unwrap_or_default();
    // What organisations write is Dutch, whatever the language of the page.
    let what = match what {
        Some(what) => {
            view! { <h3 class="promise__what" id=heading.clone() lang="nl" dir="auto">{what}</h3> }.into_any()
        }
        None => view! { <h3 class="promise__what" id=heading.clone()>{say.mark}</h3> }.into_any(),
    };
    let from = with_organisation.then(|| {
        view! { <a href=places::organisation(words.lang, organisation.id)><bdi>{organisation.name.clone()}</bdi></a> }
    });
    let because = if posts.is_empty() { say.for_none.to_owned() } else { (say.for_posts)(posts.len()) };
    let between = if owner.is_some() && with_organisation { ", " } else { "" };
    let organisation_says = match said {
        None => view! { <dd>{say.not_said}</dd> }.into_any(),
        Some(PublicSaying { says, words: said, when }) => view! {
            <dd>
                {(say.says)(says)}
                <span class="promise__when">{format!(" ({})", (names.half_month)(when))}</span>
                {said.map(|said| view! { <span class="promise__words" lang="nl" dir="auto">{said}</span> })}
            </dd>
        }
        .into_any(),
    };
    let writers = (1..)
        .zip(posts)
        .map(|(number, PromisePost { id, says })| {
            view! {
                <dd>
                    {says.map_or(say.not_said, say.writer)}
                    " "
                    <a class="promise__post" href=places::post(words.lang, id)>
                        {(say.post)(number)}
                        <span class="only-heard">{about.clone()}</span>
                    </a>
                </dd>
            }
        })
        .collect::<Vec<_>>();
    let writers = if writers.is_empty() { view! { <dd>{say.not_said}</dd> }.into_any() } else { writers.into_any() };
    view! {
        <article class=format!("promise promise--{look}") aria-labelledby=heading>
            <p class="promise__date">
                // The leaf is for the eye: a screen reader would stop at each of its parts.
                <time class="only-heard" datetime=due.to_string()>{due_day(say, state, due)}</time>
                <span class="promise__before" aria-hidden="true">{(say.by_day)(state)}</span>
                <span class="promise__day" aria-hidden="true">{due.day()}</span>
                <span class="promise__month" aria-hidden="true">{(say.month)(due.month())}</span>
                <span class="promise__year" aria-hidden="true">{due.year()}</span>
            </p>
            <div class="promise__body">
                <div class="cluster">
                    <Stands state />
                    <span class=format!("direction direction--{}", tone(Some(direction)))>
                        <Icon name=shape(Some(direction)) class="direction__shape" />
                        <span class="only-heard">{say.is_about}</span>
                        {(names.direction)(direction)}
                    </span>
                </div>
                {what}
                <p class="promise__who">
                    {owner.map(|owner| view! { <span lang="nl" dir="auto">{owner}</span> })}
                    {between}
                    {from}
                    " · "
                    {because}
                </p>
                <dl class="promise__sides">
                    <div class="promise__side">
                        <dt>{say.organisation_says}</dt>
                        {organisation_says}
                    </div>
                    <div class="promise__side">
                        <dt>{say.writer_says}</dt>
                        {writers}
                    </div>
                </dl>
            </div>
        </article>
    }
}

/// Where a promise stands: a drawing and the word.
#[component]
pub fn Stands(
    /// Where.
    state: PromiseState,
) -> impl IntoView {
    let say = use_words().say.promises();
    let (look, icon) = look(state);
    view! {
        <span class=format!("promise__state promise__state--{look}")>
            <Icon name=icon />
            <span class="only-heard">{say.stands}</span>
            {(say.state)(state)}
        </span>
    }
}

/// The day of a promise in words, by where it stands.
pub fn due_day(say: &Promises, state: PromiseState, due: Day) -> String {
    format!("{} {} {} {}", (say.by_day)(state), due.day(), (say.month)(due.month()), due.year())
}

/// Colour and drawing of a state; the word stands beside them.
pub const fn look(state: PromiseState) -> (&'static str, &'static str) {
    match state {
        PromiseState::Waiting | PromiseState::Open => ("open", "clock"),
        PromiseState::Overdue => ("late", "warning"),
        PromiseState::Kept => ("done", "tick"),
        PromiseState::Declined | PromiseState::Withdrawn => ("gone", "cross"),
    }
}

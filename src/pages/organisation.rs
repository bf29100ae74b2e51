//! `/organisatie/:id`: what an organisation answered, newest first, how long it lets others wait, and what it promised. A page
//! without a program: the server makes it whole, and the ways from list to list are links.

use super::promises::{STATES, cards};
use crate::{
    components::{
        answer::AnswerSheet,
        icon::Icon,
        notice::{Blank, NotThere},
    },
    first::{self, First},
    i18n::use_words,
    places::{self, Place},
};
use droombord_domain::{
    api::{AnsweredPost, OrganisationAnswers, Page, PublicPromise, Shown, ShownOrganisation, WaitingAskings},
    filter::query,
};
use leptos::prelude::*;

const ANSWERS: &str = "antwoorden";
const PROMISES: &str = "beloftes";

fn shown() -> Option<ShownOrganisation> {
    match First::take() {
        Shown::Organisation(shown) => Some(*shown),
        Shown::Nothing | Shown::Board(_) | Shown::Post(..) | Shown::NoPost | Shown::Promises(_) => None,
    }
}

/// The answers and promises of one organisation.
#[component]
pub fn OrganisationPage() -> impl IntoView {
    let words = use_words();
    let say = words.say.promise_pages();
    first::use_title(say.title_of);
    let Some(ShownOrganisation { organisation, answers, promises }) = shown() else {
        let states = &words.say.states;
        first::use_title(states.no_page_title);
        first::use_missing();
        return view! { <NotThere title=states.no_page more=states.no_page_more /> }.into_any();
    };
    let path = places::organisation(words.lang, organisation.id);
    let (back, back_word) = match (&answers, &promises) {
        (Some(_), Some(_)) => (Place::Promises.href(words.lang), say.heading),
        (Some(_) | None, Some(_) | None) => (path.clone(), say.to_begin),
    };
    // Who has both to read goes from one to the other.
    let both = answers.as_ref().is_some_and(|it| !it.items.is_empty())
        && promises.as_ref().is_some_and(|it| !it.items.is_empty());
    let way = |to: &'static str, word: &'static str| {
        both.then(|| view! { <a class="button button--quiet button--small" href=format!("#{to}")>{word}</a> })
    };
    let ways = both.then(|| {
        view! { <p class="cluster">{way(ANSWERS, say.to_answers)} {way(PROMISES, say.to_promises)}</p> }
    });
    view! {
        <div class="page page--first stack stack--loose">
            <p>
                <a class="button button--quiet" href=back>
                    <Icon name="back" />
                    {back_word}
                </a>
            </p>
            <div class="stack stack--tight">
                <h1><span class="promise__of">{say.of}" "</span><bdi>{organisation.name}</bdi></h1>
                {ways}
            </div>
            {answers.map(|answers| of_answers(answers, &path))}
            {way(PROMISES, say.to_promises).map(|way| view! { <p>{way}</p> })}
            {promises.map(|promises| of_promises(promises, &path))}
            {way(ANSWERS, say.to_answers).map(|way| view! { <p>{way}</p> })}
        </div>
    }
    .into_any()
}

fn of_answers(answers: OrganisationAnswers, path: &str) -> AnyView {
    let say = use_words().say.promise_pages();
    let OrganisationAnswers { items, next_cursor, waiting } = answers;
    let waits = waiting.map(|WaitingAskings { askings, days }| {
        view! { <p class="answer__waiting"><Icon name="clock" />{(say.waiting)(askings, days)}</p> }
    });
    let list = if items.is_empty() {
        view! { <Blank title=say.no_answer more=say.no_answer_more>""</Blank> }.into_any()
    } else {
        let sheets = items
            .into_iter()
            .map(|AnsweredPost { post, round, asking }| {
                let which = usize::try_from(round).ok().filter(|round| *round > 1);
                view! { <li><AnswerSheet asking which post /></li> }
            })
            .collect_view();
        view! {
            <p class="small soft">{say.answers_newest}</p>
            <ul class="grid grid--wide">{sheets}</ul>
        }
        .into_any()
    };
    view! {
        <section class="stack" aria-labelledby=ANSWERS>
            <h2 id=ANSWERS>{say.answers}</h2>
            {waits}
            {list}
            {more(path, "answers", next_cursor, say.more_answers)}
        </section>
    }
    .into_any()
}

/// The promises, by where they stand.
fn of_promises(promises: Page<PublicPromise>, path: &str) -> AnyView {
    let words = use_words();
    let say = words.say.promise_pages();
    let Page { items, next_cursor } = promises;
    let list = if items.is_empty() {
        view! { <h2>{say.heading}</h2> <Blank title=say.none more=say.none_more>""</Blank> }.into_any()
    } else {
        let group = |state| {
            let here: Vec<PublicPromise> = items.iter().filter(|promise| promise.state == state).cloned().collect();
            let id = format!("groep-{}", state.code());
            (!here.is_empty()).then(|| {
                view! {
                    <section class="stack" aria-labelledby=id.clone()>
                        <h2 id=id.clone()>
                            <span class="promise__of">{say.heading}": "</span>
                            {(words.say.promises().state)(state)}
                        </h2>
                        {cards(here, false)}
                    </section>
                }
            })
        };
        STATES.map(group).collect_view().into_any()
    };
    view! {
        <div class="stack stack--loose" id=PROMISES>
            {list}
            <p class="small soft">{say.never_gone}</p>
            {more(path, "cursor", next_cursor, say.more)}
        </div>
    }
    .into_any()
}

/// The way to the next page of one list.
fn more(path: &str, name: &'static str, cursor: Option<String>, word: &'static str) -> Option<AnyView> {
    let href = format!("{path}?{}", query([(name, cursor?.as_str())]));
    Some(view! { <p><a class="button" href=href>{word}</a></p> }.into_any())
}

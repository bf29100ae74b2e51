//! What an own post says, where it stands and what comes next, and the letter.

use super::{answered::has_news, asked::Asked, asks, context::Mine, letter::DecisionLetter, news::New, trail::waiting};
use crate::{
    components::{
        direction::{shape, tone},
        icon::Icon,
        note::Voice,
    },
    i18n::use_words,
    places,
};
use droombord_domain::{
    api::{OwnPost, RepliedTo},
    life::PostState,
    post::PostBody,
    text::{KEEP_SHORT, first_sentence},
    trail::TrailKind,
};
use leptos::prelude::*;

/// What it says, where it stands, and how it came there.
#[component]
pub(super) fn Post(mine: Mine, post: OwnPost) -> impl IntoView {
    let words = use_words();
    let say = words.say;
    let heading_id = mine.heading_id();
    let (waiting, late) = waiting(&post);
    let answered = has_news(&post);
    let OwnPost {
        id,
        state,
        revision,
        body,
        reply_to,
        keywords: _,
        reason,
        sentence,
        help,
        may_ask_another,
        hand_back,
        shortened,
        before,
        waiting_since: _,
        trail,
        askings: _,
        supports: _,
        replies: _,
    } = post;
    let state_word = match (answered, late) {
        (true, _) => say.verdicts().news,
        (false, true) => say.mine().not_read,
        (false, false) => (say.mine().state)(state),
    };
    let news = asks(state) || late || answered;
    let meta = body.as_ref().map(|body| {
        let direction = body.direction;
        let word = direction.map_or_else(|| (say.names.no_direction)(body.kind), say.names.direction);
        view! {
            <span class=format!("direction direction--{}", tone(direction))>
                <Icon name=shape(direction) class="direction__shape" />
                {direction.map(|_| view! { <span class="only-heard">{say.promises().is_about}</span> })}
                {word}
            </span>
        }
    });
    let text = match body.clone() {
        Some(body) => view! { <Text body shortened heading_id /> }.into_any(),
        None => {
            view! { <h2 class="mine__text" id=heading_id tabindex="-1">{(say.mine().state)(state)}</h2> }.into_any()
        }
    };
    let more = match (state, waiting) {
        (PostState::Received, Some(waiting)) if late => Some((say.mine().not_read_more)(waiting.days())),
        // The trail says it, with the time that it takes.
        (PostState::Received, _) => None,
        // A reply is not to be seen while what it replies to is not.
        (PostState::Published, _) if reply_to.as_ref().is_some_and(|to| to.text.is_none()) => None,
        (
            PostState::HandedBack
            | PostState::Published
            | PostState::Declined
            | PostState::TakenDown
            | PostState::Withdrawn
            | PostState::Expired
            | PostState::Erased,
            _,
        ) => Some((say.mine().state_more)(state).into()),
    };
    let two = trail.iter().any(|event| event.kind == TrailKind::SecondReader && event.revision == revision);
    let proposed = hand_back.as_ref().is_some_and(|asked| asked.swap.is_some());
    let letter = reason.map(|reason| {
        let again = may_ask_another;
        view! { <DecisionLetter state reason proposed two again sentence=sentence.clone() help=help.clone() /> }
    });
    let asked = hand_back.map(|asked| view! { <Asked asked body=body.clone() /> });
    let lang = body.as_ref().map(|body| body.lang.code());
    let before = before.map(|before| {
        view! {
            <div class="mine__swap">
                <h3 class="mine__reason">{say.mine().before}</h3>
                <p class="mine__rest" lang=lang dir="auto">{before}</p>
                <p>{say.mine().before_more}</p>
            </div>
        }
    });
    // A reply is seen under what it replies to, as long as that hangs there.
    let (hangs_at, hangs) = match &reply_to {
        None => (id, true),
        Some(RepliedTo { id, text }) => (*id, text.is_some()),
    };
    let replied_to = reply_to.map(|RepliedTo { id, text }| match text {
        Some(text) => {
            let heading = first_sentence(&text, KEEP_SHORT).to_owned();
            view! { <p class="small">{say.mine().reply_to} <a href=places::post(words.lang, id)><bdi>{heading}</bdi></a></p> }
                .into_any()
        }
        None => view! { <p class="small">{say.mine().reply_to_gone}</p> }.into_any(),
    });
    let about = body.as_ref().map(|body| (say.mine().about)(body.heading()));
    let on_board = (state.is_public() && hangs).then(|| {
        view! {
            <p>
                <a class="mine__link" href=places::post(words.lang, hangs_at)>
                    {say.mine().see_on_board}
                    <span class="only-heard">{about}</span>
                </a>
            </p>
        }
    });
    view! {
        <div class="mine__meta">
            <span class=if news { "mine__news" } else { "mine__state" }>{state_word}</span>
            {meta}
        </div>
        {text}
        <New mine />
        {replied_to}
        {more.map(|more: String| view! { <p>{more}</p> })}
        {letter}
        {asked}
        {before}
        {on_board}
    }
}

/// The words: the first sentence is the heading, and it reads on as one text.
#[component]
fn Text(body: PostBody, shortened: bool, heading_id: String) -> impl IntoView {
    let lang = body.lang.code();
    let heading = body.heading().to_owned();
    let rest = body.text.get(heading.len()..).unwrap_or_default().to_owned();
    view! {
        <div class="mine__words" lang=lang dir="auto">
            <h2 class="mine__text" id=heading_id tabindex="-1">{heading}</h2>
            {(!rest.trim().is_empty()).then(|| view! { <p class="mine__rest">{rest.trim().to_owned()}</p> })}
        </div>
        <Voice body sample=false shortened with_region=true />
    }
}

//! One post at the desk: its words first, then who reads it and what there is to do, then everything that happened to it.

use super::{
    asks::Asks,
    decide::Decide,
    device,
    marks::{Danger, Findings, MarkedWords},
    moment,
    say::{Blank, Failed, Loading, Note, Way},
    table::Table,
    together::{Claiming, Notes, Reported},
};
use crate::{
    api::{self, desk},
    clock::Waited,
    components::{
        direction::{shape, tone},
        icon::Icon,
        note::Voice,
    },
    i18n::{desk::use_desk_words, use_words},
    load::{Load, Loader},
};
use droombord_domain::{
    api::{Decision, DeskPost, HandBack, RepliedTo},
    life::PostState,
    post::Kind,
    problem::ProblemCode,
    trail::TrailEvent,
};
use leptos::prelude::*;
use uuid::Uuid;

/// The id of the notice that the writer has just changed the post: the focus goes there.
const CHANGED: &str = "veranderd";

/// One post, as it is now.
#[component]
pub fn Review(
    /// Which.
    id: Uuid,
    /// The address of the list beside it.
    #[prop(into)]
    back: Signal<String>,
    /// It was decided upon.
    decided: Callback<(DeskPost, Decision)>,
    /// It is not for us any more: on to the next.
    left: Callback<Uuid>,
    /// It came from the server.
    read: Callback<DeskPost>,
) -> impl IntoView {
    let say = use_desk_words();
    let table = Table::get();
    let changed = RwSignal::new(false);
    let loader = Loader::new(Signal::stored(id), None, move |id, flight| async move {
        match table.heed(desk::post(id, &flight).await) {
            Ok(post) => {
                if !flight.is_aborted() {
                    read.run(post.clone());
                }
                Ok(Some(post))
            }
            Err(api::Failure::Refused(problem)) if problem.code == ProblemCode::NotFound => Ok(None),
            Err(failure) => Err(failure),
        }
    });
    let stale = Callback::new(move |()| {
        changed.set(true);
        loader.again();
    });
    // The new text is here: say so before anything else.
    Effect::new(move |_| {
        if changed.get() && matches!(*loader.state.read(), Load::Ready(_)) {
            device::focus_soon(CHANGED);
        }
    });
    let again = Callback::new(move |()| loader.again());
    view! {
        <p class="desk__back">
            <a class="button button--quiet button--small" href=back>
                <Icon name="back" />
                {say.review.back}
            </a>
        </p>
        {move || match loader.state.get() {
            Load::Waiting => view! { <Loading /> }.into_any(),
            Load::Failed(why) => view! { <Failed why way=Way::Load again id="droom-mislukt" /> }.into_any(),
            Load::Ready(None) => {
                view! {
                    <Blank title=say.review.not_there more=say.review.not_there_more>
                        <button class="button" type="button" on:click=move |_| left.run(id)>{say.decide.to_next}</button>
                    </Blank>
                }
                .into_any()
            }
            Load::Ready(Some(post)) => {
                view! {
                    {changed.get_untracked().then(|| view! {
                        <Note id=CHANGED icon="pencil" title=say.review.changed><p>{say.review.changed_more}</p></Note>
                    })}
                    <Whole post decided left stale read />
                }
                .into_any()
            }
        }}
    }
}

#[component]
fn Whole(
    post: DeskPost,
    decided: Callback<(DeskPost, Decision)>,
    left: Callback<Uuid>,
    stale: Callback<()>,
    read: Callback<DeskPost>,
) -> impl IntoView {
    let words = use_words();
    let names = &words.say.names;
    let say = use_desk_words();
    let table = Table::get();
    let direction = post.body.direction;
    let body = post.body.clone();
    let word = direction.map_or_else(|| (names.no_direction)(body.kind), |direction| (names.direction)(direction));
    let waiting_since = post.waiting_since.clone();
    let waits = move || {
        let waited = Waited::since(waiting_since.as_deref()?, table.now())?;
        Some(view! { <p class="review__waits"><Icon name="clock" />{(say.queue.waits)(waited)}</p> })
    };
    let rules = say.review.rule.iter().map(|rule| view! { <li>{*rule}</li> }).collect_view();
    let steps = post.trail.iter().cloned().map(|event| view! { <Step event /> }).collect_view();
    let keywords = match post.state {
        // Before it hangs there they are part of the decision.
        PostState::Received | PostState::Declined | PostState::TakenDown => Vec::new(),
        PostState::HandedBack
        | PostState::Published
        | PostState::Withdrawn
        | PostState::Expired
        | PostState::Erased => post.keywords.clone(),
    };
    let keywords: Vec<&str> = keywords.iter().map(|keyword| keyword.as_str()).collect();
    let keywords = (!keywords.is_empty()).then(|| format!("{}: {}", names.keywords, keywords.join(", ")));
    let replied_to = post.reply_to.clone().map(|RepliedTo { id, text }| {
        view! {
            <section class="review__letter" aria-labelledby="reactie-op">
                <h3 id="reactie-op">{say.review.reply_to}</h3>
                {match text {
                    Some(text) => view! {
                        <p class="review__quote" dir="auto">{text}</p>
                        <p class="small"><a href=crate::places::post(words.lang, id) rel="external">{say.review.see_on_board}</a></p>
                    }
                    .into_any(),
                    None => view! { <p>{say.review.reply_to_gone}</p> }.into_any(),
                }}
            </section>
        }
    });
    let (sample, lang) = (post.sample, body.lang.code());
    // Nobody is asked to answer a reply.
    let (id, may_ask) = (post.id, post.state.is_public() && body.kind != Kind::Reply);
    let kept = StoredValue::new(post.clone());
    let (findings, signals) = (post.findings.clone(), post.signals.clone());
    view! {
        <div class="review">
            <div class="review__danger stack stack--tight">
                <Danger signals=signals.clone() />
                <Reported post=kept />
            </div>
            <div class="review__said">
                {replied_to}
                <article class="review__text" aria-labelledby="lezen-kop">
                    <div class="cluster">
                        <span class=format!("direction direction--{}", tone(direction))>
                            <Icon name=shape(direction) class="direction__shape" />
                            {word}
                        </span>
                        {waits}
                    </div>
                    <Voice body=body.clone() sample shortened=false with_region=true />
                    <MarkedWords text=body.text.clone() lang findings=findings.clone() signals />
                    {keywords.map(|keywords| view! { <p class="small">{keywords}</p> })}
                    <p class="small soft">{say.review.first_listen}</p>
                </article>
                <Claiming post=kept read />
            </div>
            <Findings text=body.text.clone() lang findings together=post.together.clone() />
            {match (post.hand_back.clone(), post.sentence.clone()) {
                (Some(asked), sentence) => view! { <Asked text=body.text.clone() lang asked sentence /> }.into_any(),
                (None, Some(sentence)) => view! {
                    <section class="review__asked review__letter" aria-labelledby="zin-in-brief">
                        <h3 id="zin-in-brief">{say.hand_back.sentence_sent}</h3>
                        <p dir="auto">{sentence}</p>
                    </section>
                }
                .into_any(),
                (None, None) => ().into_any(),
            }}
            {may_ask.then(|| view! { <Asks post=id sample /> })}
            <Decide post decided left stale />
            <Notes post=kept />
            <section class="review__trail" aria-labelledby="spoor">
                <h3 id="spoor">{say.review.trail}</h3>
                <ol class="trail">{steps}</ol>
            </section>
            <details class="review__rules" open>
                <summary>{say.review.rules}</summary>
                <ol>{rules}</ol>
            </details>
        </div>
    }
}

/// What the writer is asked, as every facilitator may read it.
#[component]
fn Asked(text: String, lang: &'static str, asked: HandBack, sentence: Option<String>) -> impl IntoView {
    let say = &use_desk_words().hand_back;
    let page = use_words().lang;
    let HandBack { swap, at, reminded_at } = asked;
    let swap = swap.and_then(|swap| {
        let stretch = swap.cut(&text)?.stretch.to_owned();
        Some(view! { <p lang=lang dir="auto"><del>{stretch}</del>" "<ins>{swap.instead}</ins></p> })
    });
    let again = reminded_at.map(|at| view! { <p class="small">{(say.asked_again)(&moment::exact(&at, page))}</p> });
    view! {
        <section class="review__asked review__letter" aria-labelledby="gevraagd">
            <h3 id="gevraagd">{say.asked}</h3>
            {swap}
            {sentence.map(|sentence| view! { <p dir="auto">{sentence}</p> })}
            <p class="small">{(say.asked_at)(&moment::exact(&at, page))}</p>
            {again}
        </section>
    }
}

/// One thing that happened, with whoever did it.
#[component]
fn Step(event: TrailEvent) -> impl IntoView {
    let words = use_words();
    let say = &use_desk_words().review;
    let TrailEvent { kind, at, revision, reason, by, about } = event;
    let mut when: Vec<String> = about.and_then(|about| about.organisation).map(|it| it.name).into_iter().collect();
    when.push(moment::exact(&at, words.lang));
    when.extend(by.map(|name| (say.by)(&name)));
    when.push((say.text_version)(revision).to_lowercase());
    let why = reason.map(|reason| {
        view! { <p class="trail__say">{(say.reason_was)((words.say.reasons().name)(reason))}</p> }
    });
    view! {
        <li class="trail__step" data-state="done">
            <p class="trail__what">{(say.trail_step)(kind)}</p>
            <p class="trail__when">{when.join(" · ")}</p>
            {why}
        </li>
    }
}

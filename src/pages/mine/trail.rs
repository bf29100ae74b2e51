//! Everything that happened to an own post, exactly, and what is still to come.

use super::{
    promised::of_promise,
    time::{Waiting, ZONE, moment},
};
use crate::{
    browser, clock,
    components::{
        answer::event_title,
        frame::use_settings,
        icon::Icon,
        reading::reading_time,
        trail_step::{Far, TrailStep},
    },
    i18n::use_words,
};
use droombord_domain::{
    api::{OwnPost, OwnPromise},
    life::PostState,
    settings::Reading,
    trail::TrailEvent,
};
use leptos::prelude::*;

/// How long a post waits for a reader, and whether that is longer than was promised.
pub(super) fn waiting(post: &OwnPost) -> (Option<Waiting>, bool) {
    let since = post.waiting_since.as_deref().and_then(browser::parse_time);
    let waiting = since.zip(clock::now()).map(|(since, now)| Waiting::between(since, now));
    let late =
        waiting.is_some_and(|waiting| use_settings().with_value(|settings| waiting.is_past(settings.reading_days)));
    (waiting, late)
}

/// The trail.
#[component]
pub(super) fn Trail(post: OwnPost, promises: Vec<OwnPromise>) -> impl IntoView {
    let say = use_words().say;
    let (waiting, late) = waiting(&post);
    let about = post.body.as_ref().map(|body| (say.mine().about)(body.heading()));
    let now = clock::now().and_then(|now| browser::wall_clock(now, ZONE));
    let when = move |at: &str| {
        let at = browser::parse_time(at).and_then(|at| browser::wall_clock(at, ZONE));
        at.zip(now).map(|(at, now)| (say.mine().moment)(moment(at, now)))
    };
    let silent = post.askings.iter().filter(|asking| asking.answer.is_none()).map(|asking| asking.days).max();
    let by_whom: Vec<_> = post.askings.iter().map(|asking| (asking.id, asking.organisation.id)).collect();
    // Nobody is asked to answer a reply.
    let nobody_asked = post.askings.is_empty() && post.reply_to.is_none();
    let done = post
        .trail
        .into_iter()
        .map(|TrailEvent { kind, at, revision: _, reason, by: _, about }| {
            let which = of_promise(say, &promises, about.as_ref());
            let which = which.map(|which| view! { <p class="trail__say" dir="auto">{which}</p> });
            let reason = reason.map(|reason| (say.mine().reason)((say.reasons().name)(reason)));
            view! {
                <TrailStep far=Far::Done what=event_title(say, kind, about.as_ref(), &by_whom)>
                    <p class="trail__when"><time datetime=at.clone()>{when(&at)}</time></p>
                    {which}
                    {reason.map(|reason| view! { <p class="trail__say">{reason}</p> })}
                </TrailStep>
            }
        })
        .collect_view();
    let now_is = |what: &'static str, more: String, clock: Option<String>| {
        view! {
            <TrailStep far=Far::Now what>
                <p class="trail__when">{more}</p>
                {clock.map(|clock| view! { <p class="trail__clock"><Icon name="clock" />{clock}</p> })}
            </TrailStep>
        }
    };
    let clock = waiting.map(|waiting| match waiting {
        Waiting::Hours(hours) => (say.mine().waits_hours)(hours),
        Waiting::Days(days) => (say.mine().waits_days)(days),
    });
    let what = if late { say.mine().not_read } else { say.mine().waits };
    // With nobody to read, or late, that alone is said.
    let on_time = use_settings().with_value(|settings| settings.reading == Reading::OnTime) && !late;
    let who_reads = match on_time {
        true => format!("{} {}", (say.mine().state_more)(PostState::Received), reading_time()),
        false => reading_time(),
    };
    let open = match (post.state, silent) {
        (PostState::Received, _) => view! {
            {now_is(what, who_reads, clock)}
            <TrailStep far=Far::Later what=say.mine().later>""</TrailStep>
        }
        .into_any(),
        (PostState::Published, Some(days)) => {
            let answers = say.answers();
            let what = say.verdicts().waiting;
            now_is(what, answers.no_answer.into(), Some((answers.waits)(days))).into_any()
        }
        (PostState::Published, None) if nobody_asked => {
            now_is(say.post.nobody_asked, say.post.nobody_asked_more.into(), None).into_any()
        }
        (
            PostState::Published
            | PostState::HandedBack
            | PostState::Declined
            | PostState::TakenDown
            | PostState::Withdrawn
            | PostState::Expired
            | PostState::Erased,
            _,
        ) => ().into_any(),
    };
    view! {
        <div class="stack stack--tight">
            <h3 class="mine__reason">{say.mine().trail}<span class="only-heard">{about}</span></h3>
            <ol class="trail">{done} {open}</ol>
        </div>
    }
}

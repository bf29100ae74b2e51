//! What organisations say of promises and nobody has read yet: one at a time, what waits longest first. Nobody sees any of it
//! before a facilitator says yes to those very words.

use super::{
    asks::Groups,
    judging::{Choices, Decide, Frame, Judging, OneByOne, Pile, REASON},
    marks::{Findings, MarkedWords},
    moment::exact,
    places,
    post_choice::PostName,
    promising::{HEADING, PromiseList},
    say::{Failed, Loading, Missing, Way},
    table::Table,
};
use crate::{
    api::{Flight, desk as api},
    components::{
        direction::{shape, tone},
        icon::Icon,
        promise::PromiseCard,
    },
    i18n::{desk::use_desk_words, use_words},
    load::{Load, Loader},
};
use droombord_domain::{
    api::{PromisePost, PublicPromise, SayingDecision, SayingReading, SayingRuling, StaffPromise, StaffSaying},
    life::PostState,
    mark::Finding,
    post::Lang,
    promise::Saying,
    reason::Reason,
};
use leptos::prelude::*;
use uuid::Uuid;

/// The organisation of which something is written down.
const WHOSE: &str = "belofte-van";
/// The heading above it.
const WRITTEN: &str = "opgeschreven";

/// What waits, one at a time, and the way to write down a promise.
#[component]
pub fn PromisesPage() -> impl IntoView {
    let lang = use_words().lang;
    let all = use_desk_words();
    let say = &all.promising.read;
    let table = Table::get();
    let pile = Pile::new(HEADING, move |flight| async move {
        table.heed(api::promises_to_read(&flight).await).map(|list| list.items)
    });
    let frame =
        Frame { heading: say.heading, lead: say.lead, done: say.done, done_more: say.done_more, next: say.next };
    let item = |promise, pile| view! { <Item promise pile /> }.into_any();
    view! {
        <section class="stack" aria-labelledby=HEADING>
            <OneByOne pile frame item />
            <p><a class="button" href=places::new_promise(lang)>{say.make}</a></p>
        </section>
        <WrittenDown told=Callback::new(move |()| pile.look_again()) />
    }
}

/// What an organisation told a facilitator of its promises, and where that is written down. Somebody reads it like everything else.
#[component]
fn WrittenDown(told: Callback<()>) -> impl IntoView {
    let all = use_desk_words();
    let say = &all.promising.read;
    let asks = &all.answering.asks;
    let table = Table::get();
    let unsent = table.unsent();
    let whose = RwSignal::new(unsent.read(WHOSE).unwrap_or_default());
    let loader = Loader::new(Signal::stored(()), None, move |(), flight| async move {
        table.heed(api::organisations(&flight).await).map(|page| page.items)
    });
    let again = Callback::new(move |()| loader.again());
    // The choices are there before the one that was chosen can be shown.
    let shown = RwSignal::new(String::new());
    Effect::new(move |_| {
        if matches!(*loader.state.read(), Load::Ready(_)) {
            shown.set(whose.get());
        }
    });
    let choose = move |event| {
        let id = event_target_value(&event);
        unsent.write(WHOSE, &id);
        whose.set(id);
    };
    let one = Memo::new(move |_| whose.with(|whose| whose.parse::<Uuid>().ok()));
    view! {
        <section class="stack desk__sheet" aria-labelledby=WRITTEN>
            <h2 id=WRITTEN>{say.says}</h2>
            <p class="soft">{say.says_lead}</p>
            {move || match loader.state.get() {
                Load::Waiting => view! { <Loading /> }.into_any(),
                Load::Failed(why) => view! { <Failed why way=Way::Load again id="organisaties-niet-geladen" /> }.into_any(),
                Load::Ready(organisations) => view! {
                    <div class="field">
                        <label class="field__label field__label--small" for=WHOSE>{asks.choose}</label>
                        <select class="field__input" id=WHOSE prop:value=shown on:change=choose>
                            <option value="">{asks.choose_none}</option>
                            <Groups organisations />
                        </select>
                    </div>
                }
                .into_any(),
            }}
            <Show when=move || one.get().is_some()>
                <PromiseList whose=one.into() told />
            </Show>
        </section>
    }
}

/// Words of an organisation, and the decision on them.
#[component]
fn Item(promise: StaffPromise, pile: Pile<StaffPromise>) -> impl IntoView {
    let say = &use_desk_words().promising.read;
    let StaffPromise { promise, sayings } = promise;
    // The server tells only of promises of which something waits.
    let Some(saying) = sayings.into_iter().find(|saying| saying.reading == SayingReading::Waiting) else {
        return ().into_any();
    };
    let posts = view! { <Posts posts=promise.posts.clone() /> };
    let before = (saying.says != Saying::Promised).then(|| {
        let promise = promise.clone();
        view! { <h3 class="only-heard">{say.promise}</h3><PromiseCard promise /> }
    });
    let id = promise.id;
    let ruling = saying.id;
    view! {
        <div class="desk__halves">
            <div class="stack">
                <Text promise saying />
                {posts}
                {before}
            </div>
            <Ruling id saying=ruling pile />
        </div>
    }
    .into_any()
}

/// The guard reads a promise and its owner as one text, a line each: what it finds in the first line, and in the second.
fn by_line(findings: Vec<Finding>, first: usize) -> (Vec<Finding>, Vec<Finding>) {
    let (of_first, of_second): (Vec<_>, Vec<_>) = findings.into_iter().partition(|finding| finding.start < first);
    let moved = |finding: Finding| {
        let back = |at: usize| at.saturating_sub(first + 1);
        Finding { start: back(finding.start), end: back(finding.end), ..finding }
    };
    (of_first, of_second.into_iter().map(moved).collect())
}

/// The words themselves, with what the guard finds in them.
#[component]
fn Text(promise: PublicPromise, saying: StaffSaying) -> impl IntoView {
    let words = use_words();
    let say = &use_desk_words().promising.read;
    let lang = Lang::Nl.code();
    let PublicPromise { id: _, organisation, direction, what, owner, due, state: _, made: _, said: _, posts: _ } =
        promise;
    let StaffSaying { id: _, says, words: said, at, reading: _, reason: _, by, findings } = saying;
    let title = (say.said)(&organisation.name, says);
    let by = by.map(|by| format!("{} · ", (say.by)(&by)));
    let is_new = says == Saying::Promised;
    let month = (words.say.promises().month)(due.month());
    let head = is_new.then(|| {
        view! {
            <div class="cluster">
                <span class=format!("direction direction--{}", tone(Some(direction)))>
                    <Icon name=shape(Some(direction)) class="direction__shape" />
                    {(words.say.names.direction)(direction)}
                </span>
                <p class="review__waits"><Icon name="clock" />{(say.due)(due, month)}</p>
            </div>
        }
    });
    let check = if is_new { say.check } else { say.check_said };
    let body = match said {
        Some(said) => view! {
            <MarkedWords text=said.clone() lang findings=findings.clone() signals=Vec::new() />
            <Findings text=said lang findings />
            <p class="small">{check}</p>
        }
        .into_any(),
        None if is_new => {
            let (what, owner) = (what.unwrap_or_default(), owner.unwrap_or_default());
            let whole = [&*what, &*owner].join("\n");
            let (of_what, of_owner) = by_line(findings.clone(), what.chars().count());
            view! {
                <MarkedWords text=what lang findings=of_what signals=Vec::new() />
                <h4 class="filter__label">{say.owner}</h4>
                <MarkedWords text=owner lang findings=of_owner signals=Vec::new() />
                <Findings text=whole lang findings />
                <p class="small">{check}</p>
            }
            .into_any()
        }
        None => view! { <p>{say.no_words}</p> }.into_any(),
    };
    view! {
        <article class="review__text" aria-label=title.clone()>
            <h3>{title.clone()}</h3>
            <p class="small soft">{by}{exact(&at, words.lang)}</p>
            {head}
            {body}
        </article>
    }
}

/// The posts that led to it, as the desk reads them.
#[component]
fn Posts(posts: Vec<PromisePost>) -> impl IntoView {
    let lang = use_words().lang;
    let say = &use_desk_words().promising.read;
    if posts.is_empty() {
        return view! { <p class="small soft">{say.no_posts}</p> }.into_any();
    }
    let lines = posts
        .into_iter()
        .map(|PromisePost { id, says: _ }| {
            let href = places::post(lang, PostState::Published, id);
            view! { <li class="desk__entry"><a class="desk__way" href=href><PostName id /></a></li> }
        })
        .collect_view();
    view! {
        <h3>{say.posts}</h3>
        <ul class="desk__entries">{lines}</ul>
    }
    .into_any()
}

/// Yes or no to the words that were read.
#[component]
fn Ruling(id: Uuid, saying: Uuid, pile: Pile<StaffPromise>) -> impl IntoView {
    let all = use_desk_words();
    let say = &all.promising.read;
    let letters = use_words().say.reasons();
    let table = Table::get();
    let judging = Judging::<SayingDecision, Reason>::new();
    let send = Callback::new(move |()| {
        let Some((decision, why)) = judging.made() else { return };
        let declines = decision == SayingDecision::Decline;
        let ruling = SayingRuling { saying, decision, reason: why.filter(|_| declines) };
        if declines && ruling.reason.is_none() {
            return judging.lacks(vec![Missing { field: REASON, sentence: all.answering.read.reason_missing.into() }]);
        }
        let call = async move { table.heed(api::decide_promise(id, &ruling, &Flight::new()).await) };
        let gone = move |now: &mut Vec<StaffPromise>| now.retain(|one| one.promise.id != id);
        judging.send(pile.stale(), call, move |_| pile.decided((say.sent)(decision), gone));
    });
    let choices = Choices {
        all: SayingDecision::ALL,
        icon: |what| if what == SayingDecision::Publish { "tick" } else { "cross" },
        word: say.action,
        confirm: say.confirm,
        needs_reason: |what| what == SayingDecision::Decline,
        legend: say.reasons,
        reasons: Reason::ALL,
        reason: letters.name,
        code: Reason::code,
    };
    view! { <Decide judging choices send /> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use droombord_domain::mark::{FindingCue, FindingKind};

    #[test]
    fn what_the_guard_finds_stands_in_its_own_line() {
        let finding =
            |start, end| Finding { kind: FindingKind::PersonName, start, end, confidence: 90, cue: FindingCue::List };
        let text = "Juf Sanne stopt.\nteamleider Bo";
        let (first, second) = by_line(vec![finding(4, 9), finding(28, 30)], "Juf Sanne stopt.".chars().count());
        assert_eq!((first, second), (vec![finding(4, 9)], vec![finding(11, 13)]));
        assert_eq!(text.get(28..30), Some("Bo"));
    }
}

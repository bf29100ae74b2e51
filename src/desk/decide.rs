//! Deciding on the revision that was read. What is chosen is kept at the table until it has been sent.

use super::{
    device,
    hand_back::{LEFT_OUT, LeavingOut, OwnSentence, Proposal, STRETCH, field_of},
    keywords::{Keywords, PATTERN},
    say::{Failed, FieldSays, Missing, Note, SUMMARY, Summary, Way},
    shortcuts::{letter, use_shortcuts},
    table::{Lack, Table},
};
use crate::{
    api::{Failure, Flight, desk as api},
    components::{icon::Icon, spelled::Spelled},
    i18n::{desk::use_desk_words, use_words},
};
use droombord_domain::{
    api::{Decision, DeskPost},
    life::{PostState, Step},
    mark::Finding,
    post::Direction,
    problem::{FieldCode, ProblemCode},
    reason::Reason,
    trail::TrailKind,
};
use leptos::{ev::SubmitEvent, prelude::*};
use uuid::Uuid;

/// Number of reasons that stand open; the others are one press away.
const OPEN_REASONS: usize = 3;
/// The id of the main button.
const CONFIRM: &str = "beslis";
/// The id of whatever stands in the way.
const TROUBLE: &str = "beslissing-mislukt";

/// What stands in the way of a decision.
#[derive(Clone, Debug, PartialEq)]
enum Trouble {
    /// Somebody else decided.
    Handled,
    /// The writer took it away.
    Gone,
    /// Another facilitator must do this.
    NeedsAnother,
    /// It did not arrive.
    Failed(Failure),
}

/// What a facilitator may do with a post that stands so. `asked_twice`: its writer was, and did not answer.
fn decisions_for(state: PostState, asked_twice: bool) -> Vec<Decision> {
    let step = |decision| match decision {
        Decision::Publish => Step::Publish,
        Decision::HandBack => Step::HandBack,
        Decision::Decline => Step::Decline,
        Decision::Shorten => Step::Shorten,
        Decision::TakeDown => Step::TakeDown,
        Decision::Reverse => Step::Reverse,
    };
    let may =
        |decision: &Decision| state.after(step(*decision)).is_some() && (*decision != Decision::Shorten || asked_twice);
    Decision::ALL.iter().copied().filter(may).collect()
}

/// Whether whoever sits here made the decision that would be turned back, or that the writer wants another reader for.
fn decided_before(post: &DeskPost, name: Option<&str>) -> bool {
    let turned = |kind| matches!(kind, TrailKind::Declined | TrailKind::TakenDown);
    let last = post.trail.iter().rev().find(|event| turned(event.kind));
    name.is_some() && last.is_some_and(|event| event.by.as_deref() == name)
}

/// Which of two readers sits here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    /// One is enough.
    Only,
    /// Two are needed, and nobody has read it.
    First,
    /// Somebody else has read it first.
    Second,
    /// The account that sits here read it first.
    Waits,
}

impl Turn {
    fn of(post: &DeskPost, name: Option<&str>) -> Self {
        match &post.proposal {
            Some(first) if Some(first.by.as_str()) == name => Self::Waits,
            Some(_) => Self::Second,
            None if post.signals.is_empty() => Self::Only,
            None => Self::First,
        }
    }
}

/// What can be decided, what it needs, and the one button that does it.
#[component]
pub fn Decide(
    /// The post as it was read.
    post: DeskPost,
    /// It was decided upon.
    decided: Callback<(DeskPost, Decision)>,
    /// It is not for us any more: on to the next.
    left: Callback<Uuid>,
    /// The writer changed it meanwhile.
    stale: Callback<()>,
) -> impl IntoView {
    let say = &use_desk_words().decide;
    let table = Table::get();
    let id = post.id;
    let name = table.name();
    let asked_twice = post.hand_back.as_ref().is_some_and(|asked| asked.reminded_at.is_some());
    let mut decisions = decisions_for(post.state, asked_twice);
    // Nobody may be reached by a reply: the server refuses it too.
    let reaches = post.reply_to.is_some() && post.findings.iter().any(|finding| finding.kind.is_contact());
    // What must be turned back is told without a case: the server refuses it too.
    let case = post.body.direction == Some(Direction::TurnBack) && post.findings.iter().any(Finding::is_case);
    if reaches || case {
        decisions.retain(|decision| !matches!(decision, Decision::Publish | Decision::Reverse));
    }
    let asked_another = post.asked_another && post.proposal.is_none();
    let not_me = (asked_another || decisions.contains(&Decision::Reverse)) && decided_before(&post, name.as_deref());
    let why_not_me = if asked_another { say.another_more } else { say.needs_another_more };
    let turn = Turn::of(&post, name.as_deref());
    let proposed = post.proposal.as_ref().map(|first| (first.by.clone(), first.decision));
    let inside = if decisions.is_empty() {
        view! { <p>{(say.nothing_now)(post.state)}</p> }.into_any()
    } else if let (Turn::Waits, Some((_, decision))) = (turn, &proposed) {
        let title = (say.two_waits)(*decision);
        view! { <Two icon="clock" title more=say.two_waits_more /> }.into_any()
    } else if not_me {
        view! {
            <div class="notice notice--plain">
                <Icon name="people" class="icon" />
                <div class="notice__body">
                    <p class="notice__title">{say.needs_another}</p>
                    <p>{why_not_me}</p>
                </div>
            </div>
        }
        .into_any()
    } else {
        let alone =
            post.alone.then(|| view! { <Two icon="warning" title=say.two_alone.into() more=say.two_alone_more /> });
        let two = match (turn, proposed) {
            (Turn::First, _) => Some(view! { <Two icon="people" title=say.two.into() more=say.two_first /> }),
            (Turn::Second, Some((name, decision))) => {
                let title = (say.two_second)(&name, decision);
                Some(view! { <Two icon="people" title more=say.two_second_more /> })
            }
            (Turn::Only | Turn::Second | Turn::Waits, _) => None,
        };
        let post = StoredValue::new(post);
        view! {
            {case.then(|| view! { <Two icon="warning" title=say.case.into() more=say.case_more /> })}
            {reaches.then(|| view! { <Two icon="warning" title=say.reaches.into() more=say.reaches_more /> })}
            {asked_another.then(|| view! { <Two icon="people" title=say.another.into() more=say.another_lead /> })}
            {two}
            {alone}
            <Form id post decisions first=turn == Turn::First decided left stale />
        }
        .into_any()
    };
    view! {
        <section class="review__decide" aria-labelledby="wat-doe-je">
            <h3 id="wat-doe-je">{say.heading}</h3>
            {inside}
        </section>
    }
}

/// Something to know about reading with two.
#[component]
fn Two(icon: &'static str, title: String, more: &'static str) -> impl IntoView {
    view! {
        <div class="notice notice--wait">
            <Icon name=icon class="icon" />
            <div class="notice__body">
                <p class="notice__title">{title}</p>
                <p>{more}</p>
            </div>
        </div>
    }
}

#[component]
fn Form(
    id: Uuid,
    post: StoredValue<DeskPost>,
    decisions: Vec<Decision>,
    /// What is decided here waits for a second reader.
    first: bool,
    decided: Callback<(DeskPost, Decision)>,
    left: Callback<Uuid>,
    stale: Callback<()>,
) -> impl IntoView {
    let say = &use_desk_words().decide;
    let back = &use_desk_words().hand_back;
    let table = Table::get();
    let chosen = Memo::new(move |_| post.with_value(|post| table.choice(post)));
    let decision = Memo::new(move |_| chosen.with(|chosen| chosen.decision));
    let missing = RwSignal::new(Vec::<Missing>::new());
    let trouble = RwSignal::new(None::<Trouble>);
    let sending = RwSignal::new(false);

    let choose = move |what: Decision| {
        missing.set(Vec::new());
        trouble.set(None);
        post.with_value(|post| table.choose(post, |choice| choice.decision = Some(what)));
    };
    let stop = move |what: Trouble| {
        trouble.set(Some(what));
        device::focus_soon(TROUBLE);
    };
    // What the server found in words of our own, at the field where it can be mended.
    let refused = move |failure: &Failure| -> Option<Vec<Missing>> {
        let Failure::Refused(problem) = failure else { return None };
        let found = problem.fields.iter().filter_map(|fault| match (fault.field.as_str(), fault.code) {
            ("keywords", FieldCode::Missing) => Some(Missing { field: PATTERN, sentence: say.pattern_missing.into() }),
            (field, code) => Some(Missing { field: field_of(field)?, sentence: (back.fault)(code).into() }),
        });
        Some(found.collect::<Vec<_>>()).filter(|found| !found.is_empty())
    };
    let answered = move |what: Decision, answer: Result<DeskPost, Failure>| {
        sending.set(false);
        let failure = match answer {
            Ok(post) => return decided.run((post, what)),
            Err(failure) => failure,
        };
        match failure.code() {
            Some(ProblemCode::StaleRevision) => stale.run(()),
            Some(ProblemCode::NotAllowedNow) => stop(Trouble::Handled),
            Some(ProblemCode::NotFound | ProblemCode::Erased) => stop(Trouble::Gone),
            Some(ProblemCode::NeedsAnotherFacilitator) => stop(Trouble::NeedsAnother),
            // The sign-in form has taken this place, and what was chosen stays.
            Some(ProblemCode::NotSignedIn) => {}
            Some(ProblemCode::InvalidFields) if refused(&failure).is_some() => {
                missing.set(refused(&failure).unwrap_or_default());
                device::focus_soon(SUMMARY);
            }
            Some(_) | None => stop(Trouble::Failed(failure)),
        }
    };
    let send = Callback::new(move |()| {
        if sending.get_untracked() {
            return;
        }
        let choice = post.with_value(|post| table.choice_untracked(post));
        let request = match post.with_value(|post| choice.request(post)) {
            Ok(request) => request,
            Err(lack) => {
                let (field, sentence) = match lack {
                    Lack::Decision => return,
                    Lack::Reason => (FIRST_REASON, say.reason_missing),
                    Lack::Stretch => (STRETCH, back.stretch_missing),
                    Lack::Text => (LEFT_OUT, back.left_out_wrong),
                    Lack::Pattern => (PATTERN, say.pattern_missing),
                };
                missing.set(vec![Missing { field, sentence: sentence.into() }]);
                return device::focus_soon(SUMMARY);
            }
        };
        let what = request.decision;
        missing.set(Vec::new());
        trouble.set(None);
        sending.set(true);
        crate::task::run(async move {
            let answer = table.heed(api::decide(id, &request, &Flight::new()).await);
            // Somebody may have gone on to another post: then the list will tell.
            if sending.try_get_untracked().is_some() {
                answered(what, answer);
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send.run(());
    };
    let press = {
        let decisions = decisions.clone();
        move |key: char| {
            let Some(what) = decisions.iter().copied().find(|decision| letter(*decision) == key) else { return false };
            choose(what);
            match what {
                Decision::Publish | Decision::Reverse => device::focus_soon(CONFIRM),
                Decision::Shorten => device::focus_soon(LEFT_OUT),
                Decision::HandBack | Decision::Decline | Decision::TakeDown => {
                    device::focus_first_soon("input[name=reden]:checked, input[name=reden]");
                }
            }
            true
        }
    };
    use_shortcuts(table, press);

    let buttons = decisions
        .into_iter()
        .map(|what| {
            let (class, icon) = match what {
                Decision::Publish => ("button", "tick"),
                Decision::HandBack => ("button", "letter"),
                Decision::Shorten => ("button", "pencil"),
                Decision::Reverse => ("button", "back"),
                Decision::Decline | Decision::TakeDown => ("button button--danger", "cross"),
            };
            view! {
                <button
                    class=class
                    type="button"
                    aria-pressed=move || if decision.get() == Some(what) { "true" } else { "false" }
                    on:click=move |_| choose(what)
                >
                    <Icon name=icon />
                    {(say.action)(what)}
                </button>
            }
        })
        .collect_view();
    let heading = Signal::stored((use_desk_words().sign_in.summary)(1).to_owned());
    // A reply has no keywords: it hangs under a post that has.
    let keywords = move || post.with_value(|post| post.reply_to.is_none()).then(|| view! { <Keywords post missing /> });
    let needs = move || match decision.get() {
        Some(Decision::Publish | Decision::Reverse) => keywords().into_any(),
        Some(Decision::Shorten) => view! { <LeavingOut post missing /> {keywords()} }.into_any(),
        Some(what @ Decision::HandBack) => {
            view! { <Reasons post what missing /> <Proposal post missing /> <OwnSentence post missing /> }.into_any()
        }
        Some(what @ (Decision::Decline | Decision::TakeDown)) => {
            view! { <Reasons post what missing /> <OwnSentence post missing /> }.into_any()
        }
        None => ().into_any(),
    };
    let confirm = move || {
        let what = decision.get()?;
        Some(view! {
            <button
                class="button button--primary button--wide"
                id=CONFIRM
                type="submit"
                aria-disabled=move || sending.get().then_some("true")
            >
                {move || match sending.get() {
                    true => say.sending,
                    false if first => (say.propose)(what),
                    false => (say.confirm)(what),
                }}
            </button>
        })
    };
    view! {
        <form class="review__form" novalidate on:submit=submit>
            <Summary heading missing=missing.into() />
            <div class="review__actions" role="group" aria-labelledby="wat-doe-je">{buttons}</div>
            {needs}
            {move || trouble.get().map(|why| view! { <InTheWay why id left send /> })}
            {confirm}
        </form>
    }
}

/// What stands in the way, and the way on.
#[component]
fn InTheWay(why: Trouble, id: Uuid, left: Callback<Uuid>, send: Callback<()>) -> impl IntoView {
    let say = &use_desk_words().decide;
    let on = move |title: &'static str| {
        view! {
            <Note id=TROUBLE title>
                <button class="button button--small" type="button" on:click=move |_| left.run(id)>{say.to_next}</button>
            </Note>
        }
        .into_any()
    };
    match why {
        Trouble::Handled => on(say.handled),
        Trouble::Gone => on(say.gone),
        Trouble::NeedsAnother => view! {
            <Note id=TROUBLE icon="people" title=say.needs_another><p>{say.needs_another_more}</p></Note>
        }
        .into_any(),
        Trouble::Failed(why) => view! { <Failed why way=Way::Send again=send id=TROUBLE /> }.into_any(),
    }
}

/// The id of the first reason: where the summary leads.
const FIRST_REASON: &str = "reden-recognisable";

/// The ten reasons, and the letter of the one that is chosen.
#[component]
fn Reasons(post: StoredValue<DeskPost>, what: Decision, missing: RwSignal<Vec<Missing>>) -> impl IntoView {
    let words = use_words();
    let letters = words.say.reasons();
    let say = &use_desk_words().decide;
    let table = Table::get();
    let chosen = Memo::new(move |_| post.with_value(|post| table.choice(post)).reason);
    let one = move |reason: Reason| {
        let take = move |_| {
            missing.set(Vec::new());
            post.with_value(|post| table.choose(post, |choice| choice.reason = Some(reason)));
        };
        view! {
            <label class="choice">
                <input
                    class="choice__input"
                    type="radio"
                    name="reden"
                    id=format!("reden-{}", reason.code())
                    value=reason.code()
                    prop:checked=move || chosen.get() == Some(reason)
                    on:change=take
                />
                <span class="choice__body"><span class="choice__title">{(letters.name)(reason)}</span></span>
            </label>
        }
    };
    let (open, more) = Reason::ALL.split_at(OPEN_REASONS);
    let among_more = chosen.get_untracked().is_some_and(|reason| more.contains(&reason));
    let after = match what {
        Decision::TakeDown => letters.after_taken_down,
        Decision::HandBack => "",
        Decision::Publish | Decision::Decline | Decision::Shorten | Decision::Reverse => letters.after_declined,
    };
    // As the writer will read it: a proposal is named when there is one.
    let proposed = Memo::new(move |_| post.with_value(|post| !table.choice(post).stretch.trim().is_empty()));
    let words = move |reason| match what {
        Decision::HandBack => (letters.handed_back)(reason, proposed.get()),
        Decision::Publish | Decision::Decline | Decision::Shorten | Decision::TakeDown | Decision::Reverse => {
            (letters.declined)(reason)
        }
    };
    let letter = move || match chosen.get() {
        Some(reason) => view! {
            <p><Spelled text=words(reason) /></p>
            {(!after.is_empty()).then(|| view! { <p>{after}</p> })}
            <p class="small">{say.letter_help}</p>
        }
        .into_any(),
        None => view! { <p class="soft">{say.letter_waits}</p> }.into_any(),
    };
    view! {
        <fieldset>
            <legend class="filter__label">{say.reasons}</legend>
            <div class="stack stack--tight">
                <FieldSays field=FIRST_REASON missing=missing.into() />
                {open.iter().copied().map(one).collect_view()}
                <details class="review__more" open=among_more>
                    <summary>{(say.more_reasons)(more.len())}</summary>
                    <div class="stack stack--tight">{more.iter().copied().map(one).collect_view()}</div>
                </details>
            </div>
        </fieldset>
        <div class="review__letter" id="brief">
            <h4 class="filter__label">{say.letter}</h4>
            {letter}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::sample;
    use droombord_domain::trail::TrailEvent;

    #[test]
    fn what_can_be_decided_follows_the_life_of_a_post() {
        let received = [Decision::Publish, Decision::HandBack, Decision::Decline];
        assert_eq!(decisions_for(PostState::Received, false), received);
        assert_eq!(decisions_for(PostState::Published, false), [Decision::TakeDown]);
        assert_eq!(decisions_for(PostState::Declined, false), [Decision::Reverse]);
        assert_eq!(decisions_for(PostState::TakenDown, false), [Decision::Reverse]);
        assert_eq!(decisions_for(PostState::HandedBack, true), [Decision::Shorten]);
        for state in [PostState::HandedBack, PostState::Withdrawn, PostState::Expired, PostState::Erased] {
            assert!(decisions_for(state, false).is_empty(), "{state:?}");
        }
    }

    #[test]
    fn the_first_reason_is_where_the_summary_leads() {
        assert_eq!(FIRST_REASON, format!("reden-{}", Reason::ALL[0].code()));
    }

    #[test]
    fn whoever_said_no_last_does_not_turn_it_back() {
        let event = |kind, by: &str| TrailEvent {
            kind,
            at: "2026-11-21T10:00:00Z".into(),
            revision: 1,
            reason: None,
            by: Some(by.into()),
            about: None,
        };
        let mut post = DeskPost { state: PostState::Declined, ..sample::post() };
        post.trail.push(event(TrailKind::Declined, "Noor"));
        assert!(decided_before(&post, Some("Noor")));
        assert!(!decided_before(&post, Some("Sam")));
        assert!(!decided_before(&post, None));
        post.trail.push(event(TrailKind::Published, "Noor"));
        post.trail.push(event(TrailKind::TakenDown, "Sam"));
        assert!(!decided_before(&post, Some("Noor")));
    }
}

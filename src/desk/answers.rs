//! Answers, and writers' words beside a verdict, that wait for a facilitator: one at a time, danger first, then what waits
//! longest. Nobody sees any of it before.

use super::{
    answering::{Earlier, PostSheet},
    device,
    marks::{Danger, Findings, MarkedWords},
    say::{Blank, Failed, FieldSays, Loading, Missing, Note, SUMMARY, Summary, Way, says_id, sentence_for},
    table::Table,
};
use crate::{
    api::{Failure, Flight, desk as api},
    components::icon::Icon,
    i18n::{desk::use_desk_words, use_words},
    load::{Load, Loader},
};
use droombord_domain::{
    answer::{AnswerDecision, AnswerDecisionForm, AnswerReason, MAX_NOTE, WordsDecision, WordsDecisionForm},
    asking::{AnswersToRead, DeskAnswer, DeskWords},
    mark::Finding,
    post::Lang,
    problem::ProblemCode,
    reason::Reason,
};
use leptos::{ev::SubmitEvent, prelude::*};

/// The heading: the focus goes there after every decision.
pub const HEADING: &str = "antwoorden-lezen";
/// The first of the reasons.
pub const REASON: &str = "waarom";
const SENTENCE: &str = "zin-aan-organisatie";
/// What stopped a decision.
pub const TROUBLE: &str = "lezen-mislukt";

/// One thing to read.
#[derive(Clone)]
enum Item {
    Answer(Box<DeskAnswer>),
    Words(Box<DeskWords>),
}

/// In the order in which they are read: words that show danger, answers, other words.
fn in_order(all: AnswersToRead) -> Vec<Item> {
    let (danger, calm): (Vec<_>, Vec<_>) = all.words.into_iter().partition(|words| !words.signals.is_empty());
    let words = |it: DeskWords| Item::Words(Box::new(it));
    let answers = all.answers.into_iter().map(|it| Item::Answer(Box::new(it)));
    danger.into_iter().map(words).chain(answers).chain(calm.into_iter().map(words)).collect()
}

/// What waits, one at a time.
#[component]
pub fn AnswersPage(
    /// How many wait, for the head of the desk.
    waiting: RwSignal<usize>,
) -> impl IntoView {
    let say = &use_desk_words().answering.read;
    let table = Table::get();
    let at = RwSignal::new(0_usize);
    let changed = RwSignal::new(false);
    let loader = Loader::new(Signal::stored(()), None, move |(), flight| async move {
        let all = table.heed(api::answers_to_read(&flight).await).map(in_order)?;
        waiting.set(all.len());
        Ok(all)
    });
    let decided = Callback::new(move |(all, said): (AnswersToRead, &'static str)| {
        let all = in_order(all);
        waiting.set(all.len());
        changed.set(false);
        loader.state.set(Load::Ready(all));
        table.say(said);
        device::focus_soon(HEADING);
    });
    let stale = Callback::new(move |()| {
        changed.set(true);
        loader.again();
    });
    Effect::new(move |_| {
        if changed.get() && matches!(*loader.state.read(), Load::Ready(_)) {
            device::focus_soon(TROUBLE);
        }
    });
    let skip = Callback::new(move |()| {
        at.update(|at| *at += 1);
        device::focus_soon(HEADING);
    });
    let again = Callback::new(move |()| loader.again());
    view! {
        <section class="stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{say.heading}</h2>
            {move || match loader.state.get() {
                Load::Waiting => view! { <Loading /> }.into_any(),
                Load::Failed(why) => view! { <Failed why way=Way::Load again id="lezen-niet-geladen" /> }.into_any(),
                Load::Ready(all) => {
                    let Some(place) = at.get().checked_rem(all.len()) else {
                        return view! { <Blank title=say.done more=say.done_more /> }.into_any();
                    };
                    let note = changed.get_untracked().then(|| view! {
                        <Note id=TROUBLE icon="pencil" title=say.stale><p>{say.stale_more}</p></Note>
                    });
                    let next = (all.len() > 1).then(|| view! {
                        <p><button class="button button--small" type="button" on:click=move |_| skip.run(())>{say.next}</button></p>
                    });
                    let item = match all.get(place).cloned() {
                        Some(Item::Answer(answer)) => view! { <Answer answer=*answer decided stale /> }.into_any(),
                        Some(Item::Words(words)) => view! { <Words words=*words decided stale /> }.into_any(),
                        None => ().into_any(),
                    };
                    view! { <p class="soft">{(say.lead)(all.len())}</p>{note}{item}{next} }.into_any()
                }
            }}
        </section>
    }
}

/// What stops a decision: something to read anew, or a call that did not arrive.
pub fn stopped(why: Failure, stale: Callback<()>, trouble: RwSignal<Option<Failure>>) {
    match why.code() {
        // Somebody else decided, or the text is another: the page loads what is so now.
        Some(ProblemCode::StaleRevision | ProblemCode::NotAllowedNow | ProblemCode::NotFound) => stale.run(()),
        Some(ProblemCode::NotSignedIn) => {}
        Some(_) | None => {
            trouble.set(Some(why));
            device::focus_soon(TROUBLE);
        }
    }
}

/// One part of an answer, with what the guard finds in it.
#[component]
fn Part(
    title: &'static str,
    text: String,
    findings: Vec<Finding>,
    title_id: &'static str,
    id: &'static str,
) -> impl IntoView {
    let lang = Lang::Nl.code();
    view! {
        <h4 class="filter__label" id=title_id>{title}</h4>
        <MarkedWords text=text.clone() lang findings=findings.clone() signals=Vec::new() />
        <Findings text lang findings id of=title_id />
    }
}

#[component]
fn Answer(answer: DeskAnswer, decided: Callback<(AnswersToRead, &'static str)>, stale: Callback<()>) -> impl IntoView {
    let all = &use_desk_words().answering;
    let say = &all.read;
    let table = Table::get();
    let DeskAnswer { id, organisation, post, days, sent, by, understood_findings, does_findings, earlier } = answer;
    let revision = sent.revision;
    let chosen = RwSignal::new(None::<AnswerDecision>);
    let reason = RwSignal::new(None::<AnswerReason>);
    let sentence = RwSignal::new(String::new());
    let missing = RwSignal::new(Vec::<Missing>::new());
    let trouble = RwSignal::new(None::<Failure>);
    let sending = RwSignal::new(false);
    let send = Callback::new(move |()| {
        let Some(decision) = chosen.get_untracked().filter(|_| !sending.get_untracked()) else { return };
        let refuses = decision != AnswerDecision::Publish;
        let form = AnswerDecisionForm {
            revision,
            decision: Some(decision.code().into()),
            reason: reason.get_untracked().filter(|_| refuses).map(|reason| reason.code().into()),
            sentence: Some(sentence.get_untracked()).filter(|it| refuses && !it.trim().is_empty()),
        };
        trouble.set(None);
        if let Err(faults) = form.parse() {
            let at = |field: &str| match field {
                "reason" => Missing { field: REASON, sentence: say.reason_missing.into() },
                _ => Missing { field: SENTENCE, sentence: say.sentence_fault.into() },
            };
            missing.set(faults.iter().map(|fault| at(&fault.field)).collect());
            return device::focus_soon(SUMMARY);
        }
        missing.set(Vec::new());
        sending.set(true);
        crate::task::run(async move {
            let answer = table.heed(api::decide_answer(id, &form, &Flight::new()).await);
            if sending.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(all) => decided.run((all, (say.sent)(decision))),
                Err(why) => stopped(why, stale, trouble),
            }
        });
    });
    let reasons = AnswerReason::ALL.iter().map(|one| (one.code(), (all.asked.reason)(*one))).collect::<Vec<_>>();
    let choose = Callback::new(move |code: String| {
        missing.set(Vec::new());
        reason.set(AnswerReason::from_code(&code));
    });
    let is_chosen = Signal::derive(move || reason.get().map(AnswerReason::code));
    let needs = move || {
        (chosen.get()? != AnswerDecision::Publish).then(|| {
            view! {
                <Why legend=say.reasons reasons=reasons.clone() chosen=is_chosen choose missing />
                <Sentence sentence missing />
            }
        })
    };
    let actions = AnswerDecision::ALL
        .iter()
        .map(|what| {
            let what = *what;
            let icon = match what {
                AnswerDecision::Publish => "tick",
                AnswerDecision::HandBack => "letter",
                AnswerDecision::Decline => "cross",
            };
            let pressed = Signal::derive(move || chosen.get() == Some(what));
            view! { <Action icon word=(say.action)(what) pressed press=Callback::new(move |()| chosen.set(Some(what))) /> }
        })
        .collect_view();
    let confirm = Signal::derive(move || chosen.get().map(|what| (say.confirm)(what)));
    view! {
        <div class="desk__halves">
            <div class="stack">
                <article class="review__text" aria-label=organisation.name.clone()>
                    <h3>{(say.from)(&organisation.name, &sent.body.by_function)}</h3>
                    <p class="small soft">{(say.revision)(revision, &by)}</p>
                    <Part title=all.asked.part_heard text=sent.body.understood_text findings=understood_findings title_id="deel-begrijp" id="vondsten-begrijp" />
                    <Part title=all.asked.part_does text=sent.body.does_text findings=does_findings title_id="deel-doen" id="vondsten-doen" />
                    <p class="small">{say.check}</p>
                </article>
                <h3>{say.answers_what}</h3>
                <PostSheet post waits=(all.asked.waits)(days) />
                <Earlier askings=earlier />
            </div>
            <Decide send missing trouble sending actions=actions.into_any() confirm>{needs}</Decide>
        </div>
    }
}

#[component]
fn Words(words: DeskWords, decided: Callback<(AnswersToRead, &'static str)>, stale: Callback<()>) -> impl IntoView {
    let all = &use_desk_words().answering;
    let say = &all.read;
    let table = Table::get();
    let letters = use_words().say.reasons();
    let DeskWords {
        id,
        organisation,
        post,
        answer,
        understood,
        verdict,
        words,
        revision,
        at: _,
        findings,
        signals,
        read_by,
    } = words;
    let lang = post.body.lang.code();
    let two = !signals.is_empty();
    let mine = two && read_by.is_some() && read_by == table.name();
    let first = two && read_by.is_none();
    let chosen = RwSignal::new(None::<WordsDecision>);
    let reason = RwSignal::new(None::<Reason>);
    let missing = RwSignal::new(Vec::<Missing>::new());
    let trouble = RwSignal::new(None::<Failure>);
    let sending = RwSignal::new(false);
    let send = Callback::new(move |()| {
        let Some(decision) = chosen.get_untracked().filter(|_| !sending.get_untracked()) else { return };
        let declines = decision == WordsDecision::Decline;
        let form = WordsDecisionForm {
            revision,
            decision: Some(decision.code().into()),
            reason: reason.get_untracked().filter(|_| declines).map(|reason| reason.code().into()),
        };
        trouble.set(None);
        if form.parse().is_err() {
            missing.set(vec![Missing { field: REASON, sentence: say.reason_missing.into() }]);
            return device::focus_soon(SUMMARY);
        }
        missing.set(Vec::new());
        sending.set(true);
        crate::task::run(async move {
            let answer = table.heed(api::decide_words(id, &form, &Flight::new()).await);
            if sending.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(all) => decided.run((all, if first { say.words_first } else { (say.words_sent)(decision) })),
                Err(why) => stopped(why, stale, trouble),
            }
        });
    });
    let reasons = Reason::ALL.iter().map(|one| (one.code(), (letters.name)(*one))).collect::<Vec<_>>();
    let choose = Callback::new(move |code: String| {
        missing.set(Vec::new());
        reason.set(Reason::from_code(&code));
    });
    let is_chosen = Signal::derive(move || reason.get().map(Reason::code));
    let needs = move || {
        (chosen.get()? == WordsDecision::Decline).then(|| {
            view! { <Why legend=say.words_reasons reasons=reasons.clone() chosen=is_chosen choose missing /> }
        })
    };
    let actions = WordsDecision::ALL
        .iter()
        .map(|what| {
            let what = *what;
            let icon = if what == WordsDecision::Publish { "tick" } else { "cross" };
            let pressed = Signal::derive(move || chosen.get() == Some(what));
            view! {
                <Action icon word=(say.words_action)(what) pressed press=Callback::new(move |()| chosen.set(Some(what))) />
            }
        })
        .collect_view();
    let confirm = Signal::derive(move || chosen.get().map(|what| (say.words_confirm)(what)));
    let decide = if mine {
        view! { <Blank title=say.two more=say.two_mine /> }.into_any()
    } else {
        view! { <Decide send missing trouble sending actions=actions.into_any() confirm>{needs}</Decide> }.into_any()
    };
    let two = two.then(|| {
        view! {
            <div class="notice notice--wait">
                <Icon name="people" class="icon" />
                <div class="notice__body"><p class="notice__title">{say.two}</p><p>{say.two_more}</p></div>
            </div>
        }
    });
    view! {
        <div class="desk__halves">
            <div class="stack">
                <Danger signals=signals.clone() />
                {two}
                <article class="review__text" aria-label=say.words_heading>
                    <h3>{say.words_heading}</h3>
                    <p>{(all.asked.understood)(understood)}" "{(all.asked.verdict)(Some(verdict))}</p>
                    <MarkedWords text=words.clone() lang findings=findings.clone() signals />
                    <Findings text=words lang findings />
                    <p class="small">{say.words_check}</p>
                </article>
                <div class="review__letter">
                    <h4 class="filter__label">{(say.from)(&organisation.name, &answer.by_function)}</h4>
                    <p class="review__plain">{answer.understood_text}</p>
                    <p class="review__plain">{answer.does_text}</p>
                </div>
            </div>
            {decide}
        </div>
    }
}

/// One of the things that can be done.
#[component]
pub fn Action(
    /// Its drawing.
    icon: &'static str,
    /// What it does.
    word: &'static str,
    /// Whether it is chosen.
    pressed: Signal<bool>,
    /// It is chosen.
    press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            class=if icon == "cross" { "button button--danger" } else { "button" }
            type="button"
            aria-pressed=move || if pressed.get() { "true" } else { "false" }
            on:click=move |_| press.run(())
        >
            <Icon name=icon />
            {word}
        </button>
    }
}

/// The form around a decision: what can be done, what it needs, and the one button that does it.
#[component]
pub fn Decide(
    /// Does it.
    send: Callback<()>,
    /// What it still needs.
    missing: RwSignal<Vec<Missing>>,
    /// Why it did not arrive.
    trouble: RwSignal<Option<Failure>>,
    /// It is on its way.
    sending: RwSignal<bool>,
    /// What can be done.
    actions: AnyView,
    /// What the button says, once something is chosen.
    confirm: Signal<Option<&'static str>>,
    /// What is chosen needs.
    children: Children,
) -> impl IntoView {
    let desk = use_desk_words();
    let say = &desk.answering.read;
    let heading = Signal::stored((desk.sign_in.summary)(1).to_owned());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send.run(());
    };
    let button = move || {
        let word = confirm.get()?;
        Some(view! {
            <button
                class="button button--primary button--wide"
                type="submit"
                aria-disabled=move || sending.get().then_some("true")
            >
                {move || if sending.get() { desk.decide.sending } else { word }}
            </button>
        })
    };
    view! {
        <section class="review__decide" aria-labelledby="wat-doe-je">
            <h3 id="wat-doe-je">{say.decide}</h3>
            <form class="review__form" novalidate on:submit=submit>
                <Summary heading missing=missing.into() />
                <div class="review__actions" role="group" aria-labelledby="wat-doe-je">{actions}</div>
                {children()}
                {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again=send id=TROUBLE /> })}
                {button}
            </form>
        </section>
    }
}

/// The reasons, of which one must be chosen.
#[component]
pub fn Why(
    /// The question.
    legend: &'static str,
    /// Codes and words.
    reasons: Vec<(&'static str, &'static str)>,
    /// The code of the one that is chosen.
    chosen: Signal<Option<&'static str>>,
    /// One is chosen.
    choose: Callback<String>,
    /// What the form still needs.
    missing: RwSignal<Vec<Missing>>,
) -> impl IntoView {
    let one = |(place, (code, word)): (usize, (&'static str, &'static str))| {
        let id = if place == 0 { REASON.to_owned() } else { format!("{REASON}-{code}") };
        view! {
            <label class="choice">
                <input
                    class="choice__input"
                    type="radio"
                    name=REASON
                    id=id
                    value=code
                    prop:checked=move || chosen.get() == Some(code)
                    on:change=move |_| choose.run(code.to_owned())
                />
                <span class="choice__body"><span class="choice__title">{word}</span></span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="filter__label">{legend}</legend>
            <FieldSays field=REASON missing=missing.into() />
            <div class="stack stack--tight">{reasons.into_iter().enumerate().map(one).collect_view()}</div>
        </fieldset>
    }
}

/// A sentence to the organisation; may stay empty.
#[component]
fn Sentence(sentence: RwSignal<String>, missing: RwSignal<Vec<Missing>>) -> impl IntoView {
    let say = &use_desk_words().answering.read;
    let wrong = Memo::new(move |_| missing.with(|missing| sentence_for(SENTENCE, missing).is_some()));
    let hint_id = format!("{SENTENCE}-uitleg");
    let described = {
        let hint_id = hint_id.clone();
        move || if wrong.get() { format!("{hint_id} {}", says_id(SENTENCE)) } else { hint_id.clone() }
    };
    view! {
        <div class="field">
            <label class="field__label field__label--small" for=SENTENCE>{say.sentence}</label>
            <p class="field__hint" id=hint_id>{(say.sentence_hint)(MAX_NOTE)}</p>
            <FieldSays field=SENTENCE missing=missing.into() />
            <textarea
                class="field__input"
                id=SENTENCE
                rows="2"
                autocomplete="off"
                aria-describedby=described
                aria-invalid=move || wrong.get().then_some("true")
                prop:value=sentence
                on:input=move |event| sentence.set(event_target_value(&event))
            ></textarea>
        </div>
    }
}

//! Answers, and writers' words beside a verdict, that wait for a facilitator: one at a time, danger first, then what waits
//! longest. Nobody sees any of it before.

use super::{
    answering::Earlier,
    judging::{Choices, Decide, Frame, Judging, OneByOne, Pile, REASON},
    marks::{Danger, Findings, MarkedWords},
    post_sheet::PostSheet,
    say::{Blank, FieldSays, Missing, wrong_at},
    table::Table,
};
use crate::components::{
    field::private,
    summary::{described, invalid},
};
use crate::{
    api::{Flight, desk as api},
    components::{answer::Signature, icon::Icon},
    i18n::{desk::use_desk_words, use_words},
};
use droombord_domain::{
    answer::{AnswerDecision, AnswerDecisionForm, AnswerReason, MAX_NOTE, WordsDecision, WordsDecisionForm},
    answering::{AnswersToRead, DeskAnswer, DeskWords},
    mark::Finding,
    post::Lang,
    reason::Reason,
    text::{is_blank, without_hidden},
};
use leptos::prelude::*;

/// The heading: the focus goes there after every decision.
pub const HEADING: &str = "antwoorden-lezen";
const SENTENCE: &str = "zin-aan-organisatie";

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
pub fn AnswersPage() -> impl IntoView {
    let say = &use_desk_words().answering.read;
    let table = Table::get();
    let pile =
        Pile::new(HEADING, move |flight| async move { table.heed(api::answers_to_read(&flight).await).map(in_order) });
    let frame =
        Frame { heading: say.heading, lead: say.lead, done: say.done, done_more: say.done_more, next: say.next };
    let item = |item, pile| match item {
        Item::Answer(answer) => view! { <Answer answer=*answer pile /> }.into_any(),
        Item::Words(words) => view! { <Words words=*words pile /> }.into_any(),
    };
    view! { <section class="stack" aria-labelledby=HEADING><OneByOne pile frame item /></section> }
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
fn Answer(answer: DeskAnswer, pile: Pile<Item>) -> impl IntoView {
    let all = &use_desk_words().answering;
    let say = &all.read;
    let table = Table::get();
    let DeskAnswer { id, organisation, post, days, sent, by, understood_findings, does_findings, earlier } = answer;
    let revision = sent.revision;
    let judging = Judging::<AnswerDecision, AnswerReason>::new();
    let unsent = table.unsent();
    let name = format!("zin/{id}/{revision}");
    let sentence = RwSignal::new(unsent.read(&name).unwrap_or_default());
    let keep = {
        let name = name.clone();
        Callback::new(move |text: String| {
            unsent.write(&name, &text);
            sentence.set(text);
        })
    };
    let send = Callback::new(move |()| {
        let Some((decision, why)) = judging.made() else { return };
        let refuses = decision != AnswerDecision::Publish;
        let form = AnswerDecisionForm {
            revision,
            decision: Some(decision.code().into()),
            reason: why.filter(|_| refuses).map(|why| why.code().into()),
            sentence: Some(without_hidden(&sentence.get_untracked())).filter(|it| refuses && !is_blank(it)),
        };
        if let Err(faults) = form.parse() {
            let at = |field: &str| match field {
                "reason" => Missing { field: REASON, sentence: say.reason_missing.into() },
                _ => Missing { field: SENTENCE, sentence: say.sentence_fault.into() },
            };
            return judging.lacks(faults.iter().map(|fault| at(&fault.field)).collect());
        }
        let name = name.clone();
        let call = async move {
            let answer = table.heed(api::decide_answer(id, &form, &Flight::new()).await);
            if answer.is_ok() {
                unsent.forget(&name);
            }
            answer
        };
        judging.send(pile.stale(), call, move |all| pile.decided((say.sent)(decision), |now| *now = in_order(all)));
    });
    let choices = Choices {
        all: AnswerDecision::ALL,
        icon: |what| match what {
            AnswerDecision::Publish => "tick",
            AnswerDecision::HandBack => "letter",
            AnswerDecision::Decline => "cross",
        },
        word: say.action,
        confirm: say.confirm,
        needs_reason: |what| what != AnswerDecision::Publish,
        legend: say.reasons,
        reasons: AnswerReason::ALL,
        reason: all.asked.reason,
        code: AnswerReason::code,
    };
    let more = move || view! { <Sentence sentence=sentence.into() keep missing=judging.missing /> };
    view! {
        <div class="desk__halves">
            <div class="stack">
                <article class="review__text" aria-label=organisation.name.clone()>
                    <h3>{organisation.name.clone()}</h3>
                    <p><Signature name=sent.body.by_name function=sent.body.by_function /></p>
                    <p class="small soft">{(say.revision)(revision, &by)}</p>
                    <Part title=all.asked.part_heard text=sent.body.understood_text findings=understood_findings title_id="deel-begrijp" id="vondsten-begrijp" />
                    <Part title=all.asked.part_does text=sent.body.does_text findings=does_findings title_id="deel-doen" id="vondsten-doen" />
                    <p class="small">{say.check}</p>
                </article>
                <h3>{say.answers_what}</h3>
                <PostSheet post waits=(all.asked.waits)(days) />
                <Earlier askings=earlier />
            </div>
            <Decide judging choices send more />
        </div>
    }
}

#[component]
fn Words(words: DeskWords, pile: Pile<Item>) -> impl IntoView {
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
    let judging = Judging::<WordsDecision, Reason>::new();
    let send = Callback::new(move |()| {
        let Some((decision, why)) = judging.made() else { return };
        let declines = decision == WordsDecision::Decline;
        let form = WordsDecisionForm {
            revision,
            decision: Some(decision.code().into()),
            reason: why.filter(|_| declines).map(|why| why.code().into()),
        };
        if form.parse().is_err() {
            return judging.lacks(vec![Missing { field: REASON, sentence: say.reason_missing.into() }]);
        }
        let said = if first { say.words_first } else { (say.words_sent)(decision) };
        let call = async move { table.heed(api::decide_words(id, &form, &Flight::new()).await) };
        judging.send(pile.stale(), call, move |all| pile.decided(said, |now| *now = in_order(all)));
    });
    let choices = Choices {
        all: WordsDecision::ALL,
        icon: |what| if what == WordsDecision::Publish { "tick" } else { "cross" },
        word: say.words_action,
        confirm: say.words_confirm,
        needs_reason: |what| what == WordsDecision::Decline,
        legend: say.words_reasons,
        reasons: Reason::ALL,
        reason: letters.name,
        code: Reason::code,
    };
    let decide = if mine {
        view! { <Blank title=say.two more=say.two_mine /> }.into_any()
    } else {
        view! { <Decide judging choices send /> }.into_any()
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
                    <h4 class="filter__label">{organisation.name}</h4>
                    <p class="small"><Signature name=answer.by_name function=answer.by_function /></p>
                    <p class="review__plain" dir="auto">{answer.understood_text}</p>
                    <p class="review__plain" dir="auto">{answer.does_text}</p>
                </div>
            </div>
            {decide}
        </div>
    }
}

/// A sentence to the organisation; may stay empty.
#[component]
fn Sentence(sentence: Signal<String>, keep: Callback<String>, missing: RwSignal<Vec<Missing>>) -> impl IntoView {
    let say = &use_desk_words().answering.read;
    let wrong = wrong_at(SENTENCE, missing);
    let hint_id = format!("{SENTENCE}-uitleg");
    view! {
        <div class="field">
            <label class="field__label field__label--small" for=SENTENCE>{say.sentence}</label>
            <p class="field__hint" id=hint_id.clone()>{(say.sentence_hint)(MAX_NOTE)}</p>
            <FieldSays field=SENTENCE missing=missing.into() />
            <textarea
                {..private()}
                class="field__input"
                id=SENTENCE
                dir="auto"
                rows="2"
                aria-describedby=described(SENTENCE, &hint_id, wrong)
                aria-invalid=invalid(wrong)
                prop:value=sentence
                on:input=move |event| keep.run(event_target_value(&event))
            ></textarea>
        </div>
    }
}

//! An answer to an own post: what the organisation understood and does, and what only the writer can say of it.

use super::context::{Mine, words_name};
use crate::{
    announcer,
    api::{self, Failure, Flight},
    browser,
    components::{
        answer::{Signature, which_of},
        summary::{Wrong, Wrongs},
        words_field::WordsField,
    },
    guard::{Guard, Left},
    i18n::{Fault, use_words},
    offline::Device,
};
use droombord_domain::{
    answer::{AnswerBody, MAX_WORDS, Understood, Verdict, VerdictForm, WordsState},
    api::OwnPost,
    asking::{OwnAnswer, OwnAsking},
    problem::FieldCode,
    text::without_hidden,
};
use leptos::{ev::SubmitEvent, prelude::*};
use uuid::Uuid;

/// Whether an answer is there of which the writer has said nothing.
pub(super) fn has_news(post: &OwnPost) -> bool {
    post.askings
        .iter()
        .filter_map(|asking| asking.answer.as_ref())
        .any(|answer| answer.understood.is_none() && answer.verdict.is_none())
}

/// Every answer to the post, and who was asked and is silent: the newest asking first. An older answer of which everything is said folds.
/// What the writer says does not make it again: the focus stays.
#[component]
pub(super) fn Answers(mine: Mine) -> impl IntoView {
    let say = use_words().say.answers();
    let askings = Memo::new(move |_| {
        mine.post.with(|post| {
            let by_whom: Vec<_> = post.askings.iter().map(|asking| (asking.id, asking.organisation.id)).collect();
            let same = |asking: &OwnAsking| {
                let body = asking.answer.as_ref().map(|answer| answer.body.clone());
                let which = which_of(&by_whom, asking.id);
                (asking.id, asking.organisation.name.clone(), which, asking.days, body)
            };
            post.askings.iter().map(same).collect::<Vec<_>>()
        })
    });
    let own = use_words().say.verdicts();
    let verdict_of = move |id| {
        mine.post.with_untracked(|post| {
            let asking = post.askings.iter().find(|asking| asking.id == id);
            asking.and_then(|asking| asking.answer.as_ref()).and_then(|answer| answer.verdict)
        })
    };
    move || {
        let askings = askings.get();
        let newest = askings.iter().rev().find(|(.., body)| body.is_some()).map(|(id, ..)| *id);
        askings
            .into_iter()
            .rev()
            .map(|(id, name, which, days, body)| match body {
                Some(body) => match verdict_of(id).filter(|_| newest != Some(id)) {
                    None => view! { <Answer mine id name which body /> }.into_any(),
                    Some(verdict) => view! {
                        <details class="choice__more">
                            <summary class="choice__summary">
                                {(say.from)(&name, which)} ": " {(own.say_verdict)(verdict)}
                            </summary>
                            <Answer mine id name which body />
                        </details>
                    }
                    .into_any(),
                },
                None => view! {
                    <div class="mine__swap">
                        <p><strong>{(say.asked)(&name, which)}</strong></p>
                        <p>{say.no_answer} " " {(say.waits)(days)} "."</p>
                    </div>
                }
                .into_any(),
            })
            .collect_view()
    }
}

/// One answer: the first part and whether it is right, the second, and whether it feels heard.
#[component]
fn Answer(mine: Mine, id: Uuid, name: String, which: Option<usize>, body: AnswerBody) -> impl IntoView {
    let say = use_words().say.answers();
    let own = use_words().say.verdicts();
    let AnswerBody { understood_text, does_text, by_name, by_function } = body;
    let now = move || {
        mine.post.with(|post| {
            let asking = post.askings.iter().find(|asking| asking.id == id);
            asking.and_then(|asking| asking.answer.clone())
        })
    };
    let understood = Memo::new(move |_| now().and_then(|answer| answer.understood));
    let verdict = Memo::new(move |_| now().and_then(|answer| answer.verdict));
    let told = RwSignal::new(String::new());
    announcer::follow(told);
    let whose = StoredValue::new(name.clone());
    // After the answer of the server: what it says now, or why not.
    let take = move |answer: Result<OwnPost, Failure>, not_yet: bool| match answer {
        Ok(post) => {
            mine.post.set(post);
            mine.changes.tell();
            told.set(if not_yet { whose.with_value(|name| (own.said_not)(name)) } else { own.said.into() });
        }
        Err(why) => told.set(mine.why(&why, own.not_arrived).into()),
    };
    let press_understood = move |says: Understood| {
        if mine.begin() {
            told.set(String::new());
            crate::task::run(async move {
                let answer = api::say_understood(mine.id, id, says, &mine.key(), &Flight::new()).await;
                if mine.end() {
                    take(answer, says != Understood::Yes);
                }
            });
        }
    };
    let press_verdict = move |says: Verdict| {
        if mine.begin() {
            told.set(String::new());
            let words = now().and_then(|answer| answer.words).map(|words| words.text);
            let form = VerdictForm { verdict: Some(says.code().into()), words };
            crate::task::run(async move {
                let answer = api::say_verdict(mine.id, id, &form, &mine.key(), &Flight::new()).await;
                if mine.end() {
                    take(answer, says != Verdict::Heard);
                }
            });
        }
    };
    let first = Understood::ALL
        .iter()
        .map(|says| {
            let pressed = move || if understood.get() == Some(*says) { "true" } else { "false" };
            button(
                (own.say_understood)(*says),
                Signal::derive(pressed),
                Callback::new(move |()| press_understood(*says)),
            )
        })
        .collect_view();
    let second = Verdict::ALL
        .iter()
        .map(|says| {
            let pressed = move || if verdict.get() == Some(*says) { "true" } else { "false" };
            button((own.say_verdict)(*says), Signal::derive(pressed), Callback::new(move |()| press_verdict(*says)))
        })
        .collect_view();
    let (heading, do_they, does_it) = (format!("antwoord-{id}"), format!("begrijpen-{id}"), format!("gehoord-{id}"));
    let has_verdict = Memo::new(move |_| verdict.get().is_some());
    view! {
        <article class="mine__answer" aria-labelledby=heading.clone()>
            <h3 class="mine__reason" id=heading.clone()>{(say.from)(&name, which)}</h3>
            <p class="small soft"><Signature name=by_name function=by_function /></p>
            <div class="mine__swap answer__part--heard">
                <h4 class="small">{own.they_understand}</h4>
                <p class="mine__rest" lang="nl" dir="auto">{understood_text}</p>
            </div>
            <div class="stack stack--tight" role="group" aria-labelledby=do_they.clone()>
                <p id=do_they.clone()><strong>{own.do_they}</strong></p>
                <div class="cluster">{first}</div>
            </div>
            <div class="mine__swap">
                <h4 class="small">{own.they_do}</h4>
                <p class="mine__rest" lang="nl" dir="auto">{does_text}</p>
            </div>
            <div class="stack stack--tight" role="group" aria-labelledby=does_it.clone()>
                <p id=does_it.clone()><strong>{own.does_it}</strong></p>
                <div class="cluster">{second}</div>
            </div>
            <p class="mine__said">{move || told.get()}</p>
            {move || has_verdict.get().then(|| view! { <Words mine id now=Signal::derive(now) told /> })}
        </article>
    }
}

/// One of the answers that a writer can give.
fn button(word: &'static str, pressed: Signal<&'static str>, press: Callback<()>) -> AnyView {
    view! {
        <button
            class="button button--small"
            type="button"
            aria-pressed=move || pressed.get()
            on:click=move |_| press.run(())
        >
            {word}
        </button>
    }
    .into_any()
}

/// A word beside the verdict. The guard looks at it as at everything that a writer writes.
#[component]
fn Words(mine: Mine, id: Uuid, now: Signal<Option<OwnAnswer>>, told: RwSignal<String>) -> impl IntoView {
    let words = use_words();
    let own = words.say.verdicts();
    let at = format!("erbij-{id}");
    let device = Device::get();
    let kept_as = StoredValue::new(words_name(id));
    let text = RwSignal::new(kept_as.with_value(|name| device.read_in_tab(name)).unwrap_or_default());
    let wrongs = Wrongs::new();
    let left = RwSignal::new(Vec::<String>::new());
    let change = move |(word, leave): (String, bool)| {
        left.update(|left| {
            left.retain(|other| *other != word);
            if leave {
                left.push(word);
            }
        });
    };
    let guard = Guard::new(text.into(), Left { words: left.into(), change: Callback::new(change) });
    let there = move || {
        now.get().and_then(|answer| answer.words).map(|words| {
            let state: WordsState = words.state;
            view! {
                <p class="mine__swap">
                    <span lang="nl" dir="auto">{format!("‘{}’", words.text)}</span>
                    <span class="small">{(own.words_state)(state)}</span>
                </p>
            }
        })
    };
    let wrong_with = {
        let say = words.say;
        move |form: &VerdictForm| match form.parse() {
            Ok(new) if new.words().is_none() => Some(Fault::from(say.verdicts().no_words)),
            Ok(_) => None,
            Err(errors) => errors.first().map(|error| {
                if error.code == FieldCode::TooLong {
                    say.errors().too_long(error)
                } else {
                    say.errors().odd_signs.into()
                }
            }),
        }
    };
    let form_of = move |text: &str| VerdictForm {
        verdict: now.with_untracked(|answer| answer.as_ref()?.verdict).map(|verdict| verdict.code().to_owned()),
        words: Some(without_hidden(text)),
    };
    let submit = {
        let at = at.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let form = form_of(&text.get_untracked());
            let wrong: Vec<Wrong> = wrong_with(&form).into_iter().map(|say| Wrong::new(at.clone(), say)).collect();
            let right = wrong.is_empty();
            wrongs.show(wrong);
            if !right {
                browser::focus_soon(at.clone());
                return;
            }
            if !mine.begin() {
                return;
            }
            told.set(String::new());
            let name = kept_as.get_value();
            crate::task::run(async move {
                let answer = api::say_verdict(mine.id, id, &form, &mine.key(), &Flight::new()).await;
                if !mine.end() {
                    // The card is gone or made again: what arrived is not being written any more.
                    if answer.is_ok() {
                        device.forget_in_tab(&name);
                    }
                    return;
                }
                match answer {
                    Ok(post) => {
                        device.forget_in_tab(&name);
                        mine.post.set(post);
                        text.set(String::new());
                        told.set(own.words_sent.into());
                    }
                    Err(why) => told.set(mine.why(&why, own.not_arrived).into()),
                }
            });
        }
    };
    let write = {
        let at = at.clone();
        Callback::new(move |typed: String| {
            wrongs.look_again(&at, None);
            kept_as.with_value(|name| mine.keep(name, &typed));
            text.set(typed);
        })
    };
    view! {
        {there}
        <form class="stack stack--tight" method="dialog" autocomplete="off" novalidate aria-label=own.words on:submit=submit>
            <label class="field__label field__label--small" for=at.clone()>{own.words}</label>
            <p class="field__hint" id=format!("hoeft-niet-{id}")>{own.words_more}</p>
            <WordsField
                id=at.clone()
                text=text.into()
                guard
                write
                max=Signal::stored(MAX_WORDS)
                wrong=wrongs.of(at)
                lead=format!("hoeft-niet-{id}")
                lang=words.lang.code()
            >
                ""
            </WordsField>
            <div><button class="button button--small" type="submit">{own.words_send}</button></div>
        </form>
    }
}

//! Changing the words of an own post, in its card.

use super::{
    context::Mine,
    words::{with_text, wrong_with},
};
use crate::{
    api::{self, Failure, Flight},
    components::{
        guard::AlertChoice,
        summary::{ErrorSummary, Wrong},
        who_reads::follow_reads,
        words_field::WordsField,
    },
    guard::{Guard, Left},
    i18n::use_words,
    offline::outbox::Done,
};
use droombord_domain::{api::Revision, draft::Draft, life::Step, outcome::Cause};
use leptos::{ev::SubmitEvent, prelude::*};

/// Changes the words in place: the same field and checks as in writing.
#[component]
pub(super) fn Change(mine: Mine) -> impl IntoView {
    let words = use_words();
    let say = words.say.mine();
    let Some(body) = mine.post.with_untracked(|post| post.body.clone()) else { return ().into_any() };
    let at = format!("tekst-{}", mine.id);
    let (lang, kind) = (body.lang.code(), body.kind);
    let wrong_now = {
        let body = body.clone();
        move |text: &str| wrong_with(&body, text, words.say)
    };
    let write = {
        let (at, wrong_now) = (at.clone(), wrong_now.clone());
        Callback::new(move |text: String| {
            mine.wrongs.look_again(&at, wrong_now(&text));
            let revision = mine.post.with_untracked(|post| post.revision);
            mine.keep(&mine.change_name(), &format!("{revision} {text}"));
            mine.text.set(text);
        })
    };
    let left = RwSignal::new(Vec::<String>::new());
    let change = move |(word, leave): (String, bool)| {
        left.update(|left| {
            left.retain(|other| *other != word);
            if leave {
                left.push(word);
            }
        });
    };
    let (asks, reads) = (RwSignal::new(false), follow_reads());
    let alert = AlertChoice { chosen: asks.into(), choose: Callback::new(move |it| asks.set(it)), reads };
    let guard = Guard::new(mine.text.into(), Left { words: left.into(), change: Callback::new(change) });
    let submit = {
        let at = at.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            if mine.busy.get_untracked() {
                return;
            }
            mine.said.set(String::new());
            mine.closed.set(false);
            let text = mine.text.get_untracked();
            let wrong: Vec<Wrong> = wrong_now(&text).into_iter().map(|say| Wrong::new(at.clone(), say)).collect();
            let right = wrong.is_empty();
            mine.wrongs.show(wrong);
            if right {
                revise(mine, &text, asks.get_untracked(), words.say);
            }
        }
    };
    view! {
        <form class="stack" method="dialog" autocomplete="off" novalidate aria-label=say.change on:submit=submit>
            <ErrorSummary wrongs=mine.wrongs id=format!("fouten-{}", mine.id) />
            <div class="stack stack--tight">
                <label class="field__label" for=at.clone()>{say.change_label}</label>
                <p class="field__hint" id=format!("uitleg-{}", mine.id)>{say.change_lead}</p>
            </div>
            <WordsField
                id=at.clone()
                text=mine.text.into()
                guard
                write
                max=Signal::stored(kind.max_length())
                wrong=mine.wrongs.of(at)
                lead=format!("uitleg-{}", mine.id)
                lang
                alert
            >
                <span>{words.say.share().unsaved}</span>
            </WordsField>
            <div class="cluster">
                <button
                    class="button button--primary"
                    type="submit"
                    aria-disabled=move || mine.busy.get().then_some("true")
                >
                    {say.change_send}
                </button>
                <button class="button" type="button" on:click=move |_| mine.close("")>{say.change_cancel}</button>
            </div>
        </form>
    }
    .into_any()
}

fn revise(mine: Mine, text: &str, alert: bool, say: &'static crate::i18n::Messages) {
    let Some((revision, body)) = mine.post.with_untracked(|post| Some((post.revision, post.body.clone()?))) else {
        return;
    };
    let revision = Revision { revision, draft: Draft { alert, ..with_text(&body, text) } };
    if !mine.begin() {
        return;
    }
    crate::task::run(async move {
        let key = mine.key();
        let answer = api::revise(mine.id, &revision, &key, &Flight::new()).await;
        let done = revision.draft.parse().ok().map(|post| Done::Text(post.into_body().text));
        match mine.heard(answer, api::revise_later(mine.id, &revision, &key), done).await {
            Some(Ok(post)) => {
                mine.post.set(post);
                mine.close(say.mine().changed);
            }
            Some(Err(Failure::Busy(seconds))) => {
                let minutes = seconds.map(|seconds| seconds.div_ceil(60).max(1));
                mine.said.set((say.errors().busy)(minutes));
            }
            Some(Err(why)) if why.cause() == Cause::Changed => {
                mine.look_again().await;
                // The text stays in its field as long as it can still be sent.
                match mine.post.try_with_untracked(|post| post.state.after(Step::Revise).is_some()) {
                    Some(true) => mine.said.set(say.mine().changed_meanwhile.into()),
                    Some(false) => mine.close(say.mine().not_allowed_now),
                    None => {}
                }
            }
            Some(Err(why)) => mine.not_done(&why).await,
            None => {}
        }
    });
}

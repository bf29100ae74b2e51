//! What the writer can do with an own post, one thing at a time.

use super::{
    OtherWords, asks,
    change::Change,
    context::{Mine, Open},
};
use crate::{
    api::{self, Flight},
    browser,
    i18n::use_words,
    offline::outbox::{self, Done},
};
use droombord_domain::{
    life::{PostState, Step},
    outcome::Cause,
};
use leptos::prelude::*;

/// What the writer can do now, one thing at a time.
#[component]
pub(super) fn Actions(mine: Mine) -> impl IntoView {
    let say = use_words().say.mine();
    // By the post's state alone: a new revision does not close the field.
    let state = Memo::new(move |_| mine.post.with(|post| post.state));
    let heading = Memo::new(move |_| {
        mine.post.with(|post| post.body.as_ref().map(|body| body.heading().to_owned()).unwrap_or_default())
    });
    let about =
        move || view! { <span class="only-heard">{move || heading.with(|heading| (say.about)(heading))}</span> };
    let start = move |what: Open| {
        mine.said.set(String::new());
        mine.closed.set(false);
        mine.open.set(what);
        browser::focus_soon(match what {
            Open::Change => format!("tekst-{}", mine.id),
            Open::Nothing | Open::Withdraw | Open::Erase => format!("vraag-{}", mine.id),
        });
    };
    let change = move |_| {
        let text = mine.post.with_untracked(|post| post.body.as_ref().map(|body| body.text.clone()));
        mine.text.set(text.unwrap_or_default());
        mine.wrongs.show(Vec::new());
        start(Open::Change);
    };
    let buttons = move || {
        let state = state.get();
        let may = |step: Step| state.after(step).is_some();
        let withdraws = may(Step::Withdraw) && !state.is_public();
        let proposed = mine.post.with(|post| post.hand_back.as_ref().is_some_and(|asked| asked.swap.is_some()));
        let another = mine.post.with(|post| post.may_ask_another);
        view! {
            <div class="cluster">
                {proposed.then(|| {
                    view! {
                        <button
                            class="button button--primary"
                            type="button"
                            aria-disabled=move || mine.busy.get().then_some("true")
                            on:click=move |_| agree(mine, say)
                        >
                            {say.agree} {about()}
                        </button>
                    }
                })}
                {may(Step::Revise).then(|| {
                    let class = if asks(state) && !proposed { "button button--primary" } else { "button" };
                    view! { <button class=class type="button" on:click=change>{say.change} {about()}</button> }
                })}
                {another.then(|| {
                    view! {
                        <button
                            class="button"
                            type="button"
                            aria-disabled=move || mine.busy.get().then_some("true")
                            on:click=move |_| ask_another(mine, say)
                        >
                            {say.another} {about()}
                        </button>
                    }
                })}
                {withdraws.then(|| {
                    view! {
                        <button class="button button--quiet" type="button" on:click=move |_| start(Open::Withdraw)>
                            {say.withdraw} {about()}
                        </button>
                    }
                })}
                {may(Step::Erase).then(|| {
                    view! {
                        <button class="button button--danger" type="button" on:click=move |_| start(Open::Erase)>
                            {say.erase} {about()}
                        </button>
                    }
                })}
            </div>
        }
    };
    let panel = move || match mine.open.get() {
        Open::Nothing => buttons().into_any(),
        Open::Change => view! { <Change mine /> }.into_any(),
        Open::Withdraw => view! {
            <Ask
                mine
                ask=say.withdraw_ask
                yes=say.withdraw_yes
                no=say.withdraw_no
                go=Callback::new(move |()| withdraw(mine, say.withdrawn))
            />
        }
        .into_any(),
        Open::Erase => view! {
            <Ask
                mine
                ask=say.erase_ask
                yes=say.erase_yes
                no=(say.erase_no)(state.get_untracked().is_public())
                go=Callback::new(move |()| erase(mine))
            />
        }
        .into_any(),
    };
    view! {
        {panel}
        <p class="mine__said">{move || mine.said.get()}</p>
        {move || mine.closed.get().then(|| view! { <OtherWords /> })}
    }
}

/// Are you sure? In place, so that what it is about stays in sight.
#[component]
fn Ask(mine: Mine, ask: &'static str, yes: &'static str, no: &'static str, go: Callback<()>) -> impl IntoView {
    let id = format!("vraag-{}", mine.id);
    let words = format!("{id}-woorden");
    let press = move |_| {
        if !mine.busy.get_untracked() {
            go.run(());
        }
    };
    view! {
        // The group has the focus, and is heard by its name: a focus on the words in it would say them twice.
        <div class="mine__ask" role="group" id=id tabindex="-1" aria-labelledby=words.clone()>
            <p id=words.clone()>{ask}</p>
            <div class="cluster">
                <button
                    class="button button--danger"
                    type="button"
                    aria-disabled=move || mine.busy.get().then_some("true")
                    on:click=press
                >
                    {yes}
                </button>
                <button class="button" type="button" on:click=move |_| mine.close("")>{no}</button>
            </div>
        </div>
    }
}

fn agree(mine: Mine, say: &'static crate::i18n::Mine) {
    if !mine.begin() {
        return;
    }
    crate::task::run(async move {
        let (key, revision) = (mine.key(), mine.post.with_untracked(|post| post.revision));
        let answer = api::agree(mine.id, revision, &key, &Flight::new()).await;
        match mine.heard(answer, api::agree_later(mine.id, revision, &key), None).await {
            Some(Ok(post)) => {
                mine.post.set(post);
                mine.close(say.agreed);
            }
            Some(Err(why)) => mine.not_done(&why).await,
            None => {}
        }
    });
}

fn ask_another(mine: Mine, say: &'static crate::i18n::Mine) {
    if !mine.begin() {
        return;
    }
    crate::task::run(async move {
        let key = mine.key();
        let answer = api::ask_another(mine.id, &key, &Flight::new()).await;
        match mine.heard(answer, api::ask_another_later(mine.id, &key), None).await {
            Some(Ok(post)) => {
                mine.post.set(post);
                mine.close(say.another_done);
            }
            Some(Err(why)) => mine.not_done(&why).await,
            None => {}
        }
    });
}

fn withdraw(mine: Mine, done: &'static str) {
    if !mine.begin() {
        return;
    }
    crate::task::run(async move {
        let key = mine.key();
        let answer = outbox::taking_away(api::withdraw(mine.id, &key, &Flight::new())).await;
        let shows = Some(Done::State(PostState::Withdrawn));
        match mine.heard(answer, api::withdraw_later(mine.id, &key), shows).await {
            Some(Ok(post)) => {
                mine.post.set(post);
                mine.close(done);
            }
            Some(Err(why)) => mine.not_done(&why).await,
            None => {}
        }
    });
}

/// It is gone when the server says so under words that open it, and not otherwise.
fn erase(mine: Mine) {
    if !mine.begin() {
        return;
    }
    crate::task::run(async move {
        let key = mine.key();
        let answer = outbox::taking_away(api::erase(mine.id, &key, &Flight::new())).await;
        match mine.heard(answer, api::erase_later(mine.id, &key), None).await {
            Some(Err(why)) if why.cause() != Cause::Erased => mine.not_done(&why).await,
            Some(Ok(()) | Err(_)) => {
                mine.forget_texts();
                mine.erased.set(true);
                mine.changes.tell();
                browser::focus_soon(mine.heading_id());
            }
            None => {}
        }
    });
}

//! One own post: where it stands and what comes next, the letter, the whole trail, and what the writer can do.

use super::{
    actions::Actions,
    answered::Answers,
    context::{Mine, Open},
    is_news,
    post::Post,
    promised::Promised,
    trail::Trail,
};
use crate::{announcer, components::icon::Icon, i18n::use_words, offline::seen::Seen};
use droombord_domain::{
    api::{OwnPost, OwnPromise},
    follow_key::FollowKey,
    life::Step,
};
use leptos::prelude::*;
use uuid::Uuid;

/// One own post.
#[component]
pub(super) fn Card(
    post: OwnPost,
    promises: Vec<OwnPromise>,
    seen: Seen,
    key: FollowKey,
    gone: RwSignal<Vec<Uuid>>,
) -> impl IntoView {
    let say = use_words().say;
    let mine = Mine::new(post, promises, seen, key);
    announcer::follow(mine.said);
    Effect::new(move |_| {
        if mine.erased.get() {
            gone.update(|gone| gone.push(mine.id));
        }
    });
    // What was being changed is still open: the list may be made again at any moment, by a reload or by what arrives.
    if mine.post.with_untracked(|post| post.state.after(Step::Revise).is_some())
        && let Some((text, changed)) = mine.kept_change()
    {
        mine.text.set(text);
        mine.open.set(Open::Change);
        if changed {
            mine.said.set(say.mine().changed_meanwhile.into());
        }
    }
    move || {
        if mine.erased.get() {
            return view! {
                <p class="notice notice--done" id=mine.heading_id() tabindex="-1">
                    <Icon name="tick" class="icon" />
                    {say.mine().erased}
                </p>
            }
            .into_any();
        }
        let class = move || {
            if mine.post.with(is_news) || !mine.news().is_empty() { "mine mine--asks" } else { "mine" }
        };
        view! {
            <article class=class aria-labelledby=mine.heading_id() translate="no">
                {move || view! { <Post mine post=mine.post.get() /> }}
                <Answers mine />
                <Promised
                    promises=mine.promises.get_value()
                    key=mine.key
                    is_public=Signal::derive(move || mine.post.with(|post| post.state.is_public()))
                />
                {move || view! { <Trail post=mine.post.get() promises=mine.promises.get_value() /> }}
                <Actions mine />
            </article>
        }
        .into_any()
    }
}

//! *Praat mee*: what others replied under a post.

use crate::{
    api::{self, Flight},
    browser,
    components::{
        growing::{More, growing},
        note::Voice,
        notice::Failed,
    },
    i18n::{upper_first, use_words},
    places,
};
use droombord_domain::api::{Page, PublicReply};
use leptos::prelude::*;
use uuid::Uuid;

/// What others replied, oldest first, and the way to join in.
#[component]
pub(super) fn Talk(id: Uuid, replies: Page<PublicReply>) -> impl IntoView {
    let words = use_words();
    let say = &words.say.post;
    let Page { items, next_cursor } = replies;
    let none = items.is_empty().then_some(say.talk_none);
    let items = RwSignal::new(items);
    let next = RwSignal::new(next_cursor);
    let failed = RwSignal::new(None);
    let more = Callback::new(move |()| {
        failed.set(None);
        crate::task::run(async move {
            let cursor = next.get_untracked();
            match api::replies(id, cursor.as_deref(), &Flight::new()).await {
                Ok(page) => {
                    // The button goes, and with it the place of the focus.
                    if let Some(first) = page.items.first() {
                        browser::focus_soon(first.id.to_string());
                    }
                    items.try_update(|items| items.extend(page.items));
                    next.try_set(page.next_cursor);
                }
                Err(why) => {
                    failed.try_set(Some(why));
                }
            }
        });
    });
    let lang_of_page = words.lang;
    let reply = move |reply: PublicReply| {
        let PublicReply { id, body, published, shortened } = reply;
        let when = (words.say.names.half_month)(published);
        let (lang, text) = (body.lang.code(), body.text.clone());
        let about = [": ", body.heading()].concat();
        view! {
            <li class="reply" id=id.to_string() tabindex="-1">
                <Voice body sample=false shortened />
                <p class="reply__text" lang=lang dir="auto">{text}</p>
                <p class="small soft">
                    {upper_first(&when)}" · "
                    <a class="prose__link" href=places::report(lang_of_page, id)>
                        {say.wrong}
                        <span class="only-heard">{about}</span>
                    </a>
                </p>
            </li>
        }
    };
    let count = Memo::new(move |_| items.with(Vec::len));
    let reply_at = move |at: usize| items.with_untracked(|items| items.get(at).cloned()).map(reply).into_any();
    view! {
        <section class="stack" aria-labelledby="praat-mee">
            <h2 id="praat-mee">{say.talk}</h2>
            {none.map(|none| view! { <p>{none}</p> })}
            <ol class="reply__list">{growing(count, reply_at)}</ol>
            {move || match (failed.get(), next.get()) {
                (Some(why), _) => Some(view! { <Failed why again=more /> }.into_any()),
                (None, Some(_)) => Some(view! { <More word=say.talk_more more /> }.into_any()),
                (None, None) => None,
            }}
            <p>
                <a class="button" href=places::reply(words.lang, id)>{say.talk_write}</a>
                " "
                <span class="small soft">{say.talk_lead}</span>
            </p>
        </section>
    }
}

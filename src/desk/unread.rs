//! What nobody of an answerer's organisation has read: a few posts at a time, as everybody sees them. Only that somebody says so
//! makes one read.

use super::{
    device,
    post_sheet::{PostSheet, beginning},
    say::{Failed, Way},
    table::Table,
};
use crate::{
    api::{Failure, Flight, desk as api},
    i18n::{desk::use_desk_words, use_words},
};
use droombord_domain::{api::PublicPost, problem::ProblemCode};
use leptos::prelude::*;
use uuid::Uuid;

const HEADING: &str = "nog-niet-gelezen";
const TROUBLE: &str = "gelezen-mislukt";

/// Posts on the board that nobody of the organisation has read, a few at a time.
#[component]
pub fn Unread(
    /// The first of them.
    posts: Vec<PublicPost>,
) -> impl IntoView {
    let say = &use_desk_words().answering.unread;
    let table = Table::get();
    let posts = RwSignal::new(posts);
    let trouble = RwSignal::new(None::<(Failure, Uuid)>);
    let read = Callback::new(move |id: Uuid| {
        trouble.set(None);
        crate::task::run(async move {
            let mut here = posts.get_untracked();
            let at = here.iter().position(|post| post.id == id).unwrap_or_default();
            match table.heed(api::read_unasked(id, &Flight::new()).await) {
                Ok(page) => here = page.items,
                // It left the board meanwhile.
                Err(why) if why.code() == Some(ProblemCode::NotFound) => here.retain(|post| post.id != id),
                Err(why) => {
                    trouble.set(Some((why, id)));
                    return device::focus_soon(TROUBLE);
                }
            }
            // The focus goes to what takes its place.
            let next = here.get(at).or(here.last()).map_or_else(|| HEADING.to_owned(), |post| post.id.to_string());
            posts.set(here);
            device::focus_soon(next);
        });
    });
    let none = Memo::new(move |_| posts.with(Vec::is_empty));
    let names = &use_words().say.names;
    let row = move |post: PublicPost| {
        let id = post.id;
        let placed = (names.half_month)(post.published);
        view! {
            <li class="queue__item">
                <details class="queue__fold">
                    <summary class="queue__row" id=id.to_string()>{beginning(&post)}</summary>
                    <PostSheet post waits=placed />
                    <button class="button" type="button" on:click=move |_| read.run(id)>{say.read}</button>
                </details>
            </li>
        }
    };
    view! {
        <h2 id=HEADING tabindex="-1">{say.heading}</h2>
        {move || trouble.get().map(|(why, id)| view! {
            <Failed why way=Way::Send again=Callback::new(move |()| read.run(id)) id=TROUBLE />
        })}
        {move || if none.get() {
            view! { <p class="soft">{say.none}</p> }.into_any()
        } else {
            view! {
                <p class="soft">{say.lead}</p>
                // What is open stays with its post.
                <ul class="queue"><For each=move || posts.get() key=|post| post.id children=row /></ul>
            }
            .into_any()
        }}
    }
}

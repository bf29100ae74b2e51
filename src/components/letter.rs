//! One post read in full, with everything that everybody may know about it.

use super::{
    direction::{Pin, tone},
    note::{Tags, Voice},
};
use crate::i18n::use_words;
use droombord_domain::{api::PublicPost, post::Kind, support::Support};
use leptos::prelude::*;

/// The post as a sheet: the first sentence is the page's heading.
#[component]
pub fn Letter(
    /// What it says.
    post: PublicPost,
    /// What stands under the words: reactions.
    children: Children,
) -> impl IntoView {
    let say = use_words().say;
    let PublicPost { id: _, body, keywords, published: _, shortened, sample, supports, status: _ } = post;
    let heading = body.heading().to_owned();
    let text_class = match body.kind {
        Kind::Dream | Kind::Reply => "letter__text",
        Kind::Story => "letter__text letter__text--story",
    };
    let class = format!("letter letter--{} stack", tone(body.direction));
    let steps: Vec<String> = Support::ALL
        .iter()
        .filter_map(|support| supports.get(*support).map(|step| (say.post.more_than)(step, *support)))
        .collect();
    let said = if steps.is_empty() { say.post.too_few.to_owned() } else { steps.join(" ") };
    view! {
        <article class=class aria-labelledby="woorden">
            <Pin direction=body.direction kind=body.kind />
            <Voice body=body.clone() sample shortened with_region=true />
            <div class=text_class lang=body.lang.code() dir="auto">
                <h1 class="letter__first" id="woorden">{heading.clone()}</h1>
                {body.text.get(heading.len()..).map(str::to_owned)}
            </div>
            <Tags keywords />
            {children()}
            <p class="small soft">{said}</p>
        </article>
    }
}

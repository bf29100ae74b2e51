//! A post on the board as answerers and facilitators see it beside an answer.

use crate::{
    components::{
        direction::{shape, tone},
        icon::Icon,
        note::Voice,
    },
    i18n::use_words,
};
use droombord_domain::api::PublicPost;
use leptos::prelude::*;

/// How a post begins, in a list.
pub fn beginning(PublicPost { body, .. }: &PublicPost) -> AnyView {
    let names = &use_words().say.names;
    let word = body.direction.map_or_else(|| (names.no_direction)(body.kind), |it| (names.direction)(it));
    view! {
        <span class=format!("direction direction--{}", tone(body.direction))>
            <Icon name=shape(body.direction) class="direction__shape" />
            <span class="only-heard">{word}". "</span>
        </span>
        <span class="queue__text" lang=body.lang.code() dir="auto">{body.heading().to_owned()}</span>
    }
    .into_any()
}

/// A post as everybody sees it.
#[component]
pub fn PostSheet(
    /// The post.
    post: PublicPost,
    /// How long it waits, in a sentence.
    waits: String,
) -> impl IntoView {
    let names = &use_words().say.names;
    let PublicPost { id: _, body, keywords, published: _, shortened, sample, supports: _, status: _ } = post;
    let word = body.direction.map_or_else(|| (names.no_direction)(body.kind), |it| (names.direction)(it));
    let keywords: Vec<&str> = keywords.iter().map(|keyword| keyword.as_str()).collect();
    let keywords = (!keywords.is_empty()).then(|| format!("{}: {}", names.keywords, keywords.join(", ")));
    let (heading, direction, lang) = (body.heading().to_owned(), body.direction, body.lang.code());
    view! {
        <article class="review__text" aria-label=heading>
            <div class="cluster">
                <span class=format!("direction direction--{}", tone(direction))>
                    <Icon name=shape(direction) class="direction__shape" />
                    {word}
                </span>
                <p class="review__waits"><Icon name="clock" />{waits}</p>
            </div>
            <Voice body=body.clone() sample shortened with_region=true />
            <p class="review__words" lang=lang dir="auto">{body.text}</p>
            {keywords.map(|keywords| view! { <p class="small">{keywords}</p> })}
        </article>
    }
}

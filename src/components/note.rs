//! A post on the board: paper with one folded corner on the wall, a row in the list. The same parts in both.

use super::{
    direction::{Pin, tone},
    icon::Icon,
    reactions::Reactions,
};
use crate::{i18n::use_words, places, route::Route};
use droombord_domain::{
    api::PublicPost,
    filter::BoardFilter,
    post::{Kind, PostBody},
    text::first_sentence,
};
use leptos::prelude::*;

/// A story on the board is cut after so many code points.
const STORY_ON_BOARD: usize = 280;

/// One post on the board.
#[component]
pub fn Note(
    /// What it says.
    post: PublicPost,
) -> impl IntoView {
    let words = use_words();
    let PublicPost { id, body, keywords, published: _, shortened, sample, supports: _, status: _ } = post;
    let say = &words.say;
    let heading = body.heading().to_owned();
    let text = shown_text(&body);
    let cut = text.len() < body.text.len();
    let label = format!("t-{id}");
    let story = if body.kind == Kind::Story { " note--story" } else { "" };
    let class = format!("note note--{}{story}", tone(body.direction));
    // Who listens has the heading's link, which leads to the same.
    let read_on = cut.then(|| view! { <span class="note__more" aria-hidden="true">{say.board.read_on}</span> });
    view! {
        <article class=class data-heat="2" aria-labelledby=label.clone()>
            <Pin direction=body.direction kind=body.kind />
            <Voice body=body.clone() sample shortened />
            <div class="note__text" lang=body.lang.code() dir="auto">
                <h3 class="note__first" id=label.clone()><a href=places::post(words.lang, id)>{heading.clone()}</a></h3>
                {text.get(heading.len()..).map(str::to_owned)}
            </div>
            {read_on}
            <Tags keywords />
            <p class="note__trail">
                <span class="embers embers--2" aria-hidden="true"></span>
                {say.board.read_and_placed}
            </p>
            <Reactions id />
        </article>
    }
}

/// Dream, story or reply, and from whom.
#[component]
pub fn Voice(
    /// The choices beside the words.
    body: PostBody,
    /// A fictional sample.
    sample: bool,
    /// A facilitator left something out.
    shortened: bool,
    /// With the part of the country: on the post's own page only.
    #[prop(optional)]
    with_region: bool,
) -> impl IntoView {
    let names = &use_words().say.names;
    let PostBody { kind, direction: _, text: _, lang: _, role, on_behalf, age_band, region } = body;
    let mut parts = vec![(names.by)(role, age_band)];
    parts.retain(|part| !part.is_empty());
    if let Some(region) = region.filter(|_| with_region) {
        parts.push((names.region)(region).to_owned());
    }
    parts.extend(on_behalf.then(|| names.on_behalf.to_owned()));
    parts.extend(shortened.then(|| names.shortened.to_owned()));
    let icon = match kind {
        Kind::Dream => "dream",
        Kind::Story => "story",
        Kind::Reply => "people",
    };
    view! {
        <p class="note__who">
            <span class="note__kind"><Icon name=icon />{(names.kind)(kind)}</span>
            " "
            {parts.join(" · ")}
            {sample.then(|| view! { " " <span class="note__sample">{names.sample}</span> })}
        </p>
    }
}

/// The keywords, each a way to more of the same.
#[component]
pub fn Tags(
    /// Chosen by the facilitator.
    keywords: Vec<droombord_domain::keyword::Keyword>,
) -> impl IntoView {
    let words = use_words();
    (!keywords.is_empty()).then(|| {
        let links = keywords
            .into_iter()
            .map(|keyword| {
                let word = keyword.as_str().to_owned();
                let filter = BoardFilter { keyword: Some(keyword), ..BoardFilter::default() };
                let current = Route::get().has_now("keyword", &word).then_some("true");
                view! {
                    <li>
                        <a href=places::board(words.lang, &filter.to_query()) aria-current=current>
                            <bdi>{word}</bdi>
                        </a>
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="note__tags" aria-label=words.say.names.keywords>{links}</ul> }
    })
}

/// What of a text hangs on the board: a dream whole, a story its first sentences.
pub fn shown_text(body: &PostBody) -> String {
    match body.kind {
        Kind::Dream | Kind::Reply => body.text.clone(),
        Kind::Story if body.text.chars().count() <= STORY_ON_BOARD => body.text.clone(),
        Kind::Story => {
            let mut shown = String::new();
            let mut rest = body.text.as_str();
            loop {
                let sentence = first_sentence(rest, STORY_ON_BOARD);
                if sentence.is_empty()
                    || (!shown.is_empty() && shown.chars().count() + sentence.chars().count() > STORY_ON_BOARD)
                {
                    break;
                }
                if !shown.is_empty() {
                    shown.push(' ');
                }
                shown.push_str(sentence);
                rest = rest.get(sentence.len()..).unwrap_or_default().trim_start();
            }
            shown.push_str(" …");
            shown
        }
    }
}

/// One post in the list: the same words and actions as on the wall.
#[component]
pub fn Row(
    /// What it says.
    post: PublicPost,
) -> impl IntoView {
    let words = use_words();
    let say = &words.say;
    let PublicPost { id, body, keywords, published: _, shortened, sample, supports: _, status: _ } = post;
    let heading = body.heading().to_owned();
    let rest = body.text.get(heading.len()..).unwrap_or_default().trim().to_owned();
    let lang = body.lang.code();
    let direction = body.direction;
    view! {
        <div class="stack stack--tight">
            <Pin direction kind=body.kind />
            <div class="stack stack--tight" lang=lang dir="auto">
                <h3 class="outline__title"><a href=places::post(words.lang, id)>{heading}</a></h3>
                {(!rest.is_empty()).then(|| view! { <p class="outline__rest">{rest}</p> })}
            </div>
            <Voice body sample shortened />
            <Tags keywords />
        </div>
        <div class="outline__side">
            <p class="outline__state">
                <span class="embers embers--2" aria-hidden="true"></span>
                {say.board.read_and_placed}
            </p>
            <Reactions id class="reactions reactions--row" />
        </div>
    }
}

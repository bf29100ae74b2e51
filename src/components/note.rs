//! A post on the board: paper with one folded corner on the wall, a row in the list. The same parts in both.

use super::{
    direction::{Pin, tone},
    icon::Icon,
    reactions::Reactions,
};
use crate::{
    i18n::{Words, use_words},
    places,
    route::Route,
};
use droombord_domain::{
    api::PublicPost,
    filter::BoardFilter,
    post::{Kind, PostBody},
    status::{PostStatus, StatusCode},
    text::first_sentence,
};
use leptos::prelude::*;
use uuid::Uuid;

/// A story on the board is cut after so many code points.
const STORY_ON_BOARD: usize = 280;

/// One post on the board.
#[component]
pub fn Note(
    /// What it says.
    post: PublicPost,
) -> impl IntoView {
    let words = use_words();
    let PublicPost { id, body, keywords, published: _, shortened, sample, supports: _, status } = post;
    let say = &words.say;
    let now = now(id, status);
    let heat = {
        let now = now.clone();
        move || heat_of(&now())
    };
    let heading = body.heading().to_owned();
    let text = shown_text(&body);
    let cut = text.len() < body.text.len();
    let story = if body.kind == Kind::Story { " note--story" } else { "" };
    let class = format!("note note--{}{story}", tone(body.direction));
    // Who listens has the heading's link, which leads to the same.
    let read_on = cut.then(|| view! { <span class="note__more" aria-hidden="true">{say.board.read_on}</span> });
    view! {
        <article class=class data-heat=heat aria-labelledby=named(id)>
            <Pin direction=body.direction kind=body.kind />
            <Voice body=body.clone() sample shortened />
            <div class="note__text" lang=body.lang.code() dir="auto">
                <h3 class="note__first" id=format!("t-{id}")><a href=places::post(words.lang, id)>{heading.clone()}</a></h3>
                {text.get(heading.len()..).map(str::to_owned)}
            </div>
            {read_on}
            <Tags keywords />
            {move || trail_line(words, id, &now())}
            <Reactions id />
        </article>
    }
}

/// Statuses that changed since the posts hang here, in the place of those that came with them.
#[derive(Clone, Copy)]
pub struct Renewed(pub RwSignal<Vec<(Uuid, PostStatus)>>);

/// Status of a post as it is now. Only what shows it changes: nothing that is being read moves.
fn now(id: Uuid, status: PostStatus) -> impl Fn() -> PostStatus + Clone + Send + Sync + 'static {
    let renewed = use_context::<Renewed>();
    move || {
        let newer = renewed.and_then(|Renewed(all)| {
            all.with(|all| all.iter().find(|(other, _)| *other == id).map(|(_, newer)| newer.clone()))
        });
        newer.unwrap_or_else(|| status.clone())
    }
}

/// How high the glow rises, as style sheets ask for it.
const fn heat_of(status: &PostStatus) -> &'static str {
    match status.heat() {
        4 => "4",
        3 => "3",
        _ => "2",
    }
}

/// For `aria-labelledby`: the first sentence, and how far it is.
fn named(id: Uuid) -> String {
    format!("t-{id} s-{id}")
}

/// Four embers, a drawing and a sentence that say the same: how far the trail is. They are one link to it.
fn trail_line(words: Words, id: Uuid, status: &PostStatus) -> impl IntoView + use<> {
    let PostStatus { code, answered, promised, organisation, days } = status;
    let icon = match code {
        StatusCode::Placed => "board",
        StatusCode::Waiting => "clock",
        StatusCode::Answered | StatusCode::Partly | StatusCode::NotYet => "letter",
        StatusCode::Heard => "hear",
        StatusCode::Promised => "calendar",
        StatusCode::Overdue => "warning",
        StatusCode::Kept => "tick",
    };
    let embers = match (answered, promised) {
        (false, false) => "embers embers--2",
        (true, false) => "embers embers--3",
        (true, true) => "embers embers--4",
        // Promised without an answer: the fourth burns, and the third does not.
        (false, true) => "embers embers--2 embers--apart",
    };
    let say = &words.say.board;
    let sentence = match (organisation, days) {
        (Some(organisation), Some(days)) => (say.waiting)(*days, &organisation.name),
        _ => say.status.get(*code as usize).copied().unwrap_or_default().to_owned(),
    };
    view! {
        <a
            class="note__trail"
            href=[&places::post(words.lang, id), "#spoor"].concat()
            data-status=code.code()
            aria-labelledby=format!("s-{id} t-{id}")
        >
            <span class=embers aria-hidden="true"></span>
            <Icon name=icon />
            <span id=format!("s-{id}")>{sentence}</span>
        </a>
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
    let PublicPost { id, body, keywords, published: _, shortened, sample, supports: _, status } = post;
    let now = now(id, status);
    let heading = body.heading().to_owned();
    let rest = body.text.get(heading.len()..).unwrap_or_default().trim().to_owned();
    let lang = body.lang.code();
    let direction = body.direction;
    let heat = {
        let now = now.clone();
        move || heat_of(&now())
    };
    view! {
        <div class="stack stack--tight">
            <Pin direction kind=body.kind />
            <div class="stack stack--tight" lang=lang dir="auto">
                <h3 class="outline__title" id=format!("t-{id}")><a href=places::post(words.lang, id)>{heading}</a></h3>
                {(!rest.is_empty()).then(|| view! { <p class="outline__rest">{rest}</p> })}
            </div>
            <Voice body sample shortened />
            <Tags keywords />
        </div>
        <div class="outline__side" data-heat=heat>
            {move || trail_line(words, id, &now())}
            <Reactions id class="reactions reactions--row" />
        </div>
    }
}

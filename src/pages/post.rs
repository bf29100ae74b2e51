//! `/droom/:id`: one post, its public trail, reactions.

use crate::{
    api,
    components::{
        icon::Icon,
        letter::Letter,
        notice::{Failed, Loading, NotThere},
        reactions::Reactions,
    },
    first::{self, First},
    i18n::use_words,
    load::{Load, Loader},
    places::Place,
};
use droombord_domain::{
    api::{PublicPost, PublicTrail, Shown},
    problem::ProblemCode,
    trail::{PublicTrailEvent, TrailKind},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use uuid::Uuid;

/// What the page shows: the post, or that it is not on the board.
type Found = Option<(PublicPost, PublicTrail)>;

/// One post.
#[component]
pub fn PostPage() -> impl IntoView {
    let words = use_words();
    let say = words.say;
    first::use_title(say.post.title);
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<Uuid>().ok()));
    let first: Option<Found> = match First::take() {
        Shown::Post(post, trail) => Some(Some((*post, trail))),
        Shown::NoPost => Some(None),
        Shown::Board(_) | Shown::Nothing => id.get_untracked().is_none().then_some(None),
    };
    if matches!(first, Some(None)) {
        first::use_missing();
    }
    let loader = Loader::new(id.into(), first, |id, flight| async move {
        let Some(id) = id else { return Ok(None) };
        let both = async { Ok((api::post(id, &flight).await?, api::trail(id, &flight).await?)) };
        match both.await {
            Err(api::Failure::Refused(problem)) if problem.code == ProblemCode::NotFound => Ok(None),
            Err(failure) => Err(failure),
            Ok(found) => Ok(Some(found)),
        }
    });
    move || match loader.state.get() {
        Load::Waiting => view! { <div class="page"><Loading /></div> }.into_any(),
        Load::Failed(why) => {
            view! { <div class="page"><Failed why again=Callback::new(move |()| loader.again()) /></div> }.into_any()
        }
        Load::Ready(None) => view! { <NotThere title=say.states.no_post more=say.states.no_post_more /> }.into_any(),
        Load::Ready(Some((post, trail))) => view! { <Whole post trail /> }.into_any(),
    }
}

#[component]
fn Whole(post: PublicPost, trail: PublicTrail) -> impl IntoView {
    let words = use_words();
    let say = &words.say.post;
    let id = post.id;
    let heading = post.body.heading().to_owned();
    view! {
        <div class="page page--first stack">
            <p>
                <a class="button button--quiet" href=Place::Board.href(words.lang)><Icon name="back" />{say.back}</a>
            </p>
            <div class="split">
                <Letter post>
                    <section class="stack stack--tight" aria-labelledby="laat-weten">
                        <h2 class="filter__label" id="laat-weten">{say.let_know}</h2>
                        <Reactions id heading class="reactions reactions--row" />
                    </section>
                </Letter>
                <section class="stack" aria-labelledby="spoor">
                    <h2 id="spoor">{say.trail}</h2>
                    <Trail trail />
                </section>
            </div>
        </div>
    }
}

/// The public trail: what was done, and what is still open, said aloud.
#[component]
fn Trail(trail: PublicTrail) -> impl IntoView {
    let say = use_words().say;
    let unchanged = !trail.events.iter().any(|event| event.kind == TrailKind::Shortened);
    let steps = trail
        .events
        .into_iter()
        .map(|PublicTrailEvent { kind, when }| {
            let when = (say.names.half_month)(when);
            let more = if kind == TrailKind::Published && unchanged {
                format!("{}. {}", upper_first(&when), say.post.placed_more)
            } else {
                upper_first(&when)
            };
            view! {
                <li class="trail__step" data-state="done">
                    <p class="trail__what">{(say.names.trail)(kind)}</p>
                    <p class="trail__when">{more}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <ol class="trail">
            {steps}
            <li class="trail__step" data-state="now">
                <p class="trail__what">{say.post.nobody_asked}</p>
                <p class="trail__when">{say.post.nobody_asked_more}</p>
            </li>
        </ol>
    }
}

fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

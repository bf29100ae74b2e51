//! `/droom/:id`: one post, its public trail, reactions, replies.

mod talk;
mod told;

use self::{
    talk::Talk,
    told::{Beside, Steps, Told},
};
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
    places::{self, Place},
    route::Route,
};
use droombord_domain::{
    api::{Page, PublicPost, PublicReply, Shown},
    post::{Direction, Kind},
    problem::ProblemCode,
};
use leptos::prelude::*;
use uuid::Uuid;

/// What the page shows: the post, or that it is not on the board.
type Found = Option<(PublicPost, Told, Page<PublicReply>)>;

/// One post.
#[component]
pub fn PostPage() -> impl IntoView {
    let words = use_words();
    let say = words.say;
    first::use_title((say.post.title)(Kind::Dream));
    let id = Route::get().read(|address| address.part(1)?.parse::<Uuid>().ok());
    let first: Option<Found> = match First::take() {
        Shown::Post(post, trail, replies) => Some(Some((*post, told::first(trail), replies))),
        Shown::NoPost => Some(None),
        Shown::Board(_) | Shown::Nothing | Shown::Promises(_) | Shown::Organisation(_) => {
            id.get_untracked().is_none().then_some(None)
        }
    };
    let loader = Loader::new(id.into(), first, move |id, flight| async move {
        let Some(id) = id else { return Ok(None) };
        let all = async {
            let post = api::post(id, &flight).await?;
            Ok((post, told::ask(words.lang, id, &flight).await?, api::replies(id, None, &flight).await?))
        };
        match all.await {
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
        Load::Ready(None) => {
            first::use_title(say.states.no_page_title);
            first::use_missing();
            view! { <NotThere title=say.states.no_post more=say.states.no_post_more /> }.into_any()
        }
        Load::Ready(Some((post, told, replies))) => {
            first::use_title((say.post.title)(post.body.kind));
            view! { <Whole post told replies /> }.into_any()
        }
    }
}

#[component]
fn Whole(post: PublicPost, told: Told, replies: Page<PublicReply>) -> impl IntoView {
    let words = use_words();
    let say = &words.say.post;
    let id = post.id;
    let turns_back = post.body.direction == Some(Direction::TurnBack);
    view! {
        <div class="page page--first stack">
            <p>
                <a class="button button--quiet" href=Place::Board.href(words.lang)><Icon name="back" />{say.back}</a>
            </p>
            <div class="split">
                <div class="stack stack--loose">
                    <Letter post>
                        <section class="stack stack--tight" aria-labelledby="laat-weten">
                            <h2 class="filter__label" id="laat-weten">{say.let_know}</h2>
                            <Reactions id class="reactions reactions--row" />
                        </section>
                    </Letter>
                    <p class="small"><a class="prose__link" href=places::report(words.lang, id)>{say.wrong}</a></p>
                    <Beside told=told.clone() turns_back />
                </div>
                <section class="stack" aria-labelledby="spoor">
                    <h2 id="spoor">{say.trail}</h2>
                    <Steps told />
                </section>
            </div>
            <Talk id replies />
        </div>
    }
}

//! What was answered, promised and done because of a post. Nobody presses anything in it: the server alone makes it, and
//! the app shows that HTML as it came, so that readers' phones need no code for it.

#[cfg(target_arch = "wasm32")]
pub use in_browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use on_server::*;

/// The id of what stands beside the post.
const BESIDE: &str = "naast";
/// The id of the trail.
const STEPS: &str = "stappen";

#[cfg(target_arch = "wasm32")]
mod in_browser {
    use super::{BESIDE, STEPS};
    use crate::{
        api::{Failure, Flight, html},
        browser, places,
    };
    use droombord_domain::{api::PublicTrail, post::Lang};
    use leptos::prelude::*;
    use uuid::Uuid;

    /// Both parts as HTML of the server, which wrote every word of it as text.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Told {
        beside: String,
        steps: String,
    }

    /// Out of the first HTML. The data beside it holds no trail.
    pub fn first(_: PublicTrail) -> Told {
        let part = |id| browser::html_of(id).unwrap_or_default();
        Told { beside: part(BESIDE), steps: part(STEPS) }
    }

    /// Out of the post's page, as the server makes it now.
    ///
    /// # Errors
    /// When it does not come, or is another page.
    pub async fn ask(lang: Lang, id: Uuid, flight: &Flight) -> Result<Told, Failure> {
        let page = html(&places::post(lang, id), flight).await?;
        let [beside, steps] = browser::parts_of(&page, [BESIDE, STEPS]).ok_or(Failure::Garbled)?;
        Ok(Told { beside, steps })
    }

    /// Answers and promises, and who stands beside whoever wants something turned back.
    #[component]
    pub fn Beside(
        /// Both parts.
        told: Told,
        /// Only the server asks.
        turns_back: bool,
    ) -> impl IntoView {
        let _ = turns_back;
        view! { <div class="told" id=BESIDE inner_html=told.beside></div> }
    }

    /// What was done, and what is still open.
    #[component]
    pub fn Steps(
        /// Both parts.
        told: Told,
    ) -> impl IntoView {
        view! { <div id=STEPS inner_html=told.steps></div> }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod on_server {
    use super::{BESIDE, STEPS};
    use crate::{
        api::{Failure, Flight},
        components::{
            answer::{AnswerSheet, event_title, which_of},
            confidant::Confidant,
            icon::Icon,
            promise::{PromiseCard, due_day},
            trail_step::{Far, TrailStep},
        },
        i18n::{upper_first, use_words},
        places,
    };
    use droombord_domain::{
        answer::Verdict,
        api::PublicTrail,
        asking::PublicAsking,
        post::Lang,
        promise::PromiseState,
        trail::{PublicTrailEvent, TrailKind},
    };
    use leptos::prelude::*;
    use uuid::Uuid;

    /// What both parts are made of.
    pub type Told = PublicTrail;

    /// It is at hand.
    pub fn first(trail: PublicTrail) -> Told {
        trail
    }

    /// On the server nothing is fetched.
    ///
    /// # Errors
    /// Always.
    pub async fn ask(_: Lang, _: Uuid, _: &Flight) -> Result<Told, Failure> {
        Err(Failure::Offline)
    }

    /// Answers and promises, and who stands beside whoever wants something turned back.
    #[component]
    pub fn Beside(
        /// The trail.
        told: Told,
        /// The post wants something turned back.
        turns_back: bool,
    ) -> impl IntoView {
        let words = use_words();
        let by_whom = by_whom(&told.askings);
        let answers = told
            .askings
            .into_iter()
            .map(|asking| view! { <AnswerSheet which=which_of(&by_whom, asking.id) asking /> })
            .collect_view();
        let promises = told.promises;
        let promised = (!promises.is_empty()).then(|| {
            let cards = promises
                .into_iter()
                .map(|promise| view! { <PromiseCard promise with_organisation=true /> })
                .collect_view();
            view! {
                <section class="stack" aria-labelledby="beloofd">
                    <h2 id="beloofd">{words.say.promises().promised}</h2>
                    {cards}
                </section>
            }
        });
        view! {
            <div class="told" id=BESIDE>
                {answers}
                {promised}
                {turns_back.then(|| view! { <Confidant lead=words.say.post.turn_back /> })}
            </div>
        }
    }

    /// Each asking with its organisation.
    fn by_whom(askings: &[PublicAsking]) -> Vec<(Uuid, Uuid)> {
        askings.iter().map(|asking| (asking.id, asking.organisation.id)).collect()
    }

    /// The public trail: what was done, and what is still open, said aloud. Silence is shown as silence.
    #[component]
    pub fn Steps(
        /// The trail.
        told: Told,
    ) -> impl IntoView {
        let words = use_words();
        let say = words.say;
        let answers = say.answers();
        let PublicTrail { events, askings, promises } = told;
        let unchanged = !events.iter().any(|event| event.kind == TrailKind::Shortened);
        let heard = askings
            .iter()
            .any(|asking| asking.answer.as_ref().is_some_and(|answer| answer.verdict == Some(Verdict::Heard)));
        let answered = askings.iter().any(|asking| asking.answer.is_some());
        let by_whom = by_whom(&askings);
        let steps = events
            .into_iter()
            .map(|PublicTrailEvent { kind, when, about }| {
                let about = about.unwrap_or_default();
                let asking = askings.iter().find(|asking| about.asking == Some(asking.id));
                let promise = promises.iter().find(|promise| about.promise == Some(promise.id));
                let when = upper_first(&(say.names.half_month)(when));
                let mut far = Far::Done;
                let mut clock = None;
                let mut whose = None;
                let more = match (kind, asking, promise) {
                    (TrailKind::Published, ..) if unchanged => format!("{when}. {}", say.post.placed_more),
                    (TrailKind::Asked, Some(asking), _) if asking.answer.is_none() => {
                        far = Far::Now;
                        clock = Some((answers.waits)(asking.days));
                        whose = Some(asking.organisation.clone());
                        answers.no_answer.to_owned()
                    }
                    (TrailKind::Answered, Some(asking), _) => format!("{when}. {}", (answers.waited)(asking.days)),
                    (TrailKind::Promised, _, Some(promise)) => {
                        if promise.state == PromiseState::Open {
                            far = Far::Now;
                        }
                        due_day(say.promises(), promise.state, promise.due)
                    }
                    _ => when,
                };
                view! {
                    <TrailStep far what=event_title(say, kind, Some(&about), &by_whom)>
                        <p class="trail__when">{more}</p>
                        {clock.map(|clock| view! { <p class="trail__clock"><Icon name="clock" />{clock}</p> })}
                        {whose.map(|one| view! {
                            <p><a class="prose__link" href=places::organisation(words.lang, one.id)><bdi>{one.name}</bdi></a></p>
                        })}
                    </TrailStep>
                }
            })
            .collect_view();
        let step = |far: Far, what: &'static str, more: &'static str| {
            view! { <TrailStep far what><p class="trail__when">{more}</p></TrailStep> }
        };
        let nobody = askings.is_empty().then(|| step(Far::Now, say.post.nobody_asked, say.post.nobody_asked_more));
        // The last step can be lit by the writer alone.
        let last = (answered && !heard).then(|| step(Far::Later, answers.later, answers.later_more));
        view! {
            <div id=STEPS>
                <ol class="trail">
                    {steps}
                    {nobody}
                    {last}
                </ol>
            </div>
        }
    }
}

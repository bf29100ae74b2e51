//! What stands on the board whatever hangs there: the horizon, and the choices that few need. The server alone makes it; the app keeps that
//! HTML as it came, so that readers' phones need no code and no sentences for it. A program that began on another page has none: it lets
//! the browser load the board ([`is_at_hand`]).

use crate::browser;
#[cfg(target_arch = "wasm32")]
use leptos::prelude::*;

/// The ids of both parts.
const PARTS: [&str; 2] = ["horizon", "keuzes"];

/// The choices of the form, by name, and the id of each.
pub const CHOICES: [(&str, &str); 4] =
    [("kind", "kies-soort"), ("role", "kies-wie"), ("region", "kies-waar"), ("keyword", "kies-trefwoord")];

/// Whether the board can be shown without loading it.
pub fn is_at_hand() -> bool {
    browser::standing(PARTS).is_some()
}

#[cfg(not(target_arch = "wasm32"))]
pub use on_server::*;

/// First light above the peat, the one question, and how it works.
#[cfg(target_arch = "wasm32")]
#[component]
pub fn Horizon() -> impl IntoView {
    let [horizon, _] = browser::standing(PARTS).unwrap_or_default();
    view! { <div id=PARTS[0] inner_html=horizon></div> }
}

/// The fields of the form.
#[cfg(target_arch = "wasm32")]
#[component]
pub fn Fields() -> impl IntoView {
    let [_, fields] = browser::standing(PARTS).unwrap_or_default();
    view! { <div class="filter__form" id=PARTS[1] inner_html=fields></div> }
}

#[cfg(not(target_arch = "wasm32"))]
mod on_server {
    use super::{CHOICES, PARTS};
    use crate::{
        components::{frame::use_settings, icon::Icon, reading::reading_time},
        i18n::use_words,
        places::{self, Place},
        route::Route,
    };
    use droombord_domain::{
        api::{Facets, KeywordFacet},
        filter::query,
        post::{Kind, Region, Role},
        settings::Facts,
        status::StatusFilter,
    };
    use leptos::prelude::*;

    /// From here on there are many of something.
    const MANY: u32 = 10;

    /// How much of something burns: nothing is no fire.
    const fn fire(number: u32) -> Option<&'static str> {
        match number {
            0 => None,
            1..MANY => Some("few"),
            MANY.. => Some("many"),
        }
    }

    /// First light above the peat, the one question, and how it works. What burns in the ground is what happened, in three steps.
    #[component]
    pub fn Horizon() -> impl IntoView {
        let words = use_words();
        let say = words.say.standing();
        let facts = use_settings().with_value(|settings| settings.facts);
        let Facts { read, answered, kept, on_time: _ } = facts;
        let told = (facts != Facts::default()).then(|| view! { <span>{(say.facts)(facts)}</span> });
        let answered_ones = query([("status", StatusFilter::Answered.code())]);
        view! {
            <div id=PARTS[0]>
                <section
                    class="horizon"
                    aria-labelledby="vraag"
                    data-read=fire(read)
                    data-answered=fire(answered)
                    data-kept=fire(kept)
                >
                    <div class="horizon__sky">
                        <Question />
                        <ol class="trail horizon__how" aria-label=say.how><Steps /></ol>
                    </div>
                    <svg class="horizon__land" viewBox="0 0 1200 140" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
                        <use href="#land" />
                    </svg>
                    <div class="horizon__peat">
                        <p class="horizon__count">
                            {told}
                            <a href=places::board(words.lang, &answered_ones)>{say.see_answers}</a>
                            <a href=Place::Promises.href(words.lang)>{say.see_promises}</a>
                        </p>
                    </div>
                </section>
            </div>
        }
    }

    /// The one question, and the ways on from it. A draft that waits is said when the device has one (`assets/early.js`).
    #[component]
    fn Question() -> impl IntoView {
        let words = use_words();
        let say = words.say.standing();
        view! {
            <div class="horizon__say">
                <h1 class="horizon__title" id="vraag">{say.heading}</h1>
                <p class="horizon__lead">{say.lead}</p>
                <p class="horizon__begun">
                    {say.begun}
                    " "
                    <a href=Place::Share.href(words.lang)>{say.begun_go}</a>
                </p>
                <div class="cluster">
                    <a class="button button--primary" href=Place::Share.href(words.lang)>
                        <Icon name="pencil" />
                        {words.say.board.write}
                    </a>
                    <details class="horizon__more">
                        <summary class="button button--quiet">{say.how}</summary>
                        <ol class="trail"><Steps /></ol>
                    </details>
                </div>
            </div>
        }
    }

    /// How it works: beside the question where there is room, else behind a control.
    #[component]
    fn Steps() -> impl IntoView {
        let say = use_words().say.standing();
        let step = |what: &'static str, more: String| {
            view! {
                <li class="trail__step" data-state="done">
                    <p class="trail__what">{what}</p>
                    <p class="trail__when">{more}</p>
                </li>
            }
        };
        view! {
            {step(say.how_write, say.how_write_more.into())}
            {step(say.how_read, reading_time())}
            {step(say.how_see, say.how_see_more.into())}
        }
    }

    /// The fields of the form. What it does not ask stays as it is, also without the app.
    #[component]
    pub fn Fields() -> impl IntoView {
        let say = use_words().say;
        let standing = say.standing();
        let route = Route::get();
        let kept = ["direction", "status", "order", "view"].map(|name| {
            let value = route.read(move |now| now.value(name).map(str::to_owned)).get_untracked()?;
            Some(view! { <input type="hidden" name=name value=value /> })
        });
        let field = |at: usize, label: &'static str, options: Vec<(String, String)>| {
            let (name, id) = CHOICES.get(at).copied().unwrap_or_default();
            let options = options
                .into_iter()
                .map(|(code, word)| view! { <option value=code.clone() selected=route.has_now(name, &code)>{word}</option> })
                .collect_view();
            // `aria-labelledby` beside `for`: what looks for names in closed details (checkers, some readers) finds only the former.
            view! {
                <div class="field">
                    <label class="field__label" id=format!("{id}-naam") for=id>{label}</label>
                    <select class="field__input" id=id aria-labelledby=format!("{id}-naam") name=name>
                        <option value="">{standing.any}</option>
                        {options}
                    </select>
                </div>
            }
        };
        let kinds = Kind::BOARD.iter().map(|it| (it.code().to_owned(), (say.names.kind)(*it).to_owned())).collect();
        let roles = Role::ALL.iter().map(|it| (it.code().to_owned(), (say.names.role)(*it).to_owned())).collect();
        let regions = Region::ALL.iter().map(|it| (it.code().to_owned(), (say.names.region)(*it).to_owned())).collect();
        let counted = use_context::<Facets>().unwrap_or_default().keywords;
        let mut keywords: Vec<(String, String)> = counted
            .into_iter()
            .map(|KeywordFacet { keyword, posts }| {
                (keyword.as_str().to_owned(), format!("{} ({posts})", keyword.as_str()))
            })
            .collect();
        // One that is chosen and was not counted yet.
        let chosen = route.read(|now| now.value("keyword").map(str::to_owned)).get_untracked();
        if let Some(chosen) = chosen.filter(|it| !it.is_empty() && keywords.iter().all(|(keyword, _)| keyword != it)) {
            keywords.push((chosen.clone(), chosen));
        }
        view! {
            <div class="filter__form" id=PARTS[1]>
                {kept.into_iter().collect_view()}
                {field(0, standing.filter_kind, kinds)}
                {field(1, standing.filter_role, roles)}
                {field(2, standing.filter_region, regions)}
                {field(3, standing.filter_keyword, keywords)}
                <p class="small soft">{standing.counted}</p>
                <button class="button" type="submit">{standing.filter_go}</button>
            </div>
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn fire_has_three_steps() {
            assert_eq!([0, 1, 9, 10, u32::MAX].map(fire), [None, Some("few"), Some("few"), Some("many"), Some("many")]);
        }
    }
}

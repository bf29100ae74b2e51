//! How the desk says what is missing, what failed and what is empty.

use crate::{
    announcer,
    api::Failure,
    components::{
        icon::Icon,
        summary::{FieldError, in_list},
    },
    i18n::{desk::use_desk_words, use_words},
};
use droombord_domain::{outcome::Cause, problem::ProblemCode};
use leptos::prelude::*;

/// Something that a form still needs: which field, and the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The id of the field.
    pub field: &'static str,
    /// The same sentence in the summary and at the field.
    pub sentence: String,
}

/// The id of the summary: the focus goes there.
pub const SUMMARY: &str = "nog-nodig";

/// Everything that a form still needs, at once, above it. Each line leads to its field.
#[component]
pub fn Summary(
    /// The heading.
    heading: Signal<String>,
    /// What is missing; nothing is shown when this is empty.
    missing: Signal<Vec<Missing>>,
) -> impl IntoView {
    move || {
        let missing = missing.get();
        (!missing.is_empty()).then(|| {
            let lines = missing
                .into_iter()
                .map(|Missing { field, sentence }| {
                    let go = move |event: leptos::ev::MouseEvent| {
                        event.prevent_default();
                        crate::browser::focus(field);
                    };
                    view! { <li><a href=format!("#{field}") on:click=go>{in_list(field, &sentence)}</a></li> }
                })
                .collect_view();
            view! {
                <div
                    class="notice notice--danger"
                    id=SUMMARY
                    role="group"
                    aria-labelledby="nog-nodig-kop"
                    aria-describedby="nog-nodig-lijst"
                    tabindex="-1"
                >
                    <Icon name="warning" class="icon" />
                    <div class="notice__body">
                        <p class="notice__title" id="nog-nodig-kop">{heading.get()}</p>
                        <ul class="notice__links" id="nog-nodig-lijst">{lines}</ul>
                    </div>
                </div>
            }
        })
    }
}

/// The sentence above a field that is not right.
#[component]
pub fn FieldSays(
    /// The id of the field.
    field: &'static str,
    /// What is missing in the whole form.
    missing: Signal<Vec<Missing>>,
) -> impl IntoView {
    view! { <FieldError at=field wrong=wrong_at(field, missing) /> }
}

/// What is missing at one field, for what describes it.
pub fn wrong_at(field: &'static str, missing: impl Into<Signal<Vec<Missing>>>) -> Signal<Option<String>> {
    let missing = missing.into();
    let here = move |missing: &Vec<Missing>| missing.iter().find(|it| it.field == field).map(|it| it.sentence.clone());
    Memo::new(move |_| missing.with(here)).into()
}

/// Why something did not come or did not go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It was to be read.
    Load,
    /// It was to be sent.
    Send,
}

/// Why something did not come or did not go, and one action.
#[component]
pub fn Failed(
    /// Why.
    why: Failure,
    /// Which way.
    way: Way,
    /// Try again.
    again: Callback<()>,
    /// So that the focus can go there.
    #[prop(default = "mislukt")]
    id: &'static str,
) -> impl IntoView {
    let again_word = use_words().say.states.again;
    let (title, more) = reading_of(&why, way);
    view! {
        <Note id class="notice notice--danger" title>
            <p>{more}</p>
            <button class="button button--small" type="button" on:click=move |_| again.run(())>{again_word}</button>
        </Note>
    }
}

/// The sentences: what is so, and what to do.
pub fn reading_of(why: &Failure, way: Way) -> (&'static str, &'static str) {
    let say = &use_desk_words().room;
    let title = match way {
        Way::Load => say.load_failed,
        Way::Send => say.not_sent,
    };
    if *why == Failure::Offline && !crate::browser::is_online() {
        return (say.offline, say.offline_more);
    }
    if *why == Failure::Foreign {
        return (title, use_words().say.states.foreign);
    }
    if why.cause() == Cause::Busy {
        return (title, use_words().say.states.busy);
    }
    match why.code() {
        Some(ProblemCode::StorageFull) => (title, say.storage_full),
        Some(ProblemCode::Forbidden) => (title, say.not_yours),
        Some(_) | None => match way {
            Way::Load => (title, say.load_failed_more),
            Way::Send => (title, say.not_sent_more),
        },
    }
}

/// Something to know before going on. The focus can go there; where it does not, it is said.
#[component]
pub fn Note(
    /// So that the focus can go there.
    id: &'static str,
    /// The block with its tone.
    #[prop(default = "notice notice--wait")]
    class: &'static str,
    /// The drawing.
    #[prop(default = "warning")]
    icon: &'static str,
    /// What is so.
    title: &'static str,
    /// What to do.
    children: Children,
) -> impl IntoView {
    announcer::say_beside(id, title);
    let (named, told) = (format!("{id}-kop"), format!("{id}-meer"));
    view! {
        <div class=class id=id role="group" aria-labelledby=named.clone() aria-describedby=told.clone() tabindex="-1">
            <Icon name=icon class="icon" />
            <div class="notice__body">
                <p class="notice__title" id=named.clone()>{title}</p>
                <div class="notice__body" id=told.clone()>{children()}</div>
            </div>
        </div>
    }
}

/// Grey lines, and the sentence that says so.
#[component]
pub fn Loading() -> impl IntoView {
    let loading = use_desk_words().room.loading;
    announcer::say_late(loading);
    view! {
        <div class="skeleton">
            <p class="only-heard">{loading}</p>
            <span class="skeleton__line" aria-hidden="true"></span>
            <span class="skeleton__line" aria-hidden="true"></span>
            <span class="skeleton__line" aria-hidden="true"></span>
        </div>
    }
}

/// Nothing is here, said kindly.
#[component]
pub fn Blank(
    /// What is so.
    title: &'static str,
    /// More.
    more: &'static str,
    /// What to do, if anything.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="blank">
            <h2 class="blank__title">{title}</h2>
            {(!more.is_empty()).then(|| view! { <p class="blank__text">{more}</p> })}
            {children.map(|children| children())}
        </div>
    }
}

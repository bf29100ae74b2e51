//! A step of a trail: first how far it is, then what it is. A dotted line says nothing to who listens.

use crate::i18n::use_words;
use leptos::prelude::*;

/// How far a step is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Far {
    /// It happened.
    Done,
    /// It is so now.
    Now,
    /// It has not happened.
    Later,
    /// Of a plan: it comes first.
    First,
    /// Of a plan: it comes after that.
    Then,
}

/// One step.
#[component]
pub fn TrailStep(
    /// How far it is.
    far: Far,
    /// What it is.
    #[prop(into)]
    what: String,
    /// When, and more.
    children: Children,
) -> impl IntoView {
    let say = use_words().say.trail();
    let (state, word) = match far {
        Far::Done => ("done", ""),
        Far::Now => ("now", say.now),
        Far::Later => ("later", say.not_yet),
        Far::First => ("now", say.first),
        Far::Then => ("later", say.then),
    };
    // One text: a screen reader stops at each piece.
    let what = if word.is_empty() { what } else { format!("{word} {what}") };
    view! {
        <li class="trail__step" data-state=state>
            <p class="trail__what">{what}</p>
            {children()}
        </li>
    }
}

//! What is said when something is loading, failing, offline, empty or not there.

use super::icon::Icon;
use crate::{announcer, api::Failure, i18n::use_words, places::Place};
use droombord_domain::outcome::Cause;
use leptos::prelude::*;

/// Why something did not come, and one action.
#[component]
pub fn Failed(
    /// Why.
    why: Failure,
    /// Try again.
    again: Callback<()>,
) -> impl IntoView {
    let say = &use_words().say.states;
    let offline = why == Failure::Offline && !crate::browser::is_online();
    let (class, icon, title, more) = if offline {
        ("notice", "offline", say.offline, say.offline_more)
    } else if why.cause() == Cause::Busy {
        ("notice notice--danger", "warning", say.failed, say.busy)
    } else if why == Failure::Foreign {
        ("notice notice--danger", "warning", say.failed, say.foreign)
    } else {
        ("notice notice--danger", "warning", say.failed, say.failed_more)
    };
    announcer::say(title);
    view! {
        <div class=class>
            <Icon name=icon class="icon" />
            <div class="notice__body">
                <h2 class="notice__title">{title}</h2>
                <p>{more}</p>
                <button class="button button--small" type="button" on:click=move |_| again.run(())>{say.again}</button>
            </div>
        </div>
    }
}

/// Paper with three grey lines, and the sentence that says so. It appears after 300 ms.
#[component]
pub fn Loading() -> impl IntoView {
    let say = &use_words().say.states;
    announcer::say_late(say.loading);
    view! {
        <div class="skeleton">
            <p class="only-heard">{say.loading}</p>
            <span class="skeleton__line" aria-hidden="true"></span>
            <span class="skeleton__line" aria-hidden="true"></span>
            <span class="skeleton__line" aria-hidden="true"></span>
        </div>
    }
}

/// An invitation where nothing hangs.
#[component]
pub fn Blank(
    /// What is so.
    title: &'static str,
    /// What you can do.
    more: &'static str,
    /// The one button.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="blank">
            <h3 class="blank__title">{title}</h3>
            <p class="blank__text">{more}</p>
            {children()}
        </div>
    }
}

/// There is nothing at this address.
#[component]
pub fn NotThere(
    /// What is so.
    title: &'static str,
    /// Why that may be.
    more: &'static str,
) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="page page--narrow">
            <div class="blank">
                <h1 class="blank__title">{title}</h1>
                <p class="blank__text">{more}</p>
                <a class="button" href=Place::Board.href(words.lang)>{words.say.states.to_board}</a>
            </div>
        </div>
    }
}

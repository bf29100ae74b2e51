//! `/hulp`: who listens. It must work before the app has loaded, so nothing here needs it.

use crate::{components::help_line::HelpEntry, first, i18n::use_words, places::Place};
use droombord_domain::settings::HelpLine;
use leptos::prelude::*;

/// Help lines, in the order of need.
#[component]
pub fn HelpPage() -> impl IntoView {
    let words = use_words();
    let say = words.say.help();
    first::use_title(say.title);
    let lines = HelpLine::ALL.iter().map(|line| view! { <HelpEntry line=*line /> }).collect_view();
    let watched = say.watched_more.iter().map(|text| view! { <p>{*text}</p> }).collect_view();
    view! {
        <div class="page page--narrow page--first stack stack--loose">
            <div class="stack stack--tight">
                <h1>{say.heading}</h1>
                <p>{say.lead}</p>
            </div>
            <ul class="help">{lines}</ul>
            <section class="stack stack--tight">
                <h2>{say.begin}</h2>
                <p>{say.begin_say}</p>
                <blockquote class="help__say">
                    <p>{say.begin_words}</p>
                </blockquote>
            </section>
            <section class="stack stack--tight">
                <h2>{say.watched}</h2>
                {watched}
                <p><a class="help__link" href=Place::Privacy.href(words.lang)>{say.watched_link}</a></p>
            </section>
        </div>
    }
}

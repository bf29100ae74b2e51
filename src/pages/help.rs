//! `/hulp`: who listens. It must work before the app has loaded, so nothing here needs it.

use crate::{
    components::{frame::use_settings, icon::Icon},
    first,
    i18n::use_words,
    places::Place,
};
use droombord_domain::settings::{HelpLine, PublicSettings};
use leptos::prelude::*;

/// Help lines, in the order of need.
#[component]
pub fn HelpPage() -> impl IntoView {
    let words = use_words();
    let say = words.say.help();
    first::use_title(say.title);
    let lines = HelpLine::ALL.iter().map(|line| view! { <Line line=*line /> }).collect_view();
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

#[component]
fn Line(line: HelpLine) -> impl IntoView {
    let say = use_words().say.help();
    let now = line == HelpLine::Emergency;
    let (item, button) = if now {
        ("help__item help__item--now", "button button--primary help__call")
    } else {
        ("help__item", "button help__call")
    };
    // The operator's own sentence: in Dutch, whatever the page is in.
    let hours =
        use_settings().with_value(|settings| hours(line, settings)).map(|hours| view! { <p lang="nl">{hours}</p> });
    let chat = chat(line).zip((say.chat)(line)).map(|(address, text)| {
        view! { <p><a class="help__link" href=address rel="external noreferrer">{text}</a></p> }
    });
    view! {
        <li class=item>
            <div>
                <h2 class="help__name">{(say.name)(line)}</h2>
                <div class="help__when">
                    <p>{(say.about)(line)}</p>
                    {hours}
                </div>
                {chat}
            </div>
            <a class=button href=format!("tel:{}", line.dial())>
                <Icon name="phone" />
                <span><span class="only-heard">{(say.call)(line)}</span>{line.number()}</span>
            </a>
        </li>
    }
}

/// When somebody answers, as far as the operator knows it. No other hours stand anywhere but "day and night".
fn hours(line: HelpLine, settings: &PublicSettings) -> Option<String> {
    match line {
        HelpLine::Kindertelefoon => settings.kindertelefoon_hours.clone(),
        HelpLine::Jeugdstem => settings.jeugdstem_hours.clone(),
        HelpLine::Emergency | HelpLine::Line113 | HelpLine::VeiligThuis => None,
    }
}

/// Where the line chats. A link that the reader taps; nothing of it is loaded here.
fn chat(line: HelpLine) -> Option<&'static str> {
    match line {
        HelpLine::Kindertelefoon => Some("https://www.kindertelefoon.nl/"),
        HelpLine::Line113 => Some("https://www.113.nl/"),
        HelpLine::Emergency | HelpLine::VeiligThuis | HelpLine::Jeugdstem => None,
    }
}

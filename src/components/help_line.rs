//! A help line, as the page of help and a text that tells of danger show it. No program is needed for it.

use crate::{
    components::{
        frame::use_settings,
        icon::Icon,
        spelled::{Spelled, spelled},
    },
    i18n::{Help, use_words},
};
use droombord_domain::settings::{HelpLine, PublicSettings};
use leptos::prelude::*;

/// One line: who listens, when, and the number to tap.
#[component]
pub fn HelpEntry(
    /// Which.
    line: HelpLine,
    /// The level of its heading.
    #[prop(default = 2)]
    level: u8,
) -> impl IntoView {
    let say = use_words().say.help();
    let now = line == HelpLine::Emergency;
    let (item, button) = if now {
        ("help__item help__item--now", "button button--primary help__call")
    } else {
        ("help__item", "button help__call")
    };
    // The operator's own sentence: in Dutch, whatever the page is in.
    let hours = use_settings()
        .with_value(|settings| hours(line, settings))
        .map(|hours| view! { <p lang="nl" dir="auto">{hours}</p> });
    let chat = chat(line).zip((say.chat)(line)).map(|(address, text)| {
        view! { <p><a class="help__link" href=address rel="external noreferrer"><Spelled text /></a></p> }
    });
    view! {
        <li class=item>
            <div>
                {heading(level, (say.name)(line))}
                <div class="help__when">
                    <p><Spelled text=(say.about)(line) /></p>
                    {hours}
                </div>
                {chat}
            </div>
            <a class=button href=format!("tel:{}", line.dial())>
                <Icon name="phone" />
                <span aria-hidden="true">{line.number()}</span>
                <span class="only-heard">{call_aloud(say, line)}</span>
            </a>
        </li>
    }
}

/// One line in few words: its name with the number to tap, and when it answers.
#[component]
pub fn HelpLink(
    /// Which.
    line: HelpLine,
) -> impl IntoView {
    let say = use_words().say.help();
    let hours = use_settings()
        .with_value(|settings| hours(line, settings))
        .map(|hours| view! { " " <span class="small" lang="nl" dir="auto">{hours}</span> });
    view! {
        <a class="help__link" href=format!("tel:{}", line.dial())>
            <span aria-hidden="true">{(say.call)(line)}{line.number()}</span>
            <span class="only-heard">{call_aloud(say, line)}</span>
        </a>
        {hours}
    }
}

/// What the link of a number is called, digit by digit.
pub fn call_aloud(say: &Help, line: HelpLine) -> String {
    let call = format!("{}{}", (say.call)(line), line.number());
    spelled(&call).unwrap_or(call)
}

fn heading(level: u8, name: &'static str) -> AnyView {
    match level {
        2 => view! { <h2 class="help__name"><Spelled text=name /></h2> }.into_any(),
        3 => view! { <h3 class="help__name"><Spelled text=name /></h3> }.into_any(),
        _ => view! { <h4 class="help__name"><Spelled text=name /></h4> }.into_any(),
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

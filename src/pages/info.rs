//! `/over`, `/regels`, `/privacy` and `/toegankelijkheid`: pages that are words. The words are data in `i18n`; here is
//! what shows them.

use crate::{
    components::{frame::use_settings, reading::reading_time, spelled::Spelled},
    first,
    i18n::{Block, Prose, Section, use_words},
};
use droombord_domain::reason::Reason;
use leptos::prelude::*;

/// How it works, and who we are.
#[component]
pub fn AboutPage() -> impl IntoView {
    prose(&use_words().say.info().about)
}

/// What may be on the board, and why something may not.
#[component]
pub fn RulesPage() -> impl IntoView {
    prose(&use_words().say.info().rules)
}

/// What is stored, who reads it, how long, and what stays on the phone.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    prose(&use_words().say.info().privacy)
}

/// How well everybody can use the board, and what is known not to be right.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    prose(&use_words().say.info().accessibility)
}

/// A page of words: heading, contents, sections.
fn prose(page: &'static Prose) -> AnyView {
    let Prose { title, heading, lead, sections } = page;
    first::use_title(*title);
    let contents = sections
        .iter()
        .enumerate()
        .map(|(at, section)| {
            // "external": the browser itself jumps, and moves the place where Tab goes on.
            view! { <li><a class="prose__link" href=format!("#{}", id(at)) rel="external">{section.heading}</a></li> }
        })
        .collect_view();
    let sections = sections
        .iter()
        .enumerate()
        .map(|(at, Section { heading, blocks })| {
            let blocks = blocks.iter().map(block).collect_view();
            view! { <section class="prose__section"><h2 id=id(at)>{*heading}</h2>{blocks}</section> }
        })
        .collect_view();
    view! {
        <div class="page page--narrow page--first prose">
            <h1>{*heading}</h1>
            <p class="prose__lead">{*lead}</p>
            <nav class="prose__contents" aria-labelledby="inhoud-lijst">
                <p class="prose__label" id="inhoud-lijst">{use_words().say.info().on_this_page}</p>
                <ul>{contents}</ul>
            </nav>
            {sections}
        </div>
    }
    .into_any()
}

/// The same in every language, so that a link to a section stays right.
fn id(at: usize) -> String {
    format!("deel-{}", at + 1)
}

fn block(block: &'static Block) -> AnyView {
    let words = use_words();
    let say = words.say.info();
    match block {
        Block::Say(text) => view! { <p>{*text}</p> }.into_any(),
        Block::List(items) => {
            let items = items.iter().map(|item| view! { <li>{*item}</li> }).collect_view();
            view! { <ul class="prose__list">{items}</ul> }.into_any()
        }
        Block::Steps(steps) => {
            let steps = steps
                .iter()
                .map(|(what, more)| view! { <li><strong>{*what}</strong><p>{*more}</p></li> })
                .collect_view();
            view! { <ol class="prose__list prose__list--steps">{steps}</ol> }.into_any()
        }
        Block::Terms(terms) => terms_list(terms.iter().copied()),
        Block::Reasons => {
            terms_list(Reason::ALL.iter().map(|reason| ((words.say.reasons().name)(*reason), (say.reason_more)(*reason))))
        }
        Block::Link(place, text) => {
            view! { <p><a class="prose__link" href=place.href(words.lang)>{*text}</a></p> }.into_any()
        }
        Block::Web(host) => {
            view! { <p><a class="prose__link" href=format!("https://{host}/") rel="external noreferrer">{*host}</a></p> }
                .into_any()
        }
        Block::ReadingTime => {
            let share = use_settings().with_value(|settings| settings.facts.on_time).map(say.share);
            view! { <p>{reading_time()}{share.map(|share| format!(" {share}"))}</p> }.into_any()
        }
        Block::Controller => {
            use_settings().with_value(|settings| match settings.controller.clone() {
                Some(name) => view! { <p>{say.operator.controller}<strong>{name}</strong></p> }.into_any(),
                None => view! { <p>{say.operator.no_controller}</p> }.into_any(),
            })
        }
        Block::Contact => {
            use_settings().with_value(|settings| match settings.contact.clone() {
                Some(contact) => {
                    let shown = match contact_address(&contact) {
                        Some(address) => view! { <a class="prose__link" href=address rel="external"><Spelled text=contact /></a> }.into_any(),
                        None => view! { <strong>{contact}</strong> }.into_any(),
                    };
                    view! { <p>{say.operator.contact}{shown}</p><p>{say.operator.contact_more}</p> }.into_any()
                }
                None => view! { <p>{say.operator.no_contact}</p> }.into_any(),
            })
        }
    }
}

fn terms_list(terms: impl Iterator<Item = (&'static str, &'static str)>) -> AnyView {
    let terms = terms.map(|(term, meaning)| view! { <dt>{term}</dt><dd>{meaning}</dd> }).collect_view();
    view! { <dl class="prose__terms">{terms}</dl> }.into_any()
}

/// A link for a mail address or a phone number; whatever else the operator wrote stays text.
fn contact_address(contact: &str) -> Option<String> {
    let contact = contact.trim();
    let one_at = contact.split('@').filter(|part| !part.is_empty()).count() == 2;
    let plain = contact.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"@.-_+".contains(&byte));
    if one_at && plain {
        return Some(format!("mailto:{contact}"));
    }
    let dial: String = contact.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    let is_number = contact.chars().all(|sign| sign.is_ascii_digit() || " +-–()".contains(sign));
    (is_number && dial.len() >= 3).then(|| format!("tel:{dial}"))
}

#[cfg(test)]
mod tests {
    use super::contact_address;

    #[test]
    fn a_mail_address_and_a_phone_number_are_links_and_nothing_else_is() {
        for (contact, address) in [
            ("post@droombord.example", Some("mailto:post@droombord.example")),
            ("030 – 284 32 00", Some("tel:0302843200")),
            ("+31 30 2843200", Some("tel:+31302843200")),
            ("Bel of mail LOC", None),
            ("post@droombord.example?subject=x", None),
            ("javascript:alert(1)", None),
            ("", None),
        ] {
            assert_eq!(contact_address(contact).as_deref(), address, "{contact}");
        }
    }
}

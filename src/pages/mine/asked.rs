//! What a facilitator asks about an own post: the words as they are, and as they would be.

use crate::i18n::use_words;
use droombord_domain::{api::HandBack, hand_back::Cut, post::PostBody};
use leptos::prelude::*;

/// What a facilitator asks: how it reads now, and how it would read.
#[component]
pub(super) fn Asked(
    /// What is asked.
    asked: HandBack,
    /// What stands there now.
    body: Option<PostBody>,
) -> impl IntoView {
    let say = use_words().say.mine();
    let HandBack { swap, at: _, reminded_at } = asked;
    let swap = swap.zip(body).and_then(|(swap, body)| {
        let Cut { before, stretch, after } = swap.cut(&body.text)?;
        let (before, stretch, after) = (before_stretch(before), stretch.to_owned(), after_stretch(after));
        let lang = body.lang.code();
        let instead = swap.instead.trim().to_owned();
        let gone = instead.is_empty().then(|| view! { <p class="small">{say.left_out}</p> });
        Some(view! {
            <dl class="mine__swap">
                <div>
                    <dt>{say.now_there}</dt>
                    <dd lang=lang dir="auto">{before.clone()}<del>{stretch}</del>{after.clone()}</dd>
                </div>
                <div>
                    <dt>{say.becomes}</dt>
                    <dd lang=lang dir="auto">{before}<ins>{instead}</ins>{after}</dd>
                </div>
            </dl>
            {gone}
        })
    });
    view! {
        {swap}
        {reminded_at.map(|_| view! { <p>{say.asked_again}</p> })}
    }
}

/// Number of code points around a stretch that show where it stands.
const AROUND: usize = 60;

/// The end of what stands before a stretch.
fn before_stretch(text: &str) -> String {
    let from = text.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let near = text.get(from..).unwrap_or_default();
    if from == 0 {
        near.to_owned()
    } else {
        format!("… {}", near.split_once(char::is_whitespace).map_or(near, |it| it.1))
    }
}

/// The beginning of what stands behind a stretch.
fn after_stretch(text: &str) -> String {
    let Some((to, _)) = text.char_indices().nth(AROUND) else { return text.to_owned() };
    let near = text.get(..to).unwrap_or_default();
    format!("{} …", near.rsplit_once(char::is_whitespace).map_or(near, |it| it.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_stretch_is_cut_at_a_word() {
        assert_eq!((before_stretch("Kort "), after_stretch(" ook.")), ("Kort ".into(), " ook.".into()));
        let long = "woord ".repeat(40);
        let (before, after) = (before_stretch(&long), after_stretch(&long));
        assert!(
            before.starts_with("… woord ") && before.ends_with("woord ") && before.chars().count() < 70,
            "{before}"
        );
        assert!(after.starts_with("woord ") && after.ends_with("woord …") && after.chars().count() < 70, "{after}");
        let one = "a".repeat(200);
        assert!(before_stretch(&one).chars().count() < 70 && after_stretch(&one).chars().count() < 70);
    }
}

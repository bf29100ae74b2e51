//! The letter of a decision: why a post is not on the board, what its facilitator adds, and who can help.

use crate::{
    components::{help_line::HelpEntry, spelled::Spelled},
    i18n::use_words,
};
use droombord_domain::{life::PostState, reason::Reason, settings::HelpLine};
use leptos::prelude::*;

/// The letter to the writer.
#[component]
pub(super) fn DecisionLetter(
    /// Where the post stands: a post that is on the board, or not read yet, has no letter.
    state: PostState,
    /// Why.
    reason: Reason,
    /// Other words are proposed.
    proposed: bool,
    /// Two facilitators read it.
    two: bool,
    /// The writer may ask for another facilitator.
    again: bool,
    /// A facilitator's own sentence.
    sentence: Option<String>,
    /// Who can help, the most urgent first.
    help: Vec<HelpLine>,
) -> impl IntoView {
    let words = use_words().say;
    let say = words.reasons();
    let (letter, after) = match state {
        PostState::HandedBack => ((say.handed_back)(reason, proposed), None),
        PostState::Declined => ((say.declined)(reason), Some(say.after_declined)),
        PostState::TakenDown => ((say.declined)(reason), Some(say.after_taken_down)),
        PostState::Received | PostState::Published | PostState::Withdrawn | PostState::Expired | PostState::Erased => {
            return ().into_any();
        }
    };
    let lines = (!help.is_empty()).then(|| {
        let lines = help.into_iter().map(|line| view! { <HelpEntry line level=4 /> }).collect_view();
        view! { <p>{say.help}</p><ul class="help">{lines}</ul> }
    });
    view! {
        <div class="mine__swap">
            <h3 class="mine__reason">{(say.name)(reason)}</h3>
            <p><Spelled text=letter /></p>
            {two.then(|| view! { <p>{say.two_readers}</p> })}
            {after.map(|after| view! { <p>{after}</p> })}
            {again.then(|| view! { <p>{words.mine().another_lead}</p> })}
        </div>
        {sentence.map(|sentence| view! {
            <div class="mine__swap"><p class="small">{say.sentence_of}</p><p lang="nl" dir="auto">{sentence}</p></div>
        })}
        {lines}
    }
    .into_any()
}

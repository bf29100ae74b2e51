//! How hard an answer is to read, under the field where it is written: which sentence to cut in two, what to say at the kitchen
//! table. It refuses nothing; whoever sends it all the same says so.

use super::{device, say::Note};
use crate::{components::icon::Icon, i18n::desk::use_desk_words};
use droombord_domain::readability::{LOWEST_SCORE, Official, Readability, readability};
use leptos::prelude::*;

/// The id of what is asked before a text is sent that is hard to read: the focus goes there.
pub const ASK: &str = "moeilijk-te-lezen";

/// What stands in the way of a reader of one part. It is no live region and describes no field: it would speak at every letter.
#[component]
pub fn Readable(
    /// What is being written.
    text: Signal<String>,
) -> impl IntoView {
    let say = &use_desk_words().answering.readable;
    let read = Memo::new(move |_| text.with(|text| readability(text)));
    let inside = move || {
        let read = read.get();
        let hard = read.is_hard();
        // Too few words to say that they are fine.
        if !hard && read.score().is_none() {
            return None;
        }
        // A good score beside a long sentence would only confuse.
        let score = read.score().filter(|score| !hard || *score < LOWEST_SCORE).map(|score| (say.score)(whole(score)));
        let Readability { sentences: _, words: _, syllables: _, long, official } = read;
        let long = long
            .into_iter()
            .map(|sentence| view! { <li>{say.long}" "<q class="readable__long" lang="nl" dir="auto">{sentence}</q></li> })
            .collect_view();
        let official = official
            .into_iter()
            .map(|Official { word, instead }| view! { <li lang="nl" dir="auto">{(say.official)(&word, instead)}</li> })
            .collect_view();
        Some(view! {
            <p class="readable__sum">
                <Icon name=if hard { "pencil" } else { "tick" } />
                {if hard { say.hard } else { say.easy }}
                " "
                {score}
            </p>
            <ul class="readable__more">{long}{official}</ul>
        })
    };
    view! {
        <div class="readable" data-hard=move || read.with(Readability::is_hard).to_string()>
            {inside}
        </div>
    }
}

/// Asks before a text that is hard to read is sent.
#[component]
pub fn AskReadable(
    /// The parts that are written.
    parts: Vec<Readability>,
    /// Where to write on.
    field: &'static str,
    /// All the same.
    send: Callback<()>,
    /// Rather not.
    close: Callback<()>,
) -> impl IntoView {
    let say = &use_desk_words().answering.readable;
    let sentences = parts.iter().map(|part| part.long.len()).sum();
    let mut words: Vec<String> = Vec::new();
    for Official { word, instead: _ } in parts.into_iter().flat_map(|part| part.official) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let change = move |_| {
        close.run(());
        device::focus_soon(field);
    };
    view! {
        <Note id=ASK icon="pencil" title=say.ask>
            <p>{(say.counts)(sentences, &words.join(", "))}</p>
            <p>{say.ask_more}</p>
            <div class="cluster">
                <button class="button button--small" type="button" on:click=change>{say.change}</button>
                <button class="button button--small button--quiet" type="button" on:click=move |_| send.run(())>
                    {say.send}
                </button>
            </div>
        </Note>
    }
}

/// A score as people say it: a whole number from 0 to 100. Very short words go above, very long ones under.
fn whole(score: f64) -> u8 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 100")]
    let whole = score.round().clamp(0.0, 100.0) as u8;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_said_in_whole_numbers() {
        for (score, said) in [(59.5, 60), (59.4, 59), (-12.6, 0), (107.2, 100)] {
            assert_eq!(whole(score), said);
        }
    }
}

//! The announcer: tells a screen reader what changes without a load of the page.
//!
//! One polite live region stands in the frame of every page (`index.html`, `own.html`, `desk.html`), outside all that is exchanged: a region
//! that is made together with its text, or was not displayed before, stays silent. Where the focus moves to words that say it, nothing
//! is announced. Each sentence is an element of its own, so that the same words twice are heard twice and none pushes out another.

use leptos::prelude::*;
use std::time::Duration;

/// Delay before a sentence is put there: a move of the focus would cut it off, so it comes first.
const WAIT: Duration = Duration::from_millis(150);

/// How long a sentence stands there. Later, whoever reads on through the page finds no old words.
const STAY: Duration = Duration::from_secs(5);

/// How long something may take before it is said to be under way.
const LATE: Duration = Duration::from_secs(1);

/// The most words that are said at once.
const WORDS: usize = 12;

/// Says something. On the server it does nothing.
pub fn say(text: &str) {
    put(text, false);
}

/// Says something that quotes words which were not sent yet: no translator gets it.
pub fn say_private(text: &str) {
    put(text, true);
}

fn put(text: &str, is_private: bool) {
    if cfg!(target_arch = "wasm32") && !text.is_empty() {
        let text = text.to_owned();
        crate::task::later(WAIT, move || {
            crate::task::later(STAY, crate::browser::append("announcer", &text, is_private));
        });
    }
}

/// Says that something is under way, if grey lines or a turning sign still stand for it after a moment.
pub fn say_late(text: &'static str) {
    if cfg!(target_arch = "wasm32") {
        crate::task::later(LATE, move || {
            if crate::browser::has(".skeleton, .notice__spin") {
                say(text);
            }
        });
    }
}

/// Says what an element tells that was just shown, unless it has the focus: then it is heard by that.
pub fn say_beside(id: &'static str, text: &'static str) {
    if cfg!(target_arch = "wasm32") {
        crate::task::later(WAIT, move || {
            if !crate::browser::has(&format!("#{id}:focus")) {
                say(text);
            }
        });
    }
}

/// Says how a text begins that also stands in the page: whole sentences, and no more of them than somebody can hear beside what they do.
pub fn say_beginning(text: &str) {
    say(beginning(text));
}

/// The first sentences of a text, in [`WORDS`] at most; one at least.
fn beginning(text: &str) -> &str {
    let mut ends = text.match_indices(['.', '!', '?']).filter_map(|(at, _)| text.get(..=at));
    let is_short = |begin: &&str| begin.split_whitespace().count() <= WORDS;
    let first = ends.clone().next().unwrap_or(text);
    ends.rfind(is_short).unwrap_or(first)
}

/// Says how whatever a signal holds from now on begins, the same words twice too.
pub fn follow<T: AsRef<str> + Send + Sync + 'static>(said: RwSignal<T>) {
    Effect::new(move |before: Option<()>| {
        said.with(|said| {
            if before.is_some() {
                say_beginning(said.as_ref());
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_is_said_in_its_first_sentences() {
        for (text, said) in [
            ("", ""),
            ("Lijst", "Lijst"),
            ("Het is weg. Overal.", "Het is weg. Overal."),
            (
                "Dank je wel. De nieuwe tekst is binnen. Een begeleider leest hem nog een keer.",
                "Dank je wel. De nieuwe tekst is binnen.",
            ),
            (
                "Een zin die zelf al langer is dan twaalf woorden wordt toch helemaal gezegd. Meer niet.",
                "Een zin die zelf al langer is dan twaalf woorden wordt toch helemaal gezegd.",
            ),
        ] {
            assert_eq!(beginning(text), said);
        }
    }
}

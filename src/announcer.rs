//! The announcer: what changes without a load of the page is said to who listens with a screen reader.
//!
//! One polite live region stands in the frame of every page (`index.html`, `own.html`, `desk.html`), outside all that is exchanged: a region
//! that is made together with its text, or was not displayed before, stays silent. Where the focus moves to words that say it, nothing
//! is announced. Each sentence is an element of its own, so that the same words twice are heard twice and none pushes out another.

use leptos::prelude::*;
use std::time::Duration;

/// So much later it is put there: a move of the focus, which would cut it off, comes first.
const WAIT: Duration = Duration::from_millis(150);

/// So long it stands there; whoever reads on through the page finds no old words.
const STAY: Duration = Duration::from_secs(5);

/// What takes longer than this is said to be under way.
const LATE: Duration = Duration::from_secs(1);

/// Says something. On the server it does nothing.
pub fn say(text: &str) {
    if cfg!(target_arch = "wasm32") && !text.is_empty() {
        let text = text.to_owned();
        crate::task::later(WAIT, move || {
            crate::task::later(STAY, crate::browser::append("announcer", &text));
        });
    }
}

/// Says that something is under way, if what shows it is still there after a moment.
pub fn say_late(text: &'static str) {
    Effect::new(move |_| {
        let late = set_timeout_with_handle(move || say(text), LATE);
        on_cleanup(move || {
            if let Ok(late) = late {
                late.clear();
            }
        });
    });
}

/// Says what an element tells that was just shown, unless it has the focus: then it is heard by that.
pub fn say_beside(id: &'static str, text: &'static str) {
    if cfg!(target_arch = "wasm32") {
        crate::task::later(WAIT, move || {
            if !crate::browser::has_focus(id) {
                say(text);
            }
        });
    }
}

/// Says whatever a signal holds from now on, the same words twice too.
pub fn follow<T: AsRef<str> + Send + Sync + 'static>(said: RwSignal<T>) {
    Effect::new(move |before: Option<()>| {
        said.with(|said| {
            if before.is_some() {
                say(said.as_ref());
            }
        });
    });
}

//! The announcer: what changes without a load of the page is said to who listens with a screen reader.
//!
//! One polite live region stands in the frame of every page (`index.html`, `own.html`, `desk.html`), outside all that is exchanged: a region
//! that is made together with its text, or was not displayed before, stays silent. Where the focus moves to words that say it, nothing
//! is announced. Each sentence is an element of its own, so that the same words twice are heard twice and none pushes out another.

use std::time::Duration;

/// So much later it is put there: a move of the focus, which would cut it off, comes first.
const WAIT: Duration = Duration::from_millis(150);

/// So long it stands there; whoever reads on through the page finds no old words.
const STAY: Duration = Duration::from_secs(5);

/// Says something. On the server it does nothing.
pub fn say(text: &str) {
    if cfg!(target_arch = "wasm32") && !text.is_empty() {
        let text = text.to_owned();
        crate::task::later(WAIT, move || {
            let said = crate::browser::append("announcer", &text);
            crate::task::later(STAY, move || drop(said));
        });
    }
}

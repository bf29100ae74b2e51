//! What goes on beside the page.

use std::{future::Future, pin::Pin, time::Duration};

/// Runs something to its end. It dies with the tab alone: whoever leaves the page first has to be thought of.
///
/// In a box, so that the code which drives it is in a program once, and not once for everything that is ever driven.
pub fn run(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    leptos::task::spawn_local(work);
}

/// Does something later. Nobody takes it back: what it changes may be gone by then.
///
/// In a box, for the same reason.
pub fn later(wait: Duration, work: impl FnOnce() + 'static) {
    let work: Box<dyn FnOnce()> = Box::new(work);
    leptos::prelude::set_timeout(work, wait);
}

/// Does something when what changes now is on the screen: a letter that was typed does not wait for it.
pub fn after_paint(work: impl FnOnce() + 'static) {
    let work: Box<dyn FnOnce()> = Box::new(work);
    leptos::prelude::request_animation_frame(move || later(Duration::ZERO, work));
}

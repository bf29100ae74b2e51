//! A page that is built in pieces, so that nobody who taps or scrolls has to wait until all of it stands.
//!
//! While the app takes over (`takeover.rs`), and where a part of a page is asked for piece by piece ([`one_by_one`]): there a piece is left
//! out at first, and built in a task of its own. On the server and elsewhere in the browser every piece is there at once.

use leptos::prelude::*;
use std::{cell::RefCell, collections::VecDeque};

/// What builds one piece.
pub type Build = Box<dyn FnOnce()>;

thread_local! {
    /// What is still to be built; nothing when the page is not being taken over.
    static WAITING: RefCell<Option<VecDeque<Build>>> = const { RefCell::new(None) };
    /// Pieces of parts that are built one by one, and what is called after each part.
    static LATER: RefCell<VecDeque<Build>> = const { RefCell::new(VecDeque::new()) };
}

/// A part of a page that can be built by itself.
pub fn piece(view: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    if WAITING.with_borrow(Option::is_none) {
        return view();
    }
    let due = RwSignal::new(false);
    WAITING.with_borrow_mut(|waiting| {
        // Gone by then, if somebody followed a link in the meantime.
        let build = move || {
            due.try_set(true);
        };
        waiting.get_or_insert_default().push_back(Box::new(build));
    });
    let mut view = Some(view);
    (move || due.get().then(|| view.take().map(|view| view())).flatten()).into_any()
}

/// Builds a part of a page; its pieces come after it, each in a task of its own, and then `whole` is called. Where pieces wait already
/// they wait with the others, and on the server none does: `whole` is not called there.
pub fn one_by_one(build: impl FnOnce() -> AnyView, whole: impl FnOnce() + 'static) -> AnyView {
    #[cfg(target_arch = "wasm32")]
    if WAITING.with_borrow(Option::is_none) {
        wait();
        let view = build();
        let pieces = WAITING.take().unwrap_or_default();
        LATER.with_borrow_mut(|later| {
            later.extend(pieces);
            later.push_back(Box::new(whole));
        });
        build_next();
        return view;
    }
    let _ = whole;
    build()
}

/// Builds the next piece in a task of its own, and then the one after it. Several runs of it share the same pieces.
#[cfg(target_arch = "wasm32")]
fn build_next() {
    use crate::task::later;
    use std::time::Duration;

    later(Duration::ZERO, || {
        if let Some(build) = next_later() {
            build();
            // What the piece was built by comes first.
            later(Duration::ZERO, build_next);
        }
    });
}

fn next_later() -> Option<Build> {
    LATER.with_borrow_mut(VecDeque::pop_front)
}

/// Builds at once what would be built one by one: somebody prints.
pub fn build_all() {
    while let Some(build) = next_later() {
        build();
    }
}

/// Builds what waits, each piece in a task of its own, then does the last step. When nothing waits it is done at once.
#[cfg(target_arch = "wasm32")]
pub fn go_on(mut next: Box<dyn FnMut() -> Option<Build>>, last: Build) {
    use crate::task::later;
    use std::time::Duration;

    match next() {
        Some(piece) => later(Duration::ZERO, move || {
            piece();
            // What the piece was built by comes first.
            later(Duration::ZERO, move || go_on(next, last));
        }),
        None => last(),
    }
}

/// From now on pieces wait.
#[cfg(target_arch = "wasm32")]
pub fn wait() {
    WAITING.set(Some(VecDeque::new()));
}

/// The next piece that waits. After the last one, none waits any more.
#[cfg(target_arch = "wasm32")]
pub fn next() -> Option<Build> {
    WAITING.with_borrow_mut(|waiting| {
        let next = waiting.as_mut().and_then(VecDeque::pop_front);
        if next.is_none() {
            *waiting = None;
        }
        next
    })
}

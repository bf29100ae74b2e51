//! The app takes the page over from the first HTML, and nobody sees it.
//!
//! It builds the same page aside, in tasks that are short, then puts it in the place of the old one in one step: nothing is painted
//! between. What somebody did in the first HTML until that step is carried over by the script that saw it (`assets/early.js`): what was
//! typed, ticked, opened and pressed, focus, caret and place. Replacing, not hydrating: see `docs/decisions/`.

use crate::{
    browser,
    first::{First, Head},
    pieces,
};
use droombord_domain::api::FirstData;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

/// Mounts `app` in the place of what the first HTML has in the element with this id.
pub fn take_over<V: IntoView + 'static>(id: &'static str, app: fn() -> V) {
    browser::show_kind_page_on_panic();
    // Not in the task in which the browser made the program ready.
    crate::task::later(Duration::ZERO, move || begin(id, app));
}

fn begin<V: IntoView + 'static>(id: &str, app: fn() -> V) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(old) = document.get_element_by_id(id) else { return };
    let Some(data) = first_data(&document) else { return };
    let Ok(new) = old.clone_node().map(JsCast::unchecked_into::<HtmlElement>) else { return };

    pieces::wait();
    leptos::mount::mount_to(new.clone(), move || {
        Head::provide();
        First::provide(data);
        app()
    })
    .forget();
    pieces::go_on(Box::new(pieces::next), Box::new(move || browser::put_in_place(&old, &new)));
}

/// The data block of the first HTML.
fn first_data(document: &Document) -> Option<FirstData> {
    let text = document.get_element_by_id("first-data")?.text_content()?;
    crate::json::read(&text)
}

//! The app takes the page over from the first HTML, and nobody sees it.
//!
//! It builds the same page aside, in tasks that are short, then puts it in the place of the old one in one step: nothing is painted
//! between. What somebody did in the first HTML until that step is carried over: focus, place, a half-typed search, opened details, and
//! what was tapped (`assets/early.js` marks it). Replacing, not hydrating: see `docs/decisions/`.

use crate::{
    browser,
    first::{First, Head},
    pieces,
};
use droombord_domain::api::FirstData;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Node};

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
    pieces::go_on(Box::new(pieces::next), Box::new(move || put(&document, &old, &new)));
}

/// The new page takes the place of the old one.
fn put(document: &Document, old: &Element, new: &HtmlElement) {
    let focused = document.active_element().and_then(|element| path_from(old, &element));
    let typed = typed_values(old);
    let opened = all(old, "details[open]").filter_map(|element| path_from(old, &element)).collect::<Vec<_>>();
    let tapped = all(old, "button[data-tapped]").filter_map(|element| path_from(old, &element)).collect::<Vec<_>>();
    let place = Place::of(document, old);
    let _ = old.replace_with_with_node_1(new);
    for (path, value) in typed {
        if let Some(input) = follow(new, &path).and_then(|node| node.dyn_into::<HtmlInputElement>().ok()) {
            input.set_value(&value);
            let _ = input.dispatch_event(&browser::bubbling_event("input"));
        }
    }
    for path in opened {
        if let Some(details) = follow(new, &path).and_then(|node| node.dyn_into::<Element>().ok()) {
            let _ = details.set_attribute("open", "");
        }
    }
    if let Some(place) = place {
        place.restore(document, new);
    }
    if let Some(element) =
        focused.and_then(|path| follow(new, &path)).and_then(|node| node.dyn_into::<HtmlElement>().ok())
    {
        browser::focus_quietly(&element);
    }
    // Known to scripts and style sheets.
    if let Some(app) = document.get_element_by_id("app") {
        let _ = app.set_attribute("data-ready", "");
    }
    for path in tapped {
        if let Some(button) = follow(new, &path).and_then(|node| node.dyn_into::<HtmlElement>().ok())
            // A reaction that this device had given before: who taps it in the first HTML wants to give it.
            && button.get_attribute("aria-pressed").is_none_or(|pressed| pressed != "true")
        {
            button.click();
        }
    }
}

/// What somebody who scrolled has before their eyes.
struct Place {
    path: Vec<u32>,
    top: f64,
}

impl Place {
    /// `None` at the top of the page, where everything stands where it stood.
    fn of(document: &Document, old: &Element) -> Option<Self> {
        let window = web_sys::window()?;
        if window.scroll_y().ok()? <= 0.0 {
            return None;
        }
        let (width, height) = (window.inner_width().ok()?.as_f64()?, window.inner_height().ok()?.as_f64()?);
        let seen = [0.35, 0.5, 0.65].into_iter().filter_map(|part| {
            let element = document.element_from_point((width / 2.0) as f32, (height * part) as f32)?;
            Some(Self { path: path_from(old, &element)?, top: element.get_bounding_client_rect().top() })
        });
        // Between two posts there is only what holds them all.
        seen.max_by_key(|place| place.path.len())
    }

    /// What was not laid out yet (`style/block/board.css`) has a height now that may differ from the one that was guessed.
    fn restore(self, document: &Document, new: &HtmlElement) {
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("data-whole", "");
        }
        let element = follow(new, &self.path).and_then(|node| node.dyn_into::<Element>().ok());
        if let (Some(window), Some(element)) = (web_sys::window(), element) {
            window.scroll_by_with_x_and_y(0.0, element.get_bounding_client_rect().top() - self.top);
        }
    }
}

/// The data block of the first HTML.
fn first_data(document: &Document) -> Option<FirstData> {
    let text = document.get_element_by_id("first-data")?.text_content()?;
    crate::json::read(&text)
}

/// Which child of which child: the way from `root` down to `element`, over elements only.
fn path_from(root: &Element, element: &Element) -> Option<Vec<u32>> {
    let mut path = Vec::new();
    let mut at = element.clone();
    while !at.is_same_node(Some(root)) {
        let mut place = 0;
        let mut before = at.previous_element_sibling();
        while let Some(sibling) = before {
            place += 1;
            before = sibling.previous_element_sibling();
        }
        path.push(place);
        at = at.parent_element()?;
    }
    path.reverse();
    Some(path)
}

fn follow(root: &HtmlElement, path: &[u32]) -> Option<Node> {
    let mut at: Element = root.clone().into();
    for place in path {
        at = at.children().item(*place)?;
    }
    Some(at.into())
}

fn typed_values(root: &Element) -> Vec<(Vec<u32>, String)> {
    all(root, "input[type=search]")
        .filter_map(|element| {
            let value = element.clone().dyn_into::<HtmlInputElement>().ok()?.value();
            (!value.is_empty()).then(|| Some((path_from(root, &element)?, value)))?
        })
        .collect()
}

fn all(root: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let found = root.query_selector_all(selector).ok();
    (0..found.as_ref().map_or(0, web_sys::NodeList::length))
        .filter_map(move |at| found.as_ref()?.item(at)?.dyn_into::<Element>().ok())
}

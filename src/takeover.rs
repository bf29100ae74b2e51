//! The app takes the page over from the first HTML, in one step that nobody sees.
//!
//! It builds the same page aside, then replaces the old one in the same task: nothing is painted between. Focus, a
//! half-typed search and opened details are carried over. Replacing, not hydrating: see `docs/decisions/`.

use crate::{
    browser,
    first::{First, Head},
    places::Entry,
};
use droombord_domain::api::FirstData;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Node};

/// Mounts `app` in the place of the first HTML. Links to what `entry` does not show are left to the browser.
pub fn take_over<V: IntoView + 'static>(entry: Entry, app: impl Fn() -> V + 'static) {
    browser::show_kind_page_on_panic();
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(old) = document.get_element_by_id("app") else { return };
    let Some(data) = first_data(&document) else { return };
    let Ok(new) = old.clone_node().map(JsCast::unchecked_into::<HtmlElement>) else { return };

    browser::leave_to_browser(&new, move |path| !entry.shows(path));
    leptos::mount::mount_to(new.clone(), move || {
        Head::provide();
        First::provide(data);
        app()
    })
    .forget();

    let focused = document.active_element().and_then(|element| path_from(&old, &element));
    let typed = typed_values(&old);
    let opened = opened_details(&old);
    let _ = old.replace_with_with_node_1(&new);
    for (path, value) in typed {
        if let Some(input) = follow(&new, &path).and_then(|node| node.dyn_into::<HtmlInputElement>().ok()) {
            input.set_value(&value);
            let _ = input.dispatch_event(&browser::bubbling_event("input"));
        }
    }
    for path in opened {
        if let Some(details) = follow(&new, &path).and_then(|node| node.dyn_into::<Element>().ok()) {
            let _ = details.set_attribute("open", "");
        }
    }
    if let Some(element) =
        focused.and_then(|path| follow(&new, &path)).and_then(|node| node.dyn_into::<HtmlElement>().ok())
    {
        browser::focus_quietly(&element);
    }
    let _ = new.set_attribute("data-ready", "");
}

/// The data block of the first HTML.
fn first_data(document: &Document) -> Option<FirstData> {
    let text = document.get_element_by_id("first-data")?.text_content()?;
    serde_json::from_str(&text).ok()
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

fn opened_details(root: &Element) -> Vec<Vec<u32>> {
    all(root, "details[open]").filter_map(|element| path_from(root, &element)).collect()
}

fn all(root: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let found = root.query_selector_all(selector).ok();
    (0..found.as_ref().map_or(0, web_sys::NodeList::length))
        .filter_map(move |at| found.as_ref()?.item(at)?.dyn_into::<Element>().ok())
}

//! Where somebody is on a long page: what is in sight, how tall the rest was, and the way back there.

use super::focus_quietly;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far the page is scrolled, in CSS pixels.
pub fn place() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Scrolls to a place, and gives elements the heights that they had, once what changes now is in the page.
pub fn return_to(place: f64, selector: &'static str, heights: Vec<String>) {
    leptos::prelude::request_animation_frame(move || {
        all(selector).zip(&heights).for_each(|(element, height)| hold(element.unchecked_ref(), height));
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, place);
        }
    });
}

/// Where the link that has the focus leads to.
pub fn focused_link() -> Option<String> {
    web_sys::window()?.document()?.active_element()?.get_attribute("href")
}

/// Focuses the link of a note or a row that leads to a page, where it stands, unless something else has the focus; whether it is there.
pub fn focus_link(path: &str) -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return true };
    let selector = format!("[data-sheet] a[href=\"{path}\"]");
    let Ok(Some(link)) = document.query_selector(&selector) else { return false };
    let is_free =
        document.active_element().is_none_or(|element| matches!(&*element.tag_name(), "BODY" | "MAIN" | "H1"));
    if let Some(link) = link.dyn_ref::<HtmlElement>().filter(|_| is_free) {
        focus_quietly(link);
    }
    true
}

/// How tall elements are, as a style sheet says it.
pub fn heights(selector: &str) -> Vec<String> {
    let window = web_sys::window();
    let height = |element: Element| {
        let style = window.as_ref()?.get_computed_style(&element).ok()??;
        style.get_property_value("block-size").ok()
    };
    all(selector).map(|element| height(element).unwrap_or_default()).collect()
}

/// Gives an element a height of its own.
fn hold(element: &HtmlElement, height: &str) {
    let _ = element.style().set_property("block-size", height);
    // What comes back is laid out whole: `style/block/board.css`.
    let _ = element.set_attribute("data-whole", "");
}

/// Lets elements be as tall as what is in them. What is before somebody's eyes stays there: a browser does not see to that where the height of
/// what holds it changes.
pub fn let_go(selector: &str) {
    let Some(window) = web_sys::window() else { return };
    // In sight on every screen, and below the bar.
    let seen = window.document().and_then(|document| document.element_from_point(100.0, 300.0));
    let top = || seen.as_ref().map_or(0.0, |seen| seen.get_bounding_client_rect().top());
    let before = top();
    for element in all(selector) {
        let _ = element.unchecked_ref::<HtmlElement>().style().remove_property("block-size");
    }
    let moved = top() - before;
    if moved.abs() >= 1.0 {
        window.scroll_by_with_x_and_y(0.0, moved);
    }
}

/// The words of one element that was given up.
pub struct Words<'a> {
    /// Class of the element in their place.
    pub class: &'static str,
    /// Their language.
    pub lang: &'static str,
    /// The words.
    pub text: String,
    /// How tall the element was, as a style sheet says it; empty where nobody knows.
    pub height: &'a str,
}

/// Hangs words in an element, in a list of their own: to be found by whoever searches in the page.
pub fn hang_words(selector: &str, class: &'static str, words: &mut dyn Iterator<Item = Words<'_>>) {
    let hang = |place: Element| -> Option<()> {
        let document = place.owner_document()?;
        let list = document.create_element("ul").ok()?;
        let _ = list.set_attribute("class", class);
        let _ = list.set_attribute(WORDS, "");
        for Words { class, lang, text, height } in words {
            let item = document.create_element("li").ok()?;
            for (name, value) in [("class", class), ("lang", lang), ("dir", "auto")] {
                let _ = item.set_attribute(name, value);
            }
            let _ = item.unchecked_ref::<HtmlElement>().style().set_property("block-size", height);
            item.set_text_content(Some(&text));
            let _ = list.append_child(&item);
        }
        place.append_child(&list).ok().map(drop)
    };
    all(selector).next().and_then(hang);
}

/// Takes those words away.
pub fn take_words(selector: &str) {
    all(&format!("{selector}>[{WORDS}]")).for_each(|list| list.remove());
}

/// Names the list of words.
const WORDS: &str = "data-words";

fn all(selector: &str) -> impl Iterator<Item = Element> {
    let found = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector_all(selector).ok());
    (0..found.as_ref().map_or(0, web_sys::NodeList::length))
        .filter_map(move |at| found.as_ref()?.item(at)?.dyn_into::<Element>().ok())
}

/// Looks which elements are within some screens of what is in sight, until it is dropped.
pub struct Eyes {
    observer: IntersectionObserver,
    _seen: Closure<dyn Fn(js_sys::Array)>,
}

impl Eyes {
    /// `seen` gets the number in an attribute of an element, and whether it came near or is far now; what is far keeps its height. What has
    /// the focus in it is never far. Nothing where the browser cannot look.
    pub fn open(number: &'static str, seen: Box<dyn Fn(usize, bool)>) -> Option<Self> {
        let look = move |entry: IntersectionObserverEntry| {
            let element: HtmlElement = entry.target().unchecked_into();
            let Some(at) = element.get_attribute(number).and_then(|at| at.parse().ok()) else { return };
            if entry.is_intersecting() {
                return seen(at, true);
            }
            let focused = web_sys::window().and_then(|window| window.document()?.active_element());
            if let Some(height) = heights(&format!("[{number}=\"{at}\"]")).pop()
                && !element.contains(focused.as_deref())
            {
                hold(&element, &height);
                seen(at, false);
            }
        };
        let seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            entries.iter().for_each(|entry| look(entry.unchecked_into()));
        });
        let how = IntersectionObserverInit::new();
        how.set_root_margin("400% 0px");
        let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &how).ok()?;
        Some(Self { observer, _seen: seen })
    }

    /// From now on these too.
    pub fn watch(&self, selector: &str) {
        all(selector).for_each(|element| self.observer.observe(&element));
    }
}

/// What a control is called on the page: of a choice what is asked, else its label.
pub fn name_of(id: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let control = document.get_element_by_id(id)?;
    let by = |selector: &str| document.query_selector(selector).ok()?;
    let choice = matches!(control.get_attribute("type").as_deref(), Some("radio" | "checkbox"))
        || control.has_attribute("aria-pressed");
    let group = control.closest("fieldset, [role=radiogroup], [role=group]").ok()?.filter(|_| choice);
    let asked = group.as_ref().unwrap_or(&control);
    let legend = || asked.query_selector(":scope > legend").ok()?;
    let labelled = || by(&format!("[id=\"{}\"]", asked.get_attribute("aria-labelledby")?.split(' ').next()?));
    let label = || by(&format!("label[for=\"{id}\"]"));
    let named = legend().or_else(labelled).or_else(label);
    let text = named.and_then(|name| name.text_content()).or_else(|| asked.get_attribute("aria-label"))?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// Looks whether one element is in sight, until it is dropped.
pub struct Sight {
    observer: IntersectionObserver,
    _looked: Closure<dyn Fn(js_sys::Array)>,
}

impl Sight {
    /// `looked` gets whether at least half of the element stands in the window. Nothing where the browser cannot look.
    pub fn of(id: &str, looked: impl Fn(bool) + 'static) -> Option<Self> {
        let element = web_sys::window()?.document()?.get_element_by_id(id)?;
        let looked = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if let Some(last) = entries.iter().last() {
                looked(last.unchecked_into::<IntersectionObserverEntry>().intersection_ratio() >= 0.5);
            }
        });
        let how = IntersectionObserverInit::new();
        how.set_threshold(&0.5.into());
        let observer = IntersectionObserver::new_with_options(looked.as_ref().unchecked_ref(), &how).ok()?;
        observer.observe(&element);
        Some(Self { observer, _looked: looked })
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Drop for Eyes {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

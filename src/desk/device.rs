//! What only the desk needs of the browser: moments in words, copying, keys. No words, no rules; on the server it does nothing.

#[cfg(target_arch = "wasm32")]
pub use in_browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use on_server::*;

#[cfg(target_arch = "wasm32")]
mod in_browser {
    use js_sys::{Date, Function, Object, Promise, Reflect};
    use leptos::{
        ev::KeyboardEvent,
        prelude::{request_animation_frame, window},
    };
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::{Element, HtmlElement, HtmlInputElement};

    /// A moment as people of this locale write it, in Europe/Amsterdam.
    pub fn time_in_words(moment: &str, locale: &str) -> String {
        let options = Object::new();
        for (name, value) in [
            ("timeZone", "Europe/Amsterdam"),
            ("day", "numeric"),
            ("month", "long"),
            ("year", "numeric"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
        ] {
            let _ = Reflect::set(&options, &name.into(), &value.into());
        }
        Date::new(&moment.into()).to_locale_string(locale, &options).into()
    }

    /// Moves the focus to an element once what is being shown has been drawn.
    pub fn focus_soon(id: &'static str) {
        request_animation_frame(move || crate::browser::focus(id));
    }

    /// Moves the focus to the first element that a selector finds, once what is being shown has been drawn.
    pub fn focus_first_soon(selector: &'static str) {
        request_animation_frame(move || {
            let found = window().document().and_then(|document| document.query_selector(selector).ok()?);
            if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
                let _ = element.focus();
            }
        });
    }

    /// Copies a text; says whether the browser did.
    pub async fn copy(text: &str) -> bool {
        let copied: Option<Promise> = (|| {
            let navigator = window().navigator();
            let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
            let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
            write.call1(&clipboard, &JsValue::from_str(text)).ok()?.dyn_into().ok()
        })();
        match copied {
            Some(promise) => wasm_bindgen_futures::JsFuture::from(promise).await.is_ok(),
            None => false,
        }
    }

    /// The letter of a key that was pressed alone, outside any field in which somebody types.
    pub fn shortcut_of(event: &KeyboardEvent) -> Option<char> {
        let alone = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key());
        if !alone || event.repeat() || event.is_composing() || event.default_prevented() {
            return None;
        }
        if event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|at| is_typed_in(&at)) {
            return None;
        }
        let key = event.key();
        let mut letters = key.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => Some(letter.to_ascii_lowercase()),
            (Some(_) | None, _) => None,
        }
    }

    fn is_typed_in(element: &Element) -> bool {
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            return !matches!(input.type_().as_str(), "radio" | "checkbox" | "button" | "submit");
        }
        matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT")
            || element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod on_server {
    use leptos::ev::KeyboardEvent;

    /// A moment as people write it.
    pub fn time_in_words(_moment: &str, _locale: &str) -> String {
        String::new()
    }
    /// Moves the focus.
    pub fn focus_soon(_id: &'static str) {}
    /// Moves the focus.
    pub fn focus_first_soon(_selector: &'static str) {}
    /// Copies a text.
    pub async fn copy(_text: &str) -> bool {
        false
    }
    /// The letter of a key.
    pub fn shortcut_of(_event: &KeyboardEvent) -> Option<char> {
        None
    }
}

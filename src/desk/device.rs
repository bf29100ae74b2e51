//! What only the desk needs of the browser: moments in words, copying, keys. No words, no rules; on the server it does nothing.

#[cfg(target_arch = "wasm32")]
pub use in_browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use on_server::*;

/// Whether what the desk shows can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// As it was.
    Shown,
    /// Not at all.
    Hidden,
}

/// The attribute of the page while it is hidden: see `style/desk/desk.css`.
#[cfg(target_arch = "wasm32")]
const HIDDEN: &str = "data-veiled";

#[cfg(target_arch = "wasm32")]
mod in_browser {
    use super::{HIDDEN, Screen};
    use js_sys::{Date, Function, Object, Promise, Reflect};
    use leptos::{
        ev::KeyboardEvent,
        prelude::{request_animation_frame, window},
    };
    use std::cell::Cell;
    use wasm_bindgen::{JsCast, JsValue, closure::Closure};
    use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

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

    /// Whether the list and a post fit beside each other.
    pub fn is_wide() -> bool {
        window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width >= 1000.0)
    }

    /// What stands behind the `#` of the address.
    pub fn fragment() -> String {
        window().location().hash().unwrap_or_default().trim_start_matches('#').to_owned()
    }

    /// Whether the `details` that an event is about is open.
    pub fn is_open(event: &Event) -> bool {
        event.target().and_then(|at| at.dyn_into::<Element>().ok()).is_some_and(|at| at.has_attribute("open"))
    }

    /// Moves the focus to an element once what is being shown has been drawn.
    pub fn focus_soon(id: impl AsRef<str> + 'static) {
        request_animation_frame(move || crate::browser::focus(id.as_ref()));
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

    /// Calls back for every event of one name, on this page or anywhere in it, for as long as the page lives.
    pub fn on(name: &'static str, heard: impl Fn(&Event) + 'static) {
        let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| heard(&event));
        // Before anything in the page can stop it.
        let _ = window().add_event_listener_with_callback_and_bool(name, heard.as_ref().unchecked_ref(), true);
        heard.forget();
    }

    /// Calls back with the name of what another tab of this browser changed on the device.
    pub fn on_stored(changed: impl Fn(&str) + 'static) {
        on("storage", move |event| {
            let name = Reflect::get(event, &"key".into()).ok().and_then(|name| name.as_string());
            if let Some(name) = name {
                changed(&name);
            }
        });
    }

    thread_local! {
        /// What had the focus when the desk was hidden.
        static FOCUSED: Cell<Option<HtmlElement>> = const { Cell::new(None) };
    }

    /// Hides what the desk shows, or shows it again as it was: with what is half written, and the focus where it was.
    pub fn screen(screen: Screen) {
        let Some(document) = window().document() else { return };
        let Some(root) = document.document_element() else { return };
        match screen {
            Screen::Hidden if root.has_attribute(HIDDEN) => {}
            Screen::Hidden => {
                FOCUSED.set(document.active_element().and_then(|element| element.dyn_into().ok()));
                let _ = root.set_attribute(HIDDEN, "");
            }
            Screen::Shown => {
                let _ = root.remove_attribute(HIDDEN);
                let lost = document.active_element().is_none_or(|at| {
                    at.tag_name() == "BODY" || at.closest(".desk__veil").is_ok_and(|veil| veil.is_some())
                });
                if let Some(element) = FOCUSED.take().filter(|element| lost && element.is_connected()) {
                    crate::browser::focus_quietly(&element);
                }
            }
        }
    }

    fn is_hidden() -> bool {
        window()
            .document()
            .and_then(|document| document.document_element())
            .is_some_and(|root| root.has_attribute(HIDDEN))
    }

    /// The origin of the page.
    pub fn origin() -> String {
        window().location().origin().unwrap_or_default()
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

    thread_local! {
        /// The page's own, made at the first sound.
        static AUDIO: Cell<Option<JsValue>> = const { Cell::new(None) };
    }

    /// Two soft tones (Web Audio). A browser plays none before the first press in the page.
    pub fn chime() {
        let _ = tones();
    }

    fn tones() -> Result<(), JsValue> {
        let call = |of: &JsValue, name: &str, with: &[&JsValue]| {
            let method: Function = Reflect::get(of, &name.into())?.dyn_into()?;
            method.apply(of, &with.iter().copied().collect())
        };
        let audio = match AUDIO.take() {
            Some(audio) => audio,
            None => {
                let make: Function = Reflect::get(&window(), &"AudioContext".into())?.dyn_into()?;
                Reflect::construct(&make, &js_sys::Array::new())?
            }
        };
        AUDIO.set(Some(audio.clone()));
        call(&audio, "resume", &[])?;
        let now = Reflect::get(&audio, &"currentTime".into())?.as_f64().unwrap_or_default();
        let volume = call(&audio, "createGain", &[])?;
        Reflect::set(&Reflect::get(&volume, &"gain".into())?, &"value".into(), &0.15.into())?;
        call(&volume, "connect", &[&Reflect::get(&audio, &"destination".into())?])?;
        for (pitch, after) in [(523.0, 0.0), (659.0, 0.3)] {
            let tone = call(&audio, "createOscillator", &[])?;
            Reflect::set(&Reflect::get(&tone, &"frequency".into())?, &"value".into(), &pitch.into())?;
            call(&tone, "connect", &[&volume])?;
            call(&tone, "start", &[&(now + after).into()])?;
            call(&tone, "stop", &[&(now + after + 0.25).into()])?;
        }
        Ok(())
    }

    /// The letter of a key that was pressed alone, outside any field in which somebody types.
    pub fn shortcut_of(event: &KeyboardEvent) -> Option<char> {
        let alone = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key());
        if !alone || is_hidden() || event.repeat() || event.is_composing() || event.default_prevented() {
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
    use super::Screen;
    use leptos::ev::KeyboardEvent;

    /// What happens in the page: nothing.
    pub struct Event;
    impl Event {
        /// Nobody did it.
        pub fn is_trusted(&self) -> bool {
            false
        }
    }
    /// Never calls back.
    pub fn on(_name: &'static str, _heard: impl Fn(&Event) + 'static) {}
    /// Never calls back.
    pub fn on_stored(_changed: impl Fn(&str) + 'static) {}
    /// No page has one here.
    pub fn origin() -> String {
        String::new()
    }
    /// Hides nothing.
    pub fn screen(_screen: Screen) {}

    /// A moment as people write it.
    pub fn time_in_words(_moment: &str, _locale: &str) -> String {
        String::new()
    }
    /// Whether the list and a post fit beside each other.
    pub fn is_wide() -> bool {
        true
    }
    /// Nothing stands there.
    pub fn fragment() -> String {
        String::new()
    }
    /// Whether the `details` that an event is about is open.
    pub fn is_open(_event: &leptos::ev::Event) -> bool {
        false
    }
    /// Moves the focus.
    pub fn focus_soon(_id: impl AsRef<str> + 'static) {}
    /// Moves the focus.
    pub fn focus_first_soon(_selector: &'static str) {}
    /// Plays nothing.
    pub fn chime() {}
    /// Copies a text.
    pub async fn copy(_text: &str) -> bool {
        false
    }
    /// The letter of a key.
    pub fn shortcut_of(_event: &KeyboardEvent) -> Option<char> {
        None
    }
}

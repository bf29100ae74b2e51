//! Thin wrappers on the browser. No words of the product, no rules; on the server they do nothing.

#[cfg(target_arch = "wasm32")]
pub use in_browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use on_server::*;

#[cfg(target_arch = "wasm32")]
mod in_browser {
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::{Event, EventInit, FocusOptions, HtmlElement, Storage};

    /// Names the tab.
    pub fn set_title(title: &str) {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            document.set_title(title);
        }
    }

    /// The device's storage that survives closing the tab; `None` when the browser refuses it.
    fn storage() -> Option<Storage> {
        web_sys::window()?.local_storage().ok()?
    }

    /// Reads from the device.
    pub fn stored(key: &str) -> Option<String> {
        storage()?.get_item(key).ok()?
    }

    /// Writes to the device.
    ///
    /// # Errors
    /// When the browser refuses storage, or it is full.
    pub fn store(key: &str, value: &str) -> Result<(), NotStored> {
        storage().ok_or(NotStored)?.set_item(key, value).map_err(|_| NotStored)
    }

    /// Removes from the device.
    pub fn forget(key: &str) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(key);
        }
    }

    /// The device would not keep it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct NotStored;

    /// Random bytes from the browser's cryptographic source; `None` when it has none.
    pub fn random<const N: usize>() -> Option<[u8; N]> {
        let mut bytes = [0; N];
        web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
        Some(bytes)
    }

    /// Moves the focus to the element with this id, and shows it.
    pub fn focus(id: &str) {
        if let Some(element) = element(id) {
            let _ = element.focus();
        }
    }

    /// Moves the focus without scrolling.
    pub fn focus_quietly(element: &HtmlElement) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }

    fn element(id: &str) -> Option<HtmlElement> {
        web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
    }

    /// Whether the browser believes that it is online.
    pub fn is_online() -> bool {
        web_sys::window().is_none_or(|window| window.navigator().on_line())
    }

    /// An event that bubbles.
    pub fn bubbling_event(name: &str) -> Event {
        let init = EventInit::new();
        init.set_bubbles(true);
        Event::new_with_event_init_dict(name, &init).unwrap_or_else(|_| JsValue::NULL.unchecked_into())
    }

    /// Opens the print dialogue.
    pub fn print() {
        if let Some(window) = web_sys::window() {
            let _ = window.print();
        }
    }

    /// Sets the language of the page.
    pub fn set_lang(lang: &str) {
        if let Some(root) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element()) {
            let _ = root.set_attribute("lang", lang);
        }
    }

    /// When the app breaks, `#panic` becomes visible in the place of the page; drafts are on the device already.
    pub fn show_kind_page_on_panic() {
        std::panic::set_hook(Box::new(|_| {
            let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
            if let (Some(page), Some(sorry)) =
                (document.get_element_by_id("inhoud"), document.get_element_by_id("panic"))
            {
                page.set_inner_html("");
                let _ = sorry.remove_attribute("hidden");
                let _ = page.append_child(&sorry);
            }
        }));
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod on_server {
    /// Names the tab.
    pub fn set_title(_title: &str) {}
    /// Reads from the device.
    pub fn stored(_key: &str) -> Option<String> {
        None
    }
    /// Writes to the device.
    ///
    /// # Errors
    /// Always: there is no device here.
    pub fn store(_key: &str, _value: &str) -> Result<(), NotStored> {
        Err(NotStored)
    }
    /// Removes from the device.
    pub fn forget(_key: &str) {}
    /// The device would not keep it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct NotStored;
    /// Random bytes.
    pub fn random<const N: usize>() -> Option<[u8; N]> {
        None
    }
    /// Moves the focus.
    pub fn focus(_id: &str) {}
    /// Whether the browser believes that it is online.
    pub fn is_online() -> bool {
        true
    }
    /// Opens the print dialogue.
    pub fn print() {}
    /// Sets the language of the page.
    pub fn set_lang(_lang: &str) {}
}

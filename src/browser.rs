//! Thin wrappers on the browser. No words of the product, no rules; on the server they do nothing.

#[cfg(target_arch = "wasm32")]
pub use in_browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use on_server::*;

#[cfg(target_arch = "wasm32")]
mod in_browser {
    use wasm_bindgen::{JsCast, JsValue, closure::Closure};
    use web_sys::{
        Element, Event, EventInit, FocusOptions, HtmlAnchorElement, HtmlDocument, HtmlElement, HtmlTextAreaElement,
        Storage,
    };

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

    /// Moves the focus to the first of these that is there, without scrolling.
    pub fn focus_first(ids: &[&str]) {
        if let Some(element) = ids.iter().find_map(|id| element(id)) {
            focus_quietly(&element);
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

    /// Marks links in `root` as external when they are followed and `is_elsewhere` says so of their path: the browser
    /// then loads the page, and the router leaves it alone.
    pub fn leave_to_browser(root: &HtmlElement, is_elsewhere: impl Fn(&str) -> bool + 'static) {
        let mark = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
            let link = target.closest("a[href]").ok().flatten();
            if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok())
                && is_elsewhere(&link.pathname())
            {
                let _ = link.set_attribute("rel", "external");
            }
        });
        // In the capture phase: before the router, which listens at the window.
        let _ = root.add_event_listener_with_callback_and_bool("click", mark.as_ref().unchecked_ref(), true);
        mark.forget();
    }

    /// Opens the print dialogue.
    pub fn print() {
        if let Some(window) = web_sys::window() {
            let _ = window.print();
        }
    }

    /// Moves the focus once what changes now is in the page.
    pub fn focus_soon(id: impl Into<String>) {
        let id = id.into();
        leptos::prelude::request_animation_frame(move || focus(&id));
    }

    /// Shows the top of the page.
    pub fn to_top() {
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// One step back, as the phone's own Back.
    pub fn back() {
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            let _ = history.back();
        }
    }

    /// Loads another page: what this one remembered is gone.
    pub fn load(href: &str) {
        if let Some(window) = web_sys::window() {
            let _ = window.location().assign(href);
        }
    }

    /// Whether the page is being put away.
    pub fn is_hidden() -> bool {
        web_sys::window()
            .and_then(|window| window.document())
            .is_some_and(|document| document.visibility_state() == web_sys::VisibilityState::Hidden)
    }

    /// Which radio button or checkbox of this name is ticked in the page as it stands.
    pub fn ticked(name: &str) -> Option<String> {
        let selector = format!("input[name=\"{name}\"]:checked");
        let input = web_sys::window()?.document()?.query_selector(&selector).ok()??;
        Some(input.dyn_into::<web_sys::HtmlInputElement>().ok()?.value())
    }

    /// Puts the caret at the end of a text field, and the focus in it.
    pub fn write_on(id: &str) {
        if let Some(area) = area(id) {
            let end = area.text_length();
            let _ = area.focus();
            let _ = area.set_selection_range(end, end);
        }
    }

    fn area(id: &str) -> Option<HtmlTextAreaElement> {
        element(id)?.dyn_into().ok()
    }

    /// Writes other words into a text field as if they were typed: only what differs, so that the browser's own undo goes on to work.
    /// Caret and focus stay where they were, and no keyboard opens.
    pub fn rewrite(id: &str, old: &str, new: &str, differs: std::ops::Range<usize>) {
        let Some(area) = area(id) else { return };
        let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
        let put = new.get(differs.start..differs.end + new.len() - old.len()).unwrap_or_default();
        let start = units(old.get(..differs.start).unwrap_or_default());
        let end = start + units(old.get(differs).unwrap_or_default());
        let caret = area.selection_start().ok().flatten().unwrap_or_default();
        let caret = match caret {
            before if before <= start => before,
            after if after >= end => after - end + start + units(put),
            _ => start + units(put),
        };
        let document = web_sys::window().and_then(|window| window.document());
        let document = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok());
        let focused = document.as_ref().and_then(|document| document.active_element());
        let mode = area.get_attribute("inputmode");
        let _ = area.set_attribute("inputmode", "none");
        focus_quietly(&area);
        let _ = area.set_selection_range(start, end);
        let command = if put.is_empty() { "delete" } else { "insertText" };
        let done = document.is_some_and(|document| {
            document.exec_command_with_show_ui_and_value(command, false, put).unwrap_or_default()
        });
        if !done {
            area.set_value(new);
            let _ = area.dispatch_event(&bubbling_event("input"));
        }
        let _ = area.set_selection_range(caret, caret);
        let _ = mode.map_or_else(|| area.remove_attribute("inputmode"), |mode| area.set_attribute("inputmode", &mode));
        match focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            Some(element) if element != *area => focus_quietly(&element),
            Some(_) | None => {}
        }
    }

    /// Chooses a part of a text field, counted in bytes of its text, and gives it the focus.
    pub fn choose(id: &str, text: &str, part: std::ops::Range<usize>) {
        let Some(area) = area(id) else { return };
        let units =
            |end: usize| u32::try_from(text.get(..end).unwrap_or_default().encode_utf16().count()).unwrap_or(u32::MAX);
        let _ = area.focus();
        let _ = area.set_selection_range(units(part.start), units(part.end));
    }

    /// What a `meta` element of this name says.
    pub fn meta(name: &str) -> Option<String> {
        let selector = format!("meta[name=\"{name}\"]");
        web_sys::window()?.document()?.query_selector(&selector).ok()??.get_attribute("content")
    }

    /// Puts a text on the clipboard; `false` when the browser refuses.
    pub async fn copy(text: &str) -> bool {
        let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return false };
        // Without HTTPS there is no clipboard, and asking for it would throw.
        let there = js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|it| it.is_object());
        there && wasm_bindgen_futures::JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
    }

    /// Selects everything in the element with this id.
    pub fn select(id: &str) {
        let selection = web_sys::window().and_then(|window| window.get_selection().ok()?);
        if let (Some(selection), Some(element)) = (selection, element(id)) {
            let _ = selection.select_all_children(&element);
        }
    }

    /// Now, in milliseconds since 1970.
    pub fn now() -> f64 {
        js_sys::Date::now()
    }

    /// A moment of RFC 3339 in milliseconds since 1970.
    pub fn parse_time(moment: &str) -> Option<f64> {
        Some(js_sys::Date::parse(moment)).filter(|milliseconds| milliseconds.is_finite())
    }

    /// Year, month, day, hour and minute of a moment in a time zone.
    pub fn wall_clock(milliseconds: f64, zone: &str) -> Option<[i64; 5]> {
        let options = js_sys::Object::new();
        for (name, value) in [
            ("timeZone", zone),
            ("hourCycle", "h23"),
            ("year", "numeric"),
            ("month", "numeric"),
            ("day", "numeric"),
            ("hour", "numeric"),
            ("minute", "numeric"),
        ] {
            js_sys::Reflect::set(&options, &name.into(), &value.into()).ok()?;
        }
        let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::of1(&"en-US".into()), &options);
        let parts = format.format_to_parts(&js_sys::Date::new(&milliseconds.into()));
        let part = |wanted: &str| {
            parts.iter().find_map(|part| {
                let kind = js_sys::Reflect::get(&part, &"type".into()).ok()?;
                let value = js_sys::Reflect::get(&part, &"value".into()).ok()?.as_string()?;
                (kind == wanted).then(|| value.parse().ok())?
            })
        };
        Some([part("year")?, part("month")?, part("day")?, part("hour")?, part("minute")?])
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
    /// Moves the focus to the first that is there.
    pub fn focus_first(_ids: &[&str]) {}
    /// Whether the browser believes that it is online.
    pub fn is_online() -> bool {
        true
    }
    /// Opens the print dialogue.
    pub fn print() {}
    /// Moves the focus soon.
    pub fn focus_soon(_id: impl Into<String>) {}
    /// Shows the top of the page.
    pub fn to_top() {}
    /// One step back.
    pub fn back() {}
    /// Loads another page.
    pub fn load(_href: &str) {}
    /// Whether the page is being put away.
    pub fn is_hidden() -> bool {
        false
    }
    /// Which radio button or checkbox is ticked.
    pub fn ticked(_name: &str) -> Option<String> {
        None
    }
    /// Puts the caret at the end of a text field.
    pub fn write_on(_id: &str) {}
    /// Writes other words into a text field.
    pub fn rewrite(_id: &str, _old: &str, _new: &str, _differs: std::ops::Range<usize>) {}
    /// Chooses a part of a text field.
    pub fn choose(_id: &str, _text: &str, _part: std::ops::Range<usize>) {}
    /// Puts a text on the clipboard.
    #[expect(clippy::unused_async, reason = "as in the browser")]
    pub async fn copy(_text: &str) -> bool {
        false
    }
    /// Selects everything in an element.
    pub fn select(_id: &str) {}
    /// Now.
    pub fn now() -> f64 {
        0.0
    }
    /// A moment of RFC 3339.
    pub fn parse_time(_moment: &str) -> Option<f64> {
        None
    }
    /// The wall clock in a time zone.
    pub fn wall_clock(_milliseconds: f64, _zone: &str) -> Option<[i64; 5]> {
        None
    }
    /// Sets the language of the page.
    pub fn set_lang(_lang: &str) {}
}

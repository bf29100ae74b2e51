//! In a browser.

mod place;

pub use place::{
    Eyes, Sight, Words, focus_link, focused_link, hang_words, heights, let_go, name_of, place, return_to, take_words,
};

use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    DomParser, Element, Event, EventInit, EventSource, FocusOptions, HtmlAnchorElement, HtmlDocument, HtmlElement,
    HtmlSelectElement, HtmlTextAreaElement, InputEvent, MessageEvent, MouseEvent, Storage, SupportedType,
};

/// Whether what came into a text field may be changed at once: not while letters are put together, and not what the
/// writer's own undo brought back.
pub fn is_finished(event: &Event) -> bool {
    event
        .dyn_ref::<InputEvent>()
        .is_none_or(|event| !event.is_composing() && !event.input_type().starts_with("history"))
}

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

/// The HTML inside an element of this page, in the language of the page when a translator was there (`assets/early.js`).
pub fn html_of(id: &str) -> Option<String> {
    let (early, original) = script("droombordEarly", "original")?;
    original.call1(&early, element(id)?.as_ref()).ok()?.as_string()
}

thread_local! {
    /// See [`standing`].
    static STANDING: RefCell<Option<[String; 2]>> = const { RefCell::new(None) };
}

/// The HTML inside two elements of the first HTML, which stays the same as long as the program runs; `None` when that was another page.
pub fn standing([one, other]: [&str; 2]) -> Option<[String; 2]> {
    STANDING.with_borrow_mut(|known| {
        if known.is_none() {
            *known = html_of(one).zip(html_of(other)).map(Into::into);
        }
        known.clone()
    })
}

/// The HTML inside elements of another page, which is parsed and not shown: nothing in it runs or loads.
pub fn parts_of<const N: usize>(page: &str, ids: [&str; N]) -> Option<[String; N]> {
    let page = DomParser::new().ok()?.parse_from_string(page, SupportedType::TextHtml).ok()?;
    let mut parts = [const { String::new() }; N];
    for (part, id) in parts.iter_mut().zip(ids) {
        *part = page.get_element_by_id(id)?.inner_html();
    }
    Some(parts)
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

/// Reads what lives as long as this tab.
pub fn stored_in_tab(key: &str) -> Option<String> {
    tab_storage()?.get_item(key).ok()?
}

/// Writes what lives as long as this tab.
///
/// # Errors
/// When the browser refuses storage, or it is full.
pub fn store_in_tab(key: &str, value: &str) -> Result<(), NotStored> {
    tab_storage().ok_or(NotStored)?.set_item(key, value).map_err(|_| NotStored)
}

/// Removes what lives as long as this tab.
pub fn forget_in_tab(key: &str) {
    if let Some(storage) = tab_storage() {
        let _ = storage.remove_item(key);
    }
}

/// Asks the browser not to throw away what this device keeps when it needs room. Firefox would ask the person, who has asked nothing: there it
/// is left.
pub fn persist() {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return };
    if navigator.user_agent().is_ok_and(|name| name.contains("Firefox/")) {
        return;
    }
    let storage = js_sys::Reflect::get(&navigator, &"storage".into()).ok().filter(JsValue::is_object);
    let ask = storage.as_ref().and_then(|storage| js_sys::Reflect::get(storage, &"persist".into()).ok());
    if let (Some(storage), Some(ask)) = (storage, ask.and_then(|ask| ask.dyn_into::<js_sys::Function>().ok())) {
        // Whether it will is the browser's to say; nothing waits for it.
        if let Some(promise) = ask.call0(&storage).ok().and_then(|answer| answer.dyn_into::<js_sys::Promise>().ok()) {
            crate::task::run(async move {
                let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
            });
        }
    }
}

/// Removes everything that lives as long as this tab and whose name begins so.
pub fn forget_all_in_tab(prefix: &str) {
    let Some(storage) = tab_storage() else { return };
    let names: Vec<String> =
        (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok().flatten()).collect();
    for name in names.iter().filter(|name| name.starts_with(prefix)) {
        let _ = storage.remove_item(name);
    }
}

/// Whether somebody said in this tab that this is not their phone.
pub fn is_borrowed_tab() -> bool {
    // The name that `assets/phone.js` gives it.
    web_sys::window().and_then(|window| window.name().ok()).as_deref() == Some("los")
}

fn tab_storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
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

/// Which option of this choice is chosen; `None` when there is no such choice.
pub fn chosen(id: &str) -> Option<String> {
    Some(select_of(id)?.value())
}

/// Chooses an option.
pub fn set_chosen(id: &str, value: &str) {
    if let Some(select) = select_of(id) {
        select.set_value(value);
    }
}

fn select_of(id: &str) -> Option<HtmlSelectElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the page, and then to its heading.
pub fn focus_page() {
    focus("inhoud");
    focus_heading();
}

/// Whether the page has such an element.
pub fn has(selector: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.query_selector(selector).is_ok_and(|found| found.is_some()))
}

/// Moves the focus from the page as a whole to its heading, which says what it is, once what changes now is there. Whoever has gone on
/// meanwhile stays where they are.
pub fn focus_heading() {
    leptos::prelude::request_animation_frame(|| {
        let document = web_sys::window().and_then(|window| window.document());
        let waits = |document: &web_sys::Document| document.active_element().is_some_and(|it| it.id() == "inhoud");
        let Some(document) = document.filter(waits) else { return };
        // A link may lead to a place in the page.
        let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
        let place = hash.get(1..).and_then(element);
        let heading = || document.query_selector("#inhoud h1").ok().flatten()?.dyn_into::<HtmlElement>().ok();
        let leads = place.is_some();
        if let Some(place) = place.or_else(heading) {
            place.set_tab_index(-1);
            focus_quietly(&place);
            if leads {
                place.scroll_into_view();
            }
        }
    });
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

/// Puts a paragraph at the end of the element with this id, a private one out of reach of translators; what comes back takes it away.
pub fn append(id: &str, text: &str, is_private: bool) -> impl FnOnce() + use<> {
    let child = element(id).and_then(|parent| {
        let child = parent.owner_document()?.create_element("p").ok()?;
        child.set_text_content(Some(text));
        if is_private {
            let _ = child.set_attribute("translate", "no");
        }
        parent.append_child(&child).ok()?;
        Some(child)
    });
    move || {
        if let Some(child) = child {
            child.remove();
        }
    }
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

/// Path and query of the page.
pub fn address() -> String {
    let location = web_sys::window().map(|window| window.location());
    let part = |part: Result<String, JsValue>| part.unwrap_or_default();
    location.map(|location| part(location.pathname()) + &part(location.search())).unwrap_or_default()
}

/// Name and port of the site, as somebody types them.
pub fn host() -> String {
    web_sys::window().and_then(|window| window.location().host().ok()).unwrap_or_default()
}

/// Gives the page another address, which Back leads away from, or in the place of the one it has.
pub fn set_address(address: &str, replace: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    let _ = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(address))
    };
}

/// Calls back when somebody went back or forward within this page, for as long as it lives.
pub fn on_back(went: impl Fn() + 'static) {
    let went = Closure::<dyn Fn()>::new(went);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("popstate", went.as_ref().unchecked_ref());
    }
    went.forget();
}

/// A link within this site that somebody follows, to be shown in this tab.
pub struct Link {
    /// The path that it leads to.
    pub path: String,
    /// The same with its query.
    pub address: String,
    /// The page is not to be shown from its top.
    pub keeps_place: bool,
}

/// Asks of each link that is followed whether this page shows it by itself; otherwise the browser loads it.
pub fn on_link(shows: impl Fn(&Link) -> bool + 'static) {
    let follow = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        let held = event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key();
        if event.default_prevented() || event.button() != 0 || held {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
        let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else { return };
        let here = web_sys::window().and_then(|window| window.location().origin().ok());
        let path = link.pathname();
        let elsewhere = !link.target().is_empty()
            || link.has_attribute("download")
            || link.rel().split(' ').any(|it| it == "external")
            // A place in this page.
            || (!link.hash().is_empty() && web_sys::window().is_some_and(|it| it.location().pathname().is_ok_and(|now| now == path)))
            || here.is_none_or(|here| here != link.origin());
        let address = [path.as_str(), &link.search(), &link.hash()].concat();
        if !elsewhere && shows(&Link { path, address, keeps_place: link.has_attribute("data-noscroll") }) {
            event.prevent_default();
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("click", follow.as_ref().unchecked_ref());
    }
    follow.forget();
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

/// Whether somebody asked for as little traffic as can be.
pub fn saves_data() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let connection = js_sys::Reflect::get(&window.navigator(), &"connection".into());
    connection.and_then(|it| js_sys::Reflect::get(&it, &"saveData".into())).is_ok_and(|saves| saves.is_truthy())
}

/// Calls back whenever the page is shown or put away, for as long as the page lives.
pub fn on_visibility(changed: impl Fn() + 'static) -> Watching {
    let changed = Closure::<dyn Fn()>::new(changed);
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = &document {
        let _ = document.add_event_listener_with_callback("visibilitychange", changed.as_ref().unchecked_ref());
    }
    Watching { document, changed }
}

/// Ends when it is dropped.
pub struct Watching {
    document: Option<web_sys::Document>,
    changed: Closure<dyn Fn()>,
}

impl Drop for Watching {
    fn drop(&mut self) {
        if let Some(document) = &self.document {
            let _ =
                document.remove_event_listener_with_callback("visibilitychange", self.changed.as_ref().unchecked_ref());
        }
    }
}

/// A stream of events from the server; it ends when it is dropped.
pub struct Stream {
    source: Option<EventSource>,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _broke: Closure<dyn Fn()>,
}

impl Stream {
    /// Listens to the events of one name: `heard` gets id and data of each. The browser comes back by itself when the line
    /// breaks; `refused` is called when the server does not want it.
    pub fn open(
        path: &str,
        name: &str,
        heard: impl Fn(String, String) + 'static,
        refused: impl Fn() + 'static,
    ) -> Self {
        let source = EventSource::new(path).ok();
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            heard(event.last_event_id(), event.data().as_string().unwrap_or_default());
        });
        let broke = Closure::<dyn Fn()>::new({
            let source = source.clone();
            move || {
                if source.as_ref().is_none_or(|source| source.ready_state() == EventSource::CLOSED) {
                    refused();
                }
            }
        });
        if let Some(source) = &source {
            let _ = source.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
            source.set_onerror(Some(broke.as_ref().unchecked_ref()));
        }
        Self { source, _heard: heard, _broke: broke }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        if let Some(source) = &self.source {
            source.set_onerror(None);
            source.close();
        }
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
    let done = document
        .is_some_and(|document| document.exec_command_with_show_ui_and_value(command, false, put).unwrap_or_default());
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

/// Puts a text on the clipboard; `false` when the browser refuses. *Weg hier* hears of it by the event that copying by hand has
/// (`assets/exit.js`).
pub async fn copy(text: &str) -> bool {
    if let Some(window) = web_sys::window() {
        let _ = window.dispatch_event(&bubbling_event("copy"));
    }
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

/// Now by the device's clock, in milliseconds since 1970. Only `crate::clock` asks it.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// A moment of RFC 3339, or of an HTTP header, in milliseconds since 1970.
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

/// Marks the icon of the app, where it was put on the phone, with a number; 0 takes the mark away.
pub fn mark_icon(number: usize) {
    if let Some((phone, mark)) = script("droombordPhone", "mark") {
        let _ = mark.call1(&phone, &u32::try_from(number).unwrap_or(u32::MAX).into());
    }
}

fn of_the_page(attribute: &str) -> Option<String> {
    web_sys::window()?.document()?.document_element()?.get_attribute(attribute)
}

/// When the page was kept, in words, if the service worker shows it from what it kept.
pub fn kept_at() -> Option<String> {
    of_the_page("data-kept").or_else(|| of_the_page("data-was"))
}

/// Whether the page was shown at once from what was kept, and nobody has looked yet whether it is still so.
pub fn may_be_old() -> bool {
    of_the_page("data-was").is_some()
}

/// Says that a page is as it was when it was kept, or takes that back; `true` when that is said now and was not before.
pub fn tell_kept(is_old: bool) -> bool {
    let is_new = is_old && of_the_page("data-kept").is_none() && of_the_page("data-was").is_some();
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some((root, moment)) = root.zip(of_the_page("data-was")) {
        let _ = if is_old { root.set_attribute("data-kept", &moment) } else { root.remove_attribute("data-kept") };
    }
    is_new
}

/// A function of one of our own scripts, and the object that it belongs to.
fn script(object: &str, function: &str) -> Option<(JsValue, js_sys::Function)> {
    let object = js_sys::Reflect::get(&js_sys::global(), &object.into()).ok()?;
    let function = js_sys::Reflect::get(&object, &function.into()).ok()?.dyn_into().ok()?;
    Some((object, function))
}

/// Puts the program's page in the place of the first HTML, with what somebody did there; at the end of a letter that is being composed.
pub fn put_in_place(before: &Element, after: &Element) {
    if let Some((early, put)) = script("droombordEarly", "put") {
        let _ = put.call2(&early, before, after);
    }
}

/// Asks the outbox something; `None` when it refuses, or its script is not there.
pub async fn ask_outbox(function: &str, argument: &str) -> Option<String> {
    let (outbox, function) = script("droombordOutbox", function)?;
    let promise: js_sys::Promise = function.call1(&outbox, &argument.into()).ok()?.dyn_into().ok()?;
    let answer = wasm_bindgen_futures::JsFuture::from(promise).await.ok()?;
    Some(answer.as_string().unwrap_or_default())
}

/// Gives a call to the service worker, to be sent when there is a network; `false` when there is none.
pub fn hand_to_worker(call: &[&str]) -> bool {
    let call: js_sys::Array = call.iter().map(|part| JsValue::from_str(part)).collect();
    script("droombordPhone", "later")
        .and_then(|(phone, later)| later.apply(&phone, &call).ok())
        .is_some_and(|taken| taken.is_truthy())
}

/// Says whether this is somebody else's phone: then nothing is kept for later, and what was kept for reading goes.
pub fn set_borrowed(borrowed: bool) {
    // Without its script nothing was kept.
    if let Some((phone, call)) = script("droombordPhone", "borrowed") {
        let _ = call.call1(&phone, &borrowed.into());
    }
}

/// Sets the language of the page.
pub fn set_lang(lang: &str) {
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
    // The same again would have all of the page looked through for its style.
    if let Some(root) = root.filter(|root| root.get_attribute("lang").as_deref() != Some(lang)) {
        let _ = root.set_attribute("lang", lang);
    }
}

/// Lets the frame that the server made say which of its menu is this page, and where it is in the other language.
pub fn point_frame(here: &str, other: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let links = document.query_selector_all(".tabs__link, .footer [hreflang]").ok();
    for at in 0..links.as_ref().map_or(0, web_sys::NodeList::length) {
        let link = links.as_ref().and_then(|links| links.item(at)?.dyn_into::<web_sys::Element>().ok());
        let Some(link) = link else { continue };
        let _ = if link.has_attribute("hreflang") {
            link.set_attribute("href", other)
        } else if link.get_attribute("href").as_deref() == Some(here) {
            link.set_attribute("aria-current", "page")
        } else {
            link.remove_attribute("aria-current")
        };
    }
}

/// When the app breaks, `#panic` becomes visible in the place of the page; drafts are on the device already.
pub fn show_kind_page_on_panic() {
    std::panic::set_hook(Box::new(|_| {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        if let (Some(page), Some(sorry)) = (document.get_element_by_id("inhoud"), document.get_element_by_id("panic")) {
            page.set_inner_html("");
            let _ = sorry.remove_attribute("hidden");
            let _ = page.append_child(&sorry);
            focus("panic");
        }
    }));
}

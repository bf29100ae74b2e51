//! On the server and in tests that run without a browser: nothing of it is there.

/// Names the tab.
pub fn set_title(_title: &str) {}
/// Marks the icon of the app.
pub fn mark_icon(_number: usize) {}
/// Nothing.
pub fn meta(_name: &str) -> Option<String> {
    None
}

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
/// Reads what lives as long as a tab.
pub fn stored_in_tab(_key: &str) -> Option<String> {
    None
}
/// Writes what lives as long as a tab.
///
/// # Errors
/// Always: there is no tab here.
pub fn store_in_tab(_key: &str, _value: &str) -> Result<(), NotStored> {
    Err(NotStored)
}
/// Removes what lives as long as a tab.
pub fn forget_in_tab(_key: &str) {}
/// Asks nobody.
pub fn persist() {}
/// Removes what lives as long as a tab.
pub fn forget_all_in_tab(_prefix: &str) {}
/// Whether the tab is somebody else's.
pub fn is_borrowed_tab() -> bool {
    false
}
/// The device would not keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotStored;
/// Random bytes.
pub fn random<const N: usize>() -> Option<[u8; N]> {
    None
}
/// Moves the focus.
pub fn focus(_id: &str) {}
/// There is no first HTML yet.
pub fn standing(_ids: [&str; 2]) -> Option<[String; 2]> {
    None
}
/// Nothing is chosen.
pub fn chosen(_id: &str) -> Option<String> {
    None
}
/// Chooses nothing.
pub fn set_chosen(_id: &str, _value: &str) {}
/// Moves the focus to the page.
pub fn focus_page() {}
/// There is no page.
pub fn has(_selector: &str) -> bool {
    false
}
/// Moves the focus to the heading.
pub fn focus_heading() {}
/// Moves the focus to the first that is there.
pub fn focus_first(_ids: &[&str]) {}
/// Nothing is put into a page.
pub fn append(_id: &str, _text: &str, _is_private: bool) -> impl FnOnce() + use<> {
    || ()
}
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
/// Path and query of the page.
pub fn address() -> String {
    String::new()
}
/// There is no address.
pub fn host() -> String {
    String::new()
}
/// Gives the page another address.
pub fn set_address(_address: &str, _replace: bool) {}
/// Never calls back.
pub fn on_back(_went: impl Fn() + 'static) {}
/// A link that is followed.
pub struct Link {
    /// Its path.
    pub path: String,
    /// The same with its query.
    pub address: String,
    /// Not from the top.
    pub keeps_place: bool,
}
/// Never asks.
pub fn on_link(_shows: impl Fn(&Link) -> bool + 'static) {}
/// The top.
pub fn place() -> f64 {
    0.0
}
/// Nobody comes back.
pub fn return_to(_place: f64, _selector: &'static str, _heights: Vec<String>) {}
/// Nothing has a focus.
pub fn focused_link() -> Option<String> {
    None
}
/// Nothing has a focus.
pub fn focus_link(_path: &str) -> bool {
    true
}
/// Nothing has a height.
pub fn heights(_selector: &str) -> Vec<String> {
    Vec::new()
}
/// Nothing is laid out.
pub fn let_go(_selector: &str) {}

/// The words of one element that was given up.
pub struct Words<'a> {
    /// Class of the element in their place.
    pub class: &'static str,
    /// Their language.
    pub lang: &'static str,
    /// The words.
    pub text: String,
    /// How tall the element was.
    pub height: &'a str,
}

/// Hangs words in an element.
pub fn hang_words(_selector: &str, _class: &'static str, _words: &mut dyn Iterator<Item = Words<'_>>) {}

/// Takes those words away.
pub fn take_words(_selector: &str) {}
/// Nothing has a name here.
pub fn name_of(_id: &str) -> Option<String> {
    None
}
/// Sees nothing.
pub struct Sight;
impl Sight {
    /// Nothing is in sight.
    pub fn of(_id: &str, _looked: impl Fn(bool) + 'static) -> Option<Self> {
        None
    }
}
/// Nothing comes near here.
pub struct Eyes;
impl Eyes {
    /// There is nothing to see.
    pub fn open(_number: &'static str, _seen: Box<dyn Fn(usize, bool)>) -> Option<Self> {
        None
    }
    /// Looks at nothing.
    pub fn watch(&self, _selector: &str) {}
}
/// One step back.
pub fn back() {}
/// Loads another page.
pub fn load(_href: &str) {}
/// Whether somebody asked for as little traffic as can be.
pub fn saves_data() -> bool {
    false
}
/// Never calls back.
pub fn on_visibility(_changed: impl Fn() + 'static) -> Watching {
    Watching
}
/// Watches nothing.
pub struct Watching;
/// A stream that says nothing.
pub struct Stream;
impl Stream {
    /// Listens to nothing.
    pub fn open(
        _path: &str,
        _name: &str,
        _heard: impl Fn(String, String) + 'static,
        _refused: impl Fn() + 'static,
    ) -> Self {
        Self
    }
}
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
/// Whether what came into a text field may be changed at once.
pub fn is_finished(_event: &leptos::ev::Event) -> bool {
    true
}
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
/// Asks the outbox something.
#[expect(clippy::unused_async, reason = "as in the browser")]
pub async fn ask_outbox(_function: &str, _argument: &str) -> Option<String> {
    None
}
/// Gives a call to the service worker.
pub fn hand_to_worker(_call: &[&str]) -> bool {
    false
}
/// When the page was kept.
pub fn kept_at() -> Option<String> {
    None
}
/// The server's page is fresh.
pub fn may_be_old() -> bool {
    false
}
/// Nothing is kept.
pub fn tell_kept(_is_old: bool) -> bool {
    false
}
/// Whether this is somebody else's phone.
pub fn set_borrowed(_borrowed: bool) {}
/// Sets the language of the page.
pub fn set_lang(_lang: &str) {}
/// Lets the frame follow the address.
pub fn point_frame(_here: &str, _other: &str) {}

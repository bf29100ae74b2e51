//! The first HTML of a page, and the data that it was made of.
//!
//! The same components make it on the server and in the browser. A page takes what the first HTML already shows from
//! [`First`]; later pages find nothing there and ask the server.

use droombord_domain::api::{FirstData, Shown};
use leptos::prelude::*;

/// What the first HTML shows, until the first page has taken it.
#[derive(Clone, Copy)]
pub struct First(StoredValue<Shown>);

impl First {
    /// Puts settings and first data where every component finds them.
    pub fn provide(data: FirstData) {
        provide_context(StoredValue::new(data.settings));
        #[cfg(not(target_arch = "wasm32"))]
        provide_context(data.facets);
        provide_context(Self(StoredValue::new(data.shown)));
    }

    /// Takes what is shown; the next one gets [`Shown::Nothing`].
    pub fn take() -> Shown {
        let Some(Self(shown)) = use_context::<Self>() else { return Shown::Nothing };
        // On the server a page may be rendered twice in one request; there the data stays.
        if cfg!(target_arch = "wasm32") {
            let take = |shown: &mut Shown| std::mem::replace(shown, Shown::Nothing);
            shown.try_update_value(take).unwrap_or(Shown::Nothing)
        } else {
            shown.get_value()
        }
    }
}

/// The title and the status of the page that is being made.
#[derive(Clone, Copy)]
pub struct Head {
    title: RwSignal<String>,
    missing: RwSignal<bool>,
}

impl Head {
    /// Makes one, without a title yet.
    pub fn provide() -> Self {
        let head = Self { title: RwSignal::new(String::new()), missing: RwSignal::new(false) };
        provide_context(head);
        head
    }

    /// What the page is called now.
    pub fn title(self) -> Signal<String> {
        self.title.into()
    }
}

/// Names the page. Titles are short, distinct and bland: they stand in somebody's history.
pub fn use_title(title: impl Into<String>) {
    if let Some(head) = use_context::<Head>() {
        let title = title.into();
        crate::browser::set_title(&title);
        head.title.set(title);
        head.missing.set(false);
    }
}

/// Says that there is nothing at this address.
pub fn use_missing() {
    if let Some(head) = use_context::<Head>() {
        head.missing.set(true);
    }
}

/// The first HTML of one page, in parts for the server's template.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug)]
pub struct FirstHtml {
    /// The language of the page.
    pub lang: &'static str,
    /// Its title, not escaped.
    pub title: String,
    /// More for the head, as HTML; may be empty.
    pub head: String,
    /// What stands in `#app`, as HTML.
    pub body: String,
    /// What `assets/exit.js` says after the second press of three; without quotation marks.
    pub once_more: &'static str,
    /// 200, or 404 when there is nothing at this address.
    pub status: u16,
}

/// Makes the first HTML of a page. `path_and_query` is as in the request.
#[cfg(feature = "ssr")]
pub fn first_html(path_and_query: &str, data: FirstData) -> FirstHtml {
    use crate::{places::Entry, route::Address};
    use leptos::reactive::owner::Owner;

    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(Address::parse(path_and_query));
        let head = Head::provide();
        First::provide(data);
        let path = path_and_query.split('?').next().unwrap_or_default();
        let body = match Entry::of(path) {
            Entry::Board => view! { <crate::app::BoardApp /> }.to_html(),
            Entry::Own => view! { <crate::app::OwnApp /> }.to_html(),
            Entry::Words => view! { <crate::app::WordsApp /> }.to_html(),
            Entry::Desk => view! { <crate::desk::Desk /> }.to_html(),
        };
        FirstHtml {
            lang: crate::places::lang_of(path_and_query).code(),
            title: head.title.get_untracked(),
            head: String::new(),
            // Marks between pieces of text, for an app that would build on these elements. Ours replaces them (decision 0003).
            // Words cannot hold one: `<` is escaped in text and in attributes.
            body: body.replace("<!>", ""),
            once_more: crate::i18n::messages(crate::places::lang_of(path)).info().once_more,
            status: if head.missing.get_untracked() { 404 } else { 200 },
        }
    });
    owner.cleanup();
    html
}

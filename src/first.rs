//! Data of the first page, its title and its status.
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

    /// 200, or 404 when there is nothing at this address.
    #[cfg(feature = "ssr")]
    pub fn status(self) -> u16 {
        if self.missing.get_untracked() { 404 } else { 200 }
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

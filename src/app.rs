//! The visitors' app: contexts, router, route tables.
//!
//! It is cut into entries, so that nobody downloads what they do not use: readers get the board, writers get writing and
//! own posts, and pages that are words get no code at all. `places::Entry` says which page is whose.

use crate::{
    components::frame::Frame,
    i18n,
    offline::Device,
    pages::{
        AboutPage, AccessibilityPage, BoardPage, HelpPage, MinePage, MissingPage, PostPage, PrivacyPage, RulesPage,
        SharePage,
    },
    places::{lang_of, root},
};
use droombord_domain::post::Lang;
use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    path,
};

/// What every entry starts with. The language is that of the address; another language is another load.
fn begin() -> Lang {
    let lang = lang_of(&crate::browser_path());
    i18n::provide(lang);
    Device::provide();
    lang
}

/// For who reads: the board and one post.
#[component]
pub fn BoardApp() -> impl IntoView {
    let lang = begin();
    view! {
        <Router base=root(lang)>
            <Frame>
                <FlatRoutes fallback=MissingPage>
                    <Route path=path!("") view=BoardPage />
                    <Route path=path!("droom/:id") view=PostPage />
                </FlatRoutes>
            </Frame>
        </Router>
    }
}

/// For who writes: writing, own posts, and help without leaving what is being written.
#[component]
pub fn OwnApp() -> impl IntoView {
    let lang = begin();
    view! {
        <Router base=root(lang)>
            <Frame>
                <FlatRoutes fallback=MissingPage>
                    <Route path=path!("deel") view=SharePage />
                    <Route path=path!("mijn") view=MinePage />
                    <Route path=path!("hulp") view=HelpPage />
                </FlatRoutes>
            </Frame>
        </Router>
    }
}

/// Pages that are words: the server makes them, and nothing takes them over.
#[component]
pub fn WordsApp() -> impl IntoView {
    let lang = begin();
    view! {
        <Router base=root(lang)>
            <Frame>
                <FlatRoutes fallback=MissingPage>
                    <Route path=path!("hulp") view=HelpPage />
                    <Route path=path!("over") view=AboutPage />
                    <Route path=path!("regels") view=RulesPage />
                    <Route path=path!("privacy") view=PrivacyPage />
                    <Route path=path!("toegankelijkheid") view=AccessibilityPage />
                </FlatRoutes>
            </Frame>
        </Router>
    }
}

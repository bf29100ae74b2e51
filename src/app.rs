//! The visitors' app: contexts, router, route table.

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
use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    path,
};

/// All that a visitor sees. The language is that of the address; another language is another load.
#[component]
pub fn App() -> impl IntoView {
    let lang = lang_of(&crate::browser_path());
    i18n::provide(lang);
    Device::provide();
    view! {
        <Router base=root(lang)>
            <Frame>
                <FlatRoutes fallback=MissingPage>
                    <Route path=path!("") view=BoardPage />
                    <Route path=path!("droom/:id") view=PostPage />
                    <Route path=path!("deel") view=SharePage />
                    <Route path=path!("mijn") view=MinePage />
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

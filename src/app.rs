//! The visitors' app: contexts, router, route table.

use crate::{
    components::frame::Frame,
    i18n,
    offline::Device,
    pages::{BoardPage, InfoPage, MinePage, MissingPage, PostPage, SharePage},
    places::{Place, lang_of, root},
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
                    <Route path=path!("hulp") view=|| view! { <InfoPage place=Place::Help /> } />
                    <Route path=path!("over") view=|| view! { <InfoPage place=Place::About /> } />
                    <Route path=path!("regels") view=|| view! { <InfoPage place=Place::Rules /> } />
                    <Route path=path!("privacy") view=|| view! { <InfoPage place=Place::Privacy /> } />
                    <Route path=path!("toegankelijkheid") view=|| view! { <InfoPage place=Place::Accessibility /> } />
                </FlatRoutes>
            </Frame>
        </Router>
    }
}

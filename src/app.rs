//! The visitors' app: contexts, and the table of pages of each entry.
//!
//! It is cut into entries, so that nobody downloads what they do not use: readers get the board, writers get writing and
//! own posts, and pages that are words get no code at all. `places::Entry` says which page is whose.

use crate::{
    components::frame::{Frame, Inside},
    i18n,
    offline::Device,
    pages::{
        AboutPage, AccessibilityPage, BoardPage, HelpPage, MinePage, MissingPage, OfflinePage, OrganisationPage,
        PostPage, PrivacyPage, PromisesPage, ReportPage, RulesPage, SharePage, is_at_hand,
    },
    places::Entry,
    route::{Pages, Route, show},
};
use leptos::prelude::*;

/// What every entry starts with. The language is that of the address.
fn begin(entry: Entry, pages: Pages) -> AnyView {
    i18n::provide(Route::provide(entry, is_at_hand));
    Device::provide();
    show(pages, || view! { <MissingPage /> }.into_any()).into_any()
}

/// For who reads: the board and one post. In the browser it is what stands in the frame; the frame stays as the server made it.
#[component]
pub fn BoardApp() -> impl IntoView {
    const PAGES: Pages =
        &[(&[], || view! { <BoardPage /> }.into_any()), (&["droom", ":"], || view! { <PostPage /> }.into_any())];
    let page = begin(Entry::Board, PAGES);
    if cfg!(target_arch = "wasm32") {
        view! { <Inside>{page}</Inside> }.into_any()
    } else {
        view! { <Frame>{page}</Frame> }.into_any()
    }
}

/// For who writes: writing, own posts, and help without leaving what is being written.
#[component]
pub fn OwnApp() -> impl IntoView {
    const PAGES: Pages = &[
        (&["deel"], || view! { <SharePage /> }.into_any()),
        (&["mijn"], || view! { <MinePage /> }.into_any()),
        (&["melden"], || view! { <ReportPage /> }.into_any()),
        (&["hulp"], || view! { <HelpPage /> }.into_any()),
    ];
    let page = begin(Entry::Own, PAGES);
    view! { <Frame>{page}</Frame> }
}

/// Pages that are words: the server makes them, and nothing takes them over.
#[component]
pub fn WordsApp() -> impl IntoView {
    const PAGES: Pages = &[
        (&["hulp"], || view! { <HelpPage /> }.into_any()),
        (&["over"], || view! { <AboutPage /> }.into_any()),
        (&["regels"], || view! { <RulesPage /> }.into_any()),
        (&["privacy"], || view! { <PrivacyPage /> }.into_any()),
        (&["toegankelijkheid"], || view! { <AccessibilityPage /> }.into_any()),
        (&["beloftes"], || view! { <PromisesPage /> }.into_any()),
        (&["organisatie", ":"], || view! { <OrganisationPage /> }.into_any()),
        (&["zonder-internet"], || view! { <OfflinePage /> }.into_any()),
    ];
    let page = begin(Entry::Words, PAGES);
    view! { <Frame>{page}</Frame> }
}

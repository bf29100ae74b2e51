//! Server-side rendering: the first HTML of every page, by the components that run in the browser.

use crate::{
    app::{BoardApp, OwnApp, WordsApp},
    desk::Desk,
    first::{First, Head},
    i18n::messages,
    places::{Entry, lang_of},
    route::Address,
};
use droombord_domain::api::FirstData;
use leptos::{prelude::*, reactive::owner::Owner};

/// First HTML of one page, in parts for the server's template.
#[derive(Clone, Debug)]
pub struct RenderedPage {
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

/// Renders the first HTML of a page. `path_and_query` is as in the request.
pub fn render_page(path_and_query: &str, data: FirstData) -> RenderedPage {
    let owner = Owner::new();
    let html = owner.with(|| {
        provide_context(Address::parse(path_and_query));
        let head = Head::provide();
        First::provide(data);
        let path = path_and_query.split('?').next().unwrap_or_default();
        let body = match Entry::of(path) {
            Entry::Board => view! { <BoardApp /> }.to_html(),
            Entry::Own => view! { <OwnApp /> }.to_html(),
            Entry::Words => view! { <WordsApp /> }.to_html(),
            Entry::Desk => view! { <Desk /> }.to_html(),
        };
        RenderedPage {
            lang: lang_of(path_and_query).code(),
            title: head.title().get_untracked(),
            head: String::new(),
            // Marks between pieces of text, for an app that would build on these elements. Ours replaces them (decision 0003).
            // Words cannot hold one: `<` is escaped in text and in attributes.
            body: body.replace("<!>", ""),
            once_more: messages(lang_of(path)).info().once_more,
            status: head.status(),
        }
    });
    owner.cleanup();
    html
}

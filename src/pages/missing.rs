//! A friendly 404.

use crate::{components::notice::NotThere, first, i18n::use_words};
use leptos::prelude::*;

/// There is no page at this address.
#[component]
pub fn MissingPage() -> impl IntoView {
    let say = &use_words().say.states;
    first::use_title(say.no_page_title);
    first::use_missing();
    view! { <NotThere title=say.no_page more=say.no_page_more /> }
}

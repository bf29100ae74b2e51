//! `/zonder-internet`: what the phone shows in the place of a page that neither the network nor the phone has (`assets/sw.js`). No page
//! leads here. It has what somebody may need just then: who can be called, and the way out.

use crate::{
    components::{help_line::HelpEntry, icon::Icon},
    first,
    i18n::use_words,
    places::Place,
};
use droombord_domain::settings::HelpLine;
use leptos::prelude::*;

/// There is no connection.
#[component]
pub fn OfflinePage() -> impl IntoView {
    let words = use_words();
    let say = words.say.no_network();
    first::use_title(say.title);
    let lines = HelpLine::ALL.iter().map(|line| view! { <HelpEntry line=*line level=3 /> }).collect_view();
    view! {
        <div class="page page--narrow page--first stack stack--loose">
            <div class="stack stack--tight">
                <h1>{say.heading}</h1>
                <p>{say.lead}</p>
                <p>{say.more}</p>
                <p class="cluster">
                    // The address is still that of the page that was asked for.
                    <a class="button" href="" rel="external"><Icon name="turning" />{say.again}</a>
                    <a class="button button--quiet" href=Place::Board.href(words.lang)>{say.to_board}</a>
                </p>
            </div>
            <section class="stack stack--tight" aria-labelledby="bellen">
                <h2 id="bellen">{say.help}</h2>
                <ul class="help">{lines}</ul>
            </section>
        </div>
    }
}

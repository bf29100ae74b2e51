//! `/leestafel/meldingen`: what people say is wrong with posts on the board.

use super::{
    places,
    say::{Blank, Failed, Loading, Way},
    table::Table,
    together::ReportLine,
};
use crate::{
    api::desk as api,
    i18n::{desk::use_desk_words, use_words},
    load::{Load, Loader},
};
use droombord_domain::{life::PostState, report::OpenReport};
use leptos::prelude::*;

/// The id of the heading: the focus goes there.
pub const HEADING: &str = "meldingen";

/// The list. Danger stands on top, as the server gives it.
#[component]
pub fn ReportsPage() -> impl IntoView {
    let lang = use_words().lang;
    let say = &use_desk_words().together;
    let table = Table::get();
    let loader = Loader::new(Signal::stored(()), None, move |(), flight| async move {
        table.heed(api::reports(&flight).await).map(|page| page.items)
    });
    let again = Callback::new(move |()| loader.again());
    view! {
        <section class="stack desk__sheet" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{say.reports}</h2>
            <p class="soft">{say.reports_lead}</p>
            {move || match loader.state.get() {
                Load::Waiting => view! { <Loading /> }.into_any(),
                Load::Failed(why) => view! { <Failed why way=Way::Load again id="lijst-mislukt" /> }.into_any(),
                Load::Ready(reports) if reports.is_empty() => {
                    view! { <Blank title=say.no_reports more=say.no_reports_more /> }.into_any()
                }
                Load::Ready(reports) => {
                    let lines = reports
                        .into_iter()
                        .map(|OpenReport { report, post, text }| {
                            view! {
                                <li class="review__asked stack stack--tight">
                                    <p class="review__quote" dir="auto">{text}</p>
                                    <p class="small">
                                        <a href=places::post(lang, PostState::Published, post)>{say.read_whole}</a>
                                    </p>
                                    <ul><ReportLine report /></ul>
                                </li>
                            }
                        })
                        .collect_view();
                    view! { <ul class="stack">{lines}</ul> }.into_any()
                }
            }}
        </section>
    }
}

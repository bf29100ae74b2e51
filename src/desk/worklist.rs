//! *Wat moet er gebeuren?*: everything that waits, by what is to be done. Each line is the way to where it is solved.

use super::{places, reading::LIST_PANE, table::Table};
use crate::{
    api::{Flight, desk as api},
    i18n::{desk::use_desk_words, use_words},
};
use droombord_domain::{
    life::PostState,
    post::Lang,
    worklist::{FIRST_ITEMS, WorkGroup, WorkItem, WorkKind, Worklist},
};
use leptos::prelude::*;

/// The heading's id: links and the focus go there.
pub const HEADING: &str = "wat-moet-er-gebeuren";

/// Where one thing is solved.
fn solved_at(lang: Lang, kind: WorkKind, item: &WorkItem) -> String {
    let on_board = PostState::Published;
    match (kind, item.post) {
        (WorkKind::Danger | WorkKind::Queue, Some(post)) => places::post(lang, PostState::Received, post),
        (WorkKind::HandBack, Some(post)) => places::post(lang, PostState::HandedBack, post),
        (WorkKind::Report, Some(post)) => places::post(lang, on_board, post),
        (WorkKind::Unasked | WorkKind::Asking | WorkKind::NotHeard, Some(post)) => places::asking(lang, post),
        (WorkKind::Answer, _) => places::answers(lang),
        (_, _) => places::promises(lang),
    }
}

/// The list, beside the queue.
#[component]
pub fn Work() -> impl IntoView {
    let say = use_desk_words().worklist;
    let table = Table::get();
    let groups = Memo::new(move |_| table.work().map(|work| work.groups));
    view! {
        <section class="stack desk__sheet" aria-labelledby=HEADING>
            <h3 id=HEADING tabindex="-1">{say.heading}</h3>
            {move || groups.get().map(|groups| {
                if groups.is_empty() {
                    return view! { <p class="soft">{say.nothing}</p> }.into_any();
                }
                groups.into_iter().map(|group| view! { <Group group /> }).collect_view().into_any()
            })}
        </section>
    }
}

/// Everything of one kind. What waits for a reader stands in the queue already: one way leads there.
#[component]
fn Group(group: WorkGroup) -> impl IntoView {
    let lang = use_words().lang;
    let say = use_desk_words().worklist;
    let table = Table::get();
    let WorkGroup { kind, count, items } = group;
    let to_do = (say.to_do)(kind);
    let queued = matches!(kind, WorkKind::Danger | WorkKind::Queue);
    let shown = u32::try_from(items.len()).unwrap_or(count);
    // More of one kind takes the place of the first of it.
    let more = move |_| {
        crate::task::run(async move {
            if let Ok(Worklist { groups, .. }) = table.heed(api::worklist(Some(kind), &Flight::new()).await) {
                table.set_work_of(kind, groups);
            }
        });
    };
    let more = (!queued && shown < count && shown <= FIRST_ITEMS).then(|| {
        let label = format!("{}: {}", say.more, (say.kind)(kind));
        view! { <button class="button button--small" type="button" aria-label=label on:click=more>{say.more}</button> }
    });
    let body = if queued {
        view! { <p><a class="small queue__jump" href=format!("#{LIST_PANE}")>{to_do}</a></p> }.into_any()
    } else {
        let lines = items.into_iter().map(|item| view! { <Line page=lang kind item /> }).collect_view();
        view! { <p class="small soft">{to_do}</p><ul class="queue">{lines}</ul> }.into_any()
    };
    view! {
        <div class="stack stack--tight">
            <h4>{(say.kind)(kind)}" ("{count}")"</h4>
            {body}
            {more}
        </div>
    }
}

/// One thing to do.
#[component]
fn Line(page: Lang, kind: WorkKind, item: WorkItem) -> impl IntoView {
    let say = use_desk_words().worklist;
    let names = &use_words().say.names;
    let href = solved_at(page, kind, &item);
    let WorkItem { heading, lang, sample, organisation, days, by, .. } = item;
    view! {
        <li class="queue__item">
            <a class="queue__row queue__row--work" href=href data-noscroll="">
                <span class="queue__text" lang=lang.code() dir="auto">{heading}</span>
                <span class="queue__meta">
                    <span class="only-heard">". "</span>
                    {organisation.map(|it| view! { <span class="queue__flag"><bdi>{it.name}</bdi></span> })}
                    <span>{if kind == WorkKind::Promise { (say.due)(days) } else { (say.waits)(days) }}</span>
                    {by.map(|name| view! { <span>{(say.by)(&name)}</span> })}
                    {sample.then(|| view! { <span class="queue__flag">{names.sample}</span> })}
                </span>
            </a>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::places::Spot;
    use uuid::Uuid;

    #[test]
    fn every_line_leads_to_where_it_is_solved() {
        let post = Uuid::from_u128(7);
        for kind in WorkKind::ALL {
            let of_promise = matches!(kind, WorkKind::Saying | WorkKind::Promise);
            let item = WorkItem {
                post: (!of_promise).then_some(post),
                subject: None,
                heading: String::new(),
                lang: Lang::Nl,
                sample: false,
                organisation: None,
                days: 0,
                by: None,
            };
            let address = solved_at(Lang::Nl, *kind, &item);
            let path = address.split('?').next().unwrap_or_default();
            let expected = match kind {
                WorkKind::Saying | WorkKind::Promise => Spot::Promises,
                WorkKind::Answer => Spot::Answers,
                WorkKind::Danger
                | WorkKind::Report
                | WorkKind::Queue
                | WorkKind::Unasked
                | WorkKind::Asking
                | WorkKind::NotHeard
                | WorkKind::HandBack => Spot::Post(post),
            };
            assert_eq!(Spot::of(path), expected, "{address}");
            let asks = matches!(kind, WorkKind::Unasked | WorkKind::Asking | WorkKind::NotHeard);
            assert_eq!(address.contains(places::ASKING), asks, "{address}");
        }
    }
}

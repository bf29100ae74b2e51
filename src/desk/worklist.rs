//! *Wat moet er gebeuren?*: everything that waits, by what is to be done. Each line is the way to where it is solved.

use super::{
    looking::keep_looking,
    places::{self, LIST_PANE},
    table::Table,
};
use crate::{
    api::{Flight, desk as api},
    i18n::{desk::use_desk_words, use_words},
};
use droombord_domain::{
    life::PostState,
    post::Lang,
    worklist::{FIRST_ITEMS, WorkGroup, WorkItem, WorkKind},
};
use leptos::prelude::*;
use std::time::Duration;

/// Pause between two looks at what waits.
const LOOK: Duration = Duration::from_secs(5 * 60);

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

/// Keeps the list true, also when `moved` changes. Without a network it stays as it was.
pub fn keep_true(table: Table, moved: impl Fn() + 'static) {
    keep_looking(table, moved, LOOK, move || async move {
        let ask = async |only| table.heed(api::worklist(only, &Flight::new()).await);
        let Ok(mut work) = ask(None).await else { return };
        for kind in table.more_of() {
            // What fails shows the first of it.
            if let Some(there) = work.groups.iter_mut().find(|group| group.kind == kind && group.count > FIRST_ITEMS)
                && let Ok(more) = ask(Some(kind)).await
                && let Some(more) = more.groups.into_iter().next()
            {
                *there = more;
            }
        }
        table.set_work(work);
    });
}

/// The list, beside the queue.
#[component]
pub fn Work() -> impl IntoView {
    let say = use_desk_words().worklist;
    let table = Table::get();
    let kinds =
        Memo::new(move |_| table.work().map(|work| work.groups.iter().map(|group| group.kind).collect::<Vec<_>>()));
    view! {
        <section class="stack desk__sheet" aria-labelledby=HEADING>
            <h3 id=HEADING tabindex="-1">{say.heading}</h3>
            <For each=move || kinds.get().unwrap_or_default() key=|kind| *kind children=|kind| view! { <Group kind /> } />
            {move || (kinds.get().is_some_and(|kinds| kinds.is_empty())).then(|| view! { <p class="soft">{say.nothing}</p> })}
        </section>
    }
}

/// Everything of one kind. What waits for a reader stands in the queue already: one way leads there. What changes moves nothing else: the
/// focus stays where it is.
#[component]
fn Group(kind: WorkKind) -> impl IntoView {
    let lang = use_words().lang;
    let say = use_desk_words().worklist;
    let table = Table::get();
    let group =
        Memo::new(move |_| table.work().and_then(|work| work.groups.into_iter().find(|group| group.kind == kind)));
    let of = move |group: &Option<WorkGroup>| group.as_ref().map_or((0, 0), |it| (it.count, it.items.len() as u32));
    let to_do = (say.to_do)(kind);
    let queued = matches!(kind, WorkKind::Danger | WorkKind::Queue);
    // More of one kind takes the place of the first of it, and of the button that had the focus.
    let wanted = StoredValue::new(false);
    let more = move |_| {
        wanted.set_value(true);
        table.show_more_of(kind);
    };
    Effect::new(move |_| {
        if group.with(of).1 > FIRST_ITEMS && wanted.get_value() {
            wanted.set_value(false);
            crate::task::after_paint(move || crate::browser::focus(kind.code()));
        }
    });
    let has_more = Memo::new(move |_| {
        let (count, shown) = group.with(of);
        !queued && shown < count && shown <= FIRST_ITEMS
    });
    let body = if queued {
        view! { <p><a class="small queue__jump" href=format!("#{LIST_PANE}")>{to_do}</a></p> }.into_any()
    } else {
        let items = move || group.get().map(|group| group.items).unwrap_or_default();
        let key = |item: &WorkItem| (item.post, item.subject, item.heading.clone(), item.days, item.by.clone());
        let line = move |item| view! { <Line page=lang kind item /> };
        view! {
            <p class="small soft">{to_do}</p>
            <ul class="queue"><For each=items key=key children=line /></ul>
        }
        .into_any()
    };
    view! {
        <div class="stack stack--tight">
            <h4 id=kind.code() tabindex="-1">{(say.kind)(kind)}" ("{move || group.with(of).0}")"</h4>
            {body}
            {move || has_more.get().then(|| {
                let label = format!("{}: {}", say.more, (say.kind)(kind));
                view! { <button class="button button--small" type="button" aria-label=label on:click=more>{say.more}</button> }
            })}
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

//! What a facilitator sees: a list, and one post beside it. On a phone they are separate screens.

use super::{
    device,
    finding::{Finding, NotFound, Search, found},
    places::{self, Asked, LIST_PANE, LISTS, Spot},
    review::Review,
    rows::{Rows, RowsEvent},
    say::{Blank, Failed, Loading, Way},
    shortcuts::use_shortcuts,
    table::Table,
    worklist::Work,
};
use crate::{
    api::{Flight, desk as api},
    clock::Waited,
    components::{
        direction::{shape, tone},
        icon::Icon,
    },
    i18n::{desk::use_desk_words, use_words},
    route::Route,
};
use droombord_domain::{
    api::{Decision, DeskPost, Queue},
    life::PostState,
};
use leptos::{ev, prelude::*};
use uuid::Uuid;

/// The id of the post's pane.
pub const POST_PANE: &str = "lezen";

/// The list, and the post that the address names.
#[component]
pub fn Reading(
    /// What the address names.
    spot: Memo<Spot>,
    /// Which list it names.
    list: Memo<PostState>,
    /// The list as far as it is here; the room's head counts from it.
    rows: RwSignal<Rows>,
) -> impl IntoView {
    let words = use_words();
    let say = use_desk_words();
    let table = Table::get();
    let tries = RwSignal::new(0_u32);
    let search = Search::provide();
    let asked = search.asked;
    Effect::new(move |_| {
        let asked = asked.get();
        tries.track();
        rows.update(|rows| rows.apply(RowsEvent::Restarted));
        let flight = Flight::new();
        on_cleanup({
            let flight = flight.clone();
            move || flight.abort()
        });
        crate::task::run(async move {
            let Asked { list, filter, words } = &asked;
            let answer = table.heed(api::queue(*list, filter, words, None, &flight).await);
            if !flight.is_aborted() {
                rows.update(|rows| rows.apply(came(answer)));
                if asked.is_narrow() && rows.with_untracked(|rows| rows.here) {
                    crate::announcer::say(&rows.with_untracked(found));
                }
            }
        });
    });
    let more = Callback::new(move |()| {
        let Some(cursor) = rows.with_untracked(|rows| rows.next.clone().filter(|_| !rows.asking)) else { return };
        let then = asked.get_untracked();
        rows.update(|rows| rows.apply(RowsEvent::Asked));
        crate::task::run(async move {
            let Asked { list, filter, words } = &then;
            let answer = table.heed(api::queue(*list, filter, words, Some(&cursor), &Flight::new()).await);
            // Another list may be shown by now.
            if asked.try_get_untracked().as_ref() == Some(&then) {
                rows.update(|rows| rows.apply(came(answer)));
            }
        });
    });
    let restart = Callback::new(move |()| tries.update(|tries| *tries += 1));
    let again = Callback::new(move |()| match rows.with_untracked(|rows| rows.here) {
        true => more.run(()),
        false => restart.run(()),
    });
    let open = Memo::new(move |_| spot.get().post());

    // Where the focus goes when the address changes: to what is shown now.
    Effect::new(move |before: Option<Option<Uuid>>| {
        let now = open.get();
        if before.is_some_and(|before| before != now) {
            device::focus_soon(if now.is_some() { POST_PANE } else { LIST_PANE });
            // What was done with it may have taken it out of what is asked for.
            if now.is_none() && asked.with_untracked(|asked| asked.filter.status.is_some()) {
                restart.run(());
            }
        }
        now
    });

    let route = Route::get();
    let go = Callback::new(move |post: Option<Uuid>| {
        route.go(&asked.with_untracked(|asked| asked.href(words.lang, post)));
    });
    use_shortcuts(table, move |letter| {
        let to = rows.with_untracked(|rows| match (letter, open.get_untracked()) {
            ('j', Some(id)) => rows.after(id),
            ('j', None) => rows.items.first().map(|post| post.id),
            ('k', Some(id)) => rows.before(id),
            (_, _) => None,
        });
        if let Some(id) = to {
            go.run(Some(id));
        }
        to.is_some()
    });
    let decided = Callback::new(move |(post, decision): (DeskPost, Decision)| {
        let id = post.id;
        table.drop_choice(id);
        let asks = post.state.is_public() && post.reply_to.is_none();
        table.set_placed(asks.then(|| (id, post.body.clone())));
        let waits = list.get_untracked() == PostState::Received;
        let next = rows.with_untracked(|rows| rows.next_without(id)).filter(|_| waits);
        // The first of two has read it: it waits on.
        let sent = if post.proposal.is_some() { say.decide.proposed } else { (say.decide.sent)(decision) };
        rows.update(|rows| {
            rows.apply(if post.proposal.is_some() { RowsEvent::Read(Box::new(post)) } else { RowsEvent::Left(id) });
        });
        let then = match next {
            Some(_) => say.decide.next_is,
            None if waits && rows.with_untracked(|rows| rows.items.is_empty() && rows.next.is_none()) => {
                say.decide.none_left
            }
            None => "",
        };
        table.say([sent, then].join(" ").trim_end());
        go.run(next);
        // The page is used up, and there are more.
        if rows.with_untracked(|rows| rows.items.is_empty() && rows.next.is_some()) {
            more.run(());
        }
    });
    // Only new words are new: the same ones again change nothing that is shown.
    let read = Callback::new(move |post: DeskPost| {
        let stands_so = |there: &DeskPost| {
            there.id == post.id && there.revision == post.revision && there.proposal == post.proposal
        };
        if !rows.with_untracked(|rows| rows.items.iter().any(stands_so)) {
            rows.update(|rows| rows.apply(RowsEvent::Read(Box::new(post))));
        }
    });
    let left = Callback::new(move |id: Uuid| {
        table.drop_choice(id);
        let next = rows.with_untracked(|rows| rows.next_without(id));
        rows.update(|rows| rows.apply(RowsEvent::Left(id)));
        go.run(next);
    });

    Effect::new(move |_| {
        if open.get().is_some_and(|id| table.placed().is_some_and(|(placed, _)| placed == id)) {
            table.set_placed(None);
        }
    });
    let view_name = move || if open.get().is_some() { "item" } else { "queue" };
    view! {
        <div class="desk__panes" data-view=view_name>
            <section class="desk__pane desk__pane--queue stack stack--tight" aria-labelledby="rij-kop" id=LIST_PANE tabindex="-1">
                {move || open.get().is_none().then(|| view! { <Placed /> })}
                <h2 class="only-heard" id="rij-kop">{move || (say.queue.heading)(list.get())}</h2>
                <Lists list again=restart />
                {move || (list.get() == PostState::Published).then(|| view! { <Finding rows /> })}
                <Standing rows open more again />
            </section>
            <section class="desk__pane desk__pane--item" aria-labelledby="lezen-kop" id=POST_PANE tabindex="-1">
                <h2 class="only-heard" id="lezen-kop">{say.review.heading}</h2>
                {move || open.get().is_some().then(|| view! { <Placed /> })}
                {move || match open.get() {
                    Some(id) => {
                        let back = move || asked.with(|asked| asked.href(words.lang, None));
                        view! { <Review id back=Signal::derive(back) decided left read /> }.into_any()
                    }
                    None => view! {
                        <div class="desk__wide"><Unopened rows /></div>
                        {move || (list.get() == PostState::Received).then(|| view! { <Work /> })}
                    }
                    .into_any(),
                }}
            </section>
        </div>
    }
}

fn came(answer: Result<Queue, crate::api::Failure>) -> RowsEvent {
    answer.map_or_else(RowsEvent::Failed, RowsEvent::Came)
}

/// The ways to the lists.
#[component]
fn Lists(list: Memo<PostState>, again: Callback<()>) -> impl IntoView {
    let words = use_words();
    let say = &use_desk_words().queue;
    let search = Search::get();
    let links = LISTS
        .into_iter()
        .map(|state| {
            let current = move || (list.get() == state).then_some("page");
            // Pressing the list that is shown looks whether there is something new, and shows all of it.
            let look = move |event: ev::MouseEvent| {
                if search.asked.with_untracked(|asked| asked.list == state && asked.is_narrow()) {
                    event.prevent_default();
                    search.all();
                } else if list.get_untracked() == state {
                    again.run(());
                }
            };
            view! {
                <li>
                    <a class="desk__list" href=places::list(words.lang, state) aria-current=current on:click=look>
                        {(say.list)(state)}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <nav aria-label=say.lists><ul class="desk__lists">{links}</ul></nav> }
}

/// The posts of the list.
#[component]
fn Standing(rows: RwSignal<Rows>, open: Memo<Option<Uuid>>, more: Callback<()>, again: Callback<()>) -> impl IntoView {
    let words = use_words();
    let say = use_desk_words();
    let asked = Search::get().asked;
    let row = move |post: DeskPost| {
        let id = post.id;
        let current = move || (open.get() == Some(id)).then_some("true");
        view! {
            <li class="queue__item">
                <a class="queue__row" href=move || asked.with(|asked| asked.href(words.lang, Some(id))) aria-current=current data-noscroll="">
                    <Line post />
                </a>
            </li>
        }
    };
    let none = Memo::new(move |_| rows.with(|rows| rows.here && rows.items.is_empty() && rows.next.is_none()));
    let some = Memo::new(move |_| rows.with(|rows| !rows.items.is_empty()));
    // What is under the list, without the posts: it changes only when it must.
    let foot = Memo::new(move |_| rows.with(|rows| (rows.asking, rows.next.is_some(), rows.failed.clone())));
    view! {
        <Show when=move || some.get()>
            <ul class="queue">
                <For each=move || rows.with(|rows| rows.items.clone()) key=|post| (post.id, post.revision, post.proposal.is_some()) children=row />
            </ul>
        </Show>
        {move || none.get().then(|| match asked.with(|asked| asked.list) {
            _ if asked.with(Asked::is_narrow) => view! { <NotFound /> }.into_any(),
            PostState::Received => {
                view! { <Blank title=say.queue.done more=say.queue.done_more /> }.into_any()
            }
            state @ (PostState::HandedBack
            | PostState::Published
            | PostState::Declined
            | PostState::TakenDown
            | PostState::Withdrawn
            | PostState::Expired
            | PostState::Erased) => view! { <p class="soft">{(say.queue.empty)(state)}</p> }.into_any(),
        })}
        {move || {
            let (asking, more_there, failed) = foot.get();
            if let Some(why) = failed {
                view! { <Failed why way=Way::Load again id="rij-mislukt" /> }.into_any()
            } else if asking {
                view! { <Loading /> }.into_any()
            } else if more_there {
                view! {
                    <p><button class="button" type="button" on:click=move |_| more.run(())>{say.queue.more}</button></p>
                }
                .into_any()
            } else if some.get() {
                view! { <p class="small soft">{say.queue.all_shown}</p> }.into_any()
            } else {
                ().into_any()
            }
        }}
    }
}

/// One post in a list: what it is about, how it begins, how long it waits.
#[component]
fn Line(post: DeskPost) -> impl IntoView {
    let names = &use_words().say.names;
    let table = Table::get();
    let say = &use_desk_words().queue;
    let DeskPost {
        id: _,
        state: _,
        revision: _,
        body,
        reply_to: _,
        keywords: _,
        sample,
        waiting_since,
        findings,
        together: _,
        signals,
        proposal,
        hand_back: _,
        asked_another,
        alone: _,
        claim,
        notes: _,
        reports: _,
        trail: _,
        sentence: _,
        alert: _,
    } = post;
    let flag = |icon: &'static str, word: &'static str| {
        view! { <span class="queue__flag queue__flag--danger"><Icon name=icon />{word}</span> }
    };
    let direction = body.direction;
    let word = direction.map_or_else(|| (names.no_direction)(body.kind), |direction| (names.direction)(direction));
    let waits = move || {
        let waited = Waited::since(waiting_since.as_deref()?, table.now())?;
        Some(view! { <span>{(say.waits)(waited)}</span> })
    };
    view! {
        <span class=format!("direction direction--{}", tone(direction))>
            <Icon name=shape(direction) class="direction__shape" />
            <span class="only-heard">{word}". "</span>
        </span>
        <span class="queue__text" lang=body.lang.code() dir="auto">{body.heading().to_owned()}</span>
        <span class="queue__meta">
            <span class="only-heard">". "</span>
            {(!signals.is_empty()).then(|| flag("warning", say.danger))}
            {proposal.map(|_| flag("people", say.second))}
            {asked_another.then(|| view! { <span class="queue__flag">{say.another}</span> })}
            {claim.map(|claim| view! { <span class="queue__flag">{(say.claimed)(&claim.by)}</span> })}
            {waits}
            {(!findings.is_empty()).then(|| view! { <span>{(say.findings)(findings.len())}</span> })}
            {sample.then(|| view! { <span class="queue__flag">{names.sample}</span> })}
        </span>
    }
}

/// What was placed just now: the next thing is whom to ask about it. First in the pane that gets the focus after a decision.
#[component]
fn Placed() -> impl IntoView {
    let lang = use_words().lang;
    let say = use_desk_words().worklist;
    let table = Table::get();
    move || {
        let (id, body) = table.placed()?;
        Some(view! {
            <div class="notice notice--plain">
                <div class="notice__body">
                    <p>{say.placed}" "<span lang=body.lang.code() dir="auto">{body.heading().to_owned()}</span></p>
                    <p><a class="button button--small" href=places::asking(lang, id)>{say.ask_now}</a></p>
                </div>
            </div>
        })
    }
}

/// Beside the list while no post is open.
#[component]
fn Unopened(rows: RwSignal<Rows>) -> impl IntoView {
    let words = use_words();
    let say = &use_desk_words().queue;
    let asked = Search::get().asked;
    let first = Memo::new(move |_| rows.with(|rows| rows.items.first().map(|post| post.id)));
    move || {
        let id = first.get()?;
        let more = if asked.with(|asked| asked.list == PostState::Received) { say.choose_more } else { "" };
        let href = asked.with(|asked| asked.href(words.lang, Some(id)));
        Some(view! {
            <Blank title=say.choose more>
                <a class="button button--primary" href=href>{say.read_oldest}</a>
            </Blank>
        })
    }
}

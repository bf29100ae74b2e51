//! The desk (*leestafel*): where facilitators read. A second entry, so that no visitor downloads it.
//!
//! One room for every address under `/leestafel`: who sits at the table decides what it shows, the address decides what
//! of it. Nothing here is kept on the device but whether shortcuts are on, and an answer until it is sent or its answerer
//! signs out.

mod alert;
mod answering;
mod answers;
mod asks;
mod decide;
mod device;
mod devices;
mod drafts;
mod finding;
mod hand_back;
mod insight;
mod judging;
mod keywords;
mod looking;
mod marks;
pub mod moment;
mod more;
mod organisations;
mod people;
mod places;
mod post_choice;
mod post_sheet;
mod presence;
mod promise_form;
mod promises;
mod promising;
mod readable;
mod reading;
mod reports;
mod review;
mod rows;
#[cfg(test)]
mod sample;
mod say;
mod shortcuts;
mod sign_in;
mod table;
mod together;
mod unread;
mod unsent;
mod worklist;

use self::{
    alert::{AlertBar, AlertSound},
    answering::AnsweringPage,
    answers::AnswersPage,
    devices::DevicesPage,
    drafts::Drafts,
    insight::InsightPage,
    more::MorePage,
    organisations::OrganisationsPage,
    people::PeoplePage,
    places::Spot,
    presence::{InItsPlace, Presence},
    promise_form::{NewPromisePage, Whose},
    promises::PromisesPage,
    promising::PromisingPage,
    reading::Reading,
    reports::ReportsPage,
    rows::Rows,
    say::{Blank, Failed, Way},
    shortcuts::Shortcuts,
    sign_in::SignInPage,
    table::{Seat, Table},
};
use crate::{
    api::{Flight, desk as api},
    clock::Waited,
    components::{
        frame::{Sorry, Topbar},
        without::WithoutProgram,
    },
    first,
    i18n::{self, desk::use_desk_words, use_words},
    places::{Entry, in_lang},
    route::Route,
};
use droombord_domain::{api::Session, life::PostState, problem::ProblemCode, staff::StaffRole, worklist::WorkKind};
use leptos::{ev, prelude::*};

/// The name under which the tab keeps that the other ways are open.
const ELSEWHERE: &str = "elders";

/// The desk. The language is that of the address.
#[component]
pub fn Desk() -> impl IntoView {
    i18n::provide(Route::provide(Entry::Desk, || true));
    Presence::provide(Table::provide(), Drafts::provide());
    view! { <Room /> }
}

/// The frame, and what whoever sits here may see.
#[component]
fn Room() -> impl IntoView {
    let words = use_words();
    let frame = &words.say.frame;
    let say = use_desk_words();
    let table = Table::get();
    let route = Route::get();
    let path = route.path();
    let spot = Memo::new(move |_| path.with(|path| Spot::of(path)));
    let list = route.read(|address| places::list_of(address.value("state")));
    let seated = Memo::new(move |_| matches!(table.seat(), Seat::Taken(_)));

    first::use_title(say.room.title);
    Effect::new(move |_| {
        let title = match spot.get() {
            Spot::Post(_) => say.review.title,
            Spot::Devices => say.devices.title,
            Spot::Answers => say.answering.read.title,
            Spot::Organisations => say.answering.organisations.title,
            Spot::Promises => say.promising.title,
            Spot::NewPromise => say.promising.form.title,
            Spot::Reports => say.together.title_reports,
            Spot::More => say.together.title_more,
            Spot::Insight => say.insight.title,
            Spot::Missing => words.say.states.no_page_title,
            Spot::List => say.room.title,
        };
        let title = if seated.get() { title } else { say.room.title };
        // How much is to be done stands in the tab, also while somebody works elsewhere.
        let title = match table.work_count() {
            0 => title.to_owned(),
            waiting => format!("({waiting}) {title}"),
        };
        first::use_title(match table.alerts() {
            0 => title,
            alerts => format!("{} – {title}", (say.alert.title)(alerts)),
        });
    });
    let presence = Presence::get();
    let again = Callback::new(move |()| presence.ask());
    view! {
        <Topbar>""</Topbar>
        <main id="inhoud" tabindex="-1">
            <WithoutProgram />
            <InItsPlace />
            <p class="desk__said">{move || table.said()}</p>
            {move || match table.seat() {
                Seat::Asking => view! { <Opening /> }.into_any(),
                Seat::Failed(why) => {
                    view! {
                        <div class="page page--narrow stack">
                            <h1>{say.room.heading}</h1>
                            <Failed why way=Way::Load again />
                        </div>
                    }
                    .into_any()
                }
                Seat::Empty(ended) => view! { <SignInPage ended /> }.into_any(),
                Seat::Taken(session) => view! { <Seated session spot list /> }.into_any(),
            }}
        </main>
        <footer class="desk__foot">
            <a
                href=move || in_lang(frame.other_lang, &path.get())
                lang=frame.other_lang.code()
                hreflang=frame.other_lang.code()
                rel="external"
            >
                {frame.other_lang_name}
            </a>
        </footer>
        <Sorry />
    }
}

/// Before it is known who sits here; also the first HTML, and all there is without the app.
#[component]
fn Opening() -> impl IntoView {
    let say = &use_desk_words().room;
    view! {
        <div class="page page--narrow stack">
            <h1>{say.heading}</h1>
            <div class="skeleton">
                <p>{say.opening}</p>
                <span class="skeleton__line" aria-hidden="true"></span>
                <span class="skeleton__line" aria-hidden="true"></span>
            </div>
            <p class="soft">{say.needs_app}</p>
        </div>
    }
}

/// The head, and under it what the role may see. Least rights: an administrator has no queue.
#[component]
fn Seated(session: Session, spot: Memo<Spot>, list: Memo<PostState>) -> impl IntoView {
    let words = use_words();
    let say = use_desk_words();
    let table = Table::get();
    let rows = RwSignal::new(Rows::default());
    let role = session.role;
    let trouble = RwSignal::new(None);
    let presence = Presence::get();
    Drafts::get().sit(&session.name);
    let sign_out = Callback::new(move |()| {
        trouble.set(None);
        crate::task::run(async move {
            match api::sign_out(&Flight::new()).await {
                Ok(()) => {
                    presence.signed_out();
                    table.say(say.room.signed_out);
                    crate::browser::focus_page();
                }
                Err(why) if why.code() == Some(ProblemCode::NotSignedIn) => presence.signed_out(),
                Err(why) => {
                    trouble.try_set(Some(why));
                }
            }
        });
    });
    // Between the list and a post the panes move the focus; here it goes to what takes their place.
    Effect::new(move |before: Option<Spot>| {
        let now = spot.get();
        if before.is_some_and(|before| before != now) {
            match now {
                Spot::Devices => device::focus_soon(devices::HEADING),
                Spot::Answers => device::focus_soon(answers::HEADING),
                Spot::Organisations => device::focus_soon(organisations::HEADING),
                Spot::Reports => device::focus_soon(reports::HEADING),
                Spot::More => device::focus_soon(more::HEADING),
                Spot::Insight => device::focus_soon(insight::HEADING),
                Spot::Promises => device::focus_soon(promising::HEADING),
                Spot::NewPromise => device::focus_soon(promise_form::HEADING),
                Spot::List if !matches!(before, Some(Spot::Post(_))) => crate::browser::focus_page(),
                Spot::Missing => crate::browser::focus_page(),
                Spot::List | Spot::Post(_) => {}
            }
        }
        now
    });
    let lead = move || {
        (role == StaffRole::Facilitator).then(|| {
            rows.with(|rows| {
                let oldest = rows.oldest_since.as_deref().and_then(|since| Waited::since(since, table.now()));
                rows.here.then(|| (say.queue.lead)(rows.waiting, oldest, rows.reading_days))
            })
        })?
    };
    let lead = Memo::new(move |_| lead());
    let one = Memo::new(move |_| spot.get().post());
    // Also whoever reads posts must know that something else waits; and whoever works elsewhere, how many wait.
    if role == StaffRole::Facilitator {
        let moved = Memo::new(move |_| (spot.get(), rows.with(|rows| rows.waiting)));
        worklist::keep_true(table, move || moved.track());
    }
    let more = match role {
        StaffRole::Facilitator => {
            let to_read = move || (say.answering.read.link)(table.work_of(WorkKind::Answer));
            let reports = move || (say.together.reports_link)(table.work_of(WorkKind::Report));
            let promises = move || (say.promising.read.link)(table.work_of(WorkKind::Saying));
            let to_work = move || {
                let first = spot.get() == Spot::List && list.get() == PostState::Received;
                let count = table.work_count();
                (first && count > 0).then(|| {
                    let to = format!("#{}", worklist::HEADING);
                    view! { <a class="small desk__narrow" href=to>{(say.worklist.link)(count)}</a> }
                })
            };
            // On a phone the queue comes first, and the other ways stand behind one control, which stays as it was when the page is loaded again.
            let unsent = table.unsent();
            let is_open = device::is_wide() || unsent.read(ELSEWHERE).is_some();
            let toggled = move |event: ev::Event| {
                if !device::is_wide() {
                    unsent.write(ELSEWHERE, if device::is_open(&event) { "1" } else { "" });
                }
            };
            view! {
                {to_work}
                <details class="desk__elsewhere" open=is_open on:toggle=toggled>
                    <summary class="small">{say.worklist.elsewhere}</summary>
                    <div class="cluster">
                        <a class="small" href=places::answers(words.lang)>{to_read}</a>
                        <a class="small" href=places::promises(words.lang)>{promises}</a>
                        <a class="small" href=places::reports(words.lang)>{reports}</a>
                        <a class="small" href=places::more(words.lang)>{say.together.more_link}</a>
                        <a class="small" href=places::insight(words.lang)>{say.insight.link}</a>
                        <a class="small" href=places::devices(words.lang)>{say.room.devices}</a>
                    </div>
                </details>
            }
            .into_any()
        }
        StaffRole::Administrator => {
            let word = say.answering.organisations.link;
            view! { <a class="small" href=places::organisations(words.lang)>{word}</a> }.into_any()
        }
        StaffRole::Answerer => {
            view! { <a class="small" href=places::promises(words.lang)>{say.promising.own.link}</a> }.into_any()
        }
    };
    let home = move || {
        (spot.get() != Spot::List)
            .then(|| view! { <a class="small" href=places::base(words.lang)>{say.room.to_desk}</a> })
    };
    // What is inside an answerer's list and post changes by itself.
    let shown = Memo::new(move |_| if one.get().is_some() { Spot::List } else { spot.get() });
    let inside = move || match (shown.get(), role) {
        (Spot::Devices, _) => view! { <DevicesPage /> }.into_any(),
        (Spot::Missing, _) => view! {
            <Blank title=say.room.no_page more="">
                <a class="button" href=places::base(words.lang)>{say.room.to_desk}</a>
            </Blank>
        }
        .into_any(),
        (Spot::Answers, StaffRole::Facilitator) => view! { <AnswersPage /> }.into_any(),
        (Spot::Reports, StaffRole::Facilitator) => view! { <ReportsPage /> }.into_any(),
        (Spot::More, StaffRole::Facilitator) => view! { <MorePage /> }.into_any(),
        (Spot::Insight, StaffRole::Facilitator) => view! { <InsightPage /> }.into_any(),
        (Spot::Organisations, StaffRole::Administrator) => view! { <OrganisationsPage /> }.into_any(),
        (Spot::Promises, StaffRole::Facilitator) => view! { <PromisesPage /> }.into_any(),
        (Spot::Promises, StaffRole::Answerer) => view! { <PromisingPage /> }.into_any(),
        (Spot::NewPromise, StaffRole::Facilitator) => view! { <NewPromisePage whose=Whose::Others /> }.into_any(),
        (Spot::NewPromise, StaffRole::Answerer) => view! { <NewPromisePage whose=Whose::Own /> }.into_any(),
        (Spot::Promises | Spot::NewPromise, StaffRole::Administrator)
        | (
            Spot::Answers | Spot::Reports | Spot::More | Spot::Insight,
            StaffRole::Answerer | StaffRole::Administrator,
        )
        | (Spot::Organisations, StaffRole::Answerer | StaffRole::Facilitator) => view! {
            <Blank title=say.room.no_page more="">
                <a class="button" href=places::base(words.lang)>{say.room.to_desk}</a>
            </Blank>
        }
        .into_any(),
        (Spot::List | Spot::Post(_), StaffRole::Facilitator) => ().into_any(),
        (Spot::List | Spot::Post(_), StaffRole::Administrator) => view! { <PeoplePage /> }.into_any(),
        (Spot::List | Spot::Post(_), StaffRole::Answerer) => view! { <AnsweringPage one /> }.into_any(),
    };
    // The list and the post beside it stay as they are when the address moves between them.
    let reads = Memo::new(move |_| role == StaffRole::Facilitator && matches!(spot.get(), Spot::List | Spot::Post(_)));
    // A post beside the queue needs the whole of a phone; what is asked of an answerer has nothing beside it.
    let view_name = move || if reads.get() && matches!(spot.get(), Spot::Post(_)) { "item" } else { "queue" };
    view! {
        <div class="desk" data-view=view_name>
            {(role == StaffRole::Facilitator).then(|| view! { <AlertBar /> })}
            <div class="desk__head">
                <div>
                    <h1 class="desk__title">{say.room.heading}</h1>
                    {move || lead.get().map(|lead| view! { <p class="soft">{lead}</p> })}
                </div>
                <div class="cluster desk__self">
                    <span class="soft small">{(say.room.who)(&session.name, role)}</span>
                    {home}
                    {more}
                    {(role != StaffRole::Facilitator)
                        .then(|| view! { <a class="small" href=places::devices(words.lang)>{say.room.devices}</a> })}
                    <button class="button button--small" type="button" on:click=move |_| sign_out.run(())>
                        {say.room.sign_out}
                    </button>
                </div>
            </div>
            {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again=sign_out id="uitloggen-mislukt" /> })}
            {move || (!reads.get()).then(inside)}
            <Show when=move || reads.get()>
                <Reading spot list rows />
                <Shortcuts />
                <AlertSound />
            </Show>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use droombord_domain::{
        api::{FirstData, Shown},
        post::Lang,
        settings::{Facts, PublicSettings, Reading},
    };

    fn data() -> FirstData {
        FirstData {
            settings: PublicSettings {
                exit_url: "https://example.org/".into(),
                reading_days: 2,
                reading: Reading::OnTime,
                kindertelefoon_hours: None,
                jeugdstem_hours: None,
                controller: None,
                contact: None,
                facts: Facts::default(),
            },
            shown: Shown::Nothing,
            facets: Default::default(),
        }
    }

    #[test]
    fn the_first_html_says_that_the_desk_needs_the_app_and_nothing_of_what_waits() {
        for (address, lang) in [
            ("/leestafel", Lang::Nl),
            ("/leestafel/?state=declined", Lang::Nl),
            ("/leestafel/00000000-0000-0000-0000-000000000007", Lang::Nl),
            ("/leestafel/apparaten", Lang::Nl),
            ("/en/leestafel", Lang::En),
        ] {
            let html = crate::render_page(address, data());
            let say = &i18n::desk::desk_messages(lang).room;
            assert_eq!((html.lang, html.title.as_str(), html.status), (lang.code(), say.title, 200), "{address}");
            assert!(html.body.contains(say.needs_app), "{address}: {}", html.body);
            assert!(!html.body.contains("<form") && html.body.contains("id=\"inhoud\""), "{address}");
        }
    }
}

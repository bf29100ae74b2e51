//! The desk (*leestafel*): where facilitators read. A second entry, so that no visitor downloads it.
//!
//! One room for every address under `/leestafel`: who sits at the table decides what it shows, the address decides what
//! of it. Nothing here is kept on the device but whether shortcuts are on.

mod decide;
mod device;
mod devices;
mod hand_back;
mod keywords;
mod marks;
pub mod moment;
mod people;
mod places;
mod reading;
mod review;
mod rows;
mod say;
mod shortcuts;
mod sign_in;
mod table;

use self::{
    devices::DevicesPage,
    moment::Waited,
    people::PeoplePage,
    places::Spot,
    reading::Reading,
    rows::Rows,
    say::{Blank, Failed, Way},
    shortcuts::Shortcuts,
    sign_in::SignInPage,
    table::{Seat, Table},
};
use crate::{
    api::{Flight, desk as api},
    components::frame::{Sorry, Topbar},
    first,
    i18n::{self, desk::use_desk_words, use_words},
    places::{in_lang, lang_of},
};
use droombord_domain::{api::Session, life::PostState, problem::ProblemCode, staff::StaffRole};
use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    hooks::use_location,
    location::Location,
    path,
};

/// The desk. The language is that of the address.
#[component]
pub fn Desk() -> impl IntoView {
    let lang = lang_of(&crate::browser_path());
    i18n::provide(lang);
    Table::provide();
    view! {
        <Router base=places::base(lang)>
            <FlatRoutes fallback=Room>
                <Route path=path!("/*any") view=Room />
            </FlatRoutes>
        </Router>
    }
}

/// The frame, and what whoever sits here may see.
#[component]
fn Room() -> impl IntoView {
    let words = use_words();
    let frame = &words.say.frame;
    let say = use_desk_words();
    let table = Table::get();
    // The location of the router, not of the route: `use_query_map` stands still when the path changes within one route.
    let Location { pathname: path, query, .. } = use_location();
    let spot = Memo::new(move |_| path.with(|path| Spot::of(path)));
    let list = Memo::new(move |_| query.with(|query| places::list_of(query.get_str("state"))));
    let seated = Memo::new(move |_| matches!(table.seat(), Seat::Taken(_)));

    first::use_title(say.room.title);
    Effect::new(move |_| {
        first::use_title(match spot.get() {
            Spot::Post(_) if seated.get() => say.review.title,
            Spot::Devices if seated.get() => say.devices.title,
            Spot::Post(_) | Spot::Devices | Spot::List | Spot::Missing => say.room.title,
        });
    });
    let again = Callback::new(move |()| table.ask());
    view! {
        <Topbar>""</Topbar>
        <main id="inhoud" tabindex="-1">
            <p class="desk__said" role="status">{move || table.said()}</p>
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
                Seat::Empty { ended } => view! { <SignInPage ended /> }.into_any(),
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
            <div class="skeleton" role="status">
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
    let sign_out = Callback::new(move |()| {
        trouble.set(None);
        leptos::task::spawn_local(async move {
            match api::sign_out(&Flight::new()).await {
                Ok(()) => {
                    table.get_up();
                    table.say(say.room.signed_out);
                    device::focus_soon("inhoud");
                }
                Err(why) if why.code() == Some(ProblemCode::NotSignedIn) => table.get_up(),
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
                Spot::List if before == Some(Spot::Devices) => device::focus_soon("inhoud"),
                Spot::List | Spot::Post(_) | Spot::Missing => {}
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
    let inside = move || match (spot.get(), role) {
        (Spot::Devices, _) => view! { <DevicesPage /> }.into_any(),
        (Spot::Missing, _) => view! {
            <Blank title=say.room.no_page more="">
                <a class="button" href=places::base(words.lang)>{say.room.to_desk}</a>
            </Blank>
        }
        .into_any(),
        (Spot::List | Spot::Post(_), StaffRole::Facilitator) => ().into_any(),
        (Spot::List | Spot::Post(_), StaffRole::Administrator) => view! { <PeoplePage /> }.into_any(),
        (Spot::List | Spot::Post(_), StaffRole::Answerer) => {
            view! { <Blank title=say.room.nothing_yet more=say.room.nothing_yet_more /> }.into_any()
        }
    };
    // The list and the post beside it stay as they are when the address moves between them.
    let reads = Memo::new(move |_| role == StaffRole::Facilitator && matches!(spot.get(), Spot::List | Spot::Post(_)));
    let view_name = move || if matches!(spot.get(), Spot::Post(_)) { "item" } else { "queue" };
    view! {
        <div class="desk" data-view=view_name>
            <div class="desk__head">
                <div>
                    <h1 class="desk__title">{say.room.heading}</h1>
                    {move || lead.get().map(|lead| view! { <p class="soft">{lead}</p> })}
                </div>
                <div class="cluster desk__self">
                    <span class="soft small">{(say.room.who)(&session.name, role)}</span>
                    <a class="small" href=places::devices(words.lang)>{say.room.devices}</a>
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
        settings::{PublicSettings, Reading},
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
            },
            shown: Shown::Nothing,
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
            let html = crate::first_html(address, data());
            let say = &i18n::desk::desk_messages(lang).room;
            assert_eq!((html.lang, html.title.as_str(), html.status), (lang.code(), say.title, 200), "{address}");
            assert!(html.body.contains(say.needs_app), "{address}: {}", html.body);
            assert!(!html.body.contains("<form") && html.body.contains("id=\"inhoud\""), "{address}");
        }
    }
}

//! Whom a facilitator asks about a post that is on the board, and how long they wait.

use super::{
    device,
    moment::exact,
    places,
    say::{Failed, FieldSays, Loading, Missing, Note, Way, wrong_at},
    table::Table,
};
use crate::components::summary::{described, invalid};
use crate::{
    api::{Failure, Flight, desk as api},
    i18n::{desk::use_desk_words, use_words},
    load::{Load, Loader},
    route::Route,
};
use droombord_domain::{
    answer::AnswerState, answering::DeskAsking, organisation::Organisation, problem::ProblemCode, worklist::REMIND_DAYS,
};
use leptos::{ev::SubmitEvent, prelude::*};
use std::collections::BTreeMap;
use uuid::Uuid;

const HEADING: &str = "wie-wordt-gevraagd";
const CHOICE: &str = "organisatie-keuze";
const NOT_NOW: &str = "vragen-kan-niet";
const TROUBLE: &str = "vragen-mislukt";

/// Who was asked, and asking somebody.
#[component]
pub fn Asks(
    /// A post on the board.
    post: Uuid,
    /// Whether it is a fictional sample: only then a fictional organisation can be asked.
    sample: bool,
) -> impl IntoView {
    let say = &use_desk_words().answering.asks;
    let work = use_desk_words().worklist;
    let table = Table::get();
    let trouble = RwSignal::new(None::<Failure>);
    let loader = Loader::new(Signal::stored(post), None, move |post, flight| async move {
        let mut organisations = table.heed(api::organisations(&flight).await)?.items;
        organisations.retain(|it| sample || !it.sample);
        Ok((table.heed(api::asks(post, &flight).await)?.items, organisations))
    });
    // Who came to ask begins here.
    let comes_to_ask = StoredValue::new(Route::get().has_now(places::ASKING, "1"));
    Effect::new(move |_| {
        if loader.state.with(|state| matches!(state, Load::Ready(_))) && comes_to_ask.get_value() {
            comes_to_ask.set_value(false);
            device::focus_soon(HEADING);
        }
    });
    let remind = Callback::new(move |asking: Uuid| {
        trouble.set(None);
        crate::task::run(async move {
            match table.heed(api::remind(asking, &Flight::new()).await) {
                Ok(()) => table.say(work.reminded_now),
                Err(why) if why.code() == Some(ProblemCode::NotAllowedNow) => table.say(work.reminded_before),
                Err(why) => {
                    trouble.try_set(Some(why));
                    return device::focus_soon(TROUBLE);
                }
            }
            loader.again();
            comes_to_ask.try_set_value(true);
        });
    });
    let ask = Callback::new(move |organisation: Organisation| {
        trouble.set(None);
        crate::task::run(async move {
            match table.heed(api::ask(post, organisation.id, &Flight::new()).await) {
                Ok(page) => {
                    table.say((say.asked_now)(&organisation.name));
                    loader.state.try_update(|state| {
                        if let Load::Ready((askings, _)) = state {
                            *askings = page.items;
                        }
                    });
                    device::focus_soon(HEADING);
                }
                Err(why) => {
                    let id = if why.code() == Some(ProblemCode::NotAllowedNow) { NOT_NOW } else { TROUBLE };
                    trouble.try_set(Some(why));
                    device::focus_soon(id);
                }
            }
        });
    });
    let again = Callback::new(move |()| {
        trouble.set(None);
        loader.again();
    });
    view! {
        <section class="review__asked stack" aria-labelledby=HEADING>
            <h3 id=HEADING tabindex="-1">{say.heading}</h3>
            <p class="small soft">{say.lead}</p>
            {move || trouble.get().map(|why| match why.code() {
                Some(ProblemCode::NotAllowedNow) => {
                    view! { <Note id=NOT_NOW title=say.not_now><span></span></Note> }.into_any()
                }
                Some(_) | None => view! { <Failed why way=Way::Send again id=TROUBLE /> }.into_any(),
            })}
            {move || match loader.state.get() {
                Load::Waiting => view! { <Loading /> }.into_any(),
                Load::Failed(why) => view! { <Failed why way=Way::Load again id=TROUBLE /> }.into_any(),
                Load::Ready((askings, organisations)) => {
                    view! { <Standing askings=askings.clone() organisations=organisations.clone() ask remind /><Choose askings organisations ask /> }
                        .into_any()
                }
            }}
        </section>
    }
}

/// Who was asked.
#[component]
fn Standing(
    askings: Vec<DeskAsking>,
    organisations: Vec<Organisation>,
    ask: Callback<Organisation>,
    remind: Callback<Uuid>,
) -> impl IntoView {
    let work = use_desk_words().worklist;
    let now = Table::get().now();
    let lang = use_words().lang;
    let all = &use_desk_words().answering;
    let say = &all.asks;
    if askings.is_empty() {
        return view! { <p>{say.nobody}</p> }.into_any();
    }
    let lines = askings
        .into_iter()
        .map(|asking| {
            let DeskAsking { id, organisation, asked_at, by, days, state, understood, verdict, may_ask_again, reminded_at } = asking;
            let answered = state == Some(AnswerState::Published);
            let waits = if answered { (all.asked.took)(days) } else { (all.asked.waits)(days) };
            let said = answered.then(|| {
                view! { <p class="small">{(all.asked.understood)(understood)}" "{(all.asked.verdict)(verdict)}</p> }
            });
            // The server holds to it: once in a while.
            let reminded = reminded_at.as_deref().and_then(crate::browser::parse_time);
            let lately = reminded.zip(now).is_some_and(|(then, now)| now - then < REMIND_DAYS as f64 * 86_400_000.0);
            let may_remind = !answered && state != Some(AnswerState::Received) && i64::from(days) >= REMIND_DAYS && !lately;
            let remind = may_remind.then(|| {
                let label = [work.remind, &(work.remind_about)(&organisation.name)].concat();
                view! {
                    <button class="button button--small" type="button" aria-label=label on:click=move |_| remind.run(id)>
                        {work.remind}
                    </button>
                }
            });
            let reminded = reminded_at.map(|at| view! { <p class="small">{(work.reminded)(&exact(&at, lang))}</p> });
            let known = organisations.iter().find(|it| it.id == organisation.id && may_ask_again).cloned();
            let again = known.map(|known| {
                let label = format!("{}{}", say.again, (say.again_about)(&known.name));
                view! {
                    <button class="button button--small" type="button" aria-label=label on:click=move |_| ask.run(known.clone())>
                        {say.again}
                    </button>
                }
            });
            view! {
                <li class="desk__entry">
                    <div>
                        <p><strong><bdi>{organisation.name}</bdi></strong></p>
                        <p class="small">{(say.stands)(state)}" · "{waits}</p>
                        {said}
                        <p class="small soft">{(say.by)(&by)}" · "{exact(&asked_at, lang)}</p>
                        {reminded}
                    </div>
                    {remind}
                    {again}
                </li>
            }
        })
        .collect_view();
    view! { <ul class="desk__entries">{lines}</ul> }.into_any()
}

/// An organisation that was not asked yet, by group.
#[component]
fn Choose(askings: Vec<DeskAsking>, organisations: Vec<Organisation>, ask: Callback<Organisation>) -> impl IntoView {
    let say = &use_desk_words().answering.asks;
    let missing = RwSignal::new(Vec::<Missing>::new());
    let chosen = RwSignal::new(None::<Uuid>);
    if organisations.iter().all(|it| !it.active) {
        return view! { <p class="small">{say.no_organisations}</p> }.into_any();
    }
    let open: Vec<Organisation> = organisations
        .into_iter()
        .filter(|it| it.active && !askings.iter().any(|asking| asking.organisation.id == it.id))
        .collect();
    if open.is_empty() {
        return view! { <p class="small">{say.all_asked}</p> }.into_any();
    }
    let groups = view! { <Groups organisations=open.clone() /> };
    let wrong = wrong_at(CHOICE, missing);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match chosen.get_untracked().and_then(|id| open.iter().find(|it| it.id == id).cloned()) {
            Some(organisation) => ask.run(organisation),
            None => {
                missing.set(vec![Missing { field: CHOICE, sentence: say.missing.into() }]);
                crate::browser::focus(CHOICE);
            }
        }
    };
    view! {
        <form class="stack stack--tight" novalidate on:submit=submit>
            <div class="field">
                <label class="field__label field__label--small" for=CHOICE>{say.choose}</label>
                <FieldSays field=CHOICE missing=missing.into() />
                <select
                    class="field__input"
                    id=CHOICE
                    aria-describedby=described(CHOICE, "", wrong)
                    aria-invalid=invalid(wrong)
                    on:change=move |event| {
                        missing.set(Vec::new());
                        chosen.set(event_target_value(&event).parse().ok());
                    }
                >
                    <option value="">{say.choose_none}</option>
                    {groups}
                </select>
            </div>
            <button class="button" type="submit">{say.go}</button>
        </form>
    }
    .into_any()
}

/// Organisations to choose from, group by group.
#[component]
pub fn Groups(
    /// In the order of their names.
    organisations: Vec<Organisation>,
) -> impl IntoView {
    let say = &use_desk_words().answering.asks;
    let mut groups = BTreeMap::<u32, Vec<Organisation>>::new();
    for organisation in organisations {
        groups.entry(organisation.group).or_default().push(organisation);
    }
    groups
        .into_iter()
        .map(|(group, members)| {
            let options = members
                .into_iter()
                .map(|it| view! { <option value=it.id.to_string()>{it.name}</option> })
                .collect_view();
            view! { <optgroup label=(say.group)(group)>{options}</optgroup> }
        })
        .collect_view()
}

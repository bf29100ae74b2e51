//! `/leestafel/meer`: work that is not one post. Texts that look alike, keywords, the log.

use super::{
    device, moment,
    say::{Failed, FieldSays, Loading, Missing, Way, wrong_at},
    table::Table,
};
use crate::components::{
    field::private,
    summary::{described, invalid},
};
use crate::{
    api::{Failure, Flight, desk as api},
    clock::Waited,
    components::icon::Icon,
    i18n::{desk::use_desk_words, use_words},
    load::{Load, Loader},
};
use droombord_domain::{
    api::{DeclineTogether, ReadRevision, RenameKeyword, SimilarPost, SimilarPosts},
    filter::query,
    paths,
    problem::{FieldCode, ProblemCode},
    reason::Reason,
};
use leptos::{ev::SubmitEvent, prelude::*};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The id of the heading: the focus goes there.
pub const HEADING: &str = "meer-werk";
const ALIKE: &str = "lijken-op-elkaar";
const TO: &str = "trefwoord-wordt";

/// The three.
#[component]
pub fn MorePage() -> impl IntoView {
    let say = &use_desk_words().together;
    view! {
        <div class="stack stack--loose desk__sheet">
            <h2 id=HEADING tabindex="-1">{say.more}</h2>
            <Alike />
            <Rename />
            <Log />
        </div>
    }
}

/// Texts that wait and look alike.
#[component]
fn Alike() -> impl IntoView {
    let say = &use_desk_words().together;
    let table = Table::get();
    let loader = Loader::new(Signal::stored(()), None, move |(), flight| async move {
        table.heed(api::similar(&flight).await).map(|page| page.items)
    });
    let again = Callback::new(move |()| loader.again());
    view! {
        <section class="stack" aria-labelledby=ALIKE>
            <h3 id=ALIKE tabindex="-1">{say.alike}</h3>
            <p class="soft">{say.alike_lead}</p>
            {move || match loader.state.get() {
                Load::Waiting => view! { <Loading /> }.into_any(),
                Load::Failed(why) => view! { <Failed why way=Way::Load again id="lijst-mislukt" /> }.into_any(),
                Load::Ready(groups) if groups.is_empty() => view! { <p>{say.no_alike}</p> }.into_any(),
                Load::Ready(groups) => {
                    let done = Callback::new(move |()| {
                        loader.again();
                        device::focus_soon(ALIKE);
                    });
                    let groups = groups
                        .into_iter()
                        .enumerate()
                        .map(|(number, SimilarPosts { posts })| view! { <Group number posts done /> })
                        .collect_view();
                    view! { <div class="stack">{groups}</div> }.into_any()
                }
            }}
        </section>
    }
}

/// One group: which of them, why, and declining them.
#[component]
fn Group(number: usize, posts: Vec<SimilarPost>, done: Callback<()>) -> impl IntoView {
    let words = use_words();
    let say = &use_desk_words().together;
    let table = Table::get();
    let all: Vec<(Uuid, u32)> = posts.iter().map(|post| (post.id, post.revision)).collect();
    let all = StoredValue::new(all);
    let chosen = RwSignal::new(BTreeSet::<Uuid>::new());
    let reason = RwSignal::new(None::<Reason>);
    let lacks = RwSignal::new(None::<&'static str>);
    let trouble = RwSignal::new(None::<Failure>);
    let busy = RwSignal::new(false);
    let problem_id = format!("groep-{number}-mist");
    let send = Callback::new(move |()| {
        trouble.set(None);
        let read = |(id, revision): &(Uuid, u32)| {
            chosen.with_untracked(|chosen| chosen.contains(id)).then_some(ReadRevision { id: *id, revision: *revision })
        };
        let posts: Vec<_> = all.with_value(|all| all.iter().filter_map(read).collect());
        let (false, Some(reason)) = (posts.is_empty(), reason.get_untracked()) else {
            let sentence = if posts.is_empty() { say.choose_first } else { say.reason_first };
            crate::announcer::say(sentence);
            return lacks.set(Some(sentence));
        };
        lacks.set(None);
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        crate::task::run(async move {
            match table.heed(api::decline_together(&DeclineTogether { reason, posts }, &Flight::new()).await) {
                Ok(page) => {
                    let refused = page.items.iter().filter(|it| it.refused.is_some()).count();
                    table.say((say.declined)(page.items.len() - refused, refused));
                    done.run(());
                }
                Err(why) => {
                    trouble.try_set(Some(why));
                }
            }
            busy.try_set(false);
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send.run(());
    };
    let choose_all = move |_| {
        let every = all.with_value(|all| all.iter().map(|(id, _)| *id).collect::<BTreeSet<_>>());
        chosen.update(|chosen| *chosen = if *chosen == every { BTreeSet::new() } else { every });
    };
    let lines = posts
        .iter()
        .cloned()
        .map(|SimilarPost { id, revision: _, text, waiting_since, danger }| {
            let waits = move || {
                let waited = Waited::since(waiting_since.as_deref()?, table.now())?;
                Some((use_desk_words().queue.waits)(waited))
            };
            let tick = move |event| {
                chosen.update(|chosen| {
                    if event_target_checked(&event) {
                        chosen.insert(id);
                    } else {
                        chosen.remove(&id);
                    }
                });
            };
            view! {
                <label class="choice">
                    <input
                        class="choice__input"
                        type="checkbox"
                        prop:checked=move || chosen.with(|chosen| chosen.contains(&id))
                        on:change=tick
                    />
                    <span class="choice__body">
                        <span class="review__quote" dir="auto">{text}</span>
                        <span class="choice__hint">
                            {waits}
                            {danger.then(|| view! { " · "<strong>{use_desk_words().queue.danger}</strong> })}
                        </span>
                    </span>
                </label>
            }
        })
        .collect_view();
    let reasons = Reason::ALL
        .iter()
        .map(|one| view! { <option value=one.code()>{(words.say.reasons().name)(*one)}</option> })
        .collect_view();
    let (select_id, heading_id) = (format!("groep-{number}-reden"), format!("groep-{number}"));
    let named_by = heading_id.clone();
    view! {
        <section class="review__decide" aria-labelledby=named_by>
            <h4 id=heading_id>{(say.group)(posts.len())}</h4>
            <form class="stack" novalidate on:submit=submit>
                <p><button class="button button--small" type="button" on:click=choose_all>{say.choose_all}</button></p>
                <div class="stack stack--tight">{lines}</div>
                <div class="field">
                    <label class="field__label field__label--small" for=select_id.clone()>{say.reason}</label>
                    <select
                        class="field__input"
                        id=select_id
                        on:change=move |event| reason.set(Reason::from_code(&event_target_value(&event)))
                    >
                        <option value="">{say.reason_choose}</option>
                        {reasons}
                    </select>
                </div>
                <p class="field__error" id=problem_id hidden=move || lacks.get().is_none()>
                    {move || lacks.get().map(|lacks| view! { <Icon name="warning" />{lacks} })}
                </p>
                {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again=send id="samen-mislukt" /> })}
                <button class="button" type="submit" aria-disabled=move || busy.get().then_some("true")>
                    {move || (say.decline)(chosen.with(BTreeSet::len))}
                </button>
            </form>
        </section>
    }
}

/// Another word for a keyword.
#[component]
fn Rename() -> impl IntoView {
    let say = &use_desk_words().together;
    let table = Table::get();
    let loader = Loader::new(Signal::stored(()), None, move |(), flight| async move {
        table.heed(api::keywords(&flight).await).map(|page| page.items)
    });
    let from = RwSignal::new(String::new());
    let to = RwSignal::new(String::new());
    let missing = RwSignal::new(Vec::<Missing>::new());
    let trouble = RwSignal::new(None::<Failure>);
    let busy = RwSignal::new(false);
    let again = Callback::new(move |()| loader.again());
    let lack = move |field: &'static str, sentence: &str| {
        missing.set(vec![Missing { field, sentence: sentence.to_owned() }]);
        device::focus_soon(field);
    };
    let send = Callback::new(move |()| {
        trouble.set(None);
        missing.set(Vec::new());
        let (old, new) = (from.get_untracked(), to.get_untracked());
        if old.is_empty() {
            return lack(FROM, say.keyword_choose);
        }
        if new.trim().is_empty() {
            return lack(TO, say.keyword_missing);
        }
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        crate::task::run(async move {
            let said = (say.keyword_done)(&old, new.trim());
            match table.heed(api::rename_keyword(&RenameKeyword { from: old, to: new }, &Flight::new()).await) {
                Ok(()) => {
                    from.try_set(String::new());
                    to.try_set(String::new());
                    table.say(said);
                    loader.again();
                    device::focus_soon(KEYWORDS);
                }
                Err(Failure::Refused(problem)) if problem.code == ProblemCode::InvalidFields => {
                    let code = problem.fields.first().map_or(FieldCode::Invalid, |error| error.code);
                    let limit = droombord_domain::keyword::MAX_KEYWORD_LENGTH;
                    lack(TO, &(use_desk_words().decide.keyword_fault)(code, limit));
                }
                Err(why) => {
                    trouble.try_set(Some(why));
                }
            }
            busy.try_set(false);
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send.run(());
    };
    let (no_from, no_to) = (wrong_at(FROM, missing), wrong_at(TO, missing));
    view! {
        <section class="stack" aria-labelledby=KEYWORDS>
            <h3 id=KEYWORDS tabindex="-1">{say.keywords}</h3>
            <p class="soft">{say.keywords_lead}</p>
            {move || match loader.state.get() {
                Load::Waiting => view! { <Loading /> }.into_any(),
                Load::Failed(why) => view! { <Failed why way=Way::Load again id="trefwoorden-mislukt" /> }.into_any(),
                Load::Ready(keywords) if keywords.is_empty() => view! { <p>{say.no_keywords}</p> }.into_any(),
                Load::Ready(keywords) => {
                    let options = keywords
                        .into_iter()
                        .filter(|keyword| !keyword.is_pattern())
                        .map(|keyword| view! { <option value=keyword.as_str().to_owned()>{keyword.as_str().to_owned()}</option> })
                        .collect_view();
                    view! {
                        <form class="stack" novalidate on:submit=submit>
                            <div class="field">
                                <label class="field__label field__label--small" for=FROM>{say.keyword_from}</label>
                                <FieldSays field=FROM missing=missing.into() />
                                <select
                                    class="field__input"
                                    id=FROM
                                    aria-describedby=described(FROM, "", no_from)
                                    aria-invalid=invalid(no_from)
                                    on:change=move |event| from.set(event_target_value(&event))
                                >
                                    <option value="">{say.reason_choose}</option>
                                    {options}
                                </select>
                            </div>
                            <div class="field">
                                <label class="field__label field__label--small" for=TO>{say.keyword_to}</label>
                                <FieldSays field=TO missing=missing.into() />
                                <input
                                    {..private()}
                                    type="text"
                                    dir="auto"
                                    class="field__input"
                                    id=TO
                                    aria-describedby=described(TO, "", no_to)
                                    aria-invalid=invalid(no_to)
                                    prop:value=to
                                    on:input=move |event| to.set(event_target_value(&event))
                                />
                            </div>
                            {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again=send id="trefwoord-mislukt" /> })}
                            <p><button class="button" type="submit">{say.keyword_go}</button></p>
                        </form>
                    }
                    .into_any()
                }
            }}
        </section>
    }
}

const KEYWORDS: &str = "trefwoorden";
const FROM: &str = "trefwoord-van";

/// The log as a file. The browser fetches it by itself: the session is a cookie.
#[component]
fn Log() -> impl IntoView {
    let say = &use_desk_words().together;
    let from = RwSignal::new(moment::days_ago(30));
    let until = RwSignal::new(moment::days_ago(0));
    let href = move || {
        let (from, until) = (from.get(), until.get());
        (from <= until && !from.is_empty())
            .then(|| format!("{}?{}", paths::LOG, query([("from", from.as_str()), ("until", until.as_str())])))
    };
    let day = |id: &'static str, label: &'static str, value: RwSignal<String>| {
        view! {
            <div class="field">
                <label class="field__label field__label--small" for=id>{label}</label>
                <input
                    class="field__input"
                    type="date"
                    id=id
                    prop:value=value
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </div>
        }
    };
    Effect::new(move |_| crate::announcer::say(if href().is_none() { say.log_days } else { "" }));
    view! {
        <section class="stack" aria-labelledby="logboek">
            <h3 id="logboek">{say.log}</h3>
            <p class="soft">{say.log_lead}</p>
            <div class="cluster">{day("log-van", say.log_from, from)} {day("log-tot", say.log_until, until)}</div>
            <p>
                {move || match href() {
                    Some(href) => view! { <a class="button" href=href download="droombord-log.csv" rel="external">{say.log_go}</a> }.into_any(),
                    None => view! { {say.log_days} }.into_any(),
                }}
            </p>
        </section>
    }
}

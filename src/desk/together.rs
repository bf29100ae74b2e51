//! With one post: who is reading it, what people said is wrong with it, and notes among facilitators.

use super::{
    device, moment,
    say::{Failed, FieldSays, Missing, Note, Way, wrong_at},
    table::Table,
};
use crate::components::{
    field::private,
    summary::{described, invalid},
};
use crate::{
    api::{Failure, Flight, desk as api},
    components::icon::Icon,
    i18n::{desk::use_desk_words, use_words},
};
use droombord_domain::{
    api::{Claim, DeskNote, DeskPost, MAX_NOTE, NewNote},
    life::PostState,
    problem::{FieldCode, ProblemCode},
    report::Report,
    text::without_hidden,
};
use leptos::{ev::SubmitEvent, prelude::*};
use uuid::Uuid;

const CLAIM: &str = "wie-leest";
const NOTES: &str = "voor-elkaar";
const NOTE: &str = "notitie";

/// Who is reading it now; taking it, and letting it go.
#[component]
pub fn Claiming(
    /// The post as it was read.
    post: StoredValue<DeskPost>,
    /// It came from the server again.
    read: Callback<DeskPost>,
) -> impl IntoView {
    let say = &use_desk_words().together;
    let table = Table::get();
    let (id, waits) = post.with_value(|post| (post.id, post.state == PostState::Received));
    let claim = RwSignal::new(post.with_value(|post| post.claim.clone()));
    let trouble = RwSignal::new(None::<Failure>);
    let busy = RwSignal::new(false);
    // What the server says of it now; the words of the post stay as they were read.
    let came = move |now: DeskPost| {
        claim.try_set(now.claim.clone());
        read.run(now);
        device::focus_soon(CLAIM);
    };
    let take = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        trouble.set(None);
        crate::task::run(async move {
            match table.heed(api::claim(id, &Flight::new()).await) {
                Ok(now) => came(now),
                Err(why) if why.code() == Some(ProblemCode::NotAllowedNow) => {
                    table.say(say.taken);
                    if let Ok(now) = table.heed(api::post(id, &Flight::new()).await) {
                        came(now);
                    }
                }
                Err(why) => {
                    trouble.try_set(Some(why));
                }
            }
            busy.try_set(false);
        });
    });
    let let_go = Callback::new(move |()| {
        trouble.set(None);
        crate::task::run(async move {
            match table.heed(api::let_go(id, &Flight::new()).await) {
                Ok(()) => {
                    claim.try_set(None);
                    post.try_with_value(|post| read.run(DeskPost { claim: None, ..post.clone() }));
                    device::focus_soon(CLAIM);
                }
                Err(why) => {
                    trouble.try_set(Some(why));
                }
            }
        });
    });
    waits.then(|| {
        view! {
            <div class="review__claim cluster" id=CLAIM tabindex="-1">
                {move || match claim.get() {
                    None => view! {
                        <button
                            class="button button--small"
                            type="button"
                            aria-describedby="wie-leest-uitleg"
                            on:click=move |_| take.run(())
                        >
                            {say.claim}
                        </button>
                        <span class="small soft" id="wie-leest-uitleg">{say.claim_more}</span>
                    }
                    .into_any(),
                    Some(Claim { mine: true, .. }) => view! {
                        <span><Icon name="people" class="icon" />" "{say.claim_mine}</span>
                        <button class="button button--small" type="button" on:click=move |_| let_go.run(())>
                            {say.let_go}
                        </button>
                    }
                    .into_any(),
                    Some(Claim { by, .. }) => view! {
                        <span><Icon name="people" class="icon" />" "<strong>{(say.claimed)(&by)}</strong></span>
                        <span class="small soft">{say.claimed_more}</span>
                    }
                    .into_any(),
                }}
                {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again=take id="lezen-mislukt" /> })}
            </div>
        }
    })
}

/// What people said is wrong with it: what nobody has seen to first, each with one action.
#[component]
pub fn Reported(
    /// The post.
    post: StoredValue<DeskPost>,
) -> impl IntoView {
    let words = use_words();
    let say = &use_desk_words().together;
    let reports = post.with_value(|post| post.reports.clone());
    if reports.is_empty() {
        return ().into_any();
    }
    let (open, done): (Vec<_>, Vec<_>) = reports.into_iter().partition(|report| report.handled_at.is_none());
    let line = |report: Report| view! { <ReportLine report /> };
    let open = (!open.is_empty()).then(|| {
        view! {
            <Note id="gemeld" title=say.reported>
                <ul class="stack stack--tight">{open.into_iter().map(line).collect_view()}</ul>
                <p class="small">{say.reported_more}</p>
            </Note>
        }
    });
    let done = (!done.is_empty()).then(|| {
        let seen = done
            .into_iter()
            .map(|report| {
                let by = report.handled_by.clone().unwrap_or_default();
                let when = report.handled_at.as_deref().map(|at| moment::exact(at, words.lang)).unwrap_or_default();
                view! {
                    <li>
                        <strong>{(words.say.reports().name)(report.reason)}</strong>
                        {report.words.map(|words| view! { <p class="review__quote" dir="auto">{words}</p> })}
                        <p class="small soft">{(say.seen_by)(&by, &when)}</p>
                    </li>
                }
            })
            .collect_view();
        view! { <details class="review__more"><summary>{say.seen}</summary><ul class="stack stack--tight">{seen}</ul></details> }
    });
    view! { {open}{done} }.into_any()
}

/// One report that nobody has seen to.
#[component]
pub fn ReportLine(report: Report) -> impl IntoView {
    let words = use_words();
    let say = &use_desk_words().together;
    let table = Table::get();
    let Report { id, reason, words: told, at, handled_at: _, handled_by: _ } = report;
    let name = (words.say.reports().name)(reason);
    let done = RwSignal::new(false);
    let trouble = RwSignal::new(None::<Failure>);
    let handle = Callback::new(move |()| {
        trouble.set(None);
        crate::task::run(async move {
            match table.heed(api::report_handled(id, &Flight::new()).await) {
                Ok(()) => {
                    table.say(say.seen_now);
                    done.try_set(true);
                }
                Err(why) => {
                    trouble.try_set(Some(why));
                }
            }
        });
    });
    view! {
        <li class="stack stack--tight">
            <p><strong>{name}</strong>" · "<span class="small">{moment::exact(&at, words.lang)}</span></p>
            {told.map(|told| view! { <p class="review__quote" dir="auto">{told}</p> })}
            {move || {
                if done.get() {
                    view! { <p class="small"><Icon name="tick" />" "{say.seen_now}</p> }.into_any()
                } else {
                    view! {
                        <p>
                            <button class="button button--small" type="button" on:click=move |_| handle.run(())>
                                {say.see_to}
                                <span class="only-heard">{": "}{name}</span>
                            </button>
                        </p>
                    }
                    .into_any()
                }
            }}
            {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again=handle id="melding-mislukt" /> })}
        </li>
    }
}

/// Notes among facilitators, and writing one.
#[component]
pub fn Notes(
    /// The post.
    post: StoredValue<DeskPost>,
) -> impl IntoView {
    let words = use_words();
    let say = &use_desk_words().together;
    let table = Table::get();
    let (id, first): (Uuid, Vec<DeskNote>) = post.with_value(|post| (post.id, post.notes.clone()));
    let notes = RwSignal::new(first);
    let unsent = table.unsent();
    let kept_as = StoredValue::new(format!("notitie/{id}"));
    let typed = RwSignal::new(kept_as.with_value(|name| unsent.read(name)).unwrap_or_default());
    let missing = RwSignal::new(Vec::<Missing>::new());
    let trouble = RwSignal::new(None::<Failure>);
    let busy = RwSignal::new(false);
    let refuse = move |code: FieldCode| {
        missing.set(vec![Missing { field: NOTE, sentence: (say.note_fault)(code, MAX_NOTE) }]);
        device::focus_soon(NOTE);
    };
    let send = Callback::new(move |()| {
        trouble.set(None);
        missing.set(Vec::new());
        let note = NewNote { words: Some(without_hidden(&typed.get_untracked())) };
        if let Err(errors) = note.parse() {
            return errors.iter().for_each(|error| refuse(error.code));
        }
        // A double tap is one note.
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let name = kept_as.get_value();
        crate::task::run(async move {
            match table.heed(api::note(id, &note, &Flight::new()).await) {
                Ok(now) => {
                    unsent.forget(&name);
                    typed.try_set(String::new());
                    notes.try_set(now.notes);
                    table.say(say.note_added);
                    device::focus_soon(NOTES);
                }
                Err(Failure::Refused(problem)) if !problem.fields.is_empty() => {
                    problem.fields.iter().for_each(|error| refuse(error.code));
                }
                Err(why) => {
                    trouble.try_set(Some(why));
                }
            }
            busy.try_set(false);
        });
    });
    let wrong = wrong_at(NOTE, missing);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send.run(());
    };
    let line = move |note: DeskNote| {
        let DeskNote { by, at, words: told } = note;
        view! {
            <li class="review__letter">
                <p class="review__quote" dir="auto">{told}</p>
                <p class="small soft"><bdi>{by}</bdi>" · "{moment::exact(&at, words.lang)}</p>
            </li>
        }
    };
    view! {
        <section class="review__notes stack stack--tight" aria-labelledby=NOTES>
            <h3 id=NOTES tabindex="-1">{say.notes}</h3>
            {move || notes.with(Vec::is_empty).then(|| view! { <p class="small soft">{say.no_notes}</p> })}
            <ul class="stack stack--tight" hidden=move || notes.with(Vec::is_empty)>
                {move || notes.get().into_iter().map(line).collect_view()}
            </ul>
            {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again=send id="notitie-mislukt" /> })}
            <form class="stack stack--tight" novalidate on:submit=submit>
                <div class="field">
                    <label class="field__label field__label--small" for=NOTE>{say.note}</label>
                    <p class="field__hint" id="notitie-uitleg">{say.note_hint}</p>
                    <FieldSays field=NOTE missing=missing.into() />
                    <textarea
                        {..private()}
                        class="field__input"
                        id=NOTE
                        dir="auto"
                        rows="2"
                        aria-describedby=described(NOTE, "notitie-uitleg", wrong)
                        aria-invalid=invalid(wrong)
                        prop:value=move || typed.get()
                        on:input=move |event| {
                            let text = event_target_value(&event);
                            kept_as.with_value(|name| unsent.write(name, &text));
                            typed.set(text);
                        }
                    ></textarea>
                </div>
                <p><button class="button button--small" type="submit">{say.note_go}</button></p>
            </form>
        </section>
    }
}

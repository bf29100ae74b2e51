//! Everything that an organisation promised, with what was said of it, and the way to say how it goes: for its answerers, and for
//! facilitators who write it down for one. A promise itself never changes.

use super::{
    device,
    drafts::Drafts,
    moment::exact,
    places,
    readable::{self, AskReadable, Readable},
    say::{Blank, Failed, FieldSays, Loading, Missing, Note, SUMMARY, Summary, Way, wrong_at},
    table::Table,
};
use crate::components::{
    field::private,
    summary::{described, invalid},
};
use crate::{
    api::{Failure, Flight, desk as api},
    components::promise::PromiseCard,
    i18n::{desk::use_desk_words, use_words},
    load::{Load, Loader},
};
use droombord_domain::{
    api::{SayingReading, StaffPromise, StaffSaying},
    post::Lang,
    problem::{FieldCode, FieldError, ProblemCode},
    promise::{MAX_WORDS, Saying, SayingDraft},
    readability::{Readability, readability},
    text::without_hidden,
};
use leptos::{ev::SubmitEvent, prelude::*};
use uuid::Uuid;

/// The heading: the focus goes there.
pub const HEADING: &str = "beloftes-hier";
const SAYS: &str = "hoe-staat-het";
const WORDS: &str = "woorden-erbij";
const FORM: &str = "hoe-staat-het-ermee";
const TROUBLE: &str = "zeggen-mislukt";

/// What can be said of a promise once it is made, in the order of the screen.
const SAYINGS: [Saying; 3] = [Saying::Kept, Saying::NotYet, Saying::Withdrawn];

/// The promises of the answerer's own organisation.
#[component]
pub fn PromisingPage() -> impl IntoView {
    let lang = use_words().lang;
    let say = &use_desk_words().promising.own;
    view! {
        <section class="stack desk__sheet" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{say.heading}</h2>
            <p class="soft">{say.lead}</p>
            <p><a class="button button--primary" href=places::new_promise(lang)>{say.make}</a></p>
            <PromiseList whose=Signal::stored(None) told=Callback::new(|()| ()) />
        </section>
    }
}

/// Everything that an organisation promised, newest first, and the way to say how it goes with it.
#[component]
pub fn PromiseList(
    /// Which one, for a facilitator who writes down what it says; none is the answerer's own.
    whose: Signal<Option<Uuid>>,
    /// Something more waits for a reader.
    told: Callback<()>,
) -> impl IntoView {
    let all = &use_desk_words().promising;
    let table = Table::get();
    let drafts = Drafts::get();
    let open = RwSignal::new(None::<Uuid>);
    let changed = RwSignal::new(false);
    let loader = Loader::new(whose, None, move |whose, flight| async move {
        table.heed(api::promises_of(whose, &flight).await).map(|page| page.items)
    });
    let said = Callback::new(move |promise: StaffPromise| {
        let id = promise.promise.id;
        drafts.drop_saying(id);
        open.set(None);
        changed.set(false);
        table.say(all.follow.sent);
        loader.state.update(|state| {
            if let Load::Ready(promises) = state
                && let Some(there) = promises.iter_mut().find(|there| there.promise.id == id)
            {
                *there = promise;
            }
        });
        told.run(());
        crate::browser::focus_soon(row_id(id));
    });
    let stale = Callback::new(move |()| {
        changed.set(true);
        loader.again();
    });
    Effect::new(move |_| {
        if changed.get() && matches!(*loader.state.read(), Load::Ready(_)) {
            device::focus_soon(TROUBLE);
        }
    });
    let again = Callback::new(move |()| loader.again());
    move || match loader.state.get() {
        Load::Waiting => view! { <Loading /> }.into_any(),
        Load::Failed(why) => view! { <Failed why way=Way::Load again id="beloftes-niet-geladen" /> }.into_any(),
        Load::Ready(promises) if promises.is_empty() => match whose.get_untracked() {
            None => view! { <Blank title=all.own.none more=all.own.none_more /> }.into_any(),
            Some(_) => view! { <p>{all.read.none}</p> }.into_any(),
        },
        Load::Ready(promises) => {
            let note = changed.get_untracked().then(|| {
                view! {
                    <Note id=TROUBLE icon="pencil" title=all.follow.stale><p>{all.follow.stale_more}</p></Note>
                }
            });
            let of_desk = whose.get_untracked().is_some();
            let rows =
                promises.into_iter().map(|promise| view! { <Row promise of_desk open said stale /> }).collect_view();
            view! { {note}<ul class="stack stack--loose">{rows}</ul> }.into_any()
        }
    }
}

fn row_id(promise: Uuid) -> String {
    format!("over-{promise}")
}

/// Whether more can be said of it now: one thing is read at a time.
fn can_be_said(promise: &StaffPromise) -> bool {
    let waits = promise.sayings.iter().any(|saying| saying.reading == SayingReading::Waiting);
    let says = SAYINGS.iter().any(|says| promise.promise.state.after(*says).is_some());
    !waits && says && promise.promise.what.is_some()
}

/// One promise, what was said of it, and the form to say more.
#[component]
fn Row(
    promise: StaffPromise,
    of_desk: bool,
    open: RwSignal<Option<Uuid>>,
    said: Callback<StaffPromise>,
    stale: Callback<()>,
) -> impl IntoView {
    let say = &use_desk_words().promising.follow;
    let id = promise.promise.id;
    let can = can_be_said(&promise);
    let StaffPromise { promise, sayings } = promise;
    let about = promise.what.as_deref().map(say.about).unwrap_or_default();
    let press = move |_| {
        open.set(Some(id));
        device::focus_soon(FORM);
    };
    let close = Callback::new(move |()| {
        open.set(None);
        crate::browser::focus_soon(row_id(id));
    });
    let label = format!("{}{about}", say.open);
    let more = move || {
        can.then(|| match open.get() == Some(id) {
            true => view! { <FollowUp id of_desk said stale close /> }.into_any(),
            false => view! {
                <p><button class="button" type="button" aria-label=label.clone() on:click=press>{say.open}</button></p>
            }
            .into_any(),
        })
    };
    view! {
        <li class="stack stack--tight" id=row_id(id) tabindex="-1">
            <PromiseCard promise />
            <Sayings sayings />
            {more}
        </li>
    }
}

/// Everything that the organisation said of it, oldest first, and whether anybody may see it.
#[component]
pub fn Sayings(
    /// Oldest first; the first is the promise itself.
    sayings: Vec<StaffSaying>,
) -> impl IntoView {
    let words = use_words();
    let names = words.say.promises();
    let reasons = words.say.reasons();
    let say = &use_desk_words().promising.own;
    let waits = sayings.iter().any(|saying| saying.reading == SayingReading::Waiting);
    let lines = sayings
        .into_iter()
        .map(|saying| {
            let StaffSaying { id: _, says, words: more, at, reading, reason, by: _, findings: _ } = saying;
            view! {
                <li class="desk__entry">
                    <div>
                        <p><strong>{(names.says)(says)}</strong>" · "{(say.reading)(reading)}</p>
                        {more.map(|more| view! { <p class="review__plain" lang="nl" dir="auto">{more}</p> })}
                        {reason.map(|reason| view! { <p>{(say.declined)((reasons.name)(reason))}</p> })}
                        <p class="small soft">{exact(&at, words.lang)}</p>
                    </div>
                </li>
            }
        })
        .collect_view();
    view! {
        <p class="filter__label">{say.sayings}</p>
        <ol class="desk__entries">{lines}</ol>
        {waits.then(|| view! { <p class="small soft">{say.waits}</p> })}
    }
}

/// What is said of a promise, in words that are read first.
#[component]
fn FollowUp(
    id: Uuid,
    of_desk: bool,
    said: Callback<StaffPromise>,
    stale: Callback<()>,
    close: Callback<()>,
) -> impl IntoView {
    let desk = use_desk_words();
    let all = &desk.promising;
    let say = &all.follow;
    let table = Table::get();
    let drafts = Drafts::get();
    let missing = RwSignal::new(Vec::<Missing>::new());
    let trouble = RwSignal::new(None::<Failure>);
    let hard = RwSignal::new(None::<Readability>);
    let sending = RwSignal::new(false);
    let chosen = Memo::new(move |_| drafts.saying(id).says.as_deref().and_then(Saying::from_code));
    let found = move |faults: &[FieldError]| -> Vec<Missing> {
        let at = |fault: &FieldError| {
            let nothing = matches!(fault.code, FieldCode::Missing | FieldCode::Empty);
            match fault.field.as_str() {
                "says" => Some(Missing { field: SAYS, sentence: say.choice_missing.into() }),
                "words" if nothing => Some(Missing { field: WORDS, sentence: say.why_missing.into() }),
                "words" => Some(Missing { field: WORDS, sentence: (all.form.text_fault)(fault.code, MAX_WORDS) }),
                _ => None,
            }
        };
        faults.iter().filter_map(at).collect()
    };
    let refuse = move |all: Vec<Missing>| {
        missing.set(all);
        device::focus_soon(SUMMARY);
    };
    let send = Callback::new(move |anyway: bool| {
        if sending.get_untracked() {
            return;
        }
        let SayingDraft { says, words } = drafts.saying_untracked(id);
        let draft = SayingDraft { says, words: words.map(|words| without_hidden(&words)) };
        trouble.set(None);
        hard.set(None);
        if let Err(faults) = draft.parse() {
            return refuse(found(&faults));
        }
        missing.set(Vec::new());
        let read = readability(draft.words.as_deref().unwrap_or_default());
        if read.is_hard() && !anyway {
            hard.set(Some(read));
            return device::focus_soon(readable::ASK);
        }
        sending.set(true);
        crate::task::run(async move {
            let answer = table.heed(api::follow_up(id, of_desk, &draft, &Flight::new()).await);
            if sending.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(promise) => said.run(promise),
                Err(Failure::Refused(problem)) if !found(&problem.fields).is_empty() => refuse(found(&problem.fields)),
                Err(why) => match why.code() {
                    // Somebody else said something, or the last post behind it is gone: the page says which.
                    Some(ProblemCode::NotAllowedNow | ProblemCode::NotFound) => stale.run(()),
                    Some(ProblemCode::NotSignedIn) => {}
                    Some(_) | None => {
                        trouble.set(Some(why));
                        device::focus_soon(TROUBLE);
                    }
                },
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send.run(false);
    };
    let anyway = Callback::new(move |()| send.run(true));
    let typed = move |field: &'static str| {
        missing.update(|missing| missing.retain(|one| one.field != field));
        hard.set(None);
        table.say("");
    };
    let heading = Signal::derive(move || missing.with(|missing| (all.form.summary)(missing.len()).to_owned()));
    let choice = |(place, says): (usize, &Saying)| {
        let (says, code) = (*says, says.code());
        let dom = if place == 0 { SAYS.to_owned() } else { format!("{SAYS}-{code}") };
        let choose = move |_| {
            // Whether words are needed depends on it.
            missing.set(Vec::new());
            typed(SAYS);
            drafts.say(id, |saying| saying.says = Some(code.to_owned()));
        };
        view! {
            <label class="choice">
                <input
                    class="choice__input"
                    type="radio"
                    name=SAYS
                    id=dom
                    value=code
                    prop:checked=move || chosen.get() == Some(says)
                    on:change=choose
                />
                <span class="choice__body"><span class="choice__title">{(say.choice)(says)}</span></span>
            </label>
        }
    };
    let text = Memo::new(move |_| drafts.saying(id).words.unwrap_or_default());
    let wrong = wrong_at(WORDS, missing);
    let hint_id = format!("{WORDS}-uitleg");
    let needs = move || chosen.get() == Some(Saying::Withdrawn);
    let put = move |event| {
        typed(WORDS);
        let words = Some(event_target_value(&event)).filter(|words| !words.is_empty());
        drafts.say(id, |saying| saying.words = words);
    };
    view! {
        <section class="review__decide" aria-labelledby=FORM>
            <h3 id=FORM tabindex="-1">{say.heading}</h3>
            <form class="review__form" novalidate on:submit=submit>
                <Summary heading missing=missing.into() />
                <fieldset>
                    <legend class="field__label field__label--small">{say.question}</legend>
                    <FieldSays field=SAYS missing=missing.into() />
                    <div class="stack stack--tight">{SAYINGS.iter().enumerate().map(choice).collect_view()}</div>
                </fieldset>
                <div class="field">
                    <label class="field__label field__label--small" for=WORDS>
                        {move || if needs() { say.why } else { say.words }}
                    </label>
                    <p class="field__hint" id=hint_id.clone()>
                        {move || if needs() { (say.why_hint)(MAX_WORDS) } else { (say.words_hint)(MAX_WORDS) }}
                    </p>
                    <FieldSays field=WORDS missing=missing.into() />
                    <textarea
                        {..private()}
                        class="field__input"
                        id=WORDS
                        rows="3"
                        lang=Lang::Nl.code() dir="auto"
                        aria-describedby=described(WORDS, &hint_id, wrong)
                        aria-invalid=invalid(wrong)
                        prop:value=move || text.get()
                        on:input=put
                    ></textarea>
                    <Readable text=text.into() />
                </div>
                {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again=anyway id=TROUBLE /> })}
                {move || hard.get().map(|read| view! {
                    <AskReadable parts=vec![read] field=WORDS send=anyway close=Callback::new(move |()| hard.set(None)) />
                })}
                <p class="small soft">{all.form.fixed}</p>
                <div class="cluster">
                    <button class="button button--primary" type="submit" aria-disabled=move || sending.get().then_some("true")>
                        {move || if sending.get() { desk.answering.asked.sending } else { say.send }}
                    </button>
                    <button class="button" type="button" on:click=move |_| close.run(())>{say.rather_not}</button>
                </div>
            </form>
        </section>
    }
}

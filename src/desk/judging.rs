//! Judging what waits, one thing at a time: what answers, writers' words and promises share.

use super::{
    device,
    say::{Blank, Failed, FieldSays, Loading, Missing, Note, SUMMARY, Summary, Way},
    table::Table,
};
use crate::{
    api::{Failure, Flight},
    components::icon::Icon,
    i18n::desk::use_desk_words,
    load::{Load, Loader},
};
use droombord_domain::problem::ProblemCode;
use leptos::{ev::SubmitEvent, prelude::*};
use std::future::Future;

/// The first of the reasons.
pub const REASON: &str = "waarom";
/// What stopped a decision.
const TROUBLE: &str = "lezen-mislukt";

/// What waits.
pub struct Pile<T: Send + Sync + 'static> {
    loader: Loader<Vec<T>>,
    /// Somebody else was quicker, or the words are others: what is shown was loaded again.
    changed: RwSignal<bool>,
    heading: &'static str,
    table: Table,
}

impl<T: Send + Sync + 'static> Clone for Pile<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Pile<T> {}

impl<T: Clone + Send + Sync + 'static> Pile<T> {
    /// Loads what waits. The focus goes to `heading` after every decision.
    pub fn new<Fut>(heading: &'static str, fetch: impl Fn(Flight) -> Fut + 'static) -> Self
    where
        Fut: Future<Output = Result<Vec<T>, Failure>> + 'static,
    {
        let changed = RwSignal::new(false);
        let loader = Loader::new(Signal::stored(()), None, move |(), flight| fetch(flight));
        Effect::new(move |_| {
            if changed.get() && matches!(*loader.state.read(), Load::Ready(_)) {
                device::focus_soon(TROUBLE);
            }
        });
        Self { loader, changed, heading, table: Table::get() }
    }

    /// Something was decided: what waits now, and what is said of it.
    pub fn decided(self, said: &'static str, now: impl FnOnce(&mut Vec<T>)) {
        self.changed.set(false);
        self.loader.state.update(|state| {
            if let Load::Ready(all) = state {
                now(all);
            }
        });
        self.table.say(said);
        device::focus_soon(self.heading);
    }

    /// Something more waits: what is shown is loaded again.
    pub fn look_again(self) {
        self.loader.again();
    }

    /// What is shown is not what is: it is loaded again.
    pub fn stale(self) -> Callback<()> {
        Callback::new(move |()| {
            self.changed.set(true);
            self.loader.again();
        })
    }
}

/// What a page says around what waits.
#[derive(Clone, Copy)]
pub struct Frame {
    /// Its heading.
    pub heading: &'static str,
    /// How much waits.
    pub lead: fn(usize) -> String,
    /// Nothing waits.
    pub done: &'static str,
    /// What comes of that.
    pub done_more: &'static str,
    /// The way to the next, with nothing decided.
    pub next: &'static str,
}

/// The heading, and one of the things that wait.
#[component]
pub fn OneByOne<T: Clone + Send + Sync + 'static>(
    /// What waits.
    pile: Pile<T>,
    /// The words around it.
    frame: Frame,
    /// One of them.
    item: fn(T, Pile<T>) -> AnyView,
) -> impl IntoView {
    let stale = &use_desk_words().answering.read;
    let Pile { loader, changed, heading, table: _ } = pile;
    let Frame { heading: title, lead, done, done_more, next } = frame;
    let at = RwSignal::new(0_usize);
    let skip = move |_| {
        at.update(|at| *at += 1);
        device::focus_soon(heading);
    };
    let again = Callback::new(move |()| loader.again());
    let shown = move || match loader.state.get() {
        Load::Waiting => view! { <Loading /> }.into_any(),
        Load::Failed(why) => view! { <Failed why way=Way::Load again id="lezen-niet-geladen" /> }.into_any(),
        Load::Ready(all) => {
            let note = changed.get_untracked().then(|| {
                view! { <Note id=TROUBLE icon="pencil" title=stale.stale><p>{stale.stale_more}</p></Note> }
            });
            let one = at.get().checked_rem(all.len()).and_then(|place| all.get(place).cloned());
            let Some(one) = one else {
                return view! { {note}<Blank title=done more=done_more /> }.into_any();
            };
            let next = (all.len() > 1).then(|| {
                view! { <p><button class="button button--small" type="button" on:click=skip>{next}</button></p> }
            });
            view! { <p class="soft">{lead(all.len())}</p>{note}{item(one, pile)}{next} }.into_any()
        }
    };
    view! {
        <h2 id=heading tabindex="-1">{title}</h2>
        {shown}
    }
}

/// A decision while it is made: what is chosen, why, and how far it is.
pub struct Judging<D: Send + Sync + 'static, R: Send + Sync + 'static> {
    chosen: RwSignal<Option<D>>,
    reason: RwSignal<Option<R>>,
    /// What it still needs.
    pub missing: RwSignal<Vec<Missing>>,
    trouble: RwSignal<Option<Failure>>,
    sending: RwSignal<bool>,
}

impl<D: Send + Sync + 'static, R: Send + Sync + 'static> Clone for Judging<D, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Send + Sync + 'static, R: Send + Sync + 'static> Copy for Judging<D, R> {}

impl<D: Copy + Send + Sync + 'static, R: Copy + Send + Sync + 'static> Judging<D, R> {
    /// Nothing is chosen.
    pub fn new() -> Self {
        Self {
            chosen: RwSignal::new(None),
            reason: RwSignal::new(None),
            missing: RwSignal::new(Vec::new()),
            trouble: RwSignal::new(None),
            sending: RwSignal::new(false),
        }
    }

    /// What is chosen, and why; `None` while nothing is, or while it is on its way.
    pub fn made(self) -> Option<(D, Option<R>)> {
        let decision = self.chosen.get_untracked().filter(|_| !self.sending.get_untracked())?;
        Some((decision, self.reason.get_untracked()))
    }

    /// It cannot be sent yet.
    pub fn lacks(self, missing: Vec<Missing>) {
        self.trouble.set(None);
        self.missing.set(missing);
        device::focus_soon(SUMMARY);
    }

    /// Sends it. What stops it is said in the form, or `stale` loads what is so now.
    pub fn send<T: 'static>(
        self,
        stale: Callback<()>,
        call: impl Future<Output = Result<T, Failure>> + 'static,
        arrived: impl FnOnce(T) + 'static,
    ) {
        let Self { missing, trouble, sending, .. } = self;
        trouble.set(None);
        missing.set(Vec::new());
        sending.set(true);
        crate::task::run(async move {
            let answer = call.await;
            if sending.try_set(false).is_some() {
                return;
            }
            match answer.map_err(|why| (why.code(), why)) {
                Ok(answer) => arrived(answer),
                // Somebody else decided, or the words are others.
                Err((Some(ProblemCode::StaleRevision | ProblemCode::NotAllowedNow | ProblemCode::NotFound), _)) => {
                    stale.run(());
                }
                Err((Some(ProblemCode::NotSignedIn), _)) => {}
                Err((_, why)) => {
                    trouble.set(Some(why));
                    device::focus_soon(TROUBLE);
                }
            }
        });
    }
}

/// What can be decided, in words.
#[derive(Clone, Copy)]
pub struct Choices<D: 'static, R: 'static> {
    /// All of it.
    pub all: &'static [D],
    /// The drawing on its button.
    pub icon: fn(D) -> &'static str,
    /// What its button says.
    pub word: fn(D) -> &'static str,
    /// What the button says that does it.
    pub confirm: fn(D) -> &'static str,
    /// Whether it needs a reason.
    pub needs_reason: fn(D) -> bool,
    /// The question for it.
    pub legend: &'static str,
    /// The reasons there are.
    pub reasons: &'static [R],
    /// What a reason is called.
    pub reason: fn(R) -> &'static str,
    /// Its code.
    pub code: fn(R) -> &'static str,
}

/// The form around a decision: what can be done, what it needs, and the one button that does it.
#[component]
pub fn Decide<D, R>(
    judging: Judging<D, R>,
    choices: Choices<D, R>,
    /// Does it.
    send: Callback<()>,
    /// What stands below the reasons.
    #[prop(optional, into)]
    more: Option<ViewFn>,
) -> impl IntoView
where
    D: Copy + PartialEq + Send + Sync + 'static,
    R: Copy + PartialEq + Send + Sync + 'static,
{
    let desk = use_desk_words();
    let say = &desk.answering.read;
    let Judging { chosen, reason: _, missing, trouble, sending } = judging;
    let Choices { all, icon, word, confirm, needs_reason, .. } = choices;
    let heading = Signal::stored((desk.sign_in.summary)(1).to_owned());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send.run(());
    };
    let actions = all
        .iter()
        .map(|&what| {
            view! {
                <button
                    class=if icon(what) == "cross" { "button button--danger" } else { "button" }
                    type="button"
                    aria-pressed=move || if chosen.get() == Some(what) { "true" } else { "false" }
                    on:click=move |_| chosen.set(Some(what))
                >
                    <Icon name=icon(what) />
                    {word(what)}
                </button>
            }
        })
        .collect_view();
    let reasons = move || {
        chosen.get().filter(|what| needs_reason(*what)).map(|_| {
            view! {
                <Reasons judging choices />
                {more.as_ref().map(ViewFn::run)}
            }
        })
    };
    let button = move || {
        let word = confirm(chosen.get()?);
        Some(view! {
            <button
                class="button button--primary button--wide"
                type="submit"
                aria-disabled=move || sending.get().then_some("true")
            >
                {move || if sending.get() { desk.decide.sending } else { word }}
            </button>
        })
    };
    view! {
        <section class="review__decide" aria-labelledby="wat-doe-je">
            <h3 id="wat-doe-je">{say.decide}</h3>
            <form class="review__form" novalidate on:submit=submit>
                <Summary heading missing=missing.into() />
                <div class="review__actions" role="group" aria-labelledby="wat-doe-je">{actions}</div>
                {reasons}
                {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again=send id=TROUBLE /> })}
                {button}
            </form>
        </section>
    }
}

/// The reasons, of which one must be chosen.
#[component]
fn Reasons<D, R>(judging: Judging<D, R>, choices: Choices<D, R>) -> impl IntoView
where
    D: Copy + Send + Sync + 'static,
    R: Copy + PartialEq + Send + Sync + 'static,
{
    let Judging { reason, missing, .. } = judging;
    let Choices { legend, reasons, reason: name, code, .. } = choices;
    let one = |(place, one): (usize, &R)| {
        let one = *one;
        let id = if place == 0 { REASON.to_owned() } else { format!("{REASON}-{}", code(one)) };
        let choose = move |_| {
            missing.set(Vec::new());
            reason.set(Some(one));
        };
        view! {
            <label class="choice">
                <input
                    class="choice__input"
                    type="radio"
                    name=REASON
                    id=id
                    value=code(one)
                    prop:checked=move || reason.get() == Some(one)
                    on:change=choose
                />
                <span class="choice__body"><span class="choice__title">{name(one)}</span></span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="filter__label">{legend}</legend>
            <FieldSays field=REASON missing=missing.into() />
            <div class="stack stack--tight">{reasons.iter().enumerate().map(one).collect_view()}</div>
        </fieldset>
    }
}

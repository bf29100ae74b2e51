//! `/melden?bij=`: *hier klopt iets niet*. Anybody says what is wrong with something on the board, without a key. What is
//! written of it lives as long as the tab, until it is sent; nothing of it stays on the device.

use crate::{
    api::{self, Failure, Flight},
    browser,
    components::{
        field::private,
        icon::Icon,
        notice::{Failed, NotThere},
        spelled::Spelled,
        summary::{ErrorSummary, FieldError, Wrong, Wrongs, described, invalid},
    },
    first,
    i18n::use_words,
    offline::Device,
    places::Place,
    route::Route,
};
use droombord_domain::{
    problem::ProblemCode,
    report::{MAX_REPORT, ReportDraft, ReportReason},
    text::{is_blank, without_hidden},
};
use leptos::{ev::SubmitEvent, prelude::*};
use uuid::Uuid;

const FIRST: &str = "reden-about_me";
const WORDS: &str = "toelichting";
const SENT: &str = "verstuurd";

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
enum Sending {
    Idle,
    UnderWay,
    Failed(Failure),
    Sent,
    /// It does not hang there any more.
    Gone,
}

/// The page.
#[component]
pub fn ReportPage() -> impl IntoView {
    let words = use_words();
    let say = words.say.report_page();
    first::use_title(say.title);
    let post = Route::get().read(|address| address.value("bij")?.parse::<Uuid>().ok());
    move || match post.get() {
        Some(post) => view! { <Form post /> }.into_any(),
        None => {
            first::use_title(words.say.states.no_page_title);
            view! { <NotThere title=say.gone more=say.gone_more /> }.into_any()
        }
    }
}

#[component]
fn Form(post: Uuid) -> impl IntoView {
    let words = use_words();
    let say = words.say.report_page();
    let reason = RwSignal::new(None::<ReportReason>);
    let device = Device::get();
    let kept_as = StoredValue::new(format!("melding/{post}"));
    let told = RwSignal::new(kept_as.with_value(|name| device.read_in_tab(name)).unwrap_or_default());
    let write = move |event| {
        let text = event_target_value(&event);
        kept_as.with_value(|name| device.write_in_tab(name, &text, true));
        told.set(text);
    };
    let sending = RwSignal::new(Sending::Idle);
    let wrongs = Wrongs::new();
    // Trying again is the same report.
    let attempt = StoredValue::new(browser::random().map(|bytes| uuid::Builder::from_random_bytes(bytes).into_uuid()));
    let send = Callback::new(move |()| {
        let draft = ReportDraft {
            reason: reason.get_untracked().map(|reason| reason.code().to_owned()),
            words: Some(without_hidden(&told.get_untracked())).filter(|words| !is_blank(words)),
        };
        let errors = draft.parse().err().unwrap_or_default();
        let wrong = |field: &str| match field {
            "reason" => Wrong::new(FIRST, say.reason_missing),
            _ => Wrong::new(WORDS, (say.words_fault)(MAX_REPORT)),
        };
        wrongs.show(errors.iter().map(|error| wrong(&error.field)).collect());
        if !errors.is_empty() || sending.get_untracked() == Sending::UnderWay {
            return;
        }
        let Some(attempt) = attempt.get_value() else { return sending.set(Sending::Failed(Failure::Garbled)) };
        sending.set(Sending::UnderWay);
        let name = kept_as.get_value();
        crate::task::run(async move {
            let came = match api::report(post, &draft, attempt, &Flight::new()).await {
                Ok(()) => Sending::Sent,
                Err(why) if why.code() == Some(ProblemCode::NotFound) => Sending::Gone,
                Err(why) => Sending::Failed(why),
            };
            let focus = matches!(came, Sending::Sent | Sending::Gone);
            if focus {
                device.forget_in_tab(&name);
            }
            sending.try_set(came);
            if focus {
                browser::focus_soon(SENT);
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send.run(());
    };
    let (no_reason, bad_words) = (wrongs.of(FIRST), wrongs.of(WORDS));
    let reasons = ReportReason::ALL
        .iter()
        .map(|one| {
            let one = *one;
            view! {
                <label class="choice">
                    <input
                        class="choice__input"
                        type="radio"
                        name="reden"
                        id=format!("reden-{}", one.code())
                        value=one.code()
                        prop:checked=move || reason.get() == Some(one)
                        on:change=move |_| {
                            reason.set(Some(one));
                            wrongs.look_again(FIRST, None);
                        }
                    />
                    <span class="choice__body">
                        <span class="choice__title">{(words.say.reports().name)(one)}</span>
                    </span>
                </label>
            }
        })
        .collect_view();
    let is_over = Memo::new(move |_| sending.with(|sending| matches!(sending, Sending::Sent | Sending::Gone)));
    view! {
        <div class="page page--narrow page--first stack stack--loose">
            <div class="stack stack--loose" hidden=move || !is_over.get()>
                {move || match sending.get() {
                    Sending::Sent => Some((say.title_sent, say.sent, say.sent_more)),
                    Sending::Gone => Some((words.say.states.no_page_title, say.gone, say.gone_more)),
                    Sending::Idle | Sending::UnderWay | Sending::Failed(_) => None,
                }
                .map(|(page, title, more)| {
                    first::use_title(page);
                    view! {
                        <h1 id=SENT tabindex="-1">{title}</h1>
                        <p>{more}</p>
                        <p><a class="button" href=Place::Board.href(words.lang)>{say.back}</a></p>
                    }
                })}
            </div>
            <form class="stack stack--loose" method="dialog" autocomplete="off" novalidate hidden=is_over on:submit=submit>
                <ErrorSummary wrongs />
                <div class="stack stack--tight">
                    <h1>{say.heading}</h1>
                    <p>{say.lead}</p>
                </div>
                <p class="notice">
                    <Icon name="warning" class="icon" />
                    <span>
                        <Spelled text=say.in_danger />" "
                        <a class="prose__link" href=Place::Help.href(words.lang)>{say.who_listens}</a>
                    </span>
                </p>
                <fieldset
                    role="radiogroup"
                    aria-labelledby="wat-klopt-niet"
                    aria-describedby=described(FIRST, "", no_reason)
                    aria-invalid=invalid(no_reason)
                >
                    <legend class="choice__legend" id="wat-klopt-niet">{say.what}</legend>
                    <FieldError at=FIRST wrong=no_reason />
                    <div class="choice__group">{reasons}</div>
                </fieldset>
                <div class="field">
                    <label class="field__label" for=WORDS>{say.words}</label>
                    <p class="field__hint" id="toelichting-uitleg">{say.words_hint}</p>
                    <FieldError at=WORDS wrong=bad_words />
                    <textarea
                        {..private()}
                        class="field__input"
                        id=WORDS
                        dir="auto"
                        rows="4"
                        aria-describedby=described(WORDS, "toelichting-uitleg", bad_words)
                        aria-invalid=invalid(bad_words)
                        prop:value=move || told.get()
                        on:input=write
                    ></textarea>
                </div>
                {move || match sending.get() {
                    Sending::Failed(why) => Some(view! { <Failed why again=send /> }),
                    Sending::Idle | Sending::UnderWay | Sending::Sent | Sending::Gone => None,
                }}
                <p class="small soft">{say.no_answer}</p>
                <p>
                    <button
                        class="button button--primary"
                        type="submit"
                        aria-disabled=move || (sending.get() == Sending::UnderWay).then_some("true")
                    >
                        {say.send}
                    </button>
                </p>
            </form>
        </div>
    }
}

//! A promise that is being made: by an answerer for their own organisation, or written down by a facilitator for another.

use super::{
    asks::Groups,
    device,
    drafts::{Drafts, Making},
    places,
    post_choice::{Known, POSTS, Posts, each_once},
    readable::{self, AskReadable, Readable},
    say::{Failed, FieldSays, Loading, Missing, SUMMARY, Summary, Way, wrong_at},
    table::Table,
};
use crate::components::{
    field::private,
    summary::{described, invalid},
};
use crate::{
    api::{Failure, Flight, desk as api},
    components::{
        direction::{shape, tone},
        icon::Icon,
    },
    i18n::{desk::use_desk_words, use_words},
    load::{Load, Loader},
    route::Route,
};
use droombord_domain::{
    api::PromiseFor,
    organisation::Organisation,
    post::{Direction, Lang},
    problem::{FieldCode, FieldError, ProblemCode},
    promise::{MAX_OWNER, MAX_POSTS, MAX_WHAT, PromiseDraft},
    readability::{Readability, readability},
    text::without_hidden,
    when::Day,
};
use leptos::{ev::SubmitEvent, prelude::*};
use uuid::Uuid;

/// The heading: the focus goes there.
pub const HEADING: &str = "belofte-maken";
const ORGANISATION: &str = "belofte-organisatie";
const DIRECTION: &str = "belofte-richting";
const WHAT: &str = "belofte-wat";
const OWNER: &str = "belofte-wie";
const DUE: &str = "belofte-dag";
const TROUBLE: &str = "belofte-mislukt";

/// Whose promise it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Of the answerer's own organisation.
    Own,
    /// Of another, for which a facilitator writes it down.
    Others,
}

/// What there is to choose from.
#[derive(Clone, Debug, Default, PartialEq)]
struct Choices {
    /// Posts about which the own organisation was asked.
    asked: Vec<Known>,
    /// Who can promise.
    organisations: Vec<Organisation>,
}

/// The form, with the ways around it.
#[component]
pub fn NewPromisePage(
    /// Whose promise.
    whose: Whose,
) -> impl IntoView {
    let lang = use_words().lang;
    let say = &use_desk_words().promising.form;
    let table = Table::get();
    let loader = Loader::new(Signal::stored(()), None, move |(), flight| async move {
        Ok(match whose {
            Whose::Own => {
                let asked = table.heed(api::asked(&flight).await)?;
                let posts = asked.open.into_iter().chain(asked.answered).map(|asked| asked.post);
                Choices { asked: each_once(posts), organisations: Vec::new() }
            }
            Whose::Others => {
                let mut organisations = table.heed(api::organisations(&flight).await)?.items;
                organisations.retain(|organisation| organisation.active);
                Choices { asked: Vec::new(), organisations }
            }
        })
    });
    let again = Callback::new(move |()| loader.again());
    let (heading, lead) = match whose {
        Whose::Own => (say.heading, say.lead),
        Whose::Others => (say.heading_for, say.lead_for),
    };
    view! {
        <div class="stack desk__sheet">
            <p>
                <a class="button button--quiet button--small" href=places::promises(lang)><Icon name="back" />{say.back}</a>
            </p>
            <section class="review__decide" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">{heading}</h2>
                <p class="soft">{lead}</p>
                {move || match loader.state.get() {
                    Load::Waiting => view! { <Loading /> }.into_any(),
                    Load::Failed(why) => {
                        view! { <Failed why way=Way::Load again id="belofte-niet-geladen" /> }.into_any()
                    }
                    Load::Ready(Choices { organisations, .. }) if whose == Whose::Others && organisations.is_empty() => {
                        view! { <p>{say.no_organisations}</p> }.into_any()
                    }
                    Load::Ready(choices) => view! { <Form whose choices /> }.into_any(),
                }}
            </section>
        </div>
    }
}

/// The field for a field of the call.
fn field_of(name: &str) -> Option<&'static str> {
    Some(match name.strip_prefix("promise.").unwrap_or(name) {
        "organisation" => ORGANISATION,
        "direction" => DIRECTION,
        "what" => WHAT,
        "owner" => OWNER,
        "due" => DUE,
        "posts" => POSTS,
        _ => return None,
    })
}

/// A day that is over nowhere in the Netherlands: whether the day that was chosen still comes is the server's to say.
fn yesterday() -> Day {
    const DAY: f64 = 86_400_000.0;
    let days = crate::clock::now().map_or(0.0, |now| (now / DAY).floor() - 1.0);
    #[expect(clippy::cast_possible_truncation, reason = "whole days: they fit for the next millions of years")]
    let number = days as i64;
    Day::of_number(number).or_else(|| Day::of_number(0)).unwrap_or_else(|| unreachable!("the first day of all"))
}

/// The words as they are sent.
fn to_send(draft: PromiseDraft) -> PromiseDraft {
    let PromiseDraft { direction, what, owner, due, posts } = draft;
    let text = |words: Option<String>| Some(without_hidden(&words.unwrap_or_default()));
    PromiseDraft { direction, what: text(what), owner: text(owner), due, posts }
}

#[component]
fn Form(whose: Whose, choices: Choices) -> impl IntoView {
    let words = use_words();
    let desk = use_desk_words();
    let say = &desk.promising.form;
    let table = Table::get();
    let drafts = Drafts::get();
    let Choices { asked, organisations } = choices;
    let missing = RwSignal::new(Vec::<Missing>::new());
    let trouble = RwSignal::new(None::<Failure>);
    let hard = RwSignal::new(None::<Readability>);
    let sending = RwSignal::new(false);
    let route = Route::get();
    let done = Callback::new(move |()| {
        table.say(say.sent);
        let address = places::promises(words.lang);
        route.go(&address);
    });
    let found = move |faults: &[FieldError]| -> Vec<Missing> {
        let at = |fault: &FieldError| {
            let field = field_of(&fault.field)?;
            let nothing = matches!(fault.code, FieldCode::Missing | FieldCode::Empty);
            let sentence = match field {
                ORGANISATION => say.organisation_missing.to_owned(),
                DIRECTION => say.direction_missing.to_owned(),
                DUE if nothing => say.due_missing.to_owned(),
                DUE => say.due_fault.to_owned(),
                POSTS if nothing => say.posts_missing.to_owned(),
                POSTS if fault.code == FieldCode::TooMany => (say.posts_too_many)(MAX_POSTS),
                POSTS => say.posts_fault.to_owned(),
                // The guard sees a person's name in it.
                OWNER if fault.code == FieldCode::Invalid => say.owner_is_name.to_owned(),
                OWNER => (say.text_fault)(fault.code, MAX_OWNER),
                _ => (say.text_fault)(fault.code, MAX_WHAT),
            };
            Some(Missing { field, sentence })
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
        let Making { organisation, draft } = drafts.making_untracked();
        let draft = to_send(draft);
        trouble.set(None);
        hard.set(None);
        let mut faults = draft.parse(yesterday()).err().unwrap_or_default();
        if whose == Whose::Others && organisation.parse::<Uuid>().is_err() {
            faults.insert(0, FieldError::new("organisation", FieldCode::Missing));
        }
        if !faults.is_empty() {
            return refuse(found(&faults));
        }
        missing.set(Vec::new());
        let read = readability(draft.what.as_deref().unwrap_or_default());
        if read.is_hard() && !anyway {
            hard.set(Some(read));
            return device::focus_soon(readable::ASK);
        }
        sending.set(true);
        crate::task::run(async move {
            let flight = Flight::new();
            let answer = match whose {
                Whose::Own => api::make_promise(&draft, &flight).await,
                Whose::Others => api::make_promise_for(&PromiseFor { organisation, promise: draft }, &flight).await,
            };
            let answer = table.heed(answer);
            if sending.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(_) => {
                    drafts.make(|making| *making = Making::default());
                    done.run(());
                }
                Err(why) if why.code() == Some(ProblemCode::NotSignedIn) => {}
                Err(Failure::Refused(problem)) if !found(&problem.fields).is_empty() => refuse(found(&problem.fields)),
                Err(why) => {
                    trouble.set(Some(why));
                    device::focus_soon(TROUBLE);
                }
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send.run(false);
    };
    let anyway = Callback::new(move |()| send.run(true));
    let typed = Callback::new(move |field: &'static str| {
        missing.update(|missing| missing.retain(|one| one.field != field));
        hard.set(None);
        // What was done before that has been heard by now.
        table.say("");
    });
    let heading = Signal::derive(move || missing.with(|missing| (say.summary)(missing.len()).to_owned()));
    let of = (whose == Whose::Others).then(|| view! { <Who organisations missing typed /> });
    view! {
        <form class="review__form" novalidate on:submit=submit>
            <Summary heading missing=missing.into() />
            {of}
            <Directions missing typed />
            <Line
                field=WHAT label=say.what hint=(say.what_hint)(MAX_WHAT) kind=Kind::Long missing typed
                read=|draft| draft.what.clone() write=|draft, words| draft.what = words
            />
            <Line
                field=OWNER label=say.owner hint=say.owner_hint.to_owned() kind=Kind::Short missing typed
                read=|draft| draft.owner.clone() write=|draft, words| draft.owner = words
            />
            <Line
                field=DUE label=say.due hint=say.due_hint.to_owned() kind=Kind::Day missing typed
                read=|draft| draft.due.clone() write=|draft, words| draft.due = words
            />
            <Posts asked missing typed />
            {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again=anyway id=TROUBLE /> })}
            {move || hard.get().map(|read| view! {
                <AskReadable parts=vec![read] field=WHAT send=anyway close=Callback::new(move |()| hard.set(None)) />
            })}
            <p class="small soft">{say.fixed}" "{desk.answering.asked.kept}</p>
            <button
                class="button button--primary button--wide"
                type="submit"
                aria-disabled=move || sending.get().then_some("true")
            >
                {move || if sending.get() { desk.answering.asked.sending } else { say.send }}
            </button>
        </form>
    }
}

/// For which organisation a facilitator writes it down.
#[component]
fn Who(
    organisations: Vec<Organisation>,
    missing: RwSignal<Vec<Missing>>,
    typed: Callback<&'static str>,
) -> impl IntoView {
    let say = &use_desk_words().promising.form;
    let drafts = Drafts::get();
    let wrong = wrong_at(ORGANISATION, missing);
    // The choices are there before the one that was chosen can be shown.
    let chosen = RwSignal::new(String::new());
    Effect::new(move |_| chosen.set(drafts.making().organisation));
    view! {
        <div class="field">
            <label class="field__label field__label--small" for=ORGANISATION>{say.organisation}</label>
            <FieldSays field=ORGANISATION missing=missing.into() />
            <select
                class="field__input"
                id=ORGANISATION
                aria-describedby=described(ORGANISATION, "", wrong)
                aria-invalid=invalid(wrong)
                prop:value=chosen
                on:change=move |event| {
                    typed.run(ORGANISATION);
                    drafts.make(|making| making.organisation = event_target_value(&event));
                }
            >
                <option value="">{say.organisation_none}</option>
                <Groups organisations />
            </select>
        </div>
    }
}

/// One of the movement's three questions; nothing is chosen beforehand.
#[component]
fn Directions(missing: RwSignal<Vec<Missing>>, typed: Callback<&'static str>) -> impl IntoView {
    let names = &use_words().say.names;
    let say = &use_desk_words().promising.form;
    let drafts = Drafts::get();
    let chosen = Memo::new(move |_| drafts.making().draft.direction);
    let one = |(place, direction): (usize, &Direction)| {
        let (direction, code) = (*direction, direction.code());
        let id = if place == 0 { DIRECTION.to_owned() } else { format!("{DIRECTION}-{code}") };
        let choose = move |_| {
            typed.run(DIRECTION);
            drafts.make(|making| making.draft.direction = Some(code.to_owned()));
        };
        view! {
            <label class="choice">
                <input
                    class="choice__input"
                    type="radio"
                    name=DIRECTION
                    id=id
                    value=code
                    prop:checked=move || chosen.with(|chosen| chosen.as_deref() == Some(code))
                    on:change=choose
                />
                <span class="choice__body">
                    <span class=format!("choice__title direction direction--{}", tone(Some(direction)))>
                        <Icon name=shape(Some(direction)) class="direction__shape" />
                        {(names.direction)(direction)}
                    </span>
                </span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="field__label field__label--small">{say.direction}</legend>
            <FieldSays field=DIRECTION missing=missing.into() />
            <div class="stack stack--tight">{Direction::ALL.iter().enumerate().map(one).collect_view()}</div>
        </fieldset>
    }
}

/// What is filled in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Long,
    Short,
    Day,
}

/// One field: what it is for, what is wrong with it.
#[component]
fn Line(
    field: &'static str,
    label: &'static str,
    hint: String,
    kind: Kind,
    missing: RwSignal<Vec<Missing>>,
    typed: Callback<&'static str>,
    read: fn(&PromiseDraft) -> Option<String>,
    write: fn(&mut PromiseDraft, Option<String>),
) -> impl IntoView {
    // What organisations write is Dutch, whatever the language of the page.
    let lang = Lang::Nl.code();
    let drafts = Drafts::get();
    let value = Memo::new(move |_| read(&drafts.making().draft).unwrap_or_default());
    let hint_id = format!("{field}-uitleg");
    let wrong = wrong_at(field, missing);
    let by = described(field, &hint_id, wrong);
    let put = move |event| {
        typed.run(field);
        let words = Some(event_target_value(&event)).filter(|words| !words.is_empty());
        drafts.make(|making| write(&mut making.draft, words));
    };
    let input = match kind {
        Kind::Long => view! {
            <textarea
                {..private()}
                class="field__input"
                id=field
                rows="3"
                lang=lang dir="auto"
                aria-describedby=by
                aria-invalid=invalid(wrong)
                prop:value=move || value.get()
                on:input=put
            ></textarea>
            <Readable text=value.into() />
        }
        .into_any(),
        Kind::Short | Kind::Day => view! {
            <input
                {..private()}
                class="field__input"
                id=field
                type=if kind == Kind::Day { "date" } else { "text" }
                lang=(kind == Kind::Short).then_some(lang) dir="auto"
                aria-describedby=by
                aria-invalid=invalid(wrong)
                prop:value=move || value.get()
                on:input=put
            />
        }
        .into_any(),
    };
    view! {
        <div class="field">
            <label class="field__label field__label--small" for=field>{label}</label>
            <p class="field__hint" id=hint_id>{hint}</p>
            <FieldSays field missing=missing.into() />
            {input}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_promise_has_its_place_in_the_form() {
        let faults = PromiseDraft::default().parse(yesterday()).err().unwrap_or_default();
        assert_eq!(faults.len(), 5);
        for fault in faults {
            assert!(field_of(&fault.field).is_some(), "{}", fault.field);
            assert_eq!(field_of(&format!("promise.{}", fault.field)), field_of(&fault.field));
        }
        assert_eq!((field_of("organisation"), field_of("nonsense")), (Some(ORGANISATION), None));
    }
}

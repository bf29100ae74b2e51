//! What an answerer sees: what is asked of their organisation, how long it waits, and the answer. Of a post they see what
//! everybody sees.

use super::{
    device, places,
    post_sheet::{PostSheet, beginning},
    readable::{self, AskReadable, Readable},
    say::{Blank, Failed, FieldSays, Loading, Missing, Note, SUMMARY, Summary, Way, wrong_at},
    table::{Table, Written},
    unread::Unread,
};
use crate::components::{
    field::private,
    summary::{described, invalid},
};
use crate::{
    api::{Failure, Flight, desk as api},
    components::{answer::Signature, icon::Icon},
    i18n::{desk::use_desk_words, use_words},
    load::{Load, Loader},
};
use droombord_domain::{
    answer::{AnswerForm, AnswerState, MAX_FUNCTION, MAX_PART},
    answering::{Asked, AskedPost, SentAnswer},
    asking::{PublicAnswer, PublicAsking},
    first_name::MAX_FIRST_NAME,
    life::PostState,
    problem::{FieldCode, FieldError, ProblemCode},
    readability::{Readability, readability},
    text::without_hidden,
};
use leptos::{ev::SubmitEvent, prelude::*};
use uuid::Uuid;

const HEADING: &str = "gevraagd-aan";
const UNDERSTOOD: &str = "wat-ik-begrijp";
const DOES: &str = "wat-wij-doen";
const NAME: &str = "wie-antwoordt-naam";
const FUNCTION: &str = "wie-antwoordt";
const STANDS: &str = "antwoord-staat";
const TROUBLE: &str = "antwoord-mislukt";

/// The list, or one post of it.
#[component]
pub fn AnsweringPage(
    /// Which asking; none is the list.
    one: Memo<Option<Uuid>>,
) -> impl IntoView {
    // What was under the finger is gone: the focus goes to what takes its place.
    Effect::new(move |before: Option<Option<Uuid>>| {
        let now = one.get();
        if before.is_some_and(|before| before != now) {
            crate::browser::focus_page();
        }
        now
    });
    move || match one.get() {
        Some(id) => view! { <Asking id /> }.into_any(),
        None => view! { <AskedList /> }.into_any(),
    }
}

/// What is asked, longest waiting first, and what was answered.
#[component]
fn AskedList() -> impl IntoView {
    let say = &use_desk_words().answering.asked;
    let table = Table::get();
    let loader =
        Loader::new(Signal::stored(()), None, move |(), flight| async move { table.heed(api::asked(&flight).await) });
    move || match loader.state.get() {
        Load::Waiting => view! { <Loading /> }.into_any(),
        Load::Failed(why) => {
            view! { <Failed why way=Way::Load again=Callback::new(move |()| loader.again()) id="gevraagd-mislukt" /> }
                .into_any()
        }
        Load::Ready(Asked { organisation, open, answered, unread }) => {
            let lead = (say.lead)(open.len());
            view! {
                <section class="stack desk__sheet" aria-labelledby=HEADING>
                    <h2 id=HEADING tabindex="-1">{(say.heading)(&organisation.name)}</h2>
                    {if open.is_empty() {
                        view! { <Blank title=say.none more=say.none_more /> }.into_any()
                    } else {
                        view! { <p class="soft">{lead}</p><Rows posts=open /> }.into_any()
                    }}
                    <Unread posts=unread />
                    <h2>{say.answered}</h2>
                    {if answered.is_empty() {
                        view! { <p class="soft">{say.answered_none}</p> }.into_any()
                    } else {
                        view! { <Rows posts=answered /> }.into_any()
                    }}
                </section>
            }
            .into_any()
        }
    }
}

#[component]
fn Rows(posts: Vec<AskedPost>) -> impl IntoView {
    let lang = use_words().lang;
    let rows = posts
        .into_iter()
        .map(|asked| {
            let href = places::post(lang, PostState::Received, asked.id);
            view! { <li class="queue__item"><a class="queue__row" href=href><Line asked /></a></li> }
        })
        .collect_view();
    view! { <ul class="queue">{rows}</ul> }
}

/// One post in a list: how it begins, how long it waits, where the answer stands, and what the writer said.
#[component]
fn Line(asked: AskedPost) -> impl IntoView {
    let names = &use_words().say.names;
    let say = &use_desk_words().answering.asked;
    let AskedPost { id: _, days, post, earlier, sent, public } = asked;
    let sample = post.sample;
    let waits = if public.is_some() { (say.took)(days) } else { (say.waits)(days) };
    let again = (public.is_none() && !earlier.is_empty()).then_some(say.again);
    let stands = sent.filter(|_| public.is_none()).map(|sent| (say.state)(sent.state));
    let said = public.map(|answer| (say.verdict)(answer.verdict));
    view! {
        {beginning(&post)}
        <span class="queue__meta">
            <span class="only-heard">". "</span>
            <span>{waits}</span>
            {again.map(|word| view! { <span class="queue__flag">{word}</span> })}
            {stands.map(|word| view! { <span class="queue__flag">{word}</span> })}
            {said.map(|word| view! { <span>{word}</span> })}
            {sample.then(|| view! { <span class="queue__flag">{names.sample}</span> })}
        </span>
    }
}

/// One post and the answer to it.
#[component]
fn Asking(id: Uuid) -> impl IntoView {
    let lang = use_words().lang;
    let say = &use_desk_words().answering.asked;
    let table = Table::get();
    let changed = RwSignal::new(false);
    let loader = Loader::new(Signal::stored(id), None, move |id, flight| async move {
        match table.heed(api::asked_post(id, &flight).await) {
            Ok(asked) => {
                if asked.public.is_some() {
                    table.drop_written(id);
                }
                Ok(Some(asked))
            }
            Err(Failure::Refused(problem)) if problem.code == ProblemCode::NotFound => {
                table.drop_written(id);
                Ok(None)
            }
            Err(failure) => Err(failure),
        }
    });
    let again = Callback::new(move |()| loader.again());
    let stale = Callback::new(move |()| {
        changed.set(true);
        loader.again();
    });
    let sent = Callback::new(move |asked: AskedPost| {
        changed.set(false);
        loader.state.set(Load::Ready(Some(asked)));
        device::focus_soon(STANDS);
    });
    Effect::new(move |_| {
        if changed.get() && matches!(*loader.state.read(), Load::Ready(_)) {
            device::focus_soon(TROUBLE);
        }
    });
    view! {
        <p>
            <a class="button button--quiet button--small" href=places::base(lang)><Icon name="back" />{say.back}</a>
        </p>
        {move || match loader.state.get() {
            Load::Waiting => view! { <Loading /> }.into_any(),
            Load::Failed(why) => view! { <Failed why way=Way::Load again id="gevraagd-mislukt" /> }.into_any(),
            Load::Ready(None) => view! { <Blank title=say.not_there more=say.not_there_more /> }.into_any(),
            Load::Ready(Some(asked)) => {
                let note = changed.get_untracked().then(|| view! {
                    <Note id=TROUBLE icon="pencil" title=say.stale><p>{say.stale_more}</p></Note>
                });
                view! { {note}<Whole asked sent stale again /> }.into_any()
            }
        }}
    }
}

#[component]
fn Whole(asked: AskedPost, sent: Callback<AskedPost>, stale: Callback<()>, again: Callback<()>) -> impl IntoView {
    let all = &use_desk_words().answering;
    let say = &all.asked;
    let AskedPost { id, days, post, earlier, sent: before, public } = asked;
    let waits = if public.is_some() { (say.took)(days) } else { (say.waits)(days) };
    let answer = match public {
        Some(answer) => view! {
            <section class="review__decide" aria-labelledby="antwoord">
                <h2 id="antwoord">{say.write}</h2>
                <div id=STANDS tabindex="-1"><p class="soft">{say.public}</p></div>
                <Public answer />
            </section>
        }
        .into_any(),
        None => view! { <Answering id before sent stale again /> }.into_any(),
    };
    view! {
        <div class="desk__halves">
            <div class="stack">
                <h2>{all.read.answers_what}</h2>
                <PostSheet post waits />
                <Earlier askings=earlier />
            </div>
            {answer}
        </div>
    }
}

/// What this organisation was asked before about this post, and what the writer said of it.
#[component]
pub fn Earlier(
    /// Oldest first.
    askings: Vec<PublicAsking>,
) -> impl IntoView {
    let say = &use_desk_words().answering.asked;
    let answers: Vec<_> = askings.into_iter().filter_map(|asking| asking.answer).collect();
    (!answers.is_empty()).then(|| {
        let answers = answers.into_iter().map(|answer| view! { <Public answer /> }).collect_view();
        view! {
            <section class="stack" aria-labelledby="eerder">
                <h3 id="eerder">{say.earlier}</h3>
                {answers}
            </section>
        }
    })
}

/// A published answer, and what the writer says of it: silence too.
#[component]
fn Public(answer: PublicAnswer) -> impl IntoView {
    let say = &use_desk_words().answering.asked;
    let PublicAnswer { body, answered: _, understood, verdict, words } = answer;
    view! {
        <div class="review__letter">
            <p class="small"><Signature name=body.by_name function=body.by_function /></p>
            <dl class="review__parts">
                <div>
                    <dt>{say.part_heard}</dt>
                    <dd class="review__plain" lang="nl" dir="auto">{body.understood_text}</dd>
                </div>
                <div>
                    <dt>{say.part_does}</dt>
                    <dd class="review__plain" lang="nl" dir="auto">{body.does_text}</dd>
                </div>
                <div>
                    <dt>{say.writer}</dt>
                    <dd>{(say.understood)(understood)}</dd>
                    <dd>{(say.verdict)(verdict)}</dd>
                    {words.map(|words| view! { <dd class="review__plain" dir="auto">{format!("‘{words}’")}</dd> })}
                </div>
            </dl>
        </div>
    }
}

/// The field for a field of the call, and how long it may be.
fn field_of(name: &str) -> Option<(&'static str, usize)> {
    match name {
        "understood_text" => Some((UNDERSTOOD, MAX_PART)),
        "does_text" => Some((DOES, MAX_PART)),
        "by_name" => Some((NAME, MAX_FIRST_NAME)),
        "by_function" => Some((FUNCTION, MAX_FUNCTION)),
        _ => None,
    }
}

#[component]
fn Answering(
    id: Uuid,
    before: Option<SentAnswer>,
    sent: Callback<AskedPost>,
    stale: Callback<()>,
    again: Callback<()>,
) -> impl IntoView {
    let say = &use_desk_words().answering.asked;
    let table = Table::get();
    let missing = RwSignal::new(Vec::<Missing>::new());
    let trouble = RwSignal::new(None::<Failure>);
    let sending = RwSignal::new(false);
    let revision = before.as_ref().map_or(0, |sent| sent.revision);
    let signed = table.signed();
    let start = before.as_ref().map_or_else(
        || signed.clone(),
        |SentAnswer { body, .. }| Written {
            understood_text: body.understood_text.clone(),
            does_text: body.does_text.clone(),
            by_name: body.by_name.clone().unwrap_or_else(|| signed.by_name.clone()),
            by_function: body.by_function.clone(),
        },
    );
    let start = StoredValue::new(start);
    let words = move || table.written_untracked(id).unwrap_or_else(|| start.get_value());
    let found = move |faults: &[FieldError]| -> Vec<Missing> {
        let at = |fault: &FieldError| {
            let (field, limit) = field_of(&fault.field)?;
            let nothing = matches!(fault.code, FieldCode::Missing | FieldCode::Empty);
            let sentence = match field {
                UNDERSTOOD if nothing => say.heard_first.to_owned(),
                NAME if nothing => say.name_missing.to_owned(),
                NAME if fault.code == FieldCode::Invalid => say.name_fault.to_owned(),
                _ => (say.fault)(fault.code, limit),
            };
            Some(Missing { field, sentence })
        };
        faults.iter().filter_map(at).collect()
    };
    let refuse = move |all: Vec<Missing>| {
        missing.set(all);
        device::focus_soon(SUMMARY);
    };
    let hard = RwSignal::new(None::<Hard>);
    let send = Callback::new(move |anyway: bool| {
        if sending.get_untracked() {
            return;
        }
        let Written { understood_text, does_text, by_name, by_function } = words();
        let read = Hard::of(&understood_text, &does_text);
        let form = AnswerForm {
            revision,
            understood_text: Some(without_hidden(&understood_text)),
            does_text: Some(without_hidden(&does_text)),
            by_name: Some(without_hidden(&by_name)),
            by_function: Some(without_hidden(&by_function)),
        };
        trouble.set(None);
        if let Err(faults) = form.parse() {
            hard.set(None);
            return refuse(found(&faults));
        }
        missing.set(Vec::new());
        if let Some(read) = read.filter(|_| !anyway) {
            hard.set(Some(read));
            return device::focus_soon(readable::ASK);
        }
        hard.set(None);
        sending.set(true);
        crate::task::run(async move {
            let answer = table.heed(api::answer(id, &form, &Flight::new()).await);
            if sending.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(asked) => {
                    table.drop_written(id);
                    sent.run(asked);
                }
                Err(why) => match why.code() {
                    Some(ProblemCode::StaleRevision) => stale.run(()),
                    // It is public, or gone: the page says which.
                    Some(ProblemCode::NotAllowedNow | ProblemCode::NotFound) => again.run(()),
                    Some(ProblemCode::NotSignedIn) => {}
                    Some(ProblemCode::InvalidFields) if matches!(&why, Failure::Refused(it) if !found(&it.fields).is_empty()) => {
                        if let Failure::Refused(problem) = &why {
                            refuse(found(&problem.fields));
                        }
                    }
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
    let typed = Callback::new(move |field: &'static str| {
        missing.update(|missing| missing.retain(|one| one.field != field));
        hard.set(None);
    });
    let heading = Signal::derive(move || missing.with(|missing| (say.summary)(missing.len()).to_owned()));
    let (title, go) = if before.is_some() { (say.rewrite, say.send_again) } else { (say.write, say.send) };
    view! {
        <section class="review__decide" aria-labelledby="antwoord">
            <h2 id="antwoord">{title}</h2>
            {before.map(|sent| view! { <Stands sent /> })}
            <div class="notice notice--plain">
                <Icon name="people" class="icon" />
                <div class="notice__body">
                    <p class="notice__title">{say.no_guess}</p>
                    <p>{say.no_guess_more}</p>
                </div>
            </div>
            <form class="review__form" novalidate on:submit=submit>
                <Summary heading missing=missing.into() />
                <Part
                    start asking=id missing typed
                    field=UNDERSTOOD label=say.part_heard hint=(say.part_heard_hint)(MAX_PART) long=true
                    read=|words| &words.understood_text write=|words| &mut words.understood_text
                />
                <Part
                    start asking=id missing typed
                    field=DOES label=say.part_does hint=(say.part_does_hint)(MAX_PART) long=true
                    read=|words| &words.does_text write=|words| &mut words.does_text
                />
                <Part
                    start asking=id missing typed
                    field=NAME label=say.name hint=say.name_hint.to_owned() long=false
                    read=|words| &words.by_name write=|words| &mut words.by_name
                />
                <Part
                    start asking=id missing typed
                    field=FUNCTION label=say.function hint=say.function_hint.to_owned() long=false
                    read=|words| &words.by_function write=|words| &mut words.by_function
                />
                {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again=anyway id=TROUBLE /> })}
                {move || hard.get().map(|Hard { parts, field }| view! {
                    <AskReadable parts field send=anyway close=Callback::new(move |()| hard.set(None)) />
                })}
                <p class="small soft">{say.kept}</p>
                <button
                    class="button button--primary button--wide"
                    type="submit"
                    aria-disabled=move || sending.get().then_some("true")
                >
                    {move || if sending.get() { say.sending } else { go }}
                </button>
            </form>
        </section>
    }
}

/// An answer that is hard to read, and where to begin with it.
#[derive(Clone, PartialEq)]
struct Hard {
    parts: Vec<Readability>,
    field: &'static str,
}

impl Hard {
    /// Nothing when both parts are easy enough.
    fn of(understood_text: &str, does_text: &str) -> Option<Self> {
        let (understood, does) = (readability(understood_text), readability(does_text));
        let field = match (understood.is_hard(), does.is_hard()) {
            (true, _) => UNDERSTOOD,
            (false, true) => DOES,
            (false, false) => return None,
        };
        Some(Self { parts: vec![understood, does], field })
    }
}

/// Where the answer stands, and why a facilitator wants it otherwise.
#[component]
fn Stands(sent: SentAnswer) -> impl IntoView {
    let say = &use_desk_words().answering.asked;
    let SentAnswer { revision: _, state, body: _, at: _, reason, sentence } = sent;
    let (class, icon, title) = match state {
        AnswerState::Received | AnswerState::Published => ("notice notice--done", "tick", say.sent),
        AnswerState::HandedBack => ("notice notice--wait", "letter", say.handed_back),
        AnswerState::Declined => ("notice notice--wait", "letter", say.declined),
    };
    let more = (state == AnswerState::Received).then_some(say.sent_more);
    view! {
        <div class=class id=STANDS tabindex="-1">
            <Icon name=icon class="icon" />
            <div class="notice__body">
                <p class="notice__title">{title}</p>
                {more.map(|more| view! { <p>{more}</p> })}
                {reason.map(|reason| view! { <p>{(say.reason)(reason)}"."</p> })}
                {sentence.map(|sentence| view! { <p dir="auto">{sentence}</p> })}
            </div>
        </div>
    }
}

/// One field of the answer: what it is for, what is wrong with it.
#[component]
fn Part(
    start: StoredValue<Written>,
    asking: Uuid,
    missing: RwSignal<Vec<Missing>>,
    typed: Callback<&'static str>,
    field: &'static str,
    label: &'static str,
    hint: String,
    long: bool,
    read: fn(&Written) -> &String,
    write: fn(&mut Written) -> &mut String,
) -> impl IntoView {
    let lang = droombord_domain::post::Lang::Nl.code();
    let table = Table::get();
    let value = Memo::new(move |_| read(&table.written(asking).unwrap_or_else(|| start.get_value())).clone());
    let wrong = wrong_at(field, missing);
    let hint_id = format!("{field}-uitleg");
    let by = described(field, &hint_id, wrong);
    let put = move |event| {
        typed.run(field);
        let mut words = table.written_untracked(asking).unwrap_or_else(|| start.get_value());
        *write(&mut words) = event_target_value(&event);
        if !long {
            table.sign(&words);
        }
        table.write(asking, words);
    };
    view! {
        <div class="field">
            <label class="field__label field__label--small" for=field>{label}</label>
            <p class="field__hint" id=hint_id>{hint}</p>
            <FieldSays field missing=missing.into() />
            {if long {
                view! {
                    <textarea
                        {..private()}
                        class="field__input review__area"
                        id=field
                        rows="6"
                        lang=lang dir="auto"
                        aria-describedby=by
                        aria-invalid=invalid(wrong)
                        prop:value=move || value.get()
                        on:input=put
                    ></textarea>
                    <Readable text=value.into() />
                }
                .into_any()
            } else {
                view! {
                    <input
                        {..private()}
                        type="text"
                        class="field__input"
                        id=field
                        lang=lang dir="auto"
                        aria-describedby=by
                        aria-invalid=invalid(wrong)
                        prop:value=move || value.get()
                        on:input=put
                    />
                }
                .into_any()
            }}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_an_answer_has_its_place_in_the_form() {
        let faults = AnswerForm::default().parse().err().unwrap_or_default();
        assert_eq!(faults.len(), 3);
        assert!(field_of("by_name").is_some());
        assert!(faults.iter().all(|fault| field_of(&fault.field).is_some()));
    }

    #[test]
    fn the_first_part_that_is_hard_is_where_to_begin() {
        let (plain, heavy) = ("Jij wilt naar huis.", "Wij bespreken de casus in het traject.");
        for (understood, does, field) in
            [(plain, plain, None), (heavy, heavy, Some(UNDERSTOOD)), (plain, heavy, Some(DOES))]
        {
            assert_eq!(Hard::of(understood, does).map(|hard| hard.field), field);
        }
    }
}

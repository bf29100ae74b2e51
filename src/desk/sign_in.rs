//! Signing in: name, password and code in one form; the first time also the second factor and an own password.

use super::{
    device,
    presence::Presence,
    say::{FieldSays, Missing, Note, SUMMARY, Summary, wrong_at},
    table::Table,
};
use crate::components::{
    field::no_helpers,
    summary::{described, invalid},
};
use crate::{
    api::{Failure, Flight, desk as api},
    components::icon::Icon,
    i18n::{
        desk::{DeskMessages, Ended, use_desk_words},
        use_words,
    },
};
use droombord_domain::{
    api::SignIn,
    origin::keeps_no_session,
    problem::{Enrolment, FieldCode, ProblemCode},
    staff::MIN_PASSWORD,
    text,
};
use leptos::{ev::SubmitEvent, prelude::*};

const NAME: &str = "naam";
const PASSWORD: &str = "wachtwoord";
const CODE: &str = "code";
const NEW_PASSWORD: &str = "nieuw-wachtwoord";
const PLAIN_HTTP: &str = "zonder-https";
const DIGITS: usize = 6;

/// What the form asks for now.
#[derive(Clone, Debug, PartialEq)]
struct Asks {
    /// The second factor is set up: its secret is shown.
    enrolment: Option<Enrolment>,
    /// The code may not be left empty.
    code: bool,
    /// An own password is asked for.
    new_password: bool,
}

impl Asks {
    const FIRST: Self = Self { enrolment: None, code: false, new_password: false };
}

/// What was typed.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    password: RwSignal<String>,
    code: RwSignal<String>,
    new_password: RwSignal<String>,
}

/// What the form still needs before it can be sent: everything at once.
fn missing_in(asks: &Asks, request: &SignIn, desk: &DeskMessages) -> Vec<Missing> {
    let say = &desk.sign_in;
    let SignIn { name, password, code, new_password } = request;
    let mut missing = Vec::new();
    let mut lacks = |field, sentence: String| missing.push(Missing { field, sentence });
    if name.is_empty() {
        lacks(NAME, say.name_missing.into());
    }
    if password.is_empty() {
        lacks(PASSWORD, say.password_missing.into());
    }
    let new_length = text::length(new_password.as_deref().unwrap_or_default());
    if asks.new_password && new_length < MIN_PASSWORD {
        let code = if new_length == 0 { FieldCode::Empty } else { FieldCode::TooShort };
        lacks(NEW_PASSWORD, (say.new_password_fault)(code, MIN_PASSWORD));
    }
    match code {
        None if asks.code => lacks(CODE, say.code_missing.into()),
        Some(code) if code.len() != DIGITS || !code.bytes().all(|digit| digit.is_ascii_digit()) => {
            lacks(CODE, say.code_shape.into());
        }
        None | Some(_) => {}
    }
    missing
}

/// The form. Whoever was signed in until a moment ago reads that first.
#[component]
pub fn SignInPage(
    /// How the session ended a moment ago, if it did.
    ended: Option<Ended>,
) -> impl IntoView {
    let table = Table::get();
    let presence = Presence::get();
    let desk = use_desk_words();
    let foreign = use_words().say.states.foreign;
    let say = &desk.sign_in;
    let typed = Typed {
        name: RwSignal::new(table.name().unwrap_or_default()),
        password: RwSignal::default(),
        code: RwSignal::default(),
        new_password: RwSignal::default(),
    };
    let plain_http = RwSignal::new(keeps_no_session(&device::origin()));
    let asks = RwSignal::new(Asks::FIRST);
    let missing = RwSignal::new(Vec::<Missing>::new());
    let trouble = RwSignal::new(None::<String>);
    let sending = RwSignal::new(false);
    let shown = RwSignal::new(false);
    let request = move || {
        let code: String = typed.code.with_untracked(|code| code.split_whitespace().collect());
        SignIn {
            name: typed.name.with_untracked(|name| name.trim().to_owned()),
            password: typed.password.get_untracked(),
            code: (!code.is_empty()).then_some(code),
            new_password: asks.with_untracked(|asks| asks.new_password).then(|| typed.new_password.get_untracked()),
        }
    };
    let refuse = move |found: Vec<Missing>| {
        missing.set(found);
        device::focus_soon(SUMMARY);
    };
    let stop = move |sentence: String| {
        trouble.set(Some(sentence));
        device::focus_soon("inlogfout");
    };
    let answered = move |answer: Result<droombord_domain::api::Session, Failure>| {
        sending.set(false);
        let failure = match answer {
            Ok(session) => {
                table.say("");
                presence.signed_in(session);
                crate::announcer::say(say.signed_in);
                return crate::browser::focus_page();
            }
            Err(failure) => failure,
        };
        let problem = match failure {
            Failure::Refused(problem) => problem,
            Failure::Busy(seconds) => return stop((say.busy)(seconds)),
            Failure::Offline if !crate::browser::is_online() => return stop(desk.room.offline.into()),
            Failure::Foreign => return stop(foreign.into()),
            Failure::Offline | Failure::Garbled => return stop(desk.room.not_sent.into()),
        };
        let code = problem.code;
        if code == ProblemCode::NeedsHttps {
            plain_http.set(true);
            device::focus_soon(PLAIN_HTTP);
        } else if code == ProblemCode::SecondFactorRequired {
            asks.update(|asks| asks.code = true);
            refuse(vec![Missing { field: CODE, sentence: say.code_missing.into() }]);
        } else if code == ProblemCode::SecondFactorEnrolment {
            asks.update(|asks| {
                asks.enrolment = problem.enrolment;
                asks.code = true;
            });
            device::focus_soon("eerste-keer");
        } else if code == ProblemCode::NewPasswordRequired {
            asks.update(|asks| {
                asks.code = true;
                asks.new_password = true;
            });
            refuse(vec![Missing { field: NEW_PASSWORD, sentence: say.new_password_wanted.into() }]);
        } else if let Some(fault) = problem.fields.iter().find(|fault| fault.field == "new_password") {
            let sentence = (say.new_password_fault)(fault.code, MIN_PASSWORD);
            refuse(vec![Missing { field: NEW_PASSWORD, sentence }]);
        } else if code == ProblemCode::SignInFailed || code == ProblemCode::InvalidFields {
            // A code works once. The password stays while the second factor is set up: it was right.
            typed.code.set(String::new());
            if asks.with_untracked(|asks| asks.enrolment.is_none()) {
                typed.password.set(String::new());
            }
            stop(say.wrong.into());
        } else if code == ProblemCode::StorageFull {
            stop(desk.room.storage_full.into());
        } else {
            stop(desk.room.not_sent.into());
        }
    };
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        if sending.get_untracked() {
            return;
        }
        let request = request();
        let found = asks.with_untracked(|asks| missing_in(asks, &request, desk));
        trouble.set(None);
        if !found.is_empty() {
            return refuse(found);
        }
        missing.set(Vec::new());
        table.say("");
        sending.set(true);
        crate::task::run(async move {
            let answer = api::sign_in(&request, &Flight::new()).await;
            // The form may be gone: somebody signed in elsewhere in this page.
            if sending.try_get_untracked().is_some() {
                answered(answer);
            }
        });
    };
    let start_again = move |_| {
        asks.set(Asks::FIRST);
        typed.password.set(String::new());
        typed.code.set(String::new());
        typed.new_password.set(String::new());
        missing.set(Vec::new());
        trouble.set(None);
        device::focus_soon(NAME);
    };
    if ended.is_some() {
        device::focus_soon("uitgelogd");
    }
    let asks_new = Memo::new(move |_| asks.with(|asks| asks.new_password));
    let enrolment = Memo::new(move |_| asks.with(|asks| asks.enrolment.clone()));
    let kind_of_password = move || if shown.get() { "text" } else { "password" };
    let heading = Signal::derive(move || missing.with(|missing| (say.summary)(missing.len()).to_owned()));
    view! {
        <div class="page page--narrow stack sign-in">
            <h1>{desk.room.heading}</h1>
            {ended.map(|ended| view! {
                <Note id="uitgelogd" icon="clock" title=say.ended><p>{(say.ended_more)(ended)}</p></Note>
            })}
            <p class="soft">{say.lead}</p>
            {move || plain_http.get().then(|| view! {
                <Note id=PLAIN_HTTP title=say.needs_https><p>{say.needs_https_more}</p></Note>
            })}
            <form class="stack" aria-labelledby="inloggen" novalidate hidden=plain_http on:submit=go>
                <h2 id="inloggen">{say.heading}</h2>
                <Summary heading missing=missing.into() />
                {move || trouble.get().map(|sentence| view! {
                    <div
                        class="notice notice--danger"
                        id="inlogfout"
                        role="group"
                        aria-labelledby="inlogfout-kop"
                        tabindex="-1"
                    >
                        <Icon name="warning" class="icon" />
                        <p class="notice__title" id="inlogfout-kop">{sentence}</p>
                    </div>
                })}
                {move || {
                    let asked = enrolment.with(Option::is_some);
                    (!asked).then(|| view! {
                        <Line id=NAME label=say.name value=typed.name missing=missing.into() autocomplete="username" />
                        <Line
                            id=PASSWORD
                            label=say.password
                            value=typed.password
                            missing=missing.into()
                            autocomplete="current-password"
                            kind=Signal::derive(kind_of_password)
                        />
                    })
                }}
                {move || enrolment.get().map(|enrolment| view! { <FirstTime enrolment /> })}
                {move || asks_new.get().then(|| view! {
                    <Line
                        id=NEW_PASSWORD
                        label=say.new_password
                        value=typed.new_password
                        missing=missing.into()
                        autocomplete="new-password"
                        kind=Signal::derive(kind_of_password)
                        hint=(say.new_password_hint)(MIN_PASSWORD)
                    />
                })}
                {move || {
                    let first = enrolment.with(Option::is_some);
                    let (label, hint) =
                        if first { (say.first_code, say.first_code_hint) } else { (say.code, say.code_hint) };
                    view! {
                        <Line
                            id=CODE
                            label
                            value=typed.code
                            missing=missing.into()
                            autocomplete="one-time-code"
                            numeric=true
                            hint=hint.to_owned()
                        />
                    }
                }}
                <label class="choice choice--chip">
                    <input
                        class="choice__input"
                        type="checkbox"
                        prop:checked=shown
                        on:change=move |event| shown.set(event_target_checked(&event))
                    />
                    <span class="choice__body"><span class="choice__title">{say.show_passwords}</span></span>
                </label>
                <div class="cluster">
                    <button class="button button--primary" type="submit" aria-disabled=move || sending.get().then_some("true")>
                        {move || if sending.get() { say.going } else { say.go }}
                    </button>
                    {move || (enrolment.with(Option::is_some) || asks_new.get()).then(|| view! {
                        <button class="button button--quiet" type="button" on:click=start_again>{say.back}</button>
                    })}
                </div>
            </form>
        </div>
    }
}

/// One field with its label, its hint and what is not right with it.
#[component]
fn Line(
    id: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    missing: Signal<Vec<Missing>>,
    autocomplete: &'static str,
    #[prop(default = Signal::stored("text"))] kind: Signal<&'static str>,
    #[prop(optional)] numeric: bool,
    #[prop(optional)] hint: Option<String>,
) -> impl IntoView {
    let hint_id = format!("{id}-uitleg");
    let wrong = wrong_at(id, missing);
    let by = described(id, hint.as_ref().map_or("", |_| &hint_id), wrong);
    view! {
        <div class="field">
            <label class="field__label field__label--small" for=id>{label}</label>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <FieldSays field=id missing />
            <input
                {..no_helpers()}
                class="field__input"
                id=id
                type=kind
                inputmode=numeric.then_some("numeric")
                maxlength=if numeric { "9" } else { "256" }
                autocomplete=autocomplete
                autocapitalize="none"
                aria-invalid=invalid(wrong)
                aria-describedby=by
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
}

/// The second factor, shown until a first code was right.
#[component]
fn FirstTime(enrolment: Enrolment) -> impl IntoView {
    let say = &use_desk_words().sign_in;
    let Enrolment { secret, uri } = enrolment;
    let said = RwSignal::new("");
    crate::announcer::follow(said);
    let grouped = in_groups(&secret);
    let copy = move |_| {
        let secret = secret.clone();
        crate::task::run(async move {
            let done = device::copy(&secret).await;
            said.try_set(if done { say.copied } else { say.not_copied });
        });
    };
    view! {
        <section class="sign-in__first stack" aria-labelledby="eerste-keer">
            <h3 id="eerste-keer" tabindex="-1">{say.first_heading}</h3>
            <p>{say.first_lead}</p>
            <p>{say.first_app}</p>
            <div class="field">
                <p class="field__label field__label--small" id="geheim">{say.first_secret_label}</p>
                <p class="field__hint">{say.first_secret}</p>
                <div class="sign-in__secret" role="group" aria-labelledby="geheim" translate="no">{grouped}</div>
            </div>
            <div class="cluster">
                <button class="button button--small" type="button" on:click=copy><Icon name="copy" />{say.copy}</button>
                <a class="button button--small button--quiet" href=uri rel="external noreferrer">{say.first_link}</a>
            </div>
            <p class="small">{move || said.get()}</p>
            <p class="small soft">{say.first_keep}</p>
        </section>
    }
}

/// Four letters at a time: easier to type over.
fn in_groups(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::desk::desk_messages;
    use droombord_domain::post::Lang;

    fn typed(name: &str, password: &str, code: Option<&str>, new_password: Option<&str>) -> SignIn {
        SignIn {
            name: name.into(),
            password: password.into(),
            code: code.map(str::to_owned),
            new_password: new_password.map(str::to_owned),
        }
    }

    #[test]
    fn everything_that_is_missing_is_said_at_once() {
        let all = Asks { enrolment: None, code: true, new_password: true };
        for (asks, request, fields) in [
            (&Asks::FIRST, typed("", "", None, None), vec![NAME, PASSWORD]),
            (&Asks::FIRST, typed("Noor", "x", None, None), vec![]),
            (&Asks::FIRST, typed("Noor", "x", Some("12345"), None), vec![CODE]),
            (&Asks::FIRST, typed("Noor", "x", Some("12345a"), None), vec![CODE]),
            (&all, typed("Noor", "x", None, None), vec![NEW_PASSWORD, CODE]),
            (&all, typed("Noor", "x", Some("123456"), Some("twaalf letters")), vec![]),
        ] {
            let missing = missing_in(asks, &request, desk_messages(Lang::Nl));
            assert_eq!(missing.iter().map(|one| one.field).collect::<Vec<_>>(), fields);
        }
    }

    #[test]
    fn a_secret_is_read_in_groups_of_four() {
        assert_eq!(in_groups("ABCDEFGHIJ"), "ABCD EFGH IJ");
    }
}

//! What an administrator sees in the place of the queue: who can sign in. The first password is shown once.

use super::{
    asks::Groups,
    device,
    moment::exact,
    say::{Failed, FieldSays, Loading, Missing, SUMMARY, Summary, Way, wrong_at},
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
    load::{Load, Loader},
};
use droombord_domain::{
    api::{Account, AccountEntry, AccountEvent, AccountIssued, NewAccount},
    organisation::Organisation,
    problem::{FieldCode, ProblemCode},
    staff::{MAX_ACCOUNT_NAME, StaffRole},
};
use leptos::{ev::SubmitEvent, prelude::*};
use uuid::Uuid;

const HEADING: &str = "mensen";
const NAME: &str = "nieuwe-naam";
const ROLE: &str = "rol-facilitator";
const ORGANISATION: &str = "organisatie-keuze";
const ISSUED: &str = "eerste-wachtwoord";

/// What somebody asks for a person in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Reset,
    Disable,
}

/// The list, the form for somebody new, and a first password that was just made.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let desk = use_desk_words();
    let say = &desk.people;
    let table = Table::get();
    let issued = RwSignal::new(None::<AccountIssued>);
    let trouble = RwSignal::new(None::<Failure>);
    let loader = Loader::new(Signal::stored(()), None, move |(), flight| async move {
        table.heed(api::accounts(&flight).await).map(|page| page.items)
    });
    let show = Callback::new(move |new: AccountIssued| {
        issued.set(Some(new));
        loader.again();
        device::focus_soon(ISSUED);
    });
    let wish = Callback::new(move |(account, wish): (Account, Wish)| {
        trouble.set(None);
        crate::task::run(async move {
            let answer = match wish {
                Wish::Reset => table.heed(api::reset_account(account.id, &Flight::new()).await).map(Some),
                Wish::Disable => table.heed(api::disable_account(account.id, &Flight::new()).await).map(|()| None),
            };
            match answer {
                Ok(Some(new)) => show.run(new),
                Ok(None) => {
                    table.say((say.disabled_now)(&account.name));
                    loader.again();
                    device::focus_soon(HEADING);
                }
                Err(why) => {
                    trouble.try_set(Some(why));
                    device::focus_soon("mensen-mislukt");
                }
            }
        });
    });
    let again = Callback::new(move |()| {
        trouble.set(None);
        loader.again();
    });
    let noted = move |_| {
        issued.set(None);
        device::focus_soon(HEADING);
    };
    view! {
        {move || issued.get().map(|new| view! { <Issued new noted=Callback::new(noted) /> })}
        <div class="desk__halves">
            <section class="stack" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">{say.heading}</h2>
                <p class="soft">{say.lead}</p>
                {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again id="mensen-mislukt" /> })}
                {move || match loader.state.get() {
                    Load::Waiting => view! { <Loading /> }.into_any(),
                    Load::Failed(why) => view! { <Failed why way=Way::Load again id="lijst-mislukt" /> }.into_any(),
                    Load::Ready(accounts) => {
                        let readers = accounts.iter().filter(|one| is_reader(&one.account)).count();
                        let few = (readers < 2).then(|| {
                            view! {
                                <div class="notice notice--wait">
                                    <Icon name="people" class="icon" />
                                    <div class="notice__body">
                                        <p class="notice__title">{(say.few)(readers)}</p>
                                        <p>{say.few_more}</p>
                                    </div>
                                </div>
                            }
                        });
                        let rows = accounts.into_iter().map(|entry| view! { <Person entry wish /> }).collect_view();
                        view! { {few} <ul class="desk__entries">{rows}</ul> }.into_any()
                    }
                }}
            </section>
            <NewPerson made=show />
        </div>
    }
}

/// A facilitator who can read: signed in before, and not stopped since.
fn is_reader(account: &Account) -> bool {
    account.role == StaffRole::Facilitator && account.ready && !account.disabled
}

/// The password for a first sign-in: once, with what to do.
#[component]
fn Issued(new: AccountIssued, noted: Callback<()>) -> impl IntoView {
    let desk = use_desk_words();
    let say = &desk.people;
    let said = RwSignal::new("");
    crate::announcer::follow(said);
    let password = new.first_password.clone();
    let copy = move |_| {
        let password = password.clone();
        crate::task::run(async move {
            let done = device::copy(&password).await;
            said.try_set(if done { desk.sign_in.copied } else { desk.sign_in.not_copied });
        });
    };
    let steps = say.what_to_do.iter().map(|step| view! { <li>{*step}</li> }).collect_view();
    view! {
        <section class="notice notice--done" aria-labelledby=ISSUED>
            <Icon name="key" class="icon" />
            <div class="notice__body">
                <h2 class="notice__title" id=ISSUED tabindex="-1">{(say.first_password)(&new.account.name)}</h2>
                <p class="only-heard" id="wachtwoord-eenmalig">{say.first_password_label}</p>
                <div class="sign-in__secret" role="group" aria-labelledby="wachtwoord-eenmalig" translate="no">{new.first_password}</div>
                <p><strong>{say.first_password_once}</strong></p>
                <ol class="desk__steps">{steps}</ol>
                <div class="cluster">
                    <button class="button button--small" type="button" on:click=copy><Icon name="copy" />{desk.sign_in.copy}</button>
                    <button class="button button--small" type="button" on:click=move |_| noted.run(())>{say.noted}</button>
                </div>
                <p class="small">{move || said.get()}</p>
            </div>
        </section>
    }
}

/// Somebody in the list. What cannot be undone at once is asked first.
#[component]
fn Person(entry: AccountEntry, wish: Callback<(Account, Wish)>) -> impl IntoView {
    let desk = use_desk_words();
    let say = &desk.people;
    let table = Table::get();
    let AccountEntry { account, events } = entry;
    let Account { id, name, role, disabled, ready, organisation } = account.clone();
    let asked = RwSignal::new(None::<Wish>);
    let myself = table.name().as_deref() == Some(&*name);
    let standing = match (disabled, ready) {
        (true, _) => say.disabled,
        (false, true) => say.ready,
        (false, false) => say.not_ready,
    };
    let question_id = format!("vraag-{id}");
    let buttons = {
        let name = name.clone();
        move || {
            let ask = move |wish: Wish| asked.set(Some(wish));
            let about = |what: &str| format!("{what}{}", (say.about)(&name));
            let reset = if disabled { say.allow } else { say.reset };
            view! {
                <div class="cluster">
                    <button class="button button--small" type="button" aria-label=about(reset) on:click=move |_| ask(Wish::Reset)>
                        {reset}
                    </button>
                    {(!disabled).then(|| view! {
                        <button
                            class="button button--small button--danger"
                            type="button"
                            aria-label=about(say.disable)
                            on:click=move |_| ask(Wish::Disable)
                        >
                            {say.disable}
                        </button>
                    })}
                </div>
            }
        }
    };
    let question = {
        let name = name.clone();
        move |what: Wish| {
            let (ask, yes) = match what {
                Wish::Reset if disabled => ((say.allow_ask)(&name), say.allow_yes),
                Wish::Reset => ((say.reset_ask)(&name), say.reset_yes),
                Wish::Disable => ((say.disable_ask)(&name), say.disable_yes),
            };
            let account = account.clone();
            let go = move |_| {
                asked.set(None);
                wish.run((account.clone(), what));
            };
            let field = NodeRef::<leptos::html::P>::new();
            // The question takes the place of the button that was pressed, and the focus.
            Effect::new(move |_| {
                if let Some(field) = field.get() {
                    let _ = field.focus();
                }
            });
            view! {
                <div class="stack stack--tight" role="group" aria-labelledby=question_id.clone()>
                    <p id=question_id.clone() tabindex="-1" node_ref=field>{ask}</p>
                    <div class="cluster">
                        <button class="button button--small button--danger" type="button" on:click=go>{yes}</button>
                        <button class="button button--small" type="button" on:click=move |_| asked.set(None)>{say.no}</button>
                    </div>
                </div>
            }
        }
    };
    let actions = move || {
        if myself {
            return view! { <p class="soft">{say.you}</p> }.into_any();
        }
        match asked.get() {
            None => buttons().into_any(),
            Some(what) => question(what).into_any(),
        }
    };
    view! {
        <li class="desk__entry">
            <div>
                <p><strong>{name}</strong></p>
                <p class="small soft">
                    {(desk.room.role)(role)}
                    {organisation.map(|organisation| format!(" · {}", organisation.name))}
                    " · "
                    {standing}
                </p>
                <Happened events />
            </div>
            {actions}
        </li>
    }
}

/// What was done with somebody's account, and by whom: administrators watch each other.
#[component]
fn Happened(events: Vec<AccountEvent>) -> impl IntoView {
    let desk = use_desk_words();
    let say = &desk.people;
    let lang = use_words().lang;
    let lines = events
        .into_iter()
        .map(|AccountEvent { step, at, by }| {
            let by = by.map_or_else(|| say.by_command.to_owned(), |name| (say.by)(&name));
            view! { <li>{(say.step)(step)}" · "{exact(&at, lang)}" · "{by}</li> }
        })
        .collect_view();
    view! {
        <details class="review__more small">
            <summary>{say.happened}</summary>
            <ul class="stack stack--tight">{lines}</ul>
        </details>
    }
}

/// Somebody new: a name and what they will do.
#[component]
fn NewPerson(made: Callback<AccountIssued>) -> impl IntoView {
    let desk = use_desk_words();
    let say = &desk.people;
    let table = Table::get();
    let name = RwSignal::new(String::new());
    let role = RwSignal::new(None::<StaffRole>);
    let organisation = RwSignal::new(None::<Uuid>);
    let missing = RwSignal::new(Vec::<Missing>::new());
    let trouble = RwSignal::new(None::<Failure>);
    let sending = RwSignal::new(false);
    let refuse = move |found: Vec<Missing>| {
        missing.set(found);
        device::focus_soon(SUMMARY);
    };
    let send = Callback::new(move |()| {
        if sending.get_untracked() {
            return;
        }
        let mut found = Vec::new();
        if name.with_untracked(|name| name.trim().is_empty()) {
            found.push(Missing { field: NAME, sentence: (say.name_fault)(FieldCode::Empty, MAX_ACCOUNT_NAME) });
        }
        if role.get_untracked().is_none() {
            found.push(Missing { field: ROLE, sentence: say.role_missing.into() });
        }
        let answers_for = organisation.get_untracked().filter(|_| role.get_untracked() == Some(StaffRole::Answerer));
        if role.get_untracked() == Some(StaffRole::Answerer) && answers_for.is_none() {
            found.push(Missing {
                field: ORGANISATION,
                sentence: desk.answering.organisations.of_account_missing.into(),
            });
        }
        trouble.set(None);
        let Some(chosen) = role.get_untracked().filter(|_| found.is_empty()) else { return refuse(found) };
        missing.set(Vec::new());
        sending.set(true);
        crate::task::run(async move {
            let new =
                NewAccount { name: name.get_untracked().trim().to_owned(), role: chosen, organisation: answers_for };
            let answer = table.heed(api::make_account(&new, &Flight::new()).await);
            if sending.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(new) => {
                    name.set(String::new());
                    role.set(None);
                    organisation.set(None);
                    made.run(new);
                }
                Err(why) => {
                    let fault = if let Failure::Refused(problem) = &why {
                        let taken = (problem.code == ProblemCode::NameTaken).then(|| say.name_taken.to_owned());
                        let mut faults = problem.fields.iter().filter(|fault| fault.field == "name");
                        taken.or_else(|| Some((say.name_fault)(faults.next()?.code, MAX_ACCOUNT_NAME)))
                    } else {
                        None
                    };
                    match fault {
                        Some(sentence) => refuse(vec![Missing { field: NAME, sentence }]),
                        None => trouble.set(Some(why)),
                    }
                }
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send.run(());
    };
    let heading = Signal::derive(move || missing.with(|missing| (desk.sign_in.summary)(missing.len()).to_owned()));
    let name_wrong = wrong_at(NAME, missing);
    let roles = StaffRole::ALL
        .iter()
        .copied()
        .map(|one| {
            view! {
                <label class="choice">
                    <input
                        class="choice__input"
                        type="radio"
                        name="rol"
                        id=format!("rol-{}", one.code())
                        value=one.code()
                        prop:checked=move || role.get() == Some(one)
                        on:change=move |_| role.set(Some(one))
                    />
                    <span class="choice__body">
                        <span class="choice__title">{(desk.room.role)(one)}</span>
                        <span class="choice__hint">{(say.role_hint)(one)}</span>
                    </span>
                </label>
            }
        })
        .collect_view();
    view! {
        <section class="review__decide" aria-labelledby="iemand-erbij">
            <h2 id="iemand-erbij">{say.make}</h2>
            <form class="stack" novalidate on:submit=submit>
                <Summary heading missing=missing.into() />
                {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again=send /> })}
                <div class="field">
                    <label class="field__label field__label--small" for=NAME>{say.name}</label>
                    <p class="field__hint" id="nieuwe-naam-uitleg">{say.name_hint}</p>
                    <FieldSays field=NAME missing=missing.into() />
                    <input
                        {..private()}
                        type="text"
                        dir="auto"
                        class="field__input"
                        id=NAME
                        aria-describedby=described(NAME, "nieuwe-naam-uitleg", name_wrong)
                        aria-invalid=invalid(name_wrong)
                        prop:value=name
                        on:input=move |event| name.set(event_target_value(&event))
                    />
                </div>
                <fieldset>
                    <legend class="choice__legend">{say.role}</legend>
                    <FieldSays field=ROLE missing=missing.into() />
                    <div class="stack stack--tight">{roles}</div>
                </fieldset>
                {move || (role.get() == Some(StaffRole::Answerer)).then(|| view! { <AnswersFor organisation missing /> })}
                <button class="button button--primary" type="submit" aria-disabled=move || sending.get().then_some("true")>
                    {say.make_go}
                </button>
            </form>
        </section>
    }
}

/// The organisation of a new answerer.
#[component]
fn AnswersFor(organisation: RwSignal<Option<Uuid>>, missing: RwSignal<Vec<Missing>>) -> impl IntoView {
    let say = &use_desk_words().answering.organisations;
    let table = Table::get();
    let loader = Loader::new(Signal::stored(()), None, move |(), flight| async move {
        let all = table.heed(api::organisations(&flight).await)?.items;
        Ok(all.into_iter().filter(|one| one.active).collect::<Vec<_>>())
    });
    let again = Callback::new(move |()| loader.again());
    move || match loader.state.get() {
        Load::Waiting => view! { <Loading /> }.into_any(),
        Load::Failed(why) => view! { <Failed why way=Way::Load again id="organisaties-mislukt" /> }.into_any(),
        Load::Ready(all) if all.is_empty() => view! { <p class="small">{say.of_account_none}</p> }.into_any(),
        Load::Ready(organisations) => view! { <OneOf organisations organisation missing /> }.into_any(),
    }
}

/// The organisations of which one must be chosen.
#[component]
fn OneOf(
    organisations: Vec<Organisation>,
    organisation: RwSignal<Option<Uuid>>,
    missing: RwSignal<Vec<Missing>>,
) -> impl IntoView {
    let say = &use_desk_words().answering;
    let wrong = wrong_at(ORGANISATION, missing);
    view! {
        <div class="field">
            <label class="field__label field__label--small" for=ORGANISATION>{say.organisations.of_account}</label>
            <FieldSays field=ORGANISATION missing=missing.into() />
            <select
                class="field__input"
                id=ORGANISATION
                aria-describedby=described(ORGANISATION, "", wrong)
                aria-invalid=invalid(wrong)
                on:change=move |event| organisation.set(event_target_value(&event).parse().ok())
            >
                <option value="">{say.asks.choose_none}</option>
                <Groups organisations />
            </select>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_role_is_where_the_summary_leads() {
        assert_eq!(ROLE, format!("rol-{}", StaffRole::ALL[0].code()));
    }
}

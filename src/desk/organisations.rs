//! What an administrator sees of the participating organisations: who takes part, in which group, and the form for them.

use super::{
    device,
    say::{Failed, FieldSays, Loading, Missing, SUMMARY, Summary, Way, wrong_at},
    table::Table,
};
use crate::components::{
    field::private,
    summary::{described, invalid},
};
use crate::{
    api::{Failure, Flight, desk as api},
    i18n::{desk::use_desk_words, use_words},
    load::{Load, Loader},
};
use droombord_domain::{
    organisation::{MAX_GROUP, MAX_ORGANISATION_NAME, Organisation, OrganisationForm, OrganisationMail},
    problem::{FieldCode, FieldError, ProblemCode},
};
use leptos::{ev::SubmitEvent, prelude::*};

/// The heading: the focus goes there.
pub const HEADING: &str = "organisaties";
const FORM: &str = "organisatie-formulier";
const NAME: &str = "organisatie-naam";
const GROUP: &str = "organisatie-groep";
const ACTIVE: &str = "organisatie-doet-mee";
const MAIL: &str = "organisatie-mail";

/// The list, and the form for a new one or for one of them.
#[component]
pub fn OrganisationsPage() -> impl IntoView {
    let words = use_words();
    let say = &use_desk_words().answering.organisations;
    let table = Table::get();
    let editing = RwSignal::new(None::<Organisation>);
    let loader = Loader::new(Signal::stored(()), None, move |(), flight| async move {
        table.heed(api::organisations(&flight).await).map(|page| page.items)
    });
    let again = Callback::new(move |()| loader.again());
    let done = Callback::new(move |said: String| {
        editing.set(None);
        table.say(said);
        loader.again();
        device::focus_soon(HEADING);
    });
    let row = move |one: Organisation| {
        let Organisation { id: _, name, group, active, sample } = one.clone();
        let label = format!("{}{}", say.change, (say.change_about)(&name));
        let edit = move |_| {
            editing.set(Some(one.clone()));
            device::focus_soon(FORM);
        };
        view! {
            <li class="desk__entry">
                <div>
                    <p><strong>{name}</strong></p>
                    <p class="small soft">
                        {(say.group)(group)}
                        {(!active).then(|| format!(" · {}", say.inactive))}
                        {sample.then(|| format!(" · {}", words.say.names.sample))}
                    </p>
                </div>
                <button class="button button--small" type="button" aria-label=label on:click=edit>{say.change}</button>
            </li>
        }
    };
    view! {
        <div class="desk__halves">
            <section class="stack" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">{say.heading}</h2>
                <p class="soft">{say.lead}</p>
                {move || match loader.state.get() {
                    Load::Waiting => view! { <Loading /> }.into_any(),
                    Load::Failed(why) => view! { <Failed why way=Way::Load again id="organisaties-mislukt" /> }.into_any(),
                    Load::Ready(all) if all.is_empty() => view! { <p>{say.none}</p> }.into_any(),
                    Load::Ready(all) => {
                        view! { <ul class="desk__entries">{all.into_iter().map(row).collect_view()}</ul> }.into_any()
                    }
                }}
            </section>
            {move || {
                let one = editing.get();
                let rather_not = Callback::new(move |()| {
                    editing.set(None);
                    device::focus_soon(HEADING);
                });
                view! { <Form one done rather_not /> }
            }}
        </div>
    }
}

/// A new organisation, or another name or group for one.
#[component]
fn Form(one: Option<Organisation>, done: Callback<String>, rather_not: Callback<()>) -> impl IntoView {
    let desk = use_desk_words();
    let say = &desk.answering.organisations;
    let table = Table::get();
    let id = one.as_ref().map(|one| one.id);
    let name = RwSignal::new(one.as_ref().map_or_else(String::new, |one| one.name.clone()));
    let group = RwSignal::new(one.as_ref().map_or_else(String::new, |one| one.group.to_string()));
    let active = RwSignal::new(one.as_ref().is_none_or(|one| one.active));
    let mail = RwSignal::new(String::new());
    // As the server has it. What it did not tell is not shown and not changed.
    let known_mail = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        let Some(id) = id else { return };
        crate::task::run(async move {
            if let Ok(OrganisationMail { mail: known }) = table.heed(api::organisation_mail(id, &Flight::new()).await) {
                mail.try_set(known.clone());
                known_mail.try_set(Some(known));
            }
        });
    });
    let missing = RwSignal::new(Vec::<Missing>::new());
    let trouble = RwSignal::new(None::<Failure>);
    let sending = RwSignal::new(false);
    let name_says =
        move |code: FieldCode| Missing { field: NAME, sentence: (say.name_fault)(code, MAX_ORGANISATION_NAME) };
    let found = move |faults: &[FieldError]| -> Vec<Missing> {
        let at = |fault: &FieldError| match fault.field.as_str() {
            "name" => name_says(fault.code),
            "mail" => Missing { field: MAIL, sentence: say.mail_fault.into() },
            _ => Missing { field: GROUP, sentence: (say.group_fault)(MAX_GROUP) },
        };
        faults.iter().map(at).collect()
    };
    let refuse = move |all: Vec<Missing>| {
        missing.set(all);
        device::focus_soon(SUMMARY);
    };
    let send = Callback::new(move |()| {
        if sending.get_untracked() {
            return;
        }
        // What is no number is no group.
        let number = group.with_untracked(|group| group.trim().parse().unwrap_or(0));
        let form = OrganisationForm { name: name.get_untracked(), group: number, active: active.get_untracked() };
        trouble.set(None);
        let new = match form.parse() {
            Ok(new) => new,
            Err(faults) => return refuse(found(&faults)),
        };
        let new_mail = OrganisationMail { mail: mail.get_untracked() };
        let new_mail = known_mail.get_untracked().filter(|known| *known != new_mail.mail).map(|_| new_mail);
        missing.set(Vec::new());
        sending.set(true);
        crate::task::run(async move {
            let answer = match id {
                Some(id) => {
                    let mail = match &new_mail {
                        Some(mail) => api::set_organisation_mail(id, mail, &Flight::new()).await,
                        None => Ok(()),
                    };
                    match mail {
                        Ok(()) => api::change_organisation(id, &form, &Flight::new()).await,
                        Err(why) => Err(why),
                    }
                }
                None => api::make_organisation(&form, &Flight::new()).await.map(|_| ()),
            };
            let answer = table.heed(answer);
            if sending.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => done.run(if id.is_some() { (say.changed)(new.name()) } else { (say.made)(new.name()) }),
                Err(why) if why.code() == Some(ProblemCode::NameTaken) => {
                    refuse(vec![Missing { field: NAME, sentence: say.name_taken.into() }]);
                }
                Err(Failure::Refused(problem)) if !problem.fields.is_empty() => refuse(found(&problem.fields)),
                Err(why) => trouble.set(Some(why)),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send.run(());
    };
    let heading = Signal::derive(move || missing.with(|missing| (desk.sign_in.summary)(missing.len()).to_owned()));
    let title = one.as_ref().map_or_else(|| say.make.to_owned(), |one| (say.change_heading)(&one.name));
    let go = if id.is_some() { say.change_go } else { say.make_go };
    let taking_part = id.map(|_| {
        view! {
            <label class="choice">
                <input
                    class="choice__input"
                    type="checkbox"
                    id=ACTIVE
                    prop:checked=active
                    on:change=move |event| active.set(event_target_checked(&event))
                />
                <span class="choice__body">
                    <span class="choice__title">{say.active}</span>
                    <span class="choice__hint">{say.active_hint}</span>
                </span>
            </label>
        }
    });
    let rather_not = id.map(|_| {
        view! { <button class="button" type="button" on:click=move |_| rather_not.run(())>{say.rather_not}</button> }
    });
    view! {
        <section class="review__decide" aria-labelledby=FORM>
            <h2 id=FORM tabindex="-1">{title}</h2>
            <form class="stack" novalidate on:submit=submit>
                <Summary heading missing=missing.into() />
                {move || trouble.get().map(|why| view! { <Failed why way=Way::Send again=send id="organisatie-mislukt" /> })}
                <Line id=NAME label=say.name hint=None value=name missing inputmode="text" />
                <Line id=GROUP label=say.group_label hint=Some(say.group_hint) value=group missing inputmode="numeric" />
                {move || known_mail.with(Option::is_some).then(|| view! {
                    <Line id=MAIL label=say.mail hint=Some(say.mail_hint) value=mail missing inputmode="email" />
                })}
                {taking_part}
                <div class="cluster">
                    <button class="button button--primary" type="submit" aria-disabled=move || sending.get().then_some("true")>
                        {go}
                    </button>
                    {rather_not}
                </div>
            </form>
        </section>
    }
}

#[component]
fn Line(
    id: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
    value: RwSignal<String>,
    missing: RwSignal<Vec<Missing>>,
    inputmode: &'static str,
) -> impl IntoView {
    let wrong = wrong_at(id, missing);
    let hint_id = format!("{id}-uitleg");
    let by = described(id, hint.map_or("", |_| &hint_id), wrong);
    view! {
        <div class="field">
            <label class="field__label field__label--small" for=id>{label}</label>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <FieldSays field=id missing=missing.into() />
            <input
                {..private()}
                type="text"
                dir="auto"
                class="field__input"
                id=id
                inputmode=inputmode
                aria-describedby=by
                aria-invalid=invalid(wrong)
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
}

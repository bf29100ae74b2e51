//! The questions: what, the words, who; and stopping.

use super::{Filled, Go, Kept, Page, Step, kind_of, writing::is_blank};
use crate::{
    announcer,
    api::{self, Failure},
    browser,
    components::{
        confidant::Confidant,
        direction::{shape, tone},
        guard::AlertChoice,
        icon::Icon,
        notice::{Failed, Loading},
        summary::{ErrorSummary, FieldError, described, invalid},
        words_field::WordsField,
    },
    load::{Load, Loader},
    places::Place,
};
use droombord_domain::{
    post::{AgeBand, Direction, Kind, Region, Role},
    problem::ProblemCode,
};
use leptos::{ev::SubmitEvent, prelude::*};
use uuid::Uuid;

/// Where somebody is, and what is asked. The heading takes the focus when the screen changes.
#[component]
pub(super) fn Heading(
    page: Page,
    number: u8,
    children: Children,
    #[prop(optional, into)] lead: Option<String>,
    #[prop(optional)] lead_id: Option<&'static str>,
) -> impl IntoView {
    let say = page.words.say.share();
    view! {
        <div class="stack stack--tight">
            <p class="steps">
                <span class=format!("embers embers--{number}") aria-hidden="true"></span>
                {(say.step)(number)}
            </p>
            <h1 class="steps__heading" id="stap" tabindex="-1">{children()}</h1>
            {lead.map(|lead| view! { <p id=lead_id>{lead}</p> })}
        </div>
    }
}

/// The form of one step: what is wrong, the question, the way back and on. Without the app nothing is sent anywhere.
#[component]
pub(super) fn StepForm(
    page: Page,
    step: Step,
    to: Step,
    children: Children,
    #[prop(optional)] extra: Option<AnyView>,
) -> impl IntoView {
    let say = page.words.say.share();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        page.next(step, to);
    };
    let back = match step {
        Step::What => view! { <StopButton page /> }.into_any(),
        Step::Words | Step::Who | Step::Look | Step::Thanks | Step::Stop => {
            let before = if step == Step::Words { Step::What } else { Step::Words };
            view! {
                <button class="button" type="button" on:click=move |_| page.go.run(Go::Back(before))>{say.back}</button>
            }
            .into_any()
        }
    };
    view! {
        <form
            class="page page--narrow page--first stack stack--loose"
            method="dialog"
            autocomplete="off"
            novalidate
            aria-labelledby="stap"
            on:submit=submit
        >
            <ErrorSummary wrongs=page.wrongs />
            {children()}
            <div class="steps__foot">
                {back}
                {extra}
                <button class="button button--primary" type="submit">{say.next}</button>
            </div>
            {(step != Step::What).then(|| view! { <p><StopButton page /></p> })}
        </form>
    }
}

/// Stops writing: with a choice when there is something to lose.
#[component]
pub(super) fn StopButton(page: Page) -> impl IntoView {
    let press = move |_| {
        if page.writing.with_untracked(|writing| is_blank(&writing.draft)) {
            page.go.run(Go::Away(Place::Board));
        } else {
            page.go.run(Go::To(Step::Stop));
        }
    };
    view! {
        <button class="button button--quiet" type="button" on:click=press>{page.words.say.share().stop}</button>
    }
}

/// One of several choices, or a choice of its own.
#[component]
pub(super) fn Choice(
    name: &'static str,
    /// `radio` or `checkbox`.
    #[prop(default = "radio")]
    kind: &'static str,
    /// Its code; empty for a choice that says nothing.
    value: &'static str,
    title: &'static str,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(default = "choice".into(), into)] class: String,
    #[prop(into)] chosen: Signal<bool>,
    #[prop(into)] choose: Callback<bool>,
    #[prop(optional)] picture: Option<AnyView>,
) -> impl IntoView {
    let id = format!("{name}-{}", if value.is_empty() { "geen" } else { value });
    view! {
        <label class=class>
            <input
                class="choice__input"
                type=kind
                id=id
                name=name
                value=value
                prop:checked=move || chosen.get()
                on:change=move |event| choose.run(event_target_checked(&event))
            />
            {picture}
            <span class="choice__body">
                <span class="choice__title">{title}</span>
                {hint.map(|hint| view! { <span class="choice__hint">{hint}</span> })}
            </span>
        </label>
    }
}

/// Step 1: dream or story, which direction, and whose phone this is.
#[component]
pub(super) fn What(page: Page) -> impl IntoView {
    let say = page.words.say;
    let wrong = page.wrongs.of("soort-dream");
    if let Some(post) = page.reply_to {
        return view! { <ReplyTo page post /> }.into_any();
    }
    let kinds = Kind::BOARD
        .iter()
        .map(|kind| {
            let code = kind.code();
            let chosen = move || page.writing.with(|writing| writing.draft.kind.as_deref() == Some(code));
            let icon = match kind {
                Kind::Dream | Kind::Reply => "dream",
                Kind::Story => "story",
            };
            view! {
                <Choice
                    name="soort"
                    value=code
                    title=(say.share().kind)(*kind)
                    hint=(say.share().kind_more)(*kind)
                    chosen=Signal::derive(chosen)
                    choose=move |_| page.fill(Filled::Kind(code))
                    picture=view! { <Icon name=icon class="icon" /> }.into_any()
                />
            }
        })
        .collect_view();
    let direction = move |direction: Option<Direction>| {
        let code = direction.map_or("", Direction::code);
        let chosen = move || page.writing.with(|writing| writing.draft.direction.as_deref() == Some(code));
        let title = direction.map_or(say.share().unsure, say.names.direction);
        let hint = direction.map_or(say.share().unsure_more, say.share().direction_more);
        view! {
            <Choice
                name="richting"
                value=code
                title
                hint
                class=format!("choice direction--{}", tone(direction))
                chosen=Signal::derive(chosen)
                choose=move |_| page.fill(Filled::Direction(code))
                picture=view! { <Icon name=shape(direction) class="direction__shape choice__shape" /> }.into_any()
            />
        }
    };
    view! {
        <StepForm page step=Step::What to=Step::Words>
            <Heading page number=1 lead=say.share().what_lead>{say.share().what}</Heading>
            <noscript><p class="notice">{say.share().no_script}</p></noscript>
            <fieldset
                role="radiogroup"
                aria-labelledby="soort"
                aria-describedby=described("soort-dream", "", wrong)
                aria-invalid=invalid(wrong)
            >
                <legend class="choice__legend" id="soort">{say.share().which_kind}</legend>
                <FieldError at="soort-dream" wrong />
                <div class="choice__group choice__group--pair">{kinds}</div>
            </fieldset>
            <fieldset>
                <legend class="choice__legend">{say.share().which_direction}</legend>
                <div class="choice__group">
                    {Direction::ALL.iter().map(|one| direction(Some(*one))).collect_view()} {direction(None)}
                </div>
            </fieldset>
            <Borrowed page />
        </StepForm>
    }
    .into_any()
}

/// Step 1 of a reply: to what, and whose phone this is.
#[component]
fn ReplyTo(page: Page, post: Uuid) -> impl IntoView {
    let words = page.words;
    let say = words.say.share();
    let loader = Loader::new(Signal::stored(post), None, |post, flight| async move {
        match api::post(post, &flight).await {
            Ok(post) => Ok(Some(post)),
            Err(Failure::Refused(problem)) if problem.code == ProblemCode::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    });
    let quoted = move || {
        match loader.state.get() {
        Load::Waiting => view! { <Loading /> }.into_any(),
        Load::Failed(why) => view! { <Failed why again=Callback::new(move |()| loader.again()) /> }.into_any(),
        Load::Ready(None) => view! { <p class="notice">{say.reply_gone}</p> }.into_any(),
        Load::Ready(Some(post)) => {
            view! { <blockquote class="steps__quote" lang=post.body.lang.code() dir="auto">{post.body.text}</blockquote> }
                .into_any()
        }
    }
    };
    view! {
        <StepForm page step=Step::What to=Step::Words>
            <Heading page number=1 lead=say.reply_lead>{say.reply}</Heading>
            <noscript><p class="notice">{say.no_script}</p></noscript>
            <section class="stack stack--tight" aria-labelledby="waarop">
                <h2 class="filter__label" id="waarop">{say.reply_to}</h2>
                {quoted}
            </section>
            <Borrowed page />
        </StepForm>
    }
    .into_any()
}

/// *Dit is niet mijn telefoon*: asked at the first step.
#[component]
fn Borrowed(page: Page) -> impl IntoView {
    let say = page.words.say.share();
    view! {
        <div class="stack stack--tight">
            <Choice
                name="telefoon"
                kind="checkbox"
                value="borrowed"
                title=say.borrowed
                hint=say.borrowed_more
                chosen=Signal::derive(move || page.device.is_borrowed())
                choose=move |ticked| {
                    page.set_borrowed(ticked);
                    announcer::say_beginning(if ticked { say.borrowed_means } else { "" });
                }
            />
            <p class="small">
                {move || if page.device.is_borrowed() { say.borrowed_means } else { "" }}
            </p>
        </div>
    }
}

/// Step 2: the words.
#[component]
pub(super) fn WriteDown(page: Page) -> impl IntoView {
    let say = page.words.say.share();
    let kind = page.writing.with_untracked(|writing| kind_of(&writing.draft));
    let starters = (say.starters)(kind)
        .map(|starter| {
            let press = move |_| {
                page.fill(Filled::Starter(starter));
                browser::write_on("tekst");
            };
            view! {
                <button class="filter__chip filter__chip--plain" type="button" on:click=press>
                    <span class="only-heard">{say.starter}</span>
                    {starter}
                </button>
            }
        })
        .collect_view();
    let kept = move || {
        if page.device.is_borrowed() {
            return say.not_kept;
        }
        match page.kept.get() {
            Kept::NotYet => say.unsaved,
            Kept::Saved => say.saved,
            Kept::Full => "",
        }
    };
    let full = move || !page.device.is_borrowed() && page.kept.get() == Kept::Full;
    Effect::new(move |_| announcer::say_beginning(if full() { say.full } else { "" }));
    let help = Place::Help.href(page.words.lang);
    let turns_back =
        page.writing.with_untracked(|writing| writing.draft.direction.as_deref() == Some(Direction::TurnBack.code()));
    view! {
        <StepForm page step=Step::Words to=Step::Who>
            <Heading page number=2 lead=say.words_lead lead_id="uitleg">
                <label for="tekst">{(say.words)(kind)}</label>
            </Heading>
            <div class="stack">
                <div role="group" aria-labelledby="begin">
                    <p class="filter__label" id="begin">{say.starters_label}</p>
                    <div class="filter__chips">{starters}</div>
                </div>
                <WordsField
                    id="tekst"
                    text=page.guard.text
                    guard=page.guard
                    write=Callback::new(move |text| page.fill(Filled::Text(text)))
                    max=Signal::stored(kind.max_length())
                    wrong=page.wrongs.of("tekst")
                    lead="uitleg"
                    lang=page.words.lang.code()
                    alert=AlertChoice {
                        chosen: Signal::derive(move || page.writing.with(|writing| writing.draft.alert)),
                        choose: Callback::new(move |alert| page.fill(Filled::Alert(alert))),
                        reads: page.reads,
                    }
                >
                    <span>{kept}</span>
                </WordsField>
                <p class="field__full">{move || full().then_some(say.full)}</p>
                {turns_back.then(|| view! { <Confidant lead=say.turn_back /> })}
                <p class="small">
                    {say.worried} " " <a href=help>{say.worried_link}</a> ". "
                    {move || (!page.device.is_borrowed() && !full()).then_some(say.worried_kept)}
                </p>
            </div>
        </StepForm>
    }
}

/// Step 3: who writes. All of it can be skipped.
#[component]
pub(super) fn Who(page: Page) -> impl IntoView {
    let say = page.words.say;
    let kind = page.writing.with_untracked(|writing| kind_of(&writing.draft));
    let role = move |role: Option<Role>| {
        let code = role.map_or("", Role::code);
        let chosen = move || page.writing.with(|writing| writing.draft.role.as_deref() == Some(code));
        view! {
            <Choice
                name="rol"
                value=code
                title=role.map_or(say.share().rather_not, say.names.role)
                chosen=Signal::derive(chosen)
                choose=move |_| page.fill(Filled::Role(code))
            />
        }
    };
    let rare = |role: &Role| matches!(role, Role::ExpertByExperience | Role::CouncilMember | Role::Director);
    let roles = Role::ALL.iter().filter(|role| !rare(role)).map(|one| role(Some(*one))).collect_view();
    let more = Role::ALL.iter().filter(|role| rare(role)).map(|one| role(Some(*one))).collect_view();
    let more_open = page
        .writing
        .with_untracked(|writing| writing.draft.role.as_deref().and_then(Role::from_code).as_ref().is_some_and(rare));
    let is_young =
        Memo::new(move |_| page.writing.with(|it| it.draft.role.as_deref() == Some(Role::YoungPerson.code())));
    let band = move |band: Option<AgeBand>| {
        let code = band.map_or("", AgeBand::code);
        let chosen = move || page.writing.with(|writing| writing.draft.age_band.as_deref() == Some(code));
        view! {
            <Choice
                name="leeftijd"
                value=code
                title=band.map_or(say.share().not_said, say.names.age_band)
                class="choice choice--chip"
                chosen=Signal::derive(chosen)
                choose=move |_| page.fill(Filled::AgeBand(code))
            />
        }
    };
    let ages = move || {
        is_young.get().then(|| {
            let wrong = page.wrongs.of("leeftijd-up_to_12");
            view! {
                <fieldset>
                    <legend class="choice__legend">{say.share().how_old}</legend>
                    <FieldError at="leeftijd-up_to_12" wrong />
                    <div class="choice__group--chips">
                        {AgeBand::ALL.iter().map(|one| band(Some(*one))).collect_view()} {band(None)}
                    </div>
                </fieldset>
            }
        })
    };
    let wrong_role = page.wrongs.of("rol-young_person");
    let wrong_region = page.wrongs.of("streek");
    let region = move || page.writing.with(|writing| writing.draft.region.clone().unwrap_or_default());
    let regions = Region::ALL
        .iter()
        .map(|one| {
            let code = one.code();
            view! { <option value=code selected=move || region() == code>{(say.names.region)(*one)}</option> }
        })
        .collect_view();
    // Under a post of somebody else the part of the country says nothing more.
    let place = (kind != Kind::Reply).then(|| {
        view! {
            <div class="field">
                <label class="field__label" for="streek">
                    {say.share().whereabouts} " " <span class="soft small">{say.share().may_skip}</span>
                </label>
                <FieldError at="streek" wrong=wrong_region />
                <select
                    class="field__input"
                    id="streek"
                    aria-describedby=described("streek", "", wrong_region)
                    aria-invalid=invalid(wrong_region)
                    on:change=move |event| page.fill(Filled::Region(event_target_value(&event)))
                >
                    <option value="">{say.share().not_said}</option>
                    {regions}
                </select>
            </div>
        }
    });
    let skip = move |_| {
        page.fill(Filled::Nobody);
        page.go.run(Go::To(Step::Look));
    };
    let skip = view! {
        <button class="button" type="button" on:click=skip>{say.share().skip}</button>
    }
    .into_any();
    view! {
        <StepForm page step=Step::Who to=Step::Look extra=skip>
            <Heading page number=3 lead=(say.share().who_lead)(kind)>{say.share().who}</Heading>
            <fieldset>
                <legend class="choice__legend">{say.share().i_am}</legend>
                <FieldError at="rol-young_person" wrong=wrong_role />
                <div class="choice__group choice__group--pair">{roles}</div>
                <details class="choice__more" open=more_open>
                    <summary class="choice__summary">{say.share().more_roles}</summary>
                    <div class="choice__group choice__group--pair">{more}</div>
                </details>
                <div class="choice__group">{role(None)}</div>
            </fieldset>
            {ages}
            {place}
            <Choice
                name="namens"
                kind="checkbox"
                value="on_behalf"
                title=say.share().on_behalf
                hint=say.share().on_behalf_more
                chosen=Signal::derive(move || page.writing.with(|writing| writing.draft.on_behalf))
                choose=move |ticked| page.fill(Filled::OnBehalf(ticked))
            />
        </StepForm>
    }
}

/// Keep it or throw it away?
#[component]
pub(super) fn Stop(page: Page) -> impl IntoView {
    let say = page.words.say.share();
    page.keep();
    let stays = move || !page.device.is_borrowed() && page.kept.get() == Kept::Saved;
    let keep = move |_| page.go.run(Go::Away(Place::Board));
    let throw_away = move |_| {
        page.throw_away();
        page.go.run(Go::Away(Place::Board));
    };
    let keep_button = move || {
        stays().then(|| {
            view! { <button class="button button--primary" type="button" on:click=keep>{say.keep_and_stop}</button> }
        })
    };
    view! {
        <div class="page page--narrow page--first stack stack--loose">
            <div class="stack stack--tight">
                <h1 class="steps__heading" id="stap" tabindex="-1">{say.stop_heading}</h1>
                <p>{move || if stays() { say.stop_kept } else { say.stop_not_kept }}</p>
            </div>
            <div class="cluster">
                {keep_button}
                <button class="button button--danger" type="button" on:click=throw_away>{say.throw_away}</button>
                <button class="button button--quiet" type="button" on:click=move |_| page.go.run(Go::Back(Step::Words))>
                    {say.write_on}
                </button>
            </div>
        </div>
    }
}

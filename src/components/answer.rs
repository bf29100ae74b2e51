//! An answer of an organisation: first what was heard, larger than what is done about it; then what the writer says.

use super::{icon::Icon, note::Voice};
use crate::{
    i18n::{Messages, use_words},
    places,
};
use droombord_domain::{
    answer::{AnswerBody, Understood, Verdict},
    api::PublicPost,
    asking::{PublicAnswer, PublicAsking},
    organisation::OrganisationRef,
    trail::{EventAbout, TrailKind},
};
use leptos::prelude::*;
use uuid::Uuid;

/// A published answer on one sheet. Its headings are of the second and third level, or one deeper where it stands without its post.
#[component]
pub fn AnswerSheet(
    /// Who was asked; without an answer there is nothing to see.
    asking: PublicAsking,
    /// Which of the answers of its organisation, when there are more.
    which: Option<usize>,
    /// The post that it answers, on the page of its organisation.
    #[prop(optional)]
    post: Option<PublicPost>,
) -> impl IntoView {
    let words = use_words();
    let say = words.say.answers();
    let PublicAsking { id, organisation, asked: _, days: _, answer } = asking;
    answer.map(|PublicAnswer { body, answered, understood, verdict, words: said }| {
        let AnswerBody { understood_text, does_text, by_name, by_function } = body;
        let heading = format!("antwoord-{id}");
        let when = (words.say.names.half_month)(answered);
        let said_lines = [understood.map(say.writer_understood), verdict.map(say.writer_verdict)];
        let mut lines: Vec<&'static str> = said_lines.into_iter().flatten().collect();
        if lines.is_empty() {
            lines.push(say.writer_silent);
        }
        // What the writer said last about the whole weighs more than the first part.
        let agrees = verdict.map_or(understood == Some(Understood::Yes), |verdict| verdict == Verdict::Heard);
        let (look, icon) = match (agrees, understood.is_none() && verdict.is_none()) {
            (true, _) => ("answer__verdict answer__verdict--yes", "tick"),
            (false, true) => ("answer__verdict", "clock"),
            (false, false) => ("answer__verdict", "people"),
        };
        let deep = post.is_some();
        let part = |number: &'static str, title: &'static str, class: &'static str, text: String| {
            let title = view! { <span class="answer__number" aria-hidden="true">{number}</span> {title} };
            let title = if deep {
                view! { <h4 class="answer__title">{title}</h4> }.into_any()
            } else {
                view! { <h3 class="answer__title">{title}</h3> }.into_any()
            };
            view! {
                <section class=class>
                    {title}
                    <p class="answer__words" lang="nl" dir="auto">{text}</p>
                </section>
            }
        };
        view! {
            <article class="answer" aria-labelledby=heading.clone()>
                <header class="answer__from">
                    <Icon name="letter" class="icon" />
                    {name_of(heading.clone(), organisation, which, post)}
                    <span class="soft"><Signature name=by_name function=by_function /> " · " {when}</span>
                </header>
                {part("1", say.understands, "answer__part answer__part--heard", understood_text)}
                {part("2", say.does, "answer__part", does_text)}
                <div class=look>
                    <Icon name=icon class="icon" />
                    <div>
                        {lines.into_iter().map(|line| view! { <p><strong>{line}</strong></p> }).collect_view()}
                        {said.map(|said| view! { <p class="small" lang="nl" dir="auto">{format!("‘{said}’")}</p> })}
                    </div>
                </div>
            </article>
        }
    })
}

/// The heading of an answer: whose it is, with the way to the page of that organisation; there it is about which post.
fn name_of(id: String, organisation: OrganisationRef, which: Option<usize>, post: Option<PublicPost>) -> AnyView {
    let words = use_words();
    let Some(PublicPost { id: about, body, sample, shortened, .. }) = post else {
        // In each language the name stands last.
        let before = (words.say.answers().from)("", which);
        let href = places::organisation(words.lang, organisation.id);
        return view! {
            <h2 class="answer__name" id=id>{before}<a class="answer__way" href=href><bdi>{organisation.name}</bdi></a></h2>
        }
        .into_any();
    };
    let (lang, begins) = (body.lang.code(), body.heading().to_owned());
    view! {
        <h3 class="answer__name" id=id>
            {(words.say.promise_pages().answer_to)(which)}
            <a class="answer__way" href=places::post(words.lang, about) lang=lang dir="auto">{begins}</a>
        </h3>
        <Voice body sample shortened />
    }
    .into_any()
}

/// Who signs an answer: a first name and a function. Answers given before there were names have the function alone.
#[component]
pub fn Signature(
    /// The first name.
    name: Option<String>,
    /// The function.
    function: String,
) -> impl IntoView {
    // Each in its own direction: a name in Arabic turns no function around.
    let name = name.map(|name| view! { <span lang="nl" dir="auto">{name}</span> ", " });
    view! { {name}<span lang="nl" dir="auto">{function}</span> }
}

/// Which of the askings of its organisation one is, counted from 1; `None` when there is but one. They come oldest first, each with its
/// organisation.
pub fn which_of(askings: &[(Uuid, Uuid)], id: Uuid) -> Option<usize> {
    let (_, organisation) = askings.iter().find(|(asking, _)| *asking == id)?;
    let mut same = askings.iter().filter(|(_, other)| other == organisation);
    let place = same.clone().position(|(asking, _)| *asking == id)?;
    same.nth(1).map(|_| place + 1)
}

/// What an event of the trail is called: with the organisation that it is about, or what the writer said.
pub fn event_title(
    say: &'static Messages,
    kind: TrailKind,
    about: Option<&EventAbout>,
    askings: &[(Uuid, Uuid)],
) -> String {
    let answers = say.answers();
    let whose = about.and_then(|about| about.organisation.as_ref()).map(|one| one.name.as_str());
    let understood = about.and_then(|about| about.understood);
    let verdict = about.and_then(|about| about.verdict);
    let which = about.and_then(|about| about.asking).and_then(|asking| which_of(askings, asking));
    match (kind, whose) {
        (TrailKind::Asked, Some(name)) => (answers.asked)(name, which),
        (TrailKind::Answered, Some(name)) => (answers.from)(name, which),
        (TrailKind::Understood, _) => said(understood.map(answers.writer_understood), say, kind),
        (TrailKind::Verdict, _) => said(verdict.map(answers.writer_verdict), say, kind),
        _ => (say.names.trail)(kind).to_owned(),
    }
}

/// A heading has no full stop.
fn said(line: Option<&'static str>, say: &'static Messages, kind: TrailKind) -> String {
    line.unwrap_or((say.names.trail)(kind)).trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_one_organisation_are_counted() {
        let [ours, theirs] = [Uuid::from_u128(1), Uuid::from_u128(2)];
        let askings = [(11, ours), (12, theirs), (13, ours)].map(|(id, whose)| (Uuid::from_u128(id), whose));
        let which = |id| which_of(&askings, Uuid::from_u128(id));
        assert_eq!([which(11), which(12), which(13), which(14)], [Some(1), None, Some(2), None]);
        assert_eq!(which_of(&askings[..1], Uuid::from_u128(11)), None);
    }
}

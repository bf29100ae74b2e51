//! Step 4: the note as it will hang, what happens next, and sending.

use super::{
    After, Go, Page, Sending, Step, earlier_key, kind_of,
    steps::{Choice, Heading, StopButton},
    to_send,
};
use crate::{
    announcer,
    api::{self, Failure, Flight},
    browser,
    components::{
        direction::{Pin, tone},
        icon::Icon,
        key::new_key,
        note::Voice,
        reading::reading_time,
        summary::ErrorSummary,
        trail_step::{Far, TrailStep},
    },
    offline::{
        Attempt, Concept, Sent,
        outbox::{self, About, Fate},
    },
};
use droombord_domain::{
    api::Revision,
    draft::Draft,
    outcome::Cause,
    post::{Kind, PostBody},
    problem::ProblemCode,
};
use leptos::{ev::SubmitEvent, prelude::*};
use uuid::Uuid;

/// Look, and send.
#[component]
pub(super) fn Look(page: Page) -> impl IntoView {
    let words = page.words;
    let say = words.say.share();
    let kind = page.writing.with_untracked(|writing| kind_of(&writing.draft));
    let body = page
        .writing
        .with_untracked(|writing| to_send(&writing.draft, words.lang).parse().ok())
        .map(|it| it.into_body());
    // A key that was chosen at a first try stays: what may have arrived is under it.
    let undecided = page.writing.with_untracked(|writing| writing.attempt.is_none());
    let asks_key = undecided && !page.device.is_borrowed_now() && earlier_key(page.device).is_some();
    let is_busy = Memo::new(move |_| page.sending.with(|sending| *sending == Sending::UnderWay));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send(page);
    };
    let to = move |step: Step| move |_| page.go.run(Go::To(step));
    let to_wrong = Callback::new(move |at: String| {
        let step = page.errors().iter().map(|error| super::control_of(&error.field)).find(|(_, id)| *id == at);
        page.focus.set_value(Some(at));
        page.go.run(Go::To(step.map_or(Step::Words, |(step, _)| step)));
    });
    view! {
        <form
            class="page page--narrow page--first stack stack--loose"
            method="dialog"
            autocomplete="off"
            novalidate
            aria-labelledby="stap"
            on:submit=submit
        >
            <ErrorSummary wrongs=page.wrongs go=to_wrong />
            <Heading page number=4 lead=(say.look_lead)(kind)>{say.look}</Heading>
            {body.map(|body| view! { <Preview body /> })}
            <div class="cluster">
                <button class="button button--small" type="button" on:click=to(Step::Words)>
                    <Icon name="pencil" />
                    {say.change_words}
                </button>
                <button class="button button--small" type="button" on:click=to(Step::Who)>{say.change_who}</button>
            </div>
            <Next page kind />
            {asks_key.then(|| view! { <SameKey page /> })}
            <Progress page />
            <div class="steps__foot">
                <button class="button" type="button" on:click=move |_| page.go.run(Go::Back(Step::Who))>{say.back}</button>
                <button
                    class="button button--primary"
                    type="submit"
                    aria-disabled=move || is_busy.get().then_some("true")
                >
                    {move || match page.sending.get() {
                        Sending::Failed(_) => words.say.states.again,
                        Sending::Idle | Sending::UnderWay | Sending::Gone => (say.send)(kind),
                    }}
                </button>
            </div>
            <p><StopButton page /></p>
        </form>
    }
}

/// The note as it will hang, without the reactions of others. The region is on it too: on the post's page it shows.
#[component]
fn Preview(body: PostBody) -> impl IntoView {
    let story = if body.kind == Kind::Story { " note--story" } else { "" };
    let class = format!("note note--{}{story}", tone(body.direction));
    view! {
        <article class=class aria-labelledby="voorbeeld" translate="no">
            <Pin direction=body.direction kind=body.kind />
            <Voice body=body.clone() sample=false shortened=false with_region=true />
            <p class="note__text" id="voorbeeld" lang=body.lang.code() dir="auto">{body.text}</p>
        </article>
    }
}

/// What happens after sending.
#[component]
fn Next(page: Page, kind: Kind) -> impl IntoView {
    let say = page.words.say.share();
    let step = |far: Far, what: &'static str, more: String| {
        view! { <TrailStep far what><p class="trail__when">{more}</p></TrailStep> }
    };
    view! {
        <section class="stack" aria-labelledby="straks">
            <h2 id="straks">{say.what_next}</h2>
            <ol class="trail">
                {step(Far::First, say.next_read, format!("{} {}", reading_time(), say.next_read_more))}
                {step(Far::Then, say.next_hear, say.next_hear_more.into())}
                {step(Far::Then, (say.next_hang)(kind), say.next_hang_more.into())}
            </ol>
        </section>
    }
}

/// Does it belong to what this device follows already? Choosing nothing keeps it apart: that joins nothing.
#[component]
fn SameKey(page: Page) -> impl IntoView {
    let say = page.words.say.share();
    let choice = move |same: bool, value: &'static str, title: &'static str, hint: &'static str| {
        view! {
            <Choice
                name="sleutel"
                value
                title
                hint
                chosen=Signal::derive(move || page.same_key.get() == Some(same))
                choose=move |_| page.same_key.set(Some(same))
            />
        }
    };
    view! {
        <fieldset aria-describedby="sleutel-uitleg">
            <legend class="choice__legend">{say.same_key}</legend>
            <div class="stack stack--tight">
                <p class="small" id="sleutel-uitleg">{say.same_key_lead}</p>
                <div class="choice__group choice__group--pair">
                    {choice(true, "same", say.same_key_yes, say.same_key_yes_more)}
                    {choice(false, "new", say.same_key_no, say.same_key_no_more)}
                </div>
            </div>
        </fieldset>
    }
}

/// How far sending is, in words.
#[component]
fn Progress(page: Page) -> impl IntoView {
    let words = page.words;
    let say = words.say.share();
    let notice = |class: &'static str, icon: &'static str, turning: bool, title: &'static str, more: String| {
        let icon_class = if turning { "icon notice__spin" } else { "icon" };
        view! {
            <div class=class>
                <Icon name=icon class=icon_class />
                <div class="notice__body">
                    <p class="notice__title">{title}</p>
                    <p>{more}</p>
                    {turning.then(|| view! { <p class="steps__busy">{say.busy}</p> })}
                </div>
            </div>
        }
    };
    let face = move || {
        let kind = page.kind();
        match page.sending.get() {
            Sending::Idle => None,
            Sending::UnderWay => {
                Some(notice("notice notice--wait", "turning", true, (say.sending)(kind), say.sending_more.into()))
            }
            Sending::Gone => Some(notice("notice", "warning", false, say.gone, say.gone_more.into())),
            Sending::Failed(why) => {
                let on_device = !page.device.is_borrowed() && page.kept.get() == super::Kept::Saved;
                let safe = match (on_device, page.device.is_borrowed()) {
                    (true, _) => (say.failed_kept)(kind),
                    (false, true) => say.failed_borrowed,
                    (false, false) => say.failed_here,
                };
                let more = match (&why, why.cause()) {
                    (&Failure::Busy(seconds), _) => {
                        format!("{safe} {}", (words.say.errors().busy)(minutes(seconds)))
                    }
                    (_, Cause::Silence) => format!("{safe} {}", say.failed_again),
                    (_, cause @ (Cause::SomebodyElse | Cause::NotNow)) => {
                        format!("{} {safe} {}", (words.say.failing().sending)(cause), say.failed_again)
                    }
                    (_, cause) => format!("{} {safe}", (words.say.failing().sending)(cause)),
                };
                let offline = why == Failure::Offline && !browser::is_online();
                let (class, icon) = if offline { ("notice", "offline") } else { ("notice notice--danger", "warning") };
                Some(notice(class, icon, false, say.failed, more))
            }
        }
    };
    Effect::new(move |before: Option<()>| {
        let kind = untrack(move || page.kind());
        let now = page.sending.with(|sending| match sending {
            Sending::Idle => "",
            // Not before the answer of a quick line, which would be heard first.
            Sending::UnderWay => {
                announcer::say_late((say.sending)(kind));
                ""
            }
            Sending::Gone => say.gone,
            Sending::Failed(_) => say.failed,
        });
        if before.is_some() {
            announcer::say(now);
        }
    });
    view! { <div class="steps__said">{face}</div> }
}

/// Whole minutes to wait, at least one.
fn minutes(seconds: Option<u32>) -> Option<u32> {
    seconds.map(|seconds| seconds.div_ceil(60).max(1))
}

/// Sends it, once: the number of the try and the words of the key are on the device before anything leaves it.
fn send(page: Page) {
    if page.sending.with_untracked(|sending| *sending == Sending::UnderWay) || !page.show(page.errors()) {
        return;
    }
    let mut writing = page.writing.get_untracked();
    let draft = to_send(&writing.draft, page.words.lang);
    let kind = kind_of(&writing.draft);
    let Some(mut attempt) = writing.attempt.take().filter(|it| it.key().is_some()).or_else(|| first_try(page)) else {
        return page.sending.set(Sending::Failed(Failure::Garbled));
    };
    let changed = attempt.was_tried() && !attempt.has_tried(&draft);
    attempt.try_with(&draft);
    writing.attempt = Some(attempt.clone());
    page.writing.set(writing);
    page.dirty.set_value(true);
    page.keep();
    page.alerted.set(draft.alert);
    page.sending.set(Sending::UnderWay);
    crate::task::run(async move {
        if changed {
            // What an earlier try left waiting would come beside it.
            outbox::forget(&attempt.id.to_string()).await;
        } else if put(page, &draft, &attempt).await && through_outbox(page, &attempt, kind).await {
            return;
        }
        match deliver(page.reply_to, &draft, &attempt, changed).await {
            Ok(()) => arrived(page, &attempt, kind),
            Err(why) => failed(page, why),
        }
    });
}

/// Puts it into the outbox, which sends it until it has arrived; `false` when there is none.
async fn put(page: Page, draft: &Draft, attempt: &Attempt) -> bool {
    let Some(key) = attempt.key() else { return false };
    let about = About::Post {
        kind: draft.kind.clone().unwrap_or_default(),
        text: draft.text.clone().unwrap_or_default(),
        reply_to: page.reply_to,
    };
    let call = match page.reply_to {
        Some(post) => api::reply_later(post, draft, &key, attempt.id),
        None => api::send_later(draft, &key, attempt.id),
    };
    outbox::put(page.device, &attempt.id.to_string(), &call, &about, None, None).await.is_ok()
}

/// The outbox has it, whatever happens to this page; with a network it is there at once. `false` when the server does not want it.
async fn through_outbox(page: Page, attempt: &Attempt, kind: Kind) -> bool {
    let id = attempt.id.to_string();
    // Before anything leaves: whoever opens this again finds it sent, or waiting.
    page.sent.try_set(Some(attempt.id));
    settle(page, attempt, kind, Some(attempt.id));
    outbox::send().await;
    match outbox::fate(&id).await {
        Some(fate @ (Fate::Arrived | Fate::Waits | Fate::Busy | Fate::Foreign | Fate::Unread | Fate::TakenBack)) => {
            page.fate.try_set(fate);
            thank(page, attempt, kind);
        }
        Some(Fate::Refused(_) | Fate::Unknown) | None => {
            // The page still has it: sent from here, it is told why, and can be changed. What the outbox lost, or does not tell of, goes so
            // too.
            page.sent.try_set(None);
            outbox::forget(&id).await;
            page.dirty.try_set_value(true);
            page.keep();
            return false;
        }
    }
    true
}

/// The number and the key of a post that has not been tried yet.
fn first_try(page: Page) -> Option<Attempt> {
    let id = uuid::Builder::from_random_bytes(browser::random()?).into_uuid();
    let earlier = earlier_key(page.device).filter(|_| page.same_key.get_untracked() == Some(true));
    match earlier {
        Some(key) => Some(Attempt::new(id, &key, true)),
        None => Some(Attempt::new(id, &new_key()?, false)),
    }
}

/// Brings it to the server. When an earlier try turns out to have arrived with other words, that post is changed:
/// it stays one post.
async fn deliver(reply_to: Option<Uuid>, draft: &Draft, attempt: &Attempt, changed: bool) -> Result<(), Failure> {
    let Some(key) = attempt.key() else { return Err(Failure::Garbled) };
    let flight = Flight::new();
    let sent = match reply_to {
        Some(post) => api::reply(post, draft, &key, attempt.id, &flight).await,
        None => api::send(draft, &key, attempt.id, &flight).await,
    };
    let refused = match sent {
        Ok(_) => return Ok(()),
        Err(why) if changed && why.code() == Some(ProblemCode::IdempotencyKeyReused) => why,
        Err(why) => return Err(why),
    };
    let own = api::mine(&key, &flight).await?.items;
    let arrived =
        own.into_iter().find(|post| post.body.as_ref().is_some_and(|body| attempt.has_tried(&body.clone().into())));
    let Some(post) = arrived else { return Err(refused) };
    api::revise(post.id, &Revision { revision: post.revision, draft: draft.clone() }, &key, &flight).await.map(|_| ())
}

/// It is there.
fn arrived(page: Page, attempt: &Attempt, kind: Kind) {
    page.dirty.try_set_value(false);
    page.fate.try_set(Fate::Arrived);
    settle(page, attempt, kind, None);
    thank(page, attempt, kind);
}

/// What comes after sending. The page itself may be gone by now.
fn thank(page: Page, attempt: &Attempt, kind: Kind) {
    let Some(key) = attempt.key() else { return };
    page.dirty.try_set_value(false);
    let after = if attempt.known_key { After::SameWords(kind) } else { After::NewWords(key, kind) };
    if page.after.try_set(Some(after)).is_none() {
        page.go.run(Go::Instead(Step::Thanks));
        page.writing.try_set(crate::offline::Writing::default());
        page.sending.try_set(Sending::Idle);
        page.dirty.try_set_value(false);
    }
}

/// The draft goes from the device; new words stay until the writer has them. When even these do not fit, they are in the page alone, and
/// the page shows them now.
fn settle(page: Page, attempt: &Attempt, kind: Kind, outbox: Option<Uuid>) {
    match attempt.key() {
        Some(key) if !attempt.known_key => {
            let alerted = page.alerted.try_get_untracked() == Some(true);
            let mut sent = Sent::new(&key, kind.code(), outbox);
            sent.alerted = alerted;
            let _ = Concept::Sent(sent).save(page.device, page.at());
        }
        Some(_) | None => Concept::forget(page.device, page.at()),
    }
}

/// It did not arrive, or it may not.
fn failed(page: Page, why: Failure) {
    let gone = matches!(why.code(), Some(ProblemCode::Erased | ProblemCode::IdempotencyKeyReused));
    if gone {
        // The same number can bring nothing any more: the next try is a new post.
        page.writing.try_update(|writing| writing.attempt = None);
    }
    let errors = match &why {
        Failure::Refused(problem) => problem.fields.clone(),
        Failure::Offline | Failure::Foreign | Failure::Busy(_) | Failure::Garbled => Vec::new(),
    };
    if !errors.is_empty() {
        page.sending.try_set(Sending::Idle);
        page.show(errors);
    } else {
        page.sending.try_set(if gone { Sending::Gone } else { Sending::Failed(why) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_waits_whole_minutes() {
        for (seconds, waits) in [(None, None), (Some(0), Some(1)), (Some(60), Some(1)), (Some(61), Some(2))] {
            assert_eq!(minutes(seconds), waits);
        }
    }
}

//! `/deel`: writing. One question a screen, in one page; the screen stands in the address, so that the phone's Back
//! goes one screen back. Nothing leaves the device before *verstuur*.
//!
//! `?bij=` names a post: then a reply to it is written, in the same steps.

mod look;
mod steps;
mod thanks;
mod writing;

use crate::{
    announcer,
    api::{self, Failure, Flight},
    browser,
    components::{
        summary::{Wrong, Wrongs},
        who_reads::{Reads, follow_reads},
    },
    first,
    guard::{Guard, Left},
    i18n::{Words, use_words},
    offline::{
        At, Attempt, CONCEPT, Concept, Device, REPLY, Sent, Writing, keys,
        outbox::{self, Fate},
    },
    places::{self, Place},
    route::Route,
};
use droombord_domain::{
    filter::query,
    follow_key::FollowKey,
    post::Kind,
    problem::{FieldError, ProblemCode},
};
use leptos::prelude::*;
use std::time::Duration;
use uuid::Uuid;
use writing::{Filled, Step, apply, control_of, is_blank, kind_of, reachable, sentence, to_send};

/// So soon after a change the device has it: no key press waits for the device, and no word waits longer.
const PAUSE: Duration = Duration::from_millis(400);

/// How the device keeps what was written last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    /// Nothing was written yet.
    NotYet,
    /// On the device.
    Saved,
    /// The device refuses: in this page only.
    Full,
}

/// Where to go.
enum Go {
    /// On: Back leads here again.
    To(Step),
    /// In the place of this step.
    Instead(Step),
    /// One step back.
    Back(Step),
    /// Out of writing.
    Away(Place),
}

/// How far sending is.
#[derive(Clone, Debug, PartialEq)]
enum Sending {
    /// Not begun.
    Idle,
    /// Under way.
    UnderWay,
    /// It did not arrive, as far as is known.
    Failed(Failure),
    /// It was sent before, and erased since.
    Gone,
}

/// What comes after sending.
#[derive(Clone, PartialEq)]
enum After {
    /// New words, to be written down.
    NewWords(FollowKey, Kind),
    /// The words that the writer has already.
    SameWords(Kind),
}

/// Everything that the screens share. Copy it freely.
#[derive(Clone, Copy)]
struct Page {
    words: Words,
    device: Device,
    /// The post that is replied to, if one is.
    reply_to: Option<Uuid>,
    writing: RwSignal<Writing>,
    kept: RwSignal<Kept>,
    /// Something changed since the device kept it last.
    dirty: StoredValue<bool>,
    /// The next change comes from the device itself: another tab wrote it.
    adopted: StoredValue<bool>,
    sending: RwSignal<Sending>,
    after: RwSignal<Option<After>>,
    /// The number in the outbox of what was sent.
    sent: RwSignal<Option<Uuid>>,
    /// What became of it there.
    fate: RwSignal<Fate>,
    /// The answer to *hoort dit bij je vorige dromen?*
    same_key: RwSignal<Option<bool>>,
    wrongs: Wrongs,
    /// After the next change of screen the focus goes here, not to the heading.
    focus: StoredValue<Option<String>>,
    /// Looks at the words from the first step on.
    guard: Guard,
    /// Whether somebody reads just now.
    reads: RwSignal<Reads>,
    /// What was sent asked that a facilitator looks at once.
    alerted: RwSignal<bool>,
    step: Memo<Step>,
    go: UnsyncCallback<Go>,
}

impl Page {
    /// Fills something in, and looks again at what was wrong there.
    fn fill(self, filled: Filled) {
        self.writing.update(|writing| apply(&mut writing.draft, filled));
        let errors = self.errors();
        for field in ["kind", "text", "role", "age_band", "region", "direction"] {
            let now = errors.iter().find(|error| error.field == field).map(|error| sentence(error, self.words.say));
            self.wrongs.look_again(control_of(field).1, now);
        }
    }

    /// Everything that is not right now.
    fn errors(self) -> Vec<FieldError> {
        let lang = self.words.lang;
        self.writing.with_untracked(|writing| to_send(&writing.draft, lang).parse().err().unwrap_or_default())
    }

    /// Goes on to the next step, or says what is not right in this one.
    fn next(self, from: Step, to: Step) {
        let errors = self.errors().into_iter().filter(|error| control_of(&error.field).0 == from).collect();
        if self.show(errors) {
            self.go.run(Go::To(to));
        }
    }

    /// Says what is not right; `true` when everything is.
    fn show(self, errors: Vec<FieldError>) -> bool {
        let right = errors.is_empty();
        let wrong = |error: FieldError| Wrong::new(control_of(&error.field).1, sentence(&error, self.words.say));
        self.wrongs.show(errors.into_iter().map(wrong).collect());
        right
    }

    /// Where the device keeps what is written here.
    fn at(self) -> At {
        kept_at(self.reply_to)
    }

    fn kind(self) -> Kind {
        self.writing.with(|writing| kind_of(&writing.draft))
    }

    /// The device keeps what is there, if that changed.
    fn keep(self) {
        // The page may be gone by now.
        if self.dirty.try_get_value() != Some(true)
            || self.sent.with_untracked(Option::is_some)
            || self.after.with_untracked(Option::is_some)
        {
            return;
        }
        self.dirty.set_value(false);
        let mut writing = self.writing.get_untracked();
        // A word that is no longer in the text leaves no trace of itself.
        let text = writing.draft.text.as_deref().unwrap_or_default().to_lowercase();
        writing.left.retain(|word| text.contains(word));
        let kept = if is_blank(&writing.draft) {
            Concept::forget(self.device, self.at());
            Kept::NotYet
        } else if Concept::Writing(writing).save(self.device, self.at()).is_ok() {
            Kept::Saved
        } else {
            Kept::Full
        };
        if self.kept.get_untracked() != kept {
            self.kept.set(kept);
        }
    }

    /// This is not the writer's own phone, or it is after all.
    ///
    /// A key that the phone remembered before stays where it is: it may be somebody else's, who would lose it.
    fn set_borrowed(self, borrowed: bool) {
        self.keep();
        self.device.set_borrowed(borrowed, &[CONCEPT, REPLY]);
        self.dirty.set_value(true);
        self.keep();
    }

    /// Forgets everything that was written.
    fn throw_away(self) {
        self.dirty.set_value(false);
        self.writing.set(Writing::default());
        self.dirty.set_value(false);
        Concept::forget(self.device, self.at());
    }
}

/// Writing.
#[component]
pub fn SharePage() -> impl IntoView {
    let words = use_words();
    let device = Device::get();
    let route = Route::get();
    let reply_to = route.read(|address| address.value("bij")?.parse::<Uuid>().ok()).get_untracked();
    let Begun { writing, after, sent, alerted, restored } = begin(device, reply_to);
    let writing = RwSignal::new(writing);
    let after = RwSignal::new(after);

    let sending = RwSignal::new(if writing.with_untracked(was_tried) {
        Sending::Failed(Failure::Offline)
    } else {
        Sending::Idle
    });
    let under_way = Memo::new(move |_| sending.with(|sending| *sending == Sending::UnderWay));

    let asked = route.read(|address| Step::of(address.value("stap")));
    let step = Memo::new(move |_| match asked.get() {
        _ if after.with(Option::is_some) => Step::Thanks,
        // What is changed now would neither be sent nor kept.
        _ if under_way.get() => Step::Look,
        Step::Stop if writing.with(|writing| !is_blank(&writing.draft)) => Step::Stop,
        Step::Stop | Step::Thanks => Step::What,
        asked @ (Step::What | Step::Words | Step::Who | Step::Look) => {
            asked.min(writing.with(|writing| reachable(&writing.draft)))
        }
    });
    // The number of steps taken in this page: that far the browser's own Back stays in it.
    let taken = StoredValue::new(0_u32);
    let go = UnsyncCallback::new(move |go: Go| {
        let to = |step: Step, replace: bool| {
            let reply_to = reply_to.map(|id| id.to_string());
            let pairs = [("bij", reply_to.as_deref()), ("stap", (step != Step::What).then(|| step.code()))];
            let query = query(pairs.into_iter().filter_map(|(name, value)| Some((name, value?))));
            route.stay(&places::share(words.lang, &query), replace);
        };
        match go {
            Go::To(step) => {
                taken.update_value(|taken| *taken += 1);
                to(step, false);
            }
            Go::Instead(step) => to(step, true),
            Go::Back(_) if taken.get_value() > 0 => browser::back(),
            Go::Back(step) => to(step, true),
            // Another load, so that nothing of the writing stays in this page's memory.
            Go::Away(place) => browser::load(&place.href(words.lang)),
        }
    });
    let page = Page {
        words,
        device,
        reply_to,
        writing,
        kept: RwSignal::new(if restored { Kept::Saved } else { Kept::NotYet }),
        dirty: StoredValue::new(false),
        adopted: StoredValue::new(false),
        sending,
        after,
        sent: RwSignal::new(sent),
        // Until the outbox tells.
        fate: RwSignal::new(unknown(sent)),
        same_key: RwSignal::new(None),
        wrongs: Wrongs::new(),
        focus: StoredValue::new(None),
        guard: guard(writing),
        reads: follow_reads(),
        alerted: RwSignal::new(alerted),
        step,
        go,
    };
    follow_title(page, asked);
    keep_at_pauses(page, restored);
    follow_outbox(page);
    follow_other_tabs(page);
    follow_steps(page, asked, taken);

    move || match step.get() {
        Step::What => view! { <steps::What page /> }.into_any(),
        Step::Words => view! { <steps::WriteDown page /> }.into_any(),
        Step::Who => view! { <steps::Who page /> }.into_any(),
        Step::Look => view! { <look::Look page /> }.into_any(),
        Step::Thanks => view! { <thanks::Thanks page asked /> }.into_any(),
        Step::Stop => view! { <steps::Stop page /> }.into_any(),
    }
}

/// The guard over the words that are written.
fn guard(writing: RwSignal<Writing>) -> Guard {
    let change = move |(word, leave): (String, bool)| {
        writing.update(|writing| {
            writing.left.retain(|other| *other != word);
            if leave {
                writing.left.push(word);
            }
        });
    };
    let text = Memo::new(move |_| writing.with(|writing| writing.draft.text.clone().unwrap_or_default()));
    let words = Memo::new(move |_| writing.with(|writing| writing.left.clone()));
    Guard::new(text.into(), Left { words: words.into(), change: Callback::new(change) })
}

/// With what writing begins.
#[derive(Default)]
struct Begun {
    writing: Writing,
    after: Option<After>,
    /// The number in the outbox of what was sent, and whether that asked for a facilitator.
    sent: Option<Uuid>,
    alerted: bool,
    /// The device has it all.
    restored: bool,
}

/// What the device kept, and what was ticked in the first HTML before the app came.
fn begin(device: Device, reply_to: Option<Uuid>) -> Begun {
    if browser::ticked("telefoon").is_some() {
        device.set_borrowed(true, &[CONCEPT, REPLY]);
    }
    let (mut writing, restored) = match Concept::load(device, kept_at(reply_to)) {
        Some(Concept::Sent(sent)) => {
            let (after, alerted) = (after(&sent), sent.alerted);
            return Begun { after, sent: sent.id, alerted, restored: true, ..Begun::default() };
        }
        Some(Concept::Writing(writing)) => (writing, true),
        None => (Writing::default(), false),
    };
    if reply_to.is_some() {
        return Begun { writing: meant_for(writing, reply_to), restored, ..Begun::default() };
    }
    let (kind, direction) = (browser::ticked("soort"), browser::ticked("richting"));
    let ticked = kind.is_some() || direction.is_some();
    writing.draft.kind = kind.or(writing.draft.kind);
    writing.draft.direction = direction.or(writing.draft.direction);
    Begun { writing, restored: restored && !ticked, ..Begun::default() }
}

/// What the device kept, as this page goes on with it.
fn meant_for(mut writing: Writing, reply_to: Option<Uuid>) -> Writing {
    if reply_to.is_some() {
        writing.reply_to = reply_to;
        writing.draft.kind = Some(Kind::Reply.code().to_owned());
    }
    writing
}

/// Where the device keeps what is written.
fn kept_at(reply_to: Option<Uuid>) -> At {
    reply_to.map_or(At::Post, At::Reply)
}

fn after(sent: &Sent) -> Option<After> {
    Some(After::NewWords(sent.key()?, Kind::from_code(&sent.kind)?))
}

fn was_tried(writing: &Writing) -> bool {
    writing.attempt.as_ref().is_some_and(Attempt::was_tried)
}

/// The same draft stands in every tab: what one tab wrote the others take over, so that none puts an older one in its place.
fn follow_other_tabs(page: Page) {
    let look = move || {
        // What only this page has is newer than what the device has.
        let mine = page.dirty.try_get_value() != Some(false) || page.kept.get_untracked() == Kept::Full;
        let busy = page.sending.get_untracked() == Sending::UnderWay || page.after.with_untracked(Option::is_some);
        if mine || busy || page.device.is_borrowed_now() {
            return;
        }
        let now = match Concept::load(page.device, page.at()) {
            Some(Concept::Writing(now)) => meant_for(now, page.reply_to),
            Some(Concept::Sent(sent)) => {
                page.sent.set(sent.id);
                page.fate.set(unknown(sent.id));
                page.alerted.set(sent.alerted);
                page.after.set(after(&sent));
                look_in_outbox(page);
                return page.go.run(Go::Instead(Step::Thanks));
            }
            None => meant_for(Writing::default(), page.reply_to),
        };
        if page.writing.with_untracked(|before| *before != now) {
            page.adopted.set_value(true);
            page.kept.set(if is_blank(&now.draft) { Kept::NotYet } else { Kept::Saved });
            page.writing.set(now);
        }
    };
    Effect::new(move |_| {
        let all = ["storage", "pageshow", "visibilitychange"]
            .map(|when| window_event_listener_untyped(when, move |_| look()));
        on_cleanup(move || all.into_iter().for_each(|one| one.remove()));
    });
}

/// What was sent may wait in the outbox, and leave it at any moment.
fn follow_outbox(page: Page) {
    let look = move || look_in_outbox(page);
    Effect::new(move |_| {
        look();
        let changed = window_event_listener_untyped(outbox::CHANGED, move |_| look());
        on_cleanup(move || changed.remove());
    });
}

/// As long as the outbox has not told, what has a number there waits.
fn unknown(sent: Option<Uuid>) -> Fate {
    if sent.is_some() { Fate::Waits } else { Fate::Arrived }
}

/// What has become of what was sent.
fn look_in_outbox(page: Page) {
    let Some(id) = page.sent.try_get_untracked().flatten() else { return };
    crate::task::run(async move {
        let fate = match outbox::fate(&id.to_string()).await {
            Some(Fate::Unknown) => ask_server(page).await,
            told => told,
        };
        if let Some(fate) = fate
            && page.fate.try_with_untracked(|before| *before != fate) == Some(true)
        {
            page.fate.set(fate);
        }
    });
}

/// The device knows nothing of what was sent: the server says whether something came under its words, which were made for it. Nothing
/// while it does not say.
async fn ask_server(page: Page) -> Option<Fate> {
    if page.fate.try_with_untracked(|fate| *fate == Fate::Arrived) != Some(false) {
        return None;
    }
    let Some(After::NewWords(key, _)) = page.after.try_get_untracked().flatten() else { return None };
    match api::mine(&key, &Flight::new()).await {
        Ok(mine) if !mine.items.is_empty() => Some(Fate::Arrived),
        Ok(_) => Some(Fate::Unknown),
        Err(why) if why.code() == Some(ProblemCode::KeyUnknown) => Some(Fate::Unknown),
        Err(_) => None,
    }
}

/// The device keeps what was written soon after every change, and when the page is put away.
fn keep_at_pauses(page: Page, restored: bool) {
    let waiting = StoredValue::new(false);
    let wait = move || {
        page.dirty.set_value(true);
        if !waiting.get_value() {
            waiting.set_value(true);
            let keep = move || {
                waiting.try_set_value(false);
                page.keep();
            };
            set_timeout(keep, PAUSE);
        }
    };
    Effect::new(move |before: Option<()>| {
        page.writing.track();
        if page.adopted.try_update_value(std::mem::take) == Some(true) {
            return;
        }
        let ticked_before = before.is_none() && !restored && !page.writing.with_untracked(|it| is_blank(&it.draft));
        if before.is_some() || ticked_before {
            wait();
        }
    });
    Effect::new(move |_| {
        let away = window_event_listener_untyped("pagehide", move |_| page.keep());
        let hidden = window_event_listener_untyped("visibilitychange", move |_| {
            if browser::is_hidden() {
                page.keep();
            }
        });
        on_cleanup(move || {
            away.remove();
            hidden.remove();
        });
    });
    on_cleanup(move || page.keep());
}

/// A new screen: its title, its heading under the focus, and an address that says where somebody is.
fn follow_steps(page: Page, asked: Memo<Step>, taken: StoredValue<u32>) {
    let Page { step, focus, .. } = page;
    let steps_before = StoredValue::new(0_u32);
    Effect::new(move |before: Option<Step>| {
        let now = step.get();
        let taken_now = taken.get_value();
        if before.is_some() && taken_now == steps_before.get_value() && before != Some(now) {
            // Not by a button of ours: by the browser's Back.
            taken.set_value(taken_now.saturating_sub(1));
        }
        steps_before.set_value(taken.get_value());
        if before.is_some_and(|before| before != now) {
            browser::to_top();
            let field = focus.try_update_value(Option::take).flatten();
            if field.is_none() {
                page.wrongs.show(Vec::new());
            }
            browser::focus_soon(field.unwrap_or_else(|| "stap".into()));
            if matches!(now, Step::What | Step::Words | Step::Who | Step::Look) {
                announcer::say(&(page.words.say.share().step)(now.number()));
            }
        }
        now
    });
    Effect::new(move |before: Option<()>| {
        // An address that asks for more than was filled in.
        let (asked, shown) = (asked.get_untracked(), step.get_untracked());
        if before.is_none() && asked != shown && page.after.with_untracked(Option::is_none) {
            page.go.run(Go::Instead(shown));
        }
    });
}

/// The title is that of what is shown.
fn follow_title(page: Page, asked: Memo<Step>) {
    let title = Memo::new(move |_| title(page, asked.get()));
    first::use_title(title.get_untracked());
    Effect::new(move |_| first::use_title(title.get()));
}

fn title(page: Page, asked: Step) -> &'static str {
    let say = page.words.say.share();
    let types_words = asked != Step::Thanks && page.after.with(|after| matches!(after, Some(After::NewWords(..))));
    match (page.step.get(), page.fate.get()) {
        // The server does not know what the phone has.
        (Step::What, _) if asked != Step::What && cfg!(not(target_arch = "wasm32")) => say.title_any,
        (step @ (Step::What | Step::Words | Step::Who | Step::Look), _) => {
            (say.title)(step.number(), page.reply_to.is_some())
        }
        (Step::Thanks, Fate::Refused(_) | Fate::TakenBack | Fate::Unknown) => say.title_not_sent,
        (Step::Thanks, Fate::Waits | Fate::Busy | Fate::Foreign | Fate::Unread | Fate::Arrived) if types_words => {
            say.title_words
        }
        (Step::Thanks, Fate::Busy) => say.title_busy,
        (Step::Thanks, Fate::Waits | Fate::Foreign | Fate::Unread) => say.title_waits,
        (Step::Thanks, Fate::Arrived) => say.title_thanks,
        (Step::Stop, _) => say.title_stop,
    }
}

/// The newest key that the device remembers; none on somebody else's phone.
fn earlier_key(device: Device) -> Option<FollowKey> {
    keys::remembered(device).pop()
}

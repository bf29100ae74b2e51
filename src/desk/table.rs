//! What the whole desk knows: who sits at it, what was chosen and not sent yet, what was just done.
//!
//! It outlives every view: a session that ends in the middle of a decision loses nothing. What is being written outlives the page too.

use super::unsent::Unsent;
use crate::{
    api::{Failure, desk as api},
    clock,
    i18n::desk::Ended,
};
use droombord_domain::{
    api::{Decision, DecisionRequest, DeskPost, Session},
    hand_back::{Swap, is_shortened},
    keyword::lacks_pattern,
    post::PostBody,
    problem::ProblemCode,
    reason::Reason,
    text::{is_blank, without_hidden},
    worklist::{WorkKind, Worklist},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, time::Duration};
use uuid::Uuid;

/// Who sits at the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Seat {
    /// The server is being asked.
    Asking,
    /// It could not be asked.
    Failed(Failure),
    /// Nobody. When somebody did a moment ago: how that came to an end.
    Empty(Option<Ended>),
    /// Somebody.
    Taken(Session),
}

/// What was chosen for one post, and not sent yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Which words it is about.
    revision: u32,
    /// What to do.
    pub decision: Option<Decision>,
    /// With publishing.
    pub keywords: Vec<String>,
    /// With handing back, declining and taking down.
    pub reason: Option<Reason>,
    /// With handing back: the stretch that should read otherwise, if any.
    pub stretch: String,
    /// With handing back: what it becomes; empty when it is better left out.
    pub instead: String,
    /// With handing back, declining and taking down: a sentence of one's own, if any.
    pub sentence: String,
    /// With shortening: what is left.
    pub text: String,
}

/// An answer that is being written, and not sent yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Written {
    /// What was heard.
    pub understood_text: String,
    /// What the organisation does.
    pub does_text: String,
    /// The first name of whoever answers.
    pub by_name: String,
    /// Their function.
    pub by_function: String,
}

/// What a choice still lacks before it can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nothing is chosen.
    Decision,
    /// The writer needs a reason.
    Reason,
    /// There is no such stretch in the text, or it would stay as it is.
    Stretch,
    /// More is different than something left out, or nothing is.
    Text,
    /// What must be turned back names no pattern.
    Pattern,
}

impl Choice {
    /// Nothing chosen yet; the keywords are those that the post has, or that the first of two readers chose.
    pub fn of(post: &DeskPost) -> Self {
        let keywords = post.proposal.as_ref().map_or(&post.keywords, |first| &first.keywords);
        let keywords = keywords.iter().map(|keyword| keyword.as_str().to_owned()).collect();
        Self {
            revision: post.revision,
            decision: None,
            keywords,
            reason: None,
            stretch: String::new(),
            instead: String::new(),
            // The other of two readers finds what the first would say, and may change it.
            sentence: post.proposal.as_ref().and_then(|first| first.sentence.clone()).unwrap_or_default(),
            text: post.body.text.clone(),
        }
    }

    /// What is left of it when the post has other words by now: what was said of the old ones may not fit.
    fn about(self, post: &DeskPost) -> Self {
        if self.revision == post.revision {
            return self;
        }
        let Self { revision: _, decision, keywords, reason, stretch: _, instead: _, sentence, text: _ } = self;
        Self { decision, keywords, reason, sentence, ..Self::of(post) }
    }

    /// The safer words, when a stretch of the text is chosen.
    pub fn swap(&self, post: &DeskPost) -> Option<Swap> {
        Swap::of(&post.body.text, self.stretch.trim(), without_hidden(&self.instead).trim())
    }

    /// What is sent about the post as it was read.
    ///
    /// # Errors
    /// What is missing.
    pub fn request(&self, post: &DeskPost) -> Result<DecisionRequest, Lack> {
        let decision = self.decision.ok_or(Lack::Decision)?;
        let keywords = || {
            let lacks = lacks_pattern(post.body.direction, self.keywords.iter().map(String::as_str));
            if lacks { Err(Lack::Pattern) } else { Ok(self.keywords.clone()) }
        };
        let reason = || self.reason.map(Some).ok_or(Lack::Reason);
        let bare = DecisionRequest::of(post.revision, decision);
        let sentence = || Some(without_hidden(&self.sentence).trim().to_owned()).filter(|sentence| !is_blank(sentence));
        match decision {
            Decision::Publish | Decision::Reverse => Ok(DecisionRequest { keywords: keywords()?, ..bare }),
            Decision::Decline | Decision::TakeDown => {
                Ok(DecisionRequest { reason: reason()?, sentence: sentence(), ..bare })
            }
            Decision::HandBack => {
                let reason = reason()?;
                let swap = match self.stretch.trim() {
                    "" => None,
                    _ => Some(
                        self.swap(post).filter(|swap| swap.apply(&post.body.text).is_some()).ok_or(Lack::Stretch)?,
                    ),
                };
                Ok(DecisionRequest { reason, swap, sentence: sentence(), ..bare })
            }
            Decision::Shorten => {
                let text = without_hidden(&self.text).trim().to_owned();
                if !is_shortened(&post.body.text, &text) {
                    return Err(Lack::Text);
                }
                Ok(DecisionRequest { keywords: keywords()?, text: Some(text), ..bare })
            }
        }
    }
}

/// Where the device remembers that shortcuts are off.
const KEYS: &str = "droombord.leestafel.sneltoetsen";
const OFF: &str = "uit";
/// Where the device keeps answers that are being written, until they are sent or somebody gets up.
const WRITTEN: &str = "droombord.leestafel.antwoorden";

/// The place of how its writer signed last, among what is written: the next answer begins with it.
const SIGNED: Uuid = Uuid::nil();

/// Answers that are being written, and by whom: nobody else on this device gets to see them.
#[derive(Serialize, Deserialize)]
struct Kept {
    owner: String,
    written: BTreeMap<Uuid, Written>,
}

/// What this device kept of somebody's answers. What somebody else left is forgotten.
fn kept_of(owner: &str) -> BTreeMap<Uuid, Written> {
    match crate::browser::stored(WRITTEN).and_then(|kept| crate::json::read::<Kept>(&kept)) {
        Some(kept) if kept.owner == owner => kept.written,
        Some(_) | None => {
            crate::browser::forget(WRITTEN);
            BTreeMap::new()
        }
    }
}

/// The name of a choice among what was not sent.
fn choice_name(post: Uuid) -> String {
    format!("keuze/{post}")
}

/// Whether a change is made: by this call, or by somebody else before it. What is refused for other reasons changes nothing.
fn is_settled(refused: Option<Option<ProblemCode>>) -> bool {
    match refused {
        None => true,
        Some(code) => {
            matches!(code, Some(ProblemCode::StaleRevision | ProblemCode::NotAllowedNow | ProblemCode::NotFound))
        }
    }
}

/// When a session ends if nobody uses it from now on, by this device's clock, and why.
fn end_of(session: &Session) -> Option<(f64, Ended)> {
    let idle_at = crate::browser::parse_time(&session.idle_at)?;
    let ends_at = crate::browser::parse_time(&session.ends_at)?;
    let (end, why) = if idle_at < ends_at { (idle_at, Ended::Idle) } else { (ends_at, Ended::Otherwise) };
    Some((end - clock::now()? + clock::here(), why))
}

/// What the whole desk knows. Copy it freely.
#[derive(Clone, Copy)]
pub struct Table {
    seat: RwSignal<Seat>,
    choices: RwSignal<BTreeMap<Uuid, Choice>>,
    unsent: Unsent,
    written: RwSignal<BTreeMap<Uuid, Written>>,
    said: RwSignal<String>,
    /// Waiting times are counted again.
    tick: RwSignal<()>,
    work: RwSignal<Option<Worklist>>,
    deeds: RwSignal<()>,
    more_of: StoredValue<Vec<WorkKind>>,
    placed: RwSignal<Option<(Uuid, PostBody)>>,
    alerts: RwSignal<usize>,
    keys_on: RwSignal<bool>,
    /// Whose choices these are.
    owner: StoredValue<Option<String>>,
    /// When the session ends without another call, by this device's clock, and why then.
    until: StoredValue<Option<(f64, Ended)>>,
}

impl Table {
    /// Lays the table, and lets the clock run.
    pub fn provide() -> Self {
        let table = Self::new();
        provide_context(table);
        Effect::new(move |_| {
            table.keys_on.set(crate::browser::stored(KEYS).as_deref() != Some(OFF));
            set_interval(move || table.tick.set(()), Duration::from_secs(30));
        });
        table
    }

    fn new() -> Self {
        Self {
            seat: RwSignal::new(Seat::Asking),
            choices: RwSignal::default(),
            unsent: Unsent::new(),
            written: RwSignal::default(),
            said: RwSignal::default(),
            tick: RwSignal::new(()),
            work: RwSignal::default(),
            deeds: RwSignal::new(()),
            more_of: StoredValue::default(),
            placed: RwSignal::default(),
            alerts: RwSignal::new(0),
            keys_on: RwSignal::new(true),
            owner: StoredValue::new(None),
            until: StoredValue::new(None),
        }
    }

    /// The table of this desk.
    pub fn get() -> Self {
        use_context().unwrap_or_else(Self::new)
    }

    /// The server is being asked who is signed in.
    pub fn set_asking(self) {
        self.seat.set(Seat::Asking);
    }

    /// The server could not be asked.
    pub fn fail(self, why: Failure) {
        self.seat.set(Seat::Failed(why));
    }

    /// Whether somebody sits here, without watching.
    pub fn is_taken(self) -> bool {
        self.seat.with_untracked(|seat| matches!(seat, Seat::Taken(_)))
    }

    /// Who sits here.
    pub fn seat(self) -> Seat {
        self.seat.get()
    }

    /// The name of whoever sits here, without watching.
    pub fn name(self) -> Option<String> {
        self.owner.get_value()
    }

    /// Somebody sits down, or still sits there: then what is shown stays as it is. Choices of somebody else are not theirs.
    pub fn sit(self, session: Session) {
        let before = self.owner.get_value();
        if before.as_ref() != Some(&session.name) {
            if before.is_some() {
                self.choices.update(BTreeMap::clear);
                self.clear();
            }
            self.unsent.sit(&session.name);
            self.written.set(kept_of(&session.name));
        }
        self.owner.set_value(Some(session.name.clone()));
        self.until.set_value(end_of(&session));
        let sits_still =
            |seat: &Seat| matches!(seat, Seat::Taken(it) if it.name == session.name && it.role == session.role);
        if !self.seat.with_untracked(sits_still) {
            self.seat.set(Seat::Taken(session));
        }
    }

    /// Nothing that somebody chose or wrote stays in this tab.
    pub fn wipe(self) {
        self.owner.set_value(None);
        self.choices.update(BTreeMap::clear);
        self.unsent.wipe();
        self.written.update(BTreeMap::clear);
    }

    /// Nor on this device.
    pub fn forget(self) {
        self.wipe();
        crate::browser::forget(WRITTEN);
    }

    /// The server said that nobody is signed in: the seat is empty, and what was being written waits for its writer.
    pub fn end(self) {
        if self.is_taken() {
            let over = self.until.get_value().filter(|(until, _)| clock::here() >= *until);
            self.empty(Some(over.map_or(Ended::Otherwise, |(_, why)| why)));
            super::presence::tell_other_tabs();
        }
    }

    /// Nobody sits here.
    pub fn empty(self, why: Option<Ended>) {
        self.until.set_value(None);
        self.clear();
        self.alerts.set(0);
        self.said.set(String::new());
        self.seat.set(Seat::Empty(why));
    }

    /// Whether somebody waits here to sign in, and nobody sat here before; without watching.
    pub fn is_fresh(self) -> bool {
        self.seat.with_untracked(|seat| *seat == Seat::Empty(None))
    }

    /// Whether the session is over, by this device's clock and by what the server said last.
    pub fn is_over(self) -> bool {
        self.until.get_value().is_some_and(|(until, _)| clock::here() >= until)
    }

    /// Looks at an answer on its way: one that says that nobody is signed in empties the seat and keeps the choices. After a change, made
    /// here or by whoever was quicker, the desk's work is another.
    pub fn heed<T>(self, answer: Result<T, Failure>) -> Result<T, Failure> {
        let refused = answer.as_ref().err().map(Failure::code);
        if refused == Some(Some(ProblemCode::NotSignedIn)) {
            self.end();
        } else if api::was_change() && is_settled(refused) {
            self.deeds.try_set(());
        }
        answer
    }

    /// Watches what is done at this table: whoever shows what waits looks again.
    pub fn track_deeds(self) {
        self.deeds.track();
    }

    /// What was chosen for a post.
    pub fn choice(self, post: &DeskPost) -> Choice {
        self.choices.track();
        self.choice_untracked(post)
    }

    /// The same, without watching.
    pub fn choice_untracked(self, post: &DeskPost) -> Choice {
        let here = self.choices.with_untracked(|all| all.get(&post.id).cloned());
        let kept = || {
            let mut kept = crate::json::read::<Choice>(&self.unsent.read(&choice_name(post.id))?)?;
            if kept.text.is_empty() {
                kept.text.clone_from(&post.body.text);
            }
            Some(kept)
        };
        here.or_else(kept).map_or_else(|| Choice::of(post), |choice| choice.about(post))
    }

    /// Changes what is chosen for a post.
    ///
    /// What was done before that has been heard by now.
    pub fn choose(self, post: &DeskPost, change: impl FnOnce(&mut Choice)) {
        self.say("");
        let mut choice = self.choice_untracked(post);
        change(&mut choice);
        // Words of the writer that nothing was left out of need not be kept.
        let text = if choice.text == post.body.text { String::new() } else { choice.text.clone() };
        if let Some(kept) = crate::json::write(&Choice { text, ..choice.clone() }) {
            self.unsent.write(&choice_name(post.id), &kept);
        }
        self.choices.update(|all| {
            all.insert(post.id, choice);
        });
    }

    /// What was chosen for a post is sent, or does not matter any more.
    pub fn drop_choice(self, post: Uuid) {
        self.unsent.forget(&choice_name(post));
        self.choices.update(|all| {
            all.remove(&post);
        });
    }

    /// What is written about one thing and not sent.
    pub fn unsent(self) -> Unsent {
        self.unsent
    }

    /// The answer that is being written to an asking, if any.
    pub fn written(self, asking: Uuid) -> Option<Written> {
        self.written.with(|all| all.get(&asking).cloned())
    }

    /// The same, without watching.
    pub fn written_untracked(self, asking: Uuid) -> Option<Written> {
        self.written.with_untracked(|all| all.get(&asking).cloned())
    }

    /// Keeps what is being written until it is sent, also on the device: a reload loses nothing.
    pub fn write(self, asking: Uuid, words: Written) {
        self.written.update(|all| {
            all.insert(asking, words.clone());
        });
        self.keep(|all| {
            all.insert(asking, words);
        });
    }

    /// How the answers of whoever sits here are signed, without watching: with the words of the last, and no text.
    pub fn signed(self) -> Written {
        self.written_untracked(SIGNED).unwrap_or_default()
    }

    /// Keeps how an answer is signed, for the next one.
    pub fn sign(self, words: &Written) {
        let Written { understood_text: _, does_text: _, by_name, by_function } = words.clone();
        self.write(SIGNED, Written { by_name, by_function, ..Written::default() });
    }

    /// What was being written is sent, or is asked no more.
    pub fn drop_written(self, asking: Uuid) {
        if self.written.with_untracked(|all| all.contains_key(&asking)) {
            self.written.update(|all| {
                all.remove(&asking);
            });
            self.keep(|all| {
                all.remove(&asking);
            });
        }
    }

    /// Changes what the device keeps. Another window may have kept more of it meanwhile.
    fn keep(self, change: impl FnOnce(&mut BTreeMap<Uuid, Written>)) {
        let Some(owner) = self.owner.get_value() else { return };
        let mut written = kept_of(&owner);
        change(&mut written);
        if written.is_empty() {
            crate::browser::forget(WRITTEN);
        } else if let Some(kept) = crate::json::write(&Kept { owner, written }) {
            // A device that keeps nothing still has it while the page lives.
            let _ = crate::browser::store(WRITTEN, &kept);
        }
    }

    /// Says what was just done.
    pub fn say(self, what: impl Into<String>) {
        let what = what.into();
        crate::announcer::say_beginning(&what);
        if self.said.with_untracked(|said| *said != what) {
            self.said.set(what);
        }
    }

    /// What was just done.
    pub fn said(self) -> String {
        self.said.get()
    }

    /// What is known of the desk's work is for who sits here alone.
    fn clear(self) {
        self.work.set(None);
        self.more_of.set_value(Vec::new());
        self.placed.set(None);
    }

    /// What is to be done, as far as somebody here may know.
    pub fn work(self) -> Option<Worklist> {
        self.work.get()
    }

    /// How much is to be done.
    pub fn work_count(self) -> u32 {
        self.work.with(|work| work.as_ref().map_or(0, Worklist::count))
    }

    /// How much of one kind is to be done.
    pub fn work_of(self, kind: WorkKind) -> usize {
        self.work.with(|work| work.as_ref().map_or(0, |work| usize::try_from(work.of(kind)).unwrap_or_default()))
    }

    /// The server said what is to be done. Whoever left meanwhile is told nothing.
    pub fn set_work(self, work: Worklist) {
        if self.is_taken() && self.work.try_with_untracked(|before| before.as_ref() != Some(&work)) == Some(true) {
            self.work.set(Some(work));
        }
    }

    /// Kinds of which more than the first is wanted.
    pub fn more_of(self) -> Vec<WorkKind> {
        self.more_of.try_get_value().unwrap_or_default()
    }

    /// Somebody wants to see more of one kind: it is asked for, now and from now on.
    pub fn show_more_of(self, kind: WorkKind) {
        if !self.more_of().contains(&kind) {
            self.more_of.update_value(|kinds| kinds.push(kind));
        }
        self.deeds.set(());
    }

    /// The post that was placed last, until somebody looks at whom to ask.
    pub fn placed(self) -> Option<(Uuid, PostBody)> {
        self.placed.get()
    }

    /// A post was placed, or what was placed before is seen to.
    pub fn set_placed(self, post: Option<(Uuid, PostBody)>) {
        self.placed.try_set(post);
    }

    /// How many writers ask that somebody looks at once, as far as somebody here may know.
    pub fn alerts(self) -> usize {
        self.alerts.get()
    }

    /// The server said how many ask.
    pub fn set_alerts(self, alerts: usize) {
        self.alerts.try_set(alerts);
    }

    /// Now, in milliseconds since 1970; it moves on by itself.
    pub fn now(self) -> Option<f64> {
        self.tick.track();
        clock::now()
    }

    /// Whether keyboard shortcuts are on.
    pub fn keys_on(self) -> bool {
        self.keys_on.get()
    }

    /// The same, without watching.
    pub fn keys_on_untracked(self) -> bool {
        self.keys_on.get_untracked()
    }

    /// Switches keyboard shortcuts on or off, for this device.
    pub fn set_keys(self, on: bool) {
        self.keys_on.set(on);
        if on {
            crate::browser::forget(KEYS);
        } else {
            // A device that keeps nothing asks again the next time.
            let _ = crate::browser::store(KEYS, OFF);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::sample;
    use droombord_domain::post::Direction;

    fn post() -> DeskPost {
        let post = sample::post();
        DeskPost { revision: 3, body: PostBody { text: "Juf Marieke vindt dat ook.".into(), ..post.body }, ..post }
    }

    #[test]
    fn a_choice_is_sent_when_it_is_complete_and_with_what_belongs_to_it_alone() {
        let post = post();
        let mut choice = Choice { keywords: vec!["school".into()], ..Choice::of(&post) };
        assert_eq!(choice.request(&post), Err(Lack::Decision));
        for (decision, reason, sent) in [
            (Decision::Publish, None, Ok((1, None))),
            (Decision::Publish, Some(Reason::Unclear), Ok((1, None))),
            (Decision::Reverse, None, Ok((1, None))),
            (Decision::Decline, None, Err(Lack::Reason)),
            (Decision::Decline, Some(Reason::Unclear), Ok((0, Some(Reason::Unclear)))),
            (Decision::TakeDown, Some(Reason::Worried), Ok((0, Some(Reason::Worried)))),
            (Decision::HandBack, None, Err(Lack::Reason)),
            (Decision::HandBack, Some(Reason::Unclear), Ok((0, Some(Reason::Unclear)))),
            (Decision::Shorten, None, Err(Lack::Text)),
        ] {
            choice.decision = Some(decision);
            choice.reason = reason;
            let request = choice.request(&post);
            assert!(request.as_ref().is_ok_and(|it| it.revision == 3 && it.decision == decision) || request.is_err());
            assert_eq!(request.map(|request| (request.keywords.len(), request.reason)), sent, "{decision:?}");
        }
    }

    #[test]
    fn the_next_answer_is_signed_like_the_last() {
        Owner::new().with(|| {
            let table = Table::new();
            let words = Written { does_text: "Wij doen het.".into(), by_name: "Samira".into(), ..Written::default() };
            table.write(Uuid::from_u128(1), words.clone());
            assert_eq!(table.signed(), Written::default(), "words alone sign nothing");
            table.sign(&words);
            table.drop_written(Uuid::from_u128(1));
            assert_eq!(table.signed(), Written { by_name: "Samira".into(), ..Written::default() });
            table.forget();
            assert_eq!(table.signed(), Written::default());
        });
        let before = crate::json::read::<Written>(r#"{"understood_text":"a","does_text":"b","by_function":"c"}"#);
        assert_eq!(before.map(|it| it.by_name), Some(String::new()), "kept before there were names");
    }

    #[test]
    fn what_must_be_turned_back_is_placed_with_a_pattern() {
        let turned = post();
        let turned = DeskPost { body: PostBody { direction: Some(Direction::TurnBack), ..turned.body }, ..turned };
        let other = DeskPost { body: PostBody { direction: None, ..turned.body.clone() }, ..turned.clone() };
        for decision in [Decision::Publish, Decision::Reverse, Decision::Shorten] {
            let choice = |keywords: &[&str]| Choice {
                decision: Some(decision),
                keywords: keywords.iter().map(|word| (*word).to_owned()).collect(),
                text: "Juf vindt dat ook.".into(),
                ..Choice::of(&turned)
            };
            assert_eq!(choice(&["besluit"]).request(&turned), Err(Lack::Pattern), "{decision:?}");
            assert!(choice(&["besluit", "te snel besloten"]).request(&turned).is_ok(), "{decision:?}");
            assert!(choice(&[]).request(&other).is_ok(), "{decision:?}");
        }
    }

    #[test]
    fn what_is_proposed_and_what_is_left_out_fit_the_text() {
        let post = post();
        let choice =
            |decision| Choice { decision: Some(decision), reason: Some(Reason::Recognisable), ..Choice::of(&post) };
        for (stretch, instead, sent) in [
            ("", "", Ok(None)),
            (" Juf Marieke ", "mijn juf", Ok(Some("mijn juf vindt dat ook."))),
            ("Juf Anna", "mijn juf", Err(Lack::Stretch)),
            ("dat", "dat", Err(Lack::Stretch)),
        ] {
            let back = Choice { stretch: stretch.into(), instead: instead.into(), ..choice(Decision::HandBack) };
            let becomes = back.request(&post).map(|it| it.swap.and_then(|swap| swap.apply(&post.body.text)));
            assert_eq!(becomes, sent.map(|text| text.map(str::to_owned)), "{stretch}");
        }
        for (text, goes) in [("vindt dat ook.", true), ("Mijn juf vindt dat ook.", false), ("", false)] {
            let short = Choice { text: text.into(), ..choice(Decision::Shorten) };
            assert_eq!(short.request(&post).is_ok(), goes, "{text}");
        }
    }
}

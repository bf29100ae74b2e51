//! Every sentence of the desk, for people with an account. A type of its own, so that no visitor's phone holds them.
//!
//! A language is one value of [`DeskMessages`], in one file. What a language lacks does not compile.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

pub mod answering;
mod digest;
mod en;
mod finding;
mod insight;
mod nl;
pub mod promising;
mod together;
mod worklist;

pub use digest::{Digest, digest_messages};
pub use finding::Finding;
pub use insight::Insight;
pub use together::Together;
pub use worklist::Work;

use crate::clock::Waited;
use droombord_domain::{
    api::Decision,
    life::PostState,
    mark::{FactKind, FindingCue, FindingKind, SignalKind},
    post::Lang,
    problem::FieldCode,
    settings::HelpLine,
    staff::{AccountStep, StaffRole},
    trail::TrailKind,
};

type Text = &'static str;

/// How a session came to an end that was not ended here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// An hour without use.
    Idle,
    /// Somebody signed out in another tab of this browser.
    Elsewhere,
    /// Eight hours, a disabled account, another password, or ended from another device: the server does not say which.
    Otherwise,
}

/// Every sentence of the desk in one language.
pub struct DeskMessages {
    /// Around everything.
    pub room: Room,
    /// Signing in.
    pub sign_in: SignIn,
    /// The lists.
    pub queue: Queue,
    /// One post.
    pub review: Review,
    /// What the guard saw.
    pub marks: Marks,
    /// Deciding.
    pub decide: Decide,
    /// Handing back, and leaving something out.
    pub hand_back: HandBack,
    /// Claims, notes, reports, look-alikes, keywords, the log.
    pub together: &'static Together,
    /// What is to be done.
    pub worklist: &'static Work,
    /// Looking for what hangs on the board.
    pub finding: &'static Finding,
    /// Insight in numbers.
    pub insight: &'static Insight,
    /// Who asks that somebody looks at once.
    pub alert: Alert,
    /// Keyboard shortcuts.
    pub keys: Keys,
    /// Where somebody is signed in.
    pub devices: Devices,
    /// Who may sign in, for administrators.
    pub people: People,
    /// Asking, answering and reading answers.
    pub answering: answering::Answering,
    /// Promising, and reading what is said of promises.
    pub promising: promising::Promising,
}

/// Around everything.
pub struct Room {
    pub title: Text,
    pub heading: Text,
    pub opening: Text,
    pub needs_app: Text,
    pub who: fn(&str, StaffRole) -> String,
    pub role: fn(StaffRole) -> Text,
    pub devices: Text,
    pub sign_out: Text,
    pub signed_out: Text,
    pub no_page: Text,
    pub to_desk: Text,
    /// A change that did not arrive.
    pub not_sent: Text,
    pub not_sent_more: Text,
    pub offline: Text,
    pub offline_more: Text,
    pub storage_full: Text,
    pub not_yours: Text,
    pub loading: Text,
    pub load_failed: Text,
    pub load_failed_more: Text,
    /// The page was away: what stands there until the server has said that somebody is still signed in.
    pub still_there: Text,
    /// The server could not be asked.
    pub hidden_more: Text,
}

/// Signing in.
pub struct SignIn {
    pub heading: Text,
    pub lead: Text,
    pub name: Text,
    pub password: Text,
    pub code: Text,
    pub code_hint: Text,
    pub show_passwords: Text,
    pub go: Text,
    pub going: Text,
    pub back: Text,
    /// The session ended while somebody was at work.
    pub signed_in: Text,
    pub ended: Text,
    pub ended_more: fn(Ended) -> Text,
    /// Plain http: no browser keeps the session.
    pub needs_https: Text,
    pub needs_https_more: Text,
    /// The summary above the form.
    pub summary: fn(usize) -> Text,
    pub name_missing: Text,
    pub password_missing: Text,
    pub code_missing: Text,
    pub code_shape: Text,
    pub wrong: Text,
    /// With the seconds to wait, when they are known.
    pub busy: fn(Option<u32>) -> String,
    /// The first time: the second factor.
    pub first_heading: Text,
    pub first_lead: Text,
    pub first_app: Text,
    pub first_secret: Text,
    pub first_secret_label: Text,
    pub first_link: Text,
    pub first_keep: Text,
    pub first_code: Text,
    pub first_code_hint: Text,
    pub copy: Text,
    pub copied: Text,
    pub not_copied: Text,
    /// An own password.
    pub new_password: Text,
    pub new_password_hint: fn(usize) -> String,
    pub new_password_wanted: Text,
    pub new_password_fault: fn(FieldCode, usize) -> String,
}

/// Who asks that somebody looks at once.
pub struct Alert {
    /// Before the title of the tab, with how many.
    pub title: fn(usize) -> String,
    pub heading: fn(usize) -> String,
    /// The link to a post, with how long it waits.
    pub read: fn(Option<Waited>) -> String,
    pub sound_ask: Text,
    pub sound_on: Text,
    pub sound_off: Text,
    pub sound_is_on: Text,
    pub sound_is_off: Text,
}

/// The lists.
pub struct Queue {
    /// How many wait, how long the oldest does, and what was promised.
    pub lead: fn(u32, Option<Waited>, u32) -> String,
    pub lists: Text,
    pub list: fn(PostState) -> Text,
    pub heading: fn(PostState) -> Text,
    pub waits: fn(Waited) -> String,
    /// Words that show danger.
    pub danger: Text,
    /// One of two has read it.
    pub second: Text,
    /// The writer asks for another reader than who declined it.
    pub another: Text,
    /// Somebody is reading it now.
    pub claimed: fn(&str) -> String,
    pub findings: fn(usize) -> String,
    pub more: Text,
    pub all_shown: Text,
    pub done: Text,
    pub done_more: Text,
    pub empty: fn(PostState) -> Text,
    pub choose: Text,
    pub choose_more: Text,
    pub read_oldest: Text,
}

/// One post.
pub struct Review {
    pub title: Text,
    pub heading: Text,
    pub back: Text,
    pub first_listen: Text,
    pub rules: Text,
    pub rule: [Text; 5],
    pub trail: Text,
    pub trail_step: fn(TrailKind) -> Text,
    pub by: fn(&str) -> String,
    pub reason_was: fn(&str) -> String,
    pub text_version: fn(u32) -> String,
    /// Before what a reply replies to.
    pub reply_to: Text,
    pub reply_to_gone: Text,
    pub see_on_board: Text,
    pub not_there: Text,
    pub not_there_more: Text,
    pub changed: Text,
    pub changed_more: Text,
}

/// What the guard saw.
pub struct Marks {
    pub heading: fn(usize) -> String,
    pub none: Text,
    /// Behind the words that are marked.
    pub tag: fn(FindingKind) -> Text,
    pub looks_like: fn(FindingKind) -> Text,
    /// Of a percentage.
    pub how_sure: fn(u8) -> Text,
    pub because: fn(FindingCue) -> Text,
    pub together: fn(&[FactKind]) -> String,
    pub danger: Text,
    pub danger_tag: Text,
    pub maybe: fn(SignalKind) -> Text,
    pub line: fn(HelpLine) -> Text,
    /// Before the emergency number.
    pub danger_now: Text,
    pub danger_more: Text,
}

/// Deciding.
pub struct Decide {
    pub heading: Text,
    pub action: fn(Decision) -> Text,
    /// What the main button does.
    pub confirm: fn(Decision) -> Text,
    pub sending: Text,
    pub sent: fn(Decision) -> Text,
    pub next_is: Text,
    pub none_left: Text,
    /// What must be turned back is placed with a pattern.
    pub patterns: Text,
    pub patterns_hint: Text,
    pub pattern_missing: Text,
    pub keywords: Text,
    pub keywords_chosen: Text,
    /// Of the most, and whether one is needed.
    pub keywords_hint: fn(usize, bool) -> String,
    pub keyword_add: Text,
    pub keyword_remove: fn(&str) -> String,
    pub keyword_fault: fn(FieldCode, usize) -> String,
    pub keyword_added: fn(&str) -> String,
    pub keyword_removed: fn(&str) -> String,
    pub reasons: Text,
    pub more_reasons: fn(usize) -> String,
    pub reason_missing: Text,
    pub letter: Text,
    pub letter_waits: Text,
    pub letter_help: Text,
    /// A reply by which somebody can be reached.
    pub case: Text,
    pub case_more: Text,
    pub reaches: Text,
    pub reaches_more: Text,
    pub handled: Text,
    pub gone: Text,
    pub to_next: Text,
    pub needs_another: Text,
    pub needs_another_more: Text,
    /// The writer of a declined post asked for another reader.
    pub another: Text,
    pub another_lead: Text,
    /// The account that sits here declined it.
    pub another_more: Text,
    /// Two must read it.
    pub two: Text,
    pub two_first: Text,
    pub two_alone: Text,
    pub two_alone_more: Text,
    /// The other one has read it: who, and what they would do.
    pub two_second: fn(&str, Decision) -> String,
    pub two_second_more: Text,
    /// I have read it.
    pub two_waits: fn(Decision) -> String,
    pub two_waits_more: Text,
    /// What the main button does for the first of two.
    pub propose: fn(Decision) -> Text,
    pub proposed: Text,
    pub nothing_now: fn(PostState) -> Text,
}

/// Handing back, and leaving something out.
pub struct HandBack {
    pub heading: Text,
    pub hint: Text,
    pub take: fn(&str) -> String,
    pub stretch: Text,
    pub stretch_hint: Text,
    pub stretch_missing: Text,
    pub instead: Text,
    pub instead_hint: Text,
    pub preview: Text,
    pub sentence: Text,
    pub sentence_hint: fn(usize) -> String,
    pub sentence_sent: Text,
    pub fault: fn(FieldCode) -> Text,
    pub left_out: Text,
    pub left_out_hint: Text,
    pub left_out_wrong: Text,
    pub asked: Text,
    pub asked_at: fn(&str) -> String,
    pub asked_again: fn(&str) -> String,
}

/// Keyboard shortcuts.
pub struct Keys {
    pub heading: Text,
    pub on: Text,
    pub note: Text,
    pub next: Text,
    pub previous: Text,
    pub choose: fn(Decision) -> Text,
    pub enter: Text,
    pub enter_key: Text,
}

/// Where somebody is signed in.
pub struct Devices {
    pub title: Text,
    pub heading: Text,
    pub lead: Text,
    pub here: Text,
    pub began: fn(&str) -> String,
    pub used: fn(&str) -> String,
    pub end: Text,
    pub end_about: fn(&str) -> String,
    pub ended: Text,
}

/// Who may sign in, for administrators.
pub struct People {
    pub heading: Text,
    pub lead: Text,
    /// Fewer than two facilitators can sign in.
    pub few: fn(usize) -> Text,
    pub few_more: Text,
    pub you: Text,
    pub ready: Text,
    pub not_ready: Text,
    pub disabled: Text,
    pub happened: Text,
    pub step: fn(AccountStep) -> Text,
    pub by: fn(&str) -> String,
    pub by_command: Text,
    pub reset: Text,
    pub reset_ask: fn(&str) -> String,
    pub reset_yes: Text,
    pub allow: Text,
    pub allow_ask: fn(&str) -> String,
    pub allow_yes: Text,
    pub disable: Text,
    pub disable_ask: fn(&str) -> String,
    pub disable_yes: Text,
    pub about: fn(&str) -> String,
    pub no: Text,
    pub disabled_now: fn(&str) -> String,
    pub make: Text,
    pub name: Text,
    pub name_hint: Text,
    pub role: Text,
    pub role_hint: fn(StaffRole) -> Text,
    pub make_go: Text,
    pub name_taken: Text,
    pub name_fault: fn(FieldCode, usize) -> String,
    pub role_missing: Text,
    pub not_now: Text,
    pub first_password: fn(&str) -> String,
    pub first_password_once: Text,
    pub first_password_label: Text,
    pub what_to_do: [Text; 3],
    pub noted: Text,
}

/// The desk's sentences in a language.
pub const fn desk_messages(lang: Lang) -> &'static DeskMessages {
    match lang {
        Lang::Nl => &nl::MESSAGES,
        Lang::En => &en::MESSAGES,
    }
}

/// The desk's sentences of this page.
pub fn use_desk_words() -> &'static DeskMessages {
    desk_messages(super::use_words().lang)
}

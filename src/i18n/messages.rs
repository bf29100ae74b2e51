//! The sentences as one type. `fn` fields take what changes: a number, a word, a name.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use super::Fault;
use crate::places::Place;
use droombord_domain::{
    api::{News, StoredIn},
    life::PostState,
    post::{AgeBand, Direction, Kind, Lang, Region, Role},
    problem::FieldError,
    reason::Reason,
    settings::HelpLine,
    status::{StatusCode, StatusFilter},
    support::Support,
    trail::TrailKind,
    when::HalfMonth,
};
use droombord_guard::{Kind as Datum, together::FactKind};

type Text = &'static str;

/// Every sentence of the visitors' pages in one language.
///
/// What stands on every reader's page is a field. What only some pages say is behind a function: a program that never
/// calls it does not hold the words.
pub struct Messages {
    /// Which language.
    pub lang: Lang,
    /// On every page.
    pub frame: Frame,
    /// Names of the product's things.
    pub names: Names,
    /// The board.
    pub board: Board,
    /// One post.
    pub post: Post,
    /// What loads, fails, or is not there.
    pub states: States,
    pub kept: Kept,
}

/// On every page.
pub struct Frame {
    pub skip: Text,
    pub brand: Text,
    pub brand_goal: Text,
    pub menu: Text,
    pub board: Text,
    pub share: Text,
    pub mine: Text,
    pub promises: Text,
    pub help: Text,
    pub exit: Text,
    /// After it, for who hears the page: where it leads, by its host.
    pub exit_to: fn(Option<&str>) -> String,
    pub about_movement: Text,
    pub how: Text,
    pub rules: Text,
    pub privacy: Text,
    pub accessibility: Text,
    /// The link to this page in the other language, in that language.
    pub other_lang_name: Text,
    pub other_lang: Lang,
    /// When the app itself breaks.
    pub panic_title: Text,
    pub panic_lead: Text,
    pub reload: Text,
}

/// Names of the product's things.
pub struct Names {
    pub kind: fn(Kind) -> Text,
    pub direction: fn(Direction) -> Text,
    pub no_direction: fn(Kind) -> Text,
    /// Who wrote it, after the kind: "van een jongere, 13 tot 15 jaar". Empty when nothing was said.
    pub by: fn(Option<Role>, Option<AgeBand>) -> String,
    pub on_behalf: Text,
    pub role: fn(Role) -> Text,
    pub age_band: fn(AgeBand) -> Text,
    pub region: fn(Region) -> Text,
    pub support: fn(Support) -> Text,
    /// Before the keywords, for who hears it: what they are, and what a press on one does.
    pub keywords: Text,
    /// What a press on a choice does, by whether it is chosen; for who hears it.
    pub press: fn(bool) -> Text,
    pub sample: Text,
    pub shortened: Text,
    /// A half month: "begin november". The second argument is for the year when it is not this one.
    pub half_month: fn(HalfMonth) -> String,
    /// An event of the trail, as a heading.
    pub trail: fn(TrailKind) -> Text,
    /// "2 dagen".
    pub days: fn(u32) -> String,
    /// The help line that stands beside somebody.
    pub confidant: Text,
}

/// The board.
pub struct Board {
    pub title: Text,
    pub write: Text,
    pub list_heading: Text,
    pub about_what: Text,
    pub how_to_read: Text,
    pub wall: Text,
    pub list: Text,
    pub search: Text,
    pub search_label: Text,
    pub search_go: Text,
    pub search_clear: Text,
    pub more_filters: Text,
    pub keyword_is: fn(&str) -> String,
    pub unread_first: Text,
    pub newest_first: Text,
    /// Ways to the other order.
    pub unread: Text,
    pub newest: Text,
    pub read_on: Text,
    /// How far a post is, by the place of its code in [`StatusCode::ALL`].
    pub status: [Text; StatusCode::ALL.len()],
    /// Days since an organisation was asked, and its name.
    pub waiting: fn(u32, &str) -> String,
    /// A post that hangs here is further than before.
    pub renewed: Text,
    /// Heading of the next, and what each of them leaves, by its place in [`StatusFilter::ALL`].
    pub about_status: Text,
    pub filter_status: [Text; StatusFilter::ALL.len()],
    /// The one control that holds the choices on a phone.
    pub filters: Text,
    pub react: Text,
    pub more: Text,
    pub all_shown: Text,
    pub news: fn(News) -> String,
    pub news_show: Text,
    pub shown: fn(usize) -> String,
    /// Number of posts of one direction, in short.
    pub shown_about: fn(usize, Direction) -> String,
}

/// One post.
pub struct Post {
    /// It stands in somebody's history: what it is, and nothing of what it says.
    pub title: fn(Kind) -> Text,
    pub back: Text,
    pub let_know: Text,
    pub thanks: fn(Support) -> Text,
    pub taken_back: Text,
    pub not_arrived: Text,
    pub more_than: fn(u32, Support) -> String,
    pub too_few: Text,
    pub trail: Text,
    pub waits: Text,
    /// The same, and the server is busy.
    pub waits_busy: Text,
    pub placed_more: Text,
    pub nobody_asked: Text,
    pub nobody_asked_more: Text,
    /// Replies.
    pub talk: Text,
    pub talk_lead: Text,
    pub talk_none: Text,
    pub talk_write: Text,
    /// Telling that something is wrong with a post or a reply.
    pub wrong: Text,
    pub talk_more: Text,
    /// With *terugdraaien*: who stands beside a reader.
    pub turn_back: Text,
}

/// What loads, fails, or is not there.
pub struct States {
    pub loading: Text,
    pub failed: Text,
    pub failed_more: Text,
    /// Somebody in between answered.
    pub foreign: Text,
    pub again: Text,
    pub offline: Text,
    pub offline_more: Text,
    pub busy: Text,
    pub empty: Text,
    pub empty_more: Text,
    pub nothing_found: Text,
    pub nothing_found_more: Text,
    pub show_all: Text,
    pub no_post: Text,
    pub no_post_more: Text,
    pub no_page_title: Text,
    pub no_page: Text,
    pub no_page_more: Text,
    pub to_board: Text,
    /// "Meestal binnen 2 dagen."
    pub reading_on_time: fn(u32) -> String,
    pub reading_late: fn(u32) -> String,
    pub reading_nobody: Text,
}

/// What the phone kept, and what is newer.
pub struct Kept {
    pub old: Text,
    /// Goes on with the moment, and a full stop.
    pub old_at: Text,
    pub old_again: Text,
    pub newer: Text,
    pub renew: Text,
}

/// The ten reasons of the desk, and what the writer reads.
pub struct Reasons {
    /// As the desk names it; the writer sees it too.
    pub name: fn(Reason) -> Text,
    /// The letter when it is handed back, by whether other words are proposed.
    pub handed_back: fn(Reason, bool) -> String,
    /// The letter when it is declined or taken down.
    pub declined: fn(Reason) -> String,
    /// Before the help lines that fit, and that stand under the letter as links.
    pub help: Text,
    /// Before a facilitator's own sentence in the letter.
    pub sentence_of: Text,
    /// Added only when two facilitators read it.
    pub two_readers: Text,
    /// Under the letter of a declined post: the way on.
    pub after_declined: Text,
    /// Under the letter of a post that was taken down: the way on.
    pub after_taken_down: Text,
}

/// The pages that explain. Each but the first is data that one renderer shows.
pub struct Info {
    /// The heading of a page's list of contents.
    pub on_this_page: Text,
    pub about: Prose,
    pub rules: Prose,
    pub privacy: Prose,
    pub accessibility: Prose,
    /// On the page of the rules, under the name of a reason: what to do about it.
    pub reason_more: fn(Reason) -> Text,
    pub operator: Operator,
    /// After the second of three presses of Shift. Stands in an attribute: without quotation marks.
    pub once_more: Text,
    /// Of a hundred texts, how many were read within the promised time.
    pub share: fn(u32) -> String,
}

/// Who listens. Opening hours stand here only for lines that are open day and night; others are the operator's to set.
pub struct Help {
    pub title: Text,
    pub heading: Text,
    pub lead: Text,
    pub name: fn(HelpLine) -> Text,
    pub about: fn(HelpLine) -> Text,
    /// Before the number, for who hears the page.
    pub call: fn(HelpLine) -> Text,
    /// The link to a chat, where there is one.
    pub chat: fn(HelpLine) -> Option<Text>,
    pub begin: Text,
    pub begin_say: Text,
    pub begin_words: Text,
    pub watched: Text,
    pub watched_more: &'static [Text],
    pub watched_link: Text,
}

/// A page of words.
pub struct Prose {
    pub title: Text,
    pub heading: Text,
    pub lead: Text,
    pub sections: &'static [Section],
}

/// Words under one heading.
pub struct Section {
    pub heading: Text,
    pub blocks: &'static [Block],
}

/// One piece of a section.
pub enum Block {
    /// A paragraph.
    Say(Text),
    /// Things in no order.
    List(&'static [Text]),
    /// What comes after what: a step, and more about it.
    Steps(&'static [(Text, Text)]),
    /// Words and what they mean.
    Terms(&'static [(Text, Text)]),
    /// On to a page of ours.
    Link(Place, Text),
    /// Away to somebody else's site, by its host.
    Web(Text),
    /// How long it takes just now until a human reads.
    ReadingTime,
    /// The reasons for a no.
    Reasons,
    /// Who is responsible, or that it is not said.
    Controller,
    /// How to reach them, or that it is not said.
    Contact,
}

/// Around what the operator set, or in its place.
pub struct Operator {
    pub controller: Text,
    pub no_controller: Text,
    pub contact: Text,
    /// Under how to reach them: what a mail or a call tells.
    pub contact_more: Text,
    pub no_contact: Text,
}

/// Writing.
pub struct Share {
    /// The board can be put beside the apps of the phone: by the browser, or by hand.
    pub home_screen: Text,
    pub home_screen_put: Text,
    pub home_screen_by_hand: Text,
    /// While it is not known which step.
    pub title_any: Text,
    /// By the number of the step, 1 to 4, and whether a reply is written.
    pub title: fn(u8, bool) -> Text,
    pub title_thanks: Text,
    pub title_waits: Text,
    pub title_busy: Text,
    pub title_not_sent: Text,
    pub title_words: Text,
    pub title_stop: Text,
    pub step: fn(u8) -> String,
    pub no_script: Text,
    pub what: Text,
    pub what_lead: Text,
    /// The first step of a reply.
    pub reply: Text,
    pub reply_lead: Text,
    pub reply_to: Text,
    pub reply_gone: Text,
    pub which_kind: Text,
    pub kind: fn(Kind) -> Text,
    pub kind_more: fn(Kind) -> Text,
    pub which_direction: Text,
    pub direction_more: fn(Direction) -> Text,
    pub unsure: Text,
    pub unsure_more: Text,
    pub borrowed: Text,
    pub borrowed_more: Text,
    pub borrowed_means: Text,
    pub next: Text,
    pub back: Text,
    pub stop: Text,
    pub words: fn(Kind) -> Text,
    pub words_lead: Text,
    pub starters_label: Text,
    /// Before a beginning, for who hears it: what a press does.
    pub starter: Text,
    /// Beginnings of a text; the page leaves the dots out.
    pub starters: fn(Kind) -> [Text; 3],
    pub saved: Text,
    pub unsaved: Text,
    pub not_kept: Text,
    pub full: Text,
    pub count: fn(usize, usize) -> String,
    /// Said aloud, once each.
    pub near_limit: Text,
    pub past_limit: Text,
    pub fits_again: Text,
    pub worried: Text,
    pub worried_link: Text,
    pub worried_kept: Text,
    /// With *terugdraaien*: no case, and who stands beside the writer.
    pub turn_back: Text,
    pub who: Text,
    pub who_lead: fn(Kind) -> Text,
    pub i_am: Text,
    pub more_roles: Text,
    pub rather_not: Text,
    pub how_old: Text,
    pub not_said: Text,
    pub whereabouts: Text,
    pub may_skip: Text,
    pub on_behalf: Text,
    pub on_behalf_more: Text,
    pub skip: Text,
    pub look: Text,
    pub look_lead: fn(Kind) -> Text,
    pub change_words: Text,
    pub change_who: Text,
    pub what_next: Text,
    pub next_read: Text,
    pub next_read_more: Text,
    pub next_hear: Text,
    pub next_hear_more: Text,
    pub next_hang: fn(Kind) -> Text,
    pub next_hang_more: Text,
    pub same_key: Text,
    pub same_key_lead: Text,
    pub same_key_yes: Text,
    pub same_key_yes_more: Text,
    pub same_key_no: Text,
    pub same_key_no_more: Text,
    pub send: fn(Kind) -> Text,
    pub sending: fn(Kind) -> Text,
    pub sending_more: Text,
    /// While the phone does what a flooded server asks.
    pub busy: Text,
    pub failed: Text,
    /// What is safe, by whether the device really kept it, and what to do.
    pub failed_kept: fn(Kind) -> Text,
    pub failed_here: Text,
    pub failed_borrowed: Text,
    pub failed_again: Text,
    pub gone: Text,
    pub gone_more: Text,
    pub thanks: fn(Kind) -> Text,
    pub thanks_lead: fn(Kind) -> Text,
    pub thanks_same_key: Text,
    /// Instead, while there is no network.
    pub waits: fn(Kind) -> Text,
    pub waits_lead: Text,
    pub to_mine: Text,
    pub no_words_yet: Text,
    pub no_words_yet_more: Text,
    pub to_words: Text,
    pub do_not_follow: Text,
    pub stop_heading: Text,
    pub stop_kept: Text,
    pub stop_not_kept: Text,
    pub keep_and_stop: Text,
    pub throw_away: Text,
    pub write_on: Text,
}

/// The privacy guard beside a text, and who is near.
pub struct Guard {
    pub title: Text,
    pub lead: Text,
    /// After the datum itself.
    pub looks_like: fn(Datum) -> Text,
    pub times: fn(usize) -> String,
    /// A neutral mark in the stead of a datum.
    pub mark: fn(Datum) -> Text,
    pub my_role: fn(&str) -> String,
    pub where_i_live: Text,
    pub my_house: Text,
    pub my_school: Text,
    pub some_day: Text,
    pub some_number: Text,
    /// A button: what it writes.
    pub put: fn(&str) -> String,
    pub remove: Text,
    pub choose: Text,
    pub leave: Text,
    pub no_name: Text,
    pub all: Text,
    /// Facts that are recognisable together; the first word is in small letters.
    pub together: fn(&[FactKind]) -> String,
    pub together_more: Text,
    /// Safer words for a fact: what it tells, the word that leads to it in the text, and itself, both in small letters.
    pub safer: fn(FactKind, &str, &str) -> Text,
    /// Number of finds that are folded.
    pub more: fn(usize) -> String,
    /// Under the field: towns, which may stay.
    pub place_stays: fn(&str) -> String,
    pub nothing: Text,
    pub changed: Text,
    pub left: Text,
    pub undo: Text,
    pub undone: Text,
    /// Said aloud after what was found.
    pub choose_below: Text,
    /// Over the help lines when words tell of danger.
    pub near: Text,
    pub near_lead: Text,
    /// Said aloud.
    pub near_below: Text,
    pub near_hide: Text,
    /// The choice beside the help: whether a facilitator looks at once.
    pub alert: Text,
    pub alert_more: Text,
    /// After sending, when that was chosen.
    pub alerted: Text,
    /// Whether somebody reads just now.
    pub reads_now: Text,
    pub reads_nobody: Text,
    pub reads_unknown: Text,
    pub reads_asking: Text,
    /// When nobody does: help lines stand above, or follow.
    pub listen_above: Text,
    pub listen_below: Text,
}

/// The follow key: shown once, checked by typing two words.
pub struct Key {
    pub heading: Text,
    pub lead: Text,
    pub write_down: Text,
    pub write_down_more: Text,
    /// Before the address at which they are typed.
    pub type_at: Text,
    /// Where a device remembers the words.
    pub can_forget: Text,
    pub copy: Text,
    pub copied: Text,
    /// Why the words cannot be copied on somebody else's phone.
    pub not_copied: Text,
    pub copy_yourself: Text,
    pub print: Text,
    pub check: Text,
    pub word: fn(usize) -> String,
    pub skip: Text,
    pub done: Text,
}

/// Own posts.
pub struct Mine {
    pub title: Text,
    pub heading: Text,
    pub lead: Text,
    /// Number of own posts that ask something of the writer, and of all of them.
    pub news: fn(usize, usize) -> String,
    pub none: Text,
    pub none_more: Text,
    pub write: Text,
    pub follow: Text,
    pub follow_more: Text,
    pub type_key: Text,
    pub type_key_hint: Text,
    /// What waits for a network, and what did not go.
    pub waits_signal: Text,
    pub waits_signal_more: Text,
    pub waits_signal_tried: Text,
    pub waits_signal_change: Text,
    pub waits_signal_stop: Text,
    pub not_sent: Text,
    pub not_sent_throw: Text,
    /// Taken back before it left; the second when its text is a draft again.
    pub taken_back: Text,
    pub taken_back_kept: Text,
    pub not_changed: Text,
    pub not_changed_more: Text,
    /// Without a network: own posts are not on the device.
    pub not_kept_here: Text,
    pub remember: Text,
    pub remember_more: Text,
    pub open: Text,
    pub opened: fn(usize) -> String,
    pub of_key: fn(usize) -> String,
    /// Where a post stands, as the card's news and the trail's last step.
    pub state: fn(PostState) -> Text,
    /// What it means, and what comes next.
    pub state_more: fn(PostState) -> Text,
    pub waits: Text,
    pub not_read: Text,
    pub not_read_more: fn(u32) -> String,
    pub waits_hours: fn(u32) -> String,
    pub waits_days: fn(u32) -> String,
    pub reason: fn(&str) -> String,
    pub on_board: Text,
    pub see_on_board: Text,
    /// Before the first sentence of what was replied to.
    pub reply_to: Text,
    pub reply_to_gone: Text,
    pub later: Text,
    pub trail: Text,
    /// An exact moment in the writer's words: today, yesterday, or a date.
    pub moment: fn(Moment) -> String,
    pub change: Text,
    pub change_label: Text,
    pub change_lead: Text,
    pub change_send: Text,
    pub change_cancel: Text,
    pub changed: Text,
    pub changed_meanwhile: Text,
    pub not_allowed_now: Text,
    pub same_text: Text,
    /// Saying yes to the words that were proposed.
    pub agree: Text,
    pub agreed: Text,
    /// Above the two wordings.
    pub now_there: Text,
    pub becomes: Text,
    pub left_out: Text,
    pub asked_again: Text,
    /// What stood there before something was left out.
    pub before: Text,
    pub before_more: Text,
    /// The way on after a decline: another facilitator.
    pub another: Text,
    pub another_lead: Text,
    pub another_done: Text,
    pub withdraw: Text,
    pub withdraw_ask: Text,
    pub withdraw_yes: Text,
    pub withdraw_no: Text,
    pub withdrawn: Text,
    pub erase: Text,
    pub erase_ask: Text,
    pub erase_yes: Text,
    /// By whether it hangs on the board.
    pub erase_no: fn(bool) -> Text,
    pub erased: Text,
    pub about: fn(&str) -> String,
    pub boss: Text,
    pub known: Text,
    pub new_words: Text,
    pub new_words_why: Text,
    pub new_words_first: Text,
    pub new_words_use: Text,
    pub new_words_cancel: Text,
    pub new_words_done: Text,
    /// The words are asked again, for who shares a phone.
    pub ask_again: Text,
    pub ask_again_on: Text,
    pub ask_again_off: Text,
    pub asked_again_lead: Text,
    pub forget: Text,
    pub forget_ask: Text,
    pub forget_yes: Text,
    pub forget_no: Text,
    pub forgotten: Text,
    pub close: Text,
}

/// An exact moment in Europe/Amsterdam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// How many calendar days ago.
    pub days_ago: i64,
    /// Only when it is not this year.
    pub year: Option<i64>,
    pub month: u8,
    pub day: u8,
    pub hour: u8,
    pub minute: u8,
}

/// *Wat weten jullie van mij?*: everything that is kept under a key.
pub struct Known {
    pub heading: Text,
    pub lead: Text,
    pub part: fn(StoredIn) -> Text,
    /// What it is, and why it is kept.
    pub part_more: fn(StoredIn) -> Text,
    pub nothing: Text,
    /// Opens so many rows.
    pub show: fn(StoredIn, usize) -> String,
    /// How backups expire, in days.
    pub backups: fn(u32) -> String,
    pub why: Text,
    pub erase: Text,
    pub erase_ask: Text,
    pub erase_yes: Text,
    pub erase_no: Text,
    pub erased: Text,
    pub close: Text,
}

/// What is not right in a form: what is so, and what you can do.
pub struct Faults {
    pub summary: fn(usize) -> String,
    pub no_kind: Text,
    pub no_text: Text,
    pub too_long_by: fn(u32) -> String,
    /// At the field, which says itself how many letters there are.
    pub too_long_here: Text,
    pub odd_signs: Text,
    pub choose_again: Text,
    pub age_alone: Text,
    pub word: fn(usize) -> String,
    /// A word that no key has: its place, as it was typed, and what may be meant.
    pub unknown_word: fn(usize, &str, Option<&str>) -> String,
    /// Number of words that were typed.
    pub word_count: fn(usize) -> String,
    /// Nothing was typed.
    pub no_word: fn(usize) -> String,
    pub key: Text,
    /// With the minutes to wait, when the server says them.
    pub busy: fn(Option<u32>) -> String,
}

impl Faults {
    /// A text is over its limit.
    pub fn too_long(&self, error: &FieldError) -> Fault {
        let letters = error.actual.unwrap_or_default().saturating_sub(error.limit.unwrap_or_default()).max(1);
        Fault { say: (self.too_long_by)(letters), steady: Some(self.too_long_here.into()) }
    }
}

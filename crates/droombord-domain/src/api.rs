//! The shapes that travel over HTTP, beside [`crate::draft::Draft`] and [`crate::problem::Problem`].
//! JSON, snake_case. Times are RFC 3339 in UTC; where everybody may look they are [`HalfMonth`].

mod answered;
mod desk;
mod promises;

pub use answered::*;
pub use desk::*;
pub use promises::*;

use crate::{
    asking::{OwnAsking, PublicAsking},
    hand_back::Swap,
    keyword::Keyword,
    life::PostState,
    mark::{Finding, Signal, Together},
    organisation::OrganisationRef,
    post::{AgeBand, Direction, Kind, Lang, PostBody, Region, Role},
    reason::Reason,
    report::Report,
    settings::{HelpLine, PublicSettings},
    staff::{AccountStep, StaffRole},
    status::{PostStatus, StatusFilter},
    support::{SupportCounts, SupportSteps},
    trail::{PublicTrailEvent, TrailEvent},
    when::HalfMonth,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A page of a list has at most so many items.
pub const MAX_LIMIT: u32 = 100;
/// And so many when the caller does not say: the board's first page.
pub const DEFAULT_LIMIT: u32 = 24;

/// One page of a list. There is no total: counting everything costs more than it tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// The items, in the list's order.
    pub items: Vec<T>,
    /// Where the next page starts; `None` at the end. Sealed: only the server can read it.
    pub next_cursor: Option<String>,
}

/// A post as everybody sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(from = "Flat")]
pub struct PublicPost {
    /// A random number: it does not tell the moment.
    pub id: Uuid,
    /// The words and the choices beside them.
    #[serde(flatten)]
    pub body: PostBody,
    /// Chosen by the facilitator.
    pub keywords: Vec<Keyword>,
    /// The half month in which it came on the board.
    pub published: HalfMonth,
    /// A facilitator left something out (promise 4).
    pub shortened: bool,
    /// A fictional sample; the page says so.
    pub sample: bool,
    /// How many people reacted, in steps.
    pub supports: SupportSteps,
    /// How far its trail is.
    pub status: PostStatus,
}

/// What the board can be narrowed down to, and how many posts each choice finds. Counted once a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Facets {
    /// How far a trail is, in the order of the screen; empty before the first count.
    pub statuses: Vec<StatusFacet>,
    /// The keywords of most posts, by the alphabet.
    pub keywords: Vec<KeywordFacet>,
}

/// How many posts are so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StatusFacet {
    /// How far.
    pub status: StatusFilter,
    /// When it was counted.
    pub posts: u32,
}

/// How many posts have a keyword.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeywordFacet {
    /// Which one.
    pub keyword: Keyword,
    /// When it was counted.
    pub posts: u32,
}

/// A reply as everybody sees it, under the post that it replies to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(from = "Flat")]
pub struct PublicReply {
    /// A random number.
    pub id: Uuid,
    /// The words and from whom: `kind` is `reply`.
    #[serde(flatten)]
    pub body: PostBody,
    /// The half month in which it came on the board.
    pub published: HalfMonth,
    /// A facilitator left something out (promise 4).
    pub shortened: bool,
}

/// What hangs on the board, as it is read: every field beside the others. By itself serde would first keep each whole post as something
/// of any shape, which a phone pays for in time and in its download.
#[derive(Deserialize)]
struct Flat {
    id: Uuid,
    kind: Kind,
    direction: Option<Direction>,
    text: String,
    lang: Lang,
    role: Option<Role>,
    on_behalf: bool,
    age_band: Option<AgeBand>,
    region: Option<Region>,
    published: HalfMonth,
    shortened: bool,
    // A reply has none of these.
    #[serde(default)]
    keywords: Vec<Keyword>,
    #[serde(default)]
    sample: bool,
    #[serde(default)]
    supports: SupportSteps,
    #[serde(default)]
    status: PostStatus,
}

impl From<Flat> for PublicPost {
    fn from(flat: Flat) -> Self {
        let Flat { id, kind, direction, text, lang, role, on_behalf, age_band, region, .. } = flat;
        let Flat { published, shortened, keywords, sample, supports, status, .. } = flat;
        let body = PostBody { kind, direction, text, lang, role, on_behalf, age_band, region };
        Self { id, body, keywords, published, shortened, sample, supports, status }
    }
}

impl From<Flat> for PublicReply {
    fn from(flat: Flat) -> Self {
        let PublicPost { id, body, published, shortened, .. } = flat.into();
        Self { id, body, published, shortened }
    }
}

/// What somebody replied to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RepliedTo {
    /// The post.
    pub id: Uuid,
    /// Its words, as long as it is on the board; then the reply is to be seen under it.
    pub text: Option<String>,
}

/// The public trail of one post, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicTrail {
    /// What everybody may know.
    pub events: Vec<PublicTrailEvent>,
    /// Who was asked for an answer, oldest first, with the answers that were published.
    pub askings: Vec<PublicAsking>,
    /// What was promised because of it, by date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<PublicPromise>,
}

/// A post as its writer sees it, by follow key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnPost {
    /// A random number.
    pub id: Uuid,
    /// Where it stands.
    pub state: PostState,
    /// The newest revision; the first is 1. A change names the revision that it changes.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub revision: u32,
    /// `None` once it is erased.
    pub body: Option<PostBody>,
    /// When it is a reply: to what.
    pub reply_to: Option<RepliedTo>,
    /// Chosen by the facilitator.
    pub keywords: Vec<Keyword>,
    /// Why it is not on the board, when a facilitator said so.
    pub reason: Option<Reason>,
    /// A facilitator's own sentence in the letter with that reason.
    pub sentence: Option<String>,
    /// Who can help, in that letter: by the reason and by the danger that the words show. The most urgent first.
    pub help: Vec<HelpLine>,
    /// The writer may ask another facilitator to read it: it was declined, this was not asked yet, and there is one.
    pub may_ask_another: bool,
    /// What a facilitator asks, while it is handed back.
    pub hand_back: Option<HandBack>,
    /// A facilitator left something out (promise 4).
    pub shortened: bool,
    /// What stood there before something was left out; gone after thirty days.
    pub before: Option<String>,
    /// Since when the newest revision waits for a reader; `None` when it does not wait.
    pub waiting_since: Option<String>,
    /// Everything that happened, oldest first.
    pub trail: Vec<TrailEvent>,
    /// Who was asked for an answer, oldest first, with the answers that were published.
    pub askings: Vec<OwnAsking>,
    /// How many reactions it had at the daily count.
    #[serde(default)]
    pub supports: SupportCounts,
    /// The replies that hang under it, newest first: the newest [`MAX_LIMIT`].
    #[serde(default)]
    pub replies: Vec<Uuid>,
}

/// Changes a post before publication: a new revision that will be read again. Send all choices: what is left out
/// becomes none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// The revision that the writer saw.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub revision: u32,
    /// The post as it should be.
    pub draft: crate::draft::Draft,
}

/// What a facilitator asks of the writer. The reason, and with it the letter and a sentence of one's own, is the post's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandBack {
    /// Safer words for a stretch of the newest revision, to agree to.
    pub swap: Option<Swap>,
    /// When the writer was asked.
    pub at: String,
    /// When the writer was asked once more.
    pub reminded_at: Option<String>,
}

/// The writer says yes to the words that were proposed: they become a new revision, which a facilitator reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// The revision that was handed back.
    pub revision: u32,
}

/// Other words for a follow key that somebody else has seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewKey {
    /// The new words, made on the phone.
    #[cfg_attr(feature = "openapi", schema(pattern = "^[a-z]+(-[a-z]+){6}$"))]
    pub new_key: String,
}

/// *Wat weten jullie van mij?*: every row of every table that belongs to a follow key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stored {
    /// Every table that can hold something of a writer; empty ones too.
    pub tables: Vec<StoredRows>,
    /// What is erased may stand in backups for so many days more.
    pub backup_days: u32,
}

/// What one table holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoredRows {
    /// Under which heading it is shown.
    pub shown_in: StoredIn,
    /// The table's name in the database.
    pub table: String,
    /// Its rows, column by column.
    pub rows: Vec<Vec<StoredField>>,
}

/// One value, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoredField {
    /// The column's name.
    pub name: String,
    /// What stands there, as text; moments as RFC 3339; `null` when nothing does.
    pub value: Option<String>,
}

crate::codes::codes! {
    /// The headings under which a writer sees what is kept.
    StoredIn {
        Words = "words",
        Posts = "posts",
        Keywords = "keywords",
        Trail = "trail",
        Decisions = "decisions",
        Promises = "promises",
        Reactions = "reactions",
        Key = "key",
        Search = "search",
        Sending = "sending",
        Chain = "chain",
        Answers = "answers",
    }
}

/// A post at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskPost {
    /// A random number.
    pub id: Uuid,
    /// Where it stands.
    pub state: PostState,
    /// The newest revision: a decision names it.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub revision: u32,
    /// The newest revision's words and choices.
    #[serde(flatten)]
    pub body: PostBody,
    /// When it is a reply: to what.
    pub reply_to: Option<RepliedTo>,
    /// Chosen at an earlier decision. A reply has none.
    pub keywords: Vec<Keyword>,
    /// A fictional sample.
    pub sample: bool,
    /// Since when it waits for a reader; `None` when it does not wait.
    pub waiting_since: Option<String>,
    /// What the server's own guard finds in the text, in its order.
    pub findings: Vec<Finding>,
    /// Small facts in the text by which somebody is recognised when they stand together. Empty in lists.
    pub together: Vec<Together>,
    /// Its words show danger, and it waits for its reading: two facilitators publish or decline it. Never empty then.
    pub signals: Vec<Signal>,
    /// Its writer asked that a facilitator looks at once.
    pub alert: bool,
    /// What the first of the two would do.
    pub proposal: Option<Proposal>,
    /// What the writer is asked, while it is handed back.
    pub hand_back: Option<HandBack>,
    /// The sentence of a facilitator's own in the letter to the writer, as every facilitator may read it.
    pub sentence: Option<String>,
    /// Somebody declined this revision, and its writer asked for another facilitator.
    pub asked_another: bool,
    /// Two must read it, and nobody else can sign in who could be the other. Not told in lists.
    pub alone: bool,
    /// Who is reading it now.
    pub claim: Option<Claim>,
    /// What facilitators told each other, oldest first. Empty in lists.
    pub notes: Vec<DeskNote>,
    /// What people said is wrong with it, oldest first. Empty in lists.
    pub reports: Vec<Report>,
    /// Everything that happened, oldest first, with the names of accounts. Empty in lists.
    pub trail: Vec<TrailEvent>,
}

/// What the first of two readers would do with the newest revision. The same decision by another facilitator makes it
/// hold; that one may also decide otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Proposal {
    /// The account's name.
    pub by: String,
    /// When.
    pub at: String,
    /// `publish` or `decline`.
    pub decision: Decision,
    /// With `publish`.
    pub keywords: Vec<Keyword>,
    /// With `decline`.
    pub reason: Option<Reason>,
    /// With `decline`: a sentence of one's own.
    pub sentence: Option<String>,
}

/// The desk's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Queue {
    /// When they wait, those whose words show danger first, then the others, each oldest first; what hangs on the board newest there first;
    /// newest decision first otherwise.
    pub items: Vec<DeskPost>,
    /// Where the next page starts.
    pub next_cursor: Option<String>,
    /// How many posts wait for a reader in all.
    pub waiting: u32,
    /// Since when the oldest of them waits.
    pub oldest_since: Option<String>,
    /// The promised reading time in days.
    pub reading_days: u32,
}

/// What a facilitator decides on the revision that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DecisionRequest {
    /// The revision that was read; a stale one is refused.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub revision: u32,
    /// What is decided.
    pub decision: Decision,
    /// With `publish`, `shorten` and `reverse`; at most five.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// With `hand_back`, `decline` and `take_down`: required.
    #[serde(default)]
    pub reason: Option<Reason>,
    /// With `hand_back`: safer words for a stretch of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub swap: Option<Swap>,
    /// With `hand_back`, `decline` and `take_down`: a sentence of one's own, with nothing by which anybody can be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
    /// With `shorten`, required: the text with something left out, and nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl DecisionRequest {
    /// A decision that needs nothing yet.
    pub const fn of(revision: u32, decision: Decision) -> Self {
        Self { revision, decision, keywords: Vec::new(), reason: None, swap: None, sentence: None, text: None }
    }
}

crate::codes::codes! {
    /// The decisions of the desk.
    Decision {
        Publish = "publish",
        /// Ask the writer for other words.
        HandBack = "hand_back",
        Decline = "decline",
        /// Leave something out, when the writer was asked twice and did not answer.
        Shorten = "shorten",
        TakeDown = "take_down",
        Reverse = "reverse",
    }
}

/// Whether somebody reads just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadsNow {
    /// A facilitator is at the desk, within the hours that are set.
    pub reads_now: bool,
}

/// Signing in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The account's name.
    pub name: String,
    /// Its password.
    pub password: String,
    /// The six digits of the second factor.
    #[serde(default)]
    pub code: Option<String>,
    /// An own password in the place of one that an administrator gave.
    #[serde(default)]
    pub new_password: Option<String>,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// The account's name.
    pub name: String,
    /// What it may do.
    pub role: StaffRole,
    /// When the session ends by itself, however busy.
    pub ends_at: String,
    /// When it ends if nobody uses it until then. A change is use, and what carries the header `droombord-use`; else reading is none.
    pub idle_at: String,
}

/// One session of an account, for the list in which it can be ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionEntry {
    /// Names the session; it does not open it.
    pub id: Uuid,
    /// When it began.
    pub began_at: String,
    /// When it was used last, by the hour.
    pub used_at: String,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// A new account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAccount {
    /// Its name: unique, whatever the case.
    pub name: String,
    /// What it may do.
    pub role: StaffRole,
    /// With the role `answerer`, required: the organisation for which it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Uuid>,
}

/// An account, for administrators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// Names the account in addresses.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// What it may do.
    pub role: StaffRole,
    /// It cannot sign in any more.
    pub disabled: bool,
    /// Its own password and second factor are set.
    pub ready: bool,
    /// The organisation for which an answerer answers.
    pub organisation: Option<OrganisationRef>,
}

/// An account in the list of administrators, with everything that was done with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountEntry {
    /// The account.
    #[serde(flatten)]
    pub account: Account,
    /// Newest first. Nobody can change or take out any of it.
    pub events: Vec<AccountEvent>,
}

/// Something that was done with an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountEvent {
    /// What.
    pub step: AccountStep,
    /// When, RFC 3339.
    pub at: String,
    /// The administrator who did it; `None` for the command line of the server.
    pub by: Option<String>,
}

/// An account that was made or reset: the password for its first sign-in, shown this once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountIssued {
    /// The account.
    pub account: Account,
    /// To hand over; the owner chooses an own password at the first sign-in.
    pub first_password: String,
}

/// The first data of a page: it stands in the page as an escaped JSON block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstData {
    /// What the operator set.
    pub settings: PublicSettings,
    /// What the page shows.
    pub shown: Shown,
    /// The choices of the board, with their daily counts: in the HTML, and only there.
    #[serde(skip)]
    pub facets: Facets,
}

/// What the first HTML of a page already shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// A page without data of its own.
    Nothing,
    /// The board's first page, under the filters of the address.
    Board(Page<PublicPost>),
    /// One post with its trail, and the first replies to it. What the trail became is in the HTML, and only there.
    Post(Box<PublicPost>, #[serde(skip)] PublicTrail, Page<PublicReply>),
    /// The post of the address is not on the board (any more).
    NoPost,
    /// The promises of all organisations. The page has no program, and so no data beside the HTML.
    #[serde(skip)]
    Promises(Box<ShownPromises>),
    /// The answers and promises of one organisation, on such a page too.
    #[serde(skip)]
    Organisation(Box<ShownOrganisation>),
}

/// How much is new on the board: what a live event tells, and nothing more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// Posts that came on the board for the first time.
    pub posts: u32,
    /// Answers of organisations to posts on the board.
    pub answers: u32,
    /// Posts that hung there before, and whose status changed.
    #[serde(default)]
    pub changes: u32,
}

impl News {
    /// Whether there is more to read.
    pub const fn has_more(self) -> bool {
        self.posts > 0 || self.answers > 0
    }

    /// Whether nothing is new.
    pub const fn is_empty(self) -> bool {
        !self.has_more() && self.changes == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_post_is_flat() -> Result<(), serde_json::Error> {
        let post = PublicPost {
            id: Uuid::nil(),
            body: PostBody {
                kind: Kind::Dream,
                direction: None,
                text: "Hoi".into(),
                lang: Lang::Nl,
                role: None,
                on_behalf: false,
                age_band: None,
                region: None,
            },
            keywords: vec![],
            published: HalfMonth::of(2026, 11, 21),
            shortened: false,
            sample: false,
            supports: SupportSteps::default(),
            status: PostStatus::PLACED,
        };
        let json = serde_json::to_value(&post)?;
        assert_eq!(json["text"], "Hoi");
        assert_eq!(json["published"]["half"], 2);
        assert_eq!(serde_json::from_value::<PublicPost>(json)?, post);
        Ok(())
    }
}

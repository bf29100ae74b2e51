//! Worklist of the desk (*Wat moet er gebeuren?*): everything that waits for a facilitator, by what is to be done.

use crate::{codes::codes, organisation::OrganisationRef, post::Lang};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A promise is near when its day is so many days away, and an organisation that said something of it is left alone for as long.
pub const NEAR_DAYS: i64 = 14;
/// An organisation is reminded of an asking once in so many days. For as long nothing is to be done about it.
pub const REMIND_DAYS: i64 = 7;
/// Of each kind the worklist brings so many at first.
pub const FIRST_ITEMS: u32 = 5;
/// Of one kind alone it brings so many; the others follow when these are done.
pub const MOST_ITEMS: u32 = 50;

codes! {
    /// What is to be done, the most urgent first.
    WorkKind {
        /// Words that show danger wait for a reader.
        Danger = "danger",
        /// Somebody says that something is wrong with a post.
        Report = "report",
        /// A post or a reply waits for a reader.
        Queue = "queue",
        /// An answer of an organisation, or the writer's words beside a verdict, wait for a reader.
        Answer = "answer",
        /// What an organisation says of a promise waits for a reader.
        Saying = "saying",
        /// A post on the board about which nobody was asked.
        Unasked = "unasked",
        /// An asking that waits for its answer for longer than the setting says.
        Asking = "asking",
        /// The writer was not understood or says *not yet*, and the organisation was not asked again.
        NotHeard = "not_heard",
        /// The day of a promise is near or over.
        Promise = "promise",
        /// A writer reacted to no question, and to no reminder of it.
        HandBack = "hand_back",
    }
}

codes! {
    /// What is to be done by an organisation, for the mail that reminds it.
    OwnWork {
        /// It is asked about a post and has not answered.
        Asked = "asked",
        /// Its answer was handed back or not placed.
        HandedBack = "handed_back",
        /// The day of a promise is near.
        Near = "near",
        /// The day of a promise is over.
        Late = "late",
    }
}

/// One thing that is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkItem {
    /// The post that it is about; `None` with what is about a promise.
    pub post: Option<Uuid>,
    /// The report, the asking or the promise that it is about.
    pub subject: Option<Uuid>,
    /// The first sentence of the post; what is promised.
    pub heading: String,
    /// The language of the heading.
    pub lang: Lang,
    /// A sample.
    pub sample: bool,
    /// Whom it concerns.
    pub organisation: Option<OrganisationRef>,
    /// How long it waits, in whole days of the calendar in Europe/Amsterdam. With `promise`: how many days are left, and below 0 how
    /// many its day is over.
    pub days: i64,
    /// Who has it: who reads it now, else who read it first, asked or handed back. The account's name.
    pub by: Option<String>,
}

/// Everything of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkGroup {
    /// Which kind.
    pub kind: WorkKind,
    /// How many there are.
    pub count: u32,
    /// The first of them: what waits longest first; of promises whose day is over longest, of reports those about danger.
    pub items: Vec<WorkItem>,
}

/// What is to be done, the most urgent kind first. A kind of which there is nothing is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Worklist {
    /// The kinds.
    pub groups: Vec<WorkGroup>,
    /// After so many days an asking is in the list: a setting of the operator.
    pub asking_days: u32,
}

impl Worklist {
    /// How much of one kind.
    pub fn of(&self, kind: WorkKind) -> u32 {
        self.groups.iter().find(|group| group.kind == kind).map_or(0, |group| group.count)
    }

    /// Everything together.
    pub fn count(&self) -> u32 {
        self.groups.iter().map(|group| group.count).sum()
    }
}

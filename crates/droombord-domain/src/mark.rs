//! What the guard sees in a text, as it travels to the desk: kinds and places, never words. The desk alone gets it.

use crate::{codes::codes, settings::HelpLine};
use serde::{Deserialize, Serialize};

codes! {
    /// What kind of personal data it is.
    FindingKind {
        PersonName = "person_name",
        Phone = "phone",
        Email = "email",
        Address = "address",
        Postcode = "postcode",
        Bsn = "bsn",
        Birthdate = "birthdate",
        CaseNumber = "case_number",
        Institution = "institution",
        School = "school",
        Handle = "handle",
        Url = "url",
        Iban = "iban",
        LicencePlate = "licence_plate",
        /// It may stay.
        CityPlace = "city_place",
    }
}

impl FindingKind {
    /// Whether somebody can be reached or found by it: never in a sentence of staff to a writer.
    pub const fn is_contact(self) -> bool {
        match self {
            Self::Phone
            | Self::Email
            | Self::Address
            | Self::Postcode
            | Self::Handle
            | Self::Url
            | Self::Iban
            | Self::Bsn
            | Self::CaseNumber
            | Self::LicencePlate => true,
            Self::PersonName | Self::Birthdate | Self::Institution | Self::School | Self::CityPlace => false,
        }
    }
}

codes! {
    /// Why the guard thinks so: the strongest ground.
    FindingCue {
        Shape = "shape",
        Checksum = "checksum",
        Keyword = "keyword",
        Introduction = "introduction",
        Title = "title",
        Role = "role",
        Greeting = "greeting",
        Company = "company",
        List = "list",
        Context = "context",
        Repeated = "repeated",
    }
}

codes! {
    /// What a small fact tells.
    FactKind {
        Age = "age",
        /// Today, or a day that everybody can count back to.
        Date = "date",
        Birthday = "birthday",
        Place = "place",
        /// A twin, a fire, a champion.
        Rare = "rare",
        /// The size of a family, or the number of houses.
        Count = "count",
        /// "De enige".
        Only = "only",
        /// The known work of a parent.
        Role = "role",
    }
}

codes! {
    /// What kind of danger words show.
    SignalKind {
        SelfHarm = "self_harm",
        Suicide = "suicide",
        Violence = "violence",
        SexualAbuse = "sexual_abuse",
        RunningAway = "running_away",
    }
}

impl SignalKind {
    /// The help line that fits best.
    pub const fn help_line(self) -> HelpLine {
        match self {
            Self::SelfHarm | Self::Suicide => HelpLine::Line113,
            Self::Violence | Self::SexualAbuse => HelpLine::VeiligThuis,
            Self::RunningAway => HelpLine::Kindertelefoon,
        }
    }
}

/// One piece of personal data in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// Where it begins, in Unicode code points.
    pub start: usize,
    /// Where it has ended.
    pub end: usize,
    /// How sure, in percent.
    pub confidence: u8,
    /// Why.
    pub cue: FindingCue,
}

impl Finding {
    /// Whether it tells of a case: the number of a file, or the name of somebody behind a title or a role, such as a judge
    /// or a worker. What must be turned back is told without.
    pub const fn is_case(&self) -> bool {
        match self.kind {
            FindingKind::CaseNumber => true,
            FindingKind::PersonName => matches!(self.cue, FindingCue::Title | FindingCue::Role),
            FindingKind::Phone
            | FindingKind::Email
            | FindingKind::Address
            | FindingKind::Postcode
            | FindingKind::Bsn
            | FindingKind::Birthdate
            | FindingKind::Institution
            | FindingKind::School
            | FindingKind::Handle
            | FindingKind::Url
            | FindingKind::Iban
            | FindingKind::LicencePlate
            | FindingKind::CityPlace => false,
        }
    }
}

/// One signal of danger in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Signal {
    /// What kind of danger.
    pub kind: SignalKind,
    /// Where the words begin, in Unicode code points.
    pub start: usize,
    /// Where they have ended.
    pub end: usize,
    /// How sure, in percent.
    pub confidence: u8,
}

/// A small fact in a text. Alone it is fine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Fact {
    /// What it tells.
    pub kind: FactKind,
    /// Where it begins, in Unicode code points.
    pub start: usize,
    /// Where it has ended.
    pub end: usize,
}

/// Small facts by which somebody is recognised when they stand together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Together {
    /// Two or three, in the order of the text.
    pub facts: Vec<Fact>,
}

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

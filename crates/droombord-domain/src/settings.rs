//! What the operator sets and every page needs.

use crate::codes::codes;
use serde::{Deserialize, Serialize};

codes! {
    /// How honest the promised reading time is just now (promise 14).
    Reading {
        /// What is promised is what happens.
        OnTime = "on_time",
        /// The queue is far beyond the promised time.
        Late = "late",
        /// No facilitator is active.
        Nobody = "nobody",
    }
}

codes! {
    /// The help lines of `/hulp`, in its order.
    HelpLine {
        Emergency = "emergency",
        Kindertelefoon = "kindertelefoon",
        Line113 = "line_113",
        VeiligThuis = "veilig_thuis",
        Jeugdstem = "jeugdstem",
    }
}

impl HelpLine {
    /// The lines in the order of urgency: danger now comes first.
    pub const BY_URGENCY: &'static [Self] =
        &[Self::Emergency, Self::Line113, Self::VeiligThuis, Self::Kindertelefoon, Self::Jeugdstem];

    /// The number as people read it; source: the movement's copy deck.
    pub const fn number(self) -> &'static str {
        match self {
            Self::Emergency => "112",
            Self::Kindertelefoon => "0800-0432",
            Self::Line113 => "0800-0113",
            Self::VeiligThuis => "0800-2000",
            Self::Jeugdstem => "088-555 1000",
        }
    }

    /// The number for a `tel:` link.
    pub fn dial(self) -> String {
        self.number().chars().filter(char::is_ascii_digit).collect()
    }
}

/// How far the fire has spread: published facts, renewed once a day. Never of one organisation, and no ranking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Facts {
    /// Posts that were read and are on the board.
    pub read: u32,
    /// Of these, posts with an answer that everybody can read.
    pub answered: u32,
    /// Promises of which the organisation says that they are kept.
    pub kept: u32,
    /// Of 100 texts of the last 30 days, how many were read within the promised time; `None` as long as there are few.
    pub on_time: Option<u32>,
}

/// Settings that pages show. Everything uncertain is empty until the operator fills it in; then it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicSettings {
    /// Where *Weg hier* leads: a neutral page.
    pub exit_url: String,
    /// The promised reading time in days.
    pub reading_days: u32,
    /// Whether that is what happens.
    pub reading: Reading,
    /// Opening hours of the Kindertelefoon, in a sentence.
    pub kindertelefoon_hours: Option<String>,
    /// Opening hours of Jeugdstem, in a sentence.
    pub jeugdstem_hours: Option<String>,
    /// Who is responsible for the data (GDPR article 4(7)).
    pub controller: Option<String>,
    /// How to reach them: a mail address or a phone number.
    pub contact: Option<String>,
    /// What the board's horizon tells.
    #[serde(default)]
    pub facts: Facts,
}

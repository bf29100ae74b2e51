//! What somebody puts on the board, and the choices beside it.

use crate::{
    codes::codes,
    text::{KEEP_SHORT, first_sentence},
};
use serde::{Deserialize, Serialize};

codes! {
    /// A dream (how it should be), a story (how it was or is), or a reply to one of these (*Praat mee!*), which hangs
    /// under it and never by itself.
    Kind { Dream = "dream", Story = "story", Reply = "reply" }
}

impl Kind {
    /// What hangs on the board by itself, in the order of the screen.
    pub const BOARD: &'static [Self] = &[Self::Dream, Self::Story];

    /// What hangs on the board by itself; `None` for other codes.
    pub fn of_board(code: &str) -> Option<Self> {
        Self::from_code(code).filter(|kind| Self::BOARD.contains(kind))
    }

    /// How many graphemes a text of this kind may have.
    pub const fn max_length(self) -> usize {
        match self {
            Self::Dream | Self::Reply => 1_000,
            Self::Story => 3_000,
        }
    }
}

codes! {
    /// The movement's three questions. A post may have none.
    Direction { Start = "start", Stop = "stop", TurnBack = "turn_back" }
}

codes! {
    /// What the writer says of themself. Nobody checks it, and nobody must say it.
    Role {
        YoungPerson = "young_person",
        Parent = "parent",
        /// Grandparents and other family.
        Family = "family",
        Professional = "professional",
        ExpertByExperience = "expert_by_experience",
        CouncilMember = "council_member",
        Director = "director",
    }
}

codes! {
    /// Only for a young person; never an age, never a birth date.
    AgeBand {
        UpTo12 = "up_to_12",
        From13To15 = "from_13_to_15",
        From16To17 = "from_16_to_17",
        From18 = "from_18",
    }
}

codes! {
    /// One of five parts of the country; never a province or a town.
    Region { North = "north", East = "east", Middle = "middle", West = "west", South = "south" }
}

codes! {
    /// The language of a text or a page.
    Lang { Nl = "nl", En = "en" }
}

/// The words of a post and the choices beside them, as they travel over HTTP.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostBody {
    /// Dream or story.
    pub kind: Kind,
    /// One of the movement's questions, or none.
    pub direction: Option<Direction>,
    /// The text: no title, no markup. Links in it are plain text.
    pub text: String,
    /// The language of the text.
    pub lang: Lang,
    /// What the writer says of themself.
    pub role: Option<Role>,
    /// Written down for somebody else.
    pub on_behalf: bool,
    /// Only with the role `young_person`.
    pub age_band: Option<AgeBand>,
    /// A part of the country.
    pub region: Option<Region>,
}

impl PostBody {
    /// The first sentence: the heading of a post in the list.
    pub fn heading(&self) -> &str {
        first_sentence(&self.text, KEEP_SHORT)
    }
}

//! What the guard says: kinds, ranges, cues and suggestions, all as codes. No sentences for people here.

use core::ops::Range;

macro_rules! codes {
    ($(#[$outer:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant,)+ }
        impl $name {
            /// Every value, in the order of the declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];
            /// The name in data and over the wire, in snake case.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }
            /// The value with this code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

codes! {
    /// What kind of personal data a finding is.
    Kind {
        /// A person's name, with initials and particles, without title and possessive s.
        PersonName = "person_name",
        /// A telephone number, in figures or in words.
        Phone = "phone",
        /// An e-mail address, also when written around the sign.
        Email = "email",
        /// Street and house number.
        Address = "address",
        /// A Dutch postcode.
        Postcode = "postcode",
        /// A citizen service number.
        Bsn = "bsn",
        /// A date of birth, or a birthday.
        Birthdate = "birthdate",
        /// The number of a case, file or client.
        CaseNumber = "case_number",
        /// A care organisation, house or living group by name.
        Institution = "institution",
        /// A school by name.
        School = "school",
        /// A name on a social network or in a game.
        Handle = "handle",
        /// A web address.
        Url = "url",
        /// A bank account number.
        Iban = "iban",
        /// A vehicle's number plate.
        LicencePlate = "licence_plate",
        /// A town or village: marked, but it may stay.
        CityPlace = "city_place",
    }
}

codes! {
    /// Why the guard thinks so: the strongest ground only.
    Cue {
        /// The shape alone tells: an e-mail address, a number of the number plan.
        Shape = "shape",
        /// Shape and a check digit that is right.
        Checksum = "checksum",
        /// A word before or behind it says what it is: "bsn", "geboren op", "insta".
        Keyword = "keyword",
        /// The writer introduces somebody: "ik heet", "mijn naam is".
        Introduction = "introduction",
        /// A title stands before it: "mevrouw", "juf".
        Title = "title",
        /// A role stands before it: "mijn broertje", "onze mentor".
        Role = "role",
        /// A greeting or signature: "lieve …", "groetjes …".
        Greeting = "greeting",
        /// Company: "… en ik", "… en Sanne".
        Company = "company",
        /// It is in a list of names and nothing says otherwise.
        List = "list",
        /// A capital inside a sentence, on a word that is no Dutch word, or words that fit only a person.
        Context = "context",
        /// The same name was found elsewhere in this text.
        Repeated = "repeated",
    }
}

impl Kind {
    /// Whether a post may keep it without being asked: only a town may.
    #[must_use]
    pub const fn may_stay(self) -> bool {
        matches!(self, Kind::CityPlace)
    }
}

/// A piece of the text in the three measures that its readers use. The end is not included.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TextRange {
    /// In bytes of UTF-8: for Rust.
    pub bytes: Range<usize>,
    /// In Unicode code points: for the wire and for measuring.
    pub chars: Range<usize>,
    /// In UTF-16 units: for the browser's strings and selections.
    pub utf16: Range<usize>,
}

/// What may stand in the place of the datum, as a code; the words are the app's.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Suggestion {
    /// A neutral mark in its place, such as "\[naam\]" or "\[nummer\]".
    Mark,
    /// Leave it out.
    Remove,
    /// "mijn" and the role that the text itself names; the word is as it was written, in lower case.
    MyRole(String),
    /// The role alone, where no owner is named ("juf", "begeleider").
    Role(String),
    /// "waar ik woon".
    WhereILive,
    /// "mijn huis".
    MyHouse,
    /// "mijn school".
    MySchool,
    /// "mijn leeftijd", for a date of birth.
    MyAge,
    /// "mijn gegevens".
    MyDetails,
}

impl Suggestion {
    /// The name in data and over the wire.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Suggestion::Mark => "mark",
            Suggestion::Remove => "remove",
            Suggestion::MyRole(_) => "my_role",
            Suggestion::Role(_) => "role",
            Suggestion::WhereILive => "where_i_live",
            Suggestion::MyHouse => "my_house",
            Suggestion::MySchool => "my_school",
            Suggestion::MyAge => "my_age",
            Suggestion::MyDetails => "my_details",
        }
    }

    /// The role word that goes with the code, when there is one.
    #[must_use]
    pub fn role(&self) -> Option<&str> {
        match self {
            Suggestion::MyRole(word) | Suggestion::Role(word) => Some(word),
            Suggestion::Mark
            | Suggestion::Remove
            | Suggestion::WhereILive
            | Suggestion::MyHouse
            | Suggestion::MySchool
            | Suggestion::MyAge
            | Suggestion::MyDetails => None,
        }
    }
}

/// One piece of personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// The datum itself.
    pub span: TextRange,
    /// What reads well when it is replaced: the title, "in de" or "mijn mentor" included. Holds the span; may touch the next one's.
    pub replace: TextRange,
    /// How sure, in percent: 90 and more is nearly always right, under 60 is a guess.
    pub confidence: u8,
    /// Why.
    pub cue: Cue,
    /// What may stand in the place of `replace`.
    pub suggestion: Suggestion,
}

//! The closed word classes that cues are made of, from `words.txt`: one class a line, its name first.
//!
//! A word may be in several classes. No names and no open lists here; those are in `lists`.

use crate::lists;
use std::sync::OnceLock;

static TABLE: &str = include_str!("words.txt");

/// A class of words; the order is that of `words.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Articles and what stands in their place.
    Det,
    /// Owners: "mijn", "haar".
    Own,
    /// Prepositions that people stand behind.
    Prep,
    /// Prepositions that places stand behind.
    Place,
    /// Who somebody is to the writer: "broertje".
    Role,
    /// What somebody does: "mentor".
    Job,
    /// Titles: "mevrouw".
    Title,
    /// Family titles: "oma".
    Kin,
    /// "familie", "gezin".
    Family,
    /// Openings of a letter.
    Greet,
    /// Closings of a letter.
    Sign,
    /// Verbs that stand behind a person.
    Verb,
    /// Roles as they stand behind "is mijn".
    KinWord,
    /// Animals and things that are given names.
    Pet,
    /// Number words.
    Num,
    /// Months.
    Month,
    /// What is counted, behind a number.
    Unit,
    /// Words that are never a name in lower case.
    Stop,
    /// Particles of surnames.
    Particle,
    /// The world of school.
    School,
    /// The world of care.
    Care,
    /// What houses, groups and schools are called after: "De Regenboog".
    House,
    /// Words that end like a street and are none.
    NoStreet,
    /// What is numbered without being a street: "kamer 14".
    Counted,
    /// Words that say that somebody lives somewhere.
    Lives,
    /// First words of streets of several words.
    StreetOpens,
    /// Of those, the ones that are too common in small letters.
    StreetWeak,
    /// Two letters that are a word or a measure: "1500 km".
    Pair,
    /// Words before the name of a school.
    SchoolHead,
    /// Words behind the name of a school.
    SchoolTail,
    /// School words that are no names: "muziekschool".
    NoSchool,
    /// Organisations that are known behind "bij" without a capital.
    CareBare,
    /// Words of care that need a capital behind them.
    CareCommon,
    /// Words of care that may have somebody behind them.
    GroupWord,
    /// Words that need a house name behind them in small letters.
    HouseNeeded,
    /// Capitals behind an article that are no house or school.
    Public,
    /// Verbs of being somewhere.
    Stays,
    /// House names that are hardly ever the thing itself.
    HouseOnly,
    /// Words built of care words that are no names.
    CareThing,
    /// Words of working or staying with an organisation.
    Works,
    /// Words that make a date a birthday.
    Born,
    /// What is born without being a person.
    NotBorn,
    /// Ordinal numbers.
    Ordinal,
    /// Words that say that a number can be called.
    Calls,
    /// Words that may have the number of a case behind them.
    CaseWeak,
    /// Social networks and games.
    Network,
    /// Words between a network and a handle.
    HandleWay,
    /// Everybody: "@iedereen".
    Crowd,
    /// Words for vehicles and their plates.
    Vehicle,
    /// Words for the citizen service number.
    BsnWord,
    /// Top-level domains that are no Dutch words.
    SureDomain,
    /// Top-level domains that Dutch people use.
    Domain,
    /// Providers of mail.
    Provider,
    /// Owners and pointers that people stand behind too.
    Near,
    /// Adjectives between an owner and a role.
    Soft,
    /// What people are.
    Mood,
    /// Where people are from: "van de nachtdienst".
    WorkPlace,
    /// Verbs that only people do.
    Human,
    /// Words before the name of a care organisation or group, also in small letters.
    CareHead,
    /// Words before the name of a care organisation, when it has a capital.
    CareCapital,
}

/// How many classes there are.
const CLASSES: usize = 60;

/// The classes of a word, one bit each.
pub type Bits = u64;

/// The classes of a word; its hash is that of [`lists::hash`].
#[must_use]
pub fn classes(hash: u32) -> Bits {
    static WORDS: OnceLock<Vec<(u32, Bits)>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut all: Vec<(u32, Bits)> = Vec::with_capacity(4096);
        for (class, line) in TABLE.lines().take(CLASSES).enumerate() {
            all.extend(line.split(' ').skip(1).map(|word| (lists::hash(word), 1 << class)));
        }
        let mut all = lists::sorted(all);
        all.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 |= next.1;
            }
            same
        });
        all
    });
    words.binary_search_by_key(&hash, |w| w.0).ok().and_then(|i| words.get(i)).map_or(0, |w| w.1)
}

/// Whether a word is in a class.
#[must_use]
pub fn is(word: &str, class: Class) -> bool {
    classes(lists::hash(word)) >> (class as u32) & 1 == 1
}

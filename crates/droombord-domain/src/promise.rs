//! Promises of organisations: what is promised, by whom, before which day, and what became of it (promise 7).
//!
//! A promise never changes: it is only followed up. What the organisation says of it later is read by a facilitator like
//! the promise itself; what the writers say is theirs alone. There is no count of what was kept and no order by it.

use crate::{
    codes::codes,
    draft::text_error,
    post::Direction,
    problem::{FieldCode, FieldError},
    text::{Text, is_blank},
    when::Day,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is promised has at most so many graphemes: one sentence or two.
pub const MAX_WHAT: usize = 200;
/// The owner's function has at most so many.
pub const MAX_OWNER: usize = 80;
/// What the organisation says of it later has at most so many.
pub const MAX_WORDS: usize = 300;
/// A promise answers at most so many posts.
pub const MAX_POSTS: usize = 20;
/// Nobody promises further ahead than so many days: about three years.
pub const FURTHEST: i64 = 1_100;

codes! {
    /// Where a promise stands. The first two are never public.
    PromiseState {
        /// A facilitator has not read it yet.
        Waiting = "waiting",
        /// A facilitator said no, or every post behind it was erased before it was read.
        Declined = "declined",
        Open = "open",
        /// Open, and its day has passed. Derived from the clock, never stored.
        Overdue = "overdue",
        Kept = "kept",
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// What an organisation says of a promise.
    Saying {
        Promised = "promised",
        NotYet = "not_yet",
        Kept = "kept",
        /// With a reason, always.
        Withdrawn = "withdrawn",
    }
}

impl PromiseState {
    /// Whether everybody may see the promise (promise 1).
    pub const fn is_public(self) -> bool {
        match self {
            Self::Open | Self::Overdue | Self::Kept | Self::Withdrawn => true,
            Self::Waiting | Self::Declined => false,
        }
    }

    /// As it is on a day: an open promise whose day has passed is overdue. On the day itself it is not.
    pub fn on(self, due: Day, today: Day) -> Self {
        match self {
            Self::Open if due < today => Self::Overdue,
            Self::Waiting | Self::Declined | Self::Open | Self::Overdue | Self::Kept | Self::Withdrawn => self,
        }
    }

    /// Whether the writers behind it are asked if it is so: from its day on, or when the organisation says that it is done.
    pub fn asks_writers(self, due: Day, today: Day) -> bool {
        match self {
            Self::Kept => true,
            Self::Open | Self::Overdue | Self::Withdrawn => due <= today,
            Self::Waiting | Self::Declined => false,
        }
    }

    /// The state once a facilitator said yes to what the organisation says; `None` when it cannot be said now.
    pub const fn after(self, saying: Saying) -> Option<Self> {
        match (self, saying) {
            (Self::Waiting, Saying::Promised) => Some(Self::Open),
            (Self::Open | Self::Overdue, Saying::NotYet) => Some(self),
            (Self::Open | Self::Overdue, Saying::Kept) => Some(Self::Kept),
            (Self::Open | Self::Overdue, Saying::Withdrawn) => Some(Self::Withdrawn),
            (
                Self::Waiting | Self::Declined | Self::Open | Self::Overdue | Self::Kept | Self::Withdrawn,
                Saying::Promised | Saying::NotYet | Saying::Kept | Saying::Withdrawn,
            ) => None,
        }
    }
}

/// What the form of a promise holds. Codes are plain strings here, so that all errors come at once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PromiseDraft {
    /// [`Direction`].
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Direction, required = true))]
    pub direction: Option<String>,
    /// What will be there, end, or be looked at again.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, required = true, min_length = 1))]
    pub what: Option<String>,
    /// The function of who sees to it, such as "teamleider wonen". No person's name.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, required = true, min_length = 1))]
    pub owner: Option<String>,
    /// The last day, as `2027-03-01`.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, required = true, format = Date))]
    pub due: Option<String>,
    /// The posts that led to it; at least one.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<Uuid>, min_items = 1, max_items = 20))]
    pub posts: Vec<String>,
}

/// A promise that may be stored. Only [`PromiseDraft::parse`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPromise {
    direction: Direction,
    what: String,
    owner: String,
    due: Day,
    posts: Vec<Uuid>,
}

impl NewPromise {
    /// One of the movement's questions.
    pub const fn direction(&self) -> Direction {
        self.direction
    }

    /// What is promised.
    pub fn what(&self) -> &str {
        &self.what
    }

    /// The function of who sees to it.
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// The last day.
    pub const fn due(&self) -> Day {
        self.due
    }

    /// The posts that led to it, each once.
    pub fn posts(&self) -> &[Uuid] {
        &self.posts
    }
}

impl PromiseDraft {
    /// Reads every field and reports every error at once, in the order of the form.
    ///
    /// # Errors
    /// All fields that are not right. A day that has passed is none to promise by.
    pub fn parse(&self, today: Day) -> Result<NewPromise, Vec<FieldError>> {
        let Self { direction, what, owner, due, posts } = self;
        let mut errors = Vec::new();
        let direction = match direction.as_deref() {
            None => Err(FieldError::new("direction", FieldCode::Missing)),
            Some(code) => {
                Direction::from_code(code).ok_or_else(|| FieldError::new("direction", FieldCode::UnknownValue))
            }
        };
        let direction = kept(&mut errors, direction);
        let what = kept(&mut errors, words("what", what.as_deref(), MAX_WHAT));
        let owner = kept(&mut errors, words("owner", owner.as_deref(), MAX_OWNER));
        let due = match due.as_deref() {
            None | Some("") => Err(FieldError::new("due", FieldCode::Missing)),
            Some(text) => Day::parse(text)
                .filter(|day| (0..=FURTHEST).contains(&(day.number() - today.number())))
                .ok_or_else(|| FieldError::new("due", FieldCode::Invalid)),
        };
        let due = kept(&mut errors, due);
        let posts = kept(&mut errors, parse_posts(posts));
        match (direction, what, owner, due, posts) {
            (Some(direction), Some(what), Some(owner), Some(due), Some(posts)) => {
                Ok(NewPromise { direction, what, owner, due, posts })
            }
            _ => Err(errors),
        }
    }
}

/// What an organisation says of a promise that is public.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SayingDraft {
    /// `not_yet`, `kept` or `withdrawn`.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Saying, required = true))]
    pub says: Option<String>,
    /// How it goes; with `withdrawn` the reason, and then required.
    #[serde(default)]
    pub words: Option<String>,
}

/// A saying that may be stored. Only [`SayingDraft::parse`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSaying {
    says: Saying,
    words: Option<String>,
}

impl NewSaying {
    /// What is said.
    pub const fn says(&self) -> Saying {
        self.says
    }

    /// In words.
    pub fn words(&self) -> Option<&str> {
        self.words.as_deref()
    }
}

impl SayingDraft {
    /// Reads every field and reports every error at once.
    ///
    /// # Errors
    /// All fields that are not right.
    pub fn parse(&self) -> Result<NewSaying, Vec<FieldError>> {
        let Self { says, words: said } = self;
        let mut errors = Vec::new();
        let says = match says.as_deref() {
            None => Err(FieldError::new("says", FieldCode::Missing)),
            // A promise is made once.
            Some(code) => Saying::from_code(code)
                .filter(|says| *says != Saying::Promised)
                .ok_or_else(|| FieldError::new("says", FieldCode::UnknownValue)),
        };
        let says = kept(&mut errors, says);
        let said = said.as_deref().filter(|words| !is_blank(words));
        let said = match (says, said) {
            (Some(Saying::Withdrawn), None) => Err(FieldError::new("words", FieldCode::Missing)),
            (_, None) => Ok(None),
            (_, Some(raw)) => words("words", Some(raw), MAX_WORDS).map(Some),
        };
        match (says, kept(&mut errors, said)) {
            (Some(says), Some(words)) => Ok(NewSaying { says, words }),
            _ => Err(errors),
        }
    }
}

fn kept<T>(errors: &mut Vec<FieldError>, outcome: Result<T, FieldError>) -> Option<T> {
    outcome.map_err(|error| errors.push(error)).ok()
}

fn words(field: &str, raw: Option<&str>, max: usize) -> Result<String, FieldError> {
    let raw = raw.ok_or_else(|| FieldError::new(field, FieldCode::Missing))?;
    Text::parse(raw, max).map(Text::into).map_err(|fault| text_error(field, fault, max))
}

fn parse_posts(raw: &[String]) -> Result<Vec<Uuid>, FieldError> {
    let mut posts = Vec::new();
    for id in raw {
        let id: Uuid = id.parse().map_err(|_| FieldError::new("posts", FieldCode::Invalid))?;
        if !posts.contains(&id) {
            posts.push(id);
        }
    }
    match posts.len() {
        0 => Err(FieldError::new("posts", FieldCode::Missing)),
        many if many > MAX_POSTS => Err(FieldError::past_limit("posts", FieldCode::TooMany, MAX_POSTS, many)),
        _ => Ok(posts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap_or_else(|| unreachable!("{text}"))
    }

    fn draft() -> PromiseDraft {
        PromiseDraft {
            direction: Some("stop".into()),
            what: Some(" Elke jongere kiest zelf één vaste begeleider. ".into()),
            owner: Some("teamleider wonen".into()),
            due: Some("2027-03-01".into()),
            posts: vec![Uuid::from_u128(7).to_string(), Uuid::from_u128(7).to_string()],
        }
    }

    fn errors(draft: &PromiseDraft) -> Vec<(String, FieldCode)> {
        let errors = draft.parse(day("2026-11-21")).err().unwrap_or_default();
        errors.into_iter().map(|error| (error.field, error.code)).collect()
    }

    #[test]
    fn a_promise_has_an_owner_a_day_and_a_post() {
        let promise = draft().parse(day("2026-11-21"));
        let promise = promise.map(|it| (it.what().to_owned(), it.due(), it.posts().to_vec()));
        let expected =
            ("Elke jongere kiest zelf één vaste begeleider.".to_owned(), day("2027-03-01"), vec![Uuid::from_u128(7)]);
        assert_eq!(promise, Ok(expected));
        let fields = ["direction", "what", "owner", "due", "posts"];
        assert_eq!(errors(&PromiseDraft::default()), fields.map(|field| (field.to_owned(), FieldCode::Missing)));
    }

    #[test]
    fn the_day_is_not_one_that_has_passed() {
        for (due, fits) in [
            ("2026-11-21", true),
            ("2026-11-20", false),
            ("2029-11-25", true),
            ("2029-11-26", false),
            ("2027-02-30", false),
            ("morgen", false),
        ] {
            let wrong = errors(&PromiseDraft { due: Some(due.into()), ..draft() });
            assert_eq!(wrong.is_empty(), fits, "{due}: {wrong:?}");
        }
    }

    #[test]
    fn a_withdrawal_has_a_reason_and_nothing_is_promised_twice() {
        let of = |says: &str, words: Option<&str>| {
            let draft = SayingDraft { says: Some(says.into()), words: words.map(str::to_owned) };
            draft.parse().map_err(|errors| errors.into_iter().map(|error| error.field).collect::<Vec<_>>())
        };
        assert_eq!(of("kept", Some("  ")).map(|it| it.words().map(str::to_owned)), Ok(None));
        assert!(of("not_yet", Some("Twee van de vijf huizen doen het al.")).is_ok());
        assert_eq!(of("withdrawn", None), Err(vec!["words".to_owned()]));
        assert!(of("withdrawn", Some("Het huis gaat dicht.")).is_ok());
        assert_eq!(of("promised", None), Err(vec!["says".to_owned()]));
        assert_eq!(of("kept", Some(&"a".repeat(MAX_WORDS + 1))), Err(vec!["words".to_owned()]));
    }

    #[test]
    fn the_life_of_a_promise() {
        use PromiseState as S;
        let allowed = [
            (S::Waiting, Saying::Promised, S::Open),
            (S::Open, Saying::NotYet, S::Open),
            (S::Open, Saying::Kept, S::Kept),
            (S::Open, Saying::Withdrawn, S::Withdrawn),
            (S::Overdue, Saying::NotYet, S::Overdue),
            (S::Overdue, Saying::Kept, S::Kept),
            (S::Overdue, Saying::Withdrawn, S::Withdrawn),
        ];
        for state in S::ALL {
            for says in Saying::ALL {
                let expected = allowed.iter().find(|(from, by, _)| from == state && by == says).map(|(_, _, to)| *to);
                assert_eq!(state.after(*says), expected, "{state:?} after {says:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn only_an_open_promise_becomes_overdue_and_not_before_its_day_is_over(due in 0_i64..40_000, today in 0_i64..40_000) {
            let (Some(due), Some(today)) = (Day::of_number(due), Day::of_number(today)) else { return Ok(()) };
            for state in PromiseState::ALL {
                let shown = state.on(due, today);
                prop_assert_eq!(shown.is_public(), state.is_public());
                prop_assert!(shown == *state || (*state == PromiseState::Open && today > due));
            }
        }

        #[test]
        fn nothing_makes_it_panic(what in any::<String>(), due in any::<String>(), posts in prop::collection::vec(any::<String>(), 0..3)) {
            let _ = PromiseDraft { what: Some(what), due: Some(due), posts, ..draft() }.parse(day("2026-11-21"));
        }
    }
}

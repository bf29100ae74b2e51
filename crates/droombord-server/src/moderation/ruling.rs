//! From a decision as it was sent to the step that it is, and whether the post may take that step now.

use droombord_domain::{
    api::{Decision, DecisionRequest},
    keyword::Keyword,
    life::{PostState, Step},
    problem::{FieldCode, FieldError, ProblemCode},
    reason::Reason,
};
use uuid::Uuid;

/// A decision that is complete: what it needs is there, what it does not need is not. Only [`Ruling::parse`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    revision: u32,
    decision: Decision,
    keywords: Vec<Keyword>,
    reason: Option<Reason>,
}

/// Where a post stands when the decision comes, as far as a decision asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its state.
    pub state: PostState,
    /// Its newest revision.
    pub revision: u32,
    /// Who made the last decision on it; two, when two did.
    pub decided_by: [Option<Uuid>; 2],
    /// Its words show danger: two publish or decline it.
    pub danger: bool,
    /// Who read it first of two, and said what they would do.
    pub proposed_by: Option<Uuid>,
}

/// What a decision does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It holds: this is the state from now on.
    Decided(PostState),
    /// It is what the first of two would do: it waits for the second.
    Proposed,
}

/// Why a post does not take the decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The writer erased it: it is gone for the desk too.
    Gone,
    /// The decision is about another revision than the newest.
    Stale,
    /// The state does not allow the step.
    NotNow,
    /// Somebody else must do this: whoever declined or took down does not turn it back, and nobody is both of two readers.
    NeedsAnother,
}

impl Refusal {
    /// What the caller hears.
    pub const fn code(self) -> ProblemCode {
        match self {
            Self::Gone => ProblemCode::NotFound,
            Self::Stale => ProblemCode::StaleRevision,
            Self::NotNow => ProblemCode::NotAllowedNow,
            Self::NeedsAnother => ProblemCode::NeedsAnotherFacilitator,
        }
    }
}

impl Ruling {
    /// Reads a decision and reports every error at once.
    ///
    /// # Errors
    /// A reason that is missing or does not belong, keywords that are not right or do not belong.
    pub fn parse(request: &DecisionRequest) -> Result<Self, Vec<FieldError>> {
        let DecisionRequest { revision, decision, keywords, reason } = request;
        let mut errors = Vec::new();
        let wants_reason = match decision {
            Decision::Decline | Decision::TakeDown => true,
            Decision::Publish | Decision::Reverse => false,
        };
        let keywords = match (wants_reason, keywords.is_empty()) {
            (_, true) => Vec::new(),
            (true, false) => {
                errors.push(FieldError::new("keywords", FieldCode::Invalid));
                Vec::new()
            }
            (false, false) => Keyword::parse_all(keywords).unwrap_or_else(|faults| {
                errors.extend(faults);
                Vec::new()
            }),
        };
        match (wants_reason, reason) {
            (true, Some(_)) | (false, None) => {}
            (true, None) => errors.push(FieldError::new("reason", FieldCode::Missing)),
            (false, Some(_)) => errors.push(FieldError::new("reason", FieldCode::Invalid)),
        }
        if errors.is_empty() {
            Ok(Self { revision: *revision, decision: *decision, keywords, reason: *reason })
        } else {
            Err(errors)
        }
    }

    /// What the decision does, by this account.
    ///
    /// # Errors
    /// Why not. A stale revision comes before a state that does not allow it: whoever read an old text must first hear
    /// that there is a new one.
    pub fn settle(&self, post: Standing, by: Uuid) -> Result<Settled, Refusal> {
        if post.state == PostState::Erased {
            return Err(Refusal::Gone);
        }
        if post.revision != self.revision {
            return Err(Refusal::Stale);
        }
        let after = post.state.after(self.step()).ok_or(Refusal::NotNow)?;
        match self.decision {
            Decision::Publish | Decision::Decline if post.danger => match post.proposed_by {
                None => Ok(Settled::Proposed),
                Some(first) if first == by => Err(Refusal::NeedsAnother),
                Some(_) => Ok(Settled::Decided(after)),
            },
            Decision::Reverse if post.decided_by.contains(&Some(by)) => Err(Refusal::NeedsAnother),
            Decision::Publish | Decision::Decline | Decision::TakeDown | Decision::Reverse => {
                Ok(Settled::Decided(after))
            }
        }
    }

    /// The step in the life of the post.
    pub fn step(&self) -> Step {
        match self.decision {
            Decision::Publish => Step::Publish,
            Decision::Decline => Step::Decline,
            Decision::TakeDown => Step::TakeDown,
            Decision::Reverse => Step::Reverse,
        }
    }

    /// The revision that was read.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// What is decided.
    pub fn decision(&self) -> Decision {
        self.decision
    }

    /// The keywords that the post gets; none when it goes off the board.
    pub fn keywords(&self) -> &[Keyword] {
        &self.keywords
    }

    /// The reason, exactly when it is declined or taken down.
    pub fn reason(&self) -> Option<Reason> {
        self.reason
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Uuid = Uuid::from_u128(1);
    const SECOND: Uuid = Uuid::from_u128(2);

    fn request(decision: Decision) -> DecisionRequest {
        let reason = matches!(decision, Decision::Decline | Decision::TakeDown).then_some(Reason::Unclear);
        DecisionRequest { revision: 1, decision, keywords: vec![], reason }
    }

    #[test]
    fn a_reason_is_there_exactly_when_the_writer_needs_one() {
        for decision in Decision::ALL {
            let right = request(*decision);
            assert!(Ruling::parse(&right).is_ok(), "{decision:?}");
            let wrong = DecisionRequest { reason: right.reason.is_none().then_some(Reason::Unclear), ..right };
            let errors = Ruling::parse(&wrong).err().unwrap_or_default();
            assert_eq!(errors.iter().map(|e| e.field.as_str()).collect::<Vec<_>>(), ["reason"], "{decision:?}");
        }
    }

    #[test]
    fn every_error_comes_at_once() {
        let all_wrong = DecisionRequest { keywords: vec!["school".into()], reason: None, ..request(Decision::Decline) };
        assert_eq!(Ruling::parse(&all_wrong).err().map(|e| e.len()), Some(2));
        let six = (0..6).map(|n| format!("woord {n}")).collect();
        let errors = Ruling::parse(&DecisionRequest { keywords: six, ..request(Decision::Publish) }).err();
        assert_eq!(errors.map(|e| e[0].code), Some(FieldCode::TooMany));
    }

    #[test]
    fn a_decision_is_about_the_revision_that_was_read_and_a_way_back_takes_another() -> Result<(), Vec<FieldError>> {
        use PostState as S;
        let post = |state, revision, decided_by| Standing {
            state,
            revision,
            decided_by: [decided_by, None],
            danger: false,
            proposed_by: None,
        };
        for (decision, post, by, expected) in [
            (Decision::Publish, post(S::Received, 1, None), FIRST, Ok(S::Published)),
            (Decision::Publish, post(S::Received, 2, None), FIRST, Err(Refusal::Stale)),
            (Decision::Publish, post(S::Published, 1, Some(SECOND)), FIRST, Err(Refusal::NotNow)),
            (Decision::Publish, post(S::Published, 2, Some(SECOND)), FIRST, Err(Refusal::Stale)),
            (Decision::Publish, post(S::Erased, 1, Some(SECOND)), FIRST, Err(Refusal::Gone)),
            (Decision::Decline, post(S::Received, 1, None), FIRST, Ok(S::Declined)),
            (Decision::TakeDown, post(S::Published, 1, Some(FIRST)), FIRST, Ok(S::TakenDown)),
            (Decision::Reverse, post(S::Declined, 1, Some(FIRST)), FIRST, Err(Refusal::NeedsAnother)),
            (Decision::Reverse, post(S::Declined, 1, Some(FIRST)), SECOND, Ok(S::Published)),
            (Decision::Reverse, post(S::TakenDown, 1, Some(FIRST)), FIRST, Err(Refusal::NeedsAnother)),
            (Decision::Reverse, post(S::TakenDown, 1, Some(FIRST)), SECOND, Ok(S::Published)),
            (Decision::Reverse, post(S::Received, 1, Some(FIRST)), SECOND, Err(Refusal::NotNow)),
        ] {
            let settled = Ruling::parse(&request(decision))?.settle(post, by);
            assert_eq!(settled, expected.map(Settled::Decided), "{decision:?} on {post:?}");
        }
        Ok(())
    }

    #[test]
    fn words_that_show_danger_take_two_and_nobody_is_both() -> Result<(), Vec<FieldError>> {
        use PostState as S;
        let post =
            |state, proposed_by| Standing { state, revision: 1, decided_by: [None, None], danger: true, proposed_by };
        for (decision, post, by, expected) in [
            (Decision::Publish, post(S::Received, None), FIRST, Ok(Settled::Proposed)),
            (Decision::Decline, post(S::Received, None), FIRST, Ok(Settled::Proposed)),
            (Decision::Publish, post(S::Received, Some(FIRST)), FIRST, Err(Refusal::NeedsAnother)),
            (Decision::Decline, post(S::Received, Some(FIRST)), FIRST, Err(Refusal::NeedsAnother)),
            (Decision::Publish, post(S::Received, Some(FIRST)), SECOND, Ok(Settled::Decided(S::Published))),
            (Decision::Decline, post(S::Received, Some(FIRST)), SECOND, Ok(Settled::Decided(S::Declined))),
            (Decision::Publish, post(S::Published, Some(FIRST)), SECOND, Err(Refusal::NotNow)),
        ] {
            assert_eq!(Ruling::parse(&request(decision))?.settle(post, by), expected, "{decision:?} on {post:?}");
        }
        let both = Standing { decided_by: [Some(SECOND), Some(FIRST)], danger: false, ..post(S::Declined, None) };
        for by in [FIRST, SECOND] {
            let back = Ruling::parse(&request(Decision::Reverse))?.settle(both, by);
            assert_eq!(back, Err(Refusal::NeedsAnother), "neither of the two turns it back");
        }
        Ok(())
    }
}

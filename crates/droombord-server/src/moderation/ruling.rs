//! From a decision as it was sent to the step that it is, and whether the post may take that step now.

use super::marks;
use droombord_domain::{
    api::{Decision, DecisionRequest},
    draft::{Draft, text_error},
    hand_back::{MAX_SENTENCE, Swap, is_shortened},
    keyword::{Keyword, lacks_pattern},
    life::{PostState, Step},
    mark::Finding,
    organisation::OrganisationNames,
    post::{Direction, Kind, PostBody},
    problem::{FieldCode, FieldError, ProblemCode},
    reason::Reason,
    text::{Text, is_blank, without_hidden},
};
use uuid::Uuid;

/// A decision that is complete: what it needs is there, what it does not need is not. Only [`Ruling::parse`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    revision: u32,
    decision: Decision,
    keywords: Vec<Keyword>,
    reason: Option<Reason>,
    swap: Option<Swap>,
    sentence: Option<String>,
    text: Option<String>,
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
    /// Who handed it back, and whether the writer was asked once more since.
    pub handed_back: Option<(Uuid, bool)>,
    /// The writer asked another facilitator than who declined this revision.
    pub asked_another: bool,
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
    /// Somebody else must do this: whoever declined or took down does not turn it back or read it when the writer asked for
    /// somebody else, and nobody is both of two readers.
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
    pub fn parse(request: &DecisionRequest, organisations: &OrganisationNames) -> Result<Self, Vec<FieldError>> {
        let DecisionRequest { revision, decision, keywords, reason, swap, sentence, text } = request;
        let mut errors = Vec::new();
        let (wants_reason, wants_keywords) = match decision {
            Decision::HandBack | Decision::Decline | Decision::TakeDown => (true, false),
            Decision::Publish | Decision::Shorten | Decision::Reverse => (false, true),
        };
        let keywords = match (wants_keywords, keywords.is_empty()) {
            (_, true) => Vec::new(),
            (false, false) => {
                errors.push(FieldError::new("keywords", FieldCode::Invalid));
                Vec::new()
            }
            (true, false) => Keyword::parse_all(keywords).unwrap_or_else(|faults| {
                errors.extend(faults);
                Vec::new()
            }),
        };
        match (wants_reason, reason) {
            (true, Some(_)) | (false, None) => {}
            (true, None) => errors.push(FieldError::new("reason", FieldCode::Missing)),
            (false, Some(_)) => errors.push(FieldError::new("reason", FieldCode::Invalid)),
        }
        let mut belongs = |field: &str, is_there: bool, here: bool| {
            if is_there && !here {
                errors.push(FieldError::new(field, FieldCode::Invalid));
            }
        };
        belongs("swap", swap.is_some(), *decision == Decision::HandBack);
        // Wherever there is a letter.
        belongs("sentence", sentence.is_some(), wants_reason);
        belongs("text", text.is_some(), *decision == Decision::Shorten);
        if *decision == Decision::Shorten && text.is_none() {
            errors.push(FieldError::new("text", FieldCode::Missing));
        }
        // Words of staff to a writer: whole, short, and without a way to reach anybody.
        let sentence = sentence.as_deref().filter(|sentence| !is_blank(sentence)).and_then(|sentence| {
            let parsed =
                Text::parse(sentence, MAX_SENTENCE).map_err(|fault| text_error("sentence", fault, MAX_SENTENCE));
            let checked = parsed.and_then(|text| {
                marks::without_contact("sentence", text.as_str(), organisations).map(|()| text.into())
            });
            checked.map_err(|error| errors.push(error)).ok()
        });
        if let Some(swap) = swap
            && let Err(error) = marks::without_contact("swap.instead", &swap.instead, organisations)
        {
            errors.push(error);
        }
        if errors.is_empty() {
            Ok(Self {
                revision: *revision,
                decision: *decision,
                keywords,
                reason: *reason,
                swap: swap.clone().map(|swap| Swap { instead: without_hidden(&swap.instead), ..swap }),
                sentence,
                text: text.clone(),
            })
        } else {
            Err(errors)
        }
    }

    /// Whether what is proposed or left out fits the words that were read.
    ///
    /// # Errors
    /// There is no such stretch, other words would not make a post, or more is different than something left out; a reply
    /// would have keywords, or a way to reach somebody; what must be turned back would tell of a case, or name no pattern.
    pub fn fits(&self, body: &PostBody, organisations: &OrganisationNames) -> Result<(), Vec<FieldError>> {
        let invalid = |field: &str, code| vec![FieldError::new(field, code)];
        let text = self.text.as_deref().unwrap_or(&body.text);
        let to_board = matches!(self.step(), Step::Publish | Step::Reverse | Step::Shorten);
        if body.kind == Kind::Reply && to_board {
            // Nobody may be reached by a reply (promise: no private channel), whatever a facilitator overlooks.
            marks::without_contact("text", text, organisations).map_err(|error| vec![error])?;
            if !self.keywords.is_empty() {
                return Err(invalid("keywords", FieldCode::Invalid));
            }
        }
        if body.direction == Some(Direction::TurnBack)
            && to_board
            && marks::findings(text, organisations).iter().any(Finding::is_case)
        {
            // Never a case in public: the pattern goes on the board, without the number of a file or who decided.
            return Err(invalid("text", FieldCode::Invalid));
        }
        if to_board && lacks_pattern(body.direction, self.keywords.iter().map(Keyword::as_str)) {
            return Err(invalid("keywords", FieldCode::Missing));
        }
        if self.swap.as_ref().is_some_and(|swap| agreed(body, swap).is_none()) {
            return Err(invalid("swap", FieldCode::Invalid));
        }
        match &self.text {
            Some(text) if !is_shortened(&body.text, text) => Err(invalid("text", FieldCode::NotShortened)),
            Some(text) => with_text(body, text).map(|_| ()).ok_or_else(|| invalid("text", FieldCode::Invalid)),
            None => Ok(()),
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
        // Of two who read words that show danger, the first must be new to them: a small team has no third and fourth.
        let anew = post.state == PostState::Received && post.asked_another && post.proposed_by.is_none();
        if anew && post.decided_by.contains(&Some(by)) {
            return Err(Refusal::NeedsAnother);
        }
        match self.decision {
            Decision::Publish | Decision::Decline if post.danger => match post.proposed_by {
                None => Ok(Settled::Proposed),
                Some(first) if first == by => Err(Refusal::NeedsAnother),
                Some(_) => Ok(Settled::Decided(after)),
            },
            Decision::Reverse if post.decided_by.contains(&Some(by)) => Err(Refusal::NeedsAnother),
            Decision::Shorten => match post.handed_back {
                // Not before the writer was asked twice.
                None | Some((_, false)) => Err(Refusal::NotNow),
                Some((first, true)) if post.danger && first == by => Err(Refusal::NeedsAnother),
                Some((_, true)) => Ok(Settled::Decided(after)),
            },
            Decision::Publish | Decision::HandBack | Decision::Decline | Decision::TakeDown | Decision::Reverse => {
                Ok(Settled::Decided(after))
            }
        }
    }

    /// The step in the life of the post.
    pub fn step(&self) -> Step {
        match self.decision {
            Decision::Publish => Step::Publish,
            Decision::HandBack => Step::HandBack,
            Decision::Decline => Step::Decline,
            Decision::Shorten => Step::Shorten,
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

    /// The reason, exactly when it is handed back, declined or taken down.
    pub fn reason(&self) -> Option<Reason> {
        self.reason
    }

    /// Safer words for a stretch, with handing back.
    pub fn swap(&self) -> Option<&Swap> {
        self.swap.as_ref()
    }

    /// The facilitator's own sentence, with a reason.
    pub fn sentence(&self) -> Option<&str> {
        self.sentence.as_deref()
    }

    /// The post with something left out, exactly when it is shortened.
    pub fn shortened(&self, body: &PostBody) -> Option<PostBody> {
        self.text.as_deref().filter(|text| is_shortened(&body.text, text)).and_then(|text| with_text(body, text))
    }
}

/// The post with the words that were proposed, when it is a post then.
pub fn agreed(body: &PostBody, swap: &Swap) -> Option<PostBody> {
    with_text(body, &swap.apply(&body.text)?)
}

/// The post with other words, when it is a post then.
fn with_text(body: &PostBody, text: &str) -> Option<PostBody> {
    let draft = Draft { text: Some(text.to_owned()), ..Draft::from(body.clone()) };
    draft.parse().ok().map(droombord_domain::draft::NewPost::into_body)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Uuid = Uuid::from_u128(1);
    const SECOND: Uuid = Uuid::from_u128(2);

    fn request(decision: Decision) -> DecisionRequest {
        let reason =
            matches!(decision, Decision::HandBack | Decision::Decline | Decision::TakeDown).then_some(Reason::Unclear);
        let text = (decision == Decision::Shorten).then(|| "Hoi".to_owned());
        DecisionRequest { reason, text, ..DecisionRequest::of(1, decision) }
    }

    fn parse(request: &DecisionRequest) -> Result<Ruling, Vec<FieldError>> {
        Ruling::parse(request, &OrganisationNames::default())
    }

    #[test]
    fn a_reason_is_there_exactly_when_the_writer_needs_one() {
        for decision in Decision::ALL {
            let right = request(*decision);
            assert!(parse(&right).is_ok(), "{decision:?}");
            let wrong = DecisionRequest { reason: right.reason.is_none().then_some(Reason::Unclear), ..right };
            let errors = parse(&wrong).err().unwrap_or_default();
            assert_eq!(errors.iter().map(|e| e.field.as_str()).collect::<Vec<_>>(), ["reason"], "{decision:?}");
        }
    }

    #[test]
    fn every_error_comes_at_once() {
        let all_wrong = DecisionRequest { keywords: vec!["school".into()], reason: None, ..request(Decision::Decline) };
        assert_eq!(parse(&all_wrong).err().map(|e| e.len()), Some(2));
        let six = (0..6).map(|n| format!("woord {n}")).collect();
        let errors = parse(&DecisionRequest { keywords: six, ..request(Decision::Publish) }).err();
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
            handed_back: None,
            asked_another: false,
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
            let settled = parse(&request(decision))?.settle(post, by);
            assert_eq!(settled, expected.map(Settled::Decided), "{decision:?} on {post:?}");
        }
        Ok(())
    }

    #[test]
    fn words_that_show_danger_take_two_and_nobody_is_both() -> Result<(), Vec<FieldError>> {
        use PostState as S;
        let post = |state, proposed_by| Standing {
            state,
            revision: 1,
            decided_by: [None, None],
            danger: true,
            proposed_by,
            handed_back: None,
            asked_another: false,
        };
        for (decision, post, by, expected) in [
            (Decision::Publish, post(S::Received, None), FIRST, Ok(Settled::Proposed)),
            (Decision::Decline, post(S::Received, None), FIRST, Ok(Settled::Proposed)),
            (Decision::Publish, post(S::Received, Some(FIRST)), FIRST, Err(Refusal::NeedsAnother)),
            (Decision::Decline, post(S::Received, Some(FIRST)), FIRST, Err(Refusal::NeedsAnother)),
            (Decision::Publish, post(S::Received, Some(FIRST)), SECOND, Ok(Settled::Decided(S::Published))),
            (Decision::Decline, post(S::Received, Some(FIRST)), SECOND, Ok(Settled::Decided(S::Declined))),
            (Decision::Publish, post(S::Published, Some(FIRST)), SECOND, Err(Refusal::NotNow)),
        ] {
            assert_eq!(parse(&request(decision))?.settle(post, by), expected, "{decision:?} on {post:?}");
        }
        let both = Standing { decided_by: [Some(SECOND), Some(FIRST)], danger: false, ..post(S::Declined, None) };
        for by in [FIRST, SECOND] {
            let back = parse(&request(Decision::Reverse))?.settle(both, by);
            assert_eq!(back, Err(Refusal::NeedsAnother), "neither of the two turns it back");
        }
        Ok(())
    }

    #[test]
    fn what_the_writer_wants_read_by_somebody_else_is_read_by_somebody_else() -> Result<(), Vec<FieldError>> {
        use PostState as S;
        const THIRD: Uuid = Uuid::from_u128(3);
        let asked = |danger: bool, proposed_by| Standing {
            state: S::Received,
            revision: 1,
            decided_by: [Some(SECOND), danger.then_some(FIRST)],
            danger,
            proposed_by,
            handed_back: None,
            asked_another: true,
        };
        for (decision, post, by, expected) in [
            (Decision::Publish, asked(false, None), SECOND, Err(Refusal::NeedsAnother)),
            (Decision::Decline, asked(false, None), SECOND, Err(Refusal::NeedsAnother)),
            (Decision::HandBack, asked(false, None), SECOND, Err(Refusal::NeedsAnother)),
            (Decision::Publish, asked(false, None), FIRST, Ok(Settled::Decided(S::Published))),
            (Decision::Decline, asked(false, None), FIRST, Ok(Settled::Decided(S::Declined))),
            (Decision::Decline, asked(true, None), FIRST, Err(Refusal::NeedsAnother)),
            (Decision::Publish, asked(true, None), THIRD, Ok(Settled::Proposed)),
            (Decision::Publish, asked(true, Some(THIRD)), FIRST, Ok(Settled::Decided(S::Published))),
        ] {
            assert_eq!(parse(&request(decision))?.settle(post, by), expected, "{decision:?} on {post:?}");
        }
        Ok(())
    }

    #[test]
    fn nothing_is_left_out_before_the_writer_was_asked_twice() -> Result<(), Vec<FieldError>> {
        use PostState as S;
        let post = |state, handed_back, danger| Standing {
            state,
            revision: 1,
            decided_by: [None, None],
            danger,
            proposed_by: None,
            handed_back,
            asked_another: false,
        };
        for (decision, post, by, expected) in [
            (Decision::HandBack, post(S::Received, None, true), FIRST, Ok(S::HandedBack)),
            (Decision::HandBack, post(S::HandedBack, Some((FIRST, true)), false), FIRST, Err(Refusal::NotNow)),
            (Decision::Shorten, post(S::Received, None, false), FIRST, Err(Refusal::NotNow)),
            (Decision::Shorten, post(S::HandedBack, Some((FIRST, false)), false), FIRST, Err(Refusal::NotNow)),
            (Decision::Shorten, post(S::HandedBack, Some((FIRST, true)), false), FIRST, Ok(S::Published)),
            (Decision::Shorten, post(S::HandedBack, Some((FIRST, true)), true), FIRST, Err(Refusal::NeedsAnother)),
            (Decision::Shorten, post(S::HandedBack, Some((FIRST, true)), true), SECOND, Ok(S::Published)),
        ] {
            let settled = parse(&request(decision))?.settle(post, by);
            assert_eq!(settled, expected.map(Settled::Decided), "{decision:?} on {post:?}");
        }
        Ok(())
    }

    #[test]
    fn whatever_brings_it_to_the_board_names_the_pattern() -> Result<(), Vec<FieldError>> {
        let draft = |direction: Option<Direction>| Draft {
            kind: Some("dream".into()),
            direction: direction.map(|it| it.code().into()),
            text: Some("Hoi allemaal".into()),
            ..Draft::default()
        };
        let missing = vec![FieldError::new("keywords", FieldCode::Missing)];
        for direction in [None].into_iter().chain(Direction::ALL.iter().copied().map(Some)) {
            let body = draft(direction).parse()?.into_body();
            for decision in Decision::ALL {
                let to_board = matches!(decision, Decision::Publish | Decision::Shorten | Decision::Reverse);
                let with = |keywords: &[&str]| {
                    let keywords = keywords.iter().map(|word| (*word).to_owned()).collect();
                    parse(&DecisionRequest { keywords, ..request(*decision) })?
                        .fits(&body, &OrganisationNames::default())
                };
                let lacks = to_board && direction == Some(Direction::TurnBack);
                assert_eq!(with(&[]).err(), lacks.then(|| missing.clone()), "{decision:?} {direction:?}");
                if to_board {
                    assert_eq!(with(&["besluit"]).err(), lacks.then(|| missing.clone()), "{decision:?} {direction:?}");
                    assert_eq!(with(&["besluit", "Te snel  besloten"]), Ok(()), "{decision:?} {direction:?}");
                }
            }
        }
        Ok(())
    }

    #[test]
    fn words_of_staff_belong_to_their_decision_and_hold_no_way_to_reach_anybody() {
        let back = request(Decision::HandBack);
        let swap = |instead: &str| Some(Swap { start: 0, end: 1, instead: instead.into() });
        let fields = |request: &DecisionRequest| {
            let errors = parse(request).err().unwrap_or_default();
            errors.into_iter().map(|error| (error.field, error.code)).collect::<Vec<_>>()
        };
        for (request, expected) in [
            (DecisionRequest { swap: swap("ik"), sentence: Some("Mooi gezegd.".into()), ..back.clone() }, vec![]),
            (DecisionRequest { sentence: Some("  ".into()), ..back.clone() }, vec![]),
            (
                DecisionRequest { sentence: Some("Bel mij op 06 12345678.".into()), ..back.clone() },
                vec![("sentence", FieldCode::ContactDetails)],
            ),
            (
                DecisionRequest { swap: swap("mail naar anna@voorbeeld.nl"), ..back.clone() },
                vec![("swap.instead", FieldCode::ContactDetails)],
            ),
            (
                DecisionRequest { sentence: Some("a".repeat(MAX_SENTENCE + 1)), ..back.clone() },
                vec![("sentence", FieldCode::TooLong)],
            ),
            (DecisionRequest { text: Some("Hoi".into()), ..back.clone() }, vec![("text", FieldCode::Invalid)]),
            (DecisionRequest { swap: swap("ik"), ..request(Decision::Decline) }, vec![("swap", FieldCode::Invalid)]),
            (DecisionRequest { sentence: Some("Blijf schrijven.".into()), ..request(Decision::Decline) }, vec![]),
            (DecisionRequest { sentence: Some("Blijf schrijven.".into()), ..request(Decision::TakeDown) }, vec![]),
            (
                DecisionRequest { sentence: Some("App mij: 06 12345678.".into()), ..request(Decision::Decline) },
                vec![("sentence", FieldCode::ContactDetails)],
            ),
            (
                DecisionRequest { sentence: Some("Kom naar de Lindelaan 14.".into()), ..request(Decision::TakeDown) },
                vec![("sentence", FieldCode::ContactDetails)],
            ),
            (
                DecisionRequest { sentence: Some("Mooi.".into()), ..request(Decision::Publish) },
                vec![("sentence", FieldCode::Invalid)],
            ),
            (DecisionRequest { text: None, ..request(Decision::Shorten) }, vec![("text", FieldCode::Missing)]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(field, code)| (field.to_owned(), code)).collect();
            assert_eq!(fields(&request), expected, "{request:?}");
        }
    }
}

//! Asking an organisation, its answer, and what the writer says of it (promise 6).
//!
//! A facilitator asks an organisation about a post: an *asking*. Each asking gets one answer, which is named by the id of
//! its asking; it has two parts, first what was heard. A facilitator reads every revision of it before it is public. Then
//! only the writer says whether it was understood, and whether it feels heard. An answer that was published never changes:
//! the organisation can be asked again, and that is another asking. What everybody, the writer and staff see of it: [`crate::asking`].

use crate::{
    codes::codes,
    draft::{choice, text_error},
    first_name::{MAX_FIRST_NAME, first_name},
    organisation::line,
    problem::{FieldCode, FieldError},
    reason::Reason,
    text::{Text, is_blank},
};
use serde::{Deserialize, Serialize};

/// Each of the two parts of an answer has at most so many graphemes.
pub const MAX_PART: usize = 1_500;
/// The function by which an answer is given has at most so many graphemes.
pub const MAX_FUNCTION: usize = 80;
/// The writer's words beside a verdict have at most so many graphemes.
pub const MAX_WORDS: usize = 300;
/// A facilitator's sentence to an answerer has at most so many graphemes.
pub const MAX_NOTE: usize = 300;

codes! {
    /// What the writer says of the first part: do you understand me? Silence is none of these.
    Understood { Yes = "yes", Partly = "partly", No = "no" }
}

codes! {
    /// What the writer says of the whole. Silence is none of these, and counts as nothing.
    Verdict { Heard = "heard", Partly = "partly", NotYet = "not_yet" }
}

codes! {
    /// Where an answer stands.
    AnswerState {
        /// Its newest revision waits for a facilitator.
        Received = "received",
        /// A facilitator asks for other words.
        HandedBack = "handed_back",
        /// Everybody may read it. It never changes any more.
        Published = "published",
        /// It is not placed as it is; another answer may be written.
        Declined = "declined",
    }
}

codes! {
    /// What a facilitator decides on the revision of an answer that was read.
    AnswerDecision { Publish = "publish", HandBack = "hand_back", Decline = "decline" }
}

codes! {
    /// Why an answer is not placed as it is.
    AnswerReason {
        /// It tells, or guesses, who the writer is.
        Recognisable = "recognisable",
        /// It does not give back what was said.
        NotHeard = "not_heard",
        /// It does not say what the organisation does, or cannot do.
        NoDeed = "no_deed",
        /// Words that the writer may not know.
        HardWords = "hard_words",
        /// Words that hurt or blame.
        HurtfulWords = "hurtful_words",
        /// Something by which somebody can be reached.
        ContactDetails = "contact_details",
    }
}

codes! {
    /// Where the words beside a verdict stand.
    WordsState { Received = "received", Published = "published", Declined = "declined" }
}

codes! {
    /// What a facilitator decides on the words beside a verdict.
    WordsDecision { Publish = "publish", Decline = "decline" }
}

impl AnswerState {
    /// The state after a decision; `None` when nothing waits for one.
    pub const fn after(self, decision: AnswerDecision) -> Option<Self> {
        match (self, decision) {
            (Self::Received, AnswerDecision::Publish) => Some(Self::Published),
            (Self::Received, AnswerDecision::HandBack) => Some(Self::HandedBack),
            (Self::Received, AnswerDecision::Decline) => Some(Self::Declined),
            (
                Self::HandedBack | Self::Published | Self::Declined,
                AnswerDecision::Publish | AnswerDecision::HandBack | AnswerDecision::Decline,
            ) => None,
        }
    }

    /// Whether the answerer may send another revision: not of what everybody may have read.
    pub const fn may_change(self) -> bool {
        match self {
            Self::Received | Self::HandedBack | Self::Declined => true,
            Self::Published => false,
        }
    }
}

/// Whether an organisation may be asked once more after an answer: the writer said that it is not right yet.
pub const fn may_ask_again(understood: Option<Understood>, verdict: Option<Verdict>) -> bool {
    matches!(understood, Some(Understood::No | Understood::Partly))
        || matches!(verdict, Some(Verdict::NotYet | Verdict::Partly))
}

/// The words of an answer, as they travel over HTTP.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnswerBody {
    /// *Wat ik van jou begrijp*: first what was heard.
    pub understood_text: String,
    /// *Wat wij doen*: and what we cannot do.
    pub does_text: String,
    /// The first name of whoever answers: a person, not a logo. Answers given before there was one have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_name: Option<String>,
    /// Their function, such as "teamleider wonen".
    pub by_function: String,
}

/// What an answerer sends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerForm {
    /// The revision that the answerer saw; 0 when there was none.
    pub revision: u32,
    /// Required; at most 1,500 graphemes.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, required = true, min_length = 1))]
    pub understood_text: Option<String>,
    /// Required; at most 1,500 graphemes.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, required = true, min_length = 1))]
    pub does_text: Option<String>,
    /// One first name, at most 30 graphemes: no surname, no figures. It may be left out; then nobody sees one.
    #[serde(default)]
    pub by_name: Option<String>,
    /// Required; at most 80 graphemes, one line.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, required = true, min_length = 1))]
    pub by_function: Option<String>,
}

/// An answer that may be stored. Only [`AnswerForm::parse`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAnswer(AnswerBody);

impl NewAnswer {
    /// The words.
    pub fn body(&self) -> &AnswerBody {
        &self.0
    }
}

impl AnswerForm {
    /// Reads every field and reports every error at once, in the order of the form.
    ///
    /// # Errors
    /// All fields that are not right, with codes.
    pub fn parse(&self) -> Result<NewAnswer, Vec<FieldError>> {
        let Self { revision: _, understood_text, does_text, by_name, by_function } = self;
        let mut errors = Vec::new();
        let mut part =
            |field: &str, raw: Option<&str>, max, parse: fn(&str, &str, usize) -> Result<String, FieldError>| {
                raw.ok_or_else(|| FieldError::new(field, FieldCode::Missing))
                    .and_then(|raw| parse(field, raw, max))
                    .map_err(|error| errors.push(error))
                    .unwrap_or_default()
            };
        let body = AnswerBody {
            understood_text: part("understood_text", understood_text.as_deref(), MAX_PART, text),
            does_text: part("does_text", does_text.as_deref(), MAX_PART, text),
            by_name: by_name
                .is_some()
                .then(|| part("by_name", by_name.as_deref(), MAX_FIRST_NAME, |field, raw, _| first_name(field, raw))),
            by_function: part("by_function", by_function.as_deref(), MAX_FUNCTION, line),
        };
        if errors.is_empty() { Ok(NewAnswer(body)) } else { Err(errors) }
    }
}

fn text(field: &str, raw: &str, max: usize) -> Result<String, FieldError> {
    Text::parse(raw, max).map(String::from).map_err(|fault| text_error(field, fault, max))
}

/// The writer says whether the first part was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UnderstoodForm {
    /// [`Understood`]; must be chosen.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Understood, required = true))]
    pub understood: Option<String>,
}

impl UnderstoodForm {
    /// Reads what was chosen.
    ///
    /// # Errors
    /// Nothing is chosen, or there is no such value.
    pub fn parse(&self) -> Result<Understood, Vec<FieldError>> {
        chosen("understood", self.understood.as_deref(), Understood::from_code).map_err(|error| vec![error])
    }
}

/// The writer says whether it feels heard, if they want with words. What is left out becomes none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct VerdictForm {
    /// [`Verdict`]; must be chosen.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Verdict, required = true))]
    pub verdict: Option<String>,
    /// At most 300 graphemes. A facilitator reads them before anybody else does.
    #[serde(default)]
    pub words: Option<String>,
}

/// A verdict that may be stored. Only [`VerdictForm::parse`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVerdict {
    verdict: Verdict,
    words: Option<String>,
}

impl NewVerdict {
    /// What the writer says.
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// And the words, if any.
    pub fn words(&self) -> Option<&str> {
        self.words.as_deref()
    }
}

impl VerdictForm {
    /// Reads every field and reports every error at once. Words that nobody can see are none.
    ///
    /// # Errors
    /// All fields that are not right, with codes.
    pub fn parse(&self) -> Result<NewVerdict, Vec<FieldError>> {
        let Self { verdict, words } = self;
        let verdict = chosen("verdict", verdict.as_deref(), Verdict::from_code);
        let words = words.as_deref().filter(|words| !is_blank(words));
        match (verdict, words.map(|words| text("words", words, MAX_WORDS)).transpose()) {
            (Ok(verdict), Ok(words)) => Ok(NewVerdict { verdict, words }),
            (verdict, words) => Err(verdict.err().into_iter().chain(words.err()).collect()),
        }
    }
}

fn chosen<T>(field: &str, code: Option<&str>, from_code: fn(&str) -> Option<T>) -> Result<T, FieldError> {
    let mut errors = Vec::new();
    choice(&mut errors, field, code, from_code)
        .ok_or_else(|| errors.pop().unwrap_or_else(|| FieldError::new(field, FieldCode::Missing)))
}

/// A decision on an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerDecisionForm {
    /// The revision that was read; a stale one is refused.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub revision: u32,
    /// [`AnswerDecision`]; must be chosen.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = AnswerDecision, required = true))]
    pub decision: Option<String>,
    /// [`AnswerReason`]; required with `hand_back` and `decline`.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<AnswerReason>))]
    pub reason: Option<String>,
    /// With `hand_back` and `decline`: a sentence to the answerer, at most 300 graphemes.
    #[serde(default)]
    pub sentence: Option<String>,
}

/// A decision on an answer that is complete. Only [`AnswerDecisionForm::parse`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRuling {
    /// The revision that was read.
    pub revision: u32,
    /// What is decided.
    pub decision: AnswerDecision,
    /// Exactly when it is not published.
    pub reason: Option<AnswerReason>,
    /// A sentence to the answerer.
    pub sentence: Option<String>,
}

impl AnswerDecisionForm {
    /// Reads every field and reports every error at once.
    ///
    /// # Errors
    /// A reason that is missing or does not belong, a code that does not exist, a sentence that is too long.
    pub fn parse(&self) -> Result<AnswerRuling, Vec<FieldError>> {
        let Self { revision, decision, reason, sentence } = self;
        let mut errors = Vec::new();
        let decision =
            chosen("decision", decision.as_deref(), AnswerDecision::from_code).map_err(|error| errors.push(error)).ok();
        let wants_reason = decision.map(|decision| decision != AnswerDecision::Publish);
        let reason = reason_of(&mut errors, wants_reason, reason.as_deref(), AnswerReason::from_code);
        let sentence = sentence.as_deref().filter(|sentence| !is_blank(sentence));
        if sentence.is_some() && wants_reason == Some(false) {
            errors.push(FieldError::new("sentence", FieldCode::Invalid));
        }
        let sentence =
            sentence.and_then(|raw| text("sentence", raw, MAX_NOTE).map_err(|error| errors.push(error)).ok());
        match decision {
            Some(decision) if errors.is_empty() => Ok(AnswerRuling { revision: *revision, decision, reason, sentence }),
            Some(_) | None => Err(errors),
        }
    }
}

/// A decision on the words beside a verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WordsDecisionForm {
    /// The revision that was read; a stale one is refused.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub revision: u32,
    /// [`WordsDecision`]; must be chosen.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = WordsDecision, required = true))]
    pub decision: Option<String>,
    /// [`Reason`]; required with `decline`.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Reason>))]
    pub reason: Option<String>,
}

/// A decision on the words beside a verdict that is complete. Only [`WordsDecisionForm::parse`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordsRuling {
    /// The revision that was read.
    pub revision: u32,
    /// What is decided.
    pub decision: WordsDecision,
    /// Exactly when they are declined.
    pub reason: Option<Reason>,
}

impl WordsDecisionForm {
    /// Reads every field and reports every error at once.
    ///
    /// # Errors
    /// A reason that is missing or does not belong, a code that does not exist.
    pub fn parse(&self) -> Result<WordsRuling, Vec<FieldError>> {
        let Self { revision, decision, reason } = self;
        let mut errors = Vec::new();
        let decision =
            chosen("decision", decision.as_deref(), WordsDecision::from_code).map_err(|error| errors.push(error)).ok();
        let wants_reason = decision.map(|decision| decision == WordsDecision::Decline);
        let reason = reason_of(&mut errors, wants_reason, reason.as_deref(), Reason::from_code);
        match decision {
            Some(decision) if errors.is_empty() => Ok(WordsRuling { revision: *revision, decision, reason }),
            Some(_) | None => Err(errors),
        }
    }
}

/// A reason exactly where one is wanted.
fn reason_of<T>(
    errors: &mut Vec<FieldError>,
    wanted: Option<bool>,
    code: Option<&str>,
    from_code: fn(&str) -> Option<T>,
) -> Option<T> {
    match (wanted, code) {
        (Some(true), None) => errors.push(FieldError::new("reason", FieldCode::Missing)),
        (Some(false), Some(_)) => errors.push(FieldError::new("reason", FieldCode::Invalid)),
        (Some(_) | None, _) => {}
    }
    choice(errors, "reason", code, from_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes<T>(parsed: Result<T, Vec<FieldError>>) -> Vec<(String, FieldCode)> {
        parsed.err().unwrap_or_default().into_iter().map(|it| (it.field, it.code)).collect()
    }

    #[test]
    fn an_answer_has_two_parts_and_a_function_and_may_have_a_name() {
        let form = |understood: &str, does: &str, by: &str| AnswerForm {
            revision: 0,
            understood_text: Some(understood.into()),
            does_text: Some(does.into()),
            by_name: None,
            by_function: Some(by.into()),
        };
        let parsed = form(" Je kreeg steeds iemand anders. ", "Wij stoppen daarmee.", " Teamleider\n wonen ").parse();
        assert_eq!(parsed.map(|it| it.body().by_function.clone()), Ok("Teamleider wonen".into()));
        assert_eq!(
            codes(form("", " ", &"a".repeat(81)).parse()),
            [
                ("understood_text".into(), FieldCode::Empty),
                ("does_text".into(), FieldCode::Empty),
                ("by_function".into(), FieldCode::TooLong)
            ]
        );
        assert_eq!(codes(AnswerForm::default().parse()).len(), 3, "all are required");
        for (length, fits) in [(MAX_PART, true), (MAX_PART + 1, false)] {
            assert_eq!(form(&"a".repeat(length), "b", "c").parse().is_ok(), fits);
        }
        for (name, signed) in [
            (None, Ok(None)),
            (Some(" Jan  Willem "), Ok(Some("Jan Willem".to_owned()))),
            (Some(""), Err(vec![FieldError::new("by_name", FieldCode::Empty)])),
            (Some("Samira de Vries"), Err(vec![FieldError::new("by_name", FieldCode::Invalid)])),
        ] {
            let form = AnswerForm { by_name: name.map(str::to_owned), ..form("a", "b", "c") };
            assert_eq!(form.parse().map(|it| it.body().by_name.clone()), signed);
        }
        let body = form("a", "b", "c").parse().map(|it| it.body().clone());
        let travels = body.ok().and_then(|body| serde_json::to_value(body).ok());
        assert!(travels.is_some_and(|it| it.get("by_name").is_none()), "what is not there is not sent");
    }

    #[test]
    fn a_verdict_must_be_chosen_and_words_may_be_left_out() {
        let form = |verdict: Option<&str>, words: Option<&str>| {
            VerdictForm { verdict: verdict.map(str::to_owned), words: words.map(str::to_owned) }.parse()
        };
        assert_eq!(form(Some("heard"), Some("  ")), Ok(NewVerdict { verdict: Verdict::Heard, words: None }));
        assert_eq!(form(Some("not_yet"), Some(" Nog niet. ")).map(|it| it.words), Ok(Some("Nog niet.".into())));
        assert_eq!(codes(form(None, None)), [("verdict".into(), FieldCode::Missing)]);
        assert_eq!(
            codes(form(Some("great"), Some(&"a".repeat(301)))),
            [("verdict".into(), FieldCode::UnknownValue), ("words".into(), FieldCode::TooLong)]
        );
        assert_eq!(codes(UnderstoodForm { understood: Some("maybe".into()) }.parse()).len(), 1);
    }

    #[test]
    fn a_reason_stands_exactly_where_one_is_needed() {
        for (decision, reason, faults) in [
            (Some("publish"), None, 0),
            (Some("publish"), Some("no_deed"), 1),
            (Some("hand_back"), None, 1),
            (Some("hand_back"), Some("no_deed"), 0),
            (Some("decline"), Some("because"), 1),
            (Some("take_down"), None, 1),
            (None, None, 1),
        ] {
            let form = AnswerDecisionForm {
                revision: 1,
                decision: decision.map(str::to_owned),
                reason: reason.map(str::to_owned),
                sentence: None,
            };
            assert_eq!(codes(form.parse()).len(), faults, "{decision:?} {reason:?}");
        }
        let words = |decision: &str, reason: Option<&str>| {
            WordsDecisionForm { revision: 1, decision: Some(decision.into()), reason: reason.map(str::to_owned) }
                .parse()
        };
        assert!(words("publish", None).is_ok() && words("decline", Some("recognisable")).is_ok());
        assert!(words("publish", Some("recognisable")).is_err() && words("decline", None).is_err());
    }

    #[test]
    fn only_what_waits_is_decided_on_and_what_is_public_never_changes() {
        for state in AnswerState::ALL {
            for decision in AnswerDecision::ALL {
                assert_eq!(state.after(*decision).is_some(), *state == AnswerState::Received, "{state:?}");
            }
            assert_eq!(state.may_change(), *state != AnswerState::Published);
        }
    }

    #[test]
    fn silence_and_heard_ask_nothing_again() {
        for (understood, verdict, again) in [
            (None, None, false),
            (Some(Understood::Yes), None, false),
            (Some(Understood::Yes), Some(Verdict::Heard), false),
            (Some(Understood::No), None, true),
            (Some(Understood::Partly), Some(Verdict::Heard), true),
            (None, Some(Verdict::NotYet), true),
            (Some(Understood::Yes), Some(Verdict::Partly), true),
        ] {
            assert_eq!(may_ask_again(understood, verdict), again, "{understood:?} {verdict:?}");
        }
    }
}

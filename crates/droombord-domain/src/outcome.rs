//! What an answer means: whether a call arrived, was judged, or goes again. One table, for the app, the outbox and the service worker.
//!
//! A yes is only ours. A filter, a portal or a proxy can answer in the server's stead, with any status and any body; so each call carries a
//! number ([`crate::paths::CALL`]) and our server repeats it in its answer. What lacks it was said by somebody else, and means the same as
//! no answer at all.

use crate::problem::ProblemCode;

/// What becomes of a call that did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server judged it: the same call would be refused for ever.
    Refused,
    /// Nobody of ours has judged it: it is kept, and goes again.
    Again,
    /// Somebody must do something first: type other words, sign in.
    NeedsPerson,
}

/// Why a call did not arrive, as far as it makes a difference to whoever made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Nobody answered, or nobody in time.
    Silence,
    /// Somebody else answered: a filter, a portal, a proxy.
    SomebodyElse,
    /// The server cannot do it now, or the call came mutilated.
    NotNow,
    /// Too many calls at once, of this address or of everybody: it goes through once that is over.
    Busy,
    /// What was filled in is not right.
    Content,
    /// More bytes than the server reads.
    TooLarge,
    /// It was sent before, and erased since.
    Erased,
    /// It is not there.
    NotThere,
    /// Something happened to it meanwhile.
    Changed,
    /// The words open nothing, or not any more.
    KeyUnknown,
    /// Nobody is signed in, or not wholly.
    SignIn,
    /// It is not for this role.
    NotYours,
}

impl Cause {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Silence,
        Self::SomebodyElse,
        Self::NotNow,
        Self::Busy,
        Self::Content,
        Self::TooLarge,
        Self::Erased,
        Self::NotThere,
        Self::Changed,
        Self::KeyUnknown,
        Self::SignIn,
        Self::NotYours,
    ];

    /// Why the server refuses with this code.
    pub const fn of(code: ProblemCode) -> Self {
        match code {
            // A proxy took something out of the call, or it was cut on its way: the same call may come whole the next time. A server that
            // is full or broken judges nothing.
            ProblemCode::BrokenJson
            | ProblemCode::UnsupportedMediaType
            | ProblemCode::MethodNotAllowed
            | ProblemCode::KeyMissing
            | ProblemCode::CrossSite
            | ProblemCode::IdempotencyKeyMissing
            | ProblemCode::InvalidCursor
            | ProblemCode::Timeout
            | ProblemCode::StorageFull
            | ProblemCode::Internal => Self::NotNow,
            ProblemCode::TooManyRequests | ProblemCode::ProofNeeded | ProblemCode::Busy => Self::Busy,
            ProblemCode::InvalidFields | ProblemCode::IdempotencyKeyReused => Self::Content,
            ProblemCode::TooLarge => Self::TooLarge,
            ProblemCode::Erased => Self::Erased,
            ProblemCode::NotFound => Self::NotThere,
            ProblemCode::StaleRevision
            | ProblemCode::NotAllowedNow
            | ProblemCode::NeedsAnotherFacilitator
            | ProblemCode::KeyTaken
            | ProblemCode::NameTaken => Self::Changed,
            ProblemCode::KeyUnknown => Self::KeyUnknown,
            ProblemCode::NotSignedIn
            | ProblemCode::SignInFailed
            | ProblemCode::SecondFactorRequired
            | ProblemCode::SecondFactorEnrolment
            | ProblemCode::NewPasswordRequired
            | ProblemCode::NeedsHttps => Self::SignIn,
            ProblemCode::Forbidden => Self::NotYours,
        }
    }

    /// What becomes of the call.
    pub const fn outcome(self) -> Outcome {
        match self {
            Self::Silence | Self::SomebodyElse | Self::NotNow | Self::Busy => Outcome::Again,
            Self::Content | Self::TooLarge | Self::Erased | Self::NotThere | Self::Changed => Outcome::Refused,
            Self::KeyUnknown | Self::SignIn | Self::NotYours => Outcome::NeedsPerson,
        }
    }
}

/// How the server says yes to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expects {
    /// With a body: 200, or 201 when it made something.
    Body,
    /// With nothing: 204.
    Nothing,
}

impl Expects {
    /// Whether this status is that yes.
    pub const fn is_met_by(self, status: u16) -> bool {
        match self {
            Self::Body => matches!(status, 200 | 201),
            Self::Nothing => status == 204,
        }
    }
}

/// What an answer means. `ours`: it repeats the number of the call; `code`: what its body says, where it is a problem.
///
/// # Errors
/// Why the call did not arrive.
pub const fn judge(expects: Expects, status: u16, ours: bool, code: Option<ProblemCode>) -> Result<(), Cause> {
    match code {
        _ if !ours => Err(Cause::SomebodyElse),
        _ if expects.is_met_by(status) => Ok(()),
        Some(code) if status >= 400 => Err(Cause::of(code)),
        // Ours, and no answer to this call: it was cut or changed on its way.
        Some(_) | None => Err(Cause::SomebodyElse),
    }
}

/// Longest time to wait for a busy server, in seconds, whatever it says.
pub const LONGEST_WAIT: u32 = 60 * 60;

/// How many seconds `Retry-After` asks to wait (RFC 9110, section 10.2.3): a number of them, or a moment. `ahead` gives by how many
/// milliseconds that moment is ahead of the answer. Nothing when it makes no sense.
pub fn seconds_to_wait(retry_after: &str, ahead: impl FnOnce(&str) -> Option<f64>) -> Option<u32> {
    let said = retry_after.trim();
    let seconds = if said.ends_with("GMT") {
        // Far beyond an hour, or before now, is clamped as well.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and LONGEST_WAIT")]
        let seconds = (ahead(said)? / 1_000.0).ceil().clamp(1.0, f64::from(LONGEST_WAIT)) as u32;
        seconds
    } else if !said.is_empty() && said.bytes().all(|digit| digit.is_ascii_digit()) {
        said.parse().unwrap_or(LONGEST_WAIT)
    } else {
        return None;
    };
    Some(seconds.clamp(1, LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yes_is_only_the_status_that_the_call_expects_and_only_ours() {
        for expects in [Expects::Body, Expects::Nothing] {
            for status in 100..600 {
                let yes = match expects {
                    Expects::Body => status == 200 || status == 201,
                    Expects::Nothing => status == 204,
                };
                for code in ProblemCode::ALL.iter().copied().map(Some).chain([None]) {
                    assert_eq!(judge(expects, status, true, code).is_ok(), yes, "{expects:?} {status} {code:?}");
                    let other = judge(expects, status, false, code);
                    assert_eq!(other, Err(Cause::SomebodyElse), "{expects:?} {status} {code:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_not_ours_or_no_judgement_goes_again() {
        assert_eq!(Cause::SomebodyElse.outcome(), Outcome::Again);
        assert_eq!(Cause::Silence.outcome(), Outcome::Again);
        for code in ProblemCode::ALL {
            // Written out once more, by status: a new code must be thought about here.
            let row = match code.code() {
                // 400, 403 of another site, 405, 408, 415, 429, 500, 503, 507; 401 of a call that lost its key.
                "broken_json"
                | "idempotency_key_missing"
                | "invalid_cursor"
                | "cross_site"
                | "method_not_allowed"
                | "timeout"
                | "unsupported_media_type"
                | "too_many_requests"
                | "proof_needed"
                | "internal"
                | "busy"
                | "storage_full"
                | "key_missing" => Some(Outcome::Again),
                // 404, 409, 410, 413, 422.
                "not_found"
                | "key_taken"
                | "stale_revision"
                | "not_allowed_now"
                | "needs_another_facilitator"
                | "name_taken"
                | "erased"
                | "too_large"
                | "invalid_fields"
                | "idempotency_key_reused" => Some(Outcome::Refused),
                // 401, and 403 of a role.
                "key_unknown"
                | "not_signed_in"
                | "sign_in_failed"
                | "second_factor_required"
                | "second_factor_enrolment"
                | "new_password_required"
                | "needs_https"
                | "forbidden" => Some(Outcome::NeedsPerson),
                _ => None,
            };
            assert_eq!(Some(Cause::of(*code).outcome()), row, "{code:?}");
            assert_eq!(judge(Expects::Body, 400, true, Some(*code)), Err(Cause::of(*code)));
            // A status that is no error is no refusal, whatever the body says.
            assert_eq!(judge(Expects::Nothing, 200, true, Some(*code)), Err(Cause::SomebodyElse));
        }
    }

    #[test]
    fn a_wait_is_a_number_or_a_moment_and_never_longer_than_an_hour() {
        let at = |moment: &str| match moment {
            "Sun, 06 Nov 1994 08:49:37 GMT" => Some(15_200.0),
            "Sun, 06 Nov 1994 08:00:00 GMT" => Some(-3_000_000.0),
            "Sun, 06 Nov 2094 08:49:37 GMT" => Some(3.2e12),
            _ => None,
        };
        for (said, wait) in [
            ("15", Some(15)),
            (" 7 ", Some(7)),
            ("0", Some(1)),
            ("86400", Some(3_600)),
            ("99999999999999999999", Some(3_600)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(16)),
            ("Sun, 06 Nov 1994 08:00:00 GMT", Some(1)),
            ("Sun, 06 Nov 2094 08:49:37 GMT", Some(3_600)),
            ("GMT", None),
            ("", None),
            ("-5", None),
            ("1.5", None),
            ("+3", None),
            ("soon", None),
        ] {
            assert_eq!(seconds_to_wait(said, at), wait, "{said:?}");
        }
    }

    #[test]
    fn every_cause_is_listed() {
        for code in ProblemCode::ALL {
            assert!(Cause::ALL.contains(&Cause::of(*code)), "{code:?}");
        }
    }
}

//! What goes wrong, as codes. Sentences for them live in the app's `i18n`; status codes in the server.

use crate::codes::codes;
use serde::{Deserialize, Serialize};

/// The media type of an error (RFC 9457).
pub const PROBLEM_JSON: &str = "application/problem+json";

codes! {
    /// Why a call was refused.
    ProblemCode {
        /// The body is not JSON, or not UTF-8.
        BrokenJson = "broken_json",
        /// One field or more is not right: see `fields`.
        InvalidFields = "invalid_fields",
        /// The body is larger than the server reads.
        TooLarge = "too_large",
        /// The body is not `application/json`.
        UnsupportedMediaType = "unsupported_media_type",
        /// There is no such thing, or it is not for you.
        NotFound = "not_found",
        /// The address knows no such method.
        MethodNotAllowed = "method_not_allowed",
        /// The call needs a follow key.
        KeyMissing = "key_missing",
        /// No post belongs to this follow key, or it is not a follow key.
        KeyUnknown = "key_unknown",
        /// The new follow key is in use already: make another.
        KeyTaken = "key_taken",
        /// The call needs somebody who is signed in.
        NotSignedIn = "not_signed_in",
        /// Name, password or code is wrong. Which one is not said.
        SignInFailed = "sign_in_failed",
        /// The password is right; the code of the second factor is missing.
        SecondFactorRequired = "second_factor_required",
        /// The password is right; the account must first set up its second factor (see `enrolment`).
        SecondFactorEnrolment = "second_factor_enrolment",
        /// The password was given by an administrator: choose your own.
        NewPasswordRequired = "new_password_required",
        /// Plain http from another machine: the browser would not keep the session.
        NeedsHttps = "needs_https",
        /// This role may not do this.
        Forbidden = "forbidden",
        /// The request came from another site.
        CrossSite = "cross_site",
        /// The decision or revision names a revision that is not the newest.
        StaleRevision = "stale_revision",
        /// The post's state does not allow this.
        NotAllowedNow = "not_allowed_now",
        /// Another facilitator than the first one must do this.
        NeedsAnotherFacilitator = "needs_another_facilitator",
        /// A creating call came without a usable `Idempotency-Key`.
        IdempotencyKeyMissing = "idempotency_key_missing",
        /// The same `Idempotency-Key` came before with another body.
        IdempotencyKeyReused = "idempotency_key_reused",
        /// This was sent before and has been erased since.
        Erased = "erased",
        /// The cursor is not one of ours, or of another list.
        InvalidCursor = "invalid_cursor",
        /// The server is flooded: the same call is taken in with a proof of work (see `proof`).
        ProofNeeded = "proof_needed",
        /// Too many tries: wait as long as `Retry-After` says.
        TooManyRequests = "too_many_requests",
        /// The request took too long to arrive.
        Timeout = "timeout",
        /// The name is in use.
        NameTaken = "name_taken",
        /// There is no room to store anything; reading goes on.
        StorageFull = "storage_full",
        /// The server is busy: try again.
        Busy = "busy",
        /// Our mistake.
        Internal = "internal",
    }
}

codes! {
    /// What is wrong with one field.
    FieldCode {
        Missing = "missing",
        Empty = "empty",
        TooLong = "too_long",
        TooShort = "too_short",
        TooMany = "too_many",
        UnknownValue = "unknown_value",
        WrongType = "wrong_type",
        UnknownField = "unknown_field",
        ControlCharacters = "control_characters",
        TooManyMarks = "too_many_marks",
        /// An age band is only for a young person.
        NeedsYoungPerson = "needs_young_person",
        /// More than something left out: other words, or another order.
        NotShortened = "not_shortened",
        /// A number, address or account by which somebody can be reached or found.
        ContactDetails = "contact_details",
        Invalid = "invalid",
    }
}

/// One field that is not right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// The field's name, as in the body or the query.
    pub field: String,
    /// What is wrong.
    pub code: FieldCode,
    /// The limit that was passed, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// How much there was, where there is a limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<u32>,
}

impl FieldError {
    /// An error without a limit.
    pub fn new(field: impl Into<String>, code: FieldCode) -> Self {
        Self { field: field.into(), code, limit: None, actual: None }
    }

    /// An error with a limit and the number that passed it.
    pub fn past_limit(field: impl Into<String>, code: FieldCode, limit: usize, actual: usize) -> Self {
        let number = |n: usize| Some(u32::try_from(n).unwrap_or(u32::MAX));
        Self { field: field.into(), code, limit: number(limit), actual: number(actual) }
    }
}

/// How an account's second factor is set up: shown until a first code was right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Enrolment {
    /// The secret in base 32, to type over (RFC 6238: SHA-1, 6 digits, 30 seconds).
    pub secret: String,
    /// The same as an `otpauth://` address, for an authenticator app.
    pub uri: String,
}

/// An error as it travels: RFC 9457 with a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `urn:droombord:problem:` and the code.
    pub r#type: String,
    /// The code once more: titles are for developers, sentences live in the app.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What to branch on.
    pub code: ProblemCode,
    /// All the fields that are not right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldError>,
    /// Only with `second_factor_enrolment`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enrolment: Option<Enrolment>,
    /// Only with `proof_needed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<ProofWanted>,
}

/// A proof of work. It goes in the header `droombord-proof` as `challenge:number,number,…`: for every part, counted from 0, a
/// number of eight digits for which the SHA-256 of `challenge:idempotency-key:part:number` begins with so many zero bits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProofWanted {
    /// Good for some minutes.
    pub challenge: String,
    /// How many numbers.
    pub parts: u32,
    /// With so many zero bits each.
    pub bits: u32,
}

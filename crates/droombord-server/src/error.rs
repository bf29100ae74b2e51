//! Everything that can go wrong in a call, and the only status codes of refusals.
//!
//! A handler says what is the matter by a [`ProblemCode`]; what it is in HTTP is decided here, once.

use crate::{clock::NoDice, store::StoreError};
use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use droombord_domain::problem::{Enrolment, FieldError, PROBLEM_JSON, Problem, ProblemCode, ProofWanted};
use std::time::Duration;

/// Why a call was refused.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// For a reason that needs no more than its code.
    #[error("{}", .0.code())]
    Refused(ProblemCode),
    /// One field or more is not right.
    #[error("invalid fields")]
    Fields(Vec<FieldError>),
    /// Too many tries: come back after this long.
    #[error("too many requests")]
    Wait(Duration),
    /// The server is flooded: with a proof of work it is taken in.
    #[error("proof of work")]
    Proof(ProofWanted),
    /// The account must first set up its second factor.
    #[error("second factor enrolment")]
    Enrolment(Enrolment),
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The machine gives no random bytes.
    #[error(transparent)]
    NoDice(#[from] NoDice),
    /// Our mistake, in words for the operator. Never a visitor's words, never a key.
    #[error("{0}")]
    Internal(&'static str),
}

/// What a handler answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<ProblemCode> for Error {
    fn from(code: ProblemCode) -> Self {
        Self::Refused(code)
    }
}

impl From<Vec<FieldError>> for Error {
    fn from(fields: Vec<FieldError>) -> Self {
        Self::Fields(fields)
    }
}

/// The status code of each problem.
pub const fn status(code: ProblemCode) -> StatusCode {
    match code {
        ProblemCode::BrokenJson | ProblemCode::IdempotencyKeyMissing | ProblemCode::InvalidCursor => {
            StatusCode::BAD_REQUEST
        }
        ProblemCode::KeyMissing
        | ProblemCode::KeyUnknown
        | ProblemCode::NotSignedIn
        | ProblemCode::SignInFailed
        | ProblemCode::SecondFactorRequired
        | ProblemCode::SecondFactorEnrolment
        | ProblemCode::NewPasswordRequired => StatusCode::UNAUTHORIZED,
        ProblemCode::Forbidden | ProblemCode::CrossSite | ProblemCode::NeedsHttps => StatusCode::FORBIDDEN,
        ProblemCode::NotFound => StatusCode::NOT_FOUND,
        ProblemCode::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        ProblemCode::Timeout => StatusCode::REQUEST_TIMEOUT,
        ProblemCode::KeyTaken
        | ProblemCode::StaleRevision
        | ProblemCode::NotAllowedNow
        | ProblemCode::NeedsAnotherFacilitator
        | ProblemCode::NameTaken => StatusCode::CONFLICT,
        ProblemCode::Erased => StatusCode::GONE,
        ProblemCode::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ProblemCode::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ProblemCode::InvalidFields | ProblemCode::IdempotencyKeyReused => StatusCode::UNPROCESSABLE_ENTITY,
        ProblemCode::TooManyRequests | ProblemCode::ProofNeeded => StatusCode::TOO_MANY_REQUESTS,
        ProblemCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        ProblemCode::Busy => StatusCode::SERVICE_UNAVAILABLE,
        ProblemCode::StorageFull => StatusCode::INSUFFICIENT_STORAGE,
    }
}

impl Error {
    /// What to branch on.
    pub fn code(&self) -> ProblemCode {
        match self {
            Self::Refused(code) => *code,
            Self::Fields(_) => ProblemCode::InvalidFields,
            Self::Wait(_) => ProblemCode::TooManyRequests,
            Self::Proof(_) => ProblemCode::ProofNeeded,
            Self::Enrolment(_) => ProblemCode::SecondFactorEnrolment,
            Self::Store(error) => error.code(),
            Self::NoDice(_) | Self::Internal(_) => ProblemCode::Internal,
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let code = self.code();
        if code == ProblemCode::Internal {
            tracing::error!(error = %self, "a call failed");
        }
        let mut wait = (code == ProblemCode::Busy).then_some(Duration::from_secs(1));
        let mut fields = Vec::new();
        let mut enrolment = None;
        let mut proof = None;
        match self {
            Self::Fields(all) => fields = all,
            Self::Wait(time) => wait = Some(time),
            Self::Enrolment(how) => enrolment = Some(how),
            Self::Proof(wanted) => proof = Some(wanted),
            Self::Refused(_) | Self::Store(_) | Self::NoDice(_) | Self::Internal(_) => {}
        }
        let status = status(code);
        let problem = Problem {
            r#type: format!("urn:droombord:problem:{}", code.code()),
            title: code.code().to_owned(),
            status: status.as_u16(),
            code,
            fields,
            enrolment,
            proof,
        };
        // A problem is plain data: it always becomes JSON.
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response =
            (status, [(header::CONTENT_TYPE, PROBLEM_JSON), (header::CACHE_CONTROL, "no-store")], body).into_response();
        if let Some(time) = wait {
            // Whole seconds, rounded up: coming back at that moment must succeed.
            let seconds = time.as_secs() + u64::from(time.subsec_nanos() > 0);
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        if status == StatusCode::UNAUTHORIZED
            && let Some(scheme) = scheme_of(code)
        {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(scheme));
        }
        response
    }
}

/// RFC 9110 section 15.5.2: a 401 names how to get in. Sessions have no registered scheme.
const fn scheme_of(code: ProblemCode) -> Option<&'static str> {
    match status(code) {
        StatusCode::UNAUTHORIZED if matches!(code, ProblemCode::KeyMissing | ProblemCode::KeyUnknown) => {
            Some(droombord_domain::follow_key::SCHEME)
        }
        _ => None,
    }
}

/// The status that the app gives to a page it rendered.
pub fn page_status(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::OK)
}

/// 201, with the address of what was made.
pub fn created(location: &str, body: impl IntoResponse) -> Response {
    let mut response = (StatusCode::CREATED, body).into_response();
    if let Ok(location) = HeaderValue::from_str(location) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// 204: done, nothing to say.
pub fn done() -> Response {
    with_headers(StatusCode::NO_CONTENT.into_response(), &[(header::CACHE_CONTROL, "no-store")])
}

fn with_headers(mut response: Response, headers: &[(HeaderName, &'static str)]) -> Response {
    for (name, value) in headers {
        response.headers_mut().insert(name.clone(), HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_is_an_error_in_http() {
        for code in ProblemCode::ALL {
            let status = status(*code);
            assert!(status.is_client_error() || status.is_server_error(), "{code:?}");
        }
    }
}

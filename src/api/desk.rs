//! The desk: signing in, reading, deciding, and who may sign in.

use super::transport::{Call, Failure, Flight, Method};
use droombord_domain::{
    api::{
        AccountEntry, AccountIssued, DecisionRequest, DeskPost, NewAccount, Page, Queue, Session, SessionEntry, SignIn,
    },
    filter::query,
    keyword::Keyword,
    life::PostState,
    paths,
};
use uuid::Uuid;

/// Who is signed in.
pub async fn session(flight: &Flight) -> Result<Session, Failure> {
    Call::new(Method::Get, paths::SESSION).fetch(flight).await
}

/// Signs in.
pub async fn sign_in(request: &SignIn, flight: &Flight) -> Result<Session, Failure> {
    Call::new(Method::Post, paths::SESSION).json(request).fetch(flight).await
}

/// Signs out here.
pub async fn sign_out(flight: &Flight) -> Result<(), Failure> {
    Call::new(Method::Delete, paths::SESSION).done(flight).await
}

/// Where this account is signed in.
pub async fn sessions(flight: &Flight) -> Result<Page<SessionEntry>, Failure> {
    Call::new(Method::Get, paths::SESSIONS).fetch(flight).await
}

/// Signs out elsewhere.
pub async fn end_session(id: Uuid, flight: &Flight) -> Result<(), Failure> {
    Call::new(Method::Delete, &paths::session(id)).done(flight).await
}

/// A page of one list of the desk.
pub async fn queue(state: PostState, cursor: Option<&str>, flight: &Flight) -> Result<Queue, Failure> {
    let pairs = std::iter::once(("state", state.code())).chain(cursor.map(|cursor| ("cursor", cursor)));
    Call::new(Method::Get, &format!("{}?{}", paths::QUEUE, query(pairs))).fetch(flight).await
}

/// One post, with its trail.
pub async fn post(id: Uuid, flight: &Flight) -> Result<DeskPost, Failure> {
    Call::new(Method::Get, &paths::desk_post(id)).fetch(flight).await
}

/// Keywords in use.
pub async fn keywords(flight: &Flight) -> Result<Page<Keyword>, Failure> {
    Call::new(Method::Get, paths::KEYWORDS).fetch(flight).await
}

/// Decides on the revision that was read.
pub async fn decide(id: Uuid, request: &DecisionRequest, flight: &Flight) -> Result<DeskPost, Failure> {
    Call::new(Method::Post, &paths::decision(id)).json(request).fetch(flight).await
}

/// Who can sign in.
pub async fn accounts(flight: &Flight) -> Result<Page<AccountEntry>, Failure> {
    Call::new(Method::Get, paths::ACCOUNTS).fetch(flight).await
}

/// Lets somebody new sign in.
pub async fn make_account(new: &NewAccount, flight: &Flight) -> Result<AccountIssued, Failure> {
    Call::new(Method::Post, paths::ACCOUNTS).json(new).fetch(flight).await
}

/// A new first password and second factor.
pub async fn reset_account(id: Uuid, flight: &Flight) -> Result<AccountIssued, Failure> {
    Call::new(Method::Post, &paths::account_reset(id)).fetch(flight).await
}

/// Stops somebody from signing in.
pub async fn disable_account(id: Uuid, flight: &Flight) -> Result<(), Failure> {
    Call::new(Method::Post, &paths::account_disable(id)).done(flight).await
}

//! Posts: reading the board, sending, own posts, reactions.

use super::transport::{Call, Failure, Flight, Method};
use droombord_domain::{
    api::{Agreement, NewKey, OwnPost, Page, PublicPost, PublicTrail, Revision, Stored},
    draft::Draft,
    filter::{BoardFilter, query},
    follow_key::FollowKey,
    paths,
    support::Support,
};
use uuid::Uuid;

/// A page of the board.
pub async fn board(
    filter: &BoardFilter,
    words: &str,
    cursor: Option<&str>,
    flight: &Flight,
) -> Result<Page<PublicPost>, Failure> {
    let mut pairs = filter.pairs();
    if !words.is_empty() {
        pairs.push(("q", words));
    }
    if let Some(cursor) = cursor {
        pairs.push(("cursor", cursor));
    }
    Call::new(Method::Get, &format!("{}?{}", paths::POSTS, query(pairs))).fetch(flight).await
}

/// One post that is on the board.
pub async fn post(id: Uuid, flight: &Flight) -> Result<PublicPost, Failure> {
    Call::new(Method::Get, &paths::post(id)).fetch(flight).await
}

/// Its trail.
pub async fn trail(id: Uuid, flight: &Flight) -> Result<PublicTrail, Failure> {
    Call::new(Method::Get, &paths::trail(id)).fetch(flight).await
}

/// Sends a new post. The same `attempt` may be sent again: it stays one post.
pub async fn send(draft: &Draft, key: &FollowKey, attempt: Uuid, flight: &Flight) -> Result<OwnPost, Failure> {
    Call::new(Method::Post, paths::POSTS)
        .header("authorization", key.to_authorization())
        .header(paths::IDEMPOTENCY_KEY, attempt.to_string())
        .json(draft)
        .fetch(flight)
        .await
}

/// The posts of a follow key.
pub async fn mine(key: &FollowKey, flight: &Flight) -> Result<Page<OwnPost>, Failure> {
    Call::new(Method::Get, paths::MINE).header("authorization", key.to_authorization()).fetch(flight).await
}

/// Every byte that is kept under a follow key.
pub async fn stored(key: &FollowKey, flight: &Flight) -> Result<Stored, Failure> {
    Call::new(Method::Get, paths::MINE_STORED).header("authorization", key.to_authorization()).fetch(flight).await
}

/// Erases everything under a follow key, and the key.
pub async fn erase_all(key: &FollowKey, flight: &Flight) -> Result<(), Failure> {
    Call::new(Method::Delete, paths::MINE).header("authorization", key.to_authorization()).done(flight).await
}

/// Changes a post before publication.
pub async fn revise(id: Uuid, revision: &Revision, key: &FollowKey, flight: &Flight) -> Result<OwnPost, Failure> {
    Call::new(Method::Patch, &paths::post(id))
        .header("authorization", key.to_authorization())
        .json(revision)
        .fetch(flight)
        .await
}

/// Says yes to the words that a facilitator proposed.
pub async fn agree(id: Uuid, revision: u32, key: &FollowKey, flight: &Flight) -> Result<OwnPost, Failure> {
    Call::new(Method::Post, &paths::agreement(id))
        .header("authorization", key.to_authorization())
        .json(&Agreement { revision })
        .fetch(flight)
        .await
}

/// Takes a post away, every word of it.
pub async fn erase(id: Uuid, key: &FollowKey, flight: &Flight) -> Result<(), Failure> {
    Call::new(Method::Delete, &paths::post(id)).header("authorization", key.to_authorization()).done(flight).await
}

/// The writer does not want it read or shown.
pub async fn withdraw(id: Uuid, key: &FollowKey, flight: &Flight) -> Result<OwnPost, Failure> {
    Call::new(Method::Post, &paths::withdrawal(id)).header("authorization", key.to_authorization()).fetch(flight).await
}

/// Other words for a key that somebody else has seen.
pub async fn replace_key(old: &FollowKey, new: &FollowKey, flight: &Flight) -> Result<(), Failure> {
    Call::new(Method::Put, paths::MINE_KEY)
        .header("authorization", old.to_authorization())
        .json(&NewKey { new_key: new.as_str().to_owned() })
        .done(flight)
        .await
}

/// Gives a supportive reaction, or takes it back. `device` is this device's hash for this post.
pub async fn set_support(
    id: Uuid,
    support: Support,
    given: bool,
    device: String,
    flight: &Flight,
) -> Result<(), Failure> {
    let method = if given { Method::Put } else { Method::Delete };
    Call::new(method, &paths::support(id, support)).header(paths::DEVICE, device).done(flight).await
}

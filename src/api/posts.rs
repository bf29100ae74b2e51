//! Posts: reading the board, sending, own posts, reactions.

use super::transport::{Call, Failure, Flight, Later, Method};
use droombord_domain::{
    answer::{Understood, UnderstoodForm, VerdictForm},
    api::{
        Agreement, Facets, NewKey, OwnPost, OwnPromise, Page, PromiseSay, PublicPost, PublicReply, ReadsNow, Revision,
        Stored,
    },
    draft::{Draft, ReplyDraft},
    filter::{BoardFilter, Order, query},
    follow_key::FollowKey,
    paths,
    report::ReportDraft,
    support::Support,
};
use uuid::Uuid;

/// A page of the board.
pub async fn board(
    filter: &BoardFilter,
    order: Order,
    words: &str,
    cursor: Option<&str>,
    flight: &Flight,
) -> Result<Page<PublicPost>, Failure> {
    let mut pairs = filter.pairs();
    pairs.extend(order.pair());
    if !words.is_empty() {
        pairs.push(("q", words));
    }
    if let Some(cursor) = cursor {
        pairs.push(("cursor", cursor));
    }
    Call::new(Method::Get, &format!("{}?{}", paths::POSTS, query(pairs))).fetch(flight).await
}

/// What the board can be narrowed down to.
pub async fn facets(flight: &Flight) -> Result<Facets, Failure> {
    Call::new(Method::Get, paths::FACETS).fetch(flight).await
}

/// One post that is on the board.
pub async fn post(id: Uuid, flight: &Flight) -> Result<PublicPost, Failure> {
    Call::new(Method::Get, &paths::post(id)).fetch(flight).await
}

/// The replies under it, page by page.
pub async fn replies(id: Uuid, cursor: Option<&str>, flight: &Flight) -> Result<Page<PublicReply>, Failure> {
    let asked = query(cursor.map(|cursor| ("cursor", cursor)));
    Call::new(Method::Get, &format!("{}?{asked}", paths::replies(id))).fetch(flight).await
}

/// Sends a new post. The same `attempt` may be sent again: it stays one post.
pub async fn send(draft: &Draft, key: &FollowKey, attempt: Uuid, flight: &Flight) -> Result<OwnPost, Failure> {
    sending(draft, key, attempt).fetch(flight).await
}

/// The same, for the outbox.
pub fn send_later(draft: &Draft, key: &FollowKey, attempt: Uuid) -> Later {
    sending(draft, key, attempt).later()
}

fn sending(draft: &Draft, key: &FollowKey, attempt: Uuid) -> Call {
    with_key(Method::Post, paths::POSTS, key).header(paths::IDEMPOTENCY_KEY, attempt.to_string()).json(draft)
}

fn with_key(method: Method, path: &str, key: &FollowKey) -> Call {
    Call::new(method, path).header("authorization", key.to_authorization())
}

/// Sends a reply to a post. The same `attempt` may be sent again: it stays one reply.
pub async fn reply(
    post: Uuid,
    draft: &Draft,
    key: &FollowKey,
    attempt: Uuid,
    flight: &Flight,
) -> Result<OwnPost, Failure> {
    replying(post, draft, key, attempt).fetch(flight).await
}

/// The same, for the outbox.
pub fn reply_later(post: Uuid, draft: &Draft, key: &FollowKey, attempt: Uuid) -> Later {
    replying(post, draft, key, attempt).later()
}

fn replying(post: Uuid, draft: &Draft, key: &FollowKey, attempt: Uuid) -> Call {
    with_key(Method::Post, &paths::replies(post), key)
        .header(paths::IDEMPOTENCY_KEY, attempt.to_string())
        .json(&ReplyDraft::from(draft.clone()))
}

/// Says what is wrong with a post or a reply. The same `attempt` may be sent again: it comes once.
pub async fn report(post: Uuid, draft: &ReportDraft, attempt: Uuid, flight: &Flight) -> Result<(), Failure> {
    Call::new(Method::Post, &paths::reports(post))
        .header(paths::IDEMPOTENCY_KEY, attempt.to_string())
        .json(draft)
        .done(flight)
        .await
}

/// Whether somebody reads just now.
pub async fn reads_now(flight: &Flight) -> Result<ReadsNow, Failure> {
    Call::new(Method::Get, paths::READS_NOW).fetch(flight).await
}

/// The posts of a follow key.
pub async fn mine(key: &FollowKey, flight: &Flight) -> Result<Page<OwnPost>, Failure> {
    Call::new(Method::Get, paths::MINE).header("authorization", key.to_authorization()).fetch(flight).await
}

/// The writer says whether an answer understood it.
pub async fn say_understood(
    post: Uuid,
    answer: Uuid,
    says: Understood,
    key: &FollowKey,
    flight: &Flight,
) -> Result<OwnPost, Failure> {
    Call::new(Method::Put, &paths::understood(post, answer))
        .header("authorization", key.to_authorization())
        .json(&UnderstoodForm { understood: Some(says.code().to_owned()) })
        .fetch(flight)
        .await
}

/// The writer says whether an answer feels heard, if they want with words.
pub async fn say_verdict(
    post: Uuid,
    answer: Uuid,
    verdict: &VerdictForm,
    key: &FollowKey,
    flight: &Flight,
) -> Result<OwnPost, Failure> {
    Call::new(Method::Put, &paths::verdict(post, answer))
        .header("authorization", key.to_authorization())
        .json(verdict)
        .fetch(flight)
        .await
}

/// What was promised because of the posts of a follow key.
pub async fn my_promises(key: &FollowKey, flight: &Flight) -> Result<Page<OwnPromise>, Failure> {
    Call::new(Method::Get, paths::MINE_PROMISES).header("authorization", key.to_authorization()).fetch(flight).await
}

/// The writer of a post says whether a promise that it led to is so.
pub async fn say_of_promise(
    post: Uuid,
    promise: Uuid,
    says: Understood,
    key: &FollowKey,
    flight: &Flight,
) -> Result<(), Failure> {
    Call::new(Method::Put, &paths::promise_say(post, promise))
        .header("authorization", key.to_authorization())
        .json(&PromiseSay { says })
        .done(flight)
        .await
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
    revising(id, revision, key).fetch(flight).await
}

/// The same, for the outbox.
pub fn revise_later(id: Uuid, revision: &Revision, key: &FollowKey) -> Later {
    revising(id, revision, key).later()
}

fn revising(id: Uuid, revision: &Revision, key: &FollowKey) -> Call {
    with_key(Method::Patch, &paths::post(id), key).json(revision)
}

/// Says yes to the words that a facilitator proposed.
pub async fn agree(id: Uuid, revision: u32, key: &FollowKey, flight: &Flight) -> Result<OwnPost, Failure> {
    agreeing(id, revision, key).fetch(flight).await
}

/// The same, for the outbox.
pub fn agree_later(id: Uuid, revision: u32, key: &FollowKey) -> Later {
    agreeing(id, revision, key).later()
}

fn agreeing(id: Uuid, revision: u32, key: &FollowKey) -> Call {
    with_key(Method::Post, &paths::agreement(id), key).json(&Agreement { revision })
}

/// Takes a post away, every word of it.
pub async fn erase(id: Uuid, key: &FollowKey, flight: &Flight) -> Result<(), Failure> {
    with_key(Method::Delete, &paths::post(id), key).done(flight).await
}

/// The same, for the outbox.
pub fn erase_later(id: Uuid, key: &FollowKey) -> Later {
    with_key(Method::Delete, &paths::post(id), key).later()
}

/// The writer does not want it read or shown.
pub async fn withdraw(id: Uuid, key: &FollowKey, flight: &Flight) -> Result<OwnPost, Failure> {
    with_key(Method::Post, &paths::withdrawal(id), key).fetch(flight).await
}

/// The same, for the outbox.
pub fn withdraw_later(id: Uuid, key: &FollowKey) -> Later {
    with_key(Method::Post, &paths::withdrawal(id), key).later()
}

/// Somebody else is asked to read what was declined.
pub async fn ask_another(id: Uuid, key: &FollowKey, flight: &Flight) -> Result<OwnPost, Failure> {
    with_key(Method::Post, &paths::another_reader(id), key).fetch(flight).await
}

/// The same, for the outbox.
pub fn ask_another_later(id: Uuid, key: &FollowKey) -> Later {
    with_key(Method::Post, &paths::another_reader(id), key).later()
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
    supporting(id, support, given, device).done(flight).await
}

/// The same, for the outbox.
pub fn set_support_later(id: Uuid, support: Support, given: bool, device: String) -> Later {
    supporting(id, support, given, device).later()
}

fn supporting(id: Uuid, support: Support, given: bool, device: String) -> Call {
    let method = if given { Method::Put } else { Method::Delete };
    Call::new(method, &paths::support(id, support)).header(paths::DEVICE, device)
}

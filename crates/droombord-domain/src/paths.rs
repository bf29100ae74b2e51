//! Addresses: the endpoints that both sides name, and the pages.

use uuid::Uuid;

use crate::support::Support;

/// `GET`: published posts. `POST`: a new one.
pub const POSTS: &str = "/api/posts";
/// `GET`: the posts of a follow key. `DELETE`: erases all of it, and the key.
pub const MINE: &str = "/api/mine";
/// `PUT`: other words for a follow key that somebody else has seen.
pub const MINE_KEY: &str = "/api/mine/key";
/// `GET`: every byte that is kept under a follow key.
pub const MINE_STORED: &str = "/api/mine/stored";
/// `POST`: sign in. `GET`: who is signed in. `DELETE`: sign out.
pub const SESSION: &str = "/api/session";
/// `GET`: the sessions of the account that is signed in.
pub const SESSIONS: &str = "/api/sessions";
/// `GET`: posts at the desk.
pub const QUEUE: &str = "/api/moderation/queue";
/// `GET`: keywords in use, for the desk.
pub const KEYWORDS: &str = "/api/moderation/keywords";
/// `GET`, `POST`: accounts, for administrators.
pub const ACCOUNTS: &str = "/api/accounts";
/// The OpenAPI document.
pub const OPENAPI: &str = "/api/openapi.json";

/// The header that makes a creating call repeatable: a UUID that the caller makes.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// The header that carries the device's hash for one post: 64 hexadecimal digits, made on the device.
pub const DEVICE: &str = "droombord-device";

/// `GET`, `PATCH`, `DELETE`: one post.
pub fn post(id: Uuid) -> String {
    format!("{POSTS}/{id}")
}

/// `GET`: its public trail.
pub fn trail(id: Uuid) -> String {
    format!("{POSTS}/{id}/trail")
}

/// `POST`: the writer does not want it read or shown.
pub fn withdrawal(id: Uuid) -> String {
    format!("{POSTS}/{id}/withdrawal")
}

/// `POST`: the writer agrees to the words that a facilitator proposed.
pub fn agreement(id: Uuid) -> String {
    format!("{POSTS}/{id}/agreement")
}

/// `PUT`, `DELETE`: a supportive reaction.
pub fn support(id: Uuid, support: Support) -> String {
    format!("{POSTS}/{id}/supports/{}", support.code())
}

/// `GET`: one post at the desk.
pub fn desk_post(id: Uuid) -> String {
    format!("/api/moderation/posts/{id}")
}

/// `POST`: a decision on it.
pub fn decision(id: Uuid) -> String {
    format!("/api/moderation/posts/{id}/decision")
}

/// `DELETE`: end one session.
pub fn session(id: Uuid) -> String {
    format!("{SESSIONS}/{id}")
}

/// `POST`: give an account a new password and second factor.
pub fn account_reset(id: Uuid) -> String {
    format!("{ACCOUNTS}/{id}/reset")
}

/// `POST`: disable an account and end its sessions.
pub fn account_disable(id: Uuid) -> String {
    format!("{ACCOUNTS}/{id}/disable")
}

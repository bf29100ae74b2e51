//! Addresses: the endpoints that both sides name, and the pages.

use uuid::Uuid;

use crate::support::Support;

/// `GET`: published posts. `POST`: a new one.
pub const POSTS: &str = "/api/posts";
/// `GET`: the posts of a follow key. `DELETE`: erases all of it, and the key.
pub const MINE: &str = "/api/mine";
/// What the board can be narrowed down to.
pub const FACETS: &str = "/api/facets";
/// `PUT`: other words for a follow key that somebody else has seen.
pub const MINE_KEY: &str = "/api/mine/key";
/// `GET`: every byte that is kept under a follow key.
pub const MINE_STORED: &str = "/api/mine/stored";
/// `GET`: what was promised because of the posts of a follow key.
pub const MINE_PROMISES: &str = "/api/mine/promises";
/// `GET`: public promises, by date.
pub const PROMISES: &str = "/api/promises";
/// `GET`, `POST`: the promises of the answerer's own organisation.
pub const OWN_PROMISES: &str = "/api/organisation/promises";
/// `GET`: what is said of promises and waits for a reader. `POST`: a promise entered for an organisation.
pub const DESK_PROMISES: &str = "/api/moderation/promises";
/// `POST`: sign in. `GET`: who is signed in. `DELETE`: sign out.
pub const SESSION: &str = "/api/session";
/// `GET`: the sessions of the account that is signed in.
pub const SESSIONS: &str = "/api/sessions";
/// `GET`: posts at the desk.
pub const QUEUE: &str = "/api/moderation/queue";
/// Whether somebody reads just now.
pub const READS_NOW: &str = "/api/reads-now";
/// Who asks that a facilitator looks at once.
pub const ALERTS: &str = "/api/moderation/alerts";
/// `GET`: what is to be done at the desk.
pub const WORKLIST: &str = "/api/moderation/worklist";
/// `GET`: what the board is about, how long people wait and how much is answered, in numbers.
pub const INSIGHT: &str = "/api/moderation/insight";
/// `GET`: what people say is wrong with posts on the board, for the desk.
pub const REPORTS: &str = "/api/moderation/reports";
/// `GET`: posts that wait and look alike.
pub const SIMILAR: &str = "/api/moderation/similar";
/// `POST`: declines posts that look alike, all for one reason.
pub const DECLINE_TOGETHER: &str = "/api/moderation/similar/decline";
/// `GET`: everything that happened in a time, as CSV, without a word of anybody.
pub const LOG: &str = "/api/moderation/log.csv";
/// `GET`: keywords in use, for the desk. `PATCH`: another word for one of them.
pub const KEYWORDS: &str = "/api/moderation/keywords";
/// `GET`, `POST`: accounts, for administrators.
pub const ACCOUNTS: &str = "/api/accounts";
/// `GET`: the participating organisations. `POST`: a new one, for administrators.
pub const ORGANISATIONS: &str = "/api/organisations";
/// `GET`: what is asked of the organisation of an answerer.
pub const ANSWERS: &str = "/api/answers";
/// `GET`: answers and writers' words beside a verdict that wait for a reader, for the desk.
pub const ANSWERS_TO_READ: &str = "/api/moderation/answers";
/// `GET`: live events, as a stream (SSE).
pub const EVENTS: &str = "/api/events";
/// The name of the events of [`EVENTS`]; their data is [`crate::api::News`].
pub const NEWS: &str = "news";
/// The OpenAPI document.
pub const OPENAPI: &str = "/api/openapi.json";

/// The header with the number of a call: any the caller makes. The server repeats it in its answer, whatever that is, so that an answer of
/// somebody else in between is known: see [`crate::outcome`].
pub const CALL: &str = "droombord-call";
/// The header that makes a creating call repeatable: a UUID that the caller makes. The answer to
/// a call that was taken in repeats it.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// The header with a proof of work, while the server is flooded: see [`ProofWanted`](crate::problem::ProofWanted).
pub const PROOF: &str = "droombord-proof";
/// The header of a call at the desk that a person made, or since whose last one a person did something: the session was used. Without it
/// a call that only reads is no use, as when the page looks by itself.
pub const USE: &str = "droombord-use";
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

/// `GET`: the replies that hang under a post. `POST`: a new one.
pub fn replies(id: Uuid) -> String {
    format!("{POSTS}/{id}/replies")
}

/// `POST`: something is wrong with it. For anybody, without a key.
pub fn reports(id: Uuid) -> String {
    format!("{POSTS}/{id}/reports")
}

/// `POST`: the writer does not want it read or shown.
pub fn withdrawal(id: Uuid) -> String {
    format!("{POSTS}/{id}/withdrawal")
}

/// `POST`: the writer asks another facilitator to read what was declined.
pub fn another_reader(id: Uuid) -> String {
    format!("{POSTS}/{id}/another-reader")
}

/// `POST`: the writer agrees to the words that a facilitator proposed.
pub fn agreement(id: Uuid) -> String {
    format!("{POSTS}/{id}/agreement")
}

/// `PUT`, `DELETE`: a supportive reaction.
pub fn support(id: Uuid, support: Support) -> String {
    format!("{POSTS}/{id}/supports/{}", support.code())
}

/// `PUT`: the writer says whether the first part of an answer was understood. `answer` is the id of its asking.
pub fn understood(post: Uuid, answer: Uuid) -> String {
    format!("{POSTS}/{post}/answers/{answer}/understood")
}

/// `PUT`: the writer says whether an answer feels heard.
pub fn verdict(post: Uuid, answer: Uuid) -> String {
    format!("{POSTS}/{post}/answers/{answer}/verdict")
}

/// `GET`: one promise.
pub fn promise(id: Uuid) -> String {
    format!("{PROMISES}/{id}")
}

/// `PUT`: what the writer of a post says of a promise that it led to.
pub fn promise_say(post: Uuid, promise: Uuid) -> String {
    format!("{POSTS}/{post}/promises/{promise}")
}

/// `POST`: what the answerer's own organisation says of its promise.
pub fn own_sayings(promise: Uuid) -> String {
    format!("{OWN_PROMISES}/{promise}/sayings")
}

/// `POST`: what an organisation says of its promise, entered for it.
pub fn desk_sayings(promise: Uuid) -> String {
    format!("{DESK_PROMISES}/{promise}/sayings")
}

/// `POST`: a decision on what an organisation says.
pub fn promise_decision(promise: Uuid) -> String {
    format!("{DESK_PROMISES}/{promise}/decision")
}

/// `GET`: one post at the desk.
pub fn desk_post(id: Uuid) -> String {
    format!("/api/moderation/posts/{id}")
}

/// `POST`: a decision on it.
pub fn decision(id: Uuid) -> String {
    format!("/api/moderation/posts/{id}/decision")
}

/// `PUT`: I am reading it. `DELETE`: not any more.
pub fn claim(id: Uuid) -> String {
    format!("/api/moderation/posts/{id}/claim")
}

/// `POST`: a note among facilitators.
pub fn notes(id: Uuid) -> String {
    format!("/api/moderation/posts/{id}/notes")
}

/// `POST`: somebody saw to a report.
pub fn report_handled(id: Uuid) -> String {
    format!("{REPORTS}/{id}/handled")
}

/// `GET`: who was asked about a post. `POST`: ask an organisation.
pub fn asks(post: Uuid) -> String {
    format!("/api/moderation/posts/{post}/asks")
}

/// `POST`: reminds the organisation of an asking.
pub fn reminder(asking: Uuid) -> String {
    format!("/api/moderation/asks/{asking}/reminder")
}

/// `POST`: a decision on an answer.
pub fn answer_decision(answer: Uuid) -> String {
    format!("{ANSWERS_TO_READ}/{answer}/decision")
}

/// `POST`: a decision on the words beside a verdict.
pub fn words_decision(answer: Uuid) -> String {
    format!("{ANSWERS_TO_READ}/{answer}/words-decision")
}

/// `GET`: one post of what is asked. `PUT`: the answer, or other words for it before it is read.
pub fn answer(asking: Uuid) -> String {
    format!("{ANSWERS}/{asking}")
}

/// `PUT`: somebody of the organisation of an answerer has read a post that it was not asked about.
pub fn read_unasked(post: Uuid) -> String {
    format!("{ANSWERS}/unread/{post}/read")
}

/// `PUT`: another name or group, or taking part or not.
pub fn organisation(id: Uuid) -> String {
    format!("{ORGANISATIONS}/{id}")
}

/// `GET`, `PUT`: the mail address to which an organisation is reminded, for administrators.
pub fn organisation_mail(id: Uuid) -> String {
    format!("{ORGANISATIONS}/{id}/mail")
}

/// `GET`: its public answers, newest first.
pub fn organisation_answers(id: Uuid) -> String {
    format!("{ORGANISATIONS}/{id}/answers")
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

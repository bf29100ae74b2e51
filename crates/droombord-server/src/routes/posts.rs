//! Posts: the board that everybody reads, sending one, and what its writer does with it.

use super::{json, json_bytes, with_key};
use crate::{
    cache::Kept,
    clock::Seconds,
    error::{Error, Result, created, done},
    extract::{Body, Id, IdempotencyKey, KeyHash, Query, Source},
    moderation::marks,
    proof,
    queries::board::{BoardRequest, board_page, replies_to, trail_of},
    secret::Purpose,
    state::{App, AppState},
    store::Sending,
};
use axum::{
    Router,
    extract::{FromRequestParts, State},
    http::{HeaderMap, request::Parts},
    response::Response,
    routing::{get, post},
};
use droombord_domain::{
    api::{Agreement, Facets, OwnPost, Page, PublicPost, PublicReply, PublicTrail, Revision},
    draft::{Draft, NewPost, ReplyDraft},
    filter::Order,
    paths,
    post::Kind,
    problem::{FieldCode, FieldError, Problem, ProblemCode},
};
use uuid::Uuid;

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(paths::POSTS, get(board).post(send))
        .route(paths::FACETS, get(facets))
        .route("/api/posts/{id}", get(one).patch(revise).delete(erase))
        .route("/api/posts/{id}/trail", get(trail))
        .route("/api/posts/{id}/replies", get(replies).post(reply))
        .route("/api/posts/{id}/withdrawal", post(withdraw))
        .route("/api/posts/{id}/another-reader", post(ask_another))
        .route("/api/posts/{id}/agreement", post(agree))
}

#[utoipa::path(
    get, path = "/api/posts", tag = "board",
    params(
        ("kind" = Option<droombord_domain::post::Kind>, Query),
        ("direction" = Option<droombord_domain::post::Direction>, Query),
        ("role" = Option<droombord_domain::post::Role>, Query),
        ("region" = Option<droombord_domain::post::Region>, Query),
        ("keyword" = Option<String>, Query),
        ("status" = Option<droombord_domain::status::StatusFilter>, Query, description = "How far its trail is; a post can be in several"),
        ("q" = Option<String>, Query, description = "Words; each may be the beginning of one. Case and accents do not matter."),
        ("order" = Option<Order>, Query, description = "`unread` when left out: what was shown least comes first, the same for a whole day"),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before, with the same filters"),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 100),
    ),
    responses((status = 200, description = "Published posts", body = Page<PublicPost>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// Published posts, in an order that gives each the same first exposure, or newest first.
async fn board(State(app): State<AppState>, source: Source, query: Query, headers: HeaderMap) -> Result<Response> {
    let Kept { json, shows } = board_page(&app, &BoardRequest::parse(&query)?).await?;
    app.showed(source, &shows);
    Ok(json_bytes(json.answer(&headers)))
}

#[utoipa::path(
    get, path = "/api/facets", tag = "board",
    responses((status = 200, description = "The choices, with how many posts each finds: counted once a day", body = Facets), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// What the board can be narrowed down to.
async fn facets(State(app): State<AppState>) -> Result<Response> {
    Ok(json(&app.store.facets().await?))
}

#[utoipa::path(
    post, path = "/api/posts", tag = "own posts",
    params(("idempotency-key" = uuid::Uuid, Header, description = "Made by the caller. The same key and body answer the same post."),
        ("droombord-proof" = Option<String>, Header, description = "While the server is flooded: the proof of work that `proof_needed` asks for")),
    request_body = Draft,
    responses(
        (status = 201, description = "Taken in: it is on the disk", body = OwnPost),
        (status = 200, description = "It was sent before: the post as it stands", body = OwnPost),
        (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"),
    ),
    security(("follow_key" = []))
)]
/// A new post under a follow key, which may be new too.
async fn send(State(app): State<AppState>, sender: Sender, body: Body<Draft>) -> Result<Response> {
    let post = body.parse(|draft| by_itself(draft.parse()?))?;
    take_in(&app, sender, None, post).await
}

/// A reply has a way of its own.
fn by_itself(post: NewPost) -> Result<NewPost, Vec<FieldError>> {
    match Kind::BOARD.contains(&post.body().kind) {
        true => Ok(post),
        false => Err(vec![FieldError::new("kind", FieldCode::UnknownValue)]),
    }
}

/// Who sends something new: from where, under which key and number, and with which proof of work, if any.
struct Sender {
    source: Source,
    idempotency: IdempotencyKey,
    key: KeyHash,
    proof: Option<String>,
}

impl FromRequestParts<AppState> for Sender {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self> {
        Ok(Self {
            source: Source::from_request_parts(parts, app).await?,
            idempotency: IdempotencyKey::from_request_parts(parts, app).await?,
            key: KeyHash::from_request_parts(parts, app).await?,
            proof: parts.headers.get(paths::PROOF).and_then(|proof| proof.to_str().ok()).map(str::to_owned),
        })
    }
}

/// The post with its alert, as far as that is heeded: words that show no danger get before nobody, and not more of one source or key.
fn heeded(app: &App, post: NewPost, source: Source, key: &str, at: Seconds) -> NewPost {
    let heeds = post.asks_alert() && marks::shows_danger(&post.body().text) && app.limits.alerting(source, key, at);
    if heeds { post } else { post.without_alert() }
}

/// Takes a post or a reply in.
async fn take_in(app: &AppState, sender: Sender, reply_to: Option<Uuid>, post: NewPost) -> Result<Response> {
    let Sender { source, idempotency, key, proof } = sender;
    let key = key.valid()?;
    let at = app.clock.now();
    if app.limits.is_flooded(at) && !proof.is_some_and(|proof| proof::holds(&proof, &app.secret, idempotency.0, at)) {
        return Err(Error::Proof(proof::wanted(&app.secret, at)));
    }
    app.limits.posting(source, &key, at)?;
    let post = heeded(app, post, source, &key, at);
    let mut canonical = serde_json::to_vec(post.body()).unwrap_or_default();
    canonical.extend(reply_to.iter().flat_map(|to| *to.as_bytes()));
    let sending = Sending {
        id: app.dice.uuid()?,
        key_id: app.dice.uuid()?,
        idempotency: app.secret.mac_hex(Purpose::IdempotencyKey, &[idempotency.0.as_bytes()]),
        body_mac: app.secret.mac_hex(Purpose::IdempotentBody, &[key.as_bytes(), &canonical]),
        key,
        reply_to,
        post,
        at,
    };
    let sent = app.store.send(sending).await?;
    if sent.rings {
        app.ring();
    }
    let body = json(&sent.post);
    Ok(idempotency.taken_in(if sent.fresh { created(&paths::post(sent.post.id), body) } else { body }))
}

#[utoipa::path(
    get, path = "/api/posts/{id}/replies", tag = "board",
    params(
        ("id" = uuid::Uuid, Path),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before"),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 100),
    ),
    responses((status = 200, description = "The replies that a facilitator said yes to, oldest first", body = Page<PublicReply>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// The replies under a published post.
async fn replies(State(app): State<AppState>, Id(id): Id, query: Query) -> Result<Response> {
    let limit = query.limit().map_err(|error| vec![error])?;
    Ok(json(&replies_to(&app, id, query.get("cursor"), limit).await?.ok_or(ProblemCode::NotFound)?))
}

#[utoipa::path(
    post, path = "/api/posts/{id}/replies", tag = "own posts",
    params(("id" = uuid::Uuid, Path), ("idempotency-key" = uuid::Uuid, Header, description = "Made by the caller. The same key and body answer the same reply.")),
    request_body = ReplyDraft,
    responses(
        (status = 201, description = "Taken in: it is on the disk, and waits for a reader", body = OwnPost),
        (status = 200, description = "It was sent before: the reply as it stands", body = OwnPost),
        (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"),
    ),
    security(("follow_key" = []))
)]
/// A reply to a published post, under a follow key. Nobody but a facilitator sees it before a yes.
async fn reply(State(app): State<AppState>, Id(id): Id, sender: Sender, body: Body<ReplyDraft>) -> Result<Response> {
    let post = body.parse(|draft| draft.parse())?;
    take_in(&app, sender, Some(id), post).await
}

#[utoipa::path(
    get, path = "/api/posts/{id}", tag = "board",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "A published post", body = PublicPost), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// One published post.
async fn one(State(app): State<AppState>, Id(id): Id) -> Result<Response> {
    Ok(json(&app.store.public_post(id, app.clock.now()).await?.ok_or(ProblemCode::NotFound)?))
}

#[utoipa::path(
    get, path = "/api/posts/{id}/trail", tag = "board",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "What everybody may know of what happened", body = PublicTrail), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// The public trail of a published post.
async fn trail(State(app): State<AppState>, Id(id): Id) -> Result<Response> {
    Ok(json(&trail_of(&app, id).await?.ok_or(ProblemCode::NotFound)?))
}

#[utoipa::path(
    patch, path = "/api/posts/{id}", tag = "own posts",
    params(("id" = uuid::Uuid, Path)),
    request_body = Revision,
    responses((status = 200, description = "The post as it stands", body = OwnPost), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// Changes an own post before publication.
async fn revise(
    State(app): State<AppState>,
    Id(id): Id,
    source: Source,
    key: KeyHash,
    body: Body<Revision>,
) -> Result<Response> {
    let (seen, post) = body.parse(revision)?;
    let at = app.clock.now();
    let own = with_key(&app, source, &key, async {
        app.limits.posting(source, &key.hash, at)?;
        let post = heeded(&app, post, source, &key.hash, at);
        let rings = post.asks_alert();
        let own = app.store.revise(&key.hash, id, seen, post, at).await?;
        if rings {
            app.ring();
        }
        Ok(own)
    });
    Ok(json(&own.await?))
}

fn revision(revision: Revision) -> Result<(u32, NewPost), Vec<FieldError>> {
    let Revision { revision, draft } = revision;
    draft.parse().map(|post| (revision, post)).map_err(|errors| {
        errors.into_iter().map(|error| FieldError { field: format!("draft.{}", error.field), ..error }).collect()
    })
}

#[utoipa::path(
    delete, path = "/api/posts/{id}", tag = "own posts",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 204, description = "Every word is gone"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// Erases an own post. Doing it again changes nothing.
async fn erase(State(app): State<AppState>, Id(id): Id, source: Source, key: KeyHash) -> Result<Response> {
    let at = app.clock.now();
    with_key(&app, source, &key, async { Ok(app.store.erase(&key.hash, id, at).await?) }).await?;
    Ok(done())
}

#[utoipa::path(
    post, path = "/api/posts/{id}/withdrawal", tag = "own posts",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "The post as it stands", body = OwnPost), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// The writer does not want an own post read or shown any more.
async fn withdraw(State(app): State<AppState>, Id(id): Id, source: Source, key: KeyHash) -> Result<Response> {
    let at = app.clock.now();
    let own = with_key(&app, source, &key, async { Ok(app.store.withdraw(&key.hash, id, at).await?) });
    Ok(json(&own.await?))
}

#[utoipa::path(
    post, path = "/api/posts/{id}/another-reader", tag = "own posts",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 200, description = "The post as it stands: it waits for another reader", body = OwnPost),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "`not_allowed_now`: not declined, asked before, or there is nobody else"),
        (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"),
    ),
    security(("follow_key" = []))
)]
/// The writer asks another facilitator to read what was declined, once for each revision (promise 4: a way on).
async fn ask_another(State(app): State<AppState>, Id(id): Id, source: Source, key: KeyHash) -> Result<Response> {
    let at = app.clock.now();
    let own = with_key(&app, source, &key, async { Ok(app.store.ask_another(&key.hash, id, at).await?) });
    Ok(json(&own.await?))
}

#[utoipa::path(
    post, path = "/api/posts/{id}/agreement", tag = "own posts",
    params(("id" = uuid::Uuid, Path)),
    request_body = Agreement,
    responses((status = 200, description = "The post as it stands: the proposed words wait for a reader", body = OwnPost), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// The writer says yes to the words that a facilitator proposed.
async fn agree(
    State(app): State<AppState>,
    Id(id): Id,
    source: Source,
    key: KeyHash,
    body: Body<Agreement>,
) -> Result<Response> {
    let Agreement { revision } = body.plain()?;
    let at = app.clock.now();
    let own = with_key(&app, source, &key, async { Ok(app.store.agree(&key.hash, id, revision, at).await?) });
    Ok(json(&own.await?))
}

//! The desk: what waits, one post, decisions, keywords in use. For facilitators alone.

use super::json;
use crate::{
    auth::extract::Facilitator,
    clock::rfc3339,
    cursor,
    error::{Result, done},
    extract::{Body, Field, Id, Query, Shape, Type},
    moderation::ruling::Ruling,
    search,
    state::AppState,
    store::{DeskQuery, Place, desk::DeskPlace},
};
use axum::{
    Router,
    extract::State,
    response::Response,
    routing::{get, post},
};
use droombord_domain::{
    api::{Decision, DecisionRequest, DeskPost, Page, Queue, RenameKeyword},
    filter::{self, DeskFilter},
    hand_back::Swap,
    keyword::Keyword,
    life::PostState,
    organisation::OrganisationNames,
    paths,
    problem::{FieldCode, FieldError, Problem},
    reason::Reason,
};
use serde::Deserialize;

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(paths::QUEUE, get(queue))
        .route(paths::KEYWORDS, get(keywords).patch(rename))
        .route("/api/moderation/posts/{id}", get(one))
        .route("/api/moderation/posts/{id}/decision", post(decide))
}

/// [`DecisionRequest`] with its codes as text, so that a code that does not exist is an error of its field.
#[derive(Debug, Deserialize)]
pub(super) struct DecisionBody {
    revision: u32,
    decision: String,
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    reason: Option<String>,
    #[serde(default)]
    swap: Option<Swap>,
    #[serde(default)]
    sentence: Option<String>,
    #[serde(default)]
    text: Option<String>,
}

impl Shape for DecisionBody {
    const FIELDS: &'static [Field] = &[
        Field::required("revision", Type::Count),
        Field::required("decision", Type::Text),
        Field::optional("keywords", Type::Texts),
        Field::optional("reason", Type::Text),
        Field::optional("swap", Type::Object(SWAP)),
        Field::optional("sentence", Type::Text),
        Field::optional("text", Type::Text),
    ];
}

impl Shape for RenameKeyword {
    const FIELDS: &'static [Field] = &[Field::required("from", Type::Text), Field::required("to", Type::Text)];
}

const SWAP: &[Field] = &[
    Field::required("start", Type::Count),
    Field::required("end", Type::Count),
    Field::required("instead", Type::Text),
];

impl DecisionBody {
    fn parse(self, organisations: &OrganisationNames) -> Result<Ruling, Vec<FieldError>> {
        let Self { revision, decision, keywords, reason, swap, sentence, text } = self;
        let unknown = |field| FieldError::new(field, FieldCode::UnknownValue);
        let decision = Decision::from_code(&decision).ok_or_else(|| unknown("decision"));
        let reason = reason.map(|code| Reason::from_code(&code).ok_or_else(|| unknown("reason"))).transpose();
        match (decision, reason) {
            (Ok(decision), Ok(reason)) => {
                let request = DecisionRequest { revision, decision, keywords, reason, swap, sentence, text };
                Ruling::parse(&request, organisations)
            }
            (decision, reason) => Err(decision.err().into_iter().chain(reason.err()).collect()),
        }
    }
}

/// The lists of the desk: what a writer withdrew or erased is in none of them.
fn list_of(query: &Query) -> Result<PostState, FieldError> {
    let Some(code) = query.get("state") else { return Ok(PostState::Received) };
    let state = PostState::from_code(code).filter(|state| state.is_for_the_desk());
    state.ok_or_else(|| FieldError::new("state", FieldCode::UnknownValue))
}

/// What the desk's list is asked for.
struct Asked {
    state: PostState,
    filter: DeskFilter,
    search: String,
    limit: u32,
}

impl Asked {
    fn parse(query: &Query) -> Result<Self, Vec<FieldError>> {
        let filter = DeskFilter::parse(query.0.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let search = query.search();
        match (list_of(query), query.limit(), filter, search) {
            (Ok(state), Ok(limit), Ok(filter), Ok(search)) => {
                // Only of what hangs on the board there is an index of words and of how far it is.
                if state != PostState::Published && !(filter.is_empty() && search.is_empty()) {
                    return Err(vec![FieldError::new("state", FieldCode::Invalid)]);
                }
                Ok(Self { state, filter, search: search.to_owned(), limit })
            }
            (state, limit, filter, search) => {
                let errors = state.err().into_iter().chain(limit.err()).chain(search.err());
                Err(errors.chain(filter.err().into_iter().flatten()).collect())
            }
        }
    }

    /// Names the list with everything that a cursor is bound to.
    fn list(&self) -> String {
        let Self { state, filter, search, limit: _ } = self;
        format!("desk?state={}&{}&q={search}", state.code(), filter::query(filter.pairs()))
    }
}

#[utoipa::path(
    get, path = "/api/moderation/queue", tag = "desk",
    params(
        ("state" = Option<PostState>, Query, description = "`received` (what waits: danger first, then oldest first) when left out; `published` newest on the board first; the others newest decision first"),
        ("status" = Option<droombord_domain::status::DeskStatus>, Query, description = "How far it is now, released or not; a post can be in several. This and the following narrow `published` down, and are refused with another state"),
        ("kind" = Option<droombord_domain::post::Kind>, Query),
        ("direction" = Option<droombord_domain::post::Direction>, Query),
        ("role" = Option<droombord_domain::post::Role>, Query),
        ("region" = Option<droombord_domain::post::Region>, Query),
        ("keyword" = Option<String>, Query),
        ("q" = Option<String>, Query, description = "Words; each may be the beginning of one, in the text or in a keyword. Case and accents do not matter. Replies are in no search"),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before, of the same list with the same filters"),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 100),
    ),
    responses((status = 200, description = "Posts in one state, and how long the queue is", body = Queue), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Posts at the desk. For facilitators.
pub(super) async fn queue(State(app): State<AppState>, _: Facilitator, query: Query) -> Result<Response> {
    let asked = Asked::parse(&query)?;
    let list = asked.list();
    let after = query.get("cursor").map(|cursor| cursor::open(&app, &list, cursor)).transpose()?;
    let Asked { state, filter, search, limit } = asked;
    let now = app.clock.now();
    let (items, last) = if state == PostState::Published {
        app.store.desk_board(&DeskQuery { filter, words: search::wanted(&search), after, limit }, now).await?
    } else {
        let (items, last) = app.store.desk_posts(state, after.map(DeskPlace::from), limit, now).await?;
        (items, last.map(Place::from))
    };
    let waiting = app.store.waiting().await?;
    Ok(json(&Queue {
        items,
        next_cursor: last.map(|place| cursor::seal(&app, &list, place)).transpose()?,
        waiting: waiting.posts,
        oldest_since: waiting.oldest_since.map(rfc3339),
        reading_days: app.settings.reading_days,
    }))
}

#[utoipa::path(
    get, path = "/api/moderation/posts/{id}", tag = "desk",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "The newest revision, and everything that happened", body = DeskPost), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// One post at the desk. Looking is not reading: only a claim or a decision is an event of the trail.
pub(super) async fn one(
    State(app): State<AppState>,
    Facilitator(facilitator): Facilitator,
    Id(id): Id,
) -> Result<Response> {
    Ok(json(&app.store.desk_post(id, facilitator.account, app.clock.now()).await?))
}

#[utoipa::path(
    post, path = "/api/moderation/posts/{id}/decision", tag = "desk",
    params(("id" = uuid::Uuid, Path)),
    request_body = DecisionRequest,
    responses(
        (status = 200, description = "The post after the decision; still `received`, with a `proposal`, when two must read it and this was the first", body = DeskPost),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "`stale_revision`, `not_allowed_now` or `needs_another_facilitator`"),
        (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"),
    ),
    security(("session" = []))
)]
/// A decision on the revision that was read. When its words show danger, publishing and declining take two facilitators:
/// the first one's decision is kept as a proposal, and the other one's holds.
pub(super) async fn decide(
    State(app): State<AppState>,
    Facilitator(facilitator): Facilitator,
    Id(id): Id,
    body: Body<DecisionBody>,
) -> Result<Response> {
    let organisations = app.store.organisation_names().await?;
    let ruling = body.parse(|form| form.parse(&organisations))?;
    let read = app.store.desk_post(id, facilitator.account, app.clock.now()).await.ok();
    // The words of a revision never change: what fits them now fits when the decision is made, or the revision is stale.
    if let Some(post) = read.filter(|post| post.revision == ruling.revision()) {
        ruling.fits(&post.body, &organisations)?;
    }
    app.store.decide(id, &ruling, facilitator.account, app.clock.now()).await?;
    Ok(json(&app.store.desk_post(id, facilitator.account, app.clock.now()).await?))
}

#[utoipa::path(
    get, path = "/api/moderation/keywords", tag = "desk",
    responses((status = 200, description = "Keywords of posts on the board, most used first", body = Page<String>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Keywords in use.
pub(super) async fn keywords(State(app): State<AppState>, _: Facilitator) -> Result<Response> {
    Ok(json(&Page { items: app.store.keywords_in_use().await?, next_cursor: None }))
}

#[utoipa::path(
    patch, path = "/api/moderation/keywords", tag = "desk",
    request_body = RenameKeyword,
    responses((status = 204, description = "It has another word, or has become one with it"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Another word for a keyword, with every post that has it. When the word is in use already, the two become one. A pattern
/// only becomes another pattern.
pub(super) async fn rename(State(app): State<AppState>, _: Facilitator, body: Body<RenameKeyword>) -> Result<Response> {
    let (from, to) = body.parse(|RenameKeyword { from, to }| {
        let at = |field, raw: &str| Keyword::parse(raw).map_err(|error| FieldError { field, ..error });
        match (at("from".to_owned(), &from), at("to".to_owned(), &to)) {
            // Posts to be turned back would be left without the pattern that they were placed with.
            (Ok(from), Ok(to)) if from.is_pattern() && !to.is_pattern() => {
                Err(vec![FieldError::new("from", FieldCode::Invalid)])
            }
            (Ok(from), Ok(to)) => Ok((from, to)),
            (from, to) => Err(from.err().into_iter().chain(to.err()).collect::<Vec<_>>()),
        }
    })?;
    app.store.rename_keyword(&from, &to).await?;
    Ok(done())
}

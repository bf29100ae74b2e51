//! The desk together: claims, notes, texts that look alike, and the log. For facilitators alone.

use super::json;
use crate::{
    auth::extract::Facilitator,
    clock::Seconds,
    error::{Error, Result, done},
    extract::{Body, Field, Id, Query, Shape, Type},
    moderation::{marks, ruling::Ruling},
    state::AppState,
    store::LogSpan,
};
use axum::{
    Router,
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::{get, post, put},
};
use droombord_domain::{
    api::{
        Decision, DecisionRequest, DeclineTogether, DeclinedTogether, DeskPost, MAX_TOGETHER, NewNote, Page,
        ReadRevision, SimilarPosts,
    },
    organisation::OrganisationNames,
    paths,
    problem::{FieldCode, FieldError, Problem},
    reason::Reason,
    when::Day,
};
use serde::Deserialize;

const DAY: Seconds = 24 * 60 * 60;
/// The log is given for so many days at once.
const MOST_DAYS: i64 = 366;

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/api/moderation/posts/{id}/claim", put(claim).delete(let_go))
        .route("/api/moderation/posts/{id}/notes", post(note))
        .route(paths::SIMILAR, get(similar))
        .route(paths::DECLINE_TOGETHER, post(decline))
        .route(paths::LOG, get(log))
}

impl Shape for NewNote {
    const FIELDS: &'static [Field] = &[Field::optional("words", Type::Text)];
}

/// [`DeclineTogether`] with its code as text, so that a code that does not exist is an error of its field.
#[derive(Debug, Deserialize)]
pub(super) struct DeclineBody {
    reason: String,
    posts: Vec<ReadRevision>,
}

impl Shape for DeclineBody {
    const FIELDS: &'static [Field] =
        &[Field::required("reason", Type::Text), Field::required("posts", Type::Objects(READ))];
}

const READ: &[Field] = &[Field::required("id", Type::Id), Field::required("revision", Type::Count)];

impl DeclineBody {
    fn parse(self, organisations: &OrganisationNames) -> Result<Vec<(ReadRevision, Ruling)>, Vec<FieldError>> {
        let Self { reason, posts } = self;
        let reason =
            Reason::from_code(&reason).ok_or_else(|| vec![FieldError::new("reason", FieldCode::UnknownValue)])?;
        if posts.is_empty() {
            return Err(vec![FieldError::new("posts", FieldCode::Empty)]);
        }
        if posts.len() > MAX_TOGETHER {
            return Err(vec![FieldError::past_limit("posts", FieldCode::TooMany, MAX_TOGETHER, posts.len())]);
        }
        let ruling = |read: ReadRevision| {
            let request =
                DecisionRequest { reason: Some(reason), ..DecisionRequest::of(read.revision, Decision::Decline) };
            Ruling::parse(&request, organisations).map(|ruling| (read, ruling))
        };
        posts.into_iter().map(ruling).collect()
    }
}

#[utoipa::path(
    put, path = "/api/moderation/posts/{id}/claim", tag = "desk",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 200, description = "The post, with the claim", body = DeskPost),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "`not_allowed_now`: somebody else reads it, or it does not wait"),
        (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"),
    ),
    security(("session" = []))
)]
/// I am reading this, so that nobody else needs to. It ends by itself, and forbids nobody to decide.
pub(super) async fn claim(
    State(app): State<AppState>,
    Facilitator(facilitator): Facilitator,
    Id(id): Id,
) -> Result<Response> {
    let now = app.clock.now();
    app.store.claim(id, facilitator.account, now).await?;
    Ok(json(&app.store.desk_post(id, facilitator.account, now).await?))
}

#[utoipa::path(
    delete, path = "/api/moderation/posts/{id}/claim", tag = "desk",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 204, description = "You are not reading it; doing it again changes nothing"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// I am not reading this any more.
pub(super) async fn let_go(
    State(app): State<AppState>,
    Facilitator(facilitator): Facilitator,
    Id(id): Id,
) -> Result<Response> {
    app.store.let_go(id, facilitator.account).await?;
    Ok(done())
}

#[utoipa::path(
    post, path = "/api/moderation/posts/{id}/notes", tag = "desk",
    params(("id" = uuid::Uuid, Path)),
    request_body = NewNote,
    responses((status = 200, description = "The post, with the note", body = DeskPost), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// A note for the other facilitators. The writer finds it among what is kept, so it has no way to reach anybody in it.
pub(super) async fn note(
    State(app): State<AppState>,
    Facilitator(facilitator): Facilitator,
    Id(id): Id,
    body: Body<NewNote>,
) -> Result<Response> {
    let organisations = app.store.organisation_names().await?;
    let words = body.parse(|note| {
        let words = note.parse()?;
        marks::without_contact("words", &words, &organisations).map_err(|error| vec![error])?;
        Ok(words)
    })?;
    let now = app.clock.now();
    app.store.note(id, &words, facilitator.account, now).await?;
    Ok(json(&app.store.desk_post(id, facilitator.account, now).await?))
}

#[utoipa::path(
    get, path = "/api/moderation/similar", tag = "desk",
    responses((status = 200, description = "Groups of posts that wait and look alike", body = Page<SimilarPosts>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// What waits and looks alike.
pub(super) async fn similar(State(app): State<AppState>, _: Facilitator) -> Result<Response> {
    Ok(json(&Page { items: app.store.similar().await?, next_cursor: None }))
}

#[utoipa::path(
    post, path = "/api/moderation/similar/decline", tag = "desk",
    request_body = DeclineTogether,
    responses((status = 200, description = "What came of each, in the order of the call", body = Page<DeclinedTogether>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Declines many for one reason: each is a decision of its own, on the revision that was read, with its letter and its way
/// on. Words that show danger still take two.
pub(super) async fn decline(
    State(app): State<AppState>,
    Facilitator(facilitator): Facilitator,
    body: Body<DeclineBody>,
) -> Result<Response> {
    let organisations = app.store.organisation_names().await?;
    let mut items = Vec::new();
    for (ReadRevision { id, revision: _ }, ruling) in body.parse(|form| form.parse(&organisations))? {
        let outcome = app.store.decide(id, &ruling, facilitator.account, app.clock.now()).await.map_err(Error::from);
        items.push(DeclinedTogether { id, refused: outcome.err().map(|error| error.code()) });
    }
    Ok(json(&Page { items, next_cursor: None }))
}

/// The days that are asked for, as days since 1970.
fn days(query: &Query) -> Result<(i64, i64), Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut day = |field: &str| {
        let found = query.get(field).map(Day::parse);
        match found {
            Some(Some(day)) => Some(day.number()),
            Some(None) => {
                errors.push(FieldError::new(field, FieldCode::Invalid));
                None
            }
            None => {
                errors.push(FieldError::new(field, FieldCode::Missing));
                None
            }
        }
    };
    let (from, until) = (day("from"), day("until"));
    match (from, until) {
        (Some(from), Some(until)) if (0..MOST_DAYS).contains(&(until - from)) => Ok((from, until)),
        (Some(_), Some(_)) => Err(vec![FieldError::new("until", FieldCode::Invalid)]),
        (_, _) => Err(errors),
    }
}

#[utoipa::path(
    get, path = "/api/moderation/log.csv", tag = "desk",
    params(
        ("from" = String, Query, format = Date, description = "The first day, in Europe/Amsterdam"),
        ("until" = String, Query, format = Date, description = "The last day; a year at most"),
    ),
    responses((status = 200, description = "Everything that happened, a line each: post, event, moment, revision, reason, who of the staff, organisation. No word of anybody", body = String, content_type = "text/csv"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// The log of some days, for a table.
pub(super) async fn log(State(app): State<AppState>, _: Facilitator, query: Query) -> Result<Response> {
    let (from, until) = days(&query)?;
    // Days begin at midnight in Amsterdam: a day more on both sides, and each event is asked for its day.
    let span = LogSpan { from: (from - 1) * DAY, until: (until + 2) * DAY, days: from..=until };
    let lines = app.store.log(span).await?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"droombord-log.csv\"")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    // Should it break off half-way, so does the answer: nobody takes it for whole.
    Ok((headers, axum::body::Body::from_stream(lines)).into_response())
}

//! Promises: what everybody sees of them, what the writers behind them say, what organisations make and follow up, and
//! what facilitators read before it is public.

use super::{json, with_key};
use crate::{
    auth::extract::{Answerer, Facilitator},
    clock::{Seconds, day},
    error::{Error, Result, created, done},
    extract::{Body, Field, Id, KeyHash, Query, Shape, Source, Type, path_part},
    moderation::marks,
    queries::promises::{PromisesRequest, promises_page},
    state::{App, AppState},
    store::promise_desk::{Eyes, NotMade, SayingVerdict, Speaker},
};
use axum::{
    Router,
    extract::{FromRequestParts, State},
    http::request::Parts,
    response::Response,
    routing::{get, post, put},
};
use droombord_domain::{
    answer::Understood,
    api::{
        MAX_LIMIT, OwnPromise, Page, PromiseFor, PromiseSay, PublicPromise, SayingDecision, SayingRuling, StaffPromise,
    },
    mark::FindingKind,
    organisation::OrganisationNames,
    paths,
    post::Direction,
    problem::{FieldCode, FieldError, Problem, ProblemCode},
    promise::{NewPromise, NewSaying, PromiseDraft, PromiseState, SayingDraft},
    reason::Reason,
    when::Day,
};
use serde::Deserialize;
use uuid::Uuid;

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(paths::PROMISES, get(list))
        .route("/api/promises/{id}", get(one))
        .route(paths::MINE_PROMISES, get(mine))
        .route("/api/posts/{id}/promises/{promise}", put(say))
        .route(paths::OWN_PROMISES, get(own).post(make))
        .route("/api/organisation/promises/{id}/sayings", post(follow_up))
        .route(paths::DESK_PROMISES, get(waiting).post(make_for))
        .route("/api/moderation/promises/{id}/sayings", post(follow_up_for))
        .route("/api/moderation/promises/{id}/decision", post(decide))
}

#[utoipa::path(
    get, path = "/api/promises", tag = "promises",
    params(
        ("organisation" = Option<Uuid>, Query),
        ("state" = Option<PromiseState>, Query, description = "`open`, `overdue`, `kept` or `withdrawn`, as it is today"),
        ("direction" = Option<Direction>, Query),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before, with the same filters"),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 100),
    ),
    responses((status = 200, description = "Public promises by date", body = Page<PublicPromise>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// Promises by date. There is no other order, and no count.
pub(super) async fn list(State(app): State<AppState>, query: Query) -> Result<Response> {
    Ok(json(&promises_page(&app, &PromisesRequest::parse(&query)?).await?))
}

#[utoipa::path(
    get, path = "/api/promises/{id}", tag = "promises",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "A public promise", body = PublicPromise), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"))
)]
/// One promise.
pub(super) async fn one(State(app): State<AppState>, Id(id): Id) -> Result<Response> {
    Ok(json(&app.store.promise(id, app.clock.now()).await?.ok_or(ProblemCode::NotFound)?))
}

#[utoipa::path(
    get, path = "/api/mine/promises", tag = "own posts",
    responses((status = 200, description = "What was promised because of the posts of the key, by date", body = Page<OwnPromise>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// The promises that the posts of a follow key led to: all of them, so `next_cursor` is always null.
pub(super) async fn mine(State(app): State<AppState>, source: Source, key: KeyHash) -> Result<Response> {
    let now = app.clock.now();
    let items = with_key(&app, source, &key, async { Ok(app.store.my_promises(&key.hash, now).await?) }).await?;
    Ok(json(&Page { items, next_cursor: None }))
}

/// The `{promise}` of the address.
pub(super) struct PromiseId(Uuid);

impl FromRequestParts<AppState> for PromiseId {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Error> {
        path_part(parts, "promise").await?.parse().map(Self).map_err(|_| ProblemCode::NotFound.into())
    }
}

/// [`PromiseSay`] with its code as text.
#[derive(Debug, Deserialize)]
pub(super) struct SayBody {
    says: String,
}

impl Shape for SayBody {
    const FIELDS: &'static [Field] = &[Field::required("says", Type::Text)];
}

#[utoipa::path(
    put, path = "/api/posts/{id}/promises/{promise}", tag = "own posts",
    params(("id" = uuid::Uuid, Path), ("promise" = uuid::Uuid, Path)),
    request_body = PromiseSay,
    responses((status = 204, description = "Everybody sees what the writer says"), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// The writer says whether it is so: from the promise's day on, or when the organisation says that it is done. Saying it
/// again changes it; silence counts as nothing.
pub(super) async fn say(
    State(app): State<AppState>,
    Id(id): Id,
    PromiseId(promise): PromiseId,
    source: Source,
    key: KeyHash,
    body: Body<SayBody>,
) -> Result<Response> {
    let says = body.parse(|SayBody { says }| {
        Understood::from_code(&says).ok_or_else(|| vec![FieldError::new("says", FieldCode::UnknownValue)])
    })?;
    let now = app.clock.now();
    with_key(&app, source, &key, async { Ok(app.store.say_of_promise(&key.hash, id, promise, says, now).await?) })
        .await?;
    Ok(done())
}

impl Shape for PromiseDraft {
    const FIELDS: &'static [Field] = PROMISE;
}

impl Shape for SayingDraft {
    const FIELDS: &'static [Field] = &[Field::optional("says", Type::Text), Field::optional("words", Type::Text)];
}

const PROMISE: &[Field] = &[
    Field::optional("direction", Type::Text),
    Field::optional("what", Type::Text),
    Field::optional("owner", Type::Text),
    Field::optional("due", Type::Text),
    Field::optional("posts", Type::Texts),
];

impl Shape for PromiseFor {
    const FIELDS: &'static [Field] =
        &[Field::required("organisation", Type::Text), Field::required("promise", Type::Object(PROMISE))];
}

/// The promise with everything that the guard must not find in words of staff: a way to reach anybody, a person's name as
/// the owner.
fn checked(
    draft: &PromiseDraft,
    organisations: &OrganisationNames,
    now: Seconds,
) -> Result<NewPromise, Vec<FieldError>> {
    let today = Day::of_number(day(now)).ok_or_else(|| vec![FieldError::new("due", FieldCode::Invalid)])?;
    let promise = draft.parse(today)?;
    let mut errors: Vec<FieldError> = [("what", promise.what()), ("owner", promise.owner())]
        .into_iter()
        .filter_map(|(field, text)| marks::without_contact(field, text, organisations).err())
        .collect();
    if marks::findings(promise.owner(), organisations).iter().any(|finding| finding.kind == FindingKind::PersonName) {
        errors.push(FieldError::new("owner", FieldCode::Invalid));
    }
    if errors.is_empty() { Ok(promise) } else { Err(errors) }
}

fn checked_saying(draft: &SayingDraft, organisations: &OrganisationNames) -> Result<NewSaying, Vec<FieldError>> {
    let saying = draft.parse()?;
    match saying.words().map(|words| marks::without_contact("words", words, organisations)) {
        Some(Err(error)) => Err(vec![error]),
        Some(Ok(())) | None => Ok(saying),
    }
}

async fn take_in(app: &App, new: &NewPromise, speaker: Speaker, eyes: Eyes) -> Result<Response> {
    let ids = [app.dice.uuid()?, app.dice.uuid()?];
    let id = app.store.make_promise(ids, new, speaker).await.map_err(|why| match why {
        NotMade::Fields(fields) => Error::Fields(fields),
        NotMade::Store(error) => Error::Store(error),
    })?;
    let promise = app.store.staff_promise(id, eyes, speaker.at).await?;
    Ok(created(&paths::promise(id), json(&promise)))
}

async fn say_more(app: &App, id: Uuid, new: &NewSaying, speaker: Speaker, eyes: Eyes) -> Result<Response> {
    app.store.say_for_organisation(id, app.dice.uuid()?, new, speaker).await?;
    Ok(json(&app.store.staff_promise(id, eyes, speaker.at).await?))
}

#[utoipa::path(
    get, path = "/api/organisation/promises", tag = "organisation",
    responses((status = 200, description = "What the own organisation promised, newest first, with what waits for a reader", body = Page<StaffPromise>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// The promises of the answerer's own organisation.
pub(super) async fn own(State(app): State<AppState>, answerer: Answerer) -> Result<Response> {
    let own = answerer.organisation.id;
    let items = app.store.promises_of_organisation(own, Eyes::Organisation(own), MAX_LIMIT, app.clock.now()).await?;
    Ok(json(&Page { items, next_cursor: None }))
}

#[utoipa::path(
    post, path = "/api/organisation/promises", tag = "organisation",
    request_body = PromiseDraft,
    responses((status = 201, description = "Taken in: it waits for a reader", body = StaffPromise), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// The answerer's own organisation promises something.
pub(super) async fn make(
    State(app): State<AppState>,
    answerer: Answerer,
    body: Body<PromiseDraft>,
) -> Result<Response> {
    let at = app.clock.now();
    let organisations = app.store.organisation_names().await?;
    let new = body.parse(|draft| checked(&draft, &organisations, at))?;
    let speaker = Speaker { organisation: answerer.organisation.id, account: answerer.account, at };
    take_in(&app, &new, speaker, Eyes::Organisation(answerer.organisation.id)).await
}

#[utoipa::path(
    post, path = "/api/organisation/promises/{id}/sayings", tag = "organisation",
    params(("id" = uuid::Uuid, Path)),
    request_body = SayingDraft,
    responses((status = 200, description = "Taken in: it waits for a reader", body = StaffPromise), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// The answerer's own organisation says how it goes with its promise.
pub(super) async fn follow_up(
    State(app): State<AppState>,
    answerer: Answerer,
    Id(id): Id,
    body: Body<SayingDraft>,
) -> Result<Response> {
    let organisations = app.store.organisation_names().await?;
    let new = body.parse(|draft| checked_saying(&draft, &organisations))?;
    let speaker = Speaker { organisation: answerer.organisation.id, account: answerer.account, at: app.clock.now() };
    say_more(&app, id, &new, speaker, Eyes::Organisation(answerer.organisation.id)).await
}

#[utoipa::path(
    get, path = "/api/moderation/promises", tag = "desk",
    params(("organisation" = Option<Uuid>, Query, description = "Everything that this one promised, newest first, instead of what waits")),
    responses((status = 200, description = "Promises of which something waits for a reader, what waits longest first", body = Page<StaffPromise>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// What organisations say of promises and nobody has read yet; or all that one of them promised, for a facilitator who writes down
/// what it says. For facilitators.
pub(super) async fn waiting(State(app): State<AppState>, _: Facilitator, query: Query) -> Result<Response> {
    let unknown = |_| vec![FieldError::new("organisation", FieldCode::UnknownValue)];
    let organisation = query.get("organisation").map(|id| id.parse::<Uuid>().map_err(unknown)).transpose()?;
    let now = app.clock.now();
    let items = match organisation {
        Some(id) => app.store.promises_of_organisation(id, Eyes::Desk, MAX_LIMIT, now).await?,
        None => app.store.waiting_promises(MAX_LIMIT, now).await?,
    };
    Ok(json(&Page { items, next_cursor: None }))
}

#[utoipa::path(
    post, path = "/api/moderation/promises", tag = "desk",
    request_body = PromiseFor,
    responses((status = 201, description = "Taken in: it waits for a reader", body = StaffPromise), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// A facilitator enters a promise for an organisation; it is read like every other.
pub(super) async fn make_for(
    State(app): State<AppState>,
    Facilitator(facilitator): Facilitator,
    body: Body<PromiseFor>,
) -> Result<Response> {
    let at = app.clock.now();
    let organisations = app.store.organisation_names().await?;
    let (organisation, new) = body.parse(|PromiseFor { organisation, promise }| {
        let organisation =
            organisation.parse::<Uuid>().map_err(|_| vec![FieldError::new("organisation", FieldCode::UnknownValue)]);
        let new = checked(&promise, &organisations, at).map_err(|errors| {
            errors.into_iter().map(|error| FieldError { field: format!("promise.{}", error.field), ..error }).collect()
        });
        match (organisation, new) {
            (Ok(organisation), Ok(new)) => Ok((organisation, new)),
            (organisation, new) => {
                let new: Vec<FieldError> = new.err().unwrap_or_default();
                Err(organisation.err().into_iter().flatten().chain(new).collect())
            }
        }
    })?;
    let speaker = Speaker { organisation, account: facilitator.account, at };
    take_in(&app, &new, speaker, Eyes::Desk).await
}

#[utoipa::path(
    post, path = "/api/moderation/promises/{id}/sayings", tag = "desk",
    params(("id" = uuid::Uuid, Path)),
    request_body = SayingDraft,
    responses((status = 200, description = "Taken in: it waits for a reader", body = StaffPromise), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// A facilitator enters what an organisation says of its promise.
pub(super) async fn follow_up_for(
    State(app): State<AppState>,
    Facilitator(facilitator): Facilitator,
    Id(id): Id,
    body: Body<SayingDraft>,
) -> Result<Response> {
    let organisations = app.store.organisation_names().await?;
    let new = body.parse(|draft| checked_saying(&draft, &organisations))?;
    let organisation = app.store.organisation_of_promise(id).await?;
    let speaker = Speaker { organisation, account: facilitator.account, at: app.clock.now() };
    say_more(&app, id, &new, speaker, Eyes::Desk).await
}

/// [`SayingRuling`] with its codes as text.
#[derive(Debug, Deserialize)]
pub(super) struct RulingBody {
    saying: String,
    decision: String,
    #[serde(default)]
    reason: Option<String>,
}

impl Shape for RulingBody {
    const FIELDS: &'static [Field] = &[
        Field::required("saying", Type::Text),
        Field::required("decision", Type::Text),
        Field::optional("reason", Type::Text),
    ];
}

impl RulingBody {
    fn parse(self) -> Result<SayingVerdict, Vec<FieldError>> {
        let Self { saying, decision, reason } = self;
        let mut errors = Vec::new();
        let mut unknown = |field| errors.push(FieldError::new(field, FieldCode::UnknownValue));
        let saying = saying.parse::<Uuid>().map_err(|_| unknown("saying")).ok();
        let decision = SayingDecision::from_code(&decision).or_else(|| {
            unknown("decision");
            None
        });
        let reason = match reason.as_deref().map(Reason::from_code) {
            Some(None) => {
                unknown("reason");
                None
            }
            Some(known) => known,
            None => None,
        };
        match (decision, reason) {
            (Some(SayingDecision::Decline), None) if errors.is_empty() => {
                errors.push(FieldError::new("reason", FieldCode::Missing));
            }
            (Some(SayingDecision::Publish), Some(_)) => errors.push(FieldError::new("reason", FieldCode::Invalid)),
            _ => {}
        }
        match (saying, decision) {
            (Some(saying), Some(decision)) if errors.is_empty() => Ok(SayingVerdict { saying, decision, reason }),
            _ => Err(errors),
        }
    }
}

#[utoipa::path(
    post, path = "/api/moderation/promises/{id}/decision", tag = "desk",
    params(("id" = uuid::Uuid, Path)),
    request_body = SayingRuling,
    responses(
        (status = 200, description = "The promise after the decision", body = StaffPromise),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "`stale_revision` when these words do not wait any more, `not_allowed_now`"),
        (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"),
    ),
    security(("session" = []))
)]
/// A facilitator's yes or no to the words that were read: to the promise itself, or to what is said of it later.
pub(super) async fn decide(
    State(app): State<AppState>,
    Facilitator(facilitator): Facilitator,
    Id(id): Id,
    body: Body<RulingBody>,
) -> Result<Response> {
    let verdict = body.parse(RulingBody::parse)?;
    let now = app.clock.now();
    app.store.rule_on_saying(id, verdict, facilitator.account, now).await?;
    Ok(json(&app.store.staff_promise(id, Eyes::Desk, now).await?))
}

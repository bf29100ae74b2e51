//! Answers: facilitators ask and read, answerers answer for their organisation, writers say what they think of it.

use super::{json, with_key};
use crate::{
    auth::extract::{Answerer, Facilitator},
    error::{Result, done},
    extract::{Body, Field, Id, KeyHash, OfPost, Shape, Source, Type},
    moderation::marks,
    state::{App, AppState},
};
use axum::{
    Router,
    extract::State,
    response::Response,
    routing::{get, post, put},
};
use droombord_domain::{
    answer::{AnswerBody, AnswerDecisionForm, AnswerForm, UnderstoodForm, VerdictForm, WordsDecisionForm},
    answering::{AnswersToRead, AskForm, Asked, AskedPost, DeskAsking},
    api::{OwnPost, Page, PublicPost},
    organisation::OrganisationNames,
    paths,
    problem::{FieldError, Problem},
};

/// The routes of this file.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(paths::ANSWERS, get(asked))
        .route("/api/answers/{id}", get(one).put(answer))
        .route("/api/answers/unread/{id}/read", put(read))
        .route("/api/moderation/posts/{id}/asks", get(asks).post(ask))
        .route("/api/moderation/asks/{id}/reminder", post(remind))
        .route(paths::ANSWERS_TO_READ, get(to_read))
        .route("/api/moderation/answers/{id}/decision", post(decide))
        .route("/api/moderation/answers/{id}/words-decision", post(decide_words))
        .route("/api/posts/{id}/answers/{answer}/understood", put(understood))
        .route("/api/posts/{id}/answers/{answer}/verdict", put(verdict))
}

impl Shape for AskForm {
    const FIELDS: &'static [Field] = &[Field::required("organisation", Type::Text)];
}

impl Shape for AnswerForm {
    const FIELDS: &'static [Field] = &[
        Field::required("revision", Type::Count),
        Field::optional("understood_text", Type::Text),
        Field::optional("does_text", Type::Text),
        Field::optional("by_name", Type::Text),
        Field::optional("by_function", Type::Text),
    ];
}

impl Shape for AnswerDecisionForm {
    const FIELDS: &'static [Field] = &[
        Field::required("revision", Type::Count),
        Field::optional("decision", Type::Text),
        Field::optional("reason", Type::Text),
        Field::optional("sentence", Type::Text),
    ];
}

impl Shape for WordsDecisionForm {
    const FIELDS: &'static [Field] = &[
        Field::required("revision", Type::Count),
        Field::optional("decision", Type::Text),
        Field::optional("reason", Type::Text),
    ];
}

impl Shape for UnderstoodForm {
    const FIELDS: &'static [Field] = &[Field::optional("understood", Type::Text)];
}

impl Shape for VerdictForm {
    const FIELDS: &'static [Field] = &[Field::optional("verdict", Type::Text), Field::optional("words", Type::Text)];
}

#[utoipa::path(
    get, path = "/api/moderation/posts/{id}/asks", tag = "desk",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "Who was asked, oldest first", body = Page<DeskAsking>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Who was asked about a post.
pub(super) async fn asks(State(app): State<AppState>, _: Facilitator, Id(id): Id) -> Result<Response> {
    asked_about(&app, id).await
}

#[utoipa::path(
    post, path = "/api/moderation/posts/{id}/asks", tag = "desk",
    params(("id" = uuid::Uuid, Path)),
    request_body = AskForm,
    responses(
        (status = 200, description = "Who was asked, oldest first", body = Page<DeskAsking>),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "`not_allowed_now`: the post is not on the board, the organisation does not take part, or it answered and the writer did not say that something is not right yet"),
        (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"),
    ),
    security(("session" = []))
)]
/// Asks an organisation about a published post. While an asking waits for its answer, asking again changes nothing.
pub(super) async fn ask(
    State(app): State<AppState>,
    Facilitator(facilitator): Facilitator,
    Id(id): Id,
    body: Body<AskForm>,
) -> Result<Response> {
    let organisation = body.parse(|form| form.parse())?;
    app.store.ask(app.dice.uuid()?, id, organisation, facilitator.account, app.clock.now()).await?;
    asked_about(&app, id).await
}

#[utoipa::path(
    post, path = "/api/moderation/asks/{id}/reminder", tag = "desk",
    params(("id" = uuid::Uuid, Path)),
    responses(
        (status = 204, description = "Reminded: the desk sees when"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "`not_allowed_now`: it answered, or was reminded in the last seven days"),
        (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"),
    ),
    security(("session" = []))
)]
/// Reminds an organisation of what it is asked.
pub(super) async fn remind(State(app): State<AppState>, _: Facilitator, Id(id): Id) -> Result<Response> {
    app.store.remind_of_asking(id, app.clock.now()).await?;
    Ok(done())
}

async fn asked_about(app: &App, post: uuid::Uuid) -> Result<Response> {
    let items = app.store.asked_about(post, app.clock.now()).await?;
    Ok(json(&Page { items, next_cursor: None }))
}

#[utoipa::path(
    get, path = "/api/answers", tag = "answers",
    responses((status = 200, description = "What is open, longest waiting first, and what was answered, at most 100 of each; and five posts that nobody of the organisation has read", body = Asked), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// What is asked of one's organisation, and what it was not asked about and nobody of it has read. For answerers, who see no more of a post than everybody does.
pub(super) async fn asked(State(app): State<AppState>, answerer: Answerer) -> Result<Response> {
    Ok(json(&app.store.asked_of(answerer.organisation, app.clock.now()).await?))
}

#[utoipa::path(
    get, path = "/api/answers/{id}", tag = "answers",
    params(("id" = uuid::Uuid, Path)),
    responses((status = 200, description = "The post, and what was sent", body = AskedPost), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// One asking of one's organisation.
pub(super) async fn one(State(app): State<AppState>, answerer: Answerer, Id(id): Id) -> Result<Response> {
    Ok(json(&app.store.asked_post(id, answerer.organisation.id, app.clock.now()).await?))
}

#[utoipa::path(
    put, path = "/api/answers/{id}", tag = "answers",
    params(("id" = uuid::Uuid, Path)),
    request_body = AnswerForm,
    responses(
        (status = 200, description = "It waits for a facilitator", body = AskedPost),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "`stale_revision`, or `not_allowed_now`: it is public already"),
        (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"),
    ),
    security(("session" = []))
)]
/// Answers, or sends other words for an answer that is not public. A facilitator reads every revision first. Words by which
/// somebody can be reached are refused.
pub(super) async fn answer(
    State(app): State<AppState>,
    answerer: Answerer,
    Id(id): Id,
    body: Body<AnswerForm>,
) -> Result<Response> {
    let organisations = app.store.organisation_names().await?;
    let (seen, new) = body.parse(|form| {
        let new = form.parse()?;
        without_contact(new.body(), &organisations).map(|()| (form.revision, new))
    })?;
    let (organisation, now) = (answerer.organisation.id, app.clock.now());
    app.store.answer(id, organisation, seen, &new, answerer.account, now).await?;
    Ok(json(&app.store.asked_post(id, organisation, now).await?))
}

fn without_contact(body: &AnswerBody, organisations: &OrganisationNames) -> Result<(), Vec<FieldError>> {
    let AnswerBody { understood_text, does_text, by_name, by_function } = body;
    let fields = [("understood_text", understood_text), ("does_text", does_text), ("by_function", by_function)];
    let checked = fields.iter().map(|(field, text)| marks::without_contact(field, text, organisations));
    // The name is the answerer's own: only more of it than a first name is refused.
    let signed = by_name.iter().map(|name| marks::without_surname("by_name", name));
    let faults: Vec<_> = checked.chain(signed).filter_map(Result::err).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

#[utoipa::path(
    put, path = "/api/answers/unread/{id}/read", tag = "answers",
    params(("id" = uuid::Uuid, Path, description = "A post on the board")),
    responses((status = 200, description = "The first posts that nobody of the organisation has read: those that the fewest organisations have read, and of these what hangs longest; `next_cursor` is always null", body = Page<PublicPost>), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Somebody of one's organisation has read a post. Doing it again changes nothing.
pub(super) async fn read(State(app): State<AppState>, answerer: Answerer, Id(id): Id) -> Result<Response> {
    let items = app.store.read_unasked(id, answerer.organisation.id, app.clock.now()).await?;
    Ok(json(&Page { items, next_cursor: None }))
}

#[utoipa::path(
    get, path = "/api/moderation/answers", tag = "desk",
    responses((status = 200, description = "Answers and writers' words that wait; at most 100 of each", body = AnswersToRead), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("session" = []))
)]
/// Answers, and writers' words beside a verdict, that wait for a reader. For facilitators.
pub(super) async fn to_read(State(app): State<AppState>, _: Facilitator) -> Result<Response> {
    all_to_read(&app).await
}

#[utoipa::path(
    post, path = "/api/moderation/answers/{id}/decision", tag = "desk",
    params(("id" = uuid::Uuid, Path)),
    request_body = AnswerDecisionForm,
    responses(
        (status = 200, description = "What waits now", body = AnswersToRead),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "`stale_revision` or `not_allowed_now`"),
        (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"),
    ),
    security(("session" = []))
)]
/// A decision on the revision of an answer that was read.
pub(super) async fn decide(
    State(app): State<AppState>,
    Facilitator(facilitator): Facilitator,
    Id(id): Id,
    body: Body<AnswerDecisionForm>,
) -> Result<Response> {
    let ruling = body.parse(|form| form.parse())?;
    app.store.decide_answer(id, &ruling, facilitator.account, app.clock.now()).await?;
    all_to_read(&app).await
}

#[utoipa::path(
    post, path = "/api/moderation/answers/{id}/words-decision", tag = "desk",
    params(("id" = uuid::Uuid, Path)),
    request_body = WordsDecisionForm,
    responses(
        (status = 200, description = "What waits now: still with these words, and `read_by`, when two must read them and this was the first", body = AnswersToRead),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "`stale_revision`, `not_allowed_now` or `needs_another_facilitator`"),
        (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused"),
    ),
    security(("session" = []))
)]
/// A decision on a writer's words beside a verdict.
pub(super) async fn decide_words(
    State(app): State<AppState>,
    Facilitator(facilitator): Facilitator,
    Id(id): Id,
    body: Body<WordsDecisionForm>,
) -> Result<Response> {
    let ruling = body.parse(|form| form.parse())?;
    app.store.decide_words(id, ruling, facilitator.account, app.clock.now()).await?;
    all_to_read(&app).await
}

async fn all_to_read(app: &App) -> Result<Response> {
    let now = app.clock.now();
    let answers = app.store.answers_to_read(now).await?;
    Ok(json(&AnswersToRead { answers, words: app.store.words_to_read(now).await? }))
}

#[utoipa::path(
    put, path = "/api/posts/{id}/answers/{answer}/understood", tag = "own posts",
    params(("id" = uuid::Uuid, Path), ("answer" = uuid::Uuid, Path, description = "The id of its asking")),
    request_body = UnderstoodForm,
    responses((status = 200, description = "The post as it stands", body = OwnPost), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// The writer says whether the first part of an answer was understood. It may be said otherwise later: both stay in the trail.
pub(super) async fn understood(
    State(app): State<AppState>,
    OfPost { post, part: answer }: OfPost,
    source: Source,
    key: KeyHash,
    body: Body<UnderstoodForm>,
) -> Result<Response> {
    let understood = body.parse(|form| form.parse())?;
    let at = app.clock.now();
    let own = with_key(&app, source, &key, async {
        app.limits.posting(source, &key.hash, at)?;
        Ok(app.store.say_understood(&key.hash, post, answer, understood, at).await?)
    });
    Ok(json(&own.await?))
}

#[utoipa::path(
    put, path = "/api/posts/{id}/answers/{answer}/verdict", tag = "own posts",
    params(("id" = uuid::Uuid, Path), ("answer" = uuid::Uuid, Path, description = "The id of its asking")),
    request_body = VerdictForm,
    responses((status = 200, description = "The post as it stands: words wait for a reader", body = OwnPost), (status = "default", body = Problem, content_type = "application/problem+json", description = "Refused")),
    security(("follow_key" = []))
)]
/// The writer says whether an answer feels heard, with words or without. It may be said otherwise later.
pub(super) async fn verdict(
    State(app): State<AppState>,
    OfPost { post, part: answer }: OfPost,
    source: Source,
    key: KeyHash,
    body: Body<VerdictForm>,
) -> Result<Response> {
    let verdict = body.parse(|form| form.parse())?;
    let at = app.clock.now();
    let own = with_key(&app, source, &key, async {
        app.limits.posting(source, &key.hash, at)?;
        Ok(app.store.say_verdict(&key.hash, post, answer, &verdict, at).await?)
    });
    Ok(json(&own.await?))
}

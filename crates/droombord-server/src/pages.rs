//! The first HTML of every page: the built template, filled by the app's own components with what is public.
//!
//! No words of the product stand here: what a visitor reads comes out of the app.

use crate::{
    cache::{Kept, KeptHtml},
    clock::day,
    error::{Error, Result, page_status},
    exposure::Showing,
    extract::Query,
    files::Side,
    limits::Source,
    packed::Packed,
    queries::{
        answers::answers_page,
        board::{BoardRequest, board_page, replies_to, trail_of},
        promises::{PromisesRequest, promises_page},
        settings::public_settings,
    },
    state::{App, AppState},
    store::PromiseFilter,
    template::Template,
};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, Uri, header},
    response::{IntoResponse, Response},
};
use data_encoding::BASE64;
use droombord::{
    places::{Entry, Place},
    render_page,
};
use droombord_domain::{
    api::{DEFAULT_LIMIT, Facets, FirstData, MAX_LIMIT, Page, PublicPromise, Shown, ShownOrganisation, ShownPromises},
    filter::{BoardFilter, Order, query},
    organisation::{ORGANISATIONS_META, OrganisationRef},
    problem::{FieldError, ProblemCode},
    settings::Reading,
};
use std::sync::Arc;

/// The most answers that stand on the page of an organisation at once.
const ANSWERS_TOGETHER: u32 = 20;

/// The content policy of the service worker: it fetches what is here, and runs nothing else.
const WORKER: &str =
    "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Everything that is not under `/api`: built files and pages.
pub async fn any(State(app): State<AppState>, source: Source, request: Request) -> Result<Response> {
    let path = request.uri().path();
    if path == "/api" || path.starts_with("/api/") {
        return Err(ProblemCode::NotFound.into());
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(ProblemCode::MethodNotAllowed.into());
    }
    if let Some(name) = path.strip_prefix("/app/") {
        return Ok(Side::Board.answer(name, request.headers()));
    }
    if let Some(name) = path.strip_prefix("/own/") {
        return Ok(Side::Own.answer(name, request.headers()));
    }
    if let Some(name) = path.strip_prefix("/staff/") {
        return Ok(Side::Desk.answer(name, request.headers()));
    }
    match path {
        "/robots.txt" => Ok(text("User-agent: *\nDisallow: /\n")),
        // These must stand at the root: browsers ask for them there, or let them work only below where they stand.
        "/favicon.ico" | "/manifest.webmanifest" => {
            Ok(Side::Board.answer(path.trim_start_matches('/'), request.headers()))
        }
        "/sw.js" => Ok(worker(&app, request.headers())),
        _ => html(&app, source, request.uri(), request.headers()).await,
    }
}

/// The service worker, or the one that ends it. What it may fetch its own content policy says, not that of a page.
fn worker(app: &App, headers: &HeaderMap) -> Response {
    let mut response = Side::Board.answer(if app.settings.offline_app { "sw.js" } else { "farewell.js" }, headers);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(WORKER));
    response
}

fn text(text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// One page.
async fn html(app: &App, source: Source, uri: &Uri, headers: &HeaderMap) -> Result<Response> {
    let path = uri.path();
    let entry = Entry::of(path);
    let template = app.templates.get(entry);
    let settings = public_settings(app).await?;
    // Before the data is read: what is kept under a version must not be older than it.
    let version = app.store.board_version();
    let name = if app.cache { kept_name(uri, day(app.clock.now()), settings.reading, &template) } else { None };
    if let Some(kept) = name.as_ref().and_then(|name| app.kept.html(version, name)) {
        app.showed(source, &kept.shows);
        return Ok(answer(&template, &kept, headers));
    }
    let (shown, shows) = match entry {
        Entry::Board | Entry::Words => shown(app, uri).await?,
        Entry::Own | Entry::Desk => (Shown::Nothing, Arc::default()),
    };
    app.showed(source, &shows);
    let facets = if matches!(shown, Shown::Board(_)) { app.store.facets().await? } else { Facets::default() };
    let data = FirstData { settings, shown, facets };
    let block = match &data.shown {
        // Pages of words have no program: nobody reads data beside the HTML.
        Shown::Promises(_) | Shown::Organisation(_) => Ok(String::new()),
        Shown::Nothing | Shown::Board(_) | Shown::Post(..) | Shown::NoPost => serde_json::to_string(&data),
    };
    let block = block.map_err(|_| Error::Internal("the first data"))?;
    let mut first = render_page(uri.path_and_query().map_or(path, |it| it.as_str()), data);
    if entry == Entry::Own {
        first.head = organisations_meta(app).await?;
    }
    let html = template.fill(&first, &block);
    let html = if name.is_some() { Packed::often(html) } else { Packed::once(html) };
    let html = KeptHtml { status: first.status, lang: first.lang, html, shows };
    if let Some(name) = name {
        app.kept.keep_html(version, name, html.clone());
    }
    Ok(answer(&template, &html, headers))
}

/// Who takes part, for the guard on the phone: these names are no place where somebody lives.
async fn organisations_meta(app: &App) -> Result<String> {
    let all = app.store.organisations().await?;
    let names: Vec<&str> = all.iter().filter(|one| one.active).map(|one| one.name.as_str()).collect();
    let names = names.join("\n").replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    Ok(format!("<meta name=\"{ORGANISATIONS_META}\" content=\"{names}\">"))
}

fn answer(template: &Template, kept: &KeptHtml, asked: &HeaderMap) -> Response {
    let KeptHtml { status, lang, html, shows: _ } = kept;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::CONTENT_SECURITY_POLICY, template.policy.clone()),
        (header::CONTENT_LANGUAGE, HeaderValue::from_static(lang)),
    ];
    (page_status(*status), headers, html.answer(asked)).into_response()
}

/// The name under which the HTML of a board page is kept: everything that it is made of, but for the posts. Only for
/// addresses as the app writes them; whatever else somebody types is made again, so that nobody can fill the memory.
fn kept_name(uri: &Uri, today: i64, reading: Reading, template: &Template) -> Option<String> {
    let path = uri.path();
    let query = uri.query().unwrap_or_default();
    let is_board = matches!(path, "/" | "/en/");
    let (filter, order) = board_of(query).ok()?;
    (is_board && query_of(&filter, order) == query)
        .then(|| format!("{path}?{query} {today} {} {}", reading.code(), BASE64.encode(&template.hash)))
}

/// The filters and the order of a board page's address.
fn board_of(query: &str) -> Result<(BoardFilter, Order), Vec<FieldError>> {
    let pairs = Query::parse(query);
    let filter = BoardFilter::parse(pairs.0.iter().map(|(name, value)| (name.as_str(), value.as_str())))?;
    Ok((filter, pairs.get("order").and_then(Order::from_code).unwrap_or_default()))
}

/// The same as the app writes it.
fn query_of(filter: &BoardFilter, order: Order) -> String {
    query(filter.pairs().into_iter().chain(order.pair()))
}

/// The data of a visitors' page. An address with filters that do not exist shows the whole board.
async fn shown(app: &App, uri: &Uri) -> Result<(Shown, Arc<Showing>)> {
    let path = uri.path();
    let dutch = path.strip_prefix("/en").filter(|rest| rest.starts_with('/')).unwrap_or(path);
    if dutch == "/" {
        let (filter, order) = board_of(uri.query().unwrap_or_default()).unwrap_or_default();
        let Kept { json, shows } = board_page(app, &BoardRequest::first(filter, order)).await?;
        let page = serde_json::from_slice(&json.plain()).map_err(|_| Error::Internal("the board's own page"))?;
        return Ok((Shown::Board(page), shows));
    }
    Ok((shown_beside(app, uri, dutch).await?, Arc::default()))
}

/// The data of a page that is not the board.
async fn shown_beside(app: &App, uri: &Uri, dutch: &str) -> Result<Shown> {
    if dutch.trim_end_matches('/') == Place::Promises.path() {
        return promises(app, uri).await;
    }
    if let Some(id) = dutch.strip_prefix("/organisatie/") {
        let organisation = match id.trim_end_matches('/').parse() {
            Ok(id) => app.store.organisation(id).await?,
            Err(_) => None,
        };
        return match organisation {
            Some(organisation) => of_organisation(app, uri, organisation).await,
            None => Ok(Shown::Nothing),
        };
    }
    let Some(id) = dutch.strip_prefix("/droom/") else { return Ok(Shown::Nothing) };
    let Ok(id) = id.trim_end_matches('/').parse() else { return Ok(Shown::NoPost) };
    let post = app.store.public_post(id, app.clock.now()).await?;
    let trail = trail_of(app, id).await?;
    let replies = replies_to(app, id, None, DEFAULT_LIMIT).await?;
    Ok(match (post, trail, replies) {
        (Some(post), Some(trail), Some(replies)) => Shown::Post(Box::new(post), trail, replies),
        (Some(_) | None, Some(_) | None, Some(_) | None) => Shown::NoPost,
    })
}

/// A page of promises. An address with choices that do not exist, or an old cursor, shows the first page of all.
async fn promises(app: &App, uri: &Uri) -> Result<Shown> {
    let query = uri.query().map(Query::parse).unwrap_or_default();
    let filter = PromisesRequest::parse(&query).map(|asked| asked.filter).unwrap_or_default();
    let page = some_promises(app, filter, query.get("cursor"), DEFAULT_LIMIT).await?;
    let all = app.store.organisations().await?;
    let mut organisations: Vec<_> = all.into_iter().map(|one| OrganisationRef { id: one.id, name: one.name }).collect();
    organisations.sort_by_key(|one: &OrganisationRef| one.name.to_lowercase());
    Ok(Shown::Promises(Box::new(ShownPromises { organisations, page })))
}

/// The page of one organisation. A cursor of one list shows that list alone; an old one its first page.
async fn of_organisation(app: &App, uri: &Uri, organisation: OrganisationRef) -> Result<Shown> {
    let query = uri.query().map(Query::parse).unwrap_or_default();
    let (later_answers, later_promises) = (query.get("answers"), query.get("cursor"));
    let answers = if later_answers.is_some() || later_promises.is_none() {
        Some(match answers_page(app, organisation.id, later_answers, ANSWERS_TOGETHER).await {
            Err(error) if error.code() == ProblemCode::InvalidCursor => {
                answers_page(app, organisation.id, None, ANSWERS_TOGETHER).await?
            }
            page => page?,
        })
    } else {
        None
    };
    let filter = PromiseFilter { organisation: Some(organisation.id), ..PromiseFilter::default() };
    let promises = match later_answers {
        None => Some(some_promises(app, filter, later_promises, MAX_LIMIT).await?),
        Some(_) => None,
    };
    Ok(Shown::Organisation(Box::new(ShownOrganisation { organisation, answers, promises })))
}

/// A page of promises; the first one when the cursor is old.
async fn some_promises(
    app: &App,
    filter: PromiseFilter,
    cursor: Option<&str>,
    limit: u32,
) -> Result<Page<PublicPromise>> {
    match promises_page(app, &PromisesRequest::of(filter, cursor.map(str::to_owned), limit)).await {
        Err(error) if error.code() == ProblemCode::InvalidCursor => {
            promises_page(app, &PromisesRequest::of(filter, None, limit)).await
        }
        page => page,
    }
}

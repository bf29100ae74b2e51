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
    routes::{
        posts::{Asked, page, replies_to, trail_of},
        promises,
    },
    state::{App, AppState},
    store::PromiseFilter,
};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, Uri, header},
    response::{IntoResponse, Response},
};
use data_encoding::BASE64;
use droombord::{
    FirstHtml, first_html,
    places::{Entry, Place},
};
use droombord_domain::{
    api::{DEFAULT_LIMIT, Facets, FirstData, MAX_LIMIT, Shown, ShownPromises},
    filter::{BoardFilter, Order, query},
    organisation::{ORGANISATIONS_META, OrganisationRef},
    problem::{FieldError, ProblemCode},
    settings::Reading,
};
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex, PoisonError};

/// In the place of a template that was not built.
const UNBUILT: &str = "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<!--droombord:head-->\n\
                       </head>\n<body>\n<!--droombord:app-->\n<p data-once-more=\"\"></p><!--droombord:data-->\n</body>\n</html>\n";

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
    let settings = app.public_settings().await?;
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
        Shown::Promises(_) => Ok(String::new()),
        Shown::Nothing | Shown::Board(_) | Shown::Post(..) | Shown::NoPost => serde_json::to_string(&data),
    };
    let block = escaped(&block.map_err(|_| Error::Internal("the first data"))?);
    let mut first = first_html(uri.path_and_query().map_or(path, |it| it.as_str()), data);
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
/// addresses as the app writes them; whatever else somebody types is made anew, so that nobody can fill the memory.
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
        let Kept { json, shows } = page(app, &Asked::first(filter, order)).await?;
        let page = serde_json::from_slice(&json.plain()).map_err(|_| Error::Internal("the board's own page"))?;
        return Ok((Shown::Board(page), shows));
    }
    Ok((shown_beside(app, uri, dutch).await?, Arc::default()))
}

/// The data of a page that is not the board.
async fn shown_beside(app: &App, uri: &Uri, dutch: &str) -> Result<Shown> {
    if dutch.trim_end_matches('/') == Place::Promises.path() {
        return promises(app, uri, None).await;
    }
    if let Some(id) = dutch.strip_prefix("/organisatie/") {
        let organisation = match id.trim_end_matches('/').parse() {
            Ok(id) => app.store.organisation(id).await?,
            Err(_) => None,
        };
        return match organisation {
            Some(organisation) => promises(app, uri, Some(organisation)).await,
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
async fn promises(app: &App, uri: &Uri, organisation: Option<OrganisationRef>) -> Result<Shown> {
    let query = uri.query().map(Query::parse).unwrap_or_default();
    let cursor = query.get("cursor").map(str::to_owned);
    let filter = match &organisation {
        Some(OrganisationRef { id, name: _ }) => PromiseFilter { organisation: Some(*id), ..PromiseFilter::default() },
        None => promises::Asked::parse(&query).map(|asked| asked.filter).unwrap_or_default(),
    };
    let limit = if organisation.is_some() { MAX_LIMIT } else { DEFAULT_LIMIT };
    let page = match promises::page(app, &promises::Asked::of(filter, cursor, limit)).await {
        Err(error) if error.code() == ProblemCode::InvalidCursor => {
            promises::page(app, &promises::Asked::of(filter, None, limit)).await?
        }
        page => page?,
    };
    let mut organisations = Vec::new();
    if organisation.is_none() {
        let all = app.store.organisations().await?;
        organisations.extend(all.into_iter().map(|one| OrganisationRef { id: one.id, name: one.name }));
        organisations.sort_by_key(|one: &OrganisationRef| one.name.to_lowercase());
    }
    Ok(Shown::Promises(Box::new(ShownPromises { organisation, organisations, page })))
}

/// JSON that cannot end the element it stands in, nor begin another.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + json.len() / 16);
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            other => out.push(other),
        }
    }
    out
}

/// The templates of all entries, read once for each build of them.
#[derive(Debug, Default)]
pub struct Templates(Mutex<[Option<Arc<Template>>; 4]>);

/// A built page with its places to fill.
#[derive(Debug)]
pub struct Template {
    hash: [u8; 32],
    /// Cut at the places: before the language, and after each of language, head, app, announcer and data.
    parts: [String; 6],
    policy: HeaderValue,
}

impl Templates {
    fn get(&self, entry: Entry) -> Arc<Template> {
        let (slot, side, name) = match entry {
            Entry::Board => (0, Side::Board, "index.html"),
            Entry::Own => (1, Side::Own, "index.html"),
            Entry::Desk => (2, Side::Desk, "index.html"),
            Entry::Words => (3, Side::Board, "words.html"),
        };
        let file = side.file(name);
        let hash = file.as_ref().map_or([0; 32], |file| file.metadata.sha256_hash());
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let slot = &mut known[slot];
        match slot {
            Some(template) if template.hash == hash => template.clone(),
            _ => {
                let html = file.and_then(|file| String::from_utf8(file.data.into_owned()).ok());
                let template = Arc::new(Template::parse(html.as_deref().unwrap_or(UNBUILT), hash));
                *slot = Some(template.clone());
                template
            }
        }
    }
}

impl Template {
    fn parse(html: &str, hash: [u8; 32]) -> Self {
        let mut rest = html;
        let mut until = |mark: &str| match rest.split_once(mark) {
            Some((before, after)) => {
                rest = after;
                before.to_owned()
            }
            // A template without a place has nothing put there; the others still work.
            None => String::new(),
        };
        let parts = [
            until("<html lang=\"nl\""),
            until("<!--droombord:head-->"),
            until("<!--droombord:app-->"),
            until("data-once-more=\"\""),
            until("<!--droombord:data-->"),
            rest.to_owned(),
        ];
        let policy = policy(&inline_scripts(html), &inline_styles(html));
        let policy = HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"));
        Self { hash, parts, policy }
    }

    fn fill(&self, first: &FirstHtml, data: &str) -> String {
        let [start, to_head, to_app, to_announcer, to_data, end] = &self.parts;
        let FirstHtml { lang, title, head, body, once_more, status: _ } = first;
        let title = title.replace('&', "&amp;").replace('<', "&lt;");
        format!(
            "{start}<html lang=\"{lang}\"{to_head}<title>{title}</title>{head}{to_app}{body}{to_announcer}\
             data-once-more=\"{once_more}\"{to_data}\
             <script type=\"application/json\" id=\"first-data\">{data}</script>{end}"
        )
    }
}

/// The texts of the scripts that stand in a page: the policy allows exactly these.
fn inline_scripts(html: &str) -> Vec<&str> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("<script") {
        let Some((tag, after)) = after.split_once('>') else { break };
        let Some((script, after)) = after.split_once("</script>") else { break };
        if !tag.contains(" src=") && !tag.contains("application/json") {
            scripts.push(script);
        }
        rest = after;
    }
    scripts
}

/// The style sheets that stand in a page.
fn inline_styles(html: &str) -> Vec<&str> {
    html.split("<style>").skip(1).filter_map(|after| Some(after.split_once("</style>")?.0)).collect()
}

fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let hashes = |texts: &[&str]| -> String {
        texts.iter().map(|text| format!(" 'sha256-{}'", BASE64.encode(&Sha256::digest(text)))).collect()
    };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self'{}; connect-src 'self'; \
         img-src 'self' data:; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'",
        hashes(scripts),
        hashes(styles),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_words_can_leave_the_data_block() {
        let json = "\"</script><!--&\u{2028}\"";
        assert_eq!(escaped(json), "\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\"");
        assert_eq!(serde_json::from_str::<String>(&escaped(json)).ok(), Some("</script><!--&\u{2028}".to_owned()));
    }

    #[test]
    fn the_places_of_the_template_are_filled_in_order() {
        let first = FirstHtml {
            lang: "en",
            title: "A <b>".to_owned(),
            head: "H".to_owned(),
            body: "B".to_owned(),
            once_more: "O",
            status: 200,
        };
        let html = Template::parse(
            "<html lang=\"nl\"><!--droombord:head-->|<!--droombord:app-->|<p data-once-more=\"\">|<!--droombord:data-->|",
            [0; 32],
        )
        .fill(&first, "{}");
        assert_eq!(
            html,
            "<html lang=\"en\"><title>A &lt;b></title>H|B|<p data-once-more=\"O\">|<script type=\"application/json\" id=\"first-data\">{}</script>|"
        );
    }

    #[test]
    fn only_inline_scripts_need_a_hash() {
        let html = "<script src=\"/a.js\"></script><script type=\"module\">go()</script><script type=\"application/json\">{}</script>";
        assert_eq!(inline_scripts(html), ["go()"]);
        assert_eq!(inline_styles("<style>a{}</style><p><style>b{}</style>"), ["a{}", "b{}"]);
        assert!(policy(&["go()"], &[]).contains("'wasm-unsafe-eval' 'sha256-"));
        assert!(policy(&[], &["a{}"]).contains("style-src 'self' 'sha256-"));
    }
}

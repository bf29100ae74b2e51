//! The first HTML of every page: the built template, filled by the app's own components with what is public.
//!
//! No words of the product stand here: what a visitor reads comes out of the app.

use crate::{
    cache::KeptHtml,
    error::{Error, Result, page_status},
    extract::Query,
    files::Side,
    routes::posts::{Asked, page},
    state::{App, AppState},
};
use axum::{
    body::Bytes,
    extract::{Request, State},
    http::{HeaderValue, Method, Uri, header},
    response::{IntoResponse, Response},
};
use data_encoding::BASE64;
use droombord::{FirstHtml, first_html, places::Entry};
use droombord_domain::{
    api::{FirstData, Shown},
    filter::BoardFilter,
    problem::ProblemCode,
    settings::Reading,
};
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex, PoisonError};

/// In the place of a template that was not built.
const UNBUILT: &str = "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<!--droombord:head-->\n\
                       </head>\n<body>\n<!--droombord:app-->\n<!--droombord:data-->\n</body>\n</html>\n";

/// Everything that is not under `/api`: built files and pages.
pub async fn any(State(app): State<AppState>, request: Request) -> Result<Response> {
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
        "/favicon.ico" | "/sw.js" | "/manifest.webmanifest" => {
            Ok(Side::Board.answer(path.trim_start_matches('/'), request.headers()))
        }
        _ => html(&app, request.uri()).await,
    }
}

fn text(text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// One page.
async fn html(app: &App, uri: &Uri) -> Result<Response> {
    let path = uri.path();
    let entry = Entry::of(path);
    let template = app.templates.get(entry);
    let settings = app.public_settings().await?;
    // Before the data is read: what is kept under a version must not be older than it.
    let version = app.store.board_version();
    let name = if app.cache { kept_name(uri, settings.reading, &template) } else { None };
    if let Some(kept) = name.as_ref().and_then(|name| app.kept.html(version, name)) {
        return Ok(answer(&template, kept.status, kept.lang, kept.html));
    }
    let shown = match entry {
        Entry::Board => shown(app, uri).await?,
        Entry::Own | Entry::Words | Entry::Desk => Shown::Nothing,
    };
    let data = FirstData { settings, shown };
    let block = escaped(&serde_json::to_string(&data).map_err(|_| Error::Internal("the first data"))?);
    let first = first_html(uri.path_and_query().map_or(path, |it| it.as_str()), data);
    let html = KeptHtml { status: first.status, lang: first.lang, html: template.fill(&first, &block).into() };
    if let Some(name) = name {
        app.kept.keep_html(version, name, html.clone());
    }
    Ok(answer(&template, html.status, html.lang, html.html))
}

fn answer(template: &Template, status: u16, lang: &'static str, html: Bytes) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::CONTENT_SECURITY_POLICY, template.policy.clone()),
        (header::CONTENT_LANGUAGE, HeaderValue::from_static(lang)),
    ];
    (page_status(status), headers, html).into_response()
}

/// The name under which the HTML of a board page is kept: everything that it is made of, but for the posts. Only for
/// addresses as the app writes them; whatever else somebody types is made anew, so that nobody can fill the memory.
fn kept_name(uri: &Uri, reading: Reading, template: &Template) -> Option<String> {
    let path = uri.path();
    let query = uri.query().unwrap_or_default();
    let is_board = matches!(path, "/" | "/en/");
    let pairs = Query::parse(query);
    let filter = BoardFilter::parse(pairs.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))).ok()?;
    (is_board && filter.to_query() == query)
        .then(|| format!("{path}?{query} {} {}", reading.code(), BASE64.encode(&template.hash)))
}

/// The data of a visitors' page. An address with filters that do not exist shows the whole board.
async fn shown(app: &App, uri: &Uri) -> Result<Shown> {
    let path = uri.path();
    let dutch = path.strip_prefix("/en").filter(|rest| rest.starts_with('/')).unwrap_or(path);
    if dutch == "/" {
        let query = uri.query().map(Query::parse).unwrap_or_default();
        let pairs = query.0.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let filter = BoardFilter::parse(pairs).unwrap_or_default();
        let kept = page(app, &Asked::first(filter)).await?;
        return Ok(Shown::Board(kept.page.as_ref().clone()));
    }
    let Some(id) = dutch.strip_prefix("/droom/") else { return Ok(Shown::Nothing) };
    let Ok(id) = id.trim_end_matches('/').parse() else { return Ok(Shown::NoPost) };
    let post = app.store.public_post(id).await?;
    let trail = app.store.public_trail(id).await?;
    Ok(match (post, trail) {
        (Some(post), Some(trail)) => Shown::Post(Box::new(post), trail),
        (Some(_) | None, Some(_) | None) => Shown::NoPost,
    })
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
    /// Cut at the places: before the language, and after each of language, head, app and data.
    parts: [String; 5],
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
            until("<!--droombord:data-->"),
            rest.to_owned(),
        ];
        let policy = policy(&inline_scripts(html));
        let policy = HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"));
        Self { hash, parts, policy }
    }

    fn fill(&self, first: &FirstHtml, data: &str) -> String {
        let [start, to_head, to_app, to_data, end] = &self.parts;
        let FirstHtml { lang, title, head, body, status: _ } = first;
        let title = title.replace('&', "&amp;").replace('<', "&lt;");
        format!(
            "{start}<html lang=\"{lang}\"{to_head}<title>{title}</title>{head}{to_app}{body}{to_data}\
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

fn policy(scripts: &[&str]) -> String {
    let hashes: String =
        scripts.iter().map(|script| format!(" 'sha256-{}'", BASE64.encode(&Sha256::digest(script)))).collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; connect-src 'self'; \
         img-src 'self' data:; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'"
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
            status: 200,
        };
        let html = Template::parse(
            "<html lang=\"nl\"><!--droombord:head-->|<!--droombord:app-->|<!--droombord:data-->|",
            [0; 32],
        )
        .fill(&first, "{}");
        assert_eq!(
            html,
            "<html lang=\"en\"><title>A &lt;b></title>H|B|<script type=\"application/json\" id=\"first-data\">{}</script>|"
        );
    }

    #[test]
    fn only_inline_scripts_need_a_hash() {
        let html = "<script src=\"/a.js\"></script><script type=\"module\">go()</script><script type=\"application/json\">{}</script>";
        assert_eq!(inline_scripts(html), ["go()"]);
        assert!(policy(&["go()"]).contains("'sha256-"));
    }
}

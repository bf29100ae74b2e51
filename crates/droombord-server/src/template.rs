//! Templates of the first HTML: the built pages with their places to fill, and the content policy of each.

use crate::files::Side;
use axum::http::HeaderValue;
use data_encoding::BASE64;
use droombord::{RenderedPage, places::Entry};
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex, PoisonError};

/// In the place of a template that was not built.
const UNBUILT: &str = "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<!--droombord:head-->\n\
                       </head>\n<body>\n<!--droombord:app-->\n<p data-once-more=\"\"></p><!--droombord:data-->\n</body>\n</html>\n";

/// The templates of all entries, read once for each build of them.
#[derive(Debug, Default)]
pub struct Templates(Mutex<[Option<Arc<Template>>; 4]>);

/// A built page with its places to fill.
#[derive(Debug)]
pub struct Template {
    /// Which build it is of.
    pub hash: [u8; 32],
    /// Cut at the places: before the language, and after each of language, head, app, announcer and data.
    parts: [String; 6],
    /// The content policy of its pages.
    pub policy: HeaderValue,
}

impl Templates {
    /// The template of an entry, as it is built now.
    pub fn get(&self, entry: Entry) -> Arc<Template> {
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

    /// The page with its places filled. `data` is JSON for the program.
    pub fn fill(&self, first: &RenderedPage, data: &str) -> String {
        let data = escaped(data);
        let [start, to_head, to_app, to_announcer, to_data, end] = &self.parts;
        let RenderedPage { lang, title, head, body, once_more, status: _ } = first;
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
        let first = RenderedPage {
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

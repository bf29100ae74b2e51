//! What every answer carries, and what another site cannot do.

use crate::app::{TestApp, Wish, dream, new_key, refusal};
use droombord_domain::paths;
use droombord_server::settings::Given;
use reqwest::Method;
use uuid::Uuid;

async fn https() -> TestApp {
    let settings = Given { public_url: Some("https://droombord.example".to_owned()), ..Given::default() };
    TestApp::start_as(Wish { settings, ..Wish::default() }).await
}

#[tokio::test]
async fn every_answer_carries_the_headers_of_a_careful_site() {
    let app = https().await;
    let id = app.published(&new_key(), "Hoi.", &[]).await;
    for (method, path) in [
        (Method::GET, "/".to_owned()),
        (Method::GET, "/en/hulp".to_owned()),
        (Method::GET, "/leestafel".to_owned()),
        (Method::GET, "/app/nothing.js".to_owned()),
        (Method::GET, "/robots.txt".to_owned()),
        (Method::GET, "/healthz".to_owned()),
        (Method::GET, paths::POSTS.to_owned()),
        (Method::GET, paths::post(id)),
        (Method::GET, "/api/nothing".to_owned()),
        (Method::POST, paths::POSTS.to_owned()),
        (Method::PUT, "/".to_owned()),
    ] {
        let response = app.call(method, &path).send().await.unwrap();
        let headers = response.headers();
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("x-robots-tag", "noindex, nofollow"),
            ("strict-transport-security", "max-age=63072000"),
        ] {
            assert_eq!(headers.get(name).map(|it| it.to_str().unwrap()), Some(value), "{name} on {path}");
        }
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}");
        assert!(headers["permissions-policy"].to_str().unwrap().contains("geolocation=()"));
        assert!(headers.get("server").is_none() && headers.get("set-cookie").is_none(), "{path}");
        if path.starts_with("/api") || !path.contains('.') {
            assert_eq!(headers["cache-control"], "no-store", "{path}");
        }
    }
}

#[tokio::test]
async fn a_part_of_a_page_carries_only_what_protects_a_part() {
    let app = https().await;
    let page = app.get("/").send().await.unwrap().text().await.unwrap();
    let letters = page.split('"').find(|part| part.ends_with(".woff2")).expect("the page names its font");
    let response = app.get(letters).send().await.unwrap();
    let headers = response.headers();
    assert_eq!(response.status(), 200);
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert_eq!(headers["cross-origin-resource-policy"], "same-origin");
    assert!(headers["content-security-policy"].to_str().unwrap().contains("default-src 'none'"));
    assert!(!headers.contains_key("permissions-policy") && !headers.contains_key("x-frame-options"));
}

#[tokio::test]
async fn a_copy_that_is_still_right_is_not_sent_again_whatever_a_proxy_made_of_its_tag() {
    let app = https().await;
    let page = app.get("/").send().await.unwrap().text().await.unwrap();
    let letters = page.split('"').find(|part| part.ends_with(".woff2")).expect("the page names its font");
    let first = app.get(letters).send().await.unwrap();
    let tag = first.headers()["etag"].to_str().unwrap().to_owned();
    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", W/{tag}"), "*".to_owned()] {
        let again = app.get(letters).header("if-none-match", &known).send().await.unwrap();
        assert_eq!(again.status(), 304, "{known}");
        for name in ["etag", "cache-control", "vary", "x-content-type-options"] {
            assert_eq!(again.headers().get(name), first.headers().get(name), "{name}");
        }
        assert!(!again.headers().contains_key("content-type") && !again.headers().contains_key("content-encoding"));
        assert_eq!(again.bytes().await.unwrap().len(), 0);
    }
    let other = app.get(letters).header("if-none-match", "W/\"other\"").send().await.unwrap();
    assert_eq!(other.status(), 200);
}

#[tokio::test]
async fn hsts_is_for_https_only() {
    let app = TestApp::start().await;
    let response = app.get("/").send().await.unwrap();
    assert!(response.headers().get("strict-transport-security").is_none());
}

#[tokio::test]
async fn another_site_changes_nothing() {
    let app = https().await;
    let key = new_key();
    let send = || app.sending(&key, Uuid::new_v4(), &dream("Hoi."));
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("origin", "http://droombord.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        assert_eq!(refusal(send().header(name, value)).await, (403, "cross_site".to_owned()), "{name}: {value}");
    }
    let own = send().header("origin", "https://droombord.example").header("sec-fetch-site", "same-origin");
    assert_eq!(own.send().await.unwrap().status(), 201);
    assert_eq!(app.mine(&key).await["items"].as_array().unwrap().len(), 1);
    for method in [Method::DELETE, Method::PATCH, Method::PUT] {
        let call = app.call(method, "/api/anything").header("origin", "https://evil.example");
        assert_eq!(refusal(call).await.0, 403);
    }
    let read = app.get("/api/posts").header("origin", "https://evil.example").send().await.unwrap();
    assert!(read.headers().get("access-control-allow-origin").is_none());
}

#[tokio::test]
async fn words_of_a_post_cannot_leave_their_place_in_the_page() {
    let app = TestApp::start().await;
    let attack = "</script><script>alert(1)</script><img src=x onerror=alert(1)> & \" ' <!-- {{7*7}} ]]>";
    let id = app.published(&new_key(), attack, &["<b>"]).await;
    for path in ["/".to_owned(), "/?keyword=%3Cscript%3E".to_owned(), format!("/droom/{id}"), format!("/en/droom/{id}")]
    {
        let html = app.body(&path).await;
        assert!(!html.contains("<script>alert") && !html.contains("<img src=x") && !html.contains("<b>"), "{path}");
        let (_, block) = html.split_once("id=\"first-data\">").unwrap();
        let block = block.split_once("</script>").unwrap().0;
        assert!(!block.contains(['<', '>', '&']), "{path}");
    }
}

#[tokio::test]
async fn cookies_mean_nothing_to_public_calls() {
    let app = TestApp::start().await;
    app.published(&new_key(), "Hoi.", &[]).await;
    let plain = app.get("/api/posts").send().await.unwrap().text().await.unwrap();
    let with = app.get("/api/posts").header("cookie", "__Host-session=x; a=b").send().await.unwrap();
    assert!(with.headers().get("set-cookie").is_none());
    assert_eq!(with.text().await.unwrap(), plain);
}

#[tokio::test]
async fn a_page_that_does_not_exist_is_still_a_page_and_an_unknown_post_says_so() {
    let app = TestApp::start().await;
    let html = app.body(&format!("/droom/{}", Uuid::new_v4())).await;
    assert!(html.contains("no_post"));
    assert!(app.body("/en/").await.contains("<html lang=\"en\""));
    assert!(app.body("/").await.contains("<html lang=\"nl\""));
}

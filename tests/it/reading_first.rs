//! Read first (promise 1): marker words on every public surface, before and after each decision.

use crate::app::{DAY, TestApp, Wish, dream, new_key};
use droombord_domain::{api::Decision, follow_key::FollowKey, paths, reason::Reason};
use droombord_server::clock::Clock as _;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

/// The surfaces on which the word is seen.
async fn seen_on(app: &TestApp, id: Uuid, word: &str) -> Vec<String> {
    let mut seen = Vec::new();
    for path in app.surfaces(id, word) {
        if app.body(&path).await.contains(word) && !path.contains("openapi") {
            seen.push(path);
        }
    }
    seen
}

async fn search_finds(app: &TestApp, word: &str) -> bool {
    let found: Value = app.get(&format!("/api/posts?q={word}")).send().await.unwrap().json().await.unwrap();
    !found["items"].as_array().unwrap().is_empty()
}

async fn change(app: &TestApp, key: &FollowKey, method: Method, path: &str, body: Option<Value>) {
    let request = app.call(method, path).header("authorization", key.to_authorization());
    let request = match body {
        Some(body) => request.json(&body),
        None => request,
    };
    let status = request.send().await.unwrap().status();
    assert!(status.is_success(), "{path}: {status}");
}

async fn walk(app: TestApp) {
    let key = new_key();
    let other = app.published(&key, "Tjiftjaf blijft staan.", &[]).await;
    let id = app.dream(&key, "Zwartepanter loopt hier.").await;
    assert!(seen_on(&app, id, "Zwartepanter").await.is_empty(), "received");
    assert!(!search_finds(&app, "zwartepanter").await);

    app.decide(id, 1, Decision::Decline, &[], Some(Reason::Unclear)).await;
    assert!(seen_on(&app, id, "Zwartepanter").await.is_empty(), "declined");

    let revision = json!({"revision": 1, "draft": dream("Wittepanter loopt hier.")});
    change(&app, &key, Method::PATCH, &paths::post(id), Some(revision)).await;
    assert!(seen_on(&app, id, "Wittepanter").await.is_empty(), "revised");

    app.decide(id, 2, Decision::Publish, &["wittepanter"], None).await;
    let seen = seen_on(&app, id, "Wittepanter").await;
    for path in ["/api/posts", "/", "/en/", "/api/posts?q=Wittepanter"] {
        assert!(seen.iter().any(|it| it == path), "{path} shows it now: {seen:?}");
    }
    assert!(seen.contains(&format!("/droom/{id}")) && seen.contains(&paths::post(id)));
    assert!(search_finds(&app, "wittepan").await);
    assert!(seen_on(&app, id, "Zwartepanter").await.is_empty(), "the first revision was never approved");

    app.decide(id, 2, Decision::TakeDown, &[], Some(Reason::Recognisable)).await;
    assert!(seen_on(&app, id, "Wittepanter").await.is_empty(), "taken down");
    assert!(!search_finds(&app, "wittepanter").await);

    app.decide(id, 2, Decision::Reverse, &["wittepanter"], None).await;
    assert!(!seen_on(&app, id, "Wittepanter").await.is_empty(), "reversed");

    change(&app, &key, Method::POST, &paths::withdrawal(id), None).await;
    assert!(seen_on(&app, id, "Wittepanter").await.is_empty(), "withdrawn");
    assert!(!search_finds(&app, "wittepanter").await);

    change(&app, &key, Method::DELETE, &paths::post(other), None).await;
    assert!(seen_on(&app, other, "Tjiftjaf").await.is_empty(), "erased");
    assert!(!search_finds(&app, "tjiftjaf").await);
}

#[tokio::test]
async fn no_public_surface_shows_what_no_facilitator_approved() {
    walk(TestApp::start().await).await;
}

#[tokio::test]
async fn nor_does_it_without_caches() {
    walk(TestApp::start_as(Wish { no_cache: true, ..Wish::default() }).await).await;
}

#[tokio::test]
async fn the_public_trail_and_post_know_only_the_half_month() {
    let app = TestApp::start().await;
    let id = app.published(&new_key(), "Wanneer was dat?", &[]).await;
    for path in [paths::post(id), paths::trail(id), "/api/posts".to_owned(), "/".to_owned(), format!("/droom/{id}")] {
        let body = app.body(&path).await;
        assert!(!body.contains("2026-11-21") && !body.contains("12:00") && !body.contains("1795262400"), "{path}");
        assert!(!body.contains("received"), "{path}");
    }
    let trail: Value = app.get(&paths::trail(id)).send().await.unwrap().json().await.unwrap();
    assert_eq!(
        trail,
        json!({"askings": [], "events": [{"kind": "published", "when": {"year": 2026, "month": 11, "half": 2}}]})
    );
}

#[tokio::test]
async fn pages_say_when_nobody_reads_or_the_queue_is_late() {
    let app = TestApp::start_as(Wish { no_cache: true, ..Wish::default() }).await;
    let reading = async || {
        let html = app.body("/over").await;
        let (_, data) = html.split_once("id=\"first-data\">").unwrap();
        let data: Value = serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap();
        data["settings"]["reading"].as_str().unwrap().to_owned()
    };
    assert_eq!(reading().await, "nobody");
    app.facilitator().await;
    assert_eq!(reading().await, "on_time");
    app.dream(&new_key(), "Leest iemand dit?").await;
    app.clock.pass(4 * DAY + 1);
    assert_eq!(reading().await, "late");
    let _ = app.clock.now();
}

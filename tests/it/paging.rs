//! Lists: filters, the search, and pages that neither double nor skip while posts are added.

use crate::app::{TestApp, new_key, refusal};
use droombord_domain::api::Decision;
use serde_json::{Value, json};
use std::collections::HashSet;

async fn page(app: &TestApp, path: &str) -> Value {
    let response = app.get(path).send().await.unwrap();
    assert_eq!(response.status(), 200, "{path}");
    response.json().await.unwrap()
}

fn texts(page: &Value) -> Vec<String> {
    page["items"].as_array().unwrap().iter().map(|post| post["text"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn pages_follow_each_other_while_posts_are_added() {
    let app = TestApp::start().await;
    let key = new_key();
    for n in 0..25 {
        // Three in the same second, so that the order of equals is tried too.
        app.clock.pass(i64::from(n % 3 == 0));
        app.published(&key, &format!("Droom {n}."), &[]).await;
    }
    let mut seen = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = page(&app, &format!("/api/posts?limit=10{cursor}")).await;
        seen.extend(texts(&page));
        app.clock.pass(1);
        app.published(&key, &format!("Nieuw na {}.", seen.len()), &[]).await;
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(seen.len(), 25);
    assert_eq!(seen.iter().collect::<HashSet<_>>().len(), 25, "nothing twice");
    assert!(seen.iter().all(|text| text.starts_with("Droom")), "what is new stands before the first page");
}

#[tokio::test]
async fn a_cursor_is_for_the_list_that_it_was_made_for() {
    let app = TestApp::start().await;
    let key = new_key();
    for n in 0..3 {
        app.published(&key, &format!("Droom {n}."), &[]).await;
    }
    let first = page(&app, "/api/posts?limit=2&kind=dream").await;
    let cursor = first["next_cursor"].as_str().unwrap();
    assert_eq!(texts(&page(&app, &format!("/api/posts?limit=2&kind=dream&cursor={cursor}")).await).len(), 1);
    let mut forged = cursor.to_owned();
    forged.replace_range(40..41, if &forged[40..41] == "A" { "B" } else { "A" });
    for path in [
        format!("/api/posts?limit=2&cursor={cursor}"),
        format!("/api/posts?limit=2&kind=story&cursor={cursor}"),
        format!("/api/posts?limit=2&kind=dream&q=droom&cursor={cursor}"),
        format!("/api/posts?limit=2&kind=dream&cursor={forged}"),
        "/api/posts?limit=2&kind=dream&cursor=%00".to_owned(),
    ] {
        assert_eq!(refusal(app.get(&path)).await, (400, "invalid_cursor".to_owned()), "{path}");
    }
}

#[tokio::test]
async fn filters_narrow_down_together() {
    let app = TestApp::start().await;
    let key = new_key();
    for (kind, direction, role, region, text) in [
        ("dream", "start", "parent", "north", "een"),
        ("dream", "stop", "parent", "south", "twee"),
        ("story", "start", "young_person", "north", "drie"),
    ] {
        let draft = json!({"kind": kind, "direction": direction, "role": role, "region": region, "text": text});
        let id = crate::app::id_of(&app.send(&key, &draft).await);
        app.decide(id, 1, Decision::Publish, &["Vaste begeleider", text], None).await;
        app.clock.pass(1);
    }
    for (query, found) in [
        ("", vec!["drie", "twee", "een"]),
        ("kind=dream", vec!["twee", "een"]),
        ("region=north", vec!["drie", "een"]),
        ("role=parent&direction=start", vec!["een"]),
        ("keyword=vaste+begeleider", vec!["drie", "twee", "een"]),
        ("keyword=twee", vec!["twee"]),
        ("kind=story&region=south", vec![]),
    ] {
        assert_eq!(texts(&page(&app, &format!("/api/posts?{query}")).await), found, "{query}");
    }
}

#[tokio::test]
async fn the_search_finds_words_whatever_their_case_and_accents() {
    let app = TestApp::start().await;
    let key = new_key();
    app.published(&key, "Mijn vríendin één keer per week zien.", &[]).await;
    app.clock.pass(1);
    app.published(&key, "Een vriend die blijft.", &[]).await;
    for (search, found) in [
        ("VRIENDIN", 1),
        ("vriend", 2),
        ("%C3%A9%C3%A9n+vriend", 2),
        ("een+blijft", 1),
        ("een+blijft+week", 0),
        ("riend", 0),
        ("%25", 2),
        ("'%3B+DROP+TABLE+posts--", 0),
    ] {
        assert_eq!(texts(&page(&app, &format!("/api/posts?q={search}")).await).len(), found, "{search}");
    }
}

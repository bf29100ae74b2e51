//! The shapes of the answers, as golden files.

use crate::{
    app::{TestApp, new_key},
    golden,
};
use droombord_domain::{api::Decision, paths, problem::ProblemCode, reason::Reason, support::Support};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

#[tokio::test]
async fn a_post_from_sending_to_erasing() {
    let app = TestApp::start().await;
    let key = new_key();
    let draft = json!({
        "kind": "dream", "direction": "start", "text": "Ik droom dat er iemand naast mij zit.", "role": "young_person",
        "age_band": "from_13_to_15", "region": "middle", "on_behalf": false
    });
    let response = app.sending(&key, Uuid::new_v4(), &draft).send().await.unwrap();
    assert_eq!(response.status(), 201);
    let location = response.headers()["location"].to_str().unwrap().to_owned();
    let sent: Value = response.json().await.unwrap();
    let id: Uuid = sent["id"].as_str().unwrap().parse().unwrap();
    assert_eq!(location, paths::post(id));
    golden::matches("sent", sent);

    let revised = app
        .call(Method::PATCH, &paths::post(id))
        .header("authorization", key.to_authorization())
        .json(&json!({"revision": 1, "draft": {"kind": "story", "text": "Het is een verhaal geworden."}}))
        .send()
        .await
        .unwrap();
    assert_eq!(revised.status(), 200);
    golden::matches("revised", revised.json().await.unwrap());

    app.decide(id, 2, Decision::Publish, &["meepraten", "iemand naast mij"], None).await;
    golden::matches("board", app.get("/api/posts").send().await.unwrap().json().await.unwrap());
    golden::matches("post", app.get(&paths::post(id)).send().await.unwrap().json().await.unwrap());
    golden::matches("trail", app.get(&paths::trail(id)).send().await.unwrap().json().await.unwrap());

    app.decide(id, 2, Decision::TakeDown, &[], Some(Reason::Recognisable)).await;
    golden::matches("mine", app.mine(&key).await);

    let gone = app
        .call(Method::DELETE, &paths::post(id))
        .header("authorization", key.to_authorization())
        .send()
        .await
        .unwrap();
    assert_eq!(gone.status(), 204);
    golden::matches("mine_after_erasing", app.mine(&key).await);
}

#[tokio::test]
async fn a_withdrawn_post_keeps_its_words_for_the_writer_only() {
    let app = TestApp::start().await;
    let key = new_key();
    let id = app.published(&key, "Toch maar niet.", &[]).await;
    let response = app
        .call(Method::POST, &paths::withdrawal(id))
        .header("authorization", key.to_authorization())
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 200);
    golden::matches("withdrawn", response.json().await.unwrap());
    assert_eq!(app.get(&paths::post(id)).send().await.unwrap().status(), 404);
}

#[tokio::test]
async fn refusals_are_problems() {
    let app = TestApp::start().await;
    let key = new_key();
    let many = app.sending(
        &key,
        Uuid::new_v4(),
        &json!({"kind": "poem", "text": 5, "age_band": "from_18", "email": "a@b.nl"}),
    );
    golden::matches("invalid_fields", many.send().await.unwrap().json().await.unwrap());
    let unknown = app.get("/api/mine").header("authorization", key.to_authorization());
    golden::matches("key_unknown", unknown.send().await.unwrap().json().await.unwrap());
}

#[tokio::test]
async fn the_openapi_document_is_the_golden_one_and_names_every_endpoint() {
    let app = TestApp::start().await;
    let document: Value = app.get(paths::OPENAPI).send().await.unwrap().json().await.unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    for path in [
        paths::POSTS,
        paths::MINE,
        paths::MINE_KEY,
        paths::MINE_STORED,
        "/api/posts/{id}",
        "/api/posts/{id}/trail",
        "/api/posts/{id}/withdrawal",
        "/api/posts/{id}/another-reader",
        "/api/posts/{id}/supports/{support}",
        "/healthz",
        "/readyz",
    ] {
        assert!(document["paths"][path].is_object(), "{path} is missing");
    }
    golden::matches("openapi", document);
}

#[tokio::test]
async fn the_addresses_of_the_domain_are_the_routes_of_the_server() {
    let app = TestApp::start().await;
    let key = new_key();
    let id = app.published(&key, "Hier ben ik.", &[]).await;
    for (method, path) in [
        (Method::GET, paths::post(id)),
        (Method::GET, paths::trail(id)),
        (Method::PUT, paths::support(id, Support::Hear)),
        (Method::POST, paths::withdrawal(id)),
    ] {
        let response = app
            .call(method, &path)
            .header("authorization", key.to_authorization())
            .header(paths::DEVICE, "ab".repeat(32))
            .send()
            .await
            .unwrap();
        assert!(response.status().is_success(), "{path}: {}", response.status());
    }
}

#[tokio::test]
async fn the_document_names_codes_as_they_are_sent_and_only_what_it_holds() {
    let app = TestApp::start().await;
    let document: Value = app.get(paths::OPENAPI).send().await.unwrap().json().await.unwrap();
    let codes: Vec<_> = ProblemCode::ALL.iter().map(|code| code.code()).collect();
    assert_eq!(document["components"]["schemas"]["ProblemCode"]["enum"], json!(codes));
    let mut open = vec![&document];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) => {
                if let Some(reference) = fields.get("$ref").and_then(Value::as_str) {
                    let place = reference.trim_start_matches('#');
                    assert!(document.pointer(place).is_some(), "{reference} leads nowhere");
                }
                for code in fields.get("enum").and_then(Value::as_array).into_iter().flatten() {
                    let code = code.as_str().unwrap();
                    assert_eq!(code, code.to_lowercase(), "a code as Rust names it, not as it is sent");
                }
                open.extend(fields.values());
            }
            Value::Array(items) => open.extend(items),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

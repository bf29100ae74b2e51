//! Follow keys: the only way to one's own posts, and nothing that a guesser learns from.

use crate::app::{TestApp, Wish, id_of, new_key, problem, refusal};
use droombord_domain::paths;
use reqwest::Method;
use serde_json::json;
use std::time::Instant;
use uuid::Uuid;

#[tokio::test]
async fn another_key_opens_nothing_and_a_stranger_learns_nothing() {
    let app = TestApp::start().await;
    let (mine, theirs) = (new_key(), new_key());
    let id = app.dream(&mine, "Van mij.").await;
    app.dream(&theirs, "Van een ander.").await;
    for (method, path) in [
        (Method::DELETE, paths::post(id)),
        (Method::POST, paths::withdrawal(id)),
        (Method::POST, paths::another_reader(id)),
        (Method::PATCH, paths::post(id)),
        (Method::DELETE, paths::post(Uuid::new_v4())),
    ] {
        let call = |authorization: String| {
            app.call(method.clone(), &path)
                .header("authorization", authorization)
                .json(&json!({"revision": 1, "draft": {"kind": "dream", "text": "x"}}))
        };
        assert_eq!(refusal(call(theirs.to_authorization())).await, (404, "not_found".to_owned()), "{path}");
        assert_eq!(refusal(call(new_key().to_authorization())).await, (401, "key_unknown".to_owned()), "{path}");
        assert_eq!(refusal(call("Bearer x".to_owned())).await, (401, "key_unknown".to_owned()), "{path}");
    }
    assert_eq!(app.mine(&mine).await["items"][0]["state"], "received");
}

#[tokio::test]
async fn wrong_and_impossible_keys_get_the_same_answer_in_the_same_time() {
    let app = TestApp::start().await;
    app.dream(&new_key(), "Er is iets.").await;
    let mut bodies = Vec::new();
    let mut times = [Vec::new(), Vec::new()];
    for round in 0..400 {
        let wrong = if round % 2 == 0 { new_key().to_authorization() } else { "Droomsleutel geen woorden".to_owned() };
        let began = Instant::now();
        let response = app.get("/api/mine").header("authorization", wrong).send().await.unwrap();
        times[round % 2].push(began.elapsed());
        let headers: Vec<_> =
            response.headers().iter().filter(|(name, _)| *name != "date").map(|it| format!("{it:?}")).collect();
        bodies.push((headers, problem(response).await));
    }
    bodies.dedup();
    assert_eq!(bodies.len(), 1, "the same answer, to the last byte");
    let [wrong, impossible] = times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    });
    let ratio = wrong.as_secs_f64() / impossible.as_secs_f64();
    assert!((0.5..2.0).contains(&ratio), "median {wrong:?} against {impossible:?}");
}

#[tokio::test]
async fn who_guesses_is_slowed_and_a_neighbour_at_the_same_address_is_not() {
    let app = TestApp::start_as(Wish { limits: true, ..Wish::default() }).await;
    let key = new_key();
    let id = app.dream(&key, "Hier woon ik ook.").await;
    let guess = |method: Method, path: &str| {
        let draft = json!({"revision": 1, "draft": {"kind": "dream", "text": "x"}});
        app.call(method, path).header("authorization", new_key().to_authorization()).json(&draft)
    };
    let wrong = || guess(Method::GET, "/api/mine");
    for _ in 0..20 {
        assert_eq!(refusal(wrong()).await, (401, "key_unknown".to_owned()));
    }
    for (method, path) in [
        (Method::GET, "/api/mine".to_owned()),
        (Method::GET, paths::MINE_STORED.to_owned()),
        (Method::DELETE, paths::post(id)),
        (Method::PATCH, paths::post(id)),
        (Method::POST, paths::withdrawal(id)),
    ] {
        let response = guess(method, &path).send().await.unwrap();
        assert_eq!(response.status(), 429, "{path}");
        assert!(response.headers()["retry-after"].to_str().unwrap().parse::<u64>().unwrap() >= 1);
    }
    let impossible = app.get("/api/mine").header("authorization", "Droomsleutel geen woorden");
    assert_eq!(refusal(impossible).await.0, 429, "as a wrong one");
    // A key that was never used from here before: reading and changing.
    assert_eq!(app.mine(&key).await["items"].as_array().unwrap().len(), 1);
    let erasing = app.call(Method::DELETE, &paths::post(id)).header("authorization", key.to_authorization());
    assert_eq!(erasing.send().await.unwrap().status(), 204);
    app.clock.pass(3);
    assert_eq!(refusal(wrong()).await, (401, "key_unknown".to_owned()));
}

#[tokio::test]
async fn a_burst_of_forty_posts_is_welcome_and_the_next_one_waits() {
    let app = TestApp::start_as(Wish { limits: true, ..Wish::default() }).await;
    for n in 0..40 {
        app.dream(&new_key(), &format!("Droom {n}.")).await;
    }
    let next = app.sending(&new_key(), Uuid::new_v4(), &json!({"kind": "dream", "text": "Nog een."}));
    assert_eq!(refusal(next).await, (429, "too_many_requests".to_owned()));
    assert_eq!(app.get("/api/posts").send().await.unwrap().status(), 200, "reading goes on");
}

#[tokio::test]
async fn new_words_open_the_posts_and_the_old_ones_nothing() {
    let app = TestApp::start().await;
    let (old, new, other) = (new_key(), new_key(), new_key());
    let id = id_of(&app.send(&old, &json!({"kind": "dream", "text": "Mijn."})).await);
    app.dream(&other, "Anders.").await;
    let put = |key: &str| {
        app.call(Method::PUT, paths::MINE_KEY)
            .header("authorization", old.to_authorization())
            .json(&json!({"new_key": key}))
    };
    assert_eq!(refusal(put("een twee")).await, (422, "invalid_fields".to_owned()));
    assert_eq!(refusal(put(other.as_str())).await, (409, "key_taken".to_owned()));
    let done = put(new.as_str()).send().await.unwrap();
    assert_eq!(done.status(), 204);
    assert_eq!(refusal(put(new_key().as_str())).await, (401, "key_unknown".to_owned()));
    assert_eq!(id_of(&app.mine(&new).await["items"][0]), id);
}

#[tokio::test]
async fn no_answer_and_no_file_holds_a_key() {
    let app = TestApp::start().await;
    let key = new_key();
    let id = app.published(&key, "Sleutel.", &[]).await;
    let authorization = key.to_authorization();
    for path in ["/api/mine".to_owned(), paths::post(id), "/".to_owned()] {
        let response = app.get(&path).header("authorization", authorization.as_str()).send().await.unwrap();
        let head = format!("{:?}", response.headers());
        let body = response.text().await.unwrap();
        assert!(!head.contains(key.as_str()) && !body.contains(key.as_str()), "{path}");
    }
    let folder = app.stop().await;
    assert_eq!(crate::app::files_with(folder.path(), key.as_str()), Vec::<String>::new());
    assert_eq!(crate::app::files_with(folder.path(), "127.0.0.1"), Vec::<String>::new());
}

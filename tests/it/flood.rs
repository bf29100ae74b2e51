//! A flood: readers are still served, and posts of real people are still taken in, once their phones have worked for it.

use crate::app::{TestApp, Wish, new_key};
use droombord_domain::paths;
use droombord_server::{clock::Clock as _, proof, settings::Given};
use reqwest::{RequestBuilder, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

/// Number of addresses that together fill what is taken in without proof.
const SOURCES: u32 = 10;

async fn limited() -> TestApp {
    let settings = Given { trusted_proxy: vec!["127.0.0.0/8".parse().unwrap()], ..Given::default() };
    TestApp::start_as(Wish { limits: true, settings, ..Wish::default() }).await
}

/// A new post under a new key, from an address.
fn post(app: &TestApp, address: u32, number: Uuid) -> RequestBuilder {
    let draft = json!({"kind": "dream", "text": "Ik droom van rust."});
    app.sending(&new_key(), number, &draft).header("x-forwarded-for", format!("198.51.100.{address}"))
}

async fn flooded() -> TestApp {
    let app = limited().await;
    let mut taken = 0;
    for address in 0..SOURCES {
        for _ in 0..40 {
            let status = post(&app, address, Uuid::new_v4()).send().await.unwrap().status();
            if status == StatusCode::TOO_MANY_REQUESTS {
                assert!((300..310).contains(&taken), "{taken} were taken in");
                return app;
            }
            assert_eq!(status, StatusCode::CREATED);
            taken += 1;
        }
    }
    panic!("the server took everything in");
}

async fn refused(request: RequestBuilder) -> Value {
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    answer.json().await.unwrap()
}

#[tokio::test]
async fn in_a_flood_a_post_is_taken_in_for_a_little_work_and_readers_notice_nothing() {
    let app = flooded().await;
    let number = Uuid::new_v4();
    let problem = refused(post(&app, 200, number)).await;
    assert_eq!(problem["code"], "proof_needed");
    let wanted = serde_json::from_value(problem["proof"].clone()).unwrap();
    let done = proof::work(&wanted, number);
    let with = |number: Uuid, proof: &str| post(&app, 200, number).header(paths::PROOF, proof);

    // Not the work for another post, not a part of it, not something else.
    assert_eq!(refused(with(Uuid::new_v4(), &done)).await["code"], "proof_needed");
    let short = done.rsplit_once(',').unwrap().0;
    for wrong in [short, &format!("{done},00000000"), &done.replacen(':', ":+", 1), "x", "", ":"] {
        assert_eq!(refused(with(number, wrong)).await["code"], "proof_needed", "{wrong}");
    }
    let same = new_key();
    let send = || {
        let draft = json!({"kind": "dream", "text": "Ik droom van rust."});
        app.sending(&same, number, &draft).header("x-forwarded-for", "198.51.100.200").header(paths::PROOF, &done)
    };
    assert_eq!(send().send().await.unwrap().status(), StatusCode::CREATED);
    assert_eq!(send().send().await.unwrap().status(), StatusCode::OK, "the answer was lost: it stays one post");
    assert_eq!(app.get(paths::POSTS).send().await.unwrap().status(), StatusCode::OK);
    assert_eq!(app.get("/").send().await.unwrap().status(), StatusCode::OK);

    // Nobody is asked for longer than the flood lasts, and a challenge does not last either.
    app.clock.pass(25 * 60);
    assert_eq!(post(&app, 200, Uuid::new_v4()).send().await.unwrap().status(), StatusCode::CREATED);
}

#[tokio::test]
async fn work_done_long_ago_is_none() {
    let app = flooded().await;
    let number = Uuid::new_v4();
    let problem = refused(post(&app, 200, number)).await;
    let done = proof::work(&serde_json::from_value(problem["proof"].clone()).unwrap(), number);
    let now = app.clock.now();
    assert!(proof::holds(&done, &app.app.secret, number, now));
    assert!(proof::holds(&done, &app.app.secret, number, now + 10 * 60), "whoever is slow or was offline");
    assert!(!proof::holds(&done, &app.app.secret, number, now + 20 * 60));
}

#[tokio::test]
async fn ten_thousand_from_one_address_stop_at_its_own_limit_and_ask_nobody_else_for_anything() {
    let app = limited().await;
    let mut taken = 0;
    for _ in 0..10_000 {
        taken += u32::from(post(&app, 1, Uuid::new_v4()).send().await.unwrap().status() == StatusCode::CREATED);
    }
    assert_eq!(taken, 40);
    assert_eq!(post(&app, 2, Uuid::new_v4()).send().await.unwrap().status(), StatusCode::CREATED);
}

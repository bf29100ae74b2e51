//! Sending: nothing acknowledged is lost, and nothing is there twice (promise 13).

use crate::app::{TestApp, dream, id_of, new_key, refusal};
use droombord_domain::paths;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

#[tokio::test]
async fn the_same_sending_answers_the_same_post_as_it_stands() {
    let app = TestApp::start().await;
    let (key, idempotency) = (new_key(), Uuid::new_v4());
    let first = app.sending(&key, idempotency, &dream("Een keer.")).send().await.unwrap();
    assert_eq!(first.status(), 201);
    let first: Value = first.json().await.unwrap();
    // The order of the fields and what is left out do not matter: it is the same post.
    let again = json!({"text": "Een keer.", "direction": null, "kind": "dream", "on_behalf": false});
    let second = app.sending(&key, idempotency, &again).send().await.unwrap();
    assert_eq!(second.status(), 200);
    assert_eq!(second.json::<Value>().await.unwrap(), first);
    assert_eq!(app.mine(&key).await["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn another_body_or_another_follow_key_under_the_same_idempotency_key_is_refused() {
    let app = TestApp::start().await;
    let (key, idempotency) = (new_key(), Uuid::new_v4());
    app.sending(&key, idempotency, &dream("Dit.")).send().await.unwrap();
    for request in
        [app.sending(&key, idempotency, &dream("Dat.")), app.sending(&new_key(), idempotency, &dream("Dit."))]
    {
        assert_eq!(refusal(request).await, (422, "idempotency_key_reused".to_owned()));
    }
    assert_eq!(app.mine(&key).await["items"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_at_the_same_moment_are_one_post() {
    let app = TestApp::start().await;
    for round in 0..5 {
        let (key, idempotency) = (new_key(), Uuid::new_v4());
        let draft = dream(&format!("Ronde {round}."));
        let calls: Vec<_> = (0..20).map(|_| tokio::spawn(app.sending(&key, idempotency, &draft).send())).collect();
        let mut statuses = Vec::new();
        let mut ids = Vec::new();
        for call in calls {
            let response = call.await.unwrap().unwrap();
            statuses.push(response.status().as_u16());
            ids.push(id_of(&response.json().await.unwrap()));
        }
        ids.dedup();
        assert_eq!(ids.len(), 1);
        assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 1, "{statuses:?}");
        assert!(statuses.iter().all(|status| matches!(status, 200 | 201)), "{statuses:?}");
        assert_eq!(app.mine(&key).await["items"].as_array().unwrap().len(), 1);
    }
}

/// More than are written in one change, and among them some that are refused.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_the_same_moment_are_each_there_once_and_only_what_is_wrong_is_refused() {
    let app = TestApp::start().await;
    let nowhere = Uuid::new_v4();
    let calls: Vec<_> = (0..150)
        .map(|n| {
            let key = new_key();
            let call = if n % 10 == 3 {
                let reply = app.call(Method::POST, &format!("/api/posts/{nowhere}/replies"));
                let reply = reply.header("authorization", key.to_authorization());
                reply.header("idempotency-key", Uuid::new_v4().to_string()).json(&json!({"text": "Naar niemand."}))
            } else {
                app.sending(&key, Uuid::new_v4(), &dream(&format!("Droom {n}.")))
            };
            tokio::spawn(async move { (n, key, call.send().await.unwrap().status().as_u16()) })
        })
        .collect();
    for call in calls {
        let (n, key, status) = call.await.unwrap();
        if n % 10 == 3 {
            assert_eq!(status, 404, "{n}");
            continue;
        }
        assert_eq!(status, 201, "{n}");
        let mine = app.mine(&key).await;
        let posts = mine["items"].as_array().unwrap();
        assert_eq!((posts.len(), posts[0]["trail"].as_array().unwrap().len()), (1, 1), "{n}");
        assert_eq!(posts[0]["body"]["text"], format!("Droom {n}."));
    }
    assert_eq!(app.app.store.prove(&[]).await.unwrap().faults, [], "one chain");
}

#[tokio::test]
async fn what_was_erased_never_comes_back_by_sending_it_again() {
    let app = TestApp::start().await;
    let (key, idempotency) = (new_key(), Uuid::new_v4());
    let sent: Value = app.sending(&key, idempotency, &dream("Weg.")).send().await.unwrap().json().await.unwrap();
    let erase =
        || app.call(Method::DELETE, &paths::post(id_of(&sent))).header("authorization", key.to_authorization()).send();
    assert_eq!(erase().await.unwrap().status(), 204);
    assert_eq!(erase().await.unwrap().status(), 204, "erasing again changes nothing");
    for request in [
        app.sending(&key, idempotency, &dream("Weg.")),
        app.sending(&key, idempotency, &dream("Iets anders.")),
        app.sending(&new_key(), idempotency, &dream("Weg.")),
    ] {
        assert_eq!(refusal(request).await, (410, "erased".to_owned()));
    }
}

#[tokio::test]
async fn a_revision_names_the_one_that_the_writer_saw() {
    let app = TestApp::start().await;
    let key = new_key();
    let id = app.dream(&key, "Eerst.").await;
    let revise = |revision: u32| {
        app.call(Method::PATCH, &paths::post(id))
            .header("authorization", key.to_authorization())
            .json(&json!({"revision": revision, "draft": dream("Dan.")}))
    };
    assert_eq!(revise(1).send().await.unwrap().status(), 200);
    assert_eq!(refusal(revise(1)).await, (409, "stale_revision".to_owned()));
    assert_eq!(refusal(revise(7)).await, (409, "stale_revision".to_owned()));
    app.decide(id, 2, droombord_domain::api::Decision::Publish, &[], None).await;
    assert_eq!(refusal(revise(2)).await, (409, "not_allowed_now".to_owned()), "what is on the board is not changed");
}

#[tokio::test]
async fn a_full_disk_refuses_kindly_and_reading_goes_on() {
    let app = TestApp::start().await;
    let key = new_key();
    let id = app.published(&key, "Wij willen vaker pannenkoeken.", &[]).await;
    app.app.store.let_it_be_full().await.unwrap();
    let mut refused = None;
    for n in 0..200 {
        let draft = json!({"kind": "story", "text": format!("{n} {}", "a".repeat(2_900))});
        let response = app.sending(&key, Uuid::new_v4(), &draft).send().await.unwrap();
        if response.status() != 201 {
            refused = Some(crate::app::problem(response).await);
            break;
        }
    }
    let (status, problem) = refused.expect("the disk is full at last");
    assert_eq!((status, problem["code"].as_str()), (507, Some("storage_full")));
    assert_eq!(app.get(&paths::post(id)).send().await.unwrap().status(), 200);
    assert!(app.mine(&key).await["items"].as_array().unwrap().len() > 1);
}

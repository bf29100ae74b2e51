//! Gone is gone (promise 12): after erasing, the words are in no file of the data folder.

use crate::app::{DAY, TestApp, files_with, new_key};
use droombord_domain::{api::Decision, paths, reason::Reason};
use droombord_server::clock::Clock as _;
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

async fn erase(app: &TestApp, key: &droombord_domain::follow_key::FollowKey, id: Uuid) {
    let request = app.call(Method::DELETE, &paths::post(id)).header("authorization", key.to_authorization());
    assert_eq!(request.send().await.unwrap().status(), 204);
}

#[tokio::test]
async fn erased_words_are_in_no_file_while_the_server_runs_on() {
    let app = TestApp::start().await;
    let key = new_key();
    // Enough that the words stand on pages of their own, in overflow pages, in indexes and in the log.
    let long = "Kwikstaart vliegt over het huis. ".repeat(60);
    let story = app.send(&key, &json!({"kind": "story", "text": long})).await;
    let story = crate::app::id_of(&story);
    app.decide(story, 1, Decision::Publish, &["kwikstaartje"], None).await;
    let waiting = app.dream(&key, "Kwikstaart wacht nog.").await;
    for n in 0..30 {
        app.published(&new_key(), &format!("Buurman {n} blijft gewoon staan."), &[]).await;
    }
    let folder = app.folder.path();
    assert!(!files_with(folder, "Kwikstaart").is_empty(), "before");
    erase(&app, &key, story).await;
    erase(&app, &key, waiting).await;
    for word in ["Kwikstaart", "kwikstaart"] {
        assert_eq!(files_with(folder, word), Vec::<String>::new(), "{word} is gone at once");
    }
    assert!(!files_with(folder, "Buurman 7").is_empty(), "the others are there");
    let folder = app.stop().await;
    assert_eq!(files_with(folder.path(), "wikstaart"), Vec::<String>::new(), "and after stopping");
}

#[tokio::test]
async fn the_words_of_a_replaced_revision_are_gone() {
    let app = TestApp::start().await;
    let key = new_key();
    let id = app.dream(&key, "Achternaam Wielewaal staat erin.").await;
    let response = app
        .call(Method::PATCH, &paths::post(id))
        .header("authorization", key.to_authorization())
        .json(&json!({"revision": 1, "draft": {"kind": "dream", "text": "Zonder naam."}}))
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(files_with(app.folder.path(), "Wielewaal"), Vec::<String>::new());
}

#[tokio::test]
async fn the_search_index_holds_only_words_that_are_on_the_board() {
    let app = TestApp::start().await;
    let key = new_key();
    let id = app.published(&key, "Nachtegaal.", &[]).await;
    app.decide(id, 1, Decision::TakeDown, &[], Some(Reason::Recognisable)).await;
    // The text itself is kept for the writer; the folded word of the index is not.
    assert_eq!(files_with(app.folder.path(), "nachtegaal"), Vec::<String>::new());
    assert!(!files_with(app.folder.path(), "Nachtegaal").is_empty());
}

#[tokio::test]
async fn what_is_not_on_the_board_is_erased_by_itself_in_time() {
    let app = TestApp::start().await;
    let key = new_key();
    let withdrawn = app.dream(&key, "Ingetrokken Putter.").await;
    let request = app.call(Method::POST, &paths::withdrawal(withdrawn)).header("authorization", key.to_authorization());
    assert_eq!(request.send().await.unwrap().status(), 200);
    let declined = app.dream(&key, "Afgewezen Sijsje.").await;
    app.decide(declined, 1, Decision::Decline, &[], Some(Reason::OffTopic)).await;
    app.published(&key, "Staat er nog.", &[]).await;
    let state = async || {
        let mine = app.mine(&key).await;
        mine["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|post| post["state"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    app.clock.pass(29 * DAY);
    app.app.store.daily(2, app.clock.now(), None).await.unwrap();
    assert_eq!(state().await, ["published", "declined", "withdrawn"]);
    app.clock.pass(2 * DAY);
    app.app.store.daily(2, app.clock.now(), None).await.unwrap();
    assert_eq!(state().await, ["published", "declined", "erased"]);
    assert_eq!(files_with(app.folder.path(), "Putter"), Vec::<String>::new());
    app.clock.pass(60 * DAY);
    app.app.store.daily(2, app.clock.now(), None).await.unwrap();
    assert_eq!(state().await, ["published", "erased", "erased"]);
    assert_eq!(files_with(app.folder.path(), "Sijsje"), Vec::<String>::new());
}

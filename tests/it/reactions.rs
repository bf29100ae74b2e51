//! Supportive reactions: in steps, renewed once a day, never a count.

use crate::app::{DAY, TestApp, new_key};
use droombord_domain::{paths, support::Support};
use droombord_server::clock::Clock as _;
use reqwest::Method;
use serde_json::Value;
use uuid::Uuid;

async fn react(app: &TestApp, method: Method, id: Uuid, device: u32) -> u16 {
    app.call(method, &paths::support(id, Support::Hear))
        .header(paths::DEVICE, format!("{device:064x}"))
        .send()
        .await
        .unwrap()
        .status()
        .as_u16()
}

async fn step(app: &TestApp, id: Uuid) -> Value {
    let post: Value = app.get(&paths::post(id)).send().await.unwrap().json().await.unwrap();
    let board: Value = app.get("/api/posts").send().await.unwrap().json().await.unwrap();
    assert_eq!(board["items"][0]["supports"], post["supports"]);
    post["supports"]["hear"].clone()
}

#[tokio::test]
async fn steps_are_renewed_once_a_day_and_a_reaction_can_be_taken_back() {
    let app = TestApp::start().await;
    let id = app.published(&new_key(), "Hoor je mij?", &[]).await;
    app.app.store.daily(2, app.clock.now(), None).await.unwrap();
    for device in 0..7 {
        assert_eq!(react(&app, Method::PUT, id, device).await, 204);
        assert_eq!(react(&app, Method::PUT, id, device).await, 204, "giving it again changes nothing");
    }
    app.app.store.daily(2, app.clock.now(), None).await.unwrap();
    assert_eq!(step(&app, id).await, Value::Null, "not before tomorrow");
    app.clock.pass(DAY);
    app.app.store.daily(2, app.clock.now(), None).await.unwrap();
    assert_eq!(step(&app, id).await, 5, "more than five");
    for device in 0..2 {
        assert_eq!(react(&app, Method::DELETE, id, device).await, 204);
        assert_eq!(react(&app, Method::DELETE, id, device).await, 204);
    }
    app.clock.pass(DAY);
    app.app.store.daily(2, app.clock.now(), None).await.unwrap();
    assert_eq!(step(&app, id).await, Value::Null, "nothing under five");
}

#[tokio::test]
async fn nothing_but_a_published_post_takes_reactions_and_no_file_knows_the_device() {
    let app = TestApp::start().await;
    let key = new_key();
    let waiting = app.dream(&key, "Wacht nog.").await;
    assert_eq!(react(&app, Method::PUT, waiting, 0xdead_beef).await, 404);
    let id = app.published(&key, "Staat er.", &[]).await;
    assert_eq!(react(&app, Method::PUT, id, 0xdead_beef).await, 204);
    let folder = app.stop().await;
    assert_eq!(crate::app::files_with(folder.path(), &format!("{:064x}", 0xdead_beef_u32)), Vec::<String>::new());
}

/// What its writer alone is told: exactly how many, from the first on, at the daily count and not before.
#[tokio::test]
async fn the_writer_is_told_of_every_reaction_once_a_day_and_nobody_else_is() {
    let app = TestApp::start().await;
    let key = new_key();
    let id = app.published(&key, "Hoor je mij?", &[]).await;
    let told = async || app.mine(&key).await["items"][0]["supports"]["hear"].as_u64();
    let rows = async || {
        let stored = app.call(Method::GET, paths::MINE_STORED).header("authorization", key.to_authorization());
        let stored: Value = stored.send().await.unwrap().json().await.unwrap();
        let table = stored["tables"].as_array().unwrap().iter().find(|it| it["table"] == "supports").unwrap().clone();
        (table["rows"].as_array().unwrap().len(), table.to_string())
    };
    let daily = async || app.app.store.daily(2, app.clock.now(), None).await.unwrap();
    daily().await;
    for device in 0..3 {
        assert_eq!(react(&app, Method::PUT, id, device).await, 204);
        daily().await;
        assert_eq!((told().await, rows().await.0), (Some(0), 0), "no look tells that one came just now");
    }
    app.clock.pass(DAY);
    daily().await;
    assert_eq!((told().await, rows().await.0), (Some(3), 3));
    assert_eq!(step(&app, id).await, Value::Null, "for everybody else it is nothing under five");
    for path in [paths::post(id), "/api/posts".to_owned(), format!("/droom/{id}")] {
        let text = app.get(&path).send().await.unwrap().text().await.unwrap();
        assert!(!text.contains("\"hear\":3") && !text.contains("_told"), "{path}");
    }
    assert_eq!(react(&app, Method::DELETE, id, 0).await, 204);
    daily().await;
    assert_eq!(told().await, Some(3), "not before tomorrow");
    app.clock.pass(DAY);
    daily().await;
    assert_eq!(told().await, Some(2));
    assert!(!rows().await.1.contains("day"), "nor when it was");
    // With the words everything goes.
    let erased = app.call(Method::DELETE, &paths::post(id)).header("authorization", key.to_authorization());
    assert_eq!(erased.send().await.unwrap().status(), 204);
    assert_eq!(told().await, Some(0));
}

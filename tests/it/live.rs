//! The live stream: how much is new, in batches, never at the second of a decision.

use crate::app::{TestApp, Wish, new_key};
use droombord_domain::paths;
use droombord_server::settings::{Given, LIVE_PAUSE};
use reqwest::Response;
use std::time::Duration;
use tokio::time::timeout;

async fn in_batches() -> TestApp {
    let settings = Given { live_pause: Some(LIVE_PAUSE), ..Given::default() };
    TestApp::start_as(Wish { settings, ..Wish::default() }).await
}

/// What the stream says until it is silent for a moment.
async fn heard(stream: &mut Response) -> String {
    let mut said = String::new();
    while let Ok(Ok(Some(bytes))) = timeout(Duration::from_millis(300), stream.chunk()).await {
        said.push_str(std::str::from_utf8(&bytes).unwrap());
    }
    said
}

fn last_id(said: &str) -> String {
    said.lines().filter_map(|line| line.strip_prefix("id:")).next_back().unwrap().trim().to_owned()
}

#[tokio::test]
async fn what_is_new_is_told_in_batches_and_not_at_the_second_of_the_decision() {
    let app = in_batches().await;
    app.published(&new_key(), "Die hing er al.", &[]).await;
    app.clock.pass(3_600);
    app.app.release_batch().await.unwrap();
    let mut stream = app.get(paths::EVENTS).send().await.unwrap();
    assert_eq!(stream.headers()["content-type"], "text/event-stream");
    assert_eq!(stream.headers()["cache-control"], "no-store");
    let hello = heard(&mut stream).await;
    assert!(hello.contains("retry:") && hello.contains(r#"{"posts":0,"answers":0,"changes":0}"#), "{hello}");

    for n in 0..3 {
        app.published(&new_key(), &format!("Nieuw: Krombekstrandloper {n}."), &[]).await;
    }
    app.dream(&new_key(), "Die heeft niemand gelezen.").await;
    app.clock.pass(5);
    app.app.release_batch().await.unwrap();
    assert_eq!(heard(&mut stream).await, "", "too young");
    app.clock.pass(60);
    app.app.release_batch().await.unwrap();
    let news = heard(&mut stream).await;
    assert!(news.contains("event: news") && news.contains(r#"{"posts":3,"answers":0,"changes":0}"#), "{news}");
    assert!(!news.contains("Krombekstrandloper") && news.matches("data:").count() == 1, "{news}");
    let moment: i64 = last_id(&news).parse().unwrap();
    assert_eq!(moment, crate::app::NOON + 3_600 + 65 - 20, "the moment of the look, not of a decision");
    app.app.release_batch().await.unwrap();
    assert_eq!(heard(&mut stream).await, "", "once");
}

#[tokio::test]
async fn who_was_away_hears_all_that_came_meanwhile_and_nothing_twice() {
    let app = in_batches().await;
    app.app.release_batch().await.unwrap();
    let mut stream = app.get(paths::EVENTS).send().await.unwrap();
    let id = last_id(&heard(&mut stream).await);
    drop(stream);
    for _ in 0..2 {
        app.clock.pass(600);
        app.published(&new_key(), "Meer.", &[]).await;
        app.clock.pass(60);
        app.app.release_batch().await.unwrap();
    }
    let mut stream = app.get(paths::EVENTS).header("last-event-id", &id).send().await.unwrap();
    let said = heard(&mut stream).await;
    assert!(said.contains(r#"{"posts":2,"answers":0,"changes":0}"#), "{said}");
    let id = last_id(&said);
    let mut stream = app.get(paths::EVENTS).header("last-event-id", &id).send().await.unwrap();
    assert!(!heard(&mut stream).await.contains(r#""posts":2"#));
    for forged in ["0", "-1", "99999999999999", "x", "9223372036854775807"] {
        let mut stream = app.get(paths::EVENTS).header("last-event-id", forged).send().await.unwrap();
        assert!(heard(&mut stream).await.ends_with("data: {\"posts\":0,\"answers\":0,\"changes\":0}\n\n"), "{forged}");
    }
}

#[tokio::test]
async fn the_streams_end_with_the_server() {
    let app = in_batches().await;
    app.app.release_batch().await.unwrap();
    let mut stream = app.get(paths::EVENTS).send().await.unwrap();
    heard(&mut stream).await;
    app.app.live.close();
    let end = timeout(Duration::from_secs(2), async { while let Ok(Some(_)) = stream.chunk().await {} }).await;
    assert!(end.is_ok());
}

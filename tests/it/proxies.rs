//! What a proxy says of a call: by which name it came, and from whom. When that and the settings do not fit, the operator is told.

use crate::{
    app::{TestApp, Wish, dream, new_key, refusal},
    crash::{Process, program},
};
use droombord_domain::paths;
use droombord_server::settings::Given;
use reqwest::RequestBuilder;
use serde_json::{Value, json};
use std::process::Command;
use tempfile::TempDir;
use uuid::Uuid;

const OWN: &str = "https://droombord.example";
const DESK: &str = "https://desk.droombord.example";

async fn warnings(url: &str) -> Value {
    let ready = reqwest::get(format!("{url}/readyz")).await.unwrap().json::<Value>().await.unwrap();
    ready["warnings"].clone()
}

fn has(warnings: &Value, name: &str) -> bool {
    warnings.as_array().unwrap().contains(&json!(name))
}

#[tokio::test]
async fn every_name_of_the_board_may_change_something_and_another_is_refused_with_a_warning() {
    let settings =
        Given { public_url: Some(OWN.to_owned()), alternative_url: vec![DESK.to_owned()], ..Given::default() };
    let app = TestApp::start_as(Wish { settings, ..Wish::default() }).await;
    let send = |headers: &[(&str, &str)]| -> RequestBuilder {
        let call = app.sending(&new_key(), Uuid::new_v4(), &dream("Van hier."));
        headers.iter().fold(call, |call, (name, value)| call.header(*name, *value))
    };
    for headers in [
        &[("origin", OWN)][..],
        &[("origin", "https://droombord.example:443")],
        &[("origin", DESK)],
        &[("origin", "https://DESK.droombord.example.")],
        &[("origin", "https://www.droombord.example"), ("sec-fetch-site", "same-origin")],
    ] {
        assert_eq!(send(headers).send().await.unwrap().status(), 201, "{headers:?}");
    }
    for headers in [
        &[("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")][..],
        &[("origin", "https://www.droombord.example"), ("sec-fetch-site", "same-site")],
        &[("origin", "null")],
        &[("origin", "null"), ("sec-fetch-site", "same-origin")],
    ] {
        assert_eq!(refusal(send(headers)).await, (403, "cross_site".to_owned()), "{headers:?}");
    }
    assert!(!has(&warnings(&app.url).await, "unknown_host"), "a stranger's page is no name of ours");
    let foreign = send(&[("origin", "https://www.droombord.example")]);
    assert_eq!(refusal(foreign).await, (403, "cross_site".to_owned()));
    assert!(has(&warnings(&app.url).await, "unknown_host"));
    app.clock.pass(24 * 60 * 60);
    assert!(!has(&warnings(&app.url).await, "unknown_host"), "nobody comes by it any more");
}

#[tokio::test]
async fn the_first_refusal_of_an_unknown_name_is_one_line_with_both_names() {
    let folder = TempDir::new().unwrap();
    let mut command = Command::new(program());
    command.env("DROOMBORD_PUBLIC_URL", OWN).env("DROOMBORD_ALTERNATIVE_URL", DESK);
    let process = Process::start_with(command, folder.path());
    let client = reqwest::Client::new();
    let long = format!("https://{}.example", ["a"; 200].join("."));
    for origin in ["https://www.droombord.example", "https://www.droombord.example", "http://evil.example", &long] {
        let call = client.post(format!("{}{}", process.url, paths::POSTS)).header("origin", origin);
        assert_eq!(refusal(call).await.0, 403);
    }
    assert!(has(&warnings(&process.url).await, "unknown_host"));
    let log = process.log();
    let lines: Vec<_> = log.lines().filter(|line| line.contains("--alternative-url")).collect();
    assert_eq!(lines.len(), 1, "{log}");
    for name in ["https://www.droombord.example", OWN, DESK] {
        assert!(lines[0].contains(name), "{log}");
    }
}

/// A server that trusts the peer of these tests, or does not.
async fn behind(trusted: &str) -> TestApp {
    let settings = Given { trusted_proxy: vec![trusted.parse().unwrap()], ..Given::default() };
    TestApp::start_as(Wish { limits: true, settings, ..Wish::default() }).await
}

#[tokio::test]
async fn visitors_of_a_proxy_are_told_apart_however_it_names_them() {
    let app = behind("127.0.0.1/32").await;
    let send = async |name: &str, value: &str| {
        let call = app.sending(&new_key(), Uuid::new_v4(), &dream("Druk.")).header(name, value);
        call.send().await.unwrap().status().as_u16()
    };
    for _ in 0..40 {
        assert_eq!(send("x-forwarded-for", "198.51.100.7:5000").await, 201);
    }
    for same in ["198.51.100.7", "198.51.100.7:5001", "[::ffff:198.51.100.7]:80", "1.1.1.1, \"198.51.100.7\""] {
        assert_eq!(send("x-forwarded-for", same).await, 429, "{same}");
    }
    assert_eq!(send("forwarded", "for=198.51.100.7;proto=https").await, 429);
    for (name, other) in [
        ("x-forwarded-for", "198.51.100.8:5000"),
        ("x-forwarded-for", "[2001:db8::1]:443"),
        ("x-forwarded-for", "\"[2001:db8:1::1]\""),
        ("x-forwarded-for", "_hidden1"),
        ("x-forwarded-for", "198.51.100.7, 198.51.100.9"),
        ("forwarded", "for=\"[2001:db8:2::1]:80\""),
    ] {
        assert_eq!(send(name, other).await, 201, "{other}");
    }
}

#[tokio::test]
async fn a_proxy_and_settings_that_do_not_fit_are_told_in_one_place_and_once() {
    let visit = async |app: &TestApp, header: Option<(&str, &str)>| {
        let call = app.get("/api/posts");
        let call = header.into_iter().fold(call, |call, (name, value)| call.header(name, value));
        assert_eq!(call.send().await.unwrap().status(), 200);
        let now = warnings(&app.url).await;
        (has(&now, "forwarded_for_ignored"), has(&now, "forwarded_for_missing"))
    };
    let app = behind("10.0.0.0/8").await;
    assert_eq!(visit(&app, None).await, (false, false), "a visitor without a proxy");
    assert_eq!(visit(&app, Some(("x-forwarded-for", "198.51.100.7"))).await, (true, false));
    app.clock.pass(24 * 60 * 60);
    assert_eq!(visit(&app, None).await, (false, false), "not for ever");
    assert_eq!(visit(&app, Some(("forwarded", "for=198.51.100.7"))).await, (true, false));

    let app = behind("127.0.0.1/32").await;
    assert!(!has(&warnings(&app.url).await, "forwarded_for_missing"), "who asks whether it is well is no visitor");
    assert_eq!(visit(&app, None).await, (false, true));
    assert_eq!(visit(&app, Some(("x-forwarded-for", "unknown"))).await, (false, true));
    assert_eq!(visit(&app, Some(("x-forwarded-for", "198.51.100.7:1"))).await, (false, false));
    assert_eq!(visit(&app, None).await, (false, false), "somebody on the server itself");

    let folder = TempDir::new().unwrap();
    let process = Process::start(folder.path());
    let client = reqwest::Client::new();
    for n in 0..5 {
        let call =
            client.get(format!("{}/api/posts", process.url)).header("x-forwarded-for", format!("198.51.100.{n}"));
        assert_eq!(call.send().await.unwrap().status(), 200);
    }
    assert!(has(&warnings(&process.url).await, "forwarded_for_ignored"));
    let log = process.log();
    assert_eq!(log.lines().filter(|line| line.contains("X-Forwarded-For")).count(), 1, "{log}");
    assert!(!log.contains("198.51.100.") && !log.contains("127.0.0.1"), "{log}");
}

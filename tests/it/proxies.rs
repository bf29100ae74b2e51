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

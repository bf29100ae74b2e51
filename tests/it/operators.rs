//! The operator's commands: samples, backups, settings, readiness.

use crate::{
    app::{TestApp, files_with, new_key},
    crash::{Process, program},
};
use droombord_domain::{
    api::Decision,
    filter::{BoardFilter, Order},
    paths,
};
use droombord_server::{
    cli::demo,
    clock::Clock as _,
    clock::SystemDice,
    secret::Secret,
    store::{BoardQuery, Place, Store},
};
use reqwest::Method;
use serde_json::{Value, json};
use std::{
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

fn run(arguments: &[&str], folder: &Path, input: &str) -> Output {
    let mut child = Command::new(program())
        .args(arguments)
        .arg("--data")
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[tokio::test]
async fn samples_are_published_by_a_decision_once_and_removed_in_one_step() {
    let app = TestApp::start().await;
    let now = app.clock.now();
    assert_eq!(demo::add(&app.app.store, &SystemDice, now).await.unwrap(), 30);
    assert_eq!(demo::add(&app.app.store, &SystemDice, now).await.unwrap(), 0, "never twice");
    let board: Value = app.get("/api/posts?limit=100").send().await.unwrap().json().await.unwrap();
    let items = board["items"].as_array().unwrap();
    assert_eq!(items.len(), 30);
    assert!(items.iter().all(|post| post["sample"] == true));
    assert!(items[0]["text"].as_str().unwrap().starts_with("Ik droom dat er iemand naast mij zit"));
    let ready: Value = app.get("/readyz").send().await.unwrap().json().await.unwrap();
    assert_eq!(ready["warnings"], json!(["few_facilitators"]), "the demo account is nobody");
    for (text, days, by) in [
        ("Ik wil mijn hond zien.", 24, json!("teamleider wonen")),
        ("Ik droom dat mensen eerst vragen", 12, Value::Null),
    ] {
        let id = items.iter().find(|post| post["text"].as_str().unwrap().starts_with(text)).unwrap()["id"].as_str();
        let trail = app.get(&format!("/api/posts/{}/trail", id.unwrap())).send().await.unwrap();
        let trail: Value = trail.json().await.unwrap();
        assert_eq!(trail["askings"][0]["answer"]["by_function"], by, "{trail}");
        assert_eq!(trail["askings"][0]["answer"]["by_name"].is_string(), by.is_string(), "{trail}");
        assert_eq!(trail["askings"][0]["days"], days, "{trail}");
    }
    let own = app.published(&new_key(), "Een echte droom.", &[]).await;
    assert_eq!(app.app.store.remove_samples(now).await.unwrap(), 30);
    let board: Value = app.get("/api/posts").send().await.unwrap().json().await.unwrap();
    assert_eq!(board["items"].as_array().unwrap().len(), 1);
    assert_eq!(board["items"][0]["id"], own.to_string());
    let organisations: Value = app.get("/api/organisations").send().await.unwrap().json().await.unwrap();
    assert!(organisations["items"].as_array().unwrap().iter().all(|one| one["active"] == false), "{organisations}");
}

#[tokio::test]
async fn an_empty_board_gets_samples_and_one_that_ever_had_a_post_does_not() {
    let posts = async |folder: &Path| {
        let store = Store::open(folder).await.unwrap();
        let query = BoardQuery {
            filter: BoardFilter::default(),
            order: Order::Newest,
            words: vec![],
            after: Place::START,
            limit: 100,
            today: 0,
        };
        let posts = store.board(&query).await.unwrap().0.len();
        store.close().await;
        posts
    };
    let folder = TempDir::new().unwrap();
    drop(Process::start(folder.path()));
    assert_eq!(posts(folder.path()).await, 0, "never by serve");
    assert!(run(&["demo", "--if-empty"], folder.path(), "").status.success());
    assert_eq!(posts(folder.path()).await, 30, "a database without posts is empty");
    assert!(run(&["demo", "--remove"], folder.path(), "").status.success());
    assert!(run(&["demo", "--if-empty"], folder.path(), "").status.success());
    assert_eq!(posts(folder.path()).await, 0, "removed samples do not come back by themselves");

    let app = TestApp::start().await;
    app.dream(&new_key(), "Wacht nog.").await;
    let folder = app.stop().await;
    assert!(run(&["demo", "--if-empty"], folder.path(), "").status.success());
    assert_eq!(posts(folder.path()).await, 0, "somebody's post waits already");
}

#[tokio::test]
async fn readiness_warns_until_two_facilitators_are_active() {
    let app = TestApp::start().await;
    let warnings = async || {
        let response = app.get("/readyz").send().await.unwrap();
        assert_eq!(response.status(), 200);
        response.json::<Value>().await.unwrap()["warnings"].clone()
    };
    assert_eq!(warnings().await, json!(["few_facilitators"]));
    app.facilitator().await;
    app.facilitator().await;
    assert_eq!(warnings().await, json!([]));
}

#[tokio::test]
async fn a_live_server_shows_what_another_process_published() {
    let folder = TempDir::new().unwrap();
    let process = Process::start(folder.path());
    let board = async || -> usize {
        let board: Value = reqwest::get(format!("{}/api/posts", process.url)).await.unwrap().json().await.unwrap();
        board["items"].as_array().unwrap().len()
    };
    assert_eq!(board().await, 0);
    assert!(run(&["demo"], folder.path(), "").status.success());
    tokio::time::sleep(std::time::Duration::from_millis(2_500)).await;
    assert_eq!(board().await, 24);
}

#[tokio::test]
async fn a_backup_beside_a_live_server_is_unreadable_and_restores_everything_but_what_was_erased_since() {
    let folder = TempDir::new().unwrap();
    let elsewhere = TempDir::new().unwrap();
    let file = elsewhere.path().join("board.backup");
    let key = new_key();
    let (kept, erased);
    {
        let process = Process::start(folder.path());
        let client = reqwest::Client::new();
        let send = async |text: &str| -> Value {
            let call = client
                .post(format!("{}/api/posts", process.url))
                .header("authorization", key.to_authorization())
                .header("idempotency-key", uuid::Uuid::new_v4().to_string())
                .json(&crate::app::dream(text));
            call.send().await.unwrap().json().await.unwrap()
        };
        kept = send("Roodborstje blijft.").await;
        erased = send("Winterkoning gaat.").await;
        let output =
            run(&["backup", "--with-secret", "--to", file.to_str().unwrap()], folder.path(), "een lange zin\n");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(String::from_utf8_lossy(&output.stdout).contains("HOLDS THE SECRET"));
        assert_eq!(files_with(elsewhere.path(), "Roodborstje"), Vec::<String>::new(), "sealed");
        let again = run(&["backup", "--to", file.to_str().unwrap()], folder.path(), "een lange zin\n");
        assert!(!again.status.success(), "never written over");
        let gone = client
            .request(Method::DELETE, format!("{}{}", process.url, paths::post(crate::app::id_of(&erased))))
            .header("authorization", key.to_authorization());
        assert_eq!(gone.send().await.unwrap().status(), 204);
    }
    let new = elsewhere.path().join("new");
    let from = file.to_str().unwrap();
    let wrong = run(&["restore", "--from", from], &new, "een andere zin\n");
    assert!(!wrong.status.success());
    let old = folder.path().to_str().unwrap();
    let output = run(&["restore", "--from", from, "--erased-in", old], &new, "een lange zin\n");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!run(&["restore", "--from", from], &new, "een lange zin\n").status.success(), "not over a database");
    let process = Process::start(&new);
    let mine: Value = reqwest::Client::new()
        .get(format!("{}/api/mine", process.url))
        .header("authorization", key.to_authorization())
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let states: Vec<_> = mine["items"].as_array().unwrap().iter().map(|it| (&it["id"], &it["state"])).collect();
    assert_eq!(states, [(&erased["id"], &json!("erased")), (&kept["id"], &json!("received"))]);
    assert_eq!(files_with(&new, "Winterkoning"), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_programs_may_start_in_a_new_folder_at_the_same_moment() {
    for _ in 0..5 {
        let folder = TempDir::new().unwrap();
        let starts: Vec<_> = (0..4)
            .map(|_| {
                let path = folder.path().to_owned();
                tokio::spawn(async move {
                    let store = Store::open(&path).await.unwrap();
                    store.close().await;
                    Secret::open(&path, &SystemDice).unwrap().text().to_string()
                })
            })
            .collect();
        let mut secrets = Vec::new();
        for start in starts {
            secrets.push(start.await.unwrap());
        }
        secrets.dedup();
        assert_eq!(secrets.len(), 1, "one secret for all");
    }
}

#[tokio::test]
async fn wrong_settings_are_refused_with_a_reason() {
    let folder = TempDir::new().unwrap();
    for (toml, hint) in [
        ("public_url = 'droombord.example'", "public-url"),
        ("reading_dayz = 3", "reading_dayz"),
        ("exit_url = 'javascript:alert(1)'", "exit-url"),
    ] {
        std::fs::write(folder.path().join("droombord.toml"), toml).unwrap();
        let output = run(&["serve", "--listen", "127.0.0.1:0"], folder.path(), "");
        assert!(!output.status.success(), "{toml}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(hint), "{toml}");
    }
}

#[tokio::test]
async fn the_folder_and_the_secret_are_for_their_owner_only() {
    let app = TestApp::start().await;
    app.published(&new_key(), "Hoi.", &[]).await;
    let _ = Decision::Publish;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |name: &str| std::fs::metadata(app.folder.path().join(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode("secret"), 0o600);
    }
}

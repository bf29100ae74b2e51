//! Thousands who listen to what is new: what they cost the server, and how soon all of them hear it.

use crate::process::{Connection, Process, percentile, sit_down};
use droombord_domain::{
    api::{Decision, DecisionRequest},
    follow_key::{ENTROPY_BYTES, FollowKey},
    paths,
};
use std::{
    path::Path,
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::{io::AsyncReadExt as _, sync::mpsc};
use uuid::Uuid;

const LISTENERS: usize = 5_000;
/// In seconds: the server looks for news about this often.
const LIVE_PAUSE: &str = "2";
/// Limit for connecting, and for the news.
const LONGEST: Duration = Duration::from_secs(60);

pub async fn measure(server: &Path) {
    let scratch = TempDir::new().unwrap();
    let folder = scratch.path().join("board");
    let process = Process::board(server, &folder, &["--live-pause", LIVE_PAUSE]).await;
    let cookie = sit_down(server, &folder, process.at).await;
    // The first look at the board is what later ones are compared with.
    tokio::time::sleep(Duration::from_secs(5)).await;
    println!("alone_kb {}", process.memory("VmRSS"));

    let (heard, mut hears) = mpsc::unbounded_channel();
    let (ready, mut readies) = mpsc::unbounded_channel();
    for _ in 0..LISTENERS {
        let mut connection = Connection::open(process.at, paths::EVENTS, false).await.unwrap();
        let (heard, ready) = (heard.clone(), ready.clone());
        tokio::spawn(async move {
            connection.say().await.unwrap();
            let mut said = Vec::with_capacity(512);
            let mut greeted = false;
            loop {
                if connection.stream.read_buf(&mut said).await.unwrap() == 0 {
                    return;
                }
                let text = String::from_utf8_lossy(&said);
                if !greeted && text.contains("\"posts\":0") {
                    greeted = true;
                    ready.send(()).unwrap();
                }
                if text.contains("\"posts\":1") {
                    heard.send(Instant::now()).unwrap();
                    said.clear();
                    greeted = true;
                }
            }
        });
    }
    for _ in 0..LISTENERS {
        tokio::time::timeout(LONGEST, readies.recv()).await.unwrap().unwrap();
    }
    tokio::time::sleep(Duration::from_secs(3)).await;
    println!("listening_kb {}", process.memory("VmRSS"));
    let mut spreads = Vec::new();
    for _ in 0..5 {
        publish(&process, &cookie).await;
        let mut moments = Vec::new();
        for _ in 0..LISTENERS {
            moments.push(tokio::time::timeout(LONGEST, hears.recv()).await.unwrap().unwrap());
        }
        let first = moments.iter().min().unwrap();
        let mut waits: Vec<f64> = moments.iter().map(|moment| moment.duration_since(*first).as_secs_f64()).collect();
        spreads.push(percentile(&mut waits, 100));
    }
    println!("reached_s {}", spreads.iter().copied().fold(0.0, f64::max));
    println!("heard_kb {}", process.memory("VmRSS"));
}

/// A post that somebody sends and a facilitator places.
async fn publish(process: &Process, cookie: &str) {
    let client = reqwest::Client::new();
    let url = format!("http://{}", process.at);
    let key = FollowKey::from_entropy([9; ENTROPY_BYTES]).to_authorization();
    let sent = client.post(format!("{url}{}", paths::POSTS)).header("authorization", key);
    let sent = sent.header("idempotency-key", Uuid::new_v4().to_string());
    let sent = sent.json(&serde_json::json!({"kind": "dream", "text": "Een huis met een boom."})).send().await.unwrap();
    assert_eq!(sent.status(), 201);
    let post: serde_json::Value = sent.json().await.unwrap();
    let path = paths::decision(post["id"].as_str().unwrap().parse().unwrap());
    let yes = client.post(format!("{url}{path}")).header("cookie", cookie);
    let yes = yes.json(&DecisionRequest::of(1, Decision::Publish)).send().await.unwrap();
    assert!(yes.status().is_success(), "{}", yes.status());
}

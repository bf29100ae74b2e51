//! The server as a process under load: the board's first page of 10,000 posts beside the same bytes from memory, how soon it
//! is ready, what it takes when nothing happens; and how long one writer and one facilitator wait for what is theirs alone.
//! Prints `name value` lines; what they mean and what they must be stands in `xtask/src/bench/server.rs`.
//!
//! Everything is on this machine: two servers with the same stack and the same client, one after the other, in turns.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    reason = "a measurement that cannot go on must stop loudly"
)]

mod flood;
mod listeners;
mod million;
mod process;

use droombord_domain::{
    api::{Decision, DecisionRequest},
    draft::Draft,
    staff::StaffRole,
};
use droombord_server::{
    moderation::ruling::Ruling,
    store::{
        Sending, Store,
        accounts::{Credentials, Doing, NewAccount},
    },
};
use process::{Connection, PATH, Process, ROUNDS, from_memory, in_turns, joined, median, serve_bytes, sit_down};
use serde::Deserialize;
use std::{
    env, fs,
    net::SocketAddr,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;
use uuid::Uuid;

const POSTS: usize = 10_000;
/// What one writer has: so many posts, and with each so many events in its trail.
const OWN_POSTS: usize = 50;
const OWN_EVENTS: usize = 20;
/// How often one person asks in a turn.
const ASKED: usize = 40;

fn main() {
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    match words[..] {
        ["bytes", listen, plain, packed] => runtime.block_on(serve_bytes(listen, plain, packed)),
        ["server", server] => runtime.block_on(measure(Path::new(server))),
        ["million", server, folder] => runtime.block_on(million::measure(Path::new(server), Path::new(folder))),
        ["flood", server, folder] => runtime.block_on(flood::measure(Path::new(server), Path::new(folder))),
        // A long board for a bench in a browser.
        ["fill", _, folder] => runtime.block_on(fill(Path::new(folder))),
        ["listeners", server] => runtime.block_on(listeners::measure(Path::new(server))),
        _ => panic!("give the name of a bench and the path of droombord-server"),
    }
}

async fn measure(server: &Path) {
    let scratch = TempDir::new().unwrap();
    let samples = scratch.path().join("samples");
    let demo = Command::new(server).arg("demo").arg("--data").arg(&samples).stderr(Stdio::null()).status();
    assert!(demo.unwrap().success(), "the sample posts cannot be made");
    let mut starts = Vec::new();
    for _ in 0..ROUNDS {
        starts.push(Process::board(server, &samples, &[]).await.ready_after.as_secs_f64());
    }
    println!("start_s {}", median(starts));
    let idle = Process::board(server, &samples, &[]).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    println!("idle_kb {}", idle.memory("VmRSS"));
    drop(idle);

    let folder = scratch.path().join("board");
    let began = Instant::now();
    fill(&folder).await;
    println!("fill_s {}", began.elapsed().as_secs_f64());
    load(server, &folder, scratch.path()).await;

    let folder = scratch.path().join("desk");
    fill_with(&folder, Shelf::Desk).await;
    alone(server, &folder).await;
}

/// What is nobody else's and never kept in memory: a writer's own posts, and the desk's queue. One asks after the other.
async fn alone(server: &Path, folder: &Path) {
    let desk = Process::board(server, folder, &[]).await;
    let at = desk.at;
    let key = write_much(at).await;
    let cookie = sit_down(server, folder, at).await;
    let ways = [
        ("mine", "/api/mine", format!("Authorization: {key}\r\n")),
        ("queue", "/api/moderation/queue", format!("Cookie: {cookie}\r\n")),
    ];
    let mut waits = vec![Vec::new(); ways.len()];
    for round in 0..=ROUNDS {
        for ((name, path, head), waits) in ways.iter().zip(&mut waits) {
            let mut connection = Connection::with(at, path, head).await.unwrap();
            for _ in 0..ASKED {
                let began = Instant::now();
                let body = connection.fetch().await.unwrap();
                let took = began.elapsed().as_secs_f64() * 1_000.0;
                // The first round warms up, and shows that it is what it says.
                if round > 0 {
                    waits.push(took);
                } else {
                    whole(name, &connection.buffer[body..]);
                }
            }
        }
    }
    for ((name, ..), mut waits) in ways.iter().zip(waits) {
        println!("{name}_ms {}", median(waits.clone()));
        waits.sort_by(f64::total_cmp);
        println!("{name}_p95_ms {}", waits[waits.len() * 95 / 100]);
    }
}

/// That an answer holds what is measured.
fn whole(name: &str, body: &[u8]) {
    let body = if body.starts_with(b"{") { body.to_vec() } else { joined(body) };
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    let items = body["items"].as_array().unwrap();
    if name == "mine" {
        let events: usize = items.iter().map(|post| post["trail"].as_array().unwrap().len()).sum();
        assert_eq!((items.len(), events), (OWN_POSTS, OWN_POSTS * OWN_EVENTS));
    } else {
        assert!(!items.is_empty() && body["waiting"].as_u64().unwrap() >= POSTS as u64, "{}", body["waiting"]);
    }
}

/// A writer with many posts, each changed again and again before anybody read it; gives what opens them.
async fn write_much(at: SocketAddr) -> String {
    let client = reqwest::Client::new();
    let key = droombord_domain::follow_key::FollowKey::from_entropy([7; droombord_domain::follow_key::ENTROPY_BYTES]);
    let key = key.to_authorization();
    for n in 0..OWN_POSTS {
        let draft = |change: usize| serde_json::json!({"kind": "dream", "text": format!("Droom {n}, keer {change}.")});
        let sent = client.post(format!("http://{at}{PATH}")).header("authorization", &key);
        let sent = sent.header("idempotency-key", Uuid::new_v4().to_string()).json(&draft(1)).send().await.unwrap();
        assert_eq!(sent.status(), 201);
        let post: serde_json::Value = sent.json().await.unwrap();
        let path = format!("http://{at}{PATH}/{}", post["id"].as_str().unwrap());
        for change in 1..OWN_EVENTS {
            let body = serde_json::json!({"revision": change, "draft": draft(change + 1)});
            let changed = client.patch(&path).header("authorization", &key).json(&body).send().await.unwrap();
            assert_eq!(changed.status(), 200);
        }
    }
    key
}

/// All ways of answering, in turns.
async fn load(server: &Path, folder: &Path, scratch: &Path) {
    let kept = Process::board(server, folder, &[]).await;
    println!("start_10000_s {}", kept.ready_after.as_secs_f64());
    let read = Process::board(server, folder, &["--no-cache"]).await;
    let bytes = from_memory(&kept, scratch).await;
    let ways = [
        ("bytes", &bytes, PATH, false),
        ("kept", &kept, PATH, false),
        ("read", &read, PATH, false),
        ("bytes_packed", &bytes, PATH, true),
        ("kept_packed", &kept, PATH, true),
        ("read_packed", &read, PATH, true),
    ];
    in_turns(&ways, &[0, 0, 0, 3, 3, 3]).await;
    println!("loaded_kb {}", kept.memory("RssAnon"));
}

#[derive(Deserialize)]
struct Sample {
    draft: Draft,
    keywords: Vec<String>,
}

/// Makes a board of many posts, by the server's own store: each is sent and published. In memory first: what is synced twenty
/// thousand times there is written to the disk once.
async fn fill(folder: &Path) {
    fill_with(folder, Shelf::Board).await;
}

/// Where the posts are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shelf {
    /// Each was read and placed.
    Board,
    /// Each waits for a reader.
    Desk,
}

async fn fill_with(folder: &Path, shelf: Shelf) {
    let memory = Path::new("/dev/shm");
    let aside = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.unwrap();
    let samples: Vec<Sample> =
        serde_json::from_str(include_str!("../../crates/droombord-server/assets/samples.json")).unwrap();
    let store = Store::open(aside.path()).await.unwrap();
    let reader = Uuid::new_v4();
    let credentials = Credentials {
        password_hash: "!".to_owned(),
        password_given: false,
        enrolled: true,
        sealed_secret: "!".to_owned(),
    };
    let new = NewAccount {
        id: reader,
        name: "Lezer".to_owned(),
        folded_name: "lezer".to_owned(),
        role: StaffRole::Facilitator,
        organisation: None,
        credentials,
    };
    let mut at = 1_795_262_400;
    store.add_account(&new, Doing { by: None, at }).await.unwrap();
    for (n, sample) in (0..POSTS).zip(samples.iter().cycle()) {
        at += 60;
        let text = sample.draft.text.as_ref().map(|text| format!("{text} ({n})"));
        let draft = Draft { text, ..sample.draft.clone() };
        let id = Uuid::new_v4();
        let sending = Sending {
            id,
            key_id: Uuid::new_v4(),
            key: format!("key {}", n / 3),
            idempotency: format!("sending {n}"),
            body_mac: format!("body {n}"),
            reply_to: None,
            post: draft.parse().unwrap(),
            at,
        };
        store.send(sending).await.unwrap();
        if shelf == Shelf::Desk {
            continue;
        }
        let request =
            DecisionRequest { keywords: sample.keywords.clone(), ..DecisionRequest::of(1, Decision::Publish) };
        store.decide(id, &Ruling::parse(&request, &Default::default()).unwrap(), reader, at).await.unwrap();
    }
    store.close().await;
    fs::create_dir_all(folder).unwrap();
    for file in fs::read_dir(aside.path()).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder.join(file.file_name())).unwrap();
    }
}

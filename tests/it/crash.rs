//! The real program as a process: what was acknowledged survives `kill -9`, because it was on the disk before the answer.

use crate::app::{dream, new_key};
use droombord_domain::follow_key::FollowKey;
use serde_json::Value;
use std::{
    collections::HashMap,
    env, fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
    time::{Duration, Instant},
};
use tempfile::TempDir;
use uuid::Uuid;

/// The program, built when it is not yet.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        if let Some(path) = env::var_os("DROOMBORD_SERVER") {
            return path.into();
        }
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut build = Command::new(cargo);
        build.args(["build", "--quiet", "--package", "droombord-server", "--bin", "droombord-server"]);
        let release = !cfg!(debug_assertions);
        if release {
            build.arg("--release");
        }
        assert!(build.status().unwrap().success(), "the server could not be built");
        // target/<profile>/deps/it-… → target/<profile>/droombord-server
        let profile = env::current_exe().unwrap().parent().unwrap().parent().unwrap().to_owned();
        profile.join(format!("droombord-server{}", env::consts::EXE_SUFFIX))
    })
}

/// A running server; it is killed when it is dropped.
pub struct Process {
    pub child: Child,
    pub url: String,
    /// From the start of the process until it said that it is ready.
    pub ready_after: Duration,
}

impl Process {
    pub fn start(folder: &Path) -> Self {
        Self::start_with(Command::new(program()), folder)
    }

    /// Starts by another command that runs the server, such as a tracer.
    pub fn start_with(mut command: Command, folder: &Path) -> Self {
        let began = Instant::now();
        let mut child = command
            .args(["serve", "--listen", "127.0.0.1:0", "--no-limits", "--data"])
            .arg(folder)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                let ready = line.contains(" ready ").then(|| line.split_once("address=").map(|it| it.1.to_owned()));
                ready.flatten()
            })
            .expect("the server says where it listens");
        let ready_after = began.elapsed();
        // Somebody must go on reading, or the server waits for room to log.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, url: format!("http://{}", address.trim()), ready_after }
    }

    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

fn sending(client: &reqwest::Client, url: &str, key: &FollowKey, id: Uuid, text: &str) -> reqwest::RequestBuilder {
    client
        .post(format!("{url}/api/posts"))
        .header("authorization", key.to_authorization())
        .header("idempotency-key", id.to_string())
        .json(&dream(text))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_acknowledged_post_is_there_once_after_kill_9() {
    let rounds = env::var("DROOMBORD_CRASHES").ok().and_then(|it| it.parse().ok()).unwrap_or(15);
    let folder = TempDir::new().unwrap();
    let key = new_key();
    // By text: the idempotency key, and whether an answer came.
    let mut sent: HashMap<String, (Uuid, bool)> = HashMap::new();
    for round in 0..rounds {
        let mut process = Process::start(folder.path());
        let client = reqwest::Client::new();
        // What got no answer the last time is sent again, as the outbox of a phone does.
        let again: Vec<_> =
            sent.iter().filter(|(_, (_, answered))| !answered).map(|(text, it)| (text.clone(), it.0)).collect();
        let new = (0..60).map(|n| (format!("Ronde {round}, droom {n}."), Uuid::new_v4()));
        let calls: Vec<_> = again
            .into_iter()
            .chain(new)
            .map(|(text, id)| {
                let call = sending(&client, &process.url, &key, id, &text);
                sent.entry(text.clone()).or_insert((id, false));
                tokio::spawn(async move {
                    let response = call.send().await.ok()?;
                    let status = response.status().as_u16();
                    assert!(matches!(status, 200 | 201), "{status}");
                    Some(text)
                })
            })
            .collect();
        // A random moment: sometimes before the first answer, sometimes after the last.
        let moment = u64::from(Uuid::new_v4().as_bytes()[0]);
        tokio::time::sleep(Duration::from_millis(moment)).await;
        process.kill();
        for call in calls {
            if let Ok(Some(text)) = call.await {
                sent.get_mut(&text).unwrap().1 = true;
            }
        }
    }
    let process = Process::start(folder.path());
    let mine: Value = reqwest::Client::new()
        .get(format!("{}/api/mine", process.url))
        .header("authorization", key.to_authorization())
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let mut there: HashMap<String, usize> = HashMap::new();
    for post in mine["items"].as_array().unwrap() {
        assert_eq!(post["trail"].as_array().unwrap().len(), 1, "one trail, never doubled");
        *there.entry(post["body"]["text"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    let answered = sent.values().filter(|(_, answered)| *answered).count();
    eprintln!("{rounds} crashes: {answered} of {} sendings were acknowledged", sent.len());
    assert!(answered > 0, "the test must try something");
    for (text, (_, answered)) in &sent {
        let times = there.get(text).copied().unwrap_or(0);
        assert!(times <= 1, "{text} is there {times} times");
        assert!(times == 1 || !answered, "{text} was acknowledged and is lost");
    }
}

#[tokio::test]
async fn the_answer_comes_after_the_data_is_synced() {
    let has_strace = Command::new("strace").arg("--version").stdout(Stdio::null()).status().is_ok();
    if !has_strace {
        eprintln!("SKIPPED: strace is not installed, so the order of write, sync and answer was NOT checked");
        return;
    }
    let folder = TempDir::new().unwrap();
    // The first start makes the database; the second is watched.
    drop(Process::start(folder.path()));
    let log = folder.path().join("strace.log");
    let mut command = Command::new("strace");
    command
        .args(["--follow-forks", "--decode-fds=path", "--string-limit=64"])
        .args(["--trace=pwrite64,write,writev,sendto,sendmsg,fsync,fdatasync"])
        .arg("--output")
        .arg(&log)
        .arg(program());
    let process = Process::start_with(command, folder.path());
    // The jobs of the day write too, right after the start.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let client = reqwest::Client::new();
    for n in 0..5 {
        let response =
            sending(&client, &process.url, &new_key(), Uuid::new_v4(), &format!("Bewaard {n}.")).send().await.unwrap();
        assert_eq!(response.status(), 201);
    }
    let id = process.child.id();
    // The tracer ends when the server does; ask the server politely.
    let server = fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap();
    let _ = Command::new("kill").args(["-TERM", server.split_whitespace().next().unwrap()]).status();
    let mut process = process;
    process.child.wait().unwrap();

    let mut unsynced = false;
    let mut synced_since_answer = false;
    let mut answers = 0;
    // Calls of other threads may come between the beginning and the end of one: only the end of a sync counts.
    let mut syncing: HashMap<&str, bool> = HashMap::new();
    let text = fs::read_to_string(&log).unwrap();
    for line in text.lines() {
        let (thread, call) = line.split_once(' ').unwrap();
        let call = call.trim_start();
        let is_log = call.contains("droombord.sqlite-wal>");
        if call.starts_with("pwrite64(") && is_log {
            unsynced = true;
            // A write during a sync is not covered by it.
            syncing.values_mut().for_each(|whole| *whole = false);
        } else if (call.starts_with("fdatasync(") || call.starts_with("fsync(")) && is_log {
            if call.ends_with("= 0") {
                unsynced = false;
                synced_since_answer = true;
            } else {
                syncing.insert(thread, true);
            }
        } else if call.contains("sync resumed>") {
            if syncing.remove(thread) == Some(true) && call.ends_with("= 0") {
                unsynced = false;
                synced_since_answer = true;
            }
        } else if call.contains("HTTP/1.1 201") {
            answers += 1;
            assert!(!unsynced, "an answer went out before the log was synced");
            assert!(synced_since_answer, "an answer went out without a sync of its own");
            synced_since_answer = false;
        }
    }
    assert_eq!(answers, 5, "the trace must show every answer");
}

#[tokio::test]
async fn it_stops_politely_and_is_ready_soon() {
    let folder = TempDir::new().unwrap();
    drop(Process::start(folder.path()));
    let mut process = Process::start(folder.path());
    eprintln!("ready after {:?}", process.ready_after);
    let limit = if cfg!(debug_assertions) { 2_000 } else { 500 };
    assert!(process.ready_after < Duration::from_millis(limit), "ready after {:?}", process.ready_after);
    let _ = Command::new("kill").args(["-TERM", &process.child.id().to_string()]).status();
    let status = process.child.wait().unwrap();
    assert!(status.success(), "{status}");
    assert!(!folder.path().join("droombord.sqlite-wal").exists(), "the log was written back");
}

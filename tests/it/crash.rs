//! The real program as a process: what was acknowledged survives `kill -9`, because it was on the disk before the answer.

use crate::app::{dream, new_key};
use droombord_domain::follow_key::FollowKey;
use serde_json::Value;
use std::{
    collections::HashMap,
    env, fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, Mutex, OnceLock},
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
    log: Arc<Mutex<String>>,
}

impl Process {
    pub fn start(folder: &Path) -> Self {
        Self::start_with(Command::new(program()), folder)
    }

    /// Starts by a command that runs the server in its own way.
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
        let log = Arc::<Mutex<String>>::default();
        let to = log.clone();
        std::thread::spawn(move || {
            lines.map_while(Result::ok).for_each(|line| to.lock().unwrap().extend([line.as_str(), "\n"]));
        });
        Self { child, url: format!("http://{}", address.trim()), ready_after, log }
    }

    /// What it has logged since it was ready.
    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// Asks it to stop, and waits until it has.
    pub fn stop(&mut self) -> ExitStatus {
        let _ = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        self.child.wait().unwrap()
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

/// A server that writes down in which order it writes, syncs and answers (`crash/order.c`; Linux). Gives also where.
#[cfg(target_os = "linux")]
fn watched(folder: &Path) -> (Process, PathBuf) {
    let shim = folder.join("order.so");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("it/crash/order.c");
    // The C compiler that SQLite needs is here too.
    let mut compile = Command::new(env::var_os("CC").unwrap_or_else(|| "cc".into()));
    compile.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&shim).arg(source).arg("-ldl");
    assert!(compile.status().unwrap().success(), "order.c could not be compiled");
    let order = folder.join("order.log");
    let mut command = Command::new(program());
    command.env("LD_PRELOAD", &shim).env("DROOMBORD_ORDER", &order);
    (Process::start_with(command, &folder.join("board")), order)
}

/// Reads what was written down. Every answer needs a sync since the one before it, and nothing written that is not synced. Gives how
/// many answers there were.
fn answers_after_syncs(order: &str) -> Result<usize, String> {
    let (mut unsynced, mut whole, mut synced, mut answers) = (false, true, false, 0);
    for (number, line) in order.lines().enumerate() {
        match line {
            // What is written while a sync runs is not covered by it.
            "write" => (unsynced, whole) = (true, false),
            "syncing" => whole = true,
            "synced" if whole => (unsynced, synced) = (false, true),
            "synced" => {}
            "answer" if unsynced || !synced => {
                return Err(format!("line {number}: an answer before its data was synced"));
            }
            "answer" => (synced, answers) = (false, answers + 1),
            other => return Err(format!("line {number}: {other:?}")),
        }
    }
    Ok(answers)
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_answer_comes_after_the_data_is_synced() {
    let folder = TempDir::new().unwrap();
    let (process, order) = watched(folder.path());
    // The jobs of the day write too, right after the start.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let client = reqwest::Client::new();
    let send = |n: u32| sending(&client, &process.url, &new_key(), Uuid::new_v4(), &format!("Bewaard {n}.")).send();
    for n in 0..5 {
        assert_eq!(send(n).await.unwrap().status(), 201);
    }
    assert_eq!(answers_after_syncs(&fs::read_to_string(&order).unwrap()), Ok(5));

    // What cannot be made to last is not acknowledged.
    let broken = folder.path().join("order.log.broken");
    fs::write(&broken, "").unwrap();
    let refused = send(5).await.unwrap();
    assert!(refused.status().is_server_error(), "{}", refused.status());
    fs::remove_file(&broken).unwrap();
    assert_eq!(send(6).await.unwrap().status(), 201, "and goes on when the disk does");
    assert_eq!(answers_after_syncs(&fs::read_to_string(&order).unwrap()), Ok(6));
}

#[test]
fn a_wrong_order_is_seen() {
    for (order, answers) in [
        ("write syncing synced answer", Some(1)),
        ("write syncing synced answer write syncing synced answer", Some(2)),
        ("write answer syncing synced", None),
        ("syncing write synced answer", None),
        ("write syncing answer synced", None),
        ("write syncing synced answer answer", None),
        ("write syncing synced write answer", None),
    ] {
        assert_eq!(answers_after_syncs(&order.replace(' ', "\n")).ok(), answers, "{order}");
    }
}

#[tokio::test]
async fn it_stops_politely_and_is_ready_soon() {
    let folder = TempDir::new().unwrap();
    drop(Process::start(folder.path()));
    let mut process = Process::start(folder.path());
    eprintln!("ready after {:?}", process.ready_after);
    let limit = if cfg!(debug_assertions) { 2_000 } else { 500 };
    assert!(process.ready_after < Duration::from_millis(limit), "ready after {:?}", process.ready_after);
    let status = process.stop();
    assert!(status.success(), "{status}");
    assert!(!folder.path().join("droombord.sqlite-wal").exists(), "the log was written back");
}

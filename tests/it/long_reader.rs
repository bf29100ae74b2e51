//! A program that reads the database for long: it holds up nobody, and what was erased is gone soon after it ends.

use crate::{
    app::{TestApp, dream, files_with, id_of, new_key},
    crash::{Process, program},
    proof,
};
use droombord_domain::{follow_key::FollowKey, paths};
use droombord_server::{data_folder::DATABASE, storage::Keeper};
use reqwest::{Client, Response, StatusCode};
use serde_json::{Value, json};
use sqlx::{AnyPool, Transaction};
use std::{
    env,
    io::{self, BufRead as _, BufReader, Lines, Read as _, Write as _},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;
use uuid::Uuid;

/// Well under the patience of one writer (five seconds), and well over what a loaded machine needs.
const SOON: Duration = Duration::from_secs(3);

/// A transaction that sees the database as it is now, and goes on doing so.
async fn reader(folder: &Path) -> Transaction<'static, sqlx::Any> {
    sqlx::any::install_default_drivers();
    let pool = AnyPool::connect(&format!("sqlite://{}", folder.join(DATABASE).display())).await.unwrap();
    let mut reader = pool.begin().await.unwrap();
    sqlx::query("SELECT COUNT(*) FROM posts").fetch_one(&mut *reader).await.unwrap();
    reader
}

/// The same in a process of its own: who opens and closes a file ends all locks that its process has on it, and tests look into
/// every file.
struct Reader {
    child: Child,
    /// Kept open: after a minute the test runner prints a line, and a closed pipe would end it.
    _out: Lines<BufReader<ChildStdout>>,
}

impl Reader {
    fn start(folder: &Path) -> Self {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "long_reader::a_program_that_reads", "--nocapture"])
            .env(READ, folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(out.by_ref().map_while(Result::ok).any(|line| line.contains(READ)), "it reads");
        Self { child, _out: out }
    }

    fn end(mut self) {
        drop(self.child.stdin.take());
        self.child.wait().unwrap();
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The folder to read, for the process of a [`Reader`].
const READ: &str = "DROOMBORD_TEST_READS";

/// Only that process; as a test it does nothing.
#[tokio::test]
async fn a_program_that_reads() {
    if let Some(folder) = env::var_os(READ) {
        let reader = reader(Path::new(&folder)).await;
        writeln!(io::stdout(), "{READ}").unwrap();
        let _ = io::stdin().read(&mut [0]);
        reader.rollback().await.unwrap();
    }
}

/// A phone.
pub struct Phone<'a> {
    pub url: &'a str,
    pub key: FollowKey,
    pub client: Client,
}

impl<'a> Phone<'a> {
    pub fn new(url: &'a str) -> Self {
        Self { url, key: new_key(), client: Client::new() }
    }

    pub async fn try_sending(&self, text: &str) -> Response {
        let call = self
            .client
            .post(format!("{}/api/posts", self.url))
            .header("authorization", self.key.to_authorization())
            .header("idempotency-key", Uuid::new_v4().to_string())
            .json(&dream(text));
        call.send().await.unwrap()
    }

    pub async fn send(&self, text: &str) -> Uuid {
        let response = self.try_sending(text).await;
        assert_eq!(response.status(), StatusCode::CREATED, "{text}");
        id_of(&response.json().await.unwrap())
    }

    pub async fn erase(&self, id: Uuid) -> StatusCode {
        let call = self.client.delete(format!("{}{}", self.url, paths::post(id)));
        call.header("authorization", self.key.to_authorization()).send().await.unwrap().status()
    }

    pub async fn mine(&self) -> Value {
        let call = self.client.get(format!("{}/api/mine", self.url));
        call.header("authorization", self.key.to_authorization()).send().await.unwrap().json().await.unwrap()
    }

    pub async fn warnings(&self) -> Value {
        let ready = self.client.get(format!("{}/readyz", self.url)).send().await.unwrap();
        ready.json::<Value>().await.unwrap()["warnings"].clone()
    }
}

/// How many files still hold these words when they should be gone. Waits some seconds for it.
pub async fn left(folder: &Path, words: &[&str]) -> u64 {
    let began = Instant::now();
    loop {
        let left = words.iter().map(|word| files_with(folder, word).len() as u64).sum();
        if left == 0 || began.elapsed() > Duration::from_secs(20) {
            return left;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// 99th percentile in milliseconds.
fn p99(times: &mut [Duration]) -> u64 {
    times.sort();
    let at = times.len().saturating_sub(1) * 99 / 100;
    u64::try_from(times[at].as_millis()).unwrap()
}

/// `DROOMBORD_READER` lets the readers stand for so many seconds.
#[tokio::test]
async fn a_long_reader_holds_up_nobody_and_what_was_erased_is_gone_after_it() {
    let stands = env::var("DROOMBORD_READER").ok().and_then(|it| it.parse().ok()).unwrap_or(0);
    let folder = TempDir::new().unwrap();
    let mut process = Process::start(folder.path());
    let phone = Phone::new(&process.url);
    let first = phone.send("Goudhaantje wil naar huis.").await;
    assert!(Command::new(program()).args(["demo", "--data"]).arg(folder.path()).status().unwrap().success());
    let old = Reader::start(folder.path());
    let began = Instant::now();
    let second = phone.send("Boomklever wil blijven.").await;
    let young = Reader::start(folder.path());
    let (mut erasing, mut sending, mut refused) = (vec![], vec![], 0);
    for id in [first, second] {
        let began = Instant::now();
        assert_eq!(phone.erase(id).await, StatusCode::NO_CONTENT);
        erasing.push(began.elapsed());
    }
    while sending.len() < 12 || began.elapsed() < Duration::from_secs(stands) {
        let called = Instant::now();
        let answer = phone.try_sending("Droom naast een lezer.").await;
        sending.push(called.elapsed());
        if answer.status() != StatusCode::CREATED {
            refused += 1;
        } else if sending.len() % 3 == 0 {
            let id = id_of(&answer.json().await.unwrap());
            let called = Instant::now();
            assert_eq!(phone.erase(id).await, StatusCode::NO_CONTENT);
            erasing.push(called.elapsed());
        }
    }
    let sendings = sending.len() as u64;
    let (sent, erased) = (p99(&mut sending), p99(&mut erasing));
    let stood = began.elapsed().as_secs();
    assert_eq!(refused, 0);
    assert!(u128::from(sent.max(erased)) < SOON.as_millis(), "{sent}, {erased}");
    // Another program erases too, and ends.
    let began = Instant::now();
    let demo = Command::new(program()).args(["demo", "--remove", "--data"]).arg(folder.path()).status().unwrap();
    assert!(demo.success() && began.elapsed() < SOON * 3, "{:?}", began.elapsed());
    let words = ["Goudhaantje", "Boomklever", "Ik droom dat er iemand naast mij zit"];
    for word in words {
        assert!(!files_with(folder.path(), word).is_empty(), "what a reader may still read: {word}");
    }
    old.end();
    young.end();
    let mut found = left(folder.path(), &words).await;

    // Also when the server begins while somebody reads.
    let third = phone.send("Kuifmees gaat weg.").await;
    let reader = Reader::start(folder.path());
    assert_eq!(phone.erase(third).await, StatusCode::NO_CONTENT);
    process.kill();
    let again = Process::start(folder.path());
    assert!(again.ready_after < SOON * 2, "{:?}", again.ready_after);
    assert!(!files_with(folder.path(), "Kuifmees").is_empty());
    reader.end();
    found += left(folder.path(), &["Kuifmees"]).await;
    proof::keep(
        "long-reader",
        &[
            ("reader seconds", stood),
            ("sendings", sendings),
            ("sending p99", sent),
            ("erasing p99", erased),
            ("refused", refused),
            ("files with erased words", found),
        ],
    );
    assert_eq!(found, 0);
}

#[tokio::test]
async fn the_operator_is_told_when_erased_words_stand_in_the_log_for_a_minute() {
    let app = TestApp::start().await;
    let key = new_key();
    let id = app.dream(&key, "Staartmees.").await;
    let warned = async || {
        let ready: Value = app.get("/readyz").send().await.unwrap().json().await.unwrap();
        ready["warnings"].as_array().unwrap().contains(&json!("erased_words_in_log"))
    };
    let reader = reader(app.folder.path()).await;
    let erase = app.call(reqwest::Method::DELETE, &paths::post(id)).header("authorization", key.to_authorization());
    assert_eq!(erase.send().await.unwrap().status(), 204);
    let mut keeper = Keeper::default();
    let began = tokio::time::Instant::now();
    for (seconds, told) in [(0, false), (30, false), (61, true), (90, true)] {
        keeper.look(&app.app, began + Duration::from_secs(seconds)).await;
        assert_eq!(warned().await, told, "after {seconds} s");
    }
    reader.rollback().await.unwrap();
    keeper.look(&app.app, began + Duration::from_secs(91)).await;
    assert!(!warned().await);
    assert_eq!(files_with(app.folder.path(), "Staartmees"), Vec::<String>::new());
}

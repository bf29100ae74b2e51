//! The server as a process under load: the board's first page of 10,000 posts beside the same bytes from memory, how soon it
//! is ready, what it takes when nothing happens. Prints `name value` lines; what they mean and what they must be stands in
//! `xtask/src/bench/server.rs`.
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

use axum::{
    Router,
    body::Bytes,
    http::{HeaderMap, header},
    routing::get,
};
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
use serde::Deserialize;
use std::{
    env, fs,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};
use uuid::Uuid;

const POSTS: usize = 10_000;
const ROUNDS: usize = 9;
const CONNECTIONS: usize = 8;
const TURN: Duration = Duration::from_millis(900);
const WARM_UP: Duration = Duration::from_millis(150);
/// Longer than anything here may take: a server that hangs ends the measurement.
const PATIENCE: Duration = Duration::from_secs(30);
const PATH: &str = "/api/posts";

fn main() {
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    match words[..] {
        ["bytes", listen, plain, packed] => runtime.block_on(serve_bytes(listen, plain, packed)),
        [server] => runtime.block_on(measure(Path::new(server))),
        _ => panic!("give the path of droombord-server"),
    }
}

/// What the board is compared with: the same stack, and a handler that has the answer ready.
async fn serve_bytes(listen: &str, plain: &str, packed: &str) {
    // It ends when whoever started it does.
    std::thread::spawn(|| {
        let _ = std::io::stdin().read_line(&mut String::new());
        std::process::exit(0);
    });
    let (plain, packed) = (Bytes::from(fs::read(plain).unwrap()), Bytes::from(fs::read(packed).unwrap()));
    let answer = move |headers: HeaderMap| async move {
        let kind = (header::CONTENT_TYPE, "application/json");
        if headers.contains_key(header::ACCEPT_ENCODING) {
            ([kind, (header::CONTENT_ENCODING, "br")], packed)
        } else {
            ([kind, (header::CONTENT_LANGUAGE, "nl")], plain)
        }
    };
    let listener = tokio::net::TcpListener::bind(listen).await.unwrap();
    let router = Router::new().route(PATH, get(answer)).route("/readyz", get(|| async {}));
    droombord_server::serve::accept(listener, router, std::future::pending()).await;
}

/// A server of ours; killed when it is dropped.
struct Process {
    child: Child,
    at: SocketAddr,
    ready_after: Duration,
}

impl Process {
    async fn start(program: &Path, words: impl FnOnce(&str) -> Vec<String>) -> Self {
        let at = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut command = Command::new(program);
        command.args(words(&at.to_string())).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let began = Instant::now();
        let mut process = Self { child: command.spawn().unwrap(), at, ready_after: Duration::ZERO };
        loop {
            if let Ok(mut connection) = Connection::open(at, "/readyz", false).await
                && connection.fetch().await.is_ok()
            {
                process.ready_after = began.elapsed();
                return process;
            }
            assert_eq!(process.child.try_wait().unwrap(), None, "the server stopped at once");
            assert!(began.elapsed() < PATIENCE, "the server does not get ready");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    async fn board(program: &Path, folder: &Path, more: &[&str]) -> Self {
        let words = |at: &str| {
            let mut words = vec!["serve".to_owned(), "--no-limits".to_owned(), "--listen".to_owned(), at.to_owned()];
            words.extend(["--data".to_owned(), folder.to_str().unwrap().to_owned()]);
            words.extend(more.iter().map(|word| (*word).to_owned()));
            words
        };
        Self::start(program, words).await
    }

    /// What a line of `/proc/…/status` says, in KB.
    fn memory(&self, name: &str) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        line.trim_start_matches(':').split_whitespace().next().unwrap().parse().unwrap()
    }

    /// How long the processors worked for it, in hundredths of a second (the kernel's own unit there).
    fn worked(&self) -> f64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        let after_name = stat.rsplit_once(") ").unwrap().1;
        after_name.split(' ').skip(11).take(2).map(|ticks| ticks.parse::<f64>().unwrap()).sum()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One connection that asks the same again and again. Plain bytes on purpose: a client that works much would hide what the
/// server does.
struct Connection {
    stream: TcpStream,
    request: String,
    buffer: Vec<u8>,
}

impl Connection {
    async fn open(at: SocketAddr, path: &str, packed: bool) -> std::io::Result<Self> {
        let stream = TcpStream::connect(at).await?;
        stream.set_nodelay(true)?;
        let accepts = if packed { "Accept-Encoding: gzip, deflate, br\r\n" } else { "" };
        let request = format!("GET {path} HTTP/1.1\r\nHost: {at}\r\n{accepts}\r\n");
        Ok(Self { stream, request, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// Asks once; gives where the body begins in the buffer.
    async fn fetch(&mut self) -> std::io::Result<usize> {
        self.stream.write_all(self.request.as_bytes()).await?;
        self.buffer.clear();
        loop {
            if timeout(PATIENCE, self.stream.read_buf(&mut self.buffer)).await?? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            let Some(end) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
            let (head, body) = (&self.buffer[..end], &self.buffer[end + 4..]);
            assert!(head.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(head));
            let whole = match length(head) {
                Some(length) => body.len() == length,
                None => body.ends_with(b"0\r\n\r\n"),
            };
            if whole {
                return Ok(end + 4);
            }
        }
    }
}

/// What the head says of the length; nothing when the body comes in pieces.
fn length(head: &[u8]) -> Option<usize> {
    let head = std::str::from_utf8(head).ok()?;
    head.split("\r\n").find_map(|line| line.strip_prefix("content-length: "))?.parse().ok()
}

/// One turn: requests per second, and how long the server's processors worked for one of them, in microseconds.
async fn turn(process: &Process, packed: bool) -> (f64, f64) {
    let mut connections = Vec::new();
    for _ in 0..CONNECTIONS {
        connections.push(Connection::open(process.at, PATH, packed).await.unwrap());
    }
    let begins = Instant::now() + WARM_UP;
    let ends = begins + TURN;
    let callers: Vec<_> = connections
        .into_iter()
        .map(|mut connection| {
            tokio::spawn(async move {
                let mut answers = 0_u32;
                while Instant::now() < ends {
                    connection.fetch().await.unwrap();
                    answers += u32::from(Instant::now() >= begins);
                }
                answers
            })
        })
        .collect();
    tokio::time::sleep_until(begins.into()).await;
    let (began, before) = (Instant::now(), process.worked());
    let mut answers = 0;
    for caller in callers {
        answers += caller.await.unwrap();
    }
    let (took, worked) = (began.elapsed(), process.worked() - before);
    let answers = f64::from(answers);
    (answers / took.as_secs_f64(), worked * 10_000.0 / answers)
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
}

/// All ways of answering, in turns.
async fn load(server: &Path, folder: &Path, scratch: &Path) {
    let kept = Process::board(server, folder, &[]).await;
    println!("start_10000_s {}", kept.ready_after.as_secs_f64());
    let read = Process::board(server, folder, &["--no-cache"]).await;
    // The very bytes that the board answers.
    let files: Vec<PathBuf> = ["plain", "packed"].iter().map(|name| scratch.join(name)).collect();
    for (file, packed) in files.iter().zip([false, true]) {
        let mut connection = Connection::open(kept.at, PATH, packed).await.unwrap();
        let at = connection.fetch().await.unwrap();
        let pieces = length(&connection.buffer[..at - 4]).is_none();
        let body = if pieces { joined(&connection.buffer[at..]) } else { connection.buffer[at..].to_vec() };
        println!("{}_bytes {}", file.file_name().unwrap().to_string_lossy(), body.len());
        fs::write(file, body).unwrap();
    }
    let words = |at: &str| {
        let mut words = vec!["bytes".to_owned(), at.to_owned()];
        words.extend(files.iter().map(|file| file.to_str().unwrap().to_owned()));
        words
    };
    let bytes = Process::start(&env::current_exe().unwrap(), words).await;
    let ways = [
        ("bytes", &bytes, false),
        ("kept", &kept, false),
        ("read", &read, false),
        ("bytes_packed", &bytes, true),
        ("kept_packed", &kept, true),
        ("read_packed", &read, true),
    ];
    let mut reached = vec![(Vec::new(), Vec::new()); ways.len()];
    for _ in 0..ROUNDS {
        for ((_, process, packed), (rates, costs)) in ways.iter().zip(&mut reached) {
            let (rate, cost) = turn(process, *packed).await;
            rates.push(rate);
            costs.push(cost);
        }
    }
    for (at, ((name, _, packed), (rates, costs))) in ways.iter().zip(&reached).enumerate() {
        // Of one round, so that what else the machine does weighs on both sides.
        let from_memory = &reached[if *packed { 3 } else { 0 }].0;
        let ratios = rates.iter().zip(from_memory).map(|(rate, memory)| rate / memory).collect();
        println!("{name}_per_s {}", median(rates.clone()));
        println!("{name}_us {}", median(costs.clone()));
        if at % 3 != 0 {
            println!("{name}_ratio {}", median(ratios));
        }
    }
    println!("loaded_kb {}", kept.memory("VmRSS"));
}

/// A body that came in pieces.
fn joined(mut pieces: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    loop {
        let line = pieces.windows(2).position(|two| two == b"\r\n").unwrap();
        let length = usize::from_str_radix(std::str::from_utf8(&pieces[..line]).unwrap(), 16).unwrap();
        if length == 0 {
            return whole;
        }
        whole.extend_from_slice(&pieces[line + 2..line + 2 + length]);
        pieces = &pieces[line + 2 + length + 2..];
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[derive(Deserialize)]
struct Sample {
    draft: Draft,
    keywords: Vec<String>,
}

/// Makes a board of many posts, by the server's own store: each is sent and published. In memory first: what is synced twenty
/// thousand times there is written to the disk once.
async fn fill(folder: &Path) {
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
            post: draft.parse().unwrap(),
            at,
        };
        store.send(sending).await.unwrap();
        let request =
            DecisionRequest { keywords: sample.keywords.clone(), ..DecisionRequest::of(1, Decision::Publish) };
        store.decide(id, &Ruling::parse(&request).unwrap(), reader, at).await.unwrap();
    }
    store.close().await;
    fs::create_dir_all(folder).unwrap();
    for file in fs::read_dir(aside.path()).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), folder.join(file.file_name())).unwrap();
    }
}

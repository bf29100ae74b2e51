//! Servers as processes, the plainest client there is, and what every bench does with them.

use axum::{
    Router,
    body::Bytes,
    http::{HeaderMap, header},
    routing::get,
};
use droombord_server::auth::totp::{STEP_SECONDS, TotpSecret};
use std::{
    env, fs,
    io::Write as _,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

pub const ROUNDS: usize = 9;
const CONNECTIONS: usize = 8;
const TURN: Duration = Duration::from_millis(900);
const WARM_UP: Duration = Duration::from_millis(150);
/// Longer than anything here may take: a server that hangs ends the measurement.
pub const PATIENCE: Duration = Duration::from_secs(30);
pub const PATH: &str = "/api/posts";

/// What the board is compared with: the same stack, and a handler that has the answer ready.
pub async fn serve_bytes(listen: &str, plain: &str, packed: &str) {
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
    droombord_server::serve::accept(listener, router, Default::default(), std::future::pending()).await;
}

/// A server of ours; killed when it is dropped.
pub struct Process {
    pub child: Child,
    pub at: SocketAddr,
    pub ready_after: Duration,
}

impl Process {
    pub async fn start(program: &Path, words: impl FnOnce(&str) -> Vec<String>) -> Self {
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

    pub async fn board(program: &Path, folder: &Path, more: &[&str]) -> Self {
        let words = |at: &str| {
            let mut words = vec!["serve".to_owned(), "--no-limits".to_owned(), "--listen".to_owned(), at.to_owned()];
            words.extend(["--data".to_owned(), folder.to_str().unwrap().to_owned()]);
            words.extend(more.iter().map(|word| (*word).to_owned()));
            words
        };
        Self::start(program, words).await
    }

    /// What a line of `/proc/…/status` says, in KB.
    pub fn memory(&self, name: &str) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        line.trim_start_matches(':').split_whitespace().next().unwrap().parse().unwrap()
    }

    /// How long the processors worked for it, in hundredths of a second (the kernel's own unit there).
    pub fn worked(&self) -> f64 {
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
pub struct Connection {
    pub stream: TcpStream,
    request: String,
    pub buffer: Vec<u8>,
}

impl Connection {
    pub async fn open(at: SocketAddr, path: &str, packed: bool) -> std::io::Result<Self> {
        let accepts = if packed { "Accept-Encoding: gzip, deflate, br\r\n" } else { "" };
        Self::with(at, path, accepts).await
    }

    /// With more lines in the head.
    pub async fn with(at: SocketAddr, path: &str, more: &str) -> std::io::Result<Self> {
        let stream = TcpStream::connect(at).await?;
        stream.set_nodelay(true)?;
        let request = format!("GET {path} HTTP/1.1\r\nHost: {at}\r\n{more}\r\n");
        Ok(Self { stream, request, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// Asks once; gives where the body begins in the buffer.
    pub async fn fetch(&mut self) -> std::io::Result<usize> {
        self.say().await?;
        let (status, body) = self.hear().await?;
        assert_eq!(status, 200, "{}", String::from_utf8_lossy(&self.buffer));
        Ok(body)
    }

    /// Says something else; gives the status and where the body begins in the buffer.
    pub async fn exchange(&mut self, request: &[u8]) -> std::io::Result<(u16, usize)> {
        self.stream.write_all(request).await?;
        self.hear().await
    }

    /// Asks, and waits for nothing.
    pub async fn say(&mut self) -> std::io::Result<()> {
        self.stream.write_all(self.request.as_bytes()).await
    }

    async fn hear(&mut self) -> std::io::Result<(u16, usize)> {
        self.buffer.clear();
        loop {
            if timeout(PATIENCE, self.stream.read_buf(&mut self.buffer)).await?? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            let Some(end) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
            let (head, body) = (&self.buffer[..end], &self.buffer[end + 4..]);
            let whole = match length(head) {
                Some(length) => body.len() == length,
                None => body.ends_with(b"0\r\n\r\n"),
            };
            if whole {
                let status = head.get(9..12).and_then(|status| std::str::from_utf8(status).ok()?.parse().ok());
                return Ok((status.unwrap_or(0), end + 4));
            }
        }
    }
}

impl Connection {
    /// The body of what was fetched, in one piece.
    pub fn body(&self, at: usize) -> Vec<u8> {
        let pieces = length(&self.buffer[..at - 4]).is_none();
        if pieces { joined(&self.buffer[at..]) } else { self.buffer[at..].to_vec() }
    }

    /// From now on it asks for this.
    pub fn ask(&mut self, at: SocketAddr, path: &str) {
        self.request = format!("GET {path} HTTP/1.1\r\nHost: {at}\r\n\r\n");
    }
}

/// What the head says of the length; nothing when the body comes in pieces.
pub fn length(head: &[u8]) -> Option<usize> {
    let head = std::str::from_utf8(head).ok()?;
    head.split("\r\n").find_map(|line| line.strip_prefix("content-length: "))?.parse().ok()
}

/// One turn: requests per second, and how long the server's processors worked for one of them, in microseconds.
async fn turn(process: &Process, path: &str, packed: bool) -> (f64, f64) {
    let mut connections = Vec::new();
    for _ in 0..CONNECTIONS {
        connections.push(Connection::open(process.at, path, packed).await.unwrap());
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

/// A body that came in pieces.
pub fn joined(mut pieces: &[u8]) -> Vec<u8> {
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

pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// A facilitator, made by the command line and signed in; gives the cookie.
pub async fn sit_down(server: &Path, folder: &Path, at: SocketAddr) -> String {
    const PASSWORD: &str = "wij dromen van de zee";
    let mut command = Command::new(server);
    command.args(["account", "create", "Meting", "--role", "facilitator", "--data"]).arg(folder);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    writeln!(child.stdin.take().unwrap(), "{PASSWORD}").unwrap();
    let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let secret = said.split("secret=").nth(1).unwrap();
    let secret = secret.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let code = TotpSecret::from_base32(secret).unwrap().code(now / STEP_SECONDS);
    let body = serde_json::json!({"name": "Meting", "password": PASSWORD, "code": code});
    let client = reqwest::Client::new();
    let answer = client.post(format!("http://{at}/api/session")).json(&body).send().await.unwrap();
    assert!(answer.status().is_success(), "{}", answer.status());
    let cookies = answer.headers().get_all("set-cookie").iter().filter_map(|line| line.to_str().ok());
    let pairs: Vec<&str> =
        cookies.filter_map(|line| line.split(';').next()).filter(|pair| !pair.ends_with('=')).collect();
    pairs.join("; ")
}

/// The same bytes as a server answers, plain and packed, and a server that has them in memory.
pub async fn from_memory(server: &Process, scratch: &Path) -> Process {
    let files: Vec<PathBuf> = ["plain", "packed"].iter().map(|name| scratch.join(name)).collect();
    for (file, packed) in files.iter().zip([false, true]) {
        let mut connection = Connection::open(server.at, PATH, packed).await.unwrap();
        let at = connection.fetch().await.unwrap();
        let body = connection.body(at);
        println!("{}_bytes {}", file.file_name().unwrap().to_string_lossy(), body.len());
        fs::write(file, body).unwrap();
    }
    let words = |at: &str| {
        let mut words = vec!["bytes".to_owned(), at.to_owned()];
        words.extend(files.iter().map(|file| file.to_str().unwrap().to_owned()));
        words
    };
    Process::start(&env::current_exe().unwrap(), words).await
}

/// What is asked again and again: its name, of whom, which path, and whether the answer may be packed.
pub type Way<'a> = (&'a str, &'a Process, &'a str, bool);

/// All ways of answering, in turns; `base` gives for each the number of the way that it is compared with.
pub async fn in_turns(ways: &[Way<'_>], base: &[usize]) {
    let mut reached = vec![(Vec::new(), Vec::new()); ways.len()];
    for _ in 0..ROUNDS {
        for ((_, process, path, packed), (rates, costs)) in ways.iter().zip(&mut reached) {
            let (rate, cost) = turn(process, path, *packed).await;
            rates.push(rate);
            costs.push(cost);
        }
    }
    for (((name, ..), (rates, costs)), base) in ways.iter().zip(&reached).zip(base) {
        // Of one round, so that what else the machine does weighs on both sides.
        let ratios = rates.iter().zip(&reached[*base].0).map(|(rate, base)| rate / base).collect();
        println!("{name}_per_s {}", median(rates.clone()));
        println!("{name}_us {}", median(costs.clone()));
        println!("{name}_ratio {}", median(ratios));
    }
}

/// The value below which so many of a hundred are.
pub fn percentile(values: &mut [f64], percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    values[(values.len() * percent / 100).min(values.len() - 1)]
}

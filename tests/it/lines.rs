//! Connections as proxies use them: kept open and called again and again, never closed under a call; and those who hold one open
//! for nothing.

use crate::app::{TestApp, Wish, dream, new_key};
use droombord_server::line::Lines;
use std::time::Duration;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::{Instant, sleep, timeout},
};
use uuid::Uuid;

const LONG: Duration = Duration::from_secs(60);
const SHORT: Duration = Duration::from_millis(250);

async fn board(idle: Duration, head: Duration) -> TestApp {
    TestApp::start_as(Wish { lines: Lines { idle, head }, ..Wish::default() }).await
}

/// One connection, byte by byte.
struct Line(TcpStream);

impl Line {
    async fn open(app: &TestApp) -> Self {
        let line = TcpStream::connect(app.url.trim_start_matches("http://")).await.unwrap();
        line.set_nodelay(true).unwrap();
        Self(line)
    }

    async fn say(&mut self, bytes: &str) {
        // The client that was cut off reads it.
        let _ = self.0.write_all(bytes.as_bytes()).await;
    }

    /// The head of the next answer; its body is read and dropped. Nothing when the line was closed instead.
    async fn answer(&mut self) -> Option<String> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(timeout(LONG, self.0.read_u8()).await.unwrap().ok()?);
        }
        let head = String::from_utf8(head).unwrap().to_ascii_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap_or("0");
        let mut body = vec![0; length.parse().unwrap()];
        self.0.read_exact(&mut body).await.ok()?;
        Some(head)
    }

    /// How long it took until the other side closed it without a word.
    async fn closed(&mut self) -> Duration {
        let began = Instant::now();
        let read = timeout(LONG, self.0.read_u8()).await.expect("it is closed in the end");
        assert!(read.is_err(), "nothing is said");
        began.elapsed()
    }
}

/// A post, whole or in two parts.
fn sending(text: &str) -> (String, String) {
    let body = dream(text).to_string();
    let head = format!(
        "POST /api/posts HTTP/1.1\r\nhost: board\r\nauthorization: {}\r\nidempotency-key: {}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n",
        new_key().to_authorization(),
        Uuid::new_v4(),
        body.len(),
    );
    (head, body)
}

#[tokio::test]
async fn a_line_is_never_closed_under_the_hand_of_a_proxy_that_keeps_it_for_less_long() {
    let app = board(LONG, SHORT).await;
    let lines: Vec<_> = (0..60)
        .map(async |n: u64| {
            let mut line = Line::open(&app).await;
            for round in 0..4 {
                let (head, body) = sending(&format!("Lijn {n}, keer {round}."));
                line.say(&(head + &body)).await;
                let head = line.answer().await.expect("the line is open");
                assert!(head.starts_with("http/1.1 201"), "{head}");
                // Around the moment at which a head would have to be there.
                sleep(SHORT - Duration::from_millis(30) + Duration::from_millis(n)).await;
            }
        })
        .collect();
    futures(lines).await;
}

/// All of them side by side.
async fn futures<F: Future<Output = ()>>(all: Vec<F>) {
    let mut all: Vec<_> = all.into_iter().map(Box::pin).collect();
    std::future::poll_fn(|cx| {
        all.retain_mut(|one| one.as_mut().poll(cx).is_pending());
        if all.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
}

#[tokio::test]
async fn a_line_without_a_call_is_closed_after_its_time_and_not_before() {
    let app = board(SHORT, LONG).await;
    let mut line = Line::open(&app).await;
    for _ in 0..3 {
        line.say("GET /healthz HTTP/1.1\r\nhost: board\r\n\r\n").await;
        assert!(line.answer().await.is_some());
    }
    assert!(line.closed().await >= SHORT - Duration::from_millis(20));
}

#[tokio::test]
async fn a_head_must_come_soon_however_slowly_it_is_fed() {
    let app = board(LONG, SHORT).await;
    let soon = LONG / 3;
    let mut silent = Line::open(&app).await;
    assert!(silent.closed().await < soon, "not a byte");
    let mut half = Line::open(&app).await;
    half.say("GET /healthz HTTP/1.1\r\nhost: bo").await;
    assert!(half.closed().await < soon, "half a head");
    for first in ["", "GET /healthz HTTP/1.1\r\nhost: board\r\n\r\n"] {
        let mut fed = Line::open(&app).await;
        if !first.is_empty() {
            fed.say(first).await;
            assert!(fed.answer().await.is_some());
        }
        fed.say("GET /healthz HTTP/1.1\r\nhost: board\r\n").await;
        let began = Instant::now();
        let (mut reads, mut writes) = fed.0.split();
        tokio::select! {
            read = reads.read_u8() => assert!(read.is_err()),
            () = async {
                loop {
                    let _ = writes.write_all(b"x-more: 1\r\n").await;
                    sleep(SHORT / 10).await;
                }
            } => {}
        }
        assert!((SHORT / 2..soon).contains(&began.elapsed()), "{:?}", began.elapsed());
    }
}

#[tokio::test]
async fn calls_in_one_breath_are_answered_in_their_order_and_what_follows_is_a_head_again() {
    let app = board(LONG, SHORT).await;
    let mut line = Line::open(&app).await;
    line.say("GET /healthz HTTP/1.1\r\nhost: board\r\n\r\nGET /api/nothing HTTP/1.1\r\nhost: board\r\n\r\n").await;
    assert!(line.answer().await.unwrap().starts_with("http/1.1 200"));
    assert!(line.answer().await.unwrap().starts_with("http/1.1 404"));
    sleep(SHORT * 2).await;
    line.say("GET /healthz HTTP/1.1\r\nhost: bo").await;
    assert!(line.closed().await < LONG / 3);
}

#[tokio::test]
async fn who_listens_is_not_idle() {
    let app = board(SHORT, SHORT).await;
    let mut line = Line::open(&app).await;
    line.say("GET /api/events HTTP/1.1\r\nhost: board\r\n\r\n").await;
    assert!(line.answer().await.unwrap().starts_with("http/1.1 200"));
    let mut buffer = [0; 1024];
    let until = Instant::now() + SHORT * 4;
    while let Ok(read) = tokio::time::timeout_at(until, line.0.read(&mut buffer)).await {
        assert_ne!(read.unwrap(), 0, "closed while somebody listens");
    }
}

#[tokio::test]
async fn a_call_under_way_at_the_end_is_answered_and_the_proxy_hears_that_it_was_the_last() {
    let app = board(LONG, LONG).await;
    let mut line = Line::open(&app).await;
    let mut idle = Line::open(&app).await;
    idle.say("GET /healthz HTTP/1.1\r\nhost: board\r\n\r\n").await;
    assert!(!idle.answer().await.unwrap().contains("connection: close"));
    let (head, body) = sending("Nog net op tijd.");
    let (first, rest) = body.split_at(10);
    line.say(&(head + first)).await;
    // Its head has surely been read when a later call was answered: both are read by one server.
    idle.say("GET /healthz HTTP/1.1\r\nhost: board\r\n\r\n").await;
    assert!(idle.answer().await.is_some());
    let stopping = tokio::spawn(app.stop());
    idle.closed().await;
    line.say(rest).await;
    let head = line.answer().await.unwrap();
    assert!(head.starts_with("http/1.1 201") && head.contains("connection: close"), "{head}");
    stopping.await.unwrap();
}

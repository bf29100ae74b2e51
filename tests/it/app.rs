//! A server of one's own: the real router on a free port, in a folder that goes away, with a clock that can be set.

use droombord_domain::{
    api::{Decision, DecisionRequest},
    follow_key::FollowKey,
    reason::Reason,
    staff::StaffRole,
};
use droombord_server::{
    auth::delay::Pace,
    clock::{Clock, Dice, Seconds, SystemDice},
    limits::Rates,
    line::Lines,
    moderation::ruling::Ruling,
    router,
    secret::Secret,
    serve::Running,
    settings::{Given, Settings},
    state::{App, AppState, Parts},
    store::{
        Store,
        accounts::{Credentials, Doing, NewAccount},
    },
};
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::{Value, json};
use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};
use tempfile::TempDir;
use uuid::Uuid;

/// 2026-11-21T12:00:00Z.
pub const NOON: Seconds = 1_795_262_400;
pub const DAY: Seconds = 24 * 60 * 60;

/// A clock that stands still until it is set.
#[derive(Debug)]
pub struct FakeClock(AtomicI64);

impl FakeClock {
    pub fn pass(&self, time: Seconds) {
        self.0.fetch_add(time, Ordering::SeqCst);
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Seconds {
        self.0.load(Ordering::SeqCst)
    }
}

/// One server and what a test wants to reach in it.
pub struct TestApp {
    pub folder: TempDir,
    pub app: AppState,
    pub clock: Arc<FakeClock>,
    pub url: String,
    client: Client,
    running: Option<Running>,
}

/// How a test wants its server.
#[derive(Default)]
pub struct Wish {
    pub settings: Given,
    pub limits: bool,
    pub no_cache: bool,
    pub pace: Option<Pace>,
    pub lines: Lines,
}

impl TestApp {
    pub async fn start() -> Self {
        Self::start_as(Wish::default()).await
    }

    pub async fn start_as(wish: Wish) -> Self {
        let folder = TempDir::new().unwrap();
        let clock = Arc::new(FakeClock(AtomicI64::new(NOON)));
        let dice: Arc<dyn Dice> = Arc::new(SystemDice);
        let app = App::new(Parts {
            store: Store::open(folder.path()).await.unwrap(),
            clock: clock.clone(),
            secret: Secret::open(folder.path(), dice.as_ref()).unwrap(),
            dice,
            // Public at once, unless a test is about batches.
            settings: Settings::parse(wish.settings.or(Given { live_pause: Some(0), ..Given::default() })).unwrap(),
            rates: if wish.limits { Rates::default() } else { Rates::off() },
            pace: wish.pace.unwrap_or(Pace::off()),
            cache: !wish.no_cache,
        });
        let running = Running::start_with(router(app.clone()), wish.lines).await.unwrap();
        let url = format!("http://{}", running.address);
        Self { folder, app, clock, url, client: Client::new(), running: Some(running) }
    }

    /// Stops the server and closes the database; the folder stays.
    pub async fn stop(mut self) -> TempDir {
        self.running.take().unwrap().stop().await;
        self.app.store.close().await;
        self.folder
    }

    pub fn call(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }

    pub fn get(&self, path: &str) -> RequestBuilder {
        self.call(Method::GET, path)
    }

    /// Sends a draft under a key.
    pub async fn send(&self, key: &FollowKey, draft: &Value) -> Value {
        let response = self.sending(key, Uuid::new_v4(), draft).send().await.unwrap();
        assert_eq!(response.status(), 201);
        response.json().await.unwrap()
    }

    pub fn sending(&self, key: &FollowKey, idempotency: Uuid, draft: &Value) -> RequestBuilder {
        self.call(Method::POST, "/api/posts")
            .header("authorization", key.to_authorization())
            .header("idempotency-key", idempotency.to_string())
            .json(draft)
    }

    /// Sends a dream and gives its id.
    pub async fn dream(&self, key: &FollowKey, text: &str) -> Uuid {
        id_of(&self.send(key, &dream(text)).await)
    }

    /// A dream that is on the board.
    pub async fn published(&self, key: &FollowKey, text: &str, keywords: &[&str]) -> Uuid {
        let id = self.dream(key, text).await;
        self.decide(id, 1, Decision::Publish, keywords, None).await;
        id
    }

    /// A facilitator's decision, as the desk makes it hold.
    pub async fn decide(&self, id: Uuid, revision: u32, decision: Decision, keywords: &[&str], reason: Option<Reason>) {
        let keywords = keywords.iter().map(|word| (*word).to_owned()).collect();
        let request = DecisionRequest { keywords, reason, ..DecisionRequest::of(revision, decision) };
        let ruling = Ruling::parse(&request, &Default::default()).unwrap();
        let facilitator = self.facilitator().await;
        self.app.store.decide(id, &ruling, facilitator, self.clock.now()).await.unwrap();
    }

    /// A new facilitator.
    pub async fn facilitator(&self) -> Uuid {
        let id = Uuid::new_v4();
        let name = format!("f{id}");
        let new = NewAccount {
            id,
            folded_name: name.clone(),
            name,
            role: StaffRole::Facilitator,
            organisation: None,
            credentials: Credentials {
                password_hash: "!".to_owned(),
                password_given: false,
                enrolled: true,
                sealed_secret: "!".to_owned(),
            },
        };
        self.app.store.add_account(&new, Doing { by: None, at: self.clock.now() }).await.unwrap();
        id
    }

    /// The body of a public call.
    pub async fn body(&self, path: &str) -> String {
        self.get(path).send().await.unwrap().text().await.unwrap()
    }

    /// The posts of a key.
    pub async fn mine(&self, key: &FollowKey) -> Value {
        let response = self.get("/api/mine").header("authorization", key.to_authorization()).send().await.unwrap();
        assert_eq!(response.status(), 200);
        response.json().await.unwrap()
    }

    /// Every public address that can show something of this post.
    pub fn surfaces(&self, id: Uuid, word: &str) -> Vec<String> {
        vec![
            "/api/posts".to_owned(),
            "/api/posts?limit=100".to_owned(),
            "/api/posts?kind=dream".to_owned(),
            format!("/api/posts?q={word}"),
            format!("/api/posts?keyword={word}"),
            format!("/api/posts/{id}"),
            format!("/api/posts/{id}/trail"),
            format!("/api/posts/{id}/replies"),
            "/".to_owned(),
            "/en/".to_owned(),
            "/?kind=dream".to_owned(),
            // As the app writes it: the page says again what it was asked for.
            format!("/?keyword={}", word.to_lowercase()),
            format!("/droom/{id}"),
            format!("/en/droom/{id}"),
            "/mijn".to_owned(),
            "/leestafel".to_owned(),
            "/api/openapi.json".to_owned(),
            "/readyz".to_owned(),
        ]
    }
}

/// A follow key of one's own.
pub fn new_key() -> FollowKey {
    let bytes = Uuid::new_v4().into_bytes();
    FollowKey::from_entropy(bytes[..10].try_into().unwrap())
}

pub fn dream(text: &str) -> Value {
    json!({"kind": "dream", "text": text})
}

pub fn id_of(post: &Value) -> Uuid {
    post["id"].as_str().unwrap().parse().unwrap()
}

pub async fn problem(response: Response) -> (u16, Value) {
    let status = response.status().as_u16();
    assert_eq!(response.headers()["content-type"], "application/problem+json", "status {status}");
    assert_eq!(response.headers()["cache-control"], "no-store");
    (status, response.json().await.unwrap())
}

/// The status and the code of a refusal.
pub async fn refusal(request: RequestBuilder) -> (u16, String) {
    let (status, body) = problem(request.send().await.unwrap()).await;
    assert_eq!(body["status"], status);
    (status, body["code"].as_str().unwrap().to_owned())
}

/// Whether any file of the folder holds these bytes.
pub fn files_with(folder: &Path, needle: &str) -> Vec<String> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(files_with(&path, needle));
            continue;
        }
        // What is gone since the folder was listed holds nothing.
        let bytes = fs::read(&path).unwrap_or_default();
        if memchr::memmem::find(&bytes, needle.as_bytes()).is_some() {
            found.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    found
}

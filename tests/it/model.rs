//! Random sequences of calls against the real router, beside a small model of what must be true.
//!
//! Whatever the order: no public answer holds a revision that no facilitator approved, no post is doubled or lost, and
//! nothing that was erased comes back. `PROPTEST_CASES` asks for more sequences than the few of an ordinary run.

use crate::{
    app::files_with,
    staff::{Caller, Desk, Outcome, Person},
};
use droombord_domain::{
    life::{PostState, Step},
    paths,
    staff::StaffRole,
    support::Support,
};
use proptest::{
    prelude::*,
    sample::Index,
    test_runner::{Config, TestCaseError, TestRunner},
};
use reqwest::{Method, header};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

const WRITERS: usize = 2;
const READERS: usize = 3;

/// Words that show danger: what holds them is on top of the queue and takes two readers.
const DANGER: &str = "ik wil niet meer leven";

/// One call. A post is named by an index into those that were sent; a revision is the right one or a stale one.
#[derive(Clone, Debug)]
enum Call {
    Send {
        writer: usize,
        danger: bool,
    },
    SendAgain {
        post: Index,
    },
    SendOther {
        post: Index,
    },
    Revise {
        post: Index,
        stale: bool,
        danger: bool,
    },
    Withdraw {
        post: Index,
        writer: usize,
    },
    Erase {
        post: Index,
    },
    Forget {
        writer: usize,
    },
    Decide {
        post: Index,
        reader: usize,
        decision: &'static str,
        stale: bool,
    },
    HandBack {
        post: Index,
        reader: usize,
        proposal: bool,
    },
    Agree {
        post: Index,
        stale: bool,
    },
    Shorten {
        post: Index,
        reader: usize,
        reword: bool,
    },
    /// A week goes by, and whoever did not answer is asked once more.
    Remind,
    React {
        post: Index,
        device: u8,
    },
}

fn call() -> impl Strategy<Value = Call> {
    let post = any::<Index>;
    let decision = prop::sample::select(vec!["publish", "publish", "decline", "take_down", "reverse"]);
    prop_oneof![
        4 => (0..WRITERS, prop::bool::weighted(0.3)).prop_map(|(writer, danger)| Call::Send { writer, danger }),
        1 => post().prop_map(|post| Call::SendAgain { post }),
        1 => post().prop_map(|post| Call::SendOther { post }),
        2 => (post(), prop::bool::weighted(0.2), prop::bool::weighted(0.3))
            .prop_map(|(post, stale, danger)| Call::Revise { post, stale, danger }),
        1 => (post(), 0..WRITERS).prop_map(|(post, writer)| Call::Withdraw { post, writer }),
        1 => post().prop_map(|post| Call::Erase { post }),
        1 => (0..WRITERS).prop_map(|writer| Call::Forget { writer }),
        6 => (post(), 0..READERS, decision, prop::bool::weighted(0.1))
            .prop_map(|(post, reader, decision, stale)| Call::Decide { post, reader, decision, stale }),
        2 => (post(), 0..READERS, prop::bool::weighted(0.8))
            .prop_map(|(post, reader, proposal)| Call::HandBack { post, reader, proposal }),
        2 => (post(), prop::bool::weighted(0.1)).prop_map(|(post, stale)| Call::Agree { post, stale }),
        2 => (post(), 0..READERS, prop::bool::weighted(0.2))
            .prop_map(|(post, reader, reword)| Call::Shorten { post, reader, reword }),
        1 => Just(Call::Remind),
        1 => (post(), any::<u8>()).prop_map(|(post, device)| Call::React { post, device }),
    ]
}

/// What must be true of one post.
#[derive(Debug)]
struct Model {
    id: Uuid,
    idempotency: Uuid,
    writer: usize,
    state: PostState,
    revision: u32,
    /// The word of each revision; only the last one may be seen, and only when it was approved.
    marks: Vec<String>,
    /// Who made the last decision; two, when two did.
    decided_by: Vec<usize>,
    /// The first revision showed danger.
    first_danger: bool,
    /// The newest revision shows danger.
    danger: bool,
    /// Who read the newest revision first of two.
    proposed_by: Option<usize>,
    /// Erased with everything under its key: nobody's any more.
    forgotten: bool,
    /// What the writer is asked.
    asked: Option<Asked>,
}

/// What a writer is asked.
#[derive(Debug)]
struct Asked {
    by: usize,
    /// The word that would stand in the place of the newest one.
    mark: Option<String>,
    again: bool,
}

impl Model {
    fn mark(&self) -> &str {
        self.marks.last().map_or("", String::as_str)
    }
}

/// So many weeks may go by before anything is erased by itself.
const WEEKS: u32 = 4;

fn text_of(mark: &str, danger: bool) -> String {
    format!("{mark} en meer {}", if danger { DANGER } else { "" }).trim_end().to_owned()
}

/// A server with its people and the model.
struct World {
    desk: Desk,
    writers: Vec<String>,
    people: Vec<Person>,
    readers: Vec<Caller>,
    weeks: u32,
    posts: Vec<Model>,
    marks: u32,
}

impl World {
    async fn start() -> Outcome<Self> {
        let desk = Desk::start().await?;
        let mut people = Vec::new();
        for name in ["Sam", "Noor", "Mila"] {
            people.push(desk.account(name, StaffRole::Facilitator).await?);
        }
        let mut world =
            Self { desk, writers: Vec::new(), people, readers: Vec::new(), weeks: 0, posts: Vec::new(), marks: 0 };
        world.sign_in().await?;
        world.writers = (0..WRITERS).map(|_| crate::app::new_key().to_authorization()).collect();
        Ok(world)
    }

    /// Everybody at the desk signs in: a session ends within days.
    async fn sign_in(&mut self) -> Outcome {
        self.readers.clear();
        for person in &self.people {
            self.readers.push(self.desk.signed_in(person).await?);
        }
        Ok(())
    }

    /// A word that no other text has, nor the beginning of another.
    fn new_mark(&mut self) -> String {
        self.marks += 1;
        format!("merk{:04}x", self.marks)
    }

    async fn send(&self, writer: usize, idempotency: Uuid, text: &str) -> Outcome<(u16, Value)> {
        let request = self
            .desk
            .begin(Method::POST, paths::POSTS, crate::staff::HOST)
            .header(header::AUTHORIZATION, &self.writers[writer])
            .header(paths::IDEMPOTENCY_KEY, idempotency.to_string())
            .json(&json!({"kind": "dream", "text": text}));
        let response = request.send().await?;
        Ok((response.status().as_u16(), response.json().await?))
    }

    /// A call with a follow key; the status.
    async fn own(&self, writer: usize, method: Method, path: &str, body: Option<Value>) -> Outcome<u16> {
        let mut request =
            self.desk.begin(method, path, crate::staff::HOST).header(header::AUTHORIZATION, &self.writers[writer]);
        if let Some(body) = body {
            request = request.json(&body);
        }
        Ok(request.send().await?.status().as_u16())
    }

    /// Makes one call, on the server and on the model, and compares the outcome.
    async fn make(&mut self, call: &Call) -> Outcome {
        if let Call::Send { writer, danger } = call {
            let mark = self.new_mark();
            let idempotency = Uuid::new_v4();
            let (status, post) = self.send(*writer, idempotency, &text_of(&mark, *danger)).await?;
            assert_eq!(status, 201);
            self.posts.push(Model {
                id: crate::app::id_of(&post),
                idempotency,
                writer: *writer,
                state: PostState::Received,
                revision: 1,
                marks: vec![mark],
                decided_by: Vec::new(),
                first_danger: *danger,
                danger: *danger,
                proposed_by: None,
                forgotten: false,
                asked: None,
            });
            return Ok(());
        }
        if self.posts.is_empty() {
            return Ok(());
        }
        let length = self.posts.len();
        match call {
            Call::Send { .. } => {}
            Call::SendAgain { post } => {
                let Model { id, idempotency, writer, state, marks, first_danger, .. } = &self.posts[post.index(length)];
                let (status, body) = self.send(*writer, *idempotency, &text_of(&marks[0], *first_danger)).await?;
                if *state == PostState::Erased {
                    assert_eq!(status, 410);
                } else {
                    assert_eq!((status, crate::app::id_of(&body)), (200, *id));
                }
            }
            Call::SendOther { post } => {
                let Model { idempotency, writer, state, .. } = &self.posts[post.index(length)];
                let (status, _) = self.send(*writer, *idempotency, "iets anders").await?;
                assert_eq!(status, if *state == PostState::Erased { 410 } else { 422 });
            }
            Call::Revise { post, stale, danger } => {
                let mark = self.new_mark();
                let at = post.index(length);
                let Model { id, writer, state, revision, forgotten, .. } = &self.posts[at];
                let seen = if *stale { revision + 1 } else { *revision };
                let body = json!({"revision": seen, "draft": {"kind": "dream", "text": text_of(&mark, *danger)}});
                let status = self.own(*writer, Method::PATCH, &paths::post(*id), Some(body)).await?;
                let next = state.after(Step::Revise).filter(|_| !stale);
                let gone = if self.has_key(*writer) { 404 } else { 401 };
                assert_eq!(
                    status,
                    if *forgotten {
                        gone
                    } else if next.is_some() {
                        200
                    } else {
                        409
                    }
                );
                if let Some(next) = next {
                    let post = &mut self.posts[at];
                    post.state = next;
                    post.revision += 1;
                    post.marks.push(mark);
                    post.danger = *danger;
                    post.proposed_by = None;
                    post.asked = None;
                }
            }
            Call::Withdraw { post, writer } => {
                let at = post.index(length);
                let post = &self.posts[at];
                let status = self.own(*writer, Method::POST, &paths::withdrawal(post.id), None).await?;
                let has_key = self.has_key(*writer);
                let next = post.state.after(Step::Withdraw);
                let expected = match (post.writer == *writer && !post.forgotten, has_key, next) {
                    (true, _, Some(_)) => 200,
                    (true, _, None) => 409,
                    (false, true, _) => 404,
                    (false, false, _) => 401,
                };
                assert_eq!(status, expected);
                if let (200, Some(next)) = (status, next) {
                    self.posts[at].state = next;
                    self.posts[at].asked = None;
                }
            }
            Call::Erase { post } => {
                let at = post.index(length);
                let post = &self.posts[at];
                let gone = if self.has_key(post.writer) { 404 } else { 401 };
                let expected = if post.forgotten { gone } else { 204 };
                assert_eq!(self.own(post.writer, Method::DELETE, &paths::post(post.id), None).await?, expected);
                self.posts[at].state = PostState::Erased;
                self.posts[at].asked = None;
            }
            Call::Forget { writer } => {
                let expected = if self.has_key(*writer) { 204 } else { 401 };
                assert_eq!(self.own(*writer, Method::DELETE, paths::MINE, None).await?, expected);
                for post in self.posts.iter_mut().filter(|post| post.writer == *writer) {
                    post.state = PostState::Erased;
                    post.asked = None;
                    post.forgotten = true;
                }
            }
            Call::Decide { post, reader, decision, stale } => {
                let at = post.index(length);
                let post = &self.posts[at];
                let seen = if *stale { post.revision + 1 } else { post.revision };
                let reply = self.desk.decide(&self.readers[*reader], post.id, seen, decision).await?;
                let step = match *decision {
                    "publish" => Step::Publish,
                    "decline" => Step::Decline,
                    "take_down" => Step::TakeDown,
                    _ => Step::Reverse,
                };
                let takes_two = post.danger && matches!(step, Step::Publish | Step::Decline);
                let by_another = if step == Step::Reverse {
                    !post.decided_by.contains(reader)
                } else {
                    !takes_two || post.proposed_by != Some(*reader)
                };
                let next = post.state.after(step).filter(|_| !stale && by_another);
                assert_eq!(reply.status.is_success(), next.is_some(), "{decision} of {post:?}: {reply:?}");
                if let Some(next) = next {
                    let post = &mut self.posts[at];
                    if takes_two && post.proposed_by.is_none() {
                        post.proposed_by = Some(*reader);
                    } else {
                        post.state = next;
                        post.decided_by = post.proposed_by.take().into_iter().chain([*reader]).collect();
                    }
                    assert_eq!(reply.json()["state"], post.state.code());
                }
            }
            Call::HandBack { post, reader, proposal } => {
                let mark = self.new_mark();
                let at = post.index(length);
                let post = &self.posts[at];
                let mut body = json!({"revision": post.revision, "decision": "hand_back", "reason": "recognisable"});
                if *proposal {
                    body["swap"] = json!({"start": 0, "end": post.mark().len(), "instead": mark});
                }
                let reply = self.desk.post(&self.readers[*reader], &paths::decision(post.id), body).await?;
                let next = post.state.after(Step::HandBack);
                assert_eq!(reply.status.is_success(), next.is_some(), "handing back {post:?}: {reply:?}");
                if let Some(next) = next {
                    let post = &mut self.posts[at];
                    post.state = next;
                    post.proposed_by = None;
                    post.decided_by = vec![*reader];
                    post.asked = Some(Asked { by: *reader, mark: proposal.then_some(mark), again: false });
                }
            }
            Call::Agree { post, stale } => {
                let at = post.index(length);
                let Model { id, writer, revision, asked, forgotten, .. } = &self.posts[at];
                let body = json!({"revision": if *stale { revision + 1 } else { *revision }});
                let status = self.own(*writer, Method::POST, &paths::agreement(*id), Some(body)).await?;
                let mark = asked.as_ref().filter(|_| !stale).and_then(|asked| asked.mark.clone());
                let expected = match (forgotten, mark.is_some()) {
                    (true, _) if self.has_key(*writer) => 404,
                    (true, _) => 401,
                    (false, true) => 200,
                    (false, false) => 409,
                };
                assert_eq!(status, expected);
                if let Some(mark) = mark {
                    let post = &mut self.posts[at];
                    post.state = PostState::Received;
                    post.revision += 1;
                    post.marks.push(mark);
                    post.asked = None;
                }
            }
            Call::Shorten { post, reader, reword } => {
                let at = post.index(length);
                let post = &self.posts[at];
                let text = format!("{} {}", post.mark(), if *reword { "anders" } else { "en" });
                let body = json!({"revision": post.revision, "decision": "shorten", "text": text});
                let reply = self.desk.post(&self.readers[*reader], &paths::decision(post.id), body).await?;
                let may = post.asked.as_ref().is_some_and(|asked| asked.again && !(post.danger && asked.by == *reader));
                assert_eq!(reply.status.is_success(), may && !reword, "shortening {post:?}: {reply:?}");
                if reply.status.is_success() {
                    let post = &mut self.posts[at];
                    post.state = PostState::Published;
                    post.revision += 1;
                    post.marks.push(post.mark().to_owned());
                    post.danger = false;
                    post.decided_by = vec![*reader];
                    post.asked = None;
                }
            }
            Call::Remind => {
                if self.weeks == WEEKS {
                    return Ok(());
                }
                self.weeks += 1;
                self.desk.pass(7 * crate::app::DAY);
                self.desk.app.store.look_after_hand_backs(self.desk.app.clock.now()).await?;
                for asked in self.posts.iter_mut().filter_map(|post| post.asked.as_mut()) {
                    asked.again = true;
                }
                self.sign_in().await?;
            }
            Call::React { post, device } => {
                let post = &self.posts[post.index(length)];
                let request = self
                    .desk
                    .begin(Method::PUT, &paths::support(post.id, Support::Join), crate::staff::HOST)
                    .header(paths::DEVICE, format!("{device:064x}"));
                let status = request.send().await?.status().as_u16();
                assert_eq!(status, if post.state.is_public() { 204 } else { 404 });
            }
        }
        Ok(())
    }

    /// Whether the key of a writer opens anything.
    fn has_key(&self, writer: usize) -> bool {
        self.posts.iter().any(|post| post.writer == writer && !post.forgotten)
    }

    /// The marks that stand in a text.
    fn marks_in(&self, text: &str) -> BTreeSet<String> {
        let marks = self.posts.iter().flat_map(|post| &post.marks);
        marks.filter(|mark| text.contains(mark.as_str())).cloned().collect()
    }

    /// What everybody may see is exactly what was approved.
    async fn look(&self) -> Outcome {
        let approved: BTreeSet<String> =
            self.posts.iter().filter(|post| post.state.is_public()).map(|post| post.mark().to_owned()).collect();
        let list = self.desk.get(&Caller::Anonymous, "/api/posts?limit=100").await?;
        assert_eq!(self.marks_in(&list.text), approved, "the list");
        assert_eq!(list.json()["items"].as_array().map(Vec::len), Some(approved.len()), "nothing is doubled");
        let page = self.desk.get(&Caller::Anonymous, "/").await?;
        assert!(self.marks_in(&page.text).is_subset(&approved), "the first HTML");
        let found = self.desk.get(&Caller::Anonymous, "/api/posts?limit=100&q=merk").await?;
        assert_eq!(self.marks_in(&found.text), approved, "the search");
        Ok(())
    }

    /// What waits is in the queue, danger on top, and what the first of two said stands with it.
    async fn look_at_the_desk(&self) -> Outcome {
        let queue = self.desk.get(&self.readers[0], "/api/moderation/queue?limit=100").await?.json();
        let items = queue["items"].as_array().cloned().unwrap_or_default();
        let dangers: Vec<bool> =
            items.iter().map(|it| it["signals"].as_array().is_some_and(|signals| !signals.is_empty())).collect();
        assert!(dangers.is_sorted_by(|one, next| one >= next), "danger stands on top: {dangers:?}");
        let waiting: Vec<&Model> = self.posts.iter().filter(|post| post.state == PostState::Received).collect();
        assert_eq!(items.len(), waiting.len());
        for post in waiting {
            let id = post.id.to_string();
            let there = items.iter().zip(&dangers).find(|(it, _)| it["id"] == id.as_str());
            let (item, danger) = there.ok_or("something that waits is not in the queue")?;
            assert_eq!((*danger, !item["proposal"].is_null()), (post.danger, post.proposed_by.is_some()), "{post:?}");
        }
        Ok(())
    }

    /// Every post by itself, every writer's list, the whole trail, and every file.
    async fn look_closely(&self) -> Outcome {
        assert_eq!(self.desk.app.store.prove(&[]).await?.faults, [], "no event is lost or changed");
        for post in &self.posts {
            for path in [paths::post(post.id), paths::trail(post.id)] {
                let reply = self.desk.get(&Caller::Anonymous, &path).await?;
                assert_eq!(reply.status.as_u16(), if post.state.is_public() { 200 } else { 404 });
            }
            for mark in &post.marks {
                let is_kept = post.state != PostState::Erased && mark == post.mark();
                let files = files_with(self.desk.folder(), mark);
                assert_eq!(files.is_empty(), !is_kept, "{mark} of {post:?} in {files:?}");
            }
        }
        for (writer, key) in self.writers.iter().enumerate() {
            let own: Vec<_> = self.posts.iter().filter(|post| post.writer == writer && !post.forgotten).rev().collect();
            let mine = self.desk.get(&Caller::Key(key.clone()), paths::MINE).await?;
            let empty = vec![];
            let listed = mine.json();
            let listed = listed["items"].as_array().unwrap_or(&empty).iter();
            let listed: Vec<_> = listed.map(|it| (it["id"].clone(), it["state"].clone())).collect();
            let expected: Vec<_> =
                own.iter().map(|post| (json!(post.id.to_string()), json!(post.state.code()))).collect();
            assert_eq!(listed, expected, "nothing is lost, doubled or back");
        }
        Ok(())
    }
}

#[test]
fn whatever_happens_only_what_was_approved_is_public_and_what_was_erased_stays_away() {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(6);
    let config = Config { cases, max_shrink_iters: 40, failure_persistence: None, ..Config::default() };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let outcome = TestRunner::new(config).run(&prop::collection::vec(call(), 10..60), |calls| {
        runtime.block_on(async {
            let walk = async {
                let mut world = World::start().await?;
                for call in &calls {
                    world.make(call).await?;
                    world.look().await?;
                    world.look_at_the_desk().await?;
                }
                world.look_closely().await
            };
            walk.await.map_err(|error| TestCaseError::fail(error.to_string()))
        })
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

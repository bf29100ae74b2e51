//! Random sequences of calls against the real router, beside a small model of what must be true.
//!
//! Whatever the order: no public answer holds a revision that no facilitator approved, no post is doubled or lost, and
//! nothing that was erased comes back. `PROPTEST_CASES` asks for more sequences than the few of an ordinary run.

mod calls;
mod index;
mod organisation;
mod post;
mod promises;
mod worklist;

use crate::{
    app::files_with,
    staff::{Caller, Desk, Outcome, Person},
};
use calls::{Call, beginning, call};
use droombord_domain::{
    life::{PostState, Step},
    paths,
    staff::StaffRole,
    support::Support,
};
use index::Index;
use post::{Asked, Asking, Model};
use promises::Promised;
use proptest::{
    prelude::*,
    test_runner::{Config, TestCaseError, TestRunner},
};
use reqwest::{Method, header};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;
use worklist::Counted;

const WRITERS: usize = 2;
const READERS: usize = 3;

/// Words that show danger: what holds them is on top of the queue and takes two readers.
const DANGER: &str = "ik wil niet meer leven";

/// Weeks that may go by before anything is erased by itself.
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
    organisation: Uuid,
    answerer: Caller,
    weeks: u32,
    posts: Vec<Model>,
    promises: Vec<Promised>,
    counted: Counted,
    marks: u32,
}

impl World {
    async fn start() -> Outcome<Self> {
        let desk = Desk::start().await?;
        let mut people = Vec::new();
        for name in ["Sam", "Noor", "Mila"] {
            people.push(desk.account(name, StaffRole::Facilitator).await?);
        }
        let (organisation, answerer) = desk.organisation("Jeugdhulp Vlierpad").await?;
        people.push(desk.account_of("Wim", StaffRole::Answerer, Some(organisation)).await?);
        let mut world = Self {
            desk,
            writers: Vec::new(),
            people,
            readers: Vec::new(),
            organisation,
            answerer,
            weeks: 0,
            posts: Vec::new(),
            promises: Vec::new(),
            counted: Counted::default(),
            marks: 0,
        };
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
        if let Some(answerer) = self.readers.pop() {
            self.answerer = answerer;
        }
        Ok(())
    }

    /// A word that no other text has, nor the beginning of another.
    fn new_mark(&mut self) -> String {
        self.marks += 1;
        format!("merk{:04}x", self.marks)
    }

    /// Sends a post, or a reply to one.
    async fn send(
        &self,
        writer: usize,
        idempotency: Uuid,
        text: &str,
        alert: bool,
        reply_to: Option<Uuid>,
    ) -> Outcome<(u16, Value)> {
        let (path, body) = match reply_to {
            None => (paths::POSTS.to_owned(), json!({"kind": "dream", "text": text, "alert": alert})),
            Some(post) => (paths::replies(post), json!({"text": text, "alert": alert})),
        };
        let request = self
            .desk
            .begin(Method::POST, &path, crate::staff::HOST)
            .header(header::AUTHORIZATION, &self.writers[writer])
            .header(paths::IDEMPOTENCY_KEY, idempotency.to_string())
            .json(&body);
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
        if let Call::Send { writer, danger, alert } = call {
            let mark = self.new_mark();
            let idempotency = Uuid::new_v4();
            let (status, post) = self.send(*writer, idempotency, &text_of(&mark, *danger), *alert, None).await?;
            assert_eq!(status, 201);
            let model = Model::new(&post, idempotency, *writer, mark, *danger, None);
            // Heeded with words of danger alone.
            self.posts.push(Model { alert: *alert && *danger, ..model });
            return Ok(());
        }
        if self.posts.is_empty() {
            return Ok(());
        }
        let length = self.posts.len();
        match call {
            Call::Send { .. } => {}
            Call::Promise(call) => self.make_of_promises(call).await?,
            Call::Nudge { post, reader } => self.nudge(*post, *reader).await?,
            Call::ReadUnasked { post } => self.read_unasked(*post).await?,
            Call::SendAgain { post, alert } => {
                let at = post.index(length);
                let Model { id, idempotency, writer, state, marks, first_danger, reply_to, .. } = &self.posts[at];
                let text = text_of(&marks[0], *first_danger);
                let (status, body) = self.send(*writer, *idempotency, &text, *alert, *reply_to).await?;
                if *state == PostState::Erased {
                    assert_eq!(status, 410);
                } else {
                    assert_eq!((status, crate::app::id_of(&body)), (200, *id));
                }
                // Who asks for a facilitator afterwards sends the same words again.
                let post = &mut self.posts[at];
                post.alert |= *alert && post.first_danger && post.danger && post.state == PostState::Received;
            }
            Call::SendOther { post } => {
                let Model { idempotency, writer, state, .. } = &self.posts[post.index(length)];
                let (status, _) = self.send(*writer, *idempotency, "iets anders", false, None).await?;
                assert_eq!(status, if *state == PostState::Erased { 410 } else { 422 });
            }
            Call::Revise { post, stale, danger, alert } => {
                let mark = self.new_mark();
                let at = post.index(length);
                let kind = self.posts[at].kind();
                let Model { id, writer, state, revision, forgotten, .. } = &self.posts[at];
                let seen = if *stale { revision + 1 } else { *revision };
                let body =
                    json!({"revision": seen, "draft": {"kind": kind, "text": text_of(&mark, *danger), "alert": alert}});
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
                    post.alert = *danger && *alert;
                    post.proposed_by = None;
                    post.asked_another = false;
                    post.asked = None;
                    post.claim = None;
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
            Call::AskAnother { post } => {
                let at = self.among(*post, |post| post.state == PostState::Declined);
                let post = &self.posts[at];
                let status = self.own(post.writer, Method::POST, &paths::another_reader(post.id), None).await?;
                let others = (0..READERS).any(|reader| !post.decided_by.contains(&reader));
                let next = post.state.after(Step::AskAnother).filter(|_| !post.asked_another && others);
                let expected = match (post.forgotten, self.has_key(post.writer), next) {
                    (true, true, _) => 404,
                    (true, false, _) => 401,
                    (false, _, Some(_)) => 200,
                    (false, _, None) => 409,
                };
                assert_eq!(status, expected, "asking another reader for {post:?}");
                if let (200, Some(next)) = (status, next) {
                    let post = &mut self.posts[at];
                    post.state = next;
                    post.asked_another = true;
                    post.alert = false;
                }
            }
            Call::Erase { post } => {
                let at = post.index(length);
                let post = &self.posts[at];
                let gone = if self.has_key(post.writer) { 404 } else { 401 };
                let expected = if post.forgotten { gone } else { 204 };
                assert_eq!(self.own(post.writer, Method::DELETE, &paths::post(post.id), None).await?, expected);
                self.posts[at].is_erased();
            }
            Call::Forget { writer } => {
                let expected = if self.has_key(*writer) { 204 } else { 401 };
                assert_eq!(self.own(*writer, Method::DELETE, paths::MINE, None).await?, expected);
                for post in self.posts.iter_mut().filter(|post| post.writer == *writer) {
                    post.is_erased();
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
                    (!takes_two || post.proposed_by != Some(*reader))
                        && (step == Step::TakeDown || post.may_begin(*reader))
                };
                let next = post.state.after(step).filter(|_| !stale && by_another);
                assert_eq!(reply.status.is_success(), next.is_some(), "{decision} of {post:?}: {reply:?}");
                if let Some(next) = next {
                    let post = &mut self.posts[at];
                    if takes_two && post.proposed_by.is_none() {
                        post.proposed_by = Some(*reader);
                        post.claim = None;
                    } else {
                        post.state = next;
                        post.decided_by = post.proposed_by.take().into_iter().chain([*reader]).collect();
                    }
                    if step == Step::TakeDown {
                        post.reports = 0;
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
                let next = post.state.after(Step::HandBack).filter(|_| post.may_begin(*reader));
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
                    post.alert = false;
                    post.asked_another = false;
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
                self.desk.app.store.daily(2, self.desk.app.clock.now(), None).await?;
                self.count();
                for post in &mut self.posts {
                    post.claim = None;
                    if let Some(asked) = &mut post.asked {
                        asked.again = true;
                    }
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
                assert_eq!(status, if post.hangs() { 204 } else { 404 });
            }
            Call::Reply { post, writer, danger, alert } => {
                let mark = self.new_mark();
                let (to, hangs) = {
                    let post = &self.posts[self.among(*post, Model::hangs)];
                    (post.id, post.hangs())
                };
                let idempotency = Uuid::new_v4();
                let (status, reply) =
                    self.send(*writer, idempotency, &text_of(&mark, *danger), *alert, Some(to)).await?;
                assert_eq!(status, if hangs { 201 } else { 404 });
                if hangs {
                    let model = Model::new(&reply, idempotency, *writer, mark, *danger, Some(to));
                    self.posts.push(Model { alert: *alert && *danger, ..model });
                }
            }
            Call::Report { post } => {
                let at = post.index(length);
                let body = json!({"reason": "untrue"});
                let reply = self.desk.post(&Caller::Anonymous, &paths::reports(self.posts[at].id), body).await?;
                let post = &mut self.posts[at];
                assert_eq!(reply.status.as_u16(), if post.state.is_public() { 204 } else { 404 });
                post.reports += usize::from(post.state.is_public());
            }
            Call::Claim { post, reader } => {
                let at = self.among(*post, |post| post.state == PostState::Received);
                let path = paths::claim(self.posts[at].id);
                let status = self.desk.call(&self.readers[*reader], Method::PUT, &path, None).await?.status.as_u16();
                let post = &mut self.posts[at];
                let expected = match (post.state, post.claim) {
                    (PostState::Erased, _) => 404,
                    (PostState::Received, None) => 200,
                    (PostState::Received, Some(by)) if by == *reader => 200,
                    _ => 409,
                };
                assert_eq!(status, expected, "claiming {post:?}");
                if status == 200 {
                    post.claim = Some(*reader);
                }
            }
            Call::Ask { post, reader } => {
                let at = self.among(*post, Model::hangs);
                let body = json!({"organisation": self.organisation});
                let reply = self.desk.post(&self.readers[*reader], &paths::asks(self.posts[at].id), body).await?;
                let post = &mut self.posts[at];
                // While it waits, asking again is nothing; after an answer only when the writer is not content.
                let again =
                    post.askings.last().is_none_or(|last| !last.public || last.verdict.is_some_and(|it| it != "heard"));
                let expected = match (post.state, post.hangs() && again) {
                    (_, true) => 200,
                    (_, false) => 409,
                };
                assert_eq!(reply.status.as_u16(), expected, "asking about {post:?}");
                if expected == 200 && post.askings.last().is_none_or(|last| last.public) {
                    let items = reply.json()["items"].as_array().cloned().unwrap_or_default();
                    let known: Vec<_> = post.askings.iter().map(|asking| json!(asking.id)).collect();
                    let new = items.iter().find(|it| !known.contains(&it["id"])).ok_or("no new asking")?;
                    post.askings.push(Asking {
                        id: crate::app::id_of(new),
                        at: self.desk.app.clock.now(),
                        reminded_at: None,
                        mark: None,
                        revision: 0,
                        waits: false,
                        public: false,
                        verdict: None,
                    });
                }
            }
            Call::Answer { post, stale } => {
                let mark = self.new_mark();
                let at = self.among(*post, |post| post.askings.last().is_some_and(|asking| !asking.public));
                let post = &mut self.posts[at];
                let hangs = post.hangs();
                let Some(asking) = post.askings.last_mut() else { return Ok(()) };
                let body = json!({
                    "revision": asking.revision + u32::from(*stale), "understood_text": format!("Je zegt {mark}."),
                    "does_text": "Wij stoppen daarmee.", "by_function": "Teamleider"
                });
                let reply = self.desk.call(&self.answerer, Method::PUT, &paths::answer(asking.id), Some(body)).await?;
                let expected = match (hangs, *stale || asking.public) {
                    (false, _) => 404,
                    (true, true) => 409,
                    (true, false) => 200,
                };
                assert_eq!(reply.status.as_u16(), expected, "answering {asking:?}: {reply:?}");
                if expected == 200 {
                    *asking = Asking { mark: Some(mark), revision: asking.revision + 1, waits: true, ..*asking };
                }
            }
            Call::ReadAnswer { post, reader, publish } => {
                let at = self.among(*post, |post| post.askings.last().is_some_and(|asking| asking.waits));
                let post = &mut self.posts[at];
                let hangs = post.hangs();
                let Some(asking) = post.askings.last_mut() else { return Ok(()) };
                let mut body = json!({"revision": asking.revision.max(1), "decision": "publish"});
                if !publish {
                    body = json!({"revision": asking.revision.max(1), "decision": "hand_back", "reason": "not_heard"});
                }
                let path = paths::answer_decision(asking.id);
                let reply = self.desk.post(&self.readers[*reader], &path, body).await?;
                let may = hangs && asking.waits;
                let expected = if asking.mark.is_none() {
                    404
                } else if may {
                    200
                } else {
                    409
                };
                assert_eq!(reply.status.as_u16(), expected, "reading {asking:?}: {reply:?}");
                if may {
                    asking.waits = false;
                    asking.public = *publish;
                }
            }
            Call::Judge { post, writer, verdict } => {
                let at = self.among(*post, |post| post.askings.last().is_some_and(|asking| asking.public));
                let has_key = self.has_key(*writer);
                let Some(asking) = self.posts[at].askings.last() else { return Ok(()) };
                let path = paths::verdict(self.posts[at].id, asking.id);
                let status = self.own(*writer, Method::PUT, &path, Some(json!({"verdict": verdict}))).await?;
                let post = &mut self.posts[at];
                let (is_own, hangs) = (post.writer == *writer, post.hangs());
                let Some(asking) = post.askings.last_mut() else { return Ok(()) };
                let expected = match (has_key, is_own && asking.public, hangs) {
                    (false, ..) => 401,
                    (true, false, _) => 404,
                    (true, true, false) => 409,
                    (true, true, true) => 200,
                };
                assert_eq!(status, expected, "judging {asking:?}");
                if status == 200 {
                    asking.verdict = Some(verdict);
                }
            }
        }
        // What does not wait any more is nobody's to read.
        for post in &mut self.posts {
            if post.state != PostState::Received {
                post.claim = None;
            }
        }
        self.leave_promises();
        Ok(())
    }

    /// A post, most often one of those that such a call is for: by chance alone they would seldom meet.
    fn among(&self, post: Index, wanted: impl Fn(&Model) -> bool) -> usize {
        let wanted: Vec<usize> = (0..self.posts.len()).filter(|at| wanted(&self.posts[*at])).collect();
        if wanted.is_empty() || post.index(5) == 0 {
            post.index(self.posts.len())
        } else {
            wanted[post.index(wanted.len())]
        }
    }

    /// Whether the key of a writer opens anything.
    fn has_key(&self, writer: usize) -> bool {
        self.posts.iter().any(|post| post.writer == writer && !post.forgotten)
    }

    /// The marks that stand in a text.
    fn marks_in(&self, text: &str) -> BTreeSet<String> {
        let marks = self
            .posts
            .iter()
            .flat_map(|post| post.marks.iter().chain(post.askings.iter().filter_map(|asking| asking.mark.as_ref())));
        marks.filter(|mark| text.contains(mark.as_str())).cloned().collect()
    }

    /// What everybody may see is exactly what was approved.
    async fn look(&self) -> Outcome {
        let approved: BTreeSet<String> =
            self.posts.iter().filter(|post| post.hangs()).map(|post| post.mark().to_owned()).collect();
        let list = self.desk.get(&Caller::Anonymous, "/api/posts?limit=100").await?;
        assert_eq!(self.marks_in(&list.text), approved, "the list");
        assert_eq!(list.json()["items"].as_array().map(Vec::len), Some(approved.len()), "nothing is doubled");
        let page = self.desk.get(&Caller::Anonymous, "/").await?;
        assert!(self.marks_in(&page.text).is_subset(&approved), "the first HTML");
        let found = self.desk.get(&Caller::Anonymous, "/api/posts?limit=100&q=merk").await?;
        assert_eq!(self.marks_in(&found.text), approved, "the search");
        self.look_at_the_organisation().await?;
        self.look_at_promises().await
    }

    /// What waits is in the queue, danger on top, and what the first of two said stands with it.
    async fn look_at_the_desk(&self) -> Outcome {
        self.look_at_unread().await?;
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
            assert_eq!(item["alert"], post.alert, "{post:?}");
        }
        let alerts = self.desk.get(&self.readers[0], paths::ALERTS).await?.json();
        let told: BTreeSet<_> = alerts["items"].as_array().into_iter().flatten().map(crate::app::id_of).collect();
        let asked = self.posts.iter().filter(|post| post.alert && post.state == PostState::Received);
        assert_eq!(told, asked.map(|post| post.id).collect(), "who asks is told until it is decided");
        Ok(())
    }

    /// Every post by itself, every writer's list, the whole trail, and every file.
    async fn look_closely(&self) -> Outcome {
        let reports = self.desk.get(&self.readers[0], paths::REPORTS).await?.json()["items"].as_array().map(Vec::len);
        assert_eq!(reports, Some(self.posts.iter().map(|post| post.reports).sum()), "no report is lost");
        assert_eq!(self.desk.app.store.prove(&[]).await?.faults, [], "no event is lost or changed");
        self.look_at_files_of_promises();
        self.look_at_the_filters().await?;
        let list = self.desk.get(&Caller::Anonymous, "/api/posts?limit=100").await?.json();
        for post in &self.posts {
            for path in [paths::post(post.id), paths::trail(post.id), paths::replies(post.id)] {
                let reply = self.desk.get(&Caller::Anonymous, &path).await?;
                assert_eq!(reply.status.as_u16(), if post.hangs() { 200 } else { 404 });
            }
            if post.hangs() {
                // Read from its columns; the list shows it ready made.
                let alone = self.desk.get(&Caller::Anonymous, &paths::post(post.id)).await?.json();
                let listed = list["items"].as_array().and_then(|all| all.iter().find(|one| one["id"] == alone["id"]));
                assert_eq!(listed, Some(&alone), "the list shows every post as it is");
                let replies = self.posts.iter().filter(|it| it.reply_to == Some(post.id) && it.state.is_public());
                let replies: BTreeSet<String> = replies.map(|reply| reply.mark().to_owned()).collect();
                let shown = self.desk.get(&Caller::Anonymous, &paths::replies(post.id)).await?;
                assert_eq!(self.marks_in(&shown.text), replies, "the replies under {post:?}");
                let answers =
                    post.askings.iter().filter(|asking| asking.public).filter_map(|asking| asking.mark.clone());
                let trail = self.desk.get(&Caller::Anonymous, &paths::trail(post.id)).await?;
                assert_eq!(self.marks_in(&trail.text), answers.collect(), "the answers to {post:?}");
                let asked = trail.json()["askings"].as_array().map(Vec::len);
                assert_eq!(asked, Some(post.askings.len()), "no asking is lost or doubled");
            }
            for asking in &post.askings {
                let files = files_with(self.desk.folder(), asking.mark.as_deref().unwrap_or("merk-nergens"));
                assert_eq!(files.is_empty(), asking.mark.is_none());
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
                for call in beginning().iter().chain(&calls) {
                    world.make(call).await?;
                    world.look().await?;
                    world.look_at_the_desk().await?;
                    world.look_at_the_work().await?;
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

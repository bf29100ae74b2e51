//! The desk together: who reads what, notes, reports of anybody, texts that look alike, the log, and the share that was
//! read in time.

use crate::{
    app::{DAY, files_with},
    staff::{Caller, Desk, HOST, Outcome, Reply},
};
use droombord_domain::{paths, staff::StaffRole};
use droombord_server::store::LogSpan;
use futures_util::StreamExt as _;
use reqwest::Method;
use serde_json::{Value, json};
use std::pin::pin;
use uuid::Uuid;

struct Room {
    desk: Desk,
    anna: Caller,
    bob: Caller,
    writer: Caller,
}

impl Room {
    async fn start() -> Outcome<Self> {
        let desk = Desk::start().await?;
        let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
        let bob = desk.staff("Bob", StaffRole::Facilitator).await?;
        let writer = desk.key();
        Ok(Self { desk, anna, bob, writer })
    }

    async fn waiting(&self, text: &str) -> Outcome<Uuid> {
        self.desk.dream(&self.writer, text).await
    }

    async fn published(&self, text: &str) -> Outcome<Uuid> {
        let post = self.waiting(text).await?;
        assert_eq!(self.desk.decide(&self.anna, post, 1, "publish").await?.status, 200);
        Ok(post)
    }

    async fn claim(&self, who: &Caller, post: Uuid) -> Outcome<Reply> {
        self.desk.call(who, Method::PUT, &paths::claim(post), None).await
    }

    async fn seen(&self, who: &Caller, post: Uuid) -> Outcome<Value> {
        Ok(self.desk.get(who, &paths::desk_post(post)).await?.json())
    }

    async fn report(&self, post: Uuid, body: Value) -> Outcome<Reply> {
        self.desk.post(&Caller::Anonymous, &paths::reports(post), body).await
    }

    async fn reports(&self) -> Outcome<Vec<Value>> {
        let open = self.desk.get(&self.anna, paths::REPORTS).await?.json();
        Ok(open["items"].as_array().cloned().unwrap_or_default())
    }
}

fn kinds(post: &Value) -> Vec<&str> {
    post["trail"].as_array().into_iter().flatten().filter_map(|event| event["kind"].as_str()).collect()
}

#[tokio::test]
async fn two_do_not_read_the_same_and_nobody_keeps_a_post() -> Outcome {
    let room = Room::start().await?;
    let post = room.waiting("Ik droom van een ijsvogel.").await?;
    let mine = room.claim(&room.anna, post).await?.json();
    assert_eq!((&mine["claim"]["by"], &mine["claim"]["mine"]), (&json!("Anna"), &json!(true)));
    assert_eq!(kinds(&mine), ["received", "read"], "reading is an event");
    let seen = room.seen(&room.bob, post).await?;
    assert_eq!((&seen["claim"]["by"], &seen["claim"]["mine"]), (&json!("Anna"), &json!(false)));
    let queue = room.desk.get(&room.bob, paths::QUEUE).await?.json();
    assert_eq!(queue["items"][0]["claim"]["by"], "Anna");
    assert_eq!(room.claim(&room.bob, post).await?.brief(), (409, "not_allowed_now".to_owned()));
    // Who did not claim it lets nothing go.
    room.desk.call(&room.bob, Method::DELETE, &paths::claim(post), None).await?;
    assert_eq!(room.seen(&room.bob, post).await?["claim"]["by"], "Anna");
    // It ends by itself; and a second look of the same reader is no second event.
    room.desk.pass(20 * 60);
    assert_eq!(room.seen(&room.bob, post).await?["claim"], Value::Null);
    assert_eq!(room.claim(&room.bob, post).await?.status, 200);
    assert_eq!(room.desk.call(&room.bob, Method::DELETE, &paths::claim(post), None).await?.status, 204);
    let again = room.claim(&room.anna, post).await?.json();
    assert_eq!(kinds(&again), ["received", "read", "read"], "once each");
    // It forbids nobody to decide, and is over then.
    assert_eq!(room.desk.decide(&room.bob, post, 1, "publish").await?.status, 200);
    let seen = room.seen(&room.anna, post).await?;
    assert_eq!((&seen["claim"], &seen["state"]), (&Value::Null, &json!("published")));
    Ok(())
}

#[tokio::test]
async fn the_first_of_two_readers_leaves_the_post_to_the_other() -> Outcome {
    let room = Room::start().await?;
    let post = room.waiting("Ik wil niet meer leven.").await?;
    room.claim(&room.anna, post).await?;
    assert_eq!(room.desk.decide(&room.anna, post, 1, "publish").await?.status, 200);
    assert_eq!(room.claim(&room.bob, post).await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn a_note_is_for_facilitators_and_its_writer_finds_it_among_what_is_kept() -> Outcome {
    let room = Room::start().await?;
    let post = room.waiting("Ik droom van een ijsvogel.").await?;
    let note = async |words: &str| room.desk.post(&room.anna, &paths::notes(post), json!({"words": words})).await;
    let seen = note("Roodborsttapuit: ik vraag het Bob.").await?.json();
    assert_eq!(
        (&seen["notes"][0]["by"], &seen["notes"][0]["words"]),
        (&json!("Anna"), &json!("Roodborsttapuit: ik vraag het Bob."))
    );
    let words = seen["notes"][0]["words"].as_str().unwrap_or_default().to_owned();
    assert_eq!(note(&words).await?.status, 200, "its answer was lost, and it was sent once more");
    assert_eq!(room.seen(&room.bob, post).await?["notes"].as_array().map(Vec::len), Some(1));
    for (words, code) in [("  ", "empty"), ("Bel 0612345678.", "contact_details")] {
        let refused = note(words).await?.json();
        assert_eq!(refused["fields"], json!([{"field": "words", "code": code}]), "{words}");
    }
    assert_eq!(room.desk.decide(&room.anna, post, 1, "publish").await?.status, 200);
    for path in ["/api/posts", "/", &format!("/droom/{post}"), &paths::trail(post), &paths::post(post)] {
        assert!(!room.desk.get(&Caller::Anonymous, path).await?.text.contains("Roodborsttapuit"), "{path}");
    }
    assert!(!room.desk.get(&room.writer, paths::MINE).await?.text.contains("Roodborsttapuit"));
    let kept = room.desk.get(&room.writer, paths::MINE_STORED).await?.text;
    assert!(kept.contains("Roodborsttapuit") && !kept.contains("Anna"), "the words, and not who");
    assert_eq!(room.desk.call(&room.writer, Method::DELETE, &paths::post(post), None).await?.status, 204);
    assert_eq!(files_with(room.desk.folder(), "Roodborsttapuit"), Vec::<String>::new());
    assert_eq!(room.desk.post(&room.anna, &paths::notes(post), json!({"words": "x"})).await?.status, 404);
    Ok(())
}

#[tokio::test]
async fn anybody_says_what_is_wrong_and_only_the_desk_hears_it() -> Outcome {
    let room = Room::start().await?;
    let post = room.published("Ik droom van een ijsvogel.").await?;
    let words = "Grutto: dat gaat over mij.";
    assert_eq!(room.report(post, json!({"reason": "about_me", "words": words})).await?.status, 204);
    room.desk.pass(60);
    assert_eq!(room.report(post, json!({"reason": "danger"})).await?.status, 204);
    let open = room.reports().await?;
    let told: Vec<_> =
        open.iter().map(|it| (it["reason"].as_str(), it["words"].as_str(), it["text"].as_str())).collect();
    let text = Some("Ik droom van een ijsvogel.");
    assert_eq!(told, [(Some("danger"), None, text), (Some("about_me"), Some(words), text)], "danger first");
    assert_eq!(room.seen(&room.bob, post).await?["reports"].as_array().map(Vec::len), Some(2));
    // It is no private way to a child: neither the writer nor anybody else reads it.
    for path in [paths::MINE, paths::MINE_STORED] {
        assert!(!room.desk.get(&room.writer, path).await?.text.contains("Grutto"), "{path}");
    }
    for path in ["/api/posts", "/", &format!("/droom/{post}"), &paths::trail(post)] {
        assert!(!room.desk.get(&Caller::Anonymous, path).await?.text.contains("Grutto"), "{path}");
    }
    assert_eq!(room.desk.get(&room.writer, paths::MINE).await?.json()["items"][0]["state"], "published", "it stays");
    // Somebody sees to one; taking down sees to all.
    let id: Uuid = open[1]["id"].as_str().ok_or("id")?.parse()?;
    assert_eq!(room.desk.call(&room.bob, Method::POST, &paths::report_handled(id), None).await?.status, 204);
    assert_eq!(room.reports().await?.len(), 1);
    let body = json!({"revision": 1, "decision": "take_down", "reason": "recognisable"});
    assert_eq!(room.desk.post(&room.anna, &paths::decision(post), body).await?.status, 200);
    assert_eq!(room.reports().await?.len(), 0);
    let seen = room.seen(&room.bob, post).await?;
    let by: Vec<_> = seen["reports"].as_array().into_iter().flatten().map(|it| it["handled_by"].as_str()).collect();
    assert_eq!(by, [Some("Bob"), Some("Anna")]);
    // Nothing can be said of what nobody sees.
    assert_eq!(room.report(post, json!({"reason": "other"})).await?.brief(), (404, "not_found".to_owned()));
    // The words go after thirty days.
    assert!(!files_with(room.desk.folder(), "Grutto").is_empty());
    room.desk.pass(31 * DAY);
    room.desk.app.store.daily(2, room.desk.app.clock.now(), None).await?;
    assert_eq!(files_with(room.desk.folder(), "Grutto"), Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn a_report_comes_once_goes_with_its_post_and_says_what_is_missing() -> Outcome {
    let room = Room::start().await?;
    let post = room.published("Ik droom van een ijsvogel.").await?;
    let again = Uuid::new_v4();
    let send = async |body: Value| {
        let path = paths::reports(post);
        let call = room.desk.begin(Method::POST, &path, HOST).header(paths::IDEMPOTENCY_KEY, again.to_string());
        Reply::of(call.json(&body)).await
    };
    for _ in 0..2 {
        assert_eq!(send(json!({"reason": "hurtful", "words": "Tureluur."})).await?.status, 204);
    }
    assert_eq!(room.reports().await?.len(), 1);
    assert_eq!(send(json!({"reason": "untrue"})).await?.brief(), (422, "idempotency_key_reused".to_owned()));
    let wrong = room.report(post, json!({"words": "a".repeat(501)})).await?.json();
    let fields: Vec<_> = wrong["fields"].as_array().into_iter().flatten().map(|it| it["field"].as_str()).collect();
    assert_eq!(fields, [Some("reason"), Some("words")]);
    assert_eq!(room.desk.call(&room.writer, Method::DELETE, &paths::post(post), None).await?.status, 204);
    assert_eq!(room.reports().await?.len(), 0);
    assert_eq!(files_with(room.desk.folder(), "Tureluur"), Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn what_looks_alike_is_declined_together_and_danger_still_takes_two() -> Outcome {
    let room = Room::start().await?;
    let mut flood = Vec::new();
    for n in 0..3 {
        room.desk.pass(1);
        flood.push(room.waiting(&format!("Koop hier goedkope telefoons en win een prijs, code {n}!")).await?);
    }
    let own = room.waiting("Ik droom van een ijsvogel.").await?;
    let groups = room.desk.get(&room.anna, paths::SIMILAR).await?.json();
    let found: Vec<_> =
        groups["items"][0]["posts"].as_array().into_iter().flatten().map(|it| it["id"].clone()).collect();
    assert_eq!(groups["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(found, flood.iter().map(|id| json!(id.to_string())).collect::<Vec<_>>());
    let danger = room.waiting("Ik wil niet meer leven.").await?;
    let read = |id: &Uuid| json!({"id": id, "revision": 1});
    let mut posts: Vec<Value> = flood.iter().map(read).collect();
    posts.extend([read(&danger), json!({"id": own, "revision": 2})]);
    let body = json!({"reason": "off_topic", "posts": posts});
    let done = room.desk.post(&room.anna, paths::DECLINE_TOGETHER, body).await?.json();
    let refused: Vec<_> = done["items"].as_array().into_iter().flatten().map(|it| it["refused"].clone()).collect();
    assert_eq!(refused, [Value::Null, Value::Null, Value::Null, Value::Null, json!("stale_revision")]);
    for id in flood {
        let seen = room.seen(&room.anna, id).await?;
        assert_eq!((&seen["state"], kinds(&seen)), (&json!("declined"), vec!["received", "read", "declined"]));
    }
    let seen = room.seen(&room.anna, danger).await?;
    assert_eq!((&seen["state"], &seen["proposal"]["decision"]), (&json!("received"), &json!("decline")));
    let mine = room.desk.get(&room.writer, paths::MINE).await?.json();
    let reasons = mine["items"].as_array().into_iter().flatten().filter(|it| it["reason"] == "off_topic").count();
    assert_eq!(reasons, 3, "each has its letter");
    for (body, field, code) in [
        (json!({"reason": "off_topic", "posts": []}), "posts", "empty"),
        (json!({"reason": "zomaar", "posts": [read(&own)]}), "reason", "unknown_value"),
        (json!({"reason": "off_topic", "posts": [{"id": "x", "revision": 1}]}), "posts.0.id", "wrong_type"),
        (json!({"reason": "off_topic", "posts": [7]}), "posts", "wrong_type"),
    ] {
        let refused = room.desk.post(&room.anna, paths::DECLINE_TOGETHER, body).await?.json();
        assert_eq!(refused["fields"], json!([{"field": field, "code": code}]));
    }
    Ok(())
}

#[tokio::test]
async fn two_keywords_become_one_wherever_they_stand() -> Outcome {
    let room = Room::start().await?;
    for keywords in [vec!["begeleider", "school"], vec!["begeleiding"], vec!["begeleiding", "begeleider"]] {
        let post = room.waiting("Ik droom van een ijsvogel.").await?;
        let body = json!({"revision": 1, "decision": "publish", "keywords": keywords});
        assert_eq!(room.desk.post(&room.anna, &paths::decision(post), body).await?.status, 200);
    }
    let rename = async |from: &str, to: &str| {
        room.desk.call(&room.anna, Method::PATCH, paths::KEYWORDS, Some(json!({"from": from, "to": to}))).await
    };
    assert_eq!(rename("begeleider", "Begeleiding").await?.status, 204);
    let used = room.desk.get(&room.anna, paths::KEYWORDS).await?.json()["items"].clone();
    assert_eq!(used, json!(["begeleiding", "school"]));
    let board = room.desk.get(&Caller::Anonymous, "/api/posts?keyword=begeleiding").await?.json();
    assert_eq!(board["items"].as_array().map(Vec::len), Some(3));
    assert_eq!(room.desk.get(&Caller::Anonymous, "/api/posts?keyword=begeleider").await?.json()["items"], json!([]));
    assert_eq!(rename("begeleider", "iets").await?.brief(), (404, "not_found".to_owned()), "nothing has it any more");
    assert_eq!(rename("school", "").await?.json()["fields"], json!([{"field": "to", "code": "empty"}]));
    Ok(())
}

#[tokio::test]
async fn the_log_tells_what_happened_and_no_word_of_anybody() -> Outcome {
    let room = Room::start().await?;
    let post = room.published("Ik droom van een boomkruiper.").await?;
    room.desk.post(&room.anna, &paths::notes(post), json!({"words": "Wulp"})).await?;
    let log = async |query: &str| room.desk.get(&room.bob, &format!("{}?{query}", paths::LOG)).await;
    let today = log("from=2026-11-21&until=2026-11-21").await?;
    assert_eq!(today.headers["content-type"], "text/csv; charset=utf-8");
    let lines: Vec<&str> = today.text.lines().collect();
    assert_eq!(lines.first(), Some(&"post,event,at,revision,reason,said,by,organisation"));
    assert_eq!(lines.len(), 4, "{lines:?}");
    assert!(
        lines[3].starts_with(&format!("{post},published,2026-11-21T")) && lines[3].ends_with(",1,,,Anna,"),
        "{}",
        lines[3]
    );
    assert!(!today.text.contains("boomkruiper") && !today.text.contains("Wulp"));
    assert_eq!(log("from=2026-11-22&until=2026-11-30").await?.text.lines().count(), 1, "another day");
    for (query, field, code) in [
        ("until=2026-11-30", "from", "missing"),
        ("from=2026-11-31&until=2026-12-01", "from", "invalid"),
        ("from=2026-11-02&until=2026-11-01", "until", "invalid"),
        ("from=2024-11-02&until=2026-11-01", "until", "invalid"),
    ] {
        assert_eq!(log(query).await?.json()["fields"], json!([{"field": field, "code": code}]), "{query}");
    }
    Ok(())
}

#[tokio::test]
async fn the_log_is_read_while_it_is_taken_and_never_whole() -> Outcome {
    let room = Room::start().await?;
    let store = room.desk.app.store.clone();
    let mut sent = Vec::new();
    for n in 0..450 {
        sent.push(room.waiting(&format!("Droom {n}")).await?);
    }
    let now = room.desk.app.clock.now();
    let today = now / DAY;
    let log = store.log(LogSpan { from: now - DAY, until: now + DAY, days: today..=today }).await?;
    let mut log = pin!(log);
    let mut bits = vec![log.next().await.ok_or("the first bit")??];
    // What happens after the first bit was taken is in a later one: it had not been read.
    sent.push(room.waiting("Nog een").await?);
    while let Some(bit) = log.next().await {
        bits.push(bit?);
    }
    let lines = |bit: &Vec<u8>| bit.iter().filter(|byte| **byte == b'\n').count();
    assert!(bits.len() > 2 && bits.iter().all(|bit| lines(bit) <= 201), "{} bits", bits.len());
    let whole = String::from_utf8(bits.concat())?;
    let posts: Vec<_> = whole.lines().skip(1).filter_map(|line| line.split(',').next()?.parse::<Uuid>().ok()).collect();
    assert_eq!(posts, sent, "each once, in their order");
    let query = format!("{}?from=2026-11-21&until=2026-11-21", paths::LOG);
    let reply = room.desk.get(&room.bob, &query).await?;
    assert_eq!(reply.text, whole);
    assert!(!reply.headers.contains_key("content-length"), "nobody knows its length before its end");
    Ok(())
}

#[tokio::test]
async fn the_share_that_was_read_in_time_is_told_to_everybody() -> Outcome {
    let room = Room::start().await?;
    let share = async || {
        room.desk.app.store.daily(2, room.desk.app.clock.now(), None).await?;
        Outcome::Ok(room.desk.app.store.facts().await?.on_time)
    };
    // Nine in time, one that was too late, one that its writer took away first.
    for n in 0..9 {
        room.published(&format!("Droom {n}")).await?;
    }
    let late = room.waiting("Te laat").await?;
    let gone = room.waiting("Toch niet").await?;
    assert_eq!(room.desk.call(&room.writer, Method::DELETE, &paths::post(gone), None).await?.status, 204);
    assert_eq!(share().await?, None, "the time of none is over");
    room.desk.pass(2 * DAY + 60);
    let anna = room.desk.staff("Carla", StaffRole::Facilitator).await?;
    assert_eq!(room.desk.decide(&anna, late, 1, "publish").await?.status, 200);
    assert_eq!(share().await?, Some(90));
    assert!(room.desk.get(&Caller::Anonymous, "/over").await?.text.contains("90 van de 100"));
    room.desk.pass(33 * DAY);
    assert_eq!(share().await?, None, "long ago");
    assert!(!room.desk.get(&Caller::Anonymous, "/over").await?.text.contains("van de 100"));
    Ok(())
}

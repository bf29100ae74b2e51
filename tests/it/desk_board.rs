//! What hangs on the board, as facilitators look for it: by words and keywords, by how far it is now, and by what the board is narrowed down by.

use crate::{
    app::id_of,
    staff::{Caller, Desk, Outcome},
};
use droombord_domain::{paths, staff::StaffRole, when::Day};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A board of four posts and a reply, each with a name of its own.
struct Room {
    desk: Desk,
    anna: Caller,
    writer: Caller,
    names: BTreeMap<Uuid, &'static str>,
}

impl Room {
    async fn new() -> Outcome<Self> {
        let desk = Desk::start().await?;
        let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
        let (organisation, answerer) = desk.organisation("Jeugdhulp Vlierpad").await?;
        let writer = desk.key();
        // What is decided at the desk waits for its batch before everybody sees it.
        desk.app.store.hold_back(true);
        let mut room = Self { desk, anna, writer, names: BTreeMap::new() };
        let unasked = json!({"kind": "dream", "direction": "start", "role": "parent", "region": "north", "text": "Mijn vríendin mag blijven eten."});
        let unasked = room.hang("unasked", unasked, &["eten"]).await?;
        let asked =
            json!({"kind": "dream", "direction": "stop", "role": "young_person", "text": "Niet meer verhuizen."});
        let asked = room.hang("asked", asked, &["wonen"]).await?;
        let heard =
            json!({"kind": "story", "direction": "start", "role": "parent", "text": "Er kwam een hond op de groep."});
        let heard = room.hang("heard", heard, &["dieren", "vaste begeleider"]).await?;
        let promised = json!({"kind": "dream", "direction": "turn_back", "text": "Draai de regel over bezoek terug."});
        let promised = room.hang("promised", promised, &["niet geluisterd"]).await?;

        // Of two of the same second a random id would say which came first.
        room.desk.pass(60);
        let reply = json!({"text": "Ik kom graag eten.", "role": "parent"});
        let reply = id_of(&room.desk.post(&room.desk.key(), &paths::replies(unasked), reply).await?.json());
        room.names.insert(reply, "reply");
        room.ok(Method::POST, &paths::decision(reply), json!({"revision": 1, "decision": "publish"})).await?;
        let ask = json!({"organisation": organisation});
        room.ok(Method::POST, &paths::asks(asked), ask.clone()).await?;
        let asking = id_of(&room.ok(Method::POST, &paths::asks(heard), ask).await?["items"][0]);
        let answer = Some(crate::answers::answer(0));
        let sent = room.desk.call(&answerer, Method::PUT, &paths::answer(asking), answer).await?;
        assert_eq!(sent.status, 200, "{}", sent.text);
        room.ok(Method::POST, &paths::answer_decision(asking), json!({"revision": 1, "decision": "publish"})).await?;
        let verdict = json!({"verdict": "heard"});
        let said = room.desk.call(&room.writer, Method::PUT, &paths::verdict(heard, asking), Some(verdict)).await?;
        assert_eq!(said.status, 200, "{}", said.text);
        let due = Day::parse("2026-12-20").ok_or("day")?;
        let draft = json!({"direction": "stop", "what": "Bezoek mag altijd.", "owner": "teamleider", "due": due, "posts": [promised]});
        let made = room.desk.post(&answerer, paths::OWN_PROMISES, draft).await?.json();
        let yes = json!({"saying": made["sayings"][0]["id"], "decision": "publish"});
        room.ok(Method::POST, &paths::promise_decision(id_of(&made)), yes).await?;
        Ok(room)
    }

    async fn ok(&self, method: Method, path: &str, body: Value) -> Outcome<Value> {
        let reply = self.desk.call(&self.anna, method, path, Some(body)).await?;
        assert!(reply.status.is_success(), "{path}: {}", reply.text);
        Ok(reply.json())
    }

    async fn hang(&mut self, name: &'static str, draft: Value, keywords: &[&str]) -> Outcome<Uuid> {
        self.desk.pass(60);
        let post = id_of(&self.desk.post(&self.writer, paths::POSTS, draft).await?.json());
        let body = json!({"revision": 1, "decision": "publish", "keywords": keywords});
        self.ok(Method::POST, &paths::decision(post), body).await?;
        self.names.insert(post, name);
        Ok(post)
    }

    fn id(&self, name: &str) -> Outcome<Uuid> {
        Ok(*self.names.iter().find(|(_, it)| **it == name).ok_or("no such post")?.0)
    }

    /// The names of what the list finds, newest on the board first, page by page.
    async fn found(&self, asked: &str) -> Outcome<Vec<&'static str>> {
        let mut found = Vec::new();
        let mut cursor = String::new();
        loop {
            let path = format!("{}?state=published&limit=1&{asked}{cursor}", paths::QUEUE);
            let reply = self.desk.get(&self.anna, &path).await?;
            assert_eq!(reply.status, 200, "{path}: {}", reply.text);
            let page = reply.json();
            let items = page["items"].as_array().cloned().unwrap_or_default();
            found.extend(items.iter().map(|item| self.names.get(&id_of(item)).copied().unwrap_or("unknown")));
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => return Ok(found),
            }
        }
    }
}

#[tokio::test]
async fn every_filter_finds_what_is_so_now() -> Outcome {
    let room = Room::new().await?;
    let public = room.desk.get(&Caller::Anonymous, "/api/posts?status=answered").await?.json();
    assert_eq!(public["items"], json!([]), "nobody else sees it yet");
    for (asked, expected) in [
        ("", &["reply", "promised", "heard", "asked", "unasked"][..]),
        ("status=", &["reply", "promised", "heard", "asked", "unasked"]),
        ("status=unasked", &["promised", "unasked"]),
        ("status=waiting", &["asked"]),
        ("status=answered", &["heard"]),
        ("status=heard", &["heard"]),
        ("status=promised", &["promised"]),
        ("direction=start", &["heard", "unasked"]),
        ("direction=turn_back", &["promised"]),
        ("kind=story", &["heard"]),
        ("kind=dream", &["promised", "asked", "unasked"]),
        ("role=parent", &["reply", "heard", "unasked"]),
        ("region=north", &["unasked"]),
        ("keyword=wonen", &["asked"]),
        ("keyword=nergens", &[]),
        ("q=VRIENDIN", &["unasked"]),
        ("q=hond", &["heard"]),
        // In a keyword alone; one word in the text and one in a keyword; a word in the middle of a keyword.
        ("q=wonen", &["asked"]),
        ("q=hond+dier", &["heard"]),
        ("q=begeleid", &["heard"]),
        ("q=e", &["heard", "unasked"]),
        ("q=niet", &["promised", "asked"]),
        ("q=niet+hond", &[]),
        ("q=graag", &[]),
        ("q=%25", &["reply", "promised", "heard", "asked", "unasked"]),
        ("q='%3B+DROP+TABLE+posts--", &[]),
        ("status=unasked&direction=start", &["unasked"]),
        ("status=unasked&q=niet", &["promised"]),
        ("status=waiting&role=young_person&q=verh&keyword=wonen", &["asked"]),
        ("status=heard&kind=dream", &[]),
    ] {
        assert_eq!(room.found(asked).await?, expected, "{asked}");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_done_moves_a_post_at_once_and_what_left_the_board_is_in_no_list() -> Outcome {
    let room = Room::new().await?;
    let from_to = json!({"from": "wonen", "to": "thuis"});
    room.desk.call(&room.anna, Method::PATCH, paths::KEYWORDS, Some(from_to)).await?;
    assert_eq!((room.found("q=thuis").await?, room.found("q=wonen").await?), (vec!["asked"], vec![]));
    let (unasked, asked) = (room.id("unasked")?, room.id("asked")?);
    let (organisation, _) = room.desk.organisation("Stichting Zilverberk").await?;
    room.ok(Method::POST, &paths::asks(unasked), json!({"organisation": organisation})).await?;
    assert_eq!(room.found("status=unasked").await?, ["promised"]);
    assert_eq!(room.found("status=waiting").await?, ["asked", "unasked"]);

    let down = json!({"revision": 1, "decision": "take_down", "reason": "unclear"});
    room.ok(Method::POST, &paths::decision(unasked), down).await?;
    assert_eq!(room.desk.call(&room.writer, Method::DELETE, &paths::post(asked), None).await?.status, 204);
    for asked in ["status=waiting", "q=eten", "q=thuis", "keyword=eten", "region=north"] {
        assert_eq!(room.found(asked).await?, Vec::<&str>::new(), "{asked}");
    }
    // Back on the board it is found again, as far as it was.
    let bob = room.desk.staff("Bob", StaffRole::Facilitator).await?;
    let back = json!({"revision": 1, "decision": "reverse", "keywords": ["bezoek"]});
    assert_eq!(room.desk.post(&bob, &paths::decision(unasked), back).await?.status, 200);
    assert_eq!(
        (room.found("q=bez").await?, room.found("status=waiting").await?),
        (vec!["promised", "unasked"], vec!["unasked"])
    );
    Ok(())
}

#[tokio::test]
async fn a_cursor_belongs_to_its_filter_and_what_does_not_exist_is_refused() -> Outcome {
    let room = Room::new().await?;
    let path = |asked: &str| format!("{}?limit=1&{asked}", paths::QUEUE);
    let page = room.desk.get(&room.anna, &path("state=published&role=parent&q=e")).await?.json();
    let cursor = page["next_cursor"].as_str().ok_or("cursor")?.to_owned();
    for asked in
        ["role=parent", "q=e", "role=parent&q=et", "role=parent&q=e&status=heard", "role=parent&q=e&kind=dream"]
    {
        let reply = room.desk.get(&room.anna, &path(&format!("state=published&{asked}&cursor={cursor}"))).await?;
        assert_eq!(reply.brief(), (400, "invalid_cursor".to_owned()), "{asked}");
    }
    let long = format!("state=published&q={}", "a".repeat(201));
    for asked in [
        "state=published&status=placed",
        "state=published&status=x&kind=y",
        "state=published&kind=reply",
        "state=published&keyword=%07",
        "state=declined&status=unasked",
        "direction=start",
        "q=hond",
        &long,
    ] {
        let reply = room.desk.get(&room.anna, &path(asked)).await?;
        assert_eq!(reply.brief(), (422, "invalid_fields".to_owned()), "{asked}");
    }
    Ok(())
}

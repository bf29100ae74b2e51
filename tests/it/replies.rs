//! *Praat mee!*: a reply is a post that belongs to another one. It is read first, it is nobody's private way to anybody, and
//! its writer keeps it like any post.

use crate::{
    app::{files_with, id_of},
    staff::{Caller, Desk, Outcome, Reply},
};
use droombord_domain::{paths, staff::StaffRole};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

/// A desk with two facilitators, somebody who writes and somebody who replies, and a post on the board.
struct Talk {
    desk: Desk,
    anna: Caller,
    bob: Caller,
    writer: Caller,
    other: Caller,
    post: Uuid,
}

impl Talk {
    async fn start() -> Outcome<Self> {
        let desk = Desk::start().await?;
        let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
        let bob = desk.staff("Bob", StaffRole::Facilitator).await?;
        let (writer, other) = (desk.key(), desk.key());
        let post = desk.dream(&writer, "Ik droom van een merel.").await?;
        assert_eq!(desk.decide(&anna, post, 1, "publish").await?.status, 200);
        Ok(Self { desk, anna, bob, writer, other, post })
    }

    async fn send(&self, text: &str) -> Outcome<Reply> {
        let body = json!({"text": text, "role": "parent"});
        self.desk.post(&self.other, &paths::replies(self.post), body).await
    }

    async fn reply(&self, text: &str) -> Outcome<Uuid> {
        let sent = self.send(text).await?;
        assert_eq!(sent.status, 201, "{sent:?}");
        Ok(id_of(&sent.json()))
    }

    async fn published(&self, text: &str) -> Outcome<Uuid> {
        let id = self.reply(text).await?;
        assert_eq!(self.desk.decide(&self.anna, id, 1, "publish").await?.status, 200);
        Ok(id)
    }

    /// The replies that everybody sees.
    async fn shown(&self) -> Outcome<Vec<String>> {
        let page = self.desk.get(&Caller::Anonymous, &paths::replies(self.post)).await?.json();
        let items = page["items"].as_array().ok_or("items")?;
        Ok(items.iter().map(|item| item["text"].as_str().unwrap_or_default().to_owned()).collect())
    }

    async fn mine(&self) -> Outcome<Value> {
        Ok(self.desk.get(&self.other, paths::MINE).await?.json()["items"][0].clone())
    }
}

/// Every public address that could show a word.
fn surfaces(post: Uuid, reply: Uuid, word: &str) -> Vec<String> {
    let mut all = vec![
        "/api/posts".to_owned(),
        "/api/posts?order=newest".to_owned(),
        "/api/posts?kind=dream".to_owned(),
        "/api/posts?role=parent".to_owned(),
        format!("/api/posts?q={word}"),
        format!("/api/posts?keyword={word}"),
        "/".to_owned(),
        "/en/".to_owned(),
        "/?order=newest".to_owned(),
        "/?role=parent".to_owned(),
        paths::post(reply),
        paths::trail(reply),
        paths::replies(reply),
        format!("/droom/{reply}"),
    ];
    all.extend([paths::post(post), paths::trail(post), "/mijn".to_owned(), format!("/deel?bij={post}")]);
    all
}

async fn seen_on(talk: &Talk, paths: &[String], word: &str) -> Outcome<Vec<String>> {
    let mut seen = Vec::new();
    for path in paths {
        if talk.desk.get(&Caller::Anonymous, path).await?.text.contains(word) {
            seen.push(path.clone());
        }
    }
    Ok(seen)
}

#[tokio::test]
async fn a_reply_is_read_first_and_hangs_under_its_post_alone() -> Outcome {
    let talk = Talk::start().await?;
    let id = talk.reply("Boomklever zegt: dat herken ik.").await?;
    let under = [paths::replies(talk.post), format!("/droom/{}", talk.post), format!("/en/droom/{}", talk.post)];
    let elsewhere = surfaces(talk.post, id, "Boomklever");
    assert_eq!(seen_on(&talk, &under, "Boomklever").await?, Vec::<String>::new(), "nobody said yes");
    assert_eq!(seen_on(&talk, &elsewhere, "Boomklever").await?, Vec::<String>::new());
    assert_eq!(talk.desk.decide(&talk.anna, id, 1, "publish").await?.status, 200);
    assert_eq!(seen_on(&talk, &under, "Boomklever").await?, under, "it is under its post now");
    assert_eq!(seen_on(&talk, &elsewhere, "Boomklever").await?, Vec::<String>::new(), "and nowhere by itself");
    for call in [paths::post(id), paths::trail(id), paths::replies(id)] {
        assert_eq!(talk.desk.get(&Caller::Anonymous, &call).await?.status, 404, "{call}");
    }
    let support = format!("/api/posts/{id}/supports/hear");
    assert_eq!(talk.desk.call(&Caller::Anonymous, Method::PUT, &support, None).await?.status, 404);
    let shown = talk.desk.get(&Caller::Anonymous, &paths::replies(talk.post)).await?.json();
    let half = json!({"year": 2026, "month": 11, "half": 2});
    assert_eq!((&shown["items"][0]["role"], &shown["items"][0]["published"]), (&json!("parent"), &half));
    // A change of mind is read again.
    assert_eq!(talk.desk.decide(&talk.bob, id, 1, "take_down").await?.status, 200);
    assert_eq!(seen_on(&talk, &under, "Boomklever").await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn replies_stand_in_the_order_in_which_they_came_and_page_by_page() -> Outcome {
    let talk = Talk::start().await?;
    for n in 0..5 {
        talk.desk.pass(1);
        talk.published(&format!("Reactie {n}")).await?;
    }
    assert_eq!(talk.shown().await?, ["Reactie 0", "Reactie 1", "Reactie 2", "Reactie 3", "Reactie 4"]);
    let mut seen = Vec::new();
    let mut path = format!("{}?limit=2", paths::replies(talk.post));
    loop {
        let page = talk.desk.get(&Caller::Anonymous, &path).await?.json();
        seen.extend(page["items"].as_array().ok_or("items")?.iter().map(|item| item["text"].clone()));
        let Some(next) = page["next_cursor"].as_str() else { break };
        path = format!("{}?limit=2&cursor={next}", paths::replies(talk.post));
    }
    assert_eq!(seen.len(), 5);
    // The board still has one post.
    let board = talk.desk.get(&Caller::Anonymous, "/api/posts").await?.json();
    assert_eq!(board["items"].as_array().map(Vec::len), Some(1));
    Ok(())
}

#[tokio::test]
async fn only_what_hangs_on_the_board_by_itself_takes_replies() -> Outcome {
    let talk = Talk::start().await?;
    let waiting = talk.desk.dream(&talk.writer, "Wacht nog").await?;
    let reply = talk.published("Mooi").await?;
    for (to, why) in [(waiting, "it waits"), (reply, "it is a reply"), (Uuid::nil(), "it is not there")] {
        let sent = talk.desk.post(&talk.other, &paths::replies(to), json!({"text": "Hoi"})).await?;
        assert_eq!(sent.brief(), (404, "not_found".to_owned()), "{why}");
    }
    let sent = talk.desk.post(&Caller::Anonymous, &paths::replies(talk.post), json!({"text": "Hoi"})).await?;
    assert_eq!(sent.brief(), (401, "key_missing".to_owned()));
    Ok(())
}

#[tokio::test]
async fn no_organisation_is_asked_about_a_reply_or_promises_for_one_and_the_board_counts_none_as_new() -> Outcome {
    let talk = Talk::start().await?;
    let (organisation, answerer) = talk.desk.organisation("Jeugdhulp Vlierpad").await?;
    let reply = talk.published("Mooi").await?;
    let asked = talk.desk.post(&talk.anna, &paths::asks(reply), json!({"organisation": organisation})).await?;
    assert_eq!(asked.brief(), (409, "not_allowed_now".to_owned()));
    let promise = json!({
        "direction": "stop", "what": "Wij stoppen met wisselen.", "owner": "teamleider wonen", "due": "2027-03-01",
        "posts": [reply]
    });
    let promised = talk.desk.post(&answerer, paths::OWN_PROMISES, promise).await?;
    assert_eq!(promised.brief(), (422, "invalid_fields".to_owned()));
    assert_eq!(promised.json()["fields"], json!([{"field": "posts", "code": "unknown_value"}]));
    let store = &talk.desk.app.store;
    assert_eq!(store.news(0, i64::MAX).await?.posts, 1, "the post, and not its reply");
    Ok(())
}

#[tokio::test]
async fn a_reply_has_words_and_from_whom_and_nothing_by_which_somebody_is_reached() -> Outcome {
    let talk = Talk::start().await?;
    for (field, value) in [("email", "a@voorbeeld.nl"), ("name", "Sanne"), ("region", "north"), ("to", "x")] {
        let mut body = json!({"text": "Hoi"});
        body[field] = json!(value);
        let sent = talk.desk.post(&talk.other, &paths::replies(talk.post), body).await?;
        assert_eq!(sent.status, 422, "{field}");
        assert_eq!(sent.json()["fields"], json!([{"field": field, "code": "unknown_field"}]));
    }
    let long = talk.send(&"a".repeat(1_001)).await?.json();
    assert_eq!((&long["fields"][0]["code"], &long["fields"][0]["limit"]), (&json!("too_long"), &json!(1_000)));
    // Neither is a post a reply, nor can it become one, nor the other way round.
    let as_post = talk.desk.post(&talk.other, paths::POSTS, json!({"kind": "reply", "text": "Hoi"})).await?;
    assert_eq!(as_post.json()["fields"], json!([{"field": "kind", "code": "unknown_value"}]));
    let reply = talk.reply("Hoi").await?;
    let dream = talk.desk.dream(&talk.other, "Hoi").await?;
    for (id, kind) in [(reply, "dream"), (dream, "reply")] {
        let body = json!({"revision": 1, "draft": {"kind": kind, "text": "Anders"}});
        let changed = talk.desk.call(&talk.other, Method::PATCH, &paths::post(id), Some(body)).await?;
        assert_eq!(changed.brief(), (422, "invalid_fields".to_owned()), "{kind}");
    }
    let body = json!({"revision": 1, "draft": {"kind": "reply", "text": "Anders"}});
    let changed = talk.desk.call(&talk.other, Method::PATCH, &paths::post(reply), Some(body)).await?;
    assert_eq!(changed.status, 200);
    let filtered = talk.desk.get(&Caller::Anonymous, "/api/posts?kind=reply").await?;
    assert_eq!(filtered.brief(), (422, "invalid_fields".to_owned()));
    Ok(())
}

#[tokio::test]
async fn nobody_is_reached_by_a_reply_whatever_a_facilitator_decides() -> Outcome {
    let talk = Talk::start().await?;
    for text in ["Bel mij op 06 12345678.", "Mail naar anna@voorbeeld.nl", "Zoek mij op insta: @anna_helpt"] {
        let id = talk.reply(text).await?;
        let refused = talk.desk.decide(&talk.anna, id, 1, "publish").await?;
        assert_eq!(refused.status, 422, "{text}");
        assert_eq!(refused.json()["fields"], json!([{"field": "text", "code": "contact_details"}]), "{text}");
        // Declined by one, it cannot be turned back by another.
        assert_eq!(talk.desk.decide(&talk.anna, id, 1, "decline").await?.status, 200);
        assert_eq!(talk.desk.decide(&talk.bob, id, 1, "reverse").await?.status, 422, "{text}");
    }
    assert_eq!(talk.shown().await?, Vec::<String>::new());
    // And it hangs under a post that has keywords, so it needs none.
    let id = talk.reply("Mooi").await?;
    let body = json!({"revision": 1, "decision": "publish", "keywords": ["school"]});
    let refused = talk.desk.post(&talk.anna, &paths::decision(id), body).await?;
    assert_eq!(refused.json()["fields"], json!([{"field": "keywords", "code": "invalid"}]));
    Ok(())
}

#[tokio::test]
async fn words_that_show_danger_are_read_first_and_by_two_in_a_reply_too() -> Outcome {
    let talk = Talk::start().await?;
    talk.reply("Dat herken ik.").await?;
    let danger = talk.reply("Ik wil niet meer leven.").await?;
    let queue = talk.desk.get(&talk.anna, paths::QUEUE).await?.json();
    assert_eq!(queue["items"][0]["id"], danger.to_string(), "danger on top");
    assert_eq!(queue["items"][0]["reply_to"]["id"], talk.post.to_string());
    assert_eq!(queue["items"][0]["reply_to"]["text"], "Ik droom van een merel.");
    assert_eq!(queue["waiting"], 2, "replies wait for a reader like everything else");
    let first = talk.desk.decide(&talk.anna, danger, 1, "publish").await?.json();
    assert_eq!(first["state"], "received");
    let second = talk.desk.decide(&talk.bob, danger, 1, "publish").await?.json();
    assert_eq!(second["state"], "published");
    Ok(())
}

#[tokio::test]
async fn the_same_try_is_the_same_reply_and_to_another_post_it_is_another() -> Outcome {
    let talk = Talk::start().await?;
    let second = talk.desk.dream(&talk.writer, "Nog een droom.").await?;
    assert_eq!(talk.desk.decide(&talk.anna, second, 1, "publish").await?.status, 200);
    let attempt = Uuid::new_v4();
    let Caller::Key(key) = &talk.other else { return Err("no key".into()) };
    let send = async |to: Uuid| {
        let request = talk.desk.begin(Method::POST, &paths::replies(to), crate::staff::HOST);
        let request = request.header("authorization", key).header("idempotency-key", attempt.to_string());
        Reply::of(request.json(&json!({"text": "Hoi"}))).await
    };
    let first = send(talk.post).await?;
    assert_eq!((first.status.as_u16(), send(talk.post).await?.status.as_u16()), (201, 200));
    assert_eq!(send(second).await?.brief(), (422, "idempotency_key_reused".to_owned()));
    // Also when the post has left the board meanwhile: it was sent.
    assert_eq!(talk.desk.decide(&talk.anna, talk.post, 1, "take_down").await?.status, 200);
    assert_eq!(send(talk.post).await?.status, 200);
    let id = id_of(&first.json());
    assert_eq!(talk.desk.call(&talk.other, Method::DELETE, &paths::post(id), None).await?.status, 204);
    assert_eq!(send(talk.post).await?.brief(), (410, "erased".to_owned()), "it never comes back");
    Ok(())
}

#[tokio::test]
async fn its_writer_sees_to_what_it_replies_and_whether_it_can_be_seen() -> Outcome {
    let talk = Talk::start().await?;
    let id = talk.published("Kuifmees zegt hoi.").await?;
    let mine = talk.mine().await?;
    assert_eq!((&mine["state"], &mine["body"]["kind"]), (&json!("published"), &json!("reply")));
    let to = json!({"id": talk.post.to_string(), "text": "Ik droom van een merel."});
    assert_eq!(mine["reply_to"], to);
    let stored = talk.desk.get(&talk.other, paths::MINE_STORED).await?.text;
    assert!(stored.contains("reply_to") && stored.contains(&talk.post.to_string()));
    // The post goes: the reply is its writer's still, and nobody sees it.
    let withdrawn = talk.desk.call(&talk.writer, Method::POST, &paths::withdrawal(talk.post), None).await?;
    assert_eq!(withdrawn.status, 200);
    assert_eq!(talk.desk.get(&Caller::Anonymous, &paths::replies(talk.post)).await?.status, 404);
    assert!(!talk.desk.get(&Caller::Anonymous, &format!("/droom/{}", talk.post)).await?.text.contains("Kuifmees"));
    assert_eq!(talk.mine().await?["reply_to"], json!({"id": talk.post.to_string(), "text": null}));
    // Erased it is in no file, and names no post any more.
    assert_eq!(talk.desk.call(&talk.other, Method::DELETE, &paths::post(id), None).await?.status, 204);
    assert_eq!(files_with(talk.desk.folder(), "Kuifmees"), Vec::<String>::new());
    assert_eq!(talk.mine().await?["reply_to"], Value::Null);
    Ok(())
}

#[tokio::test]
async fn the_writer_of_a_post_cannot_be_asked_anything_by_a_reply_before_a_facilitator_read_it() -> Outcome {
    let talk = Talk::start().await?;
    talk.reply("Waar woon je?").await?;
    for path in [paths::MINE, paths::MINE_STORED] {
        assert!(!talk.desk.get(&talk.writer, path).await?.text.contains("Waar woon je"), "{path}");
    }
    Ok(())
}

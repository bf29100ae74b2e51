//! The desk, from outside: what waits, and every decision on it.

use crate::staff::{Caller, Desk, Outcome, Reply};
use droombord_domain::{paths, staff::StaffRole};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

async fn two_facilitators(desk: &Desk) -> Outcome<(Caller, Caller)> {
    Ok((desk.staff("Anna", StaffRole::Facilitator).await?, desk.staff("Bob", StaffRole::Facilitator).await?))
}

fn code(status: u16, code: &str) -> (u16, String) {
    (status, code.to_owned())
}

fn kinds(reply: &Reply) -> Vec<String> {
    let trail = reply.json()["trail"].as_array().cloned().unwrap_or_default();
    trail.iter().filter_map(|event| event["kind"].as_str().map(str::to_owned)).collect()
}

fn texts(list: &Value) -> Vec<String> {
    let items = list["items"].as_array().cloned().unwrap_or_default();
    items.iter().filter_map(|item| item["text"].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn what_waits_comes_oldest_first_and_what_was_decided_newest_first() -> Outcome {
    let desk = Desk::start().await?;
    let (anna, _) = two_facilitators(&desk).await?;
    let writer = desk.key();
    let mut ids = Vec::new();
    for n in 1..=5 {
        desk.pass(60);
        ids.push(desk.dream(&writer, &format!("Droom {n}")).await?);
    }
    let mut seen = Vec::new();
    let mut path = format!("{}?limit=2", paths::QUEUE);
    loop {
        let page = desk.get(&anna, &path).await?;
        assert_eq!(page.headers["cache-control"], "no-store");
        let page = page.json();
        assert_eq!((&page["waiting"], &page["reading_days"]), (&json!(5), &json!(2)));
        assert_eq!(page["items"][0]["trail"], json!([]));
        seen.extend(texts(&page));
        match page["next_cursor"].as_str() {
            Some(cursor) => path = format!("{}?limit=2&cursor={cursor}", paths::QUEUE),
            None => break,
        }
    }
    assert_eq!(seen, ["Droom 1", "Droom 2", "Droom 3", "Droom 4", "Droom 5"]);
    let oldest = desk.get(&anna, paths::QUEUE).await?.json();
    assert_eq!(oldest["oldest_since"], oldest["items"][0]["waiting_since"]);
    for id in [ids[3], ids[0], ids[1]] {
        desk.pass(60);
        assert_eq!(desk.decide(&anna, id, 1, "decline").await?.status, 200);
    }
    let declined = desk.get(&anna, &format!("{}?state=declined", paths::QUEUE)).await?.json();
    assert_eq!(texts(&declined), ["Droom 2", "Droom 1", "Droom 4"]);
    assert_eq!(declined["waiting"], 2);
    // A cursor of one list is none of another.
    let page = desk.get(&anna, &format!("{}?state=declined&limit=1", paths::QUEUE)).await?.json();
    let cursor = page["next_cursor"].as_str().ok_or("cursor")?;
    let other = desk.get(&anna, &format!("{}?limit=1&cursor={cursor}", paths::QUEUE)).await?;
    assert_eq!(other.brief(), code(400, "invalid_cursor"));
    for wrong in ["state=erased", "state=withdrawn", "state=x", "limit=0", "limit=101", "limit=x"] {
        let reply = desk.get(&anna, &format!("{}?{wrong}", paths::QUEUE)).await?;
        assert_eq!(reply.brief(), code(422, "invalid_fields"), "{wrong}");
    }
    Ok(())
}

#[tokio::test]
async fn every_decision_from_every_state() -> Outcome {
    let desk = Desk::start().await?;
    let (anna, bob) = two_facilitators(&desk).await?;
    let writer = desk.key();
    // How a post comes into a state, by Anna; then every decision by Bob.
    let ways: [(&str, &[&str]); 4] = [
        ("received", &[]),
        ("published", &["publish"]),
        ("declined", &["decline"]),
        ("taken_down", &["publish", "take_down"]),
    ];
    let allowed = [
        ("received", "publish", "published"),
        ("received", "decline", "declined"),
        ("published", "take_down", "taken_down"),
        ("declined", "reverse", "published"),
        ("taken_down", "reverse", "published"),
    ];
    for (state, way) in ways {
        for decision in ["publish", "decline", "take_down", "reverse"] {
            let post = desk.dream(&writer, "Een droom").await?;
            for step in way {
                assert_eq!(desk.decide(&anna, post, 1, step).await?.status, 200, "{step}");
            }
            let reply = desk.decide(&bob, post, 1, decision).await?;
            let next = allowed.iter().find(|(from, by, _)| *from == state && *by == decision);
            match next {
                Some((_, _, to)) => {
                    assert_eq!((reply.status.as_u16(), &reply.json()["state"]), (200, &json!(to)));
                }
                None => assert_eq!(reply.brief(), code(409, "not_allowed_now"), "{decision} when {state}"),
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn only_another_facilitator_turns_a_decision_back() -> Outcome {
    let desk = Desk::start().await?;
    let (anna, bob) = two_facilitators(&desk).await?;
    let writer = desk.key();
    for way in [&["decline"][..], &["publish", "take_down"]] {
        let post = desk.dream(&writer, "Een droom").await?;
        for step in way {
            desk.decide(&anna, post, 1, step).await?;
        }
        let own = desk.decide(&anna, post, 1, "reverse").await?;
        assert_eq!(own.brief(), code(409, "needs_another_facilitator"), "{way:?}");
        assert_eq!(desk.get(&Caller::Anonymous, &paths::post(post)).await?.status, 404);
        assert_eq!(desk.decide(&bob, post, 1, "reverse").await?.status, 200);
        assert_eq!(desk.get(&Caller::Anonymous, &paths::post(post)).await?.status, 200);
        let public = desk.get(&Caller::Anonymous, &paths::trail(post)).await?.json();
        assert_eq!(public["events"].as_array().map(Vec::len), Some(1), "since when, and nothing of the detour");
    }
    Ok(())
}

#[tokio::test]
async fn a_decision_is_about_the_revision_that_was_read() -> Outcome {
    let desk = Desk::start().await?;
    let (anna, _) = two_facilitators(&desk).await?;
    let writer = desk.key();
    let post = desk.dream(&writer, "De eerste woorden").await?;
    let change = json!({"revision": 1, "draft": {"kind": "dream", "text": "De tweede woorden"}});
    assert_eq!(desk.call(&writer, Method::PATCH, &paths::post(post), Some(change)).await?.status, 200);
    for revision in [1, 3, 0] {
        assert_eq!(desk.decide(&anna, post, revision, "publish").await?.brief(), code(409, "stale_revision"));
    }
    assert_eq!(desk.get(&Caller::Anonymous, &paths::post(post)).await?.status, 404);
    assert_eq!(desk.decide(&anna, post, 2, "publish").await?.status, 200);
    assert_eq!(desk.get(&Caller::Anonymous, &paths::post(post)).await?.json()["text"], "De tweede woorden");
    Ok(())
}

#[tokio::test]
async fn of_two_decisions_at_once_exactly_one_wins() -> Outcome {
    let desk = Desk::start().await?;
    let (anna, bob) = two_facilitators(&desk).await?;
    let writer = desk.key();
    for _ in 0..10 {
        let post = desk.dream(&writer, "Een droom").await?;
        let (one, two) = tokio::join!(desk.decide(&anna, post, 1, "publish"), desk.decide(&bob, post, 1, "decline"));
        let mut statuses = [one?.status.as_u16(), two?.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
        let trail = kinds(&desk.get(&anna, &paths::desk_post(post)).await?);
        assert_eq!(trail.len(), 3, "{trail:?}");
    }
    Ok(())
}

#[tokio::test]
async fn reading_is_an_event_of_a_decision_once_for_each_reader_and_never_of_a_look() -> Outcome {
    let desk = Desk::start().await?;
    let (anna, bob) = two_facilitators(&desk).await?;
    let writer = desk.key();
    let post = desk.dream(&writer, "Een droom").await?;
    for _ in 0..3 {
        assert_eq!(kinds(&desk.get(&anna, &paths::desk_post(post)).await?), ["received"]);
    }
    desk.decide(&anna, post, 1, "publish").await?;
    desk.decide(&anna, post, 1, "take_down").await?;
    let last = desk.decide(&bob, post, 1, "reverse").await?;
    assert_eq!(kinds(&last), ["received", "read", "published", "taken_down", "read", "reversed"]);
    let by: Vec<_> = last.json()["trail"].as_array().cloned().unwrap_or_default();
    let by: Vec<_> = by.iter().map(|event| event["by"].as_str().unwrap_or_default().to_owned()).collect();
    assert_eq!(by, ["", "Anna", "Anna", "Anna", "Bob", "Bob"]);
    // The writer hears what was done and why, and not by whom.
    let mine = desk.get(&writer, paths::MINE).await?;
    assert!(mine.text.contains("taken_down") && !mine.text.contains("Anna") && !mine.text.contains("Bob"));
    Ok(())
}

#[tokio::test]
async fn a_reason_is_there_exactly_when_the_writer_needs_one() -> Outcome {
    let desk = Desk::start().await?;
    let (anna, _) = two_facilitators(&desk).await?;
    let post = desk.dream(&desk.key(), "Een droom").await?;
    let six: Vec<_> = (0..6).map(|n| format!("woord {n}")).collect();
    for (body, fields) in [
        (json!({"revision": 1, "decision": "decline"}), vec!["reason"]),
        (json!({"revision": 1, "decision": "publish", "reason": "unclear"}), vec!["reason"]),
        (json!({"revision": 1, "decision": "decline", "reason": "unclear", "keywords": ["school"]}), vec!["keywords"]),
        (json!({"revision": 1, "decision": "publish", "keywords": six}), vec!["keywords"]),
        (json!({"revision": 1, "decision": "publish", "keywords": ["x".repeat(31)]}), vec!["keywords"]),
        (json!({"revision": 1, "decision": "burn", "reason": "bad"}), vec!["decision", "reason"]),
        (json!({"revision": "1", "decision": "publish", "extra": 1}), vec!["revision", "extra"]),
        (json!({}), vec!["revision", "decision"]),
    ] {
        let reply = desk.post(&anna, &paths::decision(post), body.clone()).await?;
        assert_eq!(reply.brief(), code(422, "invalid_fields"), "{body}");
        let told: Vec<_> = reply.json()["fields"].as_array().cloned().unwrap_or_default();
        let told: Vec<_> = told.iter().filter_map(|it| it["field"].as_str()).collect();
        assert_eq!(told, fields, "{body}");
    }
    assert_eq!(kinds(&desk.get(&anna, &paths::desk_post(post)).await?), ["received"], "nothing was written");
    Ok(())
}

#[tokio::test]
async fn keywords_are_those_of_the_board_most_used_first() -> Outcome {
    let desk = Desk::start().await?;
    let (anna, bob) = two_facilitators(&desk).await?;
    let writer = desk.key();
    let mut posts = Vec::new();
    for keywords in [json!(["School", " samen  wonen "]), json!(["school"]), json!(["hulp", "hulp"])] {
        let post = desk.dream(&writer, "Een droom").await?;
        let body = json!({"revision": 1, "decision": "publish", "keywords": keywords});
        assert_eq!(desk.post(&anna, &paths::decision(post), body).await?.status, 200);
        posts.push(post);
    }
    let in_use = desk.get(&anna, paths::KEYWORDS).await?.json();
    assert_eq!(in_use["items"], json!(["school", "hulp", "samen wonen"]));
    let found = |keyword: &str| format!("{}?keyword={keyword}", paths::POSTS);
    assert_eq!(texts(&desk.get(&Caller::Anonymous, &found("hulp")).await?.json()).len(), 1);
    desk.decide(&anna, posts[2], 1, "take_down").await?;
    assert_eq!(texts(&desk.get(&Caller::Anonymous, &found("hulp")).await?.json()).len(), 0);
    let in_use = desk.get(&anna, paths::KEYWORDS).await?.json();
    assert_eq!(in_use["items"], json!(["school", "samen wonen"]));
    let body = json!({"revision": 1, "decision": "reverse", "keywords": ["anders"]});
    let reversed = desk.post(&bob, &paths::decision(posts[2]), body).await?.json();
    assert_eq!(reversed["keywords"], json!(["anders"]));
    Ok(())
}

#[tokio::test]
async fn a_declined_post_is_read_by_somebody_else_when_its_writer_asks() -> Outcome {
    let desk = Desk::start().await?;
    let (anna, bob) = two_facilitators(&desk).await?;
    let writer = desk.key();
    let post = desk.dream(&writer, "Ik droom van een open deur.").await?;
    let mine = async || -> Outcome<Value> { Ok(desk.get(&writer, paths::MINE).await?.json()["items"][0].clone()) };
    let ask = async || desk.call(&writer, Method::POST, &paths::another_reader(post), None).await;

    assert_eq!(ask().await?.brief(), code(409, "not_allowed_now"), "nobody has decided");
    desk.decide(&anna, post, 1, "decline").await?;
    assert_eq!(mine().await?["may_ask_another"], true);
    let asked = ask().await?.json();
    assert_eq!(
        (&asked["state"], &asked["may_ask_another"], &asked["reason"]),
        (&json!("received"), &json!(false), &json!(null))
    );
    assert!(asked["waiting_since"].is_string(), "how long it waits now");
    assert_eq!(ask().await?.brief(), code(409, "not_allowed_now"), "once is enough");

    let waits = desk.get(&bob, paths::QUEUE).await?.json()["items"][0].clone();
    assert_eq!((&waits["id"], &waits["asked_another"]), (&json!(post), &json!(true)));
    for decision in ["publish", "decline"] {
        assert_eq!(desk.decide(&anna, post, 1, decision).await?.brief(), code(409, "needs_another_facilitator"));
    }
    desk.decide(&bob, post, 1, "decline").await?;
    assert_eq!(mine().await?["state"], "declined");
    assert_eq!(ask().await?.brief(), code(409, "not_allowed_now"), "two have read it");

    // Other words are another question.
    let change = json!({"revision": 1, "draft": {"kind": "dream", "text": "Ik droom van een deur die open mag."}});
    assert_eq!(desk.call(&writer, Method::PATCH, &paths::post(post), Some(change)).await?.status, 200);
    desk.decide(&bob, post, 2, "decline").await?;
    assert_eq!(ask().await?.json()["state"], "received");
    assert_eq!(desk.decide(&anna, post, 2, "publish").await?.json()["state"], "published");
    let kinds: Vec<_> =
        mine().await?["trail"].as_array().ok_or("a trail")?.iter().map(|it| it["kind"].clone()).collect();
    assert_eq!(
        kinds,
        [
            "received",
            "read",
            "declined",
            "second_reader",
            "read",
            "declined",
            "revised",
            "read",
            "declined",
            "second_reader",
            "read",
            "published"
        ]
    );
    Ok(())
}

#[tokio::test]
async fn nobody_else_is_promised_when_there_is_nobody_else() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
    let writer = desk.key();
    let post = desk.dream(&writer, "Ik droom van een open deur.").await?;
    desk.decide(&anna, post, 1, "decline").await?;
    assert_eq!(desk.get(&writer, paths::MINE).await?.json()["items"][0]["may_ask_another"], false);
    let asked = desk.call(&writer, Method::POST, &paths::another_reader(post), None).await?;
    assert_eq!(asked.brief(), code(409, "not_allowed_now"));
    Ok(())
}

#[tokio::test]
async fn what_the_writer_took_away_is_gone_for_the_desk_too() -> Outcome {
    let desk = Desk::start().await?;
    let (anna, _) = two_facilitators(&desk).await?;
    let writer = desk.key();
    let erased = desk.dream(&writer, "Weg hiermee").await?;
    assert_eq!(desk.call(&writer, Method::DELETE, &paths::post(erased), None).await?.status, 204);
    let withdrawn = desk.dream(&writer, "Toch niet").await?;
    let path = paths::withdrawal(withdrawn);
    assert_eq!(desk.call(&writer, Method::POST, &path, None).await?.status, 200);
    for post in [erased, withdrawn, Uuid::nil()] {
        assert_eq!(desk.get(&anna, &paths::desk_post(post)).await?.status, 404);
    }
    assert_eq!(desk.decide(&anna, erased, 1, "publish").await?.brief(), code(404, "not_found"));
    assert_eq!(desk.decide(&anna, withdrawn, 1, "publish").await?.brief(), code(409, "not_allowed_now"));
    assert_eq!(desk.decide(&anna, Uuid::nil(), 1, "publish").await?.brief(), code(404, "not_found"));
    let queue = desk.get(&anna, paths::QUEUE).await?;
    assert!(!queue.text.contains("Weg hiermee") && !queue.text.contains("Toch niet"));
    Ok(())
}

/// Every surface that everybody can reach, asked for what a post says.
async fn seen_in_public(desk: &Desk, post: Uuid, marker: &str) -> Outcome<BTreeSet<String>> {
    let mut seen = BTreeSet::new();
    for path in [
        paths::POSTS.to_owned(),
        format!("{}?limit=100", paths::POSTS),
        format!("{}?kind=dream", paths::POSTS),
        format!("{}?q=gemerkt", paths::POSTS),
        format!("{}?q={marker}", paths::POSTS),
        format!("{}?keyword=gemerkt", paths::POSTS),
        paths::post(post),
        paths::trail(post),
        paths::OPENAPI.to_owned(),
        "/".to_owned(),
        "/?kind=dream".to_owned(),
        "/en/".to_owned(),
        format!("/droom/{post}"),
        "/readyz".to_owned(),
    ] {
        let reply = desk.get(&Caller::Anonymous, &path).await?;
        // The page may repeat what was searched; the answer may not tell that it was found.
        if reply.text.contains(marker) {
            seen.insert(path);
        }
    }
    Ok(seen)
}

#[tokio::test]
async fn words_that_no_facilitator_said_yes_to_are_in_no_public_answer() -> Outcome {
    let desk = Desk::start().await?;
    let (anna, bob) = two_facilitators(&desk).await?;
    let writer = desk.key();
    let post = desk.dream(&writer, "Een gemerktwoordeen droom").await?;
    let hidden = BTreeSet::new();
    assert_eq!(seen_in_public(&desk, post, "gemerktwoordeen").await?, hidden, "received");
    desk.decide(&anna, post, 1, "decline").await?;
    assert_eq!(seen_in_public(&desk, post, "gemerktwoordeen").await?, hidden, "declined");
    let change = json!({"revision": 1, "draft": {"kind": "dream", "text": "Een gemerktwoordtwee droom"}});
    assert_eq!(desk.call(&writer, Method::PATCH, &paths::post(post), Some(change)).await?.status, 200);
    assert_eq!(seen_in_public(&desk, post, "gemerktwoordtwee").await?, hidden, "revised");
    desk.decide(&anna, post, 2, "publish").await?;
    let seen = seen_in_public(&desk, post, "gemerktwoordtwee").await?;
    assert!(seen.len() >= 5, "{seen:?}");
    assert_eq!(seen_in_public(&desk, post, "gemerktwoordeen").await?, hidden, "an old revision");
    desk.decide(&anna, post, 2, "take_down").await?;
    assert_eq!(seen_in_public(&desk, post, "gemerktwoordtwee").await?, hidden, "taken down");
    desk.decide(&bob, post, 2, "reverse").await?;
    assert_eq!(seen_in_public(&desk, post, "gemerktwoordtwee").await?, seen, "reversed");
    Ok(())
}

#[tokio::test]
async fn what_must_be_turned_back_is_never_a_case_in_public() -> Outcome {
    let desk = Desk::start().await?;
    let (anna, bob) = two_facilitators(&desk).await?;
    let writer = desk.key();
    let send = async |text: &str, direction: &str| -> Outcome<Uuid> {
        let body = json!({"kind": "dream", "text": text, "direction": direction});
        Ok(desk.post(&writer, paths::POSTS, body).await?.json()["id"].as_str().ok_or("an id")?.parse()?)
    };
    for text in [
        "Kijk opnieuw naar dossiernummer 4455667.",
        "Rechter Jansen heeft het verkeerd gezien.",
        "Mijn voogd Marieke schreef iets dat niet klopt.",
    ] {
        let id = send(text, "turn_back").await?;
        let refused = desk.decide(&anna, id, 1, "publish").await?;
        assert_eq!(refused.status, 422, "{text}");
        assert_eq!(refused.json()["fields"], json!([{"field": "text", "code": "invalid"}]), "{text}");
        // Declined by one, it cannot be turned back by another.
        assert_eq!(desk.decide(&anna, id, 1, "decline").await?.status, 200, "{text}");
        assert_eq!(desk.decide(&bob, id, 1, "reverse").await?.status, 422, "{text}");
    }
    assert_eq!(desk.get(&Caller::Anonymous, paths::POSTS).await?.json()["items"], json!([]));
    // The pattern goes on the board.
    let pattern = send("In dossiers staat wat niet klopt. Laat ons meelezen.", "turn_back").await?;
    assert_eq!(place(&desk, &anna, pattern, "publish", &[PATTERN]).await?.status, 200);
    Ok(())
}

/// One of the keywords that name a pattern.
const PATTERN: &str = "besluit zonder gesprek";

/// Brings the first revision to the board with these keywords.
async fn place(desk: &Desk, who: &Caller, post: Uuid, decision: &str, keywords: &[&str]) -> Outcome<Reply> {
    let body = json!({"revision": 1, "decision": decision, "keywords": keywords});
    desk.post(who, &paths::decision(post), body).await
}

#[tokio::test]
async fn what_must_be_turned_back_comes_to_the_board_by_its_pattern_alone() -> Outcome {
    let desk = Desk::start().await?;
    let (anna, bob) = two_facilitators(&desk).await?;
    let writer = desk.key();
    let send = async |text: &str| -> Outcome<Uuid> {
        let body = json!({"kind": "dream", "text": text, "direction": "turn_back"});
        Ok(desk.post(&writer, paths::POSTS, body).await?.json()["id"].as_str().ok_or("an id")?.parse()?)
    };
    let lacks = |reply: &Reply| {
        reply.status == 422 && reply.json()["fields"] == json!([{"field": "keywords", "code": "missing"}])
    };
    let on_board =
        async |post| -> Outcome<bool> { Ok(desk.get(&Caller::Anonymous, &paths::post(post)).await?.status == 200) };

    let calm = send("Kijk nog eens naar het besluit.").await?;
    for keywords in [&[][..], &["besluit"], &["besluit zonder gesprekken"]] {
        assert!(lacks(&place(&desk, &anna, calm, "publish", keywords).await?), "{keywords:?}");
    }
    assert!(!on_board(calm).await?);
    assert_eq!(place(&desk, &anna, calm, "publish", &["besluit", "Besluit  zonder gesprek"]).await?.status, 200);
    assert!(on_board(calm).await?);

    // Neither of two readers does without, nor who turns a decision back.
    let danger = send("Ik wil niet meer leven. Draai het terug.").await?;
    assert!(lacks(&place(&desk, &anna, danger, "publish", &[]).await?));
    assert_eq!(place(&desk, &anna, danger, "publish", &[PATTERN]).await?.status, 200);
    assert!(lacks(&place(&desk, &bob, danger, "publish", &[]).await?));
    assert_eq!(place(&desk, &bob, danger, "publish", &[PATTERN]).await?.status, 200);
    assert!(on_board(danger).await?);
    desk.decide(&anna, calm, 1, "take_down").await?;
    assert!(lacks(&place(&desk, &bob, calm, "reverse", &["besluit"]).await?));
    assert_eq!(place(&desk, &bob, calm, "reverse", &[PATTERN]).await?.status, 200);
    assert!(on_board(calm).await?);

    // What was placed keeps a pattern, whatever keywords are called later.
    let rename = async |from: &str, to: &str| {
        desk.call(&anna, Method::PATCH, paths::KEYWORDS, Some(json!({"from": from, "to": to}))).await
    };
    let refused = rename(PATTERN, "besluit").await?;
    assert_eq!(refused.json()["fields"], json!([{"field": "from", "code": "invalid"}]));
    assert_eq!(rename(PATTERN, "te snel besloten").await?.status, 204);
    assert_eq!(desk.get(&Caller::Anonymous, &paths::post(calm)).await?.json()["keywords"], json!(["te snel besloten"]));
    Ok(())
}

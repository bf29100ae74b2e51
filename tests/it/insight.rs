//! Insight for facilitators: numbers of all posts together, and nothing by which one of them or anybody could be known.

use crate::{
    app::{DAY, id_of},
    staff::{Caller, Desk, Outcome},
};
use droombord_domain::{draft::Draft, paths, staff::StaffRole};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

async fn insight(desk: &Desk) -> Outcome<Value> {
    // A session of its own: days may have gone by.
    let reader = desk.staff(&format!("Lezer {}", Uuid::new_v4().simple()), StaffRole::Facilitator).await?;
    let reply = desk.get(&reader, paths::INSIGHT).await?;
    assert_eq!((reply.status.as_u16(), &reply.headers["cache-control"]), (200, &"no-store".parse()?));
    Ok(reply.json())
}

async fn hang(desk: &Desk, who: &Caller, direction: Option<&str>, keywords: &[&str]) -> Outcome<Uuid> {
    let draft = json!({"kind": "dream", "text": "Ik droom van een tapuit.", "direction": direction});
    let post = id_of(&desk.post(&desk.key(), paths::POSTS, draft).await?.json());
    publish(desk, who, post, keywords).await?;
    Ok(post)
}

async fn publish(desk: &Desk, who: &Caller, post: Uuid, keywords: &[&str]) -> Outcome {
    let body = json!({"revision": 1, "decision": "publish", "keywords": keywords});
    let reply = desk.post(who, &paths::decision(post), body).await?;
    assert_eq!(reply.status, 200, "{}", reply.text);
    Ok(())
}

#[tokio::test]
async fn an_empty_board_tells_nothing() -> Outcome {
    let desk = Desk::start().await?;
    let told = insight(&desk).await?;
    assert_eq!((&told["posts"], &told["themes"], &told["few"]), (&json!(0), &json!([]), &json!(0)));
    assert_eq!((&told["until_read"], &told["until_answered"]), (&Value::Null, &Value::Null));
    let months = told["months"].as_array().cloned().unwrap_or_default();
    let first_and_last =
        [months.first(), months.last()].map(|it| it.map(|it| (it["year"].clone(), it["month"].clone())));
    assert_eq!(months.len(), 12);
    assert_eq!(first_and_last, [Some((json!(2025), json!(12))), Some((json!(2026), json!(11)))]);
    assert!(months.iter().all(|month| month["posts"] == 0));
    Ok(())
}

#[tokio::test]
async fn posts_answers_and_waiting_are_counted_and_small_groups_are_not_named() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.account("Anna", StaffRole::Facilitator).await?;
    let here = desk.signed_in(&anna).await?;
    let (organisation, answerer) = desk.organisation("Jeugdhulp Vlierpad").await?;
    let wim = desk.account_of("Wim", StaffRole::Answerer, Some(organisation)).await?;
    drop(answerer);
    let mut posts = Vec::new();
    for number in 0..6 {
        let direction = ["start", "start", "stop"].get(number).copied();
        let keywords: &[&str] = if number < 4 { &["eten", "zeldzaam"] } else { &["eten"] };
        posts.push(hang(&desk, &here, direction, keywords).await?);
    }
    // A sample and a reply are no posts of the board.
    let sample = desk.app.dice.uuid()?;
    let draft: Draft = serde_json::from_value(json!({"kind": "dream", "text": "Ik droom van een merel."}))?;
    let draft = draft.parse().map_err(|faults| format!("{faults:?}"))?;
    desk.app.store.add_sample(sample, &draft, 0).await?;
    publish(&desk, &here, sample, &["eten", "voorbeeld"]).await?;
    let reply = id_of(&desk.post(&desk.key(), &paths::replies(posts[0]), json!({"text": "Ik ook."})).await?.json());
    publish(&desk, &here, reply, &[]).await?;
    // Ten days later, in December, one more comes that waits three days for its reader; and five answers come.
    let mut askings = Vec::new();
    for post in &posts[..5] {
        let asked = desk.post(&here, &paths::asks(*post), json!({"organisation": organisation})).await?;
        askings.push(id_of(&asked.json()["items"][0]));
    }
    desk.pass(7 * DAY);
    let late = id_of(
        &desk.post(&desk.key(), paths::POSTS, json!({"kind": "story", "text": "Ik zag een tapuit."})).await?.json(),
    );
    desk.pass(3 * DAY);
    let (here, wim) = (desk.signed_in(&anna).await?, desk.signed_in(&wim).await?);
    publish(&desk, &here, late, &[]).await?;
    let mut told = Vec::new();
    for (number, asking) in askings.iter().enumerate() {
        let sent = desk.call(&wim, Method::PUT, &paths::answer(*asking), Some(crate::answers::answer(0))).await?;
        assert_eq!(sent.status, 200, "{}", sent.text);
        let yes = json!({"revision": 1, "decision": "publish"});
        assert_eq!(desk.post(&here, &paths::answer_decision(*asking), yes).await?.status, 200);
        if number == 0 || number == 4 {
            told.push(insight(&desk).await?);
        }
    }
    let [one, five] = told.as_slice() else { return Err("told twice".into()) };
    let theme = |answered: Value| json!([{"keyword": "eten", "posts": 6, "answered": answered}]);
    assert_eq!((&one["posts"], &one["answered"], &one["few"]), (&json!(7), &json!(1), &json!(1)));
    assert_eq!(one["themes"], theme(Value::Null), "one of six could be known");
    assert_eq!((&one["until_answered"], &five["themes"]), (&Value::Null, &theme(json!(5))));
    assert_eq!(five["until_answered"], json!({"median_days": 10, "longest_days": 10}));
    assert_eq!(five["until_read"], json!({"median_days": 0, "longest_days": 3}));
    let months = five["months"].as_array().cloned().unwrap_or_default();
    assert_eq!(
        months[10..],
        [
            json!({"year": 2026, "month": 11, "posts": 6, "answered": 5, "start": 2, "stop": 1, "turn_back": 0}),
            json!({"year": 2026, "month": 12, "posts": 1, "answered": 0, "start": 0, "stop": 0, "turn_back": 0}),
        ]
    );
    // Nobody and nothing by itself is in it, and no word of anybody.
    for id in posts.iter().chain(&askings).chain([&late, &reply, &organisation]) {
        assert!(!five.to_string().contains(&id.to_string()));
    }
    for word in ["Anna", "Wim", "Vlierpad", "tapuit", "zeldzaam", "voorbeeld"] {
        assert!(!five.to_string().contains(word), "{word}");
    }
    // What left the board is counted no more.
    for post in &posts[..2] {
        let down = json!({"revision": 1, "decision": "take_down", "reason": "unclear"});
        assert_eq!(desk.post(&here, &paths::decision(*post), down).await?.status, 200);
    }
    let left = insight(&desk).await?;
    assert_eq!(
        (&left["posts"], &left["answered"], &left["themes"], &left["few"]),
        (&json!(5), &json!(3), &json!([]), &json!(2))
    );
    Ok(())
}

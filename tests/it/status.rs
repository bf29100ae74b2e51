//! The status of posts on the board: what waits goes before what is done; the same in the list, at one post and by filter; in whole days
//! of the calendar, and in numbers that are counted once a day.

use crate::{
    answers::{Progress, Table},
    app::{DAY, id_of},
    staff::{Caller, Desk, Outcome},
};
use droombord_domain::{paths, staff::StaffRole, when::Day};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

const FILTERS: [&str; 4] = ["answered", "promised", "heard", "waiting"];

/// What the board says of a post, everywhere alike.
async fn status(desk: &Desk, post: Uuid) -> Outcome<Value> {
    let one = desk.get(&Caller::Anonymous, &paths::post(post)).await?.json()["status"].clone();
    for path in ["/api/posts?limit=100", "/api/posts?limit=100&q=begeleider"] {
        let list = desk.get(&Caller::Anonymous, path).await?.json();
        let items = list["items"].as_array().cloned().unwrap_or_default();
        let listed = items.iter().find(|item| id_of(item) == post).ok_or("not on the board")?;
        assert_eq!(listed["status"], one, "{path}");
    }
    Ok(one)
}

/// By which filters it is found, with and without a word.
async fn found_by(desk: &Desk, post: Uuid) -> Outcome<Vec<&'static str>> {
    let mut found = Vec::new();
    for filter in FILTERS {
        for more in ["", "&order=newest", "&q=begeleider", "&kind=dream"] {
            let list = desk.get(&Caller::Anonymous, &format!("/api/posts?status={filter}{more}")).await?.json();
            let there = list["items"].as_array().is_some_and(|items| items.iter().any(|item| id_of(item) == post));
            if more.is_empty() && there {
                found.push(filter);
            }
            assert_eq!(there, found.last() == Some(&filter), "{filter}{more}");
        }
    }
    Ok(found)
}

/// What is kept of the status for the filters.
async fn kept(desk: &Desk, writer: &Caller, post: Uuid) -> Outcome<Vec<String>> {
    let stored = desk.get(writer, paths::MINE_STORED).await?.json();
    let posts = stored["tables"].as_array().and_then(|tables| tables.iter().find(|it| it["table"] == "posts"));
    let rows = posts.and_then(|posts| posts["rows"].as_array()).ok_or("no posts")?;
    let value = |row: &Value, name: &str| {
        let field = row.as_array().and_then(|row| row.iter().find(|field| field["name"] == name));
        field.and_then(|field| field["value"].as_str().map(str::to_owned))
    };
    let row = rows.iter().find(|row| value(row, "id") == Some(post.to_string())).ok_or("no post")?;
    let columns = FILTERS.map(|filter| value(row, filter)).into_iter().chain([value(row, "asked_day")]);
    Ok(columns.map(|value| value.unwrap_or_else(|| "-".to_owned())).collect())
}

#[tokio::test]
async fn one_dream_goes_through_every_status() -> Outcome {
    let desk = Desk::start().await?;
    let facilitator = &desk.staff("Anna", StaffRole::Facilitator).await?;
    let (organisation, answerer) = &desk.organisation("Jeugdhulp Vlierpad").await?;
    let writer = &desk.key();
    let table = Table { desk: &desk, writer, facilitator, organisation: *organisation, answerer };

    let (post, asking) = table.answer(Progress::Asked).await?;
    assert_eq!(
        status(&desk, post).await?,
        json!({"code": "waiting", "organisation": {"id": organisation, "name": "Jeugdhulp Vlierpad"}, "days": 0})
    );
    assert_eq!(found_by(&desk, post).await?, ["waiting"]);

    // The calendar of Amsterdam moves the kept first page too; another name of the organisation shows.
    desk.pass(12 * DAY);
    let facilitator = &desk.staff("Bo", StaffRole::Facilitator).await?;
    let administrator = desk.staff("Cas", StaffRole::Administrator).await?;
    assert_eq!(status(&desk, post).await?["days"], 12);
    let form = json!({"name": "Vlierpad en Duin", "group": 1});
    let renamed = desk.call(&administrator, Method::PUT, &paths::organisation(*organisation), Some(form)).await?;
    assert!(renamed.status.is_success(), "{}", renamed.text);
    assert_eq!(status(&desk, post).await?["organisation"]["name"], "Vlierpad en Duin");

    let answerer_again = desk.account_of("Wim", StaffRole::Answerer, Some(*organisation)).await?;
    let answerer = &desk.signed_in(&answerer_again).await?;
    let sent = desk.call(answerer, Method::PUT, &paths::answer(asking), Some(crate::answers::answer(0))).await?;
    assert_eq!(sent.status, 200, "{}", sent.text);
    assert_eq!(status(&desk, post).await?["code"], "waiting", "nobody has read it");
    let yes = json!({"revision": 1, "decision": "publish"});
    assert_eq!(desk.post(facilitator, &paths::answer_decision(asking), yes).await?.status, 200);
    assert_eq!(status(&desk, post).await?, json!({"code": "answered", "answered": true}));
    assert_eq!(found_by(&desk, post).await?, ["answered"]);

    for (verdict, filters) in
        [("not_yet", &["answered"][..]), ("partly", &["answered"]), ("heard", &["answered", "heard"])]
    {
        let said = json!({"verdict": verdict});
        assert_eq!(desk.call(writer, Method::PUT, &paths::verdict(post, asking), Some(said)).await?.status, 200);
        assert_eq!(status(&desk, post).await?, json!({"code": verdict, "answered": true}));
        assert_eq!(found_by(&desk, post).await?, filters);
    }

    let due = Day::parse("2026-12-20").ok_or("day")?;
    let draft = json!({"direction": "stop", "what": "Elke jongere kiest zelf.", "owner": "teamleider wonen", "due": due, "posts": [post]});
    let made = desk.post(answerer, paths::OWN_PROMISES, draft).await?;
    assert_eq!(made.status, 201, "{}", made.text);
    let promise = id_of(&made.json());
    let accept = async |saying: &Value| -> Outcome {
        let body = json!({"saying": saying["id"], "decision": "publish"});
        let reply = desk.post(facilitator, &paths::promise_decision(promise), body).await?;
        assert_eq!(reply.status, 200, "{}", reply.text);
        Ok(())
    };
    assert_eq!(status(&desk, post).await?["code"], "heard", "nobody has read the promise");
    accept(&made.json()["sayings"][0]).await?;
    assert_eq!(status(&desk, post).await?, json!({"code": "promised", "answered": true, "promised": true}));
    assert_eq!(found_by(&desk, post).await?, ["answered", "promised", "heard"]);

    // Of an erased post nothing of it is kept beside the trail.
    assert_eq!(kept(&desk, writer, post).await?, ["1", "1", "1", "0", "-"]);
    assert_eq!(desk.call(writer, Method::DELETE, &paths::post(post), None).await?.status, 204);
    assert_eq!(kept(&desk, writer, post).await?, ["0", "0", "0", "0", "-"]);
    Ok(())
}

#[tokio::test]
async fn the_numbers_beside_the_choices_are_of_the_day() -> Outcome {
    let desk = Desk::start().await?;
    let facilitator = &desk.staff("Anna", StaffRole::Facilitator).await?;
    let post = desk.dream(&desk.key(), "Een kamer voor mij alleen.").await?;
    let decision = json!({"revision": 1, "decision": "publish", "keywords": ["kamer"]});
    assert_eq!(desk.post(facilitator, &paths::decision(post), decision).await?.status, 200);
    let facets = async || -> Outcome<Value> { Ok(desk.get(&Caller::Anonymous, paths::FACETS).await?.json()) };
    let before = facets().await?;
    assert!(!before.to_string().contains("kamer"), "a decision shows in no number before the day is over: {before}");
    desk.app.store.daily(2, crate::app::NOON + DAY, None).await?;
    let after = facets().await?;
    assert_eq!(after["keywords"], json!([{"keyword": "kamer", "posts": 1}]));
    assert_eq!(after["statuses"].as_array().map(Vec::len), Some(FILTERS.len()));
    Ok(())
}

#[tokio::test]
async fn a_status_that_nobody_knows_is_refused() -> Outcome {
    let desk = Desk::start().await?;
    let reply = desk.get(&Caller::Anonymous, "/api/posts?status=beloved").await?;
    assert_eq!((reply.status.as_u16(), &reply.json()["fields"][0]["field"]), (422, &json!("status")));
    Ok(())
}

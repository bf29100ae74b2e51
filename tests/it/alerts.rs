//! Alerts: a writer in danger asks that a facilitator looks at once. Who hears of it, the mail of numbers, and what the page may say of
//! who reads now.

use crate::{
    app::{TestApp, Wish, files_with, id_of, new_key},
    digest::{Office, Says},
    staff::{Caller, Desk, Outcome},
};
use droombord_domain::{paths, staff::StaffRole};
use droombord_server::{auth::delay::Pace, settings::Given, warnings::Warning};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;
use uuid::Uuid;

const DANGER: &str = "Ik wil niet meer leven. Niemand hoort mij.";
const CALM: &str = "Ik droom van een hond op de groep.";

const HOUR: i64 = 60 * 60;

fn asks(text: &str) -> Value {
    json!({"kind": "dream", "text": text, "alert": true})
}

async fn sent(desk: &Desk, writer: &Caller, draft: Value) -> Outcome<Uuid> {
    let reply = desk.post(writer, paths::POSTS, draft).await?;
    assert_eq!(reply.status, 201, "{}", reply.text);
    assert!(reply.json().get("alert").is_none(), "it is for the desk alone");
    Ok(id_of(&reply.json()))
}

/// Who asks, as facilitators hear it.
async fn alerts(desk: &Desk, who: &Caller) -> Outcome<Vec<Uuid>> {
    let all = desk.get(who, paths::ALERTS).await?.json();
    Ok(all["items"].as_array().into_iter().flatten().map(id_of).collect())
}

#[tokio::test]
async fn an_alert_stands_until_the_decision_and_only_facilitators_hear_of_it() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
    let bob = desk.staff("Bob", StaffRole::Facilitator).await?;
    let writer = desk.key();
    // Words without danger get before nobody, and danger without the question changes nothing.
    let calm = sent(&desk, &writer, asks(CALM)).await?;
    sent(&desk, &writer, json!({"kind": "dream", "text": DANGER})).await?;
    assert!(alerts(&desk, &anna).await?.is_empty());
    assert_eq!(desk.get(&anna, &paths::desk_post(calm)).await?.json()["alert"], false);

    let first = sent(&desk, &writer, asks(DANGER)).await?;
    desk.pass(60);
    let second = sent(&desk, &desk.key(), asks(DANGER)).await?;
    assert_eq!(alerts(&desk, &bob).await?, [first, second], "the oldest first");
    assert_eq!(desk.get(&anna, &paths::desk_post(first)).await?.json()["alert"], true);
    for path in [paths::POSTS, paths::MINE, paths::READS_NOW] {
        assert!(!desk.get(&writer, path).await?.text.contains("alert"), "{path}");
    }
    assert!(
        desk.get(&writer, paths::MINE_STORED).await?.text.contains("\"alert\""),
        "what is kept is shown to the writer"
    );
    // Two read it; what the first says decides nothing yet.
    let no = json!({"revision": 1, "decision": "decline", "reason": "worried"});
    desk.post(&anna, &paths::decision(first), no.clone()).await?;
    assert_eq!(alerts(&desk, &anna).await?, [first, second]);
    desk.post(&bob, &paths::decision(first), no).await?;
    assert_eq!(alerts(&desk, &anna).await?, [second]);
    // Another reader, other words: it is asked again or not at all.
    let another = desk.call(&writer, Method::POST, &paths::another_reader(first), None).await?;
    assert_ne!(another.status, 500);
    for (revision, alert, there) in [(1, true, vec![first, second]), (2, false, vec![second])] {
        let draft = json!({"kind": "dream", "text": format!("{DANGER} {revision}"), "alert": alert});
        let body = json!({"revision": revision, "draft": draft});
        assert_eq!(desk.call(&writer, Method::PATCH, &paths::post(first), Some(body)).await?.status, 200);
        let mut all = alerts(&desk, &anna).await?;
        all.sort_by_key(|id| *id != first);
        assert_eq!(all, there, "{revision}");
    }
    Ok(())
}

#[tokio::test]
async fn a_reply_may_ask_too_and_the_question_goes_with_a_later_try() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
    let post = desk.dream(&desk.key(), CALM).await?;
    desk.decide(&anna, post, 1, "publish").await?;
    let reply = desk.post(&desk.key(), &paths::replies(post), json!({"text": DANGER, "alert": true})).await?;
    assert_eq!(alerts(&desk, &anna).await?, [id_of(&reply.json())]);
    // The first try came through unseen, without the question; the second asks.
    let (Caller::Key(key), number) = (desk.key(), Uuid::new_v4().to_string()) else { return Err("a key".into()) };
    for (alert, status, count) in [(false, 201, 1), (true, 200, 2), (true, 200, 2)] {
        let call = desk.begin(Method::POST, paths::POSTS, crate::staff::HOST).header("authorization", &key);
        let call = call.header(paths::IDEMPOTENCY_KEY, &number);
        let answer = call.json(&json!({"kind": "dream", "text": DANGER, "alert": alert})).send().await?;
        assert_eq!(answer.status(), status);
        assert_eq!(alerts(&desk, &anna).await?.len(), count);
    }
    Ok(())
}

#[tokio::test]
async fn many_alerts_of_one_key_are_taken_in_as_posts_and_ring_no_more() {
    let app = TestApp::start_as(Wish { limits: true, ..Wish::default() }).await;
    let key = new_key();
    for number in 0..6 {
        app.send(&key, &asks(&format!("{DANGER} {number}"))).await;
    }
    assert_eq!(app.app.store.alerts().await.unwrap().len(), 3);
    app.send(&new_key(), &asks(DANGER)).await;
    assert_eq!(app.app.store.alerts().await.unwrap().len(), 4, "another key is heard");
}

/// A board whose alerts go by mail.
async fn board(port: u16) -> TestApp {
    let settings = Given {
        smtp_url: Some(format!("smtp://naam:geheim@127.0.0.1:{port}")),
        digest_from: Some("Het droombord <droombord@bord.example>".to_owned()),
        alert_to: ["anna@zorg.example", "bob@zorg.example"].map(str::to_owned).to_vec(),
        ..Given::default()
    };
    TestApp::start_as(Wish { settings, ..Wish::default() }).await
}

/// Waits until something is so: the mail goes beside the call.
async fn until(is: impl Fn() -> bool) {
    for _ in 0..1_000 {
        if is() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it never came");
}

#[tokio::test]
async fn a_mail_of_numbers_goes_at_once_and_not_one_for_each_alert() {
    let office = Office::open().await;
    let app = board(office.port).await;
    app.dream(&new_key(), DANGER).await;
    app.send(&new_key(), &asks(CALM)).await;
    assert_eq!(office.reached(), Vec::<String>::new(), "nobody asked");
    app.send(&new_key(), &asks(DANGER)).await;
    until(|| office.reached().len() == 2).await;
    app.send(&new_key(), &asks(DANGER)).await;
    app.send(&new_key(), &asks(DANGER)).await;
    assert_eq!(office.reached(), ["anna@zorg.example", "bob@zorg.example"]);
    for (_, letter) in office.with(|seen| std::mem::take(&mut seen.mails)) {
        for word in ["leven", "Niemand hoort", "hond"] {
            assert!(!letter.contains(word), "{letter}");
        }
        assert!(letter.contains("/leestafel") && letter.contains('1'), "{letter}");
    }
    let folder = app.stop().await;
    assert_eq!(files_with(folder.path(), "zorg.example"), Vec::<String>::new());
}

#[tokio::test]
async fn a_mail_server_that_says_no_holds_nobody_up_and_is_told_to_the_operator() {
    let office = Office::open().await;
    office.says(Some(Says::ToPassword("535 5.7.8 no")));
    let app = board(office.port).await;
    app.send(&new_key(), &asks(DANGER)).await;
    let warnings = || app.app.warnings.all(app.app.clock.now());
    until(|| warnings() == [Warning::AlertNotMailed]).await;
    assert_eq!(app.app.store.alerts().await.unwrap().len(), 1, "the desk has it all the same");
}

async fn reads_now(desk: &Desk) -> Outcome<bool> {
    let reply = desk.get(&Caller::Anonymous, paths::READS_NOW).await?;
    assert_eq!(reply.headers["cache-control"], "no-store", "never an old answer");
    Ok(reply.json() == json!({"reads_now": true}))
}

#[tokio::test]
async fn somebody_reads_when_a_facilitator_is_there_within_the_hours_that_are_set() -> Outcome {
    // It begins on a Saturday at one in Amsterdam.
    let settings = Given { alert_hours: Some("za 12:00-15:00".to_owned()), ..Given::default() };
    let desk = Desk::with(Pace::off(), settings).await?;
    assert!(!reads_now(&desk).await?, "nobody is signed in");
    let beheer = desk.staff("Beheer", StaffRole::Administrator).await?;
    desk.get(&beheer, paths::SESSION).await?;
    assert!(!reads_now(&desk).await?, "an administrator reads nothing");
    let anna = desk.account("Anna", StaffRole::Facilitator).await?;
    let session = desk.signed_in(&anna).await?;
    desk.call(&session, Method::GET, paths::QUEUE, None).await?;
    assert!(reads_now(&desk).await?);
    // A page that asks by itself beside an empty chair is nobody.
    for _ in 0..4 {
        desk.pass(5 * 60);
        desk.get(&session, paths::QUEUE).await?;
    }
    assert!(!reads_now(&desk).await?);
    let session = desk.signed_in(&anna).await?;
    desk.get(&session, paths::QUEUE).await?;
    assert!(reads_now(&desk).await?);
    assert_eq!(desk.call(&session, Method::DELETE, paths::SESSION, None).await?.status, 204);
    assert!(!reads_now(&desk).await?, "who signed out is gone");
    // At the desk, outside the hours.
    desk.pass(2 * HOUR);
    let session = desk.signed_in(&anna).await?;
    desk.get(&session, paths::QUEUE).await?;
    assert!(!reads_now(&desk).await?);
    Ok(())
}

//! Handing back: what is published is what was agreed; without an answer something may be left out, and nothing else.

use crate::{
    app::{DAY, files_with},
    staff::{Caller, Desk, Outcome, Person, Reply},
};
use droombord_domain::{paths, staff::StaffRole};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

const TEXT: &str = "Ik wil naar dezelfde school als mijn zusje. Juf Wielewaal vindt dat ook.";
const AGREED: &str = "Ik wil naar dezelfde school als mijn zusje. Mijn juf vindt dat ook.";

async fn desk_and_reader() -> Outcome<(Desk, Person)> {
    let desk = Desk::start().await?;
    let anna = desk.account("Anna", StaffRole::Facilitator).await?;
    Ok((desk, anna))
}

/// Hands back with safer words for the teacher's name.
fn asking() -> Value {
    let start = TEXT.chars().position(|c| c == 'J').unwrap_or_default();
    let swap = json!({"start": start, "end": start + "Juf Wielewaal".len(), "instead": "Mijn juf"});
    json!({
        "revision": 1, "decision": "hand_back", "reason": "recognisable", "swap": swap,
        "sentence": "Ik vind het mooi dat jij aan je zusje denkt."
    })
}

fn publishing(revision: u32) -> Value {
    json!({"revision": revision, "decision": "publish"})
}

fn shortening(revision: u32, text: &str) -> Value {
    json!({"revision": revision, "decision": "shorten", "text": text})
}

/// A decision, in a session of its own: days may have gone by.
async fn decide(desk: &Desk, who: &Person, post: Uuid, body: Value) -> Outcome<Reply> {
    let who = desk.signed_in(who).await?;
    desk.post(&who, &paths::decision(post), body).await
}

async fn agree(desk: &Desk, who: &Caller, post: Uuid, revision: u32) -> Outcome<Reply> {
    desk.post(who, &paths::agreement(post), json!({"revision": revision})).await
}

/// The jobs of a new day.
async fn days_pass(desk: &Desk, days: i64) -> Outcome {
    desk.pass(days * DAY);
    desk.app.store.daily(2, desk.app.clock.now(), None).await?;
    Ok(())
}

async fn own(desk: &Desk, writer: &Caller) -> Outcome<Value> {
    Ok(desk.get(writer, paths::MINE).await?.json()["items"][0].clone())
}

fn kinds(post: &Value) -> Vec<String> {
    let trail = post["trail"].as_array().cloned().unwrap_or_default();
    trail.iter().filter_map(|event| event["kind"].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn what_is_published_is_what_was_agreed_and_the_words_before_are_gone() -> Outcome {
    let (desk, anna) = desk_and_reader().await?;
    let writer = desk.key();
    let post = desk.dream(&writer, TEXT).await?;
    let back = decide(&desk, &anna, post, asking()).await?.json();
    assert_eq!((&back["state"], &back["hand_back"]["swap"]["instead"]), (&json!("handed_back"), &json!("Mijn juf")));
    let mine = own(&desk, &writer).await?;
    assert_eq!((&mine["reason"], &mine["body"]["text"]), (&json!("recognisable"), &json!(TEXT)));
    assert_eq!(mine["hand_back"]["swap"], asking()["swap"]);
    assert_eq!(mine["sentence"], asking()["sentence"]);
    assert!(!mine.to_string().contains("Anna"), "the writer does not learn who");
    assert_eq!(kinds(&mine), ["received", "read", "handed_back"]);
    assert_eq!(desk.get(&Caller::Anonymous, &paths::post(post)).await?.status, 404);

    // Somebody else's yes is none, and a yes to other words neither.
    let stranger = desk.key();
    desk.dream(&stranger, "Van iemand anders").await?;
    assert_eq!(agree(&desk, &stranger, post, 1).await?.status, 404);
    assert_eq!(agree(&desk, &writer, post, 2).await?.brief(), (409, "stale_revision".to_owned()));
    let yes = agree(&desk, &writer, post, 1).await?.json();
    assert_eq!(
        (&yes["state"], &yes["revision"], &yes["body"]["text"]),
        (&json!("received"), &json!(2), &json!(AGREED))
    );
    assert_eq!((&yes["hand_back"], &yes["before"]), (&Value::Null, &Value::Null));
    assert_eq!(kinds(&yes)[3..], ["revised"]);
    assert_eq!(files_with(desk.folder(), "Wielewaal"), Vec::<String>::new(), "the words before are gone");
    assert_eq!(files_with(desk.folder(), "aan je zusje denkt"), Vec::<String>::new(), "and what was asked");
    assert_eq!(agree(&desk, &writer, post, 2).await?.brief(), (409, "not_allowed_now".to_owned()));

    // Also what was agreed is read before it hangs.
    assert_eq!(desk.get(&Caller::Anonymous, &paths::post(post)).await?.status, 404);
    assert_eq!(decide(&desk, &anna, post, publishing(1)).await?.brief(), (409, "stale_revision".to_owned()));
    assert_eq!(decide(&desk, &anna, post, publishing(2)).await?.status, 200);
    let public = desk.get(&Caller::Anonymous, &paths::post(post)).await?.json();
    assert_eq!((&public["text"], &public["shortened"]), (&json!(AGREED), &json!(false)));
    Ok(())
}

#[tokio::test]
async fn the_writer_may_change_it_otherwise_or_not_want_it_after_all() -> Outcome {
    let (desk, anna) = desk_and_reader().await?;
    for otherwise in [true, false] {
        let writer = desk.key();
        let post = desk.dream(&writer, TEXT).await?;
        decide(&desk, &anna, post, asking()).await?;
        let change = json!({"revision": 1, "draft": {"kind": "dream", "text": "Ik wil naar haar school."}});
        let (method, path, body, state) = match otherwise {
            true => (Method::PATCH, paths::post(post), Some(change), "received"),
            false => (Method::POST, paths::withdrawal(post), None, "withdrawn"),
        };
        let answer = desk.call(&writer, method, &path, body).await?;
        assert_eq!((answer.status.as_u16(), &answer.json()["state"]), (200, &json!(state)));
        assert_eq!(answer.json()["hand_back"], Value::Null);
        assert_eq!(agree(&desk, &writer, post, 1).await?.status, 409, "what was asked is over");
        assert!(files_with(desk.folder(), "aan je zusje denkt").is_empty());
        assert_eq!(files_with(desk.folder(), "Wielewaal").is_empty(), otherwise);
        desk.call(&writer, Method::DELETE, &paths::post(post), None).await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_an_answer_something_may_be_left_out_and_nothing_else() -> Outcome {
    let (desk, anna) = desk_and_reader().await?;
    let writer = desk.key();
    let post = desk.dream(&writer, TEXT).await?;
    let short = "Ik wil naar dezelfde school als mijn zusje.";
    assert_eq!(decide(&desk, &anna, post, shortening(1, short)).await?.status, 409, "first the writer is asked");
    decide(&desk, &anna, post, asking()).await?;
    days_pass(&desk, 6).await?;
    assert_eq!(decide(&desk, &anna, post, shortening(1, short)).await?.status, 409, "and asked once more");
    days_pass(&desk, 1).await?;
    let mine = own(&desk, &writer).await?;
    assert!(mine["hand_back"]["reminded_at"].is_string());
    assert_eq!(kinds(&mine)[2..], ["handed_back", "reminded"]);

    for (text, code) in [
        (AGREED, "not_shortened"),
        (TEXT, "not_shortened"),
        ("Ik wil niet naar dezelfde school.", "not_shortened"),
        ("School dezelfde naar.", "not_shortened"),
        ("", "not_shortened"),
    ] {
        let reply = decide(&desk, &anna, post, shortening(1, text)).await?;
        assert_eq!(reply.brief(), (422, "invalid_fields".to_owned()), "{text}");
        assert_eq!(reply.json()["fields"], json!([{"field": "text", "code": code}]), "{text}");
    }
    let done = decide(&desk, &anna, post, shortening(1, short)).await?;
    assert_eq!((done.status.as_u16(), &done.json()["state"]), (200, &json!("published")), "{}", done.text);
    let public = desk.get(&Caller::Anonymous, &paths::post(post)).await?.json();
    assert_eq!((&public["text"], &public["shortened"]), (&json!(short), &json!(true)));
    let trail = desk.get(&Caller::Anonymous, &paths::trail(post)).await?.json();
    let public_kinds: Vec<_> =
        trail["events"].as_array().ok_or("events")?.iter().map(|it| it["kind"].clone()).collect();
    assert_eq!(public_kinds, ["shortened", "published"]);
    for path in [paths::POSTS.to_owned(), "/".to_owned(), format!("/droom/{post}"), "/api/posts?q=wielewaal".to_owned()]
    {
        let text = desk.get(&Caller::Anonymous, &path).await?.text;
        assert!(!text.contains("Wielewaal") && !text.contains("wielewaal\""), "{path}");
    }

    // The writer sees what stood there, for thirty days.
    assert_eq!(own(&desk, &writer).await?["before"], TEXT);
    days_pass(&desk, 29).await?;
    assert_eq!(own(&desk, &writer).await?["before"], TEXT);
    days_pass(&desk, 1).await?;
    let mine = own(&desk, &writer).await?;
    assert_eq!(
        (&mine["before"], &mine["shortened"], &mine["body"]["text"]),
        (&Value::Null, &json!(true), &json!(short))
    );
    assert_eq!(files_with(desk.folder(), "Wielewaal"), Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn a_question_is_asked_twice_and_is_over_thirty_days_later() -> Outcome {
    let (desk, anna) = desk_and_reader().await?;
    let writer = desk.key();
    let post = desk.dream(&writer, TEXT).await?;
    decide(&desk, &anna, post, asking()).await?;
    let mut seen = Vec::new();
    for day in 1..=68 {
        days_pass(&desk, 1).await?;
        // Once more on the same day, as after a crash: nothing is done twice.
        desk.app.store.look_after_hand_backs(desk.app.clock.now()).await?;
        let mine = own(&desk, &writer).await?;
        for kind in kinds(&mine).into_iter().skip(3 + seen.len()) {
            seen.push((day, kind));
        }
        let kept = !files_with(desk.folder(), "Wielewaal").is_empty();
        assert_eq!(kept, day < 67, "day {day}");
    }
    assert_eq!(seen, [(7, "reminded".to_owned()), (37, "expired".to_owned()), (67, "erased".to_owned())]);
    assert_eq!(decide(&desk, &anna, post, publishing(1)).await?.status, 404);
    Ok(())
}

#[tokio::test]
async fn words_of_staff_with_a_way_to_reach_somebody_are_not_sent() -> Outcome {
    let (desk, anna) = desk_and_reader().await?;
    let post = desk.dream(&desk.key(), TEXT).await?;
    let with = |name: &str, value: Value| {
        let mut body = asking();
        body[name] = value;
        body
    };
    let swap = |start: u32, end: u32, instead: &str| json!({"start": start, "end": end, "instead": instead});
    for (body, field, code) in [
        (with("sentence", json!("Bel mij op 06-12345678.")), "sentence", "contact_details"),
        (with("sentence", json!("Mail naar anna@voorbeeld.nl")), "sentence", "contact_details"),
        (with("sentence", json!("Voeg mij toe op snap: anna_helpt")), "sentence", "contact_details"),
        (with("sentence", json!("Kijk op www.annahelpt.nl")), "sentence", "contact_details"),
        (with("sentence", json!("Kom naar de Lindelaan 14.")), "sentence", "contact_details"),
        (with("sentence", json!("a".repeat(301))), "sentence", "too_long"),
        (with("swap", swap(0, 2, "bel 06 12345678")), "swap.instead", "contact_details"),
        (with("swap", swap(0, 9_999, "iets")), "swap", "invalid"),
        (with("swap", swap(5, 5, "iets")), "swap", "invalid"),
        (with("swap", swap(0, 2, "Ik")), "swap", "invalid"),
        (with("swap", json!({"start": 0, "end": 2})), "swap.instead", "missing"),
        (with("text", json!("Ik wil.")), "text", "invalid"),
        (with("reason", Value::Null), "reason", "missing"),
        (json!({"revision": 1, "decision": "publish", "sentence": "Mooi."}), "sentence", "invalid"),
        (json!({"revision": 1, "decision": "shorten"}), "text", "missing"),
    ] {
        let reply = decide(&desk, &anna, post, body.clone()).await?;
        assert_eq!(reply.brief(), (422, "invalid_fields".to_owned()), "{body}");
        let fields: Vec<_> = reply.json()["fields"].as_array().cloned().unwrap_or_default();
        let told: Vec<_> = fields.iter().map(|it| (it["field"].clone(), it["code"].clone())).collect();
        assert_eq!(told, [(json!(field), json!(code))], "{body}");
    }
    let goes = with("sentence", json!("De Kindertelefoon is er ook: 0800-0432."));
    assert_eq!(decide(&desk, &anna, post, goes).await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn danger_stays_on_top_of_mind_when_it_is_handed_back() -> Outcome {
    let (desk, anna) = desk_and_reader().await?;
    let bob = desk.account("Bob", StaffRole::Facilitator).await?;
    let writer = desk.key();
    let post = desk.dream(&writer, "Ik wil niet meer leven. Mijn naam is Sanne.").await?;
    let asking = json!({"revision": 1, "decision": "hand_back", "reason": "worried"});
    let back = decide(&desk, &anna, post, asking).await?.json();
    assert_eq!((&back["state"], &back["signals"][0]["kind"]), (&json!("handed_back"), &json!("suicide")));
    assert_eq!(
        agree(&desk, &writer, post, 1).await?.brief(),
        (409, "not_allowed_now".to_owned()),
        "nothing to agree to"
    );
    days_pass(&desk, 7).await?;
    let short = shortening(1, "Ik wil niet meer leven.");
    assert_eq!(decide(&desk, &anna, post, short.clone()).await?.brief(), (409, "needs_another_facilitator".to_owned()));
    assert_eq!(decide(&desk, &bob, post, short).await?.json()["state"], "published");
    Ok(())
}

#[tokio::test]
async fn a_yes_and_leaving_something_out_at_once_end_in_one_of_both() -> Outcome {
    let (desk, anna) = desk_and_reader().await?;
    for _ in 0..5 {
        let writer = desk.key();
        let post = desk.dream(&writer, TEXT).await?;
        decide(&desk, &anna, post, asking()).await?;
        days_pass(&desk, 7).await?;
        let short = shortening(1, "Ik wil naar dezelfde school als mijn zusje.");
        let anna = desk.signed_in(&anna).await?;
        let path = paths::decision(post);
        let (yes, left) = tokio::join!(agree(&desk, &writer, post, 1), desk.post(&anna, &path, short));
        let statuses = (yes?.status.as_u16(), left?.status.as_u16());
        assert!(matches!(statuses, (200, 409) | (409, 200)), "{statuses:?}");
        let mine = own(&desk, &writer).await?;
        let expected = if statuses.0 == 200 { "received" } else { "published" };
        assert_eq!(mine["state"], expected);
        assert_eq!(mine["revision"], 2);
        desk.call(&writer, Method::DELETE, &paths::post(post), None).await?;
    }
    Ok(())
}

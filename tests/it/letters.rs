//! Letters that fit the danger: the help lines of a letter, and a facilitator's own sentence under a no.

use crate::{
    app::{files_with, id_of},
    staff::{Caller, Desk, Outcome},
};
use droombord_domain::{paths, staff::StaffRole};
use serde_json::{Value, json};
use uuid::Uuid;

const SENTENCE: &str = "Fijn dat jij dit zo helder opschrijft.";

async fn desk_of_two() -> Outcome<(Desk, Caller, Caller)> {
    let desk = Desk::start().await?;
    let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
    let bob = desk.staff("Bob", StaffRole::Facilitator).await?;
    Ok((desk, anna, bob))
}

fn no(decision: &str, reason: &str) -> Value {
    json!({"revision": 1, "decision": decision, "reason": reason})
}

async fn own(desk: &Desk, writer: &Caller) -> Outcome<Value> {
    Ok(desk.get(writer, paths::MINE).await?.json()["items"][0].clone())
}

async fn seen_by(desk: &Desk, who: &Caller, post: Uuid) -> Outcome<Value> {
    Ok(desk.get(who, &paths::desk_post(post)).await?.json())
}

#[tokio::test]
async fn the_letter_names_the_lines_of_the_revision_that_was_decided() -> Outcome {
    let (desk, anna, bob) = desk_of_two().await?;
    for (text, reason, lines) in [
        ("Mijn stiefvader slaat mij elke avond.", "worried", &["emergency", "veilig_thuis", "kindertelefoon"][..]),
        ("Ik wil niet meer leven.", "worried", &["emergency", "line_113", "kindertelefoon"]),
        ("Ik snij mezelf elke avond.", "unclear", &["emergency", "line_113", "kindertelefoon"]),
        ("Ik loop vannacht weg van de groep.", "worried", &["emergency", "kindertelefoon"]),
        (
            "Mijn stiefvader slaat mij elke avond. Ik wil niet meer leven.",
            "worried",
            &["emergency", "line_113", "veilig_thuis", "kindertelefoon"],
        ),
        ("Ik wil graag een hond op de groep.", "worried", &["emergency", "kindertelefoon"]),
        ("Ik wil graag een hond op de groep.", "accusation", &["veilig_thuis", "jeugdstem"]),
        ("Ik wil graag een hond op de groep.", "off_topic", &[]),
    ] {
        for decision in ["decline", "hand_back"] {
            let writer = desk.key();
            let post = desk.dream(&writer, text).await?;
            assert_eq!(own(&desk, &writer).await?["help"], json!([]), "no letter yet: {text}");
            for who in [&anna, &bob] {
                desk.post(who, &paths::decision(post), no(decision, reason)).await?;
            }
            let mine = own(&desk, &writer).await?;
            assert_eq!((&mine["reason"], &mine["help"]), (&json!(reason), &json!(lines)), "{decision}: {text}");
            // What kind of danger it was is stored nowhere.
            assert_eq!(files_with(desk.folder(), "veilig_thuis"), Vec::<String>::new());
        }
    }
    // Another revision is another text: the letter of the next decision is about that one.
    let writer = desk.key();
    let post = desk.dream(&writer, "Ik wil niet meer leven.").await?;
    desk.post(&anna, &paths::decision(post), no("hand_back", "worried")).await?;
    let calm = json!({"revision": 1, "draft": {"kind": "dream", "text": "Ik wil dat er iemand luistert."}});
    assert_eq!(desk.call(&writer, reqwest::Method::PATCH, &paths::post(post), Some(calm)).await?.status, 200);
    assert_eq!(own(&desk, &writer).await?["help"], json!([]));
    let again = json!({"revision": 2, "decision": "decline", "reason": "accusation"});
    assert_eq!(desk.post(&anna, &paths::decision(post), again).await?.status, 200);
    assert_eq!(own(&desk, &writer).await?["help"], json!(["veilig_thuis", "jeugdstem"]));
    Ok(())
}

#[tokio::test]
async fn a_no_may_hold_a_sentence_that_every_facilitator_sees_and_that_reaches_nobody() -> Outcome {
    let (desk, anna, bob) = desk_of_two().await?;
    let writer = desk.key();
    let post = desk.dream(&writer, "Ik wil graag een hond op de groep.").await?;
    for sentence in ["Bel mij op 06 12345678.", "Mail naar anna@voorbeeld.nl", "Kom naar de Lindelaan 14."] {
        for decision in ["decline", "hand_back"] {
            let mut body = no(decision, "unclear");
            body["sentence"] = json!(sentence);
            let refused = desk.post(&anna, &paths::decision(post), body).await?;
            assert_eq!(refused.brief(), (422, "invalid_fields".to_owned()), "{sentence}");
            assert_eq!(refused.json()["fields"][0], json!({"field": "sentence", "code": "contact_details"}));
        }
    }
    let mut body = no("decline", "unclear");
    body["sentence"] = json!(SENTENCE);
    assert_eq!(desk.post(&anna, &paths::decision(post), body).await?.json()["sentence"], SENTENCE);
    assert_eq!(seen_by(&desk, &bob, post).await?["sentence"], SENTENCE);
    assert_eq!(own(&desk, &writer).await?["sentence"], SENTENCE);
    let stored = desk.get(&writer, paths::MINE_STORED).await?.text;
    assert!(stored.contains(SENTENCE), "what is kept is shown to the writer");
    // Turned back by the other one: the letter and its sentence are over. Taken down: another letter.
    assert_eq!(
        desk.post(&bob, &paths::decision(post), json!({"revision": 1, "decision": "reverse"})).await?.status,
        200
    );
    assert_eq!(own(&desk, &writer).await?["sentence"], Value::Null);
    let mut down = no("take_down", "worried");
    down["sentence"] = json!("Wij denken aan jou.");
    assert_eq!(desk.post(&bob, &paths::decision(post), down).await?.status, 200);
    assert_eq!(seen_by(&desk, &anna, post).await?["sentence"], "Wij denken aan jou.");
    assert_eq!(own(&desk, &writer).await?["sentence"], "Wij denken aan jou.");
    assert_eq!(files_with(desk.folder(), "zo helder opschrijft"), Vec::<String>::new());
    let gone = desk.call(&writer, reqwest::Method::DELETE, &paths::post(post), None).await?;
    assert_eq!(gone.status, 204);
    assert_eq!(files_with(desk.folder(), "denken aan jou"), Vec::<String>::new(), "gone with the post");
    Ok(())
}

#[tokio::test]
async fn of_two_readers_the_second_sees_what_the_first_would_say_and_the_writer_does_not() -> Outcome {
    let (desk, anna, bob) = desk_of_two().await?;
    let writer = desk.key();
    let post = desk.dream(&writer, "Ik wil niet meer leven.").await?;
    let mut body = no("decline", "worried");
    body["sentence"] = json!(SENTENCE);
    assert_eq!(desk.post(&anna, &paths::decision(post), body).await?.json()["state"], "received");
    assert_eq!(seen_by(&desk, &bob, post).await?["proposal"]["sentence"], SENTENCE);
    for path in [paths::MINE, paths::MINE_STORED] {
        assert!(!desk.get(&writer, path).await?.text.contains(SENTENCE), "{path}: nobody decided yet");
    }
    // What holds is what the second sends.
    assert_eq!(desk.post(&bob, &paths::decision(post), no("decline", "worried")).await?.json()["state"], "declined");
    assert_eq!(own(&desk, &writer).await?["sentence"], Value::Null);
    assert_eq!(id_of(&own(&desk, &writer).await?), post);
    assert_eq!(files_with(desk.folder(), "zo helder opschrijft"), Vec::<String>::new());
    Ok(())
}

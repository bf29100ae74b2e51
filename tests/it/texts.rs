//! What is stored of a text: what its writer saw. Every line end is a line end, words stay apart, and what nobody can see is empty.

use crate::{
    app::id_of,
    staff::{Caller, Desk, Outcome, Reply},
};
use droombord_domain::{paths, staff::StaffRole};
use reqwest::Method;
use serde_json::{Value, json};

/// Line ends of all programs, spaces of other kinds, a flag made of tags and letters that need joiners.
const RAW: &str = "een\r\ntwee\rdrie\u{2028}vier\u{2029}vijf\u{b}zes\u{c}zeven\u{85}acht 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} می\u{200c}خواهم";
const STORED: &str = "een\ntwee\ndrie\nvier\nvijf\nzes\nzeven\nacht 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} می\u{200c}خواهم";
const ONE_LINE: &str =
    "een twee drie vier vijf zes zeven acht 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} می\u{200c}خواهم";
/// Texts in which nobody can see anything.
const NOTHING: [&str; 9] = [
    "\u{2028}\u{2029}\u{b}\u{c}\u{85}\r",
    "\u{115f}\u{1160}\u{3164}\u{ffa0}",
    "\u{2800}\u{a0}\t",
    "\u{ad}\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}",
    "\u{301}\u{fe0f}",
    "\u{e0067}\u{e0062}\u{e007f}",
    "\u{e000}\u{10fffd}",
    "\u{378}\u{ffff}",
    "\u{fffc}\u{202e}",
];

fn field_codes(reply: &Reply) -> Vec<(String, String)> {
    let problem = reply.json();
    let fields = problem["fields"].as_array().cloned().unwrap_or_default();
    let word = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    fields.iter().map(|it| (word(&it["field"]), word(&it["code"]))).collect()
}

async fn mine(desk: &Desk, writer: &Caller) -> Outcome<Vec<String>> {
    let items = desk.get(writer, paths::MINE).await?.json()["items"].as_array().cloned().unwrap_or_default();
    Ok(items.iter().map(|it| it["body"]["text"].as_str().unwrap_or_default().to_owned()).collect())
}

#[tokio::test]
async fn every_line_end_is_stored_as_one_and_words_stay_apart() -> Outcome<()> {
    let desk = Desk::start().await?;
    let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
    let (organisation, answerer) = desk.organisation("Vlierpad").await?;
    let (writer, other) = (desk.key(), desk.key());

    let post = desk.dream(&writer, RAW).await?;
    assert_eq!(mine(&desk, &writer).await?, [STORED]);
    assert_eq!(desk.decide(&anna, post, 1, "publish").await?.status, 200);
    assert_eq!(desk.get(&Caller::Anonymous, &paths::post(post)).await?.json()["text"], STORED);

    let sent = desk.post(&other, &paths::replies(post), json!({"text": RAW, "role": "parent"})).await?;
    assert_eq!(sent.status, 201, "{sent:?}");
    assert_eq!(mine(&desk, &other).await?, [STORED]);

    let report = json!({"reason": "untrue", "words": RAW});
    assert!(desk.post(&Caller::Anonymous, &paths::reports(post), report).await?.status.is_success());
    let noted = desk.post(&anna, &paths::notes(post), json!({"words": RAW})).await?;
    assert!(noted.status.is_success(), "{noted:?}");
    let seen = desk.get(&anna, &paths::desk_post(post)).await?.json();
    assert_eq!((&seen["reports"][0]["words"], &seen["notes"][0]["words"]), (&json!(STORED), &json!(STORED)));

    let asked = desk.post(&anna, &paths::asks(post), json!({"organisation": organisation.to_string()})).await?;
    let asking = id_of(&asked.json()["items"][0]);
    let words = json!({"revision": 0, "understood_text": RAW, "does_text": RAW, "by_function": RAW});
    let answered = desk.call(&answerer, Method::PUT, &paths::answer(asking), Some(words)).await?;
    assert_eq!(answered.status, 200, "{answered:?}");
    let answer = desk.get(&anna, paths::ANSWERS_TO_READ).await?.json()["answers"][0]["sent"].clone();
    assert_eq!((&answer["understood_text"], &answer["does_text"]), (&json!(STORED), &json!(STORED)), "{answer}");
    assert_eq!(answer["by_function"], ONE_LINE);
    Ok(())
}

#[tokio::test]
async fn a_text_that_nobody_can_see_is_empty() -> Outcome<()> {
    let desk = Desk::start().await?;
    let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
    let (writer, other) = (desk.key(), desk.key());
    let post = desk.dream(&writer, "Ik droom van een merel.").await?;
    assert_eq!(desk.decide(&anna, post, 1, "publish").await?.status, 200);
    let empty = |field: &str| vec![(field.to_owned(), "empty".to_owned())];
    for nothing in NOTHING.into_iter().chain([NOTHING.concat().as_str()]) {
        let sent = desk.post(&other, paths::POSTS, json!({"kind": "dream", "text": nothing})).await?;
        assert_eq!((sent.status.as_u16(), field_codes(&sent)), (422, empty("text")), "{nothing:?}");
        let sent = desk.post(&other, &paths::replies(post), json!({"text": nothing})).await?;
        assert_eq!((sent.status.as_u16(), field_codes(&sent)), (422, empty("text")), "{nothing:?}");
        let noted = desk.post(&anna, &paths::notes(post), json!({"words": nothing})).await?;
        assert_eq!((noted.status.as_u16(), field_codes(&noted)), (422, empty("words")), "{nothing:?}");
    }
    // Words that may be left out are left out.
    let report = json!({"reason": "untrue", "words": NOTHING.concat()});
    assert!(desk.post(&Caller::Anonymous, &paths::reports(post), report).await?.status.is_success());
    let seen = desk.get(&anna, &paths::desk_post(post)).await?.json();
    assert_eq!(seen["reports"][0]["words"], Value::Null);
    Ok(())
}

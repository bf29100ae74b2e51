//! An answer of ours is known from one of somebody else's: it repeats the number of the call, whatever it says. And what the table of
//! outcomes says of each code fits the status that it travels with.

use crate::app::{DAY, TestApp, Wish, dream, id_of, new_key, problem};
use droombord_domain::{
    outcome::{Cause, Outcome},
    paths,
    post::Kind,
    problem::ProblemCode,
    text::MAX_CODE_POINTS_PER_GRAPHEME,
};
use droombord_server::{error::status, extract::MAX_BODY, settings::Given};
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};
use uuid::Uuid;

const NUMBER: &str = "4f0c3c0e9a2e4d4f";

fn repeated(response: &Response) -> Option<&str> {
    response.headers().get(paths::CALL).and_then(|number| number.to_str().ok())
}

#[tokio::test]
async fn every_answer_repeats_the_number_of_its_call() {
    let app = TestApp::start_as(Wish { limits: true, ..Wish::default() }).await;
    let key = new_key();
    let id = app.published(&key, "Hoi.", &[]).await;
    let gone = Uuid::new_v4();
    let taken = app.sending(&key, gone, &dream("Weg.")).send().await.unwrap();
    let erased = id_of(&taken.json::<Value>().await.unwrap());
    let own = |method: Method, path: &str| app.call(method, path).header("authorization", key.to_authorization());
    assert_eq!(own(Method::DELETE, &paths::post(erased)).send().await.unwrap().status(), 204);
    let letters = app.body("/").await.split('"').find(|part| part.ends_with(".woff2")).unwrap().to_owned();
    let fresh = Uuid::new_v4();
    let calls: Vec<(u16, RequestBuilder)> = vec![
        (200, app.get(paths::POSTS)),
        (200, app.get(&paths::post(id))),
        (200, own(Method::GET, paths::MINE)),
        (200, app.get("/")),
        (200, app.get(&letters)),
        (201, app.sending(&key, fresh, &dream("Ja."))),
        (200, app.sending(&key, fresh, &dream("Ja."))),
        (204, own(Method::DELETE, &paths::post(erased))),
        (204, app.call(Method::DELETE, paths::SESSION)),
        (400, app.call(Method::POST, paths::SESSION).header("content-type", "application/json").body("{")),
        (401, app.get(paths::MINE)),
        (401, app.get(paths::QUEUE)),
        (401, app.get(paths::MINE).header("authorization", new_key().to_authorization())),
        (403, app.call(Method::DELETE, paths::MINE).header("origin", "https://evil.example")),
        (404, app.get("/api/nothing")),
        (404, app.get(&paths::post(Uuid::new_v4()))),
        (404, app.get("/nergens")),
        (404, own(Method::DELETE, &paths::post(Uuid::new_v4()))),
        (405, app.call(Method::PUT, paths::POSTS)),
        (409, own(Method::POST, &paths::withdrawal(erased))),
        (410, app.sending(&key, gone, &dream("Weg."))),
        (413, app.sending(&key, Uuid::new_v4(), &dream(&"a".repeat(MAX_BODY)))),
        (415, app.call(Method::POST, paths::SESSION).body("{}")),
        (422, app.sending(&key, Uuid::new_v4(), &json!({}))),
    ];
    for (expected, call) in calls {
        let bare = call.try_clone().unwrap().send().await.unwrap();
        assert_eq!(repeated(&bare), None, "nobody asked: {}", bare.url());
        let response = call.header(paths::CALL, NUMBER).send().await.unwrap();
        let (path, status) = (response.url().path().to_owned(), response.status().as_u16());
        // Sent a second time, what made something answers as it stands.
        assert!(status == expected || (expected, status) == (201, 200), "{path}: {status} is not {expected}");
        assert_eq!(repeated(&response), Some(NUMBER), "{status} {path}");
    }
    // Too often: by then the number is repeated too.
    for n in 0.. {
        let response = app.get(paths::MINE).header("authorization", new_key().to_authorization());
        let response = response.header(paths::CALL, NUMBER).send().await.unwrap();
        assert_eq!(repeated(&response), Some(NUMBER));
        if response.status() == StatusCode::TOO_MANY_REQUESTS {
            break;
        }
        assert!(n < 100, "wrong words are never slowed");
    }
}

#[tokio::test]
async fn only_a_plain_number_is_repeated() {
    let app = TestApp::start().await;
    for (number, same) in [
        ("7", true),
        (NUMBER, true),
        ("6f0c3c0e-9a2e-4d4f-9a55-0d4f3f1f6f11", true),
        ("", false),
        ("a b", false),
        ("<script>", false),
        (&"7".repeat(64), true),
        (&"7".repeat(65), false),
    ] {
        let response = app.get(paths::POSTS).header(paths::CALL, number).send().await.unwrap();
        assert_eq!(repeated(&response), same.then_some(number), "{number}");
    }
}

#[tokio::test]
async fn what_was_taken_in_names_the_number_under_which_it_was_sent() {
    let app = TestApp::start().await;
    let (key, number) = (new_key(), Uuid::new_v4());
    let named =
        |response: &Response| response.headers().get(paths::IDEMPOTENCY_KEY).map(|it| it.to_str().unwrap().to_owned());
    for status in [201, 200] {
        let response = app.sending(&key, number, &dream("Hoi.")).send().await.unwrap();
        assert_eq!((response.status().as_u16(), named(&response)), (status, Some(number.to_string())));
    }
    let other = app.sending(&key, number, &dream("Iets anders.")).send().await.unwrap();
    assert_eq!((other.status().as_u16(), named(&other)), (422, None));
    let id = app.published(&key, "Op het bord.", &[]).await;
    let told = app.call(Method::POST, &paths::reports(id)).header(paths::IDEMPOTENCY_KEY, number.to_string());
    let told = told.json(&json!({"reason": "about_me"})).send().await.unwrap();
    assert_eq!((told.status().as_u16(), named(&told)), (204, Some(number.to_string())));
}

/// Of every status that our server gives for a refusal: only a judgement of what was sent, or of what it is about, is final.
#[test]
fn a_status_and_what_becomes_of_the_call_fit() {
    for code in ProblemCode::ALL {
        let becomes = Cause::of(*code).outcome();
        let of_person = matches!(code, ProblemCode::Forbidden | ProblemCode::NeedsHttps);
        let of_key = *code == ProblemCode::KeyMissing;
        let fits = match status(*code).as_u16() {
            400 | 405 | 408 | 415 | 429 | 500..=599 => becomes == Outcome::Again,
            401 => becomes == if of_key { Outcome::Again } else { Outcome::NeedsPerson },
            403 => becomes == if of_person { Outcome::NeedsPerson } else { Outcome::Again },
            404 | 409 | 410 | 413 | 422 => becomes == Outcome::Refused,
            _ => false,
        };
        assert!(fits, "{code:?} {} {becomes:?}", status(*code));
    }
}

/// A family with skin tones: 11 code points, 41 bytes.
const FAMILY: &str = "👨🏿\u{200d}👩🏿\u{200d}👧🏿\u{200d}👦🏿";

#[tokio::test]
async fn the_longest_story_in_the_largest_letters_is_taken_in() {
    let app = TestApp::start().await;
    let most = Kind::Story.max_length();
    // As many code points as a letter may have.
    let largest = format!("👨{}", "\u{1f3ff}".repeat(MAX_CODE_POINTS_PER_GRAPHEME - 1));
    for letter in ["a", "😀", FAMILY, &largest] {
        let story = json!({"kind": "story", "text": letter.repeat(most)});
        let key = new_key();
        let response = app.sending(&key, Uuid::new_v4(), &story).send().await.unwrap();
        assert_eq!(response.status(), 201, "{letter}");
        assert_eq!(app.mine(&key).await["items"][0]["body"]["text"].as_str().unwrap().len(), letter.len() * most);
        let longer = json!({"kind": "story", "text": letter.repeat(most + 1)});
        let refused = app.sending(&key, Uuid::new_v4(), &longer).send().await.unwrap();
        assert_eq!(
            refused.status(),
            422,
            "one letter more is told as a letter, and not as a number of bytes: {letter}"
        );
        let (_, body) = problem(refused).await;
        assert_eq!(body["fields"][0]["code"], "too_long", "{letter}");
    }
}

/// A body that takes too long is not refused for good, and the answer that says so is ours. (The server gives it 15 seconds.)
#[tokio::test]
async fn a_body_that_comes_too_slowly_is_told_as_ours() {
    let app = TestApp::start().await;
    let mut line = TcpStream::connect(app.url.trim_start_matches("http://")).await.unwrap();
    let head = format!(
        "POST /api/session HTTP/1.1\r\nhost: x\r\n{}: {NUMBER}\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{{",
        paths::CALL
    );
    line.write_all(head.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let mut part = [0; 4_096];
    while !String::from_utf8_lossy(&answer).contains("\"code\":\"timeout\"") {
        let read = line.read(&mut part).await.unwrap();
        assert!(read > 0, "{}", String::from_utf8_lossy(&answer));
        answer.extend_from_slice(&part[..read]);
    }
    let answer = String::from_utf8_lossy(&answer).to_lowercase();
    assert!(answer.starts_with("http/1.1 408") && answer.contains(&format!("{}: {NUMBER}", paths::CALL)), "{answer}");
    assert_eq!(Cause::of(ProblemCode::Timeout).outcome(), Outcome::Again);
}

/// Words that were replaced, and words that were all erased, open nothing: nothing is gone by them, and nobody learns more.
#[tokio::test]
async fn erasing_says_gone_only_under_words_that_open_it() {
    let settings = Given::default();
    let app = TestApp::start_as(Wish { settings, ..Wish::default() }).await;
    let (old, new, other) = (new_key(), new_key(), new_key());
    let id = app.published(&old, "Hoi.", &[]).await;
    let replace = app.call(Method::PUT, paths::MINE_KEY).header("authorization", old.to_authorization());
    assert_eq!(replace.json(&json!({"new_key": new.as_str()})).send().await.unwrap().status(), 204);
    let erase = async |key: &droombord_domain::follow_key::FollowKey, id: Uuid| {
        let call = app.call(Method::DELETE, &paths::post(id)).header("authorization", key.to_authorization());
        let response = call.send().await.unwrap();
        match response.status().as_u16() {
            204 => (204, String::new()),
            status => (status, problem(response).await.1["code"].as_str().unwrap().to_owned()),
        }
    };
    assert_eq!(erase(&old, id).await, (401, "key_unknown".to_owned()));
    // Used again for something else, the old words open that, and nothing of what was replaced.
    app.dream(&old, "Iets anders.").await;
    assert_eq!(erase(&old, id).await, (404, "not_found".to_owned()));
    assert_eq!(erase(&other, id).await, (401, "key_unknown".to_owned()));
    assert_eq!(app.get(&paths::post(id)).send().await.unwrap().status(), 200, "it hangs on");
    for code in [ProblemCode::KeyUnknown, ProblemCode::NotFound] {
        assert_ne!(Cause::of(code), Cause::Erased);
    }
    assert_eq!(erase(&new, id).await.0, 204);
    app.clock.pass(DAY);
    assert_eq!(erase(&new, id).await.0, 204, "as often as one likes");
    assert_eq!(erase(&other, id).await, (401, "key_unknown".to_owned()), "nobody else learns that it was");
    let all = app.call(Method::DELETE, paths::MINE).header("authorization", new.to_authorization());
    assert_eq!(all.send().await.unwrap().status(), 204);
    assert_eq!(erase(&new, id).await, (401, "key_unknown".to_owned()));
}

/// The table that people read says of every code what the code does.
#[test]
fn the_written_table_is_the_table() {
    let written = include_str!("../../docs/answers.md");
    for code in ProblemCode::ALL {
        let cause = match Cause::of(*code) {
            Cause::Silence => "silence",
            Cause::SomebodyElse => "somebody else",
            Cause::NotNow => "not now",
            Cause::Busy => "busy",
            Cause::Content => "the content",
            Cause::TooLarge => "too large",
            Cause::Erased => "erased before",
            Cause::NotThere => "not there",
            Cause::Changed => "changed meanwhile",
            Cause::KeyUnknown => "the words open nothing",
            Cause::SignIn => "nobody is signed in",
            Cause::NotYours => "not for this role",
        };
        let becomes = match Cause::of(*code).outcome() {
            Outcome::Again => "again",
            Outcome::Refused => "refused",
            Outcome::NeedsPerson => "somebody",
        };
        let row = format!("| `{}` ({}) | {cause} | {becomes} |\n", code.code(), status(*code).as_u16());
        assert!(written.contains(&row), "docs/answers.md lacks {row}");
    }
}

//! Input that is not right: each case gets the right status and a code, and nothing is written.

use crate::app::{TestApp, new_key, problem, refusal};
use droombord_server::extract::MAX_BODY;
use reqwest::Method;
use serde_json::json;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};
use uuid::Uuid;

/// A body, the status, the code, and the fields with their codes.
type Case<'a> = (&'a [u8], u16, &'a str, &'a [(&'a str, &'a str)]);

#[tokio::test]
async fn a_body_that_is_not_right() {
    let app = TestApp::start().await;
    let key = new_key();
    let marks = format!(r#"{{"kind":"dream","text":"a{}"}}"#, "\u{301}".repeat(10_000));
    let long = format!(r#"{{"kind":"dream","text":"{}"}}"#, "a".repeat(1_001));
    let huge = format!(r#"{{"kind":"dream","text":"{}"}}"#, "a".repeat(MAX_BODY));
    let deep = "[".repeat(30_000);
    let cases: Vec<Case<'_>> = vec![
        (b"", 400, "broken_json", &[]),
        (b"{", 400, "broken_json", &[]),
        (b"\xff\xfe{}", 400, "broken_json", &[]),
        (b"{\"kind\":\"dream\",\"text\":\"\xc3\x28\"}", 400, "broken_json", &[]),
        (br#"{"kind":"dream","text":"\ud800"}"#, 400, "broken_json", &[]),
        (deep.as_bytes(), 400, "broken_json", &[]),
        (b"[]", 422, "invalid_fields", &[("", "wrong_type")]),
        (b"null", 422, "invalid_fields", &[("", "wrong_type")]),
        (b"{}", 422, "invalid_fields", &[("kind", "missing"), ("text", "missing")]),
        (br#"{"kind":"dream","text":""}"#, 422, "invalid_fields", &[("text", "empty")]),
        (br#"{"kind":"dream","text":" \n\t "}"#, 422, "invalid_fields", &[("text", "empty")]),
        (br#"{"kind":"dream","text":"a\u0000b"}"#, 422, "invalid_fields", &[("text", "control_characters")]),
        (
            "{\"kind\":\"dream\",\"text\":\"a\u{202e}b\"}".as_bytes(),
            422,
            "invalid_fields",
            &[("text", "control_characters")],
        ),
        (marks.as_bytes(), 422, "invalid_fields", &[("text", "too_many_marks")]),
        (long.as_bytes(), 422, "invalid_fields", &[("text", "too_long")]),
        (huge.as_bytes(), 413, "too_large", &[]),
        (br#"{"kind":"poem","text":"a"}"#, 422, "invalid_fields", &[("kind", "unknown_value")]),
        (br#"{"kind":"dream","text":7}"#, 422, "invalid_fields", &[("text", "wrong_type")]),
        (br#"{"kind":"dream","text":"a","on_behalf":null}"#, 422, "invalid_fields", &[("on_behalf", "wrong_type")]),
        (br#"{"kind":"dream","text":"a","name":"Jan"}"#, 422, "invalid_fields", &[("name", "unknown_field")]),
        (
            br#"{"kind":"dream","text":"a","age_band":"from_18","role":"parent"}"#,
            422,
            "invalid_fields",
            &[("age_band", "needs_young_person")],
        ),
        (
            br#"{"kind":"poem","text":5,"direction":"up","role":"king","region":"utrecht","lang":"xx","x":1}"#,
            422,
            "invalid_fields",
            &[
                ("text", "wrong_type"),
                ("x", "unknown_field"),
                ("kind", "unknown_value"),
                ("direction", "unknown_value"),
                ("lang", "unknown_value"),
                ("role", "unknown_value"),
                ("region", "unknown_value"),
            ],
        ),
    ];
    for (body, status, code, fields) in cases {
        let response = app
            .call(Method::POST, "/api/posts")
            .header("authorization", key.to_authorization())
            .header("idempotency-key", Uuid::new_v4().to_string())
            .header("content-type", "application/json")
            .body(body.to_vec())
            .send()
            .await
            .unwrap();
        let shown = String::from_utf8_lossy(&body[..body.len().min(60)]).into_owned();
        let (found, problem) = problem(response).await;
        assert_eq!((found, problem["code"].as_str()), (status, Some(code)), "{shown}");
        let empty = vec![];
        let found: Vec<(&str, &str)> = problem["fields"]
            .as_array()
            .unwrap_or(&empty)
            .iter()
            .map(|field| (field["field"].as_str().unwrap(), field["code"].as_str().unwrap()))
            .collect();
        assert_eq!(found, fields, "{shown}");
    }
    let mine = app.get("/api/mine").header("authorization", key.to_authorization());
    assert_eq!(refusal(mine).await, (401, "key_unknown".to_owned()), "nothing was written");
}

#[tokio::test]
async fn a_limit_that_was_passed_is_told_with_the_number() {
    let app = TestApp::start().await;
    let draft = json!({"kind": "story", "text": "é".repeat(3_001)});
    let (_, problem) = problem(app.sending(&new_key(), Uuid::new_v4(), &draft).send().await.unwrap()).await;
    assert_eq!(problem["fields"], json!([{"field": "text", "code": "too_long", "limit": 3_000, "actual": 3_001}]));
}

#[tokio::test]
async fn a_head_that_is_not_right() {
    let app = TestApp::start().await;
    let key = new_key();
    let draft = json!({"kind": "dream", "text": "Hoi"});
    let id = Uuid::new_v4();
    for (request, status, code) in [
        (
            app.call(Method::POST, "/api/posts").json(&draft).header("authorization", key.to_authorization()),
            400,
            "idempotency_key_missing",
        ),
        (
            app.call(Method::POST, "/api/posts").json(&draft).header("idempotency-key", "x"),
            400,
            "idempotency_key_missing",
        ),
        (
            app.call(Method::POST, "/api/posts").json(&draft).header("idempotency-key", id.to_string()),
            401,
            "key_missing",
        ),
        (
            app.call(Method::POST, "/api/posts")
                .json(&draft)
                .header("idempotency-key", id.to_string())
                .header("authorization", "Droomsleutel een twee"),
            401,
            "key_unknown",
        ),
        (
            app.call(Method::POST, "/api/posts")
                .body("{}")
                .header("idempotency-key", id.to_string())
                .header("authorization", key.to_authorization()),
            415,
            "unsupported_media_type",
        ),
        (
            app.call(Method::POST, "/api/posts")
                .body("{}")
                .header("content-type", "application/json; charset=latin1")
                .header("idempotency-key", id.to_string())
                .header("authorization", key.to_authorization()),
            415,
            "unsupported_media_type",
        ),
        (app.call(Method::PUT, "/api/posts"), 405, "method_not_allowed"),
        (app.call(Method::POST, "/"), 405, "method_not_allowed"),
        (app.get("/api/nothing"), 404, "not_found"),
        (app.get("/api"), 404, "not_found"),
        (app.get("/api/posts/not-a-uuid"), 404, "not_found"),
        (app.get("/api/posts/%ff"), 404, "not_found"),
        (app.get(&format!("/api/posts/{id}")), 404, "not_found"),
        (app.get(&format!("/api/posts/{id}/trail")), 404, "not_found"),
        (
            app.call(Method::PUT, &format!("/api/posts/{id}/supports/hear")).header("droombord-device", "a".repeat(64)),
            404,
            "not_found",
        ),
        (
            app.call(Method::PUT, &format!("/api/posts/{id}/supports/like")).header("droombord-device", "a".repeat(64)),
            404,
            "not_found",
        ),
        (app.call(Method::PUT, &format!("/api/posts/{id}/supports/hear")), 422, "invalid_fields"),
        (
            app.call(Method::PUT, &format!("/api/posts/{id}/supports/hear")).header("droombord-device", "short"),
            422,
            "invalid_fields",
        ),
        (app.get("/api/posts?cursor=AAAA"), 400, "invalid_cursor"),
        (app.get("/api/posts?limit=0"), 422, "invalid_fields"),
        (app.get("/api/posts?limit=101"), 422, "invalid_fields"),
        (app.get("/api/posts?limit=x"), 422, "invalid_fields"),
        (app.get("/api/posts?kind=poem&region=x"), 422, "invalid_fields"),
        (app.get("/api/posts?order=top"), 422, "invalid_fields"),
        (app.get(&format!("/api/posts?q={}", "a".repeat(201))), 422, "invalid_fields"),
    ] {
        let response = request.send().await.unwrap();
        let path = response.url().path().to_owned();
        let (found, problem) = problem(response).await;
        assert_eq!((found, problem["code"].as_str()), (status, Some(code)), "{path}");
    }
}

#[tokio::test]
async fn a_body_that_never_ends_is_refused_while_it_comes() {
    let app = TestApp::start().await;
    let address = app.url.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "POST /api/posts HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nidempotency-key: {}\r\n\
         authorization: {}\r\ntransfer-encoding: chunked\r\n\r\n",
        Uuid::new_v4(),
        new_key().to_authorization()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let chunk = format!("4000\r\n{}\r\n", "a".repeat(0x4000));
    for _ in 0..MAX_BODY / 0x4000 + 2 {
        if stream.write_all(chunk.as_bytes()).await.is_err() {
            break;
        }
    }
    let mut answer = vec![0; 4_096];
    let length = stream.read(&mut answer).await.unwrap();
    assert!(String::from_utf8_lossy(&answer[..length]).starts_with("HTTP/1.1 413"));
}

#[tokio::test]
async fn bytes_that_are_not_http_get_an_answer_or_nothing_and_do_no_harm() {
    let app = TestApp::start().await;
    let address = app.url.strip_prefix("http://").unwrap();
    for bytes in [&b"\0\0\0\0\r\n\r\n"[..], b"GET / HTTP/9.9\r\n\r\n", b"GET /\xff HTTP/1.1\r\nhost: x\r\n\r\n"] {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(bytes).await.unwrap();
        stream.shutdown().await.unwrap();
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
    }
    assert_eq!(app.get("/healthz").send().await.unwrap().status(), 200);
}

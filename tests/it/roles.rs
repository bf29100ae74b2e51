//! Who may call what: every call of the API by everybody who could try.

use crate::{
    answers::{Progress, Table, answer},
    staff::{Caller, Desk, HOST, Outcome, Reply},
};
use droombord_domain::{paths, staff::StaffRole};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

/// One call, with what each caller hears, in the order of [`WHO`]. In the path, `{waiting}` and `{published}` are posts of
/// the key holder, `{danger}` waits with words that show danger, `{proposed}` has been read by the first facilitator
/// besides, `{asked}` was handed back, `{account}` is an account, `{nil}` nothing. `{organisation}` takes part; `{answer}` is
/// what the answerer's organisation is asked about `{post}`, of the key holder, answered as far as the row says; `{promise}` is
/// its promise because of `{post}`, public but where `{saying}` is decided upon. Each caller gets fresh ones.
struct Row(Method, &'static str, Option<Value>, [u16; 8]);

const WHO: [&str; 8] = [
    "anybody",
    "the key holder",
    "another key holder",
    "a facilitator",
    "another",
    "an answerer",
    "an answerer of another organisation",
    "an administrator",
];

const ALL: fn(u16) -> [u16; 8] = |status| [status; 8];
const OWNER: fn(u16) -> [u16; 8] = |status| [401, status, 404, 401, 401, 401, 401, 401];
const STAFF: fn(u16) -> [u16; 8] = |status| [401, 401, 401, status, status, status, status, status];
const DESK: fn(u16) -> [u16; 8] = |status| [401, 401, 401, status, status, 403, 403, 403];
const ADMINISTRATOR: fn(u16) -> [u16; 8] = |status| [401, 401, 401, 403, 403, 403, 403, status];
const ANSWERER: fn(u16) -> [u16; 8] = |status| [401, 401, 401, 403, 403, status, 404, 403];

/// How far the answer of a row is, by the calls after which it is so.
fn progress(method: &Method, template: &str) -> Progress {
    match template.rsplit('/').next() {
        Some("decision") => Progress::Sent,
        Some("words-decision") => Progress::Spoken,
        Some("understood" | "verdict") if *method == Method::PUT => Progress::Published,
        Some(_) | None => Progress::Asked,
    }
}

fn rows() -> Vec<Row> {
    let get = |path, statuses| Row(Method::GET, path, None, statuses);
    let dream = || json!({"kind": "dream", "text": "Anders"});
    vec![
        get("/api/posts", ALL(200)),
        get("/api/posts?q=droom", ALL(200)),
        get("/api/posts/{published}", ALL(200)),
        get("/api/posts/{published}/trail", ALL(200)),
        get("/api/posts/{published}/replies", ALL(200)),
        get("/api/posts/{waiting}/replies", ALL(404)),
        Row(
            Method::POST,
            "/api/posts/{published}/replies",
            Some(json!({"text": "Mooi"})),
            [401, 201, 201, 401, 401, 401, 401, 401],
        ),
        Row(
            Method::POST,
            "/api/posts/{waiting}/replies",
            Some(json!({"text": "Mooi"})),
            [401, 404, 404, 401, 401, 401, 401, 401],
        ),
        get("/api/posts/{waiting}", ALL(404)),
        get("/api/posts/{waiting}/trail", ALL(404)),
        Row(Method::POST, "/api/posts", Some(dream()), [401, 201, 201, 401, 401, 401, 401, 401]),
        Row(Method::PATCH, "/api/posts/{waiting}", Some(json!({"revision": 1, "draft": dream()})), OWNER(200)),
        Row(Method::PATCH, "/api/posts/{published}", Some(json!({"revision": 1, "draft": dream()})), OWNER(409)),
        Row(Method::DELETE, "/api/posts/{waiting}", None, OWNER(204)),
        Row(Method::DELETE, "/api/posts/{published}", None, OWNER(204)),
        Row(Method::POST, "/api/posts/{waiting}/withdrawal", None, OWNER(200)),
        Row(Method::POST, "/api/posts/{waiting}/another-reader", None, OWNER(409)),
        Row(Method::POST, "/api/posts/{waiting}/agreement", Some(json!({"revision": 1})), OWNER(409)),
        Row(Method::POST, "/api/posts/{asked}/agreement", Some(json!({"revision": 1})), OWNER(200)),
        Row(
            Method::POST,
            "/api/moderation/posts/{waiting}/decision",
            Some(json!({"revision": 1, "decision": "hand_back", "reason": "unclear"})),
            DESK(200),
        ),
        Row(Method::PUT, "/api/posts/{published}/supports/hear", None, ALL(204)),
        Row(Method::PUT, "/api/posts/{waiting}/supports/hear", None, ALL(404)),
        Row(Method::DELETE, "/api/posts/{published}/supports/hear", None, ALL(204)),
        get("/api/mine", [401, 200, 200, 401, 401, 401, 401, 401]),
        get("/api/mine/stored", [401, 200, 200, 401, 401, 401, 401, 401]),
        get("/api/session", STAFF(200)),
        get("/api/sessions", STAFF(200)),
        Row(Method::DELETE, "/api/sessions/{nil}", None, STAFF(404)),
        get("/api/moderation/queue", DESK(200)),
        get("/api/moderation/alerts", DESK(200)),
        get("/api/moderation/worklist", DESK(200)),
        get("/api/moderation/insight", DESK(200)),
        get("/api/moderation/queue?state=published&status=unasked&q=droom", DESK(200)),
        Row(Method::POST, "/api/moderation/asks/{answer}/reminder", None, DESK(204)),
        get("/api/reads-now", ALL(200)),
        get("/api/moderation/queue?state=declined", DESK(200)),
        get("/api/moderation/keywords", DESK(200)),
        get("/api/moderation/posts/{waiting}", DESK(200)),
        Row(
            Method::POST,
            "/api/moderation/posts/{waiting}/decision",
            Some(json!({"revision": 1, "decision": "publish"})),
            DESK(200),
        ),
        get("/api/moderation/posts/{danger}", DESK(200)),
        Row(
            Method::POST,
            "/api/moderation/posts/{danger}/decision",
            Some(json!({"revision": 1, "decision": "publish"})),
            DESK(200),
        ),
        Row(
            Method::POST,
            "/api/moderation/posts/{proposed}/decision",
            Some(json!({"revision": 1, "decision": "publish"})),
            // The first facilitator read it before.
            [401, 401, 401, 409, 200, 403, 403, 403],
        ),
        get("/api/accounts", ADMINISTRATOR(200)),
        Row(Method::POST, "/api/accounts/{account}/reset", None, ADMINISTRATOR(200)),
        Row(Method::POST, "/api/accounts/{account}/disable", None, ADMINISTRATOR(204)),
        Row(
            Method::POST,
            "/api/accounts",
            Some(json!({"name": "Nieuw", "role": "answerer", "organisation": "{organisation}"})),
            ADMINISTRATOR(201),
        ),
        get("/api/organisations", ALL(200)),
        get("/api/facets", ALL(200)),
        get("/api/organisations/{organisation}/answers", ALL(200)),
        Row(Method::POST, "/api/organisations", Some(json!({"name": "Nieuw", "group": 1})), ADMINISTRATOR(201)),
        Row(
            Method::PUT,
            "/api/organisations/{organisation}",
            Some(json!({"name": "Anders", "group": 2})),
            ADMINISTRATOR(204),
        ),
        get("/api/organisations/{organisation}/mail", ADMINISTRATOR(200)),
        Row(
            Method::PUT,
            "/api/organisations/{organisation}/mail",
            Some(json!({"mail": "antwoorden@vlierpad.example"})),
            ADMINISTRATOR(204),
        ),
        get("/api/moderation/posts/{published}/asks", DESK(200)),
        Row(
            Method::POST,
            "/api/moderation/posts/{published}/asks",
            Some(json!({"organisation": "{organisation}"})),
            DESK(200),
        ),
        Row(
            Method::POST,
            "/api/moderation/posts/{waiting}/asks",
            Some(json!({"organisation": "{organisation}"})),
            DESK(409),
        ),
        get("/api/answers", [401, 401, 401, 403, 403, 200, 200, 403]),
        get("/api/answers/{answer}", ANSWERER(200)),
        Row(Method::PUT, "/api/answers/{answer}", Some(answer(0)), ANSWERER(200)),
        Row(Method::PUT, "/api/answers/unread/{published}/read", None, [401, 401, 401, 403, 403, 200, 200, 403]),
        Row(Method::PUT, "/api/answers/unread/{waiting}/read", None, [401, 401, 401, 403, 403, 404, 404, 403]),
        get("/api/moderation/answers", DESK(200)),
        Row(
            Method::POST,
            "/api/moderation/answers/{answer}/decision",
            Some(json!({"revision": 1, "decision": "publish"})),
            DESK(200),
        ),
        Row(
            Method::POST,
            "/api/moderation/answers/{answer}/words-decision",
            Some(json!({"revision": 1, "decision": "publish"})),
            DESK(200),
        ),
        Row(
            Method::PUT,
            "/api/posts/{post}/answers/{answer}/understood",
            Some(json!({"understood": "yes"})),
            OWNER(200),
        ),
        Row(Method::PUT, "/api/posts/{post}/answers/{answer}/verdict", Some(json!({"verdict": "heard"})), OWNER(200)),
        // Of another post than the answer's: there is no such answer.
        Row(
            Method::PUT,
            "/api/posts/{published}/answers/{answer}/verdict",
            Some(json!({"verdict": "heard"})),
            OWNER(404),
        ),
        get("/api/promises", ALL(200)),
        get("/api/promises?state=overdue", ALL(200)),
        get("/api/promises/{promise}", ALL(200)),
        get("/api/mine/promises", [401, 200, 200, 401, 401, 401, 401, 401]),
        Row(Method::PUT, "/api/posts/{post}/promises/{promise}", Some(json!({"says": "yes"})), OWNER(204)),
        get("/api/organisation/promises", [401, 401, 401, 403, 403, 200, 200, 403]),
        Row(
            Method::POST,
            "/api/organisation/promises",
            Some(promise("{post}")),
            [401, 401, 401, 403, 403, 201, 201, 403],
        ),
        Row(Method::POST, "/api/organisation/promises/{promise}/sayings", Some(json!({"says": "kept"})), ANSWERER(200)),
        get("/api/moderation/promises", DESK(200)),
        Row(
            Method::POST,
            "/api/moderation/promises",
            Some(json!({"organisation": "{organisation}", "promise": promise("{post}")})),
            DESK(201),
        ),
        Row(Method::POST, "/api/moderation/promises/{promise}/sayings", Some(json!({"says": "kept"})), DESK(200)),
        Row(
            Method::POST,
            "/api/moderation/promises/{promise}/decision",
            Some(json!({"saying": "{saying}", "decision": "publish"})),
            DESK(200),
        ),
        Row(Method::POST, "/api/posts/{published}/reports", Some(json!({"reason": "untrue"})), ALL(204)),
        Row(Method::POST, "/api/posts/{waiting}/reports", Some(json!({"reason": "untrue"})), ALL(404)),
        get("/api/moderation/reports", DESK(200)),
        Row(Method::POST, "/api/moderation/reports/{report}/handled", None, DESK(204)),
        Row(Method::PUT, "/api/moderation/posts/{waiting}/claim", None, DESK(200)),
        Row(Method::PUT, "/api/moderation/posts/{published}/claim", None, DESK(409)),
        Row(Method::DELETE, "/api/moderation/posts/{waiting}/claim", None, DESK(204)),
        Row(
            Method::POST,
            "/api/moderation/posts/{waiting}/notes",
            Some(json!({"words": "Ik bel eerst Sam."})),
            DESK(200),
        ),
        get("/api/moderation/similar", DESK(200)),
        Row(
            Method::POST,
            "/api/moderation/similar/decline",
            Some(json!({"reason": "duplicate", "posts": [{"id": Uuid::nil(), "revision": 1}]})),
            DESK(200),
        ),
        get("/api/moderation/log.csv?from=2026-11-01&until=2026-11-30", DESK(200)),
        Row(Method::PATCH, "/api/moderation/keywords", Some(json!({"from": "zo", "to": "zo"})), DESK(204)),
        get("/api/openapi.json", ALL(200)),
        get("/healthz", ALL(200)),
        get("/readyz", ALL(200)),
    ]
}

/// A promise because of this post, whose day has come.
fn promise(post: &str) -> Value {
    json!({"direction": "stop", "what": "Iets", "owner": "teamleider", "due": "2026-11-21", "posts": [post]})
}

#[tokio::test]
async fn everybody_may_call_exactly_this() -> Outcome {
    let desk = Desk::start().await?;
    let writer = desk.key();
    let other = desk.key();
    desk.dream(&other, "Van iemand anders").await?;
    let mine = desk.organisation("Jeugdhulp Vlierpad").await?;
    let callers = [
        Caller::Anonymous,
        writer.clone(),
        other,
        desk.staff("Anna", StaffRole::Facilitator).await?,
        desk.staff("Bob", StaffRole::Facilitator).await?,
        mine.1.clone(),
        desk.organisation("Jeugdzorg Rietveld").await?.1,
        desk.staff("Beheer", StaffRole::Administrator).await?,
    ];
    let facilitator = &callers[3];
    let table = Table { desk: &desk, writer: &writer, facilitator, organisation: mine.0, answerer: &mine.1 };
    let (target, _) = desk.organisation("Doelwit BV").await?;
    let account = desk.account("Doelwit", StaffRole::Facilitator).await?;
    let mut wrong = Vec::new();
    for Row(method, template, body, expected) in rows() {
        for ((caller, who), expected) in callers.iter().zip(WHO).zip(expected) {
            let mut path = template.replace("{nil}", &Uuid::nil().to_string());
            path = path.replace("{account}", &account.id.to_string());
            if template.contains("{waiting}") {
                path = path.replace("{waiting}", &desk.dream(&writer, "Een droom").await?.to_string());
            }
            if template.contains("{danger}") || template.contains("{proposed}") {
                let post = desk.dream(&writer, "Ik wil niet meer leven.").await?;
                if template.contains("{proposed}") {
                    assert_eq!(desk.decide(facilitator, post, 1, "publish").await?.status, 200);
                }
                path = path.replace("{danger}", &post.to_string()).replace("{proposed}", &post.to_string());
            }
            if template.contains("{asked}") {
                let post = desk.dream(&writer, "Een droom").await?;
                let swap = json!({"start": 0, "end": 3, "instead": "Mijn"});
                let body = json!({"revision": 1, "decision": "hand_back", "reason": "unclear", "swap": swap});
                assert_eq!(desk.post(facilitator, &paths::decision(post), body).await?.status, 200);
                path = path.replace("{asked}", &post.to_string());
            }
            if template.contains("{published}") {
                let post = desk.dream(&writer, "Een droom").await?;
                assert_eq!(desk.decide(facilitator, post, 1, "publish").await?.status, 200);
                path = path.replace("{published}", &post.to_string());
            }
            if template.contains("{report}") {
                let post = desk.dream(&writer, "Een droom").await?;
                assert_eq!(desk.decide(facilitator, post, 1, "publish").await?.status, 200);
                let report = json!({"reason": "other"});
                assert_eq!(desk.post(&Caller::Anonymous, &paths::reports(post), report).await?.status, 204);
                let open = desk.get(facilitator, paths::REPORTS).await?.json();
                let mut open = open["items"].as_array().into_iter().flatten();
                let report = open.find(|it| it["post"] == post.to_string()).ok_or("no report")?;
                path = path.replace("{report}", report["id"].as_str().ok_or("no id")?);
            }
            path = path.replace("{organisation}", &target.to_string());
            if template.contains("{answer}") {
                let (post, answer) = table.answer(progress(&method, template)).await?;
                path = path.replace("{post}", &post.to_string()).replace("{answer}", &answer.to_string());
            }
            let mut text = body.as_ref().map(|body| body.to_string().replace("{organisation}", &target.to_string()));
            if template.contains("promises") {
                let post = desk.dream(&writer, "Een droom").await?;
                assert_eq!(desk.decide(facilitator, post, 1, "publish").await?.status, 200);
                let made = desk.post(&mine.1, paths::OWN_PROMISES, promise(&post.to_string())).await?.json();
                let id: Uuid = made["id"].as_str().ok_or("no promise")?.parse()?;
                let saying = made["sayings"][0]["id"].as_str().ok_or("no saying")?;
                if !template.ends_with("/decision") {
                    let yes = json!({"saying": saying, "decision": "publish"});
                    assert_eq!(desk.post(facilitator, &paths::promise_decision(id), yes).await?.status, 200);
                }
                path = path.replace("{post}", &post.to_string()).replace("{promise}", &id.to_string());
                text = text.map(|text| text.replace("{post}", &post.to_string()).replace("{saying}", saying));
            }
            let body = text.and_then(|text| serde_json::from_str(&text).ok());
            let status = desk.call(caller, method.clone(), &path, body).await?.status.as_u16();
            if status != expected {
                wrong.push(format!("{method} {template} by {who}: {status}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

#[tokio::test]
async fn the_table_above_knows_every_call_of_the_document() -> Outcome {
    let desk = Desk::start().await?;
    let document = desk.get(&Caller::Anonymous, paths::OPENAPI).await?.json();
    let known: Vec<(String, String)> = rows()
        .into_iter()
        .map(|Row(method, template, ..)| {
            let path = template.split('?').next().unwrap_or_default();
            let parts = path.split('/').map(|part| match part {
                "hear" => "{support}",
                // In an address of its own it is the id, and beside a post the answer.
                "{answer}" if path.contains("{p") => "{answer}",
                "{promise}" if path.contains("{post}") => "{promise}",
                part if part.starts_with('{') => "{id}",
                part => part,
            });
            (method.as_str().to_lowercase(), parts.collect::<Vec<_>>().join("/"))
        })
        .collect();
    // Signing in and out and a change of keys would change the callers under the table's feet: they have tests of their own.
    let apart =
        [("post", "/api/session"), ("delete", "/api/session"), ("put", "/api/mine/key"), ("delete", "/api/mine")];
    let mut missing = Vec::new();
    for (path, calls) in document["paths"].as_object().ok_or("paths")? {
        for method in calls.as_object().ok_or("calls")?.keys() {
            let is_known = known.iter().any(|(known, at)| known == method && at == path);
            if !is_known && !apart.contains(&(method.as_str(), path.as_str())) {
                missing.push(format!("{method} {path}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
    Ok(())
}

#[tokio::test]
async fn a_follow_key_opens_no_desk_and_a_session_no_posts() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
    assert_eq!(desk.get(&anna, paths::MINE).await?.brief(), (401, "key_missing".to_owned()));
    let key = desk.key();
    assert_eq!(desk.get(&key, paths::QUEUE).await?.brief(), (401, "not_signed_in".to_owned()));
    let forged = Caller::Session(format!("__Host-droombord={}", "A".repeat(43)));
    assert_eq!(desk.get(&forged, paths::QUEUE).await?.brief(), (401, "not_signed_in".to_owned()));
    Ok(())
}

#[tokio::test]
async fn another_site_can_neither_sign_in_nor_decide() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
    let post = desk.dream(&desk.key(), "Een droom").await?;
    let Caller::Session(cookie) = anna else { return Err("no session".into()) };
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        for path in [paths::SESSION.to_owned(), paths::decision(post)] {
            let request = desk.begin(Method::POST, &path, HOST).header("cookie", &cookie).header(name, value);
            let body = json!({"revision": 1, "decision": "publish"});
            let reply = Reply::of(request.json(&body)).await?;
            assert_eq!(reply.brief(), (403, "cross_site".to_owned()), "{name} {path}");
        }
    }
    Ok(())
}

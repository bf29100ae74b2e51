//! Words that show danger: read before all others, by two, and never told to anybody but the desk.

use crate::{
    app::files_with,
    crash::Process,
    long_reader::Phone,
    staff::{Caller, Desk, Outcome, Reply},
};
use droombord_domain::{paths, staff::StaffRole};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

/// Words that show danger, and words that do not.
const DANGER: &str = "Ik wil niet meer leven. Niemand hoort mij.";
const CALM: &str = "Ik lach me dood om mijn broertje.";

async fn desk_of_three() -> Outcome<(Desk, Caller, Caller, Caller)> {
    let desk = Desk::start().await?;
    let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
    let bob = desk.staff("Bob", StaffRole::Facilitator).await?;
    let carla = desk.staff("Carla", StaffRole::Facilitator).await?;
    Ok((desk, anna, bob, carla))
}

fn told(reply: &Reply) -> (u16, String, String) {
    let body = reply.json();
    let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
    (reply.status.as_u16(), text("state"), body["proposal"]["by"].as_str().unwrap_or_default().to_owned())
}

fn is(status: u16, state: &str, proposed_by: &str) -> (u16, String, String) {
    (status, state.to_owned(), proposed_by.to_owned())
}

fn refused(reply: &Reply) -> bool {
    reply.brief() == (409, "needs_another_facilitator".to_owned())
}

fn kinds(reply: &Reply) -> Vec<String> {
    let trail = reply.json()["trail"].as_array().cloned().unwrap_or_default();
    trail.iter().filter_map(|event| event["kind"].as_str().map(str::to_owned)).collect()
}

/// The lowest and highest number by which the queue puts a post, straight from the database.
async fn turn(desk: &Desk, post: Uuid) -> Outcome<i64> {
    sqlx::any::install_default_drivers();
    let url = format!("sqlite://{}", desk.folder().join(droombord_server::data_folder::DATABASE).display());
    let pool = sqlx::AnyPool::connect(&url).await?;
    let row: (i64,) =
        sqlx::query_as("SELECT turn FROM posts WHERE id = $1").bind(post.to_string()).fetch_one(&pool).await?;
    pool.close().await;
    Ok(row.0)
}

#[tokio::test]
async fn danger_stands_on_top_of_the_queue_oldest_first_across_pages() -> Outcome {
    let (desk, anna, ..) = desk_of_three().await?;
    let writer = desk.key();
    let mut sent = Vec::new();
    for (n, text) in [CALM, DANGER, CALM, DANGER, CALM, DANGER].into_iter().enumerate() {
        desk.pass(60);
        let post = desk.dream(&writer, &format!("{text} Dat was nummer {n}.")).await?;
        sent.push((text, post));
    }
    let expected: Vec<Uuid> = [1, 3, 5, 0, 2, 4].iter().map(|at: &usize| sent[*at].1).collect();
    for limit in [1, 2, 4, 100] {
        let mut seen = Vec::new();
        let mut path = format!("{}?limit={limit}", paths::QUEUE);
        loop {
            let page = desk.get(&anna, &path).await?.json();
            assert_eq!(page["waiting"], 6);
            for item in page["items"].as_array().ok_or("items")? {
                let text = item["text"].as_str().unwrap_or_default();
                assert_eq!(
                    item["signals"].as_array().is_some_and(|it| !it.is_empty()),
                    text.starts_with(DANGER),
                    "{text}"
                );
                seen.push(crate::app::id_of(item));
            }
            match page["next_cursor"].as_str() {
                Some(cursor) => path = format!("{}?limit={limit}&cursor={cursor}", paths::QUEUE),
                None => break,
            }
        }
        assert_eq!(seen, expected, "by {limit}");
    }
    let queue = desk.get(&anna, paths::QUEUE).await?.json();
    assert_eq!(queue["oldest_since"], queue["items"][3]["waiting_since"], "how long they wait is told of all");
    Ok(())
}

#[tokio::test]
async fn the_first_reader_proposes_and_another_one_makes_it_hold() -> Outcome {
    let (desk, anna, bob, carla) = desk_of_three().await?;
    let writer = desk.key();
    for (decision, state) in [("publish", "published"), ("decline", "declined")] {
        let post = desk.dream(&writer, DANGER).await?;
        let first = desk.decide(&anna, post, 1, decision).await?;
        assert_eq!(told(&first), is(200, "received", "Anna"), "{decision}");
        assert_eq!(first.json()["proposal"]["decision"], decision);
        assert_eq!(kinds(&first), ["received", "read", "second_reader"]);
        assert_eq!(desk.get(&Caller::Anonymous, &paths::post(post)).await?.status, 404);
        for again in ["publish", "decline"] {
            assert!(refused(&desk.decide(&anna, post, 1, again).await?), "Anna is not both readers");
        }
        // The writer learns that two read, and neither what the first would do nor who.
        let mine = desk.get(&writer, paths::MINE).await?;
        assert!(mine.text.contains("second_reader") && !mine.text.contains("Anna"));
        for word in ["proposal", "signals", "findings", "suicide", "\"turn\""] {
            assert!(!mine.text.contains(word), "{word}");
        }
        assert_eq!(turn(&desk, post).await?, 0, "the flag is there while it is read");
        let second = desk.decide(&bob, post, 1, decision).await?;
        assert_eq!(told(&second), is(200, state, ""), "{decision}");
        assert_eq!(kinds(&second)[..4], ["received", "read", "second_reader", "read"]);
        assert_eq!((second.json()["signals"].clone(), turn(&desk, post).await?), (json!([]), 1), "and then it is gone");
        if state == "declined" {
            for reader in [&anna, &bob] {
                assert!(refused(&desk.decide(reader, post, 1, "reverse").await?), "somebody else must read it");
            }
            assert_eq!(told(&desk.decide(&carla, post, 1, "reverse").await?), is(200, "published", ""));
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_second_reader_may_decide_otherwise() -> Outcome {
    let (desk, anna, bob, _) = desk_of_three().await?;
    let post = desk.dream(&desk.key(), DANGER).await?;
    desk.decide(&anna, post, 1, "publish").await?;
    assert_eq!(told(&desk.decide(&bob, post, 1, "decline").await?), is(200, "declined", ""));
    assert_eq!(desk.get(&Caller::Anonymous, &paths::post(post)).await?.status, 404);
    Ok(())
}

#[tokio::test]
async fn keywords_of_the_first_reader_are_there_for_the_second_and_for_nobody_else() -> Outcome {
    let (desk, anna, bob, _) = desk_of_three().await?;
    let writer = desk.key();
    let post = desk.dream(&writer, DANGER).await?;
    let body = json!({"revision": 1, "decision": "publish", "keywords": ["Thuis", "samen eten"]});
    desk.post(&anna, &paths::decision(post), body).await?;
    let seen = desk.get(&bob, &paths::desk_post(post)).await?.json();
    assert_eq!(seen["proposal"]["keywords"], json!(["thuis", "samen eten"]));
    assert_eq!(seen["keywords"], json!([]));
    assert!(!desk.get(&writer, paths::MINE).await?.text.contains("samen eten"));
    assert!(!desk.get(&bob, paths::KEYWORDS).await?.text.contains("samen eten"));
    Ok(())
}

#[tokio::test]
async fn what_the_first_reader_said_is_about_the_revision_that_was_read() -> Outcome {
    let (desk, anna, bob, _) = desk_of_three().await?;
    let writer = desk.key();
    let post = desk.dream(&writer, DANGER).await?;
    desk.decide(&anna, post, 1, "publish").await?;
    let change = |revision: u32, text: &str| json!({"revision": revision, "draft": {"kind": "dream", "text": text}});
    let changed = desk.call(&writer, Method::PATCH, &paths::post(post), Some(change(1, "Papa slaat mij."))).await?;
    assert_eq!(changed.status, 200);
    assert_eq!(desk.decide(&bob, post, 1, "publish").await?.brief(), (409, "stale_revision".to_owned()));
    // Nobody has read the new words: whoever comes is the first, also Anna.
    let again = desk.decide(&anna, post, 2, "publish").await?;
    assert_eq!(told(&again), is(200, "received", "Anna"));
    // Without danger one is enough.
    let changed = desk.call(&writer, Method::PATCH, &paths::post(post), Some(change(2, CALM))).await?;
    assert_eq!(changed.status, 200);
    assert_eq!(turn(&desk, post).await?, 1);
    assert_eq!(told(&desk.decide(&anna, post, 3, "publish").await?), is(200, "published", ""));
    Ok(())
}

#[tokio::test]
async fn danger_that_comes_in_with_a_change_is_seen() -> Outcome {
    let (desk, anna, ..) = desk_of_three().await?;
    let writer = desk.key();
    desk.dream(&writer, "Een rustige droom.").await?;
    desk.pass(60);
    let post = desk.dream(&writer, CALM).await?;
    let change = json!({"revision": 1, "draft": {"kind": "dream", "text": DANGER}});
    desk.call(&writer, Method::PATCH, &paths::post(post), Some(change)).await?;
    let queue = desk.get(&anna, paths::QUEUE).await?.json();
    assert_eq!(queue["items"][0]["id"], post.to_string());
    assert_eq!(queue["items"][0]["signals"][0]["kind"], "suicide");
    Ok(())
}

#[tokio::test]
async fn of_two_first_readers_at_once_one_proposes_and_the_other_decides() -> Outcome {
    let (desk, anna, bob, _) = desk_of_three().await?;
    let writer = desk.key();
    for _ in 0..10 {
        let post = desk.dream(&writer, DANGER).await?;
        let (one, two) = tokio::join!(desk.decide(&anna, post, 1, "publish"), desk.decide(&bob, post, 1, "publish"));
        assert_eq!((one?.status.as_u16(), two?.status.as_u16()), (200, 200));
        let seen = desk.get(&anna, &paths::desk_post(post)).await?;
        assert_eq!(kinds(&seen), ["received", "read", "second_reader", "read", "published"]);
        // The same one twice at once is still one.
        let post = desk.dream(&writer, DANGER).await?;
        let (one, two) = tokio::join!(desk.decide(&anna, post, 1, "publish"), desk.decide(&anna, post, 1, "publish"));
        let mut statuses = [one?.status.as_u16(), two?.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
        assert_eq!(desk.get(&Caller::Anonymous, &paths::post(post)).await?.status, 404);
    }
    Ok(())
}

#[tokio::test]
async fn with_one_facilitator_the_desk_and_the_operator_are_told() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
    let writer = desk.key();
    let post = desk.dream(&writer, DANGER).await?;
    let calm = desk.dream(&writer, CALM).await?;
    let alone = async |post| Outcome::Ok(desk.get(&anna, &paths::desk_post(post)).await?.json()["alone"].clone());
    assert_eq!((alone(post).await?, alone(calm).await?), (json!(true), json!(false)));
    let ready = async || Outcome::Ok(desk.get(&Caller::Anonymous, "/readyz").await?.json()["warnings"].clone());
    assert_eq!(ready().await?, json!(["few_facilitators"]));
    assert_eq!(told(&desk.decide(&anna, post, 1, "publish").await?), is(200, "received", "Anna"));
    desk.staff("Bob", StaffRole::Facilitator).await?;
    assert_eq!((alone(post).await?, ready().await?), (json!(false), json!([])));
    Ok(())
}

#[tokio::test]
async fn what_the_writer_takes_away_takes_the_proposal_and_the_flag_along() -> Outcome {
    let (desk, anna, ..) = desk_of_three().await?;
    let writer = desk.key();
    let reason = json!({"revision": 1, "decision": "publish", "keywords": ["kwikstaartje"]});
    for erase in [true, false] {
        let post = desk.dream(&writer, DANGER).await?;
        desk.post(&anna, &paths::decision(post), reason.clone()).await?;
        let (method, path) = match erase {
            true => (Method::DELETE, paths::post(post)),
            false => (Method::POST, paths::withdrawal(post)),
        };
        assert!(desk.call(&writer, method, &path, None).await?.status.is_success());
        assert_eq!(turn(&desk, post).await?, 1);
    }
    let post = desk.dream(&writer, DANGER).await?;
    desk.post(&anna, &paths::decision(post), reason).await?;
    assert!(desk.call(&writer, Method::DELETE, &paths::post(post), None).await?.status.is_success());
    assert_eq!(files_with(desk.folder(), "kwikstaartje"), Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn the_desk_sees_what_the_guard_sees_and_nobody_else_does() -> Outcome {
    let (desk, anna, bob, _) = desk_of_three().await?;
    let text = "👩‍👩‍👧 Mijn mentor Sanne belt mij op 06 12345678. Ik woon in Utrecht, wij zijn een drieling.";
    let post = desk.dream(&desk.key(), text).await?;
    let piece = |it: &Value| {
        let at = |name: &str| it[name].as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or_default();
        text.chars().skip(at("start")).take(at("end") - at("start")).collect::<String>()
    };
    let seen = desk.get(&anna, &paths::desk_post(post)).await?.json();
    let findings: Vec<_> = seen["findings"].as_array().cloned().unwrap_or_default();
    let told = |all: &[Value]| -> Vec<_> {
        all.iter().map(|it| (it["kind"].as_str().unwrap_or_default().to_owned(), piece(it))).collect()
    };
    let expected = [("person_name", "Sanne"), ("phone", "06 12345678"), ("city_place", "Utrecht")];
    assert_eq!(told(&findings), expected.map(|(kind, piece)| (kind.to_owned(), piece.to_owned())));
    let together = seen["together"].as_array().cloned().unwrap_or_default();
    assert_eq!(together.len(), 1, "{together:?}");
    let expected = [("place", "Utrecht"), ("rare", "drieling")];
    assert_eq!(
        told(together[0]["facts"].as_array().map(Vec::as_slice).unwrap_or_default()),
        expected.map(|(kind, piece)| (kind.to_owned(), piece.to_owned()))
    );
    assert!(findings.iter().all(|it| it["confidence"].is_u64() && it["cue"].is_string()), "{findings:?}");
    assert_eq!(desk.get(&anna, paths::QUEUE).await?.json()["items"][0]["findings"], seen["findings"]);

    let danger = desk.dream(&desk.key(), DANGER).await?;
    desk.decide(&anna, post, 1, "publish").await?;
    desk.decide(&anna, danger, 1, "publish").await?;
    desk.decide(&bob, danger, 1, "publish").await?;
    for path in [
        paths::POSTS.to_owned(),
        paths::post(post),
        paths::trail(post),
        paths::post(danger),
        paths::trail(danger),
        "/".to_owned(),
        format!("/droom/{danger}"),
    ] {
        let reply = desk.get(&Caller::Anonymous, &path).await?;
        assert_eq!(reply.status, 200, "{path}");
        for word in ["findings", "together", "signals", "suicide", "person_name", "second_reader", "proposal"] {
            assert!(!reply.text.contains(word), "{path} tells of {word}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn words_that_no_newer_guard_has_looked_at_yet_take_two_all_the_same() -> Outcome {
    let (desk, one, two, ..) = desk_of_three().await?;
    let danger = desk.dream(&desk.key(), DANGER).await?;
    let url = format!("sqlite://{}", desk.folder().join(droombord_server::data_folder::DATABASE).display());
    let pool = sqlx::AnyPool::connect(&url).await?;
    sqlx::query("UPDATE posts SET turn = 1").execute(&pool).await?;
    pool.close().await;
    let seen =
        async || Ok::<_, Box<dyn std::error::Error>>(desk.get(&Caller::Anonymous, &paths::post(danger)).await?.status);
    assert_eq!(desk.decide(&one, danger, 1, "publish").await?.status, 200);
    assert_eq!(seen().await?, 404, "one alone");
    assert_eq!(desk.decide(&two, danger, 1, "publish").await?.status, 200);
    assert_eq!(seen().await?, 200);
    Ok(())
}

#[tokio::test]
async fn the_port_opens_before_twenty_thousand_texts_are_looked_at_and_then_they_are() -> Outcome {
    let folder = tempfile::TempDir::new()?;
    let mut process = Process::start(folder.path());
    Phone::new(&process.url).send(DANGER).await;
    process.stop();
    let url = format!("sqlite://{}", folder.path().join(droombord_server::data_folder::DATABASE).display());
    sqlx::any::install_default_drivers();
    let pool = sqlx::AnyPool::connect(&url).await?;
    let (columns,): (String,) =
        sqlx::query_as("SELECT string_agg(name, ', ') FROM pragma_table_info('posts') WHERE name <> 'id'")
            .fetch_one(&pool)
            .await?;
    for statement in [
        // As if an older guard had seen no danger.
        "UPDATE posts SET turn = 1".to_owned(),
        format!(
            "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 20000)
             INSERT INTO posts (id, {columns}) SELECT printf('00000000-0000-4000-8000-%012d', n), {columns} FROM posts, n"
        ),
        "INSERT INTO revisions (post, number, received_at, text)
         SELECT p.id, r.number, r.received_at, 'Wij willen vaker pannenkoeken.' FROM posts p, revisions r WHERE p.id <> r.post"
            .to_owned(),
    ] {
        sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&pool).await?;
    }
    let process = Process::start(folder.path());
    // The guard needs seconds for all of them.
    assert!(process.ready_after < std::time::Duration::from_secs(3), "{:?}", process.ready_after);
    let began = std::time::Instant::now();
    loop {
        let (first,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM posts WHERE turn = 0").fetch_one(&pool).await?;
        if first == 1 {
            return Ok(());
        }
        assert!(began.elapsed().as_secs() < 120, "{first}");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}

#[tokio::test]
async fn a_newer_guard_looks_at_what_waits() -> Outcome {
    let (desk, ..) = desk_of_three().await?;
    let writer = desk.key();
    let (danger, calm) = (desk.dream(&writer, DANGER).await?, desk.dream(&writer, CALM).await?);
    // As if an older guard had seen neither rightly.
    let url = format!("sqlite://{}", desk.folder().join(droombord_server::data_folder::DATABASE).display());
    let pool = sqlx::AnyPool::connect(&url).await?;
    sqlx::query("UPDATE posts SET turn = 1 - turn").execute(&pool).await?;
    pool.close().await;
    assert_eq!((turn(&desk, danger).await?, turn(&desk, calm).await?), (1, 0));
    for _ in 0..2 {
        desk.app.store.look_for_danger().await?;
        assert_eq!((turn(&desk, danger).await?, turn(&desk, calm).await?), (0, 1));
    }
    Ok(())
}

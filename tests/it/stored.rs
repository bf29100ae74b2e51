//! *Wat weten jullie van mij?* (promise 12): every byte under a key is listed, and all of it can be erased at once.

use crate::app::{DAY, TestApp, dream, files_with, new_key, refusal};
use droombord_domain::{api::Decision, follow_key::FollowKey, paths, reason::Reason, support::Support};
use droombord_server::clock::Clock as _;
use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use sqlx::{Connection as _, Row as _, sqlite::SqliteConnection};
use std::path::Path;
use uuid::Uuid;

fn with_key(app: &TestApp, method: Method, path: &str, key: &FollowKey) -> RequestBuilder {
    app.call(method, path).header("authorization", key.to_authorization())
}

async fn stored(app: &TestApp, key: &FollowKey) -> Value {
    let response = with_key(app, Method::GET, paths::MINE_STORED, key).send().await.unwrap();
    assert_eq!(response.status(), 200);
    response.json().await.unwrap()
}

async fn forget(app: &TestApp, key: &FollowKey) {
    assert_eq!(with_key(app, Method::DELETE, paths::MINE, key).send().await.unwrap().status(), 204);
}

/// A board with the posts of somebody and of somebody else, through everything that can happen.
async fn board(key: &FollowKey, other: &FollowKey) -> (TestApp, Vec<Uuid>) {
    let app = TestApp::start().await;
    let published = app.published(key, "Tapuit droomt van een eigen kamer.", &["tapuitje"]).await;
    let reaction =
        app.call(Method::PUT, &paths::support(published, Support::Hear)).header(paths::DEVICE, "ab".repeat(32));
    assert_eq!(reaction.send().await.unwrap().status(), 204);
    // Reactions are told at the daily count.
    app.clock.pass(DAY);
    app.app.store.daily(2, app.clock.now(), None).await.unwrap();
    let declined = app.dream(key, "Tapuit schrijft iets anders.").await;
    app.decide(declined, 1, Decision::Decline, &[], Some(Reason::Unclear)).await;
    let erased = app.dream(key, "Tapuit gaat weg.").await;
    assert_eq!(with_key(&app, Method::DELETE, &paths::post(erased), key).send().await.unwrap().status(), 204);
    app.published(other, "Merel blijft gewoon.", &[]).await;
    (app, vec![published, declined, erased])
}

/// Every row of every table that names one of these ids, as `table: row`.
async fn rows_with(folder: &Path, ids: &[String]) -> Vec<String> {
    let url = format!("sqlite://{}", folder.join("droombord.sqlite").display());
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'";
    let mut found = Vec::new();
    for table in sqlx::query(tables).fetch_all(&mut connection).await.unwrap() {
        let name: String = table.get(0);
        let columns = sqlx::query(sqlx::AssertSqlSafe(format!("SELECT name FROM pragma_table_info('{name}')")));
        let columns: Vec<String> =
            columns.fetch_all(&mut connection).await.unwrap().iter().map(|row| row.get(0)).collect();
        let all =
            columns.iter().map(|column| format!("ifnull(\"{column}\", '')")).collect::<Vec<_>>().join(" || '|' || ");
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!("SELECT cast({all} AS TEXT) FROM \"{name}\"")));
        for row in rows.fetch_all(&mut connection).await.unwrap() {
            let text: String = row.get(0);
            if ids.iter().any(|id| text.contains(id.as_str())) {
                found.push(format!("{name}: {text}"));
            }
        }
    }
    found
}

#[tokio::test]
async fn every_row_that_names_a_post_or_its_key_is_listed_and_nothing_of_anybody_else() {
    let (key, other) = (new_key(), new_key());
    let (app, posts) = board(&key, &other).await;
    let listed = stored(&app, &key).await;
    assert_eq!(listed["backup_days"], 30);
    let text = listed.to_string();
    assert!(text.contains("Tapuit droomt van een eigen kamer.") && text.contains("tapuitje"));
    assert!(!text.contains("Merel") && !text.contains(&"ab".repeat(32)));
    let tables = listed["tables"].as_array().unwrap();
    let rows_of = |table: &str| {
        let all = tables.iter().find(|it| it["table"] == table).unwrap()["rows"].as_array().unwrap();
        all.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(rows_of("revisions").len(), 2, "the erased one has no words");
    // By hand: what is in the database is in the list, row for row.
    let ids: Vec<String> = posts.iter().map(ToString::to_string).collect();
    for row in rows_with(app.folder.path(), &ids).await {
        let table = row.split(':').next().unwrap();
        assert!(!rows_of(table).is_empty(), "{row}");
    }
    let in_database = rows_with(app.folder.path(), &ids).await.len();
    let with_ids: usize =
        ["posts", "revisions", "trail", "decisions", "keywords", "post_words", "supports", "idempotency"]
            .map(|table| rows_of(table).len())
            .into_iter()
            .sum();
    assert_eq!(with_ids, in_database);
    assert_eq!(rows_of("chain").len(), rows_of("trail").len());
    assert_eq!(rows_of("keys").len(), 1);
}

#[tokio::test]
async fn everything_under_a_key_is_erased_at_once_and_the_trail_is_still_whole() {
    let (key, other) = (new_key(), new_key());
    let (app, posts) = board(&key, &other).await;
    let attempt = Uuid::new_v4();
    let sent = app.sending(&key, attempt, &dream("Tapuit nog eens.")).send().await.unwrap();
    assert_eq!(sent.status(), 201);
    let listed = stored(&app, &key).await;
    let row_of = |table: &str, column: usize| {
        let rows = listed["tables"].as_array().unwrap().iter().find(|it| it["table"] == table).unwrap();
        rows["rows"][0][column]["value"].as_str().unwrap().to_owned()
    };
    let (key_id, hash, salt) = (row_of("keys", 0), row_of("keys", 1), row_of("trail_salts", 1));
    forget(&app, &key).await;
    for gone in ["Tapuit", "tapuit", &key_id, &hash, &salt] {
        assert_eq!(files_with(app.folder.path(), gone), Vec::<String>::new(), "{gone} is gone at once");
    }
    for path in [paths::MINE, paths::MINE_STORED] {
        let refused = refusal(with_key(&app, Method::GET, path, &key)).await;
        assert_eq!(refused, (401, "key_unknown".to_owned()));
    }
    let again = refusal(with_key(&app, Method::DELETE, paths::MINE, &key)).await;
    assert_eq!(again, (401, "key_unknown".to_owned()));
    // What stays names no key, no word and no moment of the writer.
    let ids: Vec<String> = posts.iter().map(ToString::to_string).collect();
    let left = rows_with(app.folder.path(), &ids).await;
    for row in &left {
        let table = row.split(':').next().unwrap();
        assert!(["posts", "decisions", "idempotency"].contains(&table), "{row}");
        assert!(table != "posts" || row.contains("||erased|1|0|||||0|||||0||0|||"), "{row}");
    }
    assert_eq!(refusal(app.sending(&key, attempt, &dream("Tapuit nog eens."))).await, (410, "erased".to_owned()));
    let proof = app.app.store.prove(&[]).await.unwrap();
    assert_eq!((proof.events, proof.faults), (15, vec![]));
    assert_eq!(app.mine(&other).await["items"].as_array().unwrap().len(), 1, "nobody else lost anything");
    // The words may be used again: it is a new key.
    app.dream(&key, "Weer van voren af aan.").await;
    assert_eq!(app.mine(&key).await["items"].as_array().unwrap().len(), 1);
    let folder = app.stop().await;
    assert_eq!(files_with(folder.path(), "Tapuit"), Vec::<String>::new(), "and after stopping");
}

#[tokio::test]
async fn the_trail_of_a_post_that_is_somebodys_is_still_never_shortened() {
    let (key, other) = (new_key(), new_key());
    let (app, _) = board(&key, &other).await;
    let url = format!("sqlite://{}", app.folder.path().join("droombord.sqlite").display());
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    sqlx::query("PRAGMA foreign_keys = OFF").execute(&mut connection).await.unwrap();
    assert!(sqlx::query("DELETE FROM trail").execute(&mut connection).await.is_err());
}

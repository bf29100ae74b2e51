//! No table has a field for who a visitor is (promise 2): every table and every column of the real database is looked at.

use crate::app::{TestApp, Wish, dream, files_with, new_key};
use droombord_server::{data_folder::DATABASE, settings::Given};
use sqlx::{AnyConnection, AssertSqlSafe, Connection as _, Row as _};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What a column is called that can hold the way to a person, or the trace of one. Any part of a name counts:
/// `remote_addr` has two of them.
const CONTACT: [&str; 37] = [
    "addr",
    "address",
    "agent",
    "birth",
    "birthday",
    "born",
    "browser",
    "city",
    "contact",
    "device",
    "email",
    "fingerprint",
    "firstname",
    "forwarded",
    "geo",
    "host",
    "ip",
    "lastname",
    "latitude",
    "location",
    "longitude",
    "mac",
    "mail",
    "mobile",
    "naam",
    "name",
    "origin",
    "peer",
    "phone",
    "postcode",
    "referer",
    "referrer",
    "street",
    "surname",
    "tel",
    "town",
    "zip",
];

/// What is called so and is no contact, each with its reason. Whoever adds a line here says why.
const ALLOWED: [(&str, &str); 12] = [
    // A member of staff chooses it: it stands behind their decisions. Visitors have no account.
    ("accounts", "name"),
    ("accounts", "folded_name"),
    // The first name, of their own choice, by which answerers sign: everybody reads it.
    ("answers", "by_name"),
    // Organisations, not people.
    ("organisations", "name"),
    ("organisations", "folded_name"),
    // A functional address of the organisation, which an administrator sets so that it is reminded.
    ("organisations", "mail"),
    // The name of a job, such as `erase_old`.
    ("jobs", "name"),
    // A keyed hash of what the device made for this one post: the same device is another one at the next post.
    ("supports", "device"),
    // Message authentication codes.
    ("idempotency", "key_mac"),
    ("idempotency", "body_mac"),
    ("reports", "key_mac"),
    ("reports", "body_mac"),
];

/// All tables there are. A new one is looked at here before it can hold anything.
const TABLES: [&str; 38] = [
    "_sqlx_migrations",
    "absences",
    "account_events",
    "accounts",
    "answer_decisions",
    "answers",
    "askings",
    "chain",
    "chain_end",
    "claims",
    "decisions",
    "facets",
    "facts",
    "forgotten",
    "hand_backs",
    "idempotency",
    "jobs",
    "keys",
    "keywords",
    "known_time",
    "notes",
    "organisation_reads",
    "organisations",
    "post_words",
    "posts",
    "promise_posts",
    "promise_sayings",
    "promises",
    "proposals",
    "reports",
    "revisions",
    "sessions",
    "supports",
    "trail",
    "trail_salts",
    "unreleased",
    "verdicts",
    "word_lists",
];

/// Types of what a column holds. Anything else (a blob, JSON) could hide a contact in it.
const TYPES: [&str; 2] = ["TEXT", "INTEGER"];

fn is_contact(column: &str) -> bool {
    column.to_lowercase().split('_').any(|part| CONTACT.contains(&part))
}

async fn columns(connection: &mut AnyConnection) -> Vec<(String, String, String)> {
    // A view keeps nothing of its own.
    let tables = "SELECT CAST(name AS TEXT) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(&mut *connection).await.unwrap();
    let mut all = Vec::new();
    for table in tables {
        let sql = format!("SELECT CAST(name AS TEXT), CAST(type AS TEXT) FROM pragma_table_xinfo('{table}')");
        for row in sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut *connection).await.unwrap() {
            all.push((table.clone(), row.get(0), row.get(1)));
        }
    }
    all
}

/// The faults of a schema, in words.
fn faults(columns: &[(String, String, String)]) -> Vec<String> {
    let mut faults = Vec::new();
    let tables: BTreeSet<&str> = columns.iter().map(|(table, _, _)| table.as_str()).collect();
    for table in tables.iter().filter(|table| !TABLES.contains(*table)) {
        faults.push(format!("the table {table} is new: say in docs/privacy.md what it keeps, and name it here"));
    }
    for (table, column, kind) in columns {
        if is_contact(column) && !ALLOWED.contains(&(table, column)) {
            faults.push(format!("{table}.{column} can hold who somebody is"));
        }
        if !TYPES.contains(&kind.as_str()) && table != "_sqlx_migrations" {
            faults.push(format!("{table}.{column} is {kind}: nobody can see what is in it"));
        }
    }
    faults
}

#[tokio::test]
async fn no_table_has_a_field_for_who_a_visitor_is() {
    let app = TestApp::start().await;
    let folder = app.stop().await;
    let url = format!("sqlite://{}", folder.path().join(DATABASE).display());
    let mut connection = AnyConnection::connect(&url).await.unwrap();
    let there = columns(&mut connection).await;
    assert!(there.len() > 50, "the schema must be seen: {there:?}");
    assert_eq!(faults(&there), Vec::<String>::new());
    // What this test is for is really found, in the same database.
    for (change, hint) in [
        ("ALTER TABLE posts ADD COLUMN mail TEXT", "posts.mail"),
        ("ALTER TABLE revisions ADD COLUMN remote_addr TEXT", "revisions.remote_addr"),
        ("ALTER TABLE trail ADD COLUMN extra BLOB", "trail.extra"),
        ("ALTER TABLE posts ADD COLUMN user_agent TEXT GENERATED ALWAYS AS (lang)", "posts.user_agent"),
        ("CREATE TABLE visits (id INTEGER PRIMARY KEY, at INTEGER NOT NULL)", "visits"),
    ] {
        sqlx::query(change).execute(&mut connection).await.unwrap();
        let found = faults(&columns(&mut connection).await);
        assert!(found.iter().any(|fault| fault.contains(hint)), "{hint}: {found:?}");
    }
}

#[tokio::test]
async fn what_a_request_tells_of_its_sender_is_in_no_file() {
    let settings = Given { trusted_proxy: vec!["127.0.0.1/32".parse().unwrap()], ..Given::default() };
    let app = TestApp::start_as(Wish { settings, ..Wish::default() }).await;
    let sending = app
        .sending(&new_key(), Uuid::new_v4(), &dream("Scholekster."))
        .header("user-agent", "Zeemeeuw/7.3")
        .header("x-forwarded-for", "198.51.100.77")
        .header("accept-language", "fy-NL,kokmeeuw")
        .header("cookie", "stormmeeuw=1");
    assert_eq!(sending.send().await.unwrap().status(), 201);
    assert!(!files_with(app.folder.path(), "Scholekster").is_empty(), "the words are kept");
    for trace in ["Zeemeeuw", "198.51.100.77", "kokmeeuw", "stormmeeuw", "127.0.0.1"] {
        assert_eq!(files_with(app.folder.path(), trace), Vec::<String>::new(), "{trace}");
    }
}

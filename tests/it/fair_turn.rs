//! Every post gets a fair turn to be read (promise 8): the order of the board, by a clock that can be set.

use crate::app::{TestApp, Wish, new_key, refusal};
use droombord_server::data_folder::DATABASE;
use serde_json::Value;
use sqlx::{AnyConnection, Connection as _};
use std::collections::BTreeMap;

const HOUR: i64 = 60 * 60;

async fn page(app: &TestApp, query: &str) -> (Vec<String>, Option<String>) {
    let response = app.get(&format!("/api/posts?{query}")).send().await.unwrap();
    assert_eq!(response.status(), 200, "{query}");
    let page: Value = response.json().await.unwrap();
    let texts = page["items"].as_array().unwrap().iter().map(|post| post["text"].as_str().unwrap().to_owned());
    (texts.collect(), page["next_cursor"].as_str().map(str::to_owned))
}

async fn texts(app: &TestApp, query: &str) -> Vec<String> {
    page(app, query).await.0
}

/// What the server does by itself.
async fn jobs(app: &TestApp) {
    app.app.write_exposures().await.unwrap();
    app.app.store.daily(2, droombord_server::clock::Clock::now(app.clock.as_ref()), None).await.unwrap();
}

/// How often each post was shown, as the database knows it.
async fn shown(app: &TestApp) -> BTreeMap<String, i64> {
    let url = format!("sqlite://{}", app.folder.path().join(DATABASE).display());
    let mut connection = AnyConnection::connect(&url).await.unwrap();
    let sql = "SELECT r.text, p.shown FROM posts p JOIN revisions r ON r.post = p.id";
    let rows: Vec<(String, i64)> = sqlx::query_as(sql).fetch_all(&mut connection).await.unwrap();
    rows.into_iter().collect()
}

/// Posts with these words, one a minute.
async fn hang(app: &TestApp, words: &[&str]) {
    for word in words {
        app.published(&new_key(), word, &[]).await;
        app.clock.pass(60);
    }
}

#[tokio::test]
async fn what_was_shown_least_comes_first_and_the_order_holds_for_a_day() {
    let app = TestApp::start().await;
    hang(&app, &["een", "twee", "drie", "vier", "vijf"]).await;
    jobs(&app).await;
    // Nothing was shown before: the newest first.
    for _ in 0..3 {
        assert_eq!(texts(&app, "limit=2").await, ["vijf", "vier"]);
    }
    let (_, cursor) = page(&app, "limit=2").await;
    assert_eq!(texts(&app, &format!("limit=2&cursor={}", cursor.unwrap())).await, ["drie", "twee"]);
    // It is one o'clock in Amsterdam: until midnight nothing moves.
    app.clock.pass(10 * HOUR);
    jobs(&app).await;
    assert_eq!(texts(&app, "limit=5").await, ["vijf", "vier", "drie", "twee", "een"]);
    assert_eq!(texts(&app, "order=unread&limit=5").await, ["vijf", "vier", "drie", "twee", "een"]);
    app.clock.pass(HOUR);
    jobs(&app).await;
    // By now "een" was shown twice, "drie" and "twee" three times, "vijf" and "vier" six times.
    assert_eq!(texts(&app, "limit=5").await, ["een", "drie", "twee", "vijf", "vier"]);
    // Who comes on the board was never shown, and moves nobody else.
    hang(&app, &["zes"]).await;
    assert_eq!(texts(&app, "limit=6").await, ["zes", "een", "drie", "twee", "vijf", "vier"]);
    assert_eq!(texts(&app, "order=newest").await, ["zes", "vijf", "vier", "drie", "twee", "een"]);
}

#[tokio::test]
async fn in_a_few_days_every_post_has_hung_in_front() {
    let app = TestApp::start().await;
    let words = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht"];
    hang(&app, &words).await;
    let mut in_front = std::collections::BTreeSet::new();
    for day in 0..4 {
        jobs(&app).await;
        for _ in 0..=day * 3 {
            in_front.extend(texts(&app, "limit=2").await);
        }
        app.clock.pass(24 * HOUR);
    }
    assert_eq!(in_front.len(), words.len(), "however many came to read: {in_front:?}");
}

#[tokio::test]
async fn pages_neither_double_nor_skip_while_the_board_is_read_and_posts_come() {
    let app = TestApp::start().await;
    hang(&app, &["1", "2", "3", "4", "5", "6", "7"]).await;
    texts(&app, "limit=3").await;
    app.clock.pass(24 * HOUR);
    jobs(&app).await;
    let mut seen = Vec::new();
    let mut cursor = String::new();
    loop {
        let (texts, next) = page(&app, &format!("limit=2{cursor}")).await;
        seen.extend(texts);
        hang(&app, &[&format!("nieuw na {}", seen.len())]).await;
        jobs(&app).await;
        match next {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(seen, ["4", "3", "2", "1", "7", "6", "5"]);
    // A cursor of yesterday still leads on, and one of the other order does not.
    let (_, cursor) = page(&app, "limit=2").await;
    app.clock.pass(24 * HOUR);
    jobs(&app).await;
    let cursor = cursor.unwrap();
    texts(&app, &format!("limit=2&cursor={cursor}")).await;
    let other = app.get(&format!("/api/posts?limit=2&order=newest&cursor={cursor}"));
    assert_eq!(refusal(other).await, (400, "invalid_cursor".to_owned()));
}

#[tokio::test]
async fn every_page_that_shows_posts_counts_and_only_a_number_is_kept() {
    for no_cache in [false, true] {
        let app = TestApp::start_as(Wish { no_cache, ..Wish::default() }).await;
        hang(&app, &["een", "twee"]).await;
        jobs(&app).await;
        for path in ["/", "/en/", "/?kind=dream", "/?order=newest", "/?view=list", "/", "/?kind=story", "/over"] {
            app.body(path).await;
        }
        texts(&app, "limit=1&order=newest").await;
        texts(&app, "q=een").await;
        // Nothing is written while somebody reads.
        assert_eq!(shown(&app).await, [("een".to_owned(), 0), ("twee".to_owned(), 0)].into());
        app.app.write_exposures().await.unwrap();
        assert_eq!(shown(&app).await, [("een".to_owned(), 7), ("twee".to_owned(), 7)].into());
        app.app.write_exposures().await.unwrap();
        assert_eq!(shown(&app).await["een"], 7, "once");
    }
}

#[tokio::test]
async fn nobody_pushes_a_post_back_by_loading_it_again_and_again() {
    let app = TestApp::start_as(Wish { limits: true, ..Wish::default() }).await;
    hang(&app, &["een"]).await;
    for _ in 0..100 {
        texts(&app, "").await;
    }
    jobs(&app).await;
    assert_eq!(shown(&app).await["een"], 40);
}

#[tokio::test]
async fn no_order_follows_reactions() {
    let app = TestApp::start().await;
    for order in ["hear", "join", "support", "top", "popular", "supports", "-newest"] {
        let (status, code) = refusal(app.get(&format!("/api/posts?order={order}"))).await;
        assert_eq!((status, code.as_str()), (422, "invalid_fields"), "{order}");
    }
}

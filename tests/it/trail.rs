//! The trail is a chain (promise 5): whatever is altered, deleted or inserted behind the server's back, the proof names it.

use crate::{
    app::{DAY, TestApp, new_key},
    crash::program,
};
use droombord_domain::{api::Decision, reason::Reason};
use droombord_server::{
    clock::Clock as _,
    data_folder::HEADS,
    store::{Fault, Head, heads_of},
};
use sqlx::{Connection as _, sqlite::SqliteConnection};
use std::{path::Path, process::Command};

/// Six events: received, read, published (twice).
async fn board() -> TestApp {
    let app = TestApp::start().await;
    for text in ["Een droom.", "Nog een droom."] {
        app.published(&new_key(), text, &[]).await;
    }
    app
}

/// What somebody does who has the database, past every trigger.
async fn by_hand(folder: &Path, statements: &[&'static str]) {
    let url = format!("sqlite://{}", folder.join("droombord.sqlite").display());
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    let guards = [
        "PRAGMA foreign_keys = OFF",
        "DROP TRIGGER trail_is_never_changed",
        "DROP TRIGGER trail_is_never_shortened",
        "DROP TRIGGER trail_salts_are_never_changed",
        "DROP TRIGGER chain_is_never_changed",
        "DROP TRIGGER chain_is_never_shortened",
    ];
    for statement in guards.iter().chain(statements) {
        sqlx::query(*statement).execute(&mut connection).await.unwrap();
    }
    connection.close().await.unwrap();
}

async fn faults(app: &TestApp) -> Vec<Fault> {
    app.app.store.prove(&[]).await.unwrap().faults
}

#[tokio::test]
async fn a_trail_that_nobody_touched_is_whole() {
    let app = board().await;
    let id = app.published(&new_key(), "Weer een droom.", &[]).await;
    app.decide(id, 1, Decision::TakeDown, &[], Some(Reason::Recognisable)).await;
    let proof = app.app.store.prove(&[]).await.unwrap();
    assert_eq!((proof.events, proof.faults), (11, vec![]));
}

#[tokio::test]
async fn every_alteration_deletion_and_insertion_is_named() {
    let new =
        "INSERT INTO trail (id, post, kind, at, revision) SELECT 7, post, 'verdict', at, 1 FROM trail WHERE id = 6";
    let table: [(&[&'static str], &[Fault]); 13] = [
        (&["UPDATE trail SET at = at + 1 WHERE id = 3"], &[Fault::Altered(3)]),
        (&["UPDATE trail SET kind = 'declined' WHERE id = 6"], &[Fault::Altered(6)]),
        (&["UPDATE trail SET reason = '' WHERE id = 2"], &[Fault::Altered(2)]),
        (&["UPDATE trail SET account = NULL WHERE id = 2"], &[Fault::Altered(2)]),
        (&["UPDATE trail SET post = (SELECT post FROM trail WHERE id = 4) WHERE id = 1"], &[Fault::Altered(1)]),
        (&["UPDATE trail_salts SET salt = 'ab' WHERE event = 5"], &[Fault::Altered(5)]),
        (&["DELETE FROM trail WHERE id = 4"], &[Fault::Gone(4)]),
        (&["DELETE FROM trail_salts WHERE event = 4"], &[Fault::Altered(4)]),
        (&["UPDATE chain SET commitment = 'ab' WHERE event = 2"], &[Fault::Altered(2), Fault::Broken(2)]),
        (&["DELETE FROM trail WHERE id = 4", "DELETE FROM chain WHERE event = 4"], &[Fault::Broken(5)]),
        (&["DELETE FROM trail WHERE id = 6", "DELETE FROM chain WHERE event = 6"], &[Fault::End(5)]),
        (&[new], &[Fault::Inserted(7)]),
        (
            &[
                new,
                "INSERT INTO trail_salts (event, salt) VALUES (7, 'ab')",
                "INSERT INTO chain (event, commitment, link) SELECT 7, commitment, link FROM chain WHERE event = 6",
            ],
            &[Fault::Altered(7), Fault::Broken(7), Fault::End(7)],
        ),
    ];
    for (statements, expected) in table {
        let app = board().await;
        assert_eq!(faults(&app).await, []);
        by_hand(app.folder.path(), statements).await;
        assert_eq!(faults(&app).await, expected, "{statements:?}");
    }
}

#[tokio::test]
async fn the_database_refuses_to_change_or_shorten_trail_and_chain() {
    let app = board().await;
    let url = format!("sqlite://{}", app.folder.path().join("droombord.sqlite").display());
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    for statement in [
        "UPDATE trail SET at = 0",
        "DELETE FROM trail",
        "UPDATE chain SET link = ''",
        "DELETE FROM chain",
        "UPDATE trail_salts SET salt = ''",
    ] {
        assert!(sqlx::query(statement).execute(&mut connection).await.is_err(), "{statement}");
    }
}

#[tokio::test]
async fn the_head_is_exported_once_a_day_and_shows_a_chain_that_was_put_back() {
    let app = board().await;
    let daily = async || app.app.store.daily(2, app.clock.now(), None).await.unwrap();
    let heads = || heads_of(&app.folder.path().join(HEADS)).unwrap();
    daily().await;
    daily().await;
    app.clock.pass(DAY);
    app.published(&new_key(), "Later.", &[]).await;
    daily().await;
    let days: Vec<_> = heads().into_iter().map(|Head { day, event, .. }| (day, event)).collect();
    assert_eq!(days, [("2026-11-21".to_owned(), 6), ("2026-11-22".to_owned(), 9)]);
    // Somebody with the database and its secret, but without the heads, puts everything back to the first day.
    let elsewhere = heads();
    std::fs::remove_file(app.folder.path().join(HEADS)).unwrap();
    by_hand(
        app.folder.path(),
        &["DELETE FROM trail_salts", "DELETE FROM chain", "DELETE FROM chain_end", "DELETE FROM trail WHERE id > 6"],
    )
    .await;
    daily().await;
    app.published(&new_key(), "Alsof er niets was.", &[]).await;
    assert_eq!(faults(&app).await, [], "the chain alone cannot show it");
    let proof = app.app.store.prove(&elsewhere).await.unwrap();
    assert_eq!(proof.faults, elsewhere.into_iter().map(Fault::NotAsExported).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_trail_that_is_older_than_the_chain_is_committed_to_once() {
    let app = board().await;
    by_hand(app.folder.path(), &["DELETE FROM trail_salts", "DELETE FROM chain", "DELETE FROM chain_end"]).await;
    app.published(&new_key(), "De eerste na het bijwerken.", &[]).await;
    let proof = app.app.store.prove(&[]).await.unwrap();
    assert_eq!((proof.events, proof.faults), (9, vec![]));
}

#[tokio::test]
async fn the_command_says_whether_the_trail_is_whole() {
    let app = board().await;
    let folder = app.stop().await;
    let prove = || {
        let output = Command::new(program()).args(["trail", "prove", "--data"]).arg(folder.path()).output().unwrap();
        let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        (output.status.success(), said)
    };
    let (whole, said) = prove();
    assert!(whole && said.contains("The trail is whole: 6 events"), "{said}");
    by_hand(folder.path(), &["UPDATE trail SET kind = 'declined' WHERE id = 3"]).await;
    let (whole, said) = prove();
    assert!(!whole && said.contains("event 3 was altered"), "{said}");
    std::fs::remove_file(folder.path().join("secret")).unwrap();
    let (whole, said) = prove();
    assert!(!whole && said.contains("holds no secret"), "{said}");
    assert!(!folder.path().join("secret").exists(), "proving makes no new one");
}

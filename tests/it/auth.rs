//! Signing in, from outside.

use crate::staff::{Caller, Desk, HOST, Outcome, PASSWORD, Reply};
use droombord_domain::{paths, staff::StaffRole};
use droombord_server::{auth::delay::Pace, settings::Given, store::accounts::Doing};
use reqwest::{Method, header};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

async fn try_in(desk: &Desk, body: Value) -> Outcome<(u16, String)> {
    Ok(desk.post(&Caller::Anonymous, paths::SESSION, body).await?.brief())
}

fn failed() -> (u16, String) {
    (401, "sign_in_failed".to_owned())
}

#[tokio::test]
async fn whatever_is_wrong_is_not_said() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.account("Anna", StaffRole::Facilitator).await?;
    let gone = desk.account("Weg", StaffRole::Facilitator).await?;
    desk.app.store.disable_account(gone.id, false, Doing { by: None, at: 0 }).await?;
    let right = desk.code(&anna.secret);
    for (what, body) in [
        ("name", json!({"name": "Niemand", "password": PASSWORD, "code": right})),
        ("password", json!({"name": "Anna", "password": "iets heel anders", "code": right})),
        ("password, no code", json!({"name": "Anna", "password": "iets heel anders"})),
        ("empty password", json!({"name": "Anna", "password": "", "code": right})),
        ("code", json!({"name": "Anna", "password": PASSWORD, "code": "000000"})),
        ("no digits", json!({"name": "Anna", "password": PASSWORD, "code": "zes"})),
        ("disabled", json!({"name": "Weg", "password": PASSWORD, "code": desk.code(&gone.secret)})),
        ("disabled, no code", json!({"name": "Weg", "password": PASSWORD})),
    ] {
        assert_eq!(try_in(&desk, body).await?, failed(), "{what}");
    }
    assert_eq!(
        try_in(&desk, json!({"name": "anna", "password": PASSWORD})).await?,
        (401, "second_factor_required".to_owned())
    );
    assert_eq!(try_in(&desk, json!({"name": " ANNA ", "password": PASSWORD, "code": right})).await?.0, 200);
    Ok(())
}

#[tokio::test]
async fn a_code_counts_once_and_not_two_steps_late() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.account("Anna", StaffRole::Facilitator).await?;
    let code = desk.code(&anna.secret);
    let body = || json!({"name": "Anna", "password": PASSWORD, "code": code});
    desk.pass(30);
    assert_eq!(try_in(&desk, body()).await?.0, 200, "one step late");
    assert_eq!(try_in(&desk, body()).await?, failed(), "again");
    let late = desk.code(&anna.secret);
    desk.pass(60);
    assert_eq!(try_in(&desk, json!({"name": "Anna", "password": PASSWORD, "code": late})).await?, failed());
    assert_eq!(desk.sign_in(&anna).await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn of_two_sign_ins_with_one_code_one_gets_in() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.account("Anna", StaffRole::Facilitator).await?;
    let (one, two) = tokio::join!(desk.sign_in(&anna), desk.sign_in(&anna));
    let mut statuses = [one?.status.as_u16(), two?.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 401]);
    Ok(())
}

#[tokio::test]
async fn what_is_sent_wrongly_is_told_by_field() -> Outcome {
    let desk = Desk::start().await?;
    let reply = desk.post(&Caller::Anonymous, paths::SESSION, json!({"name": 5, "pasword": "x"})).await?;
    assert_eq!(reply.brief(), (422, "invalid_fields".to_owned()));
    let fields: Vec<_> = reply.json()["fields"].as_array().cloned().unwrap_or_default();
    let fields: Vec<_> = fields.iter().filter_map(|it| it["field"].as_str().map(str::to_owned)).collect();
    assert_eq!(fields, ["name", "password", "pasword"]);
    Ok(())
}

#[tokio::test]
async fn the_cookie_is_for_this_host_and_out_of_reach_of_scripts() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.account("Anna", StaffRole::Facilitator).await?;
    let lines = |reply: &Reply| -> Vec<String> {
        let lines = reply.headers.get_all(header::SET_COOKIE);
        lines.iter().filter_map(|line| line.to_str().ok()).map(str::to_owned).collect()
    };
    let reply = desk.sign_in(&anna).await?;
    let given = lines(&reply);
    assert_eq!(given.len(), 1, "{given:?}");
    assert!(given[0].starts_with("__Host-droombord="), "{given:?}");
    assert!(given[0].ends_with("; HttpOnly; Secure; SameSite=Strict; Path=/"), "{given:?}");
    assert_eq!(reply.headers[header::CACHE_CONTROL], "no-store");
    let out =
        desk.call(&Caller::Session(reply.cookie().ok_or("cookie")?), Method::DELETE, paths::SESSION, None).await?;
    assert_eq!(out.status, 204);
    assert!(lines(&out)[0].starts_with("__Host-droombord=;") && lines(&out)[0].contains("Max-Age=0"));
    // The token is nowhere on the disk.
    let token =
        reply.cookie().and_then(|pair| pair.split_once('=').map(|(_, token)| token.to_owned())).ok_or("token")?;
    for file in std::fs::read_dir(desk.folder())? {
        let bytes = std::fs::read(file?.path())?;
        assert!(!bytes.windows(token.len()).any(|window| window == token.as_bytes()));
    }
    Ok(())
}

#[tokio::test]
async fn a_browser_that_would_not_keep_the_session_is_told_so() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.account("Anna", StaffRole::Facilitator).await?;
    for (origin, answer) in [
        ("http://192.168.1.5:8080", (403, "needs_https")),
        ("http://board.local", (403, "needs_https")),
        ("https://board.example", (200, "")),
        ("http://localhost:8080", (200, "")),
        ("http://127.0.0.1:8080", (200, "")),
        ("http://[::1]:8080", (200, "")),
    ] {
        desk.pass(30);
        let host = origin.split_once("://").map(|(_, host)| host).ok_or("host")?;
        let body = json!({"name": "Anna", "password": PASSWORD, "code": desk.code(&anna.secret)});
        let request = desk.begin(Method::POST, paths::SESSION, host).header(header::ORIGIN, origin).json(&body);
        let reply = Reply::of(request).await?;
        assert_eq!(reply.brief(), (answer.0, answer.1.to_owned()), "{origin}");
        assert_eq!(reply.headers.contains_key(header::SET_COOKIE), answer.0 == 200, "{origin}");
    }
    let ready = desk.get(&Caller::Anonymous, "/readyz").await?.json();
    assert!(ready["warnings"].as_array().is_some_and(|all| all.iter().any(|it| it == "plain_http")), "{ready}");
    Ok(())
}

#[tokio::test]
async fn a_cookie_without_prefix_counts_only_over_plain_http_on_the_machine_itself() -> Outcome {
    let plain = Desk::start().await?;
    let secure =
        Desk::with(Pace::off(), Given { public_url: Some("https://droombord.example".to_owned()), ..Given::default() })
            .await?;
    for (desk, host, cookies) in
        [(&plain, "127.0.0.1:8080", 2), (&plain, "board.example", 1), (&secure, "localhost", 1)]
    {
        let anna = desk.account(host, StaffRole::Facilitator).await?;
        let body = json!({"name": host, "password": PASSWORD, "code": desk.code(&anna.secret)});
        let reply = Reply::of(desk.begin(Method::POST, paths::SESSION, host).json(&body)).await?;
        assert_eq!(reply.headers.get_all(header::SET_COOKIE).iter().count(), cookies, "{host}");
        let pair = reply.cookie().ok_or("cookie")?.replace("__Host-droombord", "droombord-loopback");
        let again = Reply::of(desk.begin(Method::GET, paths::SESSION, host).header(header::COOKIE, pair)).await?;
        assert_eq!(again.status, if cookies == 2 { 200 } else { 401 }, "{host}");
    }
    Ok(())
}

/// A call that only reads, as a person makes it.
async fn read_by_hand(desk: &Desk, who: &Caller, path: &str) -> Outcome<Reply> {
    let Caller::Session(cookie) = who else { return Err("nobody is signed in".into()) };
    let request = desk.begin(Method::GET, path, HOST).header(header::COOKIE, cookie).header(paths::USE, "1");
    Reply::of(request).await
}

#[tokio::test]
async fn an_hour_without_use_or_eight_hours_end_a_session() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.account("Anna", StaffRole::Facilitator).await?;
    let idle = desk.signed_in(&anna).await?;
    desk.pass(60 * 60 - 1);
    assert_eq!(read_by_hand(&desk, &idle, paths::SESSION).await?.status, 200);
    desk.pass(60 * 60);
    assert_eq!(desk.get(&idle, paths::SESSION).await?.brief(), (401, "not_signed_in".to_owned()));
    let busy = desk.signed_in(&anna).await?;
    for _ in 0..15 {
        desk.pass(30 * 60);
        assert_eq!(read_by_hand(&desk, &busy, paths::SESSION).await?.status, 200);
    }
    desk.pass(30 * 60);
    assert_eq!(read_by_hand(&desk, &busy, paths::SESSION).await?.status, 401);
    Ok(())
}

#[tokio::test]
async fn what_a_page_asks_by_itself_is_no_use() -> Outcome {
    let desk = Desk::start().await?;
    let post = desk.dream(&desk.key(), "Ik droom van de zee.").await?;
    let (_, answerer) = desk.organisation("Jeugdhulp Vlierpad").await?;
    let reader = desk.staff("Anna", StaffRole::Facilitator).await?;
    let administrator = desk.staff("Bea", StaffRole::Administrator).await?;
    let both = [paths::SESSION, paths::SESSIONS].map(str::to_owned);
    let reading = [
        paths::QUEUE,
        paths::REPORTS,
        paths::SIMILAR,
        paths::KEYWORDS,
        paths::ANSWERS_TO_READ,
        paths::DESK_PROMISES,
        "/api/moderation/log.csv?from=2026-11-01&until=2026-11-02",
    ];
    let own = reading.map(str::to_owned).into_iter().chain([paths::desk_post(post), paths::asks(post)]);
    for (who, calls) in [
        (&reader, own.collect::<Vec<_>>()),
        (&administrator, vec![paths::ACCOUNTS.to_owned()]),
        (&answerer, vec![paths::ANSWERS.to_owned(), paths::OWN_PROMISES.to_owned()]),
    ] {
        let calls: Vec<String> = calls.into_iter().chain(both.clone()).collect();
        let idle_at = desk.get(who, paths::SESSION).await?.json()["idle_at"].clone();
        for call in &calls {
            desk.pass(60);
            assert_eq!(desk.get(who, call).await?.status, 200, "{call}");
            assert_eq!(desk.get(who, paths::SESSION).await?.json()["idle_at"], idle_at, "{call}");
        }
    }
    desk.pass(60 * 60);
    for who in [&reader, &administrator, &answerer] {
        assert_eq!(desk.get(who, paths::SESSION).await?.brief(), (401, "not_signed_in".to_owned()));
    }
    Ok(())
}

#[tokio::test]
async fn a_desk_that_looks_every_minute_is_signed_out_an_hour_after_the_last_decision() -> Outcome {
    let desk = Desk::start().await?;
    let post = desk.dream(&desk.key(), "Ik droom van de zee.").await?;
    let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
    let watching = desk.staff("Bea", StaffRole::Facilitator).await?;
    for minute in 1..=110 {
        desk.pass(60);
        let look = desk.get(&anna, paths::QUEUE).await?.status;
        assert_eq!(look, if minute < 110 { 200 } else { 401 }, "{minute}");
        // The second one only ever looks, and was the last to sign in.
        let look = desk.get(&watching, paths::QUEUE).await?.status;
        assert_eq!(look, if minute < 60 { 200 } else { 401 }, "{minute}");
        if minute == 50 {
            assert_eq!(desk.decide(&anna, post, 1, "publish").await?.status, 200);
        }
    }
    Ok(())
}

#[tokio::test]
async fn own_sessions_are_listed_by_the_hour_and_can_be_ended_one_by_one() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.account("Anna", StaffRole::Facilitator).await?;
    let bob = desk.staff("Bob", StaffRole::Facilitator).await?;
    let (first, second) = (desk.signed_in(&anna).await?, desk.signed_in(&anna).await?);
    let list = desk.get(&second, paths::SESSIONS).await?.json();
    let items = list["items"].as_array().cloned().unwrap_or_default();
    assert_eq!(items.len(), 2);
    assert_eq!(items.iter().map(|it| it["current"] == true).collect::<Vec<_>>(), [true, false]);
    assert!(items.iter().all(|it| it["used_at"].as_str().is_some_and(|at| at.ends_with(":00:00Z"))));
    let other = items[1]["id"].as_str().ok_or("id")?.parse()?;
    let path = paths::session(other);
    assert_eq!(desk.call(&bob, Method::DELETE, &path, None).await?.status, 404, "somebody else's");
    assert_eq!(desk.call(&second, Method::DELETE, &path, None).await?.status, 204);
    assert_eq!(desk.get(&first, paths::SESSION).await?.status, 401);
    assert_eq!(desk.get(&second, paths::SESSION).await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn an_own_password_is_changed_with_both_factors_and_ends_other_sessions() -> Outcome {
    let desk = Desk::start().await?;
    let anna = desk.account("Anna", StaffRole::Facilitator).await?;
    let before = desk.signed_in(&anna).await?;
    desk.pass(30);
    let change =
        |new: &str| json!({"name": "Anna", "password": PASSWORD, "code": desk.code(&anna.secret), "new_password": new});
    assert_eq!(try_in(&desk, change("kort")).await?, (422, "invalid_fields".to_owned()));
    assert_eq!(try_in(&desk, change("een nieuw wachtwoord")).await?.0, 200);
    assert_eq!(desk.get(&before, paths::SESSION).await?.status, 401);
    desk.pass(30);
    assert_eq!(desk.sign_in(&anna).await?.brief(), failed());
    let body = json!({"name": "Anna", "password": "een nieuw wachtwoord", "code": desk.code(&anna.secret)});
    assert_eq!(try_in(&desk, body).await?.0, 200);
    Ok(())
}

#[tokio::test]
async fn guessing_is_slowed_and_never_locks_the_owner_out() -> Outcome {
    let most = Duration::from_millis(400);
    let pace = Pace { first: Duration::from_millis(100), most, ..Pace::default() };
    let desk = Desk::with(pace, Given::default()).await?;
    let anna = desk.account("Anna", StaffRole::Facilitator).await?;
    for name in ["Anna", "Niemand"] {
        let guess = || desk.post(&Caller::Anonymous, paths::SESSION, json!({"name": name, "password": "raden maar"}));
        for _ in 0..pace.free + 3 {
            assert_eq!(guess().await?.brief(), failed());
        }
        let begun = Instant::now();
        assert_eq!(guess().await?.brief(), failed());
        assert!(begun.elapsed() >= most, "{name}: {:?}", begun.elapsed());
    }
    let begun = Instant::now();
    assert_eq!(desk.sign_in(&anna).await?.status, 200);
    assert!(begun.elapsed() >= most && begun.elapsed() < most + Duration::from_secs(5));
    // From the same place at the very same time, some are told when to come back, and then get in.
    let guess = || desk.post(&Caller::Anonymous, paths::SESSION, json!({"name": "Anna", "password": "raden maar"}));
    let flood = tokio::join!(guess(), guess(), guess(), guess(), guess(), guess(), guess());
    let flood = [flood.0?, flood.1?, flood.2?, flood.3?, flood.4?, flood.5?, flood.6?];
    let sent_away: Vec<_> = flood.iter().filter(|reply| reply.status == 429).collect();
    assert!(!sent_away.is_empty() && sent_away.iter().all(|reply| reply.headers.contains_key(header::RETRY_AFTER)));
    desk.pass(30);
    assert_eq!(desk.sign_in(&anna).await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn a_flood_of_guesses_from_elsewhere_costs_the_owner_one_delay() -> Outcome {
    let most = Duration::from_millis(300);
    let pace = Pace { first: most, most, ..Pace::default() };
    let trusted_proxy = vec!["127.0.0.0/8".parse()?];
    let desk = Desk::with(pace, Given { trusted_proxy, ..Given::default() }).await?;
    let anna = desk.account("Anna", StaffRole::Facilitator).await?;
    let from = |address: &str, body: Value| {
        let request = desk.begin(Method::POST, paths::SESSION, "droombord.example");
        Reply::of(request.header("x-forwarded-for", address).json(&body))
    };
    let guess = || from("198.51.100.7", json!({"name": "Anna", "password": "raden maar"}));
    for _ in 0..=pace.free {
        guess().await?;
    }
    let flood = async {
        // Three waves, each fuller than the lane.
        for _ in 0..3 {
            let _ = tokio::join!(guess(), guess(), guess(), guess(), guess());
        }
    };
    let owner = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        let begun = Instant::now();
        let body = json!({"name": "Anna", "password": PASSWORD, "code": desk.code(&anna.secret)});
        from("203.0.113.9", body).await.map(|reply| (reply.status.as_u16(), begun.elapsed()))
    };
    let ((), owner) = tokio::join!(flood, owner);
    let (status, took) = owner?;
    assert_eq!(status, 200);
    assert!(took < most + Duration::from_secs(3), "{took:?}");
    Ok(())
}

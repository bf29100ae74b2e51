//! A clock that leaps, and a server that was away: what cannot be undone waits, and a writer's term is longer by the absence.

use crate::{
    app::{DAY, files_with},
    staff::{Caller, Desk, Outcome, Person},
};
use droombord_domain::{paths, staff::StaffRole};
use droombord_server::clock::Seconds;
use reqwest::Method;
use serde_json::{Value, json};
use std::sync::atomic::Ordering;
use uuid::Uuid;

const LEAP: Seconds = 200 * DAY;
const MINUTE: Seconds = 60;

/// A board with one post in each state that the time alone can end, and a promise before a day.
struct Scene {
    desk: Desk,
    anna: Person,
    writer: Caller,
    promise: String,
}

impl Scene {
    async fn set() -> Outcome<Self> {
        let desk = Desk::start().await?;
        let anna = desk.account("Anna", StaffRole::Facilitator).await?;
        let reader = desk.signed_in(&anna).await?;
        let writer = desk.key();
        let declined = desk.dream(&writer, "Afgewezen Sijsje.").await?;
        desk.decide(&reader, declined, 1, "decline").await?;
        let asked = desk.dream(&writer, "Teruggegeven Putter.").await?;
        let body = json!({"revision": 1, "decision": "hand_back", "reason": "recognisable"});
        assert_eq!(desk.post(&reader, &paths::decision(asked), body).await?.status, 200);
        let withdrawn = desk.dream(&writer, "Ingetrokken Vink.").await?;
        desk.call(&writer, Method::POST, &paths::withdrawal(withdrawn), None).await?;
        let published = desk.dream(&writer, "Geplaatste Merel.").await?;
        desk.decide(&reader, published, 1, "publish").await?;
        let promise = promise(&desk, &reader, published).await?;
        let scene = Self { desk, anna, writer, promise };
        scene.jobs(0).await?;
        Ok(scene)
    }

    /// What the server does by itself, so many seconds of running after the last time.
    async fn jobs(&self, ran: Seconds) -> Outcome {
        Ok(self.desk.app.daily(ran).await?)
    }

    /// Days of running, with the jobs of each.
    async fn run(&self, days: i64) -> Outcome {
        for _ in 0..days {
            self.desk.pass(DAY);
            self.jobs(DAY).await?;
        }
        Ok(())
    }

    /// The server stops, and starts again so much later.
    async fn away(&self, time: Seconds) -> Outcome {
        self.desk.pass(time);
        self.desk.app.looked.store(false, Ordering::Release);
        self.jobs(0).await
    }

    /// The state of each post, and which events the time alone brought.
    async fn ends(&self) -> Outcome<Vec<(String, Vec<String>)>> {
        let mine = self.desk.get(&self.writer, paths::MINE).await?.json();
        let kinds = |post: &Value| {
            let events = post["trail"].as_array().cloned().unwrap_or_default();
            let by_time = ["reminded", "expired", "overdue", "erased"];
            let kinds = events.iter().filter_map(|event| event["kind"].as_str());
            kinds.filter(|kind| by_time.contains(kind)).map(str::to_owned).collect()
        };
        let posts = mine["items"].as_array().cloned().unwrap_or_default();
        Ok(posts.iter().map(|post| (post["state"].as_str().unwrap_or_default().to_owned(), kinds(post))).collect())
    }

    /// The same without what is erased.
    async fn alive(&self) -> Outcome<Vec<(String, Vec<String>)>> {
        let mut ends = self.ends().await?;
        ends.retain(|(state, _)| state != "erased");
        Ok(ends)
    }

    async fn warnings(&self) -> Outcome<Vec<String>> {
        let all = self.desk.get(&Caller::Anonymous, "/readyz").await?.json()["warnings"].clone();
        let all: Vec<String> = serde_json::from_value(all)?;
        Ok(all.into_iter().filter(|warning| warning.starts_with("clock")).collect())
    }
}

async fn promise(desk: &Desk, reader: &Caller, post: Uuid) -> Outcome<String> {
    let (_, wim) = desk.organisation("Jeugdhulp Vlierpad").await?;
    let draft = json!({
        "direction": "stop", "what": "Geen vergadering zonder jou.", "owner": "teamleider wonen",
        "due": "2026-12-20", "posts": [post.to_string()]
    });
    let made = desk.call(&wim, Method::POST, paths::OWN_PROMISES, Some(draft)).await?.json();
    let id = made["id"].as_str().ok_or_else(|| made.to_string())?;
    let waiting = desk.get(reader, paths::DESK_PROMISES).await?.json();
    let body = json!({"saying": waiting["items"][0]["sayings"][0]["id"], "decision": "publish"});
    assert_eq!(desk.post(reader, &paths::promise_decision(id.parse()?), body).await?.status, 200);
    Ok(id.to_owned())
}

/// Nothing that the time alone brings has come.
fn untouched() -> Vec<(String, Vec<String>)> {
    ["published", "withdrawn", "handed_back", "declined"].map(|state| (state.to_owned(), vec![])).to_vec()
}

#[tokio::test]
async fn a_leap_of_the_clock_ends_nothing_and_locks_nobody_out() -> Outcome {
    let scene = Scene::set().await?;
    for leap in [LEAP, 4 * DAY, -LEAP] {
        scene.desk.pass(leap);
        assert_eq!(scene.warnings().await?, ["clock_leap"], "told at once: {leap}");
        // Everything that can run in ten seconds, and in a day.
        for ran in [0, 10, DAY] {
            scene.jobs(ran).await?;
            assert_eq!(scene.alive().await?, untouched(), "{leap}");
        }
        let there = scene.desk.signed_in(&scene.anna).await?;
        let taken = scene.desk.dream(&scene.writer, "Een Koolmees van later.").await?;
        let claim = scene.desk.call(&there, Method::PUT, &paths::claim(taken), None).await?;
        assert!(claim.status.is_success(), "{}", claim.text);
        scene.desk.pass(-leap - 30 + MINUTE);
        scene.jobs(MINUTE).await?;
        assert_eq!(scene.warnings().await?, Vec::<String>::new(), "{leap}");
        if leap > 0 {
            assert_eq!(scene.desk.get(&there, paths::SESSION).await?.status, 401, "a session of the future has ended");
        }
        let back = scene.desk.signed_in(&scene.anna).await?;
        let kim = scene.desk.staff(&format!("Kim {leap}"), StaffRole::Facilitator).await?;
        let claim = scene.desk.call(&kim, Method::PUT, &paths::claim(taken), None).await?;
        assert!(claim.status.is_success(), "a claim of the future holds nobody up: {}", claim.text);
        assert_eq!(scene.desk.decide(&back, taken, 1, "decline").await?.status, 200);
        scene.desk.call(&scene.writer, Method::DELETE, &paths::post(taken), None).await?;
        assert_eq!(scene.alive().await?, untouched(), "{leap}");
    }
    assert_eq!(scene.desk.app.store.prove(&[]).await?.faults, []);
    Ok(())
}

#[tokio::test]
async fn after_a_leap_within_a_run_the_operator_has_the_word() -> Outcome {
    let scene = Scene::set().await?;
    scene.desk.pass(LEAP);
    scene.jobs(0).await?;
    // Neither days of running nor a start make it right.
    scene.run(3).await?;
    scene.away(MINUTE).await?;
    scene.run(2).await?;
    assert_eq!((scene.ends().await?, scene.warnings().await?), (untouched(), vec!["clock_leap".to_owned()]));
    scene.desk.app.store.accept_clock().await?;
    scene.jobs(0).await?;
    assert_eq!(scene.warnings().await?, Vec::<String>::new());
    let ends = scene.ends().await?;
    assert_eq!(ends[0], ("published".to_owned(), vec!["overdue".to_owned()]), "a promised day has passed");
    assert_eq!(ends[1..], untouched()[1..], "the terms of writers begin anew where they stood");
    assert_eq!(
        scene.desk.get(&Caller::Anonymous, &paths::promise(scene.promise.parse()?)).await?.json()["state"],
        "overdue"
    );
    Ok(())
}

#[tokio::test]
async fn after_an_absence_a_writer_has_as_much_time_as_before_it() -> Outcome {
    let scene = Scene::set().await?;
    scene.run(7).await?;
    assert_eq!(scene.ends().await?[2], ("handed_back".to_owned(), vec!["reminded".to_owned()]));
    scene.run(10).await?;
    let before = scene.ends().await?;
    scene.away(40 * DAY).await?;
    assert_eq!((scene.ends().await?, scene.warnings().await?), (before.clone(), vec!["clock_absence".to_owned()]));
    // A day of running, with a start in the middle.
    for hour in 0..23 {
        scene.desk.pass(60 * MINUTE);
        if hour == 11 {
            scene.away(0).await?;
        }
        scene.jobs(60 * MINUTE).await?;
        assert_eq!(scene.ends().await?, before, "after {hour} hours");
    }
    scene.desk.pass(60 * MINUTE);
    scene.jobs(60 * MINUTE).await?;
    assert_eq!(scene.warnings().await?, Vec::<String>::new());
    let mut overdue = before;
    overdue[0].1.push("overdue".to_owned());
    assert_eq!(scene.ends().await?, overdue);
    // 17 days before, one and eleven more: the 30 days of the withdrawn post are not over yet.
    scene.run(11).await?;
    assert_eq!(scene.ends().await?, overdue);
    scene.run(2).await?;
    assert_eq!(scene.ends().await?[1].0, "erased");
    assert_eq!(files_with(scene.desk.folder(), "Vink"), Vec::<String>::new());
    assert_eq!(scene.ends().await?[2].0, "handed_back");
    scene.run(8).await?;
    assert_eq!(scene.ends().await?[2].0, "expired", "30 days after it was asked once more, without the absence");
    scene.run(55).await?;
    assert_eq!(scene.ends().await?[3].0, "erased", "90 days after it was declined, without the absence");
    Ok(())
}

#[tokio::test]
async fn a_wrong_clock_at_a_start_that_is_set_right_ends_nothing() -> Outcome {
    let scene = Scene::set().await?;
    scene.away(LEAP).await?;
    assert_eq!(scene.warnings().await?, ["clock_absence"]);
    scene.desk.pass(-LEAP);
    scene.jobs(10).await?;
    assert_eq!((scene.ends().await?, scene.warnings().await?), (untouched(), vec![]));
    // No absence is left behind: the terms are as they were.
    scene.run(31).await?;
    assert_eq!(scene.ends().await?[1].0, "erased");
    Ok(())
}

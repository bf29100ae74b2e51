//! Promises of organisations: read first, overdue by the calendar of Amsterdam, followed up and never changed; and the mark
//! that remains.

use crate::{
    app::{DAY, NOON, files_with},
    staff::{Caller, Desk, Outcome, Person, Reply},
};
use droombord_domain::{paths, staff::StaffRole, when::Day};
use droombord_server::data_folder::DATABASE;
use reqwest::Method;
use serde_json::{Value, json};
use sqlx::{AnyConnection, Connection as _};
use uuid::Uuid;

const WHAT: &str = "Elke jongere kiest zelf een vaste wielewaal.";

/// A desk with a facilitator, an organisation with its answerer, a writer, and a post of theirs on the board.
struct Scene {
    desk: Desk,
    anna: Person,
    organisation: Uuid,
    wim: Person,
    writer: Caller,
    post: Uuid,
}

impl Scene {
    async fn set() -> Outcome<Self> {
        let desk = Desk::start().await?;
        let anna = desk.account("Anna", StaffRole::Facilitator).await?;
        let (organisation, _) = desk.organisation("Jeugdhulp Vlierpad").await?;
        let wim = desk.account_of("Wim", StaffRole::Answerer, Some(organisation)).await?;
        let writer = desk.key();
        let post = desk.dream(&writer, "Stop met steeds een nieuwe begeleider.").await?;
        let scene = Self { desk, anna, organisation, wim, writer, post };
        scene.publish(post).await?;
        Ok(scene)
    }

    async fn publish(&self, post: Uuid) -> Outcome {
        let anna = self.desk.signed_in(&self.anna).await?;
        assert_eq!(self.desk.decide(&anna, post, 1, "publish").await?.status, 200);
        Ok(())
    }

    fn draft(&self, due: &str) -> Value {
        json!({
            "direction": "stop", "what": WHAT, "owner": "teamleider wonen", "due": due, "posts": [self.post.to_string()]
        })
    }

    /// A call by somebody of the staff, in a session of its own: days may have gone by.
    async fn by(&self, who: &Person, method: Method, path: &str, body: Option<Value>) -> Outcome<Reply> {
        let caller = self.desk.signed_in(who).await?;
        self.desk.call(&caller, method, path, body).await
    }

    async fn promise(&self, draft: Value) -> Outcome<Value> {
        let reply = self.by(&self.wim, Method::POST, paths::OWN_PROMISES, Some(draft)).await?;
        assert_eq!(reply.status, 201, "{}", reply.text);
        Ok(reply.json())
    }

    /// A promise that a facilitator has read.
    async fn public(&self, draft: Value) -> Outcome<Uuid> {
        let id = id_of(&self.promise(draft).await?)?;
        assert_eq!(self.rule(id, "publish").await?.status, 200);
        Ok(id)
    }

    /// The decision on whatever waits of this promise.
    async fn rule(&self, promise: Uuid, decision: &str) -> Outcome<Reply> {
        let waiting = self.by(&self.anna, Method::GET, paths::DESK_PROMISES, None).await?.json();
        let all = waiting["items"].as_array().cloned().unwrap_or_default();
        let one = all.iter().find(|one| one["id"] == promise.to_string()).ok_or("nothing waits")?;
        let sayings = one["sayings"].as_array().ok_or("sayings")?;
        let saying = sayings.iter().find(|saying| saying["reading"] == "waiting").ok_or("nothing waits")?;
        let mut body = json!({"saying": saying["id"], "decision": decision});
        if decision == "decline" {
            body["reason"] = json!("unclear");
        }
        self.by(&self.anna, Method::POST, &paths::promise_decision(promise), Some(body)).await
    }

    async fn say(&self, promise: Uuid, body: Value) -> Outcome<Reply> {
        self.by(&self.wim, Method::POST, &paths::own_sayings(promise), Some(body)).await
    }

    async fn get(&self, path: &str) -> Outcome<Reply> {
        self.desk.get(&Caller::Anonymous, path).await
    }

    async fn seen(&self, promise: Uuid) -> Outcome<Value> {
        Ok(self.get(&paths::promise(promise)).await?.json())
    }

    /// Lets the clock stand at this moment, and does what is due then.
    async fn at(&self, moment: i64) -> Outcome {
        self.desk.pass(moment - self.desk.app.clock.now());
        Ok(self.desk.app.store.daily(2, self.desk.app.clock.now(), None).await?)
    }

    async fn trail(&self) -> Outcome<Vec<String>> {
        let mine = self.desk.get(&self.writer, paths::MINE).await?.json();
        let all = mine["items"].as_array().cloned().unwrap_or_default();
        let post = all.iter().find(|post| post["id"] == self.post.to_string()).ok_or("the post")?;
        let events = post["trail"].as_array().cloned().unwrap_or_default();
        Ok(events.iter().filter_map(|event| event["kind"].as_str().map(str::to_owned)).collect())
    }

    /// Every public address on which a promise can be seen.
    fn surfaces(&self, promise: Uuid) -> Vec<String> {
        vec![
            paths::PROMISES.to_owned(),
            format!("{}?organisation={}", paths::PROMISES, self.organisation),
            paths::promise(promise),
            paths::trail(self.post),
            "/beloftes".to_owned(),
            "/en/beloftes".to_owned(),
            format!("/organisatie/{}", self.organisation),
            format!("/en/organisatie/{}", self.organisation),
            format!("/droom/{}", self.post),
            "/".to_owned(),
        ]
    }

    async fn shown_on(&self, promise: Uuid, word: &str) -> Outcome<Vec<String>> {
        let mut shown = Vec::new();
        for path in self.surfaces(promise) {
            if self.get(&path).await?.text.contains(word) {
                shown.push(path);
            }
        }
        Ok(shown)
    }
}

fn id_of(promise: &Value) -> Outcome<Uuid> {
    Ok(promise["id"].as_str().ok_or_else(|| promise.to_string())?.parse()?)
}

#[tokio::test]
async fn nobody_sees_a_promise_before_a_facilitator_has_read_it() -> Outcome {
    let scene = Scene::set().await?;
    let made = scene.promise(scene.draft("2027-03-01")).await?;
    let promise = id_of(&made)?;
    assert_eq!((&made["state"], &made["organisation"]["name"]), (&json!("waiting"), &json!("Jeugdhulp Vlierpad")));
    assert!(made.get("by").is_none() && !made.to_string().contains("findings"), "that is for the desk: {made}");
    assert_eq!(scene.shown_on(promise, "wielewaal").await?, Vec::<String>::new());
    assert_eq!(scene.get(&paths::promise(promise)).await?.status, 404);
    assert!(!scene.trail().await?.contains(&"promised".to_owned()));
    assert_eq!(scene.desk.get(&scene.writer, paths::MINE_PROMISES).await?.json()["items"], json!([]));

    // A no needs a reason, and is the end of it.
    let waiting = scene.by(&scene.anna, Method::GET, paths::DESK_PROMISES, None).await?.json();
    let saying = &waiting["items"][0]["sayings"][0];
    assert_eq!((&saying["by"], &saying["says"]), (&json!("Wim"), &json!("promised")));
    let bare = json!({"saying": saying["id"], "decision": "decline"});
    let path = paths::promise_decision(promise);
    assert_eq!(scene.by(&scene.anna, Method::POST, &path, Some(bare)).await?.status, 422);
    assert_eq!(scene.rule(promise, "decline").await?.json()["state"], "declined");
    assert_eq!(scene.shown_on(promise, "wielewaal").await?, Vec::<String>::new());
    let again = json!({"saying": saying["id"], "decision": "publish"});
    let again = scene.by(&scene.anna, Method::POST, &path, Some(again)).await?;
    assert_eq!(again.brief(), (409, "stale_revision".to_owned()));
    let own = scene.by(&scene.wim, Method::GET, paths::OWN_PROMISES, None).await?.json();
    assert_eq!(own["items"][0]["sayings"][0]["reason"], "unclear", "the organisation hears why");

    let promise = scene.public(scene.draft("2027-03-01")).await?;
    let shown = scene.shown_on(promise, "wielewaal").await?;
    assert_eq!(shown.len(), scene.surfaces(promise).len() - 1, "everywhere but on the board: {shown:?}");
    let seen = scene.seen(promise).await?;
    assert_eq!(
        (&seen["state"], &seen["due"], &seen["owner"]),
        (&json!("open"), &json!("2027-03-01"), &json!("teamleider wonen"))
    );
    assert_eq!(seen["made"], json!({"year": 2026, "month": 11, "half": 2}));
    assert_eq!(seen["posts"], json!([{"id": scene.post.to_string(), "says": null}]));
    assert!(!seen.to_string().contains("Wim") && !seen.to_string().contains("Anna"));
    assert_eq!(scene.trail().await?.last().map(String::as_str), Some("promised"));
    let event =
        scene.get(&paths::trail(scene.post)).await?.json()["events"].as_array().and_then(|all| all.last().cloned());
    assert_eq!(event.map(|event| event["about"]["promise"].clone()), Some(json!(promise.to_string())));
    let mine = scene.desk.get(&scene.writer, paths::MINE_PROMISES).await?.json();
    assert_eq!(
        (&mine["items"][0]["post"], &mine["items"][0]["my_say"]),
        (&json!(scene.post.to_string()), &Value::Null)
    );
    Ok(())
}

#[tokio::test]
async fn a_promise_is_overdue_when_its_day_has_passed_in_amsterdam() -> Outcome {
    let scene = Scene::set().await?;
    // With the hour in UTC at which it has passed: winter time, the day on which the clock goes forward, summer time, the day on which it goes back.
    let mut promises = Vec::new();
    for (due, hour) in [("2026-11-22", 23), ("2027-03-28", 22), ("2027-06-30", 22), ("2027-10-31", 23)] {
        let midnight = Day::parse(due).ok_or(due)?.number() * DAY + hour * 60 * 60;
        promises.push((scene.public(scene.draft(due)).await?, due, midnight));
    }
    let kept = scene.public(scene.draft("2026-11-22")).await?;
    scene.say(kept, json!({"says": "kept"})).await?;
    scene.rule(kept, "publish").await?;
    let mut told = 0;
    for (promise, due, midnight) in promises {
        scene.at(midnight - 1).await?;
        assert_eq!(scene.seen(promise).await?["state"], "open", "the last second of {due}");
        let overdue = |trail: Vec<String>| trail.iter().filter(|kind| *kind == "overdue").count();
        assert_eq!(overdue(scene.trail().await?), told, "{due}");
        scene.desk.pass(1);
        // Pages say so at once, whether or not the job has run.
        assert_eq!(scene.seen(promise).await?["state"], "overdue", "the first second after {due}");
        let list = scene.get(&format!("{}?state=overdue", paths::PROMISES)).await?.text;
        assert!(list.contains(&promise.to_string()), "{due}");
        assert!(!scene.get(&format!("{}?state=open", paths::PROMISES)).await?.text.contains(&promise.to_string()));
        told += 1;
        for _ in 0..2 {
            scene.desk.app.store.daily(2, scene.desk.app.clock.now(), None).await?;
            assert_eq!(overdue(scene.trail().await?), told, "told once: {due}");
        }
    }
    assert_eq!(scene.seen(kept).await?["state"], "kept", "what was kept is not overdue");
    let proof = scene.desk.app.store.prove(&[]).await?;
    assert_eq!(proof.faults, [], "the trail is whole");
    Ok(())
}

#[tokio::test]
async fn what_the_organisation_says_later_is_read_first_and_changes_nothing_said_before() -> Outcome {
    let scene = Scene::set().await?;
    let promise = scene.public(scene.draft("2027-03-01")).await?;
    let said =
        scene.say(promise, json!({"says": "not_yet", "words": "Twee huizen doen het al met een koolmees."})).await?;
    assert_eq!(said.status, 200, "{}", said.text);
    assert_eq!(scene.shown_on(promise, "koolmees").await?, Vec::<String>::new());
    assert_eq!(scene.seen(promise).await?["said"], Value::Null);
    let second = scene.say(promise, json!({"says": "kept"})).await?;
    assert_eq!(second.brief(), (409, "not_allowed_now".to_owned()), "one thing waits at a time");
    scene.rule(promise, "publish").await?;
    let seen = scene.seen(promise).await?;
    assert_eq!((&seen["state"], &seen["said"]["says"]), (&json!("open"), &json!("not_yet")));
    assert!(seen["said"]["words"].as_str().is_some_and(|words| words.contains("koolmees")));

    // A declined word leaves everything as it was.
    scene.say(promise, json!({"says": "kept", "words": "Klaar, zegt de pimpelmees."})).await?;
    assert_eq!(scene.rule(promise, "decline").await?.json()["state"], "open");
    assert_eq!(scene.seen(promise).await?["said"]["says"], "not_yet");
    assert_eq!(scene.shown_on(promise, "pimpelmees").await?, Vec::<String>::new());

    scene.say(promise, json!({"says": "kept"})).await?;
    assert_eq!(scene.seen(promise).await?["state"], "open", "not before it was read");
    scene.rule(promise, "publish").await?;
    let seen = scene.seen(promise).await?;
    assert_eq!((&seen["state"], &seen["what"], &seen["said"]["says"]), (&json!("kept"), &json!(WHAT), &json!("kept")));
    assert_eq!(scene.trail().await?.last().map(String::as_str), Some("kept"));
    assert_eq!(scene.say(promise, json!({"says": "withdrawn", "words": "Toch niet."})).await?.status, 409);

    let other = scene.public(scene.draft("2027-03-01")).await?;
    assert_eq!(scene.say(other, json!({"says": "withdrawn"})).await?.status, 422, "no withdrawal without a reason");
    assert_eq!(scene.say(other, json!({"says": "promised"})).await?.status, 422);
    scene.say(other, json!({"says": "withdrawn", "words": "Het huis gaat dicht."})).await?;
    scene.rule(other, "publish").await?;
    let seen = scene.seen(other).await?;
    assert_eq!((&seen["state"], &seen["said"]["words"]), (&json!("withdrawn"), &json!("Het huis gaat dicht.")));
    assert_eq!(scene.trail().await?.last().map(String::as_str), Some("promise_withdrawn"));
    Ok(())
}

#[tokio::test]
async fn an_organisation_speaks_for_itself_alone_and_a_facilitator_may_enter_it() -> Outcome {
    let scene = Scene::set().await?;
    let promise = scene.public(scene.draft("2027-03-01")).await?;
    let (other, els) = scene.desk.organisation("Jeugdhulp Berkenhof").await?;
    let reply = scene.desk.post(&els, &paths::own_sayings(promise), json!({"says": "kept"})).await?;
    assert_eq!(reply.status, 404);
    assert_eq!(scene.desk.get(&els, paths::OWN_PROMISES).await?.json()["items"], json!([]));
    assert_eq!(scene.desk.get(&els, paths::DESK_PROMISES).await?.status, 403);

    let body = json!({"organisation": other.to_string(), "promise": scene.draft("2027-05-01")});
    let made = scene.by(&scene.anna, Method::POST, paths::DESK_PROMISES, Some(body)).await?;
    assert_eq!(made.status, 201, "{}", made.text);
    let made = id_of(&made.json())?;
    assert_eq!(scene.get(&paths::promise(made)).await?.status, 404, "it is read like every other");
    scene.rule(made, "publish").await?;
    assert_eq!(scene.seen(made).await?["organisation"]["name"], "Jeugdhulp Berkenhof");
    let said = json!({"says": "kept"});
    let said = scene.by(&scene.anna, Method::POST, &paths::desk_sayings(made), Some(said)).await?;
    assert_eq!(said.status, 200, "{}", said.text);
    scene.rule(made, "publish").await?;
    assert_eq!(scene.seen(made).await?["state"], "kept");
    // What one organisation promised, with what waits of it: for facilitators alone.
    let late = json!({"says": "not_yet", "words": "Wij wachten nog op de gemeente."});
    let late = scene.by(&scene.anna, Method::POST, &paths::desk_sayings(promise), Some(late)).await?;
    assert_eq!(late.status, 200, "{}", late.text);
    for (whose, id, sayings, reading) in
        [(scene.organisation, promise, 2, "waiting"), (other, made, 2, "public"), (Uuid::nil(), promise, 0, "")]
    {
        let path = format!("{}?organisation={whose}", paths::DESK_PROMISES);
        let all = scene.by(&scene.anna, Method::GET, &path, None).await?.json();
        let items = all["items"].as_array().cloned().unwrap_or_default();
        assert_eq!(items.len(), sayings.min(1), "{all}");
        for one in items {
            assert_eq!((&one["id"], one["sayings"].as_array().map(Vec::len)), (&json!(id.to_string()), Some(sayings)));
            assert_eq!((&one["sayings"][1]["reading"], &one["sayings"][1]["by"]), (&json!(reading), &json!("Anna")));
        }
        assert_eq!(scene.desk.get(&els, &path).await?.status, 403);
    }
    let path = format!("{}?organisation=iets", paths::DESK_PROMISES);
    assert_eq!(scene.by(&scene.anna, Method::GET, &path, None).await?.status, 422);
    let nobody = json!({"organisation": Uuid::nil().to_string(), "promise": scene.draft("2027-05-01")});
    let nobody = scene.by(&scene.anna, Method::POST, paths::DESK_PROMISES, Some(nobody)).await?;
    assert_eq!((nobody.status.as_u16(), &nobody.json()["fields"][0]["field"]), (422, &json!("organisation")));
    Ok(())
}

#[tokio::test]
async fn only_the_writer_says_whether_it_is_so_and_silence_is_silence() -> Outcome {
    let scene = Scene::set().await?;
    let promise = scene.public(scene.draft("2027-03-01")).await?;
    let path = paths::promise_say(scene.post, promise);
    let say =
        async |who: &Caller, says: &str| scene.desk.call(who, Method::PUT, &path, Some(json!({"says": says}))).await;
    let stranger = scene.desk.key();
    scene.desk.dream(&stranger, "Van iemand anders").await?;
    assert_eq!(say(&stranger, "yes").await?.status, 404);
    assert_eq!(say(&Caller::Anonymous, "yes").await?.status, 401);
    let wim = scene.desk.signed_in(&scene.wim).await?;
    assert_eq!(say(&wim, "yes").await?.status, 401);
    assert_eq!(say(&scene.writer, "heard").await?.status, 422);
    // Nobody is asked before the day, not in its last minute either; on the day itself everybody is.
    let asked =
        async || Outcome::Ok(scene.desk.get(&scene.writer, paths::MINE_PROMISES).await?.json()["items"][0].clone());
    assert_eq!(say(&scene.writer, "yes").await?.brief(), (409, "not_allowed_now".to_owned()));
    assert_eq!(asked().await?["may_say"], false);
    let midnight = Day::parse("2027-03-01").ok_or("a day")?.number() * DAY - 60 * 60;
    scene.at(midnight - 60).await?;
    assert_eq!(say(&scene.writer, "yes").await?.status, 409);
    scene.at(midnight).await?;
    assert_eq!(asked().await?["may_say"], true);
    assert_eq!(scene.seen(promise).await?["posts"][0]["says"], Value::Null);
    for says in ["yes", "no"] {
        assert_eq!(say(&scene.writer, says).await?.status, 204);
        assert_eq!(scene.seen(promise).await?["posts"][0]["says"], says);
    }
    let mine = scene.desk.get(&scene.writer, paths::MINE_PROMISES).await?.json();
    assert_eq!(mine["items"][0]["my_say"], "no");
    let unread = id_of(&scene.promise(scene.draft("2027-03-01")).await?)?;
    // Kept before its day: the writer is asked when a facilitator has read that it is done, and not before.
    let early = scene.public(scene.draft("2027-09-01")).await?;
    let early_path = paths::promise_say(scene.post, early);
    let say_early =
        async || scene.desk.call(&scene.writer, Method::PUT, &early_path, Some(json!({"says": "yes"}))).await;
    scene.say(early, json!({"says": "kept"})).await?;
    assert_eq!(say_early().await?.status, 409, "nobody has read that it is done");
    scene.rule(early, "publish").await?;
    assert_eq!(say_early().await?.status, 204);
    let unread = paths::promise_say(scene.post, unread);
    let early = scene.desk.call(&scene.writer, Method::PUT, &unread, Some(json!({"says": "yes"}))).await?;
    assert_eq!(early.status, 404, "nobody knows of it yet");
    let stored = scene.desk.get(&scene.writer, paths::MINE_STORED).await?.text;
    assert!(stored.contains("promise_posts") && stored.contains(&promise.to_string()));
    Ok(())
}

#[tokio::test]
async fn when_the_last_post_is_erased_a_wordless_mark_remains() -> Outcome {
    let scene = Scene::set().await?;
    let writer = scene.desk.key();
    let second = scene.desk.dream(&writer, "Ik wil zelf kiezen.").await?;
    scene.publish(second).await?;
    let mut draft = scene.draft("2027-03-01");
    draft["posts"] = json!([scene.post.to_string(), second.to_string()]);
    let promise = scene.public(draft).await?;
    scene.say(promise, json!({"says": "not_yet", "words": "Bijna, zegt de goudvink."})).await?;
    scene.rule(promise, "publish").await?;
    let waiting = id_of(&scene.promise(scene.draft("2027-03-01")).await?)?;

    let erase = async |who: &Caller, post: Uuid| scene.desk.call(who, Method::DELETE, &paths::post(post), None).await;
    assert_eq!(erase(&scene.writer, scene.post).await?.status, 204);
    let seen = scene.seen(promise).await?;
    assert_eq!((&seen["what"], seen["posts"].as_array().map(Vec::len)), (&json!(WHAT), Some(1)));
    let left = scene.by(&scene.anna, Method::GET, paths::DESK_PROMISES, None).await?.json();
    assert_eq!(left["items"], json!([]), "what nobody read and no post stands behind is never public");
    let own = scene.by(&scene.wim, Method::GET, paths::OWN_PROMISES, None).await?.json();
    let own = own["items"].as_array().cloned().unwrap_or_default();
    let gone = own.iter().find(|one| one["id"] == waiting.to_string()).ok_or("the promise")?;
    assert_eq!((&gone["state"], &gone["what"]), (&json!("declined"), &Value::Null));

    assert_eq!(erase(&writer, second).await?.status, 204);
    let seen = scene.seen(promise).await?;
    assert_eq!((&seen["what"], &seen["owner"], &seen["said"]["words"]), (&Value::Null, &Value::Null, &Value::Null));
    assert_eq!((&seen["due"], &seen["state"], &seen["posts"]), (&json!("2027-03-01"), &json!("open"), &json!([])));
    for word in ["wielewaal", "goudvink", "teamleider"] {
        assert_eq!(scene.shown_on(promise, word).await?, Vec::<String>::new());
        assert_eq!(files_with(scene.desk.folder(), word), Vec::<String>::new(), "{word} is gone from the files");
    }
    assert!(scene.get("/beloftes").await?.text.contains("promise__what"), "the mark stands there");
    let more = scene.say(promise, json!({"says": "kept"})).await?;
    assert_eq!(more.brief(), (409, "not_allowed_now".to_owned()), "nothing more is said of it");
    scene.at(NOON + 365 * DAY).await?;
    assert_eq!(scene.seen(promise).await?["state"], "overdue", "the mark tells that its day has passed");
    Ok(())
}

#[tokio::test]
async fn no_way_leads_to_deleting_or_rewording_a_promise() -> Outcome {
    let scene = Scene::set().await?;
    let promise = scene.public(scene.draft("2027-03-01")).await?;
    for method in [Method::DELETE, Method::PATCH, Method::PUT] {
        let reply = scene.by(&scene.wim, method.clone(), &paths::promise(promise), Some(json!({}))).await?;
        assert_eq!(reply.status, 405, "{method}");
    }
    let url = format!("sqlite://{}", scene.desk.folder().join(DATABASE).display());
    let mut connection = AnyConnection::connect(&url).await?;
    for statement in [
        "DELETE FROM promise_sayings",
        "DELETE FROM promises",
        "UPDATE promises SET what = 'Iets anders.'",
        "UPDATE promises SET due = due + 1",
        "UPDATE promise_sayings SET says = 'kept'",
    ] {
        let refused = sqlx::query(statement).execute(&mut connection).await;
        assert!(refused.is_err_and(|error| error.to_string().contains("cannot be")), "{statement}");
    }
    Ok(())
}

#[tokio::test]
async fn a_promise_needs_a_function_a_day_and_a_post_on_the_board() -> Outcome {
    let scene = Scene::set().await?;
    let unread = scene.desk.dream(&scene.writer, "Nog niet gelezen").await?;
    let wim = scene.desk.signed_in(&scene.wim).await?;
    for (field, value, wrong) in [
        ("owner", json!("Samira de Vries"), "owner"),
        ("owner", json!("mail wim@vlierpad.example"), "owner"),
        ("what", json!("Bel ons op 06-12345678."), "what"),
        ("what", json!("a".repeat(201)), "what"),
        ("due", json!("2026-11-20"), "due"),
        ("due", json!("2027-02-30"), "due"),
        ("due", Value::Null, "due"),
        ("direction", json!("sideways"), "direction"),
        ("posts", json!([]), "posts"),
        ("posts", json!([unread.to_string()]), "posts"),
        ("posts", json!([Uuid::nil().to_string()]), "posts"),
        ("posts", json!(["x"]), "posts"),
        ("score", json!(5), "score"),
    ] {
        let mut draft = scene.draft("2027-03-01");
        draft[field] = value.clone();
        let reply = scene.desk.post(&wim, paths::OWN_PROMISES, draft).await?;
        let fields: Vec<Value> = reply.json()["fields"].as_array().cloned().unwrap_or_default();
        let fields: Vec<&str> = fields.iter().filter_map(|it| it["field"].as_str()).collect();
        assert_eq!((reply.status.as_u16(), fields), (422, vec![wrong]), "{field}: {value}");
    }
    Ok(())
}

#[tokio::test]
async fn promises_come_by_date_page_by_page_and_in_no_other_order() -> Outcome {
    let scene = Scene::set().await?;
    for due in ["2027-05-01", "2027-01-01", "2027-03-01", "2027-01-01"] {
        scene.public(scene.draft(due)).await?;
    }
    let mut days = Vec::new();
    let mut path = format!("{}?limit=1", paths::PROMISES);
    loop {
        let page = scene.get(&path).await?.json();
        days.extend(page["items"].as_array().cloned().unwrap_or_default().iter().map(|it| it["due"].clone()));
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("{}?limit=1&cursor={cursor}", paths::PROMISES);
    }
    assert_eq!(json!(days), json!(["2027-01-01", "2027-01-01", "2027-03-01", "2027-05-01"]));
    let count = async |query: &str| -> Outcome<Option<usize>> {
        let page = scene.get(&format!("{}?{query}", paths::PROMISES)).await?.json();
        assert!(!page.to_string().contains("total") && !page.to_string().contains("count"));
        Ok(page["items"].as_array().map(Vec::len))
    };
    assert_eq!(count("direction=stop").await?, Some(4));
    assert_eq!(count("direction=start").await?, Some(0));
    assert_eq!(count("state=open").await?, Some(4));
    assert_eq!(count("state=kept").await?, Some(0));
    assert_eq!(count(&format!("organisation={}", scene.organisation)).await?, Some(4));
    assert_eq!(count(&format!("organisation={}", Uuid::nil())).await?, Some(0));
    for query in ["state=waiting", "state=declined", "direction=up", "organisation=x", "limit=0"] {
        assert_eq!(scene.get(&format!("{}?{query}", paths::PROMISES)).await?.status, 422, "{query}");
    }
    assert_eq!(scene.get(&format!("{}?cursor=x", paths::PROMISES)).await?.brief().1, "invalid_cursor");
    // A page of words shows what it can, whatever is asked.
    for path in ["/beloftes?cursor=x", "/beloftes?state=nonsense", "/beloftes/", "/en/beloftes"] {
        let page = scene.get(path).await?;
        assert!(page.status == 200 && page.text.contains("wielewaal"), "{path}");
    }
    assert_eq!(scene.get(&format!("/organisatie/{}", Uuid::nil())).await?.status, 404);
    Ok(())
}

#[tokio::test]
async fn the_horizon_tells_published_facts_that_change_once_a_day() -> Outcome {
    let scene = Scene::set().await?;
    let facts = async || -> Outcome<Value> {
        let html = scene.get("/").await?.text;
        let (_, data) = html.split_once("id=\"first-data\">").ok_or("no data")?;
        let data: Value = serde_json::from_str(data.split_once("</script>").ok_or("no end")?.0)?;
        Ok(data["settings"]["facts"].clone())
    };
    assert_eq!(facts().await?, json!({"read": 0, "answered": 0, "kept": 0, "on_time": null}));
    scene.at(NOON + DAY).await?;
    assert_eq!(facts().await?["read"], 1);
    let promise = scene.public(scene.draft("2027-03-01")).await?;
    scene.say(promise, json!({"says": "kept"})).await?;
    scene.rule(promise, "publish").await?;
    scene.desk.app.store.daily(2, scene.desk.app.clock.now(), None).await?;
    assert_eq!(facts().await?["kept"], 0, "not before the next day");
    scene.at(NOON + 2 * DAY).await?;
    assert_eq!(facts().await?, json!({"read": 1, "answered": 0, "kept": 1, "on_time": null}));
    Ok(())
}

/// The answer to a promise was lost, and it was sent once more: it is one promise. With other posts it is another one, and what was read can
/// be promised again.
#[tokio::test]
async fn a_promise_that_is_sent_twice_is_made_once() -> Outcome {
    let scene = Scene::set().await?;
    let draft = scene.draft("2027-03-01");
    let first = id_of(&scene.promise(draft.clone()).await?)?;
    assert_eq!(id_of(&scene.promise(draft.clone()).await?)?, first);
    let other = scene.desk.dream(&scene.writer, "Stop daar ook mee.").await?;
    scene.publish(other).await?;
    let mut more = draft.clone();
    more["posts"] = json!([scene.post.to_string(), other.to_string()]);
    assert_ne!(id_of(&scene.promise(more).await?)?, first);
    assert_eq!(scene.rule(first, "publish").await?.status, 200);
    assert_ne!(id_of(&scene.promise(draft).await?)?, first);
    Ok(())
}

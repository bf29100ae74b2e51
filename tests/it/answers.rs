//! Asking, answering, and what the writer says of it (promises 5 and 6): an answer is read before it is public, gives back
//! first what was heard, and only the writer says whether it feels heard.

use crate::{
    app::{DAY, NOON, files_with, id_of},
    staff::{Caller, Desk, Outcome, Reply},
};
use droombord_domain::{paths, staff::StaffRole};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

/// An answer with words of its own in both parts.
pub fn answer(revision: u32) -> Value {
    json!({
        "revision": revision,
        "understood_text": "Je kreeg steeds een nieuwe begeleider. Wielewaal.",
        "does_text": "Wij stoppen met wisselen zonder te vragen. Kwikstaart.",
        "by_function": "Teamleider wonen"
    })
}

/// How far an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// The organisation was asked.
    Asked,
    /// It answered, and nobody has read it.
    Sent,
    /// Everybody may read it.
    Published,
    /// The writer said something of it, with words.
    Spoken,
}

/// Those who have to do with one answer.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    pub desk: &'a Desk,
    pub writer: &'a Caller,
    pub facilitator: &'a Caller,
    pub organisation: Uuid,
    pub answerer: &'a Caller,
}

impl Table<'_> {
    /// A post of the writer on the board.
    async fn post(&self) -> Outcome<Uuid> {
        let post = self.desk.dream(self.writer, "Stop met steeds een nieuwe begeleider.").await?;
        assert_eq!(self.desk.decide(self.facilitator, post, 1, "publish").await?.status, 200);
        Ok(post)
    }

    /// A facilitator asks the organisation.
    async fn ask(&self, post: Uuid) -> Outcome<Reply> {
        let body = json!({"organisation": self.organisation.to_string()});
        self.desk.post(self.facilitator, &paths::asks(post), body).await
    }

    /// The organisation answers.
    async fn send(&self, asking: Uuid, revision: u32) -> Outcome<Reply> {
        self.desk.call(self.answerer, Method::PUT, &paths::answer(asking), Some(answer(revision))).await
    }

    /// A facilitator decides on the answer.
    async fn decide(&self, asking: Uuid, body: Value) -> Outcome<Reply> {
        self.desk.post(self.facilitator, &paths::answer_decision(asking), body).await
    }

    /// The writer says something.
    async fn say(&self, path: String, body: Value) -> Outcome<Reply> {
        self.desk.call(self.writer, Method::PUT, &path, Some(body)).await
    }

    /// A new post and its asking, as far as that.
    pub async fn answer(&self, progress: Progress) -> Outcome<(Uuid, Uuid)> {
        let post = self.post().await?;
        let asked = self.ask(post).await?;
        let asking = id_of(&asked.json()["items"][0]);
        if progress >= Progress::Sent {
            assert_eq!(self.send(asking, 0).await?.status, 200);
        }
        if progress >= Progress::Published {
            assert_eq!(self.decide(asking, publishing(1)).await?.status, 200);
        }
        if progress >= Progress::Spoken {
            let body = json!({"verdict": "not_yet", "words": "Nu nog doen. Roodborst."});
            assert_eq!(self.say(paths::verdict(post, asking), body).await?.status, 200);
        }
        Ok((post, asking))
    }

    async fn trail(&self, post: Uuid) -> Outcome<Value> {
        Ok(self.desk.get(&Caller::Anonymous, &paths::trail(post)).await?.json())
    }

    async fn own(&self, post: Uuid) -> Outcome<Value> {
        let mine = self.desk.get(self.writer, paths::MINE).await?.json();
        let items = mine["items"].as_array().cloned().unwrap_or_default();
        Ok(items.into_iter().find(|it| id_of(it) == post).ok_or("no such post")?)
    }

    async fn unread(&self) -> Outcome<Value> {
        Ok(self.desk.get(self.facilitator, paths::ANSWERS_TO_READ).await?.json())
    }
}

fn publishing(revision: u32) -> Value {
    json!({"revision": revision, "decision": "publish"})
}

fn kinds(trail: &Value, list: &str) -> Vec<String> {
    let events = trail[list].as_array().cloned().unwrap_or_default();
    events.iter().filter_map(|event| event["kind"].as_str().map(str::to_owned)).collect()
}

/// A server with a writer, a facilitator and an organisation.
pub async fn world() -> Outcome<(Desk, [Caller; 3], Uuid)> {
    let desk = Desk::start().await?;
    let anna = desk.staff("Anna", StaffRole::Facilitator).await?;
    let (organisation, answerer) = desk.organisation("Jeugdhulp Vlierpad").await?;
    let writer = desk.key();
    Ok((desk, [writer, anna, answerer], organisation))
}

/// Those people at one table.
pub fn table<'a>(desk: &'a Desk, people: &'a [Caller; 3], organisation: Uuid) -> Table<'a> {
    let [writer, facilitator, answerer] = people;
    Table { desk, writer, facilitator, organisation, answerer }
}

#[tokio::test]
async fn asked_answered_no_a_second_answer_and_heard() -> Outcome {
    let (desk, people, organisation) = world().await?;
    let table = table(&desk, &people, organisation);
    let post = table.post().await?;
    assert_eq!(table.trail(post).await?["askings"], json!([]));

    // Asking twice is asking once.
    let asking = id_of(&table.ask(post).await?.json()["items"][0]);
    let again = table.ask(post).await?.json();
    assert_eq!((again["items"].as_array().map(Vec::len), id_of(&again["items"][0])), (Some(1), asking));
    let trail = table.trail(post).await?;
    assert_eq!(kinds(&trail, "events"), ["published", "asked"]);
    assert_eq!(trail["events"][1]["about"]["organisation"]["name"], "Jeugdhulp Vlierpad");
    let open = &trail["askings"][0];
    assert_eq!((&open["days"], &open["answer"], &open["asked"]["half"]), (&json!(0), &Value::Null, &json!(2)));

    // It is read first, and may be changed until then.
    assert_eq!(table.send(asking, 0).await?.json()["sent"]["state"], "received");
    assert_eq!(table.send(asking, 0).await?.brief(), (409, "stale_revision".to_owned()));
    assert_eq!(table.send(asking, 1).await?.json()["sent"]["revision"], 2);
    assert_eq!(table.trail(post).await?["askings"][0]["answer"], Value::Null);
    assert_eq!(table.decide(asking, publishing(1)).await?.brief(), (409, "stale_revision".to_owned()));
    let read = table.unread().await?;
    assert_eq!(
        (&read["answers"][0]["sent"]["revision"], &read["answers"][0]["by"]),
        (&json!(2), &json!("Van Jeugdhulp Vlierpad"))
    );
    assert_eq!(table.decide(asking, publishing(2)).await?.json()["answers"], json!([]));
    let trail = table.trail(post).await?;
    let public = &trail["askings"][0]["answer"];
    assert_eq!(public["by_function"], "Teamleider wonen");
    assert_eq!(
        (&public["understood"], &public["verdict"], &public["words"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    assert_eq!(table.send(asking, 2).await?.brief(), (409, "not_allowed_now".to_owned()), "it never changes any more");

    // Silence asks nothing again, nor does a yes.
    assert_eq!(table.ask(post).await?.brief(), (409, "not_allowed_now".to_owned()));
    let understood = paths::understood(post, asking);
    assert_eq!(table.say(understood.clone(), json!({"understood": "yes"})).await?.status, 200);
    assert_eq!(table.ask(post).await?.brief(), (409, "not_allowed_now".to_owned()));
    // Nee: said otherwise, by a new event; the same again is none.
    for _ in 0..2 {
        assert_eq!(table.say(understood.clone(), json!({"understood": "no"})).await?.status, 200);
    }
    assert_eq!(table.say(paths::verdict(post, asking), json!({"verdict": "not_yet"})).await?.status, 200);
    let trail = table.trail(post).await?;
    assert_eq!(kinds(&trail, "events")[2..], ["answered", "understood", "understood", "verdict"]);
    let said: Vec<_> = (3..6).map(|at| trail["events"][at]["about"].clone()).collect();
    assert_eq!(
        (&said[0]["understood"], &said[1]["understood"], &said[2]["verdict"]),
        (&json!("yes"), &json!("no"), &json!("not_yet"))
    );
    let asked = desk.get(&people[1], &paths::asks(post)).await?.json();
    assert_eq!((&asked["items"][0]["may_ask_again"], &asked["items"][0]["by"]), (&json!(true), &json!("Anna")));

    // A second asking, with what was said before beside it.
    let second = id_of(&table.ask(post).await?.json()["items"][1]);
    assert_ne!(second, asking);
    let mine = desk.get(&people[2], paths::ANSWERS).await?.json();
    assert_eq!((id_of(&mine["open"][0]), id_of(&mine["answered"][0])), (second, asking));
    assert_eq!(mine["open"][0]["earlier"][0]["answer"]["understood"], "no");
    assert_eq!(table.send(second, 0).await?.status, 200);
    assert_eq!(table.decide(second, publishing(1)).await?.status, 200);
    let body = json!({"verdict": "heard", "words": "Vooral dat van vier weken. Roodborst."});
    let own = table.say(paths::verdict(post, second), body).await?.json();
    assert_eq!(own["askings"][1]["answer"]["words"]["state"], "received");
    assert_eq!(own["askings"][0]["answer"]["verdict"], "not_yet", "the first verdict stays");

    // The words are read first.
    assert!(!table.trail(post).await?.to_string().contains("Roodborst"));
    let read = table.unread().await?;
    assert_eq!((&read["words"][0]["verdict"], &read["words"][0]["revision"]), (&json!("heard"), &json!(1)));
    let words = paths::words_decision(second);
    assert_eq!(desk.post(&people[1], &words, publishing(2)).await?.brief(), (409, "stale_revision".to_owned()));
    assert_eq!(desk.post(&people[1], &words, publishing(1)).await?.json()["words"], json!([]));
    let trail = table.trail(post).await?;
    assert_eq!(trail["askings"][1]["answer"]["words"], "Vooral dat van vier weken. Roodborst.");
    let own = table.own(post).await?;
    let all = ["asked", "answered", "understood", "understood", "verdict", "asked", "answered", "verdict"];
    assert_eq!(kinds(&own, "trail")[3..], all);
    assert!(!own.to_string().contains("Anna"), "the writer does not learn who");
    assert_eq!(desk.app.store.prove(&[]).await?.faults, []);
    Ok(())
}

#[tokio::test]
async fn what_nobody_has_read_is_nowhere() -> Outcome {
    let (desk, people, organisation) = world().await?;
    let table = table(&desk, &people, organisation);
    let (post, asking) = table.answer(Progress::Sent).await?;
    let nowhere = async |word: &str| -> Outcome {
        for path in [
            paths::POSTS.to_owned(),
            paths::post(post),
            paths::trail(post),
            "/".to_owned(),
            format!("/droom/{post}"),
            format!("/en/droom/{post}"),
            format!("/api/posts?q={word}"),
            paths::ORGANISATIONS.to_owned(),
            paths::organisation_answers(organisation),
            format!("/organisatie/{organisation}"),
        ] {
            let text = desk.get(&Caller::Anonymous, &path).await?.text;
            assert!(!text.contains(word), "{path} holds {word}");
        }
        Ok(())
    };
    let other = desk.organisation("Jeugdzorg Rietveld").await?.1;
    for word in ["Wielewaal", "Kwikstaart"] {
        nowhere(word).await?;
        for (who, path) in [(&people[0], paths::MINE), (&people[0], paths::MINE_STORED), (&other, paths::ANSWERS)] {
            assert!(!desk.get(who, path).await?.text.contains(word), "{path} holds {word}");
        }
    }
    // Handed back with a reason and a sentence, for the answerer alone; and declined.
    for (decision, state) in [("hand_back", "handed_back"), ("decline", "declined")] {
        let revision = desk.get(&people[2], &paths::answer(asking)).await?.json()["sent"]["revision"].clone();
        let body =
            json!({"revision": revision, "decision": decision, "reason": "not_heard", "sentence": "Begin bij haar."});
        assert_eq!(table.decide(asking, body.clone()).await?.status, 200);
        assert_eq!(table.decide(asking, body).await?.brief(), (409, "not_allowed_now".to_owned()));
        let sent = desk.get(&people[2], &paths::answer(asking)).await?.json()["sent"].clone();
        assert_eq!((&sent["state"], &sent["reason"]), (&json!(state), &json!("not_heard")));
        assert_eq!(sent["sentence"], "Begin bij haar.");
        nowhere("Wielewaal").await?;
        nowhere("Begin bij haar").await?;
        assert_eq!(kinds(&table.trail(post).await?, "events"), ["published", "asked"]);
        let again = u32::try_from(revision.as_u64().ok_or("revision")?)?;
        assert_eq!(table.send(asking, again).await?.json()["sent"]["state"], "received");
    }
    // A writer's words are read first too, and other words again.
    assert_eq!(table.decide(asking, publishing(3)).await?.status, 200);
    let verdict = paths::verdict(post, asking);
    table.say(verdict.clone(), json!({"verdict": "partly", "words": "Eerst Goudvink."})).await?;
    nowhere("Goudvink").await?;
    let words = paths::words_decision(asking);
    assert_eq!(desk.post(&people[1], &words, publishing(1)).await?.status, 200);
    assert!(table.trail(post).await?.to_string().contains("Goudvink"));
    table.say(verdict.clone(), json!({"verdict": "partly", "words": "Dan Kneu."})).await?;
    nowhere("Kneu").await?;
    nowhere("Goudvink").await?;
    assert_eq!(files_with(desk.folder(), "Goudvink"), Vec::<String>::new(), "the words before are gone");
    let declining = json!({"revision": 2, "decision": "decline", "reason": "hurtful_words"});
    assert_eq!(desk.post(&people[1], &words, declining).await?.status, 200);
    nowhere("Kneu").await?;
    let own = table.own(post).await?["askings"][0]["answer"]["words"].clone();
    assert_eq!((&own["state"], &own["reason"]), (&json!("declined"), &json!("hurtful_words")));
    // Without words the verdict stands alone.
    table.say(verdict, json!({"verdict": "partly"})).await?;
    assert_eq!(table.own(post).await?["askings"][0]["answer"]["words"], Value::Null);
    assert_eq!(files_with(desk.folder(), "Kneu"), Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn words_that_show_danger_come_first_and_are_read_by_two() -> Outcome {
    let (desk, people, organisation) = world().await?;
    let table = table(&desk, &people, organisation);
    let bob = desk.staff("Bob", StaffRole::Facilitator).await?;
    let (_, calm) = table.answer(Progress::Spoken).await?;
    let (post, asking) = table.answer(Progress::Published).await?;
    table.say(paths::verdict(post, asking), json!({"verdict": "not_yet", "words": "Ik wil niet meer leven."})).await?;
    let read = table.unread().await?;
    assert_eq!((id_of(&read["words"][0]), id_of(&read["words"][1])), (asking, calm));
    assert_eq!(read["words"][0]["signals"][0]["kind"], "suicide");
    let path = paths::words_decision(asking);
    let first = desk.post(&people[1], &path, publishing(1)).await?.json();
    assert_eq!(first["words"][0]["read_by"], "Anna");
    assert_eq!(
        desk.post(&people[1], &path, publishing(1)).await?.brief(),
        (409, "needs_another_facilitator".to_owned())
    );
    assert!(!table.trail(post).await?.to_string().contains("niet meer leven"));
    let declining = json!({"revision": 1, "decision": "decline", "reason": "worried"});
    assert_eq!(desk.post(&bob, &path, declining).await?.status, 200);
    assert_eq!(table.own(post).await?["askings"][0]["answer"]["words"]["reason"], "worried");
    Ok(())
}

#[tokio::test]
async fn an_answer_holds_both_parts_and_no_way_to_reach_anybody() -> Outcome {
    let (desk, people, organisation) = world().await?;
    let table = table(&desk, &people, organisation);
    let (_, asking) = table.answer(Progress::Asked).await?;
    let with = |name: &str, value: Value| {
        let mut body = answer(0);
        body[name] = value;
        body
    };
    for (body, field, code) in [
        (with("understood_text", json!("")), "understood_text", "empty"),
        (with("understood_text", Value::Null), "understood_text", "missing"),
        (with("does_text", json!(" ")), "does_text", "empty"),
        (with("does_text", json!("a".repeat(1_501))), "does_text", "too_long"),
        (with("by_function", json!("")), "by_function", "empty"),
        (with("does_text", json!("Bel mij op 06-12345678.")), "does_text", "contact_details"),
        (with("understood_text", json!("Mail naar sam@voorbeeld.nl")), "understood_text", "contact_details"),
        (with("by_function", json!("Sam, 06-12345678")), "by_function", "contact_details"),
        (with("does_text", json!("Zoek mij op insta: @sam_helpt")), "does_text", "contact_details"),
        (with("by_name", json!("")), "by_name", "empty"),
        (with("by_name", json!("Samira, 06-12345678")), "by_name", "contact_details"),
        (with("by_name", json!("sam@voorbeeld.nl")), "by_name", "contact_details"),
        (with("by_name", json!("Samira de Vries")), "by_name", "invalid"),
        (with("by_name", json!("Samira Bakker")), "by_name", "invalid"),
        (with("by_name", json!("Jansen")), "by_name", "invalid"),
        (with("by_name", json!(7)), "by_name", "wrong_type"),
        (with("revision", json!("een")), "revision", "wrong_type"),
        (with("email", json!("sam@voorbeeld.nl")), "email", "unknown_field"),
    ] {
        let reply = desk.call(&people[2], Method::PUT, &paths::answer(asking), Some(body.clone())).await?;
        assert_eq!(reply.brief(), (422, "invalid_fields".to_owned()), "{body}");
        let fields = reply.json()["fields"].as_array().cloned().unwrap_or_default();
        let told: Vec<_> = fields.iter().map(|it| (it["field"].clone(), it["code"].clone())).collect();
        assert_eq!(told, [(json!(field), json!(code))], "{body}");
    }
    let goes = with("does_text", json!("Wij van Jeugdhulp Vlierpad stoppen. De Kindertelefoon is er ook: 0800-0432."));
    assert_eq!(desk.call(&people[2], Method::PUT, &paths::answer(asking), Some(goes)).await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn an_answerer_sees_no_more_than_everybody_and_nothing_of_what_left_the_board() -> Outcome {
    let (desk, people, organisation) = world().await?;
    let table = table(&desk, &people, organisation);
    for step in ["take_down", "withdrawal", "erase"] {
        let (post, asking) = table.answer(Progress::Published).await?;
        table.say(paths::understood(post, asking), json!({"understood": "no"})).await?;
        let second = id_of(&table.ask(post).await?.json()["items"][1]);
        table.send(second, 0).await?;
        let public = desk.get(&Caller::Anonymous, &paths::post(post)).await?.json();
        let asked = desk.get(&people[2], &paths::answer(second)).await?.json();
        assert_eq!(asked["post"], public, "the very same post");
        for private in ["trail", "received", "waiting_since", "revision_of", "Anna"] {
            assert!(!asked["post"].to_string().contains(private), "{private}");
        }
        match step {
            "take_down" => desk.decide(&people[1], post, 1, "take_down").await?,
            "withdrawal" => desk.call(&people[0], Method::POST, &paths::withdrawal(post), None).await?,
            _ => desk.call(&people[0], Method::DELETE, &paths::post(post), None).await?,
        };
        for id in [asking, second] {
            assert_eq!(desk.get(&people[2], &paths::answer(id)).await?.status, 404, "{step}");
        }
        let list = desk.get(&people[2], paths::ANSWERS).await?.json();
        assert_eq!((&list["open"], &list["answered"]), (&json!([]), &json!([])), "{step}");
        assert_eq!(table.send(second, 1).await?.status, 404, "{step}");
        assert_eq!(table.unread().await?["answers"], json!([]), "{step}");
        let statuses = (
            table.decide(second, publishing(1)).await?.status.as_u16(),
            table.say(paths::verdict(post, asking), json!({"verdict": "heard"})).await?.status.as_u16(),
            table.ask(post).await?.status.as_u16(),
        );
        let expected = if step == "erase" { (404, 404, 409) } else { (409, 409, 409) };
        assert_eq!(statuses, expected, "{step}");
        if step == "take_down" {
            // Turned back, everything is there again.
            let bob = desk.staff("Bob", StaffRole::Facilitator).await?;
            assert_eq!(desk.decide(&bob, post, 1, "reverse").await?.status, 200);
            assert_eq!(table.decide(second, publishing(1)).await?.status, 200);
            assert_eq!(table.trail(post).await?["askings"].as_array().map(Vec::len), Some(2));
            desk.call(&people[0], Method::DELETE, &paths::post(post), None).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn with_the_post_go_its_answers_and_the_writers_words() -> Outcome {
    let (desk, people, organisation) = world().await?;
    let table = table(&desk, &people, organisation);
    for everything in [false, true] {
        let (post, _) = table.answer(Progress::Spoken).await?;
        let stored = desk.get(&people[0], paths::MINE_STORED).await?.text;
        for word in ["Wielewaal", "Kwikstaart", "Roodborst"] {
            assert!(!files_with(desk.folder(), word).is_empty() && stored.contains(word), "{word}");
        }
        let path = if everything { paths::MINE.to_owned() } else { paths::post(post) };
        assert_eq!(desk.call(&people[0], Method::DELETE, &path, None).await?.status, 204);
        for word in ["Wielewaal", "Kwikstaart", "Roodborst"] {
            assert_eq!(files_with(desk.folder(), word), Vec::<String>::new(), "{word}");
        }
        assert_eq!(desk.app.store.prove(&[]).await?.faults, []);
    }
    Ok(())
}

#[tokio::test]
async fn waiting_is_counted_in_days_of_the_calendar_also_when_the_clock_is_moved() -> Outcome {
    let (desk, people, organisation) = world().await?;
    // Some seconds went by while people signed in.
    desk.pass(NOON - droombord_server::clock::Clock::now(&*desk.app.clock));
    let days_of = async |post: Uuid| -> Outcome<Value> {
        let trail = desk.get(&Caller::Anonymous, &paths::trail(post)).await?.json();
        Ok(trail["askings"][0]["days"].clone())
    };
    // 2027-03-27T22:30:00Z is half past eleven in the evening; in the night the clock goes forward.
    let evening = 1_806_186_600;
    desk.pass(evening - NOON);
    let anna = desk.staff("Bea", StaffRole::Facilitator).await?;
    let (_, answerer) = desk.organisation("Jeugdzorg Rietveld").await?;
    let people = [people[0].clone(), anna, answerer];
    let table = table(&desk, &people, organisation);
    let post = table.post().await?;
    table.ask(post).await?;
    assert_eq!(days_of(post).await?, 0);
    desk.pass(60 * 60);
    assert_eq!(days_of(post).await?, 1, "midnight has passed");
    // Twenty-three hours later that day is over: 2027-03-28 has no more.
    desk.pass(22 * 60 * 60);
    assert_eq!(days_of(post).await?, 1);
    desk.pass(60 * 60);
    assert_eq!(days_of(post).await?, 2);
    desk.pass(10 * DAY);
    assert_eq!(days_of(post).await?, 12);
    let own = table.own(post).await?;
    assert_eq!(own["askings"][0]["days"], 12);
    Ok(())
}

#[tokio::test]
async fn what_waits_longest_comes_first_and_waiting_ends_with_the_answer() -> Outcome {
    let (desk, people, organisation) = world().await?;
    let table = table(&desk, &people, organisation);
    let (first, asking) = table.answer(Progress::Asked).await?;
    desk.pass(60);
    let (_, later) = table.answer(Progress::Asked).await?;
    let list = desk.get(&people[2], paths::ANSWERS).await?.json();
    assert_eq!((id_of(&list["open"][0]), id_of(&list["open"][1])), (asking, later));
    assert_eq!(list["organisation"]["name"], "Jeugdhulp Vlierpad");
    desk.pass(3 * DAY);
    let [anna, answerer] = [
        desk.staff("Bob", StaffRole::Facilitator).await?,
        desk.signed_in(&desk.account_of("Nog iemand", StaffRole::Answerer, Some(organisation)).await?).await?,
    ];
    let people = [people[0].clone(), anna, answerer];
    let table = Table { facilitator: &people[1], answerer: &people[2], ..table };
    table.send(asking, 0).await?;
    table.decide(asking, publishing(1)).await?;
    desk.pass(5 * DAY);
    assert_eq!(table.trail(first).await?["askings"][0]["days"], 3, "the waiting took three days");
    Ok(())
}

#[tokio::test]
async fn an_organisation_that_does_not_take_part_is_not_asked_and_names_are_unique() -> Outcome {
    let (desk, people, organisation) = world().await?;
    let table = table(&desk, &people, organisation);
    let admin = desk.staff("Beheer", StaffRole::Administrator).await?;
    let made = desk.post(&admin, paths::ORGANISATIONS, json!({"name": " Huis  Zuid ", "group": 2})).await?;
    assert_eq!(
        (made.status.as_u16(), &made.json()["name"], &made.json()["active"]),
        (201, &json!("Huis Zuid"), &json!(true))
    );
    let same = json!({"name": "HUIS zuid", "group": 1});
    assert_eq!(desk.post(&admin, paths::ORGANISATIONS, same.clone()).await?.brief(), (409, "name_taken".to_owned()));
    let alike = json!({"name": "Huis Zu\u{456}d", "group": 1});
    assert_eq!(desk.post(&admin, paths::ORGANISATIONS, alike.clone()).await?.brief(), (409, "name_taken".to_owned()));
    let path = paths::organisation(organisation);
    let call = async |path: &str, body: Value| desk.call(&admin, Method::PUT, path, Some(body)).await;
    assert_eq!(call(&path, alike).await?.brief(), (409, "name_taken".to_owned()));
    assert_eq!(call(&path, same).await?.brief(), (409, "name_taken".to_owned()));
    assert_eq!(call(&paths::organisation(Uuid::nil()), json!({"name": "X", "group": 1})).await?.status, 404);
    assert_eq!(call(&path, json!({"name": "Vlierpad", "group": 0})).await?.status, 422);

    let (post, asking) = table.answer(Progress::Asked).await?;
    assert_eq!(call(&path, json!({"name": "Vlierpad", "group": 1, "active": false})).await?.status, 204);
    let other = table.post().await?;
    assert_eq!(table.ask(other).await?.brief(), (409, "not_allowed_now".to_owned()));
    // What was asked before still waits, under its name of now, and can be answered.
    assert_eq!(table.trail(post).await?["askings"][0]["organisation"]["name"], "Vlierpad");
    assert_eq!(table.send(asking, 0).await?.status, 200);
    let nobody = json!({"organisation": Uuid::nil().to_string()});
    assert_eq!(desk.post(&people[1], &paths::asks(post), nobody).await?.status, 404);
    for (body, field, code) in [
        (json!({"name": "Sam", "role": "answerer"}), "organisation", "missing"),
        (json!({"name": "Sam", "role": "facilitator", "organisation": organisation}), "organisation", "invalid"),
        (json!({"name": "Sam", "role": "answerer", "organisation": "x"}), "organisation", "unknown_value"),
    ] {
        let reply = desk.post(&admin, paths::ACCOUNTS, body).await?;
        assert_eq!(reply.json()["fields"], json!([{"field": field, "code": code}]));
    }
    let list = desk.get(&Caller::Anonymous, paths::ORGANISATIONS).await?.json();
    let names: Vec<_> = list["items"].as_array().into_iter().flatten().map(|it| it["name"].clone()).collect();
    assert_eq!(names, ["Vlierpad", "Huis Zuid"]);
    Ok(())
}

#[tokio::test]
async fn an_answerer_without_an_organisation_answers_for_nobody() -> Outcome {
    let desk = Desk::start().await?;
    let answerer = desk.staff("Oud", StaffRole::Answerer).await?;
    assert_eq!(desk.get(&answerer, paths::ANSWERS).await?.brief(), (403, "forbidden".to_owned()));
    Ok(())
}

#[tokio::test]
async fn an_answer_is_signed_by_a_first_name_wherever_it_stands_and_an_old_one_by_none() -> Outcome {
    let (desk, people, organisation) = world().await?;
    let table = table(&desk, &people, organisation);
    for name in [None, Some("Sjoukje"), Some("Jan Willem"), Some("محمد")] {
        let (post, asking) = table.answer(Progress::Asked).await?;
        let mut body = answer(0);
        if let Some(name) = name {
            body["by_name"] = json!(format!(" {name} "));
        }
        let sent = desk.call(&people[2], Method::PUT, &paths::answer(asking), Some(body)).await?;
        assert_eq!(sent.status, 200, "{}", sent.text);
        let unread = table.unread().await?["answers"][0]["sent"].clone();
        assert_eq!(table.decide(asking, publishing(1)).await?.status, 200);
        let verdict = json!({"verdict": "heard", "words": "Dank je."});
        assert_eq!(table.say(paths::verdict(post, asking), verdict).await?.status, 200);
        let waiting = table.unread().await?["words"].as_array().cloned().unwrap_or_default();
        let words = waiting.into_iter().find(|words| id_of(words) == asking).ok_or("no such words")?;
        for (place, answer) in [
            ("the answerer's", &sent.json()["sent"]),
            ("the desk's", &unread),
            ("beside words", &words["answer"]),
            ("everybody's", &table.trail(post).await?["askings"][0]["answer"]),
            ("the writer's", &table.own(post).await?["askings"][0]["answer"]),
        ] {
            assert_eq!(answer["by_function"], "Teamleider wonen", "{place}: {answer}");
            assert_eq!(answer.get("by_name").and_then(Value::as_str), name, "{place}: {answer}");
            assert!(name.is_some() || answer.get("by_name").is_none(), "{place}: nothing is invented: {answer}");
        }
        let stored = desk.get(&people[0], paths::MINE_STORED).await?.text;
        for address in [format!("/droom/{post}"), format!("/en/droom/{post}")] {
            let html = desk.get(&Caller::Anonymous, &address).await?.text;
            assert!(name.is_none_or(|name| html.contains(name)), "{address}");
        }
        assert!(name.is_none_or(|name| stored.contains(name)), "{stored}");
    }
    Ok(())
}

//! Worklist of the desk: each kind of work appears when there is something to do, names it, and goes when it is done. The mails that remind
//! have its numbers.

use crate::{
    app::{files_with, id_of},
    digest::{Office, Says},
    staff::{Caller, Desk, Outcome, Person},
};
use droombord_domain::{paths, staff::StaffRole, when::Day, worklist::WorkKind};
use droombord_server::{auth::delay::Pace, clock::day, settings::Given, warnings::Warning};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

const DAY: i64 = 24 * 60 * 60;
const DREAM: &str = "Ik droom van een hond op de groep. Een grote.";
const HEADING: &str = "Ik droom van een hond op de groep.";
const DANGER: &str = "Ik wil niet meer leven. Niemand hoort mij.";

/// A desk with two facilitators, an organisation with an answerer, and a writer.
struct Room {
    desk: Desk,
    anna: Person,
    wim: Person,
    organisation: Uuid,
    writer: Caller,
}

impl Room {
    async fn with(settings: Given) -> Outcome<Self> {
        let desk = Desk::with(Pace::off(), settings).await?;
        let anna = desk.account("Anna", StaffRole::Facilitator).await?;
        let (organisation, _) = desk.organisation("Jeugdhulp Vlierpad").await?;
        let wim = desk.account_of("Wim", StaffRole::Answerer, Some(organisation)).await?;
        let writer = desk.key();
        Ok(Self { desk, anna, wim, organisation, writer })
    }

    /// A call in a session of its own: days may have gone by.
    async fn by(&self, who: &Person, method: Method, path: &str, body: Option<Value>) -> Outcome<Value> {
        let caller = self.desk.signed_in(who).await?;
        let reply = self.desk.call(&caller, method, path, body).await?;
        assert!(reply.status.is_success(), "{path}: {}", reply.text);
        Ok(reply.json())
    }

    async fn anna(&self, path: &str, body: Value) -> Outcome<Value> {
        self.by(&self.anna, Method::POST, path, Some(body)).await
    }

    async fn published(&self, text: &str) -> Outcome<Uuid> {
        let post = self.desk.dream(&self.writer, text).await?;
        self.anna(&paths::decision(post), json!({"revision": 1, "decision": "publish"})).await?;
        Ok(post)
    }

    async fn ask(&self, post: Uuid, organisation: Uuid) -> Outcome<Uuid> {
        let asked = self.anna(&paths::asks(post), json!({"organisation": organisation})).await?;
        Ok(id_of(asked["items"].as_array().and_then(|all| all.last()).ok_or("an asking")?))
    }

    /// An answer that waits for a reader.
    async fn answer(&self, asking: Uuid, revision: u32) -> Outcome<Value> {
        let answer = json!({"revision": revision, "understood_text": "Jij wilt een hond op de groep.", "does_text": "Wij vragen het na.", "by_function": "teamleider wonen"});
        self.by(&self.wim, Method::PUT, &paths::answer(asking), Some(answer)).await
    }

    async fn decide_answer(&self, asking: Uuid, decision: Value) -> Outcome<Value> {
        self.anna(&paths::answer_decision(asking), decision).await
    }

    /// A promise because of a post, due in so many days, that waits for a reader.
    async fn promise(&self, post: Uuid, days: i64) -> Outcome<Uuid> {
        let due = Day::of_number(day(self.desk.app.clock.now()) + days).ok_or("a day")?;
        let what = format!("Elke groep krijgt een hond: {days}.");
        let draft =
            json!({"direction": "start", "what": what, "owner": "teamleider", "due": due.to_string(), "posts": [post]});
        Ok(id_of(&self.by(&self.wim, Method::POST, paths::OWN_PROMISES, Some(draft)).await?))
    }

    /// A facilitator's yes to what waits of a promise.
    async fn place_promise(&self, promise: Uuid) -> Outcome<Value> {
        let waiting = self.by(&self.anna, Method::GET, paths::DESK_PROMISES, None).await?;
        let one = waiting["items"].as_array().and_then(|all| all.iter().find(|it| it["id"] == json!(promise)));
        let sayings = one.and_then(|one| one["sayings"].as_array()).ok_or("sayings")?;
        let saying = sayings.iter().find(|it| it["reading"] == "waiting").ok_or("a saying")?["id"].clone();
        self.anna(&paths::promise_decision(promise), json!({"saying": saying, "decision": "publish"})).await
    }

    async fn pass(&self, days: i64) -> Outcome {
        self.desk.pass(days * DAY);
        Ok(self.desk.app.store.daily(2, self.desk.app.clock.now(), None).await?)
    }

    async fn list(&self) -> Outcome<Value> {
        self.by(&self.anna, Method::GET, paths::WORKLIST, None).await
    }

    /// The kinds in the list, each with its number.
    async fn kinds(&self) -> Outcome<Vec<(String, u64)>> {
        let list = self.list().await?;
        let groups = list["groups"].as_array().cloned().unwrap_or_default();
        let code = |group: &Value| group["kind"].as_str().unwrap_or_default().to_owned();
        Ok(groups.iter().map(|group| (code(group), group["count"].as_u64().unwrap_or_default())).collect())
    }

    /// The first item of a kind.
    async fn first(&self, kind: WorkKind) -> Outcome<Value> {
        let list = self.list().await?;
        let groups = list["groups"].as_array().cloned().unwrap_or_default();
        let group = groups.into_iter().find(|group| group["kind"] == kind.code()).ok_or(kind.code())?;
        Ok(group["items"][0].clone())
    }

    /// Exactly these kinds are in the list, one of each.
    async fn is(&self, kinds: &[WorkKind], when: &str) -> Outcome {
        let expected: Vec<_> = kinds.iter().map(|kind| (kind.code().to_owned(), 1)).collect();
        assert_eq!(self.kinds().await?, expected, "{when}");
        Ok(())
    }
}

fn named(item: &Value) -> (&str, &str, i64, &str) {
    let text = |value: &'static str| item.pointer(value).and_then(Value::as_str).unwrap_or_default();
    (text("/heading"), text("/organisation/name"), item["days"].as_i64().unwrap_or(i64::MIN), text("/by"))
}

#[tokio::test]
async fn what_waits_for_a_reader_is_work_until_it_is_read() -> Outcome {
    let room = Room::with(Given::default()).await?;
    room.is(&[], "nothing").await?;
    let dream = room.desk.dream(&room.writer, DREAM).await?;
    let danger = room.desk.dream(&room.desk.key(), DANGER).await?;
    room.desk.pass(2 * DAY);
    room.is(&[WorkKind::Danger, WorkKind::Queue], "danger first").await?;
    assert_eq!(named(&room.first(WorkKind::Queue).await?), (HEADING, "", 2, ""));
    room.by(&room.anna, Method::PUT, &paths::claim(dream), None).await?;
    assert_eq!(named(&room.first(WorkKind::Queue).await?).3, "Anna", "who reads it");
    room.anna(&paths::decision(danger), json!({"revision": 1, "decision": "publish"})).await?;
    assert_eq!(named(&room.first(WorkKind::Danger).await?).3, "Anna", "who read it first");
    let bob = room.desk.account("Bob", StaffRole::Facilitator).await?;
    for (who, post) in [(&room.anna, dream), (&bob, danger)] {
        room.by(who, Method::POST, &paths::decision(post), Some(json!({"revision": 1, "decision": "publish"}))).await?;
    }
    assert_eq!(room.kinds().await?, [("unasked".to_owned(), 2)], "after placing, somebody is to be asked");
    room.ask(dream, room.organisation).await?;
    room.ask(danger, room.organisation).await?;
    room.is(&[], "all asked").await?;

    let about = json!({"reason": "untrue"});
    assert_eq!(room.desk.post(&Caller::Anonymous, &paths::reports(dream), about).await?.status, 204);
    room.is(&[WorkKind::Report], "a report").await?;
    let report = room.first(WorkKind::Report).await?;
    assert_eq!((named(&report).0, &report["post"]), (HEADING, &json!(dream)));
    let subject = report["subject"].as_str().ok_or("subject")?.parse()?;
    room.anna(&paths::report_handled(subject), json!({})).await?;
    room.is(&[], "seen to").await
}

#[tokio::test]
async fn an_asking_is_work_when_it_waits_too_long_and_again_when_nobody_was_heard() -> Outcome {
    let room = Room::with(Given { asking_days: Some(20), ..Given::default() }).await?;
    let post = room.published(DREAM).await?;
    let asking = room.ask(post, room.organisation).await?;
    room.pass(19).await?;
    room.is(&[], "not yet too long").await?;
    room.pass(1).await?;
    assert_eq!(named(&room.first(WorkKind::Asking).await?), (HEADING, "Jeugdhulp Vlierpad", 20, "Anna"));
    // Reminding is a step; so is asking somebody else. Both hold for a while.
    room.anna(&paths::reminder(asking), json!({})).await?;
    room.is(&[], "reminded").await?;
    let anna = room.desk.signed_in(&room.anna).await?;
    let twice = room.desk.call(&anna, Method::POST, &paths::reminder(asking), None).await?;
    assert_eq!(twice.brief(), (409, "not_allowed_now".to_owned()));
    room.pass(7).await?;
    room.is(&[WorkKind::Asking], "still no answer").await?;
    let (other, _) = room.desk.organisation("Stichting Zilverberk").await?;
    room.ask(post, other).await?;
    room.is(&[], "somebody else is asked").await?;
    room.pass(7).await?;
    room.is(&[WorkKind::Asking], "the first one still waits").await?;

    room.answer(asking, 0).await?;
    room.is(&[WorkKind::Answer], "it waits for us now").await?;
    room.decide_answer(asking, json!({"revision": 1, "decision": "publish"})).await?;
    room.is(&[], "published").await?;
    for (path, body) in [
        (paths::understood(post, asking), json!({"understood": "no"})),
        (paths::verdict(post, asking), json!({"verdict": "not_yet"})),
    ] {
        let said = room.desk.call(&room.writer, Method::PUT, &path, Some(body)).await?;
        assert_eq!(said.status, 200, "{}", said.text);
        room.is(&[WorkKind::NotHeard], &path).await?;
    }
    assert_eq!(named(&room.first(WorkKind::NotHeard).await?).1, "Jeugdhulp Vlierpad");
    room.ask(post, room.organisation).await?;
    room.is(&[], "asked again").await?;
    assert_eq!(room.desk.call(&room.writer, Method::DELETE, &paths::post(post), None).await?.status, 204);
    room.pass(60).await?;
    room.is(&[], "what left the board is no work").await
}

#[tokio::test]
async fn a_promise_is_work_near_its_day_and_past_it() -> Outcome {
    let room = Room::with(Given::default()).await?;
    let post = room.published(DREAM).await?;
    room.ask(post, room.organisation).await?;
    let promise = room.promise(post, 20).await?;
    room.is(&[WorkKind::Saying], "to be read").await?;
    room.place_promise(promise).await?;
    room.is(&[], "far away").await?;
    room.pass(6).await?;
    assert_eq!(
        named(&room.first(WorkKind::Promise).await?),
        ("Elke groep krijgt een hond: 20.", "Jeugdhulp Vlierpad", 14, "")
    );
    let says = |says: &str| json!({"says": says, "words": "Wij zijn er mee bezig."});
    room.by(&room.wim, Method::POST, &paths::own_sayings(promise), Some(says("not_yet"))).await?;
    room.is(&[WorkKind::Saying], "said and to be read").await?;
    room.place_promise(promise).await?;
    room.is(&[], "said").await?;
    room.pass(16).await?;
    let overdue: Vec<_> = room.kinds().await?.into_iter().filter(|(kind, _)| kind == "promise").collect();
    assert_eq!(overdue, [("promise".to_owned(), 1)]);
    assert_eq!(named(&room.first(WorkKind::Promise).await?).2, -2, "its day is over");
    room.by(&room.wim, Method::POST, &paths::own_sayings(promise), Some(says("kept"))).await?;
    room.place_promise(promise).await?;
    assert!(room.kinds().await?.iter().all(|(kind, _)| kind != "promise"));
    Ok(())
}

#[tokio::test]
async fn a_question_to_a_writer_is_work_once_the_reminder_brought_nothing() -> Outcome {
    let room = Room::with(Given::default()).await?;
    let post = room.desk.dream(&room.writer, DREAM).await?;
    let question =
        json!({"revision": 1, "decision": "hand_back", "reason": "unclear", "sentence": "Wat voor hond bedoel je?"});
    room.anna(&paths::decision(post), question).await?;
    room.is(&[], "the writer has the word").await?;
    room.pass(7).await?;
    assert_eq!(named(&room.first(WorkKind::HandBack).await?), (HEADING, "", 7, "Anna"));
    let draft = json!({"kind": "dream", "text": "Ik droom van een grote hond."});
    let revised = room
        .desk
        .call(&room.writer, Method::PATCH, &paths::post(post), Some(json!({"revision": 1, "draft": draft})))
        .await?;
    assert_eq!(revised.status, 200, "{}", revised.text);
    room.is(&[WorkKind::Queue], "it waits for a reader again").await
}

#[tokio::test]
async fn of_each_kind_the_first_five_come_and_of_one_alone_more() -> Outcome {
    let room = Room::with(Given::default()).await?;
    let mut posts = Vec::new();
    for number in 0..7 {
        posts.push(room.published(&format!("Droom {number}.")).await?);
        room.desk.pass(60);
    }
    let list = room.list().await?;
    let ids = |list: &Value| -> Vec<Value> {
        list["groups"][0]["items"].as_array().into_iter().flatten().map(|item| item["post"].clone()).collect()
    };
    assert_eq!((list["groups"][0]["count"].as_u64(), &list["asking_days"]), (Some(7), &json!(14)));
    assert_eq!(ids(&list), posts[..5].iter().map(|id| json!(id)).collect::<Vec<_>>(), "what waits longest first");
    let path = format!("{}?kind=unasked", paths::WORKLIST);
    assert_eq!(ids(&room.by(&room.anna, Method::GET, &path, None).await?).len(), 7);
    let anna = room.desk.signed_in(&room.anna).await?;
    let wrong = room.desk.get(&anna, &format!("{}?kind=alles", paths::WORKLIST)).await?;
    assert_eq!(wrong.brief(), (422, "invalid_fields".to_owned()));
    Ok(())
}

#[tokio::test]
async fn what_answers_a_post_that_left_the_board_is_no_work() -> Outcome {
    let room = Room::with(Given::default()).await?;
    let post = room.published(DREAM).await?;
    let asking = room.ask(post, room.organisation).await?;
    room.answer(asking, 0).await?;
    let promise = room.promise(post, 10).await?;
    room.place_promise(promise).await?;
    room.is(&[WorkKind::Answer, WorkKind::Promise], "an answer to read, and a promise whose day is near").await?;
    let gone = room.desk.call(&room.writer, Method::POST, &paths::withdrawal(post), None).await?;
    assert_eq!(gone.status, 200, "{}", gone.text);
    room.is(&[WorkKind::Promise], "nobody can read the answer").await?;
    assert_eq!(room.desk.call(&room.writer, Method::DELETE, &paths::post(post), None).await?.status, 204);
    room.is(&[], "nobody can say anything of a promise without words").await
}

#[tokio::test]
async fn every_kind_of_work_is_a_line_of_the_mail_to_facilitators() -> Outcome {
    let office = Office::open().await;
    let room = Room::with(office.settings(&["anna@zorg.example"])).await?;
    room.desk.app.remind().await?;
    assert_eq!(office.letters_to("anna@zorg.example"), [], "nothing is to be done");

    let question = json!({"revision": 1, "decision": "hand_back", "reason": "unclear"});
    let asked = room.desk.dream(&room.desk.key(), "Ik droom van iets.").await?;
    room.anna(&paths::decision(asked), question).await?;
    let waits = room.published("Ik droom van rust.").await?;
    room.ask(waits, room.organisation).await?;
    let unheard = room.published("Ik droom van een fiets.").await?;
    let asking = room.ask(unheard, room.organisation).await?;
    room.answer(asking, 0).await?;
    room.decide_answer(asking, json!({"revision": 1, "decision": "publish"})).await?;
    let verdict = json!({"verdict": "not_yet"});
    let said = room.desk.call(&room.writer, Method::PUT, &paths::verdict(unheard, asking), Some(verdict)).await?;
    assert_eq!(said.status, 200, "{}", said.text);
    let promise = room.promise(unheard, 20).await?;
    room.place_promise(promise).await?;
    room.pass(7).await?;
    room.pass(7).await?;
    room.published("Ik droom van een boomhut.").await?;
    let answered = room.published("Ik droom van een moestuin.").await?;
    let asking = room.ask(answered, room.organisation).await?;
    room.answer(asking, 0).await?;
    let about = json!({"reason": "untrue"});
    assert_eq!(room.desk.post(&Caller::Anonymous, &paths::reports(answered), about).await?.status, 204);
    room.promise(answered, 90).await?;
    for _ in 0..2 {
        room.desk.dream(&room.desk.key(), "Ik droom van een kat.").await?;
    }
    room.desk.dream(&room.desk.key(), DANGER).await?;

    let kinds = room.kinds().await?;
    assert_eq!(kinds.len(), WorkKind::ALL.len(), "something of every kind: {kinds:?}");
    let count = |kind: WorkKind| if kind == WorkKind::Queue { 2_u64 } else { 1 };
    assert!(kinds.iter().zip(WorkKind::ALL).all(|((_, n), kind)| *n == count(*kind)), "{kinds:?}");
    room.desk.app.remind().await?;
    let line = |kind: &WorkKind| match kind {
        WorkKind::Danger => "1 tekst vraagt haast. Lees die eerst.",
        WorkKind::Report => "1 keer zegt iemand: hier klopt iets niet.",
        WorkKind::Queue => "2 dromen, verhalen en reacties wachten op een lezer.",
        WorkKind::Answer => "1 antwoord, of wat de schrijver erbij zegt, wacht op een lezer.",
        WorkKind::Saying => "1 belofte wacht op een lezer.",
        WorkKind::Unasked => "Bij 1 droom of verhaal is nog niemand om antwoord gevraagd.",
        WorkKind::Asking => "1 vraag wacht te lang op antwoord.",
        WorkKind::NotHeard => "1 schrijver voelt zich nog niet gehoord.",
        WorkKind::Promise => "Van 1 belofte is de dag er bijna, of voorbij.",
        WorkKind::HandBack => "1 schrijver zegt niets terug.",
    };
    let lines: Vec<String> = WorkKind::ALL.iter().map(|kind| line(kind).to_owned()).collect();
    assert_eq!(office.letters_to("anna@zorg.example"), [("Leestafel: 11 te doen".to_owned(), lines)]);
    Ok(())
}

const VLIERPAD: &str = "antwoorden@vlierpad.example";

#[tokio::test]
async fn an_organisation_is_reminded_once_a_day_of_what_waits_for_it() -> Outcome {
    let office = Office::open().await;
    let room = Room::with(office.settings(&["anna@zorg.example"])).await?;
    let beheer = room.desk.account("Beheer", StaffRole::Administrator).await?;
    let set = async |organisation: Uuid, mail: &str| {
        let path = paths::organisation_mail(organisation);
        room.by(&beheer, Method::PUT, &path, Some(json!({"mail": mail}))).await?;
        room.by(&beheer, Method::GET, &path, None).await
    };
    // A day later, so that it may be reminded again; what it is told.
    let told = async || -> Outcome<Vec<(String, Vec<String>)>> {
        room.pass(1).await?;
        room.desk.app.remind().await?;
        room.desk.app.remind().await?;
        Ok(office.letters_to(VLIERPAD))
    };
    let lines = |lines: &[&str]| {
        let all: u32 = lines.iter().filter_map(|line| line.split(' ').find_map(|word| word.parse::<u32>().ok())).sum();
        vec![(format!("Leestafel: {all} te doen"), lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>())]
    };
    let one_asked = "1 vraag wacht op jullie antwoord.";
    let handed_back = "1 antwoord kwam terug. Lees waarom, en schrijf het anders.";
    let near = "Van 1 belofte is de dag er bijna.";
    let late = "Van 1 belofte is de dag voorbij. Zeg hoe het gaat.";
    assert_eq!(set(room.organisation, " Antwoorden <antwoorden@vlierpad.example> ").await?["mail"], VLIERPAD);
    assert_eq!(told().await?, [], "nothing waits");
    let (one, two) = (room.published(DREAM).await?, room.published("Ik droom van rust.").await?);
    let asking = room.ask(one, room.organisation).await?;
    room.ask(two, room.organisation).await?;
    assert_eq!(told().await?, lines(&["2 vragen wachten op jullie antwoord."]));
    room.answer(asking, 0).await?;
    assert_eq!(told().await?, lines(&[one_asked]), "the other one waits for the desk");
    let other_words = json!({"revision": 1, "decision": "hand_back", "reason": "not_heard"});
    room.decide_answer(asking, other_words).await?;
    assert_eq!(told().await?, lines(&[one_asked, handed_back]));
    let promise = room.promise(one, 2).await?;
    let far = room.promise(one, 90).await?;
    room.place_promise(promise).await?;
    room.place_promise(far).await?;
    let waits = [one_asked, handed_back];
    assert_eq!(told().await?, lines(&[waits[0], waits[1], near]));
    assert_eq!(told().await?, lines(&[waits[0], waits[1], near]), "on its day");
    assert_eq!(told().await?, lines(&[waits[0], waits[1], late]));
    let says = json!({"says": "not_yet", "words": "Wij zijn er mee bezig."});
    room.by(&room.wim, Method::POST, &paths::own_sayings(promise), Some(says)).await?;
    assert_eq!(told().await?, lines(&waits), "it said how it goes");

    // A mailbox of two organisations gets a mail for each; a refused one stops nobody.
    let (other, _) = room.desk.organisation("Stichting Zilverberk").await?;
    set(other, VLIERPAD).await?;
    room.ask(one, other).await?;
    let mut both = told().await?;
    both.sort();
    let mut expected = [lines(&[one_asked]), lines(&waits)].concat();
    expected.sort();
    assert_eq!(both, expected);
    set(other, "weg@zilverberk.example").await?;
    office.letters_to("anna@zorg.example");
    office.says(Some(Says::To("weg", "550 5.1.1 nobody of that name")));
    assert_eq!(told().await?, lines(&waits));
    assert_eq!(office.letters_to("anna@zorg.example").len(), 1);
    assert_eq!(room.desk.app.warnings.all(room.desk.app.clock.now()), [Warning::MailRefused]);
    // Who takes no part any more is left alone, and an address that is taken away is gone.
    let form = json!({"name": "Stichting Zilverberk", "group": 1, "active": false});
    room.by(&beheer, Method::PUT, &paths::organisation(other), Some(form)).await?;
    set(room.organisation, "").await?;
    assert_eq!(told().await?, []);
    assert_eq!(room.desk.app.warnings.all(room.desk.app.clock.now()), [], "nobody is refused any more");
    assert_eq!(files_with(room.desk.folder(), VLIERPAD), Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn the_address_of_an_organisation_is_for_administrators_alone() -> Outcome {
    let room = Room::with(Given::default()).await?;
    let beheer = room.desk.staff("Beheer", StaffRole::Administrator).await?;
    let path = paths::organisation_mail(room.organisation);
    let put =
        async |path: &str, mail: Value| room.desk.call(&beheer, Method::PUT, path, Some(json!({"mail": mail}))).await;
    for (mail, code) in [
        (json!("vlierpad"), "invalid"),
        (json!(format!("{}@vlierpad.example", "a".repeat(250))), "too_long"),
        (json!(7), "wrong_type"),
        (json!("a@vlierpad.example\r\nBcc: b@ander.example"), "invalid"),
    ] {
        let refused = put(&path, mail.clone()).await?;
        assert_eq!((refused.status.as_u16(), &refused.json()["fields"][0]["code"]), (422, &json!(code)), "{mail}");
    }
    assert_eq!(put(&paths::organisation_mail(Uuid::new_v4()), json!(VLIERPAD)).await?.status, 404);
    assert_eq!(put(&path, json!(VLIERPAD)).await?.status, 204);
    let anna = room.desk.signed_in(&room.anna).await?;
    let wim = room.desk.signed_in(&room.wim).await?;
    for who in [&Caller::Anonymous, &room.writer, &anna, &wim, &beheer] {
        for page in
            [paths::ORGANISATIONS, paths::POSTS, paths::ANSWERS, paths::SESSION, paths::MINE_STORED, "/", "/privacy"]
        {
            assert!(!room.desk.get(who, page).await?.text.contains("vlierpad.example"), "{page} for {who:?}");
        }
    }
    Ok(())
}

//! Somebody who polls everything public learns of no decision before its batch: what happened to a post shows at the random
//! moment of a release, never at the second at which somebody decided.

use crate::{
    app::{DAY, NOON, TestApp, Wish, new_key},
    staff::Outcome,
};
use droombord_domain::{
    answer::{AnswerDecision, AnswerForm, AnswerRuling, WordsDecision, WordsRuling},
    api::SayingDecision,
    follow_key::FollowKey,
    organisation::OrganisationForm,
    paths,
    promise::{PromiseDraft, SayingDraft},
    when::Day,
};
use droombord_server::{
    clock::{Seconds, day},
    settings::{Given, LIVE_PAUSE},
    store::{
        Store,
        promise_desk::{SayingVerdict, Speaker},
    },
};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

/// What is younger waits for the next release.
const LEAST_AGE: Seconds = LIVE_PAUSE as Seconds / 6;

/// What happens to a post, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Ask,
    Answer,
    Understood,
    Verdict,
    Words,
    Heard,
    Promise,
    NotYet,
    Kept,
    Say,
    Another,
    Withdrawn,
}

const STORY: [Step; 12] = [
    Step::Ask,
    Step::Answer,
    Step::Understood,
    Step::Verdict,
    Step::Words,
    Step::Heard,
    Step::Promise,
    Step::NotYet,
    Step::Kept,
    Step::Say,
    Step::Another,
    Step::Withdrawn,
];

/// A board that releases in batches, with a facilitator and an organisation.
struct World {
    test: TestApp,
    account: Uuid,
    organisation: Uuid,
}

/// A post, and when each step was taken.
struct Story {
    writer: FollowKey,
    post: Uuid,
    asking: Uuid,
    promise: Uuid,
    another: Uuid,
    taken: Vec<Seconds>,
}

fn fits<T, E: std::fmt::Debug>(parsed: Result<T, E>) -> Outcome<T> {
    Ok(parsed.map_err(|faults| format!("{faults:?}"))?)
}

impl World {
    async fn set() -> Outcome<Self> {
        let settings = Given { live_pause: Some(LIVE_PAUSE), ..Given::default() };
        let test = TestApp::start_as(Wish { settings, ..Wish::default() }).await;
        let (account, organisation) = (test.facilitator().await, Uuid::new_v4());
        let form = OrganisationForm { name: "Jeugdhulp Vlierpad".to_owned(), group: 1, active: true };
        test.app.store.add_organisation(organisation, &fits(form.parse())?, "jeugdhulp vlierpad", false).await?;
        Ok(Self { test, account, organisation })
    }

    fn now(&self) -> Seconds {
        self.test.app.clock.now()
    }

    async fn story(&self, text: &str) -> Story {
        let writer = new_key();
        let post = self.test.published(&writer, text, &[]).await;
        let [asking, promise, another] = [(); 3].map(|()| Uuid::new_v4());
        Story { writer, post, asking, promise, another, taken: Vec::new() }
    }

    async fn release(&self) -> Outcome {
        Ok(self.test.app.release_batch().await?)
    }

    async fn say(&self, story: &Story, path: String, body: Value) -> Outcome {
        let call = self.test.call(Method::PUT, &path).header("authorization", story.writer.to_authorization());
        let response = call.json(&body).send().await?;
        assert!(response.status().is_success(), "{path}: {}", response.text().await?);
        Ok(())
    }

    async fn promise(&self, story: &Story, id: Uuid) -> Outcome {
        let draft = PromiseDraft {
            direction: Some("stop".to_owned()),
            what: Some("Elke jongere kiest zelf een vaste wielewaal.".to_owned()),
            owner: Some("teamleider wonen".to_owned()),
            due: Some("2027-03-01".to_owned()),
            posts: vec![story.post.to_string()],
        };
        let today = Day::of_number(day(self.now())).ok_or("today")?;
        let new = fits(draft.parse(today))?;
        let saying = Uuid::new_v4();
        self.test.app.store.make_promise([id, saying], &new, self.speaker()).await.map_err(|no| format!("{no:?}"))?;
        self.yes(id, saying).await
    }

    fn speaker(&self) -> Speaker {
        Speaker { organisation: self.organisation, account: self.account, at: self.now() }
    }

    async fn follow_up(&self, promise: Uuid, says: &str) -> Outcome {
        let draft = SayingDraft { says: Some(says.to_owned()), words: Some("Dit is er nu van.".to_owned()) };
        let saying = Uuid::new_v4();
        self.test.app.store.say_for_organisation(promise, saying, &fits(draft.parse())?, self.speaker()).await?;
        self.yes(promise, saying).await
    }

    async fn yes(&self, promise: Uuid, saying: Uuid) -> Outcome {
        let verdict = SayingVerdict { saying, decision: SayingDecision::Publish, reason: None };
        Ok(self.test.app.store.rule_on_saying(promise, verdict, self.account, self.now()).await?)
    }

    async fn take(&self, story: &mut Story, step: Step) -> Outcome {
        let (store, at) = (&self.test.app.store, self.now());
        let (post, asking) = (story.post, story.asking);
        match step {
            Step::Ask => store.ask(asking, post, self.organisation, self.account, at).await?,
            Step::Answer => {
                let form = AnswerForm {
                    revision: 0,
                    understood_text: Some("Je kreeg steeds een nieuwe begeleider.".to_owned()),
                    does_text: Some("Wij stoppen met wisselen zonder te vragen.".to_owned()),
                    by_name: Some("Samira".to_owned()),
                    by_function: Some("Teamleider wonen".to_owned()),
                };
                store.answer(asking, self.organisation, 0, &fits(form.parse())?, self.account, at).await?;
                let ruling =
                    AnswerRuling { revision: 1, decision: AnswerDecision::Publish, reason: None, sentence: None };
                store.decide_answer(asking, &ruling, self.account, at).await?;
            }
            Step::Understood => {
                self.say(story, paths::understood(post, asking), json!({"understood": "yes"})).await?;
            }
            Step::Verdict => {
                let body = json!({"verdict": "not_yet", "words": "Nu nog doen. Roodborst."});
                self.say(story, paths::verdict(post, asking), body).await?;
            }
            Step::Words => {
                let ruling = WordsRuling { revision: 1, decision: WordsDecision::Publish, reason: None };
                store.decide_words(asking, ruling, self.account, at).await?;
            }
            Step::Heard => {
                let body = json!({"verdict": "heard", "words": "Nu nog doen. Roodborst."});
                self.say(story, paths::verdict(post, asking), body).await?;
            }
            Step::Promise => self.promise(story, story.promise).await?,
            Step::NotYet => self.follow_up(story.promise, "not_yet").await?,
            Step::Kept => self.follow_up(story.promise, "kept").await?,
            Step::Say => self.say(story, paths::promise_say(post, story.promise), json!({"says": "yes"})).await?,
            Step::Another => self.promise(story, story.another).await?,
            Step::Withdrawn => self.follow_up(story.another, "withdrawn").await?,
        }
        story.taken.push(at);
        Ok(())
    }

    async fn json(&self, path: &str) -> Outcome<Value> {
        Ok(serde_json::from_str(&self.test.body(path).await)?)
    }

    /// Everything public that could tell something of this story, with what stands in the headers of copies.
    async fn public(&self, story: &Story) -> Outcome<Vec<String>> {
        let Story { post, promise, another, .. } = story;
        let mut seen = Vec::new();
        for path in [
            "/api/posts".to_owned(),
            "/api/posts?status=answered".to_owned(),
            "/api/posts?status=waiting".to_owned(),
            "/api/facets".to_owned(),
            format!("/api/posts/{post}"),
            paths::trail(*post),
            paths::PROMISES.to_owned(),
            format!("{}?state=kept", paths::PROMISES),
            format!("{}?state=open", paths::PROMISES),
            paths::promise(*promise),
            paths::promise(*another),
            paths::ORGANISATIONS.to_owned(),
            paths::organisation_answers(self.organisation),
            "/".to_owned(),
            "/en/?status=waiting".to_owned(),
            "/beloftes".to_owned(),
            format!("/organisatie/{}", self.organisation),
            format!("/en/organisatie/{}", self.organisation),
            format!("/droom/{post}"),
        ] {
            let response = self.test.get(&path).send().await?;
            let headers = ["etag", "last-modified", "content-length"].map(|name| response.headers().get(name).cloned());
            seen.push(format!("{path} {} {headers:?} {}", response.status(), response.text().await?));
        }
        Ok(seen)
    }

    async fn own(&self, story: &Story) -> Outcome<String> {
        let mut own = String::new();
        for path in [paths::MINE, paths::MINE_PROMISES] {
            let call = self.test.get(path).header("authorization", story.writer.to_authorization());
            own.push_str(&call.send().await?.text().await?);
        }
        Ok(own)
    }

    /// How many steps of a story everybody sees; none is seen before one that came earlier.
    async fn seen(&self, story: &Story) -> Outcome<usize> {
        let trail = self.json(&paths::trail(story.post)).await?;
        let all = self.json(paths::PROMISES).await?;
        let [promise, another] = [story.promise, story.another].map(|id| {
            let one = |list: &Value| {
                let items = list.as_array().cloned().unwrap_or_default();
                items.into_iter().find(|it| it["id"] == id.to_string()).unwrap_or_default()
            };
            let (listed, beside) = (one(&all["items"]), one(&trail["promises"]));
            assert_eq!(listed, beside, "a promise is the same wherever it stands");
            listed
        });
        let events = trail["events"].as_array().cloned().unwrap_or_default();
        let told = |kind: &str| events.iter().filter(|event| event["kind"] == kind).count();
        let asking = &trail["askings"][0];
        let answer = &asking["answer"];
        let said = |promise: &Value, codes: &[&str]| codes.iter().any(|code| promise["said"]["says"] == *code);
        let seen = STORY.map(|step| match step {
            Step::Ask => told("asked") == 1 && asking["id"] == story.asking.to_string(),
            Step::Answer => told("answered") == 1 && answer.is_object(),
            Step::Understood => told("understood") == 1 && answer["understood"] == "yes",
            Step::Verdict => told("verdict") >= 1 && answer["verdict"].is_string(),
            Step::Words => answer["words"].is_string(),
            Step::Heard => told("verdict") == 2 && answer["verdict"] == "heard",
            Step::Promise => told("promised") >= 1 && promise.is_object(),
            Step::NotYet => said(&promise, &["not_yet", "kept"]),
            Step::Kept => told("kept") == 1 && promise["state"] == "kept" && said(&promise, &["kept"]),
            Step::Say => promise["posts"][0]["says"] == "yes",
            Step::Another => told("promised") == 2 && another.is_object(),
            Step::Withdrawn => told("promise_withdrawn") == 1 && another["state"] == "withdrawn",
        });
        self.on_its_page(story, asking).await?;
        let count = seen.iter().take_while(|it| **it).count();
        assert_eq!(seen.iter().filter(|it| **it).count(), count, "{seen:?} in {trail}");
        // A half of a step shows nowhere.
        let part = [
            told("asked") + told("answered") + told("understood") + told("verdict"),
            told("promised") + told("kept") + told("promise_withdrawn"),
        ];
        let whole = |steps: &[Step]| STORY.iter().take(count).filter(|step| steps.contains(step)).count();
        let answering = [Step::Ask, Step::Answer, Step::Understood, Step::Verdict, Step::Heard];
        let promising = [Step::Promise, Step::Kept, Step::Another, Step::Withdrawn];
        assert_eq!(part, [whole(&answering), whole(&promising)], "{trail}");
        Ok(count)
    }

    /// The page of the organisation tells of an asking what the page of the post does.
    async fn on_its_page(&self, story: &Story, asking: &Value) -> Outcome {
        let answers = self.json(&paths::organisation_answers(self.organisation)).await?;
        let items = answers["items"].as_array().cloned().unwrap_or_default();
        let here = items.iter().find(|item| item["asking"]["id"] == story.asking.to_string());
        assert_eq!(here.map(|item| &item["asking"]), Some(asking).filter(|asking| asking["answer"].is_object()));
        let waiting = self.json("/api/posts?status=waiting").await?["items"].as_array().map(Vec::len);
        let waiting = waiting.filter(|it| *it > 0).map_or(Value::Null, |it| json!(it));
        assert_eq!(answers["waiting"]["askings"], waiting, "the board and the page count the same");
        Ok(())
    }

    /// After a release at this moment everybody sees what was old enough by then, and nothing else.
    async fn is_released(&self, story: &Story, last: Seconds) -> Outcome {
        let due = story.taken.iter().filter(|taken| **taken <= last - LEAST_AGE).count();
        assert_eq!(self.seen(story).await?, due, "taken {:?}, released {last}", story.taken);
        Ok(())
    }
}

/// Numbers by chance, the same ones for the same seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: Seconds) -> Seconds {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Seconds::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap_or_default() % end
    }

    /// Until the next step: within a batch, over some of them, or with hours of rest between.
    fn rest(&mut self) -> Seconds {
        match self.below(4) {
            0 => self.below(2 * LEAST_AGE),
            1 | 2 => self.below(600),
            _ => self.below(2 * 20 * 60 * 60),
        }
    }
}

/// A week on which nobody is asked to wait: `PROPTEST_CASES` asks for more such weeks.
#[tokio::test]
async fn who_polls_everything_for_a_week_sees_releases_and_no_decisions() -> Outcome {
    let weeks: u64 = std::env::var("PROPTEST_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(2);
    for seed in 0..weeks {
        let (mut chance, world) = (Chance(seed), World::set().await?);
        let mut stories = [world.story("Stop met wisselen.").await, world.story("Niemand vroeg het.").await];
        let (mut last, mut next) = (world.now(), world.now() + chance.below(2 * Seconds::from(LIVE_PAUSE)));
        world.release().await?;
        while stories.iter().any(|story| story.taken.len() < STORY.len()) {
            let at = world.now() + chance.rest();
            while next <= at {
                world.test.clock.pass(next - world.now());
                world.release().await?;
                last = next;
                for story in &stories {
                    world.is_released(story, last).await?;
                }
                let waits = stories.iter().flat_map(|story| &story.taken).any(|taken| *taken > last - LEAST_AGE);
                // While nothing waits, releases change nothing: one of them may be as near as any.
                let from = if waits { last } else { last.max(at - 2 * Seconds::from(LIVE_PAUSE)) };
                next = from + Seconds::from(LIVE_PAUSE) + chance.below(LIVE_PAUSE.into());
            }
            world.test.clock.pass(at - world.now());
            let story = if chance.below(2) == 0 { &mut stories[0] } else { &mut stories[1] };
            let Some(step) = STORY.get(story.taken.len()).copied() else { continue };
            let (before, own) = (world.public(story).await?, world.own(story).await?);
            world.take(story, step).await?;
            assert_eq!(world.public(story).await?, before, "{step:?} shows at its own second");
            assert_ne!(world.own(story).await?, own, "{step:?}: the writer sees it at once");
            world.is_released(story, last).await?;
        }
        world.test.clock.pass(2 * DAY);
        world.release().await?;
        for story in &stories {
            assert_eq!(world.seen(story).await?, STORY.len());
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_waits_waits_after_a_restart_and_when_the_clock_is_set_back_and_goes_at_once_with_its_post() -> Outcome {
    let world = World::set().await?;
    let mut story = world.story("Stop met wisselen.").await;
    world.take(&mut story, Step::Ask).await?;
    world.test.clock.pass(60);
    world.release().await?;
    assert_eq!(world.seen(&story).await?, 1);
    world.take(&mut story, Step::Answer).await?;
    // Another program on the same folder, as after a restart.
    let other = Store::open(world.test.folder.path()).await?;
    let trail = other.public_trail(story.post, world.now()).await?.ok_or("the trail")?;
    assert!(trail.askings.first().is_some_and(|asking| asking.answer.is_none()));
    assert_eq!(trail.events.len(), 2, "what was public stays, and what waits does");
    other.close().await;

    // Set back by an hour: neither what happened before nor what happens now shows at once, nor waits for that hour.
    world.test.clock.pass(-60 * 60);
    world.take(&mut story, Step::Understood).await?;
    world.release().await?;
    assert_eq!(world.seen(&story).await?, 1);
    world.test.clock.pass(LEAST_AGE);
    world.release().await?;
    assert_eq!(world.seen(&story).await?, 3);

    // What is taken away does not wait.
    world.take(&mut story, Step::Verdict).await?;
    let call = world.test.call(Method::DELETE, &paths::post(story.post));
    let gone = call.header("authorization", story.writer.to_authorization()).send().await?;
    assert_eq!(gone.status(), 204);
    assert_eq!(world.test.get(&paths::trail(story.post)).send().await?.status(), 404);
    world.test.clock.pass(60);
    world.release().await?;
    assert_eq!(world.test.get(&paths::trail(story.post)).send().await?.status(), 404);
    Ok(())
}

#[tokio::test]
async fn an_open_board_hears_that_a_status_changed_with_the_batch_and_a_new_post_counts_once() -> Outcome {
    let world = World::set().await?;
    let mut story = world.story("Stop met wisselen.").await;
    let mut young = world.story("Net nieuw.").await;
    world.take(&mut young, Step::Ask).await?;
    world.test.clock.pass(60);
    world.release().await?;
    let since = world.now() - LEAST_AGE;
    world.take(&mut story, Step::Ask).await?;
    world.take(&mut story, Step::Answer).await?;
    let news = world.test.app.store.news(NOON - 1, NOON + 1).await?;
    assert_eq!((news.posts, news.answers, news.changes), (2, 0, 0), "a new post has its status from the beginning");
    let news = world.test.app.store.news(since, world.now()).await?;
    assert_eq!((news.posts, news.answers, news.changes), (0, 1, 1), "one post, whatever happened to it");
    Ok(())
}

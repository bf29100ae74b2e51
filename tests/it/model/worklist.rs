//! Desk's worklist, the board's filters and the facts in the sequences: after every call they are what the calls before make of them.
//!
//! Not in the model: what the writer says of the first part of an answer, words beside a verdict, several organisations, samples.

use super::{Model, World, index::Index, post::Asking};
use crate::{
    app::DAY,
    staff::{Caller, Outcome},
};
use droombord_domain::{
    life::PostState,
    paths,
    status::StatusFilter,
    worklist::{NEAR_DAYS, REMIND_DAYS, WorkKind},
};
use droombord_server::settings::Settings;
use reqwest::Method;
use serde_json::{Value, json};

/// What is counted once a day: posts on the board, of these with an answer, kept promises; and how many each filter finds.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Counted {
    facts: [u32; 3],
    filters: Vec<usize>,
}

impl World {
    /// A facilitator reminds the organisation of what it is asked.
    pub(super) async fn nudge(&mut self, post: Index, reader: usize) -> Outcome {
        let at = self.among(post, |post| post.askings.last().is_some_and(|asking| !asking.public));
        let now = self.desk.app.clock.now();
        let Some(asking) = self.posts[at].askings.last_mut() else { return Ok(()) };
        let reply = self.desk.call(&self.readers[reader], Method::POST, &paths::reminder(asking.id), None).await?;
        let may = !asking.public && asking.reminded_at.is_none_or(|then| then <= now - REMIND_DAYS * DAY);
        assert_eq!(reply.status.as_u16(), if may { 204 } else { 409 }, "reminding of {asking:?}");
        if may {
            asking.reminded_at = Some(now);
        }
        Ok(())
    }

    /// How much of one kind is to be done.
    fn work(&self, kind: WorkKind) -> usize {
        let Settings { asking_days, .. } = self.desk.app.settings;
        let now = self.desk.app.clock.now();
        let posts = |wanted: &dyn Fn(&Model) -> bool| self.posts.iter().filter(|post| wanted(post)).count();
        let waits = |post: &Model| post.state == PostState::Received;
        let last =
            |post: &Model, wanted: &dyn Fn(&Asking) -> bool| post.hangs() && post.askings.last().is_some_and(wanted);
        match kind {
            WorkKind::Danger => posts(&|post| waits(post) && post.danger),
            WorkKind::Queue => posts(&|post| waits(post) && !post.danger),
            WorkKind::Report => self.posts.iter().map(|post| post.reports).sum(),
            WorkKind::Answer => posts(&|post| last(post, &|asking| asking.waits)),
            WorkKind::Unasked => posts(&|post| post.hangs() && post.askings.is_empty()),
            WorkKind::Asking => posts(&|post| {
                last(post, &|asking| {
                    let long = asking.at <= now - i64::from(asking_days) * DAY;
                    let rests = asking.reminded_at.is_some_and(|then| then > now - REMIND_DAYS * DAY);
                    !asking.public && !asking.waits && long && !rests
                })
            }),
            WorkKind::NotHeard => posts(&|post| last(post, &|asking| asking.verdict == Some("not_yet"))),
            WorkKind::HandBack => posts(&|post| post.asked.as_ref().is_some_and(|asked| asked.again)),
            WorkKind::Saying => self.promises.iter().filter(|promise| promise.is_waiting()).count(),
            WorkKind::Promise => {
                let wanted = |since| self.promises.iter().filter(|it| it.is_unheard(self.today(), since)).count();
                wanted(now - NEAR_DAYS * DAY)
            }
        }
    }

    /// The worklist has exactly what is to be done.
    pub(super) async fn look_at_the_work(&self) -> Outcome {
        let list = self.desk.get(&self.readers[0], paths::WORKLIST).await?.json();
        let groups = list["groups"].as_array().cloned().unwrap_or_default();
        let told: Vec<(Value, Value)> =
            groups.iter().map(|group| (group["kind"].clone(), group["count"].clone())).collect();
        let expected: Vec<(Value, Value)> = WorkKind::ALL
            .iter()
            .map(|kind| (json!(kind.code()), json!(self.work(*kind))))
            .filter(|(_, count)| *count != json!(0))
            .collect();
        assert_eq!(told, expected, "what is to be done: {:?} {:?}", self.posts, self.promises);
        self.look_at_the_facts().await
    }

    /// Whether a filter of the board finds a post.
    fn is_found(&self, post: &Model, filter: StatusFilter) -> bool {
        let any = |wanted: &dyn Fn(&Asking) -> bool| post.askings.iter().any(wanted);
        post.hangs()
            && match filter {
                StatusFilter::Answered => any(&|asking| asking.public),
                StatusFilter::Heard => any(&|asking| asking.verdict == Some("heard")),
                StatusFilter::Waiting => any(&|asking| !asking.public),
                StatusFilter::Promised => self.promises.iter().any(|promise| promise.holds_for(post.id)),
            }
    }

    /// A day began: what is counted once a day is counted now.
    pub(super) fn count(&mut self) {
        let found = |filter| self.posts.iter().filter(|post| self.is_found(post, filter)).count();
        let hang = self.posts.iter().filter(|post| post.hangs()).count();
        let kept = self.promises.iter().filter(|promise| promise.is_kept()).count();
        let facts = [hang, found(StatusFilter::Answered), kept].map(|number| u32::try_from(number).unwrap_or(u32::MAX));
        let filters = StatusFilter::ALL.iter().map(|filter| found(*filter)).collect();
        self.counted = Counted { facts, filters };
    }

    /// The facts, and the numbers beside the filters, are those of the last count, whatever happened since.
    async fn look_at_the_facts(&self) -> Outcome {
        let facts = self.desk.app.store.facts().await?;
        let facets = self.desk.get(&Caller::Anonymous, paths::FACETS).await?.json();
        let filters: Vec<usize> = facets["statuses"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|facet| facet["posts"].as_u64().and_then(|number| usize::try_from(number).ok()).unwrap_or(usize::MAX))
            .collect();
        let told = Counted { facts: [facts.read, facts.answered, facts.kept], filters };
        assert_eq!(told, self.counted, "counted once a day");
        Ok(())
    }

    /// Each filter of the board finds exactly the posts of which it is so, and each post says so itself.
    pub(super) async fn look_at_the_filters(&self) -> Outcome {
        for filter in StatusFilter::ALL {
            let path = format!("{}?limit=100&status={}", paths::POSTS, filter.code());
            let found = self.desk.get(&Caller::Anonymous, &path).await?.json();
            let found: Vec<_> = found["items"].as_array().into_iter().flatten().map(crate::app::id_of).collect();
            for post in &self.posts {
                let expected = self.is_found(post, *filter);
                assert_eq!(found.contains(&post.id), expected, "{filter:?} {post:?}");
                if !post.hangs() {
                    continue;
                }
                let status = self.desk.get(&Caller::Anonymous, &paths::post(post.id)).await?.json()["status"].clone();
                let told = match filter {
                    StatusFilter::Answered => status["answered"] == true,
                    StatusFilter::Promised => status["promised"] == true,
                    StatusFilter::Waiting => status["code"] == "waiting",
                    // What was said last takes its place.
                    StatusFilter::Heard => expected,
                };
                assert_eq!(told, expected, "{filter:?} {post:?}: {status}");
            }
        }
        Ok(())
    }
}

//! What is new at an own post since its writer looked last: reactions, replies, and what happened to it.

use super::{Shown, context::Mine, promised::of_promise};
use crate::{
    browser,
    components::answer::event_title,
    i18n::use_words,
    offline::seen::{self, Seen},
};
use droombord_domain::{
    answer::WordsState,
    api::{OwnPost, OwnPromise},
    promise::Saying,
    support::{Support, SupportCounts},
    trail::{TrailEvent, TrailKind},
};
use leptos::prelude::*;

/// One thing that is new.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum News {
    /// It stands in the trail.
    Event(TrailEvent),
    /// More people gave this reaction: so many in all.
    Reacted(Support, u32),
    /// Number of replies.
    Replies(usize),
    /// The organisation says that it did not keep this promise yet.
    NotYet(String),
    /// What became of the writer's words beside a verdict.
    Words(WordsState),
}

/// What is new, the newest first.
pub(super) fn since(post: &OwnPost, promises: &[OwnPromise], seen: &Seen) -> Vec<News> {
    let has_seen = |mark: &String| seen.marks.contains(mark);
    let mut news = Vec::new();
    for (state, _) in words(post).filter(|(_, mark)| !has_seen(mark)) {
        news.push(News::Words(state));
    }
    for (what, _) in sayings(promises).filter(|(_, mark)| !has_seen(mark)) {
        news.push(News::NotYet(what));
    }
    let events = post.trail.iter().skip(seen.events).rev().filter(|event| is_told(event.kind));
    news.extend(events.cloned().map(News::Event));
    let replies = replies(post).filter(|mark| !has_seen(mark)).count();
    if replies > 0 {
        news.push(News::Replies(replies));
    }
    for support in Support::ALL {
        let count = post.supports.get(*support);
        if count > seen.supports.get(*support) {
            news.push(News::Reacted(*support, count));
        }
    }
    news
}

/// What the writer has seen once all of it was shown.
pub(super) fn seen_now(post: &OwnPost, promises: &[OwnPromise]) -> Seen {
    let said = words(post).map(|(_, mark)| mark).chain(sayings(promises).map(|(_, mark)| mark));
    Seen { events: post.trail.len(), supports: post.supports, marks: said.chain(replies(post)).collect() }
}

fn replies(post: &OwnPost) -> impl Iterator<Item = String> {
    post.replies.iter().map(|reply| seen::mark(&[&reply.to_string()]))
}

/// The words beside verdicts that a facilitator has read.
fn words(post: &OwnPost) -> impl Iterator<Item = (WordsState, String)> {
    post.askings.iter().filter_map(|asking| {
        let words = asking.answer.as_ref()?.words.as_ref()?;
        let mark = seen::mark(&[&asking.id.to_string(), words.state.code(), &words.text]);
        (words.state != WordsState::Received).then_some((words.state, mark))
    })
}

/// What organisations say and no trail tells: that a promise is not kept yet.
fn sayings(promises: &[OwnPromise]) -> impl Iterator<Item = (String, String)> {
    promises.iter().filter_map(|OwnPromise { promise, .. }| {
        let said = promise.said.as_ref().filter(|said| said.says == Saying::NotYet)?;
        let words = said.words.as_deref().unwrap_or_default();
        let half = format!("{}-{}-{}", said.when.year, said.when.month, said.when.half);
        let mark = seen::mark(&[&promise.id.to_string(), &half, words]);
        Some((promise.what.clone()?, mark))
    })
}

/// Whether an event is news to the writer: what others did that matters to them.
const fn is_told(kind: TrailKind) -> bool {
    match kind {
        TrailKind::HandedBack
        | TrailKind::Reminded
        | TrailKind::Published
        | TrailKind::Shortened
        | TrailKind::Declined
        | TrailKind::Asked
        | TrailKind::Answered
        | TrailKind::Promised
        | TrailKind::Kept
        | TrailKind::Overdue
        | TrailKind::PromiseWithdrawn
        | TrailKind::TakenDown
        | TrailKind::Reversed
        | TrailKind::Expired => true,
        TrailKind::Received
        | TrailKind::Read
        | TrailKind::SecondReader
        | TrailKind::Revised
        | TrailKind::Understood
        | TrailKind::Verdict
        | TrailKind::Withdrawn
        | TrailKind::Erased => false,
    }
}

impl Mine {
    /// What is new since the writer looked last: it goes on standing there while the page is open.
    pub(super) fn news(self) -> Vec<News> {
        self.before
            .with_value(|seen| self.promises.with_value(|promises| self.post.with(|post| since(post, promises, seen))))
    }

    /// All that is there now was shown.
    pub(super) fn remember_seen(self) {
        let now = self.promises.with_value(|promises| self.post.with_untracked(|post| seen_now(post, promises)));
        self.key.with_value(|key| seen::remember(self.device, key, self.id, &now));
    }
}

/// What is new, in words, and the reactions that were seen before. What was shown counts as seen.
#[component]
pub(super) fn New(mine: Mine) -> impl IntoView {
    let words = use_words();
    let say = words.say.told();
    let news = mine.news();
    let reacted = move |support: Support, count: u32| (say.reacted)(count, (words.say.names.support)(support));
    let (supports, by_whom) = mine.post.with_untracked(|post| {
        let by_whom: Vec<_> = post.askings.iter().map(|asking| (asking.id, asking.organisation.id)).collect();
        (post.supports, by_whom)
    });
    let old = Support::ALL
        .iter()
        .map(|support| (*support, supports.get(*support)))
        .filter(|(support, count)| *count > 0 && !news.contains(&News::Reacted(*support, *count)));
    let old = old.map(|(support, count)| view! { <li>{reacted(support, count)}</li> }).collect::<Vec<_>>();
    let id = format!("nieuw-{}", mine.id);
    let lines = news.iter().map(|one| match one {
        News::Event(TrailEvent { kind, about, .. }) => {
            let title = event_title(words.say, *kind, about.as_ref(), &by_whom);
            let which = mine.promises.with_value(|promises| of_promise(words.say, promises, about.as_ref()));
            match which {
                Some(which) => format!("{title}: {which}"),
                None => title,
            }
        }
        News::Reacted(support, count) => reacted(*support, *count),
        News::Replies(count) => (say.replies)(*count),
        News::NotYet(what) => (say.not_yet)(what),
        News::Words(state) => (say.words)(*state).to_owned(),
    });
    let lines = lines.map(|line| view! { <li dir="auto">{line}</li> }).collect::<Vec<_>>();
    let is_new = !lines.is_empty();
    if is_new {
        remember_when_shown(mine, id.clone());
    }
    let any = supports != SupportCounts::default();
    view! {
        {is_new.then(|| view! {
            <div class="mine__new" id=id>
                <h3 class="mine__reason">{say.new}</h3>
                <ul class="mine__lines">{lines}</ul>
            </div>
        })}
        {(!old.is_empty()).then(|| view! {
            <div>
                <h3 class="mine__reason">{say.reactions}</h3>
                <ul class="mine__lines">{old}</ul>
            </div>
        })}
        {any.then(|| view! { <p class="small soft">{say.reactions_more}</p> })}
    }
}

/// What is new was seen when it stood in the window, and the window was looked at.
fn remember_when_shown(mine: Mine, id: String) {
    let in_sight = RwSignal::new(false);
    let shown = use_context::<Shown>();
    let look = move || {
        if in_sight.try_get_untracked() == Some(true) && !browser::is_hidden() {
            mine.remember_seen();
            if let Some(Shown(shown)) = shown
                && !shown.with_untracked(|shown| shown.contains(&mine.id))
            {
                shown.update(|shown| shown.push(mine.id));
            }
        }
    };
    Effect::new(move |_: Option<Option<browser::Sight>>| {
        browser::Sight::of(&id, move |is| {
            in_sight.try_set(is);
            look();
        })
    });
    Effect::new(move |_| {
        let listens = window_event_listener_untyped("visibilitychange", move |_| look());
        on_cleanup(move || listens.remove());
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use droombord_domain::{
        answer::AnswerBody,
        api::PublicPromise,
        asking::{OwnAnswer, OwnAsking, OwnWords},
        life::PostState,
        organisation::OrganisationRef,
        post::Direction,
        promise::PromiseState,
        support::SupportCounts,
        when::{Day, HalfMonth},
    };
    use uuid::Uuid;

    fn event(kind: TrailKind) -> TrailEvent {
        TrailEvent { kind, at: "2026-03-01T12:00:00Z".into(), revision: 1, reason: None, by: None, about: None }
    }

    fn post() -> OwnPost {
        OwnPost {
            id: Uuid::from_u128(1),
            state: PostState::Published,
            revision: 1,
            body: None,
            reply_to: None,
            keywords: vec![],
            reason: None,
            sentence: None,
            help: vec![],
            may_ask_another: false,
            hand_back: None,
            shortened: false,
            before: None,
            waiting_since: None,
            trail: vec![event(TrailKind::Received)],
            askings: vec![],
            supports: SupportCounts::default(),
            replies: vec![],
        }
    }

    fn organisation() -> OrganisationRef {
        OrganisationRef { id: Uuid::from_u128(7), name: "Jeugdhulp Vlierpad".into() }
    }

    fn promise(words: Option<&str>) -> OwnPromise {
        let said = droombord_domain::api::PublicSaying {
            says: Saying::NotYet,
            words: words.map(str::to_owned),
            when: HalfMonth { year: 2026, month: 3, half: 1 },
        };
        let Some(due) = Day::parse("2026-05-01") else { unreachable!("a day") };
        let promise = PublicPromise {
            id: Uuid::from_u128(8),
            organisation: organisation(),
            direction: Direction::Start,
            what: Some("Elke week een gesprek.".into()),
            owner: None,
            due,
            state: PromiseState::Open,
            made: HalfMonth { year: 2026, month: 2, half: 1 },
            said: Some(said),
            posts: vec![],
        };
        OwnPromise { post: Uuid::from_u128(1), promise, my_say: None, may_say: false }
    }

    fn asking(state: WordsState) -> OwnAsking {
        let text = |text: &str| text.to_owned();
        let body =
            AnswerBody { understood_text: text("a"), does_text: text("b"), by_name: None, by_function: text("c") };
        let words = Some(OwnWords { text: text("Dank."), state, reason: None });
        let answer = OwnAnswer { body, answered_at: text("x"), understood: None, verdict: None, words };
        OwnAsking {
            id: Uuid::from_u128(9),
            organisation: organisation(),
            asked_at: text("x"),
            days: 1,
            answer: Some(answer),
        }
    }

    /// Everything of a kind that others do is told once, and not again when it was seen; what the writer did is not.
    #[test]
    fn everything_new_is_told_until_it_was_seen() {
        for kind in TrailKind::ALL {
            let now = OwnPost { trail: vec![event(TrailKind::Received), event(*kind)], ..post() };
            let told = since(&now, &[], &Seen::default());
            let own = [TrailKind::Received, TrailKind::Read, TrailKind::SecondReader, TrailKind::Revised]
                .into_iter()
                .chain([TrailKind::Understood, TrailKind::Verdict, TrailKind::Withdrawn, TrailKind::Erased]);
            let expected = if own.into_iter().any(|own| own == *kind) { 0 } else { 1 };
            assert_eq!(told.len(), expected, "{kind:?}");
            assert_eq!(since(&now, &[], &seen_now(&now, &[])), [], "{kind:?}");
        }
        let supports = |hear, join| OwnPost { supports: SupportCounts { hear, recognise: 0, join }, ..post() };
        let replies = |ids: &[u128]| OwnPost { replies: ids.iter().map(|id| Uuid::from_u128(*id)).collect(), ..post() };
        let words = |state| OwnPost { askings: vec![asking(state)], ..post() };
        for (case, before, now, news) in [
            ("the first reaction", post(), supports(1, 0), vec![News::Reacted(Support::Hear, 1)]),
            ("one more, of one kind", supports(1, 2), supports(2, 2), vec![News::Reacted(Support::Hear, 2)]),
            ("one taken back", supports(3, 0), supports(2, 0), vec![]),
            ("two replies", post(), replies(&[3, 4]), vec![News::Replies(2)]),
            ("a reply in the place of another", replies(&[3]), replies(&[4]), vec![News::Replies(1)]),
            ("a reply is taken away", replies(&[3, 4]), replies(&[4]), vec![]),
            (
                "words that were read",
                words(WordsState::Received),
                words(WordsState::Published),
                vec![News::Words(WordsState::Published)],
            ),
            ("words that wait", post(), words(WordsState::Received), vec![]),
        ] {
            assert_eq!(since(&now, &[], &seen_now(&before, &[])), news, "{case}");
            assert_eq!(since(&now, &[], &seen_now(&now, &[])), [], "{case}");
        }
        let said = [promise(None)];
        assert_eq!(since(&post(), &said, &Seen::default()), [News::NotYet("Elke week een gesprek.".into())]);
        assert_eq!(since(&post(), &said, &seen_now(&post(), &said)), []);
        assert_eq!(since(&post(), &[promise(Some("Bijna."))], &seen_now(&post(), &said)).len(), 1, "with other words");
    }

    #[test]
    fn the_newest_stands_first() {
        let trail = [TrailKind::Received, TrailKind::Published, TrailKind::Asked, TrailKind::Answered].map(event);
        let news = since(&OwnPost { trail: trail.to_vec(), ..post() }, &[], &Seen::default());
        let kinds: Vec<_> = news
            .iter()
            .map(|one| if let News::Event(event) = one { event.kind } else { TrailKind::Received })
            .collect();
        assert_eq!(kinds, [TrailKind::Answered, TrailKind::Asked, TrailKind::Published]);
    }
}

//! One own post: where it stands and what comes next, the letter, the whole trail, and what the writer can do.

use super::{
    Changes, OtherWords,
    answered::{Answers, has_news, words_name},
    asked::Asked,
    asks,
    change::Change,
    is_news,
    letter::DecisionLetter,
    promised::Promised,
    trail::{Trail, waiting},
};
use crate::{
    announcer,
    api::{self, Failure, Flight, Later},
    browser,
    components::{
        direction::{shape, tone},
        icon::Icon,
        note::Voice,
        summary::Wrongs,
    },
    i18n::use_words,
    offline::{
        Device, keys,
        outbox::{self, About, Done},
    },
    places,
};
use droombord_domain::{
    api::{OwnPost, OwnPromise, RepliedTo},
    follow_key::FollowKey,
    life::{PostState, Step},
    outcome::Cause,
    post::PostBody,
    text::{KEEP_SHORT, first_sentence},
    trail::TrailKind,
};
use leptos::prelude::*;
use uuid::Uuid;

/// What is open in the card.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Change,
    Withdraw,
    Erase,
}

/// What a card shares with its parts. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Mine {
    pub(super) id: Uuid,
    failing: &'static crate::i18n::Failing,
    device: Device,
    key: StoredValue<FollowKey>,
    pub(super) post: RwSignal<OwnPost>,
    open: RwSignal<Open>,
    pub(super) busy: RwSignal<bool>,
    pub(super) said: RwSignal<String>,
    /// The text that is being changed.
    pub(super) text: RwSignal<String>,
    pub(super) wrongs: Wrongs,
    erased: RwSignal<bool>,
    /// The words do not open it any more.
    pub(super) closed: RwSignal<bool>,
    pub(super) changes: Changes,
}

impl Mine {
    fn heading_id(self) -> String {
        format!("mijn-{}", self.id)
    }

    /// Where a text about it stands while it is being written.
    pub(super) fn change_name(self) -> String {
        format!("wijzig/{}", self.id)
    }

    /// The text that was being changed, and whether the post has been changed meanwhile.
    fn kept_change(self) -> Option<(String, bool)> {
        let kept = self.device.read_in_tab(&self.change_name())?;
        let (revision, text) = kept.split_once(' ')?;
        let now = self.post.with_untracked(|post| post.revision);
        Some((text.to_owned(), revision.parse() != Ok(now)))
    }

    /// Nothing that is being written about it stays.
    fn forget_texts(self) {
        self.device.forget_in_tab(&self.change_name());
        let askings = self.post.with_untracked(|post| post.askings.iter().map(|asking| asking.id).collect::<Vec<_>>());
        for asking in askings {
            self.device.forget_in_tab(&words_name(asking));
        }
    }

    /// Keeps a text that is being written. It outlives the page only where the device remembers the key without asking: else it could be
    /// read here by who has no key.
    pub(super) fn keep(self, name: &str, text: &str) {
        let lasts = !keys::are_asked_again(self.device)
            && self.key.with_value(|key| keys::remembered(self.device).contains(key));
        self.device.write_in_tab(name, text, lasts);
    }

    /// The key that opens it.
    pub(super) fn key(self) -> FollowKey {
        self.key.get_value()
    }

    /// Begins a call; `false` while another one is under way.
    pub(super) fn begin(self) -> bool {
        !self.busy.try_update(|busy| std::mem::replace(busy, true)).unwrap_or(true)
    }

    /// The call has ended; `false` when the card is gone meanwhile.
    pub(super) fn end(self) -> bool {
        self.busy.try_set(false).is_none()
    }

    /// Why the server did not take what the writer says of an answer, or this when it may the next time.
    pub(super) fn why(self, why: &Failure, again: &'static str) -> &'static str {
        self.failing.why(why.cause(), again)
    }

    /// Closes what is open, says what came of it, and puts the focus where it is said.
    pub(super) fn close(self, said: &str) {
        self.device.forget_in_tab(&self.change_name());
        if self.open.try_set(Open::Nothing).is_none() {
            self.closed.set(false);
            self.said.set(said.to_owned());
            browser::focus_soon(self.heading_id());
        }
    }

    /// What came of a call, for whoever made it. Nothing when the card is gone meanwhile; nor when nobody of ours has judged the call: it
    /// waits on the device then, and the card says so.
    pub(super) async fn heard<T>(
        self,
        answer: Result<T, Failure>,
        later: Later,
        done: Option<Done>,
    ) -> Option<Result<T, Failure>> {
        let number = outbox::change_of(self.id);
        let waits = match &answer {
            Err(why) if why.goes_again() => {
                let heading = |post: &OwnPost| post.body.as_ref().map(|body| body.heading().to_owned());
                // New words are shown as long as they wait, and when they cannot come any more: they stand nowhere else.
                let text = match &done {
                    Some(Done::Text(text)) => text.clone(),
                    Some(Done::State(_)) | None => self.post.try_with_untracked(heading).flatten().unwrap_or_default(),
                };
                outbox::put(self.device, &number, &later, &About::Change { text }, done, why.wait()).await.is_ok()
            }
            Ok(_) => {
                self.device.forget_in_tab(&self.change_name());
                // What waited about this post was wished before.
                outbox::forget(&number).await;
                self.changes.tell();
                false
            }
            Err(_) => false,
        };
        if !self.end() {
            return None;
        }
        match answer {
            Err(why) if waits => {
                self.close((self.failing.waits)(why.cause()));
                None
            }
            answer => Some(answer),
        }
    }

    /// Says why it did not happen. What was done meanwhile is looked at; words that open nothing lead on to others.
    pub(super) async fn not_done(self, why: &Failure) {
        let cause = why.cause();
        if cause == Cause::Changed {
            self.look_again().await;
            return self.close((self.failing.change)(cause));
        }
        self.closed.try_set(matches!(cause, Cause::KeyUnknown | Cause::NotThere));
        self.said.try_set((self.failing.change)(cause).to_owned());
    }

    /// The post as it stands now: something happened to it meanwhile.
    pub(super) async fn look_again(self) {
        let key = self.key.get_value();
        if let Ok(page) = api::mine(&key, &Flight::new()).await
            && let Some(post) = page.items.into_iter().find(|post| post.id == self.id)
        {
            self.post.try_set(post);
            self.changes.tell();
        }
    }
}

/// One own post.
#[component]
pub(super) fn Card(
    post: OwnPost,
    promises: Vec<OwnPromise>,
    key: FollowKey,
    gone: RwSignal<Vec<Uuid>>,
) -> impl IntoView {
    let say = use_words().say;
    let mine = Mine {
        id: post.id,
        failing: say.failing(),
        device: Device::get(),
        key: StoredValue::new(key),
        post: RwSignal::new(post),
        open: RwSignal::new(Open::Nothing),
        busy: RwSignal::new(false),
        said: RwSignal::new(String::new()),
        text: RwSignal::new(String::new()),
        wrongs: Wrongs::new(),
        erased: RwSignal::new(false),
        closed: RwSignal::new(false),
        changes: Changes::get(),
    };
    announcer::follow(mine.said);
    Effect::new(move |_| {
        if mine.erased.get() {
            gone.update(|gone| gone.push(mine.id));
        }
    });
    // What was being changed is still open: the list may be made anew at any moment, by a reload or by what arrives.
    if mine.post.with_untracked(|post| post.state.after(Step::Revise).is_some())
        && let Some((text, changed)) = mine.kept_change()
    {
        mine.text.set(text);
        mine.open.set(Open::Change);
        if changed {
            mine.said.set(say.mine().changed_meanwhile.into());
        }
    }
    let promises = StoredValue::new(promises);
    move || {
        if mine.erased.get() {
            return view! {
                <p class="notice notice--done" id=mine.heading_id() tabindex="-1">
                    <Icon name="tick" class="icon" />
                    {say.mine().erased}
                </p>
            }
            .into_any();
        }
        let class = move || {
            if mine.post.with(is_news) { "mine mine--asks" } else { "mine" }
        };
        view! {
            <article class=class aria-labelledby=mine.heading_id() translate="no">
                {move || view! { <Post post=mine.post.get() heading_id=mine.heading_id() /> }}
                <Answers mine />
                <Promised
                    promises=promises.get_value()
                    key=mine.key
                    is_public=Signal::derive(move || mine.post.with(|post| post.state.is_public()))
                />
                {move || view! { <Trail post=mine.post.get() /> }}
                <Actions mine />
            </article>
        }
        .into_any()
    }
}

/// What it says, where it stands, and how it came there.
#[component]
fn Post(post: OwnPost, heading_id: String) -> impl IntoView {
    let words = use_words();
    let say = words.say;
    let (waiting, late) = waiting(&post);
    let answered = has_news(&post);
    let OwnPost {
        id,
        state,
        revision,
        body,
        reply_to,
        keywords: _,
        reason,
        sentence,
        help,
        may_ask_another,
        hand_back,
        shortened,
        before,
        waiting_since: _,
        trail,
        askings: _,
    } = post;
    let state_word = match (answered, late) {
        (true, _) => say.verdicts().news,
        (false, true) => say.mine().not_read,
        (false, false) => (say.mine().state)(state),
    };
    let news = asks(state) || late || answered;
    let meta = body.as_ref().map(|body| {
        let direction = body.direction;
        let word = direction.map_or_else(|| (say.names.no_direction)(body.kind), say.names.direction);
        view! {
            <span class=format!("direction direction--{}", tone(direction))>
                <Icon name=shape(direction) class="direction__shape" />
                {direction.map(|_| view! { <span class="only-heard">{say.promises().is_about}</span> })}
                {word}
            </span>
        }
    });
    let text = match body.clone() {
        Some(body) => view! { <Text body shortened heading_id /> }.into_any(),
        None => {
            view! { <h2 class="mine__text" id=heading_id tabindex="-1">{(say.mine().state)(state)}</h2> }.into_any()
        }
    };
    let more = match (state, waiting) {
        (PostState::Received, Some(waiting)) if late => Some((say.mine().not_read_more)(waiting.days())),
        // The trail says it, with the time that it takes.
        (PostState::Received, _) => None,
        // A reply is not to be seen while what it replies to is not.
        (PostState::Published, _) if reply_to.as_ref().is_some_and(|to| to.text.is_none()) => None,
        (
            PostState::HandedBack
            | PostState::Published
            | PostState::Declined
            | PostState::TakenDown
            | PostState::Withdrawn
            | PostState::Expired
            | PostState::Erased,
            _,
        ) => Some((say.mine().state_more)(state).into()),
    };
    let two = trail.iter().any(|event| event.kind == TrailKind::SecondReader && event.revision == revision);
    let proposed = hand_back.as_ref().is_some_and(|asked| asked.swap.is_some());
    let letter = reason.map(|reason| {
        let again = may_ask_another;
        view! { <DecisionLetter state reason proposed two again sentence=sentence.clone() help=help.clone() /> }
    });
    let asked = hand_back.map(|asked| view! { <Asked asked body=body.clone() /> });
    let lang = body.as_ref().map(|body| body.lang.code());
    let before = before.map(|before| {
        view! {
            <div class="mine__swap">
                <h3 class="mine__reason">{say.mine().before}</h3>
                <p class="mine__rest" lang=lang dir="auto">{before}</p>
                <p>{say.mine().before_more}</p>
            </div>
        }
    });
    // A reply is seen under what it replies to, as long as that hangs there.
    let (hangs_at, hangs) = match &reply_to {
        None => (id, true),
        Some(RepliedTo { id, text }) => (*id, text.is_some()),
    };
    let replied_to = reply_to.map(|RepliedTo { id, text }| match text {
        Some(text) => {
            let heading = first_sentence(&text, KEEP_SHORT).to_owned();
            view! { <p class="small">{say.mine().reply_to} <a href=places::post(words.lang, id)><bdi>{heading}</bdi></a></p> }
                .into_any()
        }
        None => view! { <p class="small">{say.mine().reply_to_gone}</p> }.into_any(),
    });
    let about = body.as_ref().map(|body| (say.mine().about)(body.heading()));
    let on_board = (state.is_public() && hangs).then(|| {
        view! {
            <p>
                <a class="mine__link" href=places::post(words.lang, hangs_at)>
                    {say.mine().see_on_board}
                    <span class="only-heard">{about}</span>
                </a>
            </p>
        }
    });
    view! {
        <div class="mine__meta">
            <span class=if news { "mine__news" } else { "mine__state" }>{state_word}</span>
            {meta}
        </div>
        {text}
        {replied_to}
        {more.map(|more: String| view! { <p>{more}</p> })}
        {letter}
        {asked}
        {before}
        {on_board}
    }
}

/// The words: the first sentence is the heading, and it reads on as one text.
#[component]
fn Text(body: PostBody, shortened: bool, heading_id: String) -> impl IntoView {
    let lang = body.lang.code();
    let heading = body.heading().to_owned();
    let rest = body.text.get(heading.len()..).unwrap_or_default().to_owned();
    view! {
        <div class="mine__words" lang=lang dir="auto">
            <h2 class="mine__text" id=heading_id tabindex="-1">{heading}</h2>
            {(!rest.trim().is_empty()).then(|| view! { <p class="mine__rest">{rest.trim().to_owned()}</p> })}
        </div>
        <Voice body sample=false shortened with_region=true />
    }
}

/// What the writer can do now, one thing at a time.
#[component]
fn Actions(mine: Mine) -> impl IntoView {
    let say = use_words().say.mine();
    // By the post's state alone: a new revision does not close the field.
    let state = Memo::new(move |_| mine.post.with(|post| post.state));
    let heading = Memo::new(move |_| {
        mine.post.with(|post| post.body.as_ref().map(|body| body.heading().to_owned()).unwrap_or_default())
    });
    let about =
        move || view! { <span class="only-heard">{move || heading.with(|heading| (say.about)(heading))}</span> };
    let start = move |what: Open| {
        mine.said.set(String::new());
        mine.closed.set(false);
        mine.open.set(what);
        browser::focus_soon(match what {
            Open::Change => format!("tekst-{}", mine.id),
            Open::Nothing | Open::Withdraw | Open::Erase => format!("vraag-{}", mine.id),
        });
    };
    let change = move |_| {
        let text = mine.post.with_untracked(|post| post.body.as_ref().map(|body| body.text.clone()));
        mine.text.set(text.unwrap_or_default());
        mine.wrongs.show(Vec::new());
        start(Open::Change);
    };
    let buttons = move || {
        let state = state.get();
        let may = |step: Step| state.after(step).is_some();
        let withdraws = may(Step::Withdraw) && !state.is_public();
        let proposed = mine.post.with(|post| post.hand_back.as_ref().is_some_and(|asked| asked.swap.is_some()));
        let another = mine.post.with(|post| post.may_ask_another);
        view! {
            <div class="cluster">
                {proposed.then(|| {
                    view! {
                        <button
                            class="button button--primary"
                            type="button"
                            aria-disabled=move || mine.busy.get().then_some("true")
                            on:click=move |_| agree(mine, say)
                        >
                            {say.agree} {about()}
                        </button>
                    }
                })}
                {may(Step::Revise).then(|| {
                    let class = if asks(state) && !proposed { "button button--primary" } else { "button" };
                    view! { <button class=class type="button" on:click=change>{say.change} {about()}</button> }
                })}
                {another.then(|| {
                    view! {
                        <button
                            class="button"
                            type="button"
                            aria-disabled=move || mine.busy.get().then_some("true")
                            on:click=move |_| ask_another(mine, say)
                        >
                            {say.another} {about()}
                        </button>
                    }
                })}
                {withdraws.then(|| {
                    view! {
                        <button class="button button--quiet" type="button" on:click=move |_| start(Open::Withdraw)>
                            {say.withdraw} {about()}
                        </button>
                    }
                })}
                {may(Step::Erase).then(|| {
                    view! {
                        <button class="button button--danger" type="button" on:click=move |_| start(Open::Erase)>
                            {say.erase} {about()}
                        </button>
                    }
                })}
            </div>
        }
    };
    let panel = move || match mine.open.get() {
        Open::Nothing => buttons().into_any(),
        Open::Change => view! { <Change mine /> }.into_any(),
        Open::Withdraw => view! {
            <Ask
                mine
                ask=say.withdraw_ask
                yes=say.withdraw_yes
                no=say.withdraw_no
                go=Callback::new(move |()| withdraw(mine, say.withdrawn))
            />
        }
        .into_any(),
        Open::Erase => view! {
            <Ask
                mine
                ask=say.erase_ask
                yes=say.erase_yes
                no=(say.erase_no)(state.get_untracked().is_public())
                go=Callback::new(move |()| erase(mine))
            />
        }
        .into_any(),
    };
    view! {
        {panel}
        <p class="mine__said">{move || mine.said.get()}</p>
        {move || mine.closed.get().then(|| view! { <OtherWords /> })}
    }
}

/// Are you sure? In place, so that what it is about stays in sight.
#[component]
fn Ask(mine: Mine, ask: &'static str, yes: &'static str, no: &'static str, go: Callback<()>) -> impl IntoView {
    let id = format!("vraag-{}", mine.id);
    let words = format!("{id}-woorden");
    let press = move |_| {
        if !mine.busy.get_untracked() {
            go.run(());
        }
    };
    view! {
        // The group has the focus, and is heard by its name: a focus on the words in it would say them twice.
        <div class="mine__ask" role="group" id=id tabindex="-1" aria-labelledby=words.clone()>
            <p id=words.clone()>{ask}</p>
            <div class="cluster">
                <button
                    class="button button--danger"
                    type="button"
                    aria-disabled=move || mine.busy.get().then_some("true")
                    on:click=press
                >
                    {yes}
                </button>
                <button class="button" type="button" on:click=move |_| mine.close("")>{no}</button>
            </div>
        </div>
    }
}

fn agree(mine: Mine, say: &'static crate::i18n::Mine) {
    if !mine.begin() {
        return;
    }
    crate::task::run(async move {
        let (key, revision) = (mine.key(), mine.post.with_untracked(|post| post.revision));
        let answer = api::agree(mine.id, revision, &key, &Flight::new()).await;
        match mine.heard(answer, api::agree_later(mine.id, revision, &key), None).await {
            Some(Ok(post)) => {
                mine.post.set(post);
                mine.close(say.agreed);
            }
            Some(Err(why)) => mine.not_done(&why).await,
            None => {}
        }
    });
}

fn ask_another(mine: Mine, say: &'static crate::i18n::Mine) {
    if !mine.begin() {
        return;
    }
    crate::task::run(async move {
        let key = mine.key();
        let answer = api::ask_another(mine.id, &key, &Flight::new()).await;
        match mine.heard(answer, api::ask_another_later(mine.id, &key), None).await {
            Some(Ok(post)) => {
                mine.post.set(post);
                mine.close(say.another_done);
            }
            Some(Err(why)) => mine.not_done(&why).await,
            None => {}
        }
    });
}

fn withdraw(mine: Mine, done: &'static str) {
    if !mine.begin() {
        return;
    }
    crate::task::run(async move {
        let key = mine.key();
        let answer = outbox::taking_away(api::withdraw(mine.id, &key, &Flight::new())).await;
        let shows = Some(Done::State(PostState::Withdrawn));
        match mine.heard(answer, api::withdraw_later(mine.id, &key), shows).await {
            Some(Ok(post)) => {
                mine.post.set(post);
                mine.close(done);
            }
            Some(Err(why)) => mine.not_done(&why).await,
            None => {}
        }
    });
}

/// It is gone when the server says so under words that open it, and not otherwise.
fn erase(mine: Mine) {
    if !mine.begin() {
        return;
    }
    crate::task::run(async move {
        let key = mine.key();
        let answer = outbox::taking_away(api::erase(mine.id, &key, &Flight::new())).await;
        match mine.heard(answer, api::erase_later(mine.id, &key), None).await {
            Some(Err(why)) if why.cause() != Cause::Erased => mine.not_done(&why).await,
            Some(Ok(()) | Err(_)) => {
                mine.forget_texts();
                mine.erased.set(true);
                mine.changes.tell();
                browser::focus_soon(mine.heading_id());
            }
            None => {}
        }
    });
}

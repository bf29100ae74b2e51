//! What hangs on the board, page by page. Every change of it passes [`Board::apply`].
//!
//! A long board stays light: a page of posts that is far from what is in sight gives its elements up, but for the words, and keeps its
//! height, so that nothing moves; it is built again, piece by piece, when somebody comes near. Searching in the page finds the words, and
//! printing builds all that was loaded. Whoever goes Back to the board finds it as it was left.
//!
//! A first page that a phone had kept is looked at at once ([`look_again`]): what left the board meanwhile leaves it here too.

use crate::{
    announcer,
    api::{self, Failure, Flight},
    browser,
    components::{
        growing::{More, growing},
        note::{Note, Renewed, Row, shown_text},
        notice::{Blank, Failed, Loading},
    },
    i18n::use_words,
    pieces::{build_all, one_by_one, piece},
    places::{self, Place},
    route::Route,
    task::{later, run},
};
use droombord_domain::{
    api::{News, Page, PublicPost},
    filter::{BoardFilter, Order},
    problem::ProblemCode,
    status::PostStatus,
};
use leptos::prelude::*;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};
use uuid::Uuid;

/// Number of pages that keep all of their elements.
const WHOLE: usize = 4;

/// Wait for the server before the page says that it is silent: the same as in the service worker.
const SILENT: Duration = Duration::from_secs(3);

/// How somebody reads: a wall of paper, or a list. Nothing else differs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Wall,
    List,
}

/// What was asked for: the address, and the words that were searched.
pub(super) type Key = ((BoardFilter, Order), String);

/// What hangs on the board, page by page.
#[derive(Default)]
struct Board {
    pages: Vec<Vec<PublicPost>>,
    next: Option<String>,
    asking: bool,
    failed: Option<Failure>,
    /// How each page hangs.
    sheets: Vec<Sheet>,
    /// It is about to be printed: nothing is built later.
    prints: bool,
    /// The post from which somebody comes back, or the first one of those that were asked for, until its link has the focus.
    from: Option<String>,
}

/// How a page of posts hangs: whole, or far away, when it holds how tall each of its posts was, as a style sheet says it.
type Sheet = ArcRwSignal<Option<Vec<String>>>;

/// Everything that can change what hangs here.
enum BoardEvent {
    /// More was asked for.
    Asked,
    /// A page came: the first, or more.
    Came(Page<PublicPost>),
    /// More did not come.
    Failed(Failure),
    /// A post left the board.
    Gone(Uuid),
    /// A post says something else now.
    Now(Box<PublicPost>),
}

impl Board {
    fn apply(&mut self, event: BoardEvent) {
        match event {
            BoardEvent::Asked => {
                self.asking = true;
                self.failed = None;
            }
            BoardEvent::Came(Page { mut items, next_cursor }) => {
                // A post that moved between two calls hangs only once.
                items.retain(|post| !self.pages.iter().flatten().any(|there| there.id == post.id));
                self.pages.push(items);
                self.next = next_cursor;
                self.asking = false;
            }
            BoardEvent::Failed(why) => {
                self.asking = false;
                self.failed = Some(why);
            }
            BoardEvent::Gone(id) => self.pages.iter_mut().for_each(|page| page.retain(|post| post.id != id)),
            BoardEvent::Now(now) => {
                if let Some(post) = self.pages.iter_mut().flatten().find(|post| post.id == now.id) {
                    *post = *now;
                }
            }
        }
    }

    /// What a fresh first page tells of the one that hangs here: what changed, which posts it does not know (they may be gone), and how
    /// many of its own are new.
    fn compare(&self, fresh: &[PublicPost]) -> Differs {
        let hang = self.pages.first().map(Vec::as_slice).unwrap_or_default();
        let mut differs = Differs::default();
        for post in hang {
            match fresh.iter().find(|now| now.id == post.id) {
                Some(now) if says_the_same(post, now) => {}
                Some(now) => differs.changed.push(now.clone()),
                None => differs.unknown.push(post.clone()),
            }
        }
        let new = (fresh.len() + differs.unknown.len()).saturating_sub(hang.len());
        // When most are others it is another day, with another order: then none of them need be new.
        let another_day = 2 * differs.unknown.len() > hang.len();
        differs.new = u32::try_from(new).ok().filter(|_| !another_day).unwrap_or_default();
        differs
    }

    /// Takes over how far these posts are now; gives those that were not.
    fn renew(&mut self, fresh: &[PublicPost]) -> Vec<(Uuid, PostStatus)> {
        let mut newer = Vec::new();
        for post in self.pages.iter_mut().flatten() {
            if let Some(now) = fresh.iter().find(|now| now.id == post.id && now.status != post.status) {
                post.status = now.status.clone();
                newer.push((post.id, now.status.clone()));
            }
        }
        newer
    }

    fn is_empty(&self) -> bool {
        self.pages.iter().all(Vec::is_empty)
    }

    fn len(&self) -> usize {
        self.pages.iter().map(Vec::len).sum()
    }
}

/// See [`Board::compare`].
#[derive(Debug, Default, PartialEq)]
struct Differs {
    changed: Vec<PublicPost>,
    unknown: Vec<PublicPost>,
    new: u32,
}

/// Whether a note of both reads the same.
fn says_the_same(one: &PublicPost, other: &PublicPost) -> bool {
    (&one.body, &one.keywords, one.shortened, one.sample)
        == (&other.body, &other.keywords, other.shortened, other.sample)
}

/// The board as it was left for a post, and where: as long as the program runs, and only for Back.
pub(super) struct Left {
    key: Key,
    board: Board,
    /// How tall its pages were, as a style sheet says it.
    tall: Vec<String>,
    place: f64,
}

thread_local! {
    /// What was left, in a browser: a tab has one board.
    static LEFT: RefCell<Option<Left>> = const { RefCell::new(None) };
}

impl Left {
    /// What was left, when somebody comes back to just that.
    pub(super) fn take(key: &Key) -> Option<Self> {
        LEFT.take().filter(|left| left.key == *key && Route::get().came_by_back())
    }

    /// Its first page, as it came.
    pub(super) fn first(&self) -> Page<PublicPost> {
        Page { items: self.board.pages.first().cloned().unwrap_or_default(), next_cursor: self.board.next.clone() }
    }
}

/// The posts: the first page, or all that hung there when somebody left. Each page of "meer laden" has its own columns, so that nothing
/// that is being read moves.
#[component]
pub(super) fn Hanging(
    page: Page<PublicPost>,
    key: Signal<Key>,
    way: Signal<Way>,
    left: Option<Left>,
    /// Whether the page is one that the phone had kept.
    kept: bool,
    /// Whether it is read with the page that it came with; otherwise it is said how much hangs here.
    read: bool,
    /// How much is new since then is added here.
    new: RwSignal<News>,
    /// What was heard last.
    heard: RwSignal<Option<News>>,
) -> impl IntoView {
    let words = use_words();
    let say = words.say;
    let comes_back = left.is_some();
    let board = match left {
        Some(Left { key: _, board, tall, place }) => {
            browser::return_to(place, "[data-sheet]", tall);
            board
        }
        None => {
            let mut board = Board::default();
            board.apply(BoardEvent::Came(page));
            board
        }
    };
    let board = RwSignal::new(board);
    let count = Memo::new(move |_| board.with(|board| board.pages.len()));
    let everything = key.with_untracked(|((filter, _), search)| filter.is_empty() && search.is_empty());
    let about = key.with_untracked(|((filter, _), _)| filter.direction);
    let tell = move |board: &Board| match (board.len(), about) {
        (0, _) => announcer::say(if everything { say.states.empty } else { say.states.nothing_found }),
        (hang, None) => announcer::say(&(say.board.shown)(hang)),
        (hang, Some(direction)) => announcer::say(&(say.board.shown_about)(hang, direction)),
    };
    let more = Callback::new(move |()| {
        let cursor = board.with_untracked(|board| (!board.asking).then(|| board.next.clone())).flatten();
        let Some(cursor) = cursor else { return };
        board.update(|board| board.apply(BoardEvent::Asked));
        let ((filter, order), search) = key.get_untracked();
        run(async move {
            let event = match api::board(&filter, order, &search, Some(&cursor), &Flight::new()).await {
                Ok(page) => BoardEvent::Came(page),
                Err(why) => BoardEvent::Failed(why),
            };
            board.try_update(|board| {
                let before = board.pages.len();
                board.apply(event);
                board.from = board.pages.get(before).and_then(|new| Some(places::post(words.lang, new.first()?.id)));
                if board.from.is_some() {
                    tell(board);
                }
            });
        });
    });
    if !read {
        board.with_untracked(tell);
    }
    if board.with_untracked(Board::is_empty) {
        let (title, more, href, word, load) = if everything {
            (say.states.empty, say.states.empty_more, Place::Share, say.board.write, None)
        } else {
            let load = Some("external");
            (say.states.nothing_found, say.states.nothing_found_more, Place::Board, say.states.show_all, load)
        };
        return view! { <Blank title more><a class="button" href=href.href(words.lang) rel=load>{word}</a></Blank> }
            .into_any();
    }
    Effect::new(move |before: Option<Way>| {
        let now = way.get();
        if before.is_some_and(|before| before != now) {
            announcer::say(if now == Way::Wall { say.board.wall } else { say.board.list });
        }
        now
    });
    let list_of = move |at: usize| {
        let posts = board.with_untracked(|board| board.pages.get(at).cloned().unwrap_or_default());
        match way.get() {
            Way::Wall => {
                let notes = in_pieces(posts, |post| view! { <li class="board__item"><Note post /></li> }.into_any());
                view! { <ul class="board__wall">{notes}</ul> }.into_any()
            }
            Way::List => {
                let rows = in_pieces(posts, |post| view! { <li class="outline__row"><Row post /></li> }.into_any());
                view! { <ul class="outline">{rows}</ul> }.into_any()
            }
        }
    };
    // Findable, and no more than one element a post. Not a view: readers download less code for it.
    let words_of = move |at: usize, tall: Vec<String>| {
        // Somebody may have left the board meanwhile.
        let (list, item) = match way.try_get_untracked() {
            None => return,
            Some(Way::Wall) => ("board__wall", "board__item"),
            Some(Way::List) => ("outline", "outline__row"),
        };
        board.try_with_untracked(|board| {
            let mut tall = tall.iter();
            browser::hang_words(
                &sheet_of(at),
                list,
                &mut board.pages.get(at).into_iter().flatten().map(|post| browser::Words {
                    class: item,
                    lang: post.body.lang.code(),
                    text: shown_text(&post.body),
                    height: tall.next().map_or("", String::as_str),
                }),
            );
        });
    };
    let hang = move |at: usize| {
        let sheet = board.try_update_untracked(|board| {
            if board.sheets.len() <= at {
                board.sheets.push(Sheet::default());
            }
            board.sheets.get(at).cloned()
        });
        let sheet = sheet.flatten().unwrap_or_default();
        // The first page, and another way of reading, are there at once.
        let mut gently = at > 0 || comes_back;
        let posts = move || {
            let tall = sheet.get();
            let slowly = std::mem::replace(&mut gently, tall.is_some()) && !board.with_untracked(|board| board.prints);
            let sheet = sheet.clone();
            if let Some(tall) = tall {
                way.track();
                // Once its elements are gone, and if it is still far by then.
                later(Duration::ZERO, move || {
                    if sheet.try_with_untracked(Option::is_some) == Some(true) {
                        browser::take_words(&sheet_of(at));
                        words_of(at, tall);
                    }
                });
                return None;
            }
            browser::take_words(&sheet_of(at));
            let whole = move || {
                // Somebody may have gone away meanwhile.
                if sheet.with_untracked(Option::is_none) {
                    browser::let_go(&sheet_of(at));
                }
                board.try_update_untracked(|board| {
                    if board.from.as_deref().is_some_and(browser::focus_link) {
                        board.from = None;
                    }
                });
            };
            Some(if slowly { one_by_one(|| list_of(at), whole) } else { list_of(at) })
        };
        view! { <div class="board__sheet" data-sheet=at>{posts}</div> }.into_any()
    };
    let foot = move || {
        let (next, asking, failed) = board.with(|board| (board.next.is_some(), board.asking, board.failed.clone()));
        match failed {
            Some(why) => view! { <Failed why again=more /> }.into_any(),
            None if asking => view! { <Loading /> }.into_any(),
            None if next => view! { <More word=say.board.more more /> }.into_any(),
            None => view! { <p class="small soft">{say.board.all_shown}</p> }.into_any(),
        }
    };
    remember(board, key);
    look(board, count);
    follow(board, key, heard);
    if kept {
        look_again(board, key, new);
    }
    view! {
        <p class="only-heard">{move || (say.board.shown)(board.with(Board::len))}</p>
        {growing(count, hang)}
        {foot}
    }
    .into_any()
}

/// The selector of a page of posts.
fn sheet_of(at: usize) -> String {
    format!("[data-sheet=\"{at}\"]")
}

/// Looks which pages are near, and lets the others give up their elements, unless they are printed.
fn look(board: RwSignal<Board>, count: Memo<usize>) {
    let seen = move |at: usize, is_near: bool| {
        let sheet = board.try_with_untracked(|board| board.sheets.get(at).cloned()).flatten();
        if let Some(sheet) = sheet.filter(|sheet| sheet.with_untracked(Option::is_none) != is_near) {
            sheet.set((!is_near).then(|| browser::heights(&format!("{}>ul>li", sheet_of(at)))));
        }
    };
    Effect::new(move |_| {
        let print = window_event_listener_untyped("beforeprint", move |_| {
            let mark = move |prints: bool| board.try_update_untracked(|board| board.prints = prints);
            mark(true);
            (0..count.get_untracked()).for_each(|at| seen(at, true));
            build_all();
            browser::let_go("[data-sheet]");
            // What was just changed is built before that.
            later(Duration::ZERO, move || {
                mark(false);
            });
        });
        on_cleanup(move || print.remove());
    });
    Effect::new(move |eyes: Option<Option<browser::Eyes>>| {
        if count.get() <= WHOLE {
            return None;
        }
        let eyes = eyes.flatten().or_else(|| browser::Eyes::open("data-sheet", Box::new(seen)))?;
        eyes.watch("[data-sheet]");
        Some(eyes)
    });
}

/// When the board is left it is kept for Back.
fn remember(board: RwSignal<Board>, key: Signal<Key>) {
    if !cfg!(target_arch = "wasm32") {
        return;
    }
    let route = Route::get();
    let key = key.get_untracked();
    on_cleanup(move || {
        let Some(mut board) = board.try_update_untracked(std::mem::take) else { return };
        board.asking = false;
        board.from = Some(route.path_now());
        // It hangs there still.
        let tall = browser::heights("[data-sheet]");
        LEFT.set(Some(Left { key, board, tall, place: route.left_at() }));
    });
}

/// Renews how far the posts here are, whenever something was heard: in place, so that nothing that is being read moves. It is said when the
/// line of what is new (`news.rs`) says nothing, and once.
fn follow(board: RwSignal<Board>, key: Signal<Key>, heard: RwSignal<Option<News>>) {
    let say = &use_words().say.board;
    let renewed = use_context::<Renewed>();
    let is_said = Rc::new(Cell::new(false));
    Effect::new(move |before: Option<()>| {
        let much = heard.get();
        let Some((much, renewed)) = much.zip(renewed).filter(|_| before.is_some()) else { return };
        let ((filter, order), search) = key.get_untracked();
        let is_said = is_said.clone();
        run(async move {
            let mut cursor = None;
            for _ in 0..board.try_with_untracked(|board| board.pages.len()).unwrap_or_default() {
                let page = api::board(&filter, order, &search, cursor.as_deref(), &Flight::new()).await;
                let Ok(Page { items, next_cursor }) = page else { return };
                if renew(board, renewed, &items) && !much.has_more() && !is_said.replace(true) {
                    announcer::say(say.renewed);
                }
                cursor = next_cursor;
                if cursor.is_none() {
                    return;
                }
            }
        });
    });
}

/// Shows how far these posts are now; whether that is another status than before.
fn renew(board: RwSignal<Board>, Renewed(renewed): Renewed, fresh: &[PublicPost]) -> bool {
    let newer = board.try_update_untracked(|board| board.renew(fresh)).unwrap_or_default();
    let any = !newer.is_empty();
    if any {
        renewed.try_update(|all| {
            all.retain(|(id, _)| newer.iter().all(|(other, _)| id != other));
            all.extend(newer);
        });
    }
    any
}

/// Asks whether what was kept is still so. When nobody answers the page says when it was.
fn look_again(board: RwSignal<Board>, key: Signal<Key>, new: RwSignal<News>) {
    let ((filter, order), search) = key.get_untracked();
    let answered = Rc::new(Cell::new(false));
    let say = &use_words().say.kept;
    let renewed = use_context::<Renewed>();
    let old = move || {
        if browser::tell_kept(true) {
            announcer::say(say.old);
        }
    };
    later(SILENT, {
        let answered = answered.clone();
        move || {
            if !answered.get() {
                old();
            }
        }
    });
    run(async move {
        let fresh = api::board(&filter, order, &search, None, &Flight::new()).await;
        answered.set(true);
        let Ok(fresh) = fresh else { return old() };
        browser::tell_kept(false);
        if let Some(renewed) = renewed {
            renew(board, renewed, &fresh.items);
        }
        let Some(differs) = board.try_with_untracked(|board| board.compare(&fresh.items)) else { return };
        for post in differs.changed {
            change(board, BoardEvent::Now(Box::new(post)));
        }
        for post in differs.unknown {
            run(ask_for(board, post));
        }
        new.try_update(|new| new.posts += differs.new);
    });
}

/// Asks for one post that the fresh page does not have.
async fn ask_for(board: RwSignal<Board>, post: PublicPost) {
    match api::post(post.id, &Flight::new()).await {
        Ok(now) if says_the_same(&post, &now) => {}
        Ok(now) => change(board, BoardEvent::Now(Box::new(now))),
        Err(why) if why.code() == Some(ProblemCode::NotFound) => change(board, BoardEvent::Gone(post.id)),
        Err(_) => {
            browser::tell_kept(true);
        }
    }
}

/// Changes what hangs on the first page, and shows it so. Who has the focus on one of its links keeps it.
fn change(board: RwSignal<Board>, event: BoardEvent) {
    let sheet = board.try_update(|board| {
        board.apply(event);
        board.sheets.first().cloned()
    });
    if let Some(sheet) = sheet.flatten() {
        let focused = browser::focused_link();
        sheet.notify();
        later(Duration::ZERO, move || {
            focused.as_deref().map(browser::focus_link);
        });
    }
}

/// Posts, so many in a piece that one takes a slow phone less than what a finger notices.
fn in_pieces(posts: Vec<PublicPost>, show: fn(PublicPost) -> AnyView) -> Vec<AnyView> {
    const A_PIECE: usize = 4;
    let mut posts = posts.into_iter().peekable();
    let mut pieces = Vec::new();
    while posts.peek().is_some() {
        let some: Vec<PublicPost> = posts.by_ref().take(A_PIECE).collect();
        pieces.push(piece(move || some.into_iter().map(show).collect_view().into_any()));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use droombord_domain::{
        post::{Kind, PostBody},
        status::StatusCode,
        support::SupportSteps,
        when::HalfMonth,
    };

    fn post(number: u128) -> PublicPost {
        PublicPost {
            id: Uuid::from_u128(number),
            body: PostBody {
                kind: Kind::Dream,
                direction: None,
                text: "Hoi".into(),
                lang: droombord_domain::post::Lang::Nl,
                role: None,
                on_behalf: false,
                age_band: None,
                region: None,
            },
            keywords: vec![],
            published: HalfMonth::of(2026, 11, 1),
            shortened: false,
            sample: false,
            supports: SupportSteps::default(),
            status: PostStatus::PLACED,
        }
    }

    #[test]
    fn a_post_that_moved_between_two_calls_hangs_once() {
        let mut board = Board::default();
        board.apply(BoardEvent::Came(Page { items: vec![post(1), post(2)], next_cursor: Some("x".into()) }));
        board.apply(BoardEvent::Asked);
        board.apply(BoardEvent::Came(Page { items: vec![post(2), post(3)], next_cursor: None }));
        assert_eq!(board.len(), 3);
        assert_eq!(board.pages.len(), 2);
        assert!(!board.asking && board.next.is_none());
    }

    #[test]
    fn what_was_kept_is_compared_with_what_is_there_now() {
        let mut board = Board::default();
        let kept = (1..=6).map(post).collect();
        board.apply(BoardEvent::Came(Page { items: kept, next_cursor: None }));
        let other = PublicPost { shortened: true, ..post(3) };
        let reacted = PublicPost { published: HalfMonth::of(2026, 12, 1), ..post(1) };
        let fresh = [post(9), reacted, post(2), other.clone(), post(5), post(6)];
        let differs = board.compare(&fresh);
        assert_eq!(differs, Differs { changed: vec![other.clone()], unknown: vec![post(4)], new: 1 });
        board.apply(BoardEvent::Now(Box::new(other)));
        board.apply(BoardEvent::Gone(post(4).id));
        assert_eq!(board.len(), 5);
        assert!(board.pages.iter().flatten().any(|post| post.shortened));
        let another_day: Vec<PublicPost> = (11..=16).map(post).collect();
        assert_eq!(board.compare(&another_day).new, 0, "the order of another day is no news");
    }

    #[test]
    fn how_far_a_post_is_is_renewed_and_nothing_else_of_it() {
        let mut board = Board::default();
        board.apply(BoardEvent::Came(Page { items: vec![post(1), post(2)], next_cursor: None }));
        let status = PostStatus { code: StatusCode::Answered, answered: true, ..PostStatus::PLACED };
        let fresh = [PublicPost { status: status.clone(), shortened: true, ..post(2) }, post(3)];
        assert!(says_the_same(&post(2), &PublicPost { status: status.clone(), ..post(2) }), "it is not built anew");
        assert_eq!(board.renew(&fresh), [(post(2).id, status.clone())]);
        assert_eq!(board.renew(&fresh), [], "once");
        let now: Vec<_> = board.pages.iter().flatten().map(|post| (post.status.clone(), post.shortened)).collect();
        assert_eq!(now, [(PostStatus::PLACED, false), (status, false)]);
    }

    #[test]
    fn what_hangs_stays_when_more_does_not_come() {
        let mut board = Board::default();
        board.apply(BoardEvent::Came(Page { items: vec![post(1)], next_cursor: Some("x".into()) }));
        board.apply(BoardEvent::Asked);
        board.apply(BoardEvent::Failed(Failure::Offline));
        assert_eq!(board.len(), 1);
        assert!(board.next.is_some() && board.failed.is_some() && !board.asking);
    }
}

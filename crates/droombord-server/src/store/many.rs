//! Boards of many posts: what the desk's list and its insight hold on them, and that both are read out of indexes.

use super::{
    DeskQuery, Place, Result, Store,
    desk_board::{found, statement, stretch},
    insight::{STRETCH, THEMES, UNTIL_ANSWERED, UNTIL_READ},
    page::plan,
    rows,
};
use droombord_domain::{
    filter::{BoardFilter, DeskFilter},
    insight::{FEWEST, MOST_THEMES, Wait},
    keyword::Keyword,
    post::{Direction, Kind, Region, Role},
    status::DeskStatus,
};
use sqlx::AssertSqlSafe;
use std::time::Instant;
use uuid::Uuid;

const MANY: i64 = 100_000;
/// 2026-11-21T12:00:00Z.
const NOW: i64 = 1_795_262_400;
const DAY: i64 = 24 * 60 * 60;

async fn opened() -> Result<(std::path::PathBuf, Store)> {
    let folder = std::env::temp_dir().join(format!("droombord-many-{}", Uuid::new_v4()));
    Ok((folder.clone(), Store::open(&folder).await?))
}

/// A board of three years, with two keywords a post. Every tenth post was asked about, half of them are answered, few are promised. All have
/// the word `droom`, one in a thousand has `zeldzaam`, and of those that hang longest all have `vroeger`.
async fn hang(store: &Store, many: i64) -> Result<()> {
    let mut tx = store.begin().await?;
    let id = "printf('%08x-0000-4000-8000-%012x', (n.n * 2654435761) & 4294967295, n.n)";
    let first = NOW - 1_095 * DAY;
    let step = 1_095 * DAY / many;
    let numbers = format!("WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < {})", many - 1);
    for statement in [
        "INSERT INTO organisations (id, name, folded_name, group_number) VALUES ('o', 'O', 'o', 1)".to_owned(),
        "INSERT INTO accounts (id, name, folded_name, role, password_hash, password_given, enrolled, sealed_secret)
         VALUES ('a', 'A', 'a', 'facilitator', '', 0, 1, '')"
            .to_owned(),
        format!(
            "{numbers} INSERT INTO posts (id, state, revision, lang, kind, direction, role, region, state_since, published_at, number, at_desk, card)
             SELECT {id}, 'published', 1, 'nl', CASE n.n % 5 WHEN 0 THEN 'story' ELSE 'dream' END,
                 CASE n.n % 4 WHEN 0 THEN 'start' WHEN 1 THEN 'stop' WHEN 2 THEN NULL ELSE CASE WHEN n.n % 4000 = 3 THEN 'turn_back' END END,
                 CASE n.n % 3 WHEN 0 THEN 'young_person' WHEN 1 THEN 'parent' END, CASE n.n % 2 WHEN 0 THEN 'north' END,
                 {first} + n.n * {step}, {first} + n.n * {step}, n.n,
                 CASE n.n % 20 WHEN 0 THEN 2 WHEN 10 THEN CASE n.n % 5000 WHEN 10 THEN 28 ELSE 4 END ELSE 1 END, printf('%500s', '{{}}')
             FROM n"
        ),
        "INSERT INTO revisions (post, number, received_at, text)
         SELECT p.id, 1, p.published_at - (p.number % 9) * 40000, 'Ik droom van een hond op de groep.' FROM posts p"
            .to_owned(),
        "INSERT INTO trail (post, kind, at, revision) SELECT p.id, 'read', p.published_at, 1 FROM posts p".to_owned(),
        "INSERT INTO keywords (post, place, keyword, number, answered)
         SELECT p.id, l.column1, CASE l.column1 WHEN 0 THEN 'vaak ' || (p.number % 30) ELSE 'soms ' || (p.number % 1700) END,
             p.number, CASE WHEN (p.at_desk & 4) <> 0 THEN 1 ELSE 0 END
         FROM posts p, (VALUES (0), (1)) l"
            .to_owned(),
        "INSERT INTO askings (id, post, organisation, round, account, at, answered_at)
         SELECT p.id, p.id, 'o', 1, 'a', p.published_at, CASE WHEN (p.at_desk & 4) <> 0 THEN p.published_at + (p.number % 7) * 900000 END
         FROM posts p WHERE p.at_desk <> 1"
            .to_owned(),
        "INSERT INTO word_lists (word, part, bits)
         SELECT w.column1, p.number / 63, SUM(1 << (p.number % 63))
         FROM posts p, (VALUES ('droom'), ('zeldzaam'), ('vroeger')) w
         WHERE w.column1 = 'droom' OR (w.column1 = 'zeldzaam' AND p.number % 1000 = 7) OR (w.column1 = 'vroeger' AND p.number < 4500)
         GROUP BY w.column1, p.number / 63"
            .to_owned(),
    ] {
        // Safe: only fixed text and numbers of this file stand in it.
        sqlx::query(AssertSqlSafe(statement)).execute(tx.conn()).await?;
    }
    tx.commit().await
}

fn query(filter: DeskFilter, words: &[&str]) -> DeskQuery {
    DeskQuery { filter, words: words.iter().map(|word| (*word).to_owned()).collect(), after: None, limit: 24 }
}

/// Everything that the list can be narrowed down by, alone and together.
fn queries() -> Vec<(DeskQuery, usize)> {
    let board = |direction, role, kind, region| BoardFilter { direction, role, kind, region, ..BoardFilter::default() };
    let only = |board, status| DeskFilter { board, status };
    let any = BoardFilter::default();
    let keyword = |word: &str| BoardFilter { keyword: Keyword::parse(word).ok(), ..BoardFilter::default() };
    let turned = board(Some(Direction::TurnBack), None, None, None);
    let mut queries = vec![
        (query(only(any.clone(), None), &[]), 24),
        (query(only(turned.clone(), None), &[]), 24),
        // One in four thousand, and a combination that there is not: the whole list is walked along.
        (query(only(turned.clone(), Some(DeskStatus::Heard)), &[]), 0),
        (
            query(
                only(board(Some(Direction::Stop), Some(Role::Director), Some(Kind::Story), Some(Region::West)), None),
                &[],
            ),
            0,
        ),
        (query(only(any.clone(), None), &["droom"]), 24),
        (query(only(any.clone(), None), &["zeldzaam"]), 24),
        (query(only(any.clone(), None), &["vroeger"]), 24),
        (query(only(any.clone(), Some(DeskStatus::Unasked)), &["droom", "29"]), 24),
        (query(only(turned, None), &["droom", "vroeger"]), 2),
        (query(only(any.clone(), None), &["1699"]), 24),
        (query(only(keyword("vaak 3"), Some(DeskStatus::Waiting)), &[]), 0),
        (query(only(keyword("vaak 10"), Some(DeskStatus::Waiting)), &[]), 24),
        (query(only(keyword("nergens"), None), &[]), 0),
    ];
    let few = |status| matches!(status, DeskStatus::Promised | DeskStatus::Heard);
    let of = |status| (query(only(any.clone(), Some(status)), &[]), if few(status) { 20 } else { 24 });
    queries.extend(DeskStatus::ALL.iter().copied().map(of));
    queries
}

/// Prints how long it took, for who runs this test alone. A bar here would fail on a slow or busy machine: what keeps it quick are the
/// indexes, which the other test holds.
#[expect(clippy::print_stdout, reason = "the figure is for who asks for it")]
async fn timed<T>(what: &str, act: impl Future<Output = Result<T>>) -> Result<T> {
    let began = Instant::now();
    let got = act.await?;
    println!("{what}: {:?}", began.elapsed());
    Ok(got)
}

#[tokio::test]
async fn the_list_and_the_insight_are_right_on_a_hundred_thousand_posts() -> Result<()> {
    let (folder, store) = opened().await?;
    hang(&store, MANY).await?;
    let mut look = store.read().acquire().await?;
    for (query, expected) in queries() {
        let places = timed(&format!("{query:?}"), found(&mut look, &query)).await?;
        assert_eq!(places.len().min(24), expected, "{query:?}");
        // Deep in the list it goes on behind its place.
        let place = Place { freshness: 0, published_at: NOW - 1_000 * DAY, id: Uuid::nil() };
        let deep = DeskQuery { after: Some(place), ..query };
        let places = timed(&format!("{deep:?}"), found(&mut look, &deep)).await?;
        assert!(places.iter().all(|it| it.published_at < place.published_at), "{deep:?}");
    }
    drop(look);
    let insight = timed("insight", store.insight(NOW)).await?;
    assert_eq!((insight.posts, insight.answered), (100_000, 5_000));
    assert_eq!(insight.themes.len(), 40);
    assert_eq!(insight.themes.iter().take(30).map(|theme| theme.posts).sum::<u32>(), 100_000);
    assert_eq!(insight.until_read, Some(Wait { median_days: 2, longest_days: 4 }));
    store.close().await;
    let _ = std::fs::remove_dir_all(folder);
    Ok(())
}

/// No list and no number is made by reading every row: that is what it costs when the planner takes another index.
#[tokio::test]
async fn the_list_and_the_insight_are_read_out_of_indexes() -> Result<()> {
    let (folder, store) = opened().await?;
    for (query, _) in queries() {
        for sql in [statement(&query, None), stretch(&query, 1_000, 2_000)] {
            let steps = plan(&store, &sql).await?;
            assert!(steps.contains("COVERING INDEX posts_at_desk (state=? AND (published_at,id)<(?,?))"), "{steps}");
            assert!(!steps.contains("TEMP B-TREE FOR ORDER BY"), "{steps}");
        }
        let steps = plan(&store, &statement(&query, Some(&[1, 2, 3]))).await?;
        assert!(steps.contains("INDEX posts_by_number (number=?)"), "{steps}");
    }
    for (text, binds, index) in [
        (THEMES, vec![i64::from(FEWEST), i64::from(MOST_THEMES)], "COVERING INDEX keywords_counted"),
        (STRETCH, vec![0, NOW, 4], "COVERING INDEX posts_at_desk (state=? AND published_at>? AND published_at<?)"),
        (UNTIL_READ, vec![1_000], "INDEX readings_in_time"),
        (UNTIL_ANSWERED, vec![1_000], "INDEX askings_answered"),
    ] {
        let mut look = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {text}")));
        for bind in binds {
            look = look.bind(bind);
        }
        let steps = look.fetch_all(store.read()).await?;
        let steps = steps.iter().map(|step| rows::text(step, "detail")).collect::<Result<Vec<String>>>()?.join("; ");
        assert!(steps.contains(index), "{steps}");
    }
    store.close().await;
    let _ = std::fs::remove_dir_all(folder);
    Ok(())
}

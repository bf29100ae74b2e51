//! The statements that read a page of the board.
//!
//! Posts are walked along in the order of the board until a page is full. With words to find, the numbers of all posts that have
//! them are known first (`words.rs`). Are there many, the walk soon meets enough of them; else they are put in order. Neither
//! looks at a post that does not have the words.

use super::{
    Result, Store, StoreError,
    board::{BoardQuery, Card, Place},
    cards::waiting,
    rows,
    status::condition,
    words::Numbers,
};
use droombord_domain::{
    filter::{BoardFilter, Order},
    keyword::Keyword,
};
use sqlx::{AnyConnection, AssertSqlSafe, any::AnyRow};
use std::cmp::Reverse;

/// To look one number up costs as much as so many steps of a walk.
const STEPS: usize = 10;
/// More are never put in order.
const MANY: usize = 50_000;
/// A walk's first stretch; each further one is twice as long.
const STRETCH: usize = 500;

/// Stands between cards: no JSON has a control character.
const SEPARATOR: char = '\u{1f}';

/// Fixed text, numbers of parameters and their values.
#[derive(Clone, Debug, Default)]
pub(super) struct Sql {
    text: String,
    values: Vec<Value>,
    /// Nobody will ask the very same again.
    pub(super) once: bool,
}

#[derive(Clone, Debug)]
enum Value {
    Text(String),
    Number(i64),
}

impl Sql {
    pub(super) fn add(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    fn bind(&mut self, value: Value) -> &mut Self {
        self.values.push(value);
        self.text.push_str(&format!("${}", self.values.len()));
        self
    }

    pub(super) fn text(&mut self, value: &str) -> &mut Self {
        self.bind(Value::Text(value.to_owned()))
    }

    pub(super) fn number(&mut self, value: i64) -> &mut Self {
        self.bind(Value::Number(value))
    }

    /// The posts `p` of these numbers. Only what hangs on the board has one. In this order, whatever the planner thinks of it: that is
    /// what `CROSS JOIN` says.
    pub(super) fn of_numbers(&mut self, numbers: &[usize]) -> &mut Self {
        let numbers: Vec<String> = numbers.iter().map(|number| format!("({number})")).collect();
        self.add(" FROM (VALUES ").add(&numbers.join(","));
        self.add(") n CROSS JOIN posts p WHERE p.number = n.column1")
    }

    /// A number as it is, without a parameter: SQLite makes its plan again whenever a bound limit changes hands.
    pub(super) fn fixed(&mut self, number: usize) -> &mut Self {
        self.add(&number.to_string())
    }
}

/// A page, and whether more follow.
struct Found {
    cards: Vec<(Place, Card)>,
    more: bool,
}

impl Store {
    /// A page of the board, and the place of its last post when more follow.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn board(&self, query: &BoardQuery) -> Result<(Vec<Card>, Option<Place>)> {
        let Found { cards, more } = if query.words.is_empty() {
            page(&mut *self.read().acquire().await?, query, None).await?
        } else {
            self.search(query).await?
        };
        let last = cards.last().filter(|_| more).map(|(place, _)| *place);
        Ok((cards.into_iter().map(|(_, card)| card).collect(), last))
    }

    async fn search(&self, query: &BoardQuery) -> Result<Found> {
        // One look at one moment: numbers and posts must fit together.
        let mut look = self.read().begin().await?;
        let wanted = Numbers::with_all(&mut look, &query.words).await?;
        // A walk takes as many steps as to look all of them up would cost: together that is at most twice the quicker way. None
        // when a page would not be full by then even if they hung evenly on the board.
        let (count, page_of) = (wanted.count(), usize::try_from(query.limit).unwrap_or(usize::MAX));
        let steps = match count.saturating_mul(STEPS) {
            _ if count > MANY => usize::MAX,
            steps if steps / page_of.max(1) < wanted.end() / count.max(1) => 0,
            steps => steps,
        };
        match walk(&mut look, query, &wanted, steps).await? {
            Some(found) => Ok(found),
            None => page(&mut look, query, Some(&wanted.all())).await,
        }
    }
}

/// Walks along the board until a page of these posts is full; `None` when so many steps are not enough.
async fn walk(look: &mut AnyConnection, query: &BoardQuery, wanted: &Numbers, steps: usize) -> Result<Option<Found>> {
    let limit = usize::try_from(query.limit).unwrap_or(usize::MAX);
    // The filters may leave most of them out.
    let together = if query.filter == BoardFilter::default() { limit.saturating_add(1) } else { STRETCH };
    let mut cards = Vec::new();
    let (mut walked, mut stretch) = (0, STRETCH);
    while walked < steps {
        let numbers = along(look, query, walked, stretch).await?;
        let ended = numbers.len() < stretch;
        let met: Vec<usize> = numbers.into_iter().filter(|number| wanted.has(*number)).collect();
        for some in met.chunks(together) {
            let found = page(look, query, Some(some)).await?;
            cards.extend(found.cards);
            if found.more || cards.len() > limit {
                cards.truncate(limit);
                return Ok(Some(Found { cards, more: true }));
            }
        }
        if ended {
            return Ok(Some(Found { cards, more: false }));
        }
        walked += stretch;
        stretch *= 2;
    }
    Ok(None)
}

/// The numbers of posts in the order of the board: from the query's place so many steps on, and so many of them.
async fn along(look: &mut AnyConnection, query: &BoardQuery, from: usize, many: usize) -> Result<Vec<usize>> {
    let row = row(look, &stretch(query, from, many)).await?;
    let numbers = rows::maybe_text(&row, "numbers")?.unwrap_or_default();
    let numbers = numbers.split(' ').filter(|number| !number.is_empty());
    numbers.map(|number| number.parse().map_err(|_| StoreError::Unknown("number"))).collect()
}

/// A page of the board, or of these posts alone.
async fn page(look: &mut AnyConnection, query: &BoardQuery, only: Option<&[usize]>) -> Result<Found> {
    if only.is_some_and(<[usize]>::is_empty) {
        return Ok(Found { cards: Vec::new(), more: false });
    }
    let limit = usize::try_from(query.limit).unwrap_or(usize::MAX);
    let row = row(look, &statement(query, only)).await?;
    let cards = rows::maybe_text(&row, "cards")?.unwrap_or_default();
    let cards = cards.split(SEPARATOR).filter(|card| !card.is_empty());
    let mut cards = cards.map(|text| card(text, query.today)).collect::<Result<Vec<_>>>()?;
    // The database gives them together, in whatever order.
    match query.order {
        Order::Unread => cards.sort_by_key(|(place, _)| Reverse((place.freshness, place.published_at, place.id))),
        Order::Newest => cards.sort_by_key(|(place, _)| Reverse((place.published_at, place.id))),
    }
    let more = cards.len() > limit;
    cards.truncate(limit);
    Ok(Found { cards, more })
}

/// How the database would read it.
#[cfg(test)]
pub(super) async fn plan(store: &Store, sql: &Sql) -> Result<String> {
    let sql = Sql { text: format!("EXPLAIN QUERY PLAN {}", sql.text), ..sql.clone() };
    let steps = all(&mut *store.read().acquire().await?, &sql).await?;
    Ok(steps.iter().map(|step| rows::text(step, "detail")).collect::<Result<Vec<String>>>()?.join("; "))
}

async fn row(look: &mut AnyConnection, sql: &Sql) -> Result<AnyRow> {
    all(look, sql).await?.pop().ok_or(StoreError::Unknown("page"))
}

/// The rows of a statement.
pub(super) async fn all(look: &mut AnyConnection, sql: &Sql) -> Result<Vec<AnyRow>> {
    // Safe: only fixed text, numbers and numbers of parameters stand in it, every other value is bound.
    let mut statement = sqlx::query(AssertSqlSafe(sql.text.clone())).persistent(!sql.once);
    for value in &sql.values {
        statement = match value {
            Value::Text(text) => statement.bind(text.clone()),
            Value::Number(number) => statement.bind(*number),
        };
    }
    Ok(statement.fetch_all(look).await?)
}

/// One row for all cards: each row on its way from the database costs more than what it holds. One more than asked tells
/// whether more follow.
fn statement(query: &BoardQuery, only: Option<&[usize]>) -> Sql {
    let mut sql = Sql { once: only.is_some(), ..Sql::default() };
    sql.add("SELECT string_agg(b.freshness || ' ' || b.published_at || ' ' || b.id || ' ' || COALESCE(asked_day, '') || ' ' || COALESCE(card, ''), ");
    sql.text(SEPARATOR.encode_utf8(&mut [0; 4])).add(") AS cards FROM (SELECT p.freshness, p.published_at, p.id");
    match only {
        None => {
            sql.add(", p.card, p.asked_day FROM posts p WHERE ");
            on_board(&mut sql, query);
        }
        Some(numbers) => {
            sql.of_numbers(numbers).add(" AND ");
            after(&mut sql, query);
        }
    }
    choices(&mut sql, &query.filter);
    let BoardFilter { kind: _, direction: _, role: _, region: _, keyword, status } = &query.filter;
    if let Some(status) = status {
        sql.add(" AND ").add(condition(*status));
    }
    if let Some(keyword) = keyword.as_ref().map(Keyword::as_str) {
        sql.add(" AND p.id IN (SELECT k.post FROM keywords k WHERE k.keyword = ").text(keyword).add(")");
    }
    in_order(&mut sql, query.order);
    sql.add(" LIMIT ").fixed(usize::try_from(query.limit).unwrap_or(0) + 1).add(") b");
    if only.is_some() {
        // Only these are looked at: the others were put in order out of the index.
        sql.add(" CROSS JOIN posts c WHERE c.id = b.id AND c.state = 'published' AND c.reply_to IS NULL");
    }
    sql
}

/// What [`along`] reads, out of the index alone.
fn stretch(query: &BoardQuery, from: usize, many: usize) -> Sql {
    let mut sql = Sql::default();
    // Together in the order in which they are read.
    sql.add("SELECT string_agg(b.number, ' ') AS numbers FROM (SELECT p.number FROM posts p WHERE ");
    on_board(&mut sql, query);
    in_order(&mut sql, query.order);
    sql.add(" LIMIT ").fixed(many).add(" OFFSET ").fixed(from).add(") b");
    sql
}

/// Only posts with the choices of the filter that stand in the row of a post.
pub(super) fn choices(sql: &mut Sql, filter: &BoardFilter) {
    let BoardFilter { kind, direction, role, region, keyword: _, status: _ } = filter;
    for (column, code) in [
        ("p.kind = ", kind.map(|it| it.code())),
        ("p.direction = ", direction.map(|it| it.code())),
        ("p.role = ", role.map(|it| it.code())),
        ("p.region = ", region.map(|it| it.code())),
    ] {
        if let Some(code) = code {
            sql.add(" AND ").add(column).text(code);
        }
    }
}

/// What hangs on the board after the place of the query.
fn on_board(sql: &mut Sql, query: &BoardQuery) {
    sql.add("p.state = 'published' AND p.reply_to IS NULL AND ");
    after(sql, query);
}

fn after(sql: &mut Sql, query: &BoardQuery) {
    let Place { freshness, published_at, id } = query.after;
    match query.order {
        Order::Unread => sql.add("(p.freshness, p.published_at, p.id) < (").number(freshness).add(", "),
        Order::Newest => sql.add("(p.published_at, p.id) < ("),
    };
    sql.number(published_at).add(", ").text(&id.to_string()).add(")");
}

fn in_order(sql: &mut Sql, order: Order) {
    sql.add(match order {
        Order::Unread => " ORDER BY p.freshness DESC, p.published_at DESC, p.id DESC",
        Order::Newest => " ORDER BY p.published_at DESC, p.id DESC",
    });
}

/// A card with its place, as [`statement`] writes them.
fn card(text: &str, today: i64) -> Result<(Place, Card)> {
    let parse = || {
        let mut parts = text.splitn(5, ' ');
        let freshness = parts.next()?.parse().ok()?;
        let published_at = parts.next()?.parse().ok()?;
        let id = parts.next()?.parse().ok()?;
        let asked_day: Option<i64> = parts.next()?.parse().ok();
        let json = parts.next().filter(|json| !json.is_empty())?;
        let json = asked_day.map_or_else(|| json.to_owned(), |asked| waiting(json, asked, today));
        Some((Place { freshness, published_at, id }, Card { id, json }))
    };
    parse().ok_or(StoreError::Unknown("card"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use droombord_domain::{post::Kind, status::StatusFilter};
    use std::collections::BTreeMap;
    use uuid::Uuid;

    async fn opened() -> Result<(std::path::PathBuf, Store)> {
        let folder = std::env::temp_dir().join(format!("droombord-page-{}", Uuid::new_v4()));
        Ok((folder.clone(), Store::open(&folder).await?))
    }

    fn query(kind: Option<Kind>, order: Order, words: &[&str]) -> BoardQuery {
        let filter = BoardFilter { kind, ..BoardFilter::default() };
        BoardQuery {
            filter,
            order,
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            after: Place::START,
            limit: 24,
            today: 0,
        }
    }

    /// A page must not read and sort the whole board: that is what it costs when the planner takes another index.
    #[tokio::test]
    async fn every_page_is_read_in_the_order_of_the_index() -> Result<()> {
        let (folder, store) = opened().await?;
        for (order, index) in [(Order::Unread, "posts_in_fair_turn"), (Order::Newest, "posts_on_board")] {
            for kind in [None, Some(Kind::Dream)] {
                let query = query(kind, order, &[]);
                for (sql, index) in [
                    (statement(&query, None), index.to_owned()),
                    // A walk looks at no post.
                    (stretch(&query, 500, 1_000), format!("COVERING INDEX {index}")),
                ] {
                    let steps = plan(&store, &sql).await?;
                    assert!(
                        steps.contains(&index) && !steps.contains("TEMP B-TREE FOR ORDER BY"),
                        "{order:?}: {steps}"
                    );
                    // Not from the beginning of the board: the whole place is looked up.
                    let bounds = match order {
                        Order::Unread => "(freshness,published_at,id)<",
                        Order::Newest => "(published_at,id)<",
                    };
                    assert!(steps.contains(bounds), "{order:?}: {steps}");
                }
            }
        }
        store.close().await;
        let _ = std::fs::remove_dir_all(folder);
        Ok(())
    }

    /// Few posts are answered: a page of them must not walk the whole board.
    #[tokio::test]
    async fn each_status_has_an_index_of_its_own_in_each_order() -> Result<()> {
        let (folder, store) = opened().await?;
        for status in StatusFilter::ALL {
            for order in [Order::Unread, Order::Newest] {
                for kind in [None, Some(Kind::Dream)] {
                    let mut query = query(kind, order, &[]);
                    query.filter.status = Some(*status);
                    let steps = plan(&store, &statement(&query, None)).await?;
                    let index = match order {
                        Order::Unread => format!("INDEX {}_in_turn", status.code()),
                        Order::Newest => format!("INDEX {}_newest", status.code()),
                    };
                    assert!(steps.contains(&index), "{steps}");
                    assert!(!steps.contains("TEMP B-TREE FOR ORDER BY"), "{steps}");
                }
            }
        }
        store.close().await;
        let _ = std::fs::remove_dir_all(folder);
        Ok(())
    }

    /// Many numbers are put in order out of an index; only the posts of the page are looked at.
    #[tokio::test]
    async fn numbers_are_put_in_order_without_looking_at_posts() -> Result<()> {
        let (folder, store) = opened().await?;
        for order in [Order::Unread, Order::Newest] {
            let steps = plan(&store, &statement(&query(None, order, &["een"]), Some(&[1, 2, 3]))).await?;
            assert!(steps.contains("SEARCH p USING COVERING INDEX posts_by_number (number=?"), "{steps}");
            assert!(steps.contains("SEARCH c USING INDEX sqlite_autoindex_posts_1 (id=?)"), "{steps}");
        }
        store.close().await;
        let _ = std::fs::remove_dir_all(folder);
        Ok(())
    }

    const TEXTS: [&str; 9] = ["een", "eend", "eenden", "twee", "tweede", "drie", "vier", "vijf", "zes"];

    /// A post as somebody who knows nothing of lists and indexes would keep it.
    struct Plain {
        place: Place,
        kind: Kind,
        words: Vec<&'static str>,
    }

    impl Plain {
        fn is_found(&self, query: &BoardQuery) -> bool {
            let kind = query.filter.kind.is_none_or(|kind| kind == self.kind);
            kind && query.words.iter().all(|wanted| self.words.iter().any(|word| word.starts_with(wanted.as_str())))
        }
    }

    /// A board of so many posts that differ as the dice fall; every seventh has left it again.
    async fn thrown(store: &Store, dice: &mut impl FnMut(u64) -> u64, many: usize) -> Result<BTreeMap<Uuid, Plain>> {
        let mut board = BTreeMap::new();
        let mut tx = store.begin().await?;
        for n in 0..many {
            let id = Uuid::from_u64_pair(dice(u64::MAX), dice(u64::MAX));
            let kind = if dice(5) == 0 { Kind::Story } else { Kind::Dream };
            // Some words are everywhere and some nearly nowhere.
            let words: Vec<&str> =
                (0_u64..).zip(TEXTS).filter(|(rare, _)| dice(1 + rare * rare) == 0).map(|(_, word)| word).collect();
            let place = Place {
                freshness: -i64::try_from(dice(4)).unwrap_or_default(),
                published_at: i64::try_from(dice(90)).unwrap_or_default(),
                id,
            };
            let insert = "INSERT INTO posts (id, state, revision, kind, state_since, published_at, freshness, card)
                 VALUES ($1, 'published', 1, $2, $3, $3, $4, '{}')";
            sqlx::query(insert)
                .bind(id.to_string())
                .bind(kind.code())
                .bind(place.published_at)
                .bind(place.freshness)
                .execute(tx.conn())
                .await?;
            tx.find_by_words(id, &words.join(" ")).await?;
            if n % 7 == 6 {
                tx.find_no_more(id).await?;
                sqlx::query("UPDATE posts SET state = 'withdrawn' WHERE id = $1")
                    .bind(id.to_string())
                    .execute(tx.conn())
                    .await?;
            } else {
                board.insert(id, Plain { place, kind, words });
            }
        }
        tx.commit().await?;
        Ok(board)
    }

    /// Every way of searching.
    #[derive(Clone, Copy, Debug)]
    enum Way {
        AsItComes,
        Walking,
        PutInOrder,
    }

    async fn searched(store: &Store, mut query: BoardQuery, way: Way) -> Result<Vec<Uuid>> {
        let mut ids = Vec::new();
        loop {
            let mut look = store.read().acquire().await?;
            let wanted = Numbers::with_all(&mut look, &query.words).await?;
            let found = match way {
                Way::AsItComes => store.search(&query).await?,
                Way::Walking => {
                    walk(&mut look, &query, &wanted, usize::MAX).await?.ok_or(StoreError::Unknown("walk"))?
                }
                Way::PutInOrder => page(&mut look, &query, Some(&wanted.all())).await?,
            };
            ids.extend(found.cards.iter().map(|(_, card)| card.id));
            match found.cards.last().filter(|_| found.more) {
                Some((place, _)) => query.after = *place,
                None => return Ok(ids),
            }
        }
    }

    /// Whichever way is taken, what is found is what somebody finds who reads every post, in the same order.
    #[tokio::test]
    async fn every_way_finds_what_looking_at_every_post_finds() -> Result<()> {
        let (folder, store) = opened().await?;
        let mut state = 20_261_122_u64;
        let mut dice = move |many: u64| {
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            state.wrapping_mul(0x2545_f491_4f6c_dd1d) % many
        };
        let board = thrown(&store, &mut dice, 1_300).await?;
        for words in [
            &["een"][..],
            &["e"],
            &["eenden"],
            &["zes"],
            &["een", "twee"],
            &["tweed", "zes"],
            &["drie", "v"],
            &["vier", "vijf", "zes"],
            &["drie", "nooit"],
            &["d", "e", "tw"],
            &["ee", "vij"],
            &["x"],
        ] {
            for (order, kind) in [(Order::Unread, None), (Order::Newest, None), (Order::Unread, Some(Kind::Story))] {
                let query = BoardQuery { limit: 7, ..query(kind, order, words) };
                let mut found: Vec<Place> =
                    board.values().filter(|post| post.is_found(&query)).map(|post| post.place).collect();
                found.sort_by_key(|place| match order {
                    Order::Unread => Reverse((place.freshness, place.published_at, place.id)),
                    Order::Newest => Reverse((0, place.published_at, place.id)),
                });
                let found: Vec<Uuid> = found.into_iter().map(|place| place.id).collect();
                for way in [Way::AsItComes, Way::Walking, Way::PutInOrder] {
                    let ids = searched(&store, query.clone(), way).await?;
                    assert_eq!(ids, found, "{way:?} {order:?} {kind:?} {words:?}");
                }
            }
        }
        store.close().await;
        let _ = std::fs::remove_dir_all(folder);
        Ok(())
    }

    /// What left the board is in no list any more.
    #[tokio::test]
    async fn nothing_is_left_of_words_that_left_the_board() -> Result<()> {
        let (folder, store) = opened().await?;
        let mut tx = store.begin().await?;
        let ids = [1, 2, 3].map(Uuid::from_u128);
        for id in ids {
            let insert = "INSERT INTO posts (id, state, revision, state_since) VALUES ($1, 'published', 1, 0)";
            sqlx::query(insert).bind(id.to_string()).execute(tx.conn()).await?;
            tx.find_by_words(id, "een twee").await?;
        }
        let [first, second, third] = ids;
        tx.find_no_more(second).await?;
        assert_eq!(Numbers::with_all(tx.conn(), &["twee".to_owned()]).await?.all(), [0, 2]);
        tx.find_no_more(first).await?;
        tx.find_no_more(third).await?;
        for table in ["post_words", "word_lists"] {
            let count = AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
            let left: i64 = sqlx::query_scalar(count).fetch_one(tx.conn()).await?;
            assert_eq!(left, 0, "{table}");
        }
        drop(tx);
        store.close().await;
        let _ = std::fs::remove_dir_all(folder);
        Ok(())
    }
}

//! What hangs on the board, as facilitators look for it: by words, by how far it is and by what the board is narrowed down by too.
//!
//! The list is walked along in one index that has everything it can be narrowed down by (`0130_desk_board.sql`). With words to find, the
//! numbers of all posts that have them, in the text or in a keyword, are known first, as in `page.rs`.

use super::{
    Place, Result, Store, StoreError,
    desk::{desk_post, desk_posts},
    hand_back::hand_back_columns,
    organisations::organisation_names,
    page::{Sql, all, choices},
    rows,
    status::desk_bit,
    words::Numbers,
};
use crate::{clock::Seconds, search};
use droombord_domain::{api::DeskPost, filter::DeskFilter, keyword::Keyword};
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// Most posts that are looked up and put in order; more are met soon on a walk along the list.
const FEW: usize = 5_000;
/// A walk's first stretch. What is not met on it hangs far below: each further one is longer by this factor.
const STRETCH: usize = 2_000;
const LONGER: usize = 64;
const ON_BOARD: &str = "p.state = 'published' AND ";

/// Which posts of the board the desk asks for, newest on the board first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskQuery {
    /// Only these.
    pub filter: DeskFilter,
    /// Only posts that have, in the text or in a keyword, words which begin like all of these (folded).
    pub words: Vec<String>,
    /// Only what comes after this place.
    pub after: Option<Place>,
    /// Most posts of a page.
    pub limit: u32,
}

impl DeskQuery {
    fn limit(&self) -> usize {
        usize::try_from(self.limit).unwrap_or(usize::MAX)
    }
}

impl Store {
    /// A page of what hangs on the board, and the place of its last post when more follow.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn desk_board(&self, query: &DeskQuery, now: Seconds) -> Result<(Vec<DeskPost>, Option<Place>)> {
        // One look at one moment: numbers and posts must fit together.
        let mut look = self.read().begin().await?;
        let mut places = found(&mut look, query).await?;
        let more = places.len() > query.limit();
        places.truncate(query.limit());
        let last = places.last().filter(|_| more).copied();
        Ok((posts(&mut look, &places, now).await?, last))
    }
}

/// The places of a page. One more than asked tells whether more follow.
pub(super) async fn found(look: &mut AnyConnection, query: &DeskQuery) -> Result<Vec<Place>> {
    match wanted(look, query).await? {
        None => places(look, query, None).await,
        Some(wanted) if wanted.count() <= FEW => places(look, query, Some(&wanted.all())).await,
        Some(wanted) => {
            let met = walk(look, query, &wanted).await?;
            places(look, query, Some(&met)).await
        }
    }
}

/// The posts with the words and the keyword of the query; none when it asks for neither.
async fn wanted(look: &mut AnyConnection, query: &DeskQuery) -> Result<Option<Numbers>> {
    let mut all: Option<Numbers> = None;
    let mut narrow = |one: Numbers| {
        all = Some(match all.take() {
            Some(before) => before.and(&one),
            None => one,
        });
    };
    if let Some(keyword) = query.filter.board.keyword.as_ref().map(Keyword::as_str) {
        narrow(Numbers::of_keywords(look, &[keyword]).await?);
    }
    let keywords = if query.words.is_empty() { Vec::new() } else { keywords(look).await? };
    for word in &query.words {
        let begins = |words: &BTreeSet<String>| words.iter().any(|it| it.starts_with(word.as_str()));
        let with: Vec<&str> =
            keywords.iter().filter(|(_, words)| begins(words)).map(|(keyword, _)| keyword.as_str()).collect();
        let in_keywords = Numbers::of_keywords(look, &with).await?;
        narrow(Numbers::with(look, word).await?.or(&in_keywords));
    }
    Ok(all)
}

/// Every keyword that is in use, with its folded words. From one to the next in the index: not every row is read.
async fn keywords(look: &mut AnyConnection) -> Result<Vec<(String, BTreeSet<String>)>> {
    let row = sqlx::query(
        "WITH RECURSIVE every (keyword) AS (
             SELECT MIN(k.keyword) FROM keywords k
             UNION ALL
             SELECT (SELECT MIN(k.keyword) FROM keywords k WHERE k.keyword > every.keyword)
             FROM every WHERE every.keyword IS NOT NULL
         )
         SELECT string_agg(every.keyword, $1) AS keywords FROM every",
    )
    .bind(rows::SEPARATOR)
    .fetch_one(look)
    .await?;
    let keywords = rows::maybe_text(&row, "keywords")?.unwrap_or_default();
    let keywords = keywords.split(rows::SEPARATOR).filter(|keyword| !keyword.is_empty());
    Ok(keywords.map(|keyword| (keyword.to_owned(), search::words(keyword))).collect())
}

/// The first of the wanted numbers on a walk along the list.
async fn walk(look: &mut AnyConnection, query: &DeskQuery, wanted: &Numbers) -> Result<Vec<usize>> {
    let mut met = Vec::new();
    let (mut from, mut many) = (0, STRETCH);
    loop {
        let numbers = match all(look, &stretch(query, from, many)).await?.first() {
            Some(row) => rows::maybe_text(row, "numbers")?.unwrap_or_default(),
            None => String::new(),
        };
        let numbers = numbers.split(' ').filter(|number| !number.is_empty());
        let numbers: Vec<usize> =
            numbers.map(|number| number.parse().map_err(|_| StoreError::Unknown("number"))).collect::<Result<_>>()?;
        met.extend(numbers.iter().copied().filter(|number| wanted.has(*number)));
        if numbers.len() < many || met.len() > query.limit() {
            met.truncate(query.limit() + 1);
            return Ok(met);
        }
        from += many;
        many *= LONGER;
    }
}

/// What [`walk`] reads, out of the index alone.
pub(super) fn stretch(query: &DeskQuery, from: usize, many: usize) -> Sql {
    let mut sql = Sql::default();
    sql.add("SELECT string_agg(b.number, ' ') AS numbers FROM (SELECT p.number FROM posts p WHERE ");
    sql.add(ON_BOARD);
    conditions(&mut sql, query).add(" AND p.number IS NOT NULL");
    in_order(&mut sql).add(" LIMIT ").fixed(many).add(" OFFSET ").fixed(from).add(") b");
    sql
}

/// Reads the places of a page, or of those of these posts that belong to it.
pub(super) fn statement(query: &DeskQuery, only: Option<&[usize]>) -> Sql {
    let mut sql = Sql::default();
    sql.once = only.is_some();
    sql.add("SELECT p.published_at, p.id");
    match only {
        None => sql.add(" FROM posts p WHERE ").add(ON_BOARD),
        // Only what hangs on the board has a number.
        Some(numbers) => sql.of_numbers(numbers).add(" AND "),
    };
    conditions(&mut sql, query);
    in_order(&mut sql).add(" LIMIT ").fixed(query.limit().saturating_add(1));
    sql
}

fn conditions<'s>(sql: &'s mut Sql, query: &DeskQuery) -> &'s mut Sql {
    let Place { published_at, id, freshness: _ } = query.after.unwrap_or(Place::START);
    sql.add("(p.published_at, p.id) < (").number(published_at).add(", ");
    sql.text(&id.to_string()).add(")");
    let DeskFilter { board, status } = &query.filter;
    choices(sql, board);
    if let Some(status) = status {
        sql.add(" AND (p.at_desk & ").number(desk_bit(*status)).add(") <> 0");
    }
    sql
}

fn in_order(sql: &mut Sql) -> &mut Sql {
    sql.add(" ORDER BY p.published_at DESC, p.id DESC")
}

async fn places(look: &mut AnyConnection, query: &DeskQuery, only: Option<&[usize]>) -> Result<Vec<Place>> {
    if only.is_some_and(<[usize]>::is_empty) {
        return Ok(Vec::new());
    }
    let found = all(look, &statement(query, only)).await?;
    let place =
        |row| Ok(Place { freshness: 0, published_at: rows::number(row, "published_at")?, id: rows::id(row, "id")? });
    found.iter().map(place).collect()
}

/// The posts at these places, in their order.
async fn posts(look: &mut AnyConnection, places: &[Place], now: Seconds) -> Result<Vec<DeskPost>> {
    let Some((first, others)) = places.split_first() else { return Ok(Vec::new()) };
    // The second parameter is what stands between keywords.
    let more: String = (3..).take(others.len()).map(|at| format!(", ${at}")).collect();
    let sql = format!("{} AND p.id IN ($1{more})", desk_posts!());
    // Safe: only fixed text and numbers of parameters stand in it.
    let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(false).bind(first.id.to_string()).bind(rows::SEPARATOR);
    for place in others {
        query = query.bind(place.id.to_string());
    }
    let found = query.fetch_all(&mut *look).await?;
    let names = organisation_names(look).await?;
    let posts = found.iter().map(|row| desk_post(row, now, None, &names));
    let mut posts: HashMap<Uuid, DeskPost> =
        posts.map(|post| post.map(|post| (post.id, post))).collect::<Result<_>>()?;
    Ok(places.iter().filter_map(|place| posts.remove(&place.id)).collect())
}

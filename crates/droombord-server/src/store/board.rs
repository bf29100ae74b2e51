//! What everybody may see: published posts, the search among them, their trails. Nothing else is read here.

use super::{Result, Store, rows};
use crate::{
    clock::{Seconds, half_month},
    search,
};
use droombord_domain::{
    api::{PublicPost, PublicTrail},
    filter::BoardFilter,
    keyword::Keyword,
    support::SupportSteps,
    trail::{PublicTrailEvent, TrailKind},
};
use sqlx::{AssertSqlSafe, any::AnyRow};
use uuid::Uuid;

/// A place in the board's order: newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// When the post came on the board.
    pub published_at: Seconds,
    /// Which post: of two that came in the same second, one must be first.
    pub id: Uuid,
}

impl Place {
    /// Before the first post.
    pub const START: Self = Self { published_at: Seconds::MAX, id: Uuid::max() };
}

/// Which posts of the board are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardQuery {
    /// Only these.
    pub filter: BoardFilter,
    /// Only posts with words that begin like all of these (folded).
    pub words: Vec<String>,
    /// Only what comes after this place.
    pub after: Place,
    /// At most so many.
    pub limit: u32,
}

/// What stands before the further conditions of every statement that reads public posts.
macro_rules! public_posts {
    () => {
        "SELECT p.id, p.published_at, p.kind, p.direction, p.lang, p.role, p.on_behalf, p.age_band, p.region,
             p.sample, p.shortened, p.hear, p.recognise, p.join_in, r.text,
             (SELECT string_agg(k.keyword, $2 ORDER BY k.place) FROM keywords k WHERE k.post = p.id) AS keywords
         FROM posts p JOIN revisions r ON r.post = p.id AND r.number = p.revision
         WHERE p.state = 'published'"
    };
}

impl Store {
    /// A page of the board, and the place of its last post when more follow.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn board(&self, query: &BoardQuery) -> Result<(Vec<PublicPost>, Option<Place>)> {
        let BoardQuery { filter: _, words: _, after, limit } = query;
        let (sql, values) = statement(query);
        // One more than asked tells whether more follow.
        let limit = usize::try_from(*limit).unwrap_or(usize::MAX);
        // Safe: only fixed text and numbers of parameters stand in it, every value is bound.
        let mut statement = sqlx::query(AssertSqlSafe(sql))
            .bind(after.published_at)
            .bind(rows::SEPARATOR)
            .bind(after.id.to_string())
            .bind(i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1));
        for value in values {
            statement = statement.bind(value);
        }
        let found = statement.fetch_all(self.read()).await?;
        let posts = found.iter().take(limit).map(public_post).collect::<Result<Vec<_>>>()?;
        let last = found.len().checked_sub(2).filter(|_| found.len() > limit).and_then(|at| found.get(at));
        let last = last.map(place).transpose()?;
        Ok((posts, last))
    }

    /// One published post.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn public_post(&self, id: Uuid) -> Result<Option<PublicPost>> {
        let row = sqlx::query(concat!(public_posts!(), " AND p.id = $1"))
            .bind(id.to_string())
            .bind(rows::SEPARATOR)
            .fetch_optional(self.read())
            .await?;
        row.as_ref().map(public_post).transpose()
    }

    /// The public trail of a published post; `None` when it is not on the board.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn public_trail(&self, id: Uuid) -> Result<Option<PublicTrail>> {
        let found = sqlx::query(
            "SELECT t.kind, t.at FROM trail t JOIN posts p ON p.id = t.post
             WHERE t.post = $1 AND p.state = 'published' ORDER BY t.id",
        )
        .bind(id.to_string())
        .fetch_all(self.read())
        .await?;
        if found.is_empty() {
            return Ok(None);
        }
        let mut events = Vec::new();
        for row in &found {
            let kind = rows::code(row, "kind", TrailKind::from_code)?;
            if kind.is_public() {
                events.push(PublicTrailEvent { kind, when: half_month(rows::number(row, "at")?) });
            }
        }
        Ok(Some(PublicTrail { events }))
    }
}

/// The statement of a page, and the values of its parameters from `$5` on.
fn statement(query: &BoardQuery) -> (String, Vec<String>) {
    let BoardQuery { filter, words, after: _, limit: _ } = query;
    let BoardFilter { kind, direction, role, region, keyword } = filter;
    let mut sql = concat!(public_posts!(), " AND (p.published_at, p.id) < ($1, $3)").to_owned();
    let mut values: Vec<String> = Vec::new();
    let mut condition = |before: &str, value: &str, after: &str| {
        values.push(value.to_owned());
        sql.push_str(&format!(" AND {before}${}{after}", values.len() + 4));
    };
    for (column, code) in [
        ("p.kind = ", kind.map(|it| it.code())),
        ("p.direction = ", direction.map(|it| it.code())),
        ("p.role = ", role.map(|it| it.code())),
        ("p.region = ", region.map(|it| it.code())),
    ] {
        if let Some(code) = code {
            condition(column, code, "");
        }
    }
    if let Some(keyword) = keyword.as_ref().map(Keyword::as_str) {
        condition("p.id IN (SELECT k.post FROM keywords k WHERE k.keyword = ", keyword, ")");
    }
    for word in words {
        condition("p.id IN (SELECT w.post FROM post_words w WHERE w.word >= ", word, "");
        condition("w.word < ", &search::end_of_prefix(word), ")");
    }
    sql.push_str(" ORDER BY p.published_at DESC, p.id DESC LIMIT $4");
    (sql, values)
}

fn public_post(row: &AnyRow) -> Result<PublicPost> {
    let step = |column| -> Result<Option<u32>> {
        Ok(rows::maybe_number(row, column)?.and_then(|step| u32::try_from(step).ok()))
    };
    Ok(PublicPost {
        id: rows::id(row, "id")?,
        // A published post has words: the inner join and the erasing, which changes the state, see to it.
        body: rows::body(row)?.ok_or(super::StoreError::Unknown("text"))?,
        keywords: rows::keywords(row, "keywords")?,
        published: half_month(rows::number(row, "published_at")?),
        shortened: rows::flag(row, "shortened")?,
        sample: rows::flag(row, "sample")?,
        supports: SupportSteps { hear: step("hear")?, recognise: step("recognise")?, join: step("join_in")? },
    })
}

fn place(row: &AnyRow) -> Result<Place> {
    Ok(Place { published_at: rows::number(row, "published_at")?, id: rows::id(row, "id")? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use droombord_domain::post::Kind;
    use sqlx::Row as _;

    /// A page must not read and sort the whole board: that is what it costs when the planner takes another index.
    #[tokio::test]
    async fn every_page_is_read_in_the_order_of_the_index() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("droombord-plan-{}", Uuid::new_v4()));
        let store = Store::open(&folder).await?;
        for (kind, words) in [(None, vec![]), (Some(Kind::Dream), vec![]), (None, vec!["een".to_owned()])] {
            let filter = BoardFilter { kind, ..BoardFilter::default() };
            let (sql, values) = statement(&BoardQuery { filter, words, after: Place::START, limit: 24 });
            let mut plan = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")))
                .bind(Seconds::MAX)
                .bind(rows::SEPARATOR)
                .bind(Uuid::max().to_string())
                .bind(25_i64);
            for value in values {
                plan = plan.bind(value);
            }
            let steps = plan.fetch_all(store.read()).await?;
            let steps = steps.iter().map(|row| row.try_get("detail")).collect::<Result<Vec<String>, _>>()?.join("; ");
            assert!(steps.contains("posts_on_board") && !steps.contains("TEMP B-TREE FOR ORDER BY"), "{steps}");
        }
        store.close().await;
        let _ = std::fs::remove_dir_all(folder);
        Ok(())
    }
}

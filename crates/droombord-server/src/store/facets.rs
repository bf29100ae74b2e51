//! What the board can be narrowed down to, with how many posts each choice finds: counted once a day, so that no visit tells
//! what happened today.

use super::{Result, Store, Tx, rows, status};
use droombord_domain::{
    api::{Facets, KeywordFacet, StatusFacet},
    keyword::Keyword,
    status::StatusFilter,
};
use sqlx::AssertSqlSafe;

/// The keywords of most posts are offered; the others are found by searching.
const MOST_KEYWORDS: i64 = 60;

impl Tx {
    /// Takes away keywords that no post has any more: gone is gone at once, in the list of choices too.
    pub(super) async fn forget_facets(&mut self) -> Result<()> {
        sqlx::query(
            "DELETE FROM facets WHERE facet = 'keyword' AND NOT EXISTS (SELECT 1 FROM keywords k WHERE k.keyword = value)",
        )
        .execute(self.conn())
        .await?;
        Ok(())
    }
}

impl Store {
    /// The choices of today: the statuses in the order of the screen, keywords by the alphabet.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn facets(&self) -> Result<Facets> {
        let mut facets = Facets::default();
        let counted =
            sqlx::query("SELECT facet, value, number FROM facets ORDER BY facet, value").fetch_all(self.read()).await?;
        for row in &counted {
            let (value, posts) = (rows::text(row, "value")?, rows::count(row, "number")?);
            match rows::text(row, "facet")?.as_str() {
                "status" => {
                    facets.statuses.extend(StatusFilter::from_code(&value).map(|it| StatusFacet { status: it, posts }))
                }
                _ => facets.keywords.extend(Keyword::parse(&value).ok().map(|it| KeywordFacet { keyword: it, posts })),
            }
        }
        facets.statuses.sort_by_key(|it| StatusFilter::ALL.iter().position(|one| *one == it.status));
        Ok(facets)
    }

    /// Counts again.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(super) async fn renew_facets(&self) -> Result<()> {
        let mut tx = self.begin().await?;
        sqlx::query("DELETE FROM facets").execute(tx.conn()).await?;
        for facet in StatusFilter::ALL {
            let count = format!(
                "INSERT INTO facets (facet, value, number)
                 SELECT 'status', $1, COUNT(*) FROM posts p
                 WHERE p.state = 'published' AND p.reply_to IS NULL AND {}",
                status::condition(*facet)
            );
            // Safe: only fixed text stands in it.
            sqlx::query(AssertSqlSafe(count)).bind(facet.code()).execute(tx.conn()).await?;
        }
        sqlx::query(
            "INSERT INTO facets (facet, value, number)
             SELECT 'keyword', k.keyword, COUNT(*) FROM keywords k JOIN posts p ON p.id = k.post
             WHERE p.state = 'published' AND p.reply_to IS NULL
             GROUP BY k.keyword ORDER BY COUNT(*) DESC, k.keyword LIMIT $1",
        )
        .bind(MOST_KEYWORDS)
        .execute(tx.conn())
        .await?;
        // They stand in the board's first HTML, which is kept.
        tx.board_changed();
        tx.commit().await
    }
}

//! Numbers of all posts together: what they are about, how long people wait, how much is answered. Each is read out of an index alone,
//! or of the newest thousand.

use super::{Result, Store, rows, status::desk_bit};
use crate::clock::{Month, Seconds, day, months};
use droombord_domain::{
    insight::{FEWEST, Insight, LATEST, MONTHS, MOST_THEMES, MonthInsight, Theme, Wait},
    keyword::Keyword,
    status::DeskStatus,
};
use sqlx::AnyConnection;

/// The keywords of what hangs on the board, the most used first; in one last row how many others there are. `$1` is the smallest group,
/// `$2` how many keywords are named.
pub(super) const THEMES: &str =
    "SELECT CASE WHEN t.posts < $1 THEN NULL ELSE t.keyword END AS named, COUNT(*) AS keywords,
     SUM(t.posts) AS posts, SUM(t.answered) AS answered
 FROM (SELECT k.keyword, COUNT(*) AS posts, SUM(k.answered) AS answered FROM keywords k
       WHERE k.answered IS NOT NULL GROUP BY k.keyword) t
 GROUP BY CASE WHEN t.posts < $1 THEN NULL ELSE t.keyword END
 ORDER BY CASE WHEN MAX(t.posts) < $1 THEN 0 ELSE 1 END, posts DESC, named LIMIT $2 + 1";

/// What came on the board from `$1` on and before `$2`. `$3` is the bit of what is answered.
pub(super) const STRETCH: &str = "SELECT COUNT(*) AS posts,
     COALESCE(SUM(CASE WHEN (p.at_desk & $3) <> 0 THEN 1 ELSE 0 END), 0) AS answered,
     COALESCE(SUM(CASE WHEN p.direction = 'start' THEN 1 ELSE 0 END), 0) AS start_posts,
     COALESCE(SUM(CASE WHEN p.direction = 'stop' THEN 1 ELSE 0 END), 0) AS stop_posts,
     COALESCE(SUM(CASE WHEN p.direction = 'turn_back' THEN 1 ELSE 0 END), 0) AS turn_back_posts
 FROM posts p WHERE p.state = 'published' AND p.published_at >= $1 AND p.published_at < $2
     AND COALESCE(p.reply_to, '') = '' AND p.sample = 0";

/// The moments between which the last `$1` texts waited for their first reader.
pub(super) const UNTIL_READ: &str = "SELECT string_agg(w.began || ' ' || w.ended, ' ') AS moments FROM (
     SELECT r.received_at AS began, t.at AS ended
     FROM trail t CROSS JOIN posts p ON p.id = t.post JOIN revisions r ON r.post = t.post AND r.number = t.revision
     WHERE t.kind = 'read' AND p.sample = 0 AND NOT EXISTS (
         SELECT 1 FROM trail e WHERE e.post = t.post AND e.kind = 'read' AND e.revision = t.revision AND e.id < t.id)
     ORDER BY t.at DESC, t.id DESC LIMIT $1) w";

/// The moments between which the last `$1` answers were waited for.
pub(super) const UNTIL_ANSWERED: &str = "SELECT string_agg(w.began || ' ' || w.ended, ' ') AS moments FROM (
     SELECT k.at AS began, k.answered_at AS ended FROM askings k CROSS JOIN posts p ON p.id = k.post
     WHERE k.answered_at IS NOT NULL AND p.sample = 0
     ORDER BY k.answered_at DESC, k.id DESC LIMIT $1) w";

impl Store {
    /// Everything that is told, as it is now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn insight(&self, now: Seconds) -> Result<Insight> {
        // One look at one moment: the numbers fit together.
        let mut look = self.read().begin().await?;
        let mut insight = Insight::default();
        themes(&mut look, &mut insight).await?;
        let months = months(now, MONTHS);
        let ends = months.iter().skip(1).map(|month| month.begins).chain([Seconds::MAX]);
        for (Month { year, month, begins }, ends) in months.iter().copied().zip(ends) {
            let stretch = stretch(&mut look, begins, ends).await?;
            insight.months.push(MonthInsight { year, month, ..stretch });
        }
        let before =
            stretch(&mut look, Seconds::MIN, months.first().map_or(Seconds::MAX, |month| month.begins)).await?;
        for stretch in insight.months.iter().chain([&before]) {
            insight.posts += stretch.posts;
            insight.answered += stretch.answered;
        }
        insight.until_read = wait(&mut look, UNTIL_READ).await?;
        insight.until_answered = wait(&mut look, UNTIL_ANSWERED).await?;
        Ok(insight)
    }
}

async fn themes(look: &mut AnyConnection, insight: &mut Insight) -> Result<()> {
    let found = sqlx::query(THEMES).bind(i64::from(FEWEST)).bind(i64::from(MOST_THEMES)).fetch_all(look).await?;
    for row in &found {
        match rows::maybe_text(row, "named")?.and_then(|keyword| Keyword::parse(&keyword).ok()) {
            Some(keyword) => {
                insight.themes.push(Theme::of(keyword, rows::count(row, "posts")?, rows::count(row, "answered")?));
            }
            None => insight.few = rows::count(row, "keywords")?,
        }
    }
    // One more was asked for, since the last of them may be the others.
    insight.themes.truncate(usize::try_from(MOST_THEMES).unwrap_or(usize::MAX));
    Ok(())
}

async fn stretch(look: &mut AnyConnection, begins: Seconds, ends: Seconds) -> Result<MonthInsight> {
    let row = sqlx::query(STRETCH).bind(begins).bind(ends).bind(desk_bit(DeskStatus::Answered)).fetch_one(look).await?;
    Ok(MonthInsight {
        year: 0,
        month: 0,
        posts: rows::count(&row, "posts")?,
        answered: rows::count(&row, "answered")?,
        start: rows::count(&row, "start_posts")?,
        stop: rows::count(&row, "stop_posts")?,
        turn_back: rows::count(&row, "turn_back_posts")?,
    })
}

async fn wait(look: &mut AnyConnection, statement: &'static str) -> Result<Option<Wait>> {
    let row = sqlx::query(statement).bind(i64::from(LATEST)).fetch_one(look).await?;
    let moments = rows::maybe_text(&row, "moments")?.unwrap_or_default();
    let mut moments = moments.split(' ').filter_map(|moment| moment.parse::<Seconds>().ok());
    let mut days = Vec::new();
    while let (Some(began), Some(ended)) = (moments.next(), moments.next()) {
        // A clock that was set back since gives none.
        days.push(u32::try_from(day(ended) - day(began)).unwrap_or_default());
    }
    Ok(Wait::of(days))
}

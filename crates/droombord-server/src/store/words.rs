//! The words of the search: which posts of the board have them.
//!
//! Each post of the board has a number, and each word a list of numbers, as bits: what has all of several words is found without
//! looking at any post. A list changes in the very change in which a post comes on the board or leaves it.

use super::{Result, Tx, rows};
use crate::search;
use sqlx::AnyConnection;
use uuid::Uuid;

/// Number of posts in one row of a posting list: the bits of a number that do not make it negative.
const PART: usize = 63;

/// A beginning of so many letters has a list of its own, with a star behind it.
const SHORT: usize = 2;

/// The lists in which a post stands.
macro_rules! lists {
    () => {
        "(SELECT w.word FROM post_words w WHERE w.post = $1
          UNION SELECT substr(w.word, 1, 1) || '*' FROM post_words w WHERE w.post = $1
          UNION SELECT substr(w.word, 1, 2) || '*' FROM post_words w WHERE w.post = $1)"
    };
}

impl Tx {
    /// From now on the search finds a post by these words.
    pub(super) async fn find_by_words(&mut self, post: Uuid, text: &str) -> Result<()> {
        let id = post.to_string();
        for word in search::words(text) {
            sqlx::query("INSERT INTO post_words (post, word) VALUES ($1, $2)")
                .bind(id.as_str())
                .bind(word)
                .execute(self.conn())
                .await?;
        }
        for statement in [
            "UPDATE posts SET number = (SELECT COALESCE(MAX(n.number), -1) + 1 FROM posts n WHERE n.number IS NOT NULL)
             WHERE id = $1",
            concat!(
                "INSERT INTO word_lists (word, part, bits)
                 SELECT l.word, p.number / 63, 1 << (p.number % 63) FROM posts p CROSS JOIN ",
                lists!(),
                " l WHERE p.id = $1
                 ON CONFLICT (word, part) DO UPDATE SET bits = word_lists.bits | excluded.bits"
            ),
        ] {
            sqlx::query(statement).bind(id.as_str()).execute(self.conn()).await?;
        }
        Ok(())
    }

    /// From now on no search finds it. What never hung on the board by itself has no words and no number.
    pub(super) async fn find_no_more(&mut self, post: Uuid) -> Result<()> {
        for statement in [
            concat!(
                "UPDATE word_lists SET bits = bits & ~(SELECT 1 << (p.number % 63) FROM posts p WHERE p.id = $1)
                 WHERE part = (SELECT p.number / 63 FROM posts p WHERE p.id = $1) AND word IN ",
                lists!()
            ),
            concat!(
                "DELETE FROM word_lists
                 WHERE bits = 0 AND part = (SELECT p.number / 63 FROM posts p WHERE p.id = $1) AND word IN ",
                lists!()
            ),
            "DELETE FROM post_words WHERE post = $1",
            "UPDATE posts SET number = NULL WHERE id = $1",
        ] {
            sqlx::query(statement).bind(post.to_string()).execute(self.conn()).await?;
        }
        Ok(())
    }
}

/// A set of numbers of posts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers(Vec<u64>);

impl Numbers {
    /// The posts that have words which begin like all of these.
    pub(super) async fn with_all(look: &mut AnyConnection, words: &[String]) -> Result<Self> {
        let mut all: Option<Self> = None;
        for word in words {
            let one = Self::with(look, word).await?;
            all = Some(match all {
                Some(all) => all.and(&one),
                None => one,
            });
        }
        Ok(all.unwrap_or_default())
    }

    /// The posts that have a word which begins like this one.
    pub(super) async fn with(look: &mut AnyConnection, word: &str) -> Result<Self> {
        // One row for the whole list: each row on its way from the database costs more than what it holds.
        let word = if word.chars().count() <= SHORT { format!("{word}*") } else { word.to_owned() };
        let row = sqlx::query(
            "SELECT string_agg(l.part || ' ' || l.bits, ' ') AS list FROM word_lists l WHERE l.word >= $1 AND l.word < $2",
        )
        .bind(word.as_str())
        .bind(search::end_of_prefix(&word))
        .fetch_one(look)
        .await?;
        let list = rows::maybe_text(&row, "list")?.unwrap_or_default();
        let mut numbers = list.split(' ');
        let mut found = Self::default();
        while let (Some(part), Some(bits)) = (numbers.next(), numbers.next()) {
            if let (Ok(part), Ok(bits)) = (part.parse(), bits.parse()) {
                found.add(part, bits);
            }
        }
        Ok(found)
    }

    /// The posts with one of these keywords.
    pub(super) async fn of_keywords(look: &mut AnyConnection, keywords: &[&str]) -> Result<Self> {
        let mut found = Self::default();
        for keyword in keywords {
            let row = sqlx::query(
                "SELECT string_agg(k.number, ' ') AS numbers FROM keywords k WHERE k.keyword = $1 AND k.number IS NOT NULL",
            )
            .bind(*keyword)
            .fetch_one(&mut *look)
            .await?;
            let numbers = rows::maybe_text(&row, "numbers")?.unwrap_or_default();
            for number in numbers.split(' ').filter_map(|number| number.parse::<usize>().ok()) {
                found.add(number / PART, 1 << (number % PART));
            }
        }
        Ok(found)
    }

    /// What is in one of both.
    pub(super) fn or(mut self, other: &Self) -> Self {
        for (part, bits) in other.0.iter().enumerate() {
            self.add(part, *bits);
        }
        self
    }

    fn add(&mut self, part: usize, bits: u64) {
        if self.0.len() <= part {
            self.0.resize(part + 1, 0);
        }
        if let Some(there) = self.0.get_mut(part) {
            *there |= bits;
        }
    }

    /// What is in both.
    pub(super) fn and(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(one, other)| one & other).collect())
    }

    /// Whether this number is one of them.
    pub(super) fn has(&self, number: usize) -> bool {
        self.0.get(number / PART).is_some_and(|bits| bits >> (number % PART) & 1 == 1)
    }

    /// None is as great as this.
    pub(super) const fn end(&self) -> usize {
        self.0.len() * PART
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// All of them, the smallest first.
    pub(super) fn all(&self) -> Vec<usize> {
        let parts = self.0.iter().enumerate().filter(|(_, bits)| **bits != 0);
        parts.flat_map(|(part, _)| part * PART..(part + 1) * PART).filter(|number| self.has(*number)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(numbers: &[usize]) -> Numbers {
        let mut set = Numbers::default();
        for number in numbers {
            set.add(number / PART, 1 << (number % PART));
        }
        set
    }

    #[test]
    fn a_set_of_numbers_has_what_was_put_in_and_nothing_else() {
        let some = set(&[0, 62, 63, 64, 1_000]);
        assert_eq!(some.all(), [0, 62, 63, 64, 1_000]);
        assert_eq!(some.count(), 5);
        assert!(some.has(62) && some.has(1_000) && !some.has(1) && !some.has(999) && !some.has(1_000_000));
        assert_eq!(some.and(&set(&[62, 64, 65])).all(), [62, 64]);
        assert_eq!(some.and(&Numbers::default()), Numbers::default());
    }
}

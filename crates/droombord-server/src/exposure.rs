//! How often each post was shown on the board (promise 8: every post gets a fair turn to be read).
//!
//! Only a number a post: counted in memory when a page of the board is answered, and written in one batch now and then, so
//! that no reader waits for the disk. A crash loses the last batch, which hurts nobody. The order of the board follows
//! once a day.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};
use uuid::Uuid;

/// The posts of one page. A page that is kept in memory is counted as a whole: one number, however many posts hang on it.
#[derive(Debug, Default)]
pub struct Showing {
    posts: Box<[Uuid]>,
    kept: bool,
    /// How often it was shown since the last batch, when it is kept.
    times: AtomicU32,
}

impl Showing {
    /// Whether it shows nothing.
    pub fn is_empty(&self) -> bool {
        self.posts.is_empty()
    }
}

/// What was shown since the last batch.
#[derive(Debug, Default)]
pub struct Exposures(Mutex<Book>);

#[derive(Debug, Default)]
struct Book {
    counts: HashMap<Uuid, u32>,
    /// Pages that are kept in memory, or were until a moment ago.
    pages: Vec<Arc<Showing>>,
}

impl Book {
    fn add(&mut self, posts: impl IntoIterator<Item = (Uuid, u32)>) {
        for (post, times) in posts {
            let count = self.counts.entry(post).or_default();
            *count = count.saturating_add(times);
        }
    }

    /// Everything that was counted; from then on nothing is.
    fn take(&mut self) -> HashMap<Uuid, u32> {
        for page in std::mem::take(&mut self.pages) {
            // Another holder of a page may show it once more.
            let goes_on = Arc::strong_count(&page) > 1;
            let times = page.times.swap(0, Ordering::AcqRel);
            if times > 0 {
                self.add(page.posts.iter().map(|post| (*post, times)));
            }
            if goes_on {
                self.pages.push(page);
            }
        }
        std::mem::take(&mut self.counts)
    }
}

impl Exposures {
    fn book(&self) -> MutexGuard<'_, Book> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A page with these posts, which is going to be kept in memory or not.
    pub fn page(&self, posts: impl IntoIterator<Item = Uuid>, kept: bool) -> Arc<Showing> {
        let page = Arc::new(Showing { posts: posts.into_iter().collect(), kept, times: AtomicU32::new(0) });
        if kept {
            self.book().pages.push(page.clone());
        }
        page
    }

    /// Counts that this page was shown.
    pub fn count(&self, page: &Showing) {
        if page.kept {
            page.times.fetch_add(1, Ordering::AcqRel);
        } else {
            self.add(page.posts.iter().map(|post| (*post, 1)));
        }
    }

    /// Counts these posts so many times more.
    pub fn add(&self, posts: impl IntoIterator<Item = (Uuid, u32)>) {
        self.book().add(posts);
    }

    /// Everything that was counted; from then on nothing is.
    pub fn take(&self) -> HashMap<Uuid, u32> {
        self.book().take()
    }
}

//! Public bytes kept in memory: the board's first pages, as JSON and as data for the first HTML.
//!
//! Kept under the board's version, which every change of what everybody may see makes a new one: nothing that left the
//! board can be served again. Only public bytes may stand here.

use crate::{exposure::Showing, packed::Packed};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// Number of first pages (by filter) that are kept; more are read from the database.
const MOST: usize = 64;

/// One first page of the board.
#[derive(Clone, Debug)]
pub struct Kept {
    /// As the API answers it.
    pub json: Packed,
    /// Which posts it shows.
    pub shows: Arc<Showing>,
}

/// One first HTML of the board.
#[derive(Clone, Debug)]
pub struct KeptHtml {
    /// What the app said of it.
    pub status: u16,
    /// The language of the page.
    pub lang: &'static str,
    /// The whole page.
    pub html: Packed,
    /// Which posts it shows.
    pub shows: Arc<Showing>,
}

/// The kept pages.
#[derive(Debug, Default)]
pub struct Cache(Mutex<Pages>);

#[derive(Debug, Default)]
struct Pages {
    version: u64,
    pages: HashMap<String, Kept>,
    html: HashMap<String, KeptHtml>,
}

impl Cache {
    /// The page for this list, if it was kept under this version of the board.
    pub fn get(&self, version: u64, list: &str) -> Option<Kept> {
        let pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.version == version { pages.pages.get(list).cloned() } else { None }
    }

    /// Keeps a page that was read after this version was asked for.
    pub fn keep(&self, version: u64, list: String, kept: Kept) {
        self.under(version, |pages| {
            if pages.pages.len() < MOST {
                pages.pages.insert(list, kept);
            }
        });
    }

    /// The first HTML under this name, if it was kept under this version of the board.
    pub fn html(&self, version: u64, name: &str) -> Option<KeptHtml> {
        let pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.version == version { pages.html.get(name).cloned() } else { None }
    }

    /// Keeps a first HTML whose data was read after this version was asked for.
    pub fn keep_html(&self, version: u64, name: String, html: KeptHtml) {
        self.under(version, |pages| {
            if pages.html.len() < MOST {
                pages.html.insert(name, html);
            }
        });
    }

    fn under(&self, version: u64, keep: impl FnOnce(&mut Pages)) {
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Versions only grow: who read under an older one comes too late.
        if pages.version > version {
            return;
        }
        if pages.version < version {
            *pages = Pages { version, ..Pages::default() };
        }
        keep(&mut pages);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(json: &'static str) -> Kept {
        Kept { json: Packed::often(json), shows: Arc::default() }
    }

    #[test]
    fn a_new_version_forgets_the_old_one_and_a_late_reader_changes_nothing() {
        let cache = Cache::default();
        cache.keep(1, "a".into(), kept("1"));
        assert!(cache.get(1, "a").is_some());
        assert!(cache.get(2, "a").is_none());
        cache.keep(2, "a".into(), kept("2"));
        cache.keep(1, "a".into(), kept("1"));
        assert_eq!(cache.get(2, "a").map(|kept| kept.json.plain()), Some("2".into()));
    }
}

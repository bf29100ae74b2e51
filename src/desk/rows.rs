//! One list of the desk. Every change passes [`Rows::apply`]: the first page, more of it, and what we did ourselves.

use crate::api::Failure;
use droombord_domain::api::{DeskPost, Queue};
use uuid::Uuid;

/// A list of the desk, as far as it is here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// The posts, in the order of the list.
    pub items: Vec<DeskPost>,
    /// Where more of them start.
    pub next: Option<String>,
    /// How many wait for a reader in all.
    pub waiting: u32,
    /// Since when the oldest of them waits.
    pub oldest_since: Option<String>,
    /// The promised reading time in days.
    pub reading_days: u32,
    /// The first page is here.
    pub here: bool,
    /// Something is on its way.
    pub asking: bool,
    /// What was asked for did not come.
    pub failed: Option<Failure>,
}

/// Everything that can change a list.
#[derive(Clone, Debug)]
pub enum RowsEvent {
    /// Another list is shown, or this one again from its beginning.
    Restarted,
    /// More was asked for.
    Asked,
    /// A page came.
    Came(Queue),
    /// It did not come.
    Failed(Failure),
    /// A post was read again: its writer may have changed it.
    Read(Box<DeskPost>),
    /// A post left this list: we decided, or somebody else did.
    Left(Uuid),
}

impl Rows {
    /// Changes the list.
    pub fn apply(&mut self, event: RowsEvent) {
        match event {
            RowsEvent::Restarted => *self = Self { asking: true, ..Self::default() },
            RowsEvent::Asked => {
                self.asking = true;
                self.failed = None;
            }
            RowsEvent::Came(Queue { mut items, next_cursor, waiting, oldest_since, reading_days }) => {
                // A post that moved between two calls stands here once.
                items.retain(|post| !self.items.iter().any(|there| there.id == post.id));
                self.items.append(&mut items);
                self.next = next_cursor;
                self.waiting = waiting;
                self.oldest_since = oldest_since;
                self.reading_days = reading_days;
                self.here = true;
                self.asking = false;
                self.failed = None;
            }
            RowsEvent::Failed(why) => {
                self.asking = false;
                self.failed = Some(why);
            }
            RowsEvent::Read(post) => {
                if let Some(there) = self.items.iter_mut().find(|there| there.id == post.id) {
                    *there = *post;
                }
            }
            RowsEvent::Left(id) => {
                let Some(at) = self.items.iter().position(|post| post.id == id) else { return };
                let left = self.items.remove(at);
                if left.waiting_since.is_some() {
                    self.waiting = self.waiting.saturating_sub(1);
                    if left.waiting_since == self.oldest_since {
                        // Danger stands before it, but of the others the oldest stands first.
                        self.oldest_since = self.items.iter().filter_map(|post| post.waiting_since.clone()).min();
                    }
                }
            }
        }
    }

    /// The post after this one; the first when this one is not in the list.
    pub fn after(&self, id: Uuid) -> Option<Uuid> {
        match self.items.iter().position(|post| post.id == id) {
            Some(at) => self.items.get(at + 1).map(|post| post.id),
            None => self.items.first().map(|post| post.id),
        }
    }

    /// The post before this one.
    pub fn before(&self, id: Uuid) -> Option<Uuid> {
        let at = self.items.iter().position(|post| post.id == id)?;
        self.items.get(at.checked_sub(1)?).map(|post| post.id)
    }

    /// Where to go when this one leaves the list: the one after it, or the oldest that is left.
    pub fn next_without(&self, id: Uuid) -> Option<Uuid> {
        self.after(id).or_else(|| self.items.first().map(|post| post.id).filter(|first| *first != id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::sample;

    fn post(number: u128) -> DeskPost {
        let waiting_since = Some(format!("2026-11-0{number}T10:00:00Z"));
        DeskPost { id: Uuid::from_u128(number), waiting_since, ..sample::post() }
    }

    fn page(numbers: &[u128], next: Option<&str>) -> Queue {
        Queue {
            items: numbers.iter().copied().map(post).collect(),
            next_cursor: next.map(str::to_owned),
            waiting: 4,
            oldest_since: post(1).waiting_since,
            reading_days: 2,
        }
    }

    fn ids(rows: &Rows) -> Vec<u128> {
        rows.items.iter().map(|post| post.id.as_u128()).collect()
    }

    #[test]
    fn a_post_that_moved_between_two_calls_stands_once() {
        let mut rows = Rows::default();
        rows.apply(RowsEvent::Came(page(&[1, 2], Some("x"))));
        rows.apply(RowsEvent::Asked);
        rows.apply(RowsEvent::Came(page(&[2, 3], None)));
        assert_eq!(ids(&rows), [1, 2, 3]);
        assert!(rows.here && !rows.asking && rows.next.is_none());
    }

    #[test]
    fn what_stands_stays_when_more_does_not_come() {
        let mut rows = Rows::default();
        rows.apply(RowsEvent::Came(page(&[1], Some("x"))));
        rows.apply(RowsEvent::Asked);
        rows.apply(RowsEvent::Failed(Failure::Offline));
        assert_eq!(ids(&rows), [1]);
        assert!(rows.next.is_some() && rows.failed.is_some() && !rows.asking);
        rows.apply(RowsEvent::Restarted);
        assert!(rows.items.is_empty() && !rows.here && rows.asking);
    }

    #[test]
    fn a_post_that_its_writer_changed_stands_there_with_its_new_words() {
        let mut rows = Rows::default();
        rows.apply(RowsEvent::Came(page(&[1, 2], None)));
        let mut changed = post(2);
        changed.revision = 2;
        rows.apply(RowsEvent::Read(Box::new(changed)));
        rows.apply(RowsEvent::Read(Box::new(post(9))));
        assert_eq!(rows.items.iter().map(|post| post.revision).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn after_a_decision_the_next_one_is_read_and_the_count_goes_down() {
        let mut rows = Rows::default();
        rows.apply(RowsEvent::Came(page(&[1, 2, 3], None)));
        let id = Uuid::from_u128;
        assert_eq!((rows.before(id(1)), rows.after(id(1)), rows.after(id(3))), (None, Some(id(2)), None));
        assert_eq!((rows.next_without(id(2)), rows.next_without(id(3))), (Some(id(3)), Some(id(1))));
        rows.apply(RowsEvent::Left(id(1)));
        assert_eq!((rows.waiting, rows.oldest_since.clone()), (3, post(2).waiting_since));
        rows.apply(RowsEvent::Left(id(9)));
        rows.apply(RowsEvent::Left(id(3)));
        assert_eq!((rows.waiting, rows.oldest_since.clone()), (2, post(2).waiting_since));
        assert_eq!(rows.next_without(id(2)), None);
        // One that is not in the list (it was opened by its address): the oldest comes next.
        assert_eq!(rows.after(id(9)), Some(id(2)));
    }
}

//! What somebody at the desk chose or wrote for one thing and has not sent: each thing by itself, as long as this tab is open.
//!
//! It outlives the page that shows it and a reload, and is gone once it is sent or its writer signs out. Nobody else at this tab gets to
//! see it.

use crate::browser;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Whose it is.
const OWNER: &str = "droombord.leestafel.tab";
/// What the names begin with under which the tab keeps it.
const PREFIX: &str = "droombord.leestafel.tab.";

/// What was not sent yet. Copy it freely.
#[derive(Clone, Copy)]
pub struct Unsent(StoredValue<BTreeMap<String, String>>);

impl Unsent {
    /// Nothing, until somebody sits down.
    pub fn new() -> Self {
        Self(StoredValue::new(BTreeMap::new()))
    }

    /// Somebody sits down. What somebody else left is forgotten.
    pub fn sit(self, owner: &str) {
        if browser::stored_in_tab(OWNER).as_deref() != Some(owner) {
            self.wipe();
            // A browser that keeps nothing still has it while the page lives.
            let _ = browser::store_in_tab(OWNER, owner);
        }
    }

    /// What was written about one thing.
    pub fn read(self, about: &str) -> Option<String> {
        let here = self.0.try_with_value(|all| all.get(about).cloned()).flatten();
        here.or_else(|| browser::stored_in_tab(&name_of(about)))
    }

    /// Keeps what is written about one thing; an empty text is none.
    pub fn write(self, about: &str, text: &str) {
        if text.is_empty() {
            return self.forget(about);
        }
        self.0.update_value(|all| {
            all.insert(about.to_owned(), text.to_owned());
        });
        let _ = browser::store_in_tab(&name_of(about), text);
    }

    /// It is sent, or matters no more.
    pub fn forget(self, about: &str) {
        self.0.try_update_value(|all| all.remove(about));
        browser::forget_in_tab(&name_of(about));
    }

    /// Somebody gets up: nothing of theirs stays.
    pub fn wipe(self) {
        self.0.update_value(BTreeMap::clear);
        browser::forget_all_in_tab(OWNER);
    }
}

fn name_of(about: &str) -> String {
    [PREFIX, about].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_has_its_own_text_and_each_writer_their_own() {
        Owner::new().with(|| {
            let unsent = Unsent::new();
            unsent.write("notitie/1", "Hier nog naar kijken.");
            unsent.write("notitie/2", "Bellen.");
            assert_eq!(unsent.read("notitie/1").as_deref(), Some("Hier nog naar kijken."));
            unsent.write("notitie/2", "");
            assert_eq!(unsent.read("notitie/2"), None);
            unsent.sit("Bo");
            assert_eq!(unsent.read("notitie/1"), None);
        });
    }
}

//! The device's memory: what survives a reload, and what does not when this is not the writer's own phone.

use crate::{browser, hex::hex};
use droombord_domain::support::Support;
use leptos::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Where the device's own random number stands; it never leaves the device.
const SECRET: &str = "droombord.apparaat";
/// Which reactions this device gave.
const GIVEN: &str = "droombord.reacties";

/// What the names begin with under which a tab keeps texts that are being written.
const IN_TAB: &str = "droombord.tab.";

/// The memory of this device. Copy it freely.
#[derive(Clone, Copy)]
pub struct Device {
    /// *Dit is niet mijn telefoon*: nothing may be written to the device.
    borrowed: RwSignal<bool>,
    /// What is kept while the page lives.
    memory: StoredValue<BTreeMap<String, String>>,
}

impl Device {
    /// Puts the memory where every component finds it.
    pub fn provide() {
        provide_context(Self { borrowed: RwSignal::new(false), memory: StoredValue::new(BTreeMap::new()) });
    }

    /// The memory of this device.
    pub fn get() -> Self {
        use_context()
            .unwrap_or_else(|| Self { borrowed: RwSignal::new(false), memory: StoredValue::new(BTreeMap::new()) })
    }

    /// Whether this is not the writer's own phone.
    pub fn is_borrowed(self) -> bool {
        self.borrowed.get()
    }

    /// The same, asked once.
    pub fn is_borrowed_now(self) -> bool {
        self.borrowed.get_untracked()
    }

    /// Says whether this is the writer's own phone. If not, everything that the device kept goes to memory alone.
    pub fn set_borrowed(self, borrowed: bool, keys: &[&str]) {
        if self.borrowed.get_untracked() == borrowed {
            return;
        }
        let kept: Vec<(&str, String)> =
            keys.iter().chain(&[SECRET, GIVEN]).filter_map(|key| Some((*key, self.read(key)?))).collect();
        for (key, _) in &kept {
            self.forget(key);
        }
        self.borrowed.set(borrowed);
        browser::set_borrowed(borrowed);
        for (key, value) in kept {
            let _ = self.write(key, &value);
        }
    }

    /// Reads what was kept under a name.
    pub fn read(self, key: &str) -> Option<String> {
        if self.borrowed.get_untracked() {
            self.memory.with_value(|memory| memory.get(key).cloned())
        } else {
            browser::stored(key)
        }
    }

    /// Keeps something under a name.
    ///
    /// # Errors
    /// When the device has no room or refuses.
    pub fn write(self, key: &str, value: &str) -> Result<(), browser::NotStored> {
        if self.borrowed.get_untracked() {
            self.memory.update_value(|memory| {
                memory.insert(key.to_owned(), value.to_owned());
            });
            Ok(())
        } else {
            browser::store(key, value)
        }
    }

    /// Forgets what was kept under a name.
    pub fn forget(self, key: &str) {
        self.memory.update_value(|memory| {
            memory.remove(key);
        });
        browser::forget(key);
    }

    /// Reads a text that is being written about one thing.
    pub fn read_in_tab(self, about: &str) -> Option<String> {
        let name = in_tab(about);
        self.memory.with_value(|memory| memory.get(&name).cloned()).or_else(|| browser::stored_in_tab(&name))
    }

    /// Keeps a text that is being written about one thing; an empty one is none. `lasts`: as long as this tab, so that a reload loses
    /// nothing; else, and always on somebody else's phone, as long as the page.
    pub fn write_in_tab(self, about: &str, text: &str, lasts: bool) {
        if text.is_empty() {
            return self.forget_in_tab(about);
        }
        let name = in_tab(about);
        if lasts && !self.is_borrowed_now() && !browser::is_borrowed_tab() {
            // What does not fit is in the page still.
            let _ = browser::store_in_tab(&name, text);
        }
        self.memory.update_value(|memory| {
            memory.insert(name, text.to_owned());
        });
    }

    /// It was sent, or thrown away.
    pub fn forget_in_tab(self, about: &str) {
        let name = in_tab(about);
        browser::forget_in_tab(&name);
        self.memory.update_value(|memory| {
            memory.remove(&name);
        });
    }

    /// Who holds this device may not read any of it.
    pub fn forget_all_in_tab(self) {
        browser::forget_all_in_tab(IN_TAB);
        self.memory.update_value(|memory| memory.retain(|name, _| !name.starts_with(IN_TAB)));
    }

    /// This device's hash for one post: it joins neither two posts nor two devices.
    pub fn mark_for(self, post: Uuid) -> Option<String> {
        let secret = match self.read(SECRET) {
            Some(secret) => secret,
            None => {
                let secret = hex(&browser::random::<32>()?);
                // When the device keeps nothing, the reaction can be given but not taken back later.
                let _ = self.write(SECRET, &secret);
                secret
            }
        };
        Some(hex(&Sha256::new().chain_update(secret).chain_update(post.as_bytes()).finalize()))
    }

    /// Which reactions this device gave to a post. Asked of every note, and mostly there are none.
    pub fn given_to(self, post: Uuid) -> Vec<Support> {
        let given = self.given();
        let is_given = |support: &Support| !given.is_empty() && given.contains(&given_entry(post, *support));
        Support::ALL.iter().copied().filter(is_given).collect()
    }

    /// Remembers that this device gave a reaction, or took it back.
    pub fn remember_given(self, post: Uuid, support: Support, given: bool) {
        let entry = given_entry(post, support);
        let mut all = self.given();
        all.retain(|other| *other != entry);
        if given {
            all.push(entry);
        }
        let _ = self.write(GIVEN, &all.join(" "));
    }

    fn given(self) -> Vec<String> {
        self.read(GIVEN).map(|all| all.split_whitespace().map(str::to_owned).collect()).unwrap_or_default()
    }
}

fn in_tab(about: &str) -> String {
    [IN_TAB, about].concat()
}

fn given_entry(post: Uuid, support: Support) -> String {
    format!("{post}/{}", support.code())
}

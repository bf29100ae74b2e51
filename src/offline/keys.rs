//! The follow keys that this device remembers. Most have one; who keeps dreams apart has more.
//!
//! Who shares a phone can have them asked again: then they are only in the tab in which they were typed, and for a quarter of an hour.

use super::Device;
use crate::{
    browser::{self, NotStored},
    clock,
};
use droombord_domain::follow_key::FollowKey;

/// Where they stand: keys between spaces, the newest last.
const KEYS: &str = "droombord.sleutel";
/// Whether they are asked again.
const ASK: &str = "droombord.vraag";
/// Time for which a typed key works then, in milliseconds.
const QUARTER: f64 = 15.0 * 60_000.0;

/// The keys that this device remembers, the newest last.
pub fn remembered(device: Device) -> Vec<FollowKey> {
    if !are_asked_again(device) {
        return device.read(KEYS).map(|kept| parse(&kept)).unwrap_or_default();
    }
    let Some((until, keys)) = browser::stored_in_tab(KEYS).and_then(|kept| until(&kept)) else { return Vec::new() };
    let now = clock::here();
    // A clock that was put back does not make a quarter of an hour longer.
    if !(now..=now + QUARTER).contains(&until) {
        browser::forget_in_tab(KEYS);
        return Vec::new();
    }
    keys
}

/// Whether the writer wants to be asked for the words again. Never so on somebody else's phone, which remembers none.
pub fn are_asked_again(device: Device) -> bool {
    !device.is_borrowed_now() && device.read(ASK).is_some()
}

/// Has the words asked again from now on, or not any more.
///
/// # Errors
/// When the device has no room or refuses.
pub fn ask_again(device: Device, ask: bool) -> Result<(), NotStored> {
    let keys = remembered(device);
    forget_all(device);
    if ask {
        device.write(ASK, "1")?;
    } else {
        device.forget(ASK);
    }
    keep(device, &keys)
}

/// Remembers a key.
///
/// # Errors
/// When the device has no room or refuses.
pub fn remember(device: Device, key: &FollowKey) -> Result<(), NotStored> {
    let mut keys = remembered(device);
    keys.retain(|other| other != key);
    keys.push(key.clone());
    keep(device, &keys)?;
    // Without it a browser may empty what it has not seen used for a while.
    if !device.is_borrowed_now() {
        browser::persist();
    }
    Ok(())
}

/// Remembers a new key in the place of an old one, if that was remembered.
///
/// # Errors
/// When the device has no room or refuses.
pub fn replace(device: Device, old: &FollowKey, new: &FollowKey) -> Result<(), NotStored> {
    let mut keys = remembered(device);
    for key in &mut keys {
        if key == old {
            *key = new.clone();
        }
    }
    keep(device, &keys)
}

/// Forgets one.
pub fn forget_one(device: Device, gone: &FollowKey) {
    let mut keys = remembered(device);
    keys.retain(|key| key != gone);
    if keys.is_empty() || keep(device, &keys).is_err() {
        forget_all(device);
    }
}

/// Forgets them all.
pub fn forget_all(device: Device) {
    device.forget(KEYS);
    browser::forget_in_tab(KEYS);
}

fn keep(device: Device, keys: &[FollowKey]) -> Result<(), NotStored> {
    match keys {
        [] => Ok(()),
        keys if are_asked_again(device) => {
            browser::store_in_tab(KEYS, &format!("{} {}", clock::here() + QUARTER, write(keys)))
        }
        keys => device.write(KEYS, &write(keys)),
    }
}

/// Until when, and which.
fn until(kept: &str) -> Option<(f64, Vec<FollowKey>)> {
    let (until, keys) = kept.split_once(' ')?;
    Some((until.parse().ok()?, parse(keys)))
}

fn parse(kept: &str) -> Vec<FollowKey> {
    kept.split_whitespace().filter_map(|words| FollowKey::parse(words).ok()).collect()
}

fn write(keys: &[FollowKey]) -> String {
    keys.iter().map(FollowKey::as_str).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use droombord_domain::follow_key::ENTROPY_BYTES;

    #[test]
    fn keys_are_kept_in_order_and_what_is_no_key_falls_away() {
        let keys = [1, 2].map(|byte| FollowKey::from_entropy([byte; ENTROPY_BYTES]));
        assert_eq!(parse(&write(&keys)), keys);
        assert_eq!(parse(&format!("een-twee {} ", write(&keys))), keys);
        assert_eq!(parse(""), []);
        assert_eq!(until(&format!("1500.5 {}", write(&keys))), Some((1500.5, keys.to_vec())));
        assert_eq!(until(&write(&keys)), None);
    }
}

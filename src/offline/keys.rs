//! The follow keys that this device remembers. Most have one; who keeps dreams apart has more.

use super::Device;
use crate::browser::NotStored;
use droombord_domain::follow_key::FollowKey;

/// Where they stand: keys between spaces, the newest last.
const KEYS: &str = "droombord.sleutel";

/// The keys that this device remembers, the newest last.
pub fn remembered(device: Device) -> Vec<FollowKey> {
    device.read(KEYS).map(|kept| parse(&kept)).unwrap_or_default()
}

/// Remembers a key.
///
/// # Errors
/// When the device has no room or refuses.
pub fn remember(device: Device, key: &FollowKey) -> Result<(), NotStored> {
    let mut keys = remembered(device);
    keys.retain(|other| other != key);
    keys.push(key.clone());
    device.write(KEYS, &write(&keys))
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
    if keys.is_empty() { Ok(()) } else { device.write(KEYS, &write(&keys)) }
}

/// Forgets one.
pub fn forget_one(device: Device, gone: &FollowKey) {
    let mut keys = remembered(device);
    keys.retain(|key| key != gone);
    if keys.is_empty() || device.write(KEYS, &write(&keys)).is_err() {
        forget(device);
    }
}

/// Forgets them all.
pub fn forget(device: Device) {
    device.forget(KEYS);
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
    }
}

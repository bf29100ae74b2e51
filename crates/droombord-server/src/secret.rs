//! The server's secret: its own file beside the database, never inside it. Everything keyed comes from here.
//!
//! The database alone does not let anybody try follow keys against it; the secret alone opens nothing.

use crate::{
    clock::{Dice, NoDice},
    data_folder::{SECRET, hand_over, private_options},
};
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::{
    fmt, fs,
    io::{self, Write},
    path::{Path, PathBuf},
};
use zeroize::Zeroizing;

/// It holds so many random bytes, as hexadecimal digits and a line end.
const LENGTH: usize = 32;

/// What a keyed hash is for. Each purpose has a key of its own, so that no value can be used for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Hashes of follow keys.
    FollowKey,
    /// Hashes of idempotency keys.
    IdempotencyKey,
    /// Hashes of the bodies that came with them.
    IdempotentBody,
    /// Hashes of devices, one for each post.
    Device,
    /// Seals cursors.
    Cursor,
    /// Hashes of session ids.
    Session,
    /// Seals the secrets of second factors.
    SecondFactor,
    /// Commitments and links of the trail's chain.
    Trail,
    /// Challenges of proofs of work.
    Proof,
    /// Hashes of who was reminded by mail: an address, with the organisation for which it is one.
    DigestRecipient,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::FollowKey => b"droombord/1/follow-key",
            Self::IdempotencyKey => b"droombord/1/idempotency-key",
            Self::IdempotentBody => b"droombord/1/idempotent-body",
            Self::Device => b"droombord/1/device",
            Self::Cursor => b"droombord/1/cursor",
            Self::Session => b"droombord/1/session",
            Self::SecondFactor => b"droombord/1/second-factor",
            Self::Trail => b"droombord/1/trail",
            Self::Proof => b"droombord/1/proof",
            Self::DigestRecipient => b"droombord/1/digest-recipient",
        }
    }
}

/// The secret in memory. Its `Debug` does not show it.
#[derive(Clone)]
pub struct Secret(Zeroizing<[u8; LENGTH]>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Why there is no secret.
#[derive(Debug, thiserror::Error)]
pub enum SecretFault {
    /// The file cannot be read or written.
    #[error("the secret file {path} cannot be used: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is not one of ours.
    #[error(
        "the secret file {0} is damaged: restore it from a backup; without it no writer can open their posts and the trail cannot be proven"
    )]
    Damaged(PathBuf),
    /// No randomness.
    #[error(transparent)]
    NoDice(#[from] NoDice),
}

impl Secret {
    /// Reads the secret of a data folder; makes it when the folder has none.
    ///
    /// # Errors
    /// When the file cannot be read, written or understood.
    pub fn open(folder: &Path, dice: &dyn Dice) -> Result<Self, SecretFault> {
        let path = folder.join(SECRET);
        let fault = |source| SecretFault::File { path: path.clone(), source };
        let read = || fs::read(&path).map(|text| Self::parse(&text).ok_or_else(|| SecretFault::Damaged(path.clone())));
        match read() {
            Ok(secret) => secret,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                match Self(Zeroizing::new(dice.bytes()?)).write(folder, &path, dice) {
                    Ok(secret) => Ok(secret),
                    // Another process that starts at this moment was quicker: there is one secret, and it is that one.
                    Err(error) if error.kind() == io::ErrorKind::AlreadyExists => read().map_err(fault)?,
                    Err(error) => Err(fault(error)),
                }
            }
            Err(error) => Err(fault(error)),
        }
    }

    /// Reads what the file holds.
    pub fn parse(text: &[u8]) -> Option<Self> {
        let bytes = HEXLOWER.decode(text.trim_ascii()).ok()?;
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    /// What the file holds.
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{}\n", HEXLOWER.encode(self.0.as_slice())))
    }

    /// Writes the file for its owner only, and makes sure that it is on the disk: a key that was hashed with a secret
    /// that is lost would never open anything again. The file appears whole or not at all, and never over another.
    fn write(self, folder: &Path, path: &Path, dice: &dyn Dice) -> io::Result<Self> {
        let random: [u8; 8] = dice.bytes().map_err(io::Error::other)?;
        let draft = folder.join(format!("{SECRET}.{}", HEXLOWER.encode(&random)));
        let written = private_options()
            .write(true)
            .create_new(true)
            .open(&draft)
            .and_then(|mut file| file.write_all(self.text().as_bytes()).and_then(|()| file.sync_all()))
            .and_then(|()| fs::hard_link(&draft, path));
        let _ = fs::remove_file(&draft);
        written?;
        fs::File::open(folder)?.sync_all()?;
        hand_over(folder);
        Ok(self)
    }

    /// A secret for tests.
    pub fn of(bytes: [u8; LENGTH]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The key for one purpose.
    pub fn key(&self, purpose: Purpose) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(hmac(self.0.as_slice(), &[purpose.label()]))
    }

    /// The keyed hash of these parts, for one purpose. The parts' borders count.
    pub fn mac(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; 32] {
        hmac(self.key(purpose).as_slice(), parts)
    }

    /// The same as hexadecimal digits: how the store keeps it.
    pub fn mac_hex(&self, purpose: Purpose, parts: &[&[u8]]) -> String {
        HEXLOWER.encode(&self.mac(purpose, parts))
    }
}

/// HMAC-SHA-256 (RFC 2104) over the parts, each after its length.
fn hmac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    // A key of any length is fine for HMAC, so this cannot fail.
    let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(key) else { return [0; 32] };
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_borders_and_the_purpose_count() {
        let secret = Secret::of([7; 32]);
        let mac = |purpose, parts: &[&[u8]]| secret.mac_hex(purpose, parts);
        assert_eq!(mac(Purpose::Device, &[b"ab", b"c"]), mac(Purpose::Device, &[b"ab", b"c"]));
        assert_ne!(mac(Purpose::Device, &[b"ab", b"c"]), mac(Purpose::Device, &[b"a", b"bc"]));
        assert_ne!(mac(Purpose::Device, &[b"ab"]), mac(Purpose::FollowKey, &[b"ab"]));
    }

    #[test]
    fn the_file_is_read_as_it_was_written() {
        let secret = Secret::of([9; 32]);
        let again = Secret::parse(secret.text().as_bytes());
        assert_eq!(again.map(|it| it.0), Some(secret.0));
        assert!(Secret::parse(b"short").is_none());
    }
}

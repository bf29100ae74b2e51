//! The commands `backup` and `restore`: one encrypted file with a whole copy of the database and the settings.
//!
//! The format: a line of text, a salt, and pieces of 64 KiB sealed with XChaCha20-Poly1305 under a key that argon2id makes
//! of the passphrase. Each piece is bound to its place and to whether it is the last, so that nothing can be left out,
//! moved or cut off unseen (the STREAM construction, Hoang and others 2015).

use crate::{
    cli::{Backup, CliError, Restore},
    clock::{Clock as _, Dice, SystemClock, SystemDice, rfc3339},
    secret, settings, store,
    store::Store,
};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use std::{
    fs,
    io::{self, BufRead as _, Read, Write},
    path::{Path, PathBuf},
};
use zeroize::Zeroizing;

const MAGIC: &[u8] = b"droombord backup 1\n";
const SALT: usize = 16;
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;
/// 64 MiB, three passes, one lane: RFC 9106, section 4, second recommendation, but for the lanes.
const COST: (u32, u32, u32) = (64 * 1024, 3, 1);
/// A passphrase for something that somebody may take home and try for years.
const MIN_PASSPHRASE: usize = 12;

/// Writes a backup beside a live server.
///
/// # Errors
/// In words for the operator.
pub async fn backup(command: Backup) -> Result<(), CliError> {
    let Backup { data, to, key_file, with_secret } = command;
    let folder = data.data;
    if !folder.join(store::FILE).exists() {
        return Err(CliError::Said(format!("{} holds no database: nothing to back up", folder.display())));
    }
    let passphrase = passphrase(key_file.as_deref())?;
    let store = Store::open(&folder).await?;
    // The copy stands beside the database, where its words stand anyway, and only as long as it takes.
    let copy = Temporary(folder.join(format!("backup-{}.tmp", std::process::id())));
    store.copy_to(&copy.0).await?;
    store.close().await;
    let mut parts = vec![(store::FILE, fs::read(&copy.0).map_err(io_error(&copy.0))?)];
    drop(copy);
    let mut with = |name: &'static str| -> Result<(), CliError> {
        match fs::read(folder.join(name)) {
            Ok(bytes) => parts.push((name, bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(CliError::Io(folder.join(name).display().to_string(), error)),
        }
        Ok(())
    };
    with(settings::FILE)?;
    if with_secret {
        with(secret::FILE)?;
    }
    let salt: [u8; SALT] = (&SystemDice as &dyn Dice).bytes().map_err(|error| CliError::Said(error.to_string()))?;
    let sealed = seal(&passphrase, salt, &pack(&parts))?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&to).map_err(io_error(&to))?;
    file.write_all(&sealed).and_then(|()| file.sync_all()).map_err(io_error(&to))?;
    say(&format!(
        "Written: {} ({} bytes), as of {}.\n\
         It HOLDS: every post, also the unread ones, trails, reactions, accounts (password hashes), settings.\n{}\n\
         It holds what was not erased until now: throw backups away after 30 days, or erased words live on in them.",
        to.display(),
        sealed.len(),
        rfc3339(SystemClock.now()),
        if with_secret {
            "It HOLDS THE SECRET too: whoever has this file and its passphrase has everything."
        } else {
            "It does NOT hold the secret: without the file `secret` of this folder, kept somewhere else, no writer can \
             open their posts after restoring, every second factor must be set up again, and the trail cannot be proven."
        }
    ))
}

/// Makes a data folder out of a backup.
///
/// # Errors
/// In words for the operator.
pub async fn restore(command: Restore) -> Result<(), CliError> {
    let Restore { data, from, key_file, erased_in } = command;
    let folder = data.data;
    if folder.join(store::FILE).exists() {
        return Err(CliError::Said(format!(
            "{} holds a database already. Restore into an empty folder, then let the server use that one",
            folder.display()
        )));
    }
    let sealed = fs::read(&from).map_err(io_error(&from))?;
    let parts = unpack(&open(&passphrase(key_file.as_deref())?, &sealed)?)?;
    store::make_private_folder(&folder).map_err(io_error(&folder))?;
    let mut has_secret = folder.join(secret::FILE).exists();
    // What is erased again is an event of the trail, and its chain goes on under the key that it had.
    let old_secret = erased_in.as_ref().map(|old| old.join(secret::FILE)).filter(|path| path.exists());
    for (name, bytes) in parts {
        let path = match name.as_str() {
            store::FILE => folder.join(store::FILE),
            settings::FILE => folder.join(settings::FILE),
            secret::FILE => {
                has_secret = true;
                folder.join(secret::FILE)
            }
            other => return Err(CliError::Said(format!("the backup holds an unknown part {other:?}"))),
        };
        write_private(&path, &bytes).map_err(io_error(&path))?;
    }
    if let Some(old) = old_secret.filter(|_| !has_secret) {
        let bytes = Zeroizing::new(fs::read(&old).map_err(io_error(&old))?);
        let path = folder.join(secret::FILE);
        write_private(&path, &bytes).map_err(io_error(&path))?;
        has_secret = true;
    }
    let store = Store::open(&folder).await?;
    store.end_all_sessions().await?;
    let mut erased = 0;
    if let Some(old) = erased_in {
        let before = Store::open(&old).await?;
        erased = store.erase_again(&before, SystemClock.now()).await?;
        before.close().await;
    }
    store.close().await;
    say(&format!(
        "Restored into {}. Erased again: {erased} posts that were erased after the backup was made.\n{}",
        folder.display(),
        if has_secret {
            "The secret is there."
        } else {
            "The secret is NOT there: put the file `secret` of the old folder into this one before the first start."
        }
    ))
}

/// A file that is gone when it is dropped.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn io_error(path: &Path) -> impl FnOnce(io::Error) -> CliError {
    let path = path.display().to_string();
    move |error| CliError::Io(path, error)
}

fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn say(text: &str) -> Result<(), CliError> {
    writeln!(io::stdout(), "{text}").map_err(|error| CliError::Io("standard output".to_owned(), error))
}

/// The passphrase: the bytes of a file, or the first line of standard input.
fn passphrase(file: Option<&Path>) -> Result<Zeroizing<Vec<u8>>, CliError> {
    let mut bytes = Zeroizing::new(Vec::new());
    match file {
        Some(path) => {
            fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)).map_err(io_error(path))?;
        }
        None => {
            let mut line = Zeroizing::new(String::new());
            io::stdin()
                .lock()
                .read_line(&mut line)
                .map_err(|error| CliError::Io("standard input".to_owned(), error))?;
            bytes.extend_from_slice(line.trim_end_matches(['\r', '\n']).as_bytes());
        }
    }
    if bytes.len() < MIN_PASSPHRASE {
        return Err(CliError::Said(format!(
            "the passphrase must have at least {MIN_PASSPHRASE} characters: give it on standard input or by --key-file"
        )));
    }
    Ok(bytes)
}

fn cipher(passphrase: &[u8], salt: &[u8]) -> Result<XChaCha20Poly1305, CliError> {
    let (memory, passes, lanes) = COST;
    let mut key = Zeroizing::new([0; 32]);
    let made = Params::new(memory, passes, lanes, Some(key.len())).and_then(|params| {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(passphrase, salt, key.as_mut())
    });
    made.map_err(|error| CliError::Said(format!("the key could not be made: {error}")))?;
    Ok(XChaCha20Poly1305::new((&*key).into()))
}

/// The number of a piece and whether it is the last: never the same twice under one key, which is new for each salt.
fn nonce(place: u64, last: bool) -> XNonce {
    let mut nonce = [0; 24];
    nonce[..8].copy_from_slice(&place.to_be_bytes());
    nonce[8] = u8::from(last);
    XNonce::from(nonce)
}

fn seal(passphrase: &[u8], salt: [u8; SALT], open: &[u8]) -> Result<Vec<u8>, CliError> {
    let cipher = cipher(passphrase, &salt)?;
    let mut out = [MAGIC, &salt].concat();
    let pieces = open.chunks(PIECE).count();
    for (place, piece) in open.chunks(PIECE).enumerate() {
        let nonce = nonce(place as u64, place + 1 == pieces);
        let sealed = cipher.encrypt(&nonce, Payload { msg: piece, aad: MAGIC });
        out.extend(sealed.map_err(|_| CliError::Said("the backup could not be sealed".to_owned()))?);
    }
    Ok(out)
}

fn open(passphrase: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, CliError> {
    let rest = sealed.strip_prefix(MAGIC).and_then(|rest| rest.split_first_chunk::<SALT>());
    let (salt, rest) = rest.ok_or_else(|| CliError::Said("this is not a backup of ours".to_owned()))?;
    let cipher = cipher(passphrase, salt)?;
    let mut out = Zeroizing::new(Vec::with_capacity(rest.len()));
    let pieces = rest.chunks(PIECE + TAG).count();
    for (place, piece) in rest.chunks(PIECE + TAG).enumerate() {
        let nonce = nonce(place as u64, place + 1 == pieces);
        let open = cipher
            .decrypt(&nonce, Payload { msg: piece, aad: MAGIC })
            .map_err(|_| CliError::Said("the passphrase is wrong, or the backup is damaged or cut off".to_owned()))?;
        out.extend_from_slice(&open);
    }
    Ok(out)
}

/// Each part: the lengths of name and bytes (8 bytes each), then both.
fn pack(parts: &[(&str, Vec<u8>)]) -> Zeroizing<Vec<u8>> {
    let mut out = Zeroizing::new(Vec::new());
    for (name, bytes) in parts {
        out.extend_from_slice(&(name.len() as u64).to_be_bytes());
        out.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(bytes);
    }
    out
}

fn unpack(mut rest: &[u8]) -> Result<Vec<(String, Vec<u8>)>, CliError> {
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let part = || {
            let (name, after) = rest.split_first_chunk::<8>()?;
            let (bytes, after) = after.split_first_chunk::<8>()?;
            let (name, after) = after.split_at_checked(usize::try_from(u64::from_be_bytes(*name)).ok()?)?;
            let (bytes, after) = after.split_at_checked(usize::try_from(u64::from_be_bytes(*bytes)).ok()?)?;
            Some((String::from_utf8(name.to_vec()).ok()?, bytes.to_vec(), after))
        };
        let (name, bytes, after) = part().ok_or_else(|| CliError::Said("the backup is damaged".to_owned()))?;
        parts.push((name, bytes));
        rest = after;
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_opens_with_its_passphrase_whole_and_in_order_only() -> Result<(), CliError> {
        let parts = [("a", vec![1; PIECE + 5]), ("b", vec![])];
        let sealed = seal(b"een lange zin", [3; SALT], &pack(&parts))?;
        let again = unpack(&open(b"een lange zin", &sealed)?)?;
        assert_eq!(again, parts.map(|(name, bytes)| (name.to_owned(), bytes)));
        assert!(open(b"een andere zin", &sealed).is_err());
        assert!(open(b"een lange zin", &sealed[..MAGIC.len() + SALT + PIECE + TAG]).is_err(), "cut off");
        let mut changed = sealed.clone();
        changed[MAGIC.len() + SALT + 100] ^= 1;
        assert!(open(b"een lange zin", &changed).is_err());
        Ok(())
    }
}

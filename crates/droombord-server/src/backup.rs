//! The commands `backup` and `restore`: one encrypted file with a whole copy of the database and the settings.
//!
//! Both go piece by piece, and neither has a half result: a backup is written beside its name and gets it when all of it is on
//! the disk; a restoring works in a folder of its own and puts the database in its place as the very last thing. No open copy
//! stands anywhere on the way.

mod leftovers;
mod sealed;

use crate::{
    cli::{Backup, CliError, Restore},
    clock::{Clock as _, Dice, SystemClock, SystemDice, rfc3339},
    data_folder,
    store::Store,
};
use futures_util::TryStreamExt as _;
pub use leftovers::remove as remove_leftovers;
use leftovers::{RESTORING, RUNNING, UNFINISHED};
use sealed::{Opening, SALT, Sealing, head_of_part};
use std::{
    fs,
    io::{self, BufRead as _, BufWriter, Read, Write},
    path::{Path, PathBuf},
};
use zeroize::Zeroizing;

/// A passphrase for something that somebody may take home and try for years.
const MIN_PASSPHRASE: usize = 12;

/// Writes a backup beside a live server.
///
/// # Errors
/// In words for the operator.
pub async fn backup(command: Backup) -> Result<(), CliError> {
    let Backup { data, to, key_file, with_secret } = command;
    let folder = data.data;
    if !folder.join(data_folder::DATABASE).exists() {
        return Err(CliError::Said(format!("{} holds no database: nothing to back up", folder.display())));
    }
    leftovers::remove(&folder);
    let passphrase = passphrase(key_file.as_deref())?;
    let mut target = Target::begin(&to)?;
    let mut small = Vec::new();
    for name in [data_folder::SETTINGS].into_iter().chain(with_secret.then_some(data_folder::SECRET)) {
        let path = folder.join(name);
        match fs::read(&path) {
            Ok(bytes) => small.push((name, Zeroizing::new(bytes))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(io_error(&path)(error)),
        }
    }
    let store = Store::open(&folder).await?;
    let mut snapshot = store.snapshot().await?;
    let head = head_of_part(data_folder::DATABASE, snapshot.bytes());
    let small = small.into_iter().map(|(name, bytes)| (head_of_part(name, bytes.len() as u64), bytes));
    let small: Vec<_> = small.collect();
    let rest: usize = small.iter().map(|(head, bytes)| head.len() + bytes.len()).sum();
    let whole = head.len() as u64 + snapshot.bytes() + rest as u64;
    let salt: [u8; SALT] = (&SystemDice as &dyn Dice).bytes().map_err(|error| CliError::Said(error.to_string()))?;
    let failed = || io_error(&target.unfinished);
    let mut sealing = Sealing::begin(BufWriter::new(&target.file), &passphrase, salt, whole)?;
    sealing.write_all(&head).map_err(failed())?;
    {
        let mut pages = snapshot.pages();
        while let Some(page) = pages.try_next().await? {
            sealing.write_all(&Zeroizing::new(page)).map_err(failed())?;
        }
    }
    snapshot.close().await?;
    store.close().await;
    for (head, bytes) in &small {
        sealing.write_all(head).and_then(|()| sealing.write_all(bytes)).map_err(failed())?;
    }
    drop(sealing.finish().map_err(failed())?);
    let bytes = target.finish(&to)?;
    say(&format!(
        "Written: {} ({bytes} bytes), as of {}.\n\
         It HOLDS: every post, also the unread ones, trails, reactions, accounts (password hashes), settings.\n{}\n\
         It holds what was not erased until now: throw backups away after 30 days, or erased words live on in them.",
        to.display(),
        rfc3339(SystemClock.now()),
        if with_secret {
            "It HOLDS THE SECRET too: whoever has this file and its passphrase has everything."
        } else {
            "It does NOT hold the secret: without the file `secret` of this folder, kept somewhere else, no writer can \
             open their posts after restoring, every second factor must be set up again, and the trail cannot be proven."
        }
    ))
}

/// A backup that is being written, under another name until it is whole. It is gone when it is dropped before.
struct Target {
    unfinished: PathBuf,
    /// Locked: whoever looks for leftovers leaves it alone.
    file: fs::File,
}

impl Target {
    fn begin(to: &Path) -> Result<Self, CliError> {
        let there = || CliError::Said(format!("{} is there already: a backup is never written over", to.display()));
        if to.symlink_metadata().is_ok() {
            return Err(there());
        }
        leftovers::remove_unfinished(folder_of(to));
        let unfinished = to.with_added_extension(UNFINISHED);
        let file = create_private(&unfinished).map_err(|error| {
            if error.kind() == io::ErrorKind::AlreadyExists {
                CliError::Said(format!("another backup is being written to {}", to.display()))
            } else {
                io_error(&unfinished)(error)
            }
        })?;
        let target = Self { unfinished, file };
        target.file.try_lock().map_err(|error| io_error(&target.unfinished)(error.into()))?;
        Ok(target)
    }

    /// Gives it its name, once it is on the disk. Gives its size.
    fn finish(&mut self, to: &Path) -> Result<u64, CliError> {
        let named = || {
            self.file.sync_all()?;
            // A link never goes over what is there. Some disks know no links: there it is the last look that counts.
            match fs::hard_link(&self.unfinished, to) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists && to.symlink_metadata().is_err() => {
                    fs::rename(&self.unfinished, to)?;
                }
                outcome => outcome?,
            }
            self.file.metadata().map(|file| file.len())
        };
        let bytes = named().map_err(io_error(to))?;
        let _ = fs::remove_file(&self.unfinished);
        sync_folder(folder_of(to)).map_err(io_error(to))?;
        Ok(bytes)
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.unfinished);
    }
}

/// Makes a data folder out of a backup.
///
/// # Errors
/// In words for the operator.
pub async fn restore(command: Restore) -> Result<(), CliError> {
    let Restore { data, from, key_file, erased_in } = command;
    let folder = data.data;
    let not_over = || {
        let there = folder.join(data_folder::DATABASE).exists();
        there.then(|| {
            CliError::Said(format!(
                "{} holds a database already. Restore into an empty folder, then let the server use that one",
                folder.display()
            ))
        })
    };
    not_over().map_or(Ok(()), Err)?;
    let file = fs::File::open(&from).map_err(io_error(&from))?;
    let mut opening = Opening::begin(file, &passphrase(key_file.as_deref())?)?;
    let first = opening.next_part().map_err(|error| CliError::Said(error.to_string()))?;
    data_folder::make_private_folder(&folder).map_err(io_error(&folder))?;
    leftovers::remove(&folder);
    let work = Work::begin(&folder)?;
    let parts = work.write(&mut opening, first)?;
    let had_secret = folder.join(data_folder::SECRET).exists();
    // What is erased again is an event of the trail, and its chain goes on under the key that it had.
    let old_secret = erased_in.as_ref().map(|old| old.join(data_folder::SECRET)).filter(|path| path.exists());
    let known = if had_secret { Some(folder.join(data_folder::SECRET)) } else { old_secret };
    let from_backup = parts.contains(&data_folder::SECRET);
    if let Some(path) = known.as_ref().filter(|_| !from_backup) {
        let bytes = Zeroizing::new(fs::read(path).map_err(io_error(path))?);
        work.put(data_folder::SECRET, &mut bytes.as_slice())?;
    }
    let has_secret = from_backup || known.is_some();
    let store = Store::open(&work.folder).await?;
    store.end_all_sessions().await?;
    let mut erased = 0;
    if let Some(old) = erased_in {
        let before = Store::open(&old).await?;
        erased = store.erase_again(&before, SystemClock.now()).await?;
        before.close().await;
    }
    store.close().await;
    not_over().map_or(Ok(()), Err)?;
    // The database last: a folder without it is none.
    let mut names = vec![data_folder::SETTINGS];
    if has_secret && !had_secret {
        names.push(data_folder::SECRET);
    }
    names.push(data_folder::DATABASE);
    for name in names {
        work.hand_over(name, &folder)?;
    }
    drop(work);
    data_folder::hand_over(&folder);
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

/// The folder in which a restoring works. It is gone when it is dropped.
struct Work {
    folder: PathBuf,
    /// Locked: whoever looks for leftovers leaves the folder alone.
    _running: fs::File,
}

impl Work {
    fn begin(folder: &Path) -> Result<Self, CliError> {
        let work = folder.join(RESTORING);
        if work.exists() {
            return Err(CliError::Said(format!("another restoring works in {}", work.display())));
        }
        data_folder::make_private_folder(&work).map_err(io_error(&work))?;
        let path = work.join(RUNNING);
        let running = create_private(&path).map_err(io_error(&path))?;
        running.try_lock().map_err(|error| io_error(&path)(error.into()))?;
        Ok(Self { folder: work, _running: running })
    }

    /// Writes the parts of a backup; gives their names.
    fn write<R: Read>(
        &self,
        opening: &mut Opening<R>,
        first: Option<(String, u64)>,
    ) -> Result<Vec<&'static str>, CliError> {
        let damaged = |error: io::Error| CliError::Said(error.to_string());
        let mut names = Vec::new();
        let mut next = first;
        while let Some((name, length)) = next {
            let known = [data_folder::DATABASE, data_folder::SETTINGS, data_folder::SECRET]
                .into_iter()
                .find(|known| *known == name);
            let known = known.ok_or_else(|| CliError::Said(format!("the backup holds an unknown part {name:?}")))?;
            let written = self.put(known, &mut opening.take(length))?;
            if written != length {
                return Err(CliError::Said("the backup is damaged".to_owned()));
            }
            names.push(known);
            next = opening.next_part().map_err(damaged)?;
        }
        if names.contains(&data_folder::DATABASE) {
            Ok(names)
        } else {
            Err(CliError::Said("the backup holds no database".to_owned()))
        }
    }

    fn put(&self, name: &str, from: &mut impl Read) -> Result<u64, CliError> {
        let path = self.folder.join(name);
        let mut file = create_private(&path).map_err(io_error(&path))?;
        io::copy(from, &mut file).and_then(|bytes| file.sync_all().map(|()| bytes)).map_err(io_error(&path))
    }

    /// Puts a file in its place, if there is such a file.
    fn hand_over(&self, name: &str, folder: &Path) -> Result<(), CliError> {
        let (path, place) = (self.folder.join(name), folder.join(name));
        match fs::rename(&path, &place) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            outcome => outcome.and_then(|()| sync_folder(folder)).map_err(io_error(&place)),
        }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn io_error(path: &Path) -> impl FnOnce(io::Error) -> CliError + use<> {
    let path = path.display().to_string();
    move |error| CliError::Io(path, error)
}

/// Makes a new file for its owner only.
fn create_private(path: &Path) -> io::Result<fs::File> {
    data_folder::private_options().write(true).create_new(true).open(path)
}

/// The folder in which a file is.
fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A new name is on the disk when its folder is. Windows opens no folders, and writes names by itself.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { fs::File::open(folder)?.sync_all() } else { Ok(()) }
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

//! What a backup or a restoring leaves behind when it is killed, and how it goes: at every start, backup and restoring. What is
//! still being written holds a lock on its file, and that ends with its process.

use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

/// What stands behind the name of a backup that is not finished.
pub(super) const UNFINISHED: &str = "droombord-unfinished";
/// The folder inside the data folder in which a restoring does its work.
pub(super) const RESTORING: &str = "restoring";
/// The file inside it that is locked as long as it goes on.
pub(super) const RUNNING: &str = "running";

/// Removes what killed backups and restorings left in a data folder. What cannot be removed is named in the log.
pub fn remove(folder: &Path) {
    for path in entries(folder) {
        if path.file_name().is_some_and(is_plain_copy) {
            done(&path, fs::remove_file(&path));
        }
    }
    let work = folder.join(RESTORING);
    if work.is_dir() && is_free(&work.join(RUNNING)) {
        done(&work, fs::remove_dir_all(&work));
    }
    remove_unfinished(folder);
}

/// Removes the backups in a folder that were not finished and that nobody writes.
pub(super) fn remove_unfinished(folder: &Path) {
    for path in entries(folder) {
        let is_ours = path.extension() == Some(OsStr::new(UNFINISHED)) && !path.is_symlink() && path.is_file();
        if is_ours && is_free(&path) {
            done(&path, fs::remove_file(&path));
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect()
}

/// The names of copies that earlier versions made on the way, `backup-123.tmp`, and of what SQLite put beside them.
fn is_plain_copy(name: &OsStr) -> bool {
    let number = name.to_str().and_then(|name| name.strip_prefix("backup-")?.split_once(".tmp"));
    number.is_some_and(|(number, rest)| {
        number.bytes().all(|byte| byte.is_ascii_digit()) && ["", "-journal", "-wal", "-shm"].contains(&rest)
    })
}

/// Whether no process holds the lock of this file; also when there is no such file.
fn is_free(path: &Path) -> bool {
    match fs::File::open(path) {
        Ok(file) => file.try_lock().is_ok(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

fn done(path: &Path, removed: io::Result<()>) {
    let path = path.display();
    match removed {
        Ok(()) => tracing::warn!(%path, "removed what a backup or a restoring left that did not end"),
        Err(error) => {
            tracing::error!(%path, %error, "what a backup or a restoring left cannot be removed; it may hold every word");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_plain_copies_are_known() {
        for (name, is) in [
            ("backup-123.tmp", true),
            ("backup-123.tmp-journal", true),
            ("backup-1.tmp-wal", true),
            ("backup-1.tmp-shm", true),
            ("backup-1.tmp.gz", false),
            ("backup-maandag.tmp", false),
            ("board.backup", false),
            ("droombord.sqlite", false),
        ] {
            assert_eq!(is_plain_copy(OsStr::new(name)), is, "{name}");
        }
    }
}

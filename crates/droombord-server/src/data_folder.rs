//! The data folder: names of the files in it, and whose it is. Commands are often run as root and the server as another user: what root makes in a folder of somebody
//! else is handed to them, and what cannot be used is told at once, with its path, its owner and who asks.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The database.
pub const DATABASE: &str = "droombord.sqlite";
/// The lock of who changes the schema.
pub const LOCK: &str = "lock";
/// The secret: never in the database.
pub const SECRET: &str = "secret";
/// What the operator set, in TOML.
pub const SETTINGS: &str = "droombord.toml";
/// The heads of the trail's chain.
pub const HEADS: &str = "trail-heads.log";
/// Room on the disk that is kept aside.
pub const ROOM: &str = "room-kept-aside";

/// Everything of ours that stands in a data folder.
const OURS: [&str; 8] = [DATABASE, "droombord.sqlite-wal", "droombord.sqlite-shm", LOCK, SECRET, SETTINGS, HEADS, ROOM];

/// A file of the folder that cannot be used, and why.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {source}")]
pub struct FolderError {
    /// Which file.
    pub path: PathBuf,
    /// What the system says.
    pub source: io::Error,
}

/// Looks whether this process may use the folder and everything of ours in it. A folder that is not there is fine: it is made.
///
/// # Errors
/// Which file is whose, and what to do.
#[cfg(unix)]
pub fn check_owner(folder: &Path) -> Result<(), FolderError> {
    use rustix::{
        fs::{Access, AtFlags, CWD, accessat},
        io::Errno,
    };
    let may = |path: &Path, access| match accessat(CWD, path, access, AtFlags::EACCESS) {
        Err(Errno::ACCESS | Errno::PERM) => Err(not_ours(path)),
        // What is not there is made; what is on a disk that can only be read is told by who writes.
        _ => Ok(()),
    };
    may(folder, Access::READ_OK | Access::WRITE_OK | Access::EXEC_OK)?;
    for name in OURS {
        let write = if name == SETTINGS { Access::empty() } else { Access::WRITE_OK };
        may(&folder.join(name), Access::READ_OK | write)?;
    }
    Ok(())
}

#[cfg(unix)]
fn not_ours(path: &Path) -> FolderError {
    use std::os::unix::fs::MetadataExt as _;
    let me = rustix::process::geteuid().as_raw();
    let said = match path.symlink_metadata() {
        Ok(file) if file.uid() == me => {
            format!(
                "permission denied, although it belongs to the user {me} as whom this program runs: see its mode (chmod)"
            )
        }
        Ok(file) => format!(
            "permission denied: it belongs to user {}, and this program runs as user {me}. Give the folder to the user who \
             serves (chown -R), or run this as its owner",
            file.uid()
        ),
        Err(_) => format!(
            "permission denied: user {me}, as whom this program runs, may not even look into the folder around it"
        ),
    };
    FolderError { path: path.to_owned(), source: io::Error::new(io::ErrorKind::PermissionDenied, said) }
}

/// Gives what root made in a folder of somebody else to its owner. Does nothing for others.
#[cfg(unix)]
pub fn hand_over(folder: &Path) {
    use std::os::unix::fs::{MetadataExt as _, lchown};
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let Ok(owner) = folder.metadata() else { return };
    if owner.uid() == 0 {
        return;
    }
    for path in OURS.map(|name| folder.join(name)) {
        let made_by_root = path
            .symlink_metadata()
            // A second name of a file could be one of somewhere else.
            .is_ok_and(|file| file.is_file() && file.uid() == 0 && file.nlink() == 1);
        if made_by_root && let Err(error) = lchown(&path, Some(owner.uid()), Some(owner.gid())) {
            tracing::warn!(path = %path.display(), %error, "what root made could not be given to the folder's owner");
        }
    }
}

/// Files of other systems have no such owners.
#[cfg(not(unix))]
pub fn check_owner(_: &Path) -> Result<(), FolderError> {
    Ok(())
}

/// Files of other systems have no such owners.
#[cfg(not(unix))]
pub fn hand_over(_: &Path) {}

/// Options for a file for its owner only.
pub fn private_options() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a folder for its owner only.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

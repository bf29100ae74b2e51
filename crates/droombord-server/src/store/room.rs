//! Room on the disk: some is kept aside, so that erasing, signing in and deciding go on when it is full.
//!
//! A file of the data folder is nothing but room (a ballast file). Before a change that must not wait, as much of it is given back as
//! the change may need; what only adds words of people is refused first, as long as that file is not whole. It is made again
//! as soon as there is room. What the disk has left is asked before each change: an error half-way would come too late.

use super::{Result, StoreError};
use crate::{
    clock::{Dice, SystemDice},
    data_folder::{ROOM, hand_over, private_options},
};
use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

/// As large as it becomes; on a small disk less.
const KEPT: u64 = 16 << 20;
/// As much of the disk as it may take: the eighth part.
const PART: u64 = 8;
/// One change, with what the log and its index need beside it.
const CHANGE: u64 = 1 << 20;
/// What is left of the file for the next start: the log and its index are made again then.
const START: u64 = 256 << 10;
/// Below this the operator is warned; on a disk that is not so large, below a twentieth of it.
const LOW: u64 = 256 << 20;

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// Enough.
    Enough,
    /// Not much any more.
    Low,
    /// So little that new words are refused.
    Full,
}

/// The room of a data folder.
#[derive(Debug)]
pub(super) struct Room {
    folder: PathBuf,
    /// New words are refused.
    short: AtomicBool,
    /// One at a time makes the file larger or smaller.
    file: Mutex<()>,
}

impl Room {
    pub(super) fn of(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), short: AtomicBool::new(false), file: Mutex::new(()) }
    }

    /// Makes room for a change that must not wait, of about so many bytes.
    pub(super) fn make(&self, bytes: u64) {
        self.give_back(bytes.max(CHANGE), START);
    }

    /// Makes room for opening the database.
    pub(super) fn make_to_start(&self) {
        self.give_back(CHANGE, 0);
    }

    /// Whether there is room for new words.
    pub(super) fn is_there(&self) -> Result<()> {
        if self.free().is_some_and(|free| free < CHANGE) {
            self.short.store(true, Ordering::Release);
        }
        if self.is_short() { Err(StoreError::Full) } else { Ok(()) }
    }

    /// How many bytes are free, where the system tells.
    pub(super) fn free(&self) -> Option<u64> {
        Disk::of(&self.folder).map(|disk| disk.free)
    }

    /// Whether new words are refused.
    pub(super) fn is_short(&self) -> bool {
        self.short.load(Ordering::Acquire)
    }

    /// The disk refused something although it seemed to have room: the quota of a user, or the largest size of a file.
    pub(super) fn was_refused(&self) {
        self.shrink_to(self.kept().saturating_sub(CHANGE).max(START));
        self.short.store(true, Ordering::Release);
    }

    /// Keeps room aside again as soon as there is some, and says how much there is.
    ///
    /// # Errors
    /// When the file cannot be written for another reason than a full disk.
    pub(super) fn look(&self) -> io::Result<Space> {
        let Some(disk) = Disk::of(&self.folder) else { return Ok(Space::Enough) };
        let wanted = KEPT.min(disk.size / PART);
        let missing = wanted.saturating_sub(self.kept());
        // A little stays free, or the next change would have to take it back at once.
        let now = missing.min(disk.free.saturating_sub(2 * CHANGE));
        if now > 0 {
            self.grow_by(now)?;
        }
        let free = self.free().unwrap_or(0);
        let short = self.kept() < wanted || free < CHANGE;
        self.short.store(short, Ordering::Release);
        Ok(match short {
            true => Space::Full,
            false if free < LOW.min(disk.size / 20).max(2 * CHANGE) => Space::Low,
            false => Space::Enough,
        })
    }

    fn path(&self) -> PathBuf {
        self.folder.join(ROOM)
    }

    fn kept(&self) -> u64 {
        fs::metadata(self.path()).map_or(0, |file| file.len())
    }

    fn give_back(&self, bytes: u64, rest: u64) {
        let missing = self.free().map_or(0, |free| bytes.saturating_sub(free));
        if missing > 0 {
            self.short.store(true, Ordering::Release);
            self.shrink_to(self.kept().saturating_sub(missing.max(CHANGE)).max(rest));
        }
    }

    fn shrink_to(&self, length: u64) {
        let _alone = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        if self.kept() > length {
            let shrunk = fs::OpenOptions::new().write(true).open(self.path()).and_then(|file| file.set_len(length));
            if let Err(error) = shrunk {
                tracing::error!(path = %self.path().display(), %error, "the room that is kept aside cannot be given back");
            }
        }
    }

    fn grow_by(&self, bytes: u64) -> io::Result<()> {
        let _alone = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let mut file = private_options().create(true).append(true).open(self.path())?;
        hand_over(&self.folder);
        // By chance, so that no file system makes less of it; a piece that is larger than what they look at together.
        let seed: [u8; 4096] = (&SystemDice as &dyn Dice).bytes().map_err(io::Error::other)?;
        let mut piece = Vec::with_capacity(1 << 20);
        let mut left = bytes;
        while left > 0 {
            piece.clear();
            for turn in 0..u8::MAX {
                piece.extend(
                    seed.iter().map(|byte| byte.wrapping_mul(turn | 1).rotate_left(u32::from(turn) % 8) ^ turn),
                );
            }
            piece.truncate(usize::try_from(left).unwrap_or(usize::MAX));
            match file.write_all(&piece) {
                Ok(()) => left = left.saturating_sub(piece.len() as u64),
                Err(error)
                    if matches!(
                        error.kind(),
                        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge
                    ) =>
                {
                    break;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

/// Whether anything can be written in a folder.
pub(super) fn is_writable(folder: &Path) -> bool {
    #[cfg(unix)]
    let is_open = rustix::fs::access(folder, rustix::fs::Access::WRITE_OK) != Err(rustix::io::Errno::ROFS);
    #[cfg(not(unix))]
    let is_open = true;
    is_open && Disk::of(folder).is_none_or(|disk| disk.free >= CHANGE)
}

/// What the disk of a folder has.
#[derive(Clone, Copy, Debug)]
struct Disk {
    size: u64,
    free: u64,
}

impl Disk {
    #[cfg(unix)]
    fn of(folder: &Path) -> Option<Self> {
        // Some network disks tell nothing.
        let disk = rustix::fs::statvfs(folder).ok().filter(|disk| disk.f_blocks > 0)?;
        // The rest is kept for the administrator of the machine.
        let free = if rustix::process::geteuid().is_root() { disk.f_bfree } else { disk.f_bavail };
        Some(Self { size: disk.f_blocks.saturating_mul(disk.f_frsize), free: free.saturating_mul(disk.f_frsize) })
    }

    /// Unknown: then what the disk refuses is what counts.
    #[cfg(not(unix))]
    fn of(_: &Path) -> Option<Self> {
        None
    }
}

//! `prove storage`: the files of the data folder under killed backups, a long reader and a full disk.

use super::record::Record;
use super::{How, Proof};
use crate::row::Row;

const KILLS: u64 = 20;
const STANDS: u64 = 60;

pub(super) const PROOF: Proof = Proof {
    name: "storage",
    what: "20 killed backups, a reader of 60 s, full disks: nothing lost, nothing erased left in any file",
    about: "\
The built server as a process of its own. A backup is killed as soon as its file has grown to a length by chance, what it had read is erased, and every
file of the data folder and of the backups is searched for it. Two programs hold on to the database for a minute while posts are sent and erased one
after another. A small disk (tmpfs) is filled to the last byte, more than once. The same tests are in the gate, with three kills, short readers
and all of the full disk (`tests/it/killed_backup.rs`, `long_reader.rs`, `full_disk.rs`): each fails when a word is lost, or an erased one is found.
",
    how: How::Server {
        files: &["killed_backup::", "long_reader::", "full_disk::"],
        measure: &[("DROOMBORD_KILLS", "20"), ("DROOMBORD_READER", "60")],
    },
    rows,
};

fn rows(record: &Record) -> Vec<Row> {
    let at_least = |what: &str, bar: u64, name: &str| {
        let reached = record.sum(name);
        Row::measured(what, &format!("≥ {bar}"), reached.to_string(), reached >= bar)
    };
    let at_most = |what: &str, bar: u64, name: &str, unit: &str| {
        let reached = record.sum(name);
        Row::measured(what, &format!("≤ {bar}{unit}"), format!("{reached}{unit}"), reached <= bar)
    };
    let tried = record.sum("backups-killed") + record.sum("backups-ended-before");
    vec![
        Row::measured(
            "backups that were killed, or ended before",
            &KILLS.to_string(),
            format!("{tried}, of them {} killed", record.sum("backups-killed")),
            tried >= KILLS,
        ),
        at_most("files with erased words some seconds later", 0, "files-with-erased-words", ""),
        Row::stated("  most memory of a backup of 24 MB", format!("{} KB", record.sum("kilobytes-of-a-backup"))),
        at_least("seconds that a reader stood", STANDS, "reader-seconds"),
        at_least("posts sent meanwhile", 1_000, "sendings"),
        at_most("sending, p99", 1_000, "sending-p99", " ms"),
        at_most("erasing, p99", 1_000, "erasing-p99", " ms"),
        at_most("refused", 0, "refused", ""),
        at_least("times that the disk was filled", 4, "full-disks"),
        at_most("posts lost on a full disk", 0, "lost-on-a-full-disk", ""),
    ]
}

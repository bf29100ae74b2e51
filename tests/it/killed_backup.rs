//! Backups and restorings that are killed half-way, and what they hold in memory.

use crate::{
    app::files_with,
    crash::{Process, program},
    long_reader::{Phone, left},
    proof,
};
use droombord_server::data_folder::DATABASE;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::Duration,
};
use tempfile::TempDir;

/// A folder with a database of about so many megabytes, and a place for backups.
struct Place {
    root: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { root: TempDir::new().unwrap() };
        fs::create_dir(place.elsewhere()).unwrap();
        fs::write(place.root.path().join("passphrase"), "een lange zin").unwrap();
        place
    }

    fn data(&self) -> PathBuf {
        self.root.path().join("data")
    }

    fn elsewhere(&self) -> PathBuf {
        self.root.path().join("elsewhere")
    }

    fn target(&self) -> PathBuf {
        self.elsewhere().join("board.backup")
    }

    fn unfinished(&self) -> PathBuf {
        self.elsewhere().join("board.backup.droombord-unfinished")
    }

    /// Makes the database larger.
    async fn fill(&self, megabytes: usize) {
        sqlx::any::install_default_drivers();
        let pool = sqlx::AnyPool::connect(&format!("sqlite://{}", self.data().join(DATABASE).display())).await.unwrap();
        for statement in [
            "CREATE TABLE filler (bytes BLOB)".to_owned(),
            format!(
                "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {megabytes})
                 INSERT INTO filler SELECT randomblob(1000000) FROM n"
            ),
        ] {
            sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&pool).await.unwrap();
        }
        pool.close().await;
    }

    fn command(&self, what: &str, data: &Path, file: &str) -> Command {
        let mut command = Command::new(program());
        command.args([what, "--data"]).arg(data).arg(file).arg(self.target());
        command
            .arg("--key-file")
            .arg(self.root.path().join("passphrase"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn backup(&self) -> Command {
        self.command("backup", &self.data(), "--to")
    }

    fn restore(&self, into: &Path) -> Command {
        self.command("restore", into, "--from")
    }
}

fn works(output: &Output) {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Kills a process as soon as a file has grown to this length; false when it ended before.
async fn kill_at(mut child: Child, file: &Path, length: u64) -> bool {
    loop {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        if fs::metadata(file).is_ok_and(|file| file.len() >= length) {
            child.kill().unwrap();
            child.wait().unwrap();
            return true;
        }
        tokio::time::sleep(Duration::from_micros(200)).await;
    }
}

/// Names of a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Moments between nothing and everything, the same ones each time. `DROOMBORD_KILLS` asks for more of them.
fn moments() -> impl Iterator<Item = u64> {
    let kills = env::var("DROOMBORD_KILLS").ok().and_then(|it| it.parse().ok()).unwrap_or(3);
    let mut state = 12_u64;
    (0..kills).map(move |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % 1_000
    })
}

#[tokio::test]
async fn a_killed_backup_leaves_nothing_to_read_and_nothing_in_the_way() {
    let place = Place::new();
    let process = Process::start(&place.data());
    let phone = Phone::new(&process.url);
    let kept = phone.send("Rietgors blijft.").await;
    place.fill(6).await;
    let (mut killed, mut ended, mut found) = (0_u64, 0, 0);
    for moment in moments() {
        let id = phone.send("Waterral gaat weg.").await;
        let child = place.backup().spawn().unwrap();
        if kill_at(child, &place.unfinished(), moment * 6_000).await {
            killed += 1;
            assert!(!place.target().exists(), "whole or not at all");
        } else {
            ended += 1;
            fs::remove_file(place.target()).unwrap();
        }
        for name in files_with(place.root.path(), "Waterral") {
            assert!(name.starts_with(DATABASE), "a readable copy at {moment}: {name}");
        }
        assert_eq!(phone.erase(id).await, 204);
        found += left(place.root.path(), &["Waterral"]).await;
    }
    let numbers = [("backups killed", killed), ("backups ended before", ended), ("files with erased words", found)];
    proof::keep("killed-backup", &numbers);
    assert_eq!(found, 0);
    assert!(killed > 0, "the test must try something");
    works(&place.backup().output().unwrap());
    assert_eq!(names(&place.elsewhere()), ["board.backup"]);
    let new = place.root.path().join("new");
    works(&place.restore(&new).output().unwrap());
    assert_eq!(names(&new), [DATABASE]);
    let mine = phone.mine().await;
    assert!(mine["items"].as_array().unwrap().iter().any(|post| post["id"] == kept.to_string()));
    assert!(!files_with(&new, "Rietgors").is_empty());
}

#[tokio::test]
async fn a_killed_restoring_is_no_database_and_the_next_one_works() {
    let place = Place::new();
    drop(Process::start(&place.data()));
    place.fill(4).await;
    works(&place.backup().output().unwrap());
    let new = place.root.path().join("new");
    let mut killed = 0;
    for moment in [0, 3_000_000] {
        let child = place.restore(&new).spawn().unwrap();
        killed += u32::from(kill_at(child, &new.join("restoring").join(DATABASE), moment).await);
        assert!(!new.join(DATABASE).exists(), "no half database");
    }
    assert_eq!(killed, 2);
    works(&place.restore(&new).output().unwrap());
    assert_eq!(names(&new), [DATABASE]);
}

#[tokio::test]
async fn leftovers_go_at_every_start_and_backup_but_not_what_is_being_written() {
    let place = Place::new();
    drop(Process::start(&place.data()));
    let left = |folder: &Path, name: &str| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "Klapekster stond hier.").unwrap();
    };
    let leave = || {
        let data = place.data();
        left(&data, "backup-4711.tmp");
        left(&data, "backup-4711.tmp-journal");
        left(&data, "restoring/droombord.sqlite");
        left(&data, "other.backup.droombord-unfinished");
        left(&place.elsewhere(), "yesterday.backup.droombord-unfinished");
    };
    leave();
    drop(Process::start(&place.data()));
    assert_eq!(files_with(&place.data(), "Klapekster"), Vec::<String>::new());
    leave();
    // One that is being written, and the folder of a restoring that goes on.
    let running = fs::File::create(place.unfinished()).unwrap();
    running.lock().unwrap();
    let restoring = fs::File::create(place.data().join("restoring/running")).unwrap();
    restoring.lock().unwrap();
    let refused = place.backup().output().unwrap();
    assert!(String::from_utf8_lossy(&refused.stderr).contains("another backup"), "{refused:?}");
    assert_eq!(names(&place.elsewhere()), ["board.backup.droombord-unfinished"]);
    assert_eq!(files_with(&place.data(), "Klapekster"), [DATABASE], "the restoring goes on");
    drop((running, restoring));
    works(&place.backup().output().unwrap());
    assert_eq!(names(&place.elsewhere()), ["board.backup"]);
    assert_eq!(files_with(&place.data(), "Klapekster"), Vec::<String>::new());
}

/// The most memory that a process ever held, in kilobytes.
#[cfg(target_os = "linux")]
async fn peak(mut command: Command) -> u64 {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        peak = peak.max(now.unwrap_or(0));
        if let Some(status) = child.try_wait().unwrap() {
            assert!(status.success(), "{command:?}");
            return peak;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn memory_does_not_grow_with_the_database() {
    let mut peaks = Vec::new();
    for megabytes in [1, 24] {
        let place = Place::new();
        drop(Process::start(&place.data()));
        place.fill(megabytes).await;
        peaks.push([peak(place.backup()).await, peak(place.restore(&place.root.path().join("new"))).await]);
    }
    let [backup, restore] = peaks[1];
    proof::keep("memory", &[("kilobytes of a backup", backup), ("kilobytes of a restoring", restore)]);
    for (small, large) in peaks[0].into_iter().zip(peaks[1]) {
        assert!(large < small + 12_000, "{peaks:?}");
    }
}

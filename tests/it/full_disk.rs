//! A full disk: reading goes on, erasing, signing in and deciding too, new words are refused, and nothing is lost.

use crate::{
    app::{files_with, id_of},
    crash::{Process, program},
    long_reader::{Phone, left},
    proof,
    staff::PASSWORD,
};
use droombord_domain::paths;
use droombord_server::{
    auth::totp::{STEP_SECONDS, TotpSecret},
    data_folder::{DATABASE, ROOM},
};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use std::{
    cell::Cell,
    fs,
    io::Write as _,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};
use tempfile::TempDir;

/// A disk of a few megabytes, in a namespace of mounts that ends with a process.
struct SmallDisk {
    holder: Child,
    enter: &'static [&'static str],
    /// Where it is for who is inside.
    inside: TempDir,
    /// How often it was filled.
    filled: Cell<u64>,
}

impl SmallDisk {
    /// Nothing where the system lets nobody mount.
    fn new(megabytes: u32) -> Option<Self> {
        const WAYS: [(&[&str], &[&str]); 2] =
            [(&["-m"], &["--mount"]), (&["-Urm"], &["--user", "--mount", "--preserve-credentials"])];
        WAYS.into_iter().find_map(|(unshare, enter)| {
            let inside = TempDir::new().unwrap();
            let mut holder = Command::new("unshare")
                .args(unshare)
                .args([
                    "sh",
                    "-c",
                    "mount -t tmpfs -o size=\"$1\" none \"$2\" && touch \"$2/mounted\" && exec cat",
                    "sh",
                ])
                .arg(format!("{megabytes}m"))
                .arg(inside.path())
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .ok()?;
            let disk = |holder: &Child| PathBuf::from(format!("/proc/{}/root{}", holder.id(), inside.path().display()));
            loop {
                if disk(&holder).join("mounted").exists() && !inside.path().join("mounted").exists() {
                    return Some(Self { holder, enter, inside, filled: Cell::new(0) });
                }
                if holder.try_wait().ok()?.is_some() {
                    return None;
                }
                std::thread::sleep(Duration::from_millis(5));
            }
        })
    }

    /// Where it is from outside.
    fn path(&self) -> PathBuf {
        PathBuf::from(format!("/proc/{}/root{}", self.holder.id(), self.inside.path().display()))
    }

    fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    fn command(&self) -> Command {
        let mut command = Command::new("nsenter");
        command.arg("--target").arg(self.holder.id().to_string()).args(self.enter).arg("--").arg(program());
        command
    }

    fn serve(&self) -> Process {
        Process::start_with(self.command(), &self.inside.path().join("data"))
    }

    /// Makes a facilitator; gives what makes the codes.
    fn facilitator(&self, name: &str) -> TotpSecret {
        let mut create = self.command();
        create
            .args(["account", "create", name, "--role", "facilitator", "--data"])
            .arg(self.inside.path().join("data"));
        let mut child = create.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(format!("{PASSWORD}\n").as_bytes()).unwrap();
        let said = child.wait_with_output().unwrap();
        let said = String::from_utf8(said.stdout).unwrap();
        TotpSecret::from_base32(said.lines().find_map(|line| line.strip_prefix("secret ")).unwrap()).unwrap()
    }

    /// Leaves no byte free.
    fn fill(&self) {
        self.filled.set(self.filled.get() + 1);
        self.fill_up();
    }

    /// Takes what became free since.
    fn fill_up(&self) {
        let mut filler = fs::OpenOptions::new().create(true).append(true).open(self.path().join("filler")).unwrap();
        for size in [1 << 20, 4096, 1] {
            while filler.write_all(&vec![7; size]).is_ok() {}
        }
    }

    fn make_room(&self) {
        fs::remove_file(self.path().join("filler")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = self.holder.kill();
        let _ = self.holder.wait();
    }
}

/// Signs in; gives the cookie.
async fn sign_in(url: &str, name: &str, secret: &TotpSecret) -> Result<String, (StatusCode, String)> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let body = json!({"name": name, "password": PASSWORD, "code": secret.code(now / STEP_SECONDS)});
    let reply = Client::new().post(format!("{url}{}", paths::SESSION)).json(&body).send().await.unwrap();
    let cookie =
        reply.headers().get("set-cookie").and_then(|it| it.to_str().ok()?.split(';').next().map(str::to_owned));
    match cookie {
        Some(cookie) => Ok(cookie),
        None => Err((reply.status(), reply.text().await.unwrap())),
    }
}

async fn publish(url: &str, cookie: &str, id: uuid::Uuid) -> StatusCode {
    let body = json!({"revision": 1, "decision": "publish"});
    let call = Client::new().post(format!("{url}{}", paths::decision(id))).header("cookie", cookie).json(&body);
    call.send().await.unwrap().status()
}

async fn board(url: &str) -> usize {
    let board: Value = reqwest::get(format!("{url}/api/posts")).await.unwrap().json().await.unwrap();
    board["items"].as_array().unwrap().len()
}

/// Waits until something is so.
async fn until(what: &str, is_so: impl AsyncFn() -> bool) {
    let began = Instant::now();
    while !is_so().await {
        assert!(began.elapsed() < Duration::from_secs(20), "{what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn is_warned(phone: &Phone<'_>, warning: &str) -> bool {
    phone.warnings().await.as_array().unwrap().contains(&json!(warning))
}

/// Waits until `/readyz` has this warning, or has it no more.
async fn warned(phone: &Phone<'_>, warning: &str, there: bool) {
    until(&format!("{warning} should be {there}"), async || is_warned(phone, warning).await == there).await;
}

/// Waits until `/readyz` says that the disk is full. A log that is written back gives room back: that is filled too.
async fn warned_of(disk: &SmallDisk, phone: &Phone<'_>) {
    let warned = async || {
        disk.fill_up();
        is_warned(phone, "storage_full").await
    };
    until("storage_full should be told", warned).await;
}

fn kept(disk: &SmallDisk) -> u64 {
    fs::metadata(disk.data().join(ROOM)).map_or(0, |file| file.len())
}

#[tokio::test]
async fn on_a_full_disk_reading_erasing_signing_in_and_deciding_go_on_and_nothing_is_lost() {
    let Some(disk) = SmallDisk::new(40) else {
        eprintln!("nothing can be mounted here: a_quota_that_is_used_up_is_told_like_a_full_disk is what was tried");
        return;
    };
    let mut process = disk.serve();
    let (url, writer) = (process.url.clone(), crate::app::new_key());
    let phone = Phone { key: writer.clone(), ..Phone::new(&url) };
    let (anna, bob) = (disk.facilitator("Anna"), disk.facilitator("Bob"));
    let session = sign_in(&url, "Anna", &anna).await.unwrap();
    let mut acknowledged = vec![];
    for n in 0..20 {
        acknowledged.push(phone.send(&format!("Droom {n} van voor de volle schijf.")).await);
    }
    let public = phone.send("Grauwe klauwier hangt.").await;
    assert_eq!(publish(&url, &session, public).await, 200);
    let gone_soon = phone.send("Zwarte specht gaat weg.").await;
    let gone_later = phone.send("Middelste bonte gaat later weg.").await;
    let waiting = phone.send("Draaihals wacht.").await;
    warned(&phone, "storage_full", false).await;
    until("room is kept aside", async || kept(&disk) >= 5 << 20).await;
    let whole = kept(&disk);

    disk.fill();
    let refused = phone.try_sending("Past niet meer.").await;
    assert_eq!(refused.status(), 507);
    assert_eq!(refused.json::<Value>().await.unwrap()["code"], "storage_full");
    warned_of(&disk, &phone).await;
    assert_eq!(phone.erase(gone_soon).await, 204);
    let mut found = left(&disk.path(), &["Zwarte specht"]).await;
    sign_in(&url, "Bob", &bob).await.unwrap();
    assert_eq!(publish(&url, &session, waiting).await, 200);
    assert_eq!(board(&url).await, 2);
    assert!(kept(&disk) < whole);

    // It begins again, however it ended and however full it is.
    disk.fill();
    process.kill();
    let mut process = disk.serve();
    let phone = Phone { key: writer.clone(), ..Phone::new(&process.url) };
    assert_eq!(board(&process.url).await, 2);
    assert_eq!(phone.try_sending("Nog steeds niet.").await.status(), 507);
    assert_eq!(phone.erase(gone_later).await, 204);
    found += left(&disk.path(), &["Middelste bonte"]).await;
    process.stop();
    fs::remove_file(disk.data().join(ROOM)).unwrap();
    disk.fill();
    let mut process = disk.serve();
    let phone = Phone { key: writer.clone(), ..Phone::new(&process.url) };
    assert_eq!(board(&process.url).await, 2, "for reading, without any room at all");
    assert_eq!(phone.try_sending("Ook nu niet.").await.status(), 507);
    warned(&phone, "storage_full", true).await;
    process.stop();

    disk.make_room();
    let process = disk.serve();
    let phone = Phone { key: writer.clone(), ..Phone::new(&process.url) };
    until("the room is kept aside again", async || kept(&disk) == whole).await;
    warned(&phone, "storage_full", false).await;
    phone.send("Er is weer plaats.").await;
    disk.fill();
    warned_of(&disk, &phone).await;
    disk.make_room();
    warned(&phone, "storage_full", false).await;
    phone.send("Zonder opnieuw te beginnen.").await;
    let mine = phone.mine().await;
    let there: Vec<_> = mine["items"].as_array().unwrap().iter().map(id_of).collect();
    let lost = acknowledged.iter().filter(|id| !there.contains(id)).count();
    assert_eq!(lost, 0, "what was acknowledged is there");
    assert_eq!(found, 0, "what was erased is gone");
    let lost = lost as u64;
    proof::keep(
        "full-disk",
        &[("full disks", disk.filled.get()), ("lost on a full disk", lost), ("files with erased words", found)],
    );
    assert_eq!(files_with(&disk.path(), "Past niet meer"), Vec::<String>::new());
}

/// A quota is no full disk for whoever asks how much is free. The largest size of a file is one that a test can set.
#[tokio::test]
async fn a_quota_that_is_used_up_is_told_like_a_full_disk() {
    let folder = TempDir::new().unwrap();
    drop(Process::start(folder.path()));
    let blocks = fs::metadata(folder.path().join(DATABASE)).unwrap().len() / 512 + 400;
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$@\"", "sh", &blocks.to_string()]);
    command.arg(program());
    let process = Process::start_with(command, folder.path());
    let phone = Phone::new(&process.url);
    let mut acknowledged = vec![];
    let refused = loop {
        let n = acknowledged.len();
        let answer = phone.try_sending(&format!("{n} {}", "Torenvalk boven het veld. ".repeat(8))).await;
        if answer.status() != 201 {
            break answer;
        }
        acknowledged.push(id_of(&answer.json().await.unwrap()));
        assert!(n < 2_000, "never full");
    };
    assert_eq!(refused.status(), 507);
    assert_eq!(board(&process.url).await, 0);
    warned(&phone, "storage_full", true).await;
    let count = |mine: &Value| mine["items"].as_array().unwrap().len();
    assert_eq!(count(&phone.mine().await), acknowledged.len());
    let key = phone.key.clone();
    drop(process);
    let process = Process::start(folder.path());
    let phone = Phone { key, ..Phone::new(&process.url) };
    assert_eq!(count(&phone.mine().await), acknowledged.len(), "what was acknowledged, and nothing else");
    phone.send("Met plaats.").await;
}

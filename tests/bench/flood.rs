//! Two hundred posts a second for a minute on a real disk: how long a writer waits for the yes beside what the disk itself needs,
//! whether anything that was answered is lost when the server is killed, and how long readers wait meanwhile.

use crate::{
    fill,
    process::{Connection, PATH, Process, median, percentile},
};
use droombord_domain::follow_key::{ENTROPY_BYTES, FollowKey};
use droombord_server::data_folder::DATABASE;
use sqlx::{AnyConnection, Connection as _};
use std::{
    collections::HashSet,
    fs::{self, File},
    io::Write as _,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::sync::Mutex;
use uuid::Uuid;

const PER_SECOND: u32 = 200;
const SECONDS: u32 = 60;
/// Time in which readers are alone, and in which the disk is tried before and after the flood.
const ALONE: Duration = Duration::from_secs(12);
/// A connection that did nothing for so long is not used again: the server closes it soon.
const IDLE: Duration = Duration::from_secs(5);
/// A reader asks again after this time, and there are so many of them.
const PAUSE: Duration = Duration::from_millis(20);
const READERS: usize = 2;

pub async fn measure(server: &Path, folder: &Path) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    let board = folder.join("board");
    fill(&board).await;
    let mut synced = disk(folder);

    let process = Process::board(server, &board, &[]).await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let stop = Arc::new(AtomicBool::new(false));
    let alone = readers(&process, &stop);
    tokio::time::sleep(ALONE).await;
    stop.store(true, Ordering::Release);
    let mut alone = gather(alone).await;

    let stop = Arc::new(AtomicBool::new(false));
    let beside = readers(&process, &stop);
    let (mut waits, answered) = flood(&process).await;
    stop.store(true, Ordering::Release);
    let mut beside = gather(beside).await;
    // In the middle of whatever it does.
    drop(process);
    synced.extend(disk(folder));

    let there = stored(&board).await;
    println!("sent {}", PER_SECOND * SECONDS);
    println!("answered {}", answered.len());
    println!("lost {}", answered.iter().filter(|id| !there.contains(*id)).count());
    for (name, values) in [("disk", &mut synced), ("write", &mut waits), ("alone", &mut alone), ("beside", &mut beside)]
    {
        println!("{name}_ms {}", median(values.clone()));
        println!("{name}_p99_ms {}", percentile(values, 99));
    }
    println!("log_mb {}", fs::metadata(board.join(format!("{DATABASE}-wal"))).map_or(0, |log| log.len()) as f64 / 1e6);
}

/// How long the disk needs to make a page last, so many times a second; in milliseconds.
fn disk(folder: &Path) -> Vec<f64> {
    let path = folder.join("disk");
    let mut file = File::create(&path).unwrap();
    let began = Instant::now();
    let mut waits = Vec::new();
    while began.elapsed() < ALONE {
        let next = began + (Duration::from_secs(1) / PER_SECOND) * u32::try_from(waits.len()).unwrap();
        std::thread::sleep(next.saturating_duration_since(Instant::now()));
        file.write_all(&[7; 4096]).unwrap();
        let before = Instant::now();
        file.sync_data().unwrap();
        waits.push(before.elapsed().as_secs_f64() * 1_000.0);
    }
    fs::remove_file(path).unwrap();
    waits
}

type Reader = tokio::task::JoinHandle<Vec<f64>>;

/// People who read the board.
fn readers(process: &Process, stop: &Arc<AtomicBool>) -> Vec<Reader> {
    let reader = |at| {
        let stop = stop.clone();
        async move {
            let mut connection = Connection::open(at, PATH, true).await.unwrap();
            let mut waits = Vec::new();
            while !stop.load(Ordering::Acquire) {
                let began = Instant::now();
                connection.fetch().await.unwrap();
                waits.push(began.elapsed().as_secs_f64() * 1_000.0);
                tokio::time::sleep(PAUSE).await;
            }
            waits
        }
    };
    (0..READERS).map(|_| tokio::spawn(reader(process.at))).collect()
}

async fn gather(readers: Vec<Reader>) -> Vec<f64> {
    let mut all = Vec::new();
    for reader in readers {
        all.extend(reader.await.unwrap());
    }
    all
}

/// Sends at fixed moments, whether or not earlier ones were answered. A wait begins at the moment at which it should have been
/// sent. Gives the waits and the ids of what was answered.
async fn flood(process: &Process) -> (Vec<f64>, Vec<String>) {
    // Those that wait for work, and since when; as many as are under way at once.
    let connections: Arc<Mutex<Vec<(Instant, Connection)>>> = Arc::default();
    let (at, began) = (process.at, Instant::now());
    let mut sendings = Vec::new();
    for n in 0..PER_SECOND * SECONDS {
        let due = began + Duration::from_secs(1) / PER_SECOND * n;
        tokio::time::sleep_until(due.into()).await;
        let connections = connections.clone();
        sendings.push(tokio::spawn(async move {
            let idle = connections.lock().await.pop();
            let mut connection = match idle {
                Some((since, connection)) if since.elapsed() < IDLE => connection,
                Some(_) | None => Connection::open(at, PATH, false).await.unwrap(),
            };
            let mut entropy = [0; ENTROPY_BYTES];
            entropy[..8].copy_from_slice(&u64::from(n / 3).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes()[..8]);
            let body = serde_json::json!({
                "kind": "dream",
                "text": format!("Ik droom van een huis waar ik mag blijven. Niet weer een nieuwe groep. ({n})"),
                "role": "young_person",
            });
            let (key, id, body) =
                (FollowKey::from_entropy(entropy).to_authorization(), Uuid::new_v4(), body.to_string());
            let request = format!(
                "POST {PATH} HTTP/1.1\r\nHost: {at}\r\nAuthorization: {key}\r\nIdempotency-Key: {id}\r\n\
                 Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            );
            let (status, body) = connection.exchange(request.as_bytes()).await.unwrap();
            let wait = due.elapsed().as_secs_f64() * 1_000.0;
            assert_eq!(status, 201);
            let post: serde_json::Value = serde_json::from_slice(&connection.body(body)).unwrap();
            connections.lock().await.push((Instant::now(), connection));
            (wait, post["id"].as_str().unwrap().to_owned())
        }));
    }
    let mut waits = Vec::new();
    let mut ids = Vec::new();
    for sending in sendings {
        let (wait, id) = sending.await.unwrap();
        waits.push(wait);
        ids.push(id);
    }
    (waits, ids)
}

/// The posts in the file that wait for a reader and have their words.
async fn stored(board: &Path) -> HashSet<String> {
    let url = format!("sqlite://{}", board.join(DATABASE).display());
    let mut file = AnyConnection::connect(&url).await.unwrap();
    let sql =
        "SELECT p.id FROM posts p JOIN revisions r ON r.post = p.id WHERE p.state = 'received' AND r.text IS NOT NULL";
    let ids: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut file).await.unwrap();
    let all = ids.len();
    let ids: HashSet<String> = ids.into_iter().collect();
    assert_eq!(ids.len(), all, "none is there twice");
    ids
}

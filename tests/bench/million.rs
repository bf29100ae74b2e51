//! A board of a million posts: its first page beside the same bytes from memory, the first HTML beside that page, a page far down
//! beside the first one, and the search.
//!
//! The posts are written straight into the tables of the store, in big changes, and kept for the next time. They have what a
//! reader can ask for: words, choices, keywords, cards, the words of the search, and that some were shown more often than
//! others. They have no trail and no key: nothing here reads those.

use crate::{
    Sample,
    process::{Connection, PATH, PATIENCE, Process, from_memory, in_turns, median, percentile},
};
use droombord_domain::{
    api::PublicPost, draft::Draft, keyword::Keyword, post::PostBody, status::PostStatus, support::SupportSteps,
};
use droombord_server::{clock::half_month, data_folder::DATABASE, search, store::Store};
use sqlx::{AnyConnection, Connection as _};
use std::{
    collections::HashMap,
    fs,
    path::Path,
    time::{Duration, Instant},
};
use tempfile::TempDir;
use uuid::{Builder, Uuid};

const POSTS: usize = 1_000_000;
/// Another number fills the file again.
const VERSION: &str = "1";
/// Number of pages down that counts as far.
const DEEP: usize = 10_000;
/// Number of pages that are asked for there, and of searches.
const ASKED: usize = 400;
/// The lists of the search, as the migration makes them.
const LISTS: &str = "INSERT INTO word_lists (word, part, bits)
    SELECT w.word, p.number / 63, SUM(1 << (p.number % 63))
    FROM posts p JOIN (SELECT post, word FROM post_words
                       UNION SELECT post, substr(word, 1, 1) || '*' FROM post_words
                       UNION SELECT post, substr(word, 1, 2) || '*' FROM post_words) w ON w.post = p.id
    GROUP BY w.word, p.number / 63";
/// When the first post came on the board.
const FIRST: i64 = 1_775_000_000;

/// Always the same numbers: xorshift64*.
pub struct Numbers(pub u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// One of so many.
    pub fn of(&mut self, many: usize) -> usize {
        (self.next() >> 11) as usize % many
    }

    fn one<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.of(all.len())]
    }
}

/// Sentences that people write, out of what the guard is tried with.
fn sentences() -> Vec<String> {
    let corpora = [
        include_str!("../corpus/guard-innocent.jsonl"),
        include_str!("../corpus/danger-innocent.jsonl"),
        include_str!("../corpus/guard.jsonl"),
    ];
    let texts = corpora.iter().flat_map(|corpus| corpus.lines()).filter(|line| !line.is_empty()).map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        line["text"].as_str().unwrap().to_owned()
    });
    let mut all: Vec<String> = texts
        .flat_map(|text| {
            let ends = text.replace(['!', '?', '\n'], ".");
            ends.split('.').map(|one| one.trim().to_owned()).filter(|one| one.len() > 20).collect::<Vec<_>>()
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

fn towns() -> Vec<&'static str> {
    let lines =
        include_str!("../../crates/droombord-guard/lists/towns.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .flat_map(|line| line.split(';'))
        .map(|town| town.trim_start_matches('!').trim())
        .filter(|town| !town.is_empty())
        .collect()
}

struct Words {
    sentences: Vec<String>,
    towns: Vec<&'static str>,
    samples: Vec<Sample>,
}

impl Words {
    fn new() -> Self {
        let samples = serde_json::from_str(include_str!("../../crates/droombord-server/assets/samples.json")).unwrap();
        Self { sentences: sentences(), towns: towns(), samples }
    }

    /// What the post of this number says: some sentences, now and then of a town.
    fn text(&self, dice: &mut Numbers) -> String {
        let mut text = String::new();
        for _ in 0..1 + dice.of(3) {
            text += dice.one(&self.sentences).as_str();
            text += ". ";
        }
        if dice.of(4) == 0 {
            text += &format!("Dat was in {}. ", dice.one(&self.towns));
        }
        text.truncate(text.trim_end().len());
        text
    }
}

/// Makes the board, unless it is there.
async fn fill(folder: &Path) {
    let mark = folder.join("filled");
    if fs::read_to_string(&mark).is_ok_and(|version| version == VERSION) {
        return;
    }
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    let began = Instant::now();
    Store::open(folder).await.unwrap().close().await;
    let url = format!("sqlite://{}", folder.join(DATABASE).display());
    let mut file = AnyConnection::connect(&url).await.unwrap();
    let indexes = "SELECT CAST(sql AS TEXT) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
                   AND tbl_name IN ('posts', 'keywords', 'post_words')";
    let indexes: Vec<String> = sqlx::query_scalar(indexes).fetch_all(&mut file).await.unwrap();
    // Broken off, it is filled again: nothing has to last on the way. Indexes are quicker made of all rows at once.
    for statement in [
        "PRAGMA journal_mode = OFF",
        "PRAGMA synchronous = OFF",
        "PRAGMA cache_size = -400000",
        "PRAGMA foreign_keys = OFF",
    ] {
        sqlx::query(statement).execute(&mut file).await.unwrap();
    }
    for index in &indexes {
        let name = index.split_whitespace().nth(2).unwrap().to_owned();
        sqlx::query(sqlx::AssertSqlSafe(format!("DROP INDEX {name}"))).execute(&mut file).await.unwrap();
    }
    rows(&mut file).await;
    for index in indexes {
        sqlx::query(sqlx::AssertSqlSafe(index)).execute(&mut file).await.unwrap();
    }
    sqlx::query("PRAGMA journal_mode = WAL").execute(&mut file).await.unwrap();
    file.close().await.unwrap();
    fs::write(mark, VERSION).unwrap();
    println!("fill_s {}", began.elapsed().as_secs_f64());
}

/// Many rows in one statement.
struct Bulk {
    insert: &'static str,
    columns: usize,
    most: usize,
    values: Vec<Value>,
}

enum Value {
    Text(String),
    Number(i64),
    Nothing,
}

impl Bulk {
    fn new(insert: &'static str, columns: usize) -> Self {
        Self { insert, columns, most: 30_000 / columns * columns, values: Vec::new() }
    }

    async fn add(&mut self, row: impl IntoIterator<Item = Value>, file: &mut AnyConnection) {
        self.values.extend(row);
        if self.values.len() >= self.most {
            self.write(file).await;
        }
    }

    async fn write(&mut self, file: &mut AnyConnection) {
        if self.values.is_empty() {
            return;
        }
        let one = format!("({})", vec!["?"; self.columns].join(","));
        let rows = vec![one; self.values.len() / self.columns].join(",");
        let sql = format!("INSERT INTO {} VALUES {rows}", self.insert);
        let mut statement = sqlx::query(sqlx::AssertSqlSafe(sql));
        for value in self.values.drain(..) {
            statement = match value {
                Value::Text(text) => statement.bind(text),
                Value::Number(number) => statement.bind(number),
                Value::Nothing => statement.bind(Option::<String>::None),
            };
        }
        statement.execute(&mut *file).await.unwrap();
    }
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

fn maybe(code: Option<&str>) -> Value {
    code.map_or(Value::Nothing, text)
}

async fn rows(file: &mut AnyConnection) {
    let words = Words::new();
    let mut dice = Numbers(20_261_122);
    let mut posts = Bulk::new(
        "posts (id, state, revision, lang, kind, direction, role, on_behalf, age_band, region, state_since, published_at, shown, freshness, card, number)",
        16,
    );
    let mut revisions = Bulk::new("revisions (post, number, received_at, text)", 4);
    let mut keywords = Bulk::new("keywords (post, place, keyword)", 3);
    // The words of all posts, by number: a post's words stand together in the file.
    let mut ids = Vec::with_capacity(POSTS);
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut said: Vec<(u32, u32)> = Vec::new();
    sqlx::query("BEGIN").execute(&mut *file).await.unwrap();
    for n in 0..POSTS {
        let sample = &words.samples[n % words.samples.len()];
        let draft = Draft { text: Some(words.text(&mut dice)), ..sample.draft.clone() };
        let post = draft.parse().unwrap();
        let body = post.body().clone();
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&dice.next().to_be_bytes());
        bytes[8..].copy_from_slice(&dice.next().to_be_bytes());
        let id = Builder::from_random_bytes(bytes).into_uuid();
        let at = FIRST + 20 * i64::try_from(n).unwrap();
        let chosen: Vec<Keyword> = sample.keywords.iter().map(|word| Keyword::parse(word).unwrap()).collect();
        let shown = i64::try_from(dice.of(4)).unwrap();
        let public = PublicPost {
            id,
            body: body.clone(),
            keywords: chosen.clone(),
            published: half_month(at),
            shortened: false,
            sample: false,
            supports: SupportSteps::default(),
            status: PostStatus::PLACED,
        };
        for word in search::words(&body.text) {
            let new = u32::try_from(numbers.len()).unwrap();
            said.push((*numbers.entry(word).or_insert(new), u32::try_from(n).unwrap()));
        }
        let id = id.to_string();
        for (place, keyword) in (0..).zip(&chosen) {
            keywords.add([text(&*id), Value::Number(place), text(keyword.as_str())], file).await;
        }
        revisions.add([text(&*id), Value::Number(1), Value::Number(at), text(&*body.text)], file).await;
        let PostBody { kind, direction, text: _, lang, role, on_behalf, age_band, region } = body;
        let row = [
            text(&*id),
            text("published"),
            Value::Number(1),
            text(lang.code()),
            text(kind.code()),
            maybe(direction.map(|it| it.code())),
            maybe(role.map(|it| it.code())),
            Value::Number(i64::from(on_behalf)),
            maybe(age_band.map(|it| it.code())),
            maybe(region.map(|it| it.code())),
            Value::Number(at),
            Value::Number(at),
            Value::Number(shown),
            Value::Number(-shown),
            text(serde_json::to_string(&public).unwrap()),
            Value::Number(i64::try_from(n).unwrap()),
        ];
        posts.add(row, file).await;
        ids.push(id);
    }
    for bulk in [&mut posts, &mut revisions, &mut keywords] {
        bulk.write(file).await;
    }
    println!("posts are in");
    // In the order of the table.
    let mut by_id: Vec<u32> = (0..u32::try_from(POSTS).unwrap()).collect();
    by_id.sort_unstable_by(|a, b| ids[*a as usize].cmp(&ids[*b as usize]));
    let mut rank = vec![0_u32; POSTS];
    for (at, post) in (0..).zip(&by_id) {
        rank[*post as usize] = at;
    }
    let mut vocabulary: Vec<(String, u32)> = numbers.into_iter().collect();
    vocabulary.sort_unstable();
    let mut place = vec![0_u32; vocabulary.len()];
    for (at, (_, number)) in (0..).zip(&vocabulary) {
        place[*number as usize] = at;
    }
    for (word, post) in &mut said {
        (*word, *post) = (place[*word as usize], rank[*post as usize]);
    }
    said.sort_unstable_by_key(|(word, post)| (*post, *word));
    println!("{} different words, {} in all", vocabulary.len(), said.len());
    let mut post_words = Bulk::new("post_words (post, word)", 2);
    for (word, post) in said {
        let row = [text(&*ids[by_id[post as usize] as usize]), text(&*vocabulary[word as usize].0)];
        post_words.add(row, file).await;
    }
    post_words.write(file).await;
    sqlx::query(LISTS).execute(&mut *file).await.unwrap();
    sqlx::query("COMMIT").execute(&mut *file).await.unwrap();
}

pub async fn measure(server: &Path, folder: &Path) {
    fill(folder).await;
    let scratch = TempDir::new().unwrap();
    let kept = Process::board(server, folder, &[]).await;
    println!("start_s {}", kept.ready_after.as_secs_f64());
    settled(&kept).await;
    let read = Process::board(server, folder, &["--no-cache"]).await;
    settled(&read).await;
    let bytes = from_memory(&kept, scratch.path()).await;
    let ways = [
        ("bytes", &bytes, PATH, false),
        ("kept", &kept, PATH, false),
        ("read", &read, PATH, false),
        ("bytes_packed", &bytes, PATH, true),
        ("kept_packed", &kept, PATH, true),
        ("read_packed", &read, PATH, true),
        ("html_kept", &kept, "/", true),
        ("html_read", &read, "/", false),
    ];
    in_turns(&ways, &[0, 0, 0, 3, 3, 3, 4, 2]).await;
    for (name, order) in [("unread", "unread"), ("newest", "newest")] {
        deep(&read, name, order).await;
    }
    searches(&kept).await;
    println!("loaded_kb {}", kept.memory("RssAnon"));
}

/// Waits until what a server does once a day is done.
async fn settled(server: &Process) {
    let began = Instant::now();
    let mut quiet = 0;
    while quiet < 4 && began.elapsed() < 4 * PATIENCE {
        let before = server.worked();
        tokio::time::sleep(Duration::from_millis(500)).await;
        quiet = if server.worked() - before < 2.0 { quiet + 1 } else { 0 };
    }
}

async fn fetch(connection: &mut Connection, server: &Process, path: &str) -> (f64, serde_json::Value) {
    connection.ask(server.at, path);
    let began = Instant::now();
    let at = connection.fetch().await.unwrap();
    let took = began.elapsed().as_secs_f64() * 1_000.0;
    (took, serde_json::from_slice(&connection.body(at)).unwrap())
}

/// The first page beside pages far down, none of them twice; one after the other.
async fn deep(server: &Process, name: &str, order: &str) {
    let first = format!("{PATH}?order={order}");
    let mut connection = Connection::open(server.at, &first, false).await.unwrap();
    let (_, mut page) = fetch(&mut connection, server, &first).await;
    let next = |page: &serde_json::Value| format!("{first}&cursor={}", page["next_cursor"].as_str().unwrap());
    for _ in 1..DEEP {
        page = fetch(&mut connection, server, &next(&page)).await.1;
    }
    let (mut firsts, mut deeps) = (Vec::new(), Vec::new());
    for _ in 0..ASKED {
        firsts.push(fetch(&mut connection, server, &first).await.0);
        let took;
        (took, page) = fetch(&mut connection, server, &next(&page)).await;
        deeps.push(took);
    }
    let (first, deep) = (median(firsts), median(deeps));
    println!("{name}_first_ms {first}");
    println!("{name}_deep_ms {deep}");
    println!("{name}_deep_ratio {}", deep / first);
}

/// What people could search for: words out of the posts, as often as they are used; one or two, whole or begun.
async fn searches(server: &Process) {
    let words = Words::new();
    let mut dice = Numbers(7);
    let mut connection = Connection::open(server.at, PATH, false).await.unwrap();
    let mut waits = Vec::new();
    let mut longest = (0.0, String::new());
    while waits.len() < ASKED {
        let text = words.text(&mut dice);
        let known: Vec<String> = search::words(&text)
            .into_iter()
            .filter(|word| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
            .collect();
        if known.len() < 2 {
            continue;
        }
        let first = dice.one(&known).clone();
        let wanted = match dice.of(4) {
            // What stands on the way while somebody types.
            0 => first[..first.len().min(4)].to_owned(),
            1 => format!("{first}+{}", dice.one(&known)),
            _ => first,
        };
        let (took, page) = fetch(&mut connection, server, &format!("{PATH}?q={wanted}")).await;
        assert!(page["items"].as_array().is_some());
        if took > longest.0 {
            longest = (took, wanted);
        }
        waits.push(took);
    }
    println!("the longest search: {} in {:.1} ms", longest.1, longest.0);
    println!("search_ms {}", median(waits.clone()));
    println!("search_p95_ms {}", percentile(&mut waits, 95));
    println!("search_p99_ms {}", percentile(&mut waits, 99));
    let (_, page) = fetch(&mut connection, server, &format!("{PATH}?q={}", Uuid::new_v4().simple())).await;
    assert!(page["items"].as_array().unwrap().is_empty(), "what nobody wrote is not found");
}

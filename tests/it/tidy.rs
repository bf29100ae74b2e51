//! The borders inside the code that the compiler does not hold.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every Rust file under these folders, by its path from the root.
pub fn rust_files(folders: &[&str]) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut left: Vec<PathBuf> = folders.iter().map(|folder| root().join(folder)).collect();
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    files.sort();
    files
}

/// The part of a file before its tests.
pub fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

/// The sources: each folder is one crate.
pub const ALL: [&str; 7] = [
    "src",
    "crates/droombord-domain/src",
    "crates/droombord-guard/src",
    "crates/droombord-guard-worker/src",
    "crates/droombord-server/src",
    "tests/it",
    "xtask/src",
];

#[test]
fn every_file_says_what_lives_in_it_and_none_is_a_warehouse() {
    for (name, text) in rust_files(&ALL) {
        assert!(text.starts_with("//! ") && text.lines().next().unwrap().len() > 10, "{name} has no module docs");
        let lines = text.lines().count();
        assert!(lines <= 700, "{name} has {lines} lines");
    }
}

#[test]
fn sql_stands_in_the_store_only() {
    for (name, text) in rust_files(&["crates/droombord-server/src"]) {
        if name.starts_with("crates/droombord-server/src/store/") {
            continue;
        }
        for mark in ["sqlx", "SELECT ", "INSERT ", "UPDATE ", "DELETE FROM", "PRAGMA "] {
            assert!(!code(&text).contains(mark), "{name} holds {mark:?}");
        }
    }
}

#[test]
fn status_codes_stand_in_error_only() {
    for (name, text) in rust_files(&["crates/droombord-server/src"]) {
        if !name.ends_with("src/error.rs") {
            assert!(!code(&text).contains("StatusCode"), "{name} holds a status code");
        }
    }
}

#[test]
fn the_domain_and_the_guard_know_no_clock_no_dice_no_files() {
    for (name, text) in rust_files(&["crates/droombord-domain/src", "crates/droombord-guard/src"]) {
        if name.ends_with("/tests.rs") {
            continue;
        }
        for mark in ["std::fs", "std::net", "std::time", "SystemTime", "Instant::now", "thread_rng", "getrandom"] {
            assert!(!code(&text).contains(mark), "{name} holds {mark:?}");
        }
    }
}

#[test]
fn the_app_asks_the_clock_in_one_place() {
    // A moment of the device may only be compared with one of the server by who knows by how much they differ.
    const CLOCK: &str = "src/clock.rs";
    const WRAPPER: &str = "src/browser/in_browser.rs";
    for (name, text) in rust_files(&["src"]) {
        for mark in ["Date::now", "Date::new_0", "SystemTime", "Instant::now", "browser::now("] {
            let may = match mark {
                "Date::now" => name == WRAPPER,
                "browser::now(" => name == CLOCK,
                _ => false,
            };
            assert!(may || !code(&text).contains(mark), "{name} holds {mark:?}");
        }
    }
}

/// The tags of a view, each from `<` to its `>`.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('<').filter_map(|(at, _)| {
        let rest = text.get(at..)?;
        let is_tag = rest.get(1..)?.starts_with(|c: char| c.is_ascii_lowercase());
        // Not the `>` of `->` or `=>`.
        let end = rest.match_indices('>').find(|(end, _)| !rest[..*end].ends_with(['-', '=']))?.0;
        is_tag.then_some(&rest[..end])
    })
}

#[test]
fn peoples_words_are_shown_in_their_own_direction() {
    // Where the language of a text is named, somebody writes, or the class is one for people's words.
    const WORDS: [&str; 10] = [
        " lang=",
        "<textarea",
        "type=\"search\"",
        "note__text",
        "reply__text",
        "review__quote",
        "review__words",
        "review__plain",
        "guard__found",
        "field__marks",
    ];
    // The page's own.
    const OWN: [&str; 2] = ["hreflang=", "<dt lang=\"en\""];
    for (name, text) in rust_files(&["src"]) {
        if name.starts_with("src/i18n") {
            continue;
        }
        for tag in tags(code(&text)) {
            let tag = tag.split_whitespace().collect::<Vec<_>>().join(" ");
            let holds = WORDS.iter().any(|mark| tag.contains(mark));
            let exempt = OWN.iter().any(|mark| tag.contains(mark));
            assert!(!holds || exempt || tag.contains("dir="), "{name}: no direction: {tag}>");
        }
    }
}

#[test]
fn no_field_is_made_without_asking_writing_helps_to_stay_away() {
    // Nobody writes words there; the last one is a choice of one of these kinds.
    const NO_WORDS: [&str; 5] =
        ["type=\"radio\"", "type=\"checkbox\"", "type=\"hidden\"", "type=\"date\"", "type=kind id=id name=name"];
    const SETS: [&str; 4] = ["{..private()}", "{..private_exact()}", "{..key_field()}", "{..no_helpers()}"];
    let mut fields = 0;
    for (name, text) in rust_files(&["src"]) {
        for tag in tags(code(&text)).filter(|tag| tag.starts_with("<textarea") || tag.starts_with("<input")) {
            let tag = tag.split_whitespace().collect::<Vec<_>>().join(" ");
            if NO_WORDS.iter().any(|mark| tag.contains(mark)) {
                continue;
            }
            fields += 1;
            assert!(SETS.iter().any(|set| tag.contains(set)), "{name}: writing helps read along: {tag}>");
            let chooses = !tag.contains("no_helpers") || tag.contains("autocomplete=");
            assert!(chooses && !tag.contains("spellcheck"), "{name}: beside `src/components/field.rs`: {tag}>");
        }
    }
    assert!(fields > 15, "the fields were not found: {fields}");
}

#[test]
fn sentences_stand_in_i18n_only() {
    // Words that no code, comment in English or class name has; in quotes they are a sentence for a visitor.
    const DUTCH: [&str; 14] = [
        " jij ", " jouw ", " niet ", " wij ", " jullie ", " omdat ", " wordt ", " hier ", " deze ", " zijn ", " het ",
        " een ", " voor ", " terug ",
    ];
    for (name, text) in rust_files(&["src"]) {
        // Places and days in Dutch, and what to write in their place: data of the guard, as its crate has.
        if name.starts_with("src/i18n") || name == "src/guard/safer.rs" {
            continue;
        }
        for (number, line) in code(&text).lines().enumerate() {
            let line = line.split("//").next().unwrap_or(line);
            for (at, quoted) in line.split('"').enumerate() {
                let padded = format!(" {} ", quoted.to_lowercase());
                let found = at % 2 == 1 && DUTCH.iter().any(|word| padded.contains(word));
                assert!(!found, "{name}:{}: a sentence outside of i18n: {quoted:?}", number + 1);
            }
        }
    }
}

#[test]
fn nothing_speaks_by_itself_but_the_announcer() {
    // An `output` is a live region too.
    for (name, text) in rust_files(&["src"]) {
        for mark in ["role=\"status\"", "role=\"alert\"", "role=\"log\"", "aria-live", "<output"] {
            assert!(!code(&text).contains(mark), "{name} holds {mark}: say it with announcer::say");
        }
    }
    for frame in ["index.html", "own.html", "desk.html"] {
        let text = fs::read_to_string(root().join(frame)).unwrap();
        let region = "<div id=\"announcer\" class=\"only-heard\" role=\"status\" aria-live=\"polite\"";
        assert_eq!(text.matches(region).count(), 1, "{frame} has one live region");
        let app = "<div id=\"app\"><!--droombord:app--></div>";
        assert!(text.contains(app), "{frame}: it stands outside what is exchanged");
    }
}

#[test]
fn nothing_is_committed_that_names_a_machine() {
    for (name, text) in rust_files(&ALL) {
        for mark in ["/work/", "/home/", "/root/"] {
            if Path::new(&name).file_name().is_some_and(|file| file != "tidy.rs") {
                assert!(!text.contains(mark), "{name} holds {mark:?}");
            }
        }
    }
}

/// Names in documents for folders of the sources.
const SHORT: [(&str, &str); 3] = [
    ("domain/", "crates/droombord-domain/src/"),
    ("server/migrations", "crates/droombord-server/migrations"),
    ("server/", "crates/droombord-server/src/"),
];

/// The path from the root of a file that a document names.
fn path_of(name: &str) -> String {
    match SHORT.iter().find_map(|(from, to)| name.strip_prefix(from).map(|rest| format!("{to}{rest}"))) {
        Some(path) => path,
        None if name.contains('/') => name.to_owned(),
        None if name.ends_with(".spec.ts") => format!("tests/browser/specs/{name}"),
        None => format!("tests/it/{name}"),
    }
}

/// The page of the promises leads a reader to code and tests: a path that is renamed is renamed there too.
#[test]
fn the_page_of_the_promises_names_files_that_exist() {
    let page = fs::read_to_string(root().join("docs/promises.md")).unwrap();
    assert_eq!(page.lines().filter(|line| line.starts_with("| ") && line.contains("**")).count(), 14);
    let rows = page.lines().filter(|line| line.starts_with("| ") && line.contains("**"));
    let names: Vec<&str> = rows.flat_map(|row| row.split('`').skip(1).step_by(2)).collect();
    assert!(names.len() > 60, "{}", names.len());
    for name in names.into_iter().filter(|name| name.contains(['/', '.'])) {
        let path = path_of(name);
        assert!(root().join(&path).exists(), "{name}: {path}");
    }
}

#[test]
fn walkthroughs_name_functions_that_exist() {
    let page = fs::read_to_string(root().join("docs/walkthroughs.md")).unwrap();
    let names: Vec<_> = page.split('`').skip(1).step_by(2).filter_map(|name| name.split_once("::")).collect();
    assert!(names.len() > 25, "{}", names.len());
    for (file, function) in names {
        let path = path_of(file);
        let text = fs::read_to_string(root().join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        let is_there = ["(", "<"].iter().any(|after| text.contains(&format!("fn {function}{after}")));
        assert!(is_there, "{path} has no function {function}");
    }
}

/// The first sentence of a comment is a noun phrase or a verb with its object. These heads begin something else.
#[test]
fn comments_begin_as_plain_english() {
    const HEADS: [&str; 5] = ["So many ", "So long ", "So often ", "So much ", "Whoever "];
    for (name, text) in rust_files(&ALL) {
        for line in text.lines().filter_map(|line| line.trim_start().strip_prefix("//")) {
            let words = line.trim_start_matches(['/', '!']).trim_start();
            assert!(!HEADS.iter().any(|head| words.starts_with(head)), "{name}: {words}");
            assert!(!words.split(|c: char| !c.is_alphabetic()).any(|word| word == "anew"), "{name}: {words}");
        }
    }
}

//! Arrows inside the crates: which module uses which, by its `use` lines and paths. Cargo holds the arrows between crates.

use crate::tidy::{ALL, code, rust_files};
use std::collections::{BTreeMap, BTreeSet};

/// Modules of a crate by their path (`store::change`), each with those that it uses.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// The module of a file; the crate's root is the empty path.
fn module_of(folder: &str, file: &str) -> String {
    let path = file.strip_prefix(folder).unwrap_or(file).trim_start_matches('/').trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if matches!(path, "lib" | "main" | "mod") { String::new() } else { path.replace('/', "::") }
}

/// Whether a module is this one, or holds it.
fn holds(outer: &str, inner: &str) -> bool {
    outer.is_empty() || outer == inner || inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with("::"))
}

/// The paths that a `use` tree names: `a::{b, c::d}` names `a::b` and `a::c::d`.
fn paths(tree: &str) -> Vec<String> {
    let Some((before, inside)) = tree.split_once('{') else { return vec![tree.trim().to_owned()] };
    let inside = inside.rsplit_once('}').map_or(inside, |(inside, _)| inside);
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for letter in inside.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if letter == ',' && depth == 0 {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts.flat_map(|part| paths(part)).map(|path| format!("{}{path}", before.trim())).collect()
}

/// Every path of a file: those of its `use` lines, and those that begin with `crate::` elsewhere. With each whether it stands in a module
/// inside the file, whose `super` is the file.
fn named(text: &str) -> Vec<(String, bool)> {
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or(line));
    let text = lines.collect::<Vec<_>>().join("\n");
    let mut all = Vec::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find("use ") {
        let line = rest.get(..at).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
        let begins = line.trim().is_empty() || line.trim().starts_with("pub");
        let after = rest.get(at + 4..).unwrap_or_default();
        if begins && let Some((tree, _)) = after.split_once(';') {
            all.extend(paths(tree).into_iter().map(|path| (path, line.starts_with(' '))));
        }
        rest = after;
    }
    for (at, _) in text.match_indices("crate::") {
        let path = text[at..].chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect();
        if !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            all.push((path, false));
        }
    }
    all
}

/// The longest module that a path begins with.
fn target(modules: &BTreeSet<String>, from: &str, path: &str, is_inside: bool) -> Option<String> {
    let mut parts: Vec<&str> = path.split("::").map(str::trim).collect();
    let mut base: Vec<&str> = if from.is_empty() { Vec::new() } else { from.split("::").collect() };
    match *parts.first()? {
        "crate" => {
            base.clear();
            parts.remove(0);
        }
        "super" => {
            let mut ups = 0;
            while parts.first() == Some(&"super") {
                parts.remove(0);
                ups += 1;
            }
            base.truncate(base.len().saturating_sub(ups - usize::from(is_inside)));
        }
        "self" => {
            parts.remove(0);
        }
        // A name of another crate, unless a module inside is called so.
        first => {
            let inside = if from.is_empty() { first.to_owned() } else { format!("{from}::{first}") };
            modules.contains(&inside).then_some(())?;
        }
    }
    base.extend(parts);
    (1..=base.len()).rev().map(|count| base[..count].join("::")).find(|path| modules.contains(path))
}

/// Which module uses which. What a file takes from the module that it is a part of is not counted: a folder and its files are one.
fn graph(folder: &str) -> Graph {
    let files: Vec<_> =
        rust_files(&[folder]).into_iter().map(|(file, text)| (module_of(folder, &file), text)).collect();
    let modules: BTreeSet<String> = files.iter().map(|(module, _)| module.clone()).collect();
    let uses = |module: &str, text: &str| {
        let all = named(code(text)).into_iter();
        let all = all.filter_map(|(path, is_inside)| target(&modules, module, &path, is_inside));
        all.filter(|other| !holds(other, module)).collect::<BTreeSet<_>>()
    };
    files.iter().map(|(module, text)| (module.clone(), uses(module, text))).collect()
}

/// Modules that use each other round about; the empty path stands for the root, which may use everything.
fn cycle(graph: &Graph) -> Option<Vec<String>> {
    fn walk(graph: &Graph, way: &mut Vec<String>, done: &mut BTreeSet<String>) -> Option<Vec<String>> {
        let at = way.last()?.clone();
        for next in graph.get(&at).into_iter().flatten() {
            if let Some(start) = way.iter().position(|module| module == next) {
                return Some(way[start..].to_vec());
            }
            if !done.contains(next) {
                way.push(next.clone());
                let found = walk(graph, way, done);
                if found.is_some() {
                    return found;
                }
                way.pop();
            }
        }
        done.insert(at);
        None
    }
    let mut done = BTreeSet::new();
    graph.keys().find_map(|start| walk(graph, &mut vec![start.clone()], &mut done))
}

#[test]
fn no_module_uses_itself_round_about() {
    for folder in ALL {
        let graph = graph(folder);
        assert!(graph.len() < 4 || graph.values().any(|uses| !uses.is_empty()), "{folder}: no arrow was found");
        assert_eq!(cycle(&graph), None, "{folder}");
    }
}

/// Arrows that are not allowed: no module of the first kind uses one of the second.
const FORBIDDEN: [(&str, &[&str], &[&str]); 9] = [
    // The server, from the bottom up: parts, store, state, then what answers.
    (
        "crates/droombord-server/src",
        &["store"],
        &["state", "services", "queries", "routes", "pages", "extract", "cli", "serve"],
    ),
    (
        "crates/droombord-server/src",
        &["state"],
        &["services", "queries", "routes", "pages", "extract", "cli", "serve", "security"],
    ),
    ("crates/droombord-server/src", &["services"], &["queries", "routes", "pages", "cli", "serve"]),
    ("crates/droombord-server/src", &["queries"], &["routes", "pages", "cli", "serve"]),
    ("crates/droombord-server/src", &["routes"], &["pages", "cli", "serve"]),
    // The app: what is shown stands above what is known, and no visitor's file knows the desk.
    ("src", &["i18n", "browser", "clock", "places", "json"], &["components", "pages", "desk", "app", "api", "offline"]),
    ("src", &["components"], &["pages", "desk", "app"]),
    ("src", &["pages", "offline", "guard", "api"], &["desk", "app"]),
    ("crates/droombord-domain/src", &["text", "when", "codes", "problem"], &["api", "draft", "answer", "promise"]),
];

#[test]
fn arrows_lead_down_only() {
    for (folder, from, never) in FORBIDDEN {
        let graph = graph(folder);
        for name in from.iter().chain(never) {
            assert!(graph.keys().any(|module| holds(name, module)), "{folder} has no module {name}");
        }
        for (module, uses) in graph.iter().filter(|(module, _)| from.iter().any(|from| holds(from, module))) {
            let up = uses.iter().find(|used| never.iter().any(|never| holds(never, used)));
            assert_eq!(up, None, "{folder}: {module}");
        }
    }
}

#[test]
fn arrows_are_read_from_every_kind_of_line() {
    let modules: BTreeSet<String> = ["a", "a::b", "a::b::c", "d"].map(str::to_owned).into();
    for (from, path, is_inside, expected) in [
        ("d", "crate::a::b::Thing", false, Some("a::b")),
        ("a::b", "super::b::c", false, Some("a::b::c")),
        ("a::b::c", "super::super::Thing", false, Some("a")),
        ("a::b", "super::Thing", true, Some("a::b")),
        ("a", "b::Thing", false, Some("a::b")),
        ("d", "serde::Serialize", false, None),
        ("", "d::Thing", false, Some("d")),
    ] {
        assert_eq!(target(&modules, from, path, is_inside).as_deref(), expected, "{from}: {path}");
    }
    let text = "pub use a::{b::{self, C}, d};\nfn f() { crate::e::g(); }\nmod x {\n    use super::Y;\n}\n";
    let mut all: Vec<_> = named(text).into_iter().map(|(path, _)| path).collect();
    all.sort();
    assert_eq!(all, ["a::b::C", "a::b::self", "a::d", "crate::e::g", "super::Y"]);
    let round: Graph = [("a", ["b"]), ("b", ["c"]), ("c", ["a"])]
        .map(|(module, uses)| (module.to_owned(), uses.map(str::to_owned).into()))
        .into();
    assert!(cycle(&round).is_some());
}

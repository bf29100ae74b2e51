//! What a download of the app's programs can do without: what no browser reads, what nothing calls, and long names.
//!
//! The names of functions are more than a fifth of a program. `wasm-opt` drops them too, but it comes by npm, and the app must also be
//! small where there is no Node.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module, NameMap, NameSection, RawSection};
use wasmparser::{Parser, Payload, TypeRef};

/// A crate below Leptos turns streams of Rust into streams of JavaScript. Nothing here does that, but its functions are exported, and so
/// they stay, with all that they need, in every program. The names of its exports hold this.
const NEVER_CALLED: &str = "intounderlying";
/// What the script exports that no page imports: the classes of those functions, and a second way to begin. Whatever makes the script small
/// leaves them out when nothing else holds them.
const NEVER_IMPORTED: [(&str, &str); 3] = [
    ("export class IntoUnderlying", "class IntoUnderlying"),
    ("if (Symbol.dispose) IntoUnderlying", "if (false) IntoUnderlying"),
    ("export { initSync, __wbg_init as default }", "export { __wbg_init as default }"),
];
/// How wasm-bindgen begins the names by which script and program call each other. Others belong to whoever wrote them.
const BETWEEN: [&str; 4] = ["__wbg_", "__wbindgen_", "__externref_", "wasm_bindgen__"];

/// Leaves out exports that nothing calls, so that `wasm-opt` can leave out what only they needed.
pub(crate) fn fewer(program: &Path) -> Result<()> {
    change(program, |module| {
        rewritten(module, |payload, new| {
            let Payload::ExportSection(exports) = payload else { return Ok(false) };
            let mut kept = ExportSection::new();
            for export in exports.clone() {
                let export = export?;
                if !export.name.contains(NEVER_CALLED) {
                    kept.export(export.name, ExportKind::from(export.kind), export.index);
                }
            }
            new.section(&kept);
            Ok(true)
        })
    })
}

/// Names functions so that those that are alike follow each other in the order of their names, in which `wasm-opt` then puts them.
/// Compression refers to what came shortly before with fewer bits: a readers' program becomes 3% smaller by it.
pub(crate) fn alike(program: &Path) -> Result<()> {
    change(program, |module| {
        let mut imported = 0;
        let mut bodies = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            if let Payload::CodeSectionEntry(body) = &payload {
                bodies.push(body.as_bytes());
            } else if let Payload::ImportSection(imports) = payload {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
        }
        let mut names = BTreeMap::new();
        for (place, function) in (imported..).zip(chain(&bodies)) {
            names.insert(imported + u32::try_from(function)?, format!("{place:06}"));
        }
        let mut map = NameMap::new();
        for function in 0..imported {
            map.append(function, &format!("{function:06}"));
        }
        for (function, name) in &names {
            map.append(*function, name);
        }
        let mut section = NameSection::new();
        section.functions(&map);
        let mut module = nameless(module)?;
        wasm_encoder::Section::append_to(&section, &mut module);
        Ok(module)
    })
}

/// The order in which each is followed by the one that shares most with it, of those that are left.
fn chain(bodies: &[&[u8]]) -> Vec<usize> {
    /// Length in bytes of a run that two functions share and that is worth something: about one instruction with its operand.
    const RUN: usize = 4;
    /// What stands in more functions than this says nothing about any of them.
    const COMMON: usize = 200;

    let runs = bodies.iter().map(|body| {
        let mut runs: Vec<&[u8]> = body.windows(RUN).collect();
        runs.sort_unstable();
        runs.dedup();
        runs
    });
    let runs: Vec<Vec<&[u8]>> = runs.collect();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (at, of) in runs.iter().enumerate() {
        for run in of {
            holders.entry(run).or_default().push(at);
        }
    }
    holders.retain(|_, at| (2..=COMMON).contains(&at.len()));

    // The largest first; it is also where a chain that breaks off goes on.
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    left.sort_by_key(|at| (bodies[*at].len(), std::cmp::Reverse(*at)));
    let mut taken = vec![false; bodies.len()];
    let mut shared = vec![0_usize; bodies.len()];
    let mut order = Vec::with_capacity(bodies.len());
    let mut next = None;
    loop {
        while left.last().is_some_and(|at| taken[*at]) {
            left.pop();
        }
        let Some(now) = next.or_else(|| left.last().copied()) else { return order };
        taken[now] = true;
        order.push(now);
        let mut met = Vec::new();
        for at in runs[now].iter().filter_map(|run| holders.get(run)).flatten().filter(|at| !taken[**at]) {
            if shared[*at] == 0 {
                met.push(*at);
            }
            shared[*at] += 1;
        }
        // What they share, of all that both have. As whole numbers: the same order on every machine.
        let likeness = |at: usize| shared[at] * 1_000_000 / (runs[now].len() + runs[at].len() - shared[at]);
        next = met.iter().copied().max_by_key(|at| (likeness(*at), std::cmp::Reverse(*at)));
        for at in met {
            shared[at] = 0;
        }
    }
}

/// Takes out what only tools read, and gives whatever script and program call each other by a short name in both.
pub(crate) fn short(program: &Path, script: &Path) -> Result<()> {
    let mut names = Names::default();
    change(program, |module| {
        let module = nameless(module)?;
        rewritten(&module, |payload, new| {
            if let Payload::ImportSection(imports) = payload {
                let mut renamed = ImportSection::new();
                for import in imports.clone().into_imports() {
                    let import = import?;
                    renamed.import(FROM, &names.of(import.name), EntityType::try_from(import.ty)?);
                }
                new.section(&renamed);
            } else if let Payload::ExportSection(exports) = payload {
                let mut renamed = ExportSection::new();
                for export in exports.clone() {
                    let export = export?;
                    renamed.export(&names.of(export.name), ExportKind::from(export.kind), export.index);
                }
                new.section(&renamed);
            } else {
                return Ok(false);
            }
            Ok(true)
        })
    })?;
    let mut text = fs::read_to_string(script).with_context(|| format!("cannot read {}", script.display()))?;
    for (held, free) in NEVER_IMPORTED {
        text = text.replace(held, free);
    }
    fs::write(script, names.in_script(&text)?).with_context(|| format!("cannot write {}", script.display()))
}

/// Where a program says that its imports come from.
const FROM: &str = ".";

/// Long names and their short ones.
#[derive(Default)]
struct Names(HashMap<String, String>);

impl Names {
    fn of(&mut self, name: &str) -> String {
        if !BETWEEN.iter().any(|begin| name.starts_with(begin)) {
            return name.to_owned();
        }
        let number = self.0.len();
        self.0.entry(name.to_owned()).or_insert_with(|| format!("${number}")).clone()
    }

    /// The script with the short names. Only whole names are replaced.
    fn in_script(&self, script: &str) -> Result<String> {
        ensure!(!script.contains("$0"), "the script has a name of its own that looks like a short one");
        let from = script.find("\"./").and_then(|begin| {
            let length = script.get(begin..)?.find("_bg.js\"")?;
            script.get(begin..begin + length + "_bg.js\"".len())
        });
        let from = from.context("the script does not say what it gives to the program")?;
        let script = script.replace(from, &format!("{FROM:?}"));
        let mut new = String::with_capacity(script.len());
        let mut rest = script.as_str();
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        while let Some(begin) = rest.find(is_part) {
            let (before, after) = rest.split_at(begin);
            let (word, after) = after.split_at(after.find(|c| !is_part(c)).unwrap_or(after.len()));
            new += before;
            new += self.0.get(word).map_or(word, String::as_str);
            rest = after;
        }
        Ok(new + rest)
    }
}

/// The module without its sections for debuggers and tools.
fn nameless(module: &[u8]) -> Result<Vec<u8>> {
    rewritten(module, |payload, _| Ok(matches!(payload, Payload::CustomSection(_))))
}

/// The module with each section as it was, but those of which `change` says that it has put another in their place, or none.
fn rewritten(module: &[u8], mut change: impl FnMut(&Payload<'_>, &mut Module) -> Result<bool>) -> Result<Vec<u8>> {
    let mut new = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        if !change(&payload, &mut new)?
            && let Some((id, range)) = payload.as_section()
        {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            let data = module.get(range).context("a section is cut off")?;
            new.section(&RawSection { id, data });
        }
    }
    Ok(new.finish())
}

fn change(program: &Path, change: impl FnOnce(&[u8]) -> Result<Vec<u8>>) -> Result<()> {
    let module = fs::read(program).with_context(|| format!("cannot read {}", program.display()))?;
    let module = change(&module).with_context(|| format!("{} does not fit", program.display()))?;
    fs::write(program, module).with_context(|| format!("cannot write {}", program.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_that_share_most_follow_each_other() {
        let bodies: [&[u8]; 4] = [b"abcdefgh12", b"zyxwvutsrqponm", b"abcdefgh34", b"zyxwvutsrq"];
        assert_eq!(chain(&bodies), [1, 3, 0, 2]);
    }

    #[test]
    fn only_whole_names_between_script_and_program_become_short() -> Result<()> {
        let mut names = Names::default();
        assert_eq!(names.of("__wbg_new_1f"), "$0");
        assert_eq!(names.of("__wbg_new_1f2"), "$1");
        assert_eq!(names.of("find"), "find");
        let script = "import0={__wbg_new_1f:1,__wbg_new_1f2:wasm.find};return{\"./guard_bg.js\":import0}";
        assert_eq!(names.in_script(script)?, "import0={$0:1,$1:wasm.find};return{\".\":import0}");
        assert!(names.in_script("return {}").is_err());
        Ok(())
    }

    #[test]
    fn what_is_for_tools_goes_and_everything_else_stays() -> Result<()> {
        let head = b"\0asm\x01\0\0\0";
        let types = b"\x01\x01\0";
        let names = b"\0\x07\x04name\x01\x02";
        assert_eq!(nameless(&[&head[..], types, names].concat())?, [&head[..], types].concat());
        assert!(nameless(b"\0asm\x01\0\0\0\x01\x09\0").is_err());
        assert!(nameless(b"something else").is_err());
        Ok(())
    }
}

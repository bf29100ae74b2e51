//! Golden files: what the server answers, with ids, times and cursors taken out. A change of the contract is a visible
//! change of a file. `DROOMBORD_GOLDEN=write` writes them again.

use serde_json::Value;
use std::{env, fs, path::PathBuf};
use uuid::Uuid;

/// Compares with `golden/<name>.json`.
pub fn matches(name: &str, mut body: Value) {
    redact(&mut body);
    let text = serde_json::to_string_pretty(&body).unwrap() + "\n";
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("it/golden").join(format!("{name}.json"));
    if env::var("DROOMBORD_GOLDEN").is_ok_and(|value| value == "write") {
        fs::write(path, text).unwrap();
        return;
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    let same = text.lines().zip(golden.lines()).take_while(|(now, then)| now == then).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("its end").trim().to_owned();
    assert!(
        text == golden,
        "{}, line {}: {:?} instead of {:?}. Look, and write it anew with DROOMBORD_GOLDEN=write",
        path.display(),
        same + 1,
        line(&text),
        line(&golden),
    );
}

fn redact(value: &mut Value) {
    match value {
        Value::String(text) => {
            if Uuid::try_parse(text).is_ok() {
                *text = "<id>".to_owned();
            } else if text.len() == 20 && text.ends_with('Z') && text.as_bytes()[10] == b'T' {
                *text = "<time>".to_owned();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(redact),
        Value::Object(fields) => {
            for (name, value) in fields {
                if name == "next_cursor" && value.is_string() {
                    *value = Value::from("<cursor>");
                }
                redact(value);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

//! The command `guard`: JSON lines in, JSON lines out.

use crate::crash::program;
use droombord_server::cli::guard::MAX_LINE;
use serde_json::{Value, json};
use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{Child, Command, Output, Stdio},
};

fn start() -> Child {
    Command::new(program())
        .arg("guard")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn run(input: Vec<u8>) -> Output {
    let mut child = start();
    let mut stdin = child.stdin.take().unwrap();
    // Beside the reading: the answers to a long input fill the pipe before its end is written.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    output
}

fn rows(output: &Output) -> Vec<Value> {
    String::from_utf8(output.stdout.clone()).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn it_answers_in_code_points_with_personal_data_and_danger() {
    let text = "👋🏽 ik heet Zoë en woon in Zwolle, bel 06-12345678";
    let danger = "Ik wil niet meer leven.";
    let input =
        format!("{}\n{}\n", json!({"id": "a", "text": text, "voice": "teen"}), json!({"id": "b", "text": danger}));
    let output = run(input.into_bytes());
    assert!(output.status.success(), "{output:?}");
    let rows = rows(&output);
    assert_eq!(
        rows[0],
        json!({"id": "a", "spans": [
            {"start": 11, "end": 14, "type": "person_name"},
            {"start": 26, "end": 32, "type": "city_place"},
            {"start": 38, "end": 49, "type": "phone"},
        ], "signal": false, "signals": []})
    );
    assert_eq!((&rows[1]["id"], &rows[1]["spans"], &rows[1]["signal"]), (&json!("b"), &json!([]), &json!(true)));
    let signal = &rows[1]["signals"][0];
    assert_eq!(signal["type"], "suicide");
    assert!(signal["start"].as_u64() < signal["end"].as_u64() && signal["cue"].is_string(), "{signal}");
    assert!(signal["confidence"].as_u64() > Some(60), "{signal}");
}

#[test]
fn every_id_comes_back_as_it_was_written() {
    let ids =
        ["1", "-0.10", "123456789012345678901234567890", "true", "null", "[1, {\"a\":\"é\"}]", "\"\\u00e9\"", "{}"];
    let input: String = ids.iter().map(|id| format!("{{\"text\":\"Dag.\",\"id\":{id}}}\n")).collect();
    let output = run(input.into_bytes());
    let text = String::from_utf8(output.stdout).unwrap();
    for (line, id) in text.lines().zip(ids) {
        assert!(line.starts_with(&format!("{{\"id\":{id},\"spans\"")), "{line}");
    }
    assert_eq!(text.lines().count(), ids.len());
}

#[test]
fn a_broken_line_is_named_by_number_and_never_by_its_words_and_the_rest_goes_on() {
    let mut input = Vec::new();
    input.extend_from_slice(b"\n  \r\n\xef\xbb\xbf{\"id\":1,\"text\":\"ik heet Sanne\"}\r\n");
    input.extend_from_slice(b"{\"id\":2,\"text\":\"geheim\"\n");
    input.extend_from_slice(b"{\"id\":3,\"text\":\"geheim \xff\"}\n");
    input.extend_from_slice(b"{\"id\":4,\"text\":[\"geheim\"]}\n\"geheim\"\n{\"id\":5}\n");
    input.extend_from_slice("{\"id\":6,\"text\":\"".as_bytes());
    input.resize(input.len() + MAX_LINE, b'a');
    input.extend_from_slice(b"\"}\n{\"id\":7,\"text\":\"\"}");
    let output = run(input);
    assert!(!output.status.success());
    let ids: Vec<Value> = rows(&output).into_iter().map(|row| row["id"].clone()).collect();
    assert_eq!(ids, [1, 7], "the last line needs no end");
    let said = String::from_utf8(output.stderr).unwrap();
    for (line, why) in [(4, "JSON"), (5, "UTF-8"), (6, "text"), (7, "text"), (8, "text"), (9, "long")] {
        let fault = said.lines().find(|it| it.starts_with(&format!("line {line}:")));
        assert!(fault.is_some_and(|it| it.contains(why)), "{line}: {said}");
    }
    assert!(said.contains("6 lines"), "{said}");
    assert!(!said.contains("geheim") && !said.contains("aaaa"), "{said}");
}

#[test]
fn a_line_is_answered_before_the_next_one_comes() {
    let mut child = start();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for n in 0..3 {
        writeln!(stdin, "{}", json!({"id": n, "text": "Ik droom van een huis."})).unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer, json!({"id": n, "spans": [], "signal": false, "signals": []}));
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

//! What holds for any text: ranges agree in all measures, findings are in order, nothing panics, time is linear.

use droombord_guard::{Finding, find, signals::signals};
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn check(text: &str) {
    let found: Vec<Finding> = find(text);
    let mut end = 0;
    for f in &found {
        assert!(f.span.bytes.start >= end && f.span.bytes.start < f.span.bytes.end, "order in {text:?}");
        end = f.span.bytes.end;
        assert!(f.replace.bytes.start <= f.span.bytes.start && f.replace.bytes.end >= f.span.bytes.end);
        for range in [&f.span, &f.replace] {
            let before = text.get(..range.bytes.start);
            let inside = text.get(range.bytes.clone());
            assert!(before.is_some() && inside.is_some(), "letter borders in {text:?}");
            let (before, inside) = (before.unwrap_or_default(), inside.unwrap_or_default());
            assert_eq!(range.chars, before.chars().count()..before.chars().count() + inside.chars().count());
            let units = |t: &str| t.encode_utf16().count();
            assert_eq!(range.utf16, units(before)..units(before) + units(inside));
        }
    }
}

/// Pieces that wake the scanners, to be mixed with anything.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "ik heet ",
        "Sanne",
        "sanne's ",
        "mevrouw ",
        "van der ",
        "De Vries",
        "J. ",
        "06-12345678",
        "nul zes twaalf ",
        "geboren op ",
        "12-03-2011",
        "5 mei",
        "zaaknummer ",
        "A-77.410",
        "@naam",
        "naam@x.nl",
        " at ",
        " punt nl",
        "NL91ABNA0417164300",
        "bsn 999990019",
        "9-ZZZ-99",
        "7411 XX",
        "Lindelaan 14b",
        "op 't Palet",
        "basisschool De ",
        "groep ",
        "www.",
        "https://",
        "🙂",
        "e\u{301}",
        "👨‍👩‍👧",
        "\u{202e}",
        "⑫",
        "𝟎𝟔",
        "٠٦",
        "Sаnne ",
        "a\u{200d}b",
        "ﬃ",
        "–",
        "·",
        "＠",
        "\u{2800}",
        "ı",
        "İ",
        "ß",
        "\n",
        ". ",
        ", ",
        "(",
        ")",
        "'",
        "’s",
        "-",
        "en ik ",
        "mijn broertje ",
        "insta: ",
        "C/10/123456 / JE RK 20-1",
        "in ",
        "Bergen op Zoom",
        "ĳ",
        "نور",
        "Олена ",
        "中",
    ];
    prop_oneof![3 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => ".{0,6}", 1 => "[a-zA-Z0-9 .,@'-]{0,12}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ranges_agree_on_any_text(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn ranges_agree_on_mixed_pieces(pieces in proptest::collection::vec(piece(), 0..30)) {
        check(&pieces.concat());
    }
}

/// Processor time of one search. Where the system does not tell it (outside of Linux), the time on the wall.
fn spent<T>(search: impl FnOnce() -> Vec<T>) -> Duration {
    let start = (processor_time(), Instant::now());
    drop(search());
    match (start.0, processor_time()) {
        (Some(before), Some(now)) => now.saturating_sub(before),
        _ => start.1.elapsed(),
    }
}

/// How long this thread has run, whatever else the machine did meanwhile: proc(5), `schedstat`.
fn processor_time() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(told.split_whitespace().next()?.parse().ok()?))
}

#[test]
fn time_is_linear_on_hostile_text() {
    let hostile = [
        "06 ",
        "nul zes ",
        "a@",
        "a.",
        "ik heet ",
        "A. ",
        "van der ",
        "De ",
        "Sanne en ",
        "NL91",
        "(",
        "zaaknummer ",
        "C/10/1 / JE ",
        "www.",
        "laan 1 ",
        "1234 A",
        "🙂",
        "e\u{301}",
        "a_",
        "mijn lieve ",
        "аb",
        "а",
        "⑫",
        "\u{200d}",
        "a\u{ad}",
        "ＡＢ＠",
        "٠٦ ",
    ];
    for piece in hostile {
        let (short, long) = (piece.repeat(6_000 / piece.len()), piece.repeat(60_000 / piece.len()));
        let (short, long) = (spent(|| find(&short)), spent(|| find(&long)));
        // Ten times is linear; three times that for a machine that does other things too. Squared time would be a hundred times.
        let bound = short.as_secs_f64() * 30.0 + 0.25;
        assert!(long.as_secs_f64() <= bound, "{piece:?}: {short:?} for 6 kB, {long:?} for 60 kB");
    }
}

#[test]
fn time_of_signals_is_linear() {
    for piece in ["ik wil niet meer ", "dood ", "k", "niet meer hij mij slaat bed nacht ", "é.", "'", "aaaa"] {
        drop(signals(piece));
        let (short, long) = (piece.repeat(250), piece.repeat(2_000));
        // Eight times is linear; the system counts processor time in steps of some milliseconds.
        let linear =
            (0..4).any(|_| spent(|| signals(&long)) < spent(|| signals(&short)) * 24 + Duration::from_millis(50));
        assert!(linear, "{piece}");
    }
}

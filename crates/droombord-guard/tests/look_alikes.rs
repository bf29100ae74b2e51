//! Signs that look like others, against every kind: the eye reads the datum, so the guard finds it, in its very place.

use droombord_guard::{Finding, Kind, find, signals::signals, together::together};
use proptest::prelude::*;

/// A kind, and its datum between what stands before and behind it.
const SAMPLES: [(Kind, &str, &str, &str); 18] = [
    (Kind::Phone, "Bel mij op ", "06-12345678", " vandaag."),
    (Kind::Phone, "Bel mij op ", "06 12 34 56 78", ", graag."),
    (Kind::Phone, "Bel mij op ", "+31 (6) 1234.5678", "."),
    (Kind::Email, "Mail naar ", "jan-piet.b@voorbeeld.nl", " vandaag."),
    (Kind::Url, "Kijk op ", "www.mijn-plek2.nl", " vandaag."),
    (Kind::Url, "Kijk op ", "https://www.mijnplek.nl/over-mij_2", " vandaag."),
    (Kind::Iban, "Mijn rekening is ", "NL91 ABNA 0417 1643 00", "."),
    (Kind::Bsn, "Mijn bsn is ", "111222333", "."),
    (Kind::Postcode, "Ik woon op ", "7411 XX", " nu."),
    (Kind::LicencePlate, "De auto met kenteken ", "9-ZZZ-99", " reed weg."),
    (Kind::Birthdate, "Ik ben geboren op ", "12-03-2011", "."),
    (Kind::Handle, "Op insta ben ik ", "@zylvana_x9", " vandaag."),
    (Kind::PersonName, "Mijn mentor ", "Jan-Willem", " helpt mij."),
    (Kind::Address, "Ik woon op de ", "Lindelaan 14", " nu."),
    (Kind::School, "Ik zit op het ", "Vlierpad College", " nu."),
    (Kind::CaseNumber, "Het gaat om zaaknummer ", "A-77.410", " dus."),
    (Kind::Institution, "Ik woon bij ", "leefgroep De Vuurtoren", " nu."),
    (Kind::CityPlace, "Ik woon in ", "Zwolle", " nu."),
];

/// A class of signs: what it makes of one character; nothing leaves it as it is.
type Class = (String, Box<dyn Fn(char) -> Option<String>>);

fn class(name: impl Into<String>, of: impl Fn(char) -> Option<String> + 'static) -> Class {
    (name.into(), Box::new(of))
}

fn at(first: u32, by: u32) -> Option<String> {
    char::from_u32(first + by).map(String::from)
}

/// Other signs for one character.
fn instead(plain: char, signs: &'static str) -> impl Iterator<Item = Class> {
    signs
        .chars()
        .map(move |sign| class(format!("{plain} {:x}", sign as u32), move |c| (c == plain).then(|| sign.into())))
}

fn classes() -> Vec<Class> {
    let mut all = Vec::new();
    all.extend(instead('-', "‐‑‒–—―−﹘﹣－⁃➖˗⁻₋─"));
    all.extend(instead('.', "․。．｡﹒·‧∙⋅•・"));
    all.extend(instead('@', "＠﹫"));
    all.extend(instead(':', "：∶꞉﹕ː"));
    all.extend(instead('/', "／⁄∕╱⧸"));
    all.extend(instead('_', "＿ˍ﹍"));
    all.extend(instead('+', "＋﹢➕⁺₊"));
    all.extend(instead('(', "（⁽₍﹙").chain(instead(')', "）⁾₎﹚")));
    all.extend(instead(' ', "\u{a0}\u{2002}\u{2007}\u{2009}\u{202f}\u{205f}\u{3000}\u{2800}\u{3164}"));
    // Figures of other scripts, and those of mathematics.
    for nought in [
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
        0x1040, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1b50, 0x1c40, 0xa620, 0xa8d0, 0xaa50, 0xabf0, 0xff10,
        0x1_04a0, 0x1_1066, 0x1_16c0, 0x1_d7ce, 0x1_d7d8, 0x1_d7e2, 0x1_d7ec, 0x1_d7f6, 0x1_e140, 0x1_e950, 0x1_fbf0,
        0x2080,
    ] {
        all.push(class(format!("figures {nought:x}"), move |c| at(nought, c.to_digit(10)?)));
    }
    for (one, nought) in
        [(0x2460, '⓪'), (0x2474, '0'), (0x2488, '🄀'), (0x24f5, '⓿'), (0x2776, '0'), (0x2780, '🄋'), (0x278a, '🄌')]
    {
        all.push(class(format!("circles {one:x}"), move |c| match c.to_digit(10)? {
            0 => Some(nought.into()),
            value => at(one, value - 1),
        }));
    }
    all.push(class("Chinese", |c| Some(String::from("〇一二三四五六七八九".chars().nth(c.to_digit(10)? as usize)?))));
    all.push(class("superscripts", |c| Some(String::from("⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c.to_digit(10)? as usize)?))));
    all.push(class("keycaps", |c| c.is_ascii_digit().then(|| format!("{c}\u{fe0f}\u{20e3}"))));
    all.push(class("keycaps without emoji", |c| c.is_ascii_digit().then(|| format!("{c}\u{20e3}"))));
    // Letters.
    all.push(class("full width", |c| c.is_ascii_graphic().then(|| at(0xfee0, c as u32))?));
    for bold in (0x1_d400..0x1_d6a4).step_by(52) {
        all.push(class(format!("mathematical {bold:x}"), move |c| match c {
            'A'..='Z' => at(bold, c as u32 - 0x41),
            // The place of the Planck constant is empty.
            'a'..='z' if bold != 0x1_d434 || c != 'h' => at(bold, c as u32 - 0x61 + 26),
            _ => None,
        }));
    }
    for (name, upper, lower) in [
        ("circled", 0x24b6, 0x24d0),
        ("in brackets", 0x1_f110, 0x249c),
        ("squared", 0x1_f130, 0),
        ("dark circles", 0x1_f150, 0),
        ("dark squares", 0x1_f170, 0),
    ] {
        all.push(class(name, move |c| match c {
            'A'..='Z' => at(upper, c as u32 - 0x41),
            'a'..='z' if lower > 0 => at(lower, c as u32 - 0x61),
            _ => None,
        }));
    }
    all.push(class("raised", |c| {
        let raised = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ.ʳˢᵗᵘᵛʷˣʸᶻ";
        c.is_ascii_lowercase().then(|| raised.chars().nth(c as usize - 0x61))?.filter(|it| *it != '.').map(String::from)
    }));
    for (name, pairs) in [("Cyrillic", "aаeеoоpрcсyуxхBВEЕKКMМHНOОPРCСTТXХ"), ("Greek", "oοaαiιnηAΑBΒEΕZΖIΙKΚMΜNΝOΟTΤ")]
    {
        all.push(class(name, move |c| {
            let signs: Vec<char> = pairs.chars().collect();
            signs.chunks_exact(2).find(|two| two[0] == c).map(|two| two[1].into())
        }));
    }
    // What shows nothing, behind every character.
    for hidden in "\u{ad}\u{34f}\u{61c}\u{180e}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202c}\u{2060}\u{2066}\u{feff}\u{fe0f}\u{332}\u{336}\u{489}\u{20dd}\u{e0061}\u{e0100}"
        .chars()
    {
        all.push(class(format!("hidden {:x}", hidden as u32), move |c| Some(format!("{c}{hidden}"))));
    }
    all
}

fn disguised(text: &str, of: &dyn Fn(char) -> Option<String>) -> String {
    text.chars().map(|c| of(c).unwrap_or_else(|| c.into())).collect()
}

/// Whether a class leaves a Latin letter in every word: a word without any is a word of another script.
fn stays_latin(name: &str, word: &str) -> bool {
    !matches!(name, "Cyrillic" | "Greek")
        || word.split(|c: char| !c.is_alphabetic()).all(|part| part.is_empty() || part.chars().any(|c| c.is_ascii()))
}

#[test]
fn every_kind_is_found_in_its_place_under_every_disguise() {
    let mut tried = 0;
    let mut wrong = Vec::new();
    for (kind, before, datum, behind) in SAMPLES {
        let plain = find(&format!("{before}{datum}{behind}"));
        assert!(
            plain.iter().any(|it| it.kind == kind && it.span.bytes == (before.len()..before.len() + datum.len())),
            "{datum}"
        );
        for (name, of) in classes() {
            let hidden = disguised(datum, &of);
            // A dash as long as that parts words.
            let parts = matches!(name.as_str(), "- 2014" | "- 2015")
                && matches!(kind, Kind::PersonName | Kind::Email | Kind::Url);
            if hidden == datum || parts || !stays_latin(&name, &hidden) {
                continue;
            }
            tried += 1;
            let text = format!("{before}{hidden}{behind}");
            let found = find(&text);
            let there = before.len()..before.len() + hidden.len();
            let is_there = |it: &Finding| it.kind == kind && it.span.bytes == there;
            if found.len() != plain.len() || !found.iter().any(is_there) {
                let got: Vec<_> = found.iter().map(|it| (it.kind, text.get(it.span.bytes.clone()))).collect();
                wrong.push(format!("{name}: {text} {got:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(tried > 800, "{tried}");
}

#[test]
fn danger_and_facts_are_heard_under_every_disguise() {
    let danger = "Ik wil niet meer leven.";
    let facts = "Wij zijn een tweeling en wonen in Ommen.";
    for (name, of) in classes() {
        for (text, kinds) in [(danger, signals(danger).len()), (facts, together(facts, &[]).len())] {
            let hidden = disguised(text, &of);
            let found = if text == danger { signals(&hidden).len() } else { together(&hidden, &[]).len() };
            if stays_latin(&name, &hidden) && !matches!(name.as_str(), "dark circles" | "squared") {
                assert_eq!((found, kinds), (1, 1), "{name}: {hidden}");
            }
        }
    }
    let hidden = disguised(danger, &|c| Some(format!("{c}\u{200d}")));
    let range = signals(&hidden).first().map(|it| it.range.bytes.clone()).unwrap_or_default();
    assert_eq!(hidden.get(range).map(|it| it.replace('\u{200d}', "")).as_deref(), Some("wil niet meer leven"));
}

#[test]
fn numbers_above_nine_in_one_sign_are_read_and_never_cut() {
    for (text, datum) in [
        ("Ik ben geboren op ⑫-⑩-2011.", "⑫-⑩-2011"),
        ("Bel 06⑫㉞㊱⓴ even.", "06⑫㉞㊱⓴"),
        ("Bel 06🔟🔟🔟🔟 even.", "06🔟🔟🔟🔟"),
        ("Ik woon op de Lindelaan ⑭.", "Lindelaan ⑭"),
        ("mail naam@voorbeeld.nl ﬁjn", "naam@voorbeeld.nl"),
        ("Mijn broertje Staﬀan huilt", "Staﬀan"),
    ] {
        let found: Vec<_> = find(text).into_iter().map(|it| text.get(it.span.bytes)).collect();
        assert_eq!(found, [Some(datum)], "{text}");
    }
}

#[test]
fn ordinary_signs_are_no_data() {
    for text in [
        "① Ik wil rust. ② Ik wil een hond. ③ Ik wil naar huis.",
        "⑴ rust ⑵ een hond ⒊ naar huis",
        "Een tuin van 20 m² en een kamer van 12 m³.",
        "👩‍👩‍👧 hoi ❤️ 1️⃣ keer per week 2️⃣ keer bellen",
        "Ik wil rust — echt rust – en tijd · veel tijd.",
        "• een hond\n• een tuin\n• meer tijd",
        "Van 13–15 jaar, of 10—12 keer.",
        "De helft (½) van de tijd, 37,5° en 5′.",
        "Люди хотят домой. Θέλω σπίτι. أريد بيتا في ٢٠٢٤",
    ] {
        let found: Vec<_> = find(text).into_iter().map(|it| (it.kind, text.get(it.span.bytes))).collect();
        assert_eq!(found, [], "{text}");
    }
}

const HIDDEN: [char; 8] = ['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{fe0f}', '\u{336}'];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_cannot_be_seen_hides_nothing_and_is_never_left_in_half(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "ik heet ", "Sanne ", "mevrouw de Vries ", "06-12345678 ", "geboren op 12-03-2011 ", "naam@voorbeeld.nl, ", "www.x-y.nl ",
            "NL91ABNA0417164300. ", "bsn 111222333 ", "9-ZZZ-99\n", "Lindelaan 14b ", "@naam_x ", "één ", "😀 ", "in Zwolle ", "مرحبا ",
        ]), 0..12),
        hidden in prop::collection::vec((0usize..400, prop::sample::select(HIDDEN.to_vec())), 0..40),
    ) {
        let plain = pieces.concat();
        let mut signs: Vec<char> = plain.chars().collect();
        for (at, sign) in hidden {
            signs.insert(at.min(signs.len()), sign);
        }
        let text = String::from_iter(signs);
        let (found, there) = (find(&text), find(&plain));
        prop_assert_eq!(found.len(), there.len());
        for (one, other) in found.iter().zip(&there) {
            let bare = text.get(one.span.bytes.clone()).map(|it| it.replace(HIDDEN, ""));
            prop_assert_eq!((one.kind, bare.as_deref()), (other.kind, plain.get(other.span.bytes.clone())));
            let after = text.get(one.span.bytes.end..).and_then(|rest| rest.chars().next());
            prop_assert!(after.is_none_or(|c| !HIDDEN.contains(&c)), "half of it stays: {:?}", text);
        }
    }
}

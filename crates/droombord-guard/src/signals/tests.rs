//! Tests of the danger signals: tables, and any text. Time: `tests/properties.rs`.

use super::*;
use proptest::prelude::*;

fn kinds(text: &str) -> Vec<&'static str> {
    let mut codes: Vec<_> = signals(text).iter().map(|signal| signal.kind.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[test]
fn danger_is_heard_in_straight_and_in_oblique_words() {
    let table = [
        ("ik wil niet meer wakker worden", "suicide"),
        ("iedereen is beter af zonder mij", "suicide"),
        ("ik wil er niet meer zijn", "suicide"),
        ("kzie het nie meer zitten", "suicide"),
        ("straks ben ik er niet meer", "suicide"),
        ("kms", "suicide"),
        ("ik denk aan zelfmoordt", "suicide"),
        ("ik wil d00d", "suicide"),
        ("ik snij mezelf weer", "self_harm"),
        ("ik kan niet stoppen met krassen", "self_harm"),
        ("mijn stiefvader slaat", "violence"),
        ("ze sluiten me op", "violence"),
        ("ik durf niet naar huis", "violence"),
        ("hij komt s nachts op mijn kamer", "sexual_abuse"),
        ("ik moet dingen doen die ik niet wil", "sexual_abuse"),
        ("niemand mag het weten van hem", "sexual_abuse"),
        ("ik slaap vannacht buiten", "running_away"),
        ("ik ga vanavond weg en kom niet meer terug", "running_away"),
    ];
    for (text, kind) in table {
        assert!(kinds(text).contains(&kind), "{text}: {:?}", kinds(text));
    }
}

#[test]
fn what_only_looks_like_danger_is_left_alone() {
    for text in [
        "ik lach me dood",
        "wat een moordend tempo",
        "ik kan haar wel vermoorden zo grappig",
        "ik ben doodmoe",
        "dat slaat nergens op",
        "de klok slaat twaalf",
        "het snijden in het budget",
        "we gaan brood snijden",
        "weglopen met andermans ideeën",
        "hij heeft zelfmoord gepleegd in een film",
        "kinderen mogen niet geslagen worden",
        "stop met opsluiten",
        "mijn pleegvader slaat nooit",
        "ik wil niet dood",
        "",
    ] {
        assert_eq!(kinds(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn the_weights_hear_what_no_rule_says_and_leave_innocent_words_alone() {
    // None of these sentences is in the corpus that the weights are learned from.
    let heard = [
        "als ik morgen niet meer wakker word is dat voor iedereen makkelijker",
        "mijn stiefvader duwde mij gisteren van de trap",
        "de buurman wil steeds dat ik bij hem op schoot kom zitten",
        "ik heb vannacht in een portiek geslapen want ik ben weg bij de groep",
    ];
    for text in heard {
        assert!(!signals(text).is_empty(), "{text}");
    }
    for text in [
        "Mijn droom is een kamer met een raam aan de straat.",
        "Wij eten op vrijdag altijd samen met de hele groep.",
        "ik wil dat de juf mijn tekening ophangt in de gang",
    ] {
        assert_eq!(kinds(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn a_wish_that_something_personal_stops_is_a_signal_and_the_past_is_less_sure() {
    assert_eq!(kinds("ik droom dat papa niet meer slaat"), ["violence"]);
    let past = signals("vroeger werd ik geslagen");
    assert!(past.iter().all(|signal| signal.confidence <= 60) && !past.is_empty());
}

#[test]
fn each_kind_has_a_code_and_a_help_line() {
    for &kind in SignalKind::ALL {
        assert_eq!(SignalKind::from_code(kind.code()), Some(kind));
        assert_eq!(kind.help_lines().first(), Some(&kind.help_line()));
        assert_eq!(kind.help_lines().last(), Some(&HelpLine::Emergency112));
    }
    assert_eq!(SignalKind::Suicide.help_line().code(), "line113");
}

#[test]
fn ranges_are_right_in_bytes_letters_and_units() {
    let text = "😀 hé: ik snij mezelf weer";
    let found = signals(text);
    let range = found.first().map(|signal| signal.range.clone());
    let words = range.as_ref().and_then(|range| text.get(range.bytes.clone())).unwrap_or_default();
    assert!(words.contains("snij mezelf"), "{words}");
    let range = range.unwrap_or(TextRange { bytes: 0..0, chars: 0..0, utf16: 0..0 });
    assert_eq!(text.chars().take(range.chars.start).map(char::len_utf8).sum::<usize>(), range.bytes.start);
    assert_eq!(text.chars().take(range.chars.start).map(char::len_utf16).sum::<usize>(), range.utf16.start);
}

#[test]
fn danger_in_one_sentence_is_heard_whatever_stands_round_it() {
    for danger in [
        "Soms wil ik er niet meer zijn.",
        "Ik snij mezelf weer.",
        "Ik durf niet naar huis want dan krijg ik weer klappen.",
    ] {
        let text = format!(
            "Ik ben dol op koken. Op zaterdag ga ik naar voetbal. Mijn mentor appt me. {danger} Verder gaat het goed op school. \
             In de zomer gaan we op kamp."
        );
        let found = signals(&text);
        assert!(
            found.iter().any(|signal| text.get(signal.range.bytes.clone()).is_some_and(|it| danger.contains(it))),
            "{danger}"
        );
    }
}

proptest! {
    #[test]
    fn any_text_gives_ranges_on_the_borders_of_letters(
        text in "(\\PC|ik |wil |niet |meer |dood |slaat |mij |[.,!\\n]|'|\u{301}|😀|İ|ĳ){0,80}"
    ) {
        for signal in signals(&text) {
            prop_assert!(text.get(signal.range.bytes.clone()).is_some());
            prop_assert!(signal.range.bytes.start < signal.range.bytes.end);
            prop_assert!(signal.confidence <= 100);
        }
    }
}

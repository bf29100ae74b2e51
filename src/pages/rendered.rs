//! The pages that explain, as the server sends them.

use crate::{FirstHtml, first_html, i18n::messages, places::Place};
use droombord_domain::{
    api::{FirstData, Shown},
    post::Lang,
    settings::{Facts, HelpLine, PublicSettings, Reading},
};

const EXPLAINING: [Place; 5] = [Place::Help, Place::About, Place::Rules, Place::Privacy, Place::Accessibility];
const OTHERS: [Place; 3] = [Place::Board, Place::Share, Place::Mine];
const LANGUAGES: [Lang; 2] = [Lang::Nl, Lang::En];

const KINDERTELEFOON: &str = "Elke dag van 7 tot 8 uur (verzonnen).";
const JEUGDSTEM: &str = "Op maandag van 9 tot 10 uur (verzonnen).";

fn nothing_set() -> PublicSettings {
    PublicSettings {
        exit_url: "https://www.example.org/".into(),
        reading_days: 2,
        reading: Reading::OnTime,
        kindertelefoon_hours: None,
        jeugdstem_hours: None,
        controller: None,
        contact: None,
        facts: Facts::default(),
    }
}

fn all_set() -> PublicSettings {
    PublicSettings {
        kindertelefoon_hours: Some(KINDERTELEFOON.into()),
        jeugdstem_hours: Some(JEUGDSTEM.into()),
        controller: Some("Stichting <Voorbeeld>".into()),
        contact: Some("post@droombord.example".into()),
        ..nothing_set()
    }
}

fn page(place: Place, lang: Lang, settings: PublicSettings) -> FirstHtml {
    first_html(&place.href(lang), FirstData { settings, shown: Shown::Nothing })
}

/// The words of a page, without its elements.
fn words(html: &str) -> String {
    html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect::<Vec<_>>().join(" ")
}

/// What reads like opening hours: a number before "uur", a day of the week, "every day".
fn hours_in(text: &str) -> Option<String> {
    let low = text.to_lowercase();
    let said = [
        "elke dag",
        "iedere dag",
        "every day",
        "24/7",
        "24 uur",
        "geopend",
        "open van",
        "bereikbaar",
        "werkdagen",
        "doordeweeks",
        "kantooruren",
        "weekend",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "opening hours",
        "open from",
        "weekdays",
        "o’clock",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    if let Some(found) = said.iter().find(|said| low.contains(**said)) {
        return Some((*found).to_owned());
    }
    let pieces: Vec<&str> = low.split_whitespace().collect();
    pieces
        .windows(2)
        .find(|pair| {
            pair[0].ends_with(|sign: char| sign.is_ascii_digit())
                && ["uur", "hours", "am", "pm"].contains(&pair[1].trim_matches(|sign: char| !sign.is_alphabetic()))
        })
        .map(|pair| pair.join(" "))
}

#[test]
fn no_page_states_hours_that_are_not_set() {
    for lang in LANGUAGES {
        for place in EXPLAINING.into_iter().chain(OTHERS) {
            let html = page(place, lang, nothing_set());
            assert_eq!(html.status, 200, "{place:?}");
            assert_eq!(hours_in(&words(&html.body)), None, "{place:?} in {}", lang.code());
        }
    }
}

#[test]
fn day_and_night_is_said_of_two_lines_only() {
    for (lang, said) in [(Lang::Nl, "Dag en nacht"), (Lang::En, "Day and night")] {
        for place in EXPLAINING.into_iter().chain(OTHERS) {
            let expected = if place == Place::Help { 2 } else { 0 };
            assert_eq!(page(place, lang, all_set()).body.matches(said).count(), expected, "{place:?}");
        }
        let about = messages(lang).help().about;
        let always: Vec<_> = HelpLine::ALL.iter().filter(|line| about(**line).contains(said)).collect();
        assert_eq!(always, [&HelpLine::Line113, &HelpLine::VeiligThuis]);
    }
}

#[test]
fn hours_that_are_set_stand_on_the_help_page_once_and_nowhere_else() {
    for lang in LANGUAGES {
        for place in EXPLAINING.into_iter().chain(OTHERS) {
            let body = page(place, lang, all_set()).body;
            let expected = usize::from(place == Place::Help);
            for hours in [KINDERTELEFOON, JEUGDSTEM] {
                assert_eq!(body.matches(hours).count(), expected, "{hours} on {place:?} in {}", lang.code());
            }
        }
    }
}

#[test]
fn every_help_line_can_be_called_with_one_tap() {
    for lang in LANGUAGES {
        let body = page(Place::Help, lang, nothing_set()).body;
        for number in ["112", "08000432", "08000113", "08002000", "0885551000"] {
            assert_eq!(body.matches(&format!("href=\"tel:{number}\"")).count(), 1, "{number}");
        }
    }
}

#[test]
fn a_page_says_honestly_when_its_owner_is_not_named() {
    for lang in LANGUAGES {
        let say = &messages(lang).info().operator;
        for (place, named) in [(Place::Privacy, true), (Place::Accessibility, false)] {
            let unset = page(place, lang, nothing_set()).body;
            assert_eq!(unset.contains(say.no_controller), named, "{place:?}");
            assert!(unset.contains(say.no_contact), "{place:?}");
            let set = page(place, lang, all_set()).body;
            assert!(!set.contains(say.no_controller) && !set.contains(say.no_contact), "{place:?}");
            assert_eq!(set.contains("Stichting &lt;Voorbeeld&gt;"), named, "{place:?}");
            assert!(set.contains("href=\"mailto:post@droombord.example\""), "{place:?}");
        }
    }
}

#[test]
fn headings_come_in_order_and_ids_once() {
    for lang in LANGUAGES {
        for place in EXPLAINING {
            let html = page(place, lang, all_set());
            let levels: Vec<u32> =
                html.body.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
            // The last one is the kind page that shows only when the app breaks.
            let shown = &levels[..levels.len().saturating_sub(1)];
            assert_eq!(shown.iter().filter(|level| **level == 1).count(), 1, "{place:?}: {shown:?}");
            assert_eq!(shown.first(), Some(&1), "{place:?}");
            assert!(shown.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{place:?}: {shown:?}");
            let mut ids: Vec<&str> =
                html.body.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{place:?}");
        }
    }
}

#[test]
fn links_within_a_page_lead_somewhere() {
    for place in EXPLAINING {
        let body = page(place, Lang::Nl, nothing_set()).body;
        for goal in body.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            // The drawings stand in the frame of every page, not in its words.
            assert!(goal.starts_with("i-") || body.contains(&format!("id=\"{goal}\"")), "{place:?}: {goal}");
        }
    }
}

#[test]
fn titles_are_short_distinct_and_tell_nothing() {
    for lang in LANGUAGES {
        let mut titles: Vec<String> =
            EXPLAINING.into_iter().map(|place| page(place, lang, nothing_set()).title).collect();
        for title in &titles {
            assert!(title.ends_with(" – Droombord") && title.chars().count() <= 40, "{title}");
        }
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), EXPLAINING.len());
    }
}

#[test]
fn an_outside_link_tells_nothing_of_where_it_came_from() {
    for place in EXPLAINING {
        let body = page(place, Lang::Nl, all_set()).body;
        for link in body.split("<a ").skip(1).filter_map(|rest| rest.split('>').next()) {
            if link.contains("href=\"https://") {
                assert!(link.contains("noreferrer"), "{place:?}: {link}");
            }
        }
    }
}

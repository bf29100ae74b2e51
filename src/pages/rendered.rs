//! The pages that explain, as the server sends them.

mod organisation;

use crate::{RenderedPage, i18n::messages, places::Place, render_page};
use droombord_domain::{
    answer::{AnswerBody, Verdict},
    api::{Facets, FirstData, KeywordFacet, Page, PublicPost, PublicPromise, PublicTrail, Shown, StatusFacet},
    asking::{PublicAnswer, PublicAsking},
    keyword::Keyword,
    organisation::OrganisationRef,
    post::{AgeBand, Direction, Kind, Lang, PostBody, Role},
    promise::PromiseState,
    settings::{Facts, HelpLine, PublicSettings, Reading},
    status::{PostStatus, StatusCode, StatusFilter},
    support::SupportSteps,
    trail::{EventAbout, PublicTrailEvent, TrailKind},
    when::{Day, HalfMonth},
};
use uuid::Uuid;

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

fn page(place: Place, lang: Lang, settings: PublicSettings) -> RenderedPage {
    render_page(&place.href(lang), FirstData { settings, shown: Shown::Nothing, facets: Facets::default() })
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
fn the_third_press_is_told_in_the_language_of_the_page() {
    for lang in LANGUAGES {
        let said = messages(lang).info().once_more;
        // It stands in an attribute.
        assert!(!said.is_empty() && !said.contains(['"', '&', '<']), "{said}");
        for place in EXPLAINING.into_iter().chain(OTHERS) {
            assert_eq!(page(place, lang, nothing_set()).once_more, said, "{place:?}");
        }
        assert!(page(Place::Help, lang, nothing_set()).body.contains("Shift"));
    }
    assert_ne!(messages(Lang::Nl).info().once_more, messages(Lang::En).info().once_more);
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

/// What a listener gets: the words without what is for the eye alone.
fn heard(html: &str) -> String {
    let mut heard = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        heard.push_str(before);
        let Some((tag, after)) = after.split_once('>') else { break };
        // Elements for the eye hold no others here.
        rest = if tag.contains("aria-hidden=\"true\"") && !tag.ends_with('/') {
            after.split_once("</").and_then(|(_, after)| after.split_once('>')).map_or("", |it| it.1)
        } else {
            after
        };
        heard.push(' ');
    }
    heard.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn told(verdict: Option<Verdict>) -> PublicTrail {
    let when = HalfMonth { year: 2026, month: 5, half: 1 };
    let ours = OrganisationRef { id: Uuid::from_u128(9), name: "Jeugdhulp Vlierpad".into() };
    let answer = |verdict: Option<Verdict>| PublicAnswer {
        body: AnswerBody {
            understood_text: "Thee.".into(),
            does_text: "Meer thee.".into(),
            // An answer that was given before there were names has none.
            by_name: verdict.map(|_| "Samira".into()),
            by_function: "begeleider".into(),
        },
        answered: when,
        understood: None,
        verdict,
        words: None,
    };
    let asking =
        |id, answer| PublicAsking { id: Uuid::from_u128(id), organisation: ours.clone(), asked: when, days: 3, answer };
    let event = |kind, asking: Option<u128>| PublicTrailEvent {
        kind,
        when,
        about: asking.map(|id| EventAbout {
            asking: Some(Uuid::from_u128(id)),
            organisation: Some(ours.clone()),
            ..EventAbout::default()
        }),
    };
    PublicTrail {
        events: vec![
            event(TrailKind::Published, None),
            event(TrailKind::Asked, Some(1)),
            event(TrailKind::Answered, Some(1)),
            event(TrailKind::Asked, Some(2)),
            event(TrailKind::Answered, Some(2)),
            event(TrailKind::Asked, Some(3)),
        ],
        askings: vec![
            asking(1, Some(answer(Some(Verdict::NotYet)))),
            asking(2, Some(answer(verdict))),
            asking(3, None),
        ],
        promises: Day::parse("2026-05-01")
            .into_iter()
            .map(|due| PublicPromise {
                id: Uuid::from_u128(7),
                organisation: ours.clone(),
                direction: Direction::Stop,
                what: Some("Niemand fluistert meer op de gang.".into()),
                owner: Some("teamleider wonen".into()),
                due,
                state: PromiseState::Open,
                made: when,
                said: None,
                posts: Vec::new(),
            })
            .collect(),
    }
}

fn post() -> PublicPost {
    let body = PostBody {
        kind: Kind::Story,
        direction: None,
        text: "Er was thee.".into(),
        lang: Lang::Nl,
        role: Some(Role::YoungPerson),
        on_behalf: false,
        age_band: Some(AgeBand::From13To15),
        region: None,
    };
    PublicPost {
        id: Uuid::from_u128(5),
        body,
        keywords: Vec::new(),
        published: HalfMonth { year: 2026, month: 5, half: 1 },
        shortened: false,
        sample: false,
        supports: SupportSteps::default(),
        status: PostStatus::PLACED,
    }
}

fn post_page(lang: Lang, told: PublicTrail) -> RenderedPage {
    let id = Uuid::from_u128(5);
    let shown = Shown::Post(Box::new(post()), told, Page { items: Vec::new(), next_cursor: None });
    render_page(&crate::places::post(lang, id), FirstData { settings: nothing_set(), shown, facets: Facets::default() })
}

#[test]
fn a_trail_says_first_how_far_a_step_is() {
    for (lang, now, not_yet) in [(Lang::Nl, "Nu:", "Nog niet:"), (Lang::En, "Now:", "Not yet:")] {
        let html = post_page(lang, told(None)).body;
        for step in html.split("<li class=\"trail__step\"").skip(1) {
            let (state, what) = step.split_once('>').unwrap_or_default();
            let what = words(what);
            let says = what.trim_start();
            match state {
                _ if state.contains("now") => assert!(says.starts_with(now), "{says}"),
                _ if state.contains("later") => assert!(says.starts_with(not_yet), "{says}"),
                _ => assert!(!says.starts_with(now) && !says.starts_with(not_yet), "{says}"),
            }
        }
        assert_eq!(html.matches("data-state=\"later\"").count(), 1, "the writer has not said it");
        let html = post_page(lang, told(Some(Verdict::Heard))).body;
        assert_eq!(html.matches("data-state=\"later\"").count(), 0);
    }
}

#[test]
fn an_answer_is_signed_by_a_person_and_nothing_is_invented() {
    for lang in [Lang::Nl, Lang::En] {
        let html = heard(&post_page(lang, told(None)).body);
        let signed: Vec<_> = html.match_indices(" begeleider · ").map(|(at, _)| &html[..at]).collect();
        assert_eq!(signed.len(), 2, "{html}");
        assert_eq!(signed.iter().filter(|before| before.ends_with("Samira ,")).count(), 1, "{html}");
        assert_eq!(signed.iter().filter(|before| before.ends_with(',')).count(), 1, "{html}");
    }
}

#[test]
fn answers_of_one_organisation_have_headings_of_their_own() {
    let html = heard(&post_page(Lang::Nl, told(None)).body);
    for heading in [
        "Eerste antwoord van Jeugdhulp Vlierpad",
        "Tweede antwoord van Jeugdhulp Vlierpad",
        "Derde antwoord gevraagd aan Jeugdhulp Vlierpad",
    ] {
        assert!(html.contains(heading), "{heading}: {html}");
    }
    assert!(!html.contains(" Antwoord van Jeugdhulp"), "{html}");
}

#[test]
fn a_promise_is_heard_in_words() {
    let page = post_page(Lang::Nl, told(None));
    let html = heard(&page.body);
    assert!(page.body.contains(">Uiterlijk 1 mei 2026</time>"), "one text");
    let (say, names) = (messages(Lang::Nl).promises(), &messages(Lang::Nl).names);
    let said = [
        "mei 2026 ",
        say.stands,
        (say.state)(PromiseState::Open),
        " ",
        say.is_about,
        (names.direction)(Direction::Stop),
    ];
    assert_eq!(html.matches(&said.concat()).count(), 1, "{html}");
}

#[test]
fn the_title_of_a_post_says_what_it_is_and_nothing_of_its_words() {
    let say = messages(Lang::Nl);
    let titles = [Kind::Dream, Kind::Story].map(say.post.title);
    assert_eq!(post_page(Lang::Nl, told(None)).title, titles[1]);
    assert!(titles[0] != titles[1] && titles.iter().all(|title| title.chars().count() < 30), "{titles:?}");
    let gone = render_page(
        &crate::places::post(Lang::Nl, Uuid::from_u128(5)),
        FirstData { settings: nothing_set(), shown: Shown::NoPost, facets: Facets::default() },
    );
    assert_eq!((gone.title.as_str(), gone.status), (say.states.no_page_title, 404));
}

#[test]
fn ages_have_no_dash_and_never_break() {
    for lang in LANGUAGES {
        for band in AgeBand::ALL {
            let said = (messages(lang).names.age_band)(*band);
            assert!(!said.contains(['-', '–', '—', ' ']), "{said}");
        }
        let html = post_page(lang, told(None)).body;
        assert!(html.contains((messages(lang).names.age_band)(AgeBand::From13To15)));
    }
}

#[test]
fn the_way_out_says_where_it_leads_on_every_page() {
    for lang in LANGUAGES {
        let frame = &messages(lang).frame;
        let said = format!("{} {}", frame.exit, (frame.exit_to)(Some("example.org")));
        assert!(said.ends_with("example.org"));
        for place in EXPLAINING.into_iter().chain(OTHERS) {
            assert!(heard(&page(place, lang, nothing_set()).body).contains(&said), "{place:?}");
        }
    }
}

#[test]
fn numbers_are_dialled_digit_by_digit_wherever_they_are_heard() {
    for lang in LANGUAGES {
        for place in EXPLAINING.into_iter().chain(OTHERS) {
            let html = heard(&page(place, lang, all_set()).body);
            for number in HelpLine::ALL.iter().map(|line| line.number()).chain(["113"]) {
                assert!(!html.split([' ', '.', ',', ':']).any(|word| word == number), "{number} on {place:?}: {html}");
            }
        }
    }
}

#[test]
fn the_page_of_writing_is_not_named_after_a_step_that_it_does_not_show() {
    for (query, title) in [
        ("", "Stap 1: kies – Droombord"),
        ("?stap=5", "Schrijf – Droombord"),
        ("?stap=2", "Schrijf – Droombord"),
        ("?bij=00000000-0000-0000-0000-000000000005", "Stap 1: praat mee – Droombord"),
    ] {
        let html = render_page(
            &format!("/deel{query}"),
            FirstData { settings: nothing_set(), shown: Shown::Nothing, facets: Facets::default() },
        );
        assert_eq!(html.title, title, "{query}");
    }
}

fn facets() -> Facets {
    let keyword = |word: &str| Keyword::parse(word).ok().map(|keyword| KeywordFacet { keyword, posts: 12 });
    Facets {
        statuses: StatusFilter::ALL.iter().map(|status| StatusFacet { status: *status, posts: 3 }).collect(),
        keywords: ["<b>", "thuis"].into_iter().filter_map(keyword).collect(),
    }
}

fn board_page(lang: Lang, facts: Facts, query: &str, statuses: &[PostStatus]) -> RenderedPage {
    let post = |(number, status): (u128, &PostStatus)| PublicPost {
        id: Uuid::from_u128(number),
        body: PostBody {
            kind: Kind::Dream,
            direction: None,
            text: "Er was thee.".into(),
            lang: Lang::Nl,
            role: None,
            on_behalf: false,
            age_band: None,
            region: None,
        },
        keywords: Vec::new(),
        published: HalfMonth { year: 2026, month: 5, half: 1 },
        shortened: false,
        sample: false,
        supports: SupportSteps::default(),
        status: status.clone(),
    };
    let shown = Shown::Board(Page { items: (1..).zip(statuses).map(post).collect(), next_cursor: None });
    render_page(
        &crate::places::board(lang, query),
        FirstData { settings: PublicSettings { facts, ..nothing_set() }, shown, facets: facets() },
    )
}

/// The element with this id, without what follows it.
fn text_of<'a>(html: &'a str, id: &str) -> &'a str {
    let after = html.split_once(&format!(" id=\"{id}\">")).map_or("", |it| it.1);
    after.split('<').next().unwrap_or_default()
}

#[test]
fn how_far_a_post_is_stands_on_the_wall_and_in_the_list_by_shape_colour_and_word() {
    let by = OrganisationRef { id: Uuid::from_u128(9), name: "Jeugdhulp <Vlierpad>".into() };
    let flags = [(false, false), (true, false), (true, true), (false, true)];
    let statuses: Vec<PostStatus> = StatusCode::ALL
        .iter()
        .flat_map(|code| flags.map(|(answered, promised)| (*code, answered, promised)))
        .map(|(code, answered, promised)| PostStatus { code, answered, promised, ..PostStatus::PLACED })
        .chain([0, 1, 12].map(|days| PostStatus {
            code: StatusCode::Waiting,
            organisation: Some(by.clone()),
            days: Some(days),
            ..PostStatus::PLACED
        }))
        .collect();
    for lang in LANGUAGES {
        let say = &messages(lang).board;
        for query in ["", "view=list"] {
            let html = board_page(lang, Facts::default(), query, &statuses).body;
            let mut shapes = std::collections::BTreeMap::new();
            for (number, status) in (1..).zip(&statuses) {
                let id = Uuid::from_u128(number);
                let line = html.split_once(&format!("/droom/{id}#spoor\"")).map_or("", |it| it.1);
                let line = line.split_once("</a>").map_or(line, |it| it.0);
                let sentence = match status.days {
                    Some(days) => (say.waiting)(days, "Jeugdhulp &lt;Vlierpad&gt;"),
                    None => say.status[status.code as usize].to_owned(),
                };
                assert_eq!(text_of(&html, &format!("s-{id}")), sentence, "{status:?}");
                assert_eq!(text_of(&html, &format!("t-{id}")), "", "the link of the heading");
                assert!(line.contains(&format!("aria-labelledby=\"s-{id} t-{id}\"")), "{line}");
                let embers = match (status.answered, status.promised) {
                    (false, false) => "embers embers--2\"",
                    (true, false) => "embers embers--3\"",
                    (true, true) => "embers embers--4\"",
                    (false, true) => "embers embers--2 embers--apart\"",
                };
                assert!(line.contains(embers), "{line}");
                assert!(line.contains(&format!("data-status=\"{}\"", status.code.code())), "{line}");
                let shape = line.split_once("#i-").and_then(|(_, after)| after.split('"').next()).unwrap_or_default();
                shapes.insert(status.code.code(), shape.to_owned());
                if query.is_empty() {
                    let named = format!("data-heat=\"{}\" aria-labelledby=\"t-{id} s-{id}\"", status.heat());
                    assert!(html.contains(&named), "{named}");
                }
            }
            for heat in 2..=4 {
                let expected = statuses.iter().filter(|status| status.heat() == heat).count();
                assert_eq!(html.matches(&format!("data-heat=\"{heat}\"")).count(), expected, "{query} {heat}");
            }
            let mut of_six: Vec<&String> = ["placed", "waiting", "answered", "heard", "promised", "kept"]
                .iter()
                .filter_map(|it| shapes.get(*it))
                .collect();
            of_six.sort();
            of_six.dedup();
            assert_eq!(of_six.len(), 6, "{shapes:?}");
        }
    }
    // Today, one day and more are three sentences, each with the name.
    let said = [0, 1, 12].map(|days| (messages(Lang::Nl).board.waiting)(days, "X"));
    assert!(!said[0].contains('0') && said[1].contains("1 dag ") && said[2].contains("12 dagen "), "{said:?}");
    assert!(said.iter().all(|it| it.ends_with('X')), "{said:?}");
}

#[test]
fn sentences_about_a_status_are_short() {
    let say = &messages(Lang::Nl).board;
    for sentence in say
        .status
        .iter()
        .map(|it| (*it).to_owned())
        .chain([0, 1, 120].map(|days| (say.waiting)(days, "Jeugdhulp Vlierpad")))
    {
        assert!(sentence.split_whitespace().count() <= 12, "{sentence}");
    }
}

#[test]
fn the_ground_burns_by_what_happened_and_not_at_all_without_it() {
    let fires = |read, answered, kept| {
        let html = board_page(Lang::Nl, Facts { read, answered, kept, on_time: None }, "", &[]).body;
        ["read", "answered", "kept"].map(|name| {
            let value = html.split_once(&format!(" data-{name}=\"")).map(|it| it.1);
            value.and_then(|it| it.split('"').next()).unwrap_or("none").to_owned()
        })
    };
    assert_eq!(fires(0, 0, 0), ["none", "none", "none"]);
    assert_eq!(fires(3, 0, 0), ["few", "none", "none"]);
    assert_eq!(fires(300, 12, 1), ["many", "many", "few"]);
}

#[test]
fn the_board_is_narrowed_down_by_status_and_keyword_without_the_program_too() {
    for (lang, root) in [(Lang::Nl, "/"), (Lang::En, "/en/")] {
        let html = board_page(lang, Facts::default(), "direction=start&status=heard&keyword=thuis", &[]).body;
        for status in StatusFilter::ALL {
            let chosen = *status == StatusFilter::Heard;
            let query = if chosen {
                "direction=start&amp;keyword=thuis".to_owned()
            } else {
                format!("direction=start&amp;keyword=thuis&amp;status={}", status.code())
            };
            let link = format!("href=\"{root}?{query}\"");
            assert!(html.contains(&link), "{link}");
            assert!(html.contains(messages(lang).board.filter_status[*status as usize]));
        }
        assert!(html.contains("<option value=\"thuis\" selected>thuis (12)</option>"), "{html}");
        assert!(html.contains("&lt;b&gt; (12)") || !html.contains("<b>"), "no markup of a keyword");
        assert!(html.contains("<input type=\"hidden\" name=\"status\" value=\"heard\""), "the form keeps it");
        assert!(html.contains(messages(lang).standing().counted));
    }
}

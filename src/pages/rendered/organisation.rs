//! The page of an organisation, and the ways to it, as the server sends them.

use super::{LANGUAGES, heard, nothing_set, post, post_page, told};
use crate::{RenderedPage, i18n::messages, places, render_page};
use droombord_domain::{
    answer::Verdict,
    api::{
        AnsweredPost, Facets, FirstData, OrganisationAnswers, Page, PublicPost, PublicTrail, Shown, ShownOrganisation,
        WaitingAskings,
    },
    organisation::OrganisationRef,
    post::Lang,
};
use uuid::Uuid;

/// The page of the organisation that [`told`] tells of: as much of its answers and promises as this.
fn organisation_page(lang: Lang, answers: bool, promises: bool, waiting: Option<WaitingAskings>) -> RenderedPage {
    let PublicTrail { events: _, askings, promises: promised } = told(Some(Verdict::Heard));
    let organisation = OrganisationRef { id: Uuid::from_u128(9), name: "Jeugdhulp <Vlierpad>".into() };
    let answered = (1..).zip(askings).filter(|(_, asking)| answers && asking.answer.is_some());
    let items = answered
        .map(|(round, asking)| AnsweredPost { post: PublicPost { sample: true, ..post() }, round, asking })
        .collect();
    let promised = if promises { promised } else { Vec::new() };
    let shown = Shown::Organisation(Box::new(ShownOrganisation {
        organisation,
        answers: Some(OrganisationAnswers { items, next_cursor: Some("verder".into()), waiting }),
        promises: Some(Page { items: promised, next_cursor: None }),
    }));
    let data = FirstData { settings: nothing_set(), shown, facets: Facets::default() };
    render_page(&places::organisation(lang, Uuid::from_u128(9)), data)
}

#[test]
fn the_page_of_an_organisation_has_its_headings_in_order_and_says_what_each_answer_is_about() {
    let waiting = Some(WaitingAskings { askings: 3, days: 12 });
    for (lang, second) in [(Lang::Nl, "Tweede antwoord op: "), (Lang::En, "Second answer to: ")] {
        let say = messages(lang).promise_pages();
        for (answers, promises) in [(true, true), (true, false), (false, true), (false, false)] {
            let html = organisation_page(lang, answers, promises, waiting).body;
            let levels: Vec<u32> =
                html.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
            let shown = &levels[..levels.len().saturating_sub(1)];
            assert_eq!(shown.first(), Some(&1));
            assert!(shown.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{shown:?}");
            let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all);
            assert!(html.contains(&(say.waiting)(3, 12)), "silence is said");
            assert_eq!(html.contains(say.no_answer), !answers);
            assert_eq!(html.contains(say.none), !promises);
            let both = answers && promises;
            for (to, word) in [("antwoorden", say.to_answers), ("beloftes", say.to_promises)] {
                assert_eq!(html.matches(&format!("href=\"#{to}\"")).count(), if both { 2 } else { 0 }, "{word}");
                assert!(!both || html.contains(word));
                assert!(html.contains(&format!("id=\"{to}\"")));
            }
            assert!(html.contains("Jeugdhulp &lt;Vlierpad&gt;") && html.contains("?answers=verder\""));
            if answers {
                assert_eq!(html.matches(&format!("href=\"{}\"", places::post(lang, post().id))).count(), 2);
                assert_eq!(html.matches(&format!("note__sample\">{}", messages(lang).names.sample)).count(), 2);
                assert!(heard(&html).contains(second.trim_end()), "{second}");
                assert!(html.contains((messages(lang).answers().writer_verdict)(Verdict::Heard)));
            }
        }
    }
}

#[test]
fn an_answer_and_a_question_lead_to_the_page_of_their_organisation() {
    for lang in LANGUAGES {
        let html = post_page(lang, told(None)).body;
        let href = format!("href=\"{}\"", places::organisation(lang, Uuid::from_u128(9)));
        // Two answers, what waits, and a promise.
        assert_eq!(html.matches(&href).count(), 4);
        // The name stands last: it is the link.
        let from = messages(lang).answers().from;
        for which in [None, Some(1), Some(2), Some(7)] {
            assert_eq!(from("Vlierpad", which), format!("{}Vlierpad", from("", which)));
        }
    }
}

#[test]
fn sentences_about_what_waits_are_short_and_each_is_its_own() {
    let say = messages(Lang::Nl).promise_pages().waiting;
    let mut all = std::collections::BTreeSet::new();
    for (askings, days) in [(1, 0), (1, 1), (1, 12), (3, 0), (3, 1), (3, 12)] {
        let said = say(askings, days);
        assert!(said.split_inclusive(". ").all(|it| it.split_whitespace().count() <= 12), "{said}");
        assert!(!said.contains("1 dagen") && !said.contains("0 dagen") && !said.contains("1 dromen"), "{said}");
        all.insert(said);
    }
    assert_eq!(all.len(), 6);
}

//! Whether the pages that explain are plain: short sentences, no office words, no shouting, nothing promised that
//! nobody can keep.

use super::{
    messages,
    messages::{Block, Prose, Section},
};
use droombord_domain::{post::Lang, reason::Reason, settings::HelpLine};

/// Words that the copy deck avoids, and the one that is never promised. A word that begins so counts too.
const AVOIDED: [&str; 11] = [
    "casus",
    "traject",
    "beschikking",
    "indienen",
    "moderatie",
    "status",
    "gebruiker",
    "account",
    "inzending",
    "feedback",
    "anoniem",
];

const LONGEST: usize = 20;
const ON_AVERAGE: usize = 12;

#[test]
fn dutch_sentences_are_short() {
    for (page, texts) in pages(Lang::Nl) {
        let lengths: Vec<usize> = texts
            .iter()
            .flat_map(|text| sentences(text))
            .map(|sentence| {
                let length = sentence.split_whitespace().count();
                assert!(length <= LONGEST, "{page}: {length} words in: {sentence}");
                length
            })
            .collect();
        let words: usize = lengths.iter().sum();
        assert!(
            words <= ON_AVERAGE * lengths.len(),
            "{page}: {words} words in {} sentences is more than {ON_AVERAGE} on average",
            lengths.len()
        );
    }
}

#[test]
fn dutch_pages_have_no_office_words() {
    for (page, texts) in pages(Lang::Nl) {
        for text in texts {
            let low = text.to_lowercase();
            let found = low
                .split(|sign: char| !sign.is_alphabetic())
                .find(|word| AVOIDED.iter().any(|avoided| word.starts_with(avoided)));
            assert_eq!(found, None, "{page}: {text}");
        }
    }
}

#[test]
fn no_page_shouts_or_promises_to_hide_anybody() {
    for lang in [Lang::Nl, Lang::En] {
        for (page, texts) in pages(lang) {
            for text in texts {
                assert!(!text.contains('!'), "{page}: {text}");
                assert!(!text.to_lowercase().contains("anonym"), "{page}: {text}");
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_pieces() {
    let shape = |lang| pages(lang).map(|(_, texts)| texts.len());
    assert_eq!(shape(Lang::Nl), shape(Lang::En));
}

/// Every text of every page of [`super::Info`].
fn pages(lang: Lang) -> [(&'static str, Vec<&'static str>); 5] {
    let super::Info {
        on_this_page,
        about,
        rules,
        privacy,
        accessibility,
        reason_more,
        operator,
        share: _,
        once_more: _,
    } = messages(lang).info();
    let super::Help {
        title,
        heading,
        lead,
        name,
        about: about_line,
        call,
        chat,
        begin,
        begin_say,
        begin_words,
        watched,
        watched_more,
        watched_link,
    } = messages(lang).help();
    let mut helping = vec![*title, *heading, *lead, *begin, *begin_say, *begin_words, *watched, *watched_link];
    helping.extend(*watched_more);
    for line in HelpLine::ALL {
        helping.extend([name(*line), about_line(*line), call(*line)]);
        helping.extend(chat(*line));
    }
    let mut ruling = prose(rules);
    ruling.extend(Reason::ALL.iter().map(|reason| reason_more(*reason)));
    let super::Operator { controller, no_controller, contact, contact_more, no_contact } = operator;
    let mut private = prose(privacy);
    private.extend([*on_this_page, *controller, *no_controller, *contact, *contact_more, *no_contact]);
    [
        ("help", helping),
        ("about", prose(about)),
        ("rules", ruling),
        ("privacy", private),
        ("accessibility", prose(accessibility)),
    ]
}

fn prose(page: &'static Prose) -> Vec<&'static str> {
    let Prose { title, heading, lead, sections } = page;
    let mut texts = vec![*title, *heading, *lead];
    for Section { heading, blocks } in *sections {
        texts.push(heading);
        for block in *blocks {
            match block {
                Block::Say(text) | Block::Link(_, text) => texts.push(text),
                Block::List(items) => texts.extend(*items),
                Block::Steps(pairs) | Block::Terms(pairs) => texts.extend(pairs.iter().flat_map(|(a, b)| [*a, *b])),
                Block::Web(_) | Block::ReadingTime | Block::Reasons | Block::Controller | Block::Contact => {}
            }
        }
    }
    texts
}

/// Splits where a sentence ends. A dot inside a word (113.nl, 2.2) ends none.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(' ')
        .scan(0, |at, word| {
            *at += word.len();
            Some((*at, word.trim_end().trim_end_matches(['’', ')'])))
        })
        .filter(|(_, word)| word.ends_with(['.', '?', '!']))
        .map(|(end, _)| end)
        .chain([text.len()])
        .scan(0, move |from, end| {
            let sentence = &text[*from..end];
            *from = end;
            Some(sentence.trim())
        })
        .filter(|sentence| !sentence.is_empty())
}

#[test]
fn a_sentence_ends_where_a_reader_stops() {
    let found: Vec<&str> = sentences("Bel 113. Of ga naar 113.nl? Dat ‘mag’. Nu").collect();
    assert_eq!(found, ["Bel 113.", "Of ga naar 113.nl?", "Dat ‘mag’.", "Nu"]);
}

/// Every sentence of ours in Dutch, by the files that hold them.
const DUTCH: [&str; 19] = [
    include_str!("nl.rs"),
    include_str!("nl/answers.rs"),
    include_str!("nl/failing.rs"),
    include_str!("nl/guard.rs"),
    include_str!("nl/info.rs"),
    include_str!("nl/kept.rs"),
    include_str!("nl/known.rs"),
    include_str!("nl/mine.rs"),
    include_str!("nl/promises.rs"),
    include_str!("nl/reported.rs"),
    include_str!("nl/share.rs"),
    include_str!("nl/told.rs"),
    include_str!("nl/without.rs"),
    include_str!("desk/nl.rs"),
    include_str!("desk/nl/answering.rs"),
    include_str!("desk/nl/digest.rs"),
    include_str!("desk/nl/promising.rs"),
    include_str!("desk/nl/together.rs"),
    include_str!("desk/nl/worklist.rs"),
];

/// Words that mean one thing here, and where they may stand: *stoppen* and *terugdraaien* are what organisations are asked to do, and what
/// is *weg* is gone, not sent.
#[test]
fn a_word_means_one_thing() {
    let directions = [
        "Stoppen",
        "Terugdraaien",
        "stoppen",
        "terugdraaien",
        "Starten, stoppen, terugdraaien",
        "Kies: starten, stoppen of terugdraaien.",
        "Zorgorganisaties doen ook mee. Zij vragen zich af: wat moeten wij starten, stoppen en terugdraaien?",
    ];
    let mut found = Vec::new();
    for text in DUTCH.iter().flat_map(|file| file.split('"').skip(1).step_by(2)) {
        let low = text.to_lowercase();
        let word = |begin: &str| low.split(|sign: char| !sign.is_alphabetic()).any(|word| word.starts_with(begin));
        let of_direction = directions.contains(&text) || low.contains("bij terugdraaien");
        let other = (word("stop") || word("terugdraai") || word("teruggedraaid")) && !of_direction;
        let sent = ["vanzelf weg", "kan het weg", "mag het weg"].iter().any(|it| low.contains(it));
        if other || sent || word("antwoorder") {
            found.push(text);
        }
    }
    assert_eq!(found, Vec::<&str>::new());
}

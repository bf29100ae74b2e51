//! Dutch: promises.

use crate::i18n::promised::{PromisePages, Promises};
use droombord_domain::{
    answer::Understood,
    promise::{PromiseState, Saying},
};

/// Promises.
pub(in crate::i18n) static PROMISES: Promises = Promises {
    state: |state| match state {
        PromiseState::Waiting => "Wacht op een lezer",
        PromiseState::Declined => "Niet geplaatst",
        PromiseState::Open => "Loopt nog",
        PromiseState::Overdue => "Te laat",
        PromiseState::Kept => "Gedaan",
        PromiseState::Withdrawn => "Teruggenomen",
    },
    stands: "Zo staat het: ",
    is_about: "Het gaat om: ",
    by_day: |state| match state {
        PromiseState::Overdue => "Was uiterlijk",
        PromiseState::Waiting
        | PromiseState::Declined
        | PromiseState::Open
        | PromiseState::Kept
        | PromiseState::Withdrawn => "Uiterlijk",
    },
    month: super::month,
    for_posts: |n| if n == 1 { "Voor 1 droom".into() } else { format!("Voor {n} dromen") },
    for_none: "De droom erachter hangt nu niet op het bord.",
    post: |n| format!("Droom {n}"),
    about: |promise| format!(" bij belofte: {promise}"),
    organisation_says: "De organisatie zegt",
    writer_says: "De schrijver zegt",
    says: |says| match says {
        Saying::Promised => "Beloofd",
        Saying::NotYet => "Nog niet gedaan",
        Saying::Kept => "Gedaan",
        Saying::Withdrawn => "Wij doen dit niet meer",
    },
    not_said: "Nog niets gezegd",
    writer: |says| match says {
        Understood::Yes => "Ja, het is zo",
        Understood::Partly => "Voor een deel",
        Understood::No => "Nee, nog niet",
    },
    mark: "Hier stond een belofte. De schrijver haalde de droom weg. Toen gingen de woorden mee.",
    promised: "Dit is beloofd",
    is_it_so: "Is het zo?",
    say_it: |says| match says {
        Understood::Yes => "Ja",
        Understood::Partly => "Voor een deel",
        Understood::No => "Nee, nog niet",
    },
    said: "Dank je. Iedereen ziet nu wat jij zegt.",
    said_only: "Dank je. Wat jij zegt, is bewaard.",
    not_arrived: "Dat lukte niet. Tik nog een keer.",
};

/// Their pages.
pub(in crate::i18n) static PROMISE_PAGES: PromisePages = PromisePages {
    title: "Beloftes – Droombord",
    heading: "Beloftes",
    lead: "Dit beloven organisaties. Er staat bij wie het doet. En wanneer het klaar is.",
    of: "Antwoorden en beloftes van",
    title_of: "Een organisatie – Droombord",
    never_gone: "Een belofte kan niet worden gewist.",
    which_state: "Hoe staat het ermee?",
    list: "De beloftes",
    by_date: "De vroegste datum staat vooraan.",
    none: "Er is nog niets beloofd",
    none_more: "Komt er een belofte? Dan staat hij hier.",
    none_chosen: "Geen beloftes met deze keuze",
    none_chosen_more: "Kies iets anders. Of laat alles zien.",
    organisations: "Organisaties",
    more: "Meer beloftes",
    answers: "Antwoorden",
    answers_newest: "Het nieuwste antwoord staat vooraan.",
    answer_to: |which| format!("{} op: ", super::answers::nth(which)),
    waiting: |askings, days| {
        let who = if askings == 1 { "1 droom wacht".into() } else { format!("{askings} dromen wachten") };
        let longest = match (askings, days) {
            (_, 0) => "Dat is vandaag gevraagd.".into(),
            (1, 1) => "Dat duurt nu 1 dag.".into(),
            (1, n) => format!("Dat duurt nu {n} dagen."),
            (_, 1) => "De langste wacht 1 dag.".into(),
            (_, n) => format!("De langste wacht {n} dagen."),
        };
        format!("{who} op een antwoord. {longest}")
    },
    no_answer: "Nog geen antwoord",
    no_answer_more: "Komt er een antwoord? Dan staat het hier.",
    more_answers: "Meer antwoorden",
    to_answers: "Naar de antwoorden",
    to_promises: "Naar de beloftes",
    to_begin: "Terug naar het begin",
};

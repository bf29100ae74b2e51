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
    of: "Beloftes van",
    title_of: "Beloftes van een organisatie – Droombord",
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
};

//! Dutch: the desk together.

use crate::i18n::desk::Together;
use droombord_domain::problem::FieldCode;

/// The sentences.
pub(in crate::i18n::desk) static TOGETHER: Together = Together {
    title_reports: "Meldingen – Leestafel – Droombord",
    title_more: "Meer – Leestafel – Droombord",
    claim: "Ik lees deze nu",
    claim_more: "De anderen zien dat. Na 20 minuten is dat vanzelf voorbij.",
    claim_mine: "Jij leest deze. De anderen zien dat.",
    let_go: "Laat los",
    claimed: |name| format!("{name} leest deze nu."),
    claimed_more: "Kies liever een andere. Heeft het haast? Dan mag je gewoon beslissen.",
    taken: "Iemand anders leest deze al.",
    reported: "Iemand zegt: hier klopt iets niet",
    reported_more: "Wij weten niet wie dit zegt. De schrijver ziet het niet.",
    see_to: "Dit is gezien",
    seen_now: "Gezien. De anderen zien dat ook.",
    seen: "Eerder gemeld",
    seen_by: |name, when| format!("Gezien door {name}, {when}"),
    notes: "Voor elkaar",
    no_notes: "Er staat nog niets.",
    note: "Schrijf iets voor de andere begeleiders",
    note_hint: "De schrijver vindt dit bij ‘Wat weten jullie van mij?’. Jouw naam staat daar niet bij.",
    note_go: "Zet het erbij",
    note_added: "Je notitie staat erbij.",
    note_fault: |code, max| match code {
        FieldCode::Missing | FieldCode::Empty => "Schrijf eerst iets.".into(),
        FieldCode::TooLong => format!("Maak het korter. Er passen {max} tekens in."),
        FieldCode::ContactDetails => "Haal nummers, adressen en accounts eruit.".into(),
        FieldCode::TooShort
        | FieldCode::TooMany
        | FieldCode::UnknownValue
        | FieldCode::WrongType
        | FieldCode::UnknownField
        | FieldCode::ControlCharacters
        | FieldCode::TooManyMarks
        | FieldCode::NeedsYoungPerson
        | FieldCode::NotShortened
        | FieldCode::Invalid => "Haal vreemde tekens eruit.".into(),
    },
    reports_link: |n| if n == 0 { "Meldingen".into() } else { format!("Meldingen ({n})") },
    reports: "Hier klopt iets niet",
    reports_lead: "Dit zeggen mensen over teksten op het bord. Wij weten niet wie ze zijn. Gevaar staat bovenaan.",
    no_reports: "Er is niets gemeld",
    no_reports_more: "Of alles is gezien. Fijn.",
    read_whole: "Open de tekst aan de leestafel",
    more_link: "Meer",
    more: "Meer aan de leestafel",
    alike: "Lijken op elkaar",
    alike_lead: "Deze teksten wachten en lijken op elkaar. Je mag ze samen afwijzen, met één reden. Elke schrijver krijgt een eigen brief.",
    no_alike: "Er wachten geen teksten die op elkaar lijken.",
    group: |n| format!("{n} teksten"),
    choose_all: "Kies alle, of geen",
    choose_first: "Kies eerst één tekst of meer.",
    reason: "Waarom?",
    reason_choose: "Kies …",
    reason_first: "Kies een reden. De schrijver krijgt die te lezen.",
    decline: |n| format!("Wijs af wat je koos ({n})"),
    declined: |done, refused| match refused {
        0 => format!("{done} afgewezen."),
        _ => format!("{done} afgewezen. {refused} niet: die zijn intussen veranderd, of een ander moet het doen."),
    },
    keywords: "Trefwoorden",
    keywords_lead: "Geef een trefwoord een ander woord. Bestaat dat woord al? Dan worden ze één.",
    no_keywords: "Er zijn nog geen trefwoorden.",
    keyword_from: "Dit trefwoord",
    keyword_to: "wordt",
    keyword_choose: "Kies een trefwoord.",
    keyword_missing: "Typ het nieuwe woord.",
    keyword_go: "Verander het",
    keyword_done: |from, to| format!("‘{from}’ heet nu ‘{to}’."),
    log: "Logboek",
    log_lead: "Een lijst van wat er gebeurde, voor in een tabel. Er staan geen woorden van schrijvers in.",
    log_from: "Van",
    log_until: "Tot en met",
    log_go: "Haal het logboek op",
    log_days: "Kies twee dagen. De eerste komt voor de laatste.",
};

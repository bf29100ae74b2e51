//! Dutch: promising, and reading what is said of promises.

use crate::i18n::desk::promising::{FollowWords, FormWords, OwnWords, Promising, ReadingWords};
use droombord_domain::{
    api::{SayingDecision, SayingReading},
    problem::FieldCode,
    promise::Saying,
};

/// The sentences.
pub(in crate::i18n::desk) const PROMISING: Promising = Promising {
    title: "Beloftes – Leestafel – Droombord",
    own: OwnWords {
        link: "Jullie beloftes",
        heading: "Jullie beloftes",
        lead: "Iedereen ziet wat jullie beloven, en wat ervan komt. Een belofte kan niet worden gewist.",
        none: "Jullie beloofden nog niets",
        none_more: "Hoorden jullie iets waar jullie wat aan gaan doen? Beloof het hier.",
        make: "Beloof iets",
        sayings: "Wat ervan gezegd is",
        reading: |reading| match reading {
            SayingReading::Waiting => "Wacht op een begeleider",
            SayingReading::Public => "Iedereen ziet dit",
            SayingReading::Declined => "Niet geplaatst",
        },
        declined: |reason| format!("Waarom: {reason}."),
        waits: "Een begeleider leest dit eerst. Daarna kun je er weer iets over zeggen.",
    },
    form: FormWords {
        title: "Een belofte maken – Leestafel – Droombord",
        heading: "Beloof iets",
        heading_for: "Schrijf een belofte op voor een organisatie",
        lead: "Beloof alleen wat jullie echt doen. Na het plaatsen kun je de woorden niet meer veranderen.",
        lead_for: "Alleen wat de organisatie zelf heeft beloofd. Daarna leest een begeleider het nog.",
        back: "Terug naar de beloftes",
        organisation: "Welke organisatie belooft dit?",
        organisation_none: "Kies een organisatie",
        organisation_missing: "Kies de organisatie.",
        no_organisations: "Er doen nog geen organisaties mee. Een beheerder kan ze toevoegen.",
        direction: "Wat gaan jullie doen?",
        direction_missing: "Kies: starten, stoppen of terugdraaien.",
        what: "Wat is er dan anders?",
        what_hint: |limit| {
            format!("Eén of twee gewone zinnen. Schrijf geen naam van een kind. Hoogstens {limit} tekens.")
        },
        owner: "Wie zorgt ervoor?",
        owner_hint: "Een functie, geen naam. Bijvoorbeeld: teamleider wonen.",
        owner_is_name: "Schrijf een functie. Geen naam van een mens.",
        text_fault: |code, limit| match code {
            FieldCode::Missing | FieldCode::Empty => "Vul dit nog in.".into(),
            FieldCode::TooLong => format!("Dit is te lang. Er passen {limit} tekens in."),
            FieldCode::ContactDetails => "Hier staat een nummer, adres of account in. Haal dat weg.".into(),
            FieldCode::TooShort
            | FieldCode::TooMany
            | FieldCode::UnknownValue
            | FieldCode::WrongType
            | FieldCode::UnknownField
            | FieldCode::ControlCharacters
            | FieldCode::TooManyMarks
            | FieldCode::NeedsYoungPerson
            | FieldCode::NotShortened
            | FieldCode::Invalid => "Er staan vreemde tekens in. Typ het opnieuw.".into(),
        },
        due: "Uiterlijk op welke dag?",
        due_hint: "Is het dan niet gedaan? Dan staat er vanzelf: te laat.",
        due_missing: "Kies een dag.",
        due_fault: "Kies een dag die nog komt, binnen drie jaar.",
        posts: "Door welke droom of welk verhaal?",
        posts_hint: "Kies er minstens één. Wie dat schreef, ziet deze belofte bij ‘Mijn dromen’.",
        posts_missing: "Kies minstens één droom of verhaal.",
        posts_too_many: |limit| format!("Kies er hoogstens {limit}."),
        posts_fault: "Een van deze dromen hangt niet op het bord. Haal hem uit de keuze.",
        search: "Zoek op het bord",
        search_hint: "Typ een woord uit de droom. Zonder woord zie je alles.",
        found: |n, more| match (n, more) {
            (0, _) => "Niets gevonden. Probeer een ander woord.".into(),
            (n, false) => format!("{n} gevonden."),
            (n, true) => format!("Je ziet er nu {n}. Er zijn er meer."),
        },
        search_more: "Laat er meer zien",
        post_loading: "De droom wordt geladen.",
        post_gone: "Deze droom hangt niet meer op het bord.",
        post_failed: "Deze droom kon niet worden geladen.",
        fixed: "Een begeleider leest dit eerst. Daarna ziet iedereen het.",
        summary: |n| {
            if n == 1 {
                "Nog één ding, dan kun je het versturen"
            } else {
                "Nog een paar dingen, dan kun je het versturen"
            }
        },
        send: "Verstuur de belofte",
        sent: "De belofte is binnen. Een begeleider leest hem eerst.",
    },
    follow: FollowWords {
        open: "Zeg hoe het staat",
        about: |promise| format!(" met belofte: {promise}"),
        heading: "Hoe staat het ermee?",
        question: "Hoe ver is het?",
        choice: |says| match says {
            Saying::Promised => "Beloofd",
            Saying::NotYet => "Het is nog niet gedaan",
            Saying::Kept => "Het is gedaan",
            Saying::Withdrawn => "Wij doen dit niet meer",
        },
        choice_missing: "Kies hoe het staat.",
        words: "Wil je er iets bij zeggen?",
        words_hint: |limit| format!("Mag leeg blijven. Hoogstens {limit} tekens."),
        why: "Waarom gebeurt dit niet meer?",
        why_hint: |limit| format!("Iedereen leest dit. De belofte blijft staan. Hoogstens {limit} tekens."),
        why_missing: "Schrijf waarom dit niet meer gebeurt.",
        send: "Verstuur",
        rather_not: "Toch niet",
        sent: "Dat is binnen. Een begeleider leest het eerst.",
        stale: "Deze belofte is net veranderd",
        stale_more: "Kijk eerst wat er nu staat. Wat jij typte, staat er nog.",
    },
    read: ReadingWords {
        link: |n| if n == 0 { "Beloftes lezen".into() } else { format!("Beloftes lezen ({n})") },
        heading: "Beloftes lezen",
        lead: |n| match n {
            0 => "Er wacht niets.".into(),
            1 => "1 tekst wacht. Niemand ziet hem voor jij ja zegt.".into(),
            n => format!("{n} teksten wachten. Niemand ziet ze voor jij ja zegt."),
        },
        done: "Alles is gelezen",
        done_more: "Belooft een organisatie iets? Dan staat het hier.",
        next: "Sla over, lees de volgende",
        make: "Schrijf een belofte op voor een organisatie",
        says: "Wat zegt een organisatie van haar belofte?",
        says_lead: "Hoorde je het van de organisatie zelf? Schrijf het hier op. Een begeleider leest het daarna nog.",
        none: "Deze organisatie beloofde nog niets.",
        said: |organisation, says| match says {
            Saying::Promised => format!("{organisation} belooft"),
            Saying::NotYet => format!("{organisation} zegt: nog niet gedaan"),
            Saying::Kept => format!("{organisation} zegt: gedaan"),
            Saying::Withdrawn => format!("{organisation} zegt: wij doen dit niet meer"),
        },
        by: |name| format!("opgeschreven door {name}"),
        owner: "Wie zorgt ervoor?",
        due: |day, month| format!("Uiterlijk {} {month} {}", day.day(), day.year()),
        posts: "Door deze dromen",
        no_posts: "De dromen erachter hangen nu niet op het bord.",
        promise: "De belofte",
        no_words: "Er staan geen woorden bij.",
        check: "Is duidelijk wat er komt, wie ervoor zorgt en wanneer? Past het bij de droom? Geen naam, gewone woorden.",
        check_said: "Lees of een kind dit begrijpt. Geen naam, geen verwijt, gewone woorden.",
        action: |decision| match decision {
            SayingDecision::Publish => "Plaatsen",
            SayingDecision::Decline => "Niet plaatsen",
        },
        confirm: |decision| match decision {
            SayingDecision::Publish => "Plaats dit",
            SayingDecision::Decline => "Plaats dit niet",
        },
        reasons: "Waarom? De organisatie ziet dit",
        sent: |decision| match decision {
            SayingDecision::Publish => "Iedereen kan het nu lezen.",
            SayingDecision::Decline => "Het is niet geplaatst. De organisatie ziet waarom.",
        },
    },
};

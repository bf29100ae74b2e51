//! Dutch: asking, answering and reading answers, and organisations.

use crate::i18n::desk::answering::{
    Answering, AskedWords, AsksWords, OrganisationWords, ReadWords, ReadableWords, UnreadWords,
};
use droombord_domain::{
    answer::{AnswerDecision, AnswerReason, AnswerState, Understood, Verdict, WordsDecision},
    problem::FieldCode,
};

/// The sentences.
pub(in crate::i18n::desk) const ANSWERING: Answering = Answering {
    asked: AskedWords {
        heading: |name| format!("Gevraagd aan {name}"),
        lead: |n| match n {
            0 => "Niemand wacht nu op jullie.".into(),
            1 => "1 droom of verhaal wacht op jullie antwoord.".into(),
            n => format!("{n} dromen en verhalen wachten op jullie antwoord. Wie het langst wacht, staat bovenaan."),
        },
        none: "Er wacht niets op jullie",
        none_more: "Vraagt een begeleider jullie iets? Dan staat het hier.",
        answered: "Beantwoord",
        answered_none: "Jullie gaven nog geen antwoord.",
        waits: |days| match days {
            0 => "Vandaag gevraagd".into(),
            1 => "Wacht 1 dag".into(),
            n => format!("Wacht {n} dagen"),
        },
        took: |days| match days {
            0 => "Dezelfde dag beantwoord".into(),
            1 => "Het wachten duurde 1 dag".into(),
            n => format!("Het wachten duurde {n} dagen"),
        },
        again: "Tweede antwoord gevraagd",
        state: |state| match state {
            AnswerState::Received => "Wacht op een begeleider",
            AnswerState::HandedBack => "Een begeleider vraagt jou iets",
            AnswerState::Published => "Staat bij de droom",
            AnswerState::Declined => "Niet geplaatst",
        },
        back: "Terug naar wat gevraagd is",
        not_there: "Dit wordt jullie niet (meer) gevraagd",
        not_there_more: "Misschien haalde de schrijver de droom weg. Dat mag altijd.",
        earlier: "Wat jullie eerder zeiden",
        no_guess: "Raad niet wie dit is",
        no_guess_more: "Je ziet wat iedereen ziet. Ken je dit verhaal? Laat dat niet merken. Schrijf geen naam, plaats of datum. Schrijf aan de schrijver: jij.",
        write: "Jullie antwoord",
        rewrite: "Pas jullie antwoord aan",
        part_heard: "1. Wat ik van jou begrijp",
        part_heard_hint: |limit| {
            format!("Geef eerst terug wat je hoorde. Nog geen uitleg, nog geen plan. Hoogstens {limit} tekens.")
        },
        part_does: "2. Wat wij doen",
        part_does_hint: |limit| {
            format!("Wat gaan jullie doen? En wat kunnen jullie niet beloven? Hoogstens {limit} tekens.")
        },
        name: "Je voornaam",
        name_hint: "Een mens antwoordt, geen logo. Iedereen leest deze naam. Hoe ze je op je werk noemen, is genoeg. Je mag ook een andere voornaam kiezen.",
        name_missing: "Schrijf je voornaam. Een andere voornaam mag ook.",
        name_fault: "Schrijf alleen een voornaam. Geen achternaam en geen tekens. Zijn het er twee? Zet er een streepje tussen.",
        function: "Je functie",
        function_hint: "Bijvoorbeeld: teamleider wonen. Iedereen leest dit. Bij je volgende antwoord staan naam en functie al klaar.",
        fault: |code, limit| match code {
            FieldCode::Missing | FieldCode::Empty => "Vul dit nog in.".into(),
            FieldCode::TooLong => format!("Dit is te lang. Er passen {limit} tekens in."),
            FieldCode::ContactDetails => {
                "Hier staat een nummer, adres of account in. Haal dat weg. De schrijver is hier veilig zonder.".into()
            }
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
        heard_first: "Schrijf eerst wat je van de schrijver begrijpt. Daarna pas wat jullie doen.",
        summary: |n| {
            if n == 1 {
                "Nog één ding, dan kun je het versturen"
            } else {
                "Nog een paar dingen, dan kun je het versturen"
            }
        },
        send: "Verstuur het antwoord",
        send_again: "Verstuur het zo",
        kept: "Wat je typt, blijft op dit apparaat staan. Tot je het verstuurt of uitlogt.",
        sending: "Versturen …",
        sent: "Jullie antwoord wacht op een begeleider",
        sent_more: "Die leest het eerst. Daarna ziet de schrijver het. Tot dan kun je het nog veranderen.",
        handed_back: "Een begeleider vraagt om andere woorden",
        declined: "Dit antwoord is niet geplaatst. Schrijf een ander.",
        reason,
        stale: "Iemand van jullie veranderde dit antwoord",
        stale_more: "Kijk eerst wat er nu staat. Wat jij typte, staat er nog.",
        public: "Dit staat bij de droom. Het verandert niet meer.",
        understood: |understood| match understood {
            None => "Over het begrijpen heeft de schrijver nog niets gezegd.",
            Some(Understood::Yes) => "De schrijver zegt: ja, jullie begrijpen mij.",
            Some(Understood::Partly) => "De schrijver zegt: voor een deel begrijpen jullie mij.",
            Some(Understood::No) => "De schrijver zegt: dit klopt niet.",
        },
        verdict: |verdict| match verdict {
            None => "Of het gehoord voelt, heeft de schrijver nog niet gezegd. Dat telt als niets.",
            Some(Verdict::Heard) => "De schrijver zegt: zo voelt het gehoord.",
            Some(Verdict::Partly) => "De schrijver zegt: voor een deel voelt het gehoord.",
            Some(Verdict::NotYet) => "De schrijver zegt: nog niet.",
        },
        writer: "De schrijver zegt",
    },
    unread: UnreadWords {
        heading: "Nog door niemand van jullie gelezen",
        lead: "Hier vroeg niemand jullie iets over. Iedere droom komt aan de beurt. Gelezen? Dan komt de volgende. Alleen de schrijver kan het zien.",
        none: "Jullie hebben alles gelezen. Komt er iets bij? Dan staat het hier.",
        read: "Gelezen",
    },
    asks: AsksWords {
        heading: "Wie wordt gevraagd?",
        lead: "Kies wie hier iets aan kan doen. Iedereen ziet dat het gevraagd is, en hoe lang het wacht.",
        nobody: "Nog niemand is om een antwoord gevraagd.",
        no_organisations: "Er doen nog geen organisaties mee. Een beheerder kan ze toevoegen.",
        choose: "Organisatie",
        choose_none: "Kies een organisatie",
        group: |n| format!("Groep {n}"),
        go: "Vraag om een antwoord",
        missing: "Kies eerst een organisatie.",
        asked_now: |name| format!("Gevraagd aan {name}."),
        not_now: "Dat kan nu niet. Misschien is de droom van het bord, of gaf de organisatie net een antwoord.",
        all_asked: "Alle organisaties zijn al gevraagd.",
        stands: |state| match state {
            None => "Nog geen antwoord",
            Some(AnswerState::Received) => "Het antwoord wacht op een lezer",
            Some(AnswerState::HandedBack) => "Het antwoord is teruggegeven",
            Some(AnswerState::Published) => "Beantwoord",
            Some(AnswerState::Declined) => "Het antwoord is niet geplaatst",
        },
        by: |name| format!("gevraagd door {name}"),
        again: "Vraag een tweede antwoord",
        again_about: |name| format!(" aan {name}"),
    },
    read: ReadWords {
        title: "Antwoorden lezen – Leestafel – Droombord",
        link: |n| if n == 0 { "Antwoorden lezen".into() } else { format!("Antwoorden lezen ({n})") },
        heading: "Antwoorden lezen",
        lead: |n| match n {
            0 => "Er wacht niets.".into(),
            1 => "1 tekst wacht. Niemand ziet hem voor jij ja zegt.".into(),
            n => format!("{n} teksten wachten. Niemand ziet ze voor jij ja zegt."),
        },
        done: "Alles is gelezen",
        done_more: "Antwoordt een organisatie? Dan staat het hier.",
        next: "Sla over, lees de volgende",
        answers_what: "De droom",
        revision: |n, by| format!("Versie {n}, van {by}"),
        check: "Lees of een kind dit als antwoord herkent. Eerst gehoord, dan wat ze doen. Geen naam in de tekst, geen verwijt, gewone woorden. Eronder staat hooguit een voornaam, geen achternaam.",
        words_heading: "Woorden van de schrijver bij een antwoord",
        words_check: "De schrijver gaf dit oordeel al. Jij leest alleen of de woorden erbij kunnen.",
        decide: "Wat doe je?",
        action: |decision| match decision {
            AnswerDecision::Publish => "Plaatsen",
            AnswerDecision::HandBack => "Teruggeven",
            AnswerDecision::Decline => "Niet plaatsen",
        },
        confirm: |decision| match decision {
            AnswerDecision::Publish => "Plaats dit antwoord",
            AnswerDecision::HandBack => "Geef terug aan de organisatie",
            AnswerDecision::Decline => "Plaats dit antwoord niet",
        },
        words_action: |decision| match decision {
            WordsDecision::Publish => "Laat zien",
            WordsDecision::Decline => "Niet laten zien",
        },
        words_confirm: |decision| match decision {
            WordsDecision::Publish => "Laat deze woorden zien",
            WordsDecision::Decline => "Laat deze woorden niet zien",
        },
        reasons: "Waarom? De organisatie ziet dit",
        words_reasons: "Waarom? De schrijver ziet dit",
        reason_missing: "Kies waarom.",
        sentence: "Eigen zin erbij",
        sentence_hint: |limit| format!("Mag leeg blijven. Hoogstens {limit} tekens."),
        sentence_fault: "Deze zin is te lang, of er staan vreemde tekens in.",
        sent: |decision| match decision {
            AnswerDecision::Publish => "Het antwoord staat bij de droom.",
            AnswerDecision::HandBack => "Het antwoord is terug bij de organisatie.",
            AnswerDecision::Decline => "Het antwoord is niet geplaatst. De organisatie ziet waarom.",
        },
        words_sent: |decision| match decision {
            WordsDecision::Publish => "De woorden staan bij het antwoord.",
            WordsDecision::Decline => "De woorden blijven weg. De schrijver ziet waarom.",
        },
        words_first: "Jij hebt gelezen. Nu leest een tweede begeleider.",
        two: "Deze woorden lezen jullie met twee",
        two_more: "Er kan gevaar in staan. Beslis niet alleen.",
        two_mine: "Jij las dit al. Een andere begeleider beslist.",
        stale: "Deze tekst is net veranderd",
        stale_more: "Lees de nieuwe tekst. Beslis daarna opnieuw.",
    },
    readable: ReadableWords {
        easy: "Goed te lezen.",
        hard: "Moeilijk te lezen.",
        score: |n| format!("Leesscore {n} van 100. Vanaf 60 is gewoon Nederlands."),
        long: "Lange zin. Knip hem in tweeën:",
        official: |word, instead| format!("‘{word}’. Zeg liever: {instead}."),
        ask: "Dit is moeilijk te lezen",
        counts: |sentences, words| match (sentences, words) {
            (0, "") => "De woorden zijn lang.".into(),
            (0, words) => format!("Moeilijke woorden: {words}."),
            (n, "") => format!("Lange zinnen: {n}."),
            (n, words) => format!("Lange zinnen: {n}. Moeilijke woorden: {words}."),
        },
        ask_more: "Maak het korter, of kies ‘Toch plaatsen’. Een begeleider leest het ook nog.",
        change: "Ik maak het korter",
        send: "Toch plaatsen",
    },
    organisations: OrganisationWords {
        title: "Organisaties – Leestafel – Droombord",
        link: "Organisaties",
        heading: "Organisaties die meedoen",
        lead: "Begeleiders vragen hun om een antwoord. Iedereen kan zien wie meedoet.",
        none: "Er doet nog geen organisatie mee.",
        group: |n| format!("Groep {n}"),
        inactive: "Doet niet meer mee",
        make: "Organisatie erbij",
        change: "Verander",
        change_about: |name| format!(": {name}"),
        change_heading: |name| format!("{name} veranderen"),
        name: "Naam",
        name_fault: |code, limit| match code {
            FieldCode::TooLong => format!("De naam is te lang. Er passen {limit} tekens in."),
            FieldCode::Missing | FieldCode::Empty => "Typ een naam.".into(),
            FieldCode::TooShort
            | FieldCode::TooMany
            | FieldCode::UnknownValue
            | FieldCode::WrongType
            | FieldCode::UnknownField
            | FieldCode::ControlCharacters
            | FieldCode::TooManyMarks
            | FieldCode::NeedsYoungPerson
            | FieldCode::ContactDetails
            | FieldCode::NotShortened
            | FieldCode::Invalid => "De naam heeft vreemde tekens. Typ hem opnieuw.".into(),
        },
        name_taken: "Deze organisatie is er al. Of de naam lijkt te veel op een andere.",
        group_label: "Groep",
        group_hint: "De eerste groep is 1, de tweede is 2.",
        group_fault: |limit| format!("Typ een getal van 1 tot {limit}."),
        active: "Doet mee",
        active_hint: "Zonder vinkje vraagt niemand hun meer iets. Wat al gevraagd is, blijft wachten.",
        mail: "E-mailadres voor herinneringen",
        mail_hint: "Daar mailen wij hoeveel er wacht. Neem er een van de organisatie zelf. Mag ook leeg.",
        mail_fault: "Het e-mailadres voor herinneringen klopt niet. Typ het heel, of laat het leeg.",
        make_go: "Voeg toe",
        change_go: "Bewaar",
        rather_not: "Toch niet",
        made: |name| format!("{name} doet mee."),
        changed: |name| format!("{name} is veranderd."),
        of_account: "Voor welke organisatie?",
        of_account_none: "Er doet nog geen organisatie mee. Voeg er eerst een toe.",
        of_account_missing: "Kies de organisatie.",
    },
};

fn reason(reason: AnswerReason) -> &'static str {
    match reason {
        AnswerReason::Recognisable => "Er staat in wie de schrijver is, of het raadt ernaar",
        AnswerReason::NotHeard => "Het geeft niet terug wat de schrijver zei",
        AnswerReason::NoDeed => "Het zegt niet wat jullie doen",
        AnswerReason::HardWords => "Er staan moeilijke woorden in",
        AnswerReason::HurtfulWords => "Er staan woorden in die pijn doen",
        AnswerReason::ContactDetails => "Er staat een nummer, adres of account in",
    }
}

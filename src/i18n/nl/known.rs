//! Dutch: what is kept about a writer.

use crate::i18n::messages::Known;
use droombord_domain::api::StoredIn;

/// What is kept about a writer.
pub(in crate::i18n) static KNOWN: Known = Known {
    heading: "Dit weten wij van jou",
    lead: "Dit is alles wat in onze computer bij jouw droomsleutel hoort. Wij vroegen je naam niet. Wij weten niet welke telefoon je hebt.",
    part: |part| match part {
        StoredIn::Words => "Jouw woorden",
        StoredIn::Posts => "Wat je erbij koos",
        StoredIn::Keywords => "Trefwoorden",
        StoredIn::Trail => "Het spoor",
        StoredIn::Decisions => "Wat begeleiders besloten",
        StoredIn::Promises => "Beloftes",
        StoredIn::Reactions => "Reacties van anderen",
        StoredIn::Key => "Jouw sleutel",
        StoredIn::Search => "Woorden om te zoeken",
        StoredIn::Sending => "Dat je het verstuurde",
        StoredIn::Chain => "Het slot op het spoor",
        StoredIn::Answers => "Antwoorden, en wat jij ervan vindt",
    },
    part_more: |part| match part {
        StoredIn::Words => "De tekst die je schreef.",
        StoredIn::Posts => "Jouw keuzes, waar je droom nu is, en sinds wanneer.",
        StoredIn::Keywords => "Die koos een begeleider.",
        StoredIn::Trail => "Alles wat er met je droom gebeurde. Niemand kan dat veranderen.",
        StoredIn::Decisions => "Wel of niet plaatsen, en waarom. En wat ze voor elkaar opschreven.",
        StoredIn::Promises => "Welke belofte door jouw droom kwam. En wat jij ervan zegt.",
        StoredIn::Reactions => "Wat ze zeiden. Van wie, weten wij niet. Vandaag telt morgen mee.",
        StoredIn::Key => "Jouw 7 woorden staan er niet. Alleen een getal dat de computer ervan maakt.",
        StoredIn::Search => "Zo vinden mensen jouw droom op het bord.",
        StoredIn::Sending => "Zo komt een droom nooit twee keer binnen. En nooit terug als hij weg is.",
        StoredIn::Chain => "Getallen. Daarmee zien wij of iemand het spoor stiekem verandert.",
        StoredIn::Answers => "Wie wij om een antwoord vroegen, wat ze zeiden, en wat jij daarvan zei.",
    },
    nothing: "Hier staat niets.",
    show: |part, n| {
        let lines = if n == 1 { "1 regel".into() } else { format!("{n} regels") };
        match part {
            StoredIn::Words => format!("Laat mijn woorden zien ({lines})"),
            StoredIn::Posts => format!("Laat mijn keuzes zien ({lines})"),
            StoredIn::Keywords => format!("Laat de trefwoorden zien ({lines})"),
            StoredIn::Trail => format!("Laat het spoor zien ({lines})"),
            StoredIn::Decisions => format!("Laat de besluiten zien ({lines})"),
            StoredIn::Promises => format!("Laat de beloftes zien ({lines})"),
            StoredIn::Reactions => format!("Laat de reacties zien ({lines})"),
            StoredIn::Key => format!("Laat het getal zien ({lines})"),
            StoredIn::Search => format!("Laat de zoekwoorden zien ({lines})"),
            StoredIn::Sending => format!("Laat dat zien ({lines})"),
            StoredIn::Chain => format!("Laat het slot zien ({lines})"),
            StoredIn::Answers => format!("Laat de antwoorden zien ({lines})"),
        }
    },
    backups: |days| {
        format!(
            "Haal je alles weg? Dan is het meteen weg uit onze computer. In een kopie kan het nog even staan. Zo’n kopie hoort na {days} dagen weg te zijn."
        )
    },
    why: "Lees waarom wij dit bewaren",
    erase: "Haal alles weg",
    erase_ask: "Wil je alles weghalen wat bij deze sleutel hoort? Al je dromen, het spoor en de sleutel zelf? Wij kunnen het niet terughalen.",
    erase_yes: "Ja, haal alles weg",
    erase_no: "Nee, laat staan",
    erased: "Alles is weg. Ook je sleutel. Die opent niets meer.",
    close: "Terug",
};

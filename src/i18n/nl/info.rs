//! Dutch: help, how it works, the rules, privacy, accessibility.

use crate::{
    i18n::messages::{Block, Help, Info, Operator, Prose, Section},
    places::Place,
};
use droombord_domain::{reason::Reason, settings::HelpLine};

/// Who listens.
pub(in crate::i18n) static HELP: Help = Help {
    title: "Hulp – Droombord",
    heading: "Hulp nodig?",
    lead: "Je hoeft het niet alleen te doen. Deze mensen luisteren. Ook als je niet weet wat je moet zeggen.",
    name: |line| match line {
        HelpLine::Emergency => "Gevaar, nu",
        HelpLine::Kindertelefoon => "De Kindertelefoon",
        HelpLine::Line113 => "113: als je niet meer wilt leven",
        HelpLine::VeiligThuis => "Veilig Thuis",
        HelpLine::Jeugdstem => "Jeugdstem",
    },
    about: |line| match line {
        HelpLine::Emergency => "Ben jij of iemand anders nu in gevaar? Bel meteen.",
        HelpLine::Kindertelefoon => {
            "Praten over wat dan ook. Je mag ook chatten. Je naam hoef je niet te zeggen. Bellen is gratis."
        }
        HelpLine::Line113 => "Dag en nacht. Je kunt ook 113 bellen of chatten. 0800-0113 is gratis.",
        HelpLine::VeiligThuis => "Is het thuis niet veilig? Of doet iemand jou pijn? Dag en nacht. Gratis.",
        HelpLine::Jeugdstem => "Krijg je jeugdhulp en luistert niemand? Een vertrouwenspersoon staat aan jouw kant.",
    },
    call: |line| match line {
        HelpLine::Emergency => "Bel bij gevaar: ",
        HelpLine::Kindertelefoon => "Bel De Kindertelefoon: ",
        HelpLine::Line113 => "Bel 113: ",
        HelpLine::VeiligThuis => "Bel Veilig Thuis: ",
        HelpLine::Jeugdstem => "Bel Jeugdstem: ",
    },
    chat: |line| match line {
        HelpLine::Kindertelefoon => Some("Chat op kindertelefoon.nl"),
        HelpLine::Line113 => Some("Chat op 113.nl"),
        HelpLine::Emergency | HelpLine::VeiligThuis | HelpLine::Jeugdstem => None,
    },
    begin: "Weet je niet hoe je begint?",
    begin_say: "Zeg gewoon dit:",
    begin_words: "‘Ik heb hulp nodig. Ik weet niet goed hoe ik moet beginnen.’",
    watched: "Kijkt er iemand mee?",
    watched_more: &[
        "Een gesprek kan in de lijst met oproepen op je telefoon blijven staan. Haal het daar weg als je dat wilt.",
        "Een pagina waar je chat, kan in je browser blijven staan. Ook die kun je daar weghalen.",
        "Met ‘Weg hier’ ga je meteen naar een andere pagina. Dan wissen we ook wat je hier schreef.",
        "Heb je een toetsenbord? Druk dan snel drie keer op Shift. Dat doet hetzelfde.",
        "Wij zien niet of je belt.",
    ],
    watched_link: "Wat er op je telefoon blijft staan",
};

pub(in crate::i18n) static INFO: Info = Info {
    on_this_page: "Op deze pagina",
    about: Prose {
        title: "Hoe werkt het? – Droombord",
        heading: "Hoe werkt het?",
        lead: "Jij zegt wat er anders moet in de jeugdzorg. Een mens leest het. En jij ziet wat ermee gebeurt.",
        sections: &[
            Section {
                heading: "In vier stappen",
                blocks: &[Block::Steps(&[
                    ("Jij schrijft", "Een droom of een verhaal. Eén zin is genoeg. Je hoeft geen naam te geven."),
                    (
                        "Een mens leest het",
                        "Dat is een begeleider van de beweging. Begeleiders lezen alles. Nog niemand anders ziet jouw droom.",
                    ),
                    (
                        "Je droom hangt op het bord",
                        "Pas na een ja van de begeleider. Is het nee? Dan lees jij waarom, en wat je kunt doen.",
                    ),
                    (
                        "Jij ziet wat ermee gebeurt",
                        "Dat staat in het spoor van jouw droom. Je opent het met jouw droomsleutel.",
                    ),
                ])],
            },
            Section {
                heading: "Hoe lang duurt het lezen?",
                blocks: &[Block::ReadingTime, Block::Say("Duurt het langer? Dan zeggen we dat hier.")],
            },
            Section {
                heading: "Een droom of een verhaal?",
                blocks: &[Block::Terms(&[
                    ("Een droom", "Zo zou het moeten zijn."),
                    ("Een verhaal", "Zo was het. Of zo is het nu."),
                ])],
            },
            Section {
                heading: "Starten, stoppen, terugdraaien",
                blocks: &[
                    Block::Say("Wat moet er gebeuren? Daar heeft de beweging drie woorden voor."),
                    Block::Terms(&[
                        ("Starten", "Dit moet er komen."),
                        ("Stoppen", "Hier moeten ze mee ophouden."),
                        (
                            "Terugdraaien",
                            "Hier moeten ze opnieuw naar kijken. Of het herstellen. Bijvoorbeeld een dossier dat niet klopt.",
                        ),
                    ]),
                    Block::Say("Weet je het niet? Dan kies je niets. Dat is ook goed."),
                ],
            },
            Section {
                heading: "De droomsleutel",
                blocks: &[
                    Block::Say("Dat zijn 7 woorden. Daarmee open je jouw eigen dromen."),
                    Block::Say(
                        "Jouw telefoon maakt die woorden. Wij kunnen ze niet nog een keer geven. Schrijf ze dus op.",
                    ),
                    Block::Say(
                        "Laat ze aan niemand zien. Wie jouw woorden heeft, kan jouw dromen lezen. En ze ook weghalen.",
                    ),
                    Block::Link(Place::Mine, "Open mijn dromen"),
                ],
            },
            Section {
                heading: "Reageren",
                blocks: &[
                    Block::Say("Je kunt drie dingen zeggen: ‘Ik hoor je’, ‘Dat herken ik’ en ‘Ik doe mee’."),
                    Block::Say("Er is geen duim omlaag. Er zijn geen punten. Er is ook geen top tien."),
                ],
            },
            Section {
                heading: "Organisaties geven antwoord",
                blocks: &[
                    Block::Say("Een begeleider vraagt een organisatie om een antwoord. Je ziet hoelang dat duurt."),
                    Block::Say("Een mens antwoordt. Je ziet een voornaam en het werk erbij."),
                    Block::Say("Zij zeggen eerst wat ze van jou begrijpen. Daarna zeggen ze wat ze doen."),
                    Block::Say("Alleen jij zegt of het gehoord voelt."),
                    Block::Say("Soms beloven ze iets. Dan staat er een dag bij. Later vragen wij jou: is het zo?"),
                    Block::Say("Wil je zelf iets zeggen bij een droom? Dat kan. Een begeleider leest het eerst."),
                    Block::Link(Place::Promises, "Bekijk de beloftes"),
                ],
            },
            Section {
                heading: "Wie zijn wij?",
                blocks: &[
                    Block::Say("Wij zijn de beweging Radicale vernieuwing jeugdzorg."),
                    Block::Say(
                        "Veel kinderen, jongeren en ouders zeggen: niemand hoort mij, niemand ziet mij. Anderen beslissen over ons hoofd heen.",
                    ),
                    Block::Say(
                        "De beweging wil beslissen met jou, en niet over jou. Mensen die het zelf meemaakten, doen vanaf het eerste uur mee. Ook ouders, opa’s en oma’s. En mensen die in de jeugdzorg werken.",
                    ),
                    Block::Say(
                        "Zorgorganisaties doen ook mee. Zij vragen zich af: wat moeten wij starten, stoppen en terugdraaien?",
                    ),
                    Block::Say(
                        "Het begint klein. Maar wij hopen op een veenbrand. Dat is een vuur onder de grond. Je ziet het bijna niet, en toch gaat het verder.",
                    ),
                    Block::Say("LOC Waardevolle zorg helpt de beweging."),
                ],
            },
            Section {
                heading: "Wat beloven wij?",
                blocks: &[Block::List(&[
                    "Een mens leest jouw woorden voordat ze op het bord komen.",
                    "Zeggen we nee? Dan zeggen we ook waarom.",
                    "Wij maken geen andere zin van jouw zin.",
                    "Je kunt je droom altijd weghalen.",
                    "Duurt het lang? Dan zeggen we dat eerlijk.",
                ])],
            },
            Section {
                heading: "Wat beloven wij niet?",
                blocks: &[
                    Block::List(&[
                        "Dat jouw droom uitkomt. Veranderen kost tijd.",
                        "Dat er snel een antwoord komt.",
                        "Dat niemand jou herkent. Dat hangt ook af van wat je schrijft.",
                    ]),
                    Block::Link(Place::Rules, "Zo schrijf je veilig"),
                ],
            },
        ],
    },
    rules: Prose {
        title: "Onze regels – Droombord",
        heading: "Onze regels",
        lead: "Boos mag. Herkenbaar niet.",
        sections: &[
            Section {
                heading: "Dit mag",
                blocks: &[Block::List(&[
                    "Zeggen wat er anders moet in de jeugdzorg.",
                    "Vertellen hoe het was. Of hoe het nu is.",
                    "Boos zijn. Of verdrietig. Of blij.",
                    "Schrijven zoals jij praat. Fouten zijn niet erg.",
                    "Schrijven voor iemand anders. Zeg dat er dan bij.",
                ])],
            },
            Section {
                heading: "Zo schrijf je veilig",
                blocks: &[
                    Block::Say("Iedereen kan het bord lezen. Ook mensen die jou kennen."),
                    Block::List(&[
                        "Schrijf geen namen. Ook niet die van jezelf.",
                        "Schrijf ‘mijn mentor’ of ‘mijn school’.",
                        "Schrijf ‘waar ik woon’, en niet hoe die plek heet.",
                        "Schrijf geen nummers, adressen of verjaardagen.",
                        "Laat weg wat alleen jij hebt meegemaakt, als dat kan.",
                    ]),
                    Block::Say(
                        "Let op met dingen samen. Je leeftijd, je plaats en een dag: zo kan iemand jou herkennen.",
                    ),
                ],
            },
            Section {
                heading: "Tien redenen voor een nee",
                blocks: &[
                    Block::Say("Soms komt een droom niet op het bord. De begeleider kiest dan een van deze redenen."),
                    Block::Reasons,
                ],
            },
            Section {
                heading: "Is het nee geworden?",
                blocks: &[
                    Block::Say("Dan staat bij ‘Mijn dromen’ waarom. Daar staat ook wat je kunt doen."),
                    Block::Say("Je mag het anders schrijven en opnieuw sturen. Wij lezen het dan weer."),
                    Block::Say("Een andere begeleider kan van een nee ook een ja maken."),
                    Block::Say(
                        "Hangt een droom al op het bord? Dan kunnen we hem er ook af halen. Ook dan zeggen we waarom.",
                    ),
                    Block::Link(Place::Mine, "Naar mijn dromen"),
                ],
            },
            Section {
                heading: "Regels voor onszelf",
                blocks: &[Block::List(&[
                    "Eerst horen, dan kijken. Elke droom verdient een lezer.",
                    "Niets verandert zonder dat de schrijver het weet.",
                    "Niets gaat weg zonder een reden.",
                    "Wij raden niet wie iets schreef.",
                ])],
            },
            Section {
                heading: "Ben je niet veilig?",
                blocks: &[
                    Block::Say("Wacht dan niet op ons. Een begeleider leest je droom niet meteen."),
                    Block::Link(Place::Help, "Hier kun je bellen of chatten"),
                ],
            },
        ],
    },
    reason_more: |reason| match reason {
        Reason::Recognisable => "Jij, of een ander. Laat namen, plekken en dagen weg.",
        Reason::ContactDetails => "Of je naam op een app. Zo kan iemand je lastigvallen. Laat het weg.",
        Reason::CaseFile => "Een nummer of een stuk uit een dossier kan niet op het bord. Jouw punt wel.",
        Reason::AnotherChild => "Dat kind kan nu niet meebeslissen. Vertel alleen jouw deel.",
        Reason::Accusation => {
            "Op het bord kan niet staan dat een bepaald persoon iets deed. Schrijf wat er moet veranderen."
        }
        Reason::HurtfulWords => "Boos mag. Zeg het zonder een ander pijn te doen.",
        Reason::Worried => "Dan is hulp voor jou nu belangrijker dan het bord. Je hoeft het niet alleen te doen.",
        Reason::OffTopic => "Dit bord gaat over hulp, en over waar je woont.",
        Reason::Duplicate => "Misschien tikte je twee keer. Je ene droom blijft gewoon hangen.",
        Reason::Unclear => "Zeg erbij wat er anders moet.",
    },
    privacy: Prose {
        title: "Privacy – Droombord",
        heading: "Wat weten jullie van mij?",
        lead: "Zo weinig mogelijk. Hier lees je wat wij bewaren, wie het leest en hoe lang.",
        sections: &[
            Section {
                heading: "Wat wij bewaren",
                blocks: &[
                    Block::List(&[
                        "De woorden die je verstuurt.",
                        "Wat je erbij kiest. Bijvoorbeeld: jongere, 13 tot 15 jaar, Noord-Nederland.",
                        "Wanneer je het stuurde, en wat er daarna mee gebeurde. Dat is het spoor.",
                        "Een code die bij je droomsleutel hoort. De 7 woorden zelf bewaren we niet.",
                        "Trefwoorden. Die kiest de begeleider.",
                        "Welke organisatie je droom las. Niet welke mens, en niet wanneer.",
                        "Soms een teken: eerst lezen, met twee mensen. Na hun keuze is dat teken weg.",
                    ]),
                    Block::Say(
                        "Reageer je op een droom? Dan maakt je telefoon een code, alleen voor die droom. Wij bewaren de code en de dag. Zo telt elke telefoon één keer. De schrijver hoort alleen hoeveel het er zijn.",
                    ),
                ],
            },
            Section {
                heading: "Wat wij niet vragen en niet bewaren",
                blocks: &[
                    Block::List(&[
                        "Je naam, je adres, je mailadres of je telefoonnummer.",
                        "Het internetnummer van je telefoon (je IP-adres).",
                        "Welke telefoon je hebt.",
                        "Welke dromen je leest.",
                    ]),
                    Block::Say(
                        "Komt er heel veel tegelijk van één plek? Dan remt het bord even. Daarvoor telt de computer mee, met een code. Na een uur gooit hij die weg.",
                    ),
                    Block::Say("Op onze pagina’s staat geen reclame. Er kijken ook geen andere bedrijven mee."),
                ],
            },
            Section {
                heading: "Kan iemand mij herkennen?",
                blocks: &[
                    Block::Say(
                        "Ja, dat kan. Wie jou kent, herkent misschien jouw verhaal. Schrijf dus geen namen en plekken.",
                    ),
                    Block::Say("De begeleider let daar ook op. Maar een mens kan iets missen."),
                    Block::Say(
                        "Een antwoord staat pas na een paar minuten op het bord. Zo ziet niemand het moment waarop iemand iets deed. Een nieuwe droom staat er wel meteen.",
                    ),
                    Block::Link(Place::Rules, "Zo schrijf je veilig"),
                ],
            },
            Section {
                heading: "Wie leest het?",
                blocks: &[
                    Block::List(&[
                        "Eerst alleen de begeleiders. Zij zien wat je schreef en wanneer. Zij zien niet wie je bent.",
                        "Na een ja kan iedereen het lezen. Op het bord staat alleen ongeveer wanneer.",
                        "Wie jouw droomsleutel heeft, kan alles van jou lezen. Ook wat niet op het bord hangt.",
                    ]),
                    Block::Say(
                        "Onze computer zoekt ook naar namen, nummers en zorgen. Dat ziet alleen een begeleider. De computer beslist niets.",
                    ),
                    Block::Say(
                        "Vroeg jij of een begeleider meteen kijkt? Dat weten wij tot iemand het las. Daarna is het weg.",
                    ),
                    Block::Say(
                        "Een beheerder zorgt voor de computer waar alles op staat. Op de leestafel kan die niet lezen. Wie bij de computer zelf kan, kan wel bij de woorden.",
                    ),
                    Block::Say(
                        "Iedereen kan een foto maken van het bord. Die kunnen wij niet weghalen. Wij vragen zoekmachines om het bord niet te laten zien.",
                    ),
                ],
            },
            Section {
                heading: "Hoe lang bewaren wij het?",
                blocks: &[
                    Block::Say(
                        "Jij kunt je woorden altijd weghalen, bij ‘Mijn dromen’. Daar heb je je droomsleutel voor nodig.",
                    ),
                    Block::List(&[
                        "Hangt het op het bord? Dan blijft het, tot jij het weghaalt.",
                        "Zeiden wij nee, of haalden wij het van het bord? Dan wissen we je woorden na 90 dagen.",
                        "Koos je ‘Toch niet plaatsen’? Dan wissen we je woorden na 30 dagen.",
                        "Maak je een nieuwe tekst? Dan is de oude meteen weg.",
                        "Vroegen wij jou iets? Na 7 dagen vragen we het nog een keer. 30 dagen later is het voorbij.",
                        "Lieten wij iets weg? Dan zie jij nog 30 dagen wat er stond.",
                    ]),
                    Block::Say(
                        "Kies je ‘Haal weg’? Dan zijn je woorden en je keuzes meteen weg. Wij kunnen ze niet terughalen.",
                    ),
                    Block::Say(
                        "Er blijft een leeg spoor over, met de code van je droomsleutel. Daarin staat dat er iets was, en wat ermee gebeurde.",
                    ),
                    Block::Say(
                        "Soms maken wij een kopie, voor als de computer stukgaat. Je woorden kunnen daar nog in staan. Zo’n kopie hoort na 30 dagen weg te zijn.",
                    ),
                    Block::Say("Ben je de droomsleutel kwijt? Dan weten wij niet welke dromen van jou zijn."),
                    Block::Link(Place::Mine, "Naar mijn dromen"),
                ],
            },
            Section {
                heading: "Wat staat er op je telefoon?",
                blocks: &[
                    Block::List(&[
                        "Wat je schreef, tot je het hebt verstuurd of weggegooid.",
                        "Wat je verstuurde zonder internet, tot het bij ons is.",
                        "Je droomsleutel, als je die hier liet bewaren.",
                        "Op welke dromen je reageerde, en een geheim getal daarvoor.",
                        "Wat je bij ‘Mijn dromen’ al zag, als je je sleutel hier liet bewaren.",
                        "Het bord en de dromen die je las. Dan kun je ook zonder internet lezen. Na 14 dagen zie je ze niet meer.",
                    ]),
                    Block::Say(
                        "Dit staat alleen op jouw telefoon. Er zit geen slot op. Wie je telefoon open heeft, kan het zien.",
                    ),
                ],
            },
            Section {
                heading: "Leest er iemand mee terwijl je schrijft?",
                blocks: &[
                    Block::Say(
                        "Je browser kan een pagina voor je vertalen. Dan gaan de woorden van die pagina naar een bedrijf. Dat bedrijf maakt de vertaler.",
                    ),
                    Block::Say(
                        "Wat jij schrijft, krijgt de vertaler niet van ons. Ook niet wat er bij ‘Mijn dromen’ staat. Dat blijft dus zoals het is.",
                    ),
                    Block::Say(
                        "Hulp bij spelling zetten wij uit waar je schrijft. Zulke hulp stuurt je woorden soms naar een bedrijf. Een programma dat iemand zelf op de telefoon zette, luistert misschien niet.",
                    ),
                    Block::Say(
                        "Ook je toetsenbord is van een bedrijf. Daar kunnen wij niets aan doen. Kijk bij de instellingen van je toetsenbord.",
                    ),
                ],
            },
            Section {
                heading: "Is het niet jouw telefoon?",
                blocks: &[
                    Block::Say(
                        "Kies dan bij het schrijven: ‘Dit is niet mijn telefoon’. Dan bewaren we er niets op. Sluit je de pagina? Dan is alles er weg wat je schreef.",
                    ),
                    Block::Say("Schrijf de 7 woorden wel op. Anders kun je je droom niet meer openen."),
                    Block::Say("Kopiëren kun je ze daar niet. Zo’n kopie zou op de telefoon blijven staan."),
                ],
            },
            Section {
                heading: "Moet je snel weg?",
                blocks: &[
                    Block::Say(
                        "Tik op ‘Weg hier’. Of druk snel drie keer op Shift. Je gaat meteen naar een andere pagina.",
                    ),
                    Block::Say(
                        "Dan wissen we wat het bord op de telefoon bewaarde. Ook je droomsleutel. Heb je de 7 woorden niet? Dan kun je je droom niet meer openen.",
                    ),
                    Block::Say(
                        "Kopieerde je hier iets? Dan zetten we er iets leegs voor in de plaats. Dat lukt niet in elke browser.",
                    ),
                    Block::Say("Dit kunnen wij niet:"),
                    Block::List(&[
                        "De geschiedenis van je browser leegmaken. Daar kan in staan dat je hier was. Dat kun je zelf wissen.",
                        "Zorgen dat niemand het merkt. Wie het wifi regelt, kan soms zien welke website je opende.",
                    ]),
                ],
            },
            Section {
                heading: "Jouw rechten",
                blocks: &[
                    Block::Say("In de wet staat wat jij mag. Die wet heet de AVG."),
                    Block::List(&[
                        "Weten wat wij van je hebben (artikel 15). Met je droomsleutel zie je je dromen en hun spoor.",
                        "Laten weghalen wat wij van je hebben (artikel 17). Dat doe je zelf, met ‘Haal weg’.",
                        "Klagen bij de Autoriteit Persoonsgegevens (artikel 77). Die let op of iedereen zich aan de wet houdt.",
                    ]),
                    Block::Web("autoriteitpersoonsgegevens.nl"),
                ],
            },
            Section { heading: "Wie zorgt hiervoor?", blocks: &[Block::Controller, Block::Contact] },
        ],
    },
    accessibility: Prose {
        title: "Toegankelijkheid – Droombord",
        heading: "Is dit goed te lezen?",
        lead: "Iedereen moet hier kunnen lezen en schrijven. Lukt dat jou niet? Dan ligt dat aan ons.",
        sections: &[
            Section {
                heading: "Zo is het gemaakt",
                blocks: &[Block::List(&[
                    "Alles kan met een toetsenbord.",
                    "Elke knop en elk veld heeft een naam die een schermlezer voorleest.",
                    "Kleur zegt nooit iets alleen. Er staat altijd een woord bij.",
                    "De letters mogen twee keer zo groot. Je hoeft dan niet opzij te schuiven.",
                    "Het past op een kleine telefoon.",
                    "Het volgt je telefoon: licht of donker, meer contrast, of zonder beweging.",
                    "Je hebt alle tijd. Niets op het bord loopt af.",
                    "De muur en de lijst zijn hetzelfde bord. Kies wat jij fijn vindt.",
                ])],
            },
            Section {
                heading: "Wat nog niet goed is",
                blocks: &[Block::List(&[
                    "Schrijvers schrijven zoals zij willen. Niet elke droom is makkelijk te lezen.",
                    "Er is geen gebarentaal. Er zijn ook geen plaatjes bij de woorden.",
                    "Dromen worden niet vertaald.",
                    "Wij hebben het nog niet getest met mensen die blind of slechtziend zijn.",
                ])],
            },
            Section {
                heading: "Welke afspraken volgen wij?",
                blocks: &[
                    Block::Say(
                        "Er zijn afspraken over pagina’s die voor iedereen werken. Die heten WCAG. Wij willen voldoen aan versie 2.2, niveau A en AA.",
                    ),
                    Block::Say(
                        "Programma’s testen een deel daarvan. Niemand van buiten heeft het bord onderzocht. Wij zeggen dus niet dat alles klopt.",
                    ),
                ],
            },
            Section {
                heading: "Zeg het ons",
                blocks: &[
                    Block::Say("Werkt er iets niet? Vertel ons waar je was en wat er niet ging."),
                    Block::Contact,
                ],
            },
        ],
    },
    share: |n| format!("De laatste 30 dagen lazen we {n} van de 100 teksten op tijd."),
    once_more: "Nog 1 keer voor Weg hier",
    operator: Operator {
        controller: "Verantwoordelijk voor deze gegevens: ",
        no_controller: "Hier hoort te staan wie verantwoordelijk is. De beheerder van dit bord heeft dat nog niet ingevuld.",
        contact: "Zo bereik je ons: ",
        contact_more: "Mail of bel je ons? Dan kunnen wij zien wie je bent. Zet je droom daar dus niet in.",
        no_contact: "Hier hoort te staan hoe je ons bereikt. De beheerder van dit bord heeft dat nog niet ingevuld.",
    },
};

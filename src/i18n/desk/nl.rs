//! The desk in Dutch: plain, *je*, sentences of at most twelve words. Source: the movement's copy deck.

mod answering;
pub(super) mod digest;
mod finding;
mod insight;
mod promising;
mod together;
mod worklist;

use super::Ended;
use super::{Alert, Decide, DeskMessages, Devices, HandBack, Keys, Marks, People, Queue, Review, Room, SignIn};
use crate::clock::Waited;
use droombord_domain::{
    api::Decision,
    life::PostState,
    mark::{FactKind, FindingCue, FindingKind, SignalKind},
    problem::FieldCode,
    settings::HelpLine,
    staff::{AccountStep, StaffRole},
    trail::TrailKind,
};

/// The sentences.
pub(super) static MESSAGES: DeskMessages = DeskMessages {
    room: Room {
        title: "Leestafel – Droombord",
        heading: "Leestafel",
        opening: "De leestafel gaat open.",
        needs_app: "De leestafel werkt met de app in deze pagina. Duurt het lang? Laad de pagina opnieuw. Staat JavaScript uit? Zet het dan aan.",
        who: |name, role| format!("Ingelogd: {name}, {}", role_name(role)),
        role: role_name,
        devices: "Waar je bent ingelogd",
        sign_out: "Log uit",
        signed_out: "Je bent uitgelogd.",
        no_page: "Deze pagina bestaat niet",
        to_desk: "Naar de leestafel",
        not_sent: "Dat lukte niet",
        not_sent_more: "Wat je koos, staat er nog. Probeer het nog eens.",
        offline: "Je hebt geen internet",
        offline_more: "Wat je koos, staat er nog. Probeer het straks nog eens.",
        storage_full: "De computer van het bord is vol. Vraag de beheerder om ruimte.",
        not_yours: "Dit mag je niet. Je taak is misschien veranderd. Log opnieuw in.",
        loading: "Het laden is bezig.",
        load_failed: "Het laden lukte niet",
        load_failed_more: "Wacht even en probeer het nog eens.",
        still_there: "Even kijken of je nog bent ingelogd.",
        hidden_more: "We weten niet of je nog bent ingelogd. Daarom staat hier even niets. Wat je koos, staat er nog.",
    },
    sign_in: SignIn {
        heading: "Log in",
        lead: "Hier lezen begeleiders. Wil je iets schrijven? Dat kan zonder inloggen, op het bord.",
        name: "Naam",
        password: "Wachtwoord",
        code: "Code uit je app",
        code_hint: "6 cijfers. Log je voor het eerst in? Laat dit leeg.",
        show_passwords: "Laat zien wat ik typ",
        go: "Log in",
        going: "Even kijken of het klopt …",
        back: "Terug",
        signed_in: "Je bent ingelogd.",
        ended: "Je bent uitgelogd",
        ended_more: |how| match how {
            Ended::Idle => "Hier gebeurde een uur niets. Log weer in. Wat je koos, staat er nog.",
            Ended::Elsewhere => "Dat deed je in een ander tabblad. Log weer in als je verder wilt.",
            Ended::Otherwise => {
                "Je tijd was om. Of je bent ergens anders uitgelogd. Log weer in. Wat je koos, staat er nog."
            }
        },
        needs_https: "Inloggen kan niet op dit adres",
        needs_https_more: "Dit adres begint met http, niet met https. Je browser houdt je dan niet ingelogd. En iemand op het netwerk kan je wachtwoord lezen. Vraag de beheerder om het adres met https.",
        summary: |n| {
            if n == 1 { "Nog één ding, dan kun je verder" } else { "Nog een paar dingen, dan kun je verder" }
        },
        name_missing: "Typ je naam.",
        password_missing: "Typ je wachtwoord.",
        code_missing: "Typ ook de code uit je app.",
        code_shape: "De code heeft 6 cijfers.",
        wrong: "Naam, wachtwoord of code klopt niet. Een code werkt één keer. Neem de nieuwste.",
        busy: |seconds| match seconds.map(|seconds| seconds.div_ceil(60)) {
            None => "Er zijn te veel pogingen. Probeer het over een paar minuten opnieuw.".into(),
            Some(0 | 1) => "Er zijn te veel pogingen. Probeer het over 1 minuut opnieuw.".into(),
            Some(n) => format!("Er zijn te veel pogingen. Probeer het over {n} minuten opnieuw."),
        },
        first_heading: "De eerste keer",
        first_lead: "Je wachtwoord klopt. Voortaan log je ook in met een code. Die code maakt een app op je telefoon.",
        first_app: "Heb je nog geen app? Neem er een die codes maakt. In de winkel heten ze ‘authenticator’.",
        first_secret: "Typ dit in de app. Of plak het.",
        first_secret_label: "Geheim voor de app",
        first_link: "Zet het in de app op dit apparaat",
        first_keep: "Laat dit aan niemand zien. Na vandaag zie je het niet meer.",
        first_code: "Code uit de app",
        first_code_hint: "6 cijfers. De app maakt elke halve minuut een nieuwe.",
        copy: "Kopieer",
        copied: "Gekopieerd.",
        not_copied: "Kopiëren lukte niet. Typ het over.",
        new_password: "Kies een eigen wachtwoord",
        new_password_hint: |least| {
            format!("Minstens {least} letters of cijfers. Een paar losse woorden achter elkaar is goed.")
        },
        new_password_wanted: "Je wachtwoord kreeg je van iemand. Kies nu een eigen wachtwoord.",
        new_password_fault: |code, limit| match code {
            FieldCode::Missing | FieldCode::Empty => {
                format!("Vul een eigen wachtwoord in. Neem er minstens {limit} letters of cijfers voor.")
            }
            FieldCode::TooShort => {
                format!("Je wachtwoord is te kort. Neem er minstens {limit} letters of cijfers voor.")
            }
            FieldCode::TooLong => "Je wachtwoord is te lang. Maak het korter.".into(),
            FieldCode::Invalid
            | FieldCode::TooMany
            | FieldCode::UnknownValue
            | FieldCode::WrongType
            | FieldCode::UnknownField
            | FieldCode::ControlCharacters
            | FieldCode::TooManyMarks
            | FieldCode::NeedsYoungPerson
            | FieldCode::ContactDetails
            | FieldCode::NotShortened => "Kies een ander wachtwoord dan je kreeg.".into(),
        },
    },
    queue: Queue {
        lead: |waiting, oldest, days| {
            let days = if days == 1 { "1 dag".to_owned() } else { format!("{days} dagen") };
            match (waiting, oldest) {
                (0, _) | (_, None) => format!("Er wacht niets. We beloofden: binnen {days}."),
                (1, Some(oldest)) => {
                    format!("1 wacht. De oudste wacht {}. We beloofden: binnen {days}.", waited(oldest))
                }
                (n, Some(oldest)) => {
                    format!("{n} wachten. De oudste wacht {}. We beloofden: binnen {days}.", waited(oldest))
                }
            }
        },
        lists: "Lijsten",
        list: |state| match state {
            PostState::Published => "Op het bord",
            PostState::Declined => "Niet geplaatst",
            PostState::TakenDown => "Van het bord",
            PostState::HandedBack => "Bij de schrijver",
            PostState::Received | PostState::Withdrawn | PostState::Expired | PostState::Erased => "Wacht",
        },
        heading: |state| match state {
            PostState::Published => "Op het bord",
            PostState::Declined => "Niet geplaatst",
            PostState::TakenDown => "Van het bord gehaald",
            PostState::HandedBack => "Bij de schrijver",
            PostState::Received | PostState::Withdrawn | PostState::Expired | PostState::Erased => "Rij",
        },
        waits: |time| format!("Wacht {}", waited(time)),
        danger: "Zorgen: eerst lezen",
        second: "Wacht op een tweede lezer",
        another: "Vraagt andere lezer",
        claimed: |name| format!("{name} leest"),
        findings: |n| if n == 1 { "1 vondst".into() } else { format!("{n} vondsten") },
        more: "Meer laden",
        all_shown: "Dit zijn ze allemaal.",
        done: "Alles is gelezen",
        done_more: "Dank je wel. Kijk morgen weer.",
        empty: |state| match state {
            PostState::Published => "Er hangt nog niets op het bord.",
            PostState::Declined => "Er is niets dat niet geplaatst is.",
            PostState::TakenDown => "Er is niets van het bord gehaald.",
            PostState::HandedBack => "Er ligt niets bij een schrijver.",
            PostState::Received | PostState::Withdrawn | PostState::Expired | PostState::Erased => "Alles is gelezen.",
        },
        choose: "Kies een droom uit de rij",
        choose_more: "Zorgen staan bovenaan. Daarna de oudste.",
        read_oldest: "Lees de bovenste",
    },
    review: Review {
        title: "Leestafel: een droom – Droombord",
        heading: "Deze droom lezen",
        back: "Terug naar de rij",
        first_listen: "Lees eerst wat de schrijver wil zeggen. Kijk daarna pas naar de vondsten. Raad niet wie dit is.",
        rules: "Onze regels",
        rule: [
            "Eerst horen, dan kijken. Elke droom verdient een lezer.",
            "Niets verandert zonder dat de schrijver het weet.",
            "Niets gaat weg zonder een reden.",
            "Boos mag. Herkenbaar niet.",
            "Bij gevaar: nooit alleen beslissen. Een tweede lezer beslist mee.",
        ],
        trail: "Wat er gebeurde",
        trail_step: |kind| match kind {
            TrailKind::Received => "Ontvangen",
            TrailKind::Read => "Gelezen",
            TrailKind::SecondReader => "Tweede lezer",
            TrailKind::HandedBack => "Teruggegeven",
            TrailKind::Reminded => "Nog een keer gevraagd",
            TrailKind::Revised => "Veranderd door de schrijver",
            TrailKind::Published => "Geplaatst op het bord",
            TrailKind::Shortened => "Ingekort",
            TrailKind::Declined => "Niet geplaatst",
            TrailKind::Asked => "Antwoord gevraagd",
            TrailKind::Answered => "Antwoord",
            TrailKind::Understood => "De schrijver zei of het klopt",
            TrailKind::Verdict => "De schrijver zei hoe het voelt",
            TrailKind::Promised => "Belofte loopt",
            TrailKind::Kept => "Belofte gedaan",
            TrailKind::Overdue => "Belofte te laat",
            TrailKind::PromiseWithdrawn => "Belofte teruggenomen",
            TrailKind::TakenDown => "Van het bord gehaald",
            TrailKind::Reversed => "Ongedaan gemaakt",
            TrailKind::Withdrawn => "De schrijver wil hem niet plaatsen",
            TrailKind::Expired => "Te lang geen antwoord van de schrijver",
            TrailKind::Erased => "Weggehaald door de schrijver",
        },
        by: |name| format!("door {name}"),
        reason_was: |reason| format!("Reden: {reason}"),
        text_version: |n| format!("Tekst {n}"),
        reply_to: "Reactie op",
        reply_to_gone: "Waar dit op reageert, hangt niet meer op het bord.",
        see_on_board: "Bekijk het op het bord",
        not_there: "Deze droom is er niet (meer)",
        not_there_more: "Misschien heeft de schrijver hem weggehaald. Dat mag.",
        changed: "De schrijver heeft het net veranderd",
        changed_more: "Hier staat de nieuwe tekst. Lees hem eerst. Wat je koos, staat er nog.",
    },
    marks: Marks {
        heading: |n| match n {
            0 => "Vondsten".into(),
            1 => "1 vondst".into(),
            n => format!("{n} vondsten"),
        },
        none: "Wij zien niets waardoor iemand te herkennen is. Kijk zelf ook.",
        tag: |kind| match kind {
            FindingKind::PersonName => "naam",
            FindingKind::Phone => "telefoon",
            FindingKind::Email => "mail",
            FindingKind::Address => "adres",
            FindingKind::Postcode => "postcode",
            FindingKind::Bsn => "bsn",
            FindingKind::Birthdate => "geboortedag",
            FindingKind::CaseNumber => "dossier",
            FindingKind::Institution => "instelling",
            FindingKind::School => "school",
            FindingKind::Handle => "naam op een app",
            FindingKind::Url => "website",
            FindingKind::Iban => "rekening",
            FindingKind::LicencePlate => "kenteken",
            FindingKind::CityPlace => "plaats",
        },
        looks_like: |kind| match kind {
            FindingKind::PersonName => "Lijkt een naam.",
            FindingKind::Phone => "Lijkt een telefoonnummer.",
            FindingKind::Email => "Lijkt een mailadres.",
            FindingKind::Address => "Lijkt een adres.",
            FindingKind::Postcode => "Lijkt een postcode.",
            FindingKind::Bsn => "Lijkt een burgerservicenummer.",
            FindingKind::Birthdate => "Lijkt een geboortedag.",
            FindingKind::CaseNumber => "Lijkt een dossiernummer.",
            FindingKind::Institution => "Lijkt een instelling of groep.",
            FindingKind::School => "Lijkt een school.",
            FindingKind::Handle => "Lijkt een naam op een app.",
            FindingKind::Url => "Lijkt een website.",
            FindingKind::Iban => "Lijkt een bankrekening.",
            FindingKind::LicencePlate => "Lijkt een kenteken.",
            FindingKind::CityPlace => "Een plaats. Die mag blijven.",
        },
        how_sure: |percent| match percent {
            90.. => "Bijna zeker.",
            60..90 => "Waarschijnlijk.",
            0..60 => "Misschien.",
        },
        because: |cue| match cue {
            FindingCue::Shape => "Het ziet er zo uit.",
            FindingCue::Checksum => "De cijfers kloppen ermee.",
            FindingCue::Keyword => "Een woord ernaast zegt het.",
            FindingCue::Introduction => "Iemand noemt een naam.",
            FindingCue::Title => "Er staat iets als ‘mevrouw’ voor.",
            FindingCue::Role => "Er staat iets als ‘mijn mentor’ voor.",
            FindingCue::Greeting => "Het staat in een groet.",
            FindingCue::Company => "Het staat naast een ander mens.",
            FindingCue::List => "Het staat in een lijst met namen.",
            FindingCue::Context => "De zin eromheen past bij een mens.",
            FindingCue::Repeated => "Het staat er vaker.",
        },
        together: |facts| {
            let facts = facts.iter().map(|fact| match fact {
                FactKind::Age => "leeftijd",
                FactKind::Date => "dag",
                FactKind::Birthday => "verjaardag",
                FactKind::Place => "plaats",
                FactKind::Rare => "iets bijzonders",
                FactKind::Count => "hoeveel het er zijn",
                FactKind::Only => "de enige zijn",
                FactKind::Role => "werk van familie",
            });
            format!("Samen te herkennen: {}.", facts.collect::<Vec<_>>().join(" + "))
        },
        danger: "Zorgen: lees dit met twee mensen",
        danger_tag: "zorgen",
        maybe: |kind| match kind {
            SignalKind::SelfHarm => "Misschien doet iemand zichzelf pijn.",
            SignalKind::Suicide => "Misschien wil iemand niet meer leven.",
            SignalKind::Violence => "Misschien is het ergens niet veilig.",
            SignalKind::SexualAbuse => "Misschien is er seksueel misbruik.",
            SignalKind::RunningAway => "Misschien loopt iemand weg.",
        },
        line: |line| match line {
            HelpLine::Emergency => "Bel 112:",
            HelpLine::Kindertelefoon => "De Kindertelefoon:",
            HelpLine::Line113 => "113, dag en nacht:",
            HelpLine::VeiligThuis => "Veilig Thuis, dag en nacht:",
            HelpLine::Jeugdstem => "Jeugdstem:",
        },
        danger_now: "Is er nu gevaar? Bel meteen:",
        danger_more: "Wij weten niet wie dit schreef. In de brief ‘Wij maken ons zorgen’ staat wie kan helpen.",
    },
    decide: Decide {
        heading: "Wat doe je?",
        action: |decision| match decision {
            Decision::Publish => "Plaatsen",
            Decision::HandBack => "Teruggeven",
            Decision::Decline => "Niet plaatsen",
            Decision::Shorten => "Iets weglaten en plaatsen",
            Decision::TakeDown => "Van het bord halen",
            Decision::Reverse => "Maak ongedaan",
        },
        confirm: |decision| match decision {
            Decision::Publish => "Plaats op het bord",
            Decision::HandBack => "Teruggeven aan de schrijver",
            Decision::Decline => "Plaats niet en stuur de brief",
            Decision::Shorten => "Plaats op het bord, ingekort",
            Decision::TakeDown => "Haal van het bord en stuur de brief",
            Decision::Reverse => "Plaats toch op het bord",
        },
        sending: "Wordt verstuurd …",
        sent: |decision| match decision {
            Decision::Publish => "Geplaatst op het bord.",
            Decision::HandBack => "Teruggegeven. De schrijver krijgt de brief.",
            Decision::Decline => "Niet geplaatst. De schrijver krijgt de brief.",
            Decision::Shorten => "Geplaatst. Erbij staat: ingekort door begeleider.",
            Decision::TakeDown => "Van het bord gehaald. De schrijver krijgt de brief.",
            Decision::Reverse => "Ongedaan gemaakt. De droom hangt op het bord.",
        },
        next_is: "Dit is de volgende.",
        none_left: "Er wacht niets meer.",
        patterns: "Wat ging er mis?",
        patterns_hint: "Kies er minstens één. Dan gaat het niet over één zaak.",
        pattern_missing: "Kies wat er misging. Zo komt hij op het bord.",
        keywords: "Trefwoorden",
        keywords_chosen: "Gekozen trefwoorden",
        keywords_hint: |most, needed| match needed {
            true => format!("Hoogstens {most}, samen met wat je al koos."),
            false => format!("Hoogstens {most}. Het mag ook zonder."),
        },
        keyword_add: "Zet erbij",
        keyword_remove: |word| format!("Haal weg: {word}"),
        keyword_fault: |code, limit| match code {
            FieldCode::TooMany => format!("Er passen er hoogstens {limit} bij. Haal er eerst een weg."),
            FieldCode::TooLong => format!("Dit woord is te lang. Er passen {limit} letters in."),
            FieldCode::Missing | FieldCode::Empty => "Typ eerst een woord.".into(),
            FieldCode::Invalid
            | FieldCode::TooShort
            | FieldCode::UnknownValue
            | FieldCode::WrongType
            | FieldCode::UnknownField
            | FieldCode::ControlCharacters
            | FieldCode::TooManyMarks
            | FieldCode::NeedsYoungPerson
            | FieldCode::ContactDetails
            | FieldCode::NotShortened => "Dit woord heeft vreemde tekens. Typ het opnieuw.".into(),
        },
        keyword_added: |word| format!("{word} staat erbij."),
        keyword_removed: |word| format!("{word} is weg."),
        reasons: "Waarom? De schrijver ziet dit",
        more_reasons: |n| format!("Nog {n} redenen"),
        reason_missing: "Kies eerst een reden. De schrijver ziet die.",
        letter: "Dit leest de schrijver",
        letter_waits: "Kies een reden. Dan staat hier de brief.",
        letter_help: "Past er een hulplijn bij? Die staat er vanzelf onder.",
        case: "Dit gaat over één zaak of één mens",
        case_more: "Bij terugdraaien komt geen nummer van een dossier op het bord, en geen naam. Geef hem terug met andere woorden.",
        reaches: "Hiermee kan iemand iemand bereiken",
        reaches_more: "In een reactie mag dat niet: zo blijft alles op het bord. Geef hem terug, of plaats hem niet.",
        handled: "Een andere begeleider heeft deze al behandeld. Ga naar de volgende.",
        gone: "De schrijver heeft deze net weggehaald. Dat mag. Ga naar de volgende.",
        to_next: "Naar de volgende",
        needs_another: "Dit doet een andere begeleider",
        needs_another_more: "Jij besliste hier de vorige keer over. Ongedaan maken doen we met een tweede mens. Vraag een collega.",
        another: "De schrijver vraagt een andere lezer",
        another_lead: "Een collega plaatste dit niet. De reden staat in het spoor. Lees het met frisse ogen.",
        another_more: "Jij plaatste dit de vorige keer niet. De schrijver vraagt nu iemand anders. Vraag een collega.",
        two: "Hier beslissen twee mensen over",
        two_first: "Jij leest als eerste. Kies wat jij zou doen. Daarna leest een tweede begeleider.",
        two_alone: "Er is geen tweede begeleider",
        two_alone_more: "Vraag de beheerder om iemand erbij. Je kunt nu al kiezen wat jij zou doen.",
        two_second: |name, decision| match decision {
            Decision::Publish | Decision::HandBack | Decision::Shorten | Decision::Reverse => {
                format!("{name} las dit als eerste, en zou het plaatsen.")
            }
            Decision::Decline | Decision::TakeDown => format!("{name} las dit als eerste, en zou het niet plaatsen."),
        },
        two_second_more: "Lees het zelf ook. Kies hetzelfde, of iets anders. Jouw keuze geldt.",
        two_waits: |decision| match decision {
            Decision::Publish | Decision::HandBack | Decision::Shorten | Decision::Reverse => {
                "Jij las dit als eerste, en zou het plaatsen.".into()
            }
            Decision::Decline | Decision::TakeDown => "Jij las dit als eerste, en zou het niet plaatsen.".into(),
        },
        two_waits_more: "Nu leest een andere begeleider. Die beslist. Praat er samen over.",
        propose: |decision| match decision {
            Decision::Publish => "Zeg: ik zou dit plaatsen",
            Decision::HandBack => "Teruggeven aan de schrijver",
            Decision::Shorten => "Plaats op het bord, ingekort",
            Decision::Decline => "Zeg: ik zou dit niet plaatsen",
            Decision::TakeDown => "Haal van het bord en stuur de brief",
            Decision::Reverse => "Plaats toch op het bord",
        },
        proposed: "Dank je. Nu leest een tweede begeleider.",
        nothing_now: |state| match state {
            PostState::HandedBack => {
                "Deze ligt bij de schrijver. Na 7 dagen vragen we het nog een keer. Daarna mag je iets weglaten."
            }
            PostState::Withdrawn => "De schrijver wil hem niet plaatsen. Je hoeft niets te doen.",
            PostState::Expired => "De schrijver gaf geen antwoord. Je hoeft niets te doen.",
            PostState::Erased => "De schrijver heeft hem weggehaald. Dat mag.",
            PostState::Received | PostState::Published | PostState::Declined | PostState::TakenDown => {
                "Je hoeft nu niets te doen."
            }
        },
    },
    hand_back: HandBack {
        heading: "Jouw voorstel",
        hint: "Kies een stuk van de tekst en zeg hoe het wordt. De schrijver beslist. Het mag ook zonder voorstel.",
        take: |piece| format!("Neem over: {piece}"),
        stretch: "Dit stuk",
        stretch_hint: "Precies zoals het in de tekst staat.",
        stretch_missing: "Dit stuk staat niet zo in de tekst, of het blijft hetzelfde.",
        instead: "Het wordt",
        instead_hint: "Laat je dit leeg? Dan valt het stuk weg.",
        preview: "Zo vraag je het aan de schrijver",
        sentence: "Eigen zin erbij",
        sentence_sent: "Eigen zin in de brief",
        sentence_hint: |most| format!("Mag ook zonder. Hoogstens {most} letters. Alle begeleiders kunnen dit lezen."),
        fault: |code| match code {
            FieldCode::TooLong => "Dit is te lang. Maak het korter.",
            FieldCode::ContactDetails => {
                "Hier staat een nummer, adres of account in. Haal dat weg. Zo kan niemand een schrijver bereiken."
            }
            FieldCode::NotShortened => "Je mag alleen iets weglaten. Andere woorden mogen niet.",
            FieldCode::Missing
            | FieldCode::Empty
            | FieldCode::Invalid
            | FieldCode::TooShort
            | FieldCode::TooMany
            | FieldCode::UnknownValue
            | FieldCode::WrongType
            | FieldCode::UnknownField
            | FieldCode::ControlCharacters
            | FieldCode::TooManyMarks
            | FieldCode::NeedsYoungPerson => "Dit past niet bij de tekst. Kijk nog eens.",
        },
        left_out: "Wat er overblijft",
        left_out_hint: "Haal weg wat niet kan. Zet er niets bij. De schrijver ziet nog 30 dagen wat er stond.",
        left_out_wrong: "Haal iets weg, en verander verder niets. Andere woorden mogen alleen als de schrijver ja zegt.",
        asked: "Dit vragen wij de schrijver",
        asked_at: |when| format!("Gevraagd op {when}"),
        asked_again: |when| format!("Nog een keer gevraagd op {when}. Er kwam geen antwoord."),
    },
    together: &together::TOGETHER,
    worklist: &worklist::WORK,
    finding: &finding::FINDING,
    insight: &insight::INSIGHT,
    alert: Alert {
        title: |n| format!("Meteen lezen: {n}"),
        heading: |n| {
            if n == 1 {
                "Een schrijver vraagt of je meteen kijkt".into()
            } else {
                format!("{n} schrijvers vragen of je meteen kijkt")
            }
        },
        read: |waited| match waited {
            Some(waited) => format!("Lees nu. {}", (MESSAGES.queue.waits)(waited)),
            None => "Lees nu".into(),
        },
        sound_ask: "Wil je een geluid als een schrijver hulp vraagt?",
        sound_on: "Zet geluid aan",
        sound_off: "Zet geluid uit",
        sound_is_on: "Geluid staat aan.",
        sound_is_off: "Geluid staat uit.",
    },
    keys: Keys {
        heading: "Sneltoetsen",
        on: "Sneltoetsen aan",
        note: "Ze werken niet als je typt. Deze keuze geldt op dit apparaat.",
        next: "Volgende in de rij",
        previous: "Vorige in de rij",
        choose: |decision| match decision {
            Decision::Publish => "Kies: plaatsen",
            Decision::HandBack => "Kies: teruggeven",
            Decision::Decline => "Kies: niet plaatsen",
            Decision::Shorten => "Kies: iets weglaten en plaatsen",
            Decision::TakeDown => "Kies: van het bord halen",
            Decision::Reverse => "Kies: maak ongedaan",
        },
        enter: "Doe wat op de grote knop staat",
        enter_key: "Enter",
    },
    devices: Devices {
        title: "Leestafel: ingelogd – Droombord",
        heading: "Waar je bent ingelogd",
        lead: "Ken je er een niet? Log daar uit en vraag een nieuw wachtwoord.",
        here: "Deze",
        began: |when| format!("Begonnen op {when}"),
        used: |when| format!("Laatst gebruikt: {when}"),
        end: "Log daar uit",
        end_about: |when| format!(", begonnen op {when}"),
        ended: "Daar ben je nu uitgelogd.",
    },
    people: People {
        heading: "Wie kan inloggen",
        lead: "Jij beheert wie kan inloggen. Wat wacht, lezen alleen begeleiders.",
        few: |n| if n == 0 { "Er is nog geen begeleider" } else { "Er is maar één begeleider" },
        few_more: "Bij zorgen beslissen altijd twee begeleiders. Ook ongedaan maken doet een ander. Zet er iemand bij.",
        you: "Dit ben jij",
        ready: "Klaar om te beginnen",
        not_ready: "Moet nog een keer inloggen",
        disabled: "Kan niet inloggen",
        happened: "Wat er gebeurde",
        step: |step| match step {
            AccountStep::Made => "Gemaakt",
            AccountStep::Reset => "Nieuw eerste wachtwoord",
            AccountStep::Disabled => "Kan niet meer inloggen",
        },
        by: |name| format!("door {name}"),
        by_command: "op de server zelf",
        reset: "Nieuw eerste wachtwoord",
        reset_ask: |name| {
            format!(
                "{name} een nieuw eerste wachtwoord geven? Het oude werkt dan niet meer. De app met codes ook niet."
            )
        },
        reset_yes: "Ja, maak een nieuw",
        allow: "Laat weer inloggen",
        allow_ask: |name| format!("{name} weer laten inloggen? Je krijgt een nieuw eerste wachtwoord."),
        allow_yes: "Ja, laat weer inloggen",
        disable: "Laat niet meer inloggen",
        disable_ask: |name| format!("{name} niet meer laten inloggen? {name} is dan meteen overal uitgelogd."),
        disable_yes: "Ja, niet meer inloggen",
        about: |name| format!(": {name}"),
        no: "Nee, laat zo",
        disabled_now: |name| format!("{name} kan niet meer inloggen."),
        make: "Iemand erbij",
        name: "Naam",
        name_hint: "Collega’s zien deze naam. Hij staat bij elke keuze.",
        role: "Wat gaat deze mens doen?",
        role_hint: |role| match role {
            StaffRole::Facilitator => "Leest alles eerst en beslist.",
            StaffRole::Answerer => "Antwoordt voor een organisatie. Leest wat iedereen leest.",
            StaffRole::Administrator => "Beheert wie kan inloggen. Leest niets wat wacht.",
        },
        make_go: "Maak",
        name_taken: "Deze naam is er al, of lijkt erop. Kies een andere.",
        name_fault: |code, limit| match code {
            FieldCode::Missing | FieldCode::Empty => "Typ een naam.".into(),
            FieldCode::TooLong => format!("De naam is te lang. Er passen {limit} letters in."),
            FieldCode::Invalid
            | FieldCode::TooShort
            | FieldCode::TooMany
            | FieldCode::UnknownValue
            | FieldCode::WrongType
            | FieldCode::UnknownField
            | FieldCode::ControlCharacters
            | FieldCode::TooManyMarks
            | FieldCode::NeedsYoungPerson
            | FieldCode::ContactDetails
            | FieldCode::NotShortened => "De naam heeft vreemde tekens. Typ hem opnieuw.".into(),
        },
        role_missing: "Kies wat deze mens gaat doen.",
        not_now: "Dat kan niet bij jezelf. Vraag een andere beheerder.",
        first_password: |name| format!("Het eerste wachtwoord van {name}"),
        first_password_once: "Je ziet dit één keer. Wij kunnen het niet nog een keer laten zien.",
        first_password_label: "Eerste wachtwoord",
        what_to_do: [
            "Geef het zelf, op papier of aan de telefoon. Niet in een mail.",
            "Zeg erbij: log in op de leestafel met naam en wachtwoord.",
            "Daarna volgen de app met codes en een eigen wachtwoord.",
        ],
        noted: "Ik heb het opgeschreven",
    },
    answering: answering::ANSWERING,
    promising: promising::PROMISING,
};

fn role_name(role: StaffRole) -> &'static str {
    match role {
        StaffRole::Facilitator => "begeleider",
        StaffRole::Answerer => "iemand van een organisatie",
        StaffRole::Administrator => "beheerder",
    }
}

fn waited(time: Waited) -> String {
    match time {
        Waited::Minutes(1) => "1 minuut".into(),
        Waited::Minutes(n) => format!("{n} minuten"),
        Waited::Hours(n) => format!("{n} uur"),
        Waited::Days(1) => "1 dag".into(),
        Waited::Days(n) => format!("{n} dagen"),
    }
}

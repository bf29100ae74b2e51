//! Dutch: plain (B1 or easier), *je* and *jij*, sentences of at most twelve words. Source: the movement's copy deck.

use super::messages::{Board, Frame, Messages, Names, Post, States};
use droombord_domain::{
    post::{AgeBand, Direction, Kind, Lang, Region, Role},
    support::Support,
    trail::TrailKind,
};

/// The sentences.
pub(super) static MESSAGES: Messages = Messages {
    frame: Frame {
        skip: "Naar de inhoud",
        brand: "Droombord",
        brand_goal: ": naar het bord",
        menu: "Menu",
        board: "Bord",
        share: "Schrijf",
        mine: "Mijn dromen",
        help: "Hulp nodig?",
        exit: "Weg hier",
        about_movement: "Droombord is van de beweging Radicale vernieuwing jeugdzorg. Zonder account. Zonder e-mail. Zonder volgers.",
        how: "Hoe werkt het?",
        rules: "Onze regels",
        privacy: "Wat weten jullie van mij?",
        accessibility: "Is dit goed te lezen?",
        other_lang_name: "English",
        other_lang: Lang::En,
        panic_title: "Er ging iets mis",
        panic_lead: "Dat ligt aan ons, niet aan jou. Wat je schreef, staat nog op deze telefoon.",
        reload: "Open de pagina opnieuw",
    },
    names: Names {
        kind: |kind| match kind {
            Kind::Dream => "Droom",
            Kind::Story => "Verhaal",
        },
        direction: |direction| match direction {
            Direction::Start => "Starten",
            Direction::Stop => "Stoppen",
            Direction::TurnBack => "Terugdraaien",
        },
        no_direction: |kind| match kind {
            Kind::Dream => "Vrije droom",
            Kind::Story => "Vrij verhaal",
        },
        by,
        on_behalf: "opgeschreven voor iemand anders",
        role: |role| match role {
            Role::YoungPerson => "Kind of jongere",
            Role::Parent => "Ouder of verzorger",
            Role::Family => "Oma, opa of andere familie",
            Role::Professional => "Ik werk in de jeugdzorg",
            Role::ExpertByExperience => "Ervaringsdeskundige",
            Role::CouncilMember => "Lid van een cliëntenraad",
            Role::Director => "Bestuurder",
        },
        age_band: |band| match band {
            AgeBand::UpTo12 => "10–12 jaar",
            AgeBand::From13To15 => "13–15 jaar",
            AgeBand::From16To17 => "16–17 jaar",
            AgeBand::From18 => "18–20 jaar",
        },
        region: |region| match region {
            Region::North => "Noord-Nederland",
            Region::East => "Oost-Nederland",
            Region::Middle => "Midden-Nederland",
            Region::West => "West-Nederland",
            Region::South => "Zuid-Nederland",
        },
        support: |support| match support {
            Support::Hear => "Ik hoor je",
            Support::Recognise => "Dat herken ik",
            Support::Join => "Ik doe mee",
        },
        keywords: "Trefwoorden",
        sample: "Voorbeeld",
        shortened: "ingekort door begeleider",
        half_month: |when| {
            let half = if when.half == 1 { "begin" } else { "eind" };
            format!("{half} {} {}", month(when.month), when.year)
        },
        trail: |kind| match kind {
            TrailKind::Received => "Ontvangen",
            TrailKind::Read => "Gelezen door een begeleider",
            TrailKind::SecondReader => "Twee begeleiders lezen mee",
            TrailKind::HandedBack => "Wij vragen jou iets",
            TrailKind::Reminded => "Wij vroegen het nog een keer",
            TrailKind::Revised => "Jij hebt het veranderd",
            TrailKind::Published => "Geplaatst op het bord",
            TrailKind::Shortened => "Ingekort door een begeleider",
            TrailKind::Declined => "Niet op het bord",
            TrailKind::Asked => "Antwoord gevraagd",
            TrailKind::Answered => "Antwoord",
            TrailKind::Understood => "De schrijver zegt of het klopt",
            TrailKind::Verdict => "De schrijver zegt hoe het voelt",
            TrailKind::Promised => "Belofte loopt",
            TrailKind::Kept => "Belofte gedaan",
            TrailKind::Overdue => "Belofte te laat",
            TrailKind::PromiseWithdrawn => "Belofte teruggenomen",
            TrailKind::TakenDown => "Van het bord gehaald",
            TrailKind::Reversed => "Toch op het bord",
            TrailKind::Withdrawn => "Toch niet plaatsen",
            TrailKind::Expired => "Te lang geen antwoord van jou",
            TrailKind::Erased => "Weggehaald door de schrijver",
        },
        days: |n| if n == 1 { "1 dag".into() } else { format!("{n} dagen") },
    },
    board: Board {
        title: "Het bord – Droombord",
        heading: "Waar droom jij van?",
        lead: "Hier hangen dromen en verhalen over jeugdzorg. Een mens leest ze allemaal. En je ziet wat ermee gebeurt.",
        write: "Schrijf jouw droom",
        how: "Zo werkt het",
        how_write: "Jij schrijft",
        how_write_more: "Eén zin is genoeg. Zonder naam.",
        how_read: "Een mens leest het",
        how_see: "Jij ziet wat ermee gebeurt",
        how_see_more: "Met jouw droomsleutel.",
        list_heading: "Dromen en verhalen",
        about_what: "Waar wil je over lezen?",
        how_to_read: "Hoe wil je lezen?",
        wall: "Muur",
        list: "Lijst",
        search: "Zoek",
        search_label: "Zoek een woord",
        search_go: "Zoek",
        search_clear: "Stop met zoeken",
        more_filters: "Meer keuzes",
        any: "Alles",
        filter_kind: "Droom of verhaal",
        filter_role: "Van wie",
        filter_region: "Waar in Nederland",
        filter_go: "Laat zien",
        keyword_is: |keyword| format!("Trefwoord: {keyword}"),
        newest_first: "De nieuwste hangen vooraan.",
        read_on: "Lees verder",
        read_on_about: |heading| format!(": {heading}"),
        read_and_placed: "Gelezen en geplaatst",
        see_trail_of: |heading| format!(". Bekijk het spoor van: {heading}"),
        react_to: |heading| format!("Reageer op: {heading}"),
        more: "Meer dromen laten zien",
        all_shown: "Dit zijn ze allemaal.",
        shown: |n| if n == 1 { "1 droom of verhaal".into() } else { format!("{n} dromen en verhalen") },
    },
    post: Post {
        title: "Een droom – Droombord",
        back: "Terug naar het bord",
        let_know: "Laat weten dat je dit las",
        thanks: |support| match support {
            Support::Hear => "Dank je. De schrijver ziet: iemand hoort mij.",
            Support::Recognise => "Dank je. De schrijver ziet: iemand herkent dit.",
            Support::Join => "Dank je. De schrijver ziet: iemand doet mee.",
        },
        taken_back: "Je reactie is weg.",
        not_arrived: "Dat kwam niet aan. Tik nog een keer.",
        more_than: |n, support| {
            let said = match support {
                Support::Hear => "ik hoor je",
                Support::Recognise => "dat herken ik",
                Support::Join => "ik doe mee",
            };
            format!("Meer dan {n} mensen zeiden: {said}.")
        },
        too_few: "Wij laten pas iets zien als er meer dan 5 mensen reageren.",
        trail: "Het spoor van deze droom",
        placed_more: "Er is niets veranderd aan de tekst.",
        nobody_asked: "Nog niemand om te antwoorden",
        nobody_asked_more: "Wij zoeken wie dit kan oppakken.",
    },
    states: States {
        loading: "Dromen worden geladen.",
        failed: "Het laden lukte niet",
        failed_more: "Dat ligt aan ons, niet aan jou. Wacht even en probeer het nog eens.",
        again: "Probeer opnieuw",
        offline: "Je hebt geen internet",
        offline_more: "Wat hier al stond, kun je gewoon lezen. Probeer het straks nog eens.",
        too_often: "Dat was te vaak. Wacht even en probeer het weer.",
        empty: "Hier hangt nog niets",
        empty_more: "Jij kunt de eerste zijn. Eén zin is genoeg.",
        nothing_found: "Geen dromen met deze keuze",
        nothing_found_more: "Kies iets anders. Of laat alles zien.",
        show_all: "Laat alles zien",
        no_post: "Deze droom hangt hier niet (meer)",
        no_post_more: "Misschien heeft de schrijver hem weggehaald. Dat mag.",
        no_page_title: "Niet gevonden – Droombord",
        no_page: "Deze pagina bestaat niet",
        no_page_more: "Misschien klopt het adres niet. Op het bord kun je verder.",
        to_board: "Naar het bord",
        reading_on_time: |n| format!("Meestal binnen {}.", if n == 1 { "1 dag".into() } else { format!("{n} dagen") }),
        reading_late: |n| {
            format!(
                "Het is nu druk. Het duurt langer dan {}. Sorry.",
                if n == 1 { "1 dag".into() } else { format!("{n} dagen") }
            )
        },
        reading_nobody: "Er is nu even niemand om te lezen. Wat je schrijft, blijft veilig wachten.",
    },
};

fn by(role: Option<Role>, band: Option<AgeBand>) -> String {
    let who = match role {
        None => return String::new(),
        Some(Role::YoungPerson) if band == Some(AgeBand::UpTo12) => "een kind",
        Some(Role::YoungPerson) => "een jongere",
        Some(Role::Parent) => "een ouder",
        Some(Role::Family) => "oma, opa of andere familie",
        Some(Role::Professional) => "iemand uit de jeugdzorg",
        Some(Role::ExpertByExperience) => "een ervaringsdeskundige",
        Some(Role::CouncilMember) => "iemand van een cliëntenraad",
        Some(Role::Director) => "een bestuurder",
    };
    match band {
        Some(band) => format!("van {who}, {}", (MESSAGES.names.age_band)(band)),
        None => format!("van {who}"),
    }
}

fn month(month: u8) -> &'static str {
    match month {
        1 => "januari",
        2 => "februari",
        3 => "maart",
        4 => "april",
        5 => "mei",
        6 => "juni",
        7 => "juli",
        8 => "augustus",
        9 => "september",
        10 => "oktober",
        11 => "november",
        _ => "december",
    }
}

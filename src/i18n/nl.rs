//! Dutch: plain (B1 or easier), *je* and *jij*, sentences of at most twelve words. Source: the movement's copy deck.

pub(super) mod answers;
pub(super) mod failing;
pub(super) mod guard;
pub(super) mod info;
pub(super) mod kept;
pub(super) mod known;
pub(super) mod mine;
pub(super) mod promises;
pub(super) mod reported;
pub(super) mod share;
pub(super) mod standing;
pub(super) mod told;
pub(super) mod without;

use super::messages::{Board, Frame, Kept, Messages, Names, Post, Reasons, States};
use droombord_domain::{
    api::News,
    post::{AgeBand, Direction, Kind, Lang, Region, Role},
    reason::Reason,
    support::Support,
    trail::TrailKind,
};

/// The sentences.
pub(super) static MESSAGES: Messages = Messages {
    lang: Lang::Nl,
    frame: Frame {
        skip: "Naar de inhoud",
        brand: "Droombord",
        brand_goal: ": naar het bord",
        menu: "Menu",
        board: "Bord",
        share: "Schrijf",
        mine: "Mijn dromen",
        promises: "Beloftes",
        help: "Hulp nodig?",
        exit: "Weg hier",
        exit_to: |host| match host {
            Some(host) => format!(", naar {host}"),
            None => ", naar een andere pagina".into(),
        },
        about_movement: "Droombord is van de beweging Radicale vernieuwing jeugdzorg. Zonder account. Zonder e-mail. Zonder volgers.",
        how: "Hoe werkt het?",
        rules: "Onze regels",
        privacy: "Wat weten jullie van mij?",
        accessibility: "Is dit goed te lezen?",
        other_lang_name: "English",
        other_lang: Lang::En,
        panic_title: "Er ging iets mis",
        panic_lead: "Dat ligt aan ons, niet aan jou. Wat al bewaard was, blijft bewaard.",
        reload: "Open de pagina opnieuw",
    },
    names: Names {
        kind: |kind| match kind {
            Kind::Dream => "Droom",
            Kind::Story => "Verhaal",
            Kind::Reply => "Reactie",
        },
        direction: |direction| match direction {
            Direction::Start => "Starten",
            Direction::Stop => "Stoppen",
            Direction::TurnBack => "Terugdraaien",
        },
        no_direction: |kind| match kind {
            Kind::Dream => "Vrije droom",
            Kind::Story => "Vrij verhaal",
            Kind::Reply => "Praat mee",
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
            AgeBand::UpTo12 => "10\u{a0}tot\u{a0}12\u{a0}jaar",
            AgeBand::From13To15 => "13\u{a0}tot\u{a0}15\u{a0}jaar",
            AgeBand::From16To17 => "16\u{a0}tot\u{a0}17\u{a0}jaar",
            AgeBand::From18 => "18\u{a0}tot\u{a0}20\u{a0}jaar",
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
        keywords: "Trefwoorden: kies er een en zie meer dromen",
        press: |chosen| if chosen { "Gekozen. Kies het weer, dan is de keuze weg." } else { "Laat alleen dit zien." },
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
        confidant: "Bel Jeugdstem:",
    },
    board: Board {
        title: "Het bord – Droombord",
        write: "Schrijf jouw droom",
        list_heading: "Dromen en verhalen",
        about_what: "Waar wil je over lezen?",
        how_to_read: "Hoe wil je lezen?",
        wall: "Muur",
        list: "Lijst",
        search: "Zoek",
        search_label: "Zoek een woord",
        search_go: "Zoek",
        search_clear: "Zoek niet meer",
        more_filters: "Meer keuzes",
        keyword_is: |keyword| format!("Trefwoord: {keyword}"),
        unread_first: "Dromen die nog weinig gelezen zijn, hangen vooraan.",
        newest_first: "De nieuwste hangen vooraan.",
        unread: "Weinig gelezen vooraan",
        newest: "Nieuwste vooraan",
        read_on: "Lees verder",
        status: [
            "Gelezen en geplaatst",
            "Wacht op een antwoord",
            "Heeft een antwoord",
            "De schrijver zegt: voor een deel",
            "De schrijver zegt: nog niet",
            "De schrijver zegt: zo voelt het gehoord",
            "Er is iets beloofd",
            "De belofte is te laat",
            "Gedaan",
        ],
        waiting: |days, name| {
            if days == 0 {
                ["Vandaag gevraagd aan ", name].concat()
            } else {
                ["Wacht ", &(MESSAGES.names.days)(days), " op een antwoord van ", name].concat()
            }
        },
        renewed: "Met een droom is iets gebeurd.",
        about_status: "Wat gebeurde ermee?",
        filter_status: ["Met antwoord", "Met belofte", "Zo voelt het gehoord", "Wacht op antwoord"],
        filters: "Kies wat je leest",
        react: "Reageer",
        more: "Meer dromen laten zien",
        all_shown: "Dit zijn ze allemaal.",
        news: |News { posts, answers, .. }| match (posts, answers) {
            (0, 0 | 1) => "Er is een nieuw antwoord.".into(),
            (0, answers) => format!("Er zijn {answers} nieuwe antwoorden."),
            (1, _) => "Er hangt een nieuwe droom.".into(),
            (posts, _) => format!("Er hangen {posts} nieuwe dromen."),
        },
        news_show: "Laat zien",
        shown: |n| if n == 1 { "1 droom of verhaal".into() } else { format!("{n} dromen en verhalen") },
        shown_about: |n, direction| {
            let direction = match direction {
                Direction::Start => "starten",
                Direction::Stop => "stoppen",
                Direction::TurnBack => "terugdraaien",
            };
            format!("{n} {} over {direction}", if n == 1 { "droom" } else { "dromen" })
        },
    },
    post: Post {
        title: |kind| match kind {
            Kind::Dream | Kind::Reply => "Een droom – Droombord",
            Kind::Story => "Een verhaal – Droombord",
        },
        back: "Terug naar het bord",
        let_know: "Laat weten dat je dit las",
        thanks: |support| match support {
            Support::Hear => "Dank je. Jouw ‘Ik hoor je’ telt mee.",
            Support::Recognise => "Dank je. Jouw ‘Dat herken ik’ telt mee.",
            Support::Join => "Dank je. Jouw ‘Ik doe mee’ telt mee.",
        },
        taken_back: "Je reactie is weg.",
        not_arrived: "Dat lukte niet. Tik nog een keer.",
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
        waits: "Dat wacht op bereik. Open het bord later weer.",
        waits_busy: "Het is druk, het gaat vanzelf.",
        placed_more: "Niets is veranderd zonder ja van de schrijver.",
        nobody_asked: "Nog niemand om te antwoorden",
        nobody_asked_more: "Een begeleider kan een organisatie vragen.",
        talk: "Praat mee",
        talk_lead: "Een begeleider leest elke reactie eerst.",
        talk_none: "Er staan nog geen reacties bij.",
        talk_write: "Schrijf een reactie",
        wrong: "Hier klopt iets niet",
        talk_more: "Meer reacties laten zien",
        turn_back: "Moeten ze ook bij jou opnieuw kijken? Een vertrouwenspersoon staat aan jouw kant.",
    },
    states: States {
        loading: "Dromen worden geladen.",
        failed: "Het laden lukte niet",
        failed_more: "Dat ligt aan ons, niet aan jou. Wacht even en probeer het nog eens.",
        foreign: "Dit antwoord kwam niet van het bord. Misschien van de wifi of een filter.",
        again: "Probeer opnieuw",
        offline: "Je hebt geen internet",
        offline_more: "Zonder internet lukt dit niet. Probeer het straks nog eens.",
        busy: "Het is druk. Probeer het over een minuut opnieuw.",
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
    kept: Kept {
        old: "Er is nu geen verbinding.",
        old_at: "Zo was het op",
        old_again: "Probeer opnieuw",
        newer: "Er is een nieuwe versie. Maak eerst af wat je schrijft.",
        renew: "Vernieuw de pagina",
    },
};

/// The ten reasons and their letters.
pub(super) static REASONS: Reasons = Reasons {
    name: |reason| match reason {
        Reason::Recognisable => "Iemand is te herkennen",
        Reason::ContactDetails => "Er staat een nummer, adres of account in",
        Reason::CaseFile => "Er staat iets uit een dossier in",
        Reason::AnotherChild => "Het gaat ook over een ander kind",
        Reason::Accusation => "Iemand wordt beschuldigd",
        Reason::HurtfulWords => "Er staan woorden in die pijn doen",
        Reason::Worried => "Wij maken ons zorgen",
        Reason::OffTopic => "Het gaat niet over jeugdzorg",
        Reason::Duplicate => "Dit staat er al",
        Reason::Unclear => "Wij begrijpen het nog niet goed",
    },
    handed_back,
    declined,
    help: "Deze mensen luisteren naar jou.",
    sentence_of: "De begeleider schrijft erbij",
    two_readers: "Wij hebben het met twee mensen gelezen.",
    after_declined: "Je kunt hem veranderen en nog een keer sturen. Dan lezen wij hem opnieuw.",
    after_taken_down: "Deze tekst kun je niet meer veranderen. Een nieuwe schrijven mag altijd.",
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

fn handed_back(reason: Reason, proposed: bool) -> String {
    let ask = |with: &'static str, without: &'static str| if proposed { with } else { without };
    match reason {
        Reason::Recognisable => format!(
            "Dank je wel voor je droom. Wij willen hem graag plaatsen. Er staat iets in waardoor iemand jou of een ander kan herkennen. {}",
            ask("Wij hebben een voorstel. Is dat goed voor jou?", "Kun je dat weglaten?")
        ),
        Reason::ContactDetails => format!(
            "Dank je wel. Je droom mag op het bord. Er staat een nummer, adres of account in. Dat halen we liever weg, zodat niemand je lastigvalt. {}",
            ask("Is dat goed?", "Kun je het weglaten?")
        ),
        Reason::CaseFile => format!(
            "Dank je wel. Wat jij wilt, is belangrijk. Een nummer of een stuk uit een dossier kan niet op het bord. Jouw punt wel. {} Wil je dat iemand met je meekijkt naar je dossier? Dat doet Jeugdstem.",
            ask("Wij hebben een voorstel.", "Vertel het met je eigen woorden.")
        ),
        Reason::AnotherChild => "Dank je wel. Je schrijft ook over een ander kind. Dat kind kan nu niet meebeslissen. Kun je alleen jouw deel vertellen? Wij helpen je graag.".into(),
        Reason::Accusation => "Dank je wel dat je dit vertelt. Het is goed dat je het zegt. Op het bord kunnen we niet schrijven dat een bepaald persoon iets deed. Vertel wat er moet veranderen. En praat met iemand die naast jou staat.".into(),
        Reason::HurtfulWords => format!(
            "Dank je wel. Wij lezen hoe boos je bent. Boos mag. Sommige woorden doen een ander pijn. Kun je het anders zeggen?{}",
            ask(" Wij hebben een voorstel.", "")
        ),
        Reason::Worried => "Dank je wel dat je dit durft te schrijven. Wij maken ons zorgen om jou. Je hoeft dit niet alleen te doen. Praat met iemand. Je droom ligt veilig bij ons. Jij beslist wat ermee gebeurt.".into(),
        Reason::OffTopic => "Dank je wel voor je droom. Dit bord gaat over jeugdzorg. Daarom hangen wij hem hier niet op. Gaat het toch over hulp of over waar je woont? Vertel ons hoe. Dan lezen wij hem nog een keer.".into(),
        Reason::Duplicate => "Dank je wel. Deze droom hangt er al. Misschien heb je twee keer op versturen getikt. Je ene droom blijft gewoon hangen. Wil je er iets bij zetten? Dat kan.".into(),
        Reason::Unclear => "Dank je wel. Wij willen goed begrijpen wat je bedoelt. Dat lukt ons nog niet. Kun je één ding erbij zeggen: wat moet er anders?".into(),
    }
}

/// First what is good about it, then what is so, then what you can do.
fn declined(reason: Reason) -> String {
    match reason {
        Reason::Recognisable => "Dank je wel voor je droom. Wat jij wilt, is belangrijk. Er staat iets in waardoor iemand jou of een ander kan herkennen. Daarom hangt hij niet op het bord. Laat weg wie het is en waar het was.".into(),
        Reason::ContactDetails => "Dank je wel voor je droom. Wat jij wilt, is belangrijk. Er staat een nummer, adres of account in. Daarmee kan iemand je lastigvallen. Daarom hangt hij niet op het bord. Laat het nummer of adres weg.".into(),
        Reason::CaseFile => "Dank je wel. Wat jij wilt, is belangrijk. Er staat iets uit een dossier in. Dat kan niet op het bord. Jouw punt wel. Vertel het met je eigen woorden. Wil je dat iemand met je meekijkt naar je dossier? Dat doet Jeugdstem.".into(),
        Reason::AnotherChild => "Dank je wel. Wat jij wilt, is belangrijk. Je schrijft ook over een ander kind. Dat kind kan nu niet meebeslissen. Daarom hangt hij niet op het bord. Vertel alleen jouw deel.".into(),
        Reason::Accusation => "Dank je wel dat je dit vertelt. Het is goed dat je het zegt. Op het bord kan niet staan wat één persoon deed. Vertel wat er moet veranderen. En praat met iemand die naast jou staat.".into(),
        Reason::HurtfulWords => "Dank je wel. Wij lezen hoe boos je bent. Boos mag. Sommige woorden doen een ander pijn. Daarom hangt hij niet op het bord. Zeg het met andere woorden.".into(),
        Reason::Worried => "Dank je wel dat je dit durft te schrijven. Wij maken ons zorgen om jou. Daarom hangt je droom niet op het bord. Je hoeft dit niet alleen te doen. Praat met iemand. Je droom ligt veilig bij ons. Jij beslist wat ermee gebeurt.".into(),
        Reason::OffTopic => "Dank je wel voor je droom. Dit bord gaat over jeugdzorg. Daarom hangen wij hem hier niet op. Gaat het toch over hulp of over waar je woont? Vertel ons hoe.".into(),
        Reason::Duplicate => "Dank je wel. Deze droom staat er al. Misschien heb je twee keer op versturen getikt. Je ene droom blijft gewoon staan. Je hoeft niets te doen.".into(),
        Reason::Unclear => "Dank je wel. Wij willen goed begrijpen wat je bedoelt. Dat lukt ons nog niet. Daarom hangt hij nog niet op het bord. Zeg er één ding bij: wat moet er anders?".into(),
    }
}

//! Dutch: own posts.

use crate::i18n::messages::{Mine, Moment};
use droombord_domain::life::PostState;

/// Own posts.
pub(in crate::i18n) static MINE: Mine = Mine {
    title: "Mijn dromen – Droombord",
    heading: "Mijn dromen",
    lead: "Hier zie je wat er gebeurt met wat jij schreef.",
    news: |n, all| match (n, all) {
        (0, 1) => "Je volgt 1 droom of verhaal.".into(),
        (0, all) => format!("Je volgt {all} dromen en verhalen."),
        (_, 1) => "Er is nieuws bij jouw droom.".into(),
        (n, all) => format!("Er is nieuws bij {n} van jouw {all} dromen."),
    },
    none: "Je volgt nog geen droom",
    none_more: "Typ je droomsleutel, of schrijf er een.",
    write: "Schrijf jouw droom",
    follow: "Heb je een droomsleutel?",
    follow_more: "Nog een droom volgen?",
    type_key: "Typ je droomsleutel",
    type_key_hint: "7 woorden, met een spatie ertussen.",
    waits_signal: "Wacht op bereik",
    waits_signal_more: "Dit wordt vanzelf verstuurd als je weer internet hebt. Open dan even het bord. Tot dan staat het op deze telefoon.",
    waits_signal_tried: "Dit wordt vanzelf verstuurd als je weer internet hebt. Open dan even het bord. Misschien is het al binnen. Daarna kun je het weghalen.",
    waits_signal_change: "Wat je koos, wacht op bereik. Open het bord later weer.",
    waits_signal_stop: "Toch niet versturen",
    not_sent: "Niet verstuurd",
    taken_back: "Dit is niet verstuurd. Dat wilde je zo.",
    taken_back_kept: "Dit is niet verstuurd. Je tekst staat weer klaar bij ‘Schrijf’.",
    not_sent_throw: "Goed, haal dit weg",
    not_changed: "Dat kon niet meer",
    not_changed_more: "Er was intussen iets veranderd. Kijk hoe het er nu bij staat.",
    not_kept_here: "Je dromen bewaren wij niet op deze telefoon. Met internet zie je ze weer.",
    remember: "Onthoud mijn sleutel op deze telefoon",
    remember_more: "Doe dit alleen op je eigen telefoon.",
    open: "Open mijn droom",
    opened: |n| {
        if n == 1 { "Je volgt nu 1 droom of verhaal.".into() } else { format!("Je volgt nu {n} dromen en verhalen.") }
    },
    of_key: |n| format!("Droomsleutel {n}"),
    state: |state| match state {
        PostState::Received => "Wacht op een lezer",
        PostState::HandedBack => "Wij vragen jou iets",
        PostState::Published => "Geplaatst op het bord",
        PostState::Declined => "Niet op het bord",
        PostState::TakenDown => "Van het bord gehaald",
        PostState::Withdrawn => "Toch niet geplaatst",
        PostState::Expired => "Wij hoorden te lang niets van jou",
        PostState::Erased => "Weggehaald",
    },
    state_more: |state| match state {
        PostState::Received => "Een begeleider leest het.",
        PostState::HandedBack => "Wij wachten op jou. Neem de tijd.",
        PostState::Published => "Iedereen kan hem nu lezen.",
        PostState::Declined => "De reden staat hieronder. Je kunt het nog veranderen.",
        PostState::TakenDown => "De reden staat hieronder.",
        PostState::Withdrawn => "Dat wilde jij. Niemand anders ziet hem.",
        PostState::Expired => "Hij komt niet op het bord. Je mag opnieuw schrijven.",
        PostState::Erased => "De woorden zijn overal weg.",
    },
    waits: "Wacht op een lezer",
    not_read: "Nog niet gelezen",
    not_read_more: |n| {
        let days = if n == 1 { "1 dag".into() } else { format!("{n} dagen") };
        format!("Dit wacht al {days}. Dat is langer dan we beloofden. Sorry.")
    },
    waits_hours: |n| if n == 0 { "Wacht minder dan een uur".into() } else { format!("Wacht {n} uur") },
    waits_days: |n| if n == 1 { "Wacht 1 dag".into() } else { format!("Wacht {n} dagen") },
    reason: |reason| format!("De reden: {}.", lower_first(reason)),
    on_board: "Hij hangt op het bord.",
    reply_to: "Reactie op: ",
    reply_to_gone: "Waar je op reageerde, hangt nu niet op het bord. Je reactie is dan ook niet te zien.",
    see_on_board: "Bekijk hem op het bord",
    later: "Geplaatst op het bord",
    trail: "Het spoor",
    moment,
    change: "Ik pas het zelf aan",
    change_label: "Jouw tekst",
    change_lead: "Een begeleider leest hem daarna opnieuw.",
    change_send: "Verstuur mijn nieuwe tekst",
    change_cancel: "Laat zoals het was",
    changed: "Je nieuwe tekst is binnen. Een begeleider gaat hem lezen.",
    changed_meanwhile: "Er is intussen iets veranderd. Jouw tekst staat er nog. Kijk of hij zo goed is.",
    not_allowed_now: "Dat kan nu niet meer. Kijk wat er intussen gebeurd is.",
    same_text: "Er is nog niets veranderd aan je tekst.",
    agree: "Ja, zo is het goed",
    agreed: "Dank je wel. De nieuwe tekst is binnen. Een begeleider leest hem nog een keer.",
    now_there: "Nu staat er",
    becomes: "Het wordt",
    left_out: "Dat stuk valt weg",
    asked_again: "Wij vroegen het nog een keer. Zeg je niets? Dan mag een begeleider alleen iets weglaten.",
    before: "Dit stond er eerst",
    before_more: "Wij kregen geen antwoord van jou. Daarom is er iets weggelaten. Na 30 dagen is de oude tekst weg.",
    another: "Laat iemand anders lezen",
    another_lead: "Ben je het er niet mee eens? Zeg het ons. Dan leest iemand anders hem.",
    another_done: "Goed. Een andere begeleider gaat hem lezen.",
    withdraw: "Toch niet plaatsen",
    withdraw_ask: "Wil je dat wij hem niet plaatsen? Dan leest niemand hem meer.",
    withdraw_yes: "Ja, niet plaatsen",
    withdraw_no: "Nee, laat staan",
    withdrawn: "Goed. Wij plaatsen hem niet.",
    erase: "Haal weg",
    erase_ask: "Wil je dit weghalen? Dan is hij overal weg. Wij kunnen hem niet terughalen.",
    erase_yes: "Ja, haal weg",
    erase_no: |hangs| if hangs { "Nee, laat hangen" } else { "Nee, laat staan" },
    erased: "Het is weg. Overal.",
    about: |heading| format!(": {heading}"),
    boss: "Jij bent de baas",
    known: "Wat weten jullie van mij?",
    new_words: "Nieuwe woorden",
    new_words_why: "Heeft iemand jouw woorden gezien? Neem nieuwe. De oude werken daarna niet meer.",
    new_words_first: "Schrijf eerst deze nieuwe woorden op. Je oude woorden werken nog.",
    new_words_use: "Gebruik de nieuwe woorden",
    new_words_cancel: "Houd mijn oude woorden",
    new_words_done: "Je nieuwe woorden werken nu. De oude werken niet meer.",
    ask_again: "Vraag mijn woorden opnieuw",
    ask_again_on: "Na een kwartier vragen wij je woorden weer. Ook als je dit tabblad sluit. Bewaar ze dus goed.",
    ask_again_off: "Deze telefoon onthoudt je woorden weer.",
    asked_again_lead: "Jij wilde dat wij je woorden opnieuw vragen. Typ ze hieronder.",
    forget: "Vergeet mijn sleutel op deze telefoon",
    forget_ask: "Deze telefoon vergeet je sleutel. Heb je de 7 woorden op papier?",
    forget_yes: "Ja, vergeet hem",
    forget_no: "Nog niet",
    forgotten: "Deze telefoon kent je sleutel niet meer.",
    close: "Sluit mijn dromen",
};

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn moment(moment: Moment) -> String {
    let Moment { days_ago, year, month: number, day, hour, minute } = moment;
    let time = format!("{hour}:{minute:02}");
    match (days_ago, year) {
        (0, _) => format!("Vandaag, {time}"),
        (1, _) => format!("Gisteren, {time}"),
        (_, None) => format!("{day} {}, {time}", super::month(number)),
        (_, Some(year)) => format!("{day} {} {year}, {time}", super::month(number)),
    }
}

//! Dutch: writing, the follow key, and what is not right in a form.

use crate::i18n::messages::{Faults, Key, Share};
use droombord_domain::post::{Direction, Kind};

/// Writing.
pub(in crate::i18n) static SHARE: Share = Share {
    title: |step| match step {
        1 => "Stap 1: kies – Droombord",
        2 => "Stap 2: schrijf – Droombord",
        3 => "Stap 3: wie ben jij – Droombord",
        _ => "Stap 4: kijk en verstuur – Droombord",
    },
    title_thanks: "Bedankt – Droombord",
    title_stop: "Stoppen – Droombord",
    step: |step| format!("Stap {step} van 4"),
    no_script: "Schrijven lukt alleen als JavaScript aan staat.",
    what: "Wat wil je vertellen?",
    what_lead: "Je hoeft geen naam te geven. Ook geen mailadres. Een mens leest wat je schrijft.",
    reply: "Praat mee",
    reply_lead: "Je hoeft geen naam te geven. Ook geen mailadres. Een begeleider leest je reactie eerst.",
    reply_to: "Je reageert hierop",
    reply_gone: "Dit hangt niet meer op het bord. Reageren kan dan niet.",
    which_kind: "Is het een droom of een verhaal?",
    kind: |kind| match kind {
        Kind::Dream => "Een droom",
        Kind::Story => "Een verhaal",
        Kind::Reply => "Een reactie",
    },
    kind_more: |kind| match kind {
        Kind::Dream => "Zo zou het moeten zijn.",
        Kind::Story => "Zo was het. Of zo is het nu.",
        Kind::Reply => "Zo kijk jij ernaar.",
    },
    which_direction: "Wat moet er gebeuren?",
    direction_more: |direction| match direction {
        Direction::Start => "Dit moet er komen.",
        Direction::Stop => "Hier moeten ze mee ophouden.",
        Direction::TurnBack => "Hier moeten ze opnieuw naar kijken. Of het herstellen.",
    },
    unsure: "Weet ik niet",
    unsure_more: "Dat is ook goed.",
    borrowed: "Dit is niet mijn telefoon",
    borrowed_more: "Dan onthouden we hier niets.",
    borrowed_means: "Blijf op deze pagina tot je klaar bent. Anders is je tekst weg.",
    next: "Verder",
    back: "Terug",
    stop: "Stoppen met schrijven",
    words: |kind| match kind {
        Kind::Dream => "Schrijf jouw droom",
        Kind::Story => "Schrijf jouw verhaal",
        Kind::Reply => "Schrijf jouw reactie",
    },
    words_lead: "Kort is goed. Fouten zijn niet erg.",
    starters_label: "Weet je geen begin? Tik op een zin",
    starters: |kind| match kind {
        Kind::Dream => ["Ik droom dat …", "Ik wou dat …", "Het helpt als …"],
        Kind::Story => ["Bij mij ging het zo: …", "Ik weet nog dat …", "Toen zei ik: …"],
        Kind::Reply => ["Dit herken ik: …", "Mij hielp het als …", "Ik wil je zeggen dat …"],
    },
    saved: "Bewaard op deze telefoon. Nog niet verstuurd.",
    unsaved: "Nog niet verstuurd.",
    not_kept: "Wij bewaren hier niets. Nog niet verstuurd.",
    full: "Je telefoon heeft geen ruimte. Schrijf je tekst over, of verstuur hem nu.",
    count: |n, max| format!("{} van {} letters", thousands(n), thousands(max)),
    near_limit: "Je hebt nog 50 letters of minder.",
    past_limit: "Je tekst is te lang.",
    worried: "Gaat het nu niet goed met je?",
    worried_link: "Hier kun je bellen of chatten",
    worried_kept: "Je tekst blijft bewaard.",
    turn_back: "Schrijf niets over uit een dossier. Wil je dat iemand met je meekijkt? Een vertrouwenspersoon staat aan jouw kant.",
    who: "Wie ben jij?",
    who_lead: |kind| match kind {
        Kind::Dream => "Geen naam nodig. Dit komt bij je droom te staan, zodat mensen weten wie er praat.",
        Kind::Story => "Geen naam nodig. Dit komt bij je verhaal te staan, zodat mensen weten wie er praat.",
        Kind::Reply => "Geen naam nodig. Dit komt bij je reactie te staan, zodat mensen weten wie er praat.",
    },
    i_am: "Ik ben",
    more_roles: "Meer keuzes",
    rather_not: "Dat zeg ik liever niet",
    how_old: "Hoe oud ben je ongeveer?",
    not_said: "Zeg ik niet",
    whereabouts: "Waar in Nederland?",
    may_skip: "Mag je overslaan",
    on_behalf: "Ik schrijf voor iemand anders",
    on_behalf_more: "We zetten erbij: ‘opgeschreven voor iemand anders’.",
    skip: "Overslaan",
    look: "Klopt het zo?",
    look_lead: |kind| match kind {
        Kind::Dream => "Zo komt jouw droom te hangen. Je kunt alles nog veranderen.",
        Kind::Story => "Zo komt jouw verhaal te hangen. Je kunt alles nog veranderen.",
        Kind::Reply => "Zo komt jouw reactie te staan. Je kunt alles nog veranderen.",
    },
    change_words: "Tekst veranderen",
    change_who: "Wie ik ben veranderen",
    what_next: "Wat gebeurt er straks?",
    next_read: "Een begeleider leest het",
    next_read_more: "Nog niemand anders ziet het.",
    next_hear: "Jij kunt zien of het zo kan",
    next_hear_more: "Kijk bij Mijn dromen. Is er iets? Dan staat de reden erbij.",
    next_hang: |kind| match kind {
        Kind::Dream => "Je droom hangt op het bord",
        Kind::Story => "Je verhaal hangt op het bord",
        Kind::Reply => "Je reactie staat op het bord",
    },
    next_hang_more: "Pas na een ja van de begeleider.",
    same_key: "Hoort dit bij je vorige dromen?",
    same_key_lead: "Kies je niets? Dan krijg je nieuwe woorden.",
    same_key_yes: "Ja, het hoort erbij",
    same_key_yes_more: "Je volgt alles met dezelfde 7 woorden.",
    same_key_no: "Nee, houd het apart",
    same_key_no_more: "Je krijgt 7 nieuwe woorden.",
    send: |kind| match kind {
        Kind::Dream => "Verstuur mijn droom",
        Kind::Story => "Verstuur mijn verhaal",
        Kind::Reply => "Verstuur mijn reactie",
    },
    sending: |kind| match kind {
        Kind::Dream => "Je droom is onderweg",
        Kind::Story => "Je verhaal is onderweg",
        Kind::Reply => "Je reactie is onderweg",
    },
    sending_more: "Laat deze pagina nog even open.",
    busy: "Het is druk. Even wachten: je telefoon rekent iets uit.",
    failed: "Versturen lukte niet",
    failed_kept: |kind| match kind {
        Kind::Dream => "Je droom staat veilig op deze telefoon.",
        Kind::Story => "Je verhaal staat veilig op deze telefoon.",
        Kind::Reply => "Je reactie staat veilig op deze telefoon.",
    },
    failed_here: "Je tekst staat nog op deze pagina. Laat de pagina open.",
    failed_borrowed: "Dit is niet jouw telefoon. Wij bewaren hier niets om later te versturen. Laat de pagina open.",
    failed_again: "Tik op ‘Probeer opnieuw’.",
    gone: "Dit was al verstuurd en weggehaald",
    gone_more: "Wil je hem toch weer sturen? Dat mag.",
    thanks: |kind| match kind {
        Kind::Dream => "Je droom is binnen",
        Kind::Story => "Je verhaal is binnen",
        Kind::Reply => "Je reactie is binnen",
    },
    thanks_lead: |kind| match kind {
        Kind::Dream => "Dank je wel. Een begeleider gaat hem lezen.",
        Kind::Story => "Dank je wel. Een begeleider gaat het lezen.",
        Kind::Reply => "Dank je wel. Een begeleider gaat hem lezen.",
    },
    thanks_same_key: "Je volgt dit met dezelfde 7 woorden als eerst.",
    waits: |kind| match kind {
        Kind::Dream => "Je droom wacht op bereik",
        Kind::Story => "Je verhaal wacht op bereik",
        Kind::Reply => "Je reactie wacht op bereik",
    },
    waits_lead: "Dit gaat vanzelf weg als je weer internet hebt. Open dan even het bord. Tot dan staat het op deze telefoon.",
    to_mine: "Naar Mijn dromen",
    no_words_yet: "Je hebt de woorden nog niet getypt",
    no_words_yet_more: "Zonder woorden kun je niet meer kijken.",
    to_words: "Terug naar de woorden",
    do_not_follow: "Ik wil niet volgen",
    stop_heading: "Wil je stoppen met schrijven?",
    stop_kept: "Je tekst blijft op deze telefoon staan.",
    stop_not_kept: "Wij bewaren hier niets. Als je stopt, is je tekst weg.",
    keep_and_stop: "Bewaar en stop",
    throw_away: "Gooi weg",
    write_on: "Schrijf verder",
};

/// The follow key.
pub(in crate::i18n) static KEY: Key = Key {
    heading: "Jouw droomsleutel",
    lead: "Met deze 7 woorden zie je wat er met je droom gebeurt.",
    write_down: "Schrijf ze op.",
    write_down_more: "Wij kunnen ze niet nog een keer geven. Wie deze woorden heeft, kan jouw spoor lezen.",
    can_forget: "Een telefoon kan je woorden vergeten. Bewaar ze ook op papier.",
    copy: "Kopieer",
    copied: "De woorden zijn gekopieerd. Plak ze op een veilige plek.",
    copy_yourself: "Kopiëren lukte niet vanzelf. De woorden zijn nu gekozen. Kopieer ze zelf.",
    print: "Print",
    check: "Heb je ze? Typ er twee over",
    word: |place| format!("Woord {place}"),
    skip: "Sla over, ik wil niet volgen",
    done: "Klaar",
};

/// What is not right in a form.
pub(in crate::i18n) static ERRORS: Faults = Faults {
    summary: |n| {
        if n == 1 { "Nog 1 ding, dan kun je verder".into() } else { format!("Nog {n} dingen, dan kun je verder") }
    },
    no_kind: "Kies eerst: een droom of een verhaal.",
    no_text: "Schrijf eerst iets op. Eén zin is genoeg.",
    too_long: |n| {
        let letters = if n == 1 { "1 letter".into() } else { format!("{} letters", thousands(n as usize)) };
        format!("Je tekst is {letters} te lang. Haal iets weg, of maak er twee dromen van.")
    },
    odd_signs: "Er staan tekens in die wij niet kunnen tonen. Haal ze weg.",
    choose_again: "Deze keuze kennen wij niet. Kies nog een keer.",
    age_alone: "Je leeftijd hoort bij ‘Kind of jongere’. Kies dat, of sla je leeftijd over.",
    word: |place| format!("Woord {place} klopt niet. Kijk nog eens op je briefje."),
    unknown_word: |place, word, near| match near {
        Some(near) => format!("Woord {place} (‘{word}’) kennen wij niet. Bedoel je ‘{near}’?"),
        None => format!("Woord {place} (‘{word}’) kennen wij niet. Kijk nog eens op je briefje."),
    },
    word_count: |n| match n {
        0 => "Typ hier je 7 woorden.".into(),
        1 => "Wij zien 1 woord. Het zijn er altijd 7.".into(),
        n => format!("Wij zien {n} woorden. Het zijn er altijd 7."),
    },
    key: "Deze woorden passen niet bij een droom. Kijk of je er 7 hebt, met een spatie ertussen.",
    too_often: |minutes| match minutes {
        None => "Dat was te vaak. Wacht even en probeer het weer.".into(),
        Some(1) => "Dat was te vaak. Wacht 1 minuut en probeer het weer.".into(),
        Some(n) => format!("Dat was te vaak. Wacht {n} minuten en probeer het weer."),
    },
};

fn thousands(n: usize) -> String {
    if n < 1_000 { n.to_string() } else { format!("{}.{:03}", n / 1_000, n % 1_000) }
}

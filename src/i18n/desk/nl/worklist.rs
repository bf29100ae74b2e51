//! Dutch: what is to be done at the desk.

use crate::i18n::desk::Work;
use droombord_domain::worklist::WorkKind;

fn days(n: i64) -> String {
    if n == 1 { "1 dag".into() } else { format!("{n} dagen") }
}

/// The sentences.
pub(in crate::i18n::desk) static WORK: Work = Work {
    heading: "Wat moet er gebeuren?",
    link: |n| format!("Wat moet er gebeuren? ({n})"),
    kind: |kind| match kind {
        WorkKind::Danger => "Zorgen: eerst lezen",
        WorkKind::Report => "Hier klopt iets niet",
        WorkKind::Queue => "Wacht op een lezer",
        WorkKind::Answer => "Antwoorden om te lezen",
        WorkKind::Saying => "Beloftes om te lezen",
        WorkKind::Unasked => "Nog aan niemand gevraagd",
        WorkKind::Asking => "Wacht te lang op antwoord",
        WorkKind::NotHeard => "Nog niet gehoord",
        WorkKind::Promise => "De dag is er bijna, of voorbij",
        WorkKind::HandBack => "De schrijver zegt niets terug",
    },
    to_do: |kind| match kind {
        WorkKind::Danger => "Lees deze het eerst. Ze staan bovenaan de rij.",
        WorkKind::Report => "Kijk wat er niet klopt.",
        WorkKind::Queue => "Ze staan in de rij. De oudste staat bovenaan.",
        WorkKind::Answer => "Lees wat er wordt gezegd. Mag het op het bord?",
        WorkKind::Saying => "Lees wat er is beloofd. Mag het op het bord?",
        WorkKind::Unasked => "Kies wie hier iets mee kan.",
        WorkKind::Asking => "Herinner ze eraan. Of vraag een ander.",
        WorkKind::NotHeard => "De schrijver voelt zich niet gehoord. Vraag het nog eens.",
        WorkKind::Promise => "Bel of mail ze. Hoe gaat het ermee?",
        WorkKind::HandBack => "Laat weg wat niet kan. Of wacht nog even.",
    },
    waits: |n| if n == 0 { "Sinds vandaag".into() } else { format!("Wacht {}", days(n)) },
    due: |n| match n {
        0 => "Vandaag is de dag".into(),
        n if n < 0 => format!("{} te laat", days(-n)),
        n => format!("Nog {}", days(n)),
    },
    by: |name| format!("Bij {name}"),
    more: "Toon er meer",
    nothing: "Alles is gedaan. Dank je wel.",
    elsewhere: "Meer aan de leestafel",
    placed: "Dit hangt nu op het bord:",
    ask_now: "Wie wordt gevraagd?",
    remind: "Herinner",
    remind_about: |name| format!(" {name} aan deze vraag"),
    reminded_now: "Herinnerd. Iedereen aan de leestafel ziet dat.",
    reminded: |when| format!("Herinnerd: {when}"),
    reminded_before: "Ze zijn deze week al herinnerd. Of er is nu antwoord.",
};

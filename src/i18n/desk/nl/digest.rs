//! Dutch: mails of the desk.

use crate::i18n::desk::digest::{Digest, counted};
use droombord_domain::worklist::{OwnWork, WorkKind};

/// The sentences.
pub(in crate::i18n::desk) static DIGEST: Digest = Digest {
    subject: |n| format!("Leestafel: {n} te doen"),
    line: |kind, n| match kind {
        WorkKind::Danger => counted(n, "tekst vraagt haast. Lees die eerst.", "teksten vragen haast. Lees die eerst."),
        WorkKind::Report => format!("{n} keer zegt iemand: hier klopt iets niet."),
        WorkKind::Queue => counted(
            n,
            "droom, verhaal of reactie wacht op een lezer.",
            "dromen, verhalen en reacties wachten op een lezer.",
        ),
        WorkKind::Answer => counted(
            n,
            "antwoord, of wat de schrijver erbij zegt, wacht op een lezer.",
            "antwoorden, of wat schrijvers erbij zeggen, wachten op een lezer.",
        ),
        WorkKind::Saying => counted(n, "belofte wacht op een lezer.", "beloftes wachten op een lezer."),
        WorkKind::Unasked => {
            format!("Bij {} is nog niemand om antwoord gevraagd.", counted(n, "droom of verhaal", "dromen en verhalen"))
        }
        WorkKind::Asking => counted(n, "vraag wacht te lang op antwoord.", "vragen wachten te lang op antwoord."),
        WorkKind::NotHeard => {
            counted(n, "schrijver voelt zich nog niet gehoord.", "schrijvers voelen zich nog niet gehoord.")
        }
        WorkKind::Promise => format!("Van {} is de dag er bijna, of voorbij.", counted(n, "belofte", "beloftes")),
        WorkKind::HandBack => counted(n, "schrijver zegt niets terug.", "schrijvers zeggen niets terug."),
    },
    own_line: |kind, n| match kind {
        OwnWork::Asked => counted(n, "vraag wacht op jullie antwoord.", "vragen wachten op jullie antwoord."),
        OwnWork::HandedBack => counted(
            n,
            "antwoord kwam terug. Lees waarom, en schrijf het anders.",
            "antwoorden kwamen terug. Lees waarom, en schrijf ze anders.",
        ),
        OwnWork::Near => format!("Van {} is de dag er bijna.", counted(n, "belofte", "beloftes")),
        OwnWork::Late => format!("Van {} is de dag voorbij. Zeg hoe het gaat.", counted(n, "belofte", "beloftes")),
    },
    link: "Naar de leestafel:",
    alert_subject: |n| format!("Leestafel: {n} om meteen te lezen"),
    alert_line: |n| counted(n, "schrijver vraagt of iemand meteen kijkt.", "schrijvers vragen of iemand meteen kijkt."),
};

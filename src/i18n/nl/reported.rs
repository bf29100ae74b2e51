//! Dutch: something is wrong with a post.

use crate::i18n::reported::{ReportPage, Reports};
use droombord_domain::report::ReportReason;

/// What can be wrong.
pub(in crate::i18n) static REPORTS: Reports = Reports {
    name: |reason| match reason {
        ReportReason::AboutMe => "Dit gaat over mij, of over iemand die ik ken",
        ReportReason::Recognisable => "Je kunt zien wie het is",
        ReportReason::Hurtful => "Dit doet iemand pijn",
        ReportReason::Untrue => "Dit is niet waar",
        ReportReason::Danger => "Iemand is niet veilig",
        ReportReason::Other => "Iets anders",
    },
};

/// The page.
pub(in crate::i18n) static REPORT_PAGE: ReportPage = ReportPage {
    title_sent: "Bedankt – Droombord",
    title: "Hier klopt iets niet – Droombord",
    heading: "Wat klopt er niet?",
    lead: "Een begeleider leest wat je zegt. Niemand anders ziet het. Ook de schrijver niet.",
    what: "Kies wat het beste past",
    words: "Wil je er iets bij zeggen?",
    words_hint: "Dat hoeft niet. Je hoeft niet te zeggen wie je bent.",
    send: "Verstuur",
    no_answer: "Wij kunnen je niet terugschrijven. We weten niet wie je bent.",
    in_danger: "Is iemand nu in gevaar? Bel 112.",
    who_listens: "Zie wie er nog meer luistert.",
    reason_missing: "Kies wat er niet klopt.",
    words_fault: |max| format!("Maak het korter, zonder vreemde tekens. Er passen {max} tekens in."),
    sent: "Dank je. Een begeleider kijkt ernaar.",
    sent_more: "Moet de tekst weg? Dan halen we hem van het bord. En we zeggen de schrijver waarom.",
    gone: "Dit hangt niet op het bord",
    gone_more: "Misschien is het al weggehaald.",
    back: "Terug naar het bord",
};

//! Dutch: what stands on the board whatever hangs there.

use crate::i18n::Standing;
use droombord_domain::settings::Facts;

/// Above the board.
pub(in crate::i18n) static STANDING: Standing = Standing {
    heading: "Waar droom jij van?",
    lead: "Hier hangen dromen en verhalen over jeugdzorg. Een mens leest ze allemaal. En je ziet wat ermee gebeurt.",
    begun: "Je was al begonnen.",
    begun_go: "Ga verder",
    how: "Zo werkt het",
    how_write: "Jij schrijft",
    how_write_more: "Eén zin is genoeg. Zonder naam.",
    how_read: "Een mens leest het",
    how_see: "Jij ziet wat ermee gebeurt",
    how_see_more: "Met jouw droomsleutel.",
    facts: |facts| {
        let Facts { read, answered, kept, on_time: _ } = facts;
        let posts = if read == 1 { "1 droom".into() } else { format!("{read} dromen") };
        let promises = if kept == 1 { "1 belofte".into() } else { format!("{kept} beloftes") };
        format!("Onder de grond gloeit het: {posts} gelezen, {answered} met een antwoord, {promises} gedaan.")
    },
    see_answers: "Lees de antwoorden",
    see_promises: "Bekijk de beloftes",
    any: "Alles",
    filter_kind: "Droom of verhaal",
    filter_role: "Van wie",
    filter_region: "Waar in Nederland",
    filter_keyword: "Trefwoord",
    counted: "De getallen tellen wij één keer per dag.",
    filter_go: "Laat zien",
};

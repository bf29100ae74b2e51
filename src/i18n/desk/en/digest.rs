//! English: mails of the desk.

use crate::i18n::desk::digest::{Digest, counted};
use droombord_domain::worklist::{OwnWork, WorkKind};

/// The sentences.
pub(in crate::i18n::desk) static DIGEST: Digest = Digest {
    subject: |n| format!("Desk: {n} to do"),
    line: |kind, n| match kind {
        WorkKind::Danger => counted(n, "text is urgent. Read it first.", "texts are urgent. Read them first."),
        WorkKind::Report => {
            counted(n, "time somebody says: something is wrong here.", "times somebody says: something is wrong here.")
        }
        WorkKind::Queue => {
            counted(n, "dream, story or reply waits for a reader.", "dreams, stories and replies wait for a reader.")
        }
        WorkKind::Answer => counted(
            n,
            "answer, or what its writer says of it, waits for a reader.",
            "answers, or what writers say of them, wait for a reader.",
        ),
        WorkKind::Saying => counted(n, "promise waits for a reader.", "promises wait for a reader."),
        WorkKind::Unasked => {
            format!("About {} nobody was asked yet.", counted(n, "dream or story", "dreams and stories"))
        }
        WorkKind::Asking => {
            counted(n, "question waits too long for an answer.", "questions wait too long for an answer.")
        }
        WorkKind::NotHeard => counted(n, "writer does not feel heard yet.", "writers do not feel heard yet."),
        WorkKind::Promise => format!("The day of {} is near, or over.", counted(n, "promise", "promises")),
        WorkKind::HandBack => counted(n, "writer does not react.", "writers do not react."),
    },
    own_line: |kind, n| match kind {
        OwnWork::Asked => counted(n, "question waits for your answer.", "questions wait for your answer."),
        OwnWork::HandedBack => counted(
            n,
            "answer came back. Read why, and write it otherwise.",
            "answers came back. Read why, and write them otherwise.",
        ),
        OwnWork::Near => format!("The day of {} is near.", counted(n, "promise", "promises")),
        OwnWork::Late => format!("The day of {} is over. Say how it goes.", counted(n, "promise", "promises")),
    },
    link: "To the desk:",
    alert_subject: |n| format!("Desk: {n} to read at once"),
    alert_line: |n| counted(n, "writer asks that somebody looks at once.", "writers ask that somebody looks at once."),
};

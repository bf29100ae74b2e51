//! Mails of the desk: numbers, and no word of anybody. The server alone writes them; no program of a browser holds their sentences.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use super::{Text, en, nl};
use droombord_domain::{
    post::Lang,
    worklist::{OwnWork, WorkKind},
};

/// The mails of the desk.
pub struct Digest {
    /// With how much there is in all.
    pub subject: fn(u32) -> String,
    /// To facilitators: how much of one kind.
    pub line: fn(WorkKind, u32) -> String,
    /// To an organisation: how much of one kind.
    pub own_line: fn(OwnWork, u32) -> String,
    pub link: Text,
    /// Of how many ask that somebody looks at once.
    pub alert_subject: fn(u32) -> String,
    pub alert_line: fn(u32) -> String,
}

/// The sentences of the mails in one language.
pub const fn digest_messages(lang: Lang) -> &'static Digest {
    match lang {
        Lang::Nl => &nl::digest::DIGEST,
        Lang::En => &en::digest::DIGEST,
    }
}

/// A number and what it counts.
pub(super) fn counted(n: u32, one: &str, more: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { more })
}

#[cfg(test)]
mod tests {
    use super::*;
    use droombord_domain::readability::readability;

    /// Every line of a mail with so much of each kind.
    fn lines(n: u32) -> Vec<String> {
        let say = digest_messages(Lang::Nl);
        let desk = WorkKind::ALL.iter().map(|kind| (say.line)(*kind, n));
        desk.chain(OwnWork::ALL.iter().map(|kind| (say.own_line)(*kind, n))).chain([(say.alert_line)(n)]).collect()
    }

    #[test]
    fn each_line_has_its_number_and_is_plain() {
        for n in [1, 2, 31] {
            for line in lines(n) {
                assert!(line.split([' ', '.']).any(|word| word == n.to_string()), "{line}");
                for sentence in line.split_inclusive(['.', ':']) {
                    assert!(sentence.split_whitespace().count() <= 12, "{sentence}");
                }
            }
            let score = readability(&lines(n).join(" ")).score().unwrap_or_default();
            assert!(score >= 80.0, "{n}: {score}");
        }
    }
}

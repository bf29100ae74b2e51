//! Why a facilitator does not publish a post as it is. The letters live in the app's `i18n`.

use crate::{codes::codes, mark::SignalKind, settings::HelpLine};

codes! {
    /// The ten reasons, in the order of the desk. Each has two letters to the writer: one for handing back, one for
    /// declining.
    Reason {
        Recognisable = "recognisable",
        ContactDetails = "contact_details",
        CaseFile = "case_file",
        AnotherChild = "another_child",
        Accusation = "accusation",
        HurtfulWords = "hurtful_words",
        Worried = "worried",
        OffTopic = "off_topic",
        Duplicate = "duplicate",
        Unclear = "unclear",
    }
}

impl Reason {
    /// Who can help, for the letter with this reason to a writer whose words show these signals: each line once, the most urgent first.
    pub fn help_lines(self, signals: &[SignalKind]) -> Vec<HelpLine> {
        let by_reason: &[HelpLine] = match self {
            Self::Worried => &[HelpLine::Emergency, HelpLine::Kindertelefoon],
            Self::Accusation => &[HelpLine::VeiligThuis, HelpLine::Jeugdstem],
            Self::CaseFile => &[HelpLine::Jeugdstem],
            Self::Recognisable
            | Self::ContactDetails
            | Self::AnotherChild
            | Self::HurtfulWords
            | Self::OffTopic
            | Self::Duplicate
            | Self::Unclear => &[],
        };
        // Whatever the danger is: somebody may be in it now, and a child may want to talk first.
        let always: &[HelpLine] =
            if signals.is_empty() { &[] } else { &[HelpLine::Emergency, HelpLine::Kindertelefoon] };
        let fits = |line: &&HelpLine| {
            by_reason.contains(line)
                || always.contains(line)
                || signals.iter().any(|signal| signal.help_line() == **line)
        };
        HelpLine::BY_URGENCY.iter().filter(fits).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_names_the_lines_that_fit_the_danger_each_once_and_the_most_urgent_first() {
        use HelpLine::{Emergency, Jeugdstem, Kindertelefoon, Line113, VeiligThuis};
        use SignalKind::{RunningAway, SelfHarm, SexualAbuse, Suicide, Violence};
        for (reason, signals, lines) in [
            (Reason::Worried, &[][..], &[Emergency, Kindertelefoon][..]),
            (Reason::Worried, &[Violence], &[Emergency, VeiligThuis, Kindertelefoon]),
            (Reason::Worried, &[SexualAbuse], &[Emergency, VeiligThuis, Kindertelefoon]),
            (Reason::Worried, &[Suicide], &[Emergency, Line113, Kindertelefoon]),
            (Reason::Worried, &[SelfHarm, Suicide], &[Emergency, Line113, Kindertelefoon]),
            (Reason::Worried, &[RunningAway], &[Emergency, Kindertelefoon]),
            (Reason::Worried, &[RunningAway, Violence, Suicide], &[Emergency, Line113, VeiligThuis, Kindertelefoon]),
            (Reason::Unclear, &[SelfHarm], &[Emergency, Line113, Kindertelefoon]),
            (Reason::Accusation, &[], &[VeiligThuis, Jeugdstem]),
            (Reason::Accusation, &[Violence], &[Emergency, VeiligThuis, Kindertelefoon, Jeugdstem]),
            (Reason::CaseFile, &[], &[Jeugdstem]),
            (Reason::Duplicate, &[], &[]),
        ] {
            assert_eq!(reason.help_lines(signals), lines, "{reason:?} {signals:?}");
        }
        let mut all = HelpLine::BY_URGENCY.to_vec();
        all.sort_by_key(|line| HelpLine::ALL.iter().position(|one| one == line));
        assert_eq!(all, HelpLine::ALL, "each line has its place");
    }
}

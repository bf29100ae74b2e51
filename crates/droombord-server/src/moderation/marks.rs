//! What the guard says of a text, in the domain's words: the same code that runs on the phone, run again here.

use droombord_domain::{
    mark::{Finding, FindingCue, FindingKind, Signal, SignalKind},
    problem::{FieldCode, FieldError},
};
use droombord_guard::{Cue, Kind, signals as guard};

/// The personal data in a text.
pub fn findings(text: &str) -> Vec<Finding> {
    let found = droombord_guard::find(text).into_iter();
    found
        .map(|it| Finding {
            kind: kind(it.kind),
            start: it.span.chars.start,
            end: it.span.chars.end,
            confidence: it.confidence,
            cue: cue(it.cue),
        })
        .collect()
}

/// The signals of danger in a text.
pub fn signals(text: &str) -> Vec<Signal> {
    let found = guard::signals(text).into_iter();
    found
        .map(|it| Signal {
            kind: signal_kind(it.kind),
            start: it.range.chars.start,
            end: it.range.chars.end,
            confidence: it.confidence,
        })
        .collect()
}

/// Whether the words of a text show danger. One signal is enough, however unsure.
pub fn shows_danger(text: &str) -> bool {
    !guard::signals(text).is_empty()
}

/// Words of staff to a writer may hold nothing by which anybody can be reached or found.
///
/// # Errors
/// `contact_details` for the field.
pub fn without_contact(field: &str, text: &str) -> Result<(), FieldError> {
    if droombord_guard::find(text).iter().any(|finding| kind(finding.kind).is_contact()) {
        return Err(FieldError::new(field, FieldCode::ContactDetails));
    }
    Ok(())
}

const fn kind(kind: Kind) -> FindingKind {
    match kind {
        Kind::PersonName => FindingKind::PersonName,
        Kind::Phone => FindingKind::Phone,
        Kind::Email => FindingKind::Email,
        Kind::Address => FindingKind::Address,
        Kind::Postcode => FindingKind::Postcode,
        Kind::Bsn => FindingKind::Bsn,
        Kind::Birthdate => FindingKind::Birthdate,
        Kind::CaseNumber => FindingKind::CaseNumber,
        Kind::Institution => FindingKind::Institution,
        Kind::School => FindingKind::School,
        Kind::Handle => FindingKind::Handle,
        Kind::Url => FindingKind::Url,
        Kind::Iban => FindingKind::Iban,
        Kind::LicencePlate => FindingKind::LicencePlate,
        Kind::CityPlace => FindingKind::CityPlace,
    }
}

const fn cue(cue: Cue) -> FindingCue {
    match cue {
        Cue::Shape => FindingCue::Shape,
        Cue::Checksum => FindingCue::Checksum,
        Cue::Keyword => FindingCue::Keyword,
        Cue::Introduction => FindingCue::Introduction,
        Cue::Title => FindingCue::Title,
        Cue::Role => FindingCue::Role,
        Cue::Greeting => FindingCue::Greeting,
        Cue::Company => FindingCue::Company,
        Cue::List => FindingCue::List,
        Cue::Context => FindingCue::Context,
        Cue::Repeated => FindingCue::Repeated,
    }
}

const fn signal_kind(kind: guard::SignalKind) -> SignalKind {
    match kind {
        guard::SignalKind::SelfHarm => SignalKind::SelfHarm,
        guard::SignalKind::Suicide => SignalKind::Suicide,
        guard::SignalKind::Violence => SignalKind::Violence,
        guard::SignalKind::SexualAbuse => SignalKind::SexualAbuse,
        guard::SignalKind::RunningAway => SignalKind::RunningAway,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use droombord_domain::settings::HelpLine;

    #[test]
    fn kinds_and_help_lines_are_those_of_the_guard() {
        for one in Kind::ALL {
            assert_eq!(kind(*one).code(), one.code());
        }
        for one in Cue::ALL {
            assert_eq!(cue(*one).code(), one.code());
        }
        for one in guard::SignalKind::ALL {
            let same = signal_kind(*one);
            assert_eq!(same.code(), one.code());
            let line = match one.help_line() {
                guard::HelpLine::Line113 => HelpLine::Line113,
                guard::HelpLine::Kindertelefoon => HelpLine::Kindertelefoon,
                guard::HelpLine::VeiligThuis => HelpLine::VeiligThuis,
                guard::HelpLine::Emergency112 => HelpLine::Emergency,
            };
            assert_eq!(same.help_line(), line, "{one:?}");
        }
    }

    #[test]
    fn places_are_counted_in_code_points() {
        let text = "👩‍👩‍👧 Bel mij op 0612345678.";
        let piece = |start, end| text.chars().skip(start).take(end - start).collect::<String>();
        let found = findings(text);
        assert_eq!(found.len(), 1);
        assert_eq!(
            found.first().map(|it| (it.kind, piece(it.start, it.end))),
            Some((FindingKind::Phone, "0612345678".into()))
        );
    }

    #[test]
    fn staff_leave_no_way_to_reach_anybody() {
        for (text, goes) in [
            ("Ik vind je droom mooi. Sanne", true),
            ("Bel de Kindertelefoon: 0800-0432.", true),
            ("Bel mij op 06 12345678.", false),
            ("Mail naar anna@voorbeeld.nl", false),
            ("Zoek mij op insta: @anna_helpt", false),
            ("Kom langs op de Lindelaan 14.", false),
            ("Kijk op www.mijnplek.nl", false),
        ] {
            assert_eq!(without_contact("sentence", text).is_ok(), goes, "{text}");
        }
    }
}

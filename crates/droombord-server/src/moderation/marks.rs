//! What the guard says of a text, in the domain's words: the same code that runs on the phone, run again here.

use droombord_domain::{
    mark::{Fact, FactKind, Finding, FindingCue, FindingKind, Signal, SignalKind, Together},
    problem::{FieldCode, FieldError},
};
use droombord_guard::{Cue, Kind, signals as guard, together as joined};

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

/// Small facts by which somebody is recognised when they stand together.
pub fn together(text: &str) -> Vec<Together> {
    let places = droombord_guard::find(text).into_iter().filter(|it| it.kind == Kind::CityPlace);
    let places: Vec<_> = places.map(|it| it.span.bytes).collect();
    let fact =
        |it: joined::Fact| Fact { kind: fact_kind(it.kind), start: it.range.chars.start, end: it.range.chars.end };
    let found = joined::together(text, &places).into_iter();
    found.map(|it| Together { facts: it.facts.into_iter().map(fact).collect() }).collect()
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

/// What kinds of danger the words of a text show, each once: for the letter of a decision. They are looked up when it is read, and never
/// stored.
pub fn danger(text: &str) -> Vec<SignalKind> {
    let mut kinds: Vec<_> = guard::signals(text).into_iter().map(|it| signal_kind(it.kind)).collect();
    kinds.sort_by_key(|kind| kind.code());
    kinds.dedup();
    kinds
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
    without_contact_but(field, text, &[])
}

/// The same, but for what stands inside one of these names: those of participating organisations are no secret.
///
/// # Errors
/// `contact_details` for the field.
pub fn without_contact_but(field: &str, text: &str, names: &[&str]) -> Result<(), FieldError> {
    let named: Vec<_> =
        names.iter().flat_map(|name| text.match_indices(name).map(|(at, name)| at..at + name.len())).collect();
    let is_named = |finding: &droombord_guard::Finding| {
        let found = &finding.span.bytes;
        named.iter().any(|name| name.start <= found.start && found.end <= name.end)
    };
    if droombord_guard::find(text).iter().any(|finding| kind(finding.kind).is_contact() && !is_named(finding)) {
        return Err(FieldError::new(field, FieldCode::ContactDetails));
    }
    Ok(())
}

const fn fact_kind(kind: joined::FactKind) -> FactKind {
    match kind {
        joined::FactKind::Age => FactKind::Age,
        joined::FactKind::Date => FactKind::Date,
        joined::FactKind::Birthday => FactKind::Birthday,
        joined::FactKind::Place => FactKind::Place,
        joined::FactKind::Rare => FactKind::Rare,
        joined::FactKind::Count => FactKind::Count,
        joined::FactKind::Only => FactKind::Only,
        joined::FactKind::Role => FactKind::Role,
    }
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
    fn the_name_of_an_organisation_is_no_secret_and_hides_nothing() {
        let names = ["Wegwijs.nl"];
        for (text, goes) in [
            ("Wij van Wegwijs.nl stoppen daarmee.", true),
            ("Kijk op www.wegwijs.nl/kind", false),
            ("Wij van Wegwijs.nl. Bel 06 12345678.", false),
        ] {
            assert_eq!(without_contact_but("does_text", text, &names).is_ok(), goes, "{text}");
        }
        assert!(without_contact("does_text", "Wij van Wegwijs.nl stoppen daarmee.").is_err());
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

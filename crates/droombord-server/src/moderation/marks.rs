//! What the guard says of a text, in the domain's words: the same code that runs on the phone, run again here.

use droombord_domain::{
    mark::{Fact, FactKind, Finding, FindingCue, FindingKind, Signal, SignalKind, Together},
    organisation::OrganisationNames,
    problem::{FieldCode, FieldError},
};
use droombord_guard::{Cue, Kind, signals as guard, together as joined};

/// The personal data in a text; the name of an organisation is none.
pub fn findings(text: &str, organisations: &OrganisationNames) -> Vec<Finding> {
    let found = found(text, organisations).into_iter();
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

/// What the guard finds, without what is the name of an organisation: like the guard on the phone.
fn found(text: &str, organisations: &OrganisationNames) -> Vec<droombord_guard::Finding> {
    let mut found = droombord_guard::find(text);
    if !found.is_empty() {
        let named = organisations.in_text(text);
        let is_place = |kind| matches!(kind, Kind::Address | Kind::Institution);
        found.retain(|it| !named.cover(&it.span.bytes, is_place(it.kind)));
    }
    found
}

/// Small facts by which somebody is recognised when they stand together; the name of an organisation is none.
pub fn together(text: &str, organisations: &OrganisationNames) -> Vec<Together> {
    let places = droombord_guard::find(text).into_iter().filter(|it| it.kind == Kind::CityPlace);
    let places: Vec<_> = places.map(|it| it.span.bytes).collect();
    let fact =
        |it: joined::Fact| Fact { kind: fact_kind(it.kind), start: it.range.chars.start, end: it.range.chars.end };
    let mut found = joined::together(text, &places);
    if !found.is_empty() {
        let named = organisations.in_text(text);
        found.retain(|it| !it.facts.iter().any(|fact| named.cover(&fact.range.bytes, false)));
    }
    found.into_iter().map(|it| Together { facts: it.facts.into_iter().map(fact).collect() }).collect()
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

/// Words of staff to a writer may hold nothing by which anybody can be reached or found. The name of an organisation is no
/// such thing.
///
/// # Errors
/// `contact_details` for the field.
pub fn without_contact(field: &str, text: &str, organisations: &OrganisationNames) -> Result<(), FieldError> {
    if found(text, organisations).iter().any(|finding| kind(finding.kind).is_contact()) {
        return Err(FieldError::new(field, FieldCode::ContactDetails));
    }
    Ok(())
}

/// A first name by which somebody signs may not have a surname in it.
///
/// # Errors
/// `invalid` for the field.
pub fn without_surname(field: &str, name: &str) -> Result<(), FieldError> {
    if droombord_guard::has_surname(name) {
        return Err(FieldError::new(field, FieldCode::Invalid));
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
        let names = OrganisationNames::of([
            "Wegwijs.nl",
            "Jeugdhulp Vlierpad (voorbeeld)",
            "Lindelaan 14",
            "De Waag Utrecht",
            "Stichting Sanne de Vries",
            "@Home",
            "Zorg 0800-1234567",
        ]);
        for (text, goes) in [
            ("Wij van Wegwijs.nl stoppen daarmee.", true),
            ("Wij van wegwijs.NL stoppen daarmee.", true),
            ("Kijk op www.wegwijs.nl/kind", false),
            ("Mail naar kim@wegwijs.nl", false),
            ("Wij van Wegwijs.nl. Bel 06 12345678.", false),
            ("Wij werken bij Jeugdhulp Vlierpad en stoppen daarmee.", true),
            ("Vraag het aan Stichting Jeugdhulp Vlierpad.", true),
            ("Ik werk op het Vlierpad.", true),
            ("Ik woon op Vlierpad 3.", false),
            ("Wij van Lindelaan 14 doen mee.", true),
            ("Wij van Lindelaan 15 doen mee.", false),
            ("Wij van Lindelaan 141 doen mee.", false),
            ("De Waag Utrecht luistert naar jou.", true),
            ("Stichting Sanne de Vries belooft dat.", true),
            ("Bij @Home mag je blijven eten.", true),
            ("Zoek mij op insta: @homeboy", false),
            ("Bel Zorg 0800-1234567.", true),
        ] {
            assert_eq!(without_contact("does_text", text, &names).is_ok(), goes, "{text}");
            let marked = findings(text, &names).iter().any(|finding| finding.kind.is_contact());
            assert_eq!(marked, !goes, "the desk marks what is refused: {text}");
        }
        let nobody = OrganisationNames::default();
        assert!(without_contact("does_text", "Wij van Wegwijs.nl stoppen daarmee.", &nobody).is_err());
        let of = |text: &str, names| findings(text, names).into_iter().map(|it| it.kind).collect::<Vec<_>>();
        for text in ["Stichting Sanne de Vries belooft dat.", "Wij van Jeugdhulp Vlierpad luisteren."] {
            assert_eq!(of(text, &names), [], "{text}");
            assert_ne!(of(text, &nobody), [], "{text}");
        }
        assert_eq!(of("Sanne de Vries belooft dat.", &names), [FindingKind::PersonName], "a person is a person");
    }

    #[test]
    fn somebody_signs_by_a_first_name() {
        for name in [
            "Samira",
            "Jan Willem",
            "Anne-Marie",
            "Anna Sophie",
            "Sjoukje",
            "Wytske",
            "Tjitske",
            "Jildou",
            "Hylke",
            "Şeyma",
            "Çağla",
            "Gökhan",
            "Youssef",
            "Fatima",
            "Nour",
            "محمد",
            "عبد الرحمن",
            "D’Angelo",
            "Zoe\u{308}",
            "Noël",
            "Roos",
            "Hoop",
            "Bo",
            "Esra",
            "Ilse",
            "Marijke",
            "Femke",
            "Douwe",
            "Sietske",
            "Nynke",
            "Mehmet",
            "İbrahim",
            "Khadija",
            "Abdelkader",
            "Hatice",
            "Xander",
            "Kim",
            "Iris",
            "Floor",
            "Storm",
            "Ties",
            "Merel",
            "Anne-Roos",
            "Mohammed Ali",
        ] {
            assert!(without_surname("by_name", name).is_ok(), "{name}");
        }
        for name in [
            "Samira Bakker",
            "Samira-Jansen",
            "Jansen",
            "Dijkstra",
            "Jan Jansen",
            "Samira Yılmaz",
            "Samira Zwartkruis",
            "Kim Hoekstra",
            "samira bakker",
            "JAN JANSEN",
        ] {
            assert_eq!(without_surname("by_name", name), Err(FieldError::new("by_name", FieldCode::Invalid)), "{name}");
        }
    }

    #[test]
    fn places_are_counted_in_code_points() {
        let text = "👩‍👩‍👧 Bel mij op 0612345678.";
        let piece = |start, end| text.chars().skip(start).take(end - start).collect::<String>();
        let found = findings(text, &OrganisationNames::default());
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
            assert_eq!(without_contact("sentence", text, &OrganisationNames::default()).is_ok(), goes, "{text}");
        }
    }
}

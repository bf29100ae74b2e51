//! Tables by kind: what is found, with its very range, and what is left alone.

use droombord_guard::{Cue, Kind, Options, Suggestion, find, find_with};

/// The kinds and words that are found, towns left out.
fn got(text: &str) -> Vec<(Kind, &str)> {
    find(text)
        .into_iter()
        .filter(|f| f.kind != Kind::CityPlace)
        .map(|f| (f.kind, text.get(f.span.bytes).unwrap_or_default()))
        .collect()
}

#[track_caller]
fn only(kind: Kind, rows: &[(&str, &str)]) {
    for (text, want) in rows {
        assert_eq!(got(text), [(kind, *want)], "in: {text}");
    }
}

#[track_caller]
fn nothing(rows: &[&str]) {
    for text in rows {
        assert_eq!(got(text), [], "in: {text}");
    }
}

#[test]
fn names_are_found_with_a_cue_in_any_spelling() {
    only(
        Kind::PersonName,
        &[
            ("ik heet Zylvana en ik ben 9", "Zylvana"),
            ("ik heet zylvana en ik ben 9", "zylvana"),
            ("mijn broertje omar huilt", "omar"),
            ("Mijn naam is J.P. de Vries.", "J.P. de Vries"),
            ("mevrouw van Ginkel kwam langs", "van Ginkel"),
            ("Rechter De Vries zag het verkeerd", "De Vries"),
            ("mijn voogd de Boer belt nooit", "de Boer"),
            ("De heer Ten Brinke belde.", "Ten Brinke"),
            ("Sanne K. zei niets", "Sanne K."),
            ("Omars fiets is weg", "Omar"),
            ("Sanne’s fiets is weg", "Sanne"),
            ("groetjes roos", "roos"),
            ("ik speel met roos", "roos"),
            ("juf Storm is lief", "Storm"),
            ("Jan-Willem schrijft brieven", "Jan-Willem"),
            ("fatima el amrani woont nu elders", "fatima el amrani"),
        ],
    );
}

#[test]
fn an_office_before_a_name_is_its_ground() {
    for text in [
        "Rechter Jansen heeft het verkeerd gezien.",
        "Rechter De Vries zag het verkeerd",
        "mijn voogd Marieke schreef iets dat niet klopt",
        "de rechter De Boer zei nee",
    ] {
        let cues: Vec<Cue> = find(text).iter().filter(|it| it.kind == Kind::PersonName).map(|it| it.cue).collect();
        assert_eq!(cues, [Cue::Role], "{text}");
    }
}

#[test]
fn a_name_that_was_met_counts_again() {
    let text = "Mijn vriendin Zylvana is weg. Niemand weet waar Zylvana is.";
    assert_eq!(got(text), [(Kind::PersonName, "Zylvana"), (Kind::PersonName, "Zylvana")]);
}

#[test]
fn words_that_are_names_too_are_left_alone() {
    nothing(&[
        "Ik wil een roos voor mama plukken.",
        "een storm in de nacht",
        "Hoop is wat ons op de been houdt.",
        "joost mag het weten",
        "mijn naam is haas",
        "jan en alleman bemoeit zich ermee",
        "Mevrouw de wethouder, kom eens kijken.",
        "in mei en juni zijn we vrij",
        "mijn mentor zegt dat het goed komt",
        "oma bakt koekjes",
    ]);
}

#[test]
fn phone_numbers_by_the_plan() {
    only(
        Kind::Phone,
        &[
            ("bel 06-12345678", "06-12345678"),
            ("bel 06 12 34 56 78!", "06 12 34 56 78"),
            ("bel +31 6 1234 5678", "+31 6 1234 5678"),
            ("bel +31(0)6-12345678", "+31(0)6-12345678"),
            ("bel 0031612345678.", "0031612345678"),
            ("bel o6-12345678", "o6-12345678"),
            ("bel (030) 2345678", "(030) 2345678"),
            (
                "bel nul zes twaalf vierendertig zesenvijftig achtenzeventig",
                "nul zes twaalf vierendertig zesenvijftig achtenzeventig",
            ),
            ("bel nul zes een twee drie vier vijf zes zeven acht", "nul zes een twee drie vier vijf zes zeven acht"),
            ("app 06 één twee drie 4 5 6 7 8", "06 één twee drie 4 5 6 7 8"),
        ],
    );
    nothing(&[
        "bel 0800-0432 of 113 of 112",
        "bel 030 – 284 32 00",
        "ons nummer is 088 555 1000",
        "een twee drie vier vijf zes zeven acht negen tien",
        "0900-8844 kost geld",
        "van 2019 tot 2024",
    ]);
}

#[test]
fn mail_and_web_addresses() {
    only(
        Kind::Email,
        &[
            ("mail a.b_c@voorbeeld.nl.", "a.b_c@voorbeeld.nl"),
            ("mail naam at provider punt nl graag", "naam at provider punt nl"),
            ("mail naam [at] x punt com", "naam [at] x punt com"),
            ("mail naam (apenstaartje) voorbeeld.nl", "naam (apenstaartje) voorbeeld.nl"),
        ],
    );
    only(
        Kind::Url,
        &[
            ("zie https://www.voorbeeld.nl/a-2?b=c, mooi", "https://www.voorbeeld.nl/a-2?b=c"),
            ("zie www.voorbeeld-x.nl.", "www.voorbeeld-x.nl"),
            ("zie mijnblog.nl/les en lach", "mijnblog.nl/les"),
        ],
    );
    nothing(&[
        "mail rvjeugdzorg@loc.nl of vraagbaak@loc.nl",
        "radicalevernieuwing.nl/jeugdzorg",
        "https://www.113.nl",
        "ik ben klaar.de rest niet",
    ]);
}

#[test]
fn numbers_with_check_digits() {
    only(
        Kind::Bsn,
        &[
            ("mijn bsn is 999990019", "999990019"),
            ("bsn 999.990.019", "999.990.019"),
            ("het nummer 999990019 staat er", "999990019"),
            ("burgerservicenummer: 123456789", "123456789"),
        ],
    );
    only(
        Kind::Iban,
        &[
            ("op NL91 ABNA 0417 1643 00 graag", "NL91 ABNA 0417 1643 00"),
            ("op nl91abna0417164300", "nl91abna0417164300"),
            ("op BE68 5390 0754 7034.", "BE68 5390 0754 7034"),
        ],
    );
    nothing(&["het bedrag was 999990018 stuks", "€ 123456782 is veel"]);
}

#[test]
fn plates_postcodes_and_addresses() {
    only(
        Kind::LicencePlate,
        &[("busje 9-ZZZ-99 stond er", "9-ZZZ-99"), ("kenteken xx-99-yy", "xx-99-yy"), ("de auto GH 123 J", "GH 123 J")],
    );
    only(Kind::Postcode, &[("wij wonen in 7411 XX", "7411 XX"), ("postcode 7411xx", "7411xx")]);
    only(
        Kind::Address,
        &[
            ("Wij wonen op de Lindelaan 14b.", "Lindelaan 14b"),
            ("ik woon in de lindelaan 14", "lindelaan 14"),
            ("het is Prins Bernhardlaan nr 14", "Prins Bernhardlaan nr 14"),
            ("in de Jan van Galenstraat 14-2", "Jan van Galenstraat 14-2"),
            ("ik woon op het Nieuwland 14", "Nieuwland 14"),
        ],
    );
    nothing(&[
        "In 2020 al en in 2021 nog",
        "OM 8 UUR OP EN IN 2020 AL EN IN 2021 NOG",
        "ik liep 1500 km",
        "de snelweg 14 kilometer lang",
        "ik woon op kamer 14",
        "postcode 1234 SS bestaat niet",
    ]);
}

#[test]
fn birthdays_but_no_ordinary_dates() {
    only(
        Kind::Birthdate,
        &[
            ("ik ben geboren op 5 mei 2011", "5 mei 2011"),
            ("op 3 okt ben ik jarig", "3 okt"),
            ("geb. 12-03-2011", "12-03-2011"),
            ("mijn verjaardag is twaalf maart", "twaalf maart"),
            ("ik word 18 op 12 september", "12 september"),
        ],
    );
    nothing(&["Op 14 oktober 2020 was de zitting.", "Het idee werd geboren op 3 december 2020."]);
}

#[test]
fn case_numbers_and_handles() {
    only(
        Kind::CaseNumber,
        &[
            ("zaaknummer 2020-0001 en verder", "2020-0001"),
            ("In dossier A-77.410 staat", "A-77.410"),
            ("ons kenmerk: JZ-20418.", "JZ-20418"),
            ("cliëntnummer 48213", "48213"),
        ],
    );
    only(
        Kind::Handle,
        &[
            ("dm @leyla.tkn maar", "@leyla.tkn"),
            ("mijn insta is zylvie", "zylvie"),
            ("snap: xx_kim_xx", "xx_kim_xx"),
            ("op discord timo#1234", "timo#1234"),
        ],
    );
    nothing(&[
        "dossier van 400 bladzijden",
        "de zaak 3 keer uitgesteld",
        "@iedereen luister",
        "mijn insta is weg",
        "COVID-19 was erg",
    ]);
}

#[test]
fn organisations_and_schools() {
    only(
        Kind::Institution,
        &[
            ("ik zit bij De Springplank en mijn kamer is klein", "De Springplank"),
            ("Dank aan Jeugdhuis Noordster.", "Jeugdhuis Noordster"),
            ("ik slaap op leefgroep de uil", "leefgroep de uil"),
            ("Wij zijn van De Hoenderloo Groep.", "De Hoenderloo Groep"),
            ("ik woon bij pluryn", "pluryn"),
        ],
    );
    only(
        Kind::School,
        &[
            ("van Rietveld College naar huis", "Rietveld College"),
            ("ik ga naar basisschool de regenboog", "basisschool de regenboog"),
            ("Op 't Palet heb ik les", "'t Palet"),
            ("De Beatrixschool is leuk", "Beatrixschool"),
        ],
    );
    nothing(&["De jeugdbescherming belde.", "ik zit op de bank", "de groep de schuld geven", "naar de basisschool"]);
}

#[test]
fn what_is_replaced_reads_well() {
    let text = "Ik mis mijn mentor Sanne heel erg";
    let found = find(text);
    let first = found.first();
    assert_eq!(first.and_then(|f| text.get(f.replace.bytes.clone())), Some("mijn mentor Sanne"));
    assert_eq!(first.map(|f| f.suggestion.clone()), Some(Suggestion::MyRole("mentor".to_owned())));
    let text = "Wij wonen op de Lindelaan 14.";
    let found = find(text);
    assert_eq!(found.first().and_then(|f| text.get(f.replace.bytes.clone())), Some("op de Lindelaan 14"));
}

#[test]
fn a_word_that_is_no_name_can_be_allowed() {
    assert_eq!(find_with("mijn kat Robijn en Kasper", Options { allow: &["robijn", "KASPER"] }), []);
}

#[test]
fn every_code_reads_back() {
    for kind in Kind::ALL {
        assert_eq!(Kind::from_code(kind.code()), Some(*kind));
    }
}

#[test]
fn a_possessive_s_of_two_bytes_is_cut_whole() {
    assert_eq!(
        got("ik heet Zylvana en ZylvanaȘ fiets"),
        [(Kind::PersonName, "Zylvana"), (Kind::PersonName, "Zylvana")]
    );
    assert_eq!(got("Sannes\u{301} fiets"), [(Kind::PersonName, "Sanne")]);
}

//! Care organisations, houses and groups, and schools: by name, by the word before or behind the name, and by place in the sentence.

mod article;
mod name;

use crate::allow::PhraseTable;
use crate::doc::{Case, Doc, Sort, Token};
use crate::finding::{Cue, Kind};
use crate::lists::{self, List};
use crate::resolve::Candidates;
use crate::towns;
use crate::words::{self, Class};
use article::article;
pub use name::splits;
use name::{add, name};

/// Care organisations in the Netherlands by name (public knowledge); folded, between semicolons. "!" needs a capital.
static KNOWN: &str = "samen veilig midden nederland;samen veilig;!horizon;horizon jeugdzorg;pluryn;levvel;jarabee;wijeindhoven;entrea lindenhout;entrea;lindenhout;hoenderloo groep;de hoenderloo groep;spirit jeugdhulp;!spirit;!intermetzo;!parlan;yorneo;!elker;accare;!karakter;youke;!timon;juzt;!xonar;!koraal;!cordaan;!altra;de bascule;cardea;!curium;ipse de bruggen;!enver;!jeugdformaat;schakenbosch;trivium lindenhof;!tender;sterk huis;kompaan en de bocht;combinatie jeugdzorg;!oosterpoort;!pactum;dimence;!trias;ambiq;!vitree;lijn5;'t hoogeland;de opvoedpoli;opvoedpoli;yes we can clinics;arkin;lentis;lucertis;emergis;william schrikker groep;william schrikker stichting;william schrikker;!wsg;leger des heils;!nidos;jeugdbescherming west;jeugdbescherming brabant;jeugdbescherming noord;jeugdbescherming gelderland;jeugdbescherming overijssel;jeugdbescherming regio amsterdam;jeugdbescherming rotterdam rijnmond;regiecentrum bescherming en veiligheid;de bakkerij;kabouterhuis;het kabouterhuis;ottho gerhard heldring;harreveld;almata;zikos;de koppeling;transferium;!prisma;amsta;'s heeren loo;lievegoed;!cosis;philadelphia zorg;!dichterbij;!severinus;!lunet;lunet zorg;!oro;!combinatie;stichting jeugdformaat;!humanitas;!kwintes;!lister;!leviaan;!triade;!vitree;!reinaerde;!abrona;!bartimeus;!visio;!kentalis;!amarant;!sdw;!siza;!driestroom;!zozijn;!estinea;!philadelphia;!careander;!baalderborg;!ambiq;!aveleijn;!mediant;!ggnet;ggz drenthe;ggz friesland;ggz oost brabant;ggz ingeest;ggz delfland;ggz breburg;ggze;!parnassia;!antes;!yulius;!youz;!herlaarhof;reinier van arkel;!altrecht;!karakter;mutsaersstichting;!rubicon;via jugend;!moveoo;!levanto;!zuidwester;!auriga;!intervence;!tragel;!juvent;!agogische zorgcentra zeeland;!enver;!stek;!fler;!flexus;!jj-flex;!impegno;!middin;!gemiva;!ipse;!cardea;!kenter;kenter jeugdhulp;!odion;!leliezorg;!esdege reigersdaal;!parlan;!triversum;!jeugdriagg;!spaarnesant;!kinnik;!elker wij;elker-wij;!molendrift;!jonx;!accare;!fier;!jeugdhulp friesland;regiecentrum;!reik;!tjallingahiem;!woodbrookers;!wilster;!portalis;!het poortje;het poortje;!noordhove;!ln5;!basic trust;!care4kids;!gezinshuis.com;!driehoek zorg;!eleos;!timon;!sterk huis;!zorgbelang;!pleegzorg nederland;!pactum;!rondom;!briedis;!bj brabant;!hbpro;!partners voor jeugd;!salto;!lumens;!combinatie;!oosterpoort;!viersprong;de viersprong;!rading;!youke;!lokalis;!sovee;!boddaert;!groot emaus;!veldzicht;!teylingereind;!den hey-acker;!rentray;!avenier;!okc;!wier;!fivoor;!de waag;!inforsa";

/// Words that stand before a care organisation's name; the second says that they work without capitals too.
fn care_word(word: &str) -> Option<bool> {
    if words::is(word, Class::CareHead) { Some(true) } else { words::is(word, Class::CareCapital).then_some(false) }
}

/// Words that stand before a school's name.
fn school_word(word: &str) -> bool {
    words::is(word, Class::SchoolHead)
}

fn school_tail(word: &str) -> bool {
    words::is(word, Class::SchoolTail)
}

/// School words that are no names: "muziekschool".
fn common_school(word: &str) -> bool {
    words::is(word, Class::NoSchool)
}

/// Finds them all.
pub fn scan(doc: &Doc<'_>, found: &mut Candidates) {
    known(doc, found);
    for i in 0..doc.tokens.len() {
        let Some(token) = doc.word(i).copied() else { continue };
        if found.taken(i) {
            continue;
        }
        let word = doc.fold(&token);
        if school_tail(word) || compound(doc, i, &token) {
            tail(doc, i, found);
        }
        if found.taken(i) {
            continue;
        }
        if school_word(word) {
            head(doc, i, true, Kind::School, found);
        } else if let Some(low) = care_word(word) {
            head(doc, i, low, Kind::Institution, found);
        } else if matches!(word, "groep" | "jeugdzorg" | "jeugdhulp" | "zorggroep" | "kliniek") && token.capital() {
            behind(doc, i, found);
        }
    }
    for i in 0..doc.tokens.len() {
        if !found.taken(i) {
            article(doc, i, found);
        }
    }
}

/// Organisations by name.
fn known(doc: &Doc<'_>, found: &mut Candidates) {
    static TABLE: std::sync::OnceLock<PhraseTable> = std::sync::OnceLock::new();
    let table = TABLE.get_or_init(|| PhraseTable::new(KNOWN));
    for i in 0..doc.tokens.len() {
        let Some(token) = doc.word(i).copied() else { continue };
        if found.taken(i) {
            continue;
        }
        for name in table.starting(lists::hash(doc.fold(&token))) {
            let strict = name.starts_with('!');
            let name = name.trim_start_matches('!');
            let size = name.split(' ').count();
            let same = name.split(' ').enumerate().all(|(n, word)| doc.at(i + n) == word);
            if !same || strict && !(token.case != Case::Lower && (!token.opens || size > 1 || !token.is(List::Dutch))) {
                continue;
            }
            // "bij horizon": without a capital only names that are nothing else, or behind "bij" or "van".
            let end = i + size;
            let start = if i > 0
                && care_word(doc.before(i, 1)).is_some()
                && doc.before(i, 1) != "organisatie"
                && doc.tokens.get(i - 1).is_some_and(|t| t.capital() || doc.fold(t) == "stichting")
                && !found.taken(i - 1)
            {
                i - 1
            } else {
                i
            };
            let more = if care_word(doc.at(end)).is_some() && doc.tokens.get(end).is_some_and(Token::capital)
                || matches!(doc.at(end), "jeugdzorg" | "jeugdhulp")
            {
                end + 1
            } else {
                end
            };
            add(doc, Kind::Institution, start, more, 93, Cue::List, found);
            break;
        }
    }
    // "bij horizon", "bij spirit" without capitals.
    for i in 1..doc.tokens.len() {
        if !found.taken(i) && doc.before(i, 1) == "bij" && doc.of(i, Class::CareBare) {
            add(doc, Kind::Institution, i, i + 1, 85, Cue::List, found);
        }
    }
}

/// "gezinshuis De Linde", "basisschool de regenboog".
fn head(doc: &Doc<'_>, i: usize, low: bool, kind: Kind, found: &mut Candidates) {
    let word = doc.at(i);
    if words::is(word, Class::CareCommon)
        && !doc
            .tokens
            .get(i + 1)
            .is_some_and(|t| t.capital() || doc.at(i + 1) == "de" && doc.tokens.get(i + 2).is_some_and(Token::capital))
    {
        return;
    }
    // "op de groep De Vlinder": fine. "mijn groep, Sanne": not.
    if matches!(doc.at(i + 1), "in" | "aan") && doc.tokens.get(i + 1).is_none_or(|t| !t.capital()) {
        return;
    }
    let Some(end) = name(doc, i + 1, low, found) else { return };
    let first = doc.tokens.get(i + 1).copied();
    let person = first.is_some_and(|t| t.is(List::First)) && words::is(word, Class::GroupWord) && end == i + 2;
    let place = end == i + 2
        && (towns::town(doc, i + 1).is_some()
            || matches!(doc.at(i + 1), "noord" | "zuid" | "oost" | "west" | "centrum"));
    let nation = first.is_some_and(|t| {
        matches!(
            doc.fold(&t),
            "nederland"
                | "radicale"
                | "nederlands"
                | "engels"
                | "nederlandse"
                | "god"
                | "turks"
                | "corona"
                | "wmcz"
                | "wmo"
        )
    });
    let lowname = first.is_some_and(|t| !t.capital()) && words::is(word, Class::HouseNeeded) && {
        // Common words need a house name behind them when nothing is written with capitals.
        let last = doc.tokens.get(end - 1);
        let odd = matches!(word, "jeugdhulp" | "stichting")
            && matches!(doc.before(i, 1), "bij" | "van" | "door")
            && last.is_some_and(|t| !t.is(List::Dutch));
        !last.is_some_and(|t| t.of(Class::House)) && !odd || doc.was(i, 1, Class::Det) || doc.was(i, 1, Class::Own)
    };
    if person
        || nation
        || lowname
        || place
            && kind == Kind::School
            && matches!(word, "school" | "mbo" | "isk" | "vmbo" | "mavo" | "havo" | "vwo" | "bso")
        || place
            && matches!(
                word,
                "groep"
                    | "team"
                    | "locatie"
                    | "afdeling"
                    | "organisatie"
                    | "opvang"
                    | "instelling"
                    | "unit"
                    | "huis"
                    | "wijkteam"
                    | "jeugdteam"
            )
    {
        return;
    }
    let sure =
        if first.is_some_and(|t| t.capital()) || doc.tokens.get(i + 2).is_some_and(Token::capital) { 90 } else { 75 };
    add(doc, kind, i, end, sure, Cue::Keyword, found);
}

/// "Beatrixschool", "rijnlandscollege": one word with the school in it.
fn compound(doc: &Doc<'_>, i: usize, token: &Token) -> bool {
    let word = doc.fold(token);
    let long = |tail: &str| word.len() > tail.len() + 2 && word.ends_with(tail);
    (long("school")
        && !common_school(word)
        && !token.is(List::Dutch)
        && token.capital()
        && (!token.opens || i == 0 || !long("eschool")))
        || (long("college") || long("lyceum") || long("gymnasium"))
            && (token.capital() && !token.opens || !token.is(List::Dutch))
}

/// "Rietveld College", "het Johan de Witt College".
fn tail(doc: &Doc<'_>, i: usize, found: &mut Candidates) {
    let Some(token) = doc.word(i).copied() else { return };
    let word = doc.fold(&token);
    let mut start = i;
    let low = !token.capital();
    let school = matches!(
        word,
        "school"
            | "academie"
            | "mavo"
            | "vmbo"
            | "basisschool"
            | "kindcentrum"
            | "praktijkschool"
            | "montessorischool"
            | "daltonschool"
    );
    for _ in 0..4 {
        let Some(left) = start.checked_sub(1) else { break };
        let Some(t) = doc.tokens.get(left) else { break };
        if found.taken(left) || doc.tokens.get(start).is_some_and(|t| t.line) {
            break;
        }
        let dash = doc.fold(t) == "-" && doc.glued(left) && doc.glued(start);
        let capital = t.sort == Sort::Word
            && (t.capital() || t.case == Case::Upper || t.case == Case::Mixed)
            && !t.of(Class::Stop)
            && !t.of(Class::Prep)
            && !t.of(Class::Own)
            && !t.of(Class::Det)
            && !t.of(Class::Place)
            && !(t.opens && t.is(List::Dutch) && start == i && low);
        let particle = start < i
            && t.of(Class::Particle)
            && left > 0
            && doc.tokens.get(left - 1).is_some_and(|t| {
                t.capital() && t.sort == Sort::Word && !t.of(Class::Prep) && !t.of(Class::Place) || doc.fold(t) == "van"
            });
        let capital_particle = t.of(Class::Particle) && t.capital() && !t.opens && start < i;
        let plain = low
            && start == i
            && !school
            && !t.capital()
            && t.sort == Sort::Word
            && !t.of(Class::Stop)
            && !t.of(Class::Det)
            && !t.of(Class::Own)
            && !t.of(Class::Prep)
            && !t.of(Class::Place)
            && !t.of(Class::Num)
            && (!t.is(List::Dutch) || t.of(Class::House) || matches!(doc.before(left, 1), "het" | "'t"))
            && doc.fold(t).len() > 2;
        if dash || capital || particle || capital_particle || plain {
            start = left;
        } else {
            break;
        }
    }
    while start < i
        && (doc.at(start) == "-" || doc.tokens.get(start).is_some_and(|t| t.of(Class::Particle) && !t.capital()))
    {
        start += 1;
    }
    let single = start == i;
    if single && !compound(doc, i, &token) {
        return;
    }
    // A capital before "school" may be the first word of the sentence.
    let first = doc.tokens.get(start).copied();
    if school && !single && first.is_some_and(|t| t.opens && start + 1 == i)
        || !single && school && low && !first.is_some_and(|t| t.capital() && !t.opens)
    {
        return;
    }
    if school && !single && word == "school" && first.is_some_and(|t| t.is(List::First) && low) {
        return;
    }
    add(doc, Kind::School, start, i + 1, 92, Cue::Keyword, found);
}

/// "De Hoenderloo Groep": capitals before the word.
fn behind(doc: &Doc<'_>, i: usize, found: &mut Candidates) {
    let mut start = i;
    while start > 0 && i - start < 4 {
        let Some(t) = doc.tokens.get(start - 1) else { break };
        let dash = doc.fold(t) == "-" && doc.glued(start - 1) && doc.glued(start);
        if !(dash
            || t.sort == Sort::Word
                && t.capital()
                && !t.of(Class::Prep)
                && !t.of(Class::Place)
                && !(t.opens && t.of(Class::Stop) && !t.of(Class::Det)))
            || found.taken(start - 1)
        {
            break;
        }
        start -= 1;
    }
    if i > start
        && !(i == start + 1
            && doc.tokens.get(start).is_some_and(|t| t.opens && (t.is(List::Dutch) || t.of(Class::Det))))
        && !doc.run(start, &["radicale"])
    {
        add(doc, Kind::Institution, start, i + 1, 85, Cue::Keyword, found);
    }
}

//! What stands before and behind a name. Sums of evidence only; what a word is by itself is not looked at here.

use crate::doc::{Doc, Sort};
use crate::finding::Cue;
use crate::words::{self, Class};

/// The evidence to the left.
#[derive(Debug, Clone)]
pub struct Before {
    /// For (or against) a name.
    pub sum: i16,
    /// The ground.
    pub cue: Cue,
    /// A title stands before it, so particles may open the name.
    pub titled: bool,
    /// The writer introduces somebody, so an unknown surname is likely.
    pub introduced: bool,
    /// The first token that goes with the name when it is replaced.
    pub from: Option<usize>,
    /// The token of the role.
    pub role: Option<usize>,
    /// The role is the writer's: "mijn", "onze".
    pub mine: bool,
    /// No article, owner or number stands before it.
    pub bare: bool,
}

impl Before {
    fn plain(sum: i16, cue: Cue) -> Self {
        Self { sum, cue, titled: false, introduced: false, from: None, role: None, mine: false, bare: true }
    }
}

fn mine(word: &str) -> bool {
    matches!(word, "mijn" | "m'n" | "mn" | "mij" | "onze" | "ons")
}

/// The evidence to the left of token `i`.
pub fn before(doc: &Doc<'_>, i: usize) -> Before {
    // Quotes and brackets stand aside.
    let mut at = i;
    while at > 0 && matches!(doc.before(at, 1), "\"" | "“" | "„" | "'" | "‘" | "(" | "*" | "_") {
        at -= 1;
    }
    let line = doc.tokens.get(i).is_some_and(|t| t.line) && at == i;
    let quoted = at < i;
    let one = doc.before(at, 1);
    let two = doc.before(at, 2);
    let three = doc.before(at, 3);
    if let Some(found) = title(doc, i, at) {
        return found;
    }
    if let Some(sum) = introduction(doc, at) {
        let mut out = Before::plain(sum, Cue::Introduction);
        out.introduced = true;
        return out;
    }
    if let Some(found) = role(doc, at) {
        return found;
    }
    if at > 0 && doc.was(at, 1, Class::Sign)
        || matches!(
            (two, one),
            ("groetjes", "van")
                | ("groet", "van")
                | ("liefs", "van")
                | ("groeten", "van")
                | ("kus", "van")
                | ("kusjes", "van")
                | ("knuffel", "van")
                | ("gr", ".")
                | ("kusje", "van")
        )
        || (matches!(one, "," | "." | ":" | "!" | "-") && doc.was(at, 2, Class::Sign))
    {
        // A closing closes: little may stand behind the name.
        let last = doc.tokens.len().saturating_sub(i) <= 6 || line;
        return Before::plain(if last { 62 } else { 20 }, Cue::Greeting);
    }
    if doc.was(at, 1, Class::Greet) && at <= 4 + doc_line(doc, at) {
        let head = at == 1 || doc.tokens.get(at - 1).is_some_and(|t| t.opens || t.line) || doc.was(at, 2, Class::Greet);
        return Before::plain(if head { 48 } else { 10 }, Cue::Greeting);
    }
    if doc.of(i, Class::Greet) {
        return Before::plain(-60, Cue::Greeting);
    }
    // "van Noor" or "- Noor" as the last line.
    let end = doc.tokens.len().saturating_sub(i);
    if end <= 3
        && at > 0
        && (matches!(one, "van" | "x" | "-" | "~" | "xx" | "xxx")
            && doc.tokens.get(at - 1).is_some_and(|t| t.opens || t.line || one != "van")
            || line && i > 4)
    {
        return Before::plain(if line && one != "van" { 25 } else { 45 }, Cue::Greeting);
    }
    if line {
        return Before::plain(0, Cue::Context);
    }
    if matches!(
        (two, one),
        ("samen", "met")
            | ("ruzie", "met")
            | ("contact", "met")
            | ("dank", "aan")
            | ("dankzij", _)
            | ("verliefd", "op")
            | ("woon", "met")
            | ("verkering", "met")
            | ("gesprek", "met")
            | ("praten", "met")
            | ("speel", "met")
            | ("spelen", "met")
            | ("passen", "op")
            | ("trots", "op")
            | ("boos", "op")
    ) {
        return Before::plain(28, Cue::Context);
    }
    if matches!((two, one), ("ik", "en") | ("wij", "(")) || one == "(" && two == "wij" || quoted && two == "wij" {
        return Before::plain(42, Cue::Company);
    }
    if doc.was(at, 1, Class::Det)
        || doc.was(at, 1, Class::Own)
        || doc.was(at, 1, Class::Num)
        || doc.number(at.wrapping_sub(1)).is_some() && at > 0
    {
        // "die Timo", "onze Kim" are people still; "de roos", "mijn ster" are things. "ik hoop dat Roos": a conjunction.
        let people = words::is(one, Class::Near);
        let mut out = Before::plain(
            if matches!(one, "dat" | "jullie" | "me" | "mij" | "je" | "haar" | "ze" | "zijn" | "ons") {
                if matches!(one, "dat") { 0 } else { -12 }
            } else if people {
                -22
            } else {
                -40
            },
            Cue::Context,
        );
        out.bare = matches!(one, "dat" | "die" | "me" | "mij" | "je" | "haar" | "jullie" | "ons");
        return out;
    }
    // "een mooie roos": an adjective between the article and the thing.
    let adjective = one.len() > 3
        && one.ends_with('e')
        && (doc.was(at, 2, Class::Det) || doc.was(at, 2, Class::Own))
        && doc.tokens.get(at.wrapping_sub(1)).is_some_and(|t| t.sort == Sort::Word && !t.capital());
    if adjective {
        let mut out = Before::plain(
            match one {
                "lieve" | "kleine" | "stoere" | "jonge" if doc.tokens.get(i).is_some_and(|t| t.capital()) => 18,
                "lieve" | "kleine" | "stoere" | "jonge" | "grote" | "oude" => 0,
                _ => -25,
            },
            Cue::Context,
        );
        out.bare = false;
        return out;
    }
    let capital = doc.tokens.get(i).is_some_and(|t| t.capital());
    if doc.was(at, 1, Class::Place) {
        return Before::plain(if capital { -30 } else { -15 }, Cue::Context);
    }
    if doc.was(at, 1, Class::Prep) {
        return Before::plain(if capital { 18 } else { 8 }, Cue::Context);
    }
    let left_capital =
        at > 0 && doc.tokens.get(at - 1).is_some_and(|t| t.sort == Sort::Word && t.capital() && !t.opens);
    if left_capital {
        // In a row of capitals a later word is the rest of a name or title of something.
        return Before::plain(-10, Cue::Context);
    }
    let word_before = at > 0 && doc.tokens.get(at - 1).is_some_and(|t| t.sort == Sort::Word);
    let _ = three;
    Before::plain(
        if capital && word_before && doc.tokens.get(i).is_some_and(|t| !t.opens) { 15 } else { 0 },
        Cue::Context,
    )
}

/// The token that begins the line of token `at`, looked for nearby.
fn doc_line(doc: &Doc<'_>, at: usize) -> usize {
    (0..5).filter_map(|n| at.checked_sub(n)).find(|j| doc.tokens.get(*j).is_some_and(|t| t.line)).unwrap_or(0)
}

/// "mevrouw", "juf", "oma", "familie", also shortened: "mw.".
fn title(doc: &Doc<'_>, i: usize, at: usize) -> Option<Before> {
    let dotted = doc.before(at, 1) == "." && at > 1;
    let mut j = at.checked_sub(if dotted { 2 } else { 1 })?;
    let token = doc.tokens.get(j)?;
    let title = token.of(Class::Title) && !(token.of(Class::Det)) && !(dotted && token.end - token.start > 5);
    let kin = token.of(Class::Kin) && !dotted;
    let family = token.of(Class::Family);
    if !(title || kin || family) || doc.tokens.get(i).is_some_and(|t| t.line) {
        return None;
    }
    let capital = doc.tokens.get(i).is_some_and(|t| t.capital());
    // A title that is a thing: "de heer", "een dokter"; "de juf Sanne" is fine.
    let word = doc.fold(token);
    let sum = if family {
        if capital { 55 } else { 40 }
    } else if kin {
        if capital { 62 } else { 48 }
    } else if matches!(
        word,
        "meester" | "heer" | "dokter" | "zuster" | "mr" | "ing" | "ir" | "pater" | "juf" | "broeder"
    ) {
        if capital { 68 } else { 52 }
    } else {
        72
    };
    // Two titles: "mevrouw dr.".
    let role = j;
    while j > 0
        && (doc.was(j, 1, Class::Title) && doc.before(j, 1) != "heren"
            || matches!(doc.before(j, 1), "de" | "onze" | "mijn" | "m'n" | "mn" | "haar" | "zijn" | "die")
                && !matches!(doc.before(j, 1), "die"))
        && role - j < 3
    {
        j -= 1;
    }
    let mut out = Before::plain(sum, Cue::Title);
    out.titled = !kin || doc.of(i, Class::Particle);
    out.from = Some(j);
    if !title || matches!(word, "juf" | "meester" | "dokter" | "juffrouw" | "zuster") {
        out.role = (!family).then_some(role);
        out.mine = mine(doc.before(role, 1));
    }
    Some(out)
}

/// "ik heet", "mijn naam is", "noem me", "ik ben".
fn introduction(doc: &Doc<'_>, at: usize) -> Option<i16> {
    let (one, two, three) = (doc.before(at, 1), doc.before(at, 2), doc.before(at, 3));
    let four = doc.before(at, 4);
    let pet = |from: usize| (from..from + 5).any(|n| doc.was(at, n, Class::Pet));
    let named = match one {
        "heet" | "heette" | "heten" | "heetten" | "heete" | "heeet"
            if !matches!(two, "hoe" | "dat" | "wat" | "dit" | "het") =>
        {
            true
        }
        "ik" | "hij" | "zij" | "ze" | "ie" | "trouwens" | "eigenlijk" | "gewoon" | "dus" | "nu" | "echt" | "m"
        | "dan"
            if matches!(two, "heet" | "heette") =>
        {
            true
        }
        "is" if matches!(two, "naam" | "bijnaam" | "roepnaam" | "voornaam" | "achternaam" | "nickname") && !pet(3) => {
            true
        }
        ":" if matches!(
            two,
            "naam"
                | "voornaam"
                | "achternaam"
                | "roepnaam"
                | "afzender"
                | "auteur"
                | "door"
                | "schrijver"
                | "contactpersoon"
        ) =>
        {
            true
        }
        "genaamd" | "geheten" | "genoemd" | "bijgenaamd" => true,
        "naam" | "namen" if matches!(two, "de" | "met") || matches!(three, "met" | "onder") => true,
        "me" | "mij" | "m'n" | "ons" | "hem" if matches!(two, "noemen" | "noemt" | "noem") => true,
        "maar" | "gewoon" | "ook" | "altijd" | "allemaal"
            if matches!(three, "noemen" | "noemt" | "noem") && matches!(two, "me" | "mij" | "hem" | "haar") =>
        {
            true
        }
        "haar" if matches!(two, "noemen" | "noemt" | "noem") => true,
        "naar" if two == "vernoemd" => true,
        "als" if matches!(two, "bekend" | "sta") => true,
        "is" | "was" if matches!((three, two), ("naam", "ook") | ("naam", "dus")) => true,
        _ => false,
    };
    if named {
        let soft = matches!(one, "me" | "mij" | "hem" | "haar" | "ons" | "als" | "naam" | "namen");
        return Some(if pet(2) {
            -90
        } else if soft {
            52
        } else {
            75
        });
    }
    let am = matches!(
        (two, one),
        ("ik", "ben")
            | ("ben", "ik")
            | ("k", "ben")
            | ("'k", "ben")
            | ("ikben", _)
            | ("dit", "is")
            | ("hier", "is")
            | ("hier", "met")
            | ("met", "mij")
    ) || one == "ikben"
        || one == "ikke" && two == "ben";
    let filler = matches!(one, "dus" | "trouwens" | "gewoon" | "eigenlijk" | "de" | "echt")
        && (three, two) == ("ik", "ben")
        && one != "de"
        && one != "echt";
    if am || filler {
        // "ik ben zylvana en", "ik ben zylvana, 14": the phrase closes behind the name.
        let next = doc.at(at + 1);
        let closes = matches!(next, "," | "." | "!" | "" | "en" | "van" | "(" | "uit") || doc.number(at + 1).is_some();
        let here = matches!(two, "dit" | "hier" | "met");
        let _ = four;
        return Some(if here {
            30
        } else if closes && next != "van" {
            56
        } else {
            42
        });
    }
    None
}

/// "mijn broertje …", "onze mentor …", "begeleider …".
fn role(doc: &Doc<'_>, at: usize) -> Option<Before> {
    let comma = matches!(doc.before(at, 1), "," | ":" | "-") && at > 1;
    let mut j = at.checked_sub(if comma { 2 } else { 1 })?;
    let token = doc.tokens.get(j)?;
    let (kin, job) = (token.of(Class::Role), token.of(Class::Job));
    if !(kin || job) || doc.tokens.get(at).is_some_and(|t| t.line) {
        return None;
    }
    let role = j;
    // "mijn lieve kleine broertje", "onze nieuwe ambulant begeleider".
    let mut owner = None;
    for n in 1..=4 {
        let Some(k) = role.checked_sub(n) else { break };
        let word = doc.at(k);
        if doc.of(k, Class::Own) || matches!(word, "de" | "een" | "die" | "deze") {
            owner = Some(k);
            break;
        }
        let between = doc.word(k).is_some()
            && (word.ends_with('e')
                || matches!(word, "ambulant" | "pedagogisch" | "maatschappelijk" | "oud" | "ex" | "half" | "beste"))
            && !doc.of(k, Class::Stop)
            || words::is(word, Class::Soft);
        if !between {
            break;
        }
    }
    let one = owner.map_or("", |k| doc.at(k));
    let mut sum = match one {
        "" => 38,
        "de" => 42,
        "een" => 30,
        "die" | "deze" => 40,
        _ => 56,
    };
    if comma {
        // A row of people: "mijn broer, zus en moeder" has no names; a name behind a comma has a capital or a list to go with it.
        sum -= 36;
    }
    if doc.fold(token).ends_with("en") && !doc.fold(token).ends_with("kinderen") && one != "mijn" && one != "onze" {
        sum -= 10;
    }
    if owner.is_some() {
        j = owner.unwrap_or(j);
    }
    let mut out = Before::plain(sum, Cue::Role);
    out.from = (!comma).then_some(j);
    out.role = (!comma).then_some(role);
    out.mine = mine(one);
    out.introduced = job;
    Some(out)
}

/// The evidence to the right.
#[derive(Debug, Clone)]
pub struct After {
    /// For (or against) a name.
    pub sum: i16,
    /// The ground.
    pub cue: Cue,
    /// What follows fits a person.
    pub human: bool,
}

/// The evidence from token `at` on; `word` says that the word before it is a Dutch word too.
pub fn after(doc: &Doc<'_>, at: usize, word: bool) -> After {
    let mut at = at;
    while matches!(doc.at(at), "\"" | "”" | "'" | "’" | "*") && doc.glued(at) {
        at += 1;
    }
    let (one, two, three) = (doc.at(at), doc.at(at + 1), doc.at(at + 2));
    let make = |sum, cue, human| After { sum, cue, human };
    if doc.tokens.get(at).is_none_or(|t| t.line) {
        return make(0, Cue::Context, false);
    }
    if one == "en" && matches!(two, "ik" | "ikke") {
        return make(50, Cue::Company, true);
    }
    if one == "en" && matches!(two, "mijn" | "m'n" | "mn") && doc.of(at + 2, Class::KinWord) {
        return make(25, Cue::Company, true);
    }
    if matches!(one, "en" | "," | "&" | "+")
        && doc.tokens.get(at + 1).is_some_and(|t| t.is(crate::lists::List::First) && !t.of(Class::Stop))
    {
        return make(if word { 38 } else { 30 }, Cue::Company, true);
    }
    let kin = |j: usize| doc.of(j, Class::KinWord);
    if matches!(one, "is" | "was" | "wordt") {
        if matches!(two, "mijn" | "m'n" | "mn" | "onze" | "haar" | "zijn" | "hun" | "me")
            && (kin(at + 2) || kin(at + 3))
        {
            return make(62, Cue::Context, true);
        }
        if doc.number(at + 1).is_some() && matches!(three, "" | "jaar" | "." | "en" | "," | "geworden") {
            return make(if word { 45 } else { 35 }, Cue::Context, true);
        }
        let mood = words::is(two, Class::Mood);
        return make(
            if mood {
                if word { 35 } else { 30 }
            } else if word {
                4
            } else {
                20
            },
            Cue::Context,
            true,
        );
    }
    if one == ","
        && matches!(two, "mijn" | "m'n" | "mn" | "onze" | "haar" | "zijn" | "de" | "een")
        && (kin(at + 2) || kin(at + 3))
    {
        return make(45, Cue::Context, true);
    }
    if one == "(" && two.len() < 3 && doc.number(at + 1).is_some() && matches!(three, ")" | "jaar" | ",") {
        return make(if word { 50 } else { 42 }, Cue::Context, true);
    }
    if one == "," && doc.number(at + 1).is_some() && matches!(three, "jaar" | "jr") {
        return make(40, Cue::Context, true);
    }
    if one == "van" && doc.number(at + 1).is_some() && !doc.of(at + 2, Class::Unit) {
        return make(30, Cue::Context, true);
    }
    if matches!(one, "van" | "uit")
        && matches!(two, "de" | "het" | "mijn" | "onze" | "ons" | "groep" | "hiernaast" | "kamer" | "klas")
    {
        let place = words::is(three, Class::WorkPlace) || matches!(two, "groep" | "hiernaast" | "kamer" | "klas");
        if place {
            return make(if word { 48 } else { 30 }, Cue::Context, true);
        }
    }
    if matches!(one, "haar" | "zijn" | "z'n" | "zn" | "d'r" | "der")
        && doc.word(at + 1).is_some()
        && !doc.of(at + 1, Class::Stop)
    {
        return make(if word { 12 } else { 25 }, Cue::Context, true);
    }
    if one == "'" && two == "s" {
        return make(20, Cue::Context, true);
    }
    let human = words::is(one, Class::Human);
    if human {
        return make(if word { 26 } else { 30 }, Cue::Context, true);
    }
    if doc.of(at, Class::Verb) {
        return make(if word { 10 } else { 22 }, Cue::Context, true);
    }
    make(0, Cue::Context, false)
}

//! Cuts a text into words for the danger signals, and folds each word: lower case, no accents, chat spelling opened up.
//!
//! Only spelling lives here. What a word means is in the lexicon; what words mean together is in the rules.

/// One folded word of the text.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// First byte of the word in the text.
    pub start: usize,
    /// Byte behind the word.
    pub end: usize,
    /// The word in lower case, without accents and apostrophes.
    pub folded: String,
    /// Which sentence it stands in; full stops, question marks and new lines divide.
    pub sentence: usize,
    /// Which part of the sentence it stands in; commas and words such as "dat" and "maar" divide too.
    pub part: usize,
    /// Whether a comma, a full stop or the end of the text follows.
    pub closes: bool,
}

/// Words longer than this many letters are cut for looking up; no Dutch word that matters here is longer.
const LONGEST: usize = 40;

/// Words that begin a part of a sentence of their own, with their own denial.
const JOINTS: &[&str] = &[
    "dat", "omdat", "want", "maar", "en", "als", "toen", "terwijl", "of", "hoe", "wat", "die", "waardoor", "sinds",
    "zodat", "tot", "totdat", "wanneer", "voordat", "zoals", "dus", "anders", "waarom", "dan", "waar",
];

/// What may stand glued behind the "k" of "ik" in chat spelling.
const AFTER_K: &[&str] = &[
    "denk", "wil", "heb", "ben", "ga", "kan", "zou", "zie", "moet", "hou", "trek", "voel", "weet", "word", "snij",
    "loop", "slaap", "zit", "durf", "doe", "had", "was", "kom", "vind", "haat", "wou", "mag", "leef", "sta", "kras",
    "zag", "werd",
];

/// Chat spelling and usual typing errors, with the words that they stand for.
const CHAT: &[(&str, &[&str])] = &[
    ("snachts", &["s", "nachts"]),
    ("savonds", &["s", "avonds"]),
    ("tis", &["het", "is"]),
    ("tzou", &["het", "zou"]),
    ("kweenie", &["ik", "weet", "niet"]),
    ("kweetnie", &["ik", "weet", "niet"]),
    ("nietmeer", &["niet", "meer"]),
    ("niemeer", &["niet", "meer"]),
    ("nooitmeer", &["nooit", "meer"]),
    ("smeerm", &["smeer", "m"]),
    ("iwil", &["ik", "wil"]),
    ("zelfmoordt", &["zelfmoord"]),
    ("zm", &["zelfmoord"]),
    ("zlfmoord", &["zelfmoord"]),
    ("zelfmrd", &["zelfmoord"]),
    ("zelfmord", &["zelfmoord"]),
    ("nie", &["niet"]),
    ("ni", &["niet"]),
    ("nt", &["niet"]),
    ("niett", &["niet"]),
    ("neit", &["niet"]),
    ("nit", &["niet"]),
    ("mr", &["meer"]),
    ("meerr", &["meer"]),
    ("mer", &["meer"]),
    ("ikke", &["ik"]),
    ("ek", &["ik"]),
    ("t", &["het"]),
    ("ut", &["het"]),
    ("ie", &["hij"]),
    ("zn", &["zijn"]),
    ("zen", &["zijn"]),
    ("hr", &["haar"]),
    ("mn", &["mijn"]),
    ("men", &["mijn"]),
    ("mij", &["mij"]),
    ("mijzelf", &["mezelf"]),
    ("mezelluf", &["mezelf"]),
    ("mezelff", &["mezelf"]),
    ("mzelf", &["mezelf"]),
    ("mijnzelf", &["mezelf"]),
    ("zelluf", &["zelf"]),
    ("zichzelluf", &["zichzelf"]),
    ("dr", &["er"]),
    ("iemant", &["iemand"]),
    ("niemant", &["niemand"]),
    ("nimand", &["niemand"]),
    ("iedereeen", &["iedereen"]),
    ("idereen", &["iedereen"]),
    ("iederen", &["iedereen"]),
    ("wildee", &["wilde"]),
    ("wl", &["wel"]),
    ("dooie", &["dode"]),
    ("doodt", &["dood"]),
    ("doot", &["dood"]),
    ("doodd", &["dood"]),
    ("leve", &["leven"]),
    ("levn", &["leven"]),
    ("lve", &["leven"]),
    ("slape", &["slapen"]),
    ("snije", &["snijden"]),
    ("snijen", &["snijden"]),
    ("sneiden", &["snijden"]),
    ("snei", &["snij"]),
    ("wake", &["wakker"]),
    ("waker", &["wakker"]),
    ("worde", &["worden"]),
    ("wort", &["wordt"]),
    ("slaad", &["slaat"]),
    ("slaatt", &["slaat"]),
    ("gesloge", &["geslagen"]),
    ("geslage", &["geslagen"]),
    ("beetere", &["beter"]),
    ("zonde", &["zonde"]),
    ("zondr", &["zonder"]),
    ("thuiss", &["thuis"]),
    ("vanacht", &["vannacht"]),
    ("vnacht", &["vannacht"]),
    ("vnv", &["vanavond"]),
    ("vanav", &["vanavond"]),
    ("buite", &["buiten"]),
    ("weglope", &["weglopen"]),
    ("wechlopen", &["weglopen"]),
    ("wegloope", &["weglopen"]),
    ("wegloopen", &["weglopen"]),
    ("vdr", &["vader"]),
    ("mdr", &["moeder"]),
    ("wrm", &["waarom"]),
    ("omda", &["omdat"]),
    ("da", &["dat"]),
    ("wa", &["wat"]),
    ("ma", &["maar"]),
    ("mss", &["misschien"]),
    ("egt", &["echt"]),
    ("ech", &["echt"]),
    ("altyd", &["altijd"]),
    ("altijt", &["altijd"]),
    ("zelfdodingen", &["zelfdoding"]),
];

/// The letter without its accent, in lower case; letters of other scripts stay.
fn bare(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    }
}

/// A figure or sign that stands for a letter inside a word ("z3lfmoord", "d00d").
fn disguised(c: char) -> Option<char> {
    match c {
        '0' => Some('o'),
        '1' => Some('i'),
        '3' => Some('e'),
        '4' | '@' => Some('a'),
        '$' => Some('s'),
        _ => None,
    }
}

/// Whether the letter is a mark that sits on the letter before it.
fn combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{fe0f}')
}

fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '`' | '\u{b4}')
}

/// Folds a raw word. Runs of three and more equal letters become one ("nieeet"), or two when `double` ("dooood").
fn fold(raw: &str, double: bool) -> String {
    let has_letter = raw.chars().any(char::is_alphabetic);
    let mut letters: Vec<char> = Vec::new();
    for c in raw.chars().take(LONGEST) {
        if combining(c) || apostrophe(c) {
            continue;
        }
        for low in c.to_lowercase() {
            if low == 'ĳ' {
                letters.extend(['i', 'j']);
                continue;
            }
            let plain = bare(low);
            letters.push(if has_letter { disguised(plain).unwrap_or(plain) } else { plain });
        }
    }
    let mut out = String::with_capacity(letters.len());
    let mut at = 0;
    while let Some(&c) = letters.get(at) {
        let run = letters.iter().skip(at).take_while(|&&other| other == c).count();
        let keep = if run >= 3 { if double { 2 } else { 1 } } else { run };
        out.extend(core::iter::repeat_n(c, keep));
        at += run;
    }
    out
}

/// Cuts and folds. `known` tells whether a folded word is in the lexicon: it decides between "dood" and "dod" for "dooood".
pub(super) fn words(text: &str, known: impl Fn(&str) -> bool) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let (mut sentence, mut part) = (0, 0);
    let mut from: Option<usize> = None;
    let mut letters = text.char_indices().peekable();
    loop {
        let next = letters.next();
        let after = letters.peek().map(|&(_, c)| c);
        let inside = next.is_some_and(|(_, c)| {
            c.is_alphanumeric()
                || (from.is_some() && combining(c))
                || (apostrophe(c) && from.is_some() && after.is_some_and(char::is_alphabetic))
                || (from.is_some() && matches!(c, '@' | '$') && after.is_some_and(char::is_alphabetic))
        });
        if inside {
            if from.is_none() {
                from = next.map(|(at, _)| at);
            }
            continue;
        }
        let end = next.map_or(text.len(), |(at, _)| at);
        if let Some(start) = from.take() {
            push(&mut out, text, start..end, sentence, &mut part, &known);
        }
        let Some((_, c)) = next else { break };
        let ends_sentence = matches!(c, '.' | '!' | '?' | '\n' | '…');
        if ends_sentence || matches!(c, ',' | ';' | ':' | '(' | ')') {
            part += 1;
            if let Some(last) = out.last_mut() {
                last.closes = true;
            }
        }
        if ends_sentence {
            sentence += 1;
        }
    }
    if let Some(last) = out.last_mut() {
        last.closes = true;
    }
    out
}

/// Adds one raw word, opened up when it is chat spelling for several.
fn push(
    out: &mut Vec<Word>,
    text: &str,
    range: core::ops::Range<usize>,
    sentence: usize,
    part: &mut usize,
    known: &impl Fn(&str) -> bool,
) {
    let raw = text.get(range.clone()).unwrap_or_default();
    let mut folded = fold(raw, true);
    if !known(&folded) {
        let short = fold(raw, false);
        if known(&short) || CHAT.iter().any(|(chat, _)| *chat == short) {
            folded = short;
        }
    }
    let mut add = |folded: String| {
        if JOINTS.contains(&folded.as_str()) {
            *part += 1;
        }
        out.push(Word { start: range.start, end: range.end, folded, sentence, part: *part, closes: false });
    };
    if let Some((_, parts)) = CHAT.iter().find(|(chat, _)| *chat == folded) {
        for word in *parts {
            add((*word).to_owned());
        }
        return;
    }
    if let Some(rest) = folded.strip_prefix('k')
        && AFTER_K.contains(&rest)
    {
        add("ik".to_owned());
        add(rest.to_owned());
        return;
    }
    add(folded);
}

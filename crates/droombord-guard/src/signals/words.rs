//! Cuts a text into words for the danger signals, and folds each word: lower case, no accents, chat spelling opened up.
//!
//! Only spelling lives here. What a word means is in the lexicon; what words mean together is in the rules.

use crate::allow::PhraseTable;
use crate::doc::{fold_into, letter};
use crate::lists::hash;
use std::sync::OnceLock;

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
static JOINTS: &str = "dat omdat want maar en als toen terwijl of hoe wat die waardoor sinds zodat tot totdat wanneer voordat zoals dus anders waarom dan waar";

/// What may stand glued behind the "k" of "ik" in chat spelling.
static AFTER_K: &str = "denk wil heb ben ga kan zou zie moet hou trek voel weet word snij loop slaap zit durf doe had was kom vind haat wou mag leef sta kras zag werd";

/// Chat spelling and usual typing errors, each with the words that it stands for behind it.
static CHAT: &str = "snachts s nachts;savonds s avonds;tis het is;tzou het zou;kweenie ik weet niet;kweetnie ik weet niet;nietmeer niet meer;niemeer niet meer;nooitmeer nooit meer;smeerm smeer m;iwil ik wil;zelfmoordt zelfmoord;zm zelfmoord;zlfmoord zelfmoord;zelfmrd zelfmoord;zelfmord zelfmoord;nie niet;ni niet;nt niet;niett niet;neit niet;nit niet;mr meer;meerr meer;mer meer;ikke ik;ek ik;t het;ut het;ie hij;zn zijn;zen zijn;hr haar;mn mijn;men mijn;mij mij;mijzelf mezelf;mezelluf mezelf;mezelff mezelf;mzelf mezelf;mijnzelf mezelf;zelluf zelf;zichzelluf zichzelf;dr er;iemant iemand;niemant niemand;nimand niemand;iedereeen iedereen;idereen iedereen;iederen iedereen;wildee wilde;wl wel;dooie dode;doodt dood;doot dood;doodd dood;leve leven;levn leven;lve leven;slape slapen;snije snijden;snijen snijden;sneiden snijden;snei snij;wake wakker;waker wakker;worde worden;wort wordt;slaad slaat;slaatt slaat;gesloge geslagen;geslage geslagen;beetere beter;zonde zonde;zondr zonder;thuiss thuis;vanacht vannacht;vnacht vannacht;vnv vanavond;vanav vanavond;buite buiten;weglope weglopen;wechlopen weglopen;wegloope weglopen;wegloopen weglopen;vdr vader;mdr moeder;wrm waarom;omda omdat;da dat;wa wat;ma maar;mss misschien;egt echt;ech echt;altyd altijd;altijt altijd;zelfdodingen zelfdoding";

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

fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '`' | '\u{b4}')
}

/// Folds a raw word. Runs of three and more equal letters become one ("nieeet"), or two when `double` ("dooood").
fn fold(raw: &str, double: bool) -> String {
    let has_letter = raw.chars().any(letter);
    let mut plain = String::with_capacity(raw.len());
    for c in raw.chars().take(LONGEST) {
        if !apostrophe(c) {
            fold_into(c, &mut plain);
        }
    }
    let opened = |c: char| if has_letter { disguised(c).unwrap_or(c) } else { c };
    let mut out = String::with_capacity(plain.len());
    let mut rest = plain.chars().map(opened).peekable();
    while let Some(c) = rest.next() {
        let mut run = 1;
        while rest.peek() == Some(&c) {
            rest.next();
            run += 1;
        }
        let keep = if run >= 3 { if double { 2 } else { 1 } } else { run };
        for _ in 0..keep {
            out.push(c);
        }
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
            letter(c)
                || c.is_ascii_digit()
                || (apostrophe(c) && from.is_some() && after.is_some_and(letter))
                || (from.is_some() && matches!(c, '@' | '$') && after.is_some_and(letter))
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

/// The words that a word of chat spelling stands for.
fn opened(word: &str) -> Option<&'static str> {
    static TABLE: OnceLock<PhraseTable> = OnceLock::new();
    let table = TABLE.get_or_init(|| PhraseTable::new(CHAT));
    table
        .starting(hash(word))
        .find_map(|line| line.split_once(' ').filter(|(chat, _)| *chat == word).map(|(_, said)| said))
}

fn among(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
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
        if known(&short) || opened(&short).is_some() {
            folded = short;
        }
    }
    let mut add = |folded: String| {
        if among(JOINTS, &folded) {
            *part += 1;
        }
        out.push(Word { start: range.start, end: range.end, folded, sentence, part: *part, closes: false });
    };
    if let Some(parts) = opened(&folded) {
        for word in parts.split(' ') {
            add(word.to_owned());
        }
        return;
    }
    if let Some(rest) = folded.strip_prefix('k')
        && among(AFTER_K, rest)
    {
        add("ik".to_owned());
        add(rest.to_owned());
        return;
    }
    add(folded);
}

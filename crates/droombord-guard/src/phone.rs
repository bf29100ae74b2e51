//! Telephone numbers by the Dutch number plan and by country code, in figures, with letters for figures, and in words.
//!
//! The plan: ten figures from a 0; 06 is mobile, 01 to 05 and 07 are regions, 08 (not 0800) is for firms. 0800 and 0900 are
//! public services and nobody's datum (Nummerplan telefoon- en ISDN-diensten).

use crate::allow;
use crate::doc::{Doc, Sort};
use crate::finding::{Cue, Kind};
use crate::resolve::Candidates;
use crate::words::Class;

/// The figures read so far and where they came from.
#[derive(Debug, Default)]
struct Figures {
    text: String,
    words: usize,
}

impl Figures {
    /// Adds a number under a hundred.
    fn push(&mut self, value: u32) {
        if value > 9 {
            self.text.extend(char::from_digit(value / 10 % 10, 10));
        }
        self.text.extend(char::from_digit(value % 10, 10));
    }
}

/// Finds them all.
pub fn scan(doc: &Doc<'_>, found: &mut Candidates) {
    let mut i = 0;
    while i < doc.tokens.len() {
        i = if found.taken(i) { i + 1 } else { one(doc, i, found).unwrap_or(i + 1) };
    }
}

/// The value and figures of a number word up to 99: `(26, "26")`; also "nulzes".
pub fn spoken(word: &str) -> Option<(u32, u32)> {
    const ONES: [&str; 20] = [
        "nul",
        "een",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "negen",
        "tien",
        "elf",
        "twaalf",
        "dertien",
        "veertien",
        "vijftien",
        "zestien",
        "zeventien",
        "achttien",
        "negentien",
    ];
    const TENS: [&str; 8] = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];
    if word.len() < 3 {
        return None;
    }
    let alias = match word {
        "eén" | "1" | "ein" => "een",
        "zeuven" => "zeven",
        "vijff" => "vijf",
        "twe" => "twee",
        "agt" => "acht",
        "dertein" => "dertien",
        _ => word,
    };
    if let Some(n) = ONES.iter().position(|w| *w == alias) {
        return Some((n as u32, if n < 10 { 1 } else { 2 }));
    }
    if let Some(n) = TENS.iter().position(|w| *w == alias) {
        return Some((n as u32 * 10 + 20, 2));
    }
    for (n, one) in ONES.iter().enumerate().take(10).skip(1) {
        let rest = alias.strip_prefix(one).and_then(|rest| rest.strip_prefix("en"));
        if let Some(ten) = rest.and_then(|rest| TENS.iter().position(|w| *w == rest)) {
            return Some((ten as u32 * 10 + 20 + n as u32, 2));
        }
    }
    None
}

/// Reads the figures of token `i`, in figures or words: the tokens used.
fn read(doc: &Doc<'_>, i: usize, into: &mut Figures) -> Option<usize> {
    let token = doc.tokens.get(i)?;
    let word = doc.fold(token);
    match token.sort {
        Sort::Number => {
            into.text.push_str(word);
            Some(1)
        }
        Sort::Sign => None,
        // A letter O or L among figures.
        Sort::Word if word == "o" && (doc.number(i + 1).is_some() || doc.at(i + 1) == "zes") => {
            into.text.push('0');
            Some(1)
        }
        Sort::Word
            if matches!(word, "l" | "i")
                && i > 0
                && doc.glued(i)
                && doc.number(i - 1).is_some()
                && doc.number(i + 1).is_some() =>
        {
            into.text.push('1');
            Some(1)
        }
        Sort::Word if matches!(word, "o" | "oo") && i > 0 && doc.glued(i) && doc.number(i - 1).is_some() => {
            into.text.push_str(if word == "o" { "0" } else { "00" });
            Some(1)
        }
        Sort::Word if word == "dubbel" || word == "dubbele" || word == "2x" => {
            let (value, width) = spoken(doc.at(i + 1))?;
            if width != 1 {
                return None;
            }
            let figure = char::from_digit(value, 10)?;
            into.text.push(figure);
            into.text.push(figure);
            into.words += 2;
            Some(2)
        }
        Sort::Word => {
            if let Some((value, width)) = spoken(word) {
                // "vier en dertig"
                if width == 1
                    && value > 0
                    && doc.at(i + 1) == "en"
                    && let Some((ten, 2)) = spoken(doc.at(i + 2))
                    && ten >= 20
                    && ten % 10 == 0
                {
                    into.push(ten + value);
                    into.words += 1;
                    return Some(3);
                }
                into.push(value);
                into.words += 1;
                return Some(1);
            }
            let (value, width) = word.strip_prefix("nul").and_then(spoken)?;
            into.text.push('0');
            into.push(value);
            into.words += width as usize;
            Some(1)
        }
    }
}

fn separator(word: &str) -> bool {
    matches!(word, "-" | "." | "/" | "(" | ")" | "," | "*" | "_" | ":" | "…")
}

/// Reads a number that begins at token `i`; answers where to go on.
fn one(doc: &Doc<'_>, i: usize, found: &mut Candidates) -> Option<usize> {
    let token = doc.tokens.get(i)?;
    let word = doc.fold(token);
    let plus = (word == "+" || word == "plus") && doc.tokens.get(i + 1).is_some();
    let open = word == "(" && (doc.at(i + 1).starts_with('0') || doc.at(i + 1) == "+");
    let zero = word.starts_with('0') && token.sort == Sort::Number
        || word.starts_with("nul")
        || word == "o" && (doc.number(i + 1).is_some() || doc.at(i + 1) == "zes");
    let bare = token.sort == Sort::Number && word.starts_with('6') && called(doc, i);
    let land = token.sort == Sort::Number
        && word.starts_with("31")
        && (word.len() == 11 || word.len() == 2 && doc.at(i + 1).starts_with('6'));
    if !(plus || open || zero || bare || land)
        || doc.glued(i)
            && i > 0
            && (doc.tokens.get(i - 1).is_some_and(|t| t.sort != Sort::Sign)
                || matches!(doc.before(i, 1), "." | "-")
                    && zero
                    && doc.tokens.get(i.wrapping_sub(2)).is_some_and(|t| t.sort == Sort::Number))
    {
        return None;
    }
    let mut figures = Figures::default();
    let mut at = i;
    let mut international = false;
    let mut inside = false;
    if open {
        at += 1;
        inside = true;
    }
    if plus || open && doc.at(at) == "+" {
        international = true;
        at += 1;
    }
    let mut best = None;
    let mut signs = 0;
    let mut words_end = None;
    for _ in 0..28 {
        if doc.tokens.get(at).is_some_and(|t| t.line && at > i) {
            break;
        }
        let word = doc.at(at);
        if separator(word) && at > i {
            signs += 1;
            if word == ")" && !inside || signs > 3 || word == ":" && figures.words == 0 {
                break;
            }
            inside = word == "(" || inside && word != ")";
            at += 1;
            continue;
        }
        let Some(used) = read(doc, at, &mut figures) else {
            // "nul zes, dan twaalf": a filler between words.
            if figures.words > 0 && matches!(word, "en" | "dan" | "nog" | "daarna") && spoken(doc.at(at + 1)).is_some()
            {
                at += 1;
                continue;
            }
            break;
        };
        at += used;
        signs = 0;
        let close = doc.glued(at)
            && doc.tokens.get(at).is_some_and(|t| {
                t.sort == Sort::Number
                    || t.sort == Sort::Word && figures.words == 0 && !matches!(doc.at(at), "o" | "oo" | "l")
            });
        if !close && whole(&figures, international, bare) {
            best = Some(at);
        }
        if figures.words > 3 && (9..=11).contains(&figures.text.len()) && figures.text.starts_with("06") {
            words_end = Some(at);
        }
        if figures.text.len() >= 15 || best.is_some() && figures.text.len() >= 10 {
            break;
        }
    }
    let Some(mut end) = best.or(words_end) else {
        // 0800-0432, 0900-8844: public services.
        let service = figures.text.starts_with("0800") || figures.text.starts_with("0900");
        if service && figures.text.len() >= 7 {
            found.allow(i..at);
            return Some(at);
        }
        return None;
    };
    while end > i && doc.tokens.get(end - 1).is_some_and(|t| t.sort == Sort::Sign) && doc.before(end, 1) != ")" {
        end -= 1;
    }
    let start = if open && !(i + 1..end).any(|j| doc.at(j) == ")") { i + 1 } else { i };
    if allow::public_number(&figures.text) {
        found.allow(i..end);
    } else {
        let sure = if best.is_none() {
            75
        } else if figures.words > 0 {
            92
        } else {
            97
        };
        found.add(doc, Kind::Phone, start..end, sure, Cue::Shape);
    }
    Some(end)
}

/// A word before it says that one can call it.
fn called(doc: &Doc<'_>, i: usize) -> bool {
    (1..=4).any(|n| doc.was(i, n, Class::Calls))
}

/// Whether these figures are a whole number of the plan.
fn whole(figures: &Figures, international: bool, bare: bool) -> bool {
    let text = figures.text.as_str();
    let dutch = |rest: &str| {
        let rest = rest.strip_prefix('0').unwrap_or(rest);
        rest.len() == 9
            && !rest.starts_with('0')
            && !rest.starts_with("800")
            && !rest.starts_with("900")
            && !rest.starts_with("906")
    };
    if international || text.starts_with("00") {
        let rest = if international { text } else { text.get(2..).unwrap_or_default() };
        if let Some(rest) = rest.strip_prefix("31") {
            return dutch(rest);
        }
        let land = [
            "32", "49", "33", "44", "48", "90", "212", "380", "963", "597", "599", "297", "34", "39", "40", "359",
            "351", "964", "98", "93", "291", "251", "252", "233", "234", "213", "216", "62", "84", "86", "7", "1",
        ];
        return (9..=14).contains(&rest.len()) && land.iter().any(|code| rest.starts_with(code)) && figures.words == 0;
    }
    if let Some(rest) = text.strip_prefix("31") {
        return rest.len() == 9 && rest.starts_with('6');
    }
    if bare && text.len() == 9 {
        return true;
    }
    text.starts_with('0') && text.len() == 10 && dutch(text)
}
